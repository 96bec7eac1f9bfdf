"""Tables as csv and tsv: written a whole column at a time, the bytes that pandas writes in a fraction of its time.

Spreadsheets take a cell that begins with ``= + - @``, a tab or a line end for a formula. Text that does so, behind
any number of apostrophes, gets one more apostrophe in front; :func:`read_csv` takes it off again. Numbers stay bare.
"""

import codecs
import csv
import io
import re
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from plananalysis.errors import InputError
from plananalysis.files.types import restored

_ROWS_AT_ONCE = 200_000
_TEXT = pa.large_string()
_NOTHING, _QUOTE, _APOSTROPHE, _END = (pa.scalar(text, _TEXT) for text in ("", '"', "'", "\n"))
_SPECIAL = {separator: re.compile(f'[{separator}"\n\r]') for separator in (",", "\t")}
_FORMULA = re.compile("^'*[=+\\-@\t\r\n]")
_GUARDED = re.compile("^'+[=+\\-@\t\r\n]")
_MANY, _REPEATED = 1_000, 3
"""Rows, and times that a wording stands in them on average, from which on it pays to look at each wording once."""
_LONGEST_CELL = 2**31 - 1
_SEPARATORS = (",", ";", "\t", "，")


def write_csv(frame: pd.DataFrame, path: Path, *, separator: str = ",") -> None:
    """Write a table as utf-8 with a byte order mark, so that Excel opens it; what is missing is left empty."""
    with path.open("wb") as file:
        file.write(codecs.BOM_UTF8)
        head = separator.join(_quoted(_guarded(str(name)), separator) for name in frame.columns)
        file.write((head + "\n").encode())
        for first in range(0, len(frame) if len(frame.columns) else 0, _ROWS_AT_ONCE):
            file.write(_lines(frame.iloc[first : first + _ROWS_AT_ONCE], separator))


def read_csv(text: str, *, separator: str | None = None) -> pd.DataFrame:
    """Return the table that a text of lines holds, its columns with their types.

    Parameters
    ----------
    text
        The file, decoded.
    separator
        What stands between cells; by default a comma, or, where the first line has none, what it has.

    Raises
    ------
    InputError
        If there is no line, or one has more cells than the first.
    """
    head = text.partition("\n")[0]
    separator = separator or next((mark for mark in _SEPARATORS if mark in head), ",")
    csv.field_size_limit(_LONGEST_CELL)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    rows: list[list[str]] = []
    try:
        for row in lines:
            if rows and len(row) > len(rows[0]):
                raise InputError(
                    "row {line_num} has {n_cells} cells, the first {n_first}; put cells that hold what parts them in "
                    "quotation marks",
                    line_num=lines.line_num,
                    n_cells=len(row),
                    n_first=len(rows[0]),
                )
            if row:
                rows.append(row if not rows else row + [""] * (len(rows[0]) - len(row)))
    except csv.Error as error:
        raise InputError(
            "row {line_num} is no csv ({error})", line_num=lines.line_num, error=error
        ) from error
    if not rows:
        raise InputError("the file is empty; a table has at least a line with the names of its columns")
    names = [_bare(name) for name in rows[0]]
    twice = next((name for i, name in enumerate(names) if name in names[:i]), None)
    if twice is not None:
        raise InputError("two columns are named {twice!r}; give each a name of its own", twice=twice)
    cells = zip(*rows[1:], strict=True) if len(rows) > 1 else ((),) * len(names)
    columns = {name: [_bare(cell) for cell in column] for name, column in zip(names, cells, strict=True)}
    return restored(pd.DataFrame(columns, dtype=object), as_text=True)


def _bare(cell: str) -> str:
    """Return a cell without the apostrophe that kept it from being a formula."""
    return cell[1:] if cell.startswith("'") and _GUARDED.match(cell) else cell


def _guarded(cell: str) -> str:
    """Return text that no spreadsheet takes for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _lines(frame: pd.DataFrame, separator: str) -> memoryview:
    """Return rows as the bytes of their lines."""
    columns = [_column(frame.iloc[:, i], separator) for i in range(frame.shape[1])]
    if len(columns) == 1:  # an empty cell alone in its line would be read as no line
        columns = [pc.if_else(pc.equal(columns[0], _NOTHING), pa.scalar('""', _TEXT), columns[0])]
    columns[-1] = pc.binary_join_element_wise(columns[-1], _NOTHING, _END)
    lines = pc.binary_join_element_wise(*columns, pa.scalar(separator, _TEXT))
    # Behind each other, the strings of a column are the text of the file.
    size = pc.sum(pc.binary_length(lines)).as_py()
    return memoryview(lines.buffers()[2])[:size]


def _column(values: pd.Series, separator: str) -> pa.Array:
    """Return a column's cells as they stand in the file."""
    if isinstance(values.dtype, pd.CategoricalDtype):
        categories = _column(pd.Series(values.cat.categories), separator)
        codes = pa.array(values.cat.codes.to_numpy().astype("int64"))
        return pc.fill_null(categories.take(pc.if_else(pc.less(codes, 0), None, codes)), _NOTHING)
    if pd.api.types.is_string_dtype(values.dtype) and values.dtype != object:
        return _text(_whole(pa.array(values, _TEXT)), separator)
    if pd.api.types.is_integer_dtype(values.dtype):
        return pc.fill_null(_whole(pa.array(values)).cast(_TEXT), _NOTHING)
    if pd.api.types.is_bool_dtype(values.dtype) and values.dtype != object:
        known = _whole(pa.array(values, pa.bool_(), from_pandas=True))
        return pc.fill_null(pc.if_else(known, pa.scalar("True", _TEXT), pa.scalar("False", _TEXT)), _NOTHING)
    if values.dtype == "float64":
        known = pa.array(values, from_pandas=True).dictionary_encode()  # each value is put into words once
        words = pa.array([repr(value) for value in known.dictionary.to_pylist()], _TEXT)
        return pc.fill_null(words.take(known.indices), _NOTHING)
    if values.dtype.kind in "mM":
        # pandas writes times as dates where all of a column are dates.
        values = pd.Series(values.to_csv(index=False, header=False, lineterminator="\n").split("\n")[:-1])
        return pa.array(values.str.strip('"'), _TEXT)
    cells = [
        "" if missing else _quoted(_guarded(value) if isinstance(value, str) else str(value), separator)
        for value, missing in zip(values, values.isna(), strict=True)
    ]
    return pa.array(cells, _TEXT)


def _text(cells: pa.Array, separator: str) -> pa.Array:
    """Return cells of text as they stand in the file; where they repeat themselves, each wording is looked at once."""
    if len(cells) > _MANY:
        coded = cells.dictionary_encode()
        if len(coded.dictionary) * _REPEATED < len(cells):
            return pc.fill_null(_guarded_text(coded.dictionary, separator).take(coded.indices), _NOTHING)
    return pc.fill_null(_guarded_text(cells, separator), _NOTHING)


def _guarded_text(cells: pa.Array, separator: str) -> pa.Array:
    """Return cells of text with an apostrophe before formulas, and in quotation marks where they need them."""
    formula = pc.match_substring_regex(cells, _FORMULA.pattern)
    if pc.any(formula).as_py():
        cells = pc.if_else(formula, pc.binary_join_element_wise(_APOSTROPHE, cells, _NOTHING), cells)
    special = pc.match_substring_regex(cells, _SPECIAL[separator].pattern)
    if not pc.any(special).as_py():
        return cells
    inner = pc.replace_substring(cells, '"', '""')
    return pc.if_else(special, pc.binary_join_element_wise(_QUOTE, inner, _QUOTE, _NOTHING), cells)


def _whole(cells: pa.Array | pa.ChunkedArray) -> pa.Array:
    """Return cells as one array."""
    return cells.combine_chunks() if isinstance(cells, pa.ChunkedArray) else cells


def _quoted(cell: str, separator: str) -> str:
    """Return a cell in quotation marks if it needs them."""
    return '"' + cell.replace('"', '""') + '"' if _SPECIAL[separator].search(cell) else cell
