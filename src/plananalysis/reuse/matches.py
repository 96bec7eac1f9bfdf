"""Pairs of ranges of letters, one in each of two documents: what may be a shared passage, or is one."""

from typing import NamedTuple

import numpy as np

from plananalysis.reuse.seeds.fingerprint import Fingerprint


class Matches(NamedTuple):
    """Windows ``[a0, a1)`` and ``[b0, b1)`` of letters that hold neighbouring runs."""

    a0: np.ndarray
    a1: np.ndarray
    b0: np.ndarray
    b1: np.ndarray

    def take(self, which: np.ndarray | slice) -> "Matches":
        """Return the windows chosen by a mask or by indices."""
        return Matches(*(side[which] for side in self))


def pair_keys(fp: Fingerprint, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Return one number per pair of segments."""
    return fp.segment[a].astype(np.int64) * fp.starts.size + fp.segment[b]


def overlap(a0: np.ndarray, a1: np.ndarray, b0: np.ndarray, b1: np.ndarray) -> np.ndarray:
    """Return the letters that two ranges have in common."""
    return np.maximum(0, np.minimum(a1, b1) - np.maximum(a0, b0))


def neighbours(fp: Fingerprint, pieces: Matches, wide: Matches):
    """Yield index pairs of pieces and wide passages of the same two segments."""
    left, right = pair_keys(fp, pieces.a0, pieces.b0), pair_keys(fp, wide.a0, wide.b0)
    order = np.argsort(right, kind="stable")
    start = np.searchsorted(right[order], left, side="left")
    end = np.searchsorted(right[order], left, side="right")
    step = 0
    while True:
        i = np.flatnonzero(start + step < end)
        if not i.size:
            return
        yield i, order[start[i] + step]
        step += 1


def merged(fp: Fingerprint, found: Matches) -> Matches:
    """Join passages of the same two documents that overlap on both sides."""
    rows = sorted(
        zip(*(side.tolist() for side in (fp.segment[found.a0], fp.segment[found.b0], *found)), strict=True)
    )
    result: list[list[int]] = []
    for row in rows:
        last = result[-1] if result else None
        if last and last[:2] == list(row[:2]) and row[2] < last[3] and row[4] < last[5] and last[4] < row[5]:
            last[3], last[4], last[5] = max(last[3], row[3]), min(last[4], row[4]), max(last[5], row[5])
        else:
            result.append(list(row))
    columns = np.asarray(result, dtype=np.int64).reshape(-1, 6).T
    return Matches(*columns[2:])


def widen(fp: Fingerprint, found: Matches, by: int) -> Matches:
    """Return windows widened on both ends, within their segments."""
    left, right = fp.segment[found.a0], fp.segment[found.b0]
    return Matches(
        np.maximum(fp.starts[left], found.a0 - by),
        np.minimum(fp.ends[left], found.a1 + by),
        np.maximum(fp.starts[right], found.b0 - by),
        np.minimum(fp.ends[right], found.b1 + by),
    )
