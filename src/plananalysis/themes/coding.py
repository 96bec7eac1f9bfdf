"""Code passages with themes, with the terms that show it.

Terms are found in the folded text, leftmost and longest first, so that each character speaks for one term only. A
term found ``n`` times contributes ``weight² · (1 + ln n)`` to its theme: the square sets decisive terms apart from
mere company, the logarithm keeps a repeated word from deciding alone. The weights of a passage are the
contributions scaled to sum 1. A passage without any term is said to be uncoded; no theme is forced on it.
"""

import math

import numpy as np
import pandas as pd

from plananalysis import tables
from plananalysis.common_options import Part, corpus_part
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.lexicon.theme_lexicons import ThemeLexicon
from plananalysis.tables import UNCODED
from plananalysis.themes.found_terms import PLACES, Evidence, collect, ordered_passages
from plananalysis.themes.suggest import suggest_lexicon
from plananalysis.themes.term_matching import Matcher, expand, find_terms, matcher

HEADING_FACTOR = 2.0
"""How much more a term counts in the passage's own heading than in its body."""

PARENT_FACTOR = 1.0
"""How much a term in the heading of an enclosing section counts for the passages below it."""


def theme_evidence(
    corpus: Corpus, *, lexicon: ThemeLexicon | None = None, text: str = "all", part: Part = None
) -> pd.DataFrame:
    """List every term that speaks for a theme, with its place.

    Parameters
    ----------
    corpus
        Documents and their passages.
    lexicon
        A name or path for :func:`plananalysis.load_theme_lexicon`, its table, or a dict from themes to terms; by
        default the shipped one that :func:`plananalysis.suggest_lexicon` names for the corpus.
    text
        ``"all"``: the passage's body, its own heading and the headings above it; ``"body"``: the body alone.
    part
        Read only these parts of the plans; as in :func:`plananalysis.count_features`.

    Returns
    -------
    DataFrame
        doc_id, passage_id, line : the passage; start, end : place of the term in the document's text; term : as in
        the lexicon; theme; term_weight : of the term for the theme; place : ``body``, ``heading`` or ``parent`` (the
        heading of an enclosing section, listed again for every passage below it).

    Raises
    ------
    InputError
        If ``text`` is neither, or the lexicon cannot be used.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> corpus = corpus_from_texts({"a": "一、加强作风建设。纠治“四风”，为基层减负。"})
    >>> theme_evidence(corpus, text="body")[["start", "end", "term"]].values.tolist()
    [[9, 11, '纠治'], [12, 14, '四风'], [16, 21, '为基层减负']]
    """
    check_corpus(corpus)
    corpus = corpus_part(part, corpus)
    found = matcher(suggest_lexicon(corpus) if lexicon is None else lexicon)
    passages = ordered_passages(corpus)
    evidence = collect(corpus, passages, found, text=text)
    order = np.lexsort((evidence.entry, evidence.start, evidence.place, evidence.passage))
    evidence = Evidence(*(column[order] for column in evidence))
    where = passages[["doc_id", "passage_id", "line"]].iloc[evidence.passage].reset_index(drop=True)
    frame = where.assign(
        start=evidence.start,
        end=evidence.end,
        term=found.terms[found.entry_term[evidence.entry]],
        theme=np.array(found.themes, dtype=object)[found.entry_theme[evidence.entry]],
        term_weight=found.entry_weight[evidence.entry],
        place=np.array(PLACES, dtype=object)[evidence.place],
    )
    return tables.conform(frame, "theme_evidence")


def code_themes(
    corpus: Corpus, *, lexicon: ThemeLexicon | None = None, text: str = "all", part: Part = None
) -> pd.DataFrame:
    """Code every passage with the themes it speaks of.

    Parameters
    ----------
    corpus, lexicon, text
        As in :func:`theme_evidence`.
    part
        Read only these parts of the plans; as in :func:`plananalysis.count_features`.

    Returns
    -------
    DataFrame
        One row per passage and theme, the strongest first: doc_id, unit, passage_id, line, heading, theme (a
        categorical in the order of the lexicon, ``未归类`` last), weight (the theme's share of the passage's
        evidence; the weights of a passage sum to 1), score (the evidence itself), terms (what was found, the
        strongest first, joined by ｜), n_chars (characters of the passage). A passage in which nothing was found
        has one row with the theme ``未归类``, weight 1 and score 0. A passage without any body (a heading alone)
        is left out under ``text="body"``.

    Raises
    ------
    InputError
        If ``text`` is neither, or the lexicon cannot be used.

    Notes
    -----
    ``score = Σ factor · weight² · (1 + ln n)`` over the terms of the theme; factor is 1 in the body, 2 in the
    passage's own heading and 1 in a heading above it.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> corpus = corpus_from_texts({"a": "一、加强作风建设。纠治“四风”，为基层减负。"})
    >>> code_themes(corpus)[["theme", "weight"]].values.tolist()
    [['作风建设', 1.0]]
    """
    check_corpus(corpus)
    corpus = corpus_part(part, corpus)
    found = matcher(suggest_lexicon(corpus) if lexicon is None else lexicon)
    passages = ordered_passages(corpus)
    evidence = collect(corpus, passages, found, text=text)
    passage, theme, score, terms = _score(evidence, found)
    kept = passages["has_body" if text == "body" else "has_text"].to_numpy()
    uncoded = np.setdiff1d(np.flatnonzero(kept), passage)
    themes = (*found.themes, UNCODED)
    passage = np.concatenate([passage, uncoded])
    theme = np.concatenate([theme, np.full(len(uncoded), len(themes) - 1)])
    score = np.concatenate([score, np.zeros(len(uncoded))])
    terms = np.concatenate([terms, np.full(len(uncoded), "", dtype=object)])
    order = np.lexsort((theme, -np.round(score, 12), passage))
    order = order[kept[passage[order]]]
    passage, theme, score, terms = passage[order], theme[order], score[order], terms[order]
    total = np.bincount(passage, weights=score, minlength=len(passages))[passage]
    units = corpus.documents.set_index("doc_id")["unit"]
    units_of = units.iloc[units.index.get_indexer(pd.Index(passages["doc_id"]))].to_numpy()
    where = passages[["doc_id", "passage_id", "line", "heading"]].iloc[passage].reset_index(drop=True)
    frame = where.assign(
        unit=units_of[passage],
        theme=pd.Categorical.from_codes(theme, categories=pd.Index(dict.fromkeys(themes), dtype="str")),
        weight=np.divide(score, total, out=np.ones_like(score), where=total > 0),
        score=score,
        terms=terms,
        n_chars=(passages["end"] - passages["start"]).to_numpy()[passage],
    )
    return tables.conform(frame, "themes")


def _score(evidence: Evidence, found: Matcher) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return passage, theme, score and the terms of every passage and theme with evidence."""
    n_entries, n_themes = len(found.entry_term), len(found.themes)
    key = (evidence.passage * n_entries + evidence.entry) * len(PLACES) + evidence.place
    key, n = np.unique(key, return_counts=True)
    factor = np.array([1.0, HEADING_FACTOR, PARENT_FACTOR])[key % len(PLACES)]
    entry = key // len(PLACES) % n_entries
    value = factor * found.entry_weight[entry] ** 2 * (1 + np.log(n))
    # Add up the places of an entry, then the entries of a theme.
    key, at = np.unique(key // len(PLACES), return_inverse=True)
    value = np.bincount(at, weights=value, minlength=len(key))
    passage, entry = np.divmod(key, n_entries)
    group = passage * n_themes + found.entry_theme[entry]
    order = np.lexsort((entry, -value, group))
    group, value, names = group[order], value[order], found.terms[found.entry_term[entry[order]]]
    group, first = np.unique(group, return_index=True)
    if not len(group):
        return group, group, value, names
    score = np.add.reduceat(value, first)
    listed, ends = names.tolist(), [*first[1:].tolist(), len(names)]
    terms = [tables.LIST_SEPARATOR.join(listed[i:j]) for i, j in zip(first.tolist(), ends, strict=True)]
    return *np.divmod(group, n_themes), score, np.array(terms, dtype=object)


def contribution(weight: float, n: int) -> float:
    """Return what a term of this weight, found n times, contributes to its theme."""
    return weight**2 * (1 + math.log(n))


def main_themes(themes: pd.DataFrame) -> pd.DataFrame:
    """Reduce coded passages to one row each: its strongest theme, and all its themes in a cell.

    Parameters
    ----------
    themes
        Table of :func:`code_themes`.

    Returns
    -------
    DataFrame
        doc_id, unit, passage_id, line, heading, theme, weight, all_themes (``政治建设 0.62｜思想建设 0.38``).

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> corpus = corpus_from_texts({"a": "一、加强作风建设。纠治“四风”，做好巡察整改。"})
    >>> main_themes(code_themes(corpus, text="body"))["all_themes"].tolist()
    ['作风建设 0.67｜纪律建设与反腐败 0.33']
    """
    columns = ["doc_id", "unit", "passage_id", "line", "heading", "theme", "weight"]
    tables.check(themes, "themes", columns)
    first = themes.drop_duplicates("passage_id")
    listed = pd.DataFrame(
        {
            "passage_id": themes["passage_id"].to_numpy(),
            "cell": [
                f"{theme} {weight:.2f}"
                for theme, weight in zip(themes["theme"], themes["weight"], strict=True)
            ],
        }
    )
    cells = listed.groupby("passage_id", sort=False)["cell"].agg(tables.LIST_SEPARATOR.join)
    return tables.conform(first[columns].assign(all_themes=first["passage_id"].map(cells)), "main_themes")


def theme_profile(text: str, lexicon: pd.DataFrame) -> np.ndarray:
    """Return the theme scores of a text as a vector of length 1 (of zeros, where nothing is found).

    Parameters
    ----------
    text
        Any text.
    lexicon
        Table of :func:`plananalysis.load_theme_lexicon`; its themes, in order, are the places of the vector.

    Examples
    --------
    >>> lexicon = pd.DataFrame({"theme": ["学", "廉"], "term": ["党课", "廉政"], "weight": [2.0, 2.0]})
    >>> theme_profile("上一堂党课。", lexicon).tolist()
    [1.0, 0.0]
    """
    found = matcher(lexicon)
    term, n = np.unique(find_terms([text], found).term, return_counts=True)
    rows, entry = expand(term, found)
    value = found.entry_weight[entry] ** 2 * (1 + np.log(n[rows]))
    profile = np.bincount(found.entry_theme[entry], weights=value, minlength=len(found.themes))
    length = float(np.linalg.norm(profile))
    return profile / length if length else profile
