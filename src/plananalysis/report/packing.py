"""Records as they travel in the page: ends of spans as lengths, strings that return as numbers of a list."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from plananalysis.report.context import Records

LEAST_SAVED = 200
"""Characters that a list of a column's strings has to save; the script pays for each list by a look into it."""


def packed(data: Any) -> Any:
    """Return data for the page in which all records, ``{columns, rows}``, take less room; ``records.js`` unpacks them.

    A column ``end`` behind ``start`` (``end_a`` behind ``start_a``) becomes the length of the span, and is named in
    ``spans``. A column of strings that return becomes their numbers in ``words``, where that is shorter.

    Examples
    --------
    >>> from plananalysis.report.context import records
    >>> packed({"places": records(["doc", "start", "end"], [[0, 1200, 1204]])})
    {'places': {'columns': ['doc', 'start', 'end'], 'rows': [[0, 1200, 4]], 'spans': [[1, 2]]}}
    """
    if isinstance(data, Records):
        return {**data, **_packed_records(data["columns"], data["rows"])}
    if isinstance(data, dict):
        return {name: packed(value) for name, value in data.items()}
    return [packed(value) for value in data] if isinstance(data, list) else data


def _packed_records(columns: Sequence[Any], rows: Sequence[Sequence[Any]]) -> dict[str, Any]:
    """Return records with what they were packed by, where anything was."""
    names = [column if isinstance(column, str) else column["name"] for column in columns]
    sides = [list(side) for side in zip(*rows, strict=True)]
    spans = [
        pair for pair in _spans(names) if sides and all(isinstance(x, int) for i in pair for x in sides[i])
    ]
    for start, end in spans:
        sides[end] = [b - a for a, b in zip(sides[start], sides[end], strict=True)]
    words: dict[str, list[str]] = {}
    for i, side in enumerate(sides):
        if listed := _returning(side):
            number = {word: n for n, word in enumerate(listed)}
            sides[i] = [value if value is None else number[value] for value in side]
            words[str(i)] = listed
    found: dict[str, Any] = {"rows": [list(row) for row in zip(*sides, strict=True)]} if sides else {}
    if spans:
        found["spans"] = spans
    if words:
        found["words"] = words
    return found


def _spans(names: Sequence[str]) -> list[list[int]]:
    """Return the columns of starts and ends that belong together."""
    at = {name: i for i, name in enumerate(names)}
    return [
        [i, at[other]]
        for i, name in enumerate(names)
        if name.split("_")[0] == "start" and (other := name.replace("start", "end", 1)) in at
    ]


def _returning(side: Sequence[Any]) -> list[str]:
    """Return the strings of a column, the commonest first, where numbers for them are shorter; else nothing."""
    strings = [value for value in side if value is not None]
    if not strings or not all(isinstance(value, str) for value in strings):
        return []
    counts = Counter(strings)
    words = sorted(counts, key=lambda word: (-counts[word], word))
    saved = sum(
        (counts[word] - 1) * (len(word) + 2) - counts[word] * len(str(n)) for n, word in enumerate(words)
    )
    return words if saved > LEAST_SAVED else []
