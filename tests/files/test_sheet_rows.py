"""The XML of a sheet's rows, written a column at a time, is what one cell after the other gives."""

import datetime as dt
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from xlsxwriter.utility import xl_col_to_name

from plananalysis.files import sheet_rows
from plananalysis.files.sheet_rows import rows_as_xml

LOOK = 2
TEXTS = [
    "",
    "党建",
    " 前后 ",
    "\u3000",
    "\xa0a",
    "a\x00b",
    "\x1c",
    "\x0b",
    "_x0041_",
    "_xZZZZ_",
    "a<b>&c",
    "一\n二\t",
    "\x7f\x85",
]
"""Plain and not: white space at the ends, control characters, marks of XML, what looks like a coded letter."""


def one_by_one(frame: pd.DataFrame) -> str:
    """Return the XML of the rows, cell after cell: the oracle."""
    columns: list[list[Any]] = []
    for i in range(frame.shape[1]):
        column = frame.iloc[:, i]
        columns.append(column.astype(object).where(column.notna(), None).tolist())
    rows = []
    for number, values in enumerate(zip(*columns, strict=True), start=2):
        insides = [sheet_rows._inside(value, LOOK) for value in values]
        cells = [
            f'<c r="{xl_col_to_name(i)}{number}"{inside}' if inside else ""
            for i, inside in enumerate(insides)
        ]
        rows.append(f'<row r="{number}">{"".join(cells)}</row>')
    return "".join(rows)


def written(frame: pd.DataFrame) -> str:
    """Return the XML that the sheet gets."""
    return "".join(rows_as_xml(frame, LOOK))


@pytest.mark.parametrize(
    "values",
    [
        pd.Series([*TEXTS, None, "字" * 32_768], dtype="str"),
        pd.Series([*TEXTS, None, 1, 2.5, True], dtype=object),
        pd.Series([*TEXTS[:3], None, "党建"], dtype="category"),
        pd.Series([1, 0, None, -3, 2**62], dtype="Int64"),
        pd.Series([1, 2, 3]),
        pd.Series([1.0, 0.1 + 0.2, np.nan, np.inf, -np.inf, -0.0, 0.0, 1e300]),
        pd.Series([0.1, None], dtype="Float64"),
        pd.Series([True, False]),
        pd.Series([True, None, False], dtype="boolean"),
        pd.Series([dt.datetime(2024, 5, 1), None], dtype="datetime64[ns]"),
        pd.Series([], dtype="str"),
    ],
    ids=lambda values: str(values.dtype),
)  # fmt: skip
def test_a_column_at_a_time_gives_what_cell_after_cell_gives(values: pd.Series) -> None:
    frame = pd.DataFrame({"a": values, "b": pd.Series(range(len(values)))})
    assert written(frame) == one_by_one(frame)


def test_many_rows_are_written_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    frame = pd.DataFrame({"n": range(7), "text": list("一二三四五六七")})
    whole = written(frame)
    monkeypatch.setattr(sheet_rows, "_ROWS_AT_ONCE", 3)
    assert written(frame) == whole == one_by_one(frame)


def test_a_table_without_columns_or_rows_has_no_rows() -> None:
    assert written(pd.DataFrame(index=[0, 1])) == "" == written(pd.DataFrame({"a": []}))


@given(st.lists(st.text(st.characters(exclude_categories=("Cs",)), max_size=8)))
def test_any_text_is_written_as_cell_after_cell(texts: list[str]) -> None:
    frame = pd.DataFrame({"text": pd.Series(texts, dtype="str")})
    assert written(frame) == one_by_one(frame)
