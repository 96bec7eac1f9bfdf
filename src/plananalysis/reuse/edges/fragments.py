"""Edges of aligned matches: the few letters of a neighbouring clause or sentence that agree by chance.

The numbers of letters were set by reading the shared passages of five real plans and checked on planted passages
(Markov background, seeds 2-9).
"""

import numpy as np

from plananalysis.reuse.edges.nearest_break import first_break
from plananalysis.reuse.edges.rule import EdgeContext, EdgeRule, Moved
from plananalysis.reuse.matches import Matches
from plananalysis.reuse.seeds.fingerprint import CLAUSE_BREAK, LIST_BREAK, SENTENCE_BREAK

CLAUSE_FRAGMENT = 3
"""Letters beyond the edge of a clause that are a fragment of the next one, at most: two words hardly ever fit in."""

SENTENCE_FRAGMENT = 6
"""Letters beyond the end of a sentence that are a fragment of the next one, at most; a new sentence is a new thought,
so more of it is needed."""

FRAGMENTS_DIFFER = 2
"""Letters by which the fragments of the two sides may differ: one inserted word."""

LONGEST_STUB = 9
"""Letters of a stub, at most, and always fewer than count as a passage by themselves."""

STUBS_DIFFER = 4
"""Letters by which the stubs of the two sides may differ, and letters that must stay besides a stub."""

MISSING = 3
"""Letters that a clause may lack at its end to be completed, at most."""


def trim_fragments(context: EdgeContext, found: Matches) -> Matches:
    """Leave off the few letters of a neighbouring clause or sentence where both sides break there."""
    breaks = context.fp.breaks
    a0, a1, b0, b1 = (side.copy() for side in found)
    for strength, longest in ((CLAUSE_BREAK, CLAUSE_FRAGMENT), (SENTENCE_BREAK, SENTENCE_FRAGMENT)):
        steps = np.arange(longest, 0, -1)
        for outward, edges in ((-1, (a0, b0)), (1, (a1, b1))):
            cuts = [first_break(breaks, edge, -outward, strength, steps) for edge in edges]
            new = [edge - outward * cut for edge, cut in zip(edges, cuts, strict=True)]
            both = (cuts[0] > 0) & (cuts[1] > 0) & (np.abs(cuts[0] - cuts[1]) <= FRAGMENTS_DIFFER)
            left = (new[0] - a0, new[1] - b0) if outward > 0 else (a1 - new[0], b1 - new[1])
            both &= np.minimum(*left) >= context.least
            for edge, moved in zip(edges, new, strict=True):
                edge[both] = moved[both]
    return Matches(a0, a1, b0, b1)


TRIM_FRAGMENTS = EdgeRule(
    "trim fragments",
    "aligned",
    trim_fragments,
    "Up to three letters beyond a clause edge, and six beyond the end of a sentence, agree by chance.",
    (
        Moved("修渠|石料，入秋以后逐段查看渠岸|。", "入秋以后逐段查看渠岸"),
        Moved("造船|石料，入秋以后逐段查看渠岸|。", "入秋以后逐段查看渠岸"),
    ),
    ("修渠|石料铁钎，入秋以后逐段查看渠岸|。", "造船|石料铁钎，入秋以后逐段查看渠岸|。"),
)


def complete_clauses(context: EdgeContext, found: Matches) -> Matches:
    """Move ends to the end of the clause where both sides lack only a few of its letters and hold more of them.

    A quotation or a bracket that opens or closes in between forbids it: what follows it is no end of the clause.
    """
    breaks = context.fp.breaks
    on, back = np.arange(1, MISSING + 1), np.arange(1, 2 * MISSING + 1)
    lacks = [first_break(breaks, edge, 1, CLAUSE_BREAK, on) for edge in (found.a1, found.b1)]
    has = [first_break(breaks, edge, -1, CLAUSE_BREAK, back) for edge in (found.a1, found.b1)]
    has_least = np.minimum(*(np.where(own > 0, own, back.size) for own in has))
    near = (lacks[0] > 0) & (lacks[1] > 0) & (has_least > np.maximum(*lacks) + 1)
    near &= (breaks[found.a1] < LIST_BREAK) & (breaks[found.b1] < LIST_BREAK)
    for edge, lack in zip((found.a1, found.b1), lacks, strict=True):
        near &= first_break(breaks, edge, 1, LIST_BREAK, on) == lack
    return found._replace(
        a1=found.a1 + np.where(near, lacks[0], 0), b1=found.b1 + np.where(near, lacks[1], 0)
    )


COMPLETE_CLAUSES = EdgeRule(
    "complete clauses",
    "aligned",
    complete_clauses,
    "A clause that is reworded in its last letters only belongs to the passage as a whole.",
    (
        Moved(
            "|入秋以后逐段查看渠岸，当日填补渗漏|之处，别的再议。", "入秋以后逐段查看渠岸，当日填补渗漏之处"
        ),
        Moved(
            "|入秋以后逐段查看渠岸，当日填补渗漏|地段，其余从缓。", "入秋以后逐段查看渠岸，当日填补渗漏地段"
        ),
    ),
    ("|入秋以后逐段查看渠岸，当日|填补，别的再议。", "|入秋以后逐段查看渠岸，当日|清扫，其余从缓。"),
)


def cut_stubs(context: EdgeContext, found: Matches) -> Matches:
    """Leave off the beginning of a clause or sentence that only begins alike; what stays may be short.

    It goes back to the end of the clause before; likewise where a sentence has just begun on one side or has just ended.
    What would count as a passage by itself is no stub.
    """
    breaks = context.fp.breaks
    a0, a1, b0, b1 = (side.copy() for side in found)
    longest = min(LONGEST_STUB, context.least - 1)
    steps = np.arange(1, longest + STUBS_DIFFER + 1)
    for strength, outward in ((SENTENCE_BREAK, -1), (SENTENCE_BREAK, 1), (CLAUSE_BREAK, 1)):
        a, b = (a0, b0) if outward < 0 else (a1, b1)
        whole = [breaks[edge] >= CLAUSE_BREAK for edge in (a, b)]
        unfinished = ~(whole[0] & whole[1]) if strength == SENTENCE_BREAK else ~(whole[0] | whole[1])
        cut_a, cut_b = (first_break(breaks, edge, -outward, strength, steps) for edge in (a, b))
        cut = np.maximum(np.where(cut_a <= longest, cut_a, 0), np.where(cut_b <= longest, cut_b, 0))
        moves = []
        for edge, own in ((a, cut_a), (b, cut_b)):
            clause = first_break(breaks, edge, -outward, CLAUSE_BREAK, steps)
            own = np.where(own > 0, own, clause)  # one side may end a sentence where the other ends a clause
            moves.append(np.where((own > 0) & (np.abs(own - cut) <= STUBS_DIFFER), own, cut))
        moved = unfinished & (cut > 0) & (np.minimum(a1 - a0, b1 - b0) > cut + STUBS_DIFFER)
        for edge, move in zip((a, b), moves, strict=True):
            edge[moved] -= outward * move[moved]
    return Matches(a0, a1, b0, b1)


CUT_STUBS = EdgeRule(
    "cut stubs",
    "aligned",
    cut_stubs,
    "A few letters that agree can carry a match over the end of a clause into the next, which breaks off on both sides.",
    (
        Moved("|入秋以后逐段查看渠岸，填补|漏洞不分昼夜进行。", "入秋以后逐段查看渠岸"),
        Moved("|入秋以后逐段查看渠岸，填补|工料由各坊分担。", "入秋以后逐段查看渠岸"),
    ),
    ("|入秋以后逐段查看渠岸，填补|。", "|入秋以后逐段查看渠岸，填补|工料由各坊分担。"),
)
