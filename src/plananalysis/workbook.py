"""Write tables as one formatted Excel workbook: a sheet each, and a first sheet that leads to them."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import pandas as pd
import xlsxwriter
import xlsxwriter.exceptions

from plananalysis.sheet import TableSheet, plain
from plananalysis.tables import TABLES

_MOST_ROWS = 1_048_575
_WIDEST = 60
CONTENTS = "目录 contents"


def write_workbook(
    tables: Mapping[str, pd.DataFrame], path: str | Path, *, most_rows: int = _MOST_ROWS
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
    # Nothing in a cell is taken for a formula, a number or a link by its looks.
    options = {"strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(str(path), options)
    book.set_properties({"created": datetime(2000, 1, 1)})  # the same bytes on every run
    looks = {
        "head": book.add_format({"bold": True, "bg_color": "#EEF2F6"}),
        "float": book.add_format({"num_format": "0.000"}),
        "back": book.add_format(
            {"bold": True, "bg_color": "#EEF2F6", "font_color": "#0563C1", "underline": 1}
        ),
        "link": book.add_format({"font_color": "#0563C1", "underline": 1}),
    }
    names = _sheet_names(tables)
    most_rows = min(most_rows, _MOST_ROWS)
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
            raise OSError(cause.errno, cause.strerror, str(path)) from error
        raise OSError(str(error)) from error
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
