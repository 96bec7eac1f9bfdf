"""Suffix array of the folded stream: every repeated string is one interval of it."""

from typing import NamedTuple

import numpy as np


class Suffixes(NamedTuple):
    """Places in the order of what follows them, with how much neighbours share."""

    order: np.ndarray
    """Places, sorted by the text that begins there."""
    rank: np.ndarray
    """Where a place stands in ``order``."""
    shared: np.ndarray
    """``shared[i]``: characters that the texts at ``order[i]`` and ``order[i + 1]`` have in common."""


def sort_suffixes(codes: np.ndarray) -> Suffixes:
    """Sort all suffixes of a stream of code points (libdivsufsort; LCP after Kasai et al. 2001)."""
    from pydivsufsort import divsufsort, kasai

    n = len(codes)
    if n == 0:
        nothing = np.zeros(0, dtype=np.int32)
        return Suffixes(nothing, nothing, nothing)
    seen = np.zeros(int(codes.max()) + 1, dtype=bool)
    seen[codes] = True
    alphabet = np.cumsum(seen) - 1
    ids = alphabet[codes].astype(
        np.uint8 if alphabet[-1] < 256 else np.uint16 if alphabet[-1] < 65536 else np.uint32
    )
    order = np.asarray(divsufsort(ids), dtype=np.int32)
    shared = np.asarray(kasai(ids, order), dtype=np.int32)
    rank = np.empty(n, dtype=np.int32)
    rank[order] = np.arange(n, dtype=np.int32)
    return Suffixes(order, rank, shared)


def intervals(suffixes: Suffixes, places: np.ndarray, lengths: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the half-open interval of ``order`` that holds every place of each string ``(place, length)``."""
    if not len(places):
        nothing = np.zeros(0, dtype=np.int64)
        return nothing, nothing
    rank = suffixes.rank[places].astype(np.int64)
    # Padded with a zero at both ends, so that every search ends.
    shared = np.concatenate([[0], np.minimum(suffixes.shared, 255), [0]]).astype(np.uint8)
    high = _first_below(shared, rank + 1, lengths)
    low = len(shared) - 1 - _first_below(shared[::-1], len(shared) - 1 - rank, lengths)
    return low, np.minimum(high, len(suffixes.order))


def recurs(suffixes: Suffixes, places: np.ndarray, lengths: np.ndarray) -> np.ndarray:
    """Tell which strings ``(place, length)`` stand in more than one place."""
    rank = suffixes.rank[places]
    after = suffixes.shared[rank] >= lengths
    before = (suffixes.shared[rank - 1] >= lengths) & (rank > 0)
    return after | before


_BLOCK = 16


def _first_below(values: np.ndarray, begin: np.ndarray, limits: np.ndarray) -> np.ndarray:
    """Return the first index from `begin` on whose value is below the limit; blocks that hold none are jumped."""
    levels = [values]
    while len(levels[-1]) > _BLOCK:
        below = levels[-1]
        padded = np.concatenate([below, np.zeros(-len(below) % _BLOCK, dtype=below.dtype)])
        levels.append(padded.reshape(-1, _BLOCK).min(axis=1))
    offsets = np.cumsum([0, *map(len, levels)])
    every = np.concatenate(levels)
    tops = np.diff(offsets) - 1
    at = begin.astype(np.int64)
    level = np.zeros(len(at), dtype=np.int64)
    active = np.arange(len(at))
    while len(active):
        now, height, limit = at[active], level[active], limits[active]
        below = every[offsets[height] + np.minimum(now, tops[height])] < limit
        descend = below & (height > 0)
        step = ~below
        now = np.where(step, now + 1, np.where(descend, now * _BLOCK, now))
        height = np.where(descend, height - 1, height)
        climb = step & (now % _BLOCK == 0) & (height < len(levels) - 1)
        now, height = np.where(climb, now // _BLOCK, now), np.where(climb, height + 1, height)
        at[active], level[active] = now, height
        active = active[~(below & ~descend)]
    return at


def find_string(text: str, suffixes: Suffixes, wanted: str) -> int:
    """Return a place of a string, or -1; by binary search in the sorted suffixes."""
    order, size = suffixes.order, len(wanted)
    low, high = 0, len(order)
    while low < high:
        middle = (low + high) // 2
        at = int(order[middle])
        if text[at : at + size] < wanted:
            low = middle + 1
        else:
            high = middle
    at = int(order[low]) if low < len(order) else -1
    return at if at >= 0 and text.startswith(wanted, at) else -1
