"""Shared wording: how much of each plan it is, and where along the document it stands."""

from collections.abc import Mapping

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Patch

from plananalysis.errors import InputError
from plananalysis.groups import several
from plananalysis.plots import palette
from plananalysis.plots.fonts import printable
from plananalysis.plots.stacked import draw_shares
from plananalysis.plots.style import FULL_HEIGHT, FULL_WIDTH, left_out, new_axes, say, styled
from plananalysis.tables import check

_WORDS = {
    "zh": {
        "formula": "套语",
        "passage": "共有段落",
        "own": "自有文字",
        "share": "占该文件字数的比例",
        "place": "在文件中的位置（字符）",
        "none": "没有共有的文字",
    },
    "en": {
        "formula": "formula",
        "passage": "shared passage",
        "own": "own wording",
        "share": "share of the document's characters",
        "place": "place in the document (characters)",
        "none": "no shared wording",
    },
}
_PARTS = {"formula": "#B8C4CF", "passage": palette.BASE[1], "own": "#E9EDF1"}


@styled
def plot_reuse_shares(
    shares: pd.DataFrame, ax: Axes | None = None, *, label: str = "doc_id", top: int = 40, lang: str = "zh"
) -> Axes:
    """Draw, for each document, the part that is formula, passage shared with others, and its own.

    Parameters
    ----------
    shares
        Table of :func:`plananalysis.reuse_shares`; what shares most is drawn on top, the documents of a unit together and
        in the order of the table, which is that of their years.
    ax
        Axes to draw into; a new figure by default.
    label
        Column that names the bars.
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
    >>> table = pd.DataFrame({"doc_id": ["甲"], "formula": [0.2], "passage": [0.3], "own": [0.5]})
    >>> [round(float(bar.get_width()), 1) for bar in plot_reuse_shares(table).patches]
    [0.3, 0.2, 0.5]
    """
    check(shares, "reuse_shares", (label, *_PARTS))
    drawn = _by_unit(shares, label).head(top)
    ax = ax if ax is not None else new_axes(reuse_shares_size(len(drawn)))
    if drawn.empty:
        return say(ax, _WORDS[lang]["none"])
    looks = {part: (_WORDS[lang][part], _PARTS[part]) for part in ("passage", "formula", "own")}
    axis = _WORDS[lang]["share"] + left_out(len(shares) - len(drawn), lang)
    draw_shares(ax, drawn, drawn[label], looks, axis)
    ax.invert_yaxis()
    ax.legend(loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=3)
    return ax


def reuse_shares_size(bars: int) -> tuple[float, float]:
    """Return width and height in inches that suit so many bars."""
    return FULL_WIDTH, min(FULL_HEIGHT, max(1.8, 0.9 + 0.21 * bars))


@styled
def plot_reuse_map(
    reuse: pd.DataFrame,
    documents: pd.DataFrame,
    doc_id: str,
    ax: Axes | None = None,
    *,
    top: int = 36,
    colours: Mapping[str, str] | None = None,
    lang: str = "zh",
) -> Axes:
    """Draw where along one document the wording stands that it shares with each other unit, or year of its unit.

    Parameters
    ----------
    reuse
        Table of :func:`plananalysis.find_reuse`.
    documents
        Documents table of the corpus: it gives units and lengths.
    doc_id
        The document to lay out, from its first character on the left to its last on the right.
    ax
        Axes to draw into; a new figure by default.
    top
        How many units, those that share most; the axis says how many are left out.
    colours
        Colour per unit, from :func:`plananalysis.unit_colours` over all units of the corpus.
    lang
        Language of the words, ``zh`` or ``en``.

    Returns
    -------
    Axes
        One row per unit, the one that shares most on top; of one unit a row per year, in time, or else per document.
        Passages stand in full colour, formulas pale.

    Raises
    ------
    InputError
        If the document does not exist.

    Examples
    --------
    >>> documents = pd.DataFrame({"doc_id": ["a", "b"], "unit": ["甲", "乙"], "n_chars": [100, 80]})
    >>> pair = {"doc_a": ["a"], "start_a": [10], "end_a": [30], "doc_b": ["b"], "start_b": [0], "end_b": [20]}
    >>> ax = plot_reuse_map(pd.DataFrame({**pair, "kind": ["passage"]}), documents, "a")
    >>> [tick.get_text() for tick in ax.get_yticklabels()]
    ['乙']
    """
    check(reuse, "reuse", ("doc_a", "start_a", "end_a", "doc_b", "start_b", "end_b", "kind"))
    check(documents, "documents", ("doc_id", "unit", "n_chars"))
    known = documents.set_index("doc_id")
    if doc_id not in known.index:
        raise InputError("no document {doc_id!r} in the documents table", doc_id=doc_id)
    names = ["doc", "start", "end", "other", "kind"]
    sides = [
        reuse[[f"doc_{here}", f"start_{here}", f"end_{here}", f"doc_{there}", "kind"]].set_axis(names, axis=1)
        for here, there in (("a", "b"), ("b", "a"))
    ]
    spans = pd.concat(sides)
    spans = spans[(spans["doc"] == doc_id) & (spans["kind"] != "term")]
    named = _sharers(known)
    spans = spans.assign(unit=spans["other"].map(named), size=spans["end"] - spans["start"])
    weight = spans["size"] * (spans["kind"] == "passage")
    order = weight.groupby(spans["unit"]).sum().sort_values(ascending=False, kind="stable").index.tolist()
    more, order = len(order) - top, palette.in_time(order[:top])
    ax = ax if ax is not None else new_axes((FULL_WIDTH, min(FULL_HEIGHT, 0.9 + 0.24 * max(1, len(order)))))
    if not order:
        return say(ax, _WORDS[lang]["none"])
    shade = {**palette.unit_colours(named), **(colours or {})}
    for row, unit in enumerate(order):
        for kind, alpha in (("formula", 0.28), ("passage", 0.95)):
            own = spans[(spans["unit"] == unit) & (spans["kind"] == kind)]
            bars = list(zip(own["start"], own["size"], strict=True))
            ax.broken_barh(bars, (row - 0.36, 0.72), facecolor=shade.get(unit, palette.NEUTRAL), alpha=alpha)
    ax.set_yticks(range(len(order)), [printable(unit, 16) for unit in order])
    ax.tick_params(axis="y", length=0)
    ax.invert_yaxis()
    ax.set_xlim(0, float(known["n_chars"].loc[doc_id]))
    ax.set_xlabel(_WORDS[lang]["place"] + left_out(more, lang))
    keys = [
        Patch(color=palette.NEUTRAL, alpha=0.95, label=_WORDS[lang]["passage"]),
        Patch(color=palette.NEUTRAL, alpha=0.28, label=_WORDS[lang]["formula"]),
    ]
    ax.legend(handles=keys, loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=2)
    return ax


def _by_unit(shares: pd.DataFrame, label: str) -> pd.DataFrame:
    """Return the rows unit by unit, the one with the largest shared part first, each in the order of the table."""
    unit = shares["unit"] if "unit" in shares else shares[label]
    most = shares["passage"].groupby(unit.to_numpy()).transform("max")
    ranked = shares.assign(_most=-most, _unit=unit.to_numpy(), _row=np.arange(len(shares)))
    ranked = ranked.sort_values(["_most", "_unit", "_row"])
    return ranked.drop(columns=["_most", "_unit", "_row"])


def _sharers(documents: pd.DataFrame) -> pd.Series:
    """Return by doc_id who shares: the unit; where there is one only, the year, or the document itself."""
    if several(documents["unit"]):
        return documents["unit"].astype("str")
    years = documents.get("year")
    if years is not None and several(years) and years.notna().all():
        return years.astype("int64").astype("str")
    return pd.Series(documents.index, index=documents.index, dtype="str")
