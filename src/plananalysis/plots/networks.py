"""Who is linked with whom: units that share wording, and units that cite the same regulations."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import FancyArrowPatch

from plananalysis.plots import palette
from plananalysis.plots.fonts import printable
from plananalysis.plots.style import FULL_HEIGHT, FULL_WIDTH, left_out, new_axes, say, styled
from plananalysis.tables import check, check_square

_THICKEST = 6.0
_MOST_NAMES = 60
"""Units around the circle that may stand without a link."""
_NONE = {"zh": "没有联系", "en": "no links"}


@styled
def plot_unit_network(
    matrix: pd.DataFrame,
    ax: Axes | None = None,
    *,
    order: Sequence[str] | None = None,
    most: int = 60,
    colours: Mapping[str, str] | None = None,
    lang: str = "zh",
) -> Axes:
    """Draw units on a circle, linked the more thickly the more they share.

    Parameters
    ----------
    matrix
        Square table of units by units, such as :func:`plananalysis.borrowing_matrix`; both directions are added.
    ax
        Axes to draw into; a new figure by default.
    order
        Units in the order around the circle, usually that of the clustering; as in the table by default.
    most
        How many links, the strongest.
    colours
        Colour per unit, from :func:`plananalysis.unit_colours`.
    lang
        Language of the message where nothing is shared, ``zh`` or ``en``.

    Returns
    -------
    Axes
        Of more than sixty units, those that have one of the links.

    Raises
    ------
    InputError
        If the table is not square.

    Examples
    --------
    >>> shared = pd.DataFrame([[0, 30], [12, 0]], index=["甲", "乙"], columns=["甲", "乙"])
    >>> [text.get_text() for text in plot_unit_network(shared).texts]
    ['甲', '乙']
    """
    check_square(matrix, "matrix", "borrowing_matrix(reuse, corpus)")
    names = list(order) if order is not None else list(matrix.index)
    values = matrix.loc[names, names].to_numpy(dtype=float)
    values = np.triu(values + values.T, 1)
    ax = ax if ax is not None else new_axes((FULL_WIDTH * 0.8, FULL_WIDTH * 0.8))
    if not values.any():
        return say(ax, _NONE[lang])
    strongest = np.argsort(-values, axis=None, kind="stable")[:most]
    linked = np.unique([np.unravel_index(at, values.shape) for at in strongest if values.flat[at] > 0])
    if len(names) > _MOST_NAMES:
        ax.set_title(left_out(len(names) - len(linked), lang), fontsize=7, loc="right")
        names, values = [names[i] for i in linked], values[np.ix_(linked, linked)]
        strongest = np.argsort(-values, axis=None, kind="stable")[:most]
    angle = np.pi / 2 - 2 * np.pi * np.arange(len(names)) / len(names)
    x, y = np.cos(angle), np.sin(angle)
    shade = colours or palette.unit_colours(list(matrix.index))
    for i, j in zip(*np.unravel_index(strongest[::-1], values.shape), strict=True):
        if values[i, j] > 0:
            part = values[i, j] / values.max()
            link = FancyArrowPatch(
                (x[i], y[i]),
                (x[j], y[j]),
                arrowstyle="-",
                connectionstyle="arc3,rad=0.12",
                linewidth=0.4 + _THICKEST * part,
                color=palette.NEUTRAL,
                alpha=0.25 + 0.6 * part,
            )
            ax.add_patch(link)
    ax.scatter(
        x, y, s=46, c=[shade.get(name, palette.NEUTRAL) for name in names], zorder=3, edgecolor="white"
    )
    points = 7.5 if len(names) <= 20 else 6.0 if len(names) <= 45 else 4.5
    for name, place, across, up in zip(names, angle, x, y, strict=True):
        turn = np.degrees(place)
        away = across < -1e-9
        ax.text(
            across * 1.07,
            up * 1.07,
            printable(str(name), 14),
            rotation=turn + 180 if away else turn,
            rotation_mode="anchor",
            ha="right" if away else "left",
            va="center",
            fontsize=points,
        )
    ax.set(xlim=(-1.75, 1.75), ylim=(-1.75, 1.75), aspect="equal")
    ax.set_axis_off()
    return ax


@styled
def plot_citation_network(
    counts: pd.DataFrame,
    ax: Axes | None = None,
    *,
    top: int = 25,
    top_groups: int = 36,
    colours: Mapping[str, str] | None = None,
    lang: str = "zh",
) -> Axes:
    """Draw units on the left, the titles they cite on the right, and a line for every citation.

    Parameters
    ----------
    counts
        Table of :func:`plananalysis.citation_counts`: ``title``, ``group`` and ``n``.
    ax
        Axes to draw into; a new figure by default.
    top
        How many titles, those cited by most groups first.
    top_groups
        How many groups, those that cite most of these titles; a note says how many are left out.
    colours
        Colour per unit, from :func:`plananalysis.unit_colours`.
    lang
        Language of the message where nothing is cited, ``zh`` or ``en``.

    Returns
    -------
    Axes

    Raises
    ------
    InputError
        If a column is missing.

    Examples
    --------
    >>> counts = pd.DataFrame({"title": ["条例", "条例"], "group": ["甲", "乙"], "n": [1, 2]})
    >>> sorted(text.get_text() for text in plot_citation_network(counts).texts)
    ['《条例》', '乙', '甲']
    """
    check(counts, "citation_counts", ("title", "group", "n"))
    by_title = counts.groupby("title", sort=False)
    rank = pd.DataFrame({"groups": by_title["group"].nunique(), "n": by_title["n"].sum()})
    titles = rank.sort_values(["groups", "n"], ascending=False, kind="stable").head(top).index.tolist()
    drawn = counts[counts["title"].isin(titles)]
    widest = drawn["group"].value_counts(sort=False).sort_values(ascending=False, kind="stable").index
    more, chosen = len(widest) - top_groups, set(widest[:top_groups])
    drawn = drawn[drawn["group"].isin(chosen)]
    groups = palette.in_time(drawn["group"])
    ax = (
        ax
        if ax is not None
        else new_axes((FULL_WIDTH, min(FULL_HEIGHT, max(2.0, 0.5 + 0.24 * max(len(titles), len(groups))))))
    )
    if not titles:
        return say(ax, _NONE[lang])
    left = dict(zip(groups, np.linspace(1, 0, len(groups) + 2)[1:-1], strict=True))
    right = dict(zip(titles, np.linspace(1, 0, len(titles) + 2)[1:-1], strict=True))
    shade = colours or palette.unit_colours(groups)
    for group, title, n in zip(drawn["group"], drawn["title"], drawn["n"], strict=True):
        width = min(3.5, 0.6 + 0.6 * float(n))
        colour = shade.get(group, palette.NEUTRAL)
        ax.plot([0, 1], [left[group], right[title]], color=colour, linewidth=width, alpha=0.55)
    for group, place in left.items():
        ax.text(-0.02, place, printable(str(group), 14), ha="right", va="center", fontsize=7)
    for title, place in right.items():
        ax.text(1.02, place, printable(f"《{title}》", 26), ha="left", va="center", fontsize=7)
    if more > 0:
        ax.text(-0.02, 0, left_out(more, lang), ha="right", va="bottom", fontsize=7, color=palette.MUTED)
    ax.set(xlim=(-0.55, 2.0), ylim=(0, 1))
    ax.set_axis_off()
    return ax
