"""Which themes each unit stresses: heatmap, bars against the mean, small multiples, and flow through a document."""

import math
from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.patches import Patch
from matplotlib.ticker import MaxNLocator

from plananalysis.errors import InputError
from plananalysis.plots import palette
from plananalysis.plots.fonts import printable
from plananalysis.plots.heatmap import colour_bar, draw_cells, label_plan
from plananalysis.plots.style import FULL_HEIGHT, FULL_WIDTH, new_axes, say, styled
from plananalysis.tables import UNCODED, check

_LABELS, _BARS = 0.42, 0.5
"""Share of a small multiple's width that the themes and the longest bar take."""

_WORDS = {
    "zh": {
        "none": "没有可画的数据",
        "share": "占比（%）",
        "difference": "与各组平均之差（百分点）",
        "position": "在文中的位置（%）",
        "mean": "各组平均",
    },
    "en": {
        "none": "nothing to draw",
        "share": "share (%)",
        "difference": "difference from the mean of all groups (points)",
        "position": "position in the document (%)",
        "mean": "mean of all groups",
    },
}


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
    groups, themes = _groups(emphasis, order), _themes(emphasis)
    size = heatmap_size(len(groups))
    ax = ax if ax is not None else new_axes(size)
    if not groups:
        return say(ax, _WORDS[lang]["none"])
    values = _matrix(emphasis, "share", groups, themes) * 100
    cells = (size[0] - 1.9, size[1] - 1.1)
    image = draw_cells(ax, values, groups, themes, size=cells, low=0.0)
    colour_bar(ax, image, _WORDS[lang]["share"], right=1.02, inches=cells[1])
    return ax


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
            raise InputError(f"the emphasis table has no group {group!r}")
        return say(ax, _WORDS[lang]["none"])
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
    ax.set_xlabel(_WORDS[lang]["difference"])
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
    groups, themes = _groups(emphasis, None), _themes(emphasis)
    size = panels_size(len(groups), len(themes), panels_across=panels_across)
    ax = ax if ax is not None else new_axes(size, whole=True)
    if not groups:
        return say(ax, _WORDS[lang]["none"])
    share = _matrix(emphasis, "share", groups, themes)
    mean = _matrix(emphasis, "mean_share", groups, themes)
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
    note = f"{_WORDS[lang]['share']}　│ {_WORDS[lang]['mean']}"
    ax.text(0.02, bottom - 0.4, note, fontsize=6.5, va="center", color=palette.MUTED)
    ax.set_xlim(0, min(panels_across, len(groups)) + 0.02)
    ax.set_ylim(bottom + 0.2, -1)
    ax.set_axis_off()
    return ax


@styled
def plot_theme_flow(
    flow: pd.DataFrame,
    ax: Axes | None = None,
    *,
    by: str = "doc_id",
    colours: Mapping[str, str] | None = None,
    lang: str = "zh",
) -> Axes:
    """Draw each document as a strip from its beginning to its end, coloured by the themes of its passages.

    Parameters
    ----------
    flow
        Columns ``doc_id``, ``passage_id``, ``theme``, ``weight``, ``begin``, ``finish`` and ``by``.
    ax
        Axes to draw into; a new figure by default.
    by
        Column whose values name the strips; where several documents share a value, their ``doc_id`` is written.
    colours
        Colour per theme; by default the colours of :func:`plananalysis.plots.unit_colours` in the order of the
        themes. The passages without any theme are grey.
    lang
        Language of the axis, ``zh`` or ``en``.

    Returns
    -------
    Axes
        Documents from top to bottom as they come in the table, those of a unit together and by year; a passage is divided
        in height among its themes.

    Raises
    ------
    InputError
        If a column is missing.

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": ["a", "a"], "passage_id": ["a#0", "a#1"], "theme": ["学", "廉"],
    ...                       "weight": [1.0, 1.0], "begin": [0.0, 0.4], "finish": [0.4, 1.0]})
    >>> [text.get_text() for text in plot_theme_flow(table).get_legend().get_texts()]
    ['学', '廉']
    """
    check(flow, "theme_flow", ("doc_id", "passage_id", "theme", "weight", "begin", "finish", by))
    documents = _flowing(flow)
    size = flow_size(len(documents))
    ax = ax if ax is not None else new_axes(size)
    if not documents:
        return say(ax, _WORDS[lang]["none"])
    themes = _themes(flow)
    colours = colours or theme_colours(themes)
    row = flow["doc_id"].astype(str).map({name: i for i, name in enumerate(documents)}).to_numpy()
    weight = flow["weight"].to_numpy(dtype=float)
    stacked = flow.assign(_w=weight).groupby("passage_id", sort=False)["_w"].cumsum().to_numpy()
    thick = 0.82
    top, low = row - thick / 2 + (stacked - weight) * thick, row - thick / 2 + stacked * thick
    begin, finish = (flow[name].to_numpy(dtype=float) * 100 for name in ("begin", "finish"))
    corners = np.stack([begin, top, finish, top, finish, low, begin, low], axis=1).reshape(-1, 4, 2)
    fill = [colours.get(name, palette.GRID) for name in flow["theme"].astype(str)]
    ax.add_collection(PolyCollection(list(corners), facecolors=fill, edgecolors="white", linewidths=0.15))
    ax.set_xlim(0, 100)
    ax.set_ylim(len(documents) - 0.5, -0.5)
    first = (
        flow.drop_duplicates("doc_id").set_index(flow["doc_id"].drop_duplicates().astype(str)).loc[documents]
    )
    names = first[by].astype(str).tolist()
    names = [name if names.count(name) == 1 else documents[i] for i, name in enumerate(names)]
    step, points = label_plan(len(names), size[1] - 1.3)
    places = list(range(0, len(names), step))
    ax.set_yticks(places, [printable(names[i], 16) for i in places], fontsize=points)
    ax.tick_params(axis="y", length=0)
    ax.spines["left"].set_visible(False)
    ax.set_xlabel(_WORDS[lang]["position"])
    handles = [Patch(color=colours.get(name, palette.GRID), label=printable(name, 12)) for name in themes]
    ax.legend(
        handles=handles,
        loc="lower left",
        bbox_to_anchor=(0, 1.0),
        ncols=min(5, len(handles)),
        borderaxespad=0.3,
    )
    return ax


def _flowing(flow: pd.DataFrame) -> list[str]:
    """Return the documents as they come, those of a unit behind its first and by year."""
    first = flow.drop_duplicates("doc_id")
    if not {"unit", "year"}.issubset(first.columns):
        return first["doc_id"].astype(str).tolist()
    place = pd.Series(pd.factorize(first["unit"], use_na_sentinel=False)[0], index=first.index)
    ordered = first.assign(_unit=place).sort_values(["_unit", "year"], kind="stable", na_position="last")
    return ordered["doc_id"].astype(str).tolist()


def theme_colours(themes: Sequence[str]) -> dict[str, str]:
    """Return one colour per theme, in the order of the lexicon; passages without any theme are grey.

    Examples
    --------
    >>> theme_colours(["政治建设", "未归类"])
    {'政治建设': '#0072B2', '未归类': '#D8DDE3'}
    """
    named = [name for name in themes if name != UNCODED]
    wheel = list(palette.unit_colours(f"{i:02d}" for i in range(max(1, len(named)))).values())
    found = {name: wheel[i] for i, name in enumerate(named)}
    return found | ({UNCODED: palette.GRID} if UNCODED in themes else {})


def heatmap_size(groups: int) -> tuple[float, float]:
    """Return width and height in inches for so many groups.

    Examples
    --------
    >>> heatmap_size(5), heatmap_size(31)
    ((6.85, 2.35), (6.85, 7.55))
    """
    return FULL_WIDTH, round(min(FULL_HEIGHT, 1.35 + 0.2 * max(3, groups)), 2)


def panels_size(groups: int, themes: int, *, panels_across: int = 4) -> tuple[float, float]:
    """Return width and height in inches for so many panels; many groups need more than one page.

    Examples
    --------
    >>> panels_size(5, 8)
    (6.85, 2.55)
    """
    down = max(1, math.ceil(groups / panels_across))
    return FULL_WIDTH, round(0.12 * down * (themes + 2) + 0.15, 2)


def flow_size(documents: int) -> tuple[float, float]:
    """Return width and height in inches for so many documents.

    Examples
    --------
    >>> flow_size(5)
    (6.85, 2.7)
    """
    return FULL_WIDTH, round(min(FULL_HEIGHT, 1.45 + 0.25 * max(3, documents)), 2)


def _groups(emphasis: pd.DataFrame, order: Sequence[str] | None) -> list[str]:
    """Return the groups in the order asked for, or as they come."""
    present = list(dict.fromkeys(emphasis["group"].astype(str)))
    if order is None:
        return present
    if set(order) != set(present):
        raise InputError("order must name every group of the emphasis table once")
    return list(order)


def _themes(table: pd.DataFrame) -> list[str]:
    """Return the themes that occur, in the order of the column's categories, or as they come."""
    present = set(table["theme"].astype(str))
    column = table["theme"]
    known = column.cat.categories if isinstance(column.dtype, pd.CategoricalDtype) else column.unique()
    return [str(name) for name in known if str(name) in present]


def _matrix(table: pd.DataFrame, value: str, groups: list[str], themes: list[str]) -> np.ndarray:
    """Return a column as a matrix of groups by themes, NaN where there is no row."""
    matrix = np.full((len(groups), len(themes)), np.nan)
    row = pd.Index(groups).get_indexer(pd.Index(table["group"].astype(str)))
    column = pd.Index(themes).get_indexer(pd.Index(table["theme"].astype(str)))
    matrix[row, column] = table[value].to_numpy(dtype=float)
    return matrix
