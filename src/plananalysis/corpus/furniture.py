"""Recognise what a web page or a printed page puts around a text: buttons, dates of posting, page numbers."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from plananalysis.corpus.labels import read_mark
from plananalysis.corpus.lines import is_greeting, is_title_like
from plananalysis.corpus.naming_units import name_of_issuer, names_issuer, names_place
from plananalysis.language import any_of, compiled, index_rules, pages

_CONTROL = re.compile(
    rf"(?:我要)?{any_of(pages.CONTROL_VERBS)}{any_of(pages.CONTROL_OBJECTS)}?|{any_of(pages.CONTROLS)}|{pages.MODES}"
)
_WEAK_CONTROL = re.compile(rf"[AT][-+]|{any_of(pages.WEAK_CONTROLS)}")
_BETWEEN = r"[\s\[\]【】〖〗［］（）()|｜/\\·:：,，、+\-—>＞«»‹›<＜\u200b\ufeff○●■□★☆]"
_REST = re.compile(f"{_BETWEEN}*")
_BEGINS = re.compile(f"{_CONTROL.pattern}|{_WEAK_CONTROL.pattern}|{_BETWEEN}")
"""What a line of nothing but controls begins with."""
_FIELD = re.compile(pages.FIELDS)
_BARE_FIELD = re.compile(pages.BARE_FIELDS)
_WHEN = re.compile(pages.WHEN)
_CLOCK = re.compile(pages.CLOCK)
_NOTICES = index_rules(pages.NOTICES)
_NOTICE_PATTERNS = tuple(pattern for _, pattern in compiled(pages.NOTICES))
_PAGES = tuple(pattern for _, pattern in compiled(pages.PAGE_NUMBERS))
_PUBLISHER = re.compile(pages.PUBLISHER)
_MEANS = re.compile(pages.MEANS)
_COPIED_TO = re.compile(pages.COPIED_TO)
_ENDS = re.compile(pages.ENDS_OF_PAGES)
_LICENCE_OPENS = re.compile(pages.LICENCE_OPENS)
_LICENCE_SAYS = re.compile(pages.LICENCE_SAYS)
_BARS = re.compile(" [|｜丨] ")
_BLANKS = " \t\u3000\xa0\f\u200b\ufeff\r"
_LONGEST = 200
_LONGEST_NOTICE = 140
_LONGEST_CONTROLS = 80
_LONGEST_VALUE = 40
"""Characters of a line that may be furniture at all, a notice, a row of controls, the value of a field."""
_LAST = 8
"""So many filled lines at the end may be weak fields: 来源：, 作者：."""
_LONGEST_SIGNATURE = 80
"""Characters of a line that may be a signature, with the blanks that push it to the right."""
_MOST_ISSUERS = 4
_MOST_SIGNATURES = 3
"""A notice and the plan that it passes on are signed, and printed by an office on a day."""
_LICENCE_LINES = 40
_DAY_AT_END = re.compile(
    r"(?:(?:19|20|１９|２０)[\d０-９]{2}年[\d０-９]{1,2}月(?:[\d０-９]{1,2}日)?|[一二][〇○零一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?)(?:印发)?$"
)
_NAMES = re.compile(r"[^要应可的各须等。；]{0,24}")
_MARKUP = re.compile(r"(?:<!--|-->|<U\+[0-9A-F]{4}>|&(?:nbsp|ensp|emsp|#\d+);|</?[a-zA-Z][^<>]{0,80}>|\s)+")
_NUMBER = re.compile(r"[0-9０-９]{1,3}|[0-9]{1,3}\s*[/／]\s*[0-9]{1,3}")
_LEADERS = re.compile(r".{2,60}?(?:[.…·．]{4,}|\s{4,}|\t)\s*[-—]?\s*\d{1,3}\s*[-—]?")


def _only_controls(text: str) -> tuple[bool, bool]:
    """Say whether a line holds nothing but page controls, and whether any is unmistakable."""
    rest = _CONTROL.sub("", text)
    strong = len(rest) < len(text)
    rest = _WEAK_CONTROL.sub("", rest)
    return bool(_REST.fullmatch(rest)) and len(rest) < len(text), strong


def _fields(text: str) -> tuple[int, int, int, list[tuple[str, str]]]:
    """Return how many strong, weak and box fields (name: value) make up a line, and the pairs; zeros if none do."""
    body = text.strip(" \u3000[]【】（）()|｜\xa0")
    moment = _WHEN.match(body)
    opening = body[moment.end() :].lstrip(" \u3000|｜\xa0") if moment else body
    found = list(_FIELD.finditer(opening))
    if not found or found[0].start() > 0:
        return 0, 0, 0, []
    ends = [match.start() for match in found[1:]] + [len(opening)]
    pairs = []
    for match, end in zip(found, ends, strict=True):
        value = opening[match.end() : end].strip(" \u3000|｜[]【】（）()\xa0")
        if len(value) > 40 or "。" in value or "；" in value:
            return 0, 0, 0, []
        pairs.append((re.sub(r"\s", "", match.group().rstrip(":： |｜丨")), value))
    count = Counter(match.lastgroup for match in found)
    return count["strong"], count["weak"] + bool(moment), count["box"], pairs


def _trusted(pairs: list[tuple[str, str]], *, at_head: bool) -> bool:
    """Say whether fields that also occur in a plan (时间：, 作者：, 来源：) hold what a page puts there."""
    for name, value in pairs:
        if name in {"时间", "日期"} and not _WHEN.match(value):
            return False
        # Below the text 时间：2024年3月5日 is the time of a meeting; a page prints 2024-03-05 or the minute.
        if name in {"时间", "日期"} and not at_head and "年" in value and not _CLOCK.search(value):
            return False
        if name == "来源" and _MEANS.search(value) and not _PUBLISHER.search(value):
            return False
        if name not in {"来源", "时间", "日期"} and not _NAMES.fullmatch(value):
            return False
        if name == "来源" and (len(value) > 30 or any(mark in value for mark in "，、；")):
            return False
    return bool(pairs)


def _page_numbers(lines: Sequence[str], filled: Sequence[int]) -> set[int]:
    """Return lines that are page numbers; bare numbers only where they count on through the document."""
    found = set()
    bare: list[tuple[int, int]] = []
    of_all: set[int] = set()
    for i in filled:
        if len(lines[i]) > 40:
            continue
        text = lines[i].strip(" \t\u3000\xa0\f\u200b\ufeff\r")
        if any(pattern.match(text) for pattern in _PAGES):
            found.add(i)
        elif _NUMBER.fullmatch(text):
            page, _, pages = text.replace("／", "/").partition("/")
            bare.append((i, int(page)))
            if pages and 0 < int(page) <= int(pages):
                of_all.add(i)
    if found:
        found |= of_all  # 2/3 beside other page numbers
    counting = [i for (i, value), (j, following) in pairwise(bare) if following == value + 1 and j - i > 2]
    if len(counting) >= 2 and len(counting) >= len(bare) - 2:
        found.update(i for i, _ in bare)
    return found


def _running_heads(lines: Sequence[str], filled: Sequence[int], pages: set[int]) -> set[int]:
    """Return page headers and footers: a short line that comes again and again beside a page number or page break."""
    beside: dict[str, list[int]] = {}
    title = next((lines[i].strip() for i in filled if is_title_like(lines[i])), "")
    for position, i in enumerate(filled):
        line = lines[i]
        if len(line) > 40 and line.isprintable() and line[0] != " " != line[-1]:
            continue  # white space other than the blank does not print
        text = line.strip()
        if len(text) > 40 or not text or text[-1] in "。：:！!；，" or i in pages:
            continue
        near = (*filled[max(0, position - 1) : position], *filled[position + 1 : position + 2])
        broken = lines[i].startswith("\f") or (i + 1 < len(lines) and lines[i + 1].startswith("\f"))
        if broken or text == title or any(j in pages for j in near):
            beside.setdefault(text, []).append(i)
    found: set[int] = set()
    for text, places in beside.items():
        if text == title:
            found.update(places[1:] if len(places) >= 3 else ())
        elif len(places) >= 2 + (not pages):
            found.update(places)
    return found


def _leads_to_page(text: str) -> bool:
    """Say whether a stripped line ends in leaders and a page number."""
    return (text[-1:].isdecimal() or text[-1:] in "-—") and bool(_LEADERS.fullmatch(text))


def _contents_entries(lines: Sequence[str], filled: Sequence[int]) -> set[int]:
    """Return entries of a table of contents that lead to a page number, and the line 目录 above them."""
    entries = [i for i in filled if len(lines[i]) <= 160 and _leads_to_page(lines[i].strip())]
    if len(entries) < 3:
        return set()
    found = set(entries)
    for i in filled:
        if re.fullmatch(r"目\s*[录次]", lines[i].strip()) and entries[0] > i:
            found.add(i)
    return found if len(found) > len(entries) else set()


def find_furniture(lines: Sequence[str], filled: Sequence[int], head_end: int, tail_start: int) -> set[int]:
    """Return the lines that belong to the page and not to the document.

    Parameters
    ----------
    lines, filled
        The lines of a text and the positions of those that are not blank.
    head_end
        First line of running text: fields such as 来源： count as furniture above it.
    tail_start
        Line after the last running text; they count again from there.

    Examples
    --------
    >>> lines = ["工作要点", "来源：办公室 浏览次数：12", "【字号：大 中 小】 打印", "一、学习", "时间：4月", "- 3 -"]
    >>> sorted(find_furniture(lines, range(6), 3, 6))
    [1, 2, 5]
    """
    found = _page_numbers(lines, filled)
    found |= _running_heads(lines, filled, found)
    found |= _contents_entries(lines, filled)
    found |= _boxes(lines, filled, head_end, tail_start)
    doubtful: list[int] = []
    within = _Where(at_head=False, outside=False, last=False)
    for position, i in enumerate(filled):
        if i in found or len(lines[i]) > _LONGEST:
            continue
        last = position >= len(filled) - _LAST
        where = within
        if last or not head_end <= i < tail_start:
            where = _Where(at_head=i < head_end, outside=not head_end <= i < tail_start, last=last)
        sure = _of_page(lines[i].strip(_BLANKS), where)
        if sure:
            found.add(i)
        elif sure is None:
            doubtful.append(i)
    found = _spread(found, doubtful, filled)
    return found | _links_below(lines, filled, found, tail_start)


class _Where(NamedTuple):
    """Where a line stands: above the running text, above or below it, among the last lines."""

    at_head: bool
    outside: bool
    last: bool


def _of_page(text: str, where: _Where) -> bool | None:
    """Say whether a line belongs to the page; None where it does if its neighbour does."""
    if text[:1] in "<&-" and _MARKUP.fullmatch(text):
        return True
    if "：" in text or ":" in text or (" " in text and _BARS.search(text)):
        if text[0] in "抄分" and _COPIED_TO.match(text):
            return True
        strong, weak, box, pairs = _fields(text)
        if strong or (weak and strong + weak + box >= 2 and where.outside):
            return True
        if (
            weak
            and where.outside
            and (where.at_head or where.last)
            and _trusted(pairs, at_head=where.at_head)
        ):
            return True
        if (weak or box) and where.outside:
            return _only_controls(text)[1] or _is_notice(text) or None
    if _is_notice(text):
        return True
    if len(text) > _LONGEST_CONTROLS:
        return False
    controls, sure = _only_controls(text) if _BEGINS.match(text) else (False, False)
    if controls and sure:
        return True
    moment = where.outside and _WHEN.fullmatch(text)
    if moment and _CLOCK.search(text):
        return True
    return (
        None
        if controls or _REST.fullmatch(text) or (moment and where.at_head and "年" not in text)
        else False
    )


def _is_notice(text: str) -> bool:
    """Say whether a whole line is a notice of the site."""
    if len(text) > _LONGEST_NOTICE or "。" in text:
        return False
    return any(_NOTICE_PATTERNS[i].search(text) for i in _NOTICES.possible(text))


def _boxes(lines: Sequence[str], filled: Sequence[int], head_end: int, tail_start: int) -> set[int]:
    """Return boxes of fields whose names and values stand on lines of their own, two names or more in a row."""
    names = [
        position
        for position, i in enumerate(filled)
        if (i < head_end or i >= tail_start) and _BARE_FIELD.fullmatch(lines[i].strip(_BLANKS))
    ]
    found: set[int] = set()
    for n, position in enumerate(names):
        below = names[n + 1] if n + 1 < len(names) else len(filled)
        beside = (n > 0 and position - names[n - 1] <= 2) or below - position <= 2 < len(filled)
        if not beside:
            continue
        found.add(filled[position])
        value = filled[position + 1] if position + 1 < min(below, len(filled)) else None
        if value is not None and _may_be_value(lines[value].strip(_BLANKS)):
            found.add(value)
    return found


def _may_be_value(text: str) -> bool:
    """Say whether a line may be the value of a field: short, no title, no heading, no sentence."""
    return (
        len(text) <= _LONGEST_VALUE
        and text[-1:] not in "。；：:"
        and read_mark(text[:24]) is None
        and not is_greeting(text)
        and (not is_title_like(text) or _WHEN.fullmatch(text) is not None)
    )


def _links_below(lines: Sequence[str], filled: Sequence[int], found: set[int], tail_start: int) -> set[int]:
    """Return the links below a text: short lines that follow what stands at the end of a page."""
    first = next((i for i in filled if i >= tail_start and i in found and _ENDS.search(lines[i])), None)
    if first is None:
        return set()
    return {
        i
        for i in filled
        if i > first
        and i not in found
        and len(lines[i].strip()) <= _LONGEST_VALUE
        and lines[i].strip()[-1] not in "。；"
        and read_mark(lines[i].strip()[:24]) is None
    }


def find_licence(lines: Sequence[str], filled: Sequence[int]) -> set[int]:
    """Return the lines of a licence that closes a text, whatever line ends its links have broken it into.

    Examples
    --------
    >>> lines = ["一、学习。", "本作品在", "某地", "属于", "公有领域", "。", "Public domain"]
    >>> sorted(find_licence(lines, range(7)))
    [1, 2, 3, 4, 5, 6]
    """
    last = filled[-_LICENCE_LINES:]
    for position, i in enumerate(last):
        text = lines[i].strip()
        if _LICENCE_OPENS.match(text) and any(_LICENCE_SAYS.search(lines[j]) for j in last[position:]):
            return set(last[position:])
    return set()


def find_signature_lines(lines: Sequence[str], filled: Sequence[int], tail_start: int) -> set[int]:
    """Return the lines that say who issued a text and when: a name with a day on its line or below it.

    Below the running text, a day or a name with its place that closes it is enough. Where names and days come again and again they
    are the cells of a table: who does what by when.

    Examples
    --------
    >>> lines = ["一、学习。", "安平市教育局", "2024年3月5日", "附件"]
    >>> sorted(find_signature_lines(lines, range(4), 1))
    [1, 2]
    """
    found: list[set[int]] = []
    last = len(filled) - 1
    for position, i in enumerate(filled):
        closes = position == last and i >= tail_start
        if len(lines[i]) > _LONGEST_SIGNATURE or not (closes or ("年" in lines[i] and "月" in lines[i])):
            continue
        name, day = _signed(lines[i])
        above = set() if name or not day else set(_names_above(lines, filled[:position]))
        alone = closes and (day or (name_of_issuer(name) and names_place(name)))
        if above or (name and day) or alone:
            found.append(above | {i})
    return set().union(*found) if len(found) <= _MOST_SIGNATURES else set()


def _names_above(lines: Sequence[str], above: Sequence[int]) -> Iterator[int]:
    """Yield the lines directly above a day that name who issues a text, several where they do so together."""
    for i in reversed(above[-_MOST_ISSUERS:]):
        name, day = _signed(lines[i])
        if not name or day:
            return
        yield i


def _signed(line: str) -> tuple[str, str]:
    """Return the issuer and the day that a short line consists of; "" and "" if it says anything else."""
    text = re.sub(r"\s+", "", line) if len(line) <= _LONGEST_SIGNATURE else ""
    dated = _DAY_AT_END.search(text)
    name = text[: dated.start()] if dated else text
    if name and not names_issuer(name):
        return "", ""
    return name, dated[0] if dated else ""


def _spread(found: set[int], doubtful: list[int], filled: Sequence[int]) -> set[int]:
    """Add doubtful lines that stand beside furniture: the box of fields above a text, the icons after 分享到."""
    place = {i: position for position, i in enumerate(filled)}
    waiting = set(doubtful) - found
    grown = True
    while waiting and grown:
        beside = {
            i
            for i in waiting
            if any(
                0 <= place[i] + step < len(filled) and filled[place[i] + step] in found for step in (-1, 1)
            )
        }
        found, waiting, grown = found | beside, waiting - beside, bool(beside)
    return found
