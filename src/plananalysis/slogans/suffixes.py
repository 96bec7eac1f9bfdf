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
    ids = alphabet[codes].astype(np.uint8 if alphabet[-1] < 256 else np.uint16 if alphabet[-1] < 65536 else np.uint32)
    order = np.array(divsufsort(ids), dtype=np.int32)
    shared = np.array(kasai(ids, order), dtype=np.int32)
    rank = np.empty(n, dtype=np.int32)
    rank[order] = np.arange(n, dtype=np.int32)
    return Suffixes(order, rank, shared)


def intervals(suffixes: Suffixes, places: np.ndarray, lengths: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the half-open interval of ``order`` that holds every place of each string ``(place, length)``."""
    low = np.zeros(len(places), dtype=np.int64)
    high = np.zeros(len(places), dtype=np.int64)
    for length in np.unique(lengths):
        cuts = np.flatnonzero(suffixes.shared < length) + 1
        cuts = np.concatenate([[0], cuts]) if not len(cuts) or cuts[0] else cuts
        chosen = lengths == length
        at = np.searchsorted(cuts, suffixes.rank[places[chosen]], side="right")
        low[chosen] = cuts[at - 1]
        high[chosen] = np.append(cuts, len(suffixes.order))[at]
    return low, np.minimum(high, len(suffixes.order))
