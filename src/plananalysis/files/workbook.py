"""Tables as one formatted Excel workbook: a sheet each, and a first sheet that leads to them."""

import logging
import re
import unicodedata
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import pandas as pd
import xlsxwriter
import xlsxwriter.exceptions

from plananalysis.errors import InputError
from plananalysis.files.cell_text import LONGEST_CELL, decoded, plain
from plananalysis.files.replacing import replacing
from plananalysis.files.sheet import TableSheet
from plananalysis.files.types import restored
from plananalysis.messages.message import Message
from plananalysis.tables import TABLES

_log = logging.getLogger(__name__)
MOST_ROWS = 1_048_575
"""Rows below the head that Excel holds."""
MOST_COLUMNS = 16_384
_WIDEST = 60
CONTENTS = "目录 contents"
_CREATED = datetime(2000, 1, 1)


def write_workbook(
    tables: Mapping[str, pd.DataFrame], path: str | Path, *, most_rows: int = MOST_ROWS
) -> Path:
    """Write each table to a sheet of its name, with a frozen header, filter buttons and fitting widths.

    Two or more tables get a first sheet that links to each and describes its columns; the first head of each leads
    back to it. Text stays text: a cell that
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
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path) as new:
        _write_book(tables, new, min(most_rows, MOST_ROWS), path)
    return path


def write_sheet(frame: pd.DataFrame, path: Path, name: str) -> None:
    """Write one table as a workbook of one sheet, whole.

    Raises
    ------
    InputError
        If it has more rows or columns than Excel holds.
    """
    if len(frame) > MOST_ROWS or len(frame.columns) > MOST_COLUMNS:
        raise InputError(
            "{n_rows:,} rows and {n_columns:,} columns are more than Excel holds ({most_rows:,} and "
            "{most_columns:,}); use .csv or .parquet",
            n_rows=len(frame),
            n_columns=len(frame.columns),
            most_rows=MOST_ROWS,
            most_columns=MOST_COLUMNS,
        )
    for column in frame.columns:
        values = frame[column]
        if not _may_be_text(values):
            continue
        n = int((values.astype(str).str.len() > LONGEST_CELL).sum())
        if n:
            _log.warning(
                Message(
                    "column {column}: {n} cells are cut at the 32,767 characters that Excel allows; .csv and .parquet "
                    "hold all",
                    column=column,
                    n=n,
                )
            )
    _write_book({name: frame}, path, MOST_ROWS, path)


def _may_be_text(values: pd.Series) -> bool:
    return bool(values.dtype == object or pd.api.types.is_string_dtype(values.dtype))


def read_workbook(path: Path) -> pd.DataFrame:
    """Return the table on the first sheet of a workbook, or on the second where the first is our list of contents."""
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True, data_only=True)
    try:
        sheets = [sheet for sheet in book.worksheets if sheet.title != CONTENTS]
        rows = [list(row) for row in sheets[0].iter_rows(values_only=True)] if sheets else []
        ours = book.properties.created == _CREATED
    finally:
        book.close()
    if not rows:
        return pd.DataFrame()
    body = rows[1:] if ours else [row for row in rows[1:] if any(cell is not None for cell in row)]
    columns = {
        decoded(str(name)): pd.Series([_bare(row, i) for row in body], dtype=object)
        for i, name in enumerate(rows[0])
        if name is not None
    }
    return restored(pd.DataFrame(columns, index=pd.RangeIndex(len(body))), as_text=False)


def _bare(row: list[Any], place: int) -> Any:
    """Return the value of a cell of a row, which may end before it."""
    cell = row[place] if place < len(row) else None
    return decoded(cell) if isinstance(cell, str) else cell


def _write_book(tables: Mapping[str, pd.DataFrame], path: Path, most_rows: int, shown: Path) -> None:
    """Write the workbook; an error names the file as it is shown."""
    # Nothing in a cell is taken for a formula, a number or a link by its looks.
    options = {"strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(str(path), options)
    book.set_properties({"created": _CREATED})  # the same bytes on every run
    looks = {
        "head": book.add_format({"bold": True, "bg_color": "#EEF2F6"}),
        "float": book.add_format({"num_format": "0.000"}),
        "back": book.add_format(
            {"bold": True, "bg_color": "#EEF2F6", "font_color": "#0563C1", "underline": 1}
        ),
        "link": book.add_format({"font_color": "#0563C1", "underline": 1}),
    }
    names = _sheet_names(tables)
    if len(tables) > 1:
        _write_contents(book.add_worksheet(CONTENTS), tables, names, most_rows, looks)
    for name, frame in tables.items():
        sheet = book.add_worksheet(names[name], TableSheet)
        _write_table(sheet, frame, most_rows, looks)
        if len(tables) > 1 and len(frame.columns):
            first = plain(str(frame.columns[0]))
            sheet.write_url(0, 0, f"internal:'{CONTENTS}'!A1", looks["back"], first, f"→ {CONTENTS}")
    if not tables:
        book.add_worksheet()
    try:
        book.close()
    except xlsxwriter.exceptions.FileCreateError as error:
        # Most often the workbook is open in Excel; the library's own error is no OSError.
        cause = error.args[0] if error.args else None
        if isinstance(cause, OSError):
            raise OSError(cause.errno, cause.strerror, str(shown)) from error
        raise OSError(str(error)) from error


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


def _write_contents(
    sheet: Any, tables: Mapping[str, pd.DataFrame], names: dict[str, str], most: int, looks: dict[str, Any]
) -> None:
    """List the sheets with their numbers of rows, and below them every column with its meaning."""
    for place, width in enumerate((22, 24, 40, 60)):
        sheet.set_column(place, place, width)
    sheet.freeze_panes(1, 0)
    sheet.write_row(0, 0, ["表 sheet", "行数 rows"], looks["head"])
    row = 1
    for name, frame in tables.items():
        sheet.write_url(row, 0, f"internal:'{names[name]}'!A1", looks["link"], names[name])
        sheet.write_number(row, 1, len(frame))
        if len(frame) > most:
            sheet.write_string(
                row, 2, f"前 {most:,} 行；其余见 csv 文件 / first {most:,} rows; the csv file has all"
            )
        row += 1
    row += 1
    sheet.write_row(row, 0, ["表 sheet", "列 column", "含义", "meaning"], looks["head"])
    for name, frame in tables.items():
        described = {column.name: column for column in TABLES.get(name, ())}
        for column in frame.columns:
            row += 1
            known = described.get(str(column))
            texts = [names[name], str(column), *((known.zh, known.en) if known else ())]
            for position, text in enumerate(texts):
                sheet.write_string(row, position, plain(text))


def _write_table(sheet: Any, frame: pd.DataFrame, most_rows: int, looks: dict[str, Any]) -> None:
    """Write one table; floats show three decimals and keep their full value."""
    shown = frame.head(most_rows)
    sheet.freeze_panes(1, 0)
    for position, column in enumerate(frame.columns):
        width = max([_width(column), *map(_width, shown[column].head(50))])
        sheet.set_column(position, position, min(_WIDEST, width + 2))
    if len(frame.columns):
        sheet.autofilter(0, 0, len(shown), len(frame.columns) - 1)
    for position, column in enumerate(frame.columns):
        sheet.write_string(0, position, plain(str(column)), looks["head"])
    sheet.set_table(shown, looks["float"]._get_xf_index())


def _width(value: object) -> float:
    """Return the width of a value in characters; a Chinese one counts double."""
    text = f"{value:.3f}" if isinstance(value, float) else str(value)[:_WIDEST]
    if text.isascii():
        return 1.1 * len(text)
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1.1 for char in text)
