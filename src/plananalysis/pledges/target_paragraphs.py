"""The paragraphs in which a plan sets its targets, the year they are for, and the targets without a number."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from plananalysis.folding import simplify
from plananalysis.language import compiled, indicator_names
from plananalysis.pledges.indicators import Span
from plananalysis.pledges.known_indicators import known_as

_RELATIONS = compiled(indicator_names.RELATIONS)
_ASSIGNED = re.compile(indicator_names.ASSIGNED)
_HORIZON = re.compile(indicator_names.HORIZON)
_CLAUSE = re.compile("[^，；。：！？,;:\n]+")
_ITEM = re.compile("(?:[、和及与]|以及)")
_NUMERALS = "一二三四五六七"
_LAST_OF_PERIOD = 5


class Relation(NamedTuple):
    """A target without a number: what is measured, what is said of it, and the places of both."""

    indicator: str
    what: Span
    relation: Span
    bound: str
    clause: Span


def relations(text: str, span: Span, names: Mapping[str, str], scopes: Sequence[str]) -> Iterator[Relation]:
    """Yield the targets without a number in a part of a text.

    Examples
    --------
    >>> from plananalysis.pledges.known_indicators import load_indicators, names_of
    >>> text = "生产总值增长5%，居民收入增长与经济增长基本同步，单位能耗完成国家下达任务。"
    >>> [(r.indicator, text[slice(*r.relation)], r.bound) for r in relations(text, (0, 40), names_of(load_indicators()), ())]
    [('居民人均可支配收入', '与经济增长基本同步', 'about'), ('单位地区生产总值能耗', '完成国家下达任务', '')]
    """
    for clause in _CLAUSE.finditer(text, *span):
        yield from _of_clause(text, clause.span(), names, scopes)


def _of_clause(
    text: str, clause: Span, names: Mapping[str, str], scopes: Sequence[str]
) -> Iterator[Relation]:
    """Yield the targets without a number of a clause."""
    low, high = clause
    for rule, pattern in _RELATIONS:
        match = pattern.search(text, low, high)
        if not match:
            continue
        place = match.start("relation"), high
        bound = "about" if rule.kind == "exact" and "基本" in text[slice(*place)] else rule.kind
        found = False
        for what in _items(text, low, match.start()):
            indicator = known_as(text[slice(*what)], names, scopes)
            if indicator:
                found = True
                yield Relation(indicator, what, place, bound, clause)
        if found:
            return
    match = _ASSIGNED.search(text, low, high)
    for first, last in _items(text, *match.span("what")) if match else ():
        for at in range(first, last - 1):  # 国家下达的能耗强度下降: what is known begins somewhere in it
            indicator = known_as(text[at:last], names, scopes)
            if indicator:
                yield Relation(indicator, (at, last), clause, "", clause)
                break


def _items(text: str, low: int, high: int) -> list[Span]:
    """Return the whole, or the parts of a list."""
    parts, at = [], low
    for match in _ITEM.finditer(text, low, high):
        parts.append((at, match.start()))
        at = match.end()
    parts.append((at, high))
    return [(low, high)] if len(parts) == 1 else [(low, high), *parts]


def heading_years(passages: pd.DataFrame, year: int | None) -> dict[str, int | None]:
    """Return for each passage of a document the year that the headings over it give to its targets, else the plan's own.

    Examples
    --------
    >>> columns = ["passage_id", "level", "heading", "start"]
    >>> rows = [("a", 1, "“十五五”时期主要目标", 0), ("b", 2, "扩大内需", 20), ("c", 1, "2026年重点工作", 40)]
    >>> heading_years(pd.DataFrame(rows, columns=columns), 2026)
    {'a': 2030, 'b': 2030, 'c': 2026}
    """
    above: dict[int, int | None] = {}
    meant: dict[str, int | None] = {}
    ordered = passages.sort_values("start")
    for passage_id, level, heading in ordered[["passage_id", "level", "heading"]].itertuples(index=False):
        above = {own: named for own, named in above.items() if own < level}
        before = above[max(above)] if above else year
        above[level] = meant[passage_id] = year_meant(simplify(heading or ""), year, otherwise=before)
    return meant


_OWN = object()
"""Stands for the plan's own year."""


def year_meant(lead: str, year: int | None, *, otherwise: Any = _OWN) -> int | None:
    """Return the year that targets are for, by the last word before them that says so; else the plan's own, or another one.

    Examples
    --------
    >>> year_meant("“十四五”时期主要目标：", 2021), year_meant("到2025年，建成港口。今年主要目标：", 2021)
    (2025, 2021)
    """
    meant = year if otherwise is _OWN else otherwise
    for match in _HORIZON.finditer(lead):
        if match["now"]:
            meant = year
        elif match["period"]:
            number = _NUMERALS.index(match["period"])
            named = indicator_names.FIRST_PLAN_PERIOD + _LAST_OF_PERIOD * number
            meant = named if year is None or named >= year else meant
        else:
            named = int(match["by"] or match["of"])
            meant = named if year is None or named >= year else meant
    return meant
