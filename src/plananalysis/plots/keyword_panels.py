"""What is typical of each unit: its keywords side by side."""

import math
from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from plananalysis.plots import palette
from plananalysis.plots.fonts import printable
from plananalysis.plots.style import FULL_WIDTH, new_axes, say, styled
from plananalysis.tables import check

_LABELS, _BARS = 0.46, 0.5
"""Share of a panel's width that the terms and the longest bar take."""

_WORDS = {"zh": {"none": "没有可画的数据"}, "en": {"none": "nothing to draw"}}


@styled
def plot_keywords(
    keywords: pd.DataFrame,
    ax: Axes | None = None,
    *,
    value: str = "score",
    top: int = 8,
    panels_across: int = 4,
    order: Sequence[str] | None = None,
    colours: Mapping[str, str] | None = None,
    lang: str = "zh",
) -> Axes:
    """Draw one small panel of bars per group, all on one scale.

    Parameters
    ----------
    keywords
        Columns ``group``, ``term``, ``rank`` and ``value``.
    ax
        Axes whose room is divided into panels; a new figure by default.
    value
        Column that gives the length of the bars.
    top
        Terms per panel.
    panels_across
        Panels in a row.
    order
        The groups to draw; by default all in the order in which the table has them, years in time.
    colours
        Colour per group, from :func:`plananalysis.plots.unit_colours` over all units of the corpus; by default one for
        all where there are more groups than colours that can be told apart.
    lang
        Language of the message for an empty table, ``zh`` or ``en``.

    Returns
    -------
    Axes
        The axes that hold all panels, in the order of the groups, row by row.

    Raises
    ------
    InputError
        If a column is missing.

    Examples
    --------
    >>> table = pd.DataFrame({"group": ["甲", "乙"], "term": ["党建", "渔业"], "rank": [1, 1], "score": [0.5, 0.9]})
    >>> [text.get_text() for text in plot_keywords(table).texts]
    ['甲', '党建', '乙', '渔业']
    """
    check(keywords, "keywords", ("group", "term", "rank", value))
    groups = palette.in_time(keywords["group"]) if order is None else list(order)
    ax = (
        ax
        if ax is not None
        else new_axes(keywords_size(len(groups), top=top, panels_across=panels_across), whole=True)
    )
    if not groups:
        return say(ax, _WORDS[lang]["none"])
    drawn = keywords[keywords["group"].astype(str).isin(groups)]
    chosen = drawn[drawn["rank"] <= top].sort_values(["group", "rank"], kind="stable")
    longest = float(chosen[value].max()) or 1.0
    if colours is None:
        colours = palette.unit_colours(groups) if len(groups) <= len(palette.BASE) else {}
    for i, group in enumerate(groups):
        rows = chosen[chosen["group"].astype(str) == group].head(top)
        line, place = divmod(i, panels_across)
        lengths = rows[value].to_numpy(dtype=float) / longest * _BARS
        corner = (place, line * (top + 2))
        _panel(ax, rows["term"].tolist(), lengths, name=group, corner=corner, colour=colours.get(group))
    ax.set_xlim(0, min(panels_across, len(groups)))
    ax.set_ylim(math.ceil(len(groups) / panels_across) * (top + 2) - 1, -1)
    ax.set_axis_off()
    return ax


def _panel(
    ax: Axes,
    terms: list[str],
    lengths: np.ndarray,
    *,
    name: str,
    corner: tuple[float, float],
    colour: str | None,
) -> None:
    """Draw one group: its name, and below it a label and a bar per term; one unit is a panel or a line.

    ``corner`` is the panel's left upper corner.
    """
    left, above = corner
    zero = left + _LABELS
    places = above + 1 + np.arange(len(terms))
    ax.barh(places, lengths, left=zero, height=0.72, color=colour or palette.NEUTRAL)
    ax.plot([zero, zero], [above + 0.5, above + len(terms) + 0.5], color=palette.GRID, linewidth=0.6)
    ax.text(left + 0.02, above, printable(name, 14), fontsize=7.5, va="center", color=palette.INK)
    for place, term in zip(places, terms, strict=True):
        ax.text(zero - 0.015, place, printable(term, 8), fontsize=6.5, ha="right", va="center")


def keywords_size(groups: int, *, top: int = 8, panels_across: int = 4) -> tuple[float, float]:
    """Return width and height in inches for so many panels; many groups need more than one page.

    Examples
    --------
    >>> keywords_size(12)
    (6.85, 4.2)
    """
    down = max(1, math.ceil(groups / panels_across))
    return FULL_WIDTH, round(down * (0.14 * (top + 2)), 2)
