"""How alike units, documents or sections are."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from plananalysis.errors import InputError
from plananalysis.groups import reading_order
from plananalysis.plots import palette
from plananalysis.plots.heatmap import colour_bar, draw_cells
from plananalysis.plots.style import FULL_HEIGHT, FULL_WIDTH, new_axes, say, styled
from plananalysis.tables import check

_WORDS = {
    "zh": {"cosine": "余弦相似度", "jaccard": "雅卡尔系数", "none": "至少需要两份才能比较"},
    "en": {"cosine": "cosine", "jaccard": "Jaccard", "none": "two are needed to compare"},
}


@styled
def plot_similarity(
    similarity: pd.DataFrame,
    ax: Axes | None = None,
    *,
    value: str = "cosine",
    order: Sequence[str] | None = None,
    tree: pd.DataFrame | None = None,
    lang: str = "zh",
) -> Axes:
    """Draw a similarity table as a heatmap, with the dendrogram beside it where the tree is given.

    Parameters
    ----------
    similarity
        Columns ``a``, ``b`` and ``value``; one row per pair, in one direction or both. The diagonal is left
        grey, so that the colours serve the differences.
    ax
        Axes to draw into; a new figure by default.
    value
        Column to draw: ``cosine`` or ``jaccard``.
    order
        Labels from top to bottom, usually the leaf order of the clustering; sorted by default.
    tree
        Merges of a hierarchical clustering, one per row, nearest first: ``left`` and ``right`` (position in
        ``order`` of a leaf, or number of leaves + row of an earlier merge) and ``height``.
    lang
        Language of the colour bar, ``zh`` or ``en``.

    Returns
    -------
    Axes

    Raises
    ------
    InputError
        If a column is missing, ``order`` names something that the table does not hold, or the tree is of other labels.

    Examples
    --------
    >>> pairs = pd.DataFrame({"a": ["甲"], "b": ["乙"], "cosine": [0.4], "jaccard": [0.1]})
    >>> [tick.get_text() for tick in plot_similarity(pairs, order=["甲", "乙"]).get_yticklabels()]
    ['甲', '乙']
    """
    check(similarity, "similarity", ("a", "b", value))
    if tree is not None:
        check(tree, "merges", ("branch_a", "branch_b", "height"))
    labels = reading_order([*similarity["a"], *similarity["b"]])
    if order is None:
        order = labels
    elif set(order) != set(labels):
        raise InputError("order must name every label of the similarity table once")
    if tree is not None and len(tree) and 1 < len(order) != len(tree) + 1:
        raise InputError(
            "the tree joins {n_tree} labels and the table holds {n_order}; cluster the same matrix",
            n_tree=len(tree) + 1,
            n_order=len(order),
        )
    size = similarity_size(len(order))
    ax = ax if ax is not None else new_axes(size)
    if len(order) < 2:
        return say(ax, _WORDS[lang]["none"])
    place = {name: i for i, name in enumerate(order)}
    matrix = np.full((len(order), len(order)), np.nan)
    a, b = similarity["a"].map(place).to_numpy(), similarity["b"].map(place).to_numpy()
    matrix[a, b] = matrix[b, a] = similarity[value].to_numpy(dtype=float)
    np.fill_diagonal(matrix, np.nan)
    cells = (size[0] - 2.2, size[1] - 1.4)
    image = draw_cells(ax, matrix, order, order, size=cells, form="{:.2f}")
    right = 1.02
    if tree is not None and len(tree):
        _dendrogram(ax.inset_axes((1.01, 0.0, 0.16, 1.0)), tree, len(order))
        right = 1.2
    colour_bar(ax, image, _WORDS[lang].get(value, value), right=right, inches=cells[1])
    return ax


def _dendrogram(ax: Axes, tree: pd.DataFrame, leaves: int) -> None:
    """Draw the merges with the leaves on the left, level with the rows of the heatmap."""
    at = {i: (float(i), 0.0) for i in range(leaves)}
    for row, (left, right, height) in enumerate(
        tree[["branch_a", "branch_b", "height"]].itertuples(index=False)
    ):
        (y1, x1), (y2, x2) = at[int(left)], at[int(right)]
        ax.plot([x1, height, height, x2], [y1, y1, y2, y2], color=palette.MUTED, linewidth=0.7)
        at[leaves + row] = ((y1 + y2) / 2, float(height))
    ax.set_ylim(leaves - 0.5, -0.5)
    # Merges far from zero would be squeezed against the edge, so the leaves begin shortly before the first.
    first, last = float(tree["height"].min()), float(tree["height"].max())
    spread = (last - first) or last or 1.0
    ax.set_xlim(max(0.0, first - 0.3 * spread), last + 0.02 * spread)
    ax.set_axis_off()


def similarity_size(labels: int) -> tuple[float, float]:
    """Return width and height in inches for a square of so many labels, within an A4 page.

    Examples
    --------
    >>> similarity_size(200)
    (6.85, 6.05)
    """
    side = min(FULL_WIDTH - 2.2, max(1.6, 0.34 * labels))
    return round(side + 2.2, 2), round(min(FULL_HEIGHT, side + 1.4), 2)
