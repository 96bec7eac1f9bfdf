"""What stands on a page of a .pdf: pieces of printed lines with their place, rotated text, ruling lines, pictures."""

import ctypes
import math
import statistics
from collections import Counter
from typing import Any, NamedTuple

from plananalysis.corpus.readers.limits import tick

_SAME_ANGLE = math.radians(4)
"""How far the angles of one page's upright characters differ."""
_GAP = 1.5
"""White space in character widths from which on it may part columns or cells."""
_THIN = 3.0
"""Points within which the two edges of a drawn line lie."""
_SHORTEST_RULE = 6.0
_MOST_OBJECTS = 20_000
"""Drawn objects of a page that are looked at; maps and charts have more, and no table."""
_MOST_SEGMENTS = 400
"""Segments of one drawn path; a table's whole grid has fewer."""


class Char(NamedTuple):
    """A printed character with its box in points; x grows to the right, y upwards."""

    sign: str
    left: float
    right: float
    bottom: float
    top: float


class Piece(NamedTuple):
    """Characters that follow each other on a printed line, and the white space before them on that line."""

    chars: tuple[Char, ...]
    before: str

    @property
    def text(self) -> str:
        """The wording; half characters are put together."""
        return _whole("".join(char.sign for char in self.chars))

    @property
    def left(self) -> float:
        """The left edge."""
        return min(char.left for char in self.chars)

    @property
    def right(self) -> float:
        """The right edge."""
        return max(char.right for char in self.chars)

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return statistics.median(char.bottom for char in self.chars)

    @property
    def top(self) -> float:
        """The upper edge."""
        return max(char.top for char in self.chars)

    @property
    def size(self) -> float:
        """The width of a full-width character; Latin letters and digits have half of it."""
        seen = [char for char in self.chars if char.right > char.left and not char.sign.isspace()]
        wide = [char.right - char.left for char in seen if not char.sign.isascii()]
        if wide:
            return statistics.median(wide)
        return 2 * statistics.median(char.right - char.left for char in seen) if seen else 0.0


class Rule(NamedTuple):
    """A drawn line along an axis: where it stands across, and from where to where it runs."""

    upright: bool
    at: float
    start: float
    end: float


class Page(NamedTuple):
    """A page with its size in points."""

    pieces: list[Piece]
    rotated: list[str]
    rules: list[Rule]
    width: float
    height: float
    n_chars: int
    n_pictures: int
    n_paths: int


def read_page(page: Any) -> Page:
    """Return what stands on a page; its size and places are those of a page whose text is upright."""
    from pypdfium2 import raw

    page.set_rotation(0)  # what is upright is told by the text
    width, height = page.get_size()
    textpage = page.get_textpage()
    try:
        found = _characters(textpage)
    finally:
        textpage.close()
    n_chars = sum(1 for _, char, _ in found if char is not None)
    angles = Counter(round(angle / _SAME_ANGLE) for _, char, angle in found if char is not None)
    main = angles.most_common(1)[0][0] * _SAME_ANGLE if angles else 0.0
    quarter = round(main / (math.pi / 2)) % 4
    rules, n_pictures, n_paths = _drawn(page, raw)
    if quarter:
        box = (width, height)
        found = [(sign, char and _turned(char, quarter, box), angle) for sign, char, angle in found]
        rules = [_turned_rule(rule, quarter, box) for rule in rules]
        width, height = (height, width) if quarter % 2 else box
    upright, rotated = _without_rotated(found, main)
    return Page(_pieces(upright), rotated, rules, width, height, n_chars, n_pictures, n_paths)


_Found = tuple[str, Char | None, float]
"""A sign, its box (None for white space and line ends, which have none), and its angle."""


def _characters(textpage: Any) -> list[_Found]:
    """Return the characters of a page in the order of the file; a line end is a line feed."""
    from pypdfium2 import raw

    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    found: list[_Found] = []
    for index in range(raw.FPDFText_CountChars(textpage)):
        if index % 1000 == 0:
            tick()
        code = raw.FPDFText_GetUnicode(textpage, index)
        if code in (10, 13):
            found.append(("\n", None, 0.0))
            continue
        if code in (0, 2, 0xFFFE):  # 2 and FFFE: a hyphen that pdfium put in at a line break
            continue
        sign = chr(code)
        if sign.isspace() or not raw.FPDFText_GetCharBox(textpage, index, left, right, bottom, top):
            found.append((sign, None, 0.0))
            continue
        angle = raw.FPDFText_GetCharAngle(textpage, index)
        found.append(
            (sign, Char(sign, left.value, right.value, bottom.value, top.value), angle if angle > 0 else 0.0)
        )
    return found


def _turned(char: Char, quarter: int, box: tuple[float, float]) -> Char:
    """Return a character with its page turned by quarters until its text is upright."""
    left, right, bottom, top = char[1:]
    width, height = box
    for _ in range(4 - quarter):
        left, right, bottom, top = bottom, top, width - right, width - left
        width, height = height, width
    return Char(char.sign, left, right, bottom, top)


def _turned_rule(rule: Rule, quarter: int, box: tuple[float, float]) -> Rule:
    """Return a ruling line with its page turned by quarters."""
    ends = (
        (rule.at, rule.at, rule.start, rule.end) if rule.upright else (rule.start, rule.end, rule.at, rule.at)
    )
    _, left, right, bottom, top = _turned(Char("", *ends), quarter, box)
    return Rule(True, left, bottom, top) if left == right else Rule(False, bottom, left, right)


def _without_rotated(found: list[_Found], main: float) -> tuple[list[_Found], list[str]]:
    """Return the characters without those that stand at another angle than the page's, and these as lines."""
    upright: list[_Found] = []
    rotated: list[str] = []
    run = ""
    for sign, char, angle in found:
        away = abs((angle - main + math.pi) % (2 * math.pi) - math.pi)
        if char is not None and away > _SAME_ANGLE:
            run += sign
            continue
        if run and sign in "\n" and char is None:
            continue  # pdfium ends a line where a rotated character stands in it
        if run and char is None:
            run += sign
            continue
        if run:
            rotated.append(_whole(run).strip())
            run = ""
        upright.append((sign, char, angle))
    if run:
        rotated.append(_whole(run).strip())
    return upright, _put_together(rotated)


def _put_together(runs: list[str]) -> list[str]:
    """Return rotated runs as lines: single characters, as seals and broken watermarks have them, are one line."""
    lines: list[str] = []
    broken = False
    for run in runs:
        single = len(run) <= 1
        if lines and (broken or (single and len(lines[-1]) == 1)):
            lines[-1] += run
        elif run:
            lines.append(run)
        broken = single
    return lines


def _pieces(found: list[_Found]) -> list[Piece]:
    """Return the printed lines, cut where white space parts columns or cells."""
    pieces: list[Piece] = []
    chars: list[Char] = []
    before, white = "", ""

    def close() -> None:
        if chars:
            pieces.append(Piece(tuple(chars), before))
            chars.clear()

    for sign, char, _ in [*found, ("\n", None, 0.0)]:
        if sign == "\n" and char is None:
            close()
            before, white = "\n", ""
        elif char is None:
            white += sign
        else:
            last = chars[-1] if chars else None
            if last is not None and _apart(last, char):
                close()
                before = white
            elif white and chars:
                # White space has no box; it takes the room between its neighbours.
                chars.extend(
                    Char(sign, chars[-1].right, char.left, char.bottom, char.bottom) for sign in white
                )
            chars.append(char)
            white = ""
    return [piece for piece in pieces if piece.text.strip()]


def _apart(last: Char, char: Char) -> bool:
    """Tell whether white space parts two characters so far that another column or cell may begin."""
    size = max(last.right - last.left, char.right - char.left, 0.5 * (char.top - char.bottom), 1.0)
    return char.left - last.right > _GAP * size or char.right < last.left - size


def _drawn(page: Any, raw: Any) -> tuple[list[Rule], int, int]:
    """Return the lines drawn along an axis, and the numbers of pictures and of drawn paths."""
    rules: list[Rule] = []
    pictures = paths = 0
    for number in range(min(raw.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        if number % 500 == 0:
            tick()
        thing = raw.FPDFPage_GetObject(page, number)
        kind = raw.FPDFPageObj_GetType(thing)
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            pictures += 1
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            paths += 1
            rules += _rules_of(thing, raw)
    return rules, pictures, paths


def _rules_of(path: Any, raw: Any) -> list[Rule]:
    """Return the straight lines along an axis of one drawn path."""
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(path, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    rules: list[Rule] = []
    begun = last = (0.0, 0.0)
    for number in range(min(raw.FPDFPath_CountSegments(path), _MOST_SEGMENTS)):
        segment = raw.FPDFPath_GetPathSegment(path, number)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            begun = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            rules += _rule(last, point)
        last = point
        if raw.FPDFPathSegment_GetClose(segment):
            rules += _rule(point, begun)
            last = begun
    return rules


def _rule(a: tuple[float, float], b: tuple[float, float]) -> list[Rule]:
    """Return the line between two points if it runs along an axis and is long enough to be seen."""
    across, along = abs(a[0] - b[0]), abs(a[1] - b[1])
    if not all(math.isfinite(value) for value in (*a, *b)):
        return []
    if across < _THIN / 2 and along > _SHORTEST_RULE:
        return [Rule(True, (a[0] + b[0]) / 2, min(a[1], b[1]), max(a[1], b[1]))]
    if along < _THIN / 2 and across > _SHORTEST_RULE:
        return [Rule(False, (a[1] + b[1]) / 2, min(a[0], b[0]), max(a[0], b[0]))]
    return []


def _whole(text: str) -> str:
    """Put surrogate pairs together."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if not text.isascii() else text
