"""How much of each plan looks back, sets targets, plans."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from plananalysis.language.parts import PART_NAMES, PARTS
from plananalysis.plots import palette
from plananalysis.plots.stacked import draw_shares
from plananalysis.plots.style import FULL_HEIGHT, FULL_WIDTH, left_out, new_axes, say, styled
from plananalysis.tables import check

PART_COLOURS: dict[str, str] = {
    "greeting": "#DCE3EA",
    "lookback": "#93A5B5",
    "situation": palette.BASE[5],
    "targets": palette.BASE[4],
    "plan": palette.BASE[0],
    "self": palette.BASE[2],
    "closing": "#DCE3EA",
    "annex": palette.BASE[3],
    "other": "#DCE3EA",
}
"""One colour a part, the same in figure and page; what frames a plan is pale."""
_WORDS = {
    "zh": {"share": "占该文件篇幅的比例", "none": "没有可画的数据"},
    "en": {"share": "share of the document's characters", "none": "nothing to draw"},
}


@styled
def plot_parts(
    parts: pd.DataFrame,
    ax: Axes | None = None,
    *,
    label: str = "doc_id",
    order: Sequence[str] | None = None,
    top: int = 40,
    lang: str = "zh",
) -> Axes:
    """Draw of each plan how much looks back, says the situation, sets targets, plans, and the rest.

    Parameters
    ----------
    parts
        Table of :func:`plananalysis.parts`.
    ax
        Axes to draw into; a new figure by default.
    label
        Column that names the bars; rows of one name are one bar.
    order
        Bars from the top, as years in their order; by default what looks back most is on top.
    top
        How many bars; the axis says how many are left out.
    lang
        Language of the words, ``zh`` or ``en``.

    Returns
    -------
    Axes

    Raises
    ------
    InputError
        If a column is missing.

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": ["甲", "甲"], "part": ["lookback", "plan"], "n_chars": [30, 70]})
    >>> [round(float(bar.get_width()), 1) for bar in plot_parts(table).patches]
    [0.3, 0.7]
    """
    check(parts, "parts", (label, "part", "n_chars"))
    shares = part_shares(parts, label)
    if order is not None:
        shares = shares.reindex([name for name in dict.fromkeys(order) if name in shares.index])
    drawn = shares.head(top)
    ax = ax if ax is not None else new_axes(parts_size(len(drawn)))
    if drawn.empty:
        return say(ax, _WORDS[lang]["none"])
    looks = {part: (PART_NAMES[part][lang == "en"], PART_COLOURS[part]) for part in drawn.columns}
    axis = _WORDS[lang]["share"] + left_out(len(shares) - len(drawn), lang)
    draw_shares(ax, drawn, drawn.index, looks, axis)
    ax.set_ylim(len(drawn) - 0.4, -0.6)
    ax.legend(loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=5)
    return ax


def part_shares(parts: pd.DataFrame, label: str = "doc_id") -> pd.DataFrame:
    """Return the parts that occur, in the order of a report, as shares of each document; most look-back first.

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": ["甲", "乙", "乙"], "part": ["plan", "lookback", "plan"], "n_chars": [9, 1, 3]})
    >>> part_shares(table)
    part    lookback  plan
    doc_id
    乙           0.25  0.75
    甲           0.00  1.00
    """
    chars = parts.pivot_table(
        index=label, columns="part", values="n_chars", aggfunc="sum", fill_value=0, observed=True
    )
    chars = chars.reindex(columns=pd.Index([part for part in PARTS if part in chars.columns], name="part"))
    shares = chars.div(chars.sum(axis=1).where(lambda total: total > 0, 1), axis=0)
    first = shares["lookback"] if "lookback" in shares.columns else pd.Series(0.0, index=shares.index)
    return shares.iloc[np.lexsort((shares.index.astype(str), -first.to_numpy()))]


def parts_size(bars: int) -> tuple[float, float]:
    """Return width and height in inches that suit so many bars."""
    return FULL_WIDTH, min(FULL_HEIGHT, max(1.8, 1.0 + 0.21 * bars))
