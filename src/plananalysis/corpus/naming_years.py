"""Tell the year of a plan from its title, its path, or its first lines."""

import re

from plananalysis.corpus.readers.numbering import chinese
from plananalysis.language.numerals import ALL_DIGITS, VALUES
from plananalysis.language.papers import ON_AN_OCCASION, PAGE_CLOCK

YEAR = r"(?<!\d)((?:19|20)\d\d)(?!\d)"
FULL_WIDTH = str.maketrans("０１２３４５６７８９〇○", "0123456789〇〇")
HAN_YEAR = re.compile(rf"[一二][{ALL_DIGITS}]{{3}}(?=年)")
_CELL = re.compile(rf"{YEAR}(?:\.0+)?\s*年")
_MONTH_OF = "(?:0?[1-9]|1[0-2]|十[一二]?|[一二三四五六七八九])"
_DATE_CELL = re.compile(
    rf"{YEAR}(?:年{_MONTH_OF}月(?:[\d一二三四五六七八九十]{{1,3}}日)?|([-/.]){_MONTH_OF}(?:\2[0-3]?\d)?)"
    r"(?:[T\s]+\d\d?:\d\d(?::\d\d(?:\.\d+)?)?)?"
)
_SPAN = re.compile(rf"{YEAR}年?\s*[-—–~～至到]+\s*{YEAR}")
_NAMED_YEAR = re.compile(rf"{YEAR}\s*(?:年(?!远景)|版)")
_BARE_YEAR = re.compile(rf"{YEAR}(?=[\u4e00-\u9fff])")
_DATE = re.compile(rf"{YEAR}年\d{{1,2}}月\d{{1,2}}日")
_MONTH = re.compile(r"年\d{1,2}月")
_DATED = re.compile(rf"[（(]?[—–-]*\s*{YEAR}\s*年")
_CLOCK = re.compile(PAGE_CLOCK)
_OCCASION = re.compile(ON_AN_OCCASION)
_LONGEST_DATE_LINE = 80
"""Characters of a line that dates a paper or a meeting; longer ones are sentences with some date in them."""
_RUNNING = 30
_SENTENCE_ENDS = ("。", "；")
"""The text has begun; a date further down is one of its own, or its signature's."""
_POSTED = re.compile("来源|时间|发布|日期|www")
_OPENING_YEAR = re.compile(rf"[^。“”《》（）()]{{0,12}}?(?<![到至]){YEAR}年")
_FIVE_YEARS = re.compile(
    r"第?(十?[一二三四五六七八九十])(?:个五年|五[”’」]?(?:时期)?(?:规划|计划|国民|[^\d]{0,20}规划))"
)


def year_of_title(title: str) -> int | None:
    """Return the year that a title is about: the start of a range, else the latest year named."""
    if not title:
        return None
    title = HAN_YEAR.sub(_arabic, title.translate(FULL_WIDTH))
    span = _SPAN.search(title)
    if span:
        return int(span[1])
    plan = _FIVE_YEARS.search(title)
    if plan:
        return _five_year_start(plan[1])
    years = [int(m[1]) for m in _NAMED_YEAR.finditer(title)]
    years = years or [int(m[1]) for m in _BARE_YEAR.finditer(title) if "远景" not in title]
    return max(years, default=None)


def year_of_cell(cell: str) -> int | None:
    """Return the year that a cell of a table holds, alone or in a date; None if it says more or is none.

    Examples
    --------
    >>> [year_of_cell(cell) for cell in ("2024年度", "２０２４", "二〇二四年", "2024.0", "2024年3月", "24")]
    [2024, 2024, 2024, 2024, 2024, None]
    >>> [year_of_cell(cell) for cell in ("2024-01-01 00:00:00", "2024/3/5", "二〇二四年三月五日", "2023-2024", "99999")]
    [2024, 2024, 2024, None, None]
    """
    cell = cell.strip().translate(FULL_WIDTH)
    bare = cell.removesuffix("度").removesuffix("年")
    plain = HAN_YEAR.sub(_arabic, bare if "年" in bare else f"{bare}年")
    found = _CELL.fullmatch(plain) or _DATE_CELL.fullmatch(plain.removesuffix("年"))
    return int(found[1]) if found else None


def _arabic(match: re.Match) -> str:
    """Write a Chinese year in digits."""
    return "".join(str(VALUES[c]) for c in match[0])


def _five_year_start(number: str) -> int | None:
    """Return the first year of a five-year plan: the third began in 1966, each later one five years after."""
    count = {chinese(n): n for n in range(1, 20)}.get(number)
    if count is None:
        return None
    return (1953, 1958)[count - 1] if count < 3 else 1966 + 5 * (count - 3)


def year_of_path(path: str) -> int | None:
    """Return the last year that stands alone in a path."""
    found = re.findall(r"(?<![0-9A-Za-z])((?:19|20)\d\d)(?![0-9A-Za-z])", path)
    return int(found[-1]) if found else None


def year_of_stamp(path: str) -> int | None:
    """Return the year of the last date in a path, such as 20230115; it may be that of the file and not of the plan."""
    found = re.findall(r"(?<![0-9A-Za-z])((?:19|20)\d\d)[01]\d(?:[0-3]\d)?(?![0-9A-Za-z])", path)
    return int(found[-1]) if found else None


def year_in_date(date: str) -> int | None:
    """Return the year of a date, in digits or in Chinese.

    Examples
    --------
    >>> year_in_date("二〇二四年三月五日"), year_in_date("2024-03-05"), year_in_date("三月")
    (2024, 2024, None)
    """
    found = re.search(YEAR, HAN_YEAR.sub(_arabic, date.translate(FULL_WIDTH)))
    return int(found[1]) if found else None


def year_of_occasion(head: list[str]) -> int | None:
    """Return the year of the date below a title: the day of a meeting, or of the paper."""
    for line in head:
        if line.endswith(_SENTENCE_ENDS):
            break
        if "年" in line and len(line) <= _LONGEST_DATE_LINE and not _CLOCK.search(line):
            line = HAN_YEAR.sub(_arabic, line)
            date = _DATE.search(line) if _MONTH.search(line) else None
            if date and not _POSTED.search(line) and (_DATED.match(line) or _OCCASION.search(line)):
                return int(date[1])
    return None


def year_of_opening(head: list[str]) -> int | None:
    """Return the year that the first sentence begins with."""
    running = next((line for line in head if len(line) > _RUNNING), "")
    opening = _OPENING_YEAR.match(HAN_YEAR.sub(_arabic, running))
    return int(opening[1]) if opening else None
