"""The types of the columns of a table that was read: those of the table of ours that it is, or told from its cells."""

import re
from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd

from plananalysis.tables import TABLES

_WHOLE = re.compile(r"-?(?:0|[1-9]\d{0,17})")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?|[-+]?inf", re.IGNORECASE)
_PADDED = re.compile(r"[-+]?0\d")
_TRUTH = {"True": True, "False": False, "TRUE": True, "FALSE": False}
_NO_NUMBER = ("NA", "NaN", "nan")
"""How other programs write a number that is missing; in a column of text they are words like others."""


def restored(frame: pd.DataFrame, *, as_text: bool) -> pd.DataFrame:
    """Return a table whose columns have their types again.

    Parameters
    ----------
    frame
        Columns of objects. What is missing is None; in a table read as text it is the empty string, too.
    as_text
        Whether all cells are strings, as in a csv file; where no table of ours says what a column holds, numbers are
        then told by their look. An identifier such as 007 stays as it is.
    """
    types = known_types(list(map(str, frame.columns)))
    columns = {}
    for name in frame.columns:
        cells = frame[name].tolist()
        columns[name] = _column(cells, types.get(str(name)), as_text)
    return pd.DataFrame(columns, index=pd.RangeIndex(len(frame)), columns=frame.columns)


def known_types(columns: Sequence[str]) -> dict[str, str]:
    """Return the types of the columns of the longest table of ours that these columns begin with.

    Examples
    --------
    >>> known_types(["file", "reason", "mine"])
    {'file': 'str', 'reason': 'str'}
    """
    fitting = [table for table in TABLES.values() if [c.name for c in table] == list(columns)[: len(table)]]
    return {c.name: c.dtype for c in max(fitting, key=len)} if fitting else {}


def _column(cells: list[Any], dtype: str | None, as_text: bool) -> pd.Series:
    """Return cells as a column of the type, or, where they do not fit it or it is not known, of their own."""
    if dtype is not None:
        try:
            return _typed(cells, dtype)
        except (TypeError, ValueError, OverflowError):
            pass
    return _told(cells) if as_text else _inferred(cells)


def _typed(cells: list[Any], dtype: str) -> pd.Series:
    """Return cells as a column of a type of ours."""
    if dtype in ("str", "category"):
        texts = ["" if _is_missing(cell) else _as_text(cell) for cell in cells]
        if dtype == "str":
            return pd.Series(texts, dtype="str")
        return pd.Series(pd.Categorical(texts, categories=list(dict.fromkeys(texts))))
    makers: dict[str, Callable[[Any], Any]] = {"bool": _truth, "boolean": _truth, "float64": float}
    make = makers.get(dtype, _integer)
    missing = float("nan") if dtype == "float64" else None
    values = [missing if _is_missing(cell) or cell == "" else make(cell) for cell in cells]
    if dtype == "bool":
        return pd.Series(values, dtype="boolean").astype("bool")
    if dtype.startswith("int"):
        return pd.Series(values, dtype="Int64").astype(pd.api.types.pandas_dtype(dtype))
    return pd.Series(values, dtype=pd.api.types.pandas_dtype(dtype))


def _told(cells: list[str]) -> pd.Series:
    """Return strings as whole numbers, numbers, truth values or text, whichever all of them are."""
    kinds = set(cells) - {""}
    numbers = kinds - set(_NO_NUMBER)
    if kinds and kinds <= set(_TRUTH):
        return _without_gaps(pd.Series([_TRUTH.get(cell) for cell in cells], dtype="boolean"), "bool")
    if numbers and all(map(_WHOLE.fullmatch, numbers)):
        whole = [int(cell) if cell in numbers else None for cell in cells]
        return _without_gaps(pd.Series(whole, dtype="Int64"), "int64")
    if numbers and all(_NUMBER.fullmatch(cell) and not _PADDED.match(cell) for cell in numbers):
        return pd.Series(
            [float(cell) if cell in numbers else float("nan") for cell in cells], dtype="float64"
        )
    return pd.Series([cell or None for cell in cells], dtype="str")


def _inferred(cells: list[Any]) -> pd.Series:
    """Return cells of a workbook or of JSON as a column of the one type that all of them have."""
    known = [cell for cell in cells if not _is_missing(cell)]
    if known and all(isinstance(cell, str) for cell in known):
        return pd.Series([None if _is_missing(cell) else cell for cell in cells], dtype="str")
    if known and all(isinstance(cell, bool) for cell in known):
        return _without_gaps(
            pd.Series([None if _is_missing(c) else c for c in cells], dtype="boolean"), "bool"
        )
    if known and all(isinstance(cell, int) and not isinstance(cell, bool) for cell in known):
        return _without_gaps(
            pd.Series([None if _is_missing(c) else c for c in cells], dtype="Int64"), "int64"
        )
    return pd.Series(cells, dtype=object).infer_objects()


def _without_gaps(values: pd.Series, dtype: str) -> pd.Series:
    """Return a column as the plain type if nothing is missing in it."""
    return values if values.isna().any() else values.astype(pd.api.types.pandas_dtype(dtype))


def _is_missing(cell: Any) -> bool:
    return cell is None or cell is pd.NA or (isinstance(cell, float) and cell != cell)


def _as_text(cell: Any) -> str:
    """Return a cell as text; a whole number that a workbook or Stata holds as 2024.0 is 2024."""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _integer(cell: Any) -> int:
    """Return a whole number; 2.5 is none."""
    if isinstance(cell, str):
        return int(cell) if _WHOLE.fullmatch(cell) else _integer(float(cell))
    number = int(cell)
    if number != cell:
        raise ValueError(f"{cell} is no whole number")
    return number


def _truth(cell: Any) -> bool:
    """Return a truth value."""
    if isinstance(cell, str):
        if cell not in _TRUTH:
            raise ValueError(f"{cell} is no truth value")
        return _TRUTH[cell]
    if cell not in (0, 1):
        raise ValueError(f"{cell} is no truth value")
    return bool(cell)
