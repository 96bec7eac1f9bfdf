"""Find the sentences that bind to something checkable, among all sentences of a corpus."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import pandas as pd

from plananalysis import tables
from plananalysis.common_options import Part, corpus_part
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.folding import simplify
from plananalysis.language import cues
from plananalysis.pledges import outlook
from plananalysis.pledges.masking import mask_simplified
from plananalysis.pledges.passage_sentences import sentences
from plananalysis.pledges.promises import cells_of, promises_of, with_cells
from plananalysis.pledges.tasks import TaskRow, task_rows

_CUE = re.compile(cues.BINDING)
LOOKBACK = "lookback"
"""Part of a plan in which a sentence promises nothing unless it says so."""


class Place(NamedTuple):
    """A row of the passages table, as far as it is needed here."""

    doc_id: str
    passage_id: str
    level: int
    label: str
    heading: str
    start: int
    end: int
    part: str


Placed = tuple[Place, int, int, int]
"""A sentence: its passage, the outlook of the place, start and end."""


def find_commitments(corpus: Corpus, *, part: Part = None) -> pd.DataFrame:
    r"""List what the plans promise that can be checked later: one row per target.

    A sentence binds if it looks ahead and holds a quantity with its unit, a deadline or frequency, or a body that
    is charged with the matter. Results already reached (reviews of the past year, 同比, 累计), numbers inside titles,
    short quotations and slogans, ordinals and dates bind to nothing; neither do 定期, 一批 or 进一步, nor the size of a
    named work (白石水厂3万吨扩建工程) or things that are there already (壮大19个集群).

    Parameters
    ----------
    corpus
        Documents and their passages, in simplified or traditional characters. Excluded spans take no part. A row of a
        table of tasks (:func:`find_tasks`) is read as a sentence, with the bodies and the deadline of its cells. The
        year of a document dates its deadlines and tells which headings look back.
    part
        Read only these parts of the plans; as in :func:`plananalysis.count_features`.

    Returns
    -------
    DataFrame
        One row per target, in reading order, several of one sentence below each other: doc_id, unit, passage_id, line
        (of the sentence), start, end, text (the sentence, ``documents.text[start:end]``); indicator (what is
        measured, in the text's words), verb (增长, 新建: what ties it to the quantity); quantity (as written), value
        (2.14万户 is 21400, 三成 is 30), value_high (other end of a range), from_value (380 in 从380元提高至1000元), stretch (what is
        striven for beyond it: 力争达到8%), measure (unit), bound (at_least, at_most, about, range or exact), force (确保,
        力争, 努力 or 预期, else empty); deadline (as written), deadline_year and deadline_date (its last day, ISO; years
        are the document's unless named); frequency (每季度一次); body (responsible bodies joined by ｜); and the start
        and end in the document's text of indicator, quantity, from_value, stretch, deadline, frequency and the first body
        (indicator_start, indicator_end …). A deadline, a frequency or a body without a quantity has a row without
        value.

    Notes
    -----
    Whether a sentence looks ahead is decided by the nearest heading that tells (``2023年工作回顾``,
    ``主要目标任务``), in reports without such headings by the sentence that turns to the year to come, else by the kind
    of document in its title and the sentence's own verbs. A deadline holds for the targets of its clause, and for what
    follows if it stands alone (到2027年，…) or before them.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> text = "2024年工作要点\n一、抓好培训。全年举办培训不少于15期，6月底前新建基地3个、改造5个以上。"
    >>> found = find_commitments(corpus_from_texts({"a": text}))
    >>> found[["indicator", "verb", "value", "measure", "bound", "deadline_date"]].values.tolist()
    [['培训', '举办', 15.0, '期', 'at_least', '2024-12-31'], ['基地', '新建', 3.0, '个', 'exact', '2024-06-30'], ['基地', '改造', 5.0, '个', 'at_least', '2024-06-30']]
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
    plain = simplify(text)
    titled = any(passage.level for passage in passages)
    names = [each.heading if plain is text else simplify(each.heading) for each in passages]
    headings = [
        outlook.of_heading(name, year, level=each.level) for name, each in zip(names, passages, strict=True)
    ]
    report = outlook.is_report(simplify(document.title or text[:40]), headings)
    turns = _turns(plain, outlook.signs(year), outlook.BACK in headings) if report else []
    rows = task_rows(text)
    placed: list[Placed] = []
    above: dict[int, int] = {}
    # In a plan all looks ahead but the chapters that say they do not; a report goes on ahead once it has begun to.
    state, turn = outlook.OPEN if report else outlook.AHEAD, 0
    for i, passage in enumerate(passages):
        level = passage.level
        above = {key: value for key, value in above.items() if key < level}
        parent = above[max(above)] if above else outlook.OPEN
        told = above[level] = outlook.below(parent, names[i], headings[i])
        if report and told:
            state = told if told == outlook.AHEAD else outlook.OPEN
        leaf = i + 1 == len(passages) or passages[i + 1].level <= level
        found = sentences(text, passage, leaf=leaf, titled=titled)
        for start, end in _with_rows(found, rows, passage) if rows else found:
            while turn < len(turns) and turns[turn][0] < end:
                state = turns[turn][1]
                told = state if told == outlook.BACK and state == outlook.AHEAD else told
                turn += 1
            reviewed = report and passage.part == LOOKBACK and told != outlook.AHEAD
            placed.append((passage, outlook.BACK if reviewed else told or state, start, end))
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
    """Yield a row for each target of the binding sentences of a document."""
    text, year = document.text, _known(document.year)
    plain = simplify(text)
    words = outlook.signs(year)
    rows = {(row.start, row.end): row for row in task_rows(text)}
    line, at, ahead = 1, 0, False
    reviewed = 0  # up to where a paragraph goes on about the past year
    for passage, context, start, end in placed:
        sentence = plain[start:end]
        row = rows.get((start, end))
        if outlook.opens_review(sentence, words):
            reviewed = max(plain.find("\n", end), end)
        elif start < reviewed and outlook.is_modal(sentence):
            reviewed = 0
        told = row is not None or _CUE.search(sentence)
        if context != outlook.OPEN and not told:
            continue
        context = outlook.BACK if row is None and start < reviewed else context
        lead = _lead(plain, passage.start, start)
        ahead = outlook.of_sentence(sentence, context, words, after_ahead=ahead and bool(lead.strip()))
        if row is None and not (ahead and told):
            continue
        promises = promises_of(mask_simplified(sentence), year, lead=lead)
        if row is not None:
            promises = with_cells(promises, row, year)
        if not promises:
            continue
        line, at = line + text.count("\n", at, start), start
        head = (document.doc_id, document.unit, passage.passage_id, line, start, end, text[start:end])
        for promise in promises:
            yield (*head, *cells_of(promise, text, start))


def _lead(text: str, low: int, start: int) -> str:
    """Return what stands before a sentence up to the full stop, within its passage."""
    return text[max(low, text.rfind("。", low, start) + 1) : start]
