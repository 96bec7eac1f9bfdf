"""Edges where two reworded sides cease to agree.

Most matches end on letters that agree. Some do not: an edge moved on one side has no counterpart on the other, a few letters
of an unfinished clause agree by chance, and so do two 《titles》 of different documents. A longest common subsequence
says which letters of the two sides are paired; letters at an edge that are in no pair are left off.

The numbers were set by reading the shared passages of five real plans, and checked on planted passages (Markov background,
seeds 2-9).
"""

from typing import NamedTuple

import numpy as np

from plananalysis.reuse.edges.rule import EdgeContext, EdgeRule, Moved
from plananalysis.reuse.matches import Matches
from plananalysis.reuse.seeds.fingerprint import CLAUSE_BREAK, LIST_BREAK, Fingerprint

LONG = 80
"""Letters from which on a match is long: its edges are a small part of it, and its clauses may have been moved."""

IN_A_ROW = 2
"""Letters in a row that make a pair: single ones are paired by chance."""

STUB_BEFORE = 6
"""Paired letters of an unfinished clause at the beginning that are a stub, at most; fewer than at the end, since a clause
keeps its end where its beginning is reworded."""

STUB_AFTER = 8
"""Paired letters of an unfinished clause at the end that are a stub, at most."""

MOSTLY_PAIRED = 0.75
"""Share of the letters of an unfinished clause that are paired if it mostly agrees."""

STUB_MOSTLY_PAIRED = 4
"""Paired letters of a stub, at most, in an unfinished clause that mostly agrees."""

LAST_WORDS = 4
"""Letters without a counterpart that a clause may end in: other last words."""

LONGEST_TAIL = 24
"""Letters without a counterpart that are left off, at most; more are a clause that may have been moved."""

IN_ORDER = 0.6
"""Share of the shorter side that is paired, at least, if its clauses stand in order, so that its edges can be found."""

OUTSIDE_OF_TITLES = 0.5
"""Share of the pairs, at least, that are no letters of two unlike titles; else the match is none."""

LIKE_TITLES = 0.8
"""Share of the letters of two titles that a longest common subsequence pairs if they are one title."""


class _Side(NamedTuple):
    """One wording, read towards the edge that is looked at; positions are letters from its other end.

    Attributes
    ----------
    size : int
        Letters of the wording.
    paired : int array
        The letters that the other wording pairs.
    cuts : int array
        The letters, but the first, that begin a clause.
    listed, whole : bool
        Whether the edge is the edge of a part of a list, and whether it is that of a clause.
    title : bool array
        Which letters are in a title.
    """

    size: int
    paired: np.ndarray
    cuts: np.ndarray
    listed: bool
    whole: bool
    title: np.ndarray


def keep_counterparts(context: EdgeContext, found: Matches) -> Matches:
    """Leave off what stands at the edges and has no counterpart on the other side, if enough letters stay.

    A match that pairs hardly more than letters of different titles comes out empty.
    """
    fp, title, least = context.fp, context.title, context.least
    edges = np.stack(found, axis=1)
    for i in np.flatnonzero(_in_doubt(fp, title, found)).tolist():
        a, b = edges[i, :2].tolist(), edges[i, 2:].tolist()
        pairs = _pairs(fp.codes, a, b)
        counted = _outside_of_unlike_titles(context, a, b, pairs)
        if counted.sum() < OUTSIDE_OF_TITLES * counted.size:
            edges[i] = a[0], a[0], b[0], b[0]
            continue
        if counted.size < IN_ORDER * min(a[1] - a[0], b[1] - b[0]):
            continue
        pairs = pairs[:, counted]
        ends = _kept(*_sides(context, a, b, pairs, 1), min(STUB_AFTER, least - 1))
        starts = _kept(*_sides(context, a, b, pairs, -1), min(STUB_BEFORE, least - 1))
        a0, a1, b0, b1 = a[1] - starts[0], a[0] + ends[0], b[1] - starts[1], b[0] + ends[1]
        if min(a1 - a0, b1 - b0) >= least:
            edges[i] = a0, a1, b0, b1
    return Matches(*edges.T.copy())


KEEP_COUNTERPARTS = EdgeRule(
    "keep counterparts",
    "chosen",
    keep_counterparts,
    "Letters at an edge of one side that have no counterpart on the other are not shared.",
    (
        Moved("添购|石料铁钎，入秋以后逐段查看渠岸|。", "入秋以后逐段查看渠岸"),
        Moved("变卖|石料木桩，入秋以后逐段查看渠岸|。", "入秋以后逐段查看渠岸"),
    ),
    ("|入秋以后逐段查看渠岸一遍|。", "|入秋以后逐段查看渠岸数次|。"),
)


def _in_doubt(fp: Fingerprint, title: np.ndarray, found: Matches) -> np.ndarray:
    """Return which passages are unlike on both sides and break a clause off or hold a title, but for long ones.

    Of long passages the edges are a small part, and clauses of theirs may have been moved.
    """
    titles = np.append(np.int32(0), np.cumsum(title, dtype=np.int32))
    short = np.maximum(found.a1 - found.a0, found.b1 - found.b0) < LONG
    doubt = (titles[found.a1] > titles[found.a0]) | (titles[found.b1] > titles[found.b0])
    for edge in found:
        doubt |= fp.breaks[edge] < CLAUSE_BREAK
    doubt &= short
    for i in np.flatnonzero(doubt & (found.a1 - found.a0 == found.b1 - found.b0)).tolist():
        a0, a1, b0, b1 = (int(side[i]) for side in found)
        doubt[i] = (fp.codes[a0:a1] != fp.codes[b0:b1]).any()
    return doubt


def _pairs(codes: np.ndarray, a: list[int], b: list[int]) -> np.ndarray:
    """Return the letters that two wordings pair, two or more in a row or at the edge: a row of positions for each side."""
    from rapidfuzz.distance import Indel

    left, right = (codes[start:end].tobytes().decode("utf-16-le", "surrogatepass") for start, end in (a, b))
    outermost = {(0, 0), (len(left) - 1, len(right) - 1)}
    pairs = [
        np.stack([np.arange(block.src_start, block.src_end), np.arange(block.dest_start, block.dest_end)])
        for block in Indel.opcodes(left, right)
        if block.tag == "equal"
        and (block.src_end - block.src_start >= IN_A_ROW or (block.src_start, block.dest_start) in outermost)
    ]
    return (
        np.add(np.concatenate(pairs, axis=1), [[a[0]], [b[0]]]) if pairs else np.empty((2, 0), dtype=np.int64)
    )


def _outside_of_unlike_titles(
    context: EdgeContext, a: list[int], b: list[int], pairs: np.ndarray
) -> np.ndarray:
    """Return which pairs count: not those of two unlike titles, nor those of a title that an edge cuts."""
    codes, title, within = context.fp.codes, context.title, context.within
    counted = np.ones(pairs.shape[1], dtype=bool)
    spans = [_title_spans(title, within, at) for at in pairs]
    for (first, last), (start, end) in zip(spans, (a, b), strict=True):
        counted &= ((first >= start) | (last >= end)) & ((last <= end) | (first <= start))
    (a_first, a_last), (b_first, b_last) = spans
    both = np.flatnonzero((a_last > a_first) & (b_last > b_first))
    for i in both.tolist():
        counted[i] &= _same_title(codes[a_first[i] : a_last[i]], codes[b_first[i] : b_last[i]])
    return counted


def _title_spans(title: np.ndarray, within: np.ndarray, at: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the title that each letter is in, as a range of letters; an empty range for letters outside of titles."""
    first, last = at.copy(), at + title[at]
    for edge, inward in ((first, -1), (last, 1)):
        inside = np.flatnonzero(within[edge] & title[at])
        while inside.size:
            edge[inside] += inward
            inside = inside[within[edge[inside]]]
    return first, last


def _same_title(left: np.ndarray, right: np.ndarray) -> bool:
    """Return whether two titles are one: nearly equal, or one an abbreviation of the other."""
    from rapidfuzz.distance import LCSseq

    common = LCSseq.similarity(left.tolist(), right.tolist())
    return common == min(left.size, right.size) or 2 * common >= LIKE_TITLES * (left.size + right.size)


def _sides(
    context: EdgeContext, a: list[int], b: list[int], pairs: np.ndarray, outward: int
) -> tuple[_Side, _Side]:
    """Return both sides as they are read towards their ends, or backwards towards their beginnings."""
    breaks, title = context.fp.breaks, context.title
    sides = []
    for (start, end), at in zip((a, b), pairs, strict=True):
        strong = breaks[start + 1 : end] >= CLAUSE_BREAK
        edge = end if outward > 0 else start
        sides.append(
            _Side(
                end - start,
                at - start if outward > 0 else end - 1 - at[::-1],
                np.flatnonzero(strong[::outward]) + 1,
                bool(breaks[edge] >= LIST_BREAK),
                bool(breaks[edge] >= CLAUSE_BREAK),
                title[start:end][::outward],
            )
        )
    return sides[0], sides[1]


def _kept(a: _Side, b: _Side, longest: int) -> tuple[int, int]:
    """Return how many letters of each side stay.

    An unfinished clause is left off if at most ``longest`` of its letters are paired, or at most four if most of them are; then the
    letters beyond the last pair, but for the last few of a clause. More than a short clause may have been moved and stays.
    """
    kept = n = a.paired.size
    if not (a.whole or b.whole or (a.listed and b.listed)):
        kept = min(_before_stub(side, longest) for side in (a, b))
    lasts = [int(side.paired[kept - 1]) + 1 if kept else side.size for side in (a, b)]
    crossed = bool(a.title[lasts[0] :].any() != b.title[lasts[1] :].any())
    moved = any(side.size - last > LONGEST_TAIL for side, last in zip((a, b), lasts, strict=True))
    if not crossed and ((a.whole and b.whole) or (moved and kept == n)):
        return a.size, b.size
    return _edge(a, lasts[0], crossed), _edge(b, lasts[1], crossed)


def _before_stub(side: _Side, longest: int) -> int:
    """Return how many pairs stand before the clause that the edge breaks off, or all if it has too many to be a stub."""
    if not side.cuts.size:
        return side.paired.size
    before = int(np.searchsorted(side.paired, side.cuts[-1]))
    stub = side.paired.size - before
    if stub >= MOSTLY_PAIRED * (side.size - side.cuts[-1]):
        longest = STUB_MOSTLY_PAIRED
    return before if stub <= longest else side.paired.size


def _edge(side: _Side, last: int, crossed: bool) -> int:
    """Return the edge of a clause a few letters beyond the last pair, or else the last pair."""
    if crossed:
        return last
    cuts = side.cuts[side.cuts >= last]
    nearest = int(cuts[0]) if cuts.size else side.size if side.whole else last
    return nearest if nearest - last <= LAST_WORDS else last
