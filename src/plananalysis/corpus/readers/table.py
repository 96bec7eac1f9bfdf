"""Read tables of documents and metadata tables: .csv .jsonl .parquet .xlsx, with English or Chinese headings."""

import io
import json
import warnings
from collections.abc import Iterable, Iterator

import pandas as pd

from plananalysis.corpus.encoding import BYTE_ORDER_MARKS, UndecodableError, decode
from plananalysis.corpus.readers.reading import UnreadableError, suffix_of

_HEADINGS = {
    "text": ("正文", "文本", "内容", "全文"),
    "doc_id": ("编号", "文档编号", "id"),
    "file": ("文件", "文件名", "filename", "file_name", "path"),
    "unit": ("单位", "机构", "地区"),
    "year": ("年份", "年度", "年"),
    "title": ("标题", "题名", "文件标题"),
}


def read_rows(name: str, data: bytes) -> pd.DataFrame:
    """Return the rows of a table file; headings are stripped and Chinese ones named in English.

    Raises
    ------
    UnreadableError
        If the file is no such table; the message says why.
    """
    suffix = suffix_of(name)
    if not data or data.isspace():
        raise UnreadableError("empty file")
    try:
        if suffix == ".csv":
            frame = _read_csv(decode(data).text)
        elif suffix == ".jsonl":
            frame = pd.DataFrame(_read_jsonl(data), dtype=object)
        elif suffix == ".parquet":
            frame = pd.read_parquet(io.BytesIO(data))
        else:
            frame = pd.read_excel(io.BytesIO(data), dtype=object)
    except UndecodableError as error:
        raise UnreadableError(str(error)) from error
    except Exception as error:  # parsers of damaged files raise nearly anything
        first = (str(error).splitlines() or [type(error).__name__])[0]
        raise UnreadableError(f"not a readable {suffix[1:]} table ({first})") from error
    return named_columns(frame)


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
