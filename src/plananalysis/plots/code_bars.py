"""What the coded sentences of each unit or year are made of: bars divided among the codes."""

import pandas as pd
from matplotlib.axes import Axes

from plananalysis.language.code_names import CODE_NAMES
from plananalysis.plots import palette
from plananalysis.plots.stacked import draw_shares
from plananalysis.plots.style import FULL_HEIGHT, FULL_WIDTH, left_out, new_axes, say, styled
from plananalysis.tables import check

_WORDS = {
    "zh": {"axis": "占该组全部编码的比例", "none": "没有可画的数据"},
    "en": {"axis": "share of the codings of each group", "none": "nothing to draw"},
}
_OWN_COLOURS = {"红色": "#C0392B", "黑色": palette.INK, "灰色": "#B4BBC3"}
"""Codes that are named after colours have these."""
_COLUMNS = 4


@styled
def plot_codes(code_shares: pd.DataFrame, ax: Axes | None = None, *, top: int = 40, lang: str = "zh") -> Axes:
    """Draw for each unit, year or part how its codings are divided among the codes.

    Parameters
    ----------
    code_shares
        Table of :func:`plananalysis.code_shares`; drawn in its order, the first on top.
    ax
        Axes to draw into; a new figure by default.
    top
        How many groups, taken from the top of the table.
    lang
        Language of the words, ``zh`` or ``en``.

    Returns
    -------
    Axes
        A bar for each group that has codings.

    Examples
    --------
    >>> from plananalysis import code_sentences, code_shares, corpus_from_texts
    >>> corpus = corpus_from_texts({"甲": "必须管渠。鼓励联营。", "乙": "鼓励联营。"})
    >>> ax = plot_codes(code_shares(code_sentences(corpus), corpus, by="doc_id"))
    >>> [float(bar.get_width()) for bar in ax.patches]
    [0.0, 0.5, 1.0, 0.5]
    """
    check(code_shares, "code_shares", ("group", "kind", "code", "share_coded"))
    rows = code_shares[code_shares["share_coded"].notna()]
    rows = rows.assign(_code=rows["code"].where(rows["code"] != "", rows["kind"]))
    groups, codes = list(dict.fromkeys(rows["group"])), list(dict.fromkeys(rows["_code"]))
    drawn = groups[:top]
    ax = ax if ax is not None else new_axes((FULL_WIDTH, min(FULL_HEIGHT, 1.4 + 0.22 * len(drawn))))
    if not drawn:
        return say(ax, _WORDS[lang]["none"])
    wide = rows.pivot_table(index="group", columns="_code", values="share_coded", dropna=False).reindex(drawn)
    hues = palette.unit_colours(codes)
    parts = {
        code: (code if lang == "zh" else CODE_NAMES.get(code, code), _OWN_COLOURS.get(code, hues[code]))
        for code in codes
    }
    draw_shares(ax, wide, drawn, parts, _WORDS[lang]["axis"] + left_out(len(groups) - len(drawn), lang))
    ax.invert_yaxis()
    ax.legend(loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=_COLUMNS, frameon=False, fontsize=7)
    return ax
