"""Complete families: two passages taken from the same third one are compared with each other, too.

Two reworded copies of one source may share too little to be found by themselves, but that both follow it makes much weaker
evidence enough.
"""

import numpy as np

from plananalysis.reuse.columns import heaviest, joined
from plananalysis.reuse.matches import Matches, neighbours, overlap, pair_keys
from plananalysis.reuse.matching.choose import CLAUSE, INSIDE
from plananalysis.reuse.matching.clauses import agreed, follow_clauses
from plananalysis.reuse.matching.log_odds import weigh
from plananalysis.reuse.seeds.bigrams import Bigrams
from plananalysis.reuse.seeds.common import FEWEST_CANDIDATES, most_candidates
from plananalysis.reuse.seeds.fingerprint import Fingerprint

MOST_COPIES = 16
"""Passages taken from one place that are compared with each other, 120 pairs; of more, each is compared with its source only."""

SAME_SOURCE = 0.6
"""Share of the longer of two ranges that both hold, if they are the same place of a source."""

COPY_NATS = 15.0
"""Log-odds that two copies of one source need: less than half of what a reordered passage needs in any corpus."""

COPY_ALLOWANCE = 0.06
"""Agreement of clauses that two copies of one source need less."""

PART = 0.8
"""Share of a passage between two copies that may have been found before it, at most; else nothing new is found."""

COPY_PAIRS_PER_CANDIDATE = 1 / 8
"""Pairs of copies that are looked at per candidate: bounds the time where many documents copy one source."""

COPY_PAIRS_PER_CANDIDATE_IF_FEW = 1 / 2
"""The same where the corpus is small and has the fewest candidates there are."""


def most_copy_pairs(n_letters: int) -> int:
    """Return how many pairs of copies are looked at in a corpus of so many letters."""
    return max(
        int(COPY_PAIRS_PER_CANDIDATE_IF_FEW * FEWEST_CANDIDATES),
        int(COPY_PAIRS_PER_CANDIDATE * most_candidates(n_letters)),
    )


def complete(
    fp: Fingerprint,
    bigrams: Bigrams,
    found: Matches,
    *,
    shortest: int,
    within: bool,
    side: np.ndarray | None,
) -> Matches:
    """Return the passages found and further ones, between the copies of each source.

    A further passage takes the place of what was found within it, if that is only a part of it.

    Parameters
    ----------
    fp, bigrams
        The corpus.
    found
        Passages found so far.
    shortest
        Letters that a further passage has at least.
    within, side
        As for :func:`~plananalysis.reuse.seeds.runs.find_runs`.
    """
    x, y = _copies_of_one_source(found)
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
    candidates = Matches(left[0][ok], left[1][ok], right[0][ok], right[1][ok])
    candidates = candidates.take(heaviest(candidates.a1 - candidates.a0, most_copy_pairs(fp.n_letters)))
    candidates = _unknown(fp, candidates, found)
    candidates = candidates.take(weigh(bigrams, candidates, rounds=1).score >= COPY_NATS)
    further, agreement = follow_clauses(fp, candidates)
    size = np.minimum(further.a1 - further.a0, further.b1 - further.b0)
    further = further.take((agreement >= agreed(size) - COPY_ALLOWANCE) & (size >= shortest))
    parts = np.zeros(found.a0.size, dtype=bool)
    for _, j, _, _ in _touching(fp, further, found):
        parts[j] = found.a1[j] - found.a0[j] >= CLAUSE
    return joined(found.take(~parts), further)


def _ends(found: Matches, side: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the range that lies opposite to each side (number 2 i for the ``a`` side of passage i, 2 i + 1 for ``b``)."""
    i, is_b = side >> 1, (side & 1).astype(bool)
    return np.where(is_b, found.a0[i], found.b0[i]), np.where(is_b, found.a1[i], found.b1[i])


def _copies_of_one_source(found: Matches) -> tuple[np.ndarray, np.ndarray]:
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
    if order.size > MOST_COPIES:
        first = np.flatnonzero(same(MOST_COPIES))
        for lag in range(MOST_COPIES + 1):
            crowded[first + lag] = True
    pairs_x, pairs_y = [np.empty(0, dtype=np.int64)], [np.empty(0, dtype=np.int64)]
    for lag in range(1, min(MOST_COPIES, order.size)):
        close = np.flatnonzero(same(lag) & ~crowded[:-lag] & ~crowded[lag:])
        pairs_x.append(order[close])
        pairs_y.append(order[close + lag])
    return np.concatenate(pairs_x), np.concatenate(pairs_y)


def _touching(fp: Fingerprint, candidates: Matches, found: Matches):
    """Yield pairs of candidates and found passages that overlap on both sides, and by how many letters."""
    for i, j in neighbours(fp, candidates, found):
        common_a = overlap(candidates.a0[i], candidates.a1[i], found.a0[j], found.a1[j])
        common_b = overlap(candidates.b0[i], candidates.b1[i], found.b0[j], found.b1[j])
        both = (common_a > 0) & (common_b > 0)
        yield i[both], j[both], common_a[both], common_b[both]


def _unknown(fp: Fingerprint, candidates: Matches, found: Matches) -> Matches:
    """Return the candidates, none touching another, of which at most a part has been found."""
    n = candidates.a0.size
    known_a, known_b = np.zeros(n, dtype=np.int64), np.zeros(n, dtype=np.int64)
    across = np.zeros(n, dtype=bool)
    for i, j, common_a, common_b in _touching(fp, candidates, found):
        known_a[i] += common_a
        known_b[i] += common_b
        across[i] |= (common_a < INSIDE * (found.a1[j] - found.a0[j])) | (
            common_b < INSIDE * (found.b1[j] - found.b0[j])
        )
    size_a, size_b = candidates.a1 - candidates.a0, candidates.b1 - candidates.b0
    candidates = candidates.take(~across & (known_a < PART * size_a) & (known_b < PART * size_b))
    order = np.lexsort((candidates.b0, candidates.a0, pair_keys(fp, candidates.a0, candidates.b0)))
    columns = [side[order].tolist() for side in (pair_keys(fp, candidates.a0, candidates.b0), *candidates)]
    keep: list[int] = []
    here: list[tuple[int, int, int, int]] = []
    last = None
    for i, key, a0, a1, b0, b1 in zip(order.tolist(), *columns, strict=True):
        if key != last:
            here, last = [], key
        if not any(a0 < y1 and y0 < a1 and b0 < z1 and z0 < b1 for y0, y1, z0, z1 in here):
            keep.append(i)
            here.append((a0, a1, b0, b1))
    return candidates.take(np.asarray(sorted(keep), dtype=np.int64))
