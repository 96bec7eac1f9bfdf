"""Who is responsible, where a sentence says so."""

import re
from typing import NamedTuple

from plananalysis.language import charges, compiled

_EACH = re.compile(charges.EACH)
_FUNDING = re.compile(charges.FUNDING)
_CUT = re.compile(charges.BETWEEN_BODIES)
_BODY_END = re.compile(r"[\u4e00-\u9fff）)]$")
_OFFICE = re.compile(charges.OFFICE)
_PATTERNS = tuple(
    (pattern, re.compile(charges.CHARGING_SIGNS[rule.name])) for rule, pattern in compiled(charges.CHARGING)
)


class Body(NamedTuple):
    """A responsible body, its place in the sentence, and whether it is charged or merely addressed."""

    start: int
    end: int
    text: str
    charged: bool


def find_bodies(sentence: str) -> list[Body]:
    """Return the bodies that a sentence charges or addresses, in reading order.

    Examples
    --------
    >>> [(body.text, body.charged) for body in find_bodies("由市水利局会同市住建局牵头，各县区每月报告一次。")]
    [('市水利局', True), ('市住建局', True), ('各县区', False)]
    """
    found: list[Body] = []
    for pattern, gate in _PATTERNS:
        if gate.search(sentence):
            found += _charged(sentence, pattern)
    if "各" in sentence:
        for match in _EACH.finditer(sentence):
            found += [Body(a, b, sentence[a:b], False) for a, b in _parts(sentence, *match.span("each"))]
    if "财政" in sentence or "政府" in sentence:
        found += [
            Body(*match.span("funder"), match["funder"], False) for match in _FUNDING.finditer(sentence)
        ]
    return sorted(set(found))


def _charged(sentence: str, pattern: re.Pattern[str]) -> list[Body]:
    """Return the bodies that an expression finds to be charged with something."""
    found: list[Body] = []
    for match in pattern.finditer(sentence):
        name = match.lastgroup or ""
        found += [Body(a, b, sentence[a:b], True) for a, b in _parts(sentence, *match.span(name))]
        if name == "charged":
            found += _joined(sentence, match.end())
    return found


def _joined(sentence: str, at: int) -> list[Body]:
    """Return the bodies named after 会同: each up to the last sign of an office (局, 委, 部)."""
    if not sentence.endswith(charges.JOINED_BY, 0, at):
        return []
    stop = min(
        (found for found in (sentence.find(char, at) for char in "，。；") if found >= 0),
        default=len(sentence),
    )
    offices = (_OFFICE.match(sentence, a, b) for a, b in _parts(sentence, at, stop))
    return [Body(found.start(), found.end(), found.group(), True) for found in offices if found]


def _parts(sentence: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the places of the bodies in a list of several."""
    places: list[tuple[int, int]] = []
    at = start
    for cut in [*_CUT.finditer(sentence, start, end), None]:
        stop = cut.start() if cut else end
        if stop - at >= 2 and _BODY_END.match(sentence, stop - 1, stop):
            places.append((at, stop))
        at = cut.end() if cut else end
    return places
