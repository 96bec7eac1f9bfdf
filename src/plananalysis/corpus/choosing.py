"""Choose documents by their columns, a condition in words, or a mask, and parts of all documents."""

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from plananalysis.errors import InputError, near
from plananalysis.language.parts import PARTS
from plananalysis.messages.message import Message
from plananalysis.tables import conform

OTHER_PART = "other part"
"""Reason of the spans that a corpus restricted to some parts of its plans leaves out."""
_CALLERS = 3
"""Frames between the caller of ``Corpus.subset`` and the query, so that ``@name`` finds the caller's variables."""


def chosen_documents(
    documents: pd.DataFrame, mask: Any, query: str | None, wanted: Mapping[str, Any]
) -> np.ndarray:
    """Return for every document whether it meets all the conditions.

    Parameters
    ----------
    documents
        The table ``documents``.
    mask
        Truth values, a function of the table that returns them, or None.
    query
        A condition as :meth:`pandas.DataFrame.query` reads it, or None.
    wanted
        Values to keep by column.

    Raises
    ------
    InputError
        If a column or value does not exist, the mask does not fit, or the query cannot be read.

    Examples
    --------
    >>> documents = pd.DataFrame({"doc_id": ["a", "b"], "year": [2023, 2024]})
    >>> chosen_documents(documents, None, None, {"year": 2024}).tolist()
    [False, True]
    """
    keep = np.ones(len(documents), dtype=bool)
    if mask is not None:
        keep &= _masked(documents, mask)
    if query is not None:
        keep &= _queried(documents, query)
    for column, values in wanted.items():
        if column not in documents.columns:
            names = [name for name in documents.columns if name != "text"]
            raise InputError(
                "the documents have no column {column!r}; {near}", column=column, near=near(column, names)
            )
        keep &= _holding(documents[column], values)
    return keep


def check_parts(part: str | Iterable[str]) -> list[str]:
    """Return the parts asked for as a list, each once, if a plan can have them.

    Raises
    ------
    InputError
        If there is no such part, or none is asked for; the message names the near ones.

    Examples
    --------
    >>> check_parts("plan"), check_parts(["targets", "plan", "targets"])
    (['plan'], ['targets', 'plan'])
    """
    if not isinstance(part, str | Iterable):
        raise InputError(
            "part: the name of a part or several are wanted, {part!r} was given; use {parts}",
            part=part,
            parts=PARTS,
        )
    wanted = [part] if isinstance(part, str) else list(dict.fromkeys(part))
    if not wanted:
        raise InputError(
            "part: no part was given; use one or several of {parts}, or None for all", parts=PARTS
        )
    for name in wanted:
        if name not in PARTS:
            raise InputError("a plan has no part {name!r}; {near}", name=name, near=near(str(name), PARTS))
    return wanted


def without_other_parts(
    passages: pd.DataFrame, excluded: pd.DataFrame, part: str | Iterable[str]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    r"""Return the passages of some parts, and the excluded spans with those of all other parts added.

    Parameters
    ----------
    passages, excluded
        The tables of a corpus.
    part
        One part of a plan or several (:data:`plananalysis.language.parts.PARTS`).

    Raises
    ------
    InputError
        If there is no such part.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> corpus = corpus_from_texts({"a": "县政府工作报告\n一、去年工作回顾\n修渠。\n二、今年工作安排\n管渠。"})
    >>> kept, rest = without_other_parts(corpus.passages, corpus.excluded, "plan")
    >>> kept["heading"].tolist(), rest["reason"].tolist()
    (['今年工作安排'], ['other part', 'other part'])
    """
    wanted = check_parts(part)
    kept = passages["part"].isin(wanted)
    spans = passages.loc[~kept, ["doc_id", "start", "end"]].assign(reason=OTHER_PART)
    both = pd.concat([excluded, spans], ignore_index=True) if len(spans) else excluded
    return (
        passages[kept].reset_index(drop=True),
        conform(both.sort_values(["doc_id", "start"], ignore_index=True), "excluded"),
    )


def _masked(documents: pd.DataFrame, mask: Any) -> np.ndarray:
    """Return the mask as truth values, one for each document."""
    values = mask(documents) if callable(mask) else mask
    if isinstance(values, pd.Series) and values.index.equals(documents.index):
        values = values.array
    given = pd.array(values) if pd.api.types.is_list_like(values) else None
    if given is None or not pd.api.types.is_bool_dtype(given.dtype):
        raise InputError(
            "a mask holds True or False for each document, {named} was given; choose by a column with its "
            "name: subset(unit=…), subset(doc_id=[…])",
            named=_named(values),
        )
    if len(given) != len(documents):
        raise InputError(
            "the mask has {n_given:,} values, the corpus {n_documents:,} documents",
            n_given=len(given),
            n_documents=len(documents),
        )
    return np.asarray(given.fillna(False), dtype=bool)


def _queried(documents: pd.DataFrame, query: str) -> np.ndarray:
    """Return which documents meet a condition in words."""
    try:
        found = documents.reset_index(drop=True).query(query, engine="python", level=_CALLERS).index
    except Exception as error:  # pandas and Python raise nearly anything for what is no condition
        reason = (str(error).splitlines() or [type(error).__name__])[0]
        raise InputError(
            "the query {query!r} cannot be read ({reason}); write it like \"year >= 2023 and unit == '市财政局'\"",
            query=query,
            reason=reason,
        ) from error
    keep = np.zeros(len(documents), dtype=bool)
    keep[found] = True
    return keep


def _holding(cells: pd.Series, wanted: Any) -> np.ndarray:
    """Return which cells hold one of the values wanted."""
    single = not pd.api.types.is_list_like(wanted)
    asked = [wanted] if single else list(wanted)
    labels = [_label(cell) for cell in cells]
    known = set(labels)
    asked_labels = [_label(value) for value in asked]
    unknown = [label for label in asked_labels if label not in known]
    if unknown and not (isinstance(wanted, range) and len(unknown) < len(asked)):
        if unknown[0] is None:
            raise InputError("every document has a {column}", column=cells.name)
        there = sorted(label for label in known if label is not None)
        raise InputError(
            "no document has the {column} {unknown!r}; {near}",
            column=cells.name,
            unknown=unknown[0],
            near=near(unknown[0], there),
        )
    keep = set(asked_labels)
    return np.fromiter((label in keep for label in labels), dtype=bool, count=len(labels))


def _label(value: Any) -> str | None:
    """Return a value as it is compared: 2024, 2024.0 and "2024" are one; None where there is none."""
    if not pd.api.types.is_scalar(value):
        return str(value)
    if pd.isna(value) or value == "":
        return None
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value).strip()


def _named(values: Any) -> Message:
    """Say of what kind the values are."""
    kind = type(values).__name__
    if not pd.api.types.is_list_like(values):
        return Message(kind)
    return Message("{kind} of {entries}", kind=kind, entries=type(next(iter(values), None)).__name__)
