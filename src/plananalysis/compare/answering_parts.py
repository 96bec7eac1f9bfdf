"""Which parts of two plans can answer each other: a look-back a look-back, what lies ahead what lies ahead.

The parts of a plan are of three times: ``lookback`` tells of what is over, ``annex`` stands behind the plan, all others
(situation, targets, plan, self …) lie ahead. What is of one time answers nothing of another, also where the other plan has nothing of that
time: then it stands alone. Only two plans without a time in common (a review and a plan) are compared without regard to it.
Within a time the same part is preferred where the other plan has it.
"""

from collections.abc import Sequence

import numpy as np

from plananalysis.compare.nodes import Node

OTHER_PART = 0.8
"""What is of another part of the same time keeps this share of its similarity, where the other plan has the same part."""

_TIMES = {"lookback": "past", "annex": "annex"}
_AHEAD = "ahead"


def part_factor(a: Sequence[Node], b: Sequence[Node]) -> np.ndarray:
    """Return for every two nodes of two plans how well their parts agree: 1, :data:`OTHER_PART`, or 0.

    Examples
    --------
    >>> def node(part):
    ...     return Node("", 1, "", "", 0, 1, "", "", part)
    >>> part_factor([node("lookback"), node("plan")], [node("plan"), node("self")]).tolist()
    [[0.0, 0.0], [1.0, 0.8]]
    >>> part_factor([node("lookback")], [node("plan")]).tolist()  # no time in common
    [[1.0]]
    """
    parts_a, parts_b = (np.array([node.part for node in nodes], dtype=object) for nodes in (a, b))
    times_a, times_b = (
        np.array([time_of(part) for part in parts], dtype=object) for parts in (parts_a, parts_b)
    )
    if not set(times_a) & set(times_b):
        return np.ones((len(a), len(b)))
    alike = times_a[:, None] == times_b[None, :]
    same = parts_a[:, None] == parts_b[None, :]
    has_partner = np.isin(parts_a, parts_b)[:, None] | np.isin(parts_b, parts_a)[None, :]
    return np.where(alike, np.where(same | ~has_partner, 1.0, OTHER_PART), 0.0)


def time_of(part: str) -> str:
    """Return whether a part tells of the past, lies ahead or stands behind the plan.

    Examples
    --------
    >>> time_of("lookback"), time_of("targets"), time_of("annex")
    ('past', 'ahead', 'annex')
    """
    return _TIMES.get(part, _AHEAD)
