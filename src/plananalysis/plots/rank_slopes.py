"""How the ranks of slogans moved between two years."""

from collections.abc import Sequence

import pandas as pd
from matplotlib.axes import Axes

from plananalysis.errors import InputError, near
from plananalysis.plots import palette
from plananalysis.plots.fonts import printable
from plananalysis.plots.style import FULL_HEIGHT, FULL_WIDTH, new_axes, say, styled
from plananalysis.tables import check

_WORDS = {
    "zh": {"none": "没有两年的计划", "absent": "未用"},
    "en": {"none": "no plans of two years", "absent": "not used"},
}


@styled
def plot_rank_slopes(
    signals: pd.DataFrame,
    ax: Axes | None = None,
    *,
    unit: str | None = None,
    years: tuple[int, int] | None = None,
    slogans: Sequence[str] | None = None,
    top: int = 20,
    lang: str = "zh",
) -> Axes:
    """Draw the slogans of two years by rank, a line for each from the one to the other.

    Parameters
    ----------
    signals
        Table of :func:`plananalysis.slogan_signals`.
    ax
        Axes to draw into; a new figure by default.
    unit
        Whose plans; by default the first unit of the table with plans of two years.
    years
        The two years; by default the first and the last of the unit.
    slogans
        Which to draw; by default the ``top`` of either year.
    top
        How many of either year. Ranks are those among the slogans that are drawn, by rate per 10,000 characters; what a
        year does not use stands below.
    lang
        Language of the words, ``zh`` or ``en``.

    Returns
    -------
    Axes

    Raises
    ------
    InputError
        If the unit or a year is not in the table.

    Examples
    --------
    >>> rows = [("四个意识", "甲县", 2023, 2, 4.0), ("三会一课", "甲县", 2023, 1, 2.0), ("三会一课", "甲县", 2024, 3, 6.0)]
    >>> ax = plot_rank_slopes(pd.DataFrame(rows, columns=["slogan", "unit", "year", "n", "rate_chars"]))
    >>> [line.get_ydata().tolist() for line in ax.lines]  # one is not used any more, and stands below
    [[1.0, 3.5], [2.0, 1.0]]
    """
    check(signals, "signals", ("slogan", "unit", "year", "n", "rate_chars"))
    spans = signals.groupby("unit", sort=False)["year"].nunique()
    units = spans.index[spans > 1].tolist()
    if unit is not None and unit not in units:
        raise InputError(
            "unit: {unit!r} has no plans of two years in the table; {near}", unit=unit, near=near(unit, units)
        )
    ax = ax if ax is not None else new_axes((FULL_WIDTH * 0.8, min(FULL_HEIGHT, 0.8 + 0.24 * top)))
    if not units:
        return say(ax, _WORDS[lang]["none"])
    rows = signals[signals["unit"] == (unit or units[0])]
    known = sorted(rows["year"].astype(int).unique())
    first, last = years or (known[0], known[-1])
    for year in (first, last):
        if year not in known:
            raise InputError(
                "years: there is no plan of {year}; the table has {known}", year=year, known=known
            )
    rates = [_rates(rows, year) for year in (first, last)]
    chosen = slogans or list(dict.fromkeys(name for side in rates for name in side.index[:top]))
    ranked = [
        {str(name): float(i) for i, name in enumerate(side.index[side.index.isin(list(chosen))], start=1)}
        for side in rates
    ]
    lowest = max(map(len, ranked)) + 1.5
    for name in chosen:
        ends = [side.get(name, lowest) for side in ranked]
        if ends == [lowest, lowest]:
            continue
        _line(ax, name, ends, lowest)
    ax.set_xlim(-0.75, 1.75)
    ax.set_ylim(lowest + 0.8, 0.2)
    ax.set_xticks([0, 1], [str(first), str(last)])
    ax.set_yticks([])
    if any(len(side) < len(chosen) for side in ranked):
        for at, align in ((-0.06, "right"), (1.06, "left")):
            ax.text(
                at, lowest, _WORDS[lang]["absent"], ha=align, va="center", fontsize=6.5, color=palette.MUTED
            )
    ax.spines[["left", "bottom"]].set_visible(False)
    ax.tick_params(length=0)
    return ax


def _rates(rows: pd.DataFrame, year: int) -> pd.Series:
    """Return the rates of the slogans that are used in a year, the highest first."""
    here = rows[(rows["year"].astype(int) == year) & (rows["n"] > 0)].set_index("slogan")["rate_chars"]
    return here.sort_values(ascending=False, kind="stable")


def _line(ax: Axes, name: str, ends: list[float], lowest: float) -> None:
    """Draw the line of a slogan, its name at the ends where it is used."""
    rises = ends[1] < ends[0]
    colour = palette.NEUTRAL if ends[0] == ends[1] else palette.BASE[0] if rises else palette.BASE[1]
    ax.plot([0, 1], ends, color=colour, linewidth=1.0, marker="o", markersize=2.5, alpha=0.85)
    for at, end, align in ((-0.06, ends[0], "right"), (1.06, ends[1], "left")):
        if end != lowest:
            ax.text(at, end, f"{printable(name, 16)}", ha=align, va="center", fontsize=6.5)
