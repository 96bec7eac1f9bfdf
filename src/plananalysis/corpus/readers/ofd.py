"""Read .ofd, the national format for fixed pages: a zip with an XML file per page, read like the pages of a .pdf."""

import posixpath
import re

from lxml import etree

from plananalysis.corpus.readers.archive import open_archive, read_entry
from plananalysis.corpus.readers.docx_names import XML_PARSER
from plananalysis.corpus.readers.limits import check_tags, most, most_bytes, tick, whole_number
from plananalysis.corpus.readers.pdf_chars import Char, Page, Piece, Rule, piece_of
from plananalysis.corpus.readers.printed_pages import reading_of
from plananalysis.corpus.readers.reading import Drawer, Reading, UnreadableError

DAMAGED = "a damaged OFD file; get it anew or save it as .pdf"
_POINTS = 72 / 25.4
"""Points in a millimetre, the unit of these files."""
_A4 = (0.0, 0.0, 210.0, 297.0)
_NUMBER = re.compile(r"-?(?:\d{1,9}(?:\.\d{0,12})?|\.\d{1,12})")
_LINE = re.compile(
    rf"M\s+({_NUMBER.pattern})\s+({_NUMBER.pattern})\s+L\s+({_NUMBER.pattern})\s+({_NUMBER.pattern})"
)
_MOST_REPEATS = 10_000


def read(data: bytes) -> Reading:
    """Read the pages in their order."""
    package = _Package(data)
    root = package.xml("OFD.xml")
    drawer = Drawer()
    pages: list[Page] = []
    for body in _named(root, "DocRoot"):
        main = package.place("OFD.xml", body.text)
        document = package.xml(main)
        box = _box(next(iter(_named(document, "PhysicalBox")), None), _A4)
        for page in _named(document, "Page"):
            tick()
            if len(pages) >= most("pages"):
                raise UnreadableError("too many pages (at most {most:,} are read)", most=most("pages"))
            pages.append(_page(package.xml(package.place(main, page.get("BaseLoc"))), box))
    if not any(page.n_chars for page in pages):
        raise UnreadableError("no text layer (a scan); save its pages as .pdf or .png")
    for page in pages:
        if page.n_pictures:
            drawer.add("picture", "", page.n_pictures)
    return reading_of(list(pages), "ofd", "", drawer.all())


class _Package:
    """The parts of the file."""

    def __init__(self, data: bytes) -> None:
        self._archive = open_archive(data, DAMAGED)
        self._infos = {info.filename.lstrip("/"): info for info in self._archive.infolist()}

    def xml(self, part: str) -> etree._Element:
        """Return a part parsed."""
        data = read_entry(self._archive, self._infos[part], most_bytes("mb_unpacked"))
        check_tags(data.count(b"<"))
        return etree.fromstring(data, XML_PARSER)

    def place(self, part: str, target: str | None) -> str:
        """Return the name of a part that another one names."""
        target = (target or "").strip()
        folder = "" if target.startswith("/") else posixpath.dirname(part)
        return posixpath.normpath(posixpath.join("/", folder, target.lstrip("/"))).lstrip("/")


def _named(element: etree._Element, name: str) -> list[etree._Element]:
    """Return the elements of a name, whatever their namespace."""
    return [each for each in element.iter("{*}" + name) if isinstance(each.tag, str)]


def _numbers(text: str | None) -> list[float]:
    """Return the numbers in an attribute."""
    return [float(found) for found in _NUMBER.findall(text or "")]


def _box(element: etree._Element | None, default: tuple[float, ...]) -> tuple[float, ...]:
    """Return a box given as left, top, width, height."""
    numbers = _numbers(element.text) if element is not None else []
    return tuple(numbers[:4]) if len(numbers) >= 4 and min(numbers[2:4]) > 0 else default


def _page(root: etree._Element, box: tuple[float, ...]) -> Page:
    """Return a page in points, y upwards."""
    _, _, width, height = _box(next(iter(_named(root, "PhysicalBox")), None), box)
    pieces: list[Piece] = []
    rotated: list[str] = []
    for thing in _named(root, "TextObject"):
        tick()
        matrix = _numbers(thing.get("CTM"))
        if len(matrix) >= 4 and abs(matrix[1]) > 0.05 * max(abs(matrix[0]), 1e-9):
            rotated.append("".join(code.text or "" for code in _named(thing, "TextCode")))
            continue
        pieces += [
            piece for code in _named(thing, "TextCode") if (piece := _piece(thing, code, matrix, height))
        ]
    n_chars = sum(len(piece.chars) for piece in pieces)
    pictures = len(_named(root, "ImageObject"))
    rules = _rules(root, height)
    return Page(pieces, rotated, rules, width * _POINTS, height * _POINTS, n_chars, pictures, len(rules))


def _piece(thing: etree._Element, code: etree._Element, matrix: list[float], height: float) -> Piece | None:
    """Return the characters of a text as a piece of a line."""
    text = (code.text or "").strip("\r\n")
    if not text.strip():
        return None
    left, top = (*_numbers(thing.get("Boundary")), 0.0, 0.0)[:2]
    scale_x, scale_y = (matrix[0], matrix[3]) if len(matrix) >= 4 else (1.0, 1.0)
    size = abs((*_numbers(thing.get("Size")), 4.0)[0] * scale_y)
    x = left + (*_numbers(code.get("X")), 0.0)[0] * scale_x
    y = top + (*_numbers(code.get("Y")), size)[0] * scale_y
    steps = _deltas(code.get("DeltaX"), len(text))
    chars = []
    for place, sign in enumerate(text):
        wide = size * (0.5 if sign.isascii() else 1.0)
        bottom = (height - y) * _POINTS
        chars.append(Char(sign, x * _POINTS, (x + wide) * _POINTS, bottom, bottom + size * _POINTS))
        x += steps[place] * scale_x if place < len(steps) else wide
    return piece_of(chars, "\n")


def _deltas(text: str | None, most: int) -> list[float]:
    """Return the steps between characters; ``g 3 4.2`` stands for three steps of 4.2.

    Examples
    --------
    >>> _deltas("4 g 2 5.5 4", 9)
    [4.0, 5.5, 5.5, 4.0]
    """
    words = (text or "").split()[: 4 * most + 4]
    steps: list[float] = []
    at = 0
    while at < len(words) and len(steps) < most:
        if words[at] == "g" and at + 2 < len(words):
            times = min(max(0, whole_number(words[at + 1])), _MOST_REPEATS)
            steps += (_numbers(words[at + 2]) or [0.0])[:1] * times
            at += 3
        else:
            steps += _numbers(words[at])[:1]
            at += 1
    return steps


def _rules(root: etree._Element, height: float) -> list[Rule]:
    """Return the straight lines along an axis that a page draws."""
    rules = []
    for thing in _named(root, "PathObject"):
        left, top = (*_numbers(thing.get("Boundary")), 0.0, 0.0)[:2]
        for data in _named(thing, "AbbreviatedData"):
            for found in _LINE.finditer(data.text or ""):
                x0, y0, x1, y1 = map(float, found.groups())
                xs = sorted(((left + x0) * _POINTS, (left + x1) * _POINTS))
                ys = sorted(((height - top - y0) * _POINTS, (height - top - y1) * _POINTS))
                if xs[1] - xs[0] < 1 < ys[1] - ys[0]:
                    rules.append(Rule(True, xs[0], *ys))
                elif ys[1] - ys[0] < 1 < xs[1] - xs[0]:
                    rules.append(Rule(False, ys[0], *xs))
    return rules
