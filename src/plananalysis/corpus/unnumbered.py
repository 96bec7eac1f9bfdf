"""Find headings without numbering: short lines that stand alone between running text, and the months of a calendar."""

import re
from collections.abc import Sequence
from itertools import pairwise

from plananalysis.corpus.lines import is_title_like
from plananalysis.corpus.set_apart import NO_HEADING
from plananalysis.language import any_of
from plananalysis.language.offices import HEADS
from plananalysis.language.organisations import ISSUERS

CLOSED = tuple("。！!？?；;，,、：:…")
"""Signs that end a line which is no heading."""

_BARE = re.compile(r"[\u4e00-\u9fff0-9０-９A-Za-z“”‘’《》〈〉「」·—\-+、，,（）()  　]{4,}")
_NOT_BARE = re.compile(
    r"[（(—－-]|.*(?:[，,、]$|会议上$|大会上$)|(?:同志们|各位|尊敬的|谢谢|此致|敬礼|单位|联系)"
    r"|\d{4}年\d{1,2}月(?:\d{1,2}日)?$|[二〇零一二三四五六七八九]{4}年.{1,3}月.{0,4}日?$|[\d\W]+$"
)
_CALENDAR = re.compile(
    r"(?:\d{4}年)?(?:(?:十[一二]?|[一二三四五六七八九]|1[0-2]|0?[1-9])月份?|第?[一二三四1-4]季度|[上下]半年|[上中下]旬)"
    r"(?:[（(][^（()）]{1,12}[)）]|主题)?[:：]?"
)
_LEAST_CALENDAR = 3
_ISSUER = re.compile(rf"{any_of((*ISSUERS, *HEADS))}$")
_BODY_LENGTH = 40
"""A line this long is text under a heading even where its sentence does not end with it."""
_SHORT = 30
"""Letters of a heading that needs no sibling."""
_LONGEST = 44
"""Letters of a heading of several clauses (坚定信心，迎难而上，…), which needs a sibling of its kind."""
_BODY_PER_LETTER = 1.5
"""What such a heading heads is so many times as long."""
_CLAUSES = re.compile("[，,].*[，,]")
_LEAST_OF_CLAUSES = 2


def _neighbours(filled: list[int], index: int) -> tuple[int, int]:
    """Return the filled lines before and after, -1 where there is none."""
    before = filled[index - 1] if index else -1
    return before, filled[index + 1] if index + 1 < len(filled) else -1


def _has_bare_shape(text: str) -> bool:
    """Say whether a stripped line looks like an unnumbered heading: short, no sentence, no date, no address."""
    return len(text) <= _SHORT and not _CLAUSES.search(text) and _has_bare_wording(text)


def _has_bare_wording(text: str) -> bool:
    """Say whether a stripped line is worded like a heading, of whatever length."""
    return (
        bool(_BARE.fullmatch(text))
        and not _NOT_BARE.match(text)
        and len(re.findall(r"[\u4e00-\u9fff]", text)) >= 4
    )


def _is_of_clauses(text: str, below: str) -> bool:
    """Say whether a stripped line can be a heading of several clauses above a longer paragraph."""
    return (
        len(text) <= _LONGEST
        and not _has_bare_shape(text)
        and len(below) >= max(_BODY_LENGTH, _BODY_PER_LETTER * len(text))
        and _has_bare_wording(text)
    )


def _is_body(text: str) -> bool:
    """Say whether a line is running text."""
    return len(text) >= _BODY_LENGTH or (len(text) > 12 and text[-1] in "。！!；;")


def _announces(text: str) -> bool:
    """Say whether a line leads to what follows it (要抓好十个方面的工作：)."""
    return len(text) > 12 and text[-1] in "：:"


def unnumbered(lines: Sequence[str], marked: set[int], filled: list[int]) -> list[int]:
    """Return lines that stand like headings without numbering: alone and short between running text and headings."""
    begun = titled = False
    found: list[int] = []
    of_clauses: list[int] = []
    calendar = _calendar(lines, filled)
    for index, i in enumerate(filled):
        raw = lines[i]
        if len(raw) > 60 or i in marked:
            begun = True
            continue
        if i in calendar:
            begun = True
            found.append(i)
            continue
        text = raw.strip().strip("*")
        if not begun:
            begun = _is_body(text) or text[-1:] in "：:"
            if not begun and titled and _opens_first_part(lines, filled, index, marked):
                found.append(i)
            titled = titled or is_title_like(raw)
            continue
        before, after = _neighbours(filled, index)
        if after < 0 or not _has_bare_wording(text):
            continue
        above, below = lines[before].strip(), lines[after].strip()
        if not (before in marked or above.endswith(CLOSED) or _is_body(above) or before in found):
            continue
        if _has_bare_shape(text):
            if after in marked or _is_body(below) or _announces(below):
                found.append(i)
        elif _is_of_clauses(text, below):
            of_clauses.append(i)
    return sorted(found + of_clauses) if len(of_clauses) >= _LEAST_OF_CLAUSES else found


def set_bold(lines: Sequence[str], marked: set[int], bold: frozenset[str]) -> list[int]:
    """Return the lines without numbering that the source sets as headings and that stand above other text.

    Title, date and speaker at the head are bold as well: the first numbered heading or running text ends it.
    """
    filled = [i for i, line in enumerate(lines) if line and not line.isspace()]
    found: list[int] = []
    begun = False
    for here, below in pairwise(filled):
        text = lines[here].strip()
        body = lines[below].strip()
        may_head = (
            begun and here not in marked and text in bold and body not in bold and text[-1] not in "：:，,；;"
        )
        heads_text = len(body) > len(text) or body[-1] in "。！!；;"
        if may_head and heads_text and not _NOT_BARE.match(text) and not NO_HEADING.search(text):
            found.append(here)
        begun = begun or here in marked or _is_body(text)
    return found


def _calendar(lines: Sequence[str], filled: list[int]) -> set[int]:
    """Return lines that are nothing but a month or another part of the year, where a document has several."""
    found = {i for i, after in pairwise(filled) if is_part_of_year(lines[i]) and "\t" not in lines[after]}
    wordings = {lines[i].strip() for i in found}
    return found if len(wordings) >= _LEAST_CALENDAR else set()


def _opens_first_part(lines: Sequence[str], filled: list[int], index: int, marked: set[int]) -> bool:
    """Say whether a line in the document's head heads its first part: below the title, above 一、 or running text."""
    _, after = _neighbours(filled, index)
    text = lines[filled[index]].strip()
    if after < 0 or not _has_bare_shape(text):
        return False
    opens_text = _is_body(lines[after].strip()) and not is_title_like(text) and not _ISSUER.search(text)
    return after in marked or opens_text


def is_part_of_year(line: str) -> bool:
    """Say whether a line is nothing but a part of the year.

    Examples
    --------
    >>> is_part_of_year("一月份"), is_part_of_year("第二季度："), is_part_of_year("3月5日")
    (True, True, False)
    """
    return len(line) <= 30 and bool(_CALENDAR.fullmatch(line.strip().strip("*")))
