"""How far rankings stand under other choices: a dot for each, by Kendall's tau."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from plananalysis.language.choice_names import CHOICE_NAMES, RANKING_NAMES
from plananalysis.plots import palette
from plananalysis.plots.fonts import printable
from plananalysis.plots.style import FULL_HEIGHT, FULL_WIDTH, new_axes, say, styled
from plananalysis.tables import check

_WORDS = {
    "zh": {
        "none": "没有可比较的排序",
        "x": "与原排序的 Kendall τ（点为各主题或各组，竖线为中位数）",
        "to": "→",
        "colon": "：",
    },
    "en": {
        "none": "no ranking to compare",
        "x": "Kendall's τ with the report's own ranking (a dot for each theme or group, a stroke at the median)",
        "to": "→",
        "colon": ": ",
    },
}
_GAP = 0.9
"""Lines between two rankings, for the name of the next."""
_LONGEST = 14


@styled
def plot_sensitivity(sensitivity: pd.DataFrame, ax: Axes | None = None, *, lang: str = "zh") -> Axes:
    """Draw how far each ranking stands under each other choice.

    Parameters
    ----------
    sensitivity
        Table of :func:`plananalysis.sensitivity`.
    ax
        Axes to draw into; a new figure by default.
    lang
        Language of the words, ``zh`` or ``en``.

    Returns
    -------
    Axes
        A line for each ranking and choice; behind it the item that moves furthest where the choice moves a ranking most.

    Examples
    --------
    >>> from plananalysis import load_corpus, sample_path, sensitivity
    >>> corpus = load_corpus(sample_path()).subset(year=2024)
    >>> found = sensitivity(corpus, rankings="slogan_use", choices=["tokens", "occurrences"])
    >>> [label.get_text() for label in plot_sensitivity(found, lang="en").get_yticklabels()]
    ['per token', 'plain occurrences']
    """
    check(sensitivity, "sensitivity", _USED)
    drawn = sensitivity[sensitivity["tau"].notna()]
    lines = drawn.groupby(["ranking", "choice"], sort=False)
    height = min(FULL_HEIGHT, 1.0 + 0.21 * (len(lines) + _GAP * drawn["ranking"].nunique()))
    ax = ax if ax is not None else new_axes((FULL_WIDTH, height))
    at = 0 if lang == "zh" else 1
    if drawn.empty:
        return say(ax, _WORDS[lang]["none"])
    y, before, ticks, labels = 0.0, "", [], []
    floor = min(0.0, float(drawn["tau"].min()))
    for (ranking, choice), rows in lines:
        if ranking != before:
            y += _GAP
            name = RANKING_NAMES.get(str(ranking), (str(ranking),) * 2)[at]
            ax.text(floor, y - 0.1, name, fontsize=8, fontweight="bold", va="center", ha="left")
            y, before = y + _GAP, str(ranking)
        _draw_line(ax, y, rows, lang)
        ticks.append(y)
        labels.append(CHOICE_NAMES.get(str(choice), (str(choice),) * 2)[at])
        y += 1
    ax.set_yticks(ticks, labels)
    ax.tick_params(axis="y", length=0)
    ax.set_ylim(y, 0)
    ax.set_xlim(floor - 0.02, 1.02)
    ax.grid(axis="x")
    ax.set_xlabel(_WORDS[lang]["x"])
    return ax


_USED = ("ranking", "scope", "choice", "tau", "item", "rank_base", "rank_other")


def _draw_line(ax: Axes, y: float, rows: pd.DataFrame, lang: str) -> None:
    """Draw the dots of one ranking and choice, their median, and who moves furthest in the lowest."""
    tau = rows["tau"].to_numpy()
    ax.plot(
        tau, np.full(len(tau), y), "o", markersize=3.5, color=palette.NEUTRAL, alpha=0.45, markeredgewidth=0
    )
    ax.plot([np.median(tau)] * 2, [y - 0.32, y + 0.32], color=palette.INK, linewidth=1.2)
    lowest = rows.iloc[int(np.argmin(tau))]
    if lowest["rank_base"] != lowest["rank_other"]:
        item = printable(str(lowest["item"]), _LONGEST)
        scope = (
            f"{printable(str(lowest['scope']), _LONGEST)}{_WORDS[lang]['colon']}" if lowest["scope"] else ""
        )
        moved = f"{scope}{item} {lowest['rank_base']}{_WORDS[lang]['to']}{lowest['rank_other']}"
        ax.annotate(
            moved,
            (1.0, y),
            xytext=(8, 0),
            textcoords="offset points",
            fontsize=6,
            va="center",
            color=palette.MUTED,
        )
