"""Cut texts into passages: a heading with what stands below it, up to the next heading of any level."""

from collections.abc import Iterator, Mapping

import pandas as pd

from plananalysis.corpus.blocks import Block, find_blocks
from plananalysis.corpus.breaks import broken_lines
from plananalysis.corpus.headings import Heading, find_headings
from plananalysis.corpus.labels import step_of_path
from plananalysis.corpus.lines import blanked, union
from plananalysis.folding import simplify
from plananalysis.tables import columns, conform, from_records

_NONE: frozenset[str] = frozenset()


def _kept(start: int, end: int, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield what is left of ``[start, end)`` outside the sorted spans."""
    for a, b in spans:
        if b <= start:
            continue
        if a >= end:
            break
        if a > start:
            yield start, a
        start = max(start, b)
    if start < end:
        yield start, end


def _as_printed(
    blocks: list[Block], headings: list[Heading], simple: str, printed: str, starts: list[int]
) -> list[Block]:
    """Return the blocks with the labels and headings, read in simplified characters, as they stand in the text."""
    original: dict[str, str] = {}
    for found in headings:
        start, end = starts[found.line], starts[min(found.line + 2, len(starts) - 1)]
        for words in (found.label, found.heading):
            at = simple.find(words, start, end)
            if at >= 0:
                original.setdefault(words, printed[at : at + len(words)])
    steps = {step_of_path(words): step_of_path(as_is) for words, as_is in original.items()}
    return [
        block._replace(
            label=original.get(block.label, block.label),
            heading=original.get(block.heading, block.heading),
            path="/".join(steps.get(step, step) for step in block.path.split("/")),
        )
        for block in blocks
    ]


def _passages(
    doc_id: str, text: str, simple: str, spans: list[tuple[int, int]], bold: frozenset[str]
) -> list[tuple]:
    """Return the rows of one document, in the column order of the passages table."""
    kept = blanked(simple, spans) if spans else simple
    lines, starts = broken_lines(kept)
    headings = find_headings(lines, bold=bold)
    blocks = find_blocks(lines, headings)
    if simple is not text:
        blocks = _as_printed(blocks, headings, kept, blanked(text, spans), starts)
    rows: list[tuple] = []
    section = ""
    line, at = 1, 0
    for block, following in zip(blocks, [*blocks[1:], None], strict=True):
        start, end = starts[block.line], starts[following.line] if following else len(text)
        opened_by = block.opened_by
        begins_section = block.level == 0 or (block.level == 1 and opened_by == "heading")
        for a, b in _kept(start, end, spans) if spans else ((start, end),) if start < end else ():
            line, at = line + text.count("\n", at, a), a
            passage_id = f"{doc_id}#{len(rows)}"
            if begins_section and opened_by in ("start", "heading", "address"):
                section = passage_id
            named = (passage_id, doc_id, line, block.level, block.label, block.heading, block.path, section)
            rows.append((*named, block.part, opened_by, block.lead, a, b))
            opened_by = "excluded"
    return rows


def find_passages(
    texts: Mapping[str, str],
    excluded: pd.DataFrame,
    *,
    simple: Mapping[str, str] | None = None,
    bold: Mapping[str, frozenset[str]] | None = None,
) -> pd.DataFrame:
    r"""Cut every text into passages, to say which heading and which part of its plan each stands in.

    Passages and excluded spans together tile each text: every character lies in exactly one of them. Where an
    excluded span lies inside a passage, the passage goes on after it as a further row with the same heading. A
    passage starts at the beginning of its heading's line; the text before the first heading is level 0. Where a speaker
    turns to the audience (各位代表！) the item above ends: what follows stands under the level-1 heading or, where it
    is of another part, under none (level 0). A body of more than 900 characters is cut at the leads of its
    paragraphs, one of more than 1,500 without leads between paragraphs; the pieces keep the heading.

    Parameters
    ----------
    texts
        The text of every document by doc_id.
    excluded
        Table ``excluded``: doc_id, start, end, reason.
    simple
        The same texts in simplified characters, where they are at hand.
    bold
        By doc_id the short lines that the source sets as headings, in simplified characters.

    Returns
    -------
    DataFrame
        Table ``passages``: passage_id (doc_id#number in reading order), doc_id, line (1-based, where the row
        starts), level (depth in that document), label (the numbering as printed; empty for a heading without),
        heading, path (labels from the top, joined by ``/``; a heading without label stands for itself), section
        (passage_id of the level-1 passage above it; its own at level 0 and 1), part (greeting, lookback, situation,
        targets, plan, self, closing, annex, other), opened_by (start, heading, address, part, lead, paragraph,
        excluded: what the passage begins with), lead (of the paragraph that opens a piece), start, end.

    Examples
    --------
    >>> texts = {"a": "工作要点\n一、学习\n1.读书。每月一本。\n2.交流。"}
    >>> excluded = from_records([], "excluded")
    >>> find_passages(texts, excluded)[["passage_id", "line", "level", "label", "heading", "path", "section"]]
      passage_id  line  level label heading path section
    0        a#0     1      0                        a#0
    1        a#1     2      1    一、      学习    一     a#1
    2        a#2     3      2    1.      读书  一/1     a#1
    3        a#3     4      2    2.      交流  一/2     a#1
    """
    spans: dict[str, list[tuple[int, int]]] = {}
    for doc_id, start, end in zip(excluded["doc_id"], excluded["start"], excluded["end"], strict=True):
        spans.setdefault(doc_id, []).append((int(start), int(end)))
    rows: list[tuple] = []
    for doc_id, text in texts.items():
        simplified = simplify(text) if simple is None else simple[doc_id]
        rows += _passages(
            doc_id, text, simplified, union(spans.get(doc_id, ())), (bold or {}).get(doc_id, _NONE)
        )
    if not rows:
        return from_records([], "passages")
    return conform(
        pd.DataFrame(dict(zip(columns("passages"), zip(*rows, strict=True), strict=True))), "passages"
    )
