"""Tell the year of a plan from its title, its path, or its first lines."""

import re

from plananalysis.corpus.readers.numbering import chinese
from plananalysis.language.numerals import ALL_DIGITS, VALUES

YEAR = r"(?<!\d)((?:19|20)\d\d)(?!\d)"
FULL_WIDTH = str.maketrans("０１２３４５６７８９〇○", "0123456789〇〇")
HAN_YEAR = re.compile(rf"[一二][{ALL_DIGITS}]{{3}}(?=年)")
_SPAN = re.compile(rf"{YEAR}年?\s*[-—–~～至到]+\s*{YEAR}")
_NAMED_YEAR = re.compile(rf"{YEAR}\s*年(?!远景)")
_DATE = re.compile(rf"{YEAR}年\d{{1,2}}月\d{{1,2}}日")
_MONTH = re.compile(r"年\d{1,2}月")
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
    return max(years, default=None)


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
    """Return the last year that stands alone in a path, or begins a date such as 20230115."""
    found = re.findall(r"(?<![0-9A-Za-z])((?:19|20)\d\d)(?=(?:[01]\d(?:[0-3]\d)?)?(?![0-9A-Za-z]))", path)
    return int(found[-1]) if found else None


def year_of_head(head: list[str]) -> int | None:
    """Return the year of the date line or of the first sentence."""
    running = ""
    for line in head:
        if "年" in line:
            line = HAN_YEAR.sub(_arabic, line)
            date = _DATE.search(line) if _MONTH.search(line) else None
            if date and not _POSTED.search(line):
                return int(date[1])
        if len(line) > 30 and not running:
            running = line
    opening = _OPENING_YEAR.match(running)
    return int(opening[1]) if opening else None
