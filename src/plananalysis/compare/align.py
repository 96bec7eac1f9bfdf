"""Pair the parts of two plans by their similarity: one with one first, then whoever belongs to a pair as well."""

import numpy as np
from scipy.optimize import linear_sum_assignment

THRESHOLD = 0.24
"""Least similarity of a pair."""

LEFT_OVER = 1.25
"""A part that is left over joins a pair only if it is so much nearer than the threshold,"""

LEFT_OVER_SHARE = 0.6
"""and has this share of the similarity that the pair has: the halves of a split item are about equally near,"""

SURE = 1.7
"""unless it is so much nearer than the threshold: a task within an item that covers many."""

SECOND = 1.5
"""A part that has a partner gets a better liked one as well, if that is so much nearer than the threshold."""


def pair(
    similar: np.ndarray, least: float, *, share: float = LEFT_OVER_SHARE, second: bool = True
) -> set[tuple[int, int]]:
    """Return the pairs of rows and columns that answer each other.

    The optimal assignment pairs one with one (Kuhn 1955). Then every row and every column may join its best
    counterpart: left over ones if they come near to it, others if it is liked better than the partner they got.

    Parameters
    ----------
    similar
        Similarity of every two parts.
    least
        Least similarity of a pair.
    share
        Share of its host's best similarity that a left-over part must reach.
    second
        Whether a part with a partner may join its best counterpart.
    """
    if not similar.size:
        return set()
    rows, columns = linear_sum_assignment(-np.where(similar >= least, similar, 0.0))
    assigned = {(int(i), int(j)) for i, j in zip(rows, columns, strict=True) if similar[i, j] >= least}
    return (
        assigned
        | _joining(similar, assigned, least, share, second)
        | {(i, j) for j, i in _joining(similar.T, {(j, i) for i, j in assigned}, least, share, second)}
    )


def _joining(
    similar: np.ndarray, assigned: set[tuple[int, int]], least: float, share: float, second: bool
) -> set[tuple[int, int]]:
    """Return the rows that join their best column."""
    taken = {i for i, _ in assigned}
    best = similar.argmax(axis=1)
    liked = similar.max(axis=0)
    joining = set()
    for i, j in enumerate(best.tolist()):
        need = SECOND * least if i in taken else min(SURE * least, max(LEFT_OVER * least, share * liked[j]))
        if similar[i, j] >= need and (second or i not in taken):
            joining.add((i, j))
    return joining
