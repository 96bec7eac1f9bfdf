"""Read .docx: body text with its automatic numbering, tables, text boxes and embedded parts, in reading order.

Footnotes and endnotes stand behind the body, in the order of their marks. Left out, and counted as such, are headers,
footers, comments, generated tables of contents, hidden text and tracked deletions; tracked insertions are kept. A table
row is a line with its cells joined by tabs; a table with a single column only frames text and gives plain lines.
"""

import re
from typing import NamedTuple

from lxml import etree

from plananalysis.corpus.readers.bold_lines import is_bold_paragraph, short
from plananalysis.corpus.readers.docx_lists import Lists
from plananalysis.corpus.readers.docx_names import MC, R, W, number, value
from plananalysis.corpus.readers.docx_package import DAMAGED, Package, Relation
from plananalysis.corpus.readers.limits import tick
from plananalysis.corpus.readers.reading import (
    Drawer,
    Reading,
    UnreadableError,
    joined_warnings,
    suffix_of,
    with_notes,
)
from plananalysis.messages.message import Message

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
_PICTURES = (f"{W}drawing", f"{W}pict")
_IMAGE = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_OLD_IMAGE = "{urn:schemas-microsoft-com:vml}imagedata"
_NOTE_MARKS = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}
_ATTACHMENTS = ("oleObject", "package")
_MOST_COLUMNS = 63
"""Columns that a table of Word may have."""
_MOST_CHUNKS = 3
"""How deep embedded parts may hold embedded parts."""
_SYMBOL = re.compile(r"[0-9A-Fa-f]{1,6}")


class _Context(NamedTuple):
    """What all lines of one document share."""

    lists: Lists
    package: Package
    relations: dict[str, Relation]
    drawer: Drawer
    notes: dict[str, list[str]]
    """Ids of the notes in the order of their marks, by the part that holds them."""
    embedded: list[Reading]
    bold: list[str]
    """Lines that are set as headings."""
    depth: int


def read(data: bytes, depth: int = 0) -> Reading:
    """Read a Word document; ``depth`` says how many documents it is embedded in."""
    package = Package(data)
    main = package.main()
    body = package.xml(main).find(f"{W}body")
    if body is None:
        raise UnreadableError("{damaged} (it has no body)", damaged=Message(DAMAGED))
    relations = package.relations(main)
    parts = {relation.kind: relation.target for relation in relations.values()}
    lists = Lists(package.optional(parts.get("numbering")), package.optional(parts.get("styles")))
    context = _Context(lists, package, relations, Drawer(), {}, [], [], depth)
    writer = _Lines(context)
    writer.blocks(body)
    notes = _notes(context, parts)
    notes += [line for chunk in context.embedded for line in _behind(chunk)]
    _look_beside(context)
    text, spans = with_notes("\n".join(writer.done()), [("note", notes)])
    warning = joined_warnings(*(chunk.warning for chunk in context.embedded))
    bold = short([*context.bold, *(line for chunk in context.embedded for line in chunk.bold)])
    return Reading(text, "docx", "", warning, spans, context.drawer.all(), bold=bold)


def _notes(context: _Context, parts: dict[str, str]) -> list[str]:
    """Return the lines of the footnotes, then of the endnotes, in the order of their marks."""
    lines: list[str] = []
    for kind in ("footnotes", "endnotes"):
        root = context.package.optional(parts.get(kind))
        elements = {note.get(f"{W}id"): note for note in root} if root is not None else {}
        for mark in dict.fromkeys(context.notes.get(kind, ())):
            note = elements.get(mark)
            if note is not None:
                inner = _Lines(context)
                inner.blocks(note)
                lines += [line.strip() for line in "\n".join(inner.done()).split("\n") if line.strip()]
    return lines


def _look_beside(context: _Context) -> None:
    """Count what stands beside the body: comments, headers and footers, attachments."""
    for relation in context.relations.values():
        if relation.kind in _ATTACHMENTS:
            context.drawer.add("attachment", relation.target.rpartition("/")[2])
        if relation.kind in ("header", "footer", "comments"):
            root = context.package.optional(relation.target)
            pieces = (
                [] if root is None else root.findall(f"{W}comment") if relation.kind == "comments" else [root]
            )
            for piece in pieces:
                words = "".join(piece.itertext(f"{W}t"))
                if words.strip():
                    context.drawer.add("comment" if relation.kind == "comments" else "running head", words)


class _Lines:
    """Collects the lines of a document while walking its blocks."""

    def __init__(self, context: _Context) -> None:
        self.context = context
        self.lists = context.lists
        self.lines: list[str] = []
        self.open = ""  # text of a paragraph whose mark was deleted: the next one continues it

    def done(self) -> list[str]:
        """Return all lines."""
        return [*self.lines, *([self.open] if self.open else [])]

    def blocks(self, parent: etree._Element) -> None:
        """Add paragraphs and tables, looking through content controls and tracked insertions."""
        for child in parent:
            tick()
            if child.tag == f"{W}p":
                self.paragraph(child)
            elif child.tag == f"{W}tbl":
                self.table(child)
            elif child.tag == f"{W}altChunk":
                self.lines += _chunk(child, self.context)
            elif child.tag == f"{W}sdt":
                if _is_contents(child):
                    self.context.drawer.add("table of contents", "".join(child.itertext(f"{W}t")))
                    continue
                for content in child.iterchildren(f"{W}sdtContent"):
                    self.blocks(content)
            elif isinstance(child.tag, str) and child.tag not in _LEFT_OUT:
                self.blocks(child)

    def paragraph(self, p: etree._Element) -> None:
        """Add a paragraph: its number and text; then the text boxes anchored in it."""
        properties = p.find(f"{W}pPr")
        if self.lists.is_contents_entry(properties):
            self.context.drawer.add("table of contents", "".join(p.itertext(f"{W}t")))
            return
        boxes: list[etree._Element] = []
        text = _inline(p, boxes, self.context)
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
            if text and is_bold_paragraph(p, self.lists.styles):
                self.context.bold.append(self.open + text)
            self.lines.append(self.open + text)
            self.open = ""
        for box in boxes:
            self.blocks(box)

    def table(self, table: etree._Element) -> None:
        """Add a table row by row; a cell that spans columns is followed by empty ones, so that columns stay apart."""
        rows = [
            [cell for cell in row.iter(f"{W}tc") if next(cell.iterancestors(f"{W}tr")) is row]
            for row in table.iter(f"{W}tr")
            if next(row.iterancestors(f"{W}tbl")) is table and not self._is_deleted(row)
        ]
        frames = all(len(cells) == 1 for cells in rows)
        for row in rows:
            tick()
            if frames:
                self.blocks(row[0])
                continue
            texts: list[str] = []
            for cell in row:
                inner = _Lines(self.context)
                inner.blocks(cell)
                texts.append(
                    " ".join(line.strip() for line in "\n".join(inner.done()).split("\n") if line.strip())
                )
                span = number(cell.find(f"{W}tcPr/{W}gridSpan"), 1)
                texts += [""] * (min(span, _MOST_COLUMNS) - 1 if cell is not row[-1] else 0)
            self.lines.append("\t".join(texts))

    def _is_deleted(self, row: etree._Element) -> bool:
        """Tell whether a row is a tracked deletion, and count it."""
        deleted = row.find(f"{W}trPr/{W}del") is not None
        if deleted:
            self.context.drawer.add("deleted text", "".join(row.itertext(f"{W}t", f"{W}delText")))
        return deleted


def _is_contents(control: etree._Element) -> bool:
    """Tell whether a content control is a generated table of contents."""
    gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and value(gallery) == "Table of Contents"


def _inline(element: etree._Element, boxes: list[etree._Element], context: _Context) -> str:
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
            out.append(_symbol(child.get(f"{W}char", "")))
        elif tag == f"{W}txbxContent":
            boxes.append(child)
        elif tag == f"{W}r" and _is_hidden(child):
            context.drawer.add("hidden text", "".join(child.itertext(f"{W}t")))
        elif tag == f"{W}del":
            context.drawer.add("deleted text", "".join(child.itertext(f"{W}delText")))
        elif tag in _NOTE_MARKS:
            context.notes.setdefault(_NOTE_MARKS[tag], []).append(child.get(f"{W}id", ""))
        elif isinstance(tag, str) and tag not in _LEFT_OUT:
            if tag in _PICTURES:
                pictures = sum(1 for _ in child.iter(_IMAGE, _OLD_IMAGE))
                if pictures:
                    context.drawer.add("picture", "", pictures)
            out.append(_inline(child, boxes, context))
    return "".join(out)


def _symbol(code: str) -> str:
    """Return a character given by its code; "" for those of a symbol font's own and for what is none."""
    if not _SYMBOL.fullmatch(code):
        return ""
    point = int(code, 16)
    drawn = 0xE000 <= point < 0xF900
    return "" if drawn or point < 0x20 or 0xD800 <= point < 0xE000 or point > 0x10FFFF else chr(point)


def _is_hidden(run: etree._Element) -> bool:
    """Tell whether a run is formatted as hidden text."""
    vanish = run.find(f"{W}rPr/{W}vanish")
    return vanish is not None and value(vanish) not in ("0", "false", "off")


def _chunk(element: etree._Element, context: _Context) -> list[str]:
    """Return the lines of an embedded document (altChunk), and keep what else is to be said of it."""
    from plananalysis.corpus.readers import read_document

    relation = context.relations.get(element.get(f"{R}id", ""))
    name = relation.target if relation is not None else ""
    try:
        if context.depth >= _MOST_CHUNKS:
            raise UnreadableError("embedded too deep")
        data = context.package.data(name)
        word = suffix_of(name) in (".docx", ".docm")
        found = read(data, context.depth + 1) if word else read_document(name, data)
    except (UnreadableError, etree.XMLSyntaxError) as error:
        context.drawer.add("embedded chunk", name.rpartition("/")[2])
        reason = error.message if isinstance(error, UnreadableError) else Message(DAMAGED)
        said = Message("an embedded part ({name}) could not be read: {reason}", name=name, reason=reason)
        context.embedded.append(Reading("", "", "", said))
        return []
    for entry in found.left_out:
        context.drawer.add(entry.kind, entry.sample, entry.n)
    context.embedded.append(found)
    body = found.text[: found.spans[0].start] if found.spans else found.text
    return body.split("\n")


def _behind(chunk: Reading) -> list[str]:
    """Return the lines that stand behind the body of an embedded document."""
    return [
        line for span in chunk.spans for line in chunk.text[span.start : span.end].split("\n") if line.strip()
    ]
