"""Code paragraphs with themes, with the terms that show it; passages are sums of their paragraphs.

Terms are found in the folded text, leftmost and longest first, so that each character speaks for one term only. A
term found ``n`` times contributes ``factor · weight² · (1 + ln n)`` to its theme: the square sets decisive terms apart
from mere company, the logarithm keeps a repeated word from deciding alone. The weights of a paragraph are the
contributions scaled to sum 1; the weights of a passage are those of its paragraphs, each by its length. A paragraph
without enough evidence is said to be uncoded; no theme is forced on it, nor on greeting, closing and title, nor on
sentences of ceremony (thanks, appeals).
"""

from typing import NamedTuple

import numpy as np
import pandas as pd

from plananalysis import tables
from plananalysis.common_options import Part, corpus_part
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.corpus.plain_text import headings_as_printed, plain_corpus
from plananalysis.lexicon.theme_lexicons import SHIPPED, ThemeLexicon
from plananalysis.tables import UNCODED
from plananalysis.themes.evidence_scores import Coded, code_rows
from plananalysis.themes.found_terms import PLACES, Evidence, collect
from plananalysis.themes.paragraphs import Paragraphs, ordered_passages
from plananalysis.themes.suggest import suggest_lexicon, warn_if_unfit
from plananalysis.themes.term_matching import Matcher, expand, find_terms, matcher

LEAST_WEIGHT = 0.2
"""Weight from which a passage is said to speak of a theme besides others."""


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
        the lexicon; theme; term_weight : of the term for the theme; place : ``body``, ``lead`` (the short first
        sentence of a paragraph), ``heading`` or ``parent`` (the heading of an enclosing section, listed again for every
        passage below it). Greeting, closing, title block and sentences of ceremony hold no evidence.

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
    plain = plain_corpus(corpus)
    passages = ordered_passages(plain)
    evidence, _ = collect(plain, passages, found, text=text)
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


def code_paragraphs(
    corpus: Corpus, *, lexicon: ThemeLexicon | None = None, text: str = "all", part: Part = None
) -> pd.DataFrame:
    r"""Code every paragraph with the themes it speaks of.

    Parameters
    ----------
    corpus, lexicon, text
        As in :func:`theme_evidence`.
    part
        Read only these parts of the plans; as in :func:`plananalysis.count_features`.

    Returns
    -------
    DataFrame
        One row per paragraph and theme, the strongest first: doc_id, unit, passage_id, part, line (of the paragraph),
        heading (of its passage), theme (a categorical in the order of the lexicon, ``未归类`` last), weight (the
        theme's share of the paragraph's evidence; the weights of a paragraph sum to 1), score (the evidence itself),
        terms (what was found, the strongest first, joined by ｜), start, end (the paragraph in the document's text). A
        paragraph is a line of the text that is filled, without a line that is but a heading. A paragraph with less
        evidence than a quarter of what one of the strongest terms gives, of a greeting or closing, of the title block or
        mostly of ceremony (thanks, appeals) has one row with the theme ``未归类``, weight 1 and score 0.

    Raises
    ------
    InputError
        If ``text`` is neither, the lexicon cannot be used, or there is no such part.

    Notes
    -----
    ``score = Σ factor · weight² · (1 + ln n)`` over the terms of the theme; factor is 1 in the body, 2 in the lead of the
    paragraph (its short first sentence) and in the passage's own heading, and 1 in a heading above it.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> corpus = corpus_from_texts({"a": "一、队伍建设\n办好党课，办好读书班。\n纠治“四风”，为基层减负。"})
    >>> code_paragraphs(corpus, text="body")[["line", "theme", "weight"]].values.tolist()
    [[2, '思想建设', 1.0], [3, '作风建设', 1.0]]
    """
    check_corpus(corpus)
    work = _collected(plain_corpus(corpus_part(part, corpus)), lexicon, text)
    paragraphs, passages = work.paragraphs, work.passages
    numbers = np.where(work.asked, np.arange(len(paragraphs.start)), -1)
    coded = code_rows(work.evidence, paragraphs, work.found, rows=numbers, lengths=work.lengths)
    row = paragraphs.passage[coded.row]
    where = passages[["doc_id", "passage_id", "part", "heading"]].iloc[row].reset_index(drop=True)
    frame = where.assign(
        line=passages["line"].to_numpy()[row] + paragraphs.line[coded.row],
        start=paragraphs.start[coded.row],
        end=paragraphs.end[coded.row],
    )
    frame = headings_as_printed(frame, corpus)
    return tables.conform(_named(frame, coded, work.found, corpus), "paragraph_themes")


def code_themes(
    corpus: Corpus, *, lexicon: ThemeLexicon | None = None, text: str = "all", part: Part = None
) -> pd.DataFrame:
    """Code every passage with the themes it speaks of: the sum of its paragraphs.

    Parameters
    ----------
    corpus, lexicon, text
        As in :func:`theme_evidence`.
    part
        Read only these parts of the plans; as in :func:`plananalysis.count_features`.

    Returns
    -------
    DataFrame
        One row per passage and theme, the strongest first: doc_id, unit, passage_id, part (of the plan), line, heading,
        theme (a categorical in the order of the lexicon, ``未归类`` last), weight (mean of the theme's weights in the
        paragraphs, each by its length; the weights of a passage sum to 1), score (the evidence itself), terms (what
        was found, the strongest first, joined by ｜), n_chars (characters of the passage). Paragraphs without a theme
        give a row ``未归类`` with score 0. A passage without any body (a heading alone) is left out under
        ``text="body"``.

    Raises
    ------
    InputError
        If ``text`` is neither, the lexicon cannot be used, or there is no such part.

    Warns
    -----
    PlanWarning
        If most of the text is without a theme: the lexicon does not fit the corpus.

    Notes
    -----
    See :func:`code_paragraphs` for the score of a paragraph. The score of a passage is the sum over its paragraphs.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> corpus = corpus_from_texts({"a": "一、加强作风建设。纠治“四风”，为基层减负。"})
    >>> code_themes(corpus)[["theme", "weight"]].values.tolist()
    [['作风建设', 1.0]]
    """
    check_corpus(corpus)
    work = _collected(plain_corpus(corpus_part(part, corpus)), lexicon, text)
    numbers = np.where(work.asked, work.paragraphs.passage, -1)
    coded = code_rows(work.evidence, work.paragraphs, work.found, rows=numbers, lengths=work.lengths)
    _check_fit(work, coded)
    passages = work.passages
    where = (
        passages[["doc_id", "passage_id", "part", "line", "heading"]].iloc[coded.row].reset_index(drop=True)
    )
    frame = where.assign(n_chars=(passages["end"] - passages["start"]).to_numpy()[coded.row])
    frame = headings_as_printed(frame, corpus)
    return tables.conform(_named(frame, coded, work.found, corpus), "themes")


class _Collected(NamedTuple):
    """What coding starts from; ``shipped`` names the lexicon if it came with the package.

    ``asked`` says which paragraphs are coded, ``lengths`` how many characters each has.
    """

    shipped: str | None
    found: Matcher
    passages: pd.DataFrame
    evidence: Evidence
    paragraphs: Paragraphs
    asked: np.ndarray
    lengths: np.ndarray


def _check_fit(work: _Collected, coded: Coded) -> None:
    """Warn if a shipped lexicon does not fit what could have a theme."""
    speaking = work.asked & ~work.paragraphs.silent
    whole = int(work.lengths[speaking].sum())
    if not whole or work.shipped is None:
        return
    characters = np.bincount(
        work.paragraphs.passage[speaking], weights=work.lengths[speaking], minlength=len(work.passages)
    )
    open_ = coded.theme == len(work.found.themes)
    uncoded = float((coded.share * characters[coded.row])[open_].sum()) / whole
    spoken = work.evidence.paragraph >= 0
    covered = float((work.evidence.end - work.evidence.start)[spoken].sum()) / whole
    warn_if_unfit(work.shipped, uncoded, covered)


def _collected(corpus: Corpus, lexicon: ThemeLexicon | None, text: str) -> _Collected:
    """Return the evidence of all paragraphs, and which of them are coded."""
    chosen = suggest_lexicon(corpus) if lexicon is None else lexicon
    shipped = chosen if isinstance(chosen, str) and chosen in SHIPPED else None
    found = matcher(chosen)
    passages = ordered_passages(corpus)
    evidence, paragraphs = collect(corpus, passages, found, text=text)
    asked = np.ones(len(paragraphs.start), dtype=bool)
    lengths = paragraphs.end - paragraphs.start
    if text == "body":
        asked = paragraphs.body < paragraphs.end
        lengths = paragraphs.end - paragraphs.body
    return _Collected(shipped, found, passages, evidence, paragraphs, asked, lengths)


def _named(frame: pd.DataFrame, coded: Coded, found: Matcher, corpus: Corpus) -> pd.DataFrame:
    """Add the unit, and the theme with its share, score and terms."""
    units = corpus.documents.set_index("doc_id")["unit"]
    themes = pd.Index(dict.fromkeys((*found.themes, UNCODED)), dtype="str")
    return frame.assign(
        unit=units.iloc[units.index.get_indexer(pd.Index(frame["doc_id"]))].to_numpy(),
        theme=pd.Categorical.from_codes(coded.theme, categories=themes),
        weight=coded.share,
        score=coded.score,
        terms=coded.terms,
    )


def main_themes(themes: pd.DataFrame) -> pd.DataFrame:
    """Reduce coded passages to one row each: its strongest theme, and all its themes in a cell.

    Parameters
    ----------
    themes
        Table of :func:`code_themes`.

    Returns
    -------
    DataFrame
        doc_id, unit, passage_id, part, line, heading, theme, weight, n_themes (with a weight of at least 0.2: 2 and more
        say that the passage speaks of several matters), all_themes (``政治建设 0.62｜思想建设 0.38``).

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> corpus = corpus_from_texts({"a": "一、加强作风建设。纠治“四风”，做好巡察整改。"})
    >>> main_themes(code_themes(corpus, text="body"))["all_themes"].tolist()
    ['作风建设 0.67｜纪律建设与反腐败 0.33']
    """
    columns = ["doc_id", "unit", "passage_id", "part", "line", "heading", "theme", "weight"]
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
    weighty = (themes["weight"] >= LEAST_WEIGHT) & (themes["theme"].astype("str") != UNCODED)
    n_themes = weighty.groupby(themes["passage_id"], sort=False).sum()
    frame = first[columns].assign(
        n_themes=first["passage_id"].map(n_themes), all_themes=first["passage_id"].map(cells)
    )
    return tables.conform(frame, "main_themes")


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
