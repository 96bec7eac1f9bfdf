"""Which terms or slogans stand together in a sentence or passage: the edges of a network."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from plananalysis.common_options import LISTED_MIN_N, Part, corpus_part
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.corpus.sentence_spans import sentences_of
from plananalysis.errors import InputError, warn
from plananalysis.groups import document_groups
from plananalysis.lexicon.taken import Words
from plananalysis.statistics.contingency import association
from plananalysis.tables import check, conform, empty

ALL = "all"
"""The whole corpus as one group."""
CONTEXTS = ("sentence", "passage")
SURE = 1.959964
"""Standard errors on either side of a 95 % interval."""


class _Contexts(NamedTuple):
    """Sentences or passages, in the order of the text: document, and where each begins and ends."""

    document: np.ndarray
    start: np.ndarray
    end: np.ndarray


class _Pairs(NamedTuple):
    """Every context in which two terms meet: its number, and the numbers of the terms, the smaller first."""

    context: np.ndarray
    one: np.ndarray
    other: np.ndarray


def cooccurrence(
    corpus: Corpus,
    terms: pd.DataFrame | str | Sequence[str] | None = None,
    *,
    within: str = "sentence",
    by: str = ALL,
    min_n: int = LISTED_MIN_N,
    register: Words = None,
    part: Part = None,
) -> pd.DataFrame:
    """Count which terms or slogans stand together, and how much more often than chance has it.

    Parameters
    ----------
    corpus
        The documents.
    terms
        Words or phrases of one's own, found as slogans are (quotes, width, script and commas do not matter); or a table with
        the column ``slogan``; by default the slogans of the corpus that stay in one piece (:func:`plananalysis.slogan_lexicon`).
        Inside a longer one of them a term does not count.
    within
        ``sentence`` (a semicolon parts as a full stop does) or ``passage``: what the terms share.
    by
        ``all`` for one network; or ``unit``, ``year``, ``doc_id``, any metadata column for one of each.
    min_n
        Sentences or passages together that an edge needs.
    register
        Known slogans, where the slogans are found here; as in :func:`plananalysis.find_slogans`.
    part
        Read only these parts of the plans; as in :func:`plananalysis.count_features`.

    Returns
    -------
    DataFrame
        One row per edge: group (``all``, or of ``by``); term_a, term_b (in the order of their code points); n (sentences or passages that
        hold both); n_docs, n_units (documents and units that hold such); first_year, last_year (of these documents); n_a, n_b
        (sentences or passages with the one, with the other); n_contexts (all of the group); npmi; g2; lambda with the ends of its 95 % interval, lambda_low and
        lambda_high. In the order of the groups, the edges of most occurrences first. :func:`plananalysis.write_table` writes them as
        ``.graphml``, ``.gexf`` or ``.net``.

    Raises
    ------
    InputError
        If no term is given, or ``within`` or ``by`` is none of these.

    Warns
    -----
    PlanWarning
        If no two terms stand together often enough.

    Notes
    -----
    With N contexts, O₁₁ those that hold both: ``npmi = ln(p_ab / (p_a·p_b)) / −ln p_ab``, from −1 (never together) over 0 (as
    chance has it) to 1 (never apart); ``g2`` is the log-likelihood ratio, negative where they avoid each other;
    ``lambda = ln(o₁₁·o₂₂ / (o₁₂·o₂₁))`` with o = O + 0.5, its interval ``± 1.96 √(Σ 1/o)``. They take contexts as independent, which those of one
    document are not quite: an interval that is near 0 is no finding.

    References
    ----------
    Bouma, G. (2009). Normalized (pointwise) mutual information in collocation extraction. Proceedings of GSCL, 31–40. Dunning, T.
    (1993). Accurate methods for the statistics of surprise and coincidence. Computational Linguistics 19, 61–74. Woolf, B. (1955).
    On estimating the relation between blood group and disease. Annals of Human Genetics 19, 251–253.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> corpus = corpus_from_texts({"甲": "抓党建促振兴。抓党建，兴产业。党建促振兴。兴产业。修路。"})
    >>> found = cooccurrence(corpus, ["党建", "振兴", "产业"], min_n=1)
    >>> found[["term_a", "term_b", "n", "n_a", "n_b", "n_contexts"]].to_numpy().tolist()
    [['党建', '振兴', 2, 3, 2, 5], ['产业', '党建', 1, 2, 3, 5]]
    """
    check_corpus(corpus)
    if within not in CONTEXTS:
        raise InputError("within is {within!r}; give 'sentence' or 'passage'", within=within)
    if isinstance(terms, pd.DataFrame):
        check(terms, "slogans", ("slogan",))
    corpus = corpus_part(part, corpus)
    group, labels = _groups(corpus, by)
    places = _places(corpus, terms, register)
    contexts = _contexts(corpus, within)
    number, names = _incidence(places, contexts, corpus)
    pairs = _pairs(number, len(names))
    found = _edges(pairs, number, contexts, corpus, group)
    found = found[found["n"] >= max(1, min_n)]
    if found.empty:
        if len(corpus):
            warn(
                "cooccurrence: no two terms stand together in {n} {within}s; lower min_n or use "
                "within='passage'",
                n=max(1, min_n),
                within=within,
            )
        return empty("cooccurrence")
    return _measured(found, names, labels)


def _groups(corpus: Corpus, by: str) -> tuple[np.ndarray, pd.Index]:
    """Return the group of every document, and the labels; the whole corpus as one if nothing else is asked for."""
    if by == ALL:
        return np.zeros(len(corpus), dtype=np.int64), pd.Index([ALL], dtype="str")
    return document_groups(corpus, by, also=(ALL,))


def _places(
    corpus: Corpus, terms: pd.DataFrame | str | Sequence[str] | None, register: Words
) -> pd.DataFrame:
    """Return where the terms stand, those inside longer ones aside."""
    from plananalysis.slogans import find_slogans, slogan_lexicon, slogan_occurrences

    if terms is None:
        names = slogan_lexicon(find_slogans(corpus, register=register))["term"].tolist()
    elif isinstance(terms, pd.DataFrame):
        names = terms["slogan"].astype("str").tolist()
    else:
        names = [terms] if isinstance(terms, str) else [str(term) for term in terms]
        if not names or not all(name.strip() for name in names):
            raise InputError(
                "terms: no term is given, or an empty one; name the words whose company is asked for"
            )
    found = slogan_occurrences(
        corpus, pd.DataFrame({"slogan": pd.Series(list(dict.fromkeys(names)), dtype="str")})
    )
    return found[~found["nested"].to_numpy()]


def _contexts(corpus: Corpus, within: str) -> _Contexts:
    """Return the sentences or passages of the corpus, document by document in the order of the text."""
    at = pd.Index(corpus.documents["doc_id"])
    passages = corpus.passages.sort_values(["doc_id", "start"], kind="stable")
    document = at.get_indexer(passages["doc_id"])
    start, end = passages["start"].to_numpy(np.int64), passages["end"].to_numpy(np.int64)
    if within == "sentence":
        texts = corpus.documents["text"].tolist()
        rows = [
            (number, found.start, found.stop)
            for number, first, last in zip(document.tolist(), start.tolist(), end.tolist(), strict=True)
            for found in sentences_of(texts[number], first, last)
        ]
        document, start, end = np.array(rows, dtype=np.int64).reshape(-1, 3).T
    order = np.lexsort((start, document))
    return _Contexts(document[order], start[order], end[order])


def _incidence(places: pd.DataFrame, contexts: _Contexts, corpus: Corpus) -> tuple[np.ndarray, np.ndarray]:
    """Return every context and term that go together, once and in order, and the names of the terms."""
    names = np.array(sorted(places["slogan"].astype("str").unique()), dtype=object)
    term = pd.Index(names).get_indexer(pd.Index(places["slogan"].astype("str")))
    document = pd.Index(corpus.documents["doc_id"]).get_indexer(pd.Index(places["doc_id"].astype("str")))
    start = places["start"].to_numpy(np.int64)
    width = int(max(contexts.end.max(initial=0), start.max(initial=0))) + 1
    at = (
        np.searchsorted(contexts.document * width + contexts.start, document * width + start, side="right")
        - 1
    )
    inside = (
        (at >= 0) & (contexts.document[at] == document) & (start < contexts.end[at]) if len(at) else at > 0
    )
    both = np.unique(at[inside] * max(1, len(names)) + term[inside])
    return np.stack([both // max(1, len(names)), both % max(1, len(names))]), names


def _pairs(incidence: np.ndarray, n_terms: int) -> _Pairs:
    """Return every two terms of every context; in a context the terms ascend."""
    context, term = incidence
    parts = [(context[:0], term[:0], term[:0])]
    for lag in range(1, n_terms):
        same = context[lag:] == context[:-lag]
        if not same.any():
            break
        parts.append((context[lag:][same], term[:-lag][same], term[lag:][same]))
    return _Pairs(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def _edges(
    pairs: _Pairs, incidence: np.ndarray, contexts: _Contexts, corpus: Corpus, group: np.ndarray
) -> pd.DataFrame:
    """Return the counts of every pair in every group."""
    unit = document_groups(corpus, "unit")[0] if len(corpus) else np.zeros(0, dtype=np.int64)
    document = contexts.document[pairs.context]
    rows = pd.DataFrame(
        {
            "group": group[document],
            "one": pairs.one,
            "other": pairs.other,
            "document": document,
            "unit": unit[document],
            "year": corpus.documents["year"].array.take(document)
            if len(document)
            else pd.array([], dtype="Int64"),
        }
    )
    found = rows.groupby(["group", "one", "other"]).agg(
        n=("document", "size"),
        n_docs=("document", "nunique"),
        n_units=("unit", "nunique"),
        first_year=("year", "min"),
        last_year=("year", "max"),
    )
    found = found.reset_index()
    held = pd.DataFrame({"group": group[contexts.document[incidence[0]]], "term": incidence[1]})
    alone = held.groupby(["group", "term"]).size()
    for side, column in (("one", "n_a"), ("other", "n_b")):
        found[column] = alone.reindex(pd.MultiIndex.from_frame(found[["group", side]])).to_numpy()
    size = np.bincount(group[contexts.document], minlength=int(group.max(initial=0)) + 1)
    return found.assign(n_contexts=size[found["group"].to_numpy(np.int64)])


def _measured(found: pd.DataFrame, names: np.ndarray, labels: pd.Index) -> pd.DataFrame:
    """Return the edges with their measures, the groups in their order and the commonest edges first."""
    n, row, column, total = (found[name].to_numpy(np.float64) for name in ("n", "n_a", "n_b", "n_contexts"))
    told = association(n, row, column, total)
    error = SURE * told["lambda"] / np.where(told["z"] == 0, np.nan, told["z"])
    error = np.nan_to_num(error)
    with np.errstate(divide="ignore", invalid="ignore"):
        npmi = told["pmi"] / -np.log2(n / total)
    table = found.assign(
        term_a=names[found["one"].to_numpy()],
        term_b=names[found["other"].to_numpy()],
        npmi=np.where(np.isfinite(npmi), npmi, np.nan),
        g2=told["g2"],
        **{
            "lambda": told["lambda"],
            "lambda_low": told["lambda"] - error,
            "lambda_high": told["lambda"] + error,
        },
    )
    order = np.lexsort((found["other"], found["one"], -np.round(table["g2"], 12), -n, found["group"]))
    table = table.iloc[order]
    return conform(table.assign(group=labels.to_numpy()[table["group"].to_numpy()]), "cooccurrence")
