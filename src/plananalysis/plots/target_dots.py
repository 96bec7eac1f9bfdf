"""One indicator's targets: a dot per unit, a line for a range or for what is striven for."""

from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from plananalysis.errors import InputError, near
from plananalysis.groups import reading_order
from plananalysis.plots import palette
from plananalysis.plots.fonts import printable
from plananalysis.plots.style import FULL_HEIGHT, SINGLE_COLUMN, left_out, new_axes, say, styled
from plananalysis.tables import check

_WORDS = {"zh": {"none": "没有可画的数据"}, "en": {"none": "nothing to draw"}}
_USED = (
    *("unit", "year", "indicator", "stated", "value", "value_high", "stretch", "measure", "form", "bound"),
    *("target_year", "headline"),
)
_MARKS = {"at_least": ">", "at_most": "<"}
"""Marks of a bound: an arrow to where it may go; all others are dots."""


@styled
def plot_targets(
    targets: pd.DataFrame,
    indicator: str,
    ax: Axes | None = None,
    *,
    top: int = 40,
    lang: str = "zh",
) -> Axes:
    r"""Draw the targets of all units for one indicator, the highest on top.

    A dot is an exact or approximate value, an arrow a bound (at least to the right, at most to the left); a line leads to the
    upper end of a range or to what is striven for.

    Parameters
    ----------
    targets
        Table of :func:`plananalysis.find_targets`; targets with a number for the plan's own year are drawn.
    indicator
        Known name of the indicator; if it is set in several forms or units, the most frequent is drawn.
    ax
        Axes to draw into; a new figure by default.
    top
        How many units and years.
    lang
        Language of notes, ``zh`` or ``en``.

    Returns
    -------
    Axes

    Raises
    ------
    InputError
        If no plan has a target for the indicator.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts, find_targets
    >>> text = "县2024年工作要点\n一、主要目标\n主要预期目标是：生产总值增长{}%。"
    >>> corpus = corpus_from_texts({"a": "甲" + text.format(5), "b": "乙" + text.format("6以上").replace("以上%", "%以上")})
    >>> [label.get_text() for label in plot_targets(find_targets(corpus), "地区生产总值").get_yticklabels()]
    ['乙县', '甲县']
    """
    check(targets, "targets", _USED)
    rows, measure = drawn_targets(targets, indicator)
    drawn = rows.head(top)
    height = min(FULL_HEIGHT, max(1.6, 0.8 + 0.2 * len(drawn)))
    ax = ax if ax is not None else new_axes((SINGLE_COLUMN * 1.3, height))
    if drawn.empty:
        return say(ax, _WORDS[lang]["none"])
    told: list[Any] = list(drawn.astype(object).itertuples(index=False))
    for y, row in enumerate(told):
        ends = [each for each in (row.value_high, row.stretch) if not pd.isna(each)]
        if ends:
            ax.plot([row.value, max(ends)], [y, y], color=palette.MUTED, linewidth=1.2, zorder=1)
        mark = _MARKS.get(row.bound, "o")
        ax.plot([row.value], [y], marker=mark, markersize=4, color=palette.NEUTRAL, linestyle="none")
    labels = target_labels(drawn)
    ax.set_yticks(range(len(drawn)), [printable(label, 16) for label in labels])
    ax.tick_params(axis="y", length=0)
    ax.invert_yaxis()
    ax.set_xlabel(
        printable(f"{indicator}（{measure}）" if measure else indicator)
        + left_out(len(rows) - len(drawn), lang)
    )
    return ax


def drawn_targets(targets: pd.DataFrame, indicator: str) -> tuple[pd.DataFrame, str]:
    """Return the targets for an indicator that are drawn, in their order, and the unit that they have in common.

    Those with a number for the plan's own year, of the form and unit that most have, one for each unit and year.

    Raises
    ------
    InputError
        If no plan has a target for the indicator.
    """
    from plananalysis.pledges.own_year import own_year_targets

    rows = own_year_targets(targets)
    known = rows["indicator"].unique().tolist()
    if known and indicator not in known:
        raise InputError(
            "indicator: no target for {indicator!r}; {near}", indicator=indicator, near=near(indicator, known)
        )
    return _one_kind(rows[rows["indicator"] == indicator])


def target_labels(rows: pd.DataFrame) -> list[str]:
    """Return unit and year of each target, of one unit the year alone, in one year the unit alone.

    Examples
    --------
    >>> target_labels(pd.DataFrame({"unit": ["甲县", "甲县"], "year": [2023, 2024]}))
    ['2023', '2024']
    """
    one_unit, one_year = (len(set(rows[name])) < 2 for name in ("unit", "year"))
    pairs = zip(rows["unit"].astype(str), rows["year"].astype(str), strict=True)
    if one_year:
        return [unit for unit, _ in pairs]
    return [year if one_unit else f"{unit} {year}" for unit, year in pairs]


def _one_kind(rows: pd.DataFrame) -> tuple[pd.DataFrame, str]:
    """Return the rows of the most frequent measure and form, one per unit and year, in their order, and the measure."""
    from plananalysis.pledges.own_year import middle_of

    if rows.empty:
        return rows, ""
    kinds: list[tuple[str, str]] = sorted(zip(rows["measure"], rows["form"], strict=True))
    measure, form = max(kinds, key=kinds.count)
    rows = rows[(rows["measure"] == measure) & (rows["form"] == form)]
    rows = rows.sort_values("headline", ascending=False, kind="stable").drop_duplicates(["unit", "year"])
    if len(set(rows["year"])) > 1:  # time runs down the axis
        return _by_unit(rows.sort_values("year", kind="stable")), measure
    ordered = _by_unit(rows.assign(middle=middle_of(rows)))
    ordered = ordered.sort_values("middle", ascending=False, kind="stable")
    return ordered.drop(columns="middle"), measure


def _by_unit(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows unit by unit."""
    place = {unit: i for i, unit in enumerate(reading_order(rows["unit"]))}
    return rows.sort_values("unit", key=lambda units: units.astype("str").map(place), kind="stable")
