"""The prose of a plan as paragraphs, which can answer the items of another plan."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from plananalysis.corpus.sentence_spans import sentences_of
from plananalysis.language.punctuation import CLOSING_MARKS

_FEWEST = 10
"""Letters of a paragraph or sentence; shorter lines (各位代表！) open the one after them."""

_ANNOUNCEMENT = 20
"""Letters of a paragraph above headings that but announces them, at most: 重点做好八个方面工作。"""

_ENDS = re.compile(rf"[。！？!?；;…][{re.escape(CLOSING_MARKS)}]*\s*\Z")
"""How a paragraph ends; a line that does not is broken, and goes on in the next."""

_ANNOUNCES = re.compile(r"[：:]\s*\Z")


class Paragraph(NamedTuple):
    """A paragraph of a passage: where it stands and what it says."""

    passage_id: str
    line: int
    part: str
    start: int
    end: int
    text: str


def paragraphs_of(text: str, row: Any, start: int) -> Iterator[Paragraph]:
    """Yield the paragraphs of a passage (a row of the table) from a place on; broken lines and short ones join others."""
    held: list[tuple[int, int]] = []
    at = start
    spans: list[tuple[int, int]] = []
    for line in text[start : row.end].splitlines(keepends=True):
        bare = line.strip(" \t\u3000\xa0\r\n")
        if any(map(str.isalnum, bare)):
            first = at + line.find(bare)
            held.append((first, first + len(bare)))
            whole = text[held[0][0] : held[-1][1]]
            if _letters(whole) >= _FEWEST and (_ENDS.search(whole) or held[-1][1] == row.end):
                spans.append((held[0][0], held[-1][1]))
                held = []
        at += len(line)
    if held:
        begin, end = held[0][0], held[-1][1]
        alone = _letters(text[begin:end]) >= _FEWEST or not spans
        spans = [*spans, (begin, end)] if alone else [*spans[:-1], (spans[-1][0], end)]
    for begin, end in spans:
        line_number = int(row.line) + text.count("\n", int(row.start), begin)
        yield Paragraph(row.passage_id, line_number, row.part, begin, end, text[begin:end])


def sentences_in(paragraph: Paragraph, text: str) -> list[Paragraph]:
    """Return the sentences of a paragraph, as paragraphs of their own."""
    return [
        paragraph._replace(
            line=paragraph.line + text.count("\n", paragraph.start, start),
            start=start,
            end=stop,
            text=text[start:stop],
        )
        for start, end, stop in sentences_of(text, paragraph.start, paragraph.end)
        if _letters(text[start:end]) >= _FEWEST
    ]


def announces(paragraph: Paragraph) -> bool:
    """Say whether a paragraph but announces what follows (重点抓好以下工作：).

    Examples
    --------
    >>> one = Paragraph("a#1", 1, "plan", 0, 10, "重点抓好以下三个方面的渠务工作：")
    >>> announces(one), announces(one._replace(text="疏浚渠道三条，加固堤岸五处，新建水闸两座，按季公布。"))
    (True, False)
    """
    return _letters(paragraph.text) <= _ANNOUNCEMENT or bool(_ANNOUNCES.search(paragraph.text))


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))
