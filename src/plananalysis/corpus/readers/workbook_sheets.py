"""Read the sheets of a workbook (.xlsx .xls) as rows of cells, merged cells filled down."""

import io
import re
from typing import Any, NamedTuple

from plananalysis.corpus.readers.archive import open_archive, read_entry
from plananalysis.corpus.readers.limits import check_bytes, most, most_bytes, tick
from plananalysis.corpus.readers.reading import UnreadableError

DAMAGED = "a damaged workbook; open it in Excel and save it again"
LONGEST_CELL = 32_767
"""Characters that a cell of Excel holds; longer texts are cut without a word."""
_TAG = re.compile(rb"<(?:[\w.-]+:)?(?:(row)|c)(?![\w:.-])([^>]*)")
_PLACE = re.compile(rb"""\br\s*=\s*["']\s*([A-Za-z]*)(\d*)""")
_LONGEST_NUMBER = 9
_OTHER_PACKAGES = {
    "content.xml": "a table of OpenDocument; save it as .xlsx",
    "xl/workbook.bin": "a binary workbook; save it as .xlsx",
}
"""Parts that show another kind of package, whose cells are counted in other ways."""


class Sheet(NamedTuple):
    """A sheet: its name and its rows, each a list of cells; an empty cell is None."""

    name: str
    rows: list[list[Any]]


def read_sheets(data: bytes, *, filled: bool = True) -> list[Sheet]:
    """Return the sheets of a workbook that hold anything, in its order; merged cells filled down if asked for."""
    import python_calamine

    if data.startswith(b"PK"):
        _check_size(data)
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    if len(book.sheet_names) > most("sheets"):
        raise UnreadableError("too many sheets (at most {most} are read)", most=most("sheets"))
    sheets = []
    for name in book.sheet_names:
        tick()
        sheet = book.get_sheet_by_name(name)
        rows = [[_plain(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
        if filled:
            _fill_down(rows, sheet.merged_cell_ranges or ())
        if any(cell is not None for row in rows for cell in row):
            sheets.append(Sheet(name, rows))
    return sheets


def _check_size(data: bytes) -> None:
    """Raise :class:`UnreadableError` for a workbook that would take gigabytes once it is unpacked."""
    package = open_archive(data, DAMAGED)
    check_bytes(sum(info.file_size for info in package.infolist()), 3 * most_bytes("mb_unpacked"))
    for info in package.infolist():
        if info.filename in _OTHER_PACKAGES:
            raise UnreadableError(_OTHER_PACKAGES[info.filename])
        if info.filename.lower().endswith(".xml"):  # a sheet may have any name
            tick()
            rows, columns = _extent(read_entry(package, info, most_bytes("mb_unpacked")))
            if rows * columns > most("cells"):
                raise UnreadableError(
                    "too large a sheet ({rows:,} rows, {columns:,} columns)", rows=rows, columns=columns
                )


def _extent(part: bytes) -> tuple[int, int]:
    """Return how many rows and columns a sheet takes up, by the places that its cells name or by their number.

    Examples
    --------
    >>> _extent(b"<row r='2'><c/><c/></row><x:row><x:c r = 'aa3'/></x:row>"), _extent(b'<c r="C2999999999999"/>')
    ((3, 27), (999999999, 3))
    """
    rows = columns = row = column = 0
    for tag in _TAG.finditer(part):
        place = _PLACE.search(tag[2])
        letters, digits = place.groups() if place else (b"", b"")
        number = int(digits) if len(digits) <= _LONGEST_NUMBER and digits else 0
        number = number or (10**_LONGEST_NUMBER - 1 if digits.strip(b"0") else 0)
        if tag[1]:
            row, column = number or row + 1, 0
        else:
            row = number or row
            column = _column(letters.upper()) or column + 1
        rows, columns = max(rows, row), max(columns, column)
    return max(rows, 1), max(columns, 1)


def _column(letters: bytes) -> int:
    """Return the number of a column.

    Examples
    --------
    >>> _column(b"A"), _column(b"AB")
    (1, 28)
    """
    number = 0
    for letter in letters[:_LONGEST_NUMBER]:
        number = number * 26 + letter - 64
    return number


def _plain(cell: Any) -> Any:
    """Return a cell as Python has it: whole numbers whole, nothing for an empty one."""
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    return None if cell == "" else cell


def _fill_down(rows: list[list[Any]], merged: Any) -> None:
    """Write what stands in merged cells into each of their rows."""
    for (top, left), (bottom, _) in merged:
        for row in range(top + 1, min(bottom + 1, len(rows))):
            tick()
            if left < len(rows[row]) and rows[row][left] is None:
                rows[row][left] = rows[top][left]
