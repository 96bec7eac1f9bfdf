"""How often terms occur from year to year: lines, or a small panel for each term."""

import math
from collections.abc import Mapping

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from plananalysis.plots import palette
from plananalysis.plots.fonts import printable
from plananalysis.plots.style import FULL_HEIGHT, FULL_WIDTH, left_out, new_axes, say, styled
from plananalysis.tables import check

_MOST_LINES = 6
"""Lines that can be told apart in one panel, each named at its end."""
_MOST_COLOURED = 8
"""Groups that have colours of their own; of more each line is grey, and their mean stands out."""
_PANEL_HEIGHT = 1.25
_MOST_TICKS = 5
_WORDS = {
    "zh": {
        "rate_chars": "每万字次数",
        "rate": "每万词次数",
        "n": "次数",
        "none": "没有两年以上的数据",
        "mean": "平均",
        "all": "全部",
    },
    "en": {
        "rate_chars": "per 10,000 characters",
        "rate": "per 10,000 tokens",
        "n": "occurrences",
        "none": "nothing of two years or more",
        "mean": "mean",
        "all": "all",
    },
}


@styled
def plot_trend(
    trend: pd.DataFrame,
    ax: Axes | None = None,
    *,
    value: str = "rate_chars",
    panels: bool | None = None,
    panels_across: int = 4,
    top: int = 24,
    colours: Mapping[str, str] | None = None,
    lang: str = "zh",
) -> Axes:
    """Draw terms through the years, time from left to right.

    Parameters
    ----------
    trend
        Table of :func:`plananalysis.term_trend`: ``group``, ``year``, ``term`` and ``value``.
    ax
        Axes to draw into; a new figure by default.
    value
        Column that gives the height: ``rate_chars`` (per 10,000 characters), ``rate`` (per 10,000 tokens) or ``n``.
    panels
        A small panel for each term, with a line for each group; by default where there are several groups, or more
        terms than lines can be told apart. Each panel has its own scale, from zero.
    panels_across
        Panels in a row.
    top
        How many terms, the first of the table; a note says how many are left out.
    colours
        Colour per group, from :func:`plananalysis.unit_colours`. With more than eight groups their lines are grey and the
        mean of the groups that have a plan of the year stands out.
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
    >>> rows = [("甲", 2023, "党建", 2.0), ("甲", 2024, "党建", 5.0)]
    >>> ax = plot_trend(pd.DataFrame(rows, columns=["group", "year", "term", "rate_chars"]))
    >>> [line.get_ydata().tolist() for line in ax.lines]
    [[2.0, 5.0]]
    """
    check(trend, "trend", ("group", "year", "term", value))
    words = _WORDS[lang]
    terms = list(dict.fromkeys(trend["term"].astype(str)))
    more, terms = len(terms) - top, terms[:top]
    groups = list(dict.fromkeys(trend["group"].astype(str)))
    if panels is None:
        panels = len(groups) > 1 or len(terms) > _MOST_LINES
    if ax is None:
        ax = new_axes(trend_size(len(terms), panels=panels, panels_across=panels_across))
    if not terms:
        return say(ax, words["none"])
    shade = dict(colours or palette.unit_colours(groups))
    label = words.get(value, value) + left_out(more, lang)
    years = trend["year"].astype(int)
    if not panels:
        own = {term: palette.BASE[i % len(palette.BASE)] for i, term in enumerate(terms)}
        for term in terms:
            rows = _of(trend, term, None)
            ax.plot(rows["year"], rows[value], color=own[term], marker="o", markersize=2.5, linewidth=1.2)
        _name_ends(ax, trend, terms, value, own)
        _finish(ax, years)
        ax.set_ylabel(label)
        return ax
    ax.set_axis_off()
    down = math.ceil(len(terms) / panels_across)
    across = min(panels_across, len(terms))
    for i, term in enumerate(terms):
        line, place = divmod(i, panels_across)
        room = (place / across + 0.045, 1 - (line + 0.84) / down, 0.9 / across - 0.03, 0.58 / down)
        panel = ax.inset_axes(room)
        _panel(panel, trend, term, value=value, groups=groups, shade=shade)
        _finish(panel, years)
        panel.set_title(printable(term, 12), fontsize=7.5, pad=3)
    _legend(ax, groups, shade, label, words)
    return ax


def _of(trend: pd.DataFrame, term: str, group: str | None) -> pd.DataFrame:
    """Return the rows of a term, and of a group, by year."""
    rows = trend[trend["term"].astype(str) == term]
    if group is not None:
        rows = rows[rows["group"].astype(str) == group]
    return rows.sort_values("year", kind="stable")


def _panel(
    ax: Axes, trend: pd.DataFrame, term: str, *, value: str, groups: list[str], shade: dict[str, str]
) -> None:
    """Draw the line of every group for one term."""
    many = len(groups) > _MOST_COLOURED
    for group in groups:
        rows = _of(trend, term, group)
        colour = palette.GRID if many else shade.get(group, palette.NEUTRAL)
        ax.plot(
            rows["year"],
            rows[value],
            color=colour,
            linewidth=0.7 if many else 1.1,
            marker="o",
            markersize=1.8,
        )
    if many:
        mean = _of(trend, term, None).groupby("year")[value].mean()
        ax.plot(mean.index, mean, color=palette.BASE[0], linewidth=1.6, marker="o", markersize=2.5)


def _finish(ax: Axes, years: pd.Series) -> None:
    """Give an axis whole years from the first to the last, and heights from zero."""
    first, last = int(years.min()), int(years.max())
    if last - first < _MOST_TICKS:
        ax.set_xticks(range(first, last + 1))
    else:
        ax.set_xticks(sorted({first, (first + last) // 2, last}))
    room = max(0.15, 0.04 * (last - first))
    ax.set_xlim(first - room, last + room)
    highest = max(
        (float(np.max(np.asarray(line.get_ydata(), dtype=float))) for line in ax.lines), default=0.0
    )
    ax.set_ylim(0, ax.get_ylim()[1] if highest > 0 else 1.0)
    ax.yaxis.set_major_locator(MaxNLocator(nbins=3))
    ax.tick_params(labelsize=6)
    ax.grid(axis="y")


def _name_ends(ax: Axes, trend: pd.DataFrame, terms: list[str], value: str, own: dict[str, str]) -> None:
    """Write each term at the end of its line, moved apart where two end at one height."""
    ends = sorted((float(_of(trend, term, None)[value].iloc[-1]), term) for term in terms)
    highest = max(1e-9, float(trend[value].max()))
    at = -1.0
    for height, term in ends:
        at = max(height, at + 0.07 * highest)
        ax.annotate(
            printable(term, 12),
            (1.01, at),
            xycoords=("axes fraction", "data"),
            fontsize=7,
            va="center",
            color=own[term],
            annotation_clip=False,
        )


def _legend(ax: Axes, groups: list[str], shade: dict[str, str], label: str, words: dict[str, str]) -> None:
    """Say below the panels what the heights are, and whose the lines."""
    from matplotlib.lines import Line2D

    handles = []
    if len(groups) > _MOST_COLOURED:
        handles = [Line2D([], [], color=palette.BASE[0], linewidth=1.6, label=words["mean"])]
    elif len(groups) > 1:
        handles = [
            Line2D([], [], color=shade.get(group, palette.NEUTRAL), label=printable(group, 12))
            for group in groups
        ]
    if handles:
        ax.legend(handles=handles, loc="upper center", bbox_to_anchor=(0.5, 0.0), ncols=min(4, len(handles)))
    ax.text(0.0, 1.0, label, transform=ax.transAxes, fontsize=7, va="bottom", color=palette.MUTED)


def trend_size(terms: int, *, panels: bool = True, panels_across: int = 4) -> tuple[float, float]:
    """Return width and height in inches for so many terms.

    Examples
    --------
    >>> trend_size(12), trend_size(3, panels=False)
    ((6.85, 4.25), (6.85, 2.8))
    """
    if not panels:
        return FULL_WIDTH, 2.8
    down = max(1, math.ceil(terms / panels_across))
    return FULL_WIDTH, round(min(FULL_HEIGHT, 0.5 + _PANEL_HEIGHT * down), 2)
