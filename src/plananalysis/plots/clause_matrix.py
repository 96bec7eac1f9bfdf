"""What became of the clauses of a document in the plans of others: a matrix of clauses and plans."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import BoundaryNorm, ListedColormap
from matplotlib.patches import Patch

from plananalysis.plots import palette
from plananalysis.plots.fonts import printable
from plananalysis.plots.heatmap import label_plan
from plananalysis.plots.style import FULL_HEIGHT, FULL_WIDTH, new_axes, say, styled
from plananalysis.tables import check

MOST_CLAUSES = 45
"""Clauses that are drawn unless others are asked for: more cannot be read on a page."""
_ROW, _HEADS, _LEFT = 0.155, 1.25, 2.9
"""Inches of a row, of the names of the plans with the legend, and of the names of the clauses."""
_LONGEST_CLAUSE, _LONGEST_PLAN = 22, 12
_COLOURS = {
    "dropped": "#ECEFF2",
    "verbatim": palette.BASE[0],
    "reworded": palette.BASE[5],
    "numbers_changed": palette.BASE[1],
}
_WORDS = {
    "zh": {
        "none": "没有一个分句被承接",
        "dropped": "未承接",
        "verbatim": "照录",
        "reworded": "改写",
        "numbers_changed": "改数",
        "left": "来源共 {n} 个分句，其中 {taken} 个被承接，图中 {shown} 个",
    },
    "en": {
        "none": "no clause was taken over",
        "dropped": "dropped",
        "verbatim": "verbatim",
        "reworded": "reworded",
        "numbers_changed": "numbers changed",
        "left": "{n} clauses of the source, {taken} taken over, {shown} drawn",
    },
}


@styled
def plot_transmission(
    transmission: pd.DataFrame, ax: Axes | None = None, *, top: int = MOST_CLAUSES, lang: str = "zh"
) -> Axes:
    """Draw which clauses of a document which plans took over, and how.

    Parameters
    ----------
    transmission
        Table of :func:`plananalysis.transmission`.
    ax
        Axes to draw into; a new figure by default.
    top
        How many clauses: those that most plans took over, of equals the earlier ones. They stand in the order of the
        source; clauses that nobody took over are not drawn, and a note says how many there are.
    lang
        Language of the words, ``zh`` or ``en``.

    Returns
    -------
    Axes
        A row per clause, a column per plan in the order of the table.

    Raises
    ------
    InputError
        If a column is missing.

    Examples
    --------
    >>> rows = [("乙", "乙县", 2024, 1, "verbatim", "新建水闸两座"), ("丙", "丙县", 2024, 1, "dropped", "新建水闸两座")]
    >>> columns = ["doc_b", "unit", "year", "clause", "status", "text_a"]
    >>> ax = plot_transmission(pd.DataFrame(rows, columns=columns))
    >>> ax.images[0].get_array().tolist()
    [[1, 0]]
    """
    check(transmission, "transmission", ("doc_b", "unit", "year", "clause", "status", "text_a"))
    judged = transmission[transmission["clause"].notna()]
    taken = judged[judged["status"] != "dropped"]
    by_plans = taken["clause"].value_counts(sort=False).sort_index()
    clauses = sorted(by_plans.sort_values(ascending=False, kind="stable").index[:top])
    plans = judged["doc_b"].drop_duplicates().tolist()
    ax = ax if ax is not None else new_axes(transmission_size(len(clauses)))
    if not clauses:
        return say(ax, _WORDS[lang]["none"])
    _cells(ax, judged, clauses, plans)
    text = judged.drop_duplicates("clause").set_index("clause")["text_a"]
    ax.set_yticks(range(len(clauses)), [printable(text[clause], _LONGEST_CLAUSE) for clause in clauses])
    step, points = label_plan(len(plans), FULL_WIDTH - _LEFT)
    names = [printable(name, _LONGEST_PLAN) for name in _names(judged, plans)]
    ax.set_xticks(range(0, len(plans), step), names[::step], fontsize=points, rotation=90)
    ax.tick_params(length=0, pad=2)
    counts = {"n": judged["clause"].nunique(), "taken": len(by_plans), "shown": len(clauses)}
    ax.set_xlabel(_WORDS[lang]["left"].format(**counts), loc="left", fontsize=7)
    keys = [Patch(facecolor=colour, label=_WORDS[lang][status]) for status, colour in _COLOURS.items()]
    ax.legend(handles=keys[1:] + keys[:1], loc="lower left", bbox_to_anchor=(0, 1), ncols=len(keys))
    return ax


def _cells(ax: Axes, judged: pd.DataFrame, clauses: list[int], plans: list[str]) -> None:
    """Draw a cell for each clause and plan in the colour of what became of it."""
    number = {status: i for i, status in enumerate(_COLOURS)}
    drawn = judged[judged["clause"].isin(clauses)]
    coded = drawn.assign(_status=drawn["status"].map(number))
    wide = coded.pivot_table(index="clause", columns="doc_b", values="_status")
    cells = wide.reindex(index=clauses, columns=plans).fillna(0).to_numpy(dtype=int)
    norm = BoundaryNorm(np.arange(len(number) + 1) - 0.5, len(number))
    ax.imshow(
        cells, cmap=ListedColormap(list(_COLOURS.values())), norm=norm, aspect="auto", interpolation="none"
    )
    ax.set_xticks(np.arange(len(plans) + 1) - 0.5, minor=True)
    ax.set_yticks(np.arange(len(clauses) + 1) - 0.5, minor=True)
    ax.grid(which="minor", color="white", linewidth=0.8)
    ax.tick_params(which="minor", length=0)
    for spine in ax.spines.values():
        spine.set_visible(False)


def _names(judged: pd.DataFrame, plans: list[str]) -> list[str]:
    """Return what the plans are called: units, with the year where a unit has several plans, else the documents."""
    known = judged.drop_duplicates("doc_b").set_index("doc_b").loc[plans]
    units = known["unit"].astype(str)
    years = known["year"].astype("str").replace("<NA>", "")
    names = units.where(~units.duplicated(keep=False), (units + " " + years).str.strip())
    return names.where(~names.duplicated(keep=False), names.index.to_series()).tolist()


def transmission_size(clauses: int) -> tuple[float, float]:
    """Return width and height in inches of a matrix of so many clauses.

    Examples
    --------
    >>> transmission_size(40)
    (6.85, 7.45)
    """
    return FULL_WIDTH, round(min(FULL_HEIGHT, _HEADS + _ROW * max(4, clauses)), 2)
