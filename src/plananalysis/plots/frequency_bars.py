"""How often each term or slogan occurs, and in which units."""

from collections.abc import Mapping

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from plananalysis.groups import reading_order
from plananalysis.plots import palette
from plananalysis.plots.fonts import printable
from plananalysis.plots.style import FULL_HEIGHT, FULL_WIDTH, new_axes, say, styled
from plananalysis.tables import check

_MOST_COLOURS, _MOST_YEARS = 8, 20
_WORDS = {
    "zh": {"n": "出现次数", "none": "没有可画的数据"},
    "en": {"n": "occurrences", "none": "nothing to draw"},
}


@styled
def plot_frequencies(
    table: pd.DataFrame,
    ax: Axes | None = None,
    *,
    label: str = "slogan",
    value: str = "n",
    by: str | None = None,
    top: int = 20,
    colours: Mapping[str, str] | None = None,
    lang: str = "zh",
) -> Axes:
    """Draw one bar per slogan or term, longest on top, divided by unit where the table tells the unit.

    Parameters
    ----------
    table
        One row per label, or per label and group: columns ``label``, ``value`` and ``by``.
    ax
        Axes to draw into; a new figure by default.
    label, value
        Columns that hold the names and the lengths of the bars.
    by
        Column with the unit; with more than eight units (or twenty years, which go from light to dark) a bar is not
        divided, because nobody could tell the colours apart.
    top
        How many bars.
    colours
        Colour per unit, from :func:`plananalysis.plots.unit_colours` over all units of the corpus.
    lang
        Language of the axis, ``zh`` or ``en``.

    Returns
    -------
    Axes

    Raises
    ------
    InputError
        If a column is missing.

    Examples
    --------
    >>> counts = pd.DataFrame({"slogan": ["三会一课", "四个意识"], "n": [3, 5]})
    >>> ax = plot_frequencies(counts)
    >>> [tick.get_text() for tick in ax.get_yticklabels()]
    ['四个意识', '三会一课']
    """
    check(table, "table", (label, value, *([by] if by else [])))
    totals = (
        table.groupby(label, sort=True)[value].sum().sort_values(ascending=False, kind="stable").head(top)
    )
    ax = ax if ax is not None else new_axes(frequencies_size(len(totals)))
    if totals.empty:
        return say(ax, _WORDS[lang]["none"])
    groups = reading_order(table[by]) if by else []
    if 1 < len(groups) <= (_MOST_YEARS if palette.are_years(groups) else _MOST_COLOURS):
        palette_ = colours or palette.unit_colours(groups)
        wide = table.pivot_table(index=label, columns=by, values=value, aggfunc="sum", fill_value=0)
        wide = wide.reindex(totals.index)
        left = pd.Series(0.0, index=totals.index)
        for group in groups:
            lengths = wide[group]
            name = printable(group, 14)
            ax.barh(range(len(totals)), lengths, left=left, height=0.72, color=palette_[group], label=name)
            left = left + lengths
        ax.legend(loc="lower right", ncols=1 + (len(groups) > 5), handlelength=1, handleheight=0.8)
    else:
        ax.barh(range(len(totals)), totals, height=0.72, color=palette.NEUTRAL)
    ax.set_yticks(range(len(totals)), [printable(name, 18) for name in totals.index])
    ax.set_ylim(len(totals) - 0.4, -0.6)
    ax.tick_params(axis="y", length=0)
    ax.xaxis.set_major_locator(MaxNLocator(integer=bool((totals % 1 == 0).all()), nbins=6))
    ax.grid(axis="x")
    ax.spines["left"].set_visible(False)
    ax.set_xlabel(_WORDS[lang]["n"] if value == "n" else printable(value))
    return ax


def frequencies_size(bars: int) -> tuple[float, float]:
    """Return width and height in inches that hold so many bars.

    Examples
    --------
    >>> frequencies_size(20)
    (6.85, 4.1)
    """
    return FULL_WIDTH, round(min(FULL_HEIGHT, max(1.4, 0.7 + 0.17 * bars)), 2)
