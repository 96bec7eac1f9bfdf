"""Quantities with their unit in a sentence: what was written, its value, its measure, and how it binds."""

import re
from typing import NamedTuple

from plananalysis.language.measures import events, measures
from plananalysis.pledges.number_values import parse_number

_UNITS = measures()
_BETWEEN = "[-—–－~～至到]"
_BEFORE = (
    "不少于|不低于|不小于|不得少于|不得低于|至少|最少|不超过|不高于|不多于|不得超过|至多|最多|不大于|超过|突破|高于|多于|大于|"
    "低于|少于|超|约|近|大约|达到|达"
)
_AFTER = "以上|及以上|左右|以内|以下|之内|上下"
_ABOUT_UNIT = "[多余]?"
# Scanning is fast where an expression begins with plain characters: what stands before is looked at afterwards.
_ARABIC = r"\d(?<![\d.．A-Za-zＡ-Ｚ第前每＋+·/“-]\d)[\d,]*(?:[.．]\d+)?[十百千万亿]*"
_CHINESE = r"[一二两三四五六七八九十](?<![每第十百千万亿零一二两三四五六七八九点之].)(?:(?<=十)|[十百千])[零一二两三四五六七八九十百千万亿]*"
_ONE = r"(?<![第新再这每某上下十百千万零一二两三四五六七八九分])[一二两三四五六七八九](?![零一二两三四五六七八九十百千万亿])"
_HUNDRED = r"[百千]分之[零一二两三四五六七八九十百]+(?:点[零一二三四五六七八九]+)?"

_REST = (
    rf"(?:{_BETWEEN}(?P<to>\d[\d,]*(?:[.．]\d+)?[十百千万亿]*|[一二两三四五六七八九十百]+))?(?P<odd>[多余])?(?P<more>[万亿])?[ \u3000]?"
    rf"(?:(?P<unit>{_UNITS})|(?<=[万亿])(?=[，。；、）),;]|$)"
    r"|(?<=\d[万亿])(?!级|多?人民|中国|中华|各族|同胞|儿女|大军|大关)(?=[\u4e00-\u9fff■]))"
    rf"(?P<after>{_AFTER})?"
)
_QUANTITY = re.compile(rf"(?P<number>{_ARABIC}){_REST}")
_IN_CHINESE = re.compile(rf"(?P<number>{_CHINESE}){_REST}")
_PERCENT = re.compile(
    rf"(?P<number>{_HUNDRED}|[一二两三四五六七八九]成(?=以上|左右|[，。；、）)]|$)|"
    rf"[二两三四五六七八九十]分之[一二两三四五六七八九])(?P<after>{_AFTER})?"
)
_BOUND = re.compile(
    rf"(?P<bound>{_BEFORE})(?P<share>[^，。；\d]{{1,8}}的)?$"
    rf"|(?P<each>(?:(?P<first>{_BEFORE})|)每(?:立方米|平方米|平方公里|千人|万人|亩|公顷|百户|人)(?:口?拥有|(?P<middle>不少于|不低于))?)$"
)
# One to nine in Chinese is a slogan's number (三项机制) unless a bound stands before it, or something new is made.
_BOUND_ONE = re.compile(
    rf"(?P<before>不少于|不低于|至少|最少|不超过|至多|新增|新建|建成|新设)(?P<number>{_ONE})(?P<unit>{_UNITS})(?P<after>{_AFTER})?"
)
_MADE_ONE = re.compile(
    rf"(?:建设|建立|改造|修建|打造|培育|创建|增设|设立|投放|选派|引进)(?P<number>(?![一])[二两三四五六七八九]|十)"
    rf"(?P<unit>家|所|座|处|道|条(?!例)|户|间|栋|辆|台(?!账)|名(?!单)|支(?!部|持)|场(?!所|地|景)|期(?!工程)|套)(?P<after>{_AFTER})?"
)
# What is done each month: 每月确定一个主题.
_EACH = re.compile(
    rf"每(?:半?[年月周季日天]|[两三]个?[年月周])[^，。；]{{0,12}}?(?P<number>{_ONE})(?P<unit>个(?!月|工作日|部门|单位)|篇|名|天|件)(?P<after>{_AFTER})?"
)
# How often: 一次, 两期; only beside a period (每月) or a verb of holding.
_EVENTS = re.compile(
    rf"(?:(?:开展|举办|组织|召开|进行|安排|讲|上|公布|公开|报告|听取|研究|通报|调度|走访|培训|轮训|演练|排查|检查|体检|评议|督查)[了过]?"
    r"|(?:举办|组织|召开|开展)[^，。；]{2,16}(?=..[，。；])"
    rf"|(?P<period>[年月周日季旬期度])[^，。；]{{0,12}}?)(?P<number>{_ONE}|十)(?:{_BETWEEN}(?P<to>[二两三四五六七八九十]))?(?P<unit>{events()})(?P<after>{_AFTER})?"
)
_TIMES = re.compile(
    r"(?P<before>不少于|不低于|至少|不超过|累计)(?P<number>\d[\d.]*|[一二两三四五六七八九]?十?[一二两三四五六七八九十])(?P<unit>个?小时|天|个?工作日|个月)"
    rf"(?P<after>{_AFTER})?(?![内前])"
)
# 20户以上自然村, 吨以上的单位: who is meant, not what is promised, unless something is made so many.
_WHO = re.compile(r"(?:及?以上|以下)的?[\u4e00-\u9fff]")
_MADE = re.compile(
    r"(?:[新扩增]增|新建|建成|建设|改造|培育|打造|引进|引育|招引|达到?|完成|实施|发展|创建|争创|争取|推动|支持|力争|确保|培训|发放|盘活|认定|整治|超|约|在)$"
)

_LEAST = re.compile("不得?(?:少于|低于|小于)|至少|最少|(?<!不)超|突破|(?<!不)(?:高于|多于|大于)")
_MOST = re.compile("不得?(?:超过|高于|多于|大于)|至多|最多|(?<![不得])(?:低于|少于)|以内|以下|之内")
_ABOUT = re.compile("约|近|左右|上下")


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
    for pattern, gate in _PATTERNS:
        if not gate.search(sentence):
            continue
        for match in pattern.finditer(sentence):
            quantity = _quantity(match)
            if quantity and not any(
                quantity.start < other.end and other.start < quantity.end for other in found
            ):
                found.append(quantity)
    return sorted(found)


_NUMERAL = re.compile(r"[\d一二两三四五六七八九十百千]")
_PATTERNS = (
    (_TIMES, re.compile("小时|天|工作日|个月")),
    (_PERCENT, re.compile("分之|成")),
    (_QUANTITY, re.compile(r"\d")),
    (_IN_CHINESE, re.compile("[十百千]")),
    (_BOUND_ONE, re.compile("不少于|不低于|至少|最少|不超过|至多|新增|新建|建成|新设")),
    (_MADE_ONE, re.compile("[设立造建育增放派进][二两三四五六七八九十]")),
    (_EVENTS, re.compile("[一二两三四五六七八九十][次期场轮遍堂批题课节回]")),
    (_EACH, re.compile("每")),
)


def _quantity(match: re.Match[str]) -> Quantity | None:
    """Return the quantity of a match, or None where its number tells who is meant."""
    groups = match.groupdict()
    text, number, end = match.string, match.start("number"), match.end()
    before, after, unit = groups.get("before") or "", groups["after"] or "", groups.get("unit") or ""
    start = number if not before or before in _VERBS else match.start("before")
    bound = None if "before" in groups else _BOUND.search(text, max(0, number - 16), number)
    if bound and (bound["each"] or not bound["share"] or match.re is _PERCENT):
        before = bound["bound"] or f"{bound['first'] or ''}{bound['middle'] or ''}"
        start = bound.start() if bound["each"] or before not in _VERBS else number
    made = before or _MADE.search(text, max(0, number - 4), number)
    if after and not made and unit not in ("%", "％", "‰") and _WHO.match(text, match.start("after")):
        return None
    value, measure = _value(groups["number"], groups.get("more") or "", unit)
    return Quantity(start, end, text[start:end], value, measure, _comparison(before, after, groups))


_VERBS = frozenset(("新增", "新建", "建成", "新设", "达到", "达", "累计"))


def _value(number: str, more: str, unit: str) -> tuple[float | None, str]:
    """Return value and measure."""
    if number.startswith(("百分之", "千分之")):
        return parse_number(number[3:]), "%" if number[0] == "百" else "‰"
    if number.endswith("成"):
        value = parse_number(number[:-1])
        return (None if value is None else value * 10), "%"
    if "分之" in number:
        below, above = (parse_number(part) for part in number.split("分之"))
        return (above / below if above is not None and below else None), ""
    return parse_number(number + more), "%" if unit == "％" else unit


def _comparison(before: str, after: str, groups: dict[str, str | None]) -> str:
    """Return at_least, at_most, about, range or exact."""
    if groups.get("to"):
        return "range"
    bounds = before + after
    if _MOST.search(bounds):
        return "at_most"
    if after in ("以上", "及以上") or _LEAST.search(bounds):
        return "at_least"
    return "about" if groups.get("odd") or _ABOUT.search(bounds) else "exact"
