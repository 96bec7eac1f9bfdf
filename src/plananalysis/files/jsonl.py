r"""Tables as JSON lines: an object a row, every value exact.

An infinite number is written as ``1e999``: JSON has no word for it, and every reader takes this for one.
"""

import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd

from plananalysis.errors import InputError
from plananalysis.files.types import restored

_INFINITE = "1e999"
_ROWS_AT_ONCE = 50_000


def write_jsonl(frame: pd.DataFrame, path: Path) -> None:
    """Write a table as one JSON object a line; what is missing is null."""
    names = [json.dumps(str(name), ensure_ascii=False) for name in frame.columns]
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for first in range(0, len(frame), _ROWS_AT_ONCE):
            file.writelines(_lines(frame.iloc[first : first + _ROWS_AT_ONCE], names))


def read_jsonl(text: str) -> pd.DataFrame:
    """Return the rows of JSON lines; columns stand in the order in which rows bring them."""
    rows = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise InputError(
                "line {number}, character {colno}: {msg}", number=number, colno=error.colno, msg=error.msg
            ) from error
        if not isinstance(row, dict):
            raise InputError(
                'line {number} is no JSON object; write one a line, such as {{"n": 1}}', number=number
            )
        rows.append(row)
    names = list(dict.fromkeys(name for row in rows for name in row))
    columns = {name: pd.Series([row.get(name) for row in rows], dtype=object) for name in names}
    return restored(pd.DataFrame(columns, index=pd.RangeIndex(len(rows))), as_text=False)


def _lines(frame: pd.DataFrame, names: list[str]) -> Iterator[str]:
    """Yield the lines of some rows."""
    columns = [
        [
            _value(cell)
            for cell in frame.iloc[:, i].astype(object).where(frame.iloc[:, i].notna(), None).tolist()
        ]
        for i in range(frame.shape[1])
    ]
    for row in zip(*columns, strict=True):
        yield "{" + ", ".join(f"{name}: {cell}" for name, cell in zip(names, row, strict=True)) + "}\n"


def _value(cell: Any) -> str:
    """Return a cell as JSON."""
    if isinstance(cell, float) and math.isinf(cell):
        return _INFINITE if cell > 0 else f"-{_INFINITE}"
    return json.dumps(cell, ensure_ascii=False, default=_plain)


def _plain(cell: Any) -> Any:
    """Return what JSON has no type for as what it has: numpy's numbers as numbers, sets as lists, times as text."""
    if hasattr(cell, "tolist"):
        return cell.tolist()
    return sorted(cell, key=str) if isinstance(cell, set | frozenset) else str(cell)
