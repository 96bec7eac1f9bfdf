"""Edges of reordered matches, which were found by what both sides hold and not letter by letter.

The numbers of letters were set on planted passages (Markov background, seeds 2-9, medium and heavy edits) and checked on the
five plans.
"""

import numpy as np

from plananalysis.reuse.edges.nearest_break import first_break
from plananalysis.reuse.edges.rule import EdgeContext, EdgeRule, Moved
from plananalysis.reuse.matches import Matches
from plananalysis.reuse.seeds.fingerprint import CLAUSE_BREAK, SENTENCE_BREAK

OUTWARD = 14
"""Letters that an edge is moved out to the nearest clause edge, at most: the rest of a reworded clause of usual length."""

INWARD = 2
"""Letters that it is moved in rather than out, at most: a stray letter or two beyond a clause edge."""

FARTHER_INWARD = 8
"""Letters that it is moved in where no clause edge is near outward: of a long clause only these few were found."""

REST_OF_SENTENCE = 10
"""Letters that a sentence may lack to be finished, at most."""

SMALL_PART = 0.125
"""Part of the match that these letters may be, at most, so that a short match is not drawn out."""


def snap_to_clauses(context: EdgeContext, found: Matches) -> Matches:
    """Move edges to the clause edge nearby: a letter or two inward, else outward, else a few letters inward."""
    breaks = context.fp.breaks
    starts = [_snapped(breaks, side, -1) for side in (found.a0, found.b0)]
    ends = [_snapped(breaks, side, 1) for side in (found.a1, found.b1)]
    return Matches(starts[0], ends[0], starts[1], ends[1])


def _snapped(breaks: np.ndarray, edge: np.ndarray, outward: int) -> np.ndarray:
    """Return each edge moved to the clause edge nearby, or as it is where none is near."""
    inward = -np.arange(1, FARTHER_INWARD + 1)
    steps = np.r_[0, inward[:INWARD], np.arange(1, OUTWARD + 1), inward[INWARD:]]
    return edge + outward * first_break(breaks, edge, outward, CLAUSE_BREAK, steps)


SNAP_TO_CLAUSES = EdgeRule(
    "snap to clauses",
    "reordered",
    snap_to_clauses,
    "Where a reworded clause was found in part, the whole of it belongs to the passage.",
    (
        Moved("旧事。入秋|以后逐段查看|渠岸，别的", "入秋以后逐段查看渠岸"),
        Moved("旧事。自立秋|以后逐段察看|两岸渠堤，其余", "自立秋以后逐段察看两岸渠堤"),
    ),
    (
        "由各坊轮流派人照看的河边渡口石阶旁边|入秋以后逐段查看渠岸|连同水闸木桥石堤一并加固到霜降为止",
        "旧事。|入秋以后逐段查看渠岸|。",
    ),
)


def finish_sentences(context: EdgeContext, found: Matches) -> Matches:
    """Move edges out to the ends of their sentences where only few letters are missing there, on each side by itself."""
    steps = np.arange(REST_OF_SENTENCE + 1)
    sides = []
    for start, end in ((found.a0, found.a1), (found.b0, found.b1)):
        few = (end - start) * SMALL_PART
        for edge, outward in ((start, -1), (end, 1)):
            rest = first_break(context.fp.breaks, edge, outward, SENTENCE_BREAK, steps)
            sides.append(edge + outward * np.where(rest <= few, rest, 0))
    return Matches(*sides)


FINISH_SENTENCES = EdgeRule(
    "finish sentences",
    "narrowed",
    finish_sentences,
    "A sentence of which nearly all is shared was taken over as a whole; a clause of a few letters has no counterpart.",
    (
        Moved(
            "夜里|入秋以后逐段查看渠岸，渗漏之处当日填补|，以上。次日",
            "夜里入秋以后逐段查看渠岸，渗漏之处当日填补，以上",
        ),
        Moved(
            "夜里|入秋以后逐段查看渠岸，渗漏之处当日填补|。次日",
            "夜里入秋以后逐段查看渠岸，渗漏之处当日填补",
        ),
    ),
    ("|入秋以后逐段查看渠岸|，以上。次日", "雨停。|入秋以后逐段查看渠岸|。"),
)
