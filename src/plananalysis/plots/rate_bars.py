"""How often words of one's own stand in the text of each unit or year."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from plananalysis.plots import palette
from plananalysis.plots.fonts import printable
from plananalysis.plots.small_panels import panels_down, small_panels
from plananalysis.plots.style import FULL_HEIGHT, FULL_WIDTH, left_out, new_axes, say, styled
from plananalysis.plots.trend_lines import plot_trend
from plananalysis.tables import check

_PANEL_TITLE, _BAR = 0.42, 0.15
"""Inches that a panel needs besides its bars, and that a bar needs."""
_NAMES, _GAP = 0.16, 0.03
"""Shares of the width for the names of the groups, and between panels, where the ticks of two meet."""
_WORDS = {
    "zh": {"rate_chars": "每万字次数", "n": "次数", "none": "没有可画的数据"},
    "en": {"rate_chars": "per 10,000 characters", "n": "occurrences", "none": "nothing to draw"},
}


@styled
def plot_rates(
    table: pd.DataFrame,
    ax: Axes | None = None,
    *,
    value: str = "rate_chars",
    panels_across: int = 3,
    top: int = 12,
    lang: str = "zh",
) -> Axes:
    """Draw words of one's own: lines where the groups are years, else a small panel of bars for each word.

    Parameters
    ----------
    table
        Table of :func:`plananalysis.frequencies`.
    ax
        Axes to draw into; a new figure by default.
    value
        Column that gives the lengths: ``rate_chars`` (per 10,000 characters) or ``n``.
    panels_across
        Panels in a row.
    top
        How many words, the first of the table; a note says how many are left out. Each panel has its own scale, from zero.
    lang
        Language of the words, ``zh`` or ``en``.

    Returns
    -------
    Axes
        The axes with the lines, or those that hold the panels.

    Raises
    ------
    InputError
        If a column is missing.

    Examples
    --------
    >>> rows = [("甲县", "党建", 2.0), ("乙县", "党建", 5.0)]
    >>> ax = plot_rates(pd.DataFrame(rows, columns=["group", "term", "rate_chars"]))
    >>> [float(bar.get_width()) for bar in ax.child_axes[0].patches]
    [2.0, 5.0]
    """
    check(table, "frequencies", ("group", "term", value))
    groups = list(dict.fromkeys(table["group"].astype(str)))
    if palette.are_years(groups):
        through = table.assign(group="", year=table["group"].astype(int))
        return plot_trend(through, ax, value=value, top=top, lang=lang)
    terms = list(dict.fromkeys(table["term"].astype(str)))
    more, terms = len(terms) - top, terms[:top]
    ax = ax if ax is not None else new_axes(rates_size(len(terms), len(groups), panels_across=panels_across))
    if not terms:
        return say(ax, _WORDS[lang]["none"])
    filled = 1 - _PANEL_TITLE / (_PANEL_TITLE + _BAR * len(groups))
    for panel, term, first in small_panels(
        ax, terms, across=panels_across, labels=_NAMES, gap=_GAP, filled=filled
    ):
        rows = table[table["term"].astype(str) == term]
        _panel(panel, rows.set_index(rows["group"].astype(str))[value].reindex(groups), named=first)
        panel.set_title(printable(term, 12), fontsize=7.5, pad=3)
    label = _WORDS[lang].get(value, value) + left_out(more, lang)
    ax.text(0.0, 1.0, label, transform=ax.transAxes, fontsize=7, va="bottom", color=palette.MUTED)
    return ax


def _panel(ax: Axes, lengths: pd.Series, *, named: bool) -> None:
    """Draw a bar for each group, the first on top."""
    places = range(len(lengths))
    ax.barh(places, lengths.to_numpy(dtype=float), height=0.7, color=palette.BASE[0])
    ax.set_ylim(len(lengths) - 0.4, -0.6)
    ax.set_xlim(0, max(float(lengths.max()), 1e-9) * 1.05)
    ax.set_yticks(
        list(places), [printable(name, 10) for name in lengths.index] if named else [""] * len(lengths)
    )
    ax.tick_params(labelsize=6, length=0)
    ax.xaxis.set_major_locator(MaxNLocator(nbins=3))
    ax.grid(axis="x")


def rates_size(terms: int, groups: int, *, panels_across: int = 3) -> tuple[float, float]:
    """Return width and height in inches for so many terms and groups.

    Examples
    --------
    >>> rates_size(5, 10)
    (6.85, 3.84)
    """
    down = panels_down(terms, panels_across)
    return FULL_WIDTH, round(min(FULL_HEIGHT, down * (_PANEL_TITLE + _BAR * max(1, groups))), 2)
