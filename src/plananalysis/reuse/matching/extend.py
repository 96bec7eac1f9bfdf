"""Lengthen common runs over insertions, deletions and replacements, as far as the letters keep agreeing.

All runs are extended at once, one letter of the first text per step, each by a banded alignment: an agreeing letter
counts 1, but only in a row of two or more; a replaced letter costs :data:`REPLACED`, an inserted or deleted one
:data:`SKIPPED`, a digit next to nothing. The extension ends where the score falls by :data:`DROP` below its best and returns to
the best, so that edges lie on agreeing letters (X-drop, Zhang et al. 2000).
"""

import numpy as np

from plananalysis.reuse.matches import Matches
from plananalysis.reuse.seeds.fingerprint import DIGIT, Fingerprint
from plananalysis.reuse.seeds.runs import Runs

REPLACED = 0.6
"""Cost of a replaced letter; an agreeing one gains 1, so that the score rises while five letters of eight agree."""

SKIPPED = 0.5
"""Cost of an inserted or deleted letter: a little less than one replaced, so that a word of another length is cheap."""

SKIPPED_DIGIT = 0.1
"""Cost of an inserted or deleted digit: 9 and 12 are both a number, and numbers are exchanged."""

DROP = 4.0
"""Fall of the score below its best that ends the extension: six replaced or eight inserted letters in a row. A larger one reaches
over longer insertions, and into what only resembles the passage."""

_BAND = 12
"""Letters that one side may be ahead of the other within an extension: more insertions than that in one direction part the passage
into two pieces."""

_AT_ONCE = 1 << 14
"""Runs that are extended together: bounds the memory, decides nothing."""

_NEVER = np.float32(-1e6)
"""Score of a path that may not be taken."""

_BARRIER = 1e4
"""Cost of a step over the end of a segment: more than any score can gain."""

_COSTS = np.asarray([SKIPPED, SKIPPED_DIGIT, _BARRIER], dtype=np.float32)
"""Cost of skipping a letter, a digit, a barrier."""

_SURELY_BETTER = 1e-4
"""Gain from which on a score is a new best: below lies the error of adding in single precision."""


def extend(
    codes: np.ndarray, a: np.ndarray, b: np.ndarray, step: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return how many letters of each side an extension takes, and what it scores.

    Parameters
    ----------
    codes
        Letters of the corpus.
    a, b
        First letters to take on either side.
    step
        1 to go forward, -1 to go back.
    """
    taken_a, taken_b = np.zeros(a.size, dtype=np.int64), np.zeros(a.size, dtype=np.int64)
    gained = np.zeros(a.size, dtype=np.float32)
    for start in range(0, a.size, _AT_ONCE):
        part = slice(start, start + _AT_ONCE)
        taken_a[part], taken_b[part], gained[part] = _extend_part(codes, a[part], b[part], step)
    return taken_a, taken_b, gained


def _extend_part(codes, a, b, step):
    """Extend one batch; the rows of the alignment are the letters of ``a``, its columns the shifts of ``b``."""
    n, limit = a.size, codes.size - 1
    shift = np.arange(-_BAND, _BAND + 1)
    best, best_row, best_shift = (
        np.zeros(n, dtype=np.float32),
        np.zeros(n, dtype=np.int64),
        np.zeros(n, dtype=np.int64),
    )
    active = np.arange(n)
    row_a = a.astype(np.int64)
    row_b = b.astype(np.int64)[:, None] + step * shift
    score = np.full((n, shift.size), _NEVER, dtype=np.float32)
    score[:, _BAND] = 0
    score[:, _BAND + 1 :] = -np.cumsum(_skip_cost(codes[np.clip(row_b[:, _BAND:-1], 0, limit)]), axis=1)

    def agree(x, y):
        left = codes[np.clip(x, 0, limit)][:, None]
        right = codes[np.clip(y, 0, limit)]
        return (left == right) & (left != 0), (left == 0) | (right == 0)

    before = agree(row_a - step, row_b - step)[0]
    now, blocked = agree(row_a, row_b)
    row = 0
    while active.size:
        row += 1
        after, blocked_after = agree(row_a + step, row_b + step)
        value = np.where(now & (before | after), np.float32(1), np.float32(-REPLACED))
        score_next = score + value
        # A barrier on either side ends every path that would take it.
        score_next[blocked] = _NEVER
        skip_a = np.full_like(score, _NEVER)
        letter = codes[np.clip(row_a, 0, limit)]
        skip_a[:, :-1] = score[:, 1:] - _skip_cost(letter)[:, None]
        skip_a[letter == 0] = _NEVER
        np.maximum(score_next, skip_a, out=score_next)
        slope = np.cumsum(_skip_cost(codes[np.clip(row_b, 0, limit)]), axis=1)
        score_next = np.maximum.accumulate(score_next + slope, axis=1) - slope
        top = score_next.max(axis=1)
        better = np.flatnonzero(top > best[active] + _SURELY_BETTER)
        if better.size:
            which = active[better]
            best[which], best_row[which] = top[better], row
            best_shift[which] = shift[score_next[better].argmax(axis=1)]
        alive = (top > best[active] - DROP) & (letter != 0)
        score, before, now, blocked = score_next[alive], now[alive], after[alive], blocked_after[alive]
        row_a, row_b, active = row_a[alive] + step, row_b[alive] + step, active[alive]
    return best_row, best_row + best_shift, best


def _skip_cost(letters: np.ndarray) -> np.ndarray:
    """Return what it costs to skip each letter; digits cost little, and nothing leads across a barrier."""
    return _COSTS[np.where(letters == 0, 2, letters == DIGIT)]


def chain_runs(
    fp: Fingerprint, runs: Runs, label: np.ndarray, least: float
) -> tuple[Matches, np.ndarray, np.ndarray]:
    """Extend the runs of every cluster, the longest first, but for those that lie in what was found.

    A cluster is done when the runs left in it have fewer than ``least`` letters together.

    Returns
    -------
    Matches
        The pieces found.
    score : float array
        Agreeing letters of each less what its edits cost.
    label : int array
        Cluster of each piece.
    """
    order = np.lexsort((runs.b, runs.a, -runs.length, label))
    a, b = runs.a[order].astype(np.int64), runs.b[order].astype(np.int64)
    length, label = runs.length[order].astype(np.int64), label[order]
    pieces, scores, labels = [], [], []
    while a.size:
        first = np.ones(a.size, dtype=bool)
        first[1:] = label[1:] != label[:-1]
        at = np.flatnonzero(first)
        back_a, back_b, back = extend(fp.codes, a[at] - 1, b[at] - 1, -1)
        on_a, on_b, on = extend(fp.codes, a[at] + length[at], b[at] + length[at], 1)
        a0, b0 = a[at] - back_a, b[at] - back_b
        a1, b1 = a[at] + length[at] + on_a, b[at] + length[at] + on_b
        pieces.append((a0, a1, b0, b1))
        scores.append(length[at] + back + on)
        labels.append(label[at])
        owner = np.cumsum(first) - 1
        covered = (a >= a0[owner]) & (a + length <= a1[owner]) & (b >= b0[owner]) & (b + length <= b1[owner])
        left = ~covered & ~first
        left &= (np.bincount(label, length * left) >= least)[label]
        a, b, length, label = a[left], b[left], length[left], label[left]
    if not pieces:
        none = np.empty(0, dtype=np.int64)
        return Matches(none, none, none, none), none.astype(float), none
    return (
        Matches(*(np.concatenate(side) for side in zip(*pieces, strict=True))),
        np.concatenate(scores),
        np.concatenate(labels),
    )
