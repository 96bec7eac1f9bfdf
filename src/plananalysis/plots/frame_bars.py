"""How units word a slogan: who strengthens it, who establishes it."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from plananalysis.plots import palette
from plananalysis.plots.fonts import printable
from plananalysis.plots.style import FULL_HEIGHT, SINGLE_COLUMN, left_out, new_axes, say, styled
from plananalysis.tables import check

_WORDS = {
    "zh": {"n": "次数", "bare": "（无动词）", "other": "其他", "none": "没有出现"},
    "en": {"n": "occurrences", "bare": "(no verb)", "other": "other", "none": "does not occur"},
}
_MOST_VERBS = 7


@styled
def plot_frames(
    frames: pd.DataFrame, slogan: str, ax: Axes | None = None, *, top: int = 36, lang: str = "zh"
) -> Axes:
    """Draw, for one slogan, how often each group uses it with each verb.

    Parameters
    ----------
    frames
        Table of :func:`plananalysis.slogan_frames`: ``slogan``, ``group``, ``frame`` and ``n``.
    slogan
        The slogan to draw.
    ax
        Axes to draw into; a new figure by default.
    top
        How many groups, those that use it most; the axis says how many are left out.
    lang
        Language of the words, ``zh`` or ``en``.

    Returns
    -------
    Axes
        A bar per group, the longest first or years in time, divided by verb; the seven commonest verbs have colours of their own.

    Raises
    ------
    InputError
        If a column is missing.

    Examples
    --------
    >>> rows = [("四个意识", "甲", "增强", 2), ("四个意识", "乙", "树牢", 1)]
    >>> ax = plot_frames(pd.DataFrame(rows, columns=["slogan", "group", "frame", "n"]), "四个意识")
    >>> [text.get_text() for text in ax.get_legend().get_texts()]
    ['增强', '树牢']
    """
    check(frames, "frames", ("slogan", "group", "frame", "n"))
    words = _WORDS[lang]
    drawn = frames[frames["slogan"] == slogan]
    if drawn.empty:
        return say(ax if ax is not None else new_axes((SINGLE_COLUMN, 1.6)), words["none"])
    table = drawn.pivot_table(index="group", columns="frame", values="n", aggfunc="sum", fill_value=0)
    table.columns = [str(verb) or words["bare"] for verb in table.columns]
    table = table[table.sum().sort_values(ascending=False, kind="stable").index]
    if table.shape[1] > _MOST_VERBS:
        rest = table.iloc[:, _MOST_VERBS - 1 :].sum(axis=1)
        table = table.iloc[:, : _MOST_VERBS - 1].assign(**{words["other"]: rest})
    table = table.loc[table.sum(axis=1).sort_values(ascending=False, kind="stable").index]
    more, table = len(table) - top, table.head(top)
    table = table.loc[palette.in_time(table.index)]
    ax = ax if ax is not None else new_axes((SINGLE_COLUMN * 1.4, min(FULL_HEIGHT, 1.0 + 0.24 * len(table))))
    left = pd.Series(0.0, index=table.index)
    for verb, colour in zip(table.columns, palette.BASE, strict=False):
        ax.barh(
            range(len(table)), table[verb], left=left, height=0.7, color=colour, label=printable(verb, 10)
        )
        left = left + table[verb]
    ax.set_yticks(range(len(table)), [printable(str(group), 16) for group in table.index])
    ax.tick_params(axis="y", length=0)
    ax.invert_yaxis()
    ax.xaxis.set_major_locator(MaxNLocator(integer=True))
    ax.set_xlabel(words["n"] + left_out(more, lang))
    ax.set_title(printable(f"“{slogan}”", 30))
    ax.legend(loc="center left", bbox_to_anchor=(1.0, 0.5))
    return ax
