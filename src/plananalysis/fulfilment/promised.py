"""What a plan promises: its measures, and each amount in them with what it measures."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from plananalysis.compare.nearest_sentences import SAYS_NOTHING, Asked, asked_of
from plananalysis.compare.single_measures import Measure, Rarity, clauses_of, words_of
from plananalysis.folding import simplify
from plananalysis.fulfilment.alike import bare
from plananalysis.fulfilment.look_back import adds_to
from plananalysis.language import ties
from plananalysis.language.accounts import OF_TARGETS, PAST_OPENING, PERIOD_AHEAD, PURPOSE
from plananalysis.pledges import outlook
from plananalysis.pledges.known_indicators import known_as
from plananalysis.pledges.named_indicators import form_of

_PURPOSE, _PERIOD_AHEAD = re.compile(PURPOSE), re.compile(PERIOD_AHEAD)
_OF_TARGETS = re.compile(OF_TARGETS)
_PAST_OPENING = re.compile(PAST_OPENING)

LEAST_SHARED = 0.3
"""Weight of words that tell what an amount is of: a word that stands in one sentence of nine, or a rarer one."""

_NEAR = 6
"""Characters before an amount within which 新增 says that it comes on top of what is there."""


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
    adds: bool
    asks: list[tuple[str, float]]
    """Words of the clause of an amount, with their weights."""


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
    ahead = outlook.signs(year)
    bodies = [measure for measure in measures if not measure.is_heading and _promises(measure, ahead)]
    asked = {one.measure.start: one for one in map(_without_purpose, asked_of(bodies, weights))}
    targets = [each for each in found.targets.get(doc_id, ()) if each.stated != "absent"]
    known = {int(each.quantity_start): each for each in targets}
    amounts = [each for each in found.commitments.get(doc_id, ()) if not pd.isna(each.value)]
    promises: list[Promised] = []
    for measure in bodies:
        one = asked.get(measure.start)
        own = _of_sentence(measure, amounts, known, year)
        clauses = {place: _clause_of(measure, place) for place in own}
        for place in sorted(own):
            limited = _limited(measure, {clauses[place]}, weights)
            if limited is None or not bare(_thing(own[place])):  # of a sum the sentence says what it is for
                limited = one or limited
            promises.append(
                _amount(doc_id, measure, limited, own[place], clauses[place], (weights, names, scopes))
            )
        rest = {clause for clause in clauses_of(measure.text) if not _OF_TARGETS.search(clause)}
        rest -= set(clauses.values())
        limited = _limited(measure, rest, weights) if own else one
        if limited is not None:
            promises.append(_sentence(doc_id, measure, limited))
    return promises


def _thing(row: Any) -> str:
    """Return what a commitment or a target measures, in the plan's words."""
    return str(row.wording if hasattr(row, "stated") else row.indicator)


def _promises(measure: Measure, words: outlook.Signs) -> bool:
    """Say whether a sentence of a plan speaks of what is to come."""
    text = simplify(measure.text)
    return not _PAST_OPENING.match(text) and outlook.of_sentence(text, outlook.AHEAD, words)


def _limited(measure: Measure, clauses: set[str], weights: Rarity) -> Asked | None:
    """Return what some clauses of a measure ask for, None if they ask for nothing."""
    kept = [
        [(word, weights.of(word)) for word in words_of(clause)]
        for clause in clauses_of(measure.text)
        if clause in clauses and not _PURPOSE.match(clause.strip())
    ]
    telling = [words for words in kept if sum(weight for _, weight in words) >= SAYS_NOTHING]
    return Asked(measure, telling) if telling else None


def _without_purpose(one: Asked) -> Asked:
    """Return what a measure asks for without the clauses that say what it is for, unless nothing else is left."""
    aims = [words_of(clause) for clause in clauses_of(one.measure.text) if _PURPOSE.match(clause.strip())]
    kept = [words for words in one.clauses if [word for word, _ in words] not in aims]
    return one._replace(clauses=kept or one.clauses)


def _of_sentence(
    measure: Measure, amounts: Sequence[Any], known: Mapping[int, Any], year: int
) -> dict[int, Any]:
    """Return the amounts and targets of a sentence that are for the plan's own year, by place."""
    own: dict[int, Any] = {}
    for each in amounts:
        at = int(each.quantity_start)
        if measure.start <= at < measure.end and (pd.isna(each.deadline_year) or each.deadline_year <= year):
            own[at] = each
    if _PERIOD_AHEAD.search(simplify(measure.text)):
        own = {}
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
    clause: str,
    known: tuple[Rarity, Mapping[str, str], tuple[str, ...]],
) -> Promised:
    """Return the promise of one amount, or of a target without one."""
    weights, names, scopes = known
    target = hasattr(row, "stated")
    verb = "" if target else row.verb
    wording = _thing(row)
    indicator = row.indicator if target else known_as(wording, names, scopes)
    falls = wording.endswith(ties.FALLS) or verb.startswith(ties.FALLS)
    if target:
        falls = falls or any(
            each in measure.text[int(row.wording_end) - measure.start :][:4] for each in ties.FALLS
        )
    asks = [(word, weights.of(word)) for word in words_of(clause)]
    if sum(weight for _, weight in asks) < LEAST_SHARED:  # 安排专项资金3亿元，用于修渠
        asks = [(word, weights.of(word)) for word in words_of(measure.text)]
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
        falls,
        adds_to(verb, f"{wording}{measure.text[: int(row.quantity_start) - measure.start][-_NEAR:]}"),
        asks,
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
    return Promised(doc_id, measure, asked, "", False, "", None, None, "", "", "", False, False, [])
