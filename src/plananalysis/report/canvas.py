"""Axes of figures that no window system knows of, and sizes for bars."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from plananalysis.plots.style import FULL_HEIGHT, SINGLE_COLUMN, style

MOST_BARS = 40
"""Documents or groups of which a figure draws a bar."""


def canvas(size: tuple[float, float], *, whole: bool = False) -> Axes:
    """Return axes of a figure of this size in inches; ``whole`` leaves no room around them."""
    with style():
        figure = Figure(figsize=size, layout=None if whole else "constrained")
        return figure.add_axes((0, 0, 1, 1)) if whole else figure.add_subplot()


def bars_size(bars: int) -> tuple[float, float]:
    """Return width and height in inches for so many bars."""
    return SINGLE_COLUMN * 1.3, min(FULL_HEIGHT, max(1.6, 0.8 + 0.2 * bars))
