"""Tell title, unit and year of a plan from its first lines and its path.

The title is the first heading-like line that ends in a kind of plan (工作要点, 报告, 规划 …), joined with the lines it is
broken over. The unit is the organisation or place that the title, the path, the meeting or the speaker names. The year
is the one of the title, else of the path, else of the date line, else of the first sentence.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import pairwise
from typing import NamedTuple

from plananalysis.corpus.breaks import broken_lines
from plananalysis.corpus.lines import UNSEEN
from plananalysis.corpus.naming_signature import Signature, find_signature
from plananalysis.corpus.naming_units import GENERIC, UNIT, unit_of_folders, unit_of_head, unit_of_title
from plananalysis.corpus.naming_years import (
    FULL_WIDTH,
    YEAR,
    year_of_occasion,
    year_of_opening,
    year_of_path,
    year_of_stamp,
    year_of_title,
)
from plananalysis.folding import simplify
from plananalysis.language import any_of
from plananalysis.language.offices import SPEAKERS
from plananalysis.language.papers import COLUMN_HEADS, KIND_AT_END, NOTICE

_HEAD_LINES = 40
_HEAD_CHARS = 2000
_LINE_CHARS = 300
_LONGEST_TITLE = 60
_KIND = re.compile(KIND_AT_END)
_NOTICE = re.compile(NOTICE)
_NOT_TITLE = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|\d{1,2}(?:[.．]\d{1,2}){1,3}(?:[.．、\s]|[\u4e00-\u9fff])|第[一二三四五六七八九十百]+[章节条篇]|[①-⑳]"
    r"|来源|时间|日期|作者|编辑|发布|责任编辑|索引号|发文|文号|主题词|当前位置|当前栏目|目\s*录$|附件|附[:：]|抄送|【|\[)"
)
_SALUTATION = re.compile(r"^(?:各位|同志们|尊敬的|代表们|各[^，。]{1,20}[:：]$)")
_DATE_LINE = re.compile(
    r"^[（(]?[—–-]*\s*(?:19|20)\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|^[（(]?[—–-]{1,6}\s*(?:在)?(?:19|20)?\d"
)
_SPEAKER = re.compile(rf"{any_of(SPEAKERS)}[\u3400-\u9fff·]{{2,12}}$")
_DOCUMENT_NUMBER = re.compile(r"[〔\[［（(]\s*(?:19|20)\d\d\s*[〕\]］）)]\s*第?\s*\d+\s*号")
_SENTENCE = tuple("。；;！!？?，,：:、")
_UNCLEAN = re.compile("[０-９〇○ \u3000\xa0]")
_ESCAPED = re.compile(r"<U\+[0-9A-F]{4}>")
_SPREAD = re.compile(
    r"(?<=[12]) (?=\d \d \d *年)|(?<=[12] \d) (?=\d \d *年)|(?<=[12] \d \d) (?=\d *年)|(?<=[^\x00-\xff])[ \u3000\xa0]+(?=[^\x00-\xff])|(?<=\d) +(?=年)|(?<=年) +(?=[^\x00-\xff])|(?<=[^\x00-\xff]) +(?=(?:19|20)\d\d ?年)"
)
_DASH = re.compile(r"\s*(?:——|--+|(?<!\d)—)\s*")
_QUOTED = re.compile(r"^《([^《》]*)》$")
_HAN = re.compile(r"[\u3400-\u9fff]")
_OPAQUE = re.compile(
    r"(?=[0-9a-f-]*\d)(?=[0-9a-f-]*[a-f])[0-9a-f-]{8,}|\d{10,}", re.I
)  # a hash or a serial number


SOURCES = ("metadata", "title", "text", "signature", "number", "page", "path", "file", "subject")
"""Where unit and year can be from: the user's table; the title; the lines below it (meeting, speaker, first sentence);
letterhead and signature; the number of the document; fields of the page around it; folders; name of the file or row; what a
title that names no unit says besides, where the name of the file says nothing."""


class Guess(NamedTuple):
    """What a document says about itself, and where it says so.

    ``sure`` is False where the unit is a general word such as 机关. The sources are those of
    :data:`plananalysis.corpus.naming.SOURCES`; "" where nothing was found.
    """

    title: str
    year: int | None
    unit: str
    sure: bool
    year_source: str = ""
    unit_source: str = ""


def guess(text: str, excluded: Sequence[tuple[int, int]], path: str, *, top: str = "") -> Guess:
    r"""Tell title, year and unit of one document.

    Parameters
    ----------
    text
        The document's text.
    excluded
        Half-open spans that are no part of the document (adverts, page furniture).
    path
        The file's path below the corpus, with ``/``.
    top
        Name of the folder that is the corpus itself; it can name the unit, not the year.

    Returns
    -------
    Guess
        With ``unit == ""`` if none can be told, ``year`` None likewise; ``title`` falls back to the file's stem.

    Examples
    --------
    >>> guess("某某市审计局\n2023年工作要点\n\n一、总体要求", [], "plans/a.txt")  # doctest: +NORMALIZE_WHITESPACE
    Guess(title='某某市审计局2023年工作要点', year=2023, unit='某某市审计局', sure=True,
          year_source='title', unit_source='title')
    """
    head = _head(text, excluded)
    path, top = (name.replace("\n", " ").translate(FULL_WIDTH) for name in (path, top))
    printed = "\n".join([*head, path, top])
    simple = simplify(printed)
    around = partial(find_signature, text, excluded)
    if simple == printed:
        return _guess(head, path, top, around)
    *head, path, top = simple.split("\n")
    found = _guess(head, path, top, around)
    return found._replace(
        title=_as_printed(found.title, simple, printed), unit=_as_printed(found.unit, simple, printed)
    )


def _as_printed(words: str, simple: str, printed: str) -> str:
    """Return words found in simplified characters as they stand in the document: 紅川市 for 红川市."""
    for joint in ("", "\n"):  # a title may be broken over lines
        where, original = simple.replace("\n", joint), printed.replace("\n", joint)
        start = where.find(words)
        if start >= 0:
            return original[start : start + len(words)]
    return words


def _guess(head: list[str], path: str, top: str, around: Callable[[], Signature]) -> Guess:
    """Tell title, year and unit by a document's first lines and its path, all in simplified characters."""
    folders, _, name = path.rpartition("/")
    stem = name.rpartition(".")[0] or name
    printed = _title(head)
    signature = lru_cache(maxsize=1)(around)
    year, year_source = _year(head, printed or "", folders, stem, signature)
    unit, unit_source, sure = _unit(head, printed or "", [top, *folders.split("/")], stem, signature)
    if printed and not unit and _OPAQUE.search(stem):
        unit, unit_source = _topic(printed), "subject"
    title = _own_title(head, printed) if printed else stem
    return Guess(title, year, unit, sure, year_source, unit_source)


def _year(
    head: list[str], title: str, folders: str, stem: str, signature: Callable[[], Signature]
) -> tuple[int | None, str]:
    """Return the plan's year and where it stands; that of a web page's clock or copyright is never taken."""
    if told := year_of_title(title):
        return told, "title"
    if told := year_of_title(stem) or year_of_path(stem):
        return told, "file"
    if told := year_of_path(folders):
        return told, "path"
    if told := year_of_occasion(head):
        return told, "text"
    signed, opening = signature(), year_of_opening(head)
    issued = signed.numbered or signed.year
    if opening and (issued is None or issued <= opening <= issued + 1):
        return opening, "text"  # for the year to come; an earlier one is that of a review
    if issued:
        return issued, "number" if signed.numbered else "signature"
    if signed.page_year:
        return signed.page_year, "page"
    told = year_of_stamp(f"{folders}/{stem}")
    return told, "file" if told else ""


def _unit(
    head: list[str], title: str, folders: list[str], stem: str, signature: Callable[[], Signature]
) -> tuple[str, str, bool]:
    """Return the plan's unit, where it is named, and whether that says whose plan it is."""
    in_title, in_stem = unit_of_title(title), unit_of_title(_bare_stem(stem))
    for named, source in ((in_title, "title"), (in_stem, "file")):
        if named and not GENERIC.fullmatch(named):
            return named, source, True
    in_folders = unit_of_folders(folders)
    if in_folders:  # even a general word: the user has sorted the files by it
        return in_folders, "path", True
    in_head = unit_of_head("\n".join(head))
    if in_head and not GENERIC.fullmatch(in_head):
        return in_head, "text", True
    signed = signature()
    for named, source in ((signed.unit, "signature"), (signed.page_unit, "page")):
        if named:
            return named, source, True
    speech = bool(title) and re.search(r"会议?上的", title) is not None
    general = [(in_title, "title"), (in_stem, "file")]
    general.insert(0 if speech else len(general), (in_head, "text"))
    unit, source = next(((named, source) for named, source in general if named), ("", ""))
    return unit, source, False


def _own_title(head: list[str], printed: str) -> str:
    """Return the title of the plan that a notice passes on, where the notice names no issuer or the plan follows."""
    notice = _NOTICE.match(re.sub(r"\s", "", printed))
    if notice is None:
        return printed
    plan = _QUOTED.sub(r"\1", notice["plan"])
    follows = any(_QUOTED.sub(r"\1", line) == plan for line in head)
    return plan if follows or (not notice["issuer"] and _KIND.search(plan)) else printed


def _topic(title: str) -> str:
    """Return what a title says besides year and kind of plan: 机关党的建设 of 2020年机关党的建设工作要点."""
    return re.sub(
        rf"^(?:在|关于)?(?:{YEAR}年?度?)?",
        "",
        re.sub(rf"(?:的?(?:工作|实施|指导))?{_KIND.pattern}", "", title),
    )


def _clean(line: str) -> str:
    """Strip a line; take out the spaces that spread a title over the page, and full-width digits."""
    if "<U+" in line:
        line = _ESCAPED.sub(" ", line)
    line = UNSEEN.sub("", line)
    line = line.strip(" \t\u3000\xa0\u2003\u2002\ufeff#*")
    return _SPREAD.sub("", line.translate(FULL_WIDTH)) if _UNCLEAN.search(line) else line


def _head(text: str, excluded: Sequence[tuple[int, int]]) -> list[str]:
    """Return the first lines that are part of the document, cleaned, without blank ones."""
    lines: list[str] = []
    used = 0
    for start, end in _line_bounds(text):
        stop = min(end, start + _LINE_CHARS)
        if excluded:
            stop = min([stop, *(a for a, b in excluded if a < end and b > start)])
        if start < stop and (line := _clean(text[start:stop])):
            lines.append(line)
            used += len(line)
        if len(lines) == _HEAD_LINES or used >= _HEAD_CHARS:
            break
    return lines


def _line_bounds(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of every line; a long first line is broken as it is for the outline."""
    start = len(text) - len(text.lstrip())
    first = start
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if start == first and end - start > _LONGEST_TITLE:
            bounds = [start + at for at in broken_lines(text[start : min(end, start + _HEAD_CHARS)])[1]]
            yield from pairwise(bounds[:-1])
            start = bounds[-2]
        yield start, end
        start = end + 1


def _title(head: list[str]) -> str | None:
    """Return the title among the first lines, or None."""
    first: str | None = None
    for index, line in enumerate(head):
        dashed = "—" in line or "--" in line
        front = "" if line[0] in "—-" else _DASH.split(line, maxsplit=1)[0] if dashed else line
        front = _QUOTED.sub(r"\1", front)
        if _SALUTATION.match(line) or (len(line) > _LONGEST_TITLE and not _KIND.search(front)):
            break
        if not _may_be_title(front):
            continue
        if _KIND.search(front):
            return _broken_title(head[:index], front)
        first = first or (None if _SPEAKER.search(front) else front)
    return first


def _may_be_title(line: str) -> bool:
    """Tell whether a line has the shape of a title."""
    return (
        2 <= len(line) <= _LONGEST_TITLE
        and not line.endswith(_SENTENCE)
        and not _NOT_TITLE.match(line)
        and not _DATE_LINE.match(line)
        and not _DOCUMENT_NUMBER.search(line)
        and line not in COLUMN_HEADS
        and _HAN.search(line) is not None
    )


def _broken_title(above: list[str], last: str) -> str:
    """Join a title with the lines above that it is broken over: a unit, a year, an unfinished phrase."""
    title = last
    for line in reversed(above[-3:]):
        starts = re.match(rf"(?:在|关于|中共|{YEAR})", line)
        unit = UNIT.match(line)
        unfinished = (
            starts
            or re.search(r"关于|印发|转发", line)
            or (unit and unit[0] == line)
            or line.endswith(("的", "和", "与", "及"))
        )
        if (
            not unfinished
            or not _may_be_title(line)
            or _KIND.search(line)
            or len(line + title) > _LONGEST_TITLE
        ):
            break
        title = line + title
    return title


def _bare_stem(stem: str) -> str:
    """Return a file name's words without leading counters and separators."""
    return re.sub(r"[_\s]+", "", re.sub(r"^[\d\s._-]{1,5}(?=[^\d年])", "", stem))
