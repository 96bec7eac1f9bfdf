"""What a plan promises: its measures, and each amount in them with what it measures."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from plananalysis.compare.nearest_sentences import Asked, asked_of
from plananalysis.compare.single_measures import Measure, Rarity, clauses_of, words_of
from plananalysis.pledges.known_indicators import known_as
from plananalysis.pledges.named_indicators import form_of


class Promised(NamedTuple):
    """A promise: a sentence, or one amount of it; ``indicator`` is a known name if ``known``, else the plan's words."""

    doc_id: str
    measure: Measure
    asked: Asked | None
    indicator: str
    known: bool
    quantity: str
    value: float | None
    value_high: float | None
    unit: str
    bound: str
    form: str
    falls: bool
    asks: list[tuple[str, float]]
    """Words of what the amount measures, with their weights."""


class Found(NamedTuple):
    """Commitments and targets of a corpus, by document."""

    commitments: Mapping[str, Sequence[Any]]
    targets: Mapping[str, Sequence[Any]]


def by_document(table: pd.DataFrame) -> dict[str, list[Any]]:
    """Return the rows of a table as named tuples, those of each document together."""
    found: dict[str, list[Any]] = {}
    for row in table.astype(object).itertuples(index=False):
        found.setdefault(str(row.doc_id), []).append(row)
    return found


def promises_in(
    doc_id: str,
    year: int,
    measures: Sequence[Measure],
    weights: Rarity,
    found: Found,
    *,
    names: Mapping[str, str],
    scopes: tuple[str, ...],
) -> list[Promised]:
    """Return the promises of a plan in reading order: a row for each amount of the year, else one for the sentence."""
    bodies = [measure for measure in measures if not measure.is_heading]
    asked = {one.measure.start: one for one in asked_of(bodies, weights)}
    targets = [each for each in found.targets.get(doc_id, ()) if each.stated != "absent"]
    known = {int(each.quantity_start): each for each in targets}
    amounts = [each for each in found.commitments.get(doc_id, ()) if not pd.isna(each.value)]
    promises: list[Promised] = []
    for measure in bodies:
        own = _of_sentence(measure, amounts, known, year)
        one = asked.get(measure.start)
        for place in sorted(own):
            promises.append(_amount(doc_id, measure, one, own[place], weights, names, scopes))
        if not own and one is not None:
            promises.append(_sentence(doc_id, measure, one))
    return promises


def _of_sentence(
    measure: Measure, amounts: Sequence[Any], known: Mapping[int, Any], year: int
) -> dict[int, Any]:
    """Return the amounts and targets of a sentence that are for the plan's own year, by place."""
    own: dict[int, Any] = {}
    for each in amounts:
        at = int(each.quantity_start)
        if measure.start <= at < measure.end and (pd.isna(each.deadline_year) or each.deadline_year <= year):
            own[at] = each
    for at, target in known.items():
        if measure.start <= at < measure.end:
            if pd.isna(target.target_year) or target.target_year != year:
                own.pop(at, None)
            else:
                own[at] = target
    return own


def _amount(
    doc_id: str,
    measure: Measure,
    asked: Asked | None,
    row: Any,
    weights: Rarity,
    names: Mapping[str, str],
    scopes: tuple[str, ...],
) -> Promised:
    """Return the promise of one amount, or of a target without one."""
    target = hasattr(row, "stated")
    verb = "" if target else row.verb
    wording = row.wording if target else row.indicator
    indicator = row.indicator if target else known_as(wording, names, scopes)
    falls = wording.endswith(("降低", "下降", "减少")) or verb.startswith(("降低", "下降", "减少", "压减"))
    words = words_of(f"{wording}{'' if indicator else _clause_of(measure, int(row.quantity_start))}")
    return Promised(
        doc_id,
        measure,
        asked,
        indicator or wording,
        bool(indicator),
        row.quantity or (row.relation if target else ""),
        None if pd.isna(row.value) else float(row.value),
        None if pd.isna(row.value_high) else float(row.value_high),
        row.measure,
        row.bound,
        row.form if target else form_of(verb, wording),
        falls or (target and "降" in measure.text[int(row.wording_end) - measure.start :][:4]),
        [(word, weights.of(word)) for word in words],
    )


def _clause_of(measure: Measure, at: int) -> str:
    """Return the clause of a sentence that holds a place of the text."""
    behind = 0
    for clause in clauses_of(measure.text):
        begin = measure.text.index(clause, behind)
        behind = begin + len(clause)
        if measure.start + begin <= at < measure.start + behind:
            return clause
    return measure.text


def _sentence(doc_id: str, measure: Measure, asked: Asked) -> Promised:
    """Return the promise of a sentence without an amount."""
    return Promised(doc_id, measure, asked, "", False, "", None, None, "", "", "", False, [])
