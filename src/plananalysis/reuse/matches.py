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
    order = np.lexsort((*reversed(found), fp.segment[found.b0], fp.segment[found.a0]))
    found = found.take(order)
    pairs = pair_keys(fp, found.a0, found.b0).tolist()
    result: list[tuple[int, ...]] = []
    last_pair = None
    for pair, a0, a1, b0, b1 in zip(pairs, *(side.tolist() for side in found), strict=True):
        if pair == last_pair:
            start_a, end_a, start_b, end_b = result[-1]
            if a0 < end_a and b0 < end_b and start_b < b1:
                result[-1] = start_a, max(end_a, a1), min(start_b, b0), max(end_b, b1)
                continue
        result.append((a0, a1, b0, b1))
        last_pair = pair
    return Matches(*np.asarray(result, dtype=np.int64).reshape(-1, len(found)).T)


def widen(fp: Fingerprint, found: Matches, by: int) -> Matches:
    """Return windows widened on both ends, within their segments."""
    left, right = fp.segment[found.a0], fp.segment[found.b0]
    return Matches(
        np.maximum(fp.starts[left], found.a0 - by),
        np.minimum(fp.ends[left], found.a1 + by),
        np.maximum(fp.starts[right], found.b0 - by),
        np.minimum(fp.ends[right], found.b1 + by),
    )
