"""Edges of matches within one document."""

import numpy as np

from plananalysis.reuse.edges.rule import EdgeContext, EdgeRule, Moved
from plananalysis.reuse.matches import Matches


def part_own_copies(context: EdgeContext, found: Matches) -> Matches:
    """End the first side where the second begins, if they overlap, and the second after as many letters."""
    overlaps = (found.a0 < found.b1) & (found.b0 < found.a1)
    a1 = np.where(overlaps, np.maximum(found.a0, found.b0), found.a1)
    b1 = np.where(overlaps, np.minimum(found.b1, found.b0 + (a1 - found.a0)), found.b1)
    return Matches(found.a0, a1, found.b0, b1)


PART_OWN_COPIES = EdgeRule(
    "part own copies",
    "own copies",
    part_own_copies,
    "No text is its own copy.",
    (
        Moved("|查看渠岸查看渠岸查看渠岸|。", "查看渠岸"),
        Moved("查看渠岸|查看渠岸查看渠岸|。", "查看渠岸"),
    ),
    ("|查看渠岸查看渠岸|查看渠岸查看渠岸。", "查看渠岸查看渠岸|查看渠岸查看渠岸|。"),
)
