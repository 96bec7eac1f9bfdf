"""Deadlines and frequencies in a sentence, and the day by which it must be done."""

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

from plananalysis.language.numerals import UP_TO_TEN

_NUMBER = "(?:\\d{1,3}|[一二两三四五六七八九十]{1,3})"
_SPAN = f"{_NUMBER}个?(?:工作日|自然日|小时|分钟|日|天|周|星期|月|年)"
_BY = "(?:之前|以前|前)"

_DATED = re.compile(
    r"(?=[到至今本明后当0-9十一二三四五六七八九年岁底末内上下第之以前])(?:[到至](?=20|今|本|明|年|1?\d月))?(?:(?P<year>20\d\d)年|(?P<relative>今年|本年度?|明年|后年|当年))?(?:"
    r"(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?"
    rf"(?:(?P<day>\d{{1,2}})日|(?P<part>底|末|初|上旬|中旬|下旬))?(?P<bound>{_BY})?"
    rf"|(?P<end>(?<!每)年底|年末|岁末|(?<![\d数几多来半十一二两三四五六七八九])年[前内]|(?:(?<=\d{{4}}年)|(?<=[今本明当后]年))[底末内]){_BY}?"
    rf"|(?P<half>上半年|下半年|年中(?!国)){_BY}?"
    rf"|(?<![前每按])第?(?P<quarter>[一二三四1-4])季度(?:{_BY}|末|底|内|(?=完成|启动|开工|建成|投产|实现|出台|印发|召开|组织|开展))"
    r"|(?<=年)(?P<before>之前|以前|前)"
    r")|(?<!年)[到至](?P<by>20\d\d)年(?!度|间)"
)
_OTHER = re.compile(
    rf"(?:提前)?(?:{_SPAN}|半年)(?:之内|以内|内)(?![的部容外涵])|提前{_SPAN}"
    r"|(?:当日|当天|即日|次日)(?=[^，。；]{0,6}(?:办|结|清|报|改|毕|送|完))"
    rf"|(?P<season>节|汛期|汛|学期|学年|采暖季|供暖季|入冬|开学|换届|两会|高温季)(?:来临|开始|结束|到来)?{_BY}"
    r"|(?:十[四五六]五|■)(?:期?末)|规划期末"
)
_WHOLE_YEAR = re.compile("全年|今年|本年度")
# Most sentences hold nothing of the kind; these tell so in a fraction of the time. The search jumps from one of the
# first characters to the next; each case then looks back at its own.
_MAY_BE_DATED = re.compile(
    r"[年岁月上下季到至](?:(?<=年)[底末内中前之以]|(?<=岁)末|(?<=月)份?(?:[底末前初之以]|[上中下]旬|\d)|(?<=[上下])半年"
    r"|(?<=季)度[末底内前之以完启开建投实出印召组]|(?<=[到至])20)"
)
_LONGEST = 12
_MAY_BE_OTHER = re.compile(
    "[内前提末当即次](?:(?<=[时日天周期月年钟之以]内)|(?<=[节汛期年季冬学届会始束临到之以]前)|(?<=提)前|(?<=[期五■]末)"
    "|(?<=当)[日天]|(?<=[即次])日)"
)
_MAY_BE_FREQUENT = re.compile(
    "[每按逐次期场轮遍课题会](?:(?<=每)|(?<=[按逐])[月季周旬半]|(?<=[年周月季度少][一两二三四1-4][次期场轮遍课题会]))"
)
_NAME_OF_DAY = re.compile("[\u4e00-\u9fff]*$")
_FREQUENCY = re.compile(
    rf"每(?:半年|年度?|(?:{_NUMBER}个?|个)?(?:月|周|季度?|星期|学期|旬|学年)|{_NUMBER}年|半个?月|日|天)(?!增长|下降|均|人)"
    r"(?!(?:最高|提高|增加|补助|补贴|不低于|多挣|增收)*\d[\d.]*万?[元块])"
    rf"(?:至少|不少于|不低于|[\u4e00-\u9fff]{{0,4}}?)?(?:(?:\d+|[一二两三四五六七八九十])[次期场轮遍堂批])?"
    r"|(?:半年|[一两二三]年|[一双]周|[一两]个?月|一季度?)(?:至少)?[一两二三四1-4][次期场轮遍课题会]"
    r"|(?:按|逐)(?:周|月|季度?|旬|半年)(?![计])"
)
_PARTS = {"初": 10, "上旬": 10, "中旬": 20}
_QUARTERS = {"一": 3, "二": 6, "三": 9, "四": 12, "1": 3, "2": 6, "3": 9, "4": 12}
_MONTHS = {char: i for i, char in enumerate(UP_TO_TEN, start=1)} | {"十一": 11, "十二": 12}


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
    if not _MAY_BE_OTHER.search(sentence):
        return found
    taken = [(each.start, each.end) for each in found]
    for match in _OTHER.finditer(sentence):
        start, end = match.span()
        if match["season"]:
            start -= len(_NAME_OF_DAY.findall(sentence[max(0, start - 2) : start])[0])
        if not any(start < stop and begin < end for begin, stop in taken):
            found.append(Deadline(start, end, sentence[start:end], None, ""))
    return sorted(found)


def find_whole_year(sentence: str, year: int | None) -> list[Deadline]:
    """Return 全年 and 今年: they date a quantity, but are no promise by themselves."""
    return [
        Deadline(match.start(), match.end(), match.group(), year, f"{year}-12-31" if year else "")
        for match in _WHOLE_YEAR.finditer(sentence)
    ]


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
    return document + {"明年": 1, "后年": 2}.get(groups["relative"] or "", 0)


def _month_day(groups: dict[str, str | None]) -> tuple[int, int]:
    """Return month and day (0 for its last) of a deadline; 6月前 ends with the day before June."""
    month = groups["month"]
    if month:
        number = int(month) if month.isdigit() else _MONTHS[month]
        if groups["day"]:
            return number, max(1, int(groups["day"]))
        if not groups["part"] and number > 1:
            return number - 1, 0
        return number, _PARTS.get(groups["part"] or "", 0)
    if groups["quarter"]:
        return _QUARTERS[groups["quarter"]], 0
    if groups["half"]:
        return (12 if groups["half"].startswith("下") else 6), 0
    return 12, 0
