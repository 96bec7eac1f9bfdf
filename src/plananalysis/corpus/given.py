"""What users hand over as texts (a table, a list, records, a dict) as a table with one document in each row."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from plananalysis.corpus.model import Document
from plananalysis.corpus.readers.table import named_columns
from plananalysis.errors import InputError
from plananalysis.messages.message import Message

Given = pd.DataFrame | pd.Series | Mapping[Any, Any] | Iterable[Any]
"""A table, a column of texts, a dict by doc_id, a dict of columns, or a list (an array, whatever yields them) of texts or of rows."""

_KEYS = ("doc_id", "id")
_WANTED = Message(
    "a table with a column `text`, a list of texts or of rows, or a dict of texts (or rows) by doc_id is wanted"
)


def given_table(given: Given, name: str) -> pd.DataFrame:
    """Return what was handed over as a table of its own, its known columns named in English.

    Parameters
    ----------
    given
        One of the kinds of :data:`Given`. The index of a table counts only if it is named ``doc_id`` or ``id``; that
        of a single column always is the ``doc_id``.
    name
        How messages call it.

    Raises
    ------
    InputError
        If it is none of these; the message says what is wanted and what came.

    Examples
    --------
    >>> given_table(["甲县工作要点", "乙县工作要点"], "texts")["text"].tolist()
    ['甲县工作要点', '乙县工作要点']
    >>> given_table({"甲": {"text": "工作要点", "unit": "甲县"}}, "texts").to_dict("records")
    [{'text': '工作要点', 'unit': '甲县', 'doc_id': '甲'}]
    """
    if isinstance(given, pd.DataFrame):
        frame = given.reset_index() if given.index.name in _KEYS else given.reset_index(drop=True)
        return named_columns(frame)
    if isinstance(given, pd.Series):
        return pd.DataFrame({"doc_id": given.index, "text": given.to_numpy()})
    if isinstance(given, Mapping):
        return _from_mapping(given, name)
    if isinstance(given, Iterable) and not isinstance(
        given, str | bytes | set | frozenset
    ):  # these have no order
        return _from_rows(list(given), name)
    raise InputError(
        "{name}: {wanted}; {kind} was given", name=name, wanted=_WANTED, kind=type(given).__name__
    )


def _from_mapping(given: Mapping[Any, Any], name: str) -> pd.DataFrame:
    """Return a table from texts or rows by doc_id, or from columns."""
    if given and all(isinstance(row, Mapping) for row in given.values()):
        frame = named_columns(pd.DataFrame.from_records(list(given.values())))
        return frame.assign(doc_id=[str(key) for key in given])
    if given and all(pd.api.types.is_list_like(column) for column in given.values()):
        try:
            return named_columns(pd.DataFrame({str(key): list(column) for key, column in given.items()}))
        except ValueError as error:
            raise InputError(
                "{name}: the columns are not equally long ({error})", name=name, error=error
            ) from error
    other = next(((key, text) for key, text in given.items() if not isinstance(text, str)), None)
    if other is not None:
        raise InputError(
            "{name}: {wanted}; under {other!r} {kind} was given",
            name=name,
            wanted=_WANTED,
            other=other[0],
            kind=type(other[1]).__name__,
        )
    return pd.DataFrame({"doc_id": [str(key) for key in given], "text": list(given.values())}, dtype=object)


def _from_rows(given: list[Any], name: str) -> pd.DataFrame:
    """Return a table from a list of texts or of rows."""
    if all(isinstance(row, str) for row in given):
        return pd.DataFrame({"text": given}, dtype=object)
    if all(isinstance(row, Mapping) for row in given):
        return named_columns(pd.DataFrame.from_records(given))
    if all(hasattr(row, "_asdict") for row in given):  # rows of itertuples, documents of a corpus
        return named_columns(pd.DataFrame.from_records([_row(row) for row in given]))
    kinds = sorted({type(row).__name__ for row in given})
    raise InputError(
        "{name}: {wanted}; a list of {kinds:and} was given", name=name, wanted=_WANTED, kinds=kinds
    )


def _row(row: Any) -> dict[str, Any]:
    """Return a named tuple as a row; the metadata of a document become columns again."""
    cells = dict(row._asdict())
    return cells | cells.pop("metadata") if isinstance(row, Document) else cells
