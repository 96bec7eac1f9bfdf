"""Edges within 《titles》."""

import numpy as np

from plananalysis.reuse.edges.rule import EdgeContext, EdgeRule, Moved
from plananalysis.reuse.matches import Matches


def leave_titles(context: EdgeContext, found: Matches) -> Matches:
    """Move edges out of titles that they cut on both sides; a match within two titles comes out empty."""
    a0, a1, b0, b1 = (side.copy() for side in found)
    for a, b, inward in ((a0, b0, 1), (a1, b1, -1)):
        cut = np.flatnonzero(context.within[a] & context.within[b])
        for edge in (a, b):
            left = cut
            while left.size:
                edge[left] += inward
                left = left[context.within[edge[left]]]
    return Matches(a0, np.maximum(a0, a1), b0, np.maximum(b0, b1))


LEAVE_TITLES = EdgeRule(
    "leave titles",
    "chosen",
    leave_titles,
    "Two titles that begin or end alike are two titles.",
    (
        Moved("|入秋以后逐段查看渠岸遵行《渡口|夜航办法》管船。", "入秋以后逐段查看渠岸遵行"),
        Moved("|入秋以后逐段查看渠岸遵行《渡口|停船规矩》管船。", "入秋以后逐段查看渠岸遵行"),
    ),
    (
        "|入秋以后逐段查看渠岸遵行《渡口夜航办法|》管船。",
        "|入秋以后逐段查看渠岸遵行《渡口夜航办法|》和旧例。",
    ),
)
