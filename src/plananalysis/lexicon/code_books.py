"""Code books: which terms speak for which code of a sentence, beside what they do not, and where that is from."""

from pathlib import Path

import numpy as np
import pandas as pd

from plananalysis import tables
from plananalysis.errors import InputError, near
from plananalysis.files.io import read_table
from plananalysis.lexicon.faulty_rows import refuse_first
from plananalysis.lexicon.own import read_rows

_DATA = Path(__file__).parent / "data"

SHIPPED_BOOKS = ("strength", "tools")
"""Names of the code books that come with the package: directive strength and policy tools."""

CodeBook = str | Path | pd.DataFrame
"""A shipped name, a path, or a table."""

NO_CODE = "-"
"""Code of a term that says nothing itself and keeps the shorter terms inside it from counting: 要求 is no 要."""

_NEEDED = ("code", "term")


def load_code_book(codebook: CodeBook = "strength") -> pd.DataFrame:
    """Load a code book: a shipped one by its name, or the user's own file or table.

    Parameters
    ----------
    codebook
        ``"strength"`` (指令强度: 红色, 黑色, 灰色 after Ang 2023), ``"tools"`` (政策工具: 供给型, 环境型, 需求型 after Rothwell
        and Zegveld 1985, with their subtypes), or a path or table (.csv .tsv .xlsx .jsonl .parquet) with the columns ``code``
        and ``term`` and, if you like, those below. To extend a shipped one, put rows behind it with ``pd.concat``.

    Returns
    -------
    DataFrame
        kind : what the code belongs to (供给型), the code itself where none is given; code : the code (人才培养), or ``-`` for a term that keeps shorter ones inside it from counting; term :
        a word or phrase, with ``…`` for up to 12 characters within a clause (加大…投入); weight : a sentence has a code from 1
        on, so that terms of .5 need each other; not_after, not_before : words joined by ｜ directly behind or before which the term
        does not count; source, example and counter_example.

    Raises
    ------
    InputError
        If there is no such book, a column is missing or unknown, or a row has no code, no term or no positive weight; the
        message names the row.

    References
    ----------
    Ang, Y. Y. (2023). Ambiguity and clarity in China's adaptive policy communication. The China Quarterly. Published online 20
    July 2023. Rothwell, R. and Zegveld, W. (1985). Reindustrialization and Technology. London: Longman.

    Examples
    --------
    >>> book = load_code_book("strength")
    >>> [code for code in book["code"].unique() if code != "-"]
    ['红色', '黑色', '灰色']
    >>> load_code_book(pd.DataFrame({"code": ["数字化"], "term": ["一网通办"]}))[["kind", "code", "term", "weight"]]
      kind code  term  weight
    0  数字化  数字化  一网通办     1.0
    """
    if isinstance(codebook, pd.DataFrame):
        return _checked(codebook, "code book")
    if not isinstance(codebook, str | Path):
        raise InputError(
            "code book: {shipped}, the path of a file, or a table with the columns code and term is wanted, {kind} was given",
            shipped=SHIPPED_BOOKS,
            kind=type(codebook).__name__,
        )
    if str(codebook) in SHIPPED_BOOKS:
        path = _DATA / f"{codebook}_codes.csv"
    else:
        path = Path(codebook)
        if not path.suffix:
            raise InputError(
                "no code book {codebook!r}; {near}; or give a file",
                codebook=str(codebook),
                near=near(str(codebook), SHIPPED_BOOKS),
            )
    if path.suffix.lower() in (".csv", ".tsv", ".xlsx"):
        rows = read_rows(path)
        return _checked(pd.DataFrame([row for _, row in rows]), path.name, [number for number, _ in rows])
    return _checked(read_table(path), path.name)


def _checked(frame: pd.DataFrame, name: str, numbers: list[int] | None = None) -> pd.DataFrame:
    """Return the book with all its columns, or say which column or row is wrong."""
    known = tables.columns("code_book")
    for column in map(str, frame.columns):
        if column not in known:
            raise InputError(
                "{name}: a code book has no column {column!r}; {near}; it has the columns {columns}",
                name=name,
                column=column,
                near=near(column, known),
                columns=known,
            )
    for column in _NEEDED:
        if column not in frame.columns:
            raise InputError(
                "{name}: no column {column!r}; a code book has the columns {columns}",
                name=name,
                column=column,
                columns=known,
            )
    book = pd.DataFrame(
        {
            column: frame[column].fillna("").astype(str).str.strip() if column in frame else ""
            for column in known
            if column != "weight"
        },
        index=frame.index,
    )
    given = frame["weight"].replace("", np.nan) if "weight" in frame else pd.Series(1.0, index=frame.index)
    weight = pd.to_numeric(given.where(given.notna(), 1.0), errors="coerce").astype("float64")
    if book.empty:
        raise InputError("{name}: holds no term", name=name)
    _refuse_rows(book.assign(weight=weight), name, numbers)
    book["kind"] = book["kind"].where(book["kind"] != "", book["code"])
    return tables.conform(book.assign(weight=weight), "code_book")


def _refuse_rows(book: pd.DataFrame, name: str, numbers: list[int] | None) -> None:
    """Raise :class:`InputError` for the first row that cannot be used."""
    weight = book["weight"].to_numpy(dtype="float64")
    faults = (
        (book["code"] == "", "has no code"),
        (book["term"].str.strip("…") == "", "the code {code} is given without a term"),
        (~((weight > 0) & (weight < np.inf)), "the weight of {term} is not a positive number"),
        (book.duplicated(["code", "term"]), "repeats {term} under {code}"),
    )
    refuse_first(book, faults, name, shown=("code", "term"), numbers=numbers)
