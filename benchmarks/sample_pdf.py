"""A small PDF with a text layer: one embedded subset of Noto Sans SC, lines set by hand, page numbers at the foot."""

import io
import re
import zlib
from importlib.resources import files
from typing import NamedTuple

from fontTools import subset
from fontTools.ttLib import TTFont

PAGE = (595, 842)
LEFT, TOP, BOTTOM, SIZE, LEADING, PER_LINE = 84, 760, 90, 12, 22, 35
NO_LINE_START = "，。、；：！？”’）》】%"
NO_LINE_END = "“‘（《【"


class Line(NamedTuple):
    """One printed line with its place on the page and the size of its type."""

    text: str
    x: float
    y: float
    size: float


def build(text: str) -> bytes:
    """Return the PDF of a text; its first line is the title, every other line a paragraph."""
    title, *paragraphs = [line for line in text.splitlines() if line]
    pages = _set(title, paragraphs)
    font = _subset("".join(sorted({char for page in pages for line in page for char in line.text})))
    return _write(pages, font)


def _set(title: str, paragraphs: list[str]) -> list[list[Line]]:
    """Break paragraphs into lines and pages."""
    pages: list[list[Line]] = [[Line(title, (PAGE[0] - 16 * len(title)) / 2 + 16, TOP, 16)]]
    y = TOP - 2 * LEADING
    for paragraph in paragraphs:
        for number, text in enumerate(_break(paragraph)):
            if y < BOTTOM:
                pages.append([])
                y = TOP
            pages[-1].append(Line(text, LEFT if number else LEFT + 2 * SIZE, y, SIZE))
            y -= LEADING
    for number, page in enumerate(pages, 1):
        page.append(Line(f"— {number} —", PAGE[0] / 2 - 18, 50, SIZE))
    return pages


def _break(paragraph: str) -> list[str]:
    """Break into lines of full width, the first one indented; numbers stay whole, marks hang at the margin."""
    atoms = re.findall(r"[0-9A-Za-z.%+]+|.", paragraph)
    lines, width, room = [""], 0.0, PER_LINE - 2
    for number, atom in enumerate(atoms):
        wide = sum(0.5 if char.isascii() else 1 for char in atom)
        opens = atom in NO_LINE_END and number + 1 < len(atoms)
        if width + wide + opens > room and atom not in NO_LINE_START:
            lines.append("")
            width, room = 0.0, PER_LINE
        lines[-1] += atom
        width += wide
    return lines


def _subset(chars: str) -> TTFont:
    """Cut the font down to the given characters."""
    source = files("zhplot").joinpath("fonts/NotoSansSC-Regular.ttf").read_bytes()
    font = TTFont(io.BytesIO(source), recalcTimestamp=False)
    options = subset.Options()
    options.hinting = options.glyph_names = options.legacy_kern = False
    options.layout_features = []
    options.name_IDs = [0, 1, 2, 6, 13, 14]
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "vhea", "vmtx", "BASE", "STAT", "DSIG"]
    cutter = subset.Subsetter(options)
    cutter.populate(text=chars)
    cutter.subset(font)
    return font


def _write(pages: list[list[Line]], font: TTFont) -> bytes:
    """Write the objects of the file: catalogue, page tree, font, then a page and its content each."""
    glyphs = {chr(code): font.getGlyphID(name) for code, name in font.getBestCmap().items()}
    unit = 1000 / font["head"].unitsPerEm
    widths = [round(font["hmtx"][name][0] * unit) for name in font.getGlyphOrder()]
    program = io.BytesIO()
    font.save(program)
    kids = " ".join(f"{8 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (zh-CN) >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /AAAAAA+NotoSansSC /Encoding /Identity-H"
        b" /DescendantFonts [4 0 R] /ToUnicode 7 0 R >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /AAAAAA+NotoSansSC /CIDToGIDMap /Identity"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 5 0 R"
        b" /DW 1000 /W [0 [" + " ".join(map(str, widths)).encode() + b"]] >>",
        b"<< /Type /FontDescriptor /FontName /AAAAAA+NotoSansSC /Flags 4 /FontBBox [-1000 -300 2900 1050]"
        b" /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 733 /StemV 80 /FontFile2 6 0 R >>",
        _stream(program.getvalue(), extra=f" /Length1 {len(program.getvalue())}"),
        _stream(_to_unicode(glyphs)),
    ]
    for number, page in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {PAGE[0]} {PAGE[1]}]"
            f" /Resources << /Font << /F1 3 0 R >> >> /Contents {9 + 2 * number} 0 R >>".encode()
        )
        shown = [
            f"BT /F1 {line.size} Tf {line.x:.1f} {line.y} Td <"
            + "".join(f"{glyphs[char]:04X}" for char in line.text)
            + "> Tj ET"
            for line in page
        ]
        objects.append(_stream("\n".join(shown).encode()))
    return _file(objects)


def _stream(data: bytes, *, extra: str = "") -> bytes:
    packed = zlib.compress(data, 9)
    head = f"<< /Length {len(packed)} /Filter /FlateDecode{extra} >>".encode()
    return head + b"\nstream\n" + packed + b"\nendstream"


def _to_unicode(glyphs: dict[str, int]) -> bytes:
    """Map every glyph back to its character, so that the text can be read and searched."""
    pairs = [
        f"<{glyph:04X}> <{ord(char):04X}>" for char, glyph in sorted(glyphs.items(), key=lambda pair: pair[1])
    ]
    blocks = [pairs[start : start + 100] for start in range(0, len(pairs), 100)]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CMapName /Sample def /CMapType 2 def",
            "1 begincodespacerange <0000> <FFFF> endcodespacerange",
            *(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks),
            "endcmap CMapName currentdict /CMap defineresource pop end end",
        ]
    ).encode()


def _file(objects: list[bytes]) -> bytes:
    """Join numbered objects to a file with its table of offsets."""
    data, offsets = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    data += "".join(f"{offset:010d} 00000 n \n" for offset in offsets).encode()
    data += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(data)
