"""Where the marks of two drawings of the page stand: the map of likeness, and the tree beside the heatmap."""

from typing import NamedTuple

import numpy as np
import pandas as pd

DIGITS = 4
ROUNDS = 300
"""Rounds of the scaling; it has settled long before."""


class Map(NamedTuple):
    """Positions in the unit square, and how far their distances miss the true ones (Kruskal's stress-1)."""

    points: list[list[float]]
    stress: float


def likeness_map(similarity: np.ndarray) -> Map:
    """Place labels so that alike ones stand near each other: metric scaling of 1 − similarity.

    Parameters
    ----------
    similarity
        Square and symmetric, from 0 to 1, with ones on the diagonal.

    Returns
    -------
    Map
        One point per row; the longer axis fills the square. Stress majorisation (de Leeuw 1977) from the classical
        solution (Torgerson 1952); the longer axis lies level, and its farthest point on the right.

    Examples
    --------
    >>> found = likeness_map(np.array([[1, 0.9, 0.1], [0.9, 1, 0.1], [0.1, 0.1, 1]]))
    >>> found.points[2][0], found.stress
    (1.0, 0.0)
    """
    n = len(similarity)
    if n < 3:
        return Map([[float(i), 0.5] for i in range(n)], 0.0)
    wanted = 1 - np.asarray(similarity, dtype=float)
    points = _classical(wanted)
    for _ in range(ROUNDS):
        points = _majorised(wanted, points)
    points = _level(points)
    there = _distances(points)
    stress = float(np.sqrt(((there - wanted) ** 2).sum() / max((there**2).sum(), 1e-12)))
    low, size = points.min(axis=0), np.ptp(points, axis=0)
    # One scale for both axes, or distances would lie; the shorter one is centred.
    scale = size.max() or 1.0
    points = (points - low) / scale + (1 - size / scale) / 2
    return Map([[round(float(x), DIGITS) for x in point] for point in points], round(stress, 3))


def _distances(points: np.ndarray) -> np.ndarray:
    """Return the distance of every point from every other."""
    return np.sqrt(((points[:, None] - points[None]) ** 2).sum(axis=2))


def _classical(wanted: np.ndarray) -> np.ndarray:
    """Return the two longest principal coordinates of distances."""
    squared = wanted**2
    centred = squared - squared.mean(axis=0) - squared.mean(axis=1)[:, None] + squared.mean()
    values, vectors = np.linalg.eigh(-centred / 2)
    return vectors[:, [-1, -2]] * np.sqrt(np.clip(values[[-1, -2]], 0, None))


def _majorised(wanted: np.ndarray, points: np.ndarray) -> np.ndarray:
    """Move all points once so that their distances come nearer to those wanted."""
    there = _distances(points)
    pull = np.divide(wanted, there, out=np.zeros_like(wanted), where=there > 1e-12)
    np.fill_diagonal(pull, 0)
    return (pull.sum(axis=1)[:, None] * points - pull @ points) / len(points)


def _level(points: np.ndarray) -> np.ndarray:
    """Turn points so that the longest axis lies level; the sign of an axis is that of its farthest point."""
    centred = points - points.mean(axis=0)
    _, vectors = np.linalg.eigh(centred.T @ centred)
    turned = centred @ vectors[:, ::-1]
    farthest = np.abs(turned).argmax(axis=0)
    return turned * np.where(turned[farthest, [0, 1]] < 0, -1, 1)


def tree_lines(tree: pd.DataFrame, leaves: int) -> list[list[float]]:
    """Return the merges of a clustering as brackets: y and x of one branch, the height, y and x of the other.

    Parameters
    ----------
    tree
        ``left``, ``right`` (a leaf by its position, or number of leaves + row of an earlier merge), ``height``.
    leaves
        Number of leaves; leaf ``i`` stands at ``y = i + 0.5``.

    Returns
    -------
    list of [y1, x1, x, y2, x2]
        ``x`` from 0 at the leaves to 1 at the last merge. Merges far from zero would be squeezed against the
        edge, so the leaves stand shortly before the first.

    Examples
    --------
    >>> merges = pd.DataFrame({"branch_a": [1, 0], "branch_b": [2, 3], "height": [0.2, 0.8]})
    >>> tree_lines(merges, 3)[-1]
    [0.5, 0.0, 1.0, 2.0, 0.2308]
    """
    if tree.empty:
        return []
    first, last = float(tree["height"].min()), float(tree["height"].max())
    zero = max(0.0, first - 0.3 * ((last - first) or last or 1.0))
    spread = (last - zero) or 1.0
    at = {i: (i + 0.5, 0.0) for i in range(leaves)}
    lines = []
    for row, (left, right, height) in enumerate(
        tree[["branch_a", "branch_b", "height"]].itertuples(index=False)
    ):
        (y1, x1), (y2, x2) = at[int(left)], at[int(right)]
        x = max(0.0, (float(height) - zero) / spread)
        lines.append([round(value, DIGITS) for value in (y1, x1, x, y2, x2)])
        at[leaves + row] = ((y1 + y2) / 2, x)
    return lines
