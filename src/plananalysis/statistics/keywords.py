"""Keywords per unit, document or year, by TF-IDF."""

import re
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
)
from plananalysis.errors import InputError, warn
from plananalysis.folding import plain
from plananalysis.groups import warn_of_one_group
from plananalysis.lexicon.taken import Words
from plananalysis.resources import SHIPPED
from plananalysis.tables import check, conform, empty

_NUMERAL = "0-9０-９一二两三四五六七八九十百千万亿零〇○多余几数点%％.．,，"
_BARE_NUMBER = re.compile(
    f"(?!十[一二三四五六七八九]五$)第?[{_NUMERAL}]+[个项年月日号元次名家条种类位人件篇章节期届批度]*|[百千万亿]+[元亩人吨千瓦平方公里]*"
)
_SELF = re.compile(r"[我本全各该][省市区县校院系局厅部委办处室所司州盟旗乡镇]")


def keywords(
    tokens: pd.DataFrame,
    corpus: Corpus,
    *,
    by: str = "unit",
    part: Part = None,
    top: int = 20,
    kinds: Sequence[str] = COUNTED_KINDS,
    stopwords: Words = SHIPPED,
    stress: float = 2.0,
    min_n: int = LISTED_MIN_N,
    min_chars: int = LISTED_MIN_CHARS,
) -> pd.DataFrame:
    """Find the terms that characterise each unit, document or year.

    Terms are ranked by TF-IDF in scikit-learn's scheme, whose logarithm never falls to nothing, so that it ranks
    even two documents. With few documents it would also put first what everybody says often; so a term is listed
    for a group only if the group uses it clearly more often than the others (``stress``). Numbers, the unit's own
    name and ways to say “our province” are not listed.

    Parameters
    ----------
    tokens, corpus : DataFrame, Corpus
        The corpus and its tokens.
    by : str
        ``unit``, ``doc_id``, ``year``, ``section``, ... as in :func:`plananalysis.count_features`.
    top : int
        Terms per group.
    kinds, stopwords, part
        Tokens that count, terms left out, and parts of the plans; as in :func:`plananalysis.count_features`.
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
        the group's row, scaled to length 1 over all terms; rank from 1. Groups in the order of the documents.

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
    check(tokens, "tokens", (key_of(by), "token", "kind"))
    check_corpus(corpus)
    corpus, tokens = in_part(part, corpus, tokens)
    if top < 1:
        raise InputError(f"top must be 1 or more, not {top}")
    warn_of_one_group("keywords", corpus, by)
    counts, holding = _counts_and_documents(tokens, corpus, by, kinds, stopwords)
    weights = tfidf(counts)
    entries = counts.matrix.tocoo()
    row, column = entries.coords
    n, weight = entries.data, weights.matrix[row, column]
    keep = (
        (n >= min_n)
        & _stressed(counts, row, column, n, stress)
        & _wordlike(counts.features, min_chars)[column]
    )
    row, column, n, weight = row[keep], column[keep], n[keep], np.asarray(weight).ravel()[keep]
    keep = ~_own_name(counts, corpus, row, column)
    row, column, n, weight = row[keep], column[keep], n[keep], weight[keep]
    order = np.lexsort((column, -n, -np.round(weight, 12), row))
    row, column, n, weight = row[order], column[order], n[order], weight[order]
    rank = np.arange(len(row)) - np.searchsorted(row, row) + 1
    keep = rank <= top
    if not keep.any():
        if counts.matrix.nnz:
            warn(
                f"keywords: no term occurs {min_n} times in a group and {stress:g} times as often as in the others; "
                "lower min_n or stress"
            )
        return empty("keywords")
    row, column = row[keep], column[keep]
    table = pd.DataFrame(
        {
            "group": counts.rows[row],
            "term": counts.features[column],
            "n": n[keep],
            "n_docs": np.asarray(holding.matrix[row, column]).ravel(),
            "tfidf": weight[keep],
            "rank": rank[keep],
        }
    )
    return conform(table, "keywords")


def _counts_and_documents(
    tokens: pd.DataFrame,
    corpus: Corpus,
    by: str,
    kinds: Sequence[str],
    stopwords: Words,
) -> tuple[DocumentFeatureMatrix, DocumentFeatureMatrix]:
    """Return the counts per group and, in the same shape, how many of its documents hold the term."""
    if by in ("section", "passage"):
        counts = count_features(tokens, corpus, by=by, kinds=kinds, stopwords=stopwords)
        return counts, presence(counts)
    documents = count_features(tokens, corpus, by="doc_id", kinds=kinds, stopwords=stopwords)
    return group_rows(documents, corpus, by=by), group_rows(presence(documents), corpus, by=by)


def _stressed(
    dfm: DocumentFeatureMatrix, row: np.ndarray, column: np.ndarray, n: np.ndarray, stress: float
) -> np.ndarray:
    """Return whether the row's rate is ``stress`` times that of the other rows; true if there are no others."""
    sizes = np.asarray(dfm.matrix.sum(axis=1)).ravel()
    if np.count_nonzero(sizes) < 2:
        return np.ones(len(n), dtype=bool)
    overall = np.asarray(dfm.matrix.sum(axis=0)).ravel()
    elsewhere = overall[column] - n
    return n * (sizes.sum() - sizes[row]) >= stress * elsewhere * sizes[row]


def _wordlike(features: pd.Index, min_chars: int) -> np.ndarray:
    """Return which terms are long enough, and more than a number with its counter or a way to name oneself."""
    return np.array(
        [
            len(term) >= min_chars and not (_BARE_NUMBER.fullmatch(term) or _SELF.fullmatch(term))
            for term in features
        ],
        dtype=bool,
    )


def _own_name(dfm: DocumentFeatureMatrix, corpus: Corpus, row: np.ndarray, column: np.ndarray) -> np.ndarray:
    """Return whether the term is a part of the name of a unit of that row, or begins with that name."""
    names = _unit_names(dfm, corpus)
    parts: dict[int, frozenset[str]] = {
        i: frozenset(
            name[a:b] for name in found for a in range(len(name)) for b in range(a + 2, len(name) + 1)
        )
        for i, found in enumerate(names)
    }
    terms = dfm.features[column]
    return np.array(
        [
            term in parts[r] or any(term.startswith(name) for name in names[r])
            for r, term in zip(row, terms, strict=True)
        ],
        dtype=bool,
    )


def _unit_names(dfm: DocumentFeatureMatrix, corpus: Corpus) -> list[list[str]]:
    """Return for every row the names of its units; none for a row that spans many, where a name is a finding."""
    units = describe_rows(dfm, corpus)["unit"]
    return [[plain(unit)] if len(unit) >= 2 else [] for unit in units]
