"""What units stress, in bars: one against the mean of all, or all in small panels."""

import math
from collections.abc import Mapping

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from plananalysis.errors import InputError
from plananalysis.plots import palette
from plananalysis.plots.fonts import printable
from plananalysis.plots.style import FULL_WIDTH, new_axes, say, styled
from plananalysis.plots.theme_tables import WORDS, cells_of, groups_shown, themes_shown
from plananalysis.tables import check

_LABELS, _BARS = 0.42, 0.5
"""Share of a small multiple's width that the themes and the longest bar take."""


@styled
def plot_theme_differences(
    emphasis: pd.DataFrame, group: str, ax: Axes | None = None, *, colour: str | None = None, lang: str = "zh"
) -> Axes:
    """Draw what one unit stresses more, or less, than the mean of all units, with the interval of its share.

    Parameters
    ----------
    emphasis
        Columns ``group``, ``theme``, ``difference``, ``mean_share``, ``share_low`` and ``share_high``.
    group
        The unit to draw.
    ax
        Axes to draw into; a new figure by default.
    colour
        Colour of the bars above the mean; those below are lighter.
    lang
        Language of the axis, ``zh`` or ``en``.

    Returns
    -------
    Axes
        Themes from top to bottom, the most stressed first.

    Raises
    ------
    InputError
        If a column is missing, or there is no such group.

    Examples
    --------
    >>> table = pd.DataFrame({"group": ["甲", "甲"], "theme": ["学", "廉"], "difference": [-0.2, 0.2],
    ...                       "mean_share": [0.5, 0.5], "share_low": [0.2, 0.6], "share_high": [0.4, 0.8]})
    >>> [tick.get_text() for tick in plot_theme_differences(table, "甲").get_yticklabels()]
    ['廉', '学']
    """
    check(emphasis, "emphasis", ("group", "theme", "difference", "mean_share", "share_low", "share_high"))
    rows = emphasis[emphasis["group"].astype(str) == group]
    rows = rows.sort_values("difference", ascending=False, kind="stable")
    ax = ax if ax is not None else new_axes((FULL_WIDTH * 0.72, round(0.22 * max(4, len(rows)) + 0.7, 2)))
    if rows.empty:
        if len(emphasis):
            raise InputError("the emphasis table has no group {group!r}", group=group)
        return say(ax, WORDS[lang]["none"])
    places = np.arange(len(rows))
    value = rows["difference"].to_numpy(dtype=float) * 100
    mean = rows["mean_share"].to_numpy(dtype=float) * 100
    low, high = (rows[name].to_numpy(dtype=float) * 100 - mean for name in ("share_low", "share_high"))
    strong = colour or palette.BASE[0]
    ax.barh(places, value, height=0.66, color=strong, alpha=1.0)
    for bar, length in zip(ax.patches, value, strict=True):
        if length < 0:
            bar.set_alpha(0.45)
    known = np.isfinite(low) & np.isfinite(high)
    ax.hlines(places[known], low[known], high[known], color=palette.INK, linewidth=0.8)
    ax.axvline(0, color=palette.MUTED, linewidth=0.8)
    ax.set_yticks(places, [printable(name, 14) for name in rows["theme"].astype(str)])
    ax.tick_params(axis="y", length=0)
    ax.invert_yaxis()
    ax.xaxis.set_major_locator(MaxNLocator(nbins=7, steps=[1, 2, 5, 10], integer=True))
    ax.xaxis.set_major_formatter(
        lambda points, _: f"{points:+.0f}".replace("-", "−") if round(points) else "0"
    )
    ax.set_xlabel(WORDS[lang]["difference"])
    ax.set_title(printable(group, 40))
    ax.spines["left"].set_visible(False)
    ax.grid(axis="x")
    return ax


@styled
def plot_theme_panels(
    emphasis: pd.DataFrame,
    ax: Axes | None = None,
    *,
    panels_across: int = 4,
    colours: Mapping[str, str] | None = None,
    lang: str = "zh",
) -> Axes:
    """Draw one small panel of bars per unit: its share of each theme, and a tick at the mean of all.

    Bars that stay below the mean are lighter, so that what a unit stresses stands out.

    Parameters
    ----------
    emphasis
        Columns ``group``, ``theme``, ``share`` and ``mean_share``.
    ax
        Axes whose room is divided into panels; a new figure by default.
    panels_across
        Panels in a row.
    colours
        Colour per group, from :func:`plananalysis.plots.unit_colours` over all units of the corpus.
    lang
        Language of the note, ``zh`` or ``en``.

    Returns
    -------
    Axes
        The axes that hold all panels, in the order of the table, row by row.

    Raises
    ------
    InputError
        If a column is missing.

    Examples
    --------
    >>> table = pd.DataFrame({"group": ["甲", "甲"], "theme": ["学", "廉"], "share": [0.3, 0.7],
    ...                       "mean_share": [0.5, 0.5]})
    >>> [text.get_text() for text in plot_theme_panels(table).texts][:3]
    ['甲', '学', '30']
    """
    check(emphasis, "emphasis", ("group", "theme", "share", "mean_share"))
    groups, themes = groups_shown(emphasis, None), themes_shown(emphasis)
    size = panels_size(len(groups), len(themes), panels_across=panels_across)
    ax = ax if ax is not None else new_axes(size, whole=True)
    if not groups:
        return say(ax, WORDS[lang]["none"])
    share = cells_of(emphasis, "share", groups, themes)
    mean = cells_of(emphasis, "mean_share", groups, themes)
    longest = max(float(np.nanmax(share)), float(np.nanmax(mean))) or 1.0
    colours = colours or palette.unit_colours(groups)
    step = len(themes) + 2
    for i, group in enumerate(groups):
        line, left = divmod(i, panels_across)
        zero, above = left + _LABELS, line * step
        places = above + 1 + np.arange(len(themes))
        lengths = np.nan_to_num(share[i]) / longest * _BARS
        bars = ax.barh(places, lengths, left=zero, height=0.7, color=colours.get(group) or palette.NEUTRAL)
        for bar, below in zip(bars, np.nan_to_num(share[i]) < np.nan_to_num(mean[i]), strict=True):
            bar.set_alpha(0.45 if below else 1.0)
        at = zero + np.nan_to_num(mean[i]) / longest * _BARS
        ax.vlines(at, places - 0.42, places + 0.42, color=palette.INK, linewidth=0.9)
        ax.text(left + 0.02, above, printable(group, 14), fontsize=7.5, va="center", color=palette.INK)
        for j, theme in enumerate(themes):
            place, length, value = float(places[j]), float(lengths[j]), float(np.nan_to_num(share[i][j]))
            ax.text(zero - 0.015, place, printable(theme, 8), fontsize=6, ha="right", va="center")
            right = max(zero + length, float(at[j])) + 0.015
            ax.text(right, place, f"{value * 100:.0f}", fontsize=5.5, va="center", color=palette.MUTED)
    bottom = math.ceil(len(groups) / panels_across) * step
    note = f"{WORDS[lang]['share']}　│ {WORDS[lang]['mean']}"
    ax.text(0.02, bottom - 0.4, note, fontsize=6.5, va="center", color=palette.MUTED)
    ax.set_xlim(0, min(panels_across, len(groups)) + 0.02)
    ax.set_ylim(bottom + 0.2, -1)
    ax.set_axis_off()
    return ax


def panels_size(groups: int, themes: int, *, panels_across: int = 4) -> tuple[float, float]:
    """Return width and height in inches for so many panels; many groups need more than one page.

    Examples
    --------
    >>> panels_size(5, 8)
    (6.85, 2.55)
    """
    down = max(1, math.ceil(groups / panels_across))
    return FULL_WIDTH, round(0.12 * down * (themes + 2) + 0.15, 2)
