"""Find the sentences that bind to something checkable, among all sentences of a corpus."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import pandas as pd

from plananalysis import tables
from plananalysis.common_options import Part, corpus_part
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.language import cues
from plananalysis.pledges import outlook
from plananalysis.pledges.bodies import Body, find_bodies
from plananalysis.pledges.deadlines import find_deadlines, find_frequencies, find_whole_year
from plananalysis.pledges.masking import mask
from plananalysis.pledges.quantities import find_quantities
from plananalysis.pledges.sentences import sentences
from plananalysis.pledges.tasks import TaskRow, bodies_of, task_rows

_CUE = re.compile(cues.BINDING)


class Place(NamedTuple):
    """A row of the passages table, as far as it is needed here."""

    doc_id: str
    passage_id: str
    level: int
    label: str
    heading: str
    start: int
    end: int


Placed = tuple[Place, int, int, int]
"""A sentence: its passage, the outlook of the place, start and end."""


def find_commitments(corpus: Corpus, *, part: Part = None) -> pd.DataFrame:
    r"""List the sentences that promise something which can be checked later.

    A sentence binds if it looks ahead and holds a quantity with its unit, a deadline or frequency, or a body that
    is charged with the matter. Results already reached (reviews of the past year, 同比, 累计), numbers inside titles,
    short quotations and slogans, ordinals and dates bind to nothing; neither do 定期, 一批 or 进一步.

    Parameters
    ----------
    corpus
        Documents and their passages. Excluded spans take no part. A row of a table of tasks (:func:`find_tasks`) is
        one commitment, with the bodies and the deadline of its cells. The year of a document dates its deadlines and
        tells which headings look back.
    part
        Read only these parts of the plans; as in :func:`plananalysis.count_features`.

    Returns
    -------
    DataFrame
        One row per sentence, in reading order: doc_id, unit, passage_id, line (of the sentence), start, end, text
        (``documents.text[start:end]``); quantity (as written, several joined by ｜), value (of the first; 2.14万户
        is 21400, 三成 is 30), measure (its unit), comparison (at_least, at_most, about, range or exact); deadline (as
        written, joined by ｜), deadline_year and deadline_date (last day of the first one that can be dated, ISO,
        全年 and 今年 last; years are the document's unless named); frequency (每季度一次); body (responsible bodies joined by ｜);
        quantity_start, deadline_start, frequency_start, body_start (offset of the first of each in the text).

    Notes
    -----
    Whether a sentence looks ahead is decided by the nearest heading that tells (``2023年工作回顾``,
    ``主要目标任务``), in reports without such headings by the sentence that turns to the year to come, else by the kind
    of document in its title and the sentence's own verbs.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> corpus = corpus_from_texts({"a": "2024年工作要点\n一、抓好培训。全年举办培训不少于15期，6月底前完成调研。"})
    >>> row = find_commitments(corpus).iloc[0]
    >>> row["quantity"], float(row["value"]), row["measure"], row["comparison"]
    ('不少于15期', 15.0, '期', 'at_least')
    >>> row["deadline"], row["deadline_date"]
    ('全年｜6月底前', '2024-06-30')
    """
    check_corpus(corpus)
    corpus = corpus_part(part, corpus)
    return binding(corpus_sentences(corpus))


def binding(documents: Iterable[tuple[Any, list[Placed]]]) -> pd.DataFrame:
    """Return the table of :func:`find_commitments` for documents with their sentences."""
    rows = [row for document, placed in documents for row in _document_rows(document, placed)]
    return tables.from_records(rows, "commitments")


def corpus_sentences(corpus: Corpus) -> Iterator[tuple[Any, list[Placed]]]:
    """Yield each document with its sentences."""
    passages: dict[str, list[Place]] = defaultdict(list)
    ordered = corpus.passages.sort_values(["doc_id", "start"])
    for place in map(Place, *(ordered[name].tolist() for name in Place._fields)):
        passages[place.doc_id].append(place)
    for document in corpus.documents.astype(object).itertuples(index=False):
        if str(document.doc_id) in passages:
            yield document, _placed_sentences(document, passages[str(document.doc_id)])


def _placed_sentences(document: Any, passages: list[Place]) -> list[Placed]:
    """Return the sentences of a document with the outlook that headings and turning points give them."""
    text, year = document.text, _known(document.year)
    titled = any(passage.level for passage in passages)
    headings = [outlook.of_heading(each.heading, year, level=each.level) for each in passages]
    report = outlook.is_report(document.title or text[:40], headings)
    turns = _turns(text, outlook.signs(year), outlook.BACK in headings) if report else []
    rows = task_rows(text)
    placed: list[Placed] = []
    above: dict[int, int] = {}
    # In a plan all looks ahead but the chapters that say they do not; a report goes on ahead once it has begun to.
    state, turn = outlook.OPEN if report else outlook.AHEAD, 0
    for i, passage in enumerate(passages):
        level = passage.level
        above = {key: value for key, value in above.items() if key < level}
        parent = above[max(above)] if above else outlook.OPEN
        told = above[level] = outlook.below(parent, passage.heading, headings[i])
        if report and told:
            state = told if told == outlook.AHEAD else outlook.OPEN
        leaf = i + 1 == len(passages) or passages[i + 1].level <= level
        found = sentences(text, passage, leaf=leaf, titled=titled)
        for start, end in _with_rows(found, rows, passage) if rows else found:
            while turn < len(turns) and turns[turn][0] < end:
                state = turns[turn][1]
                told = state if told == outlook.BACK and state == outlook.AHEAD else told
                turn += 1
            placed.append((passage, told or state, start, end))
    return placed


def _with_rows(
    found: Iterable[tuple[int, int]], rows: Sequence[TaskRow], passage: Place
) -> list[tuple[int, int]]:
    """Return the sentences of a passage with each row of a table of tasks in place of what stands in its cells."""
    within = [(row.start, row.end) for row in rows if passage.start <= row.start and row.end <= passage.end]
    apart = [(a, b) for a, b in found if not any(a < end and b > start for start, end in within)]
    return sorted([*apart, *within])


def _turns(text: str, words: outlook.Signs, reviewed: bool) -> list[tuple[int, int]]:
    """Return where a report turns to the year to come (1), or, if no heading says so, to the year gone by (-1)."""
    found = [(match.start(), outlook.AHEAD) for match in words.turn_ahead.finditer(text)]
    if not reviewed:
        found += [(match.start(), outlook.BACK) for match in words.turn_back.finditer(text)]
    return sorted(found)


def _known(year: Any) -> int | None:
    """Return a year as an int, None where it is missing."""
    return None if pd.isna(year) else int(year)


def _document_rows(document: Any, placed: list[Placed]) -> Iterator[tuple]:
    """Yield a row for each binding sentence of a document."""
    text, year = document.text, _known(document.year)
    words = outlook.signs(year)
    rows = {(row.start, row.end): row for row in task_rows(text)}
    line, at = 1, 0
    for passage, context, start, end in placed:
        sentence = text[start:end]
        row = rows.get((start, end))
        if row is not None:
            parts = _row_parts(row, sentence, year)
        elif not _CUE.search(sentence) or not outlook.of_sentence(sentence, context, words):
            continue
        else:
            parts = _parts(mask(sentence), sentence, year)
        if parts is None:
            continue
        line, at = line + text.count("\n", at, start), start
        values, starts = parts
        offsets = [start + each if each is not None else None for each in starts]
        yield (
            document.doc_id,
            document.unit,
            passage.passage_id,
            line,
            start,
            end,
            sentence,
            *values,
            *offsets,
        )


def _row_parts(row: TaskRow, sentence: str, year: int | None) -> tuple[tuple, tuple] | None:
    """Return what a row of a table of tasks binds to: its own numbers, and the bodies and the day in its cells."""
    told, places = _parts(mask(sentence), sentence, year) or (
        ("", None, "", "", "", None, "", "", ""),
        (None,) * 4,
    )
    quantity, value, measure, comparison, deadline, in_year, day, frequency, body = told
    cell = row.cells["deadline"]
    if cell:
        dated = next((each for each in find_deadlines(cell, year) if each.date), None)
        deadline = cell
        in_year, day = (dated.year, dated.date) if dated else (None, "")
    bodies = [bodies_of(row.cells[kind]) for kind in ("lead_body", "body") if row.cells[kind]]
    body = tables.LIST_SEPARATOR.join(bodies) or body
    if not (quantity or deadline or frequency or body):
        return None
    at = {kind: row.places[kind] - row.start for kind in row.places}
    deadline_at = at.get("deadline") if cell else places[1]
    body_at = (
        min([at[kind] for kind in ("lead_body", "body") if kind in at], default=None) if bodies else places[3]
    )
    values = (quantity, value, measure, comparison, deadline, in_year, day, frequency, body)
    return values, (places[0], deadline_at, places[2], body_at)


def _parts(masked: str, sentence: str, year: int | None) -> tuple[tuple, tuple] | None:
    """Return what a sentence binds to and the places of the first of each kind; None if it binds to nothing."""
    quantities = find_quantities(masked)
    deadlines = find_deadlines(masked, year)
    frequencies = find_frequencies(masked)
    bodies: list[Body] = find_bodies(masked)
    if not (quantities or deadlines or frequencies or any(body.charged for body in bodies)):
        return None
    # 全年 dates a quantity, where nothing nearer does.
    if quantities and (years := find_whole_year(masked, year)):
        dated = next((each for each in deadlines + years if each.date), None)
        deadlines = sorted(deadlines + years)
    else:
        dated = next((each for each in deadlines if each.date), None)
    first = quantities[0] if quantities else None
    values = (
        _written(sentence, quantities),
        first.value if first else None,
        first.measure if first else "",
        first.comparison if first else "",
        _written(sentence, deadlines),
        dated.year if dated else None,
        dated.date if dated else "",
        _written(sentence, frequencies),
        tables.LIST_SEPARATOR.join(dict.fromkeys([sentence[body.start : body.end] for body in bodies])),
    )
    places = (
        first.start if first else None,
        deadlines[0].start if deadlines else None,
        frequencies[0][0] if frequencies else None,
        bodies[0].start if bodies else None,
    )
    return values, places


def _written(sentence: str, found: Sequence[tuple]) -> str:
    """Return what stands at the places of some finds, joined; it is most often none or one."""
    if not found:
        return ""
    return tables.LIST_SEPARATOR.join([sentence[each[0] : each[1]] for each in found])
