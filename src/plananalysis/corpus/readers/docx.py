"""Read .docx: body text with its automatic numbering, tables, and text boxes, in reading order.

Left out are headers, footers, footnotes, comments, generated tables of contents, hidden text and tracked deletions;
tracked insertions are kept. A table row is a line with its cells joined by tabs; a table with a single column only
frames text and gives plain lines.
"""

import io
import posixpath
import zipfile

from lxml import etree

from plananalysis.corpus.readers import Reading, UnreadableError
from plananalysis.corpus.readers.docx_lists import Lists
from plananalysis.corpus.readers.docx_names import MC, REL, XML_PARSER, W, value

_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/",
        b"http://schemas.openxmlformats.org/officeDocument/2006/",
    ),
)
_LEFT_OUT = {
    f"{W}{name}"
    for name in (
        "del",
        "moveFrom",
        "instrText",
        "delText",
        "rt",
        "pPr",
        "rPr",
        "tblPr",
        "trPr",
        "tcPr",
        "sdtPr",
    )
} | {f"{MC}Fallback"}
_SIGNS = {f"{W}tab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"


def read(data: bytes) -> Reading:
    """Read a Word document."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            main = _main_part(package)
            body = _parse(package, main).find(f"{W}body")
            parts = _related(package, main)
            styles = _optional(package, parts.get("styles"))
            lists = Lists(_optional(package, parts.get("numbering")), styles)
    except (zipfile.BadZipFile, etree.XMLSyntaxError, KeyError, EOFError, OSError, ValueError) as error:
        raise UnreadableError("a damaged Word file; open it in Word and save it again") from error
    except (RuntimeError, NotImplementedError) as error:
        raise UnreadableError("password-protected; save it without a password") from error
    if body is None:
        raise UnreadableError("a damaged Word file; it has no body")
    writer = _Lines(lists)
    writer.blocks(body)
    return Reading("\n".join(writer.done()), "docx", "", "")


def _parse(package: zipfile.ZipFile, part: str) -> etree._Element:
    """Parse one part; the strict namespaces are read as the usual ones."""
    data = package.read(part)
    for strict, usual in _STRICT:
        data = data.replace(strict, usual)
    return etree.fromstring(data, XML_PARSER)


def _optional(package: zipfile.ZipFile, part: str | None) -> etree._Element | None:
    return _parse(package, part) if part in package.namelist() else None


def _related(package: zipfile.ZipFile, part: str) -> dict[str, str]:
    """Return the parts that a part refers to, by the last word of the relation's type."""
    folder, name = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    if relations not in package.namelist():
        return {}
    return {
        str(relation.get("Type")).rpartition("/")[2]: posixpath.normpath(
            posixpath.join("/", folder, str(relation.get("Target")))
        ).lstrip("/")
        for relation in _parse(package, relations).iter(f"{REL}Relationship")
        if relation.get("TargetMode") != "External"
    }


def _main_part(package: zipfile.ZipFile) -> str:
    """Return the name of the part that holds the document's body."""
    return _related(package, "").get("officeDocument", "word/document.xml")


class _Lines:
    """Collects the lines of a document while walking its blocks."""

    def __init__(self, lists: Lists) -> None:
        self.lists = lists
        self.lines: list[str] = []
        self.open = ""  # text of a paragraph whose mark was deleted: the next one continues it

    def done(self) -> list[str]:
        """Return all lines."""
        return [*self.lines, *([self.open] if self.open else [])]

    def blocks(self, parent: etree._Element) -> None:
        """Add paragraphs and tables, looking through content controls and tracked insertions."""
        for child in parent:
            if child.tag == f"{W}p":
                self.paragraph(child)
            elif child.tag == f"{W}tbl":
                self.table(child)
            elif child.tag == f"{W}sdt":
                if not _is_contents(child):
                    for content in child.iterchildren(f"{W}sdtContent"):
                        self.blocks(content)
            elif isinstance(child.tag, str) and child.tag not in _LEFT_OUT:
                self.blocks(child)

    def paragraph(self, p: etree._Element) -> None:
        """Add a paragraph: its number and text; then the text boxes anchored in it."""
        properties = p.find(f"{W}pPr")
        if self.lists.is_contents_entry(properties):
            return
        boxes: list[etree._Element] = []
        text = _inline(p, boxes)
        mark = properties.find(f"{W}rPr") if properties is not None else None
        deleted = mark is not None and (
            mark.find(f"{W}del") is not None or mark.find(f"{W}moveFrom") is not None
        )
        if deleted and not text:
            return
        if text.strip() and not self.open:
            text = self.lists.number(properties) + text
        if deleted:
            self.open += text
        elif text or not boxes:
            self.lines.append(self.open + text)
            self.open = ""
        for box in boxes:
            self.blocks(box)

    def table(self, table: etree._Element) -> None:
        """Add a table row by row."""
        rows = [
            [cell for cell in row.iter(f"{W}tc") if next(cell.iterancestors(f"{W}tr")) is row]
            for row in table.iter(f"{W}tr")
            if next(row.iterancestors(f"{W}tbl")) is table and row.find(f"{W}trPr/{W}del") is None
        ]
        for row in rows:
            if all(len(cells) == 1 for cells in rows):
                self.blocks(row[0])
                continue
            texts = []
            for cell in row:
                inner = _Lines(self.lists)
                inner.blocks(cell)
                texts.append(
                    " ".join(line.strip() for line in "\n".join(inner.done()).split("\n") if line.strip())
                )
            self.lines.append("\t".join(texts))


def _is_contents(control: etree._Element) -> bool:
    """Tell whether a content control is a generated table of contents."""
    gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and value(gallery) == "Table of Contents"


def _inline(element: etree._Element, boxes: list[etree._Element]) -> str:
    """Return the text of a paragraph's runs; text boxes met on the way are collected."""
    out: list[str] = []
    for child in element:
        tag = child.tag
        if tag in (f"{W}t", _MATH_TEXT):
            out.append(child.text or "")
        elif tag in _SIGNS:
            out.append(_SIGNS[tag])
        elif tag == f"{W}br":
            if child.get(f"{W}type") in (None, "textWrapping"):
                out.append("\n")
        elif tag == f"{W}sym":
            code = int(child.get(f"{W}char", "0"), 16)
            out.append("" if 0xE000 <= code < 0xF900 or code < 32 else chr(code))
        elif tag == f"{W}txbxContent":
            boxes.append(child)
        elif tag == f"{W}r" and _is_hidden(child):
            continue
        elif isinstance(tag, str) and tag not in _LEFT_OUT:
            out.append(_inline(child, boxes))
    return "".join(out)


def _is_hidden(run: etree._Element) -> bool:
    """Tell whether a run is formatted as hidden text."""
    vanish = run.find(f"{W}rPr/{W}vanish")
    return vanish is not None and value(vanish) not in ("0", "false", "off")
