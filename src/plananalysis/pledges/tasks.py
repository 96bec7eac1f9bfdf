"""Read tables of tasks (任务分解表): each row a task with what is done, who leads, who is responsible, and by when."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pandas as pd

from plananalysis import tables
from plananalysis.common_options import Part, corpus_part
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.corpus.plain_text import as_printed, plain_corpus
from plananalysis.language.task_tables import heading_kinds
from plananalysis.pledges.deadlines import find_deadlines

_KINDS = ("task", "action", "lead_body", "body", "deadline")
_FILLED_DOWN = ("lead_body", "body", "deadline")
"""Columns whose cells reach over several rows where the task's does."""
_LONGEST_GROUP = 60
"""Characters of a line of its own within a table that heads a group of tasks."""
_BETWEEN = re.compile(r"[、,，;；\s]+")


class TaskRow(NamedTuple):
    """A row of a table of tasks: its place in the text, and its cells by kind with their places."""

    start: int
    end: int
    cells: dict[str, str]
    places: dict[str, int]


def task_rows(text: str) -> list[TaskRow]:
    r"""Return the rows of the tables of tasks in a text.

    Examples
    --------
    >>> rows = task_rows("任务\t牵头单位\t时限\n建学校\t教育局\t六月底\n\t\t九月底")
    >>> [row.cells["task"] + row.cells["deadline"] for row in rows]
    ['建学校六月底', '建学校九月底']
    """
    return list(_rows(text)) if "\t" in text else []


def _rows(text: str) -> Iterator[TaskRow]:
    """Yield the rows below each heading row, up to the line that is none."""
    kinds: list[str] | None = None
    above: dict[str, str] = {}
    lines = text.split("\n")
    at = 0
    for number, line in enumerate(lines):
        start, at = at, at + len(line) + 1
        cells = line.split("\t")
        if len(cells) == 1:
            follows = number + 1 < len(lines) and "\t" in lines[number + 1]
            heads = (
                follows
                and len(line) <= _LONGEST_GROUP
                and not line.rstrip().endswith(("。", "；", "：", ":"))
            )
            if line.strip() and not heads:
                kinds = None
            continue
        told = heading_kinds(cells)
        if told is not None:
            kinds, above = told, {}
            continue
        if kinds is None:
            continue
        found, places = _cells(cells, kinds, start)
        if not any(found.values()):
            continue
        same = not found["task"] and bool(above)
        if same:
            found["task"] = above["task"]
            found |= {kind: found[kind] or above[kind] for kind in _FILLED_DOWN}
        above = found
        first = next(i for i, cell in enumerate(cells) if cell.strip())
        lead = sum(len(cell) + 1 for cell in cells[:first])
        yield TaskRow(start + lead, start + len(line.rstrip()), found, places)


def _cells(cells: list[str], kinds: list[str], start: int) -> tuple[dict[str, str], dict[str, int]]:
    """Return the wording of the cells by kind, those of one kind together, and where each kind begins."""
    found: dict[str, list[str]] = {kind: [] for kind in _KINDS}
    places: dict[str, int] = {}
    at = start
    for cell, kind in zip(cells, kinds, strict=False):
        words = cell.strip()
        if kind in found and words and words not in ("/", "-", "—", "——", "无"):
            found[kind].append(words)
            places.setdefault(kind, at + len(cell) - len(cell.lstrip()))
        at += len(cell) + 1
    return {kind: tables.LIST_SEPARATOR.join(words) for kind, words in found.items()}, places


def bodies_of(cell: str) -> str:
    """Return the bodies that a cell names, joined by ｜.

    Examples
    --------
    >>> bodies_of("县教育局、县财政局")
    '县教育局｜县财政局'
    """
    return tables.LIST_SEPARATOR.join(dict.fromkeys(body for body in _BETWEEN.split(cell) if body))


def find_tasks(corpus: Corpus, *, part: Part = None) -> pd.DataFrame:
    r"""List the tasks that tables of tasks (任务分解表, 责任清单) assign.

    A table counts as one if its headings name a task or action and a body or deadline. Cells that reach over several
    rows count for each of them.

    Parameters
    ----------
    corpus
        Documents and their passages; rows within excluded spans take no part.
    part
        Read only these parts of the plans; as in :func:`plananalysis.count_features`.

    Returns
    -------
    DataFrame
        One row per row of a table, in reading order: doc_id, unit, passage_id, line, start, end (of the row);
        task, action (what is done for it), lead_body (who leads), body (who is responsible or takes part; several
        joined by ｜), deadline (as written), deadline_date (its last day, ISO, by the document's year).

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> text = "甲县2024年任务分解表\n任务\t牵头单位\t责任单位\t时限\n建学校\t县教育局\t县财政局、县住建局\t6月底"
    >>> find_tasks(corpus_from_texts({"a": text}))[["task", "lead_body", "body", "deadline_date"]].values.tolist()
    [['建学校', '县教育局', '县财政局｜县住建局', '2024-06-30']]
    """
    check_corpus(corpus)
    corpus = corpus_part(part, corpus)
    passages = dict(list(corpus.passages.groupby("doc_id", sort=False)))
    rows: list[tuple] = []
    documents: Any = plain_corpus(corpus).documents.astype(object)
    for document in documents.itertuples(index=False):
        if document.doc_id in passages:
            rows += _document_tasks(document, passages[document.doc_id])
    return as_printed(tables.from_records(rows, "tasks"), corpus, ["task", "action"])


def _document_tasks(document: Any, passages: pd.DataFrame) -> Iterator[tuple]:
    """Yield the rows of one document, in the column order of the table."""
    text, year = document.text, None if pd.isna(document.year) else int(document.year)
    line, at = 1, 0
    for row in task_rows(text):
        within = passages[(passages["start"] <= row.start) & (passages["end"] >= row.end)]
        if within.empty:
            continue
        line, at = line + text.count("\n", at, row.start), row.start
        cells = row.cells
        dated = [each.date for each in find_deadlines(cells["deadline"], year) if each.date]
        yield (
            document.doc_id,
            document.unit,
            within["passage_id"].iloc[-1],
            line,
            row.start,
            row.end,
            cells["task"],
            cells["action"],
            bodies_of(cells["lead_body"]),
            bodies_of(cells["body"]),
            cells["deadline"],
            dated[0] if dated else "",
        )
