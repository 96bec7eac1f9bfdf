"""Write tables as one formatted Excel workbook: a sheet each, and a first sheet that leads to them."""

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pandas as pd
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter

from plananalysis.tables import TABLES

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST_CELL = 32_767
_MOST_ROWS = 1_048_575
_HEAD, _LINK = Font(bold=True), Font(color="0563C1", underline="single")
_FILL = PatternFill("solid", fgColor="EEF2F6")
_WIDEST = 60
CONTENTS = "目录 contents"


def write_workbook(
    tables: Mapping[str, pd.DataFrame], path: str | Path, *, most_rows: int = _MOST_ROWS
) -> Path:
    """Write each table to a sheet of its name, with a frozen header, filter buttons and fitting widths.

    Two or more tables get a first sheet that links to each and describes its columns. Text stays text: a cell that
    begins with ``=`` is never a formula. A cell longer than Excel allows is cut at 32,767 characters. The same
    tables give the same bytes on every run.

    Parameters
    ----------
    tables
        Tables by name.
    path
        The file to write.
    most_rows
        Rows per sheet; the first sheet says where a table is cut. Excel holds 1,048,575.

    Returns
    -------
    Path
        The file.

    Examples
    --------
    >>> import tempfile
    >>> one = pd.DataFrame({"n": [1]})
    >>> pd.read_excel(write_workbook({"t": one}, Path(tempfile.mkdtemp()) / "t.xlsx"))["n"].tolist()
    [1]
    """
    book = Workbook(write_only=True)
    names = _sheet_names(tables)
    most_rows = min(most_rows, _MOST_ROWS)
    if len(tables) > 1:
        _write_contents(book.create_sheet(CONTENTS), tables, names, most_rows)
    for name, frame in tables.items():
        _write_table(book.create_sheet(names[name]), frame, most_rows)
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    buffer = io.BytesIO()
    book.save(buffer)
    _write_undated(buffer, path)
    return path


def _sheet_names(tables: Mapping[str, pd.DataFrame]) -> dict[str, str]:
    """Return a name for each sheet that Excel accepts, no two alike."""
    names: dict[str, str] = {}
    for table in tables:
        name = re.sub(r"[\[\]:*?/\\']", "_", table)[:31] or "table"
        number = 2
        while name.lower() in (taken.lower() for taken in names.values()):
            name = f"{name[:27]}_{number}"
            number += 1
        names[table] = name
    return names


def _write_contents(sheet: Any, tables: Mapping[str, pd.DataFrame], names: dict[str, str], most: int) -> None:
    """List the sheets with their numbers of rows, and below them every column with its meaning."""
    for letter, width in zip("ABCD", (22, 24, 40, 60), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.append(_header(sheet, ["表 sheet", "行数 rows", "", ""]))
    for name, frame in tables.items():
        link = WriteOnlyCell(sheet, f'=HYPERLINK("#\'{names[name]}\'!A1","{names[name]}")')
        link.font = _LINK
        note = (
            f"前 {most:,} 行；其余见 csv 文件 / first {most:,} rows; the csv file has all"
            if len(frame) > most
            else ""
        )
        sheet.append([link, len(frame), note])
    sheet.append([])
    sheet.append(_header(sheet, ["表 sheet", "列 column", "含义", "meaning"]))
    for name, frame in tables.items():
        described = {column.name: column for column in TABLES.get(name, ())}
        for column in frame.columns:
            known = described.get(str(column))
            sheet.append([names[name], _safe(sheet, str(column)), *((known.zh, known.en) if known else ())])


def _header(sheet: Any, names: list[str]) -> list[WriteOnlyCell]:
    cells = [_text_cell(sheet, name) for name in names]
    for cell in cells:
        cell.font, cell.fill = _HEAD, _FILL
    return cells


def _write_table(sheet: Any, frame: pd.DataFrame, most_rows: int) -> None:
    """Write one table; floats show three decimals and keep their full value."""
    sheet.freeze_panes = "A2"
    shown = frame.head(most_rows)
    for position, column in enumerate(frame.columns, start=1):
        width = max([_width(column), *map(_width, shown[column].head(50))])
        sheet.column_dimensions[get_column_letter(position)].width = min(_WIDEST, width + 2)
    if len(frame.columns):
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(frame.columns))}{len(shown) + 1}"
    sheet.append(_header(sheet, [str(column) for column in frame.columns]))
    for row in zip(*(_cells(sheet, shown[column]) for column in shown.columns), strict=True):
        sheet.append(row)


def _cells(sheet: Any, values: pd.Series) -> Iterator[Any]:
    """Yield a column as what openpyxl writes; missing values are empty cells."""
    floats = pd.api.types.is_float_dtype(values)
    for value, missing in zip(values.astype(object), values.isna(), strict=True):
        if missing:
            yield None
        elif isinstance(value, str):
            yield _safe(sheet, value)
        elif floats:
            cell = WriteOnlyCell(sheet, float(value))
            cell.number_format = "0.000"
            yield cell
        else:
            yield value.item() if hasattr(value, "item") else value


def _safe(sheet: Any, value: str) -> Any:
    """Return text that openpyxl takes for text."""
    return _text_cell(sheet, value) if value.startswith("=") else _CONTROL.sub("", value)[:_LONGEST_CELL]


def _text_cell(sheet: Any, value: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, _CONTROL.sub("", value)[:_LONGEST_CELL])
    cell.data_type = "s"
    return cell


def _width(value: object) -> float:
    """Return the width of a value in characters; a Chinese one counts double."""
    text = f"{value:.3f}" if isinstance(value, float) else str(value)[:_WIDEST]
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1.1 for char in text)


def _write_undated(buffer: io.BytesIO, path: Path) -> None:
    """Copy a workbook to its file without the time of writing, which would make every run differ."""
    with zipfile.ZipFile(buffer) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename == "docProps/core.xml":
                data = re.sub(
                    rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*", rb"\g<1>2000-01-01T00:00:00Z", data
                )
            info = zipfile.ZipInfo(entry.filename, (2000, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, data)
