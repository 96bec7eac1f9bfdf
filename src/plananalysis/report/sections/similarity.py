"""How alike the groups are: matrix with tree, map, and the nearest of each."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from plananalysis.groups import runs_in_time
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
        "距离近者用词相近；多维标度把多维的差别压到平面，仅供概览（应力 {stress}，越小越可信）。细线连接各自最相近者；点击名称查看与其最相近的{groups}。",
        "Near is alike. Scaling presses many dimensions into a plane, so read it as an overview (stress {stress}; the smaller, the truer). Thin lines join each with its nearest; click a name for its neighbours.",
    ),
    "neighbours_of": ("与{name}最相近的", "Nearest to {name}"),
}
_IN_TIME: Pair = (
    "TF-IDF 向量的余弦相似度，按时间排列；点击单元格比较这两者。",
    "Cosine of the TF-IDF vectors, in the order of time. Click a cell to compare the two.",
)
_LEFT_MATRIX: Pair = (
    "相似度矩阵 {n} × {n} 过大，本页只列最相近者。",
    "The similarity matrix of {n} × {n} is too large for the page; it lists the nearest only.",
)
_ALIKE: Pair = (
    "{a}与{b}的用词最为接近：余弦相似度 {x}（95% 区间 {low}–{high}），其次的{c}与{d}为 {y}。",
    "{a} and {b} are most alike: cosine {x} (95 % interval {low} to {high}); next come {c} and {d} with {y}.",
)
_APART: Pair = (
    "{a}的用词与其余{groups}最不相同：平均余弦 {x}（95% 区间 {low}–{high}），其次的{b}为 {y}。",
    "{a} differs most from the other {groups}: mean cosine {x} (95 % interval {low} to {high}); next comes {b} with {y}.",
)
_TURN: Pair = (
    "相邻两年之间用词变化最大的是 {a} 至 {b} 年：余弦相似度 {x}（95% 区间 {low}–{high}），其次的 {c} 至 {d} 年为 {y}。",
    "The greatest change of words between neighbouring years is that from {a} to {b}: cosine {x} (95 % interval {low} to "
    "{high}); next comes {c} to {d} with {y}.",
)
_METHODS: Pair = (
    "相似度：TF-IDF 向量的余弦，区间由轮流去掉每一方二十分之一的文字得出（分块刀切法，Künsch，1989）{clustered}；地图由多维标度得出（de Leeuw，1977）。",
    "Similarity: cosine of TF-IDF vectors, its interval by leaving out a twentieth of either side's text in turn (block "
    "jackknife, Künsch 1989){clustered}; the map is a metric scaling (de Leeuw 1977).",
)
_CLUSTERED: Pair = ("，按平均联结聚类排列", ", ordered by average-linkage clustering")


def _parts(page: Page, data: Mapping[str, Any]) -> list[Part]:
    """Return matrix and map where they are not too large, and the nearest neighbours folded away."""
    found = []
    if data:
        in_time = runs_in_time(page.analysis.corpus, page.analysis.by)
        found += [hint(_IN_TIME if in_time else WORDS["similarity_hint"]), box("similarity-heatmap")]
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
    labels = analysis.clustered
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
    plot_similarity(
        analysis.tables["similarity"], ax, order=analysis.clustered, tree=analysis.tree, lang=lang
    )
    tree = (
        ("与聚类树", " with dendrogram") if len(analysis.tree) else ("，按时间排列", " in the order of time")
    )
    return ax, {"n": n, "tree": tree}


def _finding(analysis: Analysis) -> Finding | None:
    """Say what is most alike, or most apart, where that is more than the margin of error."""
    pairs = table_of(analysis, "similarity")
    if (
        len(analysis.order) > MOST_PAIRED or "cosine_low" not in pairs
    ):  # the table holds the nearest pairs only
        return None
    pairs = pairs[pairs["cosine_low"].notna()]
    if runs_in_time(analysis.corpus, analysis.by):
        return turn_of(_neighbours(pairs, analysis.clustered))
    return alike_of(pairs) or apart_of(_means(pairs))


def _neighbours(pairs: pd.DataFrame, order: list[str]) -> pd.DataFrame:
    """Return the pairs of neighbouring years, the least alike first."""
    a, b = (pd.Index(order).get_indexer(pd.Index(pairs[side])) for side in ("a", "b"))
    beside = pairs[np.abs(b - a) == 1]
    return beside.sort_values("cosine", kind="stable")


def _means(pairs: pd.DataFrame) -> pd.DataFrame:
    """Return for each group the mean of its cosines and of the ends of their intervals, the least like others first."""
    columns = ["cosine", "cosine_low", "cosine_high"]
    sides = [pairs[[side, *columns]].rename(columns={side: "group"}) for side in ("a", "b")]
    return (
        pd.concat(sides).groupby("group", as_index=False)[columns].mean().sort_values("cosine", kind="stable")
    )


def _clear(best: pd.Series, next_: pd.Series) -> bool:
    """Return whether two cosines differ by more than both margins of error together allow for."""
    margins = [(row["cosine_high"] - row["cosine_low"]) / 2 for row in (best, next_)]
    return bool(abs(best["cosine"] - next_["cosine"]) > np.hypot(*margins))


def _ends(row: pd.Series) -> dict[str, str]:
    return {
        "x": f"{row['cosine']:.2f}",
        "low": f"{row['cosine_low']:.2f}",
        "high": f"{row['cosine_high']:.2f}",
    }


def alike_of(pairs: pd.DataFrame) -> Finding | None:
    """Return the sentence on the pair most alike, if it is more alike than the next by more than chance."""
    rows = pairs.sort_values("cosine", ascending=False, kind="stable").head(2)
    if len(rows) < 2 or not _clear(rows.iloc[0], rows.iloc[1]):
        return None
    best, second = rows.iloc[0], rows.iloc[1]
    return Finding(_of_pairs(_ALIKE, best, second), "similarity", "similarity", rows)


def apart_of(means: pd.DataFrame) -> Finding | None:
    """Return the sentence on the group least like the others, if it is so by more than chance.

    Each pair of a group holds its own text, so that the errors of its pairs do not cancel out: the interval of the mean is
    the mean of the intervals.
    """
    rows = means.sort_values("cosine", kind="stable").head(2)
    if len(means) < FEWEST_MAPPED or not _clear(rows.iloc[0], rows.iloc[1]):
        return None
    least, second = rows.iloc[0], rows.iloc[1]
    pair = filled(_APART, a=least["group"], b=second["group"], y=f"{second['cosine']:.2f}", **_ends(least))
    return Finding(pair, "similarity", "similarity", rows)


def turn_of(neighbours: pd.DataFrame) -> Finding | None:
    """Return the sentence on the two neighbouring years least alike, if they are so by more than chance."""
    rows = neighbours.sort_values("cosine", kind="stable").head(2)
    if len(neighbours) < FEWEST_MAPPED or not _clear(rows.iloc[0], rows.iloc[1]):
        return None
    least, second = rows.iloc[0], rows.iloc[1]
    return Finding(_of_pairs(_TURN, least, second), "similarity", "similarity", rows)


def _of_pairs(words: Pair, first: pd.Series, second: pd.Series) -> Pair:
    """Return a sentence on a pair and the one next to it."""
    likeness = f"{second['cosine']:.2f}"
    ends = _ends(first)
    return filled(words, a=first["a"], b=first["b"], c=second["a"], d=second["b"], y=likeness, **ends)


def _methods(analysis: Analysis) -> Pair:
    """Say what likeness is, and whether the groups were clustered."""
    return filled(_METHODS, clustered=_CLUSTERED if len(analysis.tree) else ("", ""))


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
        "row": ("{group}", "{group}"),
        "neighbour": ("相近{group}", "nearest"),
        "rank": ("名次", "rank"),
    },
    figures=(
        Figure(
            "similarity",
            ("余弦相似度{tree}（n = {n}）。", "Cosine similarity{tree} (n = {n})."),
            _draw,
        ),
    ),
    methods=_methods,
    finding=_finding,
    finding_rank=1,
)
