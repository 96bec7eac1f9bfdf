"""Edges within the first letters of a clause."""

import numpy as np

from plananalysis.reuse.edges.nearest_break import first_break
from plananalysis.reuse.edges.rule import EdgeContext, EdgeRule, Moved
from plananalysis.reuse.matches import Matches
from plananalysis.reuse.seeds.fingerprint import CLAUSE_BREAK

MISSING_FIRST = 3
"""Letters that a clause may lack at its beginning to be completed, at most; as many as at its end."""


def take_first_letters(context: EdgeContext, found: Matches) -> Matches:
    """Take in the letters that are missing at the beginning of a clause where both sides begin it alike."""
    codes, breaks = context.fp.codes, context.fp.breaks
    on = np.arange(1, MISSING_FIRST + 1)
    lacks = [first_break(breaks, edge, -1, CLAUSE_BREAK, on) for edge in (found.a0, found.b0)]
    near = (lacks[0] > 0) & (lacks[1] > 0)
    near &= (breaks[found.a0] < CLAUSE_BREAK) & (breaks[found.b0] < CLAUSE_BREAK)
    a0, b0 = found.a0 - lacks[0], found.b0 - lacks[1]
    near &= (codes[a0] == codes[b0]) & ((found.a1 <= b0) | (found.b1 <= a0))
    return found._replace(a0=np.where(near, a0, found.a0), b0=np.where(near, b0, found.b0))


TAKE_FIRST_LETTERS = EdgeRule(
    "take first letters",
    "chosen",
    take_first_letters,
    "Where both sides begin a clause alike and differ right after, an alignment starts behind the difference.",
    (
        Moved("旧事。自今年|入秋以后逐段查看渠岸|。", "自今年入秋以后逐段查看渠岸"),
        Moved("别的，自|入秋以后逐段查看渠岸|。", "自入秋以后逐段查看渠岸"),
    ),
    ("旧事。待今年|入秋以后逐段查看渠岸|。", "别的，自|入秋以后逐段查看渠岸|。"),
)
