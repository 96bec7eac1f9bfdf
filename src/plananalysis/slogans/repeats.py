"""Candidates without any mark: maximal repeats between word boundaries."""

import numpy as np

from plananalysis.slogans.stream import Stream, neighbours
from plananalysis.slogans.suffixes import Suffixes

_SHORTEST = 4
_LONGEST = 40
_FEW = 4
_STOPS, _STARTS = 1, 2
"""Signs of what follows a string: something that bounds a clause; the beginning of a word, no comma before it."""


def _distance_to_hard(hard: np.ndarray) -> np.ndarray:
    """Return for every place how many characters follow, itself included, before the next hard one."""
    n = len(hard)
    bounds = np.append(np.flatnonzero(hard), n).astype(np.int32)
    return np.repeat(bounds, np.diff(bounds, prepend=-1))[:n] - np.arange(n, dtype=np.int32)


def maximal_repeats(
    stream: Stream, suffixes: Suffixes, starts: np.ndarray, *, min_count: int
) -> tuple[np.ndarray, np.ndarray]:
    """Return place and length of strings that recur and cannot be made longer without losing places.

    Only strings that begin and end where words do, hold no sentence mark and do not begin or end at a comma.
    A string is kept if it occurs `min_count` times or more, if what follows differs between its places, and if
    what precedes differs, or is a boundary.
    """
    empty = np.zeros(0, dtype=np.int64)
    if not len(stream.codes):
        return empty, empty
    edge = stream.edge
    usable = starts[:-1] & ~edge
    ranks = np.flatnonzero(usable[suffixes.order])
    if len(ranks) < 2:
        return empty, empty
    place = suffixes.order[ranks]
    room = _distance_to_hard(stream.hard)
    follow = np.minimum.reduceat(suffixes.shared, ranks)
    follow[-1] = 0
    own = room[place]
    follow[:-1] = np.minimum(follow[:-1], np.minimum(own[:-1], own[1:]))
    previous = neighbours(stream)[0][place]
    # One array in the order of the text for both questions, so that only one is looked up out of order.
    ends = np.append(edge, edge[-1]) * np.uint8(_STOPS) + starts * np.uint8(_STARTS)
    ends[1:][stream.comma] &= _STOPS
    del ranks, own, room
    commas = np.concatenate([[0], np.cumsum(stream.comma, dtype=np.int32)])
    found_places: list[np.ndarray] = []
    found_lengths: list[np.ndarray] = []
    for length in range(_SHORTEST, _LONGEST + 1):
        first = np.flatnonzero(np.concatenate([[True], follow[:-1] < length]))
        size = np.diff(np.append(first, len(place)))
        # What is too rare now is no commoner when longer.
        frequent = size >= max(min_count, 2)
        keep = np.repeat(frequent, size)
        place, follow, previous, size = place[keep], follow[keep], previous[keep], size[frequent]
        if not len(place):
            break
        first = np.cumsum(size) - size
        behind = ends[place + length]
        stops = np.add.reduceat(behind & _STOPS, first, dtype=np.int32)
        aligned = np.add.reduceat(behind >= _STARTS, first, dtype=np.int32)
        inner = np.where(follow >= length, follow, np.iinfo(np.int32).max)
        branches = (np.minimum.reduceat(inner, first) == length) | (stops > 0)
        lowest = np.minimum.reduceat(previous, first)
        free = (lowest == 0) | (lowest != np.maximum.reduceat(previous, first))
        good = branches & free & (aligned >= min_count)
        if min_count > _FEW:
            # Where much recurs, clauses that merely follow each other do too; a slogan of several stands free.
            several = commas[place[first] + length] > commas[place[first]]
            left = np.add.reduceat(previous == 0, first, dtype=np.int32) * 2 >= size
            good &= ~several | (left & (stops * 2 >= size))
        best = first[good]
        found_places.append(place[best])
        found_lengths.append(np.full(len(best), length))
    if not found_places:
        return empty, empty
    return np.concatenate(found_places).astype(np.int64), np.concatenate(found_lengths)
