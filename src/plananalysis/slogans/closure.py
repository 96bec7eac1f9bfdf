"""Whether a string is whole where it stands: closed on both sides, or a piece of something longer."""

from types import MappingProxyType

import numpy as np
import pandas as pd

HELD = 0.9
"""Share of the places beside one and the same letter from which on the string with that letter is the phrase."""
APART, FEW = 2, 4
"""Places beside another neighbour that a string needs to stand by itself; one is enough where it has fewer places than the
second."""
UNVARIED = MappingProxyType({"left": 0.25, "right": 0.35})
"""A side is open as well where no place is free and the entropy of the neighbours is so small a part of the largest possible one;
attributes before a phrase vary less than what follows."""


def closed(table: pd.DataFrame) -> np.ndarray:
    """Tell which strings end on both sides where a phrase ends.

    A side is open if the string goes on there with the same letter in nearly all of its places, always with one of few letters
    (accessor variety, Feng et al. 2004, and branching entropy in one), or with a particle nearly always (独立自主的).
    A string of one place must
    stand between boundaries.

    Parameters
    ----------
    table
        Strings with the columns of :func:`measure`.

    Examples
    --------
    >>> side = {"free": [1.0, 0.0], "entropy": [2.0, 0.0], "bound": [0, 8], "joined": [0.5, 0.0]}
    >>> table = pd.DataFrame({"n": [8, 8], **{f"{at}_{name}": side[name] for at in ("left", "right") for name in side}})
    >>> closed(table).tolist()
    [True, False]
    """
    return closed_side(table, "left") & closed_side(table, "right")


def closed_side(table: pd.DataFrame, side: str, *, half: bool = False) -> np.ndarray:
    """Tell which strings end on one side where a phrase ends; with `half`, where one half of a phrase may end too."""
    n = table["n"].to_numpy()
    names = ("free", "entropy", "bound", "joined")
    free, entropy, bound, joined = (table[f"{side}_{name}"].to_numpy() for name in names)
    apart = n - bound
    held = (bound >= HELD * n) | (apart < np.where(n < FEW, 1, APART))
    unvaried = (n >= FEW) & (free == 0) & (entropy < UNVARIED[side] * np.log2(np.maximum(n, 2)))
    halved = (n >= FEW) & (joined >= HELD) & (not half)
    return ~np.where(n > 1, held | unvaried | halved, free == 0)
