"""Quantities with their unit in a sentence: what was written, its value, its measure, and how it binds."""

import re
from typing import NamedTuple

from plananalysis.language import amounts, compiled
from plananalysis.pledges.number_values import parse_number

_RULES = tuple(
    (rule.name, pattern, re.compile(amounts.SIGNS[rule.name])) for rule, pattern in compiled(amounts.AMOUNTS)
)
_SHARE = next(pattern for name, pattern, _ in _RULES if name == amounts.SHARE)
_NUMERAL = re.compile(amounts.NUMERAL)
_BOUND = re.compile(amounts.BOUND)
_WHO = re.compile(amounts.WHO)
_MADE = re.compile(amounts.MADE)
_LEAST = re.compile(amounts.LEAST)
_MOST = re.compile(amounts.MOST)
_ABOUT = re.compile(amounts.ABOUT)


class Quantity(NamedTuple):
    """A quantity and its place in the sentence."""

    start: int
    end: int
    text: str
    value: float | None
    measure: str
    comparison: str


def find_quantities(sentence: str) -> list[Quantity]:
    """Return the quantities of a sentence in reading order; none overlaps another.

    Titles and short quotations must have been masked (:func:`plananalysis.pledges.masking.mask`).

    Examples
    --------
    >>> [(q.text, q.value, q.measure, q.comparison) for q in find_quantities("培训不少于15期，搬迁2.14万户。")]
    [('不少于15期', 15.0, '期', 'at_least'), ('2.14万户', 21400.0, '户', 'exact')]
    """
    found: list[Quantity] = []
    if not _NUMERAL.search(sentence):
        return found
    for _, pattern, gate in _RULES:
        if not gate.search(sentence):
            continue
        for match in pattern.finditer(sentence):
            quantity = _quantity(match)
            if quantity and not any(
                quantity.start < other.end and other.start < quantity.end for other in found
            ):
                found.append(quantity)
    return sorted(found)


def _quantity(match: re.Match[str]) -> Quantity | None:
    """Return the quantity of a match, or None where its number tells who is meant."""
    groups = match.groupdict()
    text, number, end = match.string, match.start("number"), match.end()
    before, after, unit = groups.get("before") or "", groups["after"] or "", groups.get("unit") or ""
    start = number if not before or before in amounts.VERBS else match.start("before")
    bound = None if "before" in groups else _BOUND.search(text, max(0, number - 16), number)
    if bound and (bound["each"] or not bound["share"] or match.re is _SHARE):
        before = bound["bound"] or f"{bound['first'] or ''}{bound['middle'] or ''}"
        start = bound.start() if bound["each"] or before not in amounts.VERBS else number
    made = before or _MADE.search(text, max(0, number - 4), number)
    if after and not made and unit not in ("%", "％", "‰") and _WHO.match(text, match.start("after")):
        return None
    value, measure = _value(groups["number"], groups.get("more") or "", unit)
    return Quantity(start, end, text[start:end], value, measure, _comparison(before, after, groups))


def _value(number: str, more: str, unit: str) -> tuple[float | None, str]:
    """Return value and measure."""
    if number.startswith(amounts.PER_CENT):
        return parse_number(number[3:]), "%" if number.startswith(amounts.PER_CENT[0]) else "‰"
    if number.endswith(amounts.TENTHS):
        value = parse_number(number[:-1])
        return (None if value is None else value * 10), "%"
    if amounts.PARTS in number:
        below, above = (parse_number(part) for part in number.split(amounts.PARTS))
        return (above / below if above is not None and below else None), ""
    return parse_number(number + more), "%" if unit == "％" else unit


def _comparison(before: str, after: str, groups: dict[str, str | None]) -> str:
    """Return at_least, at_most, about, range or exact."""
    if groups.get("to"):
        return "range"
    bounds = before + after
    if _MOST.search(bounds):
        return "at_most"
    if after in amounts.AT_LEAST_AFTER or _LEAST.search(bounds):
        return "at_least"
    return "about" if groups.get("odd") or _ABOUT.search(bounds) else "exact"
