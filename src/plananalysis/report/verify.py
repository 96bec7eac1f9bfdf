"""Compute a report anew from its record, and say what differs from what stands in its folder."""

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd

from plananalysis.corpus.load import load_corpus
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.errors import InputError
from plananalysis.files.io import read_table
from plananalysis.files.staging import RECORD, files_of_a_run
from plananalysis.messages.said_often import first_of
from plananalysis.report.analysis import Progress, analyse
from plananalysis.report.settings import settings_from
from plananalysis.report.write import TABLE_FORMATS, write_report
from plananalysis.tables import from_records

_MOST_NAMED = 6
_OF_THE_MOMENT = ("created", "files")
"""What the record says of the run and not of its results."""


def verify_report(
    directory: str | Path, corpus: Corpus | None = None, *, progress: Progress | None = None
) -> pd.DataFrame:
    """Compute a report anew with the settings of its record, and compare every file with what stands in its folder.

    Parameters
    ----------
    directory
        The folder of a report.
    corpus
        What it was made of; by default the corpus is loaded from where the record says that it lies.
    progress
        Called with (what, done, total).

    Returns
    -------
    DataFrame
        file, status (``same``, ``differs``, ``missing``: listed in the record and not there, ``new``: made now and not
        listed), difference: rows and columns of a table, entries of the record (inputs that changed, other versions).

    Raises
    ------
    InputError
        If the folder holds no report, or its record names no corpus, or none that can be read.

    Examples
    --------
    >>> import tempfile
    >>> from plananalysis import build_report, corpus_from_texts
    >>> corpus = corpus_from_texts({"a": "一、巩固整治成果。", "b": "一、办好渔港节庆。"})
    >>> page = build_report(corpus, tempfile.mkdtemp())
    >>> set(verify_report(page.parent, corpus)["status"])
    {'same'}
    >>> _ = (page.parent / "METHODS.md").write_text("")
    >>> verify_report(page.parent, corpus).query("status != 'same'")["file"].tolist()
    ['METHODS.md']
    """
    if corpus is not None:
        check_corpus(corpus)
    folder = Path(directory)
    listed = files_of_a_run(folder)
    if listed is None:
        raise InputError(
            "{directory}: holds no report of plananalysis (a {record} that lists its files)",
            directory=directory,
            record=RECORD,
        )
    record = json.loads((folder / RECORD).read_bytes())
    options = record.get("options", {})
    part = options.get("part", "all")
    if corpus is None:
        corpus = _recorded_corpus(folder, record)
        if part != "all":
            corpus = corpus.subset(part=part)
    with tempfile.TemporaryDirectory() as beside:
        anew = Path(beside) / "report"
        analysis = analyse(corpus, by=options.get("by"), settings=settings_from(options), progress=progress)
        pdf = any(name.endswith(".pdf") for name in listed)
        kinds = {Path(name).suffix.lstrip(".") for name in listed if name.startswith("tables/")}
        write_report(
            analysis,
            anew,
            lang=options.get("lang", "zh"),
            title=options.get("title"),
            formats=[name for name in TABLE_FORMATS if name in kinds],
            pdf=pdf,
            progress=progress,
            source=_place(folder, record),
        )
        names = sorted(listed | (files_of_a_run(anew) or frozenset()))
        rows = [(name, *_compared(folder / name, anew / name, name in listed)) for name in names]
    return from_records(rows, "verification")


def _place(folder: Path, record: dict[str, Any]) -> Path | None:
    """Return where the corpus of a report lies, which its record names relative to the report; None if it does not."""
    place = record.get("corpus", {}).get("path")
    return folder / place if place else None


def _recorded_corpus(folder: Path, record: dict[str, Any]) -> Corpus:
    """Load the corpus that a record names."""
    place = _place(folder, record)
    if place is None:
        raise InputError(
            "{path}: does not say where the corpus lies; name it behind the report", path=folder / RECORD
        )
    return load_corpus(place)


def _compared(there: Path, anew: Path, listed: bool) -> tuple[str, str]:
    """Return the status of a file, and what differs."""
    if not there.is_file():
        return ("missing", "") if listed else ("new", "")
    if not anew.is_file():
        return "differs", "not made any more"
    if there.read_bytes() == anew.read_bytes():
        return "same", ""
    if there.name == RECORD:
        differing = list(_entries(json.loads(there.read_bytes()), json.loads(anew.read_bytes())))
        return ("differs", first_of(differing, _MOST_NAMED)) if differing else ("same", "")
    if there.suffix in (".csv", ".parquet"):
        return _tables(there, anew)
    return "differs", ""


def _tables(there: Path, anew: Path) -> tuple[str, str]:
    """Say in how many rows and in which columns two tables differ."""
    try:
        one, other = read_table(there), read_table(anew)
    except InputError as error:
        return "differs", str(error)
    if list(one.columns) != list(other.columns):
        return "differs", first_of(
            [f"column {name}" for name in sorted({*one.columns} ^ {*other.columns})], _MOST_NAMED
        )
    if len(one) != len(other):
        return "differs", f"{len(one):,} rows, {len(other):,} now"
    unlike = one.astype(str) != other.astype(str)
    columns = [str(name) for name in one.columns if unlike[name].any()]
    if not columns:
        return "same", ""
    return "differs", f"{int(unlike.any(axis='columns').sum()):,} rows in {first_of(columns, _MOST_NAMED)}"


def _entries(one: dict[str, Any], other: dict[str, Any], prefix: str = "") -> Iterator[str]:
    """Yield the entries in which two records differ; inputs by their file."""
    for name in sorted({*one, *other}, key=lambda name: (name != "inputs", name)):
        before, now = one.get(name), other.get(name)
        if before == now or (not prefix and name in _OF_THE_MOMENT) or (prefix, name) == ("corpus.", "path"):
            continue
        if isinstance(before, dict) and isinstance(now, dict):
            yield from _entries(before, now, f"{prefix}{name}.")
        elif name == "inputs":
            yield from _inputs(before or [], now or [])
        elif isinstance(before, list) or isinstance(now, list):
            yield f"{prefix}{name}"
        else:
            yield f"{prefix}{name}: {before}, now {now}"


def _inputs(one: list[dict[str, Any]], other: list[dict[str, Any]]) -> Iterator[str]:
    """Yield the input files that changed, went or came."""
    before, now = ({row["doc_id"]: row for row in rows} for rows in (one, other))
    for doc_id in dict.fromkeys([*before, *now]):
        if doc_id not in now:
            yield f"{before[doc_id]['file']} is gone"
        elif doc_id not in before:
            yield f"{now[doc_id]['file']} is new"
        elif before[doc_id] != now[doc_id]:
            yield f"{now[doc_id]['file']} has changed"
