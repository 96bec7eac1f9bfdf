"""What a look-back reports: its sentences on the year gone by, and the values in them."""

import re
from collections.abc import Mapping, Sequence
from types import SimpleNamespace
from typing import Any, NamedTuple

import pandas as pd

from plananalysis.compare.single_measures import Measure
from plananalysis.folding import fold_text, simplify
from plananalysis.fulfilment.completed import says_undone
from plananalysis.language import compiled, ties
from plananalysis.language.accounts import OWN_YEAR, PERIOD, SILENT_OPENINGS
from plananalysis.pledges.masking import mask_simplified
from plananalysis.pledges.named_indicators import form_of, named
from plananalysis.pledges.targets import find_targets_of

_SILENT = tuple(pattern for _, pattern in compiled(SILENT_OPENINGS))
_PERIOD, _OWN_YEAR = re.compile(PERIOD), re.compile(OWN_YEAR)
_CLAUSE_STOPS = "，；。：！？,;:\n"
_FALLS = ties.FALLS


class Reported(NamedTuple):
    """A value that a look-back gives, and its places in the text."""

    sentence: int
    indicator: str
    wording: str
    clause: str
    quantity: str
    value: float
    measure: str
    form: str
    falls: bool
    start: int
    end: int


class LookBack(NamedTuple):
    """The sentences of a look-back that report something, and the values in those that report on the year alone."""

    sentences: list[tuple[str, Measure]]
    of_period: list[bool]
    values: list[Reported]


def read_look_back(
    measures: Mapping[str, Sequence[Measure]],
    texts: Mapping[str, str],
    year: int,
    unit: str,
    names: Mapping[str, str],
) -> LookBack:
    """Return what the look-backs of a unit's documents of one year report.

    Parameters
    ----------
    measures
        Sentences of the look-back of each document.
    texts
        Text of each document.
    year
        The year that is looked back on.
    unit
        The unit's name, which may stand before what is measured.
    names
        Known indicators by wording, as :func:`plananalysis.pledges.known_indicators.names_of` gives.
    """
    sentences: list[tuple[str, Measure]] = []
    of_period: list[bool] = []
    for doc_id, own in measures.items():
        plain = simplify(texts[doc_id])
        silent = -1  # up to where a paragraph says what is wrong, what was learnt, or to whom it is owed
        for measure in own:
            text = plain[measure.start : measure.end]
            if any(pattern.search(text) for pattern in _SILENT):
                silent = max(silent, _paragraph_end(plain, measure.end))
            reports = measure.start >= silent or says_undone(text)
            if not measure.is_heading and reports and measure.words:
                sentences.append((doc_id, measure))
                of_period.append(_of_period(plain, measure, year))
    scopes = scopes_of(unit)
    values = [
        value
        for i, (doc_id, measure) in enumerate(sentences)
        if not of_period[i]
        for value in _values(simplify(texts[doc_id]), measure, i, names, scopes)
    ]
    return LookBack(sentences, of_period, values)


def scopes_of(unit: str) -> tuple[str, ...]:
    """Return the names of a unit that may stand before what is measured: 青山省地区生产总值."""
    folded = fold_text(unit)
    return tuple(filter(None, {folded, folded.removesuffix("人民政府"), folded[:-1]}))


def _paragraph_end(text: str, at: int) -> int:
    """Return where the paragraph of a place ends."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _of_period(text: str, measure: Measure, year: int) -> bool:
    """Say whether a sentence speaks of several years, by the last word of time in it or before it in its paragraph."""
    low = text.rfind("\n", 0, measure.start) + 1
    said = text[low : measure.end]
    periods = [match.end() for match in _PERIOD.finditer(said)]
    if not periods:
        return False
    own = [match.end() for match in _OWN_YEAR.finditer(said) if match["year"] in (None, str(year))]
    return max(periods) > max(own, default=-1)


def _values(
    text: str, measure: Measure, number: int, names: Mapping[str, str], scopes: tuple[str, ...]
) -> list[Reported]:
    """Return the values of a sentence, with the known name of what they measure."""
    sentence = mask_simplified(text[measure.start : measure.end])
    rows = [
        SimpleNamespace(
            start=measure.start,
            indicator_start=measure.start + each.indicator[0] if each.indicator else None,
            indicator_end=measure.start + each.indicator[1] if each.indicator else None,
            quantity_start=measure.start + each.quantity.start,
            quantity_end=measure.start + each.quantity.end,
            target=each,
        )
        for each in find_targets_of(sentence)
        if each.quantity.value is not None
    ]
    known = {row.quantity_start: indicator for row, indicator, _ in named(rows, text, names, scopes)}
    return [_reported(text, row, known.get(row.quantity_start, ""), measure, number) for row in rows]


def _reported(text: str, row: Any, indicator: str, measure: Measure, number: int) -> Reported:
    """Return one value of a sentence."""
    target = row.target
    wording = "" if row.indicator_start is None else text[row.indicator_start : row.indicator_end]
    verb = text[measure.start + target.verb[0] : measure.start + target.verb[1]] if target.verb else ""
    low = max(text.rfind(stop, measure.start, row.quantity_start) for stop in _CLAUSE_STOPS) + 1
    high = min(
        (at for at in (text.find(stop, row.quantity_end, measure.end) for stop in _CLAUSE_STOPS) if at >= 0),
        default=measure.end,
    )
    return Reported(
        number,
        indicator,
        wording,
        text[max(low, measure.start) : high],
        text[row.quantity_start : row.quantity_end],
        float(target.quantity.value),
        target.quantity.measure,
        form_of(verb, wording),
        verb.startswith(_FALLS) or wording.endswith(_FALLS),
        row.quantity_start,
        row.quantity_end,
    )


def plans_of(corpus_documents: pd.DataFrame) -> pd.DataFrame:
    """Return the documents with a unit and a year, as doc_id, unit, year."""
    documents = corpus_documents[["doc_id", "unit", "year"]]
    return documents[(documents["unit"].fillna("") != "") & documents["year"].notna()]
