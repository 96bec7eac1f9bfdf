"""Decide where the passages of a text begin: at headings, addresses, new parts, and within bodies that are too long."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plananalysis.corpus.headings import Heading
from plananalysis.corpus.labels import step_of_path
from plananalysis.corpus.leads import lead_of
from plananalysis.corpus.lines import line_starts
from plananalysis.corpus.partition import addresses_audience, find_parts

LONGEST = 1500
"""Characters of a passage that is left whole. In labelled reports a field of work takes 200 to 900; what is said of a
longer passage (its theme, its counterpart in another plan) is said of several matters at once."""
_LONGEST_WITH_LEADS = 900
"""Characters up to which paragraphs that name their own matters stay in one passage: as long as one field of work is in the
labelled reports. Of labelled paragraphs 90 % have the theme of their passage then, 83 % with :data:`LONGEST`."""
_LEAST_PIECE = 100
"""Characters of a piece; a shorter paragraph stays with the one before it."""


class Block(NamedTuple):
    """A passage to be: the line it begins on, the heading it stands under, what opened it, its lead, its part."""

    line: int
    level: int
    label: str
    heading: str
    path: str
    opened_by: str
    lead: str
    part: str


def _under_headings(headings: Sequence[Heading], parts: dict[int, str]) -> list[Block]:
    """Return the head of a text and a block for every heading, with the part that the heading's line is of."""
    begins = iter(sorted(parts.items()))
    _, current = next(begins, (0, "other"))
    blocks = [Block(0, 0, "", "", "", "start", "", current)]
    following = next(begins, None)
    trail: list[str] = []
    for line, level, label, heading in headings:
        while following is not None and following[0] <= line:
            current, following = following[1], next(begins, None)
        trail[level - 1 :] = [step_of_path(label or heading)]
        blocks.append(Block(line, level, label, heading, "/".join(trail), "heading", "", current))
    return blocks


def _within(
    block: Block, top: Block, changes: Sequence[int], lines: Sequence[str], parts: dict[int, str]
) -> Iterator[Block]:
    """Yield a block, cut where somebody is addressed and where the part changes: at some of the lines ``changes``.

    What is said to the audience no longer belongs to the item above: it stands under the level-1 heading or, where
    it is of another part than that, under none.
    """
    yield block
    for line in changes:
        part = parts.get(line, block.part)
        if top.level and addresses_audience(lines[line]):
            stays = block.level > 0 and part in (top.part, block.part)
            belongs = top if stays else top._replace(level=0, label="", heading="", path="")
            block = belongs._replace(line=line, opened_by="address", lead="", part=part)
            yield block
        elif part != block.part:
            block = block._replace(line=line, opened_by="part", part=part)
            yield block


def _cut_at_leads(block: Block, stop: int, lines: Sequence[str]) -> Iterator[Block]:
    """Yield a block that is too long for one passage, cut before paragraphs that open with a lead of their own."""
    since = 0
    for line in range(block.line, stop):
        lead = lead_of(lines[line]) if line > block.line and since >= _LEAST_PIECE else ""
        if lead:
            yield block
            block, since = block._replace(line=line, opened_by="lead", lead=lead), 0
        since += len(lines[line]) + 1
    yield block


def _cut_at_paragraphs(block: Block, stop: int, lines: Sequence[str]) -> Iterator[Block]:
    """Yield a block, cut before the paragraph with which it would be too long."""
    since = 0
    for line in range(block.line, stop):
        length = len(lines[line]) + 1
        if line > block.line and since + length > LONGEST and since >= _LEAST_PIECE and lines[line].strip():
            yield block
            block, since = block._replace(line=line, opened_by="paragraph", lead=""), 0
        since += length
    yield block


def find_blocks(lines: Sequence[str], headings: Sequence[Heading]) -> list[Block]:
    """Return where every passage of a text begins, what it stands under, and its part.

    Parameters
    ----------
    lines
        The lines of the text; what is excluded is blank.
    headings
        Its headings.

    Examples
    --------
    >>> from plananalysis.corpus.headings import find_headings
    >>> lines = ["渠岸县政府工作报告", "一、2025年重点工作", "（一）修渠", "修渠三条。", "各位代表！让我们修好渠！"]
    >>> [(block.line, block.path, block.opened_by, block.part) for block in find_blocks(lines, find_headings(lines))]
    [(0, '', 'start', 'other'), (1, '一', 'heading', 'plan'), (2, '一/（一）', 'heading', 'plan'), (4, '', 'address', 'closing')]
    """
    parts = {part.line: part.part for part in find_parts(lines, headings)}
    coarse: list[Block] = []
    blocks = _under_headings(headings, parts)
    top = blocks[0]
    changes = sorted({*parts, *(i for i, line in enumerate(lines) if line and addresses_audience(line))})
    stops = [*(block.line for block in blocks[1:]), len(lines)]
    for block, stop in zip(blocks, stops, strict=True):
        top = block if block.level <= 1 else top
        first = bisect_right(changes, block.line)
        inside = changes[first : bisect_left(changes, stop, first)]
        coarse += _within(block, top, inside, lines, parts) if inside else (block,)
    starts = line_starts(lines)
    for cut, longest in ((_cut_at_leads, _LONGEST_WITH_LEADS), (_cut_at_paragraphs, LONGEST)):
        whole, coarse = coarse, []
        stops = [*(block.line for block in whole[1:]), len(lines)]
        for block, stop in zip(whole, stops, strict=True):
            fits = starts[stop] - starts[block.line] <= longest
            coarse += (block,) if fits else cut(block, stop, lines)
    return coarse
