"""Keywords per unit, document or year, by TF-IDF and by how much the genre leaves to each."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from plananalysis.common_options import COUNTED_KINDS, LISTED_MIN_CHARS, LISTED_MIN_N, Part, in_part
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.counts import (
    DocumentFeatureMatrix,
    count_features,
    describe_rows,
    group_rows,
    key_of,
    presence,
    tfidf,
    with_names,
)
from plananalysis.errors import InputError, warn
from plananalysis.folding import plain
from plananalysis.groups import warn_of_one_group
from plananalysis.lexicon.genre import Genre
from plananalysis.lexicon.taken import Words
from plananalysis.resources import SHIPPED
from plananalysis.segmentation.proper_names import names_of_unit
from plananalysis.statistics.specificity import apart, specificity_at
from plananalysis.statistics.terms import columns_for, several_words, tokens_and_terms
from plananalysis.tables import check, conform, empty


def keywords(
    tokens: pd.DataFrame,
    corpus: Corpus,
    *,
    by: str | None = None,
    part: Part = None,
    top: int = 20,
    kinds: Sequence[str] = COUNTED_KINDS,
    names: bool = False,
    stopwords: Words = SHIPPED,
    genre: Genre = SHIPPED,
    stress: float = 2.0,
    min_n: int = LISTED_MIN_N,
    min_chars: int = LISTED_MIN_CHARS,
) -> pd.DataFrame:
    """Find the terms that characterise each unit, document or year.

    Terms are ranked by ``score`` = (1 − 1/n)² · TF-IDF · specificity. TF-IDF is scikit-learn's, whose logarithm never
    falls to nothing, so that it ranks even two documents; what stands once only is no evidence, what stands twice little.
    Specificity lowers what reports use alike anyway (管理, 启动, 需求), measured once on other reports (``genre``), verbs
    and adverbs, phrases of such words only (产业投资), and what any Chinese text has (事情). A term is listed for a group only if the group
    uses it clearly more often than the others (``stress``), and of terms that hold each other (稀土, 稀土产业) the one
    of higher rank. Places, units and persons, numbers, the unit's own name and ways to say “our province” are not
    listed.

    Parameters
    ----------
    tokens, corpus : DataFrame, Corpus
        The corpus and its tokens.
    by : str
        ``unit``, ``doc_id``, ``year``, ``section``, ... as in :func:`plananalysis.count_features`.
    top : int
        Terms per group.
    kinds, stopwords, part
        Tokens that count, terms left out, and parts of the plans; as in :func:`plananalysis.count_features`. If the
        tokens hold no terms of several words (:func:`plananalysis.with_terms`), these are found here, unless ``kinds``
        lacks ``term``.
    names : bool
        List places, units and persons as well; the unit's own name is never listed. What is left out is counted by
        :func:`plananalysis.name_counts`.
    genre : table or name, optional
        How evenly a genre uses words: ``"shipped"`` for :func:`plananalysis.genre_frequencies`, a table like it of
        your own, or None to rank by TF-IDF and parts of speech alone.
    stress : float
        A term's share of the group's tokens must be at least so many times its share in all other groups
        together; 0 lists every term.
    min_n : int
        Occurrences a term needs in the group.
    min_chars : int
        Characters a term needs to be listed. Totals and weights are not affected.

    Returns
    -------
    DataFrame
        group; term; n: occurrences in the group; n_docs: documents of the group that hold it; tfidf: its weight in
        the group's row, scaled to length 1 over all terms; specificity, 0 to 1: how unevenly the
        genre uses the term (1 for one that it lacks), times the weights of its part of speech, of its most telling word
        and of how far it lies above general Chinese (the guide has the formula); score =
        (1 − 1/n)² · tfidf · specificity; rank from 1. Groups in the order of the documents.

    Raises
    ------
    InputError
        If ``by`` or a kind does not exist, or ``top`` is not positive.

    References
    ----------
    Spärck Jones, K. (1972). A statistical interpretation of term specificity and its application in retrieval.
    Journal of Documentation 28, 11–21.

    Examples
    --------
    >>> from plananalysis.examples import spaced_corpus
    >>> corpus, tokens = spaced_corpus({"甲": "党建 学习 学习 制度", "乙": "党建 审计 审计 制度"})
    >>> keywords(tokens, corpus)[["group", "term", "n", "n_docs", "rank"]]
      group term  n  n_docs  rank
    0     乙   审计  2       1     1
    1     甲   学习  2       1     1
    """
    check(tokens, "tokens", tuple(dict.fromkeys((key_of(by), *columns_for(kinds)))))
    check_corpus(corpus)
    corpus, tokens = in_part(part, corpus, tokens)
    if top < 1:
        raise InputError("top must be 1 or more, not {top}", top=top)
    warn_of_one_group("keywords", corpus, by)
    tokens = tokens_and_terms(tokens, kinds)
    counts, holding = _counts_and_documents(tokens, corpus, by, with_names(kinds, names), stopwords=stopwords)
    weights = tfidf(counts)
    entries = counts.matrix.tocoo()
    row, column = entries.coords
    n, weight = entries.data, np.asarray(weights.matrix[row, column]).ravel()
    once = ~several_words(counts.features, tokens)
    sizes = np.asarray(counts.matrix[:, once].sum(axis=1)).ravel()
    keep = (n >= min_n) & _stressed(counts, row, column, n, stress=stress, sizes=sizes)
    keep &= (counts.features.str.len().to_numpy() >= min_chars)[column]
    row, column, n, weight = row[keep], column[keep], n[keep], weight[keep]
    special = specificity_at(column, counts.features, tokens, genre, rate=n / np.maximum(sizes[row], n))
    score = np.round((1 - 1 / n) ** 2 * weight * special, 12)
    order = np.lexsort((column, -np.round(weight * special, 12), -score, row))
    order = order[(special[order] > 0) & ~_own_name(counts, corpus, row[order], column[order])]
    keep = order[apart(row[order], counts.features.to_numpy()[column[order]], n[order], top)]
    if not len(keep):
        if counts.matrix.nnz:
            warn(
                "keywords: no term occurs {min_n} times in a group and {stress:g} times as often as in the "
                "others; lower min_n or stress",
                min_n=min_n,
                stress=stress,
            )
        return empty("keywords")
    row, column, weight = row[keep], column[keep], weight[keep]
    table = pd.DataFrame(
        {
            "group": counts.rows[row],
            "term": counts.features[column],
            "n": n[keep],
            "n_docs": np.asarray(holding.matrix[row, column]).ravel(),
            "tfidf": weight,
            "specificity": special[keep],
            "score": score[keep],
            "rank": np.arange(len(row)) - np.searchsorted(row, row) + 1,
        }
    )
    return conform(table, "keywords")


def _counts_and_documents(
    tokens: pd.DataFrame,
    corpus: Corpus,
    by: str | None,
    kinds: Sequence[str],
    *,
    stopwords: Words,
) -> tuple[DocumentFeatureMatrix, DocumentFeatureMatrix]:
    """Return the counts per group and, in the same shape, how many of its documents hold the term."""
    if by in ("section", "passage"):
        counts = count_features(tokens, corpus, by=by, kinds=kinds, stopwords=stopwords)
        return counts, presence(counts)
    documents = count_features(tokens, corpus, by="doc_id", kinds=kinds, stopwords=stopwords)
    return group_rows(documents, corpus, by=by), group_rows(presence(documents), corpus, by=by)


def _stressed(
    dfm: DocumentFeatureMatrix,
    row: np.ndarray,
    column: np.ndarray,
    n: np.ndarray,
    *,
    stress: float,
    sizes: np.ndarray,
) -> np.ndarray:
    """Return whether the row's rate is ``stress`` times that of the other rows; true if there are no others.

    Rates are per token of each row (``sizes``), of which terms of several words are none.
    """
    if np.count_nonzero(sizes) < 2:
        return np.ones(len(n), dtype=bool)
    overall = np.asarray(dfm.matrix.sum(axis=0)).ravel()
    elsewhere = overall[column] - n
    return n * (sizes.sum() - sizes[row]) >= stress * elsewhere * sizes[row]


def _own_name(dfm: DocumentFeatureMatrix, corpus: Corpus, row: np.ndarray, column: np.ndarray) -> np.ndarray:
    """Return whether the term is a part of the name of a unit of that row, or holds a name of it."""
    names = _unit_names(dfm, corpus)
    parts: dict[int, frozenset[str]] = {
        i: frozenset(
            name[a:b] for name in found for a in range(len(name)) for b in range(a + 2, len(name) + 1)
        )
        for i, found in enumerate(names)
    }
    own = [[part for name in found for part in names_of_unit(name)] for found in names]
    terms = dfm.features.to_numpy()[column].tolist()
    told = np.zeros(len(terms), dtype=bool)
    for i, (r, term) in enumerate(zip(row.tolist(), terms, strict=True)):
        told[i] = term in parts[r] or any(map(term.__contains__, own[r]))
    return told


def _unit_names(dfm: DocumentFeatureMatrix, corpus: Corpus) -> list[list[str]]:
    """Return for every row the names of its units; none for a row that spans many, where a name is a finding."""
    units = describe_rows(dfm, corpus)["unit"]
    return [[plain(unit)] if len(unit) >= 2 else [] for unit in units]
