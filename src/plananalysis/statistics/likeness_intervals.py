"""How sure a similarity is: the block jackknife over the text of either side."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy import sparse

from plananalysis.counts import DocumentFeatureMatrix, as_category, kept_tokens

BLOCKS = 20
"""Stretches that the text of each side is cut into; each is left out once."""
SURE = 1.959964
"""Standard errors on either side of a 95 % interval."""
MOST_ROWS = 120
"""Of more rows no interval is told: the work grows with their square, and nobody reads so many pairs one by one."""
FEWEST_TOKENS = 2 * BLOCKS
"""A side with fewer counted tokens has no interval: its stretches would be single words."""


class Intervals(NamedTuple):
    """Ends of the 95 % interval of the cosine of each pair; NaN where it cannot be told."""

    low: np.ndarray
    high: np.ndarray


def cosine_intervals(
    tokens: pd.DataFrame,
    counts: DocumentFeatureMatrix,
    rows: pd.Series,
    pairs: tuple[np.ndarray, np.ndarray],
    *,
    key: str = "doc_id",
    kinds: Sequence[str] = ("word", "slogan"),
) -> Intervals:
    """Return how far the cosine of each pair would move with other stretches of text.

    The counted tokens of each row are cut, in reading order, into twenty stretches of one length. Each is left out in
    turn, the weights of the terms staying as they are: a delete-a-group jackknife whose groups are blocks of running text,
    because what stands side by side is of one topic. The variances of the two sides add up.

    Parameters
    ----------
    tokens, counts
        The tokens, and the matrix of what is compared, counted from them.
    rows
        The row of every document or passage, by its name (:func:`plananalysis.counts.row_of_each`).
    pairs
        Rows compared.
    key, kinds
        The column of the tokens that holds the name, and the tokens that were counted.

    Notes
    -----
    ``se² = (B − 1) / B · Σ (θ₋ᵦ − θ̄)²`` over the B stretches of a side (Künsch 1989, The jackknife and the bootstrap for
    general stationary observations, Annals of Statistics 17, 1217–1241; blocks without overlap).
    """
    n_rows = len(counts.rows)
    if n_rows > MOST_ROWS:
        unknown = np.full(len(pairs[0]), np.nan)
        return Intervals(unknown, unknown)
    blocks, filled = _blocks(tokens, counts, rows, key, kinds)
    n_docs = np.bincount(counts.matrix.indices[counts.matrix.data != 0], minlength=counts.matrix.shape[1])
    idf = sparse.diags_array(np.log((1 + n_rows) / (1 + n_docs)) + 1).tocsr()
    parts = (blocks @ idf).tocsr()
    whole = (counts.matrix.astype(np.float64) @ idf).tocsr()
    row = np.repeat(np.arange(n_rows), BLOCKS)
    inner = (whole @ whole.T).toarray()
    cut = (parts @ whole.T).toarray()
    square = np.asarray(parts.multiply(parts).sum(axis=1)).ravel()
    norm = np.sqrt(np.maximum(inner.diagonal(), 1e-300))
    # Of row i without its stretch: the products with all rows, and its length.
    left = inner[row] - cut
    length = np.sqrt(np.maximum(inner.diagonal()[row] - 2 * cut[np.arange(len(row)), row] + square, 1e-300))
    cosine = (left / length[:, None] / norm[None, :]).reshape(n_rows, BLOCKS, n_rows)
    spread = (BLOCKS - 1) / BLOCKS * ((cosine - cosine.mean(axis=1, keepdims=True)) ** 2).sum(axis=1)
    error = np.sqrt(spread + spread.T)
    error[~filled] = error[:, ~filled] = np.nan
    a, b = pairs
    middle = inner[a, b] / norm[a] / norm[b]
    return Intervals(np.clip(middle - SURE * error[a, b], 0, 1), np.clip(middle + SURE * error[a, b], 0, 1))


def _blocks(
    tokens: pd.DataFrame,
    counts: DocumentFeatureMatrix,
    rows: pd.Series,
    key: str,
    kinds: Sequence[str],
) -> tuple[sparse.csr_array, np.ndarray]:
    """Return stretches by terms, twenty for each row, and which rows have text enough for them."""
    names, terms = as_category(tokens[key]), as_category(tokens["token"])
    row = rows.reindex(names.categories, fill_value=-1).to_numpy()[names.codes]
    column = counts.features.get_indexer(pd.Index(terms.categories))[terms.codes]
    mask = kept_tokens(tokens, kinds) & (column >= 0) & (row >= 0)
    row, column, name = row[mask].astype(np.int64), column[mask], names.codes[mask]
    size = np.bincount(row, minlength=len(counts.rows))
    # Where a token stands in the text of its row: tokens of one document or passage follow each other.
    first = np.flatnonzero(np.diff(name, prepend=-1))
    length = np.diff(first, append=len(name))
    before = pd.Series(length).groupby(row[first]).cumsum().to_numpy() - length
    within = np.arange(len(row)) - np.repeat(first - before, length)
    block = row * BLOCKS + within * BLOCKS // np.maximum(1, size[row])
    shape = (len(counts.rows) * BLOCKS, len(counts.features))
    found = sparse.coo_array((np.ones(len(row)), (block, column)), shape=shape).tocsr()
    return found, size >= FEWEST_TOKENS
