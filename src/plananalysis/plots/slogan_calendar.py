"""When slogans came and went: a calendar of years, a panel for each unit."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
from matplotlib import colormaps
from matplotlib.axes import Axes
from matplotlib.colors import Normalize
from matplotlib.lines import Line2D

from plananalysis.plots import palette
from plananalysis.plots.fonts import printable
from plananalysis.plots.small_panels import panels_down, small_panels
from plananalysis.plots.style import FULL_HEIGHT, FULL_WIDTH, left_out, new_axes, say, styled
from plananalysis.tables import check

MOST_SLOGANS, PANELS = 30, 4
"""Slogans and units that are drawn unless others are asked for."""
_ROW, _MARGIN = 0.16, 0.62
"""Inches of a row, and of what stands above and below the rows of a panel."""
_NAMES, _GAP = 0.2, 0.02
"""Shares of the width for the slogans, and between panels."""
_WORDS = {
    "zh": {
        "none": "没有两年以上的计划",
        "entered": "新出现",
        "returned": "重新出现",
        "left": "不再出现",
        "shade": "颜色越深，每万字次数越多",
    },
    "en": {
        "none": "no plans of two years",
        "entered": "entered",
        "returned": "returned",
        "left": "left",
        "shade": "the darker, the more often per 10,000 characters",
    },
}
_MARKS = {"entered": ("^", palette.BASE[1]), "returned": ("o", palette.BASE[1]), "left": ("x", palette.INK)}


@styled
def plot_slogan_calendar(
    signals: pd.DataFrame,
    ax: Axes | None = None,
    *,
    slogans: Sequence[str] | None = None,
    top: int = MOST_SLOGANS,
    panels: int = PANELS,
    panels_across: int = 2,
    lang: str = "zh",
) -> Axes:
    """Draw in which years each unit uses each slogan, and where it took one up or dropped it.

    Parameters
    ----------
    signals
        Table of :func:`plananalysis.slogan_signals`.
    ax
        Axes to draw into; a new figure by default.
    slogans
        Which to draw; by default those that came or went: most uses times the share of the plans without it.
    top
        How many slogans; they are sorted by the year in which they were first used.
    panels
        How many units, the first of the table that have plans of two years or more; a note says how many are left out.
    panels_across
        Panels in a row.
    lang
        Language of the words, ``zh`` or ``en``.

    Returns
    -------
    Axes
        The axes that hold the panels.

    Raises
    ------
    InputError
        If a column is missing.

    Examples
    --------
    >>> rows = [("四个意识", "甲县", 2023, 2, 4.0, ""), ("四个意识", "甲县", 2024, 0, 0.0, "left")]
    >>> columns = ["slogan", "unit", "year", "n", "rate_chars", "change"]
    >>> ax = plot_slogan_calendar(pd.DataFrame(rows, columns=columns))
    >>> [label.get_text() for label in ax.child_axes[0].get_yticklabels()]
    ['四个意识']
    """
    check(signals, "signals", ("slogan", "unit", "year", "n", "rate_chars", "change"))
    units = units_over_years(signals)
    more, units = len(units) - panels, units[:panels]
    rows = signals[signals["unit"].isin(units)]
    names = calendar_slogans(rows, slogans, top)
    ax = ax if ax is not None else new_axes(calendar_size(len(names), len(units), panels_across))
    if not units or not names:
        return say(ax, _WORDS[lang]["none"])
    filled = _ROW * len(names) / (_MARGIN + _ROW * len(names))
    shade = Normalize(0, float(rows["rate_chars"].quantile(0.98)) or 1.0)
    for panel, unit, first in small_panels(
        ax, units, across=panels_across, labels=_NAMES, gap=_GAP, filled=filled
    ):
        _panel(panel, rows[rows["unit"] == unit], names, shade, named=first)
        if len(units) > 1:
            panel.set_title(printable(unit, 14), fontsize=7.5, pad=3)
    _legend(ax, _WORDS[lang], left_out(more, lang))
    return ax


def calendar_size(slogans: int, units: int, panels_across: int = 2) -> tuple[float, float]:
    """Return width and height in inches of a calendar of so many slogans and units.

    Examples
    --------
    >>> calendar_size(20, 1), calendar_size(20, 4)
    ((6.85, 3.82), (6.85, 7.64))
    """
    height = panels_down(units, panels_across) * (_MARGIN + _ROW * slogans)
    return FULL_WIDTH, round(min(FULL_HEIGHT, max(1.6, height)), 2)


def units_over_years(signals: pd.DataFrame) -> list[str]:
    """Return the units of the table that have plans of two years or more, in its order."""
    years = signals.groupby("unit", sort=False)["year"].nunique()
    return years.index[years > 1].tolist()


def calendar_slogans(
    rows: pd.DataFrame, slogans: Sequence[str] | None = None, top: int = MOST_SLOGANS
) -> list[str]:
    """Return the slogans to draw, by the year in which they were first used."""
    if slogans is None:
        plans = len(rows[["unit", "year"]].drop_duplicates())
        moved = rows.loc[rows["change"].isin(list(_MARKS)), "slogan"].unique()
        grouped = rows[rows["slogan"].isin(moved) & (rows["n"] > 0)].groupby("slogan", sort=False)["n"]
        # What is there now and not then says more than what one plan of many lacks.
        told = grouped.sum() * (1 - grouped.size() / plans)
        listed = told.sort_values(ascending=False, kind="stable").index.tolist()
        slogans = _longest(listed, grouped.sum().to_dict(), top)
    drawn = rows[rows["slogan"].isin(list(slogans)[:top]) & (rows["n"] > 0)]
    span = drawn.groupby("slogan")["year"].agg(["min", "max"]).reset_index()
    return span.sort_values(["min", "max", "slogan"], kind="stable")["slogan"].tolist()


def _longest(slogans: list[str], uses: Mapping[Any, int], top: int) -> list[str]:
    """Return the first slogans, less those that a longer one holds wherever they are used (三网 in 三网融合).

    Examples
    --------
    >>> _longest(["三网", "三农", "三网融合"], {"三网": 5, "三农": 7, "三网融合": 5}, 2)
    ['三农', '三网融合']
    """
    same: dict[int, list[str]] = {}
    for slogan in slogans:
        same.setdefault(uses[slogan], []).append(slogan)
    held = {
        one for group in same.values() for one in group for other in group if one != other and one in other
    }
    return [slogan for slogan in slogans if slogan not in held][:top]


def _panel(ax: Axes, rows: pd.DataFrame, names: list[str], shade: Normalize, *, named: bool) -> None:
    """Draw the slogans of one unit, time from left to right."""
    years = sorted(rows["year"].astype(int).unique())
    at = {year: i for i, year in enumerate(years)}
    cells = np.zeros((len(names), len(years)))
    place = {name: i for i, name in enumerate(names)}
    for slogan, year, rate, change in rows[["slogan", "year", "rate_chars", "change"]].itertuples(
        index=False
    ):
        if slogan not in place:
            continue
        row, column = place[slogan], at[int(year)]
        cells[row, column] = rate
        if change in _MARKS:
            mark, colour = _MARKS[change]
            ax.plot([column], [row], marker=mark, color=colour, markersize=3.2, linestyle="none")
    ax.imshow(cells, cmap=colormaps[palette.SEQUENTIAL], norm=shade, aspect="auto", interpolation="none")
    ax.set_yticks(range(len(names)), [printable(name, 14) for name in names] if named else [""] * len(names))
    ax.set_xticks(range(len(years)), [str(year) for year in years])
    ax.tick_params(labelsize=6, length=0)


def _legend(ax: Axes, words: dict[str, str], note: str) -> None:
    """Say below the panels what marks and shades mean."""
    handles = [
        Line2D([], [], marker=mark, color=colour, linestyle="none", markersize=4, label=words[name])
        for name, (mark, colour) in _MARKS.items()
    ]
    ax.legend(handles=handles, loc="upper right", bbox_to_anchor=(1.0, 0.0), ncols=3)
    ax.text(
        0.0, -0.005, words["shade"] + note, transform=ax.transAxes, fontsize=7, va="top", color=palette.MUTED
    )
