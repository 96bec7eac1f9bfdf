"""Who is responsible, where a sentence says so."""

import re
from typing import NamedTuple

from plananalysis.language import any_of
from plananalysis.language.organisations import JOINED_BODIES, LEADING_BODIES, LOCAL_BODIES

_NAME = r"[\u4e00-\u9fffA-Za-z（）()、和及与]"
_CHARGED = re.compile(
    rf"由(?<![自理缘事经]由)(?P<charged>{_NAME}{{2,40}}?)(?:共同|分别|统一|具体|联合|按职责分工)?(?:牵头|负责(?!人|同志|任)|负总责|会同|主办|承办|承担|组织实施|共同|配合|联合|落实|实施)(?!任)"
)
_LISTED = re.compile(
    r"(?:责任|牵头|配合|协办|承办|主办|实施|参加)(?:单位|部门|处室|科室|领导|人|股室)[:：](?P<listed>[^。；;）)\]】\n]{2,80})"
)
_NOTED = re.compile(
    r"[（(](?P<noted>[^（）()。；]{2,60}?)(?:牵头|负责(?!人|同志)|承办|落实|配合)[^（）()。；]{0,20}[)）]"
)
_LEADING = re.compile(
    rf"(?:^|[，；：:。])(?P<leading>(?![^，；。]*由){_NAME}{{2,20}}?{any_of(LEADING_BODIES)})(?:要)?牵头"
)
# Every department, each branch: a duty for all of them, but an appeal unless a number or a day stands beside it.
_EACH = re.compile(
    r"(?:^|[，；：:。])(?P<each>(?:各级|各地区?|各)[\u4e00-\u9fff、（）()]{0,16}?)(?=每|要|须|应当?|至少|年内|全年|[一半]年|在|于|力争|不少于|\d)"
)
_CUT = re.compile(r"会同|、|和(?=[\u4e00-\u9fff]{3})|及|与|，|,| ")
_BODY_END = re.compile(r"[\u4e00-\u9fff）)]$")


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
        found += [Body(*match.span("each"), match["each"], False) for match in _EACH.finditer(sentence)]
    return sorted(set(found))


_PATTERNS = (
    (_CHARGED, re.compile("由")),
    (_LISTED, re.compile("[:：]")),
    (_NOTED, re.compile("[(（]")),
    (_LEADING, re.compile("牵头")),
)


def _charged(sentence: str, pattern: re.Pattern[str]) -> list[Body]:
    """Return the bodies that an expression finds to be charged with something."""
    found: list[Body] = []
    for match in pattern.finditer(sentence):
        name = match.lastgroup or ""
        found += [Body(a, b, sentence[a:b], True) for a, b in _parts(sentence, *match.span(name))]
        if name == "charged":
            found += _joined(sentence, match.end())
    return found


_OFFICE = re.compile(
    rf"[\u4e00-\u9fffA-Za-z（）()]{{1,16}}{any_of(JOINED_BODIES)}|[\u4e00-\u9fff]{{1,8}}{any_of(LOCAL_BODIES)}"
)


def _joined(sentence: str, at: int) -> list[Body]:
    """Return the bodies named after 会同: each up to the last sign of an office (局, 委, 部)."""
    if not sentence.endswith("会同", 0, at):
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
        if stop - at >= 2 and _BODY_END.search(sentence[at:stop]):
            places.append((at, stop))
        at = cut.end() if cut else end
    return places
