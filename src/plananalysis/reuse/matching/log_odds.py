"""Weigh the evidence that a stretch of one document follows one of another, and find where it ends.

Each bigram (pair of neighbouring letters) of one window is either present in the other window or not. Presence is evidence
for a copy, with the log-odds ``ln((p + (1 - p) q) / q)`` absence is evidence against it, with ``ln(1 - p)``, where ``p`` is the
share of bigrams that a rewording keeps and ``q = 1 - exp(-f L)`` the chance to meet a bigram of corpus frequency
``f`` among the ``L`` of the other window. The stretch of highest total is the passage (Kadane's maximum sum), found
on one side, then on the other, until neither changes. The order of the bigrams plays no part, so moved clauses are found, too.
"""

from typing import NamedTuple

import numpy as np

from plananalysis.reuse.columns import batches, flat, joined
from plananalysis.reuse.matches import Matches
from plananalysis.reuse.seeds.bigrams import SLOT_BITS, STEPS, Bigrams

KEPT = 0.4
"""Share ``p`` of bigrams that a heavy rewording keeps: where a third of the words are replaced, two thirds of the bigrams within a
word stay, and of those across two words two thirds of two thirds."""

STRONGEST = 2.5
"""Log-odds of the rarest bigram that is present, at most, or else one rare name would make up for a whole window."""

RAREST_CHANCE = 1e-4
"""Chance ``q`` to meet a bigram, at least: below, the log-odds are at their strongest anyway."""

SUREST_CHANCE = 0.95
"""Chance to meet a bigram, at most: one that stands in every window is no evidence, and none against a copy."""

ROUNDS = 4
"""How often each side is narrowed to the other, at most; nearly all have come to an end after two."""

_RATES = 1 << 8
"""Different frequencies of bigrams, as they are kept in a byte."""

_BATCH_LETTERS = 1 << 17
"""Letters of the windows that are looked at together: bounds the memory, decides nothing."""

_CLOSE = 1e-6
"""Difference below which two sums of log-odds are equal: the error of adding them up in another order."""


class Evidence(NamedTuple):
    """Windows narrowed to the passage, the smaller side's log-odds, and the bigrams present on each side."""

    a0: np.ndarray
    a1: np.ndarray
    b0: np.ndarray
    b1: np.ndarray
    score: np.ndarray
    kept_a: np.ndarray
    kept_b: np.ndarray

    def take(self, which: np.ndarray | slice) -> "Evidence":
        """Return the passages chosen by a mask or by indices."""
        return Evidence(*(column[which] for column in self))


def weigh(bigrams: Bigrams, found: Matches, *, rounds: int = ROUNDS) -> Evidence:
    """Narrow windows to the stretches that follow each other.

    Parameters
    ----------
    bigrams
        Bigrams of the corpus.
    found
        Windows to look at, wide enough to hold the passage.
    rounds
        How often each side is narrowed to the other, at most.
    """
    size = np.maximum(found.a1 - found.a0, found.b1 - found.b0)
    ranges = list(batches(size, _BATCH_LETTERS))
    table = np.zeros(max((end - start for start, end in ranges), default=0) << SLOT_BITS, dtype=bool)
    parts = [_weigh_batch(bigrams, found.take(slice(*part)), rounds, table) for part in ranges]
    if not parts:
        none = np.empty(0, dtype=np.int64)
        return Evidence(none, none, none, none, none.astype(float), none, none)
    return joined(*parts)


def _weigh_batch(bigrams: Bigrams, found: Matches, rounds: int, table: np.ndarray) -> Evidence:
    """Narrow one batch of windows; ``table`` is clear before and after."""
    a0, a1, b0, b1 = (np.asarray(side, dtype=np.int64).copy() for side in found)
    n = a0.size
    score_a, score_b = np.zeros(n), np.zeros(n)
    active = np.arange(n)
    for _ in range(rounds):
        x0, x1, y0, y1 = a0[active], a1[active], b0[active], b1[active]
        a0[active], a1[active], score_a[active] = _best(bigrams, x0, x1, y0, y1, table)
        start, end, score_b[active] = _best(bigrams, y0, y1, a0[active], a1[active], table)
        b0[active], b1[active] = start, end
        moved = (a0[active] != x0) | (a1[active] != x1) | (start != y0) | (end != y1)
        active = active[moved & (end - start > 2)]
        if not active.size:
            break
    kept_a = _count_present(bigrams, a0, a1, b0, b1, table)
    kept_b = _count_present(bigrams, b0, b1, a0, a1, table)
    return Evidence(a0, a1, b0, b1, np.minimum(score_a, score_b), kept_a, kept_b)


def _present(bigrams: Bigrams, x0, x1, y0, y1, table: np.ndarray):
    """Return positions and owners of the bigrams of the x windows, and whether the y window holds each."""
    y, owner_y, _ = flat(y0, y1 - 1)
    slots = (owner_y << SLOT_BITS) + bigrams.slot[y]
    table[slots] = True
    x, owner, first = flat(x0, x1 - 1)
    present = table[(owner << SLOT_BITS) + bigrams.slot[x]]
    table[slots] = False
    return x, owner, first, present


def _count_present(bigrams: Bigrams, x0, x1, y0, y1, table: np.ndarray) -> np.ndarray:
    """Count the bigrams of the x windows that the y windows hold."""
    _, owner, _, present = _present(bigrams, x0, x1, y0, y1, table)
    return np.bincount(owner[present], minlength=x0.size)


def _best(bigrams: Bigrams, x0, x1, y0, y1, table: np.ndarray):
    """Return the stretch of each x window that follows its y window best, and its log-odds."""
    x, owner, first, gain = _gains(bigrams, x0, x1, y0, y1, table)
    if not x.size:
        return x0, x0, np.zeros(x0.size)
    best_from, best_to, best = best_stretch(gain, owner, first, x0.size)
    empty = best <= 0
    return np.where(empty, x0, x[best_from]), np.where(empty, x0, x[best_to] + 2), best


def _gains(bigrams: Bigrams, x0, x1, y0, y1, table: np.ndarray):
    """Return the bigram positions of the x windows, their owners, where each begins, and their log-odds."""
    x, owner, first, present = _present(bigrams, x0, x1, y0, y1, table)
    rates = np.exp2(np.arange(_RATES) / STEPS) * bigrams.rarest
    chance = np.clip(-np.expm1(-np.outer(y1 - y0, rates)), RAREST_CHANCE, SUREST_CHANCE)
    gains = np.minimum(np.log(KEPT / chance + (1 - KEPT)), STRONGEST).ravel()
    return x, owner, first, np.where(present, gains[owner * _RATES + bigrams.rate[x]], np.log1p(-KEPT))


def log_odds(bigrams: Bigrams, found: Matches):
    """Yield, batch by batch, the log-odds of every bigram of the ``a`` sides.

    Yields
    ------
    part : slice
        Passages of the batch.
    at, owner : int arrays
        Position of each bigram, and its passage within the batch.
    gain : float array
        Its log-odds.
    """
    size = np.maximum(found.a1 - found.a0, found.b1 - found.b0)
    for start, end in batches(size, _BATCH_LETTERS):
        part = slice(start, end)
        here = found.take(part)
        table = np.zeros((end - start) << SLOT_BITS, dtype=bool)
        at, owner, _, gain = _gains(bigrams, *here, table)
        yield part, at, owner, gain


def best_stretch(gain: np.ndarray, owner: np.ndarray, first: np.ndarray, n: int):
    """Return first and last index of the stretch with the highest sum in each group, and the sum.

    Parameters
    ----------
    gain
        Gains of all groups in a row.
    owner
        Group of each gain, rising.
    first
        Index where each group begins.
    n
        Number of groups, those without gains included; these get the sum 0.
    """
    best_from, best_to, best = np.zeros(n, dtype=np.int64), np.zeros(n, dtype=np.int64), np.zeros(n)
    if not gain.size:
        return best_from, best_to, best
    groups = np.flatnonzero(np.diff(np.r_[first, gain.size]))
    at = first[groups]
    total = np.cumsum(gain)
    total -= (total - gain)[at][np.searchsorted(groups, owner)]
    before = total - gain
    # A step down between groups, larger than any sum, lets one running minimum serve all of them.
    step = owner * (float(total.max()) - float(min(0.0, total.min())) + 1)
    lowest = np.minimum.accumulate(before - step) + step
    here = total - lowest
    top = np.maximum.reduceat(here, at)
    index = np.arange(gain.size)
    ends = np.flatnonzero(here >= top[np.searchsorted(groups, owner)] - _CLOSE)
    best_to[owner[ends[::-1]]] = ends[::-1]
    turn = np.maximum.accumulate(np.where(before <= lowest + _CLOSE, index, 0))
    best[groups] = top
    best_from[groups] = turn[best_to[groups]]
    return best_from, best_to, best
