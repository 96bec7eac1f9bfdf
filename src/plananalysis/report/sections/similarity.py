"""How alike the groups are: matrix with tree, map, and the nearest of each."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from plananalysis.report.analysis import MOST_PAIRED, Analysis
from plananalysis.report.context import MOST_LABELS, Page, records
from plananalysis.report.layout import likeness_map, tree_lines
from plananalysis.report.section import (
    Figure,
    Finding,
    Listed,
    Part,
    Section,
    box,
    folded,
    has,
    has_any,
    heading,
    hint,
    table_of,
)
from plananalysis.report.words import Pair, filled

if TYPE_CHECKING:
    from matplotlib.axes import Axes

FEWEST_MAPPED = 3
"""A map of fewer groups shows nothing."""

WORDS: dict[str, Pair] = {
    "similarity": ("相似度", "Similarity"),
    "similarity_hint": (
        "TF-IDF 向量的余弦相似度，按聚类顺序排列，右侧为聚类树；点击单元格比较这两者。",
        "Cosine of the TF-IDF vectors in the order of the clustering, its tree on the right. Click a cell to compare the two.",
    ),
    "nearest": ("各自最相近的", "Nearest neighbours"),
    "similarity_map": ("相似度地图", "Similarity map"),
    "similarity_map_hint": (
        "距离近者用词相近；多维标度把多维的差别压到平面，仅供概览（应力 {stress}，越小越可信）。细线连接各自最相近者；点击名称查看与其最相近的单位。",
        "Near is alike. Scaling presses many dimensions into a plane, so read it as an overview (stress {stress}; the smaller, the truer). Thin lines join each with its nearest; click a name for its neighbours.",
    ),
    "neighbours_of": ("与{name}最相近的", "Nearest to {name}"),
}
_LEFT_MATRIX: Pair = (
    "相似度矩阵 {n} × {n} 过大，本页只列最相近者。",
    "The similarity matrix of {n} × {n} is too large for the page; it lists the nearest only.",
)
_ALIKE: Pair = (
    "{a}与{b}的用词最为接近，余弦相似度 {x}；差别最大的是{c}与{d}（{y}）。",
    "{a} and {b} are most alike (cosine {x}); least alike are {c} and {d} ({y}).",
)
_NEAREST: Pair = ("{a}与{b}的用词最为接近，余弦相似度 {x}。", "{a} and {b} are most alike (cosine {x}).")
_METHODS: Pair = (
    "相似度：TF-IDF 向量的余弦{clustered}；地图由多维标度得出（de Leeuw，1977）。",
    "Similarity: cosine of TF-IDF vectors{clustered}; the map is a metric scaling (de Leeuw 1977).",
)
_CLUSTERED: Pair = ("，按平均联结聚类排列", ", ordered by average-linkage clustering")


def _parts(page: Page, data: Mapping[str, Any]) -> list[Part]:
    """Return matrix and map where they are not too large, and the nearest neighbours folded away."""
    found = []
    if data:
        found += [hint(WORDS["similarity_hint"]), box("similarity-heatmap")]
        if len(page.analysis.order) >= FEWEST_MAPPED:
            stress = f"{data['stress']:.2f}"
            found += [
                heading("similarity_map", WORDS["similarity_map"]),
                hint(filled(WORDS["similarity_map_hint"], stress=stress)),
                box("similarity-map"),
            ]
    return [*found, folded("nearest", "nearest", WORDS["nearest"])]


def _data(page: Page) -> dict[str, Any]:
    """Return the matrices in the order of the clustering, its tree, and the map."""
    analysis = page.analysis
    labels = analysis.order
    if len(labels) > MOST_LABELS:
        page.leave_out(_LEFT_MATRIX, n=len(labels))
        return {}
    if not has(analysis, "similarity"):
        return {}
    pairs = analysis.tables["similarity"]
    at = {label: i for i, label in enumerate(labels)}
    found: dict[str, Any] = {"labels": labels}
    a, b = pairs["a"].map(at).to_numpy(), pairs["b"].map(at).to_numpy()
    for measure in ("cosine", "jaccard"):
        matrix = np.eye(len(labels))
        matrix[a, b] = matrix[b, a] = pairs[measure].round(4).to_numpy()
        found[measure] = matrix.tolist()
    found["tree"] = records(["y1", "x1", "x", "y2", "x2"], tree_lines(analysis.tree, len(labels)))
    points, found["stress"] = likeness_map(np.array(found["cosine"]))
    found["map"] = records(["x", "y"], points)
    return found


def _draw(analysis: Analysis, lang: str) -> "tuple[Axes, dict[str, object]] | None":
    """Draw the matrix with its tree."""
    from plananalysis.plots.likeness import plot_similarity, similarity_size
    from plananalysis.report.canvas import canvas

    n = len(analysis.order)
    if not has(analysis, "similarity") or not 1 < n <= MOST_LABELS:
        return None
    ax = canvas(similarity_size(n))
    plot_similarity(analysis.tables["similarity"], ax, order=analysis.order, tree=analysis.tree, lang=lang)
    return ax, {"n": n}


def _finding(analysis: Analysis) -> Finding | None:
    """Say which two are most alike, and which two least."""
    pairs = table_of(analysis, "similarity")
    if len(pairs) < 2:
        return None
    best, least = pairs.iloc[int(pairs["cosine"].argmax())], pairs.iloc[int(pairs["cosine"].argmin())]
    x, y = f"{best['cosine']:.2f}", f"{least['cosine']:.2f}"
    named = {"a": best["a"], "b": best["b"], "x": x}
    if len(analysis.order) > MOST_PAIRED:  # the table holds the nearest pairs only
        return Finding(filled(_NEAREST, **named), "similarity")
    return Finding(filled(_ALIKE, **named, c=least["a"], d=least["b"], y=y), "similarity")


def _methods(analysis: Analysis) -> Pair:
    """Say what likeness is, and whether the groups were clustered."""
    return filled(_METHODS, clustered=_CLUSTERED if len(analysis.order) <= MOST_PAIRED else ("", ""))


SECTION = Section(
    name="similarity",
    title=WORDS["similarity"],
    shown=has_any("nearest"),
    parts=_parts,
    tables=(
        Listed("similarity", WORDS["similarity"], on_page=False),
        Listed("nearest", WORDS["nearest"]),
    ),
    data=_data,
    words=WORDS,
    heads={
        "row": ("单位", "unit"),
        "neighbour": ("相近单位", "nearest"),
        "rank": ("名次", "rank"),
    },
    figures=(
        Figure(
            "similarity",
            ("余弦相似度与聚类树（n = {n}）。", "Cosine similarity with dendrogram (n = {n})."),
            _draw,
        ),
    ),
    methods=_methods,
    finding=_finding,
    finding_rank=1,
)
