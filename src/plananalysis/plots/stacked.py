"""Bars from 0 to 1 that are divided among the parts of a whole."""

from collections.abc import Iterable, Mapping

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from plananalysis.plots.fonts import printable


def draw_shares(
    ax: Axes, shares: pd.DataFrame, names: Iterable[object], parts: Mapping[str, tuple[str, str]], axis: str
) -> None:
    """Draw a bar for each row of shares, its parts side by side.

    Parameters
    ----------
    ax
        Axes to draw into.
    shares
        A column for each part.
    names
        What each bar is called.
    parts
        Column of each part, from the left, with its name and colour.
    axis
        What the axis of shares is called.
    """
    left = np.zeros(len(shares))
    for part, (name, colour) in parts.items():
        widths = shares[part].to_numpy(dtype=float)
        ax.barh(range(len(shares)), widths, left=left, height=0.72, color=colour, label=name)
        left += widths
    ax.set_yticks(range(len(shares)), [printable(str(name), 20) for name in names])
    ax.tick_params(axis="y", length=0)
    ax.set_xlim(0, 1)
    ax.set_xlabel(axis)
    ax.xaxis.set_major_formatter(lambda share, _: f"{share:.0%}")
