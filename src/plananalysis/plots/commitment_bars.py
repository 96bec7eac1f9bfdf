"""How much of each unit's plan, or of each theme, binds to something checkable."""

import pandas as pd
from matplotlib.axes import Axes

from plananalysis.errors import InputError
from plananalysis.plots import palette
from plananalysis.plots.fonts import printable
from plananalysis.plots.style import FULL_HEIGHT, SINGLE_COLUMN, left_out, new_axes, say, styled
from plananalysis.tables import check

_STEPS = (0.01, 0.02, 0.05, 0.1, 0.2)
_MOST_TICKS = 6

_WORDS = {
    "zh": {
        "share": "有约束力的句子占比",
        "share_chars": "有约束力的文字占比",
        "none": "没有可画的数据",
    },
    "en": {
        "share": "share of sentences that bind",
        "share_chars": "share of characters in sentences that bind",
        "none": "nothing to draw",
    },
}


@styled
def plot_commitments(
    shares: pd.DataFrame,
    ax: Axes | None = None,
    *,
    value: str = "share",
    top: int = 40,
    lang: str = "zh",
) -> Axes:
    """Draw the share of binding sentences of each unit or theme as bars, with the counts behind it.

    Parameters
    ----------
    shares
        Table of :func:`plananalysis.commitment_shares`; drawn in its order, the first on top.
    ax
        Axes to draw into; a new figure by default.
    value
        ``"share"`` of the sentences or ``"share_chars"`` of the characters.
    top
        How many groups, taken from the top of the table.
    lang
        Language of the axis label, ``zh`` or ``en``.

    Returns
    -------
    Axes

    Raises
    ------
    InputError
        If ``value`` is none of the two, or a column is missing.

    Examples
    --------
    >>> table = pd.DataFrame({"group": ["甲", "乙"], "share": [0.5, 0.2], "n_binding": [5, 2], "n_sentences": [10, 10]})
    >>> [float(bar.get_width()) for bar in plot_commitments(table).patches]
    [0.5, 0.2]
    """
    if value not in ("share", "share_chars"):
        raise InputError("value={value!r} is not one of share, share_chars", value=value)
    check(shares, "commitment_shares", ("group", value, "n_binding", "n_sentences"))
    drawn = shares.head(top)
    height = min(FULL_HEIGHT, max(1.6, 0.8 + 0.2 * len(drawn)))
    ax = ax if ax is not None else new_axes((SINGLE_COLUMN * 1.3, height))
    if drawn.empty:
        return say(ax, _WORDS[lang]["none"])
    places = range(len(drawn))
    widths = drawn[value].astype(float)
    ax.barh(places, widths, height=0.68, color=palette.NEUTRAL)
    ax.set_yticks(places, [printable(str(name), 16) for name in drawn["group"]])
    ax.tick_params(axis="y", length=0)
    ax.invert_yaxis()
    ax.set_xlabel(_WORDS[lang][value] + left_out(len(shares) - len(drawn), lang))
    ax.set_xlim(0, max(0.05, float(widths.max()) * 1.22))
    # Whole per cents only, and none beyond 100.
    step = next(each for each in _STEPS if each * _MOST_TICKS >= min(1.0, ax.get_xlim()[1]))
    ticks = [i * step for i in range(_MOST_TICKS + 1) if i * step <= min(1.0, ax.get_xlim()[1]) + 1e-9]
    ax.set_xticks(ticks, [f"{tick:.0%}" for tick in ticks])
    counts = zip(drawn["n_binding"].astype(float), drawn["n_sentences"].astype(float), strict=True)
    for place, width, (n, of) in zip(places, widths, counts, strict=True):
        ax.annotate(
            f"{_count(n)}/{_count(of)}",
            (width, place),
            xytext=(3, 0),
            textcoords="offset points",
            va="center",
            fontsize=6,
            color=palette.MUTED,
        )
    return ax


def _count(n: float) -> str:
    """Return a count as written; small fractions (a sentence shared among themes) keep a decimal."""
    return f"{n:.1f}" if n < 10 and abs(n - round(n)) > 0.05 else f"{n:.0f}"
