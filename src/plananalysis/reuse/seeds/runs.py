"""Find the common runs of letters that may be part of a shared passage.

Equal grams make pairs of places, tens of millions in a large corpus, most of which are equal by chance. A pair is kept if
the letters after it go on agreeing, or if the surroundings of its two places are alike.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from plananalysis.reuse.columns import order_of
from plananalysis.reuse.seeds.fingerprint import Fingerprint, four_letters, fours
from plananalysis.reuse.seeds.grams import Grams
from plananalysis.reuse.seeds.surroundings import BITS, WORDS, Surroundings, likeness

_MOST_STEPS = 4096
"""Letters that all runs are lengthened by together, at most; longer ones go on one by one."""

_FEW = 64
"""Runs still going on, and letters gone, from which on they go on one by one, a block at a time: a matter of speed alone."""

_FIRST_BLOCK = 256
"""Letters of the first block that a long run is lengthened by; each further block is twice as long."""


class Runs(NamedTuple):
    """Common runs: ``codes[a:a + length] == codes[b:b + length]``, as long as they can be."""

    a: np.ndarray
    b: np.ndarray
    length: np.ndarray

    def take(self, which: np.ndarray) -> "Runs":
        """Return the runs chosen by a mask or by indices."""
        return Runs(self.a[which], self.b[which], self.length[which])


def find_runs(
    fp: Fingerprint,
    grams: Grams,
    *,
    size: int,
    long: int,
    alike: Surroundings | None = None,
    most: int = 0,
    within: bool = False,
    side: np.ndarray | None = None,
) -> Runs:
    """Return common runs that may be part of a shared passage, ``a`` before ``b``, as long as they can be.

    A run counts if it has ``long`` letters, or if the surroundings of its places are among those most alike.

    Parameters
    ----------
    fp, grams
        The corpus and its equal grams.
    size
        Letters in a gram.
    long
        Letters from which on a run is kept whatever its surroundings.
    alike
        Surroundings of all places; where not given, only long runs count.
    most
        How many of the shorter runs count, but for those whose surroundings are as much alike as those of the last.
    within
        Look for runs between two places of one document, too.
    side
        Class of each segment; where given, only runs between two different classes count.
    """
    best = _MostAlike(most)
    found = [np.empty((2, 0), dtype=np.int32)]
    words, offsets = four_letters(fp.codes), _offsets(size, long)
    largest = max((positions.size for positions, _ in grams.groups), default=0)
    room = np.empty((largest, WORDS), dtype=np.uint64) if alike else None
    for positions, first in grams.groups:
        places = alike.at(positions, room) if alike else None
        after = _word(words, positions + offsets[0]) if offsets else np.zeros_like(positions)
        for left, right in _starts(fp, grams, positions, first, within=within, side=side):
            goes_on = after[left] == after[right]
            further = np.flatnonzero(goes_on)
            a, b = positions[left[further]], positions[right[further]]
            long_enough = _go_on(words, a, b, offsets[1:])
            goes_on[further] = long_enough
            found.append(np.stack([a[long_enough], b[long_enough]]))
            if places:
                left, right = left[~goes_on], right[~goes_on]
                best.add(positions[left], positions[right], likeness(places, left, right))
    a, b = np.concatenate([*found, best.pairs()], axis=1)
    return extended(fp.codes, a, b, size)


def _starts(
    fp: Fingerprint,
    grams: Grams,
    positions: np.ndarray,
    first: np.ndarray,
    *,
    within: bool,
    side: np.ndarray | None,
) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Yield the indices of pairs of places where equal usable grams begin a common run."""
    group = np.cumsum(first, dtype=np.int32)
    segment = fp.segment[positions]
    doc = fp.segment_doc[segment]
    before, free = fp.codes[positions - 1], grams.docs[positions - 1] == 0
    left = np.arange(positions.size - 1, dtype=np.int32)
    lag = 1
    while left.size:
        left = left[: np.searchsorted(left, positions.size - lag)]
        left = left[group[left] == group[left + lag]]
        right = left + np.int32(lag)
        begins = (before[left] != before[right]) | free[left] | free[right]
        if not within:
            begins &= doc[left] != doc[right]
        if side is not None:
            begins &= side[segment[left]] != side[segment[right]]
        yield left[begins], right[begins]
        lag += 1


def _offsets(size: int, long: int) -> list[int]:
    """Return from which letters on four are to be compared to know whether a run has ``long`` letters."""
    return fours(size, long) if long > size else []


def _word(words: np.ndarray, at: np.ndarray) -> np.ndarray:
    """Return the four letters at each place, the last four of all where it lies beyond them."""
    return words[np.minimum(at, words.size - 1)]


def _go_on(words: np.ndarray, a: np.ndarray, b: np.ndarray, offsets: list[int]) -> np.ndarray:
    """Return which runs go on at all these offsets; some that end at a barrier on both sides are among them."""
    goes_on = np.ones(a.size, dtype=bool)
    left = np.arange(a.size)
    for offset in offsets:
        same = _word(words, a[left] + offset) == _word(words, b[left] + offset)
        goes_on[left[~same]] = False
        left = left[same]
    return goes_on


class _MostAlike:
    """Keep the pairs of places whose surroundings are most alike, about so many, in whatever order they come."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.kept = [np.empty((3, 0), dtype=np.int32)]  # rows: a, b, level
        self.counts = np.zeros(BITS + 1, dtype=np.int64)
        self.least = 0

    def add(self, a: np.ndarray, b: np.ndarray, score: np.ndarray) -> None:
        """Add pairs, but for those that are too little alike by what is known now."""
        level = np.clip(score, 0, BITS).astype(np.int32)
        self.counts += np.bincount(level, minlength=BITS + 1)
        enough = np.cumsum(self.counts[::-1])[::-1] >= self.most
        self.least = int(np.flatnonzero(enough).max(initial=0))
        keep = level >= self.least
        self.kept.append(np.stack([a[keep], b[keep], level[keep]]))

    def pairs(self) -> np.ndarray:
        """Return two rows: the first and the second place of every pair."""
        pairs = np.concatenate(self.kept, axis=1)
        return pairs[:2, pairs[2] >= self.least]


def extended(codes: np.ndarray, a: np.ndarray, b: np.ndarray, size: int) -> Runs:
    """Lengthen runs of ``size`` letters to both sides as far as the letters agree."""
    before = common_length(codes, a - 1, b - 1, -1)
    a, b = a - before, b - before
    after = common_length(codes, a + before + size, b + before + size, 1)
    length = before + size + after
    if before.any():  # the same run may have been met at two grams
        order = order_of(a, b)
        a, b, length = a[order], b[order], length[order]
        new = np.ones(a.size, dtype=bool)
        new[1:] = (a[1:] != a[:-1]) | (b[1:] != b[:-1])
        a, b, length = a[new], b[new], length[new]
    return Runs(a, b, length)


def common_length(codes: np.ndarray, a: np.ndarray, b: np.ndarray, step: int) -> np.ndarray:
    """Return how many letters from ``a`` and ``b`` on agree, going forward (1) or back (-1)."""
    length = np.zeros(a.size, dtype=np.int32)
    left = np.arange(a.size)
    x, y = a.copy(), b.copy()
    for step_number in range(_MOST_STEPS):
        here = codes[x]
        same = (here == codes[y]) & (here != 0)
        left, x, y = left[same], x[same] + step, y[same] + step
        if not left.size:
            return length
        length[left] += 1
        if left.size < _FEW and step_number >= _FEW:
            break
    for i, p, q in zip(left.tolist(), x.tolist(), y.tolist(), strict=True):
        length[i] += _long_common(codes, p, q, step)
    return length


def _long_common(codes: np.ndarray, p: int, q: int, step: int) -> int:
    """Count agreeing letters of one long run, a growing block at a time."""
    total, block = 0, _FIRST_BLOCK
    while True:
        size = min(block, codes.size - max(p, q) if step > 0 else min(p, q) + 1)
        x = codes[p : p + size] if step > 0 else codes[p - size + 1 : p + 1][::-1]
        y = codes[q : q + size] if step > 0 else codes[q - size + 1 : q + 1][::-1]
        differs = (x != y) | (x == 0)
        if differs.any():
            return total + int(differs.argmax())
        total, p, q, block = total + size, p + step * size, q + step * size, block * 2
