"""Units by themes: the share of its text that each gives to each."""

from collections.abc import Sequence

import pandas as pd
from matplotlib.axes import Axes

from plananalysis.plots.heatmap import colour_bar, draw_cells
from plananalysis.plots.style import FULL_HEIGHT, FULL_WIDTH, new_axes, say, styled
from plananalysis.plots.theme_tables import WORDS, cells_of, groups_shown, themes_shown
from plananalysis.tables import check


@styled
def plot_theme_heatmap(
    emphasis: pd.DataFrame,
    ax: Axes | None = None,
    *,
    order: Sequence[str] | None = None,
    lang: str = "zh",
) -> Axes:
    """Draw units by themes, the share of its text that each unit gives to each theme.

    Parameters
    ----------
    emphasis
        Columns ``group``, ``theme`` and ``share``.
    ax
        Axes to draw into; a new figure by default.
    order
        Groups from top to bottom; as they come in the table by default.
    lang
        Language of the colour bar, ``zh`` or ``en``.

    Returns
    -------
    Axes

    Raises
    ------
    InputError
        If a column is missing, or ``order`` names a group that the table does not hold.

    Examples
    --------
    >>> table = pd.DataFrame({"group": ["甲", "甲"], "theme": ["学", "廉"], "share": [0.25, 0.75]})
    >>> [text.get_text() for text in plot_theme_heatmap(table).texts]
    ['25', '75']
    """
    check(emphasis, "emphasis", ("group", "theme", "share"))
    groups, themes = groups_shown(emphasis, order), themes_shown(emphasis)
    size = heatmap_size(len(groups))
    ax = ax if ax is not None else new_axes(size)
    if not groups:
        return say(ax, WORDS[lang]["none"])
    values = cells_of(emphasis, "share", groups, themes) * 100
    cells = (size[0] - 1.9, size[1] - 1.1)
    image = draw_cells(ax, values, groups, themes, size=cells, low=0.0)
    colour_bar(ax, image, WORDS[lang]["share"], right=1.02, inches=cells[1])
    return ax


def heatmap_size(groups: int) -> tuple[float, float]:
    """Return width and height in inches for so many groups.

    Examples
    --------
    >>> heatmap_size(5), heatmap_size(31)
    ((6.85, 2.35), (6.85, 7.55))
    """
    return FULL_WIDTH, round(min(FULL_HEIGHT, 1.35 + 0.2 * max(3, groups)), 2)
