"""How firmly the words of a string hold together."""

import numpy as np

from plananalysis.slogans.stream import Stream
from plananalysis.slogans.suffixes import Suffixes, intervals


def cohesion(
    stream: Stream,
    suffixes: Suffixes,
    starts: np.ndarray,
    places: np.ndarray,
    lengths: np.ndarray,
    counts: np.ndarray,
) -> np.ndarray:
    """Return the cohesion of each string, 0 to 1.

    Of all cuts between two words, the weakest counts; a cut is as strong as the better of two predictions, the
    left part from the right one or the other way round: ``max(n / n(left), n / n(right))``. 战斗堡垒 holds
    together because 战斗 is hardly ever followed by anything else; 党员教育 does not, as both words go with
    everything. A string that is one word has cohesion 1.
    """
    owner = np.repeat(np.arange(len(places)), np.maximum(lengths - 1, 0))
    at = (
        np.arange(len(owner))
        - np.repeat(np.cumsum(lengths - 1) - (lengths - 1), np.maximum(lengths - 1, 0))
        + 1
    )
    cut = places[owner] + at
    usable = starts[cut] & ~stream.comma[cut] & ~stream.comma[cut - 1]
    owner, at, cut = owner[usable], at[usable], cut[usable]
    if not len(owner):
        return np.ones(len(places))
    low, high = intervals(
        suffixes,
        np.concatenate([places[owner], cut]),
        np.concatenate([at, lengths[owner] - at]),
    )
    sizes = (high - low).reshape(2, -1)
    strength = counts[owner] / sizes.min(axis=0)
    weakest = np.ones(len(places))
    np.minimum.at(weakest, owner, strength)
    return weakest
