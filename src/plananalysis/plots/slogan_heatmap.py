"""Which unit uses which slogan how much."""

from collections.abc import Sequence

import pandas as pd
from matplotlib.axes import Axes

from plananalysis.groups import reading_order
from plananalysis.plots.heatmap import colour_bar, draw_cells
from plananalysis.plots.style import FULL_HEIGHT, FULL_WIDTH, new_axes, say, styled
from plananalysis.tables import check

_WORDS = {
    "zh": {"n": "次数", "none": "没有可画的数据"},
    "en": {"n": "count", "none": "nothing to draw"},
}


@styled
def plot_slogan_heatmap(
    table: pd.DataFrame,
    ax: Axes | None = None,
    *,
    label: str = "slogan",
    by: str = "group",
    value: str = "n",
    top: int = 40,
    order: Sequence[str] | None = None,
    lang: str = "zh",
) -> Axes:
    """Draw slogans (rows, in the order of the table) against units (columns), the darker the more often.

    Parameters
    ----------
    table
        One row per slogan and unit with columns ``label``, ``by`` and ``value``. Pairs that are absent are
        drawn as zero.
    ax
        Axes to draw into; a new figure by default.
    label, by, value
        Columns for rows, columns and cells.
    top
        How many slogans, taken from the top of the table.
    order
        The columns from left to right; by default as :func:`plananalysis.groups.reading_order` has them.
    lang
        Language of the colour bar, ``zh`` or ``en``.

    Returns
    -------
    Axes

    Raises
    ------
    InputError
        If a column is missing.

    Examples
    --------
    >>> counts = pd.DataFrame({"slogan": ["三会一课", "三会一课"], "group": ["甲", "乙"], "n": [3, 1]})
    >>> plot_slogan_heatmap(counts).images[0].get_array().tolist()
    [[1.0, 3.0]]
    """
    check(table, "table", (label, by, value))
    rows = table[label].drop_duplicates().head(top).tolist()
    columns = reading_order(table[by]) if order is None else list(order)
    size = slogan_heatmap_size(len(rows), len(columns))
    ax = ax if ax is not None else new_axes(size)
    if not rows:
        return say(ax, _WORDS[lang]["none"])
    wide = table[table[label].isin(rows)].pivot_table(index=label, columns=by, values=value, aggfunc="sum")
    wide = wide.reindex(index=rows, columns=columns).fillna(0)
    cells = (size[0] - 2.3, size[1] - 1.0)
    image = draw_cells(ax, wide.to_numpy(dtype=float), rows, columns, size=cells, form="{:g}", low=0)
    colour_bar(ax, image, _WORDS[lang]["n"] if value == "n" else value, right=1.02, inches=cells[1])
    return ax


def slogan_heatmap_size(rows: int, columns: int) -> tuple[float, float]:
    """Return width and height in inches for so many slogans and units, within an A4 page.

    Examples
    --------
    >>> slogan_heatmap_size(40, 200)
    (6.85, 7.8)
    """
    width = min(FULL_WIDTH, max(4.2, 2.6 + 0.3 * columns))
    return round(width, 2), round(min(FULL_HEIGHT, max(2.4, 1.4 + 0.16 * rows)), 2)
