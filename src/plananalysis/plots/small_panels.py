"""Small panels side by side within one axes, row by row; what names their rows stands once, left of each row of panels."""

import math
from collections.abc import Iterator, Sequence

from matplotlib.axes import Axes


def panels_down(n: int, across: int) -> int:
    """Return how many rows so many panels take, at least one.

    Examples
    --------
    >>> panels_down(4, 3), panels_down(0, 3)
    (2, 1)
    """
    return max(1, math.ceil(n / across))


def small_panels(
    ax: Axes, names: Sequence[str], *, across: int, labels: float, gap: float, filled: float
) -> Iterator[tuple[Axes, str, bool]]:
    """Lay out a panel for each name, and hide the axes that hold them.

    Parameters
    ----------
    ax
        The axes that hold the panels.
    names
        What the panels show, in reading order.
    across
        Panels in a row.
    labels, gap
        Share of the width that the names of the rows take, and that stays free right of each panel.
    filled
        Share of the height of a row of panels that they fill; the rest is for titles and ticks.

    Yields
    ------
    tuple of Axes, str and bool
        The panel, what it shows, and whether it is the first of its row.

    Examples
    --------
    >>> from matplotlib.figure import Figure
    >>> ax = Figure().add_subplot()
    >>> laid = small_panels(ax, ["甲县", "乙县"], across=2, labels=0.2, gap=0.02, filled=0.5)
    >>> [(name, first) for _, name, first in laid]
    [('甲县', True), ('乙县', False)]
    """
    ax.set_axis_off()
    down, columns = panels_down(len(names), across), min(across, max(1, len(names)))
    tall, wide = filled / down, (1 - labels) / columns
    for i, name in enumerate(names):
        row, column = divmod(i, across)
        bottom = 1 - (row + 1) / down + 0.5 * (1 / down - tall)
        yield ax.inset_axes((labels + wide * column, bottom, wide - gap, tall)), name, column == 0
