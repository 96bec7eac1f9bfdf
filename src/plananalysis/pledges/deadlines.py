"""Deadlines and frequencies in a sentence, and the day by which it must be done."""

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

from plananalysis.language import times

_DATED = re.compile(times.DATED)
_OTHER = re.compile(times.UNDATED)
_WHOLE_YEAR = re.compile(times.WHOLE_YEAR)
_THIS_YEAR = re.compile(times.THIS_YEAR)
_MAY_BE_DATED = re.compile(times.MAY_BE_DATED)
_MAY_BE_OTHER = re.compile(times.MAY_BE_UNDATED)
_MAY_BE_FREQUENT = re.compile(times.MAY_BE_FREQUENT)
_FREQUENCY = re.compile(times.FREQUENCY)
_NAME_OF_DAY = re.compile("[\u4e00-\u9fff]*$")
_LONGEST = 12
"""Characters by which a deadline may begin before what tells that there is one."""


class Deadline(NamedTuple):
    """A deadline, its place in the sentence and its last day, as far as it can be told."""

    start: int
    end: int
    text: str
    year: int | None
    date: str


def find_deadlines(sentence: str, year: int | None) -> list[Deadline]:
    """Return the deadlines of a sentence; days are told relative to the year of the document.

    Examples
    --------
    >>> [(d.text, d.date) for d in find_deadlines("6月底前完成立项，年底前开工，到2027年建成。", 2025)]
    [('6月底前', '2025-06-30'), ('年底前', '2025-12-31'), ('到2027年', '2027-12-31')]
    """
    found: list[Deadline] = []
    first = _MAY_BE_DATED.search(sentence)
    if first:
        found += [
            _deadline(match, year)
            for match in _DATED.finditer(sentence, max(0, first.start() - _LONGEST))
            if not match["month"] or match["bound"] or (match["part"] or "初") != "初"
        ]
    found += [_whole(match, year) for match in _THIS_YEAR.finditer(sentence)]
    if not _MAY_BE_OTHER.search(sentence):
        return sorted(found)
    taken = [(each.start, each.end) for each in found]
    for match in _OTHER.finditer(sentence):
        start, end = match.span()
        if match["season"]:
            start -= len(_NAME_OF_DAY.findall(sentence[max(0, start - 2) : start])[0])
        if not any(start < stop and begin < end for begin, stop in taken):
            found.append(Deadline(start, end, sentence[start:end], None, ""))
    return sorted(found)


def find_whole_year(sentence: str, year: int | None) -> list[Deadline]:
    """Return 全年, 今年 and years to come: they date a quantity, but are no promise by themselves.

    Examples
    --------
    >>> [(d.text, d.date) for d in find_whole_year("全年培训5次，2026年不少于8次，2023年为3次。", 2025)]
    [('全年', '2025-12-31'), ('2026年', '2026-12-31')]
    """
    found = [_whole(match, year) for match in _WHOLE_YEAR.finditer(sentence)]
    return [each for each in found if year is None or each.year is None or each.year >= year]


def _whole(match: re.Match[str], document: int | None) -> Deadline:
    """Return the end of the year that is named, else of the document's."""
    figures = match.group()[:4]
    year = int(figures) if figures.isdigit() else document
    if year is not None and match.group().startswith("今明"):
        year += 1
    return Deadline(*match.span(), match.group(), year, f"{year}-12-31" if year else "")


def find_frequencies(sentence: str) -> list[tuple[int, int]]:
    """Return the places of 每季度, 每半年一次, 按月 and their like.

    Examples
    --------
    >>> sentence = "每季度一次督查，按月通报。"
    >>> [sentence[start:end] for start, end in find_frequencies(sentence)]
    ['每季度一次', '按月']
    """
    if not _MAY_BE_FREQUENT.search(sentence):
        return []
    return [match.span() for match in _FREQUENCY.finditer(sentence)]


def _deadline(match: re.Match[str], document: int | None) -> Deadline:
    """Return the deadline of a match with the day it stands for."""
    groups = match.groupdict()
    year = _year(groups, document)
    if year is None:
        return Deadline(match.start(), match.end(), match.group(), None, "")
    if groups["before"]:
        year -= 1
    month, day = _month_day(groups)
    last = date(year, month, min(day or 31, monthrange(year, month)[1]))
    return Deadline(match.start(), match.end(), match.group(), year, last.isoformat())


def _year(groups: dict[str, str | None], document: int | None) -> int | None:
    """Return the year that is named, or the document's."""
    named = groups["year"] or groups["by"]
    if named:
        return int(named)
    if document is None:
        return None
    return document + times.YEARS_AHEAD.get(groups["relative"] or "", 0)


def _month_day(groups: dict[str, str | None]) -> tuple[int, int]:
    """Return month and day (0 for its last) of a deadline; 6月前 ends with the day before June."""
    month = groups["month"]
    if month:
        number = int(month) if month.isdigit() else times.MONTHS[month]
        if groups["bound"] == "起":
            return number, max(1, int(groups["day"] or 1))
        if groups["day"]:
            return number, max(1, int(groups["day"]))
        if not groups["part"] and number > 1:
            return number - 1, 0
        return number, times.LAST_DAYS.get(groups["part"] or "", 0)
    if groups["quarter"]:
        return times.LAST_MONTHS[groups["quarter"]], 0
    if groups["half"]:
        return (12 if groups["half"].startswith("下") else 6), 0
    return 12, 0
