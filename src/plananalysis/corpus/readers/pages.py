"""From the pages of a document to its text: printed lines put together to paragraphs, and what stands beside them.

A printed line that reaches the right margin of its page and column goes on in the next line unless that one is indented,
numbered, or set apart. Tables are read row by row. Running heads and page numbers stay as lines of their own; where they
interrupt a paragraph they follow it. Small print at the foot of a page, and what stands askew (watermarks, seals),
follows the body.
"""

import re
import statistics
import unicodedata
from collections.abc import Sequence

from plananalysis.corpus.readers.pdf_chars import Page
from plananalysis.corpus.readers.pdf_layout import Line, page_lines
from plananalysis.corpus.readers.reading import LeftOut, Reading, Span, with_notes

_SENTENCE_END = tuple("。！？!?；;：:”」）)")
_NEW_ITEM = re.compile(
    r"[（(]?[一二三四五六七八九十]{1,3}[）)、．.]|[（(]?\d{1,2}[）)、．.](?!\d)|[①-⑳]|第[一二三四五六七八九十百]+[章节条篇]"
)
_ROW_NUMBER = re.compile(r"(\d{1,3})[\s\u3000]")
"""The number of a row in a table without ruling lines."""
_PAGE_NUMBER = re.compile(r"[-—–－·.\s]*第?\s*\d{1,4}\s*页?[-—–－·.\s]*(?:[/／共]\s*共?\s*\d{1,4}\s*页?)?")
_NOTE_MARK = re.compile(
    r"[①-⑳㉑-㊿*＊※]|[\[［〔【(（]\s*[0-9０-９]{1,3}\s*[\]］〕】)）]|[0-9０-９]{1,3}[\s.．、\u3000]|注\s*[0-9０-９]{0,3}\s*[:：]"
)
"""How a footnote begins."""
_MARGIN = 0.12
"""Share of the page's height at its top and foot where running heads and page numbers stand."""
_LONGEST_HEAD = 40
_OUTERMOST = 2
"""Lines at the edge of a page that may be running heads."""
_SMALL_PRINT = 0.88
"""Size of small print, as a share of the body's; 小五 beside 小四 is .75, five-point steps less."""
_SET_APART = 1.6
"""White space between lines, in usual line distances, that ends a paragraph."""
_ENOUGH_LINES = 10
"""Lines from which a page tells its own margin."""

# Some PDF fonts map glyphs to the radical blocks; the characters meant are these ideographs.
_RADICALS = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}


def reading_of(
    pages: Sequence[Page | None], form: str, warning: str = "", left_out: tuple[LeftOut, ...] = ()
) -> Reading:
    """Return the reading of a document that consists of pages; None stands for one that is not read."""
    lines, notes = _paragraphs([page_lines(page, n) if page else [] for n, page in enumerate(pages)])
    askew = list(dict.fromkeys(line for page in pages if page for line in page.rotated if line))
    text, spans = with_notes(
        "\n".join(line for line, _ in lines).translate(_RADICALS),
        [("note", [note.translate(_RADICALS) for note in notes]), ("watermark", askew)],
    )
    return Reading(text, form, "", warning, (*_furniture_spans(lines), *spans), left_out)


def _furniture_spans(lines: Sequence[tuple[str, bool]]) -> list[Span]:
    r"""Return where the running heads and page numbers stand, each with the end of its line.

    Examples
    --------
    >>> _furniture_spans([("工作要点", False), ("1", True), ("2", True), ("一、学习", False)])
    [Span(start=5, end=9, reason='furniture')]
    """
    spans: list[Span] = []
    at = 0
    for number, (line, furniture) in enumerate(lines):
        end = at + len(line) + (number < len(lines) - 1)
        if furniture and spans and spans[-1].end == at:
            spans[-1] = spans[-1]._replace(end=end)
        elif furniture:
            spans.append(Span(at, end, "furniture"))
        at = end
    return spans


def _is_furniture(line: Line, page: Sequence[Line], repeated: set[str]) -> bool:
    """Tell whether a line at the edge of a page is a running head or a page number."""
    if not _at_edge(line) or line.is_row:
        return False
    if _PAGE_NUMBER.fullmatch(line.text):
        outside = sum(
            other.height >= line.height if line.height > 0.5 else other.height <= line.height
            for other in page
        )
        beside = sum(abs(other.bottom - line.bottom) < line.size + 1 for other in page)
        return outside <= _OUTERMOST and beside == 1
    return _pattern(line.text) in repeated


def _at_edge(line: Line) -> bool:
    return line.height < _MARGIN or line.height > 1 - _MARGIN


def _pattern(text: str) -> str:
    """Return a line without its numbers, so that running heads of all pages are the same."""
    return re.sub(r"\d+", "0", text)


def _running_heads(pages: Sequence[Sequence[Line]]) -> set[str]:
    """Return the patterns of short lines that stand outermost on half of the pages, three at least."""
    edges: dict[str, set[int]] = {}
    for number, page in enumerate(pages):
        ordered = sorted((line.height, line.text) for line in page if not line.is_row)
        for height, text in [*ordered[:_OUTERMOST], *ordered[-_OUTERMOST:]]:
            if (height < _MARGIN or height > 1 - _MARGIN) and len(text) <= _LONGEST_HEAD:
                edges.setdefault(_pattern(text), set()).add(number)
    return {text for text, where in edges.items() if len(where) >= max(3, len(pages) // 2)}


def _paragraphs(pages: Sequence[Sequence[Line]]) -> tuple[list[tuple[str, bool]], list[str]]:
    """Join printed lines to paragraphs; return them, whether each is furniture, and the notes.

    Furniture follows the paragraph that it interrupts.
    """
    repeated = _running_heads(pages)
    furniture = {id(line) for page in pages for line in page if _is_furniture(line, page, repeated)}
    body = [line for page in pages for line in page if id(line) not in furniture]
    if not body:
        return [(line.text, False) for page in pages for line in page], []
    notes = _notes(pages, furniture)
    margins = _margins([line for line in body if id(line) not in notes])
    leading = _leading(body)
    out: list[tuple[str, bool]] = []
    waiting: list[tuple[str, bool]] = []
    last: Line | None = None
    first: Line | None = None
    for line in (line for page in pages for line in page if id(line) not in notes):
        if id(line) in furniture:
            waiting.append((line.text, True))
            continue
        if last is not None and first is not None and _goes_on(first, last, line, margins, leading):
            out[-1] = (out[-1][0] + _between(last.text, line.text) + line.text, False)
        else:
            out += waiting
            waiting = []
            out.append((line.text, False))
            first = line
        last = line
    return out + waiting, _note_lines([line for page in pages for line in page if id(line) in notes])


def _between(last: str, text: str) -> str:
    """Return what stands between two printed lines of a paragraph: a space between Latin words."""
    return " " if last[-1:].isascii() and last[-1:].isalpha() and text[:1].isascii() else ""


def _notes(pages: Sequence[Sequence[Line]], furniture: set[int]) -> set[int]:
    """Return the lines (by identity) of small print at the foot of their page and column, from the first note mark on."""
    body = [(line.size, len(line.text)) for page in pages for line in page if not line.is_row]
    if not body:
        return set()
    size = statistics.median(value for value, length in body for _ in range(min(length, 50)))
    found: set[int] = set()
    for page in pages:
        for column in (0, 1, 2):
            lines = [line for line in page if line.column == column and id(line) not in furniture]
            lines.sort(key=lambda line: -line.bottom)
            small: list[Line] = []
            while lines and lines[-1].size < _SMALL_PRINT * size and not lines[-1].is_row:
                small.insert(0, lines.pop())
            while small and not _NOTE_MARK.match(small[0].text):
                del small[0]
            if lines:  # a page of nothing but small print has none
                found.update(id(line) for line in small)
    return found


def _note_lines(lines: Sequence[Line]) -> list[str]:
    """Return notes as one line each."""
    out: list[str] = []
    for line in lines:
        if out and not _NOTE_MARK.match(line.text):
            out[-1] += _between(out[-1], line.text) + line.text
        else:
            out.append(line.text)
    return out


def _leading(lines: Sequence[Line]) -> dict[tuple[int, int], float]:
    """Return the usual distance of lines by page and column."""
    steps: dict[tuple[int, int], list[float]] = {}
    last: Line | None = None
    for line in lines:
        if (
            last is not None
            and (last.page, last.column) == (line.page, line.column)
            and last.bottom > line.bottom
        ):
            steps.setdefault((line.page, line.column), []).append(last.bottom - line.bottom)
        last = line
    return {place: statistics.median(found) for place, found in steps.items()}


def _margins(lines: Sequence[Line]) -> dict[tuple[int, int], tuple[float, float]]:
    """Return where full lines begin and end by page and column, with the width of text on pages of that kind."""
    places: dict[tuple[int, int], list[Line]] = {}
    for line in lines:
        if not line.is_row:
            places.setdefault((line.page, line.column), []).append(line)
    widths: dict[tuple[int, int], float] = {}
    for place, found in places.items():
        lefts, rights = sorted(line.left for line in found), sorted(line.right for line in found)
        n = len(found)
        widths[place] = rights[int(n * 0.9)] - lefts[int(n * 0.1)]
    margins: dict[tuple[int, int], tuple[float, float]] = {}
    for place, found in places.items():
        kind = [
            widths[other]
            for other, lines_there in places.items()
            if other[1] == place[1]
            and len(lines_there) >= _ENOUGH_LINES
            and _same_kind(found[0], lines_there[0])
        ]
        lefts = sorted(line.left for line in found)
        width = max(widths[place], statistics.median(kind)) if kind else widths[place]
        left = lefts[int(len(found) * 0.1)]
        margins[place] = (left, left + width)
    return margins


def _same_kind(line: Line, other: Line) -> bool:
    """Tell whether two pages are equally wide: one on its side has margins of its own."""
    return abs(line.page_width - other.page_width) < 0.02 * max(line.page_width, other.page_width)


def _goes_on(
    first: Line,
    last: Line,
    line: Line,
    margins: dict[tuple[int, int], tuple[float, float]],
    leading: dict[tuple[int, int], float],
) -> bool:
    """Tell whether a printed line continues the one before it; ``first`` begins the paragraph."""
    if last.is_row or line.is_row or not _same_kind(last, line):
        return False
    size = max(last.size, line.size, 1.0)
    if last.right < margins[last.page, last.column][1] - 2 * size:
        return False
    if abs(last.size - line.size) > 0.3 * size:
        return False
    here = (line.page, line.column)
    if here == (last.page, last.column):
        if line.left > last.left + 1.2 * size:
            return False
        step = leading.get(here, 0.0)
        if step and last.bottom - line.bottom > _SET_APART * step:
            return False
    elif line.left > margins[here][0] + 1.2 * size:
        return False
    row = _ROW_NUMBER.match(line.text)
    above = [_ROW_NUMBER.match(other.text) for other in (first, last)]
    if row and any(found and int(row[1]) in (1, int(found[1]) + 1) for found in above):
        return False
    return not (_NEW_ITEM.match(line.text) and last.text.endswith(_SENTENCE_END))
