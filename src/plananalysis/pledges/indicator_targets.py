"""The targets of plans as a table of indicators by unit and year."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from plananalysis import tables
from plananalysis.common_options import Part, corpus_part, in_part
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.errors import warn
from plananalysis.folding import fold_text, simplify
from plananalysis.language import indicator_names
from plananalysis.pledges.binding_sentences import find_commitments
from plananalysis.pledges.indicators import Span
from plananalysis.pledges.known_indicators import Indicators, load_indicators, names_of
from plananalysis.pledges.named_indicators import form_of, named
from plananalysis.pledges.target_paragraphs import heading_years, relations, year_meant

EXPECTED = "预期"
_USED = (
    *(
        "doc_id",
        "passage_id",
        "line",
        "start",
        "end",
        "text",
        "indicator",
        "verb",
        "quantity",
        "value",
        "value_high",
    ),
    *("from_value", "stretch", "measure", "bound", "force", "deadline_year"),
    *("indicator_start", "indicator_end", "quantity_start", "quantity_end"),
)
"""Columns of the table of commitments that are read."""
_FAR = 3000
"""Characters before what is so each year of a period in which the period is named."""
_YEARLY = re.compile(indicator_names.YEARLY_IN_PERIOD)
_GOAL = "目标"
"""What a paragraph of targets, or the line before it, says; 预期 alone stands in any other as well."""
_STOPS = "。！？\n"


def find_targets(
    corpus: Corpus,
    *,
    indicators: Indicators = None,
    commitments: pd.DataFrame | None = None,
    part: Part = None,
) -> pd.DataFrame:
    r"""Give the targets that each plan sets for known indicators, and the indicators that it leaves out.

    Parameters
    ----------
    corpus
        Documents and their passages.
    indicators
        Further indicators for :func:`load_indicators`: a table or its path; by default the shipped ones.
    commitments
        Table of :func:`find_commitments`, if it is there already.
    part
        Read only these parts of the plans; as in :func:`plananalysis.count_features`.

    Returns
    -------
    DataFrame
        One row per document and target, in reading order, and one per indicator that another plan of the corpus sets
        in its target paragraph but this plan, which has such a paragraph, names nowhere: doc_id, unit, year; indicator (its known name), wording (the
        plan's), stated (``number``, ``relation`` or ``absent``); value, value_high, from_value, stretch, measure,
        bound, form (``change`` or ``level``), force and quantity, as in :func:`find_commitments`; relation (what is
        said instead of a number: 与经济增长同步); target_year (the year that it is for); headline (whether it
        stands in the paragraph of expected targets); passage_id, line, start, end, text (of the sentence) and the places of
        wording and quantity or relation (wording_start … quantity_end).

    Warns
    -----
    PlanWarning
        If no plan of the corpus sets a target for any of the indicators.

    Notes
    -----
    Names are compared after scope (全省), the name of the unit and words of growth are taken off, and never by parts:
    茶叶产量 is no 粮食产量. Where a plan names an indicator in its paragraph of targets and again elsewhere, the
    paragraph counts. Targets without a number are read in that paragraph only.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> start = "县人民政府2024年工作要点\n一、主要目标\n主要预期目标是："
    >>> corpus = corpus_from_texts({
    ...     "a": f"甲{start}生产总值增长5%左右，粮食产量3万吨。", "b": f"乙{start}全县生产总值增长6%以上，居民收入与经济增长同步。"})
    >>> found = find_targets(corpus)
    >>> found.loc[found["doc_id"] == "a", ["indicator", "stated", "value"]].values.tolist()
    [['地区生产总值', 'number', 5.0], ['粮食产量', 'number', 30000.0], ['居民人均可支配收入', 'absent', nan]]
    """
    check_corpus(corpus)
    known = load_indicators(indicators)
    names = names_of(known)
    if commitments is None:
        corpus = corpus_part(part, corpus)
        commitments = find_commitments(corpus)
    else:
        tables.check(commitments, "commitments", _USED)
        corpus, commitments = in_part(part, corpus, commitments)
    by_document: dict[str, list[Any]] = {}
    for commitment in commitments[list(_USED)].astype(object).itertuples(index=False):
        by_document.setdefault(str(commitment.doc_id), []).append(commitment)
    passages = dict(tuple(corpus.passages.groupby("doc_id")))
    rows = [
        row
        for document in _documents(corpus)
        if document.doc_id in by_document
        for row in _of_document(document, by_document[document.doc_id], names, passages.get(document.doc_id))
    ]
    if not rows:
        if len(corpus):
            warn(
                "find_targets: no plan sets a target for a known indicator; name your own with indicators=, "
                "or see find_commitments(corpus) for all quantities"
            )
        return tables.empty("targets")
    found = _one_each(tables.from_records(rows, "targets"))
    return tables.conform(_with_absent(found, corpus, known), "targets")


def _documents(corpus: Corpus) -> list[Any]:
    """Return the documents as named tuples."""
    return list(corpus.documents.astype(object).itertuples(index=False))


class _Where(NamedTuple):
    """Where a target stands: the text in plain characters, its paragraph of targets, and what year may be meant."""

    text: str
    paragraph: Span | None
    year: int | None
    headed: int | None
    """The year that the headings over it name, else the plan's own."""


def _of_document(
    document: Any, own: Sequence[Any], names: Mapping[str, str], passages: pd.DataFrame | None
) -> list[tuple]:
    """Return the rows of one document, of its commitments."""
    text = simplify(document.text)
    year = None if pd.isna(document.year) else int(document.year)
    headed = {} if passages is None else heading_years(passages, year)
    unit = fold_text(str(document.unit or ""))
    scopes = tuple(filter(None, {unit, unit.removesuffix("人民政府"), unit[:-1]}))
    paragraphs = _paragraphs(text, own)
    found: list[tuple] = []
    numbered = [each for each in own if not pd.isna(each.value)]
    for row, indicator, wording in named(numbered, text, names, scopes):
        place = next((each for each in paragraphs if each[0] <= row.start < each[1]), None)
        where = _Where(text, place, year, headed.get(row.passage_id, year))
        found.append(_number_row(document, row, indicator, wording, where))
    numbers = [each.quantity_start for each in numbered]
    for place in paragraphs:
        for each in relations(text, place, names, scopes):
            if not any(each.clause[0] <= at < each.clause[1] for at in numbers):
                nearest = min(own, key=lambda row: abs(row.start - each.clause[0]))
                where = _Where(text, place, year, headed.get(nearest.passage_id, year))
                found.append(_relation_row(document, each, nearest.passage_id, where))
    return sorted(found, key=lambda row: row[-4])


def _paragraphs(text: str, own: Sequence[Any]) -> list[Span]:
    """Return the paragraphs in which a plan sets its expected targets, from their first sentence on."""
    found: list[Span] = []
    for start in (each.start for each in own if each.force == EXPECTED):
        if found and start < found[-1][1]:
            continue
        low = max(text.rfind(stop, 0, start) for stop in _STOPS) + 1
        end = text.find("\n", start)
        place = low, end if end >= 0 else len(text)
        if _GOAL in text[slice(*place)] or _GOAL in text[:low].rstrip().rpartition("\n")[2]:
            found.append(place)
    return found


def _number_row(document: Any, row: Any, indicator: str, wording: Span, where: _Where) -> tuple:
    """Return the row of a target with a number."""
    text, place, year, _ = where
    low = None if place else _sentence_start(text, row.start)
    meant = _year_of(where, (wording[1], row.quantity_start), low=low)
    if not pd.isna(row.deadline_year) and (year is None or row.deadline_year > year):
        meant = int(row.deadline_year)
    form = form_of(row.verb, text[slice(*wording)])
    return (
        *(document.doc_id, document.unit, year, indicator, text[slice(*wording)], "number"),
        *(row.value, row.value_high, row.from_value, row.stretch, row.measure, row.bound),
        *(form, row.force, row.quantity, "", meant, place is not None),
        *(
            row.passage_id,
            row.line,
            row.start,
            row.end,
            row.text,
            *wording,
            row.quantity_start,
            row.quantity_end,
        ),
    )


def _sentence_start(text: str, at: int) -> int:
    """Return where the words behind the last full stop or line end begin."""
    return max(text.rfind("。", 0, at), text.rfind("\n", 0, at)) + 1


def _year_of(where: _Where, between: Span, *, low: int | None = None) -> int | None:
    """Return the year that a target is for: by its paragraph (or from ``low`` on), or, if it is so each year of a period, by what leads to it."""
    text, _, year, headed = where
    wording_end, start = between
    if not _YEARLY.search(text, wording_end, max(start, wording_end)):
        low = text.rfind("\n", 0, start) + 1 if low is None else low
        return year_meant(text[low:start], year, otherwise=headed)
    meant = year_meant(text[max(0, start - _FAR) : start], None)
    return meant if meant is not None and (year is None or meant > year) else None


def _relation_row(document: Any, found: Any, passage_id: str, where: _Where) -> tuple:
    """Return the row of a target without a number."""
    text, year = where.text, where.year
    start = max(text.rfind(stop, 0, found.clause[0]) for stop in "。；！？\n") + 1
    ends = [at for at in (text.find(stop, found.clause[1]) for stop in "。；！？\n") if at >= 0]
    end = min(ends, default=len(text) - 1) + 1
    meant = _year_of(where, (found.what[1], found.relation[0]))
    missing = (None,) * 4
    line = text.count("\n", 0, start) + 1
    written = document.text[start:end].rstrip("\n")
    return (
        *(
            document.doc_id,
            document.unit,
            year,
            found.indicator,
            document.text[slice(*found.what)],
            "relation",
        ),
        *(
            *missing,
            "",
            found.bound,
            "level",
            EXPECTED,
            "",
            document.text[slice(*found.relation)],
            meant,
            True,
        ),
        *(passage_id, line, start, start + len(written), written, *found.what, *found.relation),
    )


def _one_each(found: pd.DataFrame) -> pd.DataFrame:
    """Return the targets with those of the paragraph of targets in place of what is said of the same elsewhere."""
    keys = ["doc_id", "indicator", "target_year"]
    led = found.groupby(keys, dropna=False)["headline"].transform("any")
    kept = found[found["headline"] | ~led]
    number = kept["stated"] == "number"
    numbered = kept.assign(number=number).groupby(keys, dropna=False)["number"].transform("any")
    kept = kept[number | ~numbered]
    return kept.drop_duplicates([*keys, "value", "value_high", "relation", "form"]).reset_index(drop=True)


def _with_absent(found: pd.DataFrame, corpus: Corpus, known: pd.DataFrame) -> pd.DataFrame:
    """Return the targets with a row for each indicator that a plan with a paragraph of targets leaves out and another sets."""
    wanted = set(found.loc[found["headline"], "indicator"])
    ordered = [indicator for indicator in known["indicator"] if indicator in wanted]
    setting = set(found.loc[found["headline"], "doc_id"])
    named = set(zip(found["doc_id"], found["indicator"], strict=True))
    rows = [
        {
            "doc_id": each.doc_id,
            "unit": each.unit,
            "year": each.year,
            "indicator": indicator,
            "stated": "absent",
            "headline": False,
        }
        for each in _documents(corpus)
        if each.doc_id in setting
        for indicator in ordered
        if (each.doc_id, indicator) not in named
    ]
    missing = (
        tables.conform(pd.DataFrame(rows).reindex(columns=tables.columns("targets")), "targets")
        if rows
        else found
    )
    order = {doc: i for i, doc in enumerate(corpus.documents["doc_id"])}
    both = pd.concat([found, missing], ignore_index=True) if rows else found
    return both.sort_values("doc_id", key=lambda column: column.map(order), kind="stable").reset_index(
        drop=True
    )
