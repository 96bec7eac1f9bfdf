"""A Word file whose outline numbers (一、 （一） 1.) are automatic list numbers, as most real plans have them."""

import io
import zipfile

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

LEVELS = (("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."))
ABSTRACT_ID = NUMBER_ID = 90


def build(text: str) -> bytes:
    """Return the Word file of a source text; its first line is the title."""
    document = Document()
    _add_numbering(document)
    title, *lines = [line for line in text.splitlines() if line]
    document.add_paragraph(title, style="Title").alignment = WD_ALIGN_PARAGRAPH.CENTER
    for line in lines:
        marks = len(line) - len(line.lstrip("#"))
        paragraph = document.add_paragraph(line[marks:].strip())
        if marks:
            _number(paragraph, marks - 1)
    return _without_dates(document)


def _add_numbering(document: DocumentType) -> None:
    """Define a multilevel list; a level restarts below each number of the level above it."""
    numbering = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:suff w:val="nothing"/>'
        f'<w:lvlText w:val="{pattern}"/><w:lvlJc w:val="left"/></w:lvl>'
        for depth, (kind, pattern) in enumerate(LEVELS)
    )
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{ABSTRACT_ID}">'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )
    number = parse_xml(
        f'<w:num {nsdecls("w")} w:numId="{NUMBER_ID}"><w:abstractNumId w:val="{ABSTRACT_ID}"/></w:num>'
    )
    numbering.insert(0, abstract)
    numbering.append(number)


def _number(paragraph: Paragraph, depth: int) -> None:
    """Make a paragraph an item of the list."""
    properties = paragraph._p.get_or_add_pPr()
    item = OxmlElement("w:numPr")
    for name, value in (("w:ilvl", depth), ("w:numId", NUMBER_ID)):
        element = OxmlElement(name)
        element.set(qn("w:val"), str(value))
        item.append(element)
    properties.append(item)


def _without_dates(document: DocumentType) -> bytes:
    """Save with fixed dates, so that the same source gives the same file."""
    saved, fixed = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            if not name.endswith("thumbnail.jpeg"):
                info = zipfile.ZipInfo(name, date_time=(2024, 1, 1, 0, 0, 0))
                info.compress_type = zipfile.ZIP_DEFLATED
                target.writestr(info, _drop_thumbnail(name, source.read(name)))
    return fixed.getvalue()


def _drop_thumbnail(name: str, data: bytes) -> bytes:
    """Remove the template's preview picture from the package's relations."""
    if name != "_rels/.rels":
        return data
    from lxml import etree

    tree = etree.fromstring(data)
    for relation in list(tree):
        if "thumbnail" in relation.get("Type", ""):
            tree.remove(relation)
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
