"""Read the numbering at the start of a line: 第一章, 一、, （一）, 1., (1), ①, 第三条, 专栏1, 附件2."""

import re
from functools import lru_cache
from typing import NamedTuple

from plananalysis.language.numerals import BELOW_THOUSAND, VALUES

_ORDER = (
    *("annex", "篇", "编", "卷", "部分", "章", "节", "roman", "han", "条", "han_paren", "han_half", "column"),
    *("digit", "decimal2", "decimal3", "decimal4", "digit_paren", "digit_half", "circled", "nth", "ordinal"),
)
RANK = {kind: rank for rank, kind in enumerate(_ORDER)}
"""Which kind of mark usually stands above which; a document may decide otherwise (see ``nesting``)."""

LOOSE = frozenset(
    ("roman", "digit", "decimal2", "decimal3", "decimal4", "digit_paren", "digit_half", "circled")
)
"""Kinds that also begin ordinary lines: they need the support of a sequence."""

DIVISIONS = frozenset(("篇", "编", "卷", "部分", "章", "节"))
"""Kinds whose heading is a title of its own and never a sentence."""

_HAN = f"[{BELOW_THOUSAND}]"
_NUM = r"[0-9０-９]"
_MARK = re.compile(
    rf"(?P<div>第\s*(?P<div_n>{_HAN}{{1,5}}|{_NUM}{{1,3}})\s*(?P<unit>部\s?分|[篇编卷章节条]))"
    rf"|(?P<han>(?P<han_n>{_HAN}{{1,4}})\s*[、．.﹑])"
    r"|(?P<roman>[Ⅰ-Ⅻ])(?:\s*[、．.﹑]|(?=[ \u3000]))"
    rf"|(?P<han_paren>[（(﹙【]\s*(?P<han_paren_n>{_HAN}{{1,4}})\s*[)）﹚】]\s*[、．.]?|(?P<ring_h>[㈠-㈩])\s*[、．.]?)"
    rf"|(?P<han_half>(?P<han_half_n>{_HAN}{{1,4}})\s*[)）])"
    rf"|(?P<digit_paren>[（(﹙]\s*(?P<digit_paren_n>{_NUM}{{1,3}})\s*[)）﹚]\s*[、．.]?|(?P<ring_p>[⑴-⒇])\s*[、．.]?)"
    rf"|(?P<digit_half>(?P<digit_half_n>{_NUM}{{1,3}})\s*[)）])"
    rf"|(?P<decimal>{_NUM}{{1,2}}(?:[.．]{_NUM}{{1,2}}){{1,3}})(?!{_NUM})(?=[\s、.．\u4e00-\u9fff《“])[、.．]?"
    rf"|(?P<digit>(?P<digit_n>{_NUM}{{1,3}})\s*[.．、﹑﹒]|(?P<ring_d>[⒈-⒛]))(?!\s*(?!(?:19|20)\d\d\s*年){_NUM})"
    rf"|(?P<spaced>(?P<spaced_n>{_NUM}{{1,2}}))(?=[ \u3000]{{1,4}}[\u4e00-\u9fff](?!\s*日|\s*[时分]\s))"
    r"|(?P<circled>[①-⑳㉑-㉟㊱-㊿❶-❿➀-➉])\s*[、．.]?"
    rf"|(?P<column>专栏\s*(?P<column_n>{_HAN}{{1,3}}|{_NUM}{{1,3}}))"
    rf"|(?P<annex>(?:附件|附录|附表)\s*(?P<annex_n>{_HAN}{{1,2}}|{_NUM}{{1,2}})?)(?=[\s:：]|$)"
)
_FIRST = frozenset(
    "第专附（(﹙【ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ0123456789０１２３４５６７８９〇零一二三四五六七八九十百"
) | frozenset(
    chr(code)
    for code in (
        *range(0x2460, 0x24FF),
        *range(0x2776, 0x2794),
        *range(0x3220, 0x3230),
        *range(0x3251, 0x32C0),
    )
)
_RING_GROUPS = {"han_paren": "ring_h", "digit_paren": "ring_p", "digit": "ring_d"}
_RINGS = "㈠⑴⒈①㉑㊱❶➀"
_RING_STARTS = {"㈠": 1, "⑴": 1, "⒈": 1, "①": 1, "㉑": 21, "㊱": 36, "❶": 1, "➀": 1}
# A quantity, not a mark: 1.5万亿元, 3.2个百分点, 2.1倍.
_UNIT_AFTER_DECIMAL = re.compile(
    r"\s*(?:个|项|万|亿|千|百|倍|元|吨|公里|平方|米|亩|岁|年|月|日|小时|分|度|左右|以上|%|％)"
)
# 一、二、三产业 and 一、二季度 are enumerations, not headings.
_ENUMERATION = re.compile(rf"({_HAN}{{1,3}})\s*[、级类期线季产等是]")


class Mark(NamedTuple):
    """A numbering mark: its kind, the style of its punctuation, its number, how it is printed, its width.

    The style tells ``1、`` ("、") and ``1 `` (" ") from ``1.`` ("").
    """

    kind: str
    style: str
    number: int
    label: str
    width: int


@lru_cache(maxsize=4096)
def number(text: str) -> int:
    """Return the value of a Chinese or Arabic numeral; 0 if there is none.

    Examples
    --------
    >>> number("二十一"), number("１２"), number("一百零三")
    (21, 12, 103)
    """
    if not text:
        return 0
    if text[0].isdigit() and text[0] not in VALUES:
        return int(text)
    if not any(char in "十百" for char in text):
        return int("".join(str(VALUES[char]) for char in text))
    total, last = 0, 0
    for char in text:
        if char == "百":
            total, last = total + (last or 1) * 100, 0
        elif char == "十":
            total, last = total + (last or 1) * 10, 0
        else:
            last = VALUES[char]
    return total + last


def _ring(char: str) -> int:
    """Return the number inside a circled or bracketed character."""
    start = max((ring for ring in _RINGS if ring <= char), key=ord)
    return _RING_STARTS[start] + ord(char) - ord(start)


def _decimal(text: str, rest: str) -> Mark | None:
    """Read 1.2 and 1.2.3, which are marks unless a unit of measure follows."""
    parts = re.split("[.．]", text)
    if _UNIT_AFTER_DECIMAL.match(rest) or not 0 < int(parts[-1]) < 60 or int(parts[0]) == 0:
        return None
    return Mark(f"decimal{len(parts)}", "", int(parts[-1]), text, len(text))


def read_mark(line: str) -> Mark | None:
    """Return the numbering at the very start of ``line``, or None.

    Examples
    --------
    >>> read_mark("（十二）完善机制")
    Mark(kind='han_paren', style='', number=12, label='（十二）', width=4)
    >>> read_mark("1.5万亿元投资") is None and read_mark("2020年是收官之年") is None
    True
    """
    found = _MARK.match(line) if line[:1] in _FIRST else None
    if found is None:
        return None
    kind = found.lastgroup or ""
    label, width = found.group().strip(), found.end()
    rest = line[width:]
    if kind == "roman":
        return Mark(kind, "", ord(label[0]) - ord("Ⅰ") + 1, label, width)
    if kind == "circled":
        return Mark(kind, "", _ring(label[0]), label, width)
    if kind == "div":
        return Mark(re.sub(r"\s", "", found["unit"]), "", number(found["div_n"]), label, width)
    if kind == "decimal":
        mark = _decimal(found["decimal"], rest)
        return mark and mark._replace(label=label, width=width)
    ring = found[_RING_GROUPS[kind]] if kind in _RING_GROUPS else None
    value = _ring(ring) if ring else number(found[f"{kind}_n"] or "")
    if kind == "han":
        listed = _ENUMERATION.match(rest)
        if listed and (number(listed.group(1)) == value + 1 or value in (10, 100)):
            return None  # 一、二季度; 十、百、千
    if kind == "spaced":  # 1 总则, above 1.1
        return None if _UNIT_AFTER_DECIMAL.match(rest) else Mark("digit", " ", value, label, width)
    style = "、" if kind == "digit" and label[-1] in "、﹑" else ""
    return Mark(kind, style, value, label, width)


def step_of_path(label: str) -> str:
    """Return a label, or a heading that has none, as it stands in a path: without the punctuation after it.

    Examples
    --------
    >>> step_of_path("一、"), step_of_path("1．"), step_of_path("（二）")
    ('一', '1', '（二）')
    """
    return label.rstrip("、．.﹑﹒ 　").replace("/", "／")
