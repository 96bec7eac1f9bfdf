"""What a look-back reports: its sentences on the year gone by, and the values in them."""

import re
from collections.abc import Mapping, Sequence
from types import SimpleNamespace
from typing import Any, NamedTuple

from plananalysis.compare.single_measures import Measure
from plananalysis.folding import fold_text, simplify
from plananalysis.fulfilment.completed import says_undone
from plananalysis.language import compiled, ties
from plananalysis.language.accounts import ADDING, OWN_YEAR, PERIOD, SEVERAL_YEARS, SILENT_OPENINGS
from plananalysis.pledges.masking import mask_simplified
from plananalysis.pledges.named_indicators import form_of, named
from plananalysis.pledges.targets import find_targets_of

_SILENT = tuple(pattern for _, pattern in compiled(SILENT_OPENINGS))
_PERIOD, _SEVERAL_YEARS, _OWN_YEAR = re.compile(PERIOD), re.compile(SEVERAL_YEARS), re.compile(OWN_YEAR)
_OPENING = 18
"""Characters of a sentence within which it says of what time it, and what follows, speaks."""
_AMOUNT = re.compile(r"\d")
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
    adds: bool
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
        heads = [simplify(each.text) for each in own if each.is_heading]
        headed = any(_PERIOD.search(head) for head in heads)
        both = headed and any(str(year) in head or _OWN_YEAR.search(head) for head in heads)
        going_on = headed and not both
        paragraph = 0
        silent = -1  # up to where a paragraph says what is wrong, what was learnt, or to whom it is owed
        for measure in own:
            text = plain[measure.start : measure.end]
            if any(pattern.search(text) for pattern in _SILENT):
                silent = max(silent, _paragraph_end(plain, measure.end))
            reports = measure.start >= silent or says_undone(text)
            if not measure.is_heading and reports and measure.words:
                sentences.append((doc_id, measure))
                begins = plain.rfind("\n", 0, measure.start) + 1
                if begins != paragraph and not both:
                    going_on = headed  # a remark on other years ends with its paragraph
                paragraph = begins
                told = _last_said(text[:_OPENING], _PERIOD, year)
                going_on = going_on if told is None else told
                told = _last_said(text, _SEVERAL_YEARS, year)
                of_period.append(going_on if told is None else told)
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


def adds_to(verb: str, before: str) -> bool:
    """Tell whether an amount comes on top of what is there, by its verb and the words before it in its clause.

    Examples
    --------
    >>> adds_to("新增", ""), adds_to("", "净增渠道"), adds_to("达到", "渠道总长")
    (True, True, False)
    """
    return verb in ADDING or any(word in before for word in ADDING)


def _paragraph_end(text: str, at: int) -> int:
    """Return where the paragraph of a place ends."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _last_said(text: str, several: re.Pattern[str], year: int) -> bool | None:
    """Say whether the last word of time in a text is of several years and not of the year before; None without any."""
    periods = max((match.end() for match in several.finditer(text)), default=-1)
    own = max(
        (match.end() for match in _OWN_YEAR.finditer(text) if match["year"] in (None, str(year))), default=-1
    )
    return None if periods < 0 and own < 0 else periods > own


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
    low = max(low, measure.start)
    before = max(text.rfind(stop, measure.start, max(measure.start, low - 1)) for stop in _CLAUSE_STOPS) + 1
    if low > measure.start and not _AMOUNT.search(text, max(before, measure.start), low):
        low = before  # 加快技术改造，安排资金2亿元
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
        adds_to(verb, text[low : row.quantity_start]),
        row.quantity_start,
        row.quantity_end,
    )
