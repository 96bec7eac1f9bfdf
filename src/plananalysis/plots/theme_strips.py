"""Themes along each document, from its beginning to its end."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.patches import Patch

from plananalysis.plots import palette
from plananalysis.plots.fonts import printable
from plananalysis.plots.heatmap import label_plan
from plananalysis.plots.style import FULL_HEIGHT, FULL_WIDTH, new_axes, say, styled
from plananalysis.plots.theme_tables import WORDS, themes_shown
from plananalysis.tables import UNCODED, check


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
        return say(ax, WORDS[lang]["none"])
    themes = themes_shown(flow)
    colours = colours or theme_colours(themes)
    row = flow["doc_id"].astype(str).map({name: i for i, name in enumerate(documents)}).to_numpy()
    weight = flow["weight"].to_numpy(dtype=float)
    stacked = flow.assign(_w=weight).groupby(["passage_id", "begin"], sort=False)["_w"].cumsum().to_numpy()
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
    ax.set_xlabel(WORDS[lang]["position"])
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


def flow_size(documents: int) -> tuple[float, float]:
    """Return width and height in inches for so many documents.

    Examples
    --------
    >>> flow_size(5)
    (6.85, 2.7)
    """
    return FULL_WIDTH, round(min(FULL_HEIGHT, 1.45 + 0.25 * max(3, documents)), 2)
