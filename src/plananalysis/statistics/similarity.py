"""How alike units, documents or sections are: pairs, matrices, clustering order, nearest neighbours."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy import sparse

from plananalysis.common_options import COUNTED_KINDS, Part, in_part
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.counts import (
    DocumentFeatureMatrix,
    check_matrix,
    count_features,
    describe_rows,
    key_of,
    row_of_each,
    tfidf,
)
from plananalysis.errors import InputError, warn
from plananalysis.groups import warn_of_one_group
from plananalysis.lexicon.taken import Words
from plananalysis.resources import SHIPPED
from plananalysis.statistics.likeness_intervals import cosine_intervals
from plananalysis.tables import check, check_square, conform, empty

MEASURES = ("cosine", "jaccard", "dice", "ejaccard", "correlation")
"""Measures of similarity between rows."""

_DENSE_SHARE = (
    0.04  # terms in a larger share of the rows are multiplied as dense columns, the others as sparse
)
_BLOCK = 1_000
_MAX_PAIRS = 12_500_000
_OPTIMAL_ORDER = 400


class Clustering(NamedTuple):
    """Result of :func:`cluster_order`.

    Attributes
    ----------
    order : list of str
        Labels in dendrogram order: alike ones stand side by side.
    tree : DataFrame
        One row per merge, nearest first: ``branch_a`` and ``branch_b`` (position in ``order`` of a leaf, or number of
        leaves + row of an earlier merge), ``height`` (1 − similarity at which they merge), ``size`` (leaves in it).
    """

    order: list[str]
    tree: pd.DataFrame


def similarity(
    tokens: pd.DataFrame,
    corpus: Corpus,
    *,
    by: str | None = None,
    part: Part = None,
    kinds: Sequence[str] = COUNTED_KINDS,
    names: bool = False,
    stopwords: Words = SHIPPED,
    top: int | None = None,
) -> pd.DataFrame:
    """Compare every two units, documents or sections: how alike is what they say.

    Parameters
    ----------
    tokens, corpus : DataFrame, Corpus
        The corpus and its tokens.
    by : str
        What is compared: ``unit``, ``doc_id``, ``section``, ... as in :func:`plananalysis.count_features`.
    kinds, names, stopwords, part
        Tokens that count, terms left out, and parts of the plans; as in :func:`plananalysis.count_features`.
    top : int, optional
        Keep a pair only if one is among the ``top`` nearest of the other by cosine. Needed from about 5,000
        things on, where all pairs would not fit.

    Returns
    -------
    DataFrame
        a, b: labels, each unordered pair once; cosine: of the TF-IDF vectors (scikit-learn's scheme); cosine_low,
        cosine_high: its 95 % interval, by leaving out a twentieth of the text of either side in turn (empty where a side
        has fewer than 40 tokens, or more than 120 things are compared); jaccard:
        share of the terms of both that both use. Sorted by falling cosine. Something without a counted
        token is 0 like everything.

    Raises
    ------
    InputError
        If ``by`` does not exist, or there are too many pairs and ``top`` is not given.

    Examples
    --------
    >>> from plananalysis.examples import spaced_corpus
    >>> corpus, tokens = spaced_corpus({"甲": "党建 学习", "乙": "党建 服务", "丙": "党建 学习"})
    >>> similarity(tokens, corpus)[["a", "b", "cosine", "jaccard"]].round(2)
       a  b  cosine  jaccard
    0  丙  甲    1.00     1.00
    1  丙  乙    0.31     0.33
    2  乙  甲    0.31     0.33
    """
    check(tokens, "tokens", (key_of(by), "token", "kind"))
    check_corpus(corpus)
    corpus, tokens = in_part(part, corpus, tokens)
    warn_of_one_group("similarity", corpus, by)
    counts = count_features(tokens, corpus, by=by, kinds=kinds, names=names, stopwords=stopwords)
    weights = tfidf(counts)
    if top is not None and top < 1:
        raise InputError("top must be 1 or more, not {top}", top=top)
    table = similarity_of(counts, weights, None if top is None else nearest(weights, n=top))
    return with_intervals(table, tokens, counts, corpus, by=by, kinds=kinds)


def with_intervals(
    table: pd.DataFrame,
    tokens: pd.DataFrame,
    counts: DocumentFeatureMatrix,
    corpus: Corpus,
    *,
    by: str | None,
    kinds: Sequence[str] = ("word", "slogan"),
) -> pd.DataFrame:
    """Return the table of pairs with the interval of each cosine."""
    if table.empty:
        return table
    a, b = (counts.rows.get_indexer(pd.Index(table[side])) for side in ("a", "b"))
    low, high = cosine_intervals(tokens, counts, row_of_each(corpus, by), (a, b), key=key_of(by), kinds=kinds)
    return table.assign(cosine_low=low, cosine_high=high)


def similarity_of(
    counts: DocumentFeatureMatrix, weights: DocumentFeatureMatrix, near: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Return the table of :func:`similarity` for counts and their TF-IDF; of all pairs or of the nearest only."""
    n = len(counts.rows)
    if near is not None:
        found = np.column_stack(
            [counts.rows.get_indexer(pd.Index(near[side])) for side in ("row", "neighbour")]
        )
        pairs = tuple(np.unique(np.sort(found, axis=1), axis=0).T)
        cosine, jaccard = _pairwise(weights, "cosine", *pairs), _pairwise(counts, "jaccard", *pairs)
    elif n * (n - 1) // 2 > _MAX_PAIRS:
        raise InputError("{n:,} rows make too many pairs; give top=10 to keep the nearest of each", n=n)
    else:
        pairs = np.triu_indices(n, k=1)
        cosine, jaccard = _matrix(weights, "cosine")[pairs], _matrix(counts, "jaccard")[pairs]
    if not len(cosine):
        return empty("similarity")
    # Ties are settled by the order of the rows; rounding keeps the last bit of a sum from breaking them.
    order = np.lexsort((pairs[1], pairs[0], -np.round(cosine, 12)))
    table = pd.DataFrame(
        {
            "a": counts.rows[pairs[0][order]],
            "b": counts.rows[pairs[1][order]],
            "cosine": cosine[order],
            "cosine_low": np.nan,
            "cosine_high": np.nan,
            "jaccard": jaccard[order],
        }
    )
    return conform(table, "similarity")


def similarity_matrix(dfm: DocumentFeatureMatrix, *, measure: str = "cosine") -> pd.DataFrame:
    """Return the similarity of every two rows as a labelled square table.

    For rows x, y: ``cosine`` x·y / (|x||y|); ``jaccard`` and ``dice`` on the sets of terms used, |A∩B| / |A∪B| and
    2|A∩B| / (|A|+|B|); ``ejaccard`` x·y / (|x|²+|y|²−x·y); ``correlation`` Pearson's, over all features. Definitions
    as in quanteda's ``textstat_simil``. A row without any term has similarity 0 with everything, also with itself.

    Parameters
    ----------
    dfm : DocumentFeatureMatrix
        Counts or weights, n rows.
    measure : str
        cosine, jaccard, dice, ejaccard or correlation.

    Returns
    -------
    DataFrame
        n by n, float64, the labels as index and columns; symmetric.

    Raises
    ------
    InputError
        If the measure does not exist.

    Examples
    --------
    >>> from plananalysis.counts import count_features
    >>> from plananalysis.examples import spaced_corpus
    >>> corpus, tokens = spaced_corpus({"甲": "党建 学习", "乙": "党建 服务"})
    >>> similarity_matrix(count_features(tokens, corpus), measure="dice")
    unit    乙    甲
    unit
    乙     1.0  0.5
    甲     0.5  1.0
    """
    check_matrix(dfm)
    _check(measure)
    return pd.DataFrame(_matrix(dfm, measure), index=dfm.rows, columns=dfm.rows)


def cluster_order(matrix: pd.DataFrame) -> Clustering:
    """Order labels so that alike ones stand together: average linkage on 1 − similarity.

    Parameters
    ----------
    matrix : DataFrame
        Square and labelled, as from :func:`similarity_matrix`. Missing values count as 0.

    Returns
    -------
    Clustering
        ``order`` and ``tree``. Up to 400 labels the leaves are in optimal order (Bar-Joseph et al. 2001), which
        makes neighbours as alike as the tree allows.

    Examples
    --------
    >>> values = [[1, 0.1, 0.8], [0.1, 1, 0.2], [0.8, 0.2, 1]]
    >>> found = cluster_order(pd.DataFrame(values, index=list("甲乙丙"), columns=list("甲乙丙")))
    >>> found.order
    ['乙', '丙', '甲']
    >>> found.tree.round(2)
       branch_a  branch_b  height  size
    0     1      2    0.20     2
    1     0      3    0.85     3
    """
    check_square(matrix, "matrix", "similarity_matrix(dfm)")
    from scipy.cluster.hierarchy import leaves_list, linkage
    from scipy.spatial.distance import squareform

    labels = [str(label) for label in matrix.index]
    values = np.nan_to_num(matrix.to_numpy(dtype=np.float64))
    columns = ["branch_a", "branch_b", "height", "size"]
    if len(labels) < 2:
        types = {"branch_a": "int64", "branch_b": "int64", "height": "float64", "size": "int64"}
        return Clustering(labels, pd.DataFrame(columns=columns).astype(types))
    # Rounded so that the last bit of a sum cannot change which of two equal distances merges first.
    distance = np.round(np.clip(1 - (values + values.T) / 2, 0, None), 12)
    np.fill_diagonal(distance, 0)
    condensed = squareform(distance, checks=False)
    merges = linkage(condensed, method="average", optimal_ordering=len(labels) <= _OPTIMAL_ORDER)
    leaves = leaves_list(merges)
    position = np.arange(2 * len(labels) - 1)
    position[leaves] = np.arange(len(labels))
    children = np.sort(position[merges[:, :2].astype(np.int64)], axis=1)
    tree = pd.DataFrame(
        {
            "branch_a": children[:, 0],
            "branch_b": children[:, 1],
            "height": merges[:, 2],
            "size": merges[:, 3].astype(np.int64),
        }
    )
    return Clustering([labels[i] for i in leaves], tree)


def nearest(
    dfm: DocumentFeatureMatrix,
    *,
    n: int = 5,
    measure: str = "cosine",
    corpus: Corpus | None = None,
    across: str | None = None,
) -> pd.DataFrame:
    """Find for every row the rows most like it.

    Parameters
    ----------
    dfm : DocumentFeatureMatrix
        Counts or weights (``tfidf``); tens of thousands of rows are fine, no square matrix is made.
    n : int
        Neighbours per row.
    measure : str
        cosine, jaccard, dice, ejaccard or correlation.
    corpus : Corpus, optional
        Needed for ``across``.
    across : {"doc_id", "unit", "year"}, optional
        Leave out neighbours of the same document, unit or year: the sections nearest in other documents.

    Returns
    -------
    DataFrame
        row, neighbour, rank (from 1), similarity. Neighbours with similarity 0 or less are left out.

    Raises
    ------
    InputError
        If the measure or ``across`` does not exist.

    Examples
    --------
    >>> from plananalysis.counts import count_features
    >>> from plananalysis.examples import spaced_corpus
    >>> corpus, tokens = spaced_corpus({"甲": "党建 学习", "乙": "党建 服务", "丙": "审计"})
    >>> nearest(count_features(tokens, corpus), measure="jaccard").round(2)
      row neighbour  rank  similarity
    0   乙         甲     1        0.33
    1   甲         乙     1        0.33
    """
    check_matrix(dfm)
    if corpus is not None:
        check_corpus(corpus)
    _check(measure)
    if n < 1:
        raise InputError("n must be 1 or more, not {n}", n=n)
    groups = None
    if across is not None:
        if across not in ("doc_id", "unit", "year"):
            raise InputError(
                "cannot leave out neighbours of the same {across!r}; use doc_id, unit or year", across=across
            )
        if corpus is None:
            raise InputError("across needs the corpus, to know which row belongs where")
        found, _ = pd.factorize(describe_rows(dfm, corpus)[across].replace("", None))
        # A row that belongs to no single document or unit shares it with nobody.
        groups = np.where(found < 0, found.max(initial=0) + 1 + np.arange(len(found)), found)
    if len(dfm.rows) == 1:
        warn(
            "nearest: the matrix has one row ({rows}), which has no neighbour; count by smaller parts",
            rows=dfm.rows[0],
        )
    rows = _nearest_codes(dfm, n=n, measure=measure, groups=groups)
    if not len(rows):
        return empty("nearest")
    table = pd.DataFrame(
        {
            "row": dfm.rows[rows[:, 0].astype(np.int64)],
            "neighbour": dfm.rows[rows[:, 1].astype(np.int64)],
            "rank": rows[:, 2],
            "similarity": rows[:, 3],
        }
    )
    return conform(table, "nearest")


def _check(measure: str) -> None:
    """Refuse an unknown measure."""
    if measure not in MEASURES:
        raise InputError("unknown measure {measure!r}; use {measures}", measure=measure, measures=MEASURES)


def _matrix(dfm: DocumentFeatureMatrix, measure: str) -> np.ndarray:
    """Return the square array of similarities."""
    values = np.empty((len(dfm.rows), len(dfm.rows)))
    for start, block in _blocks(dfm, measure):
        values[start : start + len(block)] = block
    values = (values + values.T) / 2
    filled = np.diff(_filled(dfm.matrix).indptr) > 0
    np.fill_diagonal(values, np.where(filled, 1.0, 0.0))
    return values


def _nearest_codes(
    dfm: DocumentFeatureMatrix, *, n: int, measure: str, groups: np.ndarray | None
) -> np.ndarray:
    """Return rows of (row, neighbour, rank, similarity)."""
    found = []
    for start, block in _blocks(dfm, measure):
        here = np.arange(start, start + len(block))
        block[np.arange(len(block)), here] = -np.inf
        if groups is not None:
            block[groups[here][:, None] == groups[None, :]] = -np.inf
        k = min(n, block.shape[1])
        # The k-th largest value, and everything that reaches it up to the last bit: ties go by row order.
        bound = np.partition(block, block.shape[1] - k, axis=1)[:, -k] - 1e-12
        row, column = np.nonzero((block >= bound[:, None]) & (block > 0))
        value = block[row, column]
        order = np.lexsort((column, -np.round(value, 12), row))
        row, column, value = row[order], column[order], value[order]
        rank = np.arange(len(row)) - np.searchsorted(row, row) + 1
        keep = rank <= n
        found.append(np.column_stack((row + start, column, rank, value))[keep])
    return np.concatenate(found) if found else np.empty((0, 4))


def _pairwise(dfm: DocumentFeatureMatrix, measure: str, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Return the similarity of given pairs of rows."""
    parts = _Parts(dfm.matrix, measure)
    values = np.empty(len(a))
    for start in range(0, len(a), 20_000):
        at = slice(start, start + 20_000)
        inner = np.asarray(parts.left[a[at]].multiply(parts.left[b[at]]).sum(axis=1)).ravel()
        values[at] = parts.finish(inner, a[at], b[at])
    return values


def _blocks(dfm: DocumentFeatureMatrix, measure: str) -> Iterator[tuple[int, np.ndarray]]:
    """Yield the similarities of a block of rows with all rows, as (first row, dense array).

    The diagonal is left to the caller: terms that no other row uses are not multiplied.
    """
    parts = _Parts(dfm.matrix, measure)
    matrix = parts.left
    n_rows = matrix.shape[0]
    df = np.bincount(matrix.indices, minlength=matrix.shape[1])
    frequent = df > max(1, _DENSE_SHARE * n_rows)
    dense = matrix[:, frequent].toarray()
    rare = matrix[:, ~frequent & (df > 1)]
    rare_across = rare.T.tocsr()
    everything = np.arange(n_rows)
    for start in range(0, n_rows, _BLOCK):
        here = np.arange(start, min(start + _BLOCK, n_rows))
        inner = dense[here] @ dense.T
        inner += (rare[here] @ rare_across).toarray()
        yield start, parts.finish(inner, here[:, None], everything[None, :])


def _filled(matrix: sparse.csr_array) -> sparse.csr_array:
    """Return the matrix without stored zeros."""
    if np.all(matrix.data != 0):
        return matrix
    result = matrix.copy()
    result.eliminate_zeros()
    return result


class _Parts:
    """The rows whose inner products a measure needs, and how it is finished from those."""

    def __init__(self, matrix: sparse.csr_array, measure: str) -> None:
        self.measure = measure
        left = _filled(matrix).astype(np.float64)
        if measure in ("jaccard", "dice"):
            left.data = np.ones_like(left.data)
        self.left = left
        squares = left.copy()
        squares.data = squares.data**2
        self.square = np.asarray(squares.sum(axis=1)).ravel()
        self.total = np.asarray(left.sum(axis=1)).ravel()
        self.n_features = max(1, matrix.shape[1])

    def finish(self, inner: np.ndarray, a: np.ndarray, b: np.ndarray) -> np.ndarray:
        """Return similarities from the inner products of rows ``a`` and ``b``."""
        square_a, square_b = self.square[a], self.square[b]
        if self.measure == "correlation":
            mean = self.total / self.n_features
            inner = inner - self.n_features * mean[a] * mean[b]
            spread = np.maximum(self.square - self.n_features * mean**2, 0)
            # Below this a row is constant up to rounding, and has no correlation with anything.
            spread[spread <= 1e-12 * self.square] = 0
            divisor = np.sqrt(spread[a] * spread[b])
        elif self.measure == "cosine":
            divisor = np.sqrt(square_a * square_b)
        elif self.measure == "dice":
            inner, divisor = 2 * inner, square_a + square_b
        else:
            divisor = square_a + square_b - inner
        shape = np.broadcast_shapes(inner.shape, divisor.shape)
        result = np.divide(inner, divisor, out=np.zeros(shape), where=divisor > 0)
        return np.clip(result, -1.0, 1.0, out=result)
