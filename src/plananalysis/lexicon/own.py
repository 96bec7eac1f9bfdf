"""Lexicons of the user: a plain list, a dictionary in jieba's format, or a table."""

import csv
import io
import logging
import re
from pathlib import Path

import pandas as pd

from plananalysis import tables
from plananalysis.errors import InputError
from plananalysis.files.io import decoded
from plananalysis.folding import fold_text
from plananalysis.messages.message import Message
from plananalysis.messages.said_often import reason_of

_TERM_COLUMNS = ("term", "word", "词", "词语", "术语")
_JIEBA_LINE = re.compile(r"(?P<term>\S.*?)\s+(?P<freq>\d+)(?:\s+[A-Za-z]+)?|(?P<tagged>\S+)\s+[a-z]{1,3}")
_MARKS = ("\t", ",", ";", "，", "；")
"""What may stand between the cells of a table, by how sure a sign it is."""
_log = logging.getLogger(__name__)
_WORKBOOK_MAGIC = b"PK\x03\x04"


def load_lexicon(path: str | Path, *, name: str | None = None, kind: str = "slogan") -> pd.DataFrame:
    r"""Read a list of phrases that :func:`plananalysis.segment` keeps whole.

    Parameters
    ----------
    path
        A text file with one term a line, or lines ``term freq tag`` as in a dictionary for jieba (the numbers and
        tags are not used: every phrase of a lexicon is kept whole); or a table, ``.csv`` ``.tsv`` or ``.xlsx``,
        with a column ``term`` or ``word`` and optionally ``kind`` and ``source``. Lines that begin with ``#`` and
        empty ones are passed over. UTF-8 with or without BOM, UTF-16 and GB18030 are read.
    name
        What the column ``lexicon`` says; the file's name without suffix if not given.
    kind
        The kind of the tokens, where the table has no column ``kind`` of its own.

    Returns
    -------
    DataFrame
        ``term``, ``kind``, ``lexicon`` (its name) and ``source`` (the table's own column, else the file's name);
        a term given twice stands once.

    Raises
    ------
    InputError
        If the file cannot be read, has no term column, or a row has no usable term; the message names the row.

    Examples
    --------
    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp()) / "mine.txt"
    >>> _ = file.write_text("我为群众办实事 3 n\n# 备注\n“揭榜挂帅”\n", encoding="utf-8")
    >>> load_lexicon(file)[["term", "kind", "lexicon"]]
            term    kind lexicon
    0  我为群众办实事  slogan    mine
    1       揭榜挂帅  slogan    mine
    """
    path = Path(path)
    rows = read_rows(path)
    if not rows:
        _log.warning(Message("{path}: the list of terms is empty", path=path))
    if rows and "line" not in rows[0][1]:
        column = next((c for c in _TERM_COLUMNS if c in rows[0][1]), None)
        if column is None:
            raise InputError(
                "{path}: row 1 has no column 'term' or 'word' (found: {columns}); name one so",
                path=path,
                columns=rows[0][1],
            )
        records = [
            (_term(row.get(column or "term", ""), path, number), row.get("kind") or kind, row.get("source"))
            for number, row in rows
        ]
    else:
        records = [(_term(_jieba_term(row["line"]), path, number), kind, None) for number, row in rows]
    frame = pd.DataFrame(records, columns=["term", "kind", "source"], dtype=object)
    frame["lexicon"] = name or path.stem
    frame["source"] = [source or path.name for source in frame["source"]]
    return tables.conform(frame.drop_duplicates("term"), "lexicon")


def combine_lexicons(*lexicons: pd.DataFrame) -> pd.DataFrame:
    """Put lexicons together; of terms that are equal when folded (quotes, ``，、``, width, case) the first stands.

    Parameters
    ----------
    *lexicons : DataFrame
        Tables with the columns ``term``, ``kind``, ``lexicon`` and ``source``.

    Returns
    -------
    DataFrame
        The same columns, the rows in the order given.

    Examples
    --------
    >>> one = pd.DataFrame({"term": ["两个维护"], "kind": "slogan", "lexicon": "a", "source": "x"})
    >>> two = pd.DataFrame({"term": ["“两个维护”", "党建"], "kind": "theme", "lexicon": "b", "source": "y"})
    >>> combine_lexicons(one, two)[["term", "lexicon"]]
       term lexicon
    0  两个维护       a
    1    党建       b
    """
    if not lexicons:
        return tables.empty("lexicon")
    whole = pd.concat([tables.conform(lexicon, "lexicon") for lexicon in lexicons], ignore_index=True)
    folded = whole["term"].map(fold_text)
    return tables.conform(whole[~folded.duplicated()], "lexicon")


def read_rows(path: Path) -> list[tuple[int, dict[str, str]]]:
    """Read a table (a dict per row) or a list (``line``) with the 1-based number of each row in the file.

    Comments and empty rows are left out.
    """
    suffix = path.suffix.lower()
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise InputError("{path}: no such file", path=path) from None
    except OSError as error:
        raise InputError("{path}: cannot be read ({reason})", path=path, reason=reason_of(error)) from error
    if suffix == ".xlsx" or data.startswith(_WORKBOOK_MAGIC):
        return _workbook_rows(data, path)
    try:
        text = decoded(data)
    except InputError as error:
        raise InputError("{path}: {error}", path=path, error=error) from error
    if suffix in (".csv", ".tsv") or _has_head(text):
        return _delimited_rows(text, path, _parted_by(text, path))
    lines = enumerate(text.splitlines(), start=1)
    return [(n, {"line": line.strip()}) for n, line in lines if line.strip() and not _is_comment(line)]


def _first_line(text: str) -> str:
    """Return the first line that is no comment."""
    lines = (line for line in text.splitlines() if line.strip() and not _is_comment(line))
    return next(lines, "")


def _has_head(text: str) -> bool:
    """Tell whether a plain file is a table with tabs: its first line names a column of terms among others."""
    cells = [cell.strip() for cell in _first_line(text).split("\t")]
    return len(cells) > 1 and any(cell in _TERM_COLUMNS for cell in cells)


def _parted_by(text: str, path: Path) -> str:
    """Return what stands between the cells of a table, by its first line and its suffix; another is said."""
    first, own = _first_line(text), "\t" if path.suffix.lower() == ".tsv" else ","
    other = next((mark for mark in _MARKS if mark in first), own) if own not in first else own
    if other != own and path.suffix.lower() in (".csv", ".tsv"):
        named = Message("tabs") if other == "\t" else Message("{mark!r}", mark=other)
        _log.warning(Message("{path}: its cells are parted by {mark}; it is read so", path=path, mark=named))
    return other


def _delimited_rows(text: str, path: Path, delimiter: str) -> list[tuple[int, dict[str, str]]]:
    """Return the rows of a csv text below its header."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    header: list[str] | None = None
    rows = []
    try:
        for cells in reader:
            if not any(cell.strip() for cell in cells) or _is_comment(cells[0]):
                continue
            if header is None:
                header = [cell.strip() for cell in cells]
            elif len(cells) > len(header):
                raise InputError(
                    "{path}: row {line_num} has {n_cells} cells, the header {n_header}; put cells that hold a comma "
                    "in quotation marks",
                    path=path,
                    line_num=reader.line_num,
                    n_cells=len(cells),
                    n_header=len(header),
                )
            else:
                rows.append(
                    (reader.line_num, {key: cell.strip() for key, cell in zip(header, cells, strict=False)})
                )
    except csv.Error as error:
        raise InputError(
            "{path}: row {line_num} is no csv ({error})", path=path, line_num=reader.line_num, error=error
        ) from error
    return rows


def _workbook_rows(data: bytes, path: Path) -> list[tuple[int, dict[str, str]]]:
    """Return the rows of the first sheet below its header."""
    from openpyxl import load_workbook

    try:
        sheet = load_workbook(io.BytesIO(data), read_only=True, data_only=True).worksheets[0]
        grid = [
            ["" if cell is None else str(cell).strip() for cell in row]
            for row in sheet.iter_rows(values_only=True)
        ]
    except Exception as error:  # openpyxl raises many kinds for a broken file
        raise InputError("{path}: cannot be read as xlsx ({error})", path=path, error=error) from error
    rows = [(n, row) for n, row in enumerate(grid, start=1) if any(row) and not _is_comment(row[0])]
    if not rows:
        return []
    header = rows[0][1]
    return [(n, dict(zip(header, row, strict=False))) for n, row in rows[1:]]


def _is_comment(line: str) -> bool:
    return line.lstrip().startswith("#")


def _jieba_term(line: str) -> str:
    """Return the term of a line ``term``, ``term freq``, ``term freq tag`` or ``term tag``."""
    match = _JIEBA_LINE.fullmatch(line)
    return (match.group("term") or match.group("tagged")) if match else line


def _term(value: str, path: Path, row: int) -> str:
    """Return a term without outer quotation marks, or raise if nothing is left of it."""
    term = value.strip().strip("“”‘’\"'「」『』").strip()
    if "\t" in term:
        raise InputError(
            "{path}: row {row} holds a tab; write one term a line, or save the table as .tsv with names in row 1",
            path=path,
            row=row,
        )
    if not fold_text(term):
        raise InputError("{path}: row {row} has no term; write one or delete the row", path=path, row=row)
    return term
