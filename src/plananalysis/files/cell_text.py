"""Text of the cells of a workbook: what XML has no letter for, and how it is kept nevertheless."""

import re

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_CODED = re.compile(r"_x([0-9a-fA-F]{4})_")
LONGEST_CELL = 32_767


def plain(text: str) -> str:
    r"""Return text without what a workbook cannot hold.

    Examples
    --------
    >>> plain("a\x00b")
    'ab'
    """
    if text.isprintable() and len(text) <= LONGEST_CELL:
        return text
    return _CONTROL.sub("", text)[:LONGEST_CELL]


def encoded(text: str) -> str:
    r"""Return text as a workbook keeps it: what XML has no letter for by its number, and at most 32,767 letters.

    Examples
    --------
    >>> encoded("a\x00b"), encoded("_x0041_")
    ('a_x0000_b', '_x005F_x0041_')
    """
    text = _CODED.sub(r"_x005F_x\1_", text[:LONGEST_CELL])
    return text if text.isprintable() else _CONTROL.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def decoded(text: str) -> str:
    r"""Return text as it was before it was written to a workbook.

    Examples
    --------
    >>> decoded(encoded("a\x00_x0041_"))
    'a\x00_x0041_'
    """
    return _CODED.sub(lambda found: chr(int(found[1], 16)), text)
