"""Read the text layer of .pdf and put printed lines together to paragraphs.

A printed line that reaches the right margin goes on in the next line unless that one is indented or numbered.
Running heads and page numbers stay as lines of their own; where they interrupt a paragraph they follow it.
"""

import re
import statistics
import unicodedata
from typing import Any, NamedTuple

from plananalysis.corpus.readers.reading import Reading, UnreadableError

_SENTENCE_END = tuple("。！？!?；;：:”」）)")
_NEW_ITEM = re.compile(
    r"[（(]?[一二三四五六七八九十]{1,3}[）)、．.]|[（(]?\d{1,2}[）)、．.](?!\d)|[①-⑳]|第[一二三四五六七八九十百]+[章节条篇]"
)
_PAGE_NUMBER = re.compile(r"[-—–－·.\s]*第?\s*\d{1,4}\s*页?[-—–－·.\s]*(?:[/／共]\s*共?\s*\d{1,4}\s*页?)?")
_MARGIN = 0.12

# Some PDF fonts map glyphs to the radical blocks; the characters meant are these ideographs.
_RADICALS = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}


class _Line(NamedTuple):
    """A printed line: its text, left and right edge, height on the page (0 bottom, 1 top), and character width."""

    text: str
    left: float
    right: float
    height: float
    size: float


def read(data: bytes) -> Reading:
    """Read a PDF that has a text layer."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        protected = "password" in str(error).lower()
        raise UnreadableError(
            "password-protected; save it without a password" if protected else "a damaged PDF"
        ) from error
    try:
        pages = [_lines(document[number]) for number in range(len(document))]
    finally:
        document.close()
    if sum(len(line.text) for page in pages for line in page) < max(1, len(pages)) * 5:
        raise UnreadableError("no text layer (a scan?); run text recognition on it first")
    return Reading("\n".join(_paragraphs(pages)).translate(_RADICALS), "pdf", "", "")


def _lines(page: Any) -> list[_Line]:
    """Return the printed lines of a page in reading order."""
    import ctypes

    from pypdfium2 import raw

    height = page.get_height()
    textpage = page.get_textpage()
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    lines: list[_Line] = []
    chars: list[str] = []
    boxes: list[tuple[float, float, float]] = []

    def close() -> None:
        text = "".join(chars).rstrip()
        if text.strip() and boxes:
            sizes = [b - a for a, b, _ in boxes if b > a]
            lines.append(
                _Line(
                    text.strip(),
                    min(a for a, _, _ in boxes),
                    max(b for _, b, _ in boxes),
                    statistics.median(y for _, _, y in boxes) / height if height else 0.5,
                    statistics.median(sizes) if sizes else 0.0,
                )
            )
        chars.clear()
        boxes.clear()

    for index in range(raw.FPDFText_CountChars(textpage)):
        code = raw.FPDFText_GetUnicode(textpage, index)
        if code in (10, 13):
            close()
            continue
        if code in (0, 2, 0xFFFE):  # 2 and FFFE: a hyphen that pdfium put in at a line break
            continue
        chars.append(chr(code))
        if not chr(code).isspace() and raw.FPDFText_GetCharBox(textpage, index, left, right, bottom, top):
            boxes.append((left.value, right.value, bottom.value))
    close()
    textpage.close()
    text = [line._replace(text=_whole(line.text)) for line in lines]
    return _rejoined(text)


def _whole(text: str) -> str:
    """Put surrogate pairs together."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _rejoined(lines: list[_Line]) -> list[_Line]:
    """Join pieces that pdfium broke apart although they stand on one printed line."""
    joined: list[_Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        if (
            last
            and abs(last.height - line.height) < 0.004
            and 0 <= line.left - last.right < 3 * max(line.size, 1)
        ):
            joined[-1] = last._replace(text=last.text + line.text, right=line.right)
        else:
            joined.append(line)
    return joined


def _is_furniture(line: _Line, repeated: set[str]) -> bool:
    """Tell whether a line at the edge of a page is a running head or a page number."""
    at_edge = line.height < _MARGIN or line.height > 1 - _MARGIN
    return at_edge and (_PAGE_NUMBER.fullmatch(line.text) is not None or _pattern(line.text) in repeated)


def _pattern(text: str) -> str:
    """Return a line without its numbers, so that running heads of all pages are the same."""
    return re.sub(r"\d+", "0", text)


def _paragraphs(pages: list[list[_Line]]) -> list[str]:
    """Join printed lines to paragraphs; furniture follows the paragraph it interrupts."""
    edges: dict[str, set[int]] = {}
    for number, page in enumerate(pages):
        for line in page:
            if line.height < _MARGIN or line.height > 1 - _MARGIN:
                edges.setdefault(_pattern(line.text), set()).add(number)
    repeated = {text for text, where in edges.items() if len(where) >= max(3, len(pages) // 2)}
    body = [line for page in pages for line in page if not _is_furniture(line, repeated)]
    if not body:
        return [line.text for page in pages for line in page]
    margin = _right_margin(body)
    out: list[str] = []
    waiting: list[str] = []
    last: _Line | None = None
    for line in (line for page in pages for line in page):
        if _is_furniture(line, repeated):
            waiting.append(line.text)
            continue
        if last is not None and _goes_on(last, line, margin):
            latin = last.text[-1:].isascii() and last.text[-1:].isalpha() and line.text[:1].isascii()
            out[-1] += (" " if latin else "") + line.text
        else:
            out += waiting
            waiting = []
            out.append(line.text)
        last = line
    return out + waiting


def _right_margin(lines: list[_Line]) -> float:
    """Return where full lines end: the right edge that the widest tenth of the lines reaches."""
    return sorted(line.right for line in lines)[int(len(lines) * 0.9)]


def _goes_on(last: _Line, line: _Line, margin: float) -> bool:
    """Tell whether a printed line continues the one before it."""
    size = max(last.size, line.size, 1.0)
    if last.right < margin - 2 * size:
        return False
    if abs(last.size - line.size) > 0.3 * size:
        return False
    if line.left > last.left + 1.2 * size:
        return False
    return not (_NEW_ITEM.match(line.text) and last.text.endswith(_SENTENCE_END))
