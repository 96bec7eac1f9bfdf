"""Rows of a table as the XML of a sheet: a whole column at a time, and each wording and each number once."""

import math
from collections.abc import Iterator
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from xlsxwriter.utility import xl_col_to_name

from plananalysis.files.cell_text import LONGEST_CELL, encoded

_ROWS_AT_ONCE = 50_000
"""Bounds the memory that the XML of a sheet takes."""
_TEXT = pa.large_string()
_NOTHING = pa.scalar("", _TEXT)
_SPECIAL = (
    r"[\x00-\x08\x0b-\x1f\x{FFFE}\x{FFFF}&<>]|_x[0-9a-fA-F]{4}_|^[\s\x0b\x{85}\p{Z}]|[\s\x0b\x{85}\p{Z}]$"
)
"""Text that does not stand in a cell as it is (in the syntax of RE2); it may find more than there is."""


def rows_as_xml(frame: pd.DataFrame, float_look: int) -> Iterator[str]:
    """Yield the XML of a table's rows, many at once; the first is the second row of the sheet.

    Parameters
    ----------
    frame
        The table.
    float_look
        The number of the look that floats have.

    Examples
    --------
    >>> "".join(rows_as_xml(pd.DataFrame({"n": [7]}), 1))
    '<row r="2"><c r="A2"><v>7</v></c></row>'
    """
    for first in range(0, len(frame) if len(frame.columns) else 0, _ROWS_AT_ONCE):
        part = frame.iloc[first : first + _ROWS_AT_ONCE]
        numbers = pa.array(range(first + 2, first + 2 + len(part))).cast(_TEXT)
        cells = [
            _cells(part.iloc[:, i], numbers, xl_col_to_name(i), float_look) for i in range(part.shape[1])
        ]
        rows = _joined('<row r="', numbers, '">', *cells, "</row>")
        # Behind each other, the strings of a column are the text of the file.
        yield rows.buffers()[2].slice(0, pc.sum(pc.binary_length(rows)).as_py()).to_pybytes().decode()


def _cells(column: pd.Series, numbers: pa.Array, letters: str, float_look: int) -> pa.Array:
    """Return the cells of a column as XML, "" for those without a value."""
    inside = _insides(column, float_look)  # null where there is no value
    return pc.fill_null(_joined(f'<c r="{letters}', numbers, '"', inside), _NOTHING)


def _insides(column: pd.Series, float_look: int) -> pa.Array:
    """Return what follows the place of each cell in its XML, null for those without a value."""
    kind = column.dtype
    if isinstance(kind, pd.CategoricalDtype):
        categories = _insides(pd.Series(column.cat.categories), float_look)
        codes = pa.array(column.cat.codes.to_numpy().astype("int64"))
        return categories.take(pc.if_else(pc.less(codes, 0), None, codes))
    if pd.api.types.is_object_dtype(kind) or kind.kind in "mM":
        values = column.astype(object).where(column.notna(), None).tolist()
        known = {text: _inside(text, float_look) for text in {v for v in values if isinstance(v, str)}}
        return pa.array(
            [known[v] if isinstance(v, str) else _inside(v, float_look) or None for v in values], _TEXT
        )
    values = pa.array(column, from_pandas=True)
    if isinstance(values, pa.ChunkedArray):
        values = values.combine_chunks()
    if pd.api.types.is_bool_dtype(kind):
        return pc.if_else(values, *(pa.scalar(_inside(value, float_look), _TEXT) for value in (True, False)))
    if pd.api.types.is_integer_dtype(kind):
        return _joined("><v>", values.cast(_TEXT), "</v></c>")
    coded = values.dictionary_encode()  # each wording and each number is put into XML once
    if pd.api.types.is_string_dtype(kind):
        return _texts(coded.dictionary.cast(_TEXT), float_look).take(coded.indices)
    words = [_inside(value, float_look) for value in coded.dictionary.to_pylist()]
    return pa.array(words, _TEXT).take(coded.indices)


def _texts(texts: pa.Array, float_look: int) -> pa.Array:
    """Return what follows the place of a cell that holds text; what is not plain is written one by one."""
    xml = _joined(' t="inlineStr"><is><t>', texts, "</t></is></c>")
    special = pc.or_(
        pc.match_substring_regex(texts, _SPECIAL), pc.greater(pc.utf8_length(texts), LONGEST_CELL)
    )
    if not pc.any(special).as_py():
        return xml
    others = [_inside(text, float_look) for text in texts.filter(special).to_pylist()]
    return pc.replace_with_mask(xml, special, pa.array(others, _TEXT))


def _joined(*parts: pa.Array | str) -> pa.Array:
    """Return columns and fixed texts joined row by row, null where one of them is."""
    arrays = [pa.scalar(part, _TEXT) if isinstance(part, str) else part for part in parts]
    return pc.binary_join_element_wise(*arrays, _NOTHING)


def _inside(value: Any, float_look: int) -> str:
    """Return what follows the place of a cell in its XML, "" for one without a value."""
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
