"""Write tables as one formatted Excel workbook, a sheet each."""

import re
from collections.abc import Mapping
from pathlib import Path

import pandas as pd
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_LONGEST_CELL = 32_767
_MOST_ROWS = 1_048_575


def write_workbook(tables: Mapping[str, pd.DataFrame], path: str | Path) -> Path:
    """Write each table to a sheet of its name, with a frozen bold header and fitting widths.

    Text stays text: a cell that begins with ``=`` is never a formula. A cell longer than Excel allows is cut
    at 32,767 characters and a table at 1,048,575 rows; the csv files hold the whole.
    """
    book = Workbook(write_only=True)
    for name, frame in tables.items():
        sheet = book.create_sheet(re.sub(r"[\[\]:*?/\\]", "_", name)[:31] or "table")
        sheet.freeze_panes = "A2"
        for position, column in enumerate(frame.columns, start=1):
            width = max([len(str(column)), *(len(str(v)) * 1.6 for v in frame[column].head(50))])
            sheet.column_dimensions[get_column_letter(position)].width = min(60, width + 2)
        header = [WriteOnlyCell(sheet, str(column)) for column in frame.columns]
        for cell in header:
            cell.font = Font(bold=True)
        sheet.append(header)
        plain = frame.head(_MOST_ROWS).astype(object)
        plain = plain.where(plain.notna(), None)
        for row in plain.itertuples(index=False, name=None):
            sheet.append([_cell(sheet, value) for value in row])
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    return path


def _cell(sheet, value):
    if not isinstance(value, str):
        return value.item() if hasattr(value, "item") else value
    cell = WriteOnlyCell(sheet, _CONTROL.sub("", value)[:_LONGEST_CELL])
    cell.data_type = "s"
    return cell
