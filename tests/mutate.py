"""Damage files at random, for the tests that no reader is brought down by what a file holds."""

import io
import random
import zipfile

PIECES = (
    *(
        b"\x00",
        b"\xff",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"PK\x03\x04",
        b"%PDF-",
        b"{\\rtf",
        b"\xd0\xcf\x11\xe0",
    ),
    *(
        b"<",
        b">",
        b"</",
        b"&#",
        b";",
        b"&#x110000;",
        b"&#1;",
        b"<!--",
        b"<![CDATA[",
        b"<ol start='",
        b"<li value='",
    ),
    *(
        b"99999999999999999999",
        b"-1",
        b"\xc2\xb2",
        b"<table><tr><td>",
        b"<a href='",
        b"<a name='",
        b"charset=idna",
    ),
    *(
        b"w:val=",
        b"<w:p>",
        b"</w:p>",
        b"<w:tbl>",
        b"<w:numId",
        b"<w:gridSpan w:val='99999'/>",
        b"xmlns:w='x'",
    ),
    *(b"endobj", b"stream", b"/Length 99999999", b"/Kids", b"0 R", b"xref", b"createPageHTML(99999,"),
    *(
        "第1页/共999页".encode(),
        "一、".encode("gbk"),
        "《".encode(),
        "（".encode() * 50,
        b"\r",
        b"\x0b",
        b"\t" * 40,
    ),
)
"""What readers look for, and what has brought readers down."""
_MOST_CHANGES = 8


def mutate(data: bytes, chance: random.Random) -> bytes:
    """Return a file with some of its bytes changed, cut out, doubled, or replaced by what readers look for."""
    out = bytearray(data)
    for _ in range(chance.randint(1, _MOST_CHANGES)):
        at = chance.randrange(len(out) + 1)
        length = min(chance.choice((1, 1, 2, 8, 64, 512)), len(out) - at)
        kind = chance.randrange(6)
        if kind == 0:
            out[at : at + length] = chance.randbytes(length)
        elif kind == 1:
            del out[at : at + length]
        elif kind == 2:
            out[at:at] = out[at : at + length] * chance.randint(1, 8)
        elif kind == 3:
            out[at:at] = chance.choice(PIECES)
        elif kind == 4:
            out[at : at + length] = chance.choice(PIECES)
        elif at < len(out):
            out[at] ^= 1 << chance.randrange(8)
    return bytes(out[: chance.randint(0, len(out))] if chance.random() < 0.05 else out)


def mutate_inside(data: bytes, chance: random.Random) -> bytes:
    """Return a zip with one of its parts damaged, so that the damage is met by the reader and not by the zip."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        names = old.namelist()
        hit = chance.choice(names)
        for name in names:
            part = old.read(name)
            new.writestr(name, mutate(part, chance) if name == hit else part)
    return out.getvalue()
