"""Quantities with their unit in a sentence: what was written, its values, its measure, and how it binds."""

import re
from typing import NamedTuple

from plananalysis.language import amounts, compiled, ending, ties
from plananalysis.pledges.number_values import parse_number

_RULES = tuple((pattern, re.compile(amounts.SIGNS[rule.name])) for rule, pattern in compiled(amounts.AMOUNTS))
_NUMERAL = re.compile(amounts.NUMERAL)
_BOUNDS, _LOOSE, _APART = ending(ties.BOUNDS), ending(ties.LOOSE), ending(ties.APART)
_EACH = re.compile(ties.EACH)
_REACH = 14
"""Characters before a number within which its bound begins."""
_FAR = 26
"""The same for the bound of a share, which may stand before what it is a share of: 不低于总数的三成."""
_AFTER = (
    ("at_least", "以上"),
    ("at_most", "以内"),
    ("at_most", "以下"),
    ("at_most", "之内"),
    ("about", "左右"),
    ("about", "上下"),
)
_SHARES = ("%", "‰", "个百分点", "百分点", "倍", "番")


class Quantity(NamedTuple):
    """A quantity and its place in the sentence.

    Attributes
    ----------
    start, end : int
        Place of the wording with its bounds.
    text : str
        The wording.
    value, high : float or None
        The number, and the other end of a range.
    measure : str
        Unit or measure word.
    bound : str
        at_least, at_most, about, range or exact.
    number : int
        Where the number begins, behind its bound.
    after : str
        How it binds behind the number: 以上, 左右.
    """

    start: int
    end: int
    text: str
    value: float | None
    high: float | None
    measure: str
    bound: str
    number: int
    after: str

    @property
    def is_share(self) -> bool:
        """Say whether it is a part or a multiple of something, and counts no things."""
        return self.measure in _SHARES


def find_quantities(sentence: str) -> list[Quantity]:
    """Return the quantities of a sentence in reading order; none overlaps another.

    Titles and short quotations must have been masked (:func:`plananalysis.pledges.masking.mask`).

    Examples
    --------
    >>> [(q.text, q.value, q.measure, q.bound) for q in find_quantities("培训不少于15期，搬迁2.14万户。")]
    [('不少于15期', 15.0, '期', 'at_least'), ('2.14万户', 21400.0, '户', 'exact')]
    >>> [(q.value, q.high, q.bound) for q in find_quantities("产值增长5%—5.5%。")]
    [(5.0, 5.5, 'range')]
    """
    found: list[Quantity] = []
    if not _NUMERAL.search(sentence):
        return found
    for pattern, gate in _RULES:
        if not gate.search(sentence):
            continue
        for match in pattern.finditer(sentence):
            quantity = _quantity(match)
            if not any(quantity.start < other.end and other.start < quantity.end for other in found):
                found.append(quantity)
    return sorted(found)


def _quantity(match: re.Match[str]) -> Quantity:
    """Return the quantity of a match."""
    groups = match.groupdict()
    text, number, end = match.string, match.start("number"), match.end()
    start, before = _bound_before(text, number)
    start = number if start < 0 else start
    value, high, measure = _values(groups)
    if high is not None and groups.get("low_unit") and not _same(groups["low_unit"], measure):
        value, high, measure = parse_number(groups["number"]), None, groups["low_unit"] or ""
        end = match.end("low_unit")
    after = (groups.get("after") or "").strip()
    bound = _bound(before, after, odd=bool(groups.get("odd")), ranged=high is not None)
    return Quantity(start, end, text[start:end], value, high, measure, bound, number, after)


def _bound_before(text: str, number: int) -> tuple[int, str]:
    """Return where the bounds before a number begin, -1 if there are none, and the kind of the first one."""
    while number > 0 and text[number - 1] in " \u3000":
        number -= 1
    each = _EACH.search(text, max(0, number - _REACH), number)
    start = each.start() if each else number
    if text.endswith("的", 0, number):
        rules, found = ties.LOOSE, _LOOSE.search(text, max(0, number - _FAR), start)
    else:
        rules, found = ties.BOUNDS, _BOUNDS.search(text, max(0, number - _REACH), start)
    if found:
        return found.start(), rules[(found.lastindex or 1) - 1].kind
    apart = _APART.search(text, max(0, number - _REACH), start)
    kind = ties.APART[(apart.lastindex or 1) - 1].kind if apart else ""
    return (start if each else -1), kind


def _bound(before: str, after: str, *, odd: bool, ranged: bool) -> str:
    """Return at_least, at_most, about, range or exact."""
    if ranged:
        return "range"
    behind = next((kind for kind, word in _AFTER if after.endswith(word)), "") if after else ""
    for kind in ("at_most", "at_least", "about"):
        if kind in (before, behind):
            return kind
    return "about" if odd else "exact"


def _same(low: str | None, measure: str) -> bool:
    """Say whether both ends of a range have one unit."""
    return (low or "").replace("％", "%") == measure.partition("/")[0]


def _values(groups: dict[str, str | None]) -> tuple[float | None, float | None, str]:
    """Return value, upper value and measure."""
    number, more, unit = groups["number"] or "", groups.get("more") or "", groups.get("unit") or ""
    unit = unit.replace("％", "%").replace("每", "/")
    if number.startswith(amounts.PER_CENT):
        return parse_number(number[3:]), None, "%" if number.startswith(amounts.PER_CENT[0]) else "‰"
    if number.endswith(amounts.TENTHS):
        value = parse_number(number[:-1])
        return (None if value is None else value * 10), None, "%"
    if amounts.PARTS in number:
        below, above = (parse_number(part) for part in number.split(amounts.PARTS))
        return (above / below if above is not None and below else None), None, ""
    to = groups.get("to")
    if not to:
        return parse_number(number + more), None, unit
    high = parse_number(to + more)
    low = parse_number(number)
    scale = (to + more).lstrip("0123456789.,，")
    if low is not None and high is not None and scale and number[-1:].isdigit() and low < high:
        low = parse_number(number + scale)  # 8至10万
    return low, high, unit
