"""Words as a cloud, for those who ask: the area of each word is its share."""

from collections.abc import Mapping
from importlib.util import find_spec
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.font_manager import FontProperties
from matplotlib.patches import Patch, PathPatch
from matplotlib.textpath import TextPath
from matplotlib.transforms import Affine2D

from plananalysis.errors import InputError
from plananalysis.groups import reading_order
from plananalysis.plots import palette
from plananalysis.plots.fonts import bundled_font, printable
from plananalysis.plots.style import FULL_WIDTH, left_out, new_axes, say, styled
from plananalysis.segmentation.kinds import NAMES
from plananalysis.tables import check

INSTALL = "plot_word_cloud needs the package wordcloud: pip install 'plananalysis[cloud]'"
_WIDE, _HIGH = 700, 420
"""Points of the raster on which places are sought."""
_FILLED, _SMALLER, _FEWEST = 0.42, 0.93, 0.05
"""Share of the raster that the words fill at first, by how much all shrink until they fit, and where that ends."""
_MARGIN = 4
"""Points that stay free around a word."""
_MOST_COLOURS = 8
_WORDS = {
    "zh": {"none": "没有可画的数据", "share": "词语所占面积与次数成正比，位置没有含义"},
    "en": {
        "none": "nothing to draw",
        "share": "the area of a word is its share; where it stands means nothing",
    },
}


class _Placed(NamedTuple):
    """A word with its outline in the raster, which counts from the lower left."""

    word: str
    outline: Any


@styled
def plot_word_cloud(
    table: pd.DataFrame,
    ax: Axes | None = None,
    *,
    label: str | None = None,
    value: str = "n",
    by: str | None = None,
    top: int = 60,
    seed: int = 0,
    colours: Mapping[str, str] | None = None,
    lang: str = "zh",
) -> Axes:
    r"""Draw words as a cloud; the area that a word takes is its share, so that a long one is not made to look frequent.

    A cloud shows which words are among the frequent ones. It has no axis: two shares cannot be compared in it, nothing
    follows from who stands beside whom, and a word that is missing may be anything from rare to left out. For any
    statement use :func:`plot_frequencies`, :func:`plot_rates` or :func:`plot_keywords`, which need no further package.

    Parameters
    ----------
    table
        One row per word, or per word and group: of :func:`plananalysis.frequencies`, :func:`plananalysis.keywords`,
        :func:`plananalysis.slogan_counts` or the like. Rows whose ``kind`` is a place, unit or person are left out.
    ax
        Axes to draw into; a new figure by default.
    label, value
        Columns that hold the words (by default ``term``, else ``slogan``) and what their area shows.
    by
        Column with the group; a word has the colour of the group that has most of it. With more than eight groups (or one) all words have one colour.
    top
        How many words, the most frequent.
    seed
        Start of the random places; the same seed gives the same figure.
    colours
        Colour per group, from :func:`plananalysis.plots.unit_colours` over all units of the corpus.
    lang
        Language of the words below, ``zh`` or ``en``.

    Returns
    -------
    Axes

    Raises
    ------
    InputError
        If the package wordcloud is not installed, a column is missing, or ``value`` is negative.

    Notes
    -----
    A word whose outline is w by h at size 1 has the size √(share / (w · h)), so that the box around it has an area in proportion to its share.
    Places are sought by the package wordcloud (Mueller, MIT), which puts word after word, the most frequent first, at random where
    it does not touch another; all words are made smaller until every one of them fits. No word is turned.

    Examples
    --------
    >>> counts = pd.DataFrame({"term": ["乡村振兴", "党建", "渔业"], "n": [8, 4, 2]})
    >>> [patch.get_gid() for patch in plot_word_cloud(counts).patches]
    ['乡村振兴', '党建', '渔业']
    """
    check(table, "table", ())
    label = label or ("term" if "term" in table.columns else "slogan")
    check(table, "table", (label, value, *([by] if by else [])))
    if find_spec("wordcloud") is None:
        raise InputError(INSTALL)
    if (table[value] < 0).any():
        raise InputError(
            "{value}: an area cannot be negative; name a column of counts or shares with value=", value=value
        )
    if "kind" in table.columns:
        table = table[~table["kind"].isin(NAMES)]
    totals = table.groupby(label, sort=True)[value].sum()
    totals = totals[totals > 0].sort_values(ascending=False, kind="stable")
    shown = totals.head(top)
    ax = ax if ax is not None else new_axes((FULL_WIDTH, FULL_WIDTH * _HIGH / _WIDE))
    if shown.empty:
        return say(ax, _WORDS[lang]["none"])
    colour = _colours(table[table[label].isin(shown.index)], label, value, by, colours)
    for word, outline in _placed({str(word): float(n) for word, n in shown.items()}, seed):
        ax.add_patch(PathPatch(outline, facecolor=colour[word][1], linewidth=0, gid=word))
    ax.set_xlim(0, _WIDE)
    ax.set_ylim(0, _HIGH)
    ax.set_aspect("equal")
    ax.set_xticks([])
    ax.set_yticks([])
    ax.spines[:].set_visible(False)
    ax.set_xlabel(_WORDS[lang]["share"] + left_out(len(totals) - len(shown), lang), loc="left")
    groups = dict(sorted({group: shade for group, shade in colour.values() if group}.items()))
    if groups:
        handles = [Patch(color=shade, label=printable(name, 14)) for name, shade in groups.items()]
        ax.legend(handles=handles, loc="lower left", bbox_to_anchor=(0, 1), ncols=4, handlelength=1)
    return ax


def _colours(
    table: pd.DataFrame, label: str, value: str, by: str | None, colours: Mapping[str, str] | None
) -> dict[str, tuple[str, str]]:
    """Return the group that has most of each word, and its colour; no group where all have one colour."""
    groups = reading_order(table[by]) if by else []
    if not 1 < len(groups) <= _MOST_COLOURS:
        return {str(word): ("", palette.NEUTRAL) for word in table[label].unique()}
    shades = colours or palette.unit_colours(groups)
    counts = table.assign(_group=table[by].astype(str)).groupby([label, "_group"], sort=True)[value].sum()
    most = counts.reset_index().sort_values(value, ascending=False, kind="stable").drop_duplicates(label)
    return {
        str(word): (group, shades.get(group, palette.NEUTRAL))
        for word, group in zip(most[label], most["_group"], strict=True)
    }


def _placed(shares: dict[str, float], seed: int) -> list[_Placed]:
    """Return words with their outlines: as large as all fit, at places of the package wordcloud."""
    font = FontProperties(fname=str(bundled_font()))
    outlines = {word: TextPath((0, 0), printable(word), size=1, prop=font) for word in shares}
    boxes = {word: outline.get_extents() for word, outline in outlines.items()}
    area = {word: max(float(box.width * box.height), 1e-6) for word, box in boxes.items()}
    total = sum(shares.values())
    size = {word: float(np.sqrt(share / total / area[word])) for word, share in shares.items()}
    factor = float(np.sqrt(_FILLED * _WIDE * _HIGH))
    while factor > _FEWEST:
        corners = _corners({word: factor * one for word, one in size.items()}, boxes, seed)
        if corners is not None:
            break
        factor *= _SMALLER
    found = []
    for word, (left, below) in (corners or {}).items():
        box, scale = boxes[word], factor * size[word]
        place = Affine2D().translate(-box.x0, -box.y0).scale(scale).translate(left, below)
        found.append(_Placed(word, place.transform_path(outlines[word])))
    return found


def _corners(
    sizes: dict[str, float], boxes: Mapping[str, Any], seed: int
) -> dict[str, tuple[float, float]] | None:
    """Return the lower left corner of each word of a size, the largest area first; None if they do not all fit."""
    from random import Random

    from wordcloud.wordcloud import IntegralOccupancyMap

    taken = IntegralOccupancyMap(_HIGH, _WIDE, None)
    raster = np.zeros((_HIGH, _WIDE), dtype=np.uint32)
    random, corners = Random(seed), {}  # noqa: S311 - places of words, nothing secret
    for word, size in sizes.items():
        wide, high = (int(np.ceil(size * side)) + _MARGIN for side in (boxes[word].width, boxes[word].height))
        if wide > _WIDE or high > _HIGH:
            return None
        found = taken.sample_position(high, wide, random)
        if found is None:
            return None
        row, column = found
        raster[row : row + high, column : column + wide] = 1
        taken.update(raster, row, column)
        corners[word] = (column + _MARGIN / 2, _HIGH - row - high + _MARGIN / 2)
    return corners
