"""Tables for Stata (14 and later): its names, its long strings, and what it has no word for."""

import logging
import re
import warnings
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from pandas.io.stata import StataReader

from plananalysis.errors import InputError
from plananalysis.files.types import restored
from plananalysis.messages.message import Message
from plananalysis.tables import TABLES

_log = logging.getLogger(__name__)
_LONGEST_NAME = 32
_LONGEST_LABEL = 80
_LONGEST_STRING = 2045
"""Bytes of a string that stands in its row; a longer one is kept apart, as strL."""
_MOST_EXACT = 2**53
"""Whole numbers beyond this are not exact in Stata, which holds them as double."""
_RESERVED = frozenset(
    "_all _b _coef _cons _n _N _pi _pred _rc _skip aggregate array boolean break byte case catch class colvector "
    "complex const continue default delegate delete do double else eltypedef end enum explicit export external float "
    "for friend function global goto if in inline int local long NULL pragma protected quad rowvector short strL "
    "typedef typename using virtual with".split()
)
_UNDATED = datetime(2000, 1, 1)


def write_stata(frame: pd.DataFrame, path: Path) -> None:
    """Write a table for Stata; the same table gives the same bytes.

    Names that Stata refuses are changed and kept as the label of the column; other columns of ours are labelled with
    their meaning. Text may be of any length. Infinite numbers, which Stata has not, become missing with a warning.

    Raises
    ------
    InputError
        If the table has no column, or a whole number is too large to be exact.
    """
    if not len(frame.columns):
        raise InputError("a table without columns cannot be kept for Stata; use .csv")
    names = stata_names(map(str, frame.columns))
    columns = {name: _column(frame.iloc[:, i], str(frame.columns[i])) for i, name in enumerate(names)}
    shown = pd.DataFrame(columns, index=pd.RangeIndex(len(frame)))
    texts = [name for name in names if shown[name].dtype == object]
    long = [
        name for name in texts if shown[name].map(lambda text: len(text.encode())).max() > _LONGEST_STRING
    ]
    meanings = {column.name: column.en for table in TABLES.values() for column in table}
    meanings |= frame.attrs.get("labels", {})
    labels = {
        name: (str(old) if str(old) != name else meanings.get(name, ""))[:_LONGEST_LABEL]
        for name, old in zip(names, frame.columns, strict=True)
    }
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", pd.errors.PossiblePrecisionLoss)
        shown.to_stata(
            path,
            write_index=False,
            version=118,
            convert_strl=long,
            variable_labels=labels,
            time_stamp=_UNDATED,
        )


def read_stata(path: Path) -> pd.DataFrame:
    """Return the table of a Stata file, with the names that its columns had before they were changed for Stata.

    Stata has no truth values, and a whole number that may be missing is like any other number: where no table of ours
    says what a column holds, the first come back as 0 and 1 and the second with a decimal point.
    """
    reader: Any  # its stubs lack what it does
    with StataReader(path) as reader:
        labels = reader.variable_labels()
        frame = reader.read()
    labelled = [labels.get(name) or name for name in map(str, frame.columns)]
    own = zip(frame.columns, labelled, stata_names(labelled), strict=True)
    named = frame.set_axis([label if told == name else name for name, label, told in own], axis="columns")
    cells = {
        name: pd.Series([None if cell == "" else cell for cell in named[name].astype(object)], dtype=object)
        for name in named.columns
    }
    return restored(pd.DataFrame(cells, index=pd.RangeIndex(len(frame))), as_text=False)


def stata_names(columns: Iterable[str]) -> list[str]:
    """Return a name for each column that Stata takes, no two alike.

    Examples
    --------
    >>> stata_names(["doc_id", "log odds", "log-odds", "if", "2024", "所在段落"])
    ['doc_id', 'log_odds', 'log_odds_2', '_if', '_2024', '所在段落']
    """
    names: list[str] = []
    for column in columns:
        name = re.sub(r"[^A-Za-z0-9_\u00c0-\U0010ffff]|[\u00d7\u00f7\s]", "_", column)[:_LONGEST_NAME] or "_"
        if name in _RESERVED or name[0].isdigit() or re.fullmatch(r"str\d+", name):
            name = f"_{name}"[:_LONGEST_NAME]
        stem, number = name, 2
        while name in names:
            tail = f"_{number}"
            name, number = stem[: _LONGEST_NAME - len(tail)] + tail, number + 1
        names.append(name)
    return names


def _column(values: pd.Series, name: str) -> pd.Series:
    """Return a column as Stata can hold it."""
    kind = values.dtype
    if pd.api.types.is_bool_dtype(kind) and not pd.api.types.is_object_dtype(kind):
        values = values.astype("Int8")
    if pd.api.types.is_integer_dtype(values.dtype):
        largest = values.dropna().abs().max() if values.notna().any() else 0
        if largest > _MOST_EXACT:
            raise InputError(
                "column {name}: {largest} is too large to be exact in Stata; use .parquet",
                name=name,
                largest=largest,
            )
        gaps = values.isna().any()
        return pd.Series(values.to_numpy("float64", na_value=np.nan) if gaps else values.to_numpy("int64"))
    if pd.api.types.is_float_dtype(kind):
        numbers = pd.Series(values.to_numpy("float64", na_value=np.nan))
        infinite = int(np.isinf(numbers).sum())
        if infinite:
            _log.warning(
                Message(
                    "column {column}: {n} infinite numbers are missing in Stata's file",
                    column=name,
                    n=infinite,
                )
            )
        return numbers.replace([np.inf, -np.inf], np.nan)
    if pd.api.types.is_datetime64_any_dtype(kind):
        return values.reset_index(drop=True)
    cells = values.astype(object).where(values.notna(), "").tolist()
    return pd.Series([str(cell).replace("\0", "") for cell in cells], dtype=object)
