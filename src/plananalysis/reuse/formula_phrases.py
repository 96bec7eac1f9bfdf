"""Cut long rows of everybody's wording into the phrases of which they consist.

Two plans of one year share a row of formulae over half a page: greeting, thanks, guiding thought, targets. As one passage it says
little and hides which words agree; each phrase by itself can be read, counted and called what it is.
"""

import numpy as np

from plananalysis.reuse.columns import joined
from plananalysis.reuse.edges import EdgeContext, set_edges
from plananalysis.reuse.marks import Marks
from plananalysis.reuse.matches import Matches, neighbours, overlap
from plananalysis.reuse.matching.choose import CLAUSE, INSIDE, SAME
from plananalysis.reuse.passage_kinds import ALIKE, Everyday
from plananalysis.reuse.passage_measures import Measures, measure
from plananalysis.reuse.seeds.fingerprint import SENTENCE_BREAK, Fingerprint
from plananalysis.reuse.surprisal import LetterModel

IN_A_ROW = 2
"""Letters in a row that agree, at least: single ones agree by chance."""

APART = 10
"""Letters that disagree in a row, on the side that has more, from which on two phrases are parted: more than an exchanged word, hardly
more than an inserted clause. With six, thanks and guiding thought of the provincial reports fall into halves of what a reader marks."""

HANGS_TOGETHER = 0.8
"""Similarity from which on a row is parted at the ends of lines only: what disagrees in it was exchanged or inserted."""

LOOSE = 0.5
"""Part of the letters that disagree between a block and the next which a block at the end of a phrase has, at least; else it is left off."""

AGREES = 0.6
"""Part of a phrase that agrees, at least, on the longer side."""

_Block = tuple[int, int, int]
"""Letters that agree: where they begin on either side, and how many they are."""


def with_phrases(
    fp: Fingerprint, model: LetterModel, usual: Everyday, found: Matches, marks: Marks, least: int
) -> tuple[Matches, Measures]:
    """Return passages and their measures, with the phrases of long formulae in place of these.

    Parameters
    ----------
    fp, model, usual, marks
        As for :func:`~plananalysis.reuse.passage_measures.measure`.
    found
        Passages as ranges of letters.
    least
        Letters of the shortest passage that counts.
    """
    measured = measure(fp, model, usual, found, marks)
    if least >= CLAUSE:  # who asks for long passages asks for no phrases
        return found, measured
    long = np.flatnonzero((measured.kind == "formula") & (measured.n_letters >= CLAUSE))
    if not long.size:
        return found, measured
    phrases, owner = _phrases(fp, found.take(long), least, measured.similarity[long])
    edges = EdgeContext(fp, least, marks.title, marks.within)
    phrases = set_edges(edges, set_edges(edges, phrases, "aligned"), "chosen")
    enough = np.minimum(phrases.a1 - phrases.a0, phrases.b1 - phrases.b0) >= least
    phrases, owner = phrases.take(enough), long[owner[enough]]
    if not owner.size:
        return found, measured
    stays = np.ones(found.a0.size, dtype=bool)
    stays[owner] = False
    phrases = phrases.take(_not_inside(fp, phrases, found.take(stays)))
    parts = measure(fp, model, usual, phrases, marks)
    close = phrases.take(parts.similarity >= ALIKE)
    old = np.flatnonzero(stays)[_not_inside(fp, found.take(stays), close)]
    both = [np.concatenate([of[old], part]) for of, part in zip(measured, parts, strict=True)]
    return joined(found.take(old), phrases), Measures(*both)


def _phrases(
    fp: Fingerprint, found: Matches, least: int, similarity: np.ndarray
) -> tuple[Matches, np.ndarray]:
    """Return the phrases of rows that consist of several, or of one that is hardly the whole, and the row of each."""
    rows, owner = [], []
    texts = [
        [fp.texts[doc] for doc in fp.segment_doc[fp.segment[side]].tolist()] for side in (found.a0, found.b0)
    ]
    sides = zip(*(side.tolist() for side in found), *texts, similarity.tolist(), strict=True)
    for i, (a0, a1, b0, b1, text_a, text_b, alike) in enumerate(sides):
        lines = _line_starts(fp, a0, a1, text_a), _line_starts(fp, b0, b1, text_b)
        if alike >= HANGS_TOGETHER and not (lines[0] and lines[1]):
            continue
        phrases = _parted(_blocks(fp.codes, a0, a1, b0, b1), lines, alike < HANGS_TOGETHER)
        spans = [_span(phrase) for phrase in phrases if _is_phrase(phrase, least)]
        most = [max((span[at + 1] - span[at] for span in spans), default=0) for at in (0, 2)]
        if spans and (most[0] < SAME * (a1 - a0) or most[1] < SAME * (b1 - b0)):
            rows += spans
            owner += [i] * len(spans)
    edges = np.asarray(rows, dtype=np.int64).reshape(-1, len(found)).T
    return Matches(*edges), np.asarray(owner, dtype=np.int64)


def _line_starts(fp: Fingerprint, start: int, end: int, text: str) -> list[int]:
    """Return the letters of a side that begin a line, but the first."""
    breaks = np.flatnonzero(fp.breaks[start + 1 : end] == SENTENCE_BREAK) + start + 1
    before, at = (fp.origin[breaks - back].tolist() for back in (1, 0))
    return [
        letter
        for letter, low, high in zip(breaks.tolist(), before, at, strict=True)
        if "\n" in text[low + 1 : high]
    ]


def _blocks(codes: np.ndarray, a0: int, a1: int, b0: int, b1: int) -> list[_Block]:
    """Return the stretches of letters that a longest common subsequence of two sides pairs."""
    from rapidfuzz.distance import Indel

    left, right = (
        codes[start:end].tobytes().decode("utf-16-le", "surrogatepass") for start, end in ((a0, a1), (b0, b1))
    )
    return [
        (a0 + block.src_start, b0 + block.dest_start, block.src_end - block.src_start)
        for block in Indel.opcodes(left, right)
        if block.tag == "equal" and block.src_end - block.src_start >= IN_A_ROW
    ]


def _parted(blocks: list[_Block], lines: tuple[list[int], list[int]], part: bool) -> list[list[_Block]]:
    """Return the blocks of each phrase: parted by a line that ends on both sides, or by many letters that disagree."""
    phrases: list[list[_Block]] = []
    end_a = end_b = -1
    both = bool(lines[0] and lines[1])
    for a, b, size in blocks:
        cuts = [at - a for at in lines[0] if a < at < a + size and b + at - a in lines[1]] if both else []
        for start, stop in zip([0, *cuts], [*cuts, size], strict=True):
            apart = part and max(a + start - end_a, b + start - end_b) >= APART
            if (
                not phrases
                or start
                or apart
                or (both and _begun(lines[0], end_a, a) and _begun(lines[1], end_b, b))
            ):
                phrases.append([])
            phrases[-1].append((a + start, b + start, stop - start))
        end_a, end_b = a + size, b + size
    return [kept for phrase in phrases if (kept := _without_loose_ends(phrase))]


def _begun(lines: list[int], low: int, high: int) -> bool:
    """Return whether a line begins between the end of one block and the start of the next."""
    return any(low <= at <= high for at in lines)


def _without_loose_ends(phrase: list[_Block]) -> list[_Block]:
    """Leave off blocks at the ends that are shorter than what parts them from the others."""
    for step in (1, -1):
        rest = phrase[::step]
        while len(rest) > 1 and rest[0][2] < LOOSE * _between(rest[0], rest[1]):
            rest = rest[1:]
        phrase = rest[::step]
    return phrase


def _between(one: _Block, other: _Block) -> int:
    """Return how many letters lie between two blocks, on the side that has more."""
    first, second = sorted((one, other))
    return max(second[side] - first[side] - first[2] for side in (0, 1))


def _span(phrase: list[_Block]) -> tuple[int, int, int, int]:
    """Return the extent of a phrase on both sides."""
    (a0, b0, _), (a1, b1, size) = phrase[0], phrase[-1]
    return a0, a1 + size, b0, b1 + size


def _is_phrase(phrase: list[_Block], least: int) -> bool:
    """Return whether a phrase is long enough, and enough of it agrees."""
    a0, a1, b0, b1 = _span(phrase)
    agreeing = sum(size for _, _, size in phrase)
    return min(a1 - a0, b1 - b0) >= least and agreeing >= AGREES * max(a1 - a0, b1 - b0)


def _not_inside(fp: Fingerprint, some: Matches, others: Matches) -> np.ndarray:
    """Return the numbers of the passages that do not lie, on both sides, mostly inside a longer one of the others."""
    inside = np.zeros(some.a0.size, dtype=bool)
    for i, j in neighbours(fp, some, others):
        parts = [
            (overlap(low[i], high[i], start[j], end[j]), high[i] - low[i], end[j] - start[j])
            for low, high, start, end in (
                (some.a0, some.a1, others.a0, others.a1),
                (some.b0, some.b1, others.b0, others.b1),
            )
        ]
        within = np.all([common >= INSIDE * size for common, size, _ in parts], axis=0)
        longer = sum(other - size for _, size, other in parts) >= 0
        inside[i[within & longer]] = True
    return np.flatnonzero(~inside)
