"""Read tables of documents and metadata tables: .csv .jsonl .parquet .xlsx .xls, with English or Chinese headings."""

import io
import json
import warnings
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pandas as pd

from plananalysis.corpus.encoding import BYTE_ORDER_MARKS, UndecodableError, decode
from plananalysis.corpus.readers.guard import guarded
from plananalysis.corpus.readers.reading import LeftOut, UnreadableError, suffix_of
from plananalysis.messages.message import Message

_HEADINGS = {
    "text": ("正文", "文本", "内容", "全文"),
    "doc_id": ("编号", "文档编号", "id"),
    "file": ("文件", "文件名", "filename", "file_name", "path"),
    "unit": ("单位", "机构", "地区"),
    "year": ("年份", "年度", "年"),
    "title": ("标题", "题名", "文件标题"),
}


_KEYS = ("text", "file", "doc_id")
"""Headings of which a table of documents, or of metadata, has one."""
_HEADING_ROWS = 10
"""Rows among which the headings of a sheet are looked for, below its title."""


class Rows(NamedTuple):
    """The rows of a table file, and what it holds besides."""

    frame: pd.DataFrame
    left_out: tuple[LeftOut, ...] = ()


def read_rows(name: str, data: bytes) -> Rows:
    """Return the rows of a table file; headings are stripped and Chinese ones named in English.

    Of a workbook all sheets with the headings of the first such one are read, one below the other; the headings may
    stand below a title. Merged cells count for each of their rows. Further sheets are named as left out.

    Raises
    ------
    UnreadableError
        If the file is no such table; the message says why.
    """
    if not data or data.isspace():
        raise UnreadableError("empty file")
    return guarded(
        lambda: _read_rows(name, data), Message("not a readable {suffix} table", suffix=suffix_of(name)[1:])
    )


def _read_rows(name: str, data: bytes) -> Rows:
    """Return the rows of a table file."""
    suffix = suffix_of(name)
    try:
        if suffix == ".csv":
            frame = _read_csv(decode(data).text)
        elif suffix == ".jsonl":
            frame = pd.DataFrame(_read_jsonl(data), dtype=object)
        elif suffix == ".parquet":
            frame = pd.read_parquet(io.BytesIO(data))
        else:
            return _from_sheets(data)
    except (UndecodableError, UnreadableError, MemoryError, RecursionError):
        raise
    except Exception as error:  # what is wrong with a line or a cell is worth saying
        first = (str(error).splitlines() or [type(error).__name__])[0]
        raise UnreadableError(
            "not a readable {suffix} table ({first})", suffix=suffix[1:], first=first
        ) from error
    return Rows(named_columns(frame))


def _from_sheets(data: bytes) -> Rows:
    """Return the rows of a workbook, of all sheets that have the headings of the first one."""
    from plananalysis.corpus.readers.workbook_sheets import read_sheets

    sheets = [(sheet.name, _below_headings(sheet.rows)) for sheet in read_sheets(data)]
    keyed = [frame for _, frame in sheets if set(_KEYS) & set(frame.columns)]
    wanted = set(_KEYS) & set(keyed[0].columns) if keyed else set()
    found = [sheet for sheet in sheets if wanted & set(sheet[1].columns)] or sheets[:1]
    taken = {name for name, _ in found}
    others = [name for name, _ in sheets if name not in taken]
    left_out = (LeftOut("further sheet", len(others), others[0]),) if others else ()
    if not found:
        return Rows(pd.DataFrame(), left_out)
    key = next((key for key in ("doc_id", "id") if all(key in frame.columns for _, frame in found)), None)
    together = pd.concat([frame for _, frame in found], ignore_index=True)
    if key and len(found) > 1 and together[key].duplicated().any():
        # A sheet for each year, each with its own numbering.
        together[key] = [f"{name}/{value}" for name, frame in found for value in frame[key]]
    return Rows(together, left_out)


def _below_headings(rows: list[list[object]]) -> pd.DataFrame:
    """Return the rows below the headings: the first row that names a known column, else the first of all."""
    best = 0
    for number, row in enumerate(rows[:_HEADING_ROWS]):
        names = named_columns(pd.DataFrame(columns=[_heading(cell) for cell in row])).columns
        if set(_KEYS) & set(names):
            best = number
            break
    heads = [_heading(cell) or f"column {i}" for i, cell in enumerate(rows[best], start=1)]
    for i, head in enumerate(heads):
        if head in heads[:i]:
            heads[i] = f"{head}.{heads[:i].count(head)}"
    body = [row for row in rows[best + 1 :] if any(cell is not None for cell in row)]
    return named_columns(pd.DataFrame(body, columns=heads, dtype=object))


def _heading(cell: object) -> str:
    """Return a heading as text."""
    return "" if cell is None else str(cell)


def _read_jsonl(data: bytes) -> list[object]:
    """Read one value per line; an error names the line of the file."""
    if b"\0" not in data and not data.startswith(BYTE_ORDER_MARKS):
        try:
            return _parsed(line.decode() for line in _lines(data))
        except UnicodeDecodeError:
            pass
    return _parsed(decode(data).text.split("\n"))


def _lines(data: bytes) -> Iterator[bytes]:
    """Yield the lines of a file one by one, so that a large one is not held as text besides its rows."""
    for piece in io.BytesIO(data):
        yield from piece.splitlines() if b"\r" in piece else (piece,)


def _parsed(lines: Iterable[str]) -> list[object]:
    """Return the value on every line that is not blank."""
    rows = []
    for number, line in enumerate(lines, start=1):
        if line and not line.isspace():
            try:
                rows.append(json.loads(line))
            except json.JSONDecodeError as error:
                raise ValueError(f"line {number}, character {error.colno}: {error.msg}") from error
    return rows


def _read_csv(text: str) -> pd.DataFrame:
    """Read comma-, semicolon- or tab-separated rows; cells stay text."""
    head = text.partition("\n")[0]
    separator = max((",", "\t", ";", "，"), key=head.count)
    with warnings.catch_warnings():
        warnings.simplefilter("error", pd.errors.ParserWarning)
        try:
            return pd.read_csv(
                io.StringIO(text),
                sep=separator,
                dtype=str,
                keep_default_na=False,
                na_values=[""],
                index_col=False,  # a row that ends in a comma shifts nothing
                engine="python",
            )
        except pd.errors.ParserWarning as error:
            raise ValueError("a row has more cells than headings; quote cells that hold commas") from error


def named_columns(frame: pd.DataFrame) -> pd.DataFrame:
    """Give the known columns their English names; a name already taken stays."""
    frame = frame.set_axis([str(column).strip().lstrip("\ufeff") for column in frame.columns], axis="columns")
    taken = set(frame.columns)
    renames = {}
    for name, others in _HEADINGS.items():
        for column in frame.columns:
            if column in others or column.lower() in (name, *others):
                if name not in taken:
                    renames[column] = name
                    taken.add(name)
                break
    return frame.rename(columns=renames)
