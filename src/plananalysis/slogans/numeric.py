"""Numeric abbreviations by their shape: 三会一课, 四个意识, 1+1+N, 36条办法."""

import re
from collections.abc import Iterator

import numpy as np

from plananalysis.slogans.stream import Stream

_HAN = r"[\u4e00-\u9fff]"
_N = "一二两三四五六七八九十双"
_MEASURE = "个大项种条类型张道步层级环"
# Units of time, money, size and order make a quantity, not an abbreviation.
_QUANTITY = "中届年月日天次届周季期时分秒元角亩米吨斤度度号点名户人口家所座部篇份件辆套批场倍成起例只股把片块些样般定直致边切旦起来去为是在于与和及及其的了等或且并后前内外上下中里间余多几第百千万亿〇零"
_NOT_BEFORE = "第十百千万亿零〇点分之一二三四五六七八九两0-9.年月届近约约共超达增"

ALTERNATING = re.compile(
    rf"[{_N}](?<![{_NOT_BEFORE}][{_N}])(?![{_QUANTITY}]){_HAN}{{1,2}}?(?:、?[{_N}](?![{_QUANTITY}]){_HAN}{{1,2}}?){{1,3}}(?![{_N}])"
)
"""Number and word, twice or more: 三会一课, 一岗双责, 两学一做.

What must not precede the number is asked after it, so that the search can jump from number to number.
"""

COUNTED = re.compile(
    rf"[{_N}](?<![{_NOT_BEFORE}][{_N}])(?:[{_MEASURE}]{_HAN}{{1,4}}|(?![{_QUANTITY}]){_HAN}{{1,3}})"
)
"""Number, measure word, noun: 四个意识, 三大攻坚战, 八项规定."""

SCHEME = re.compile(
    rf"[0-9a-z]+(?:\+[0-9a-z]+)+(?:{_HAN}{{2,8}})?|[\u4e00-\u9fff]{{2,6}}\+[\u4e00-\u9fff]{{2,6}}"
)
"""Sums: 1+10+N, 互联网+党建."""

_STARTS = re.compile(
    rf"^(?:[{_N}百千][^、]*|[0-9]+(?:\+[0-9a-z]+)+.*|[0-9]{{2,5}}(?:条.{{0,2}}|{_HAN}{{0,6}})|[0-9](?:个|大|项|条){_HAN}{{2,6}}|.{{1,10}}[0-9]+条)$"
)
_FIVE_YEAR = re.compile(r"^十?[一二三四五六七八九]五(?:规划|期间|时期|末|[^、]{3,})")
"""The name of a five-year plan with more behind it; the name alone counts as an abbreviation."""
_QUANTITY_ONLY = re.compile(rf"^[{_N}百千万亿0-9]+[{_QUANTITY}]+$")
_ORDINARY = re.compile(
    r"^(?:一(?:律|些|切|旦|般|定|直|致|半|批|系列|起|同|并|道|方面|次性|贯|流|大批|如既往|心一意)|双方|双边|两岸|十分|十足|百姓|千方百计|千家万户)"
)
"""Words that only happen to begin with a figure."""
_FIGURE = r"(?:[0-9.]+|[〇零一二两三四五六七八九十百千半几数]+)[多余]?[万亿]?[多余]?"
_UNIT = (
    "(?:个|家|条|项|名|人次|人|户|件|次|场|处|座|所|套|台|辆|艘|架|只|头|株|种|类|批|期|轮|级|岁|周岁|亩|公顷|平方米|平方公里|公里|米|吨|公斤|"
    "千瓦|千瓦时|度|元|万元|亿元|美元|倍|成|点|分|分钟|小时|天|日|周|月|个月|季度|年|年度|个工作日|工作日|个百分点|百分点|%)"
)
_RANGE = "(?:以上|以下|以内|以外|以来|左右|上下|及以上|之内|内|前|后|底|末|初|间|期间|时间)"
_AMOUNT = re.compile(
    rf"(?:每|近|约|超|超过|达|达到|占|至少|最多|不少于|不低于|不超过|不高于|前|后)?(?:{_FIGURE}{_UNIT}{_RANGE}?|{_FIGURE}{_RANGE}"
    rf"|百分之{_FIGURE}{_RANGE}?)(?:[办完到][结毕成位]|为止)?"
)
_BOUND = re.compile(rf"{_FIGURE}{_UNIT}{_RANGE}")
_TARGET = re.compile(
    r"百分之[〇零一二两三四五六七八九十百]|[0-9.]+[万亿%]|[0-9]{2,}[个家条项名人户件座所台亩]"
    r"|每(?:个)?(?:半年|年|季度|季|月|周|旬|日|天).*(?:[一二两三四1-9][次回场期遍批]|不少|至少)|(?:至少|不少于|不低于|不超过|不高于|不得少于).*[一二两三四五六七八九十0-9]"
)


def is_numeric(text: str) -> bool:
    """Tell whether a string has the shape of a numeric abbreviation.

    Examples
    --------
    >>> [is_numeric(s) for s in ("三会一课", "四个意识", "1+10+n", "36条办法", "担当作为")]
    [True, True, True, True, False]
    """
    if len(text) > 12 or "、" in text or _QUANTITY_ONLY.match(text) or _ORDINARY.match(text):
        return False
    if _BOUND.match(text):
        return False
    if _FIVE_YEAR.match(text):
        return False
    if len(text) > 1 and text[0] in _N and text[1] in _QUANTITY and not ALTERNATING.fullmatch(text):
        return False
    if ALTERNATING.fullmatch(text) or COUNTED.fullmatch(text) or SCHEME.fullmatch(text):
        return True
    return bool(_STARTS.match(text))


def is_amount(text: str) -> bool:
    """Tell whether a string is an amount or a span of time, which no slogan is.

    Examples
    --------
    >>> [is_amount(s) for s in ("五个工作日内", "达到百分之百", "100个以上", "六个百分之百", "两个维护", "三步走")]
    [True, True, True, False, False, False]
    """
    return _AMOUNT.fullmatch(text) is not None


def sets_target(text: str) -> bool:
    """Tell whether a string names a figure to be reached or how often something is to be done.

    Examples
    --------
    >>> [sets_target(s) for s in ("城镇新增就业110万人以上", "党课每季度至少讲一次", "天天学习一刻钟")]
    [True, True, False]
    """
    return _TARGET.search(text) is not None or _BOUND.match(text) is not None


def alternates(text: str) -> bool:
    """Tell whether number and word alternate, the surest shape: 三会一课, 两优一先."""
    return ALTERNATING.fullmatch(text) is not None


def _schemes(stream: Stream) -> Iterator[re.Match[str]]:
    """Yield the matches of ``SCHEME``, looking only where a plus sign stands."""
    codes = stream.codes
    plus = np.flatnonzero(codes == ord("+"))
    if not len(plus):
        return
    held = ((codes >= 0x30) & (codes < 0x3A)) | ((codes >= 0x61) & (codes < 0x7B)) | (codes == ord("+"))
    outside = np.flatnonzero(~(held | ((codes >= 0x4E00) & (codes < 0xA000))))
    bounds = np.concatenate([[-1], outside, [len(codes)]])
    for i in np.unique(np.searchsorted(bounds, plus)).tolist():
        yield from SCHEME.finditer(stream.text, int(bounds[i - 1]) + 1, int(bounds[i]))


def numeric_spans(stream: Stream, starts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return place and length of everything with the shape of a numeric abbreviation, ending where a word does.

    Each string is given once for every context that reads on like it.
    """
    places: list[int] = []
    lengths: list[int] = []
    for pattern in (ALTERNATING, COUNTED, SCHEME):
        sizes_of: dict[str, list[int]] = {}
        seen: set[tuple[str, int]] = set()
        for match in _schemes(stream) if pattern is SCHEME else pattern.finditer(stream.text):
            start, text = match.start(), match.group()
            if text not in sizes_of:
                sizes_of[text] = [n for n in range(len(text), 1, -1) if pattern.fullmatch(text, 0, n)]
            if stream.hard[start]:
                continue
            for size in sizes_of[text]:
                if (text, size) not in seen and starts[start + size]:
                    seen.add((text, size))
                    places.append(start)
                    lengths.append(size)
    return np.asarray(places, dtype=np.int64), np.asarray(lengths, dtype=np.int64)
