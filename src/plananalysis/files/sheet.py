"""A sheet of a workbook whose rows are written as they will stand in the file.

XlsxWriter checks, stores and writes cell by cell, which takes longer than all of the analysis of a small corpus. Here
a whole column becomes XML at once; everything around the rows stays XlsxWriter's.
"""

import math
import re
from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

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


class TableSheet(Worksheet):
    """A worksheet with a head written as usual and a table below it."""

    _body: tuple[pd.DataFrame, int] | None = None

    def set_table(self, frame: pd.DataFrame, float_look: int) -> None:
        """Give the rows below the head, and the number of the look that floats have."""
        self._body = frame, float_look
        if len(frame):
            self.dim_rowmax = len(frame)  # the range that readers are told of

    def _write_rows(self) -> None:
        """Write the head, then the table."""
        super()._write_rows()
        if self._body is not None:
            self.fh.writelines(_rows(*self._body))


def _rows(frame: pd.DataFrame, float_look: int) -> Iterator[str]:
    """Yield the table's rows as XML; the first is the second row of the sheet."""
    columns = [_cells(frame.iloc[:, i], xl_col_to_name(i), float_look) for i in range(frame.shape[1])]
    for number, cells in enumerate(zip(*columns, strict=True), start=2):
        yield f'<row r="{number}">{"".join(cells)}</row>'


def _cells(column: pd.Series, letters: str, float_look: int) -> Sequence[str]:
    """Return the cells of a column as XML, "" for those without a value."""
    values = column.astype(object).where(column.notna(), None).tolist()
    known = {
        text: _inside(text, float_look) for text in {value for value in values if isinstance(value, str)}
    }
    cells = []
    for number, value in enumerate(values, start=2):
        inside = known[value] if isinstance(value, str) else _inside(value, float_look)
        cells.append(f'<c r="{letters}{number}"{inside}' if inside else "")
    return cells


def _inside(value: Any, float_look: int) -> str:
    """Return what follows the place of a cell in its XML."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return f' t="b"><v>{value:d}</v></c>'
    if isinstance(value, int):
        return f"><v>{value}</v></c>"
    if isinstance(value, float) and math.isfinite(value):
        return f' s="{float_look}"><v>{value!r}</v></c>'
    text = encoded(str(value))
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    space = ' xml:space="preserve"' if text != text.strip() else ""
    return f' t="inlineStr"><is><t{space}>{text}</t></is></c>'
