"""Rows of the documents table: one from a text, or many from a table of texts."""

import hashlib
from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from plananalysis.corpus.encoding import unix_lines, whole_characters
from plananalysis.corpus.readers.workbook_sheets import LONGEST_CELL
from plananalysis.errors import InputError
from plananalysis.messages.message import Message
from plananalysis.tables import listed, looks_like

_CUT = "cut at {n_chars:,} characters, as much as a cell of Excel holds; get the text from its source"


class TableDocuments(NamedTuple):
    """What a table of texts holds: the documents, the rest of their rows, and the rows without text."""

    records: list[dict[str, Any]]
    metadata: pd.DataFrame
    skipped: list[tuple[str, str]]


def document_record(
    doc_id: str, text: str, *, file: str, form: str, data: bytes, encoding: str = "", warning: str = ""
) -> dict[str, Any]:
    """Return a row of the documents table, with what is not known yet left open."""
    return {
        "doc_id": doc_id,
        "unit": None,
        "year": None,
        "title": None,
        "unit_source": "",
        "year_source": "",
        "file": file,
        "format": form,
        "encoding": encoding,
        "n_chars": len(text),
        "sha256": hashlib.sha256(data).hexdigest(),
        "warning": warning,
        "text": text,
    }


def given_record(doc_id: str, text: str) -> dict[str, Any]:
    """Return the row of a text at hand, stored as it is but for half characters."""
    whole = whole_characters(text)
    return document_record(doc_id, whole, file=doc_id, form="text", data=whole.encode())


def table_documents(table: pd.DataFrame, *, name: str, file: str | None = None) -> TableDocuments:
    """Return the documents of a table that has one in each row.

    Parameters
    ----------
    table
        Columns ``text``, ``doc_id`` or ``id``, and any metadata; it loses its column ``text``, so that no text is held
        twice. Rows without an identifier have the number of the row.
    name
        How messages call the table.
    file
        Name of the file it was read from; None for a table at hand, whose texts stay as they are.

    Raises
    ------
    InputError
        If there is no column ``text``, or two rows have one identifier.
    """
    if "text" not in table.columns:
        like = looks_like(table)
        if like:
            raise InputError(
                "{name}: is the table {table} of results and no corpus; name the folder of the plans",
                name=name,
                table=like,
            )
        raise InputError(
            "{name}: no column `text`; it has {columns}", name=name, columns=listed(table.columns)
        )
    key = next((column for column in ("doc_id", "id") if column in table.columns), None)
    rows = pd.Series(range(1, len(table) + 1), index=table.index).astype(str)
    ids = rows if key is None else table[key].map(_plain).where(table[key].notna(), rows)
    twice = ids[ids.duplicated()]
    if len(twice):
        raise InputError(
            "{name}: {key} {value} stands in more than one row; make every {key} unique",
            name=name,
            key=key,
            value=twice.iloc[0],
        )
    texts = [text if isinstance(text, str) else "" for text in table.pop("text")]
    full = np.asarray([bool(text) and not text.isspace() for text in texts], dtype=bool)
    skipped: list[tuple[str, str]] = [
        (f"{file or name} row {row}", Message("no text ({doc_id})", doc_id=doc_id))
        for row, doc_id in zip(rows[~full], ids[~full], strict=True)
    ]
    rest = table.loc[full].drop(columns=[key] if key else []).rename(columns={"file": "metadata_file"})
    records = list(_records(ids.tolist(), texts, file))
    return TableDocuments(records, rest.assign(doc_id=ids[full]), skipped)


def _records(ids: list[str], texts: list[str], file: str | None) -> Iterator[dict[str, Any]]:
    """Yield the documents of the rows that have text."""
    for doc_id, text in zip(ids, texts, strict=True):
        if not text or text.isspace():
            continue
        if file is None:
            yield given_record(doc_id, text)
        else:
            whole = unix_lines(whole_characters(text))
            # Excel counts UTF-16 units; a text that fills a cell to the last of them was cut.
            near = LONGEST_CELL // 2 <= len(text) <= LONGEST_CELL
            cut = near and len(whole_characters(text).encode("utf-16-le")) // 2 == LONGEST_CELL
            warning = Message(_CUT, n_chars=LONGEST_CELL) if cut else ""
            yield document_record(
                doc_id, whole, file=file, form="table", data=whole.encode(), warning=warning
            )


def _plain(value: object) -> str:
    """Write an identifier as text; a whole number read from Excel stays whole."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value).strip()
