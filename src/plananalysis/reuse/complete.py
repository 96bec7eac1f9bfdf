"""Complete families: two passages taken from the same third one are compared with each other, too.

Two reworded copies of one source may share too little to be found by themselves, but their kinship through the source
makes much weaker evidence enough.
"""

import numpy as np

from plananalysis.reuse.choose import overlap
from plananalysis.reuse.clusters import Clusters, pair_keys
from plananalysis.reuse.common import FEWEST_CANDIDATES, heaviest, most_candidates
from plananalysis.reuse.evidence import Bigrams, weigh
from plananalysis.reuse.fingerprint import Fingerprint

MOST_KIN = 16
"""Passages taken from one place that are compared with each other; of more, each is compared with its source only."""

SAME_SOURCE = 0.6


def most_kin(n_letters: int) -> int:
    """Return how many pairs of copies are looked at in a corpus of so many letters."""
    return max(FEWEST_CANDIDATES // 2, most_candidates(n_letters) // 8)


def complete(
    fp: Fingerprint,
    bigrams: Bigrams,
    found: Clusters,
    *,
    score: float,
    shortest: int,
    within: bool,
    side: np.ndarray | None,
    most: int,
) -> Clusters:
    """Return further passages, between the copies of each source.

    Parameters
    ----------
    fp, bigrams
        The corpus.
    found
        Passages found so far.
    score
        Log-odds that a further passage needs.
    shortest
        Letters that a further passage has at least.
    within, side
        As for :func:`~plananalysis.reuse.candidates.find_runs`.
    most
        Pairs of copies that are looked at, the longest first.
    """
    x, y = _kin(fp, found)
    first, second = _ends(found, x), _ends(found, y)
    swap = second[0] < first[0]
    left = [np.where(swap, q, p) for p, q in zip(first, second, strict=True)]
    right = [np.where(swap, p, q) for p, q in zip(first, second, strict=True)]
    segment_a, segment_b = fp.segment[left[0]], fp.segment[right[0]]
    ok = left[1] <= right[0]
    if not within:
        ok &= fp.segment_doc[segment_a] != fp.segment_doc[segment_b]
    if side is not None:
        ok &= side[segment_a] != side[segment_b]
    ok &= np.minimum(left[1] - left[0], right[1] - right[0]) >= shortest
    candidates = Clusters(left[0][ok], left[1][ok], right[0][ok], right[1][ok])
    candidates = candidates.take(heaviest(candidates.a1 - candidates.a0, most))
    candidates = _unknown(fp, candidates, found)
    seen = weigh(bigrams, candidates, rounds=1)
    return candidates.take(seen.score >= score)


def _ends(found: Clusters, side: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the range that lies opposite to each side (number 2 i for the ``a`` side of passage i, 2 i + 1 for ``b``)."""
    i, is_b = side >> 1, (side & 1).astype(bool)
    return np.where(is_b, found.a0[i], found.b0[i]), np.where(is_b, found.a1[i], found.b1[i])


def _kin(fp: Fingerprint, found: Clusters) -> tuple[np.ndarray, np.ndarray]:
    """Return pairs of sides whose ranges are the same place of a source."""
    start = np.empty(2 * found.a0.size, dtype=np.int64)
    end = np.empty_like(start)
    start[0::2], start[1::2], end[0::2], end[1::2] = found.a0, found.b0, found.a1, found.b1
    order = np.lexsort((end, start))
    low, high = start[order], end[order]

    def same(lag: int) -> np.ndarray:
        size = high - low
        common = overlap(low[:-lag], high[:-lag], low[lag:], high[lag:])
        return common >= SAME_SOURCE * np.maximum(size[:-lag], size[lag:])

    crowded = np.zeros(order.size, dtype=bool)
    if order.size > MOST_KIN:
        first = np.flatnonzero(same(MOST_KIN))
        for lag in range(MOST_KIN + 1):
            crowded[first + lag] = True
    pairs_x, pairs_y = [np.empty(0, dtype=np.int64)], [np.empty(0, dtype=np.int64)]
    for lag in range(1, min(MOST_KIN, order.size)):
        kin = np.flatnonzero(same(lag) & ~crowded[:-lag] & ~crowded[lag:])
        pairs_x.append(order[kin])
        pairs_y.append(order[kin + lag])
    return np.concatenate(pairs_x), np.concatenate(pairs_y)


def _unknown(fp: Fingerprint, candidates: Clusters, found: Clusters) -> Clusters:
    """Return the candidates, once each, that no found passage of the same documents touches."""
    n = candidates.a0.size
    touched_pairs = pair_keys(fp, candidates.a0, candidates.b0)
    found = found.take(np.isin(pair_keys(fp, found.a0, found.b0), touched_pairs))
    both = Clusters(*(np.concatenate(pair) for pair in zip(found, candidates, strict=True)))
    key = fp.segment[both.a0].astype(np.int64) * fp.starts.size + fp.segment[both.b0]
    is_new = np.arange(both.a0.size) >= found.a0.size
    order = np.lexsort((both.b0, both.a0, is_new, key))
    keep = np.zeros(both.a0.size, dtype=bool)
    here: list[int] = []
    last = None
    columns = [side.tolist() for side in both]
    keys, new = key.tolist(), is_new.tolist()
    for i in order.tolist():
        if keys[i] != last:
            here, last = [], keys[i]
        a0, a1, b0, b1 = (column[i] for column in columns)
        touched = any(
            a0 < columns[1][j] and columns[0][j] < a1 and b0 < columns[3][j] and columns[2][j] < b1
            for j in here
        )
        if new[i] and not touched:
            keep[i] = True
        if not touched or not new[i]:
            here.append(i)
    return candidates.take(keep[-n:] if n else keep[:0])
