"""Find the headings of one text: which numbered lines are headings, what their heading is, and how deep they lie."""

import re
from collections.abc import Sequence
from itertools import pairwise, zip_longest
from typing import NamedTuple

from plananalysis.corpus.glossary import is_glossary_title
from plananalysis.corpus.labels import DIVISIONS, LOOSE, Mark, read_mark
from plananalysis.corpus.lines import filled_lines
from plananalysis.corpus.nesting import BARE, levels
from plananalysis.corpus.set_apart import set_apart
from plananalysis.corpus.titles_across import joined_titles
from plananalysis.corpus.unnumbered import CLOSED, is_part_of_year, set_bold, unnumbered

_INDENT = re.compile(r"[\s\u200b\ufeff]*(?:(#{1,6})[ \t]+(?=\S)|(\*\*|__)(?=\S))?")
_OPENS_INDENT = "\u200b\ufeff#*_"
"""What an indent may begin with besides white space; an empty line as well, which needs no look."""
_SENTENCE_END = re.compile(r"[。！!；;？?]|$")
_COLON = re.compile("[:：]")
_PAIRS = {"“": "”", "《": "》", "（": "）", "(": ")", "「": "」", "‘": "’", "【": "】"}
_OPENING = re.compile("[“《（(「‘【]")
_BRACKETED = re.compile(r"[【〔\[]([^】〕\]]{1,30})[】〕\]]")
_NOT_AFTER_DIVISION = re.compile(r"[、和与至到及中内里的规所]|[（(]?以?下|提出|明确|要求")
_NOT_AFTER_ARTICLE = re.compile(r"[、和与至到及的中]|第|规定|所称|所列|要求|明确|款|项|之")
_CONTENTS = re.compile(r"(?:目\s*录|目\s*次|CONTENTS)[:：]?")
_LISTED = re.compile(r"附件?\s*[:：]")


_LONGEST_TITLE = 20
"""Letters of an article's title; what is longer is its provision."""


class Heading(NamedTuple):
    """One heading: the 0-based line it stands on, its level, its numbering as printed, its text."""

    line: int
    level: int
    label: str
    heading: str


class _Candidate(NamedTuple):
    """A line that may be a heading."""

    line: int
    kind: str
    style: str
    number: int
    label: str
    rest: str


def _depth_zero_end(text: str) -> int:
    """Return where the first sentence ends, not counting ends inside quotation marks and brackets."""
    first = _SENTENCE_END.search(text)
    end = first.start() if first else len(text)
    if not _OPENING.search(text, 0, end):
        return end
    closing: list[str] = []
    for i, char in enumerate(text[:400]):
        if closing and char == closing[-1]:
            closing.pop()
        elif char in _PAIRS:
            closing.append(_PAIRS[char])
        elif not closing and char in "。！!；;？?":
            return i
    return end if closing else len(text) if len(text) <= 400 else end


def heading_text(rest: str) -> str:
    """Return the heading in what follows a label: the first sentence, or what stands before a colon and more text.

    Examples
    --------
    >>> heading_text("加强学习。每月一次。"), heading_text("总体目标：到年底全部完成。"), heading_text("总则")
    ('加强学习', '总体目标', '总则')
    """
    rest = rest.strip().strip("*_").strip("\ufeff\u200b")
    bracketed = _BRACKETED.match(rest) if rest[:1] in "【〔[" else None
    if bracketed and len(rest) > bracketed.end():
        return bracketed.group(1).strip()
    rest = rest.lstrip(" :：、.．　")
    sentence = rest[: _depth_zero_end(rest)]
    colon = _COLON.search(sentence)
    if colon and 0 < colon.start() <= 30 and not re.search(r"\d$", sentence[: colon.start()]):
        sentence = sentence[: colon.start()]
    return sentence.strip().rstrip("。；;：:，,*_ ").strip()


def article_title(rest: str) -> str:
    """Return the title of an article; "" where its number stands before what it lays down, which is no heading.

    Examples
    --------
    >>> [article_title(rest) for rest in ("【适用范围】本县适用。", "渠长负责制。各乡设渠长。", "各乡设渠长，负责巡查。", "各乡设渠长。")]
    ['适用范围', '渠长负责制', '', '']
    """
    title = heading_text(rest)
    if rest.strip() == title:  # a line of its own, and no sentence
        return title
    says_all = rest.strip().rstrip("。；;：:") == title and rest.rstrip()[-1:] in "。；;：:"
    return "" if says_all or len(title) > _LONGEST_TITLE or re.search("[，,]", title) else title


def _text_of(candidate: _Candidate, second: str) -> str:
    """Return the heading of a line, with the second line that it was broken over."""
    text = candidate.rest + second
    return article_title(text) if candidate.kind == "条" else heading_text(text)


def _plausible(mark: Mark, rest: str) -> bool:
    """Say whether what follows a mark reads like a heading and not like a sentence that mentions a chapter."""
    text = rest.strip()
    if mark.kind in DIVISIONS:
        spaced = rest[:1].isspace() or not text
        return (
            len(text) <= 60 and not text.endswith(CLOSED) and (spaced or not _NOT_AFTER_DIVISION.match(text))
        )
    if mark.kind == "条":
        return rest[:1].isspace() or rest[:1] in "：:【" or not _NOT_AFTER_ARTICLE.match(text)
    if mark.kind == "annex":
        return not _LISTED.match(mark.label + text) and len(text) <= 60 and not text.endswith(CLOSED)
    if mark.kind == "column":
        return len(text) <= 50 and not text.endswith(CLOSED) and not _NOT_AFTER_DIVISION.match(text)
    return not text or text[0] not in "，。、；：！？,;!?)）】》"


def _entry(line: str) -> str:
    """Return an entry of a table of contents without its spaces, leaders and page number."""
    return re.sub(r"[.…·．]*\d*$", "", re.sub(r"\s", "", line))


def _contents_lines(lines: Sequence[str]) -> set[int]:
    """Return the lines of a table of contents: from 目录 to where its first entry comes again.

    Where it does not (it is worded otherwise in the text) one of the next entries will; else the lines that lead to
    a page number are the contents. Running text ends them in any case.
    """
    titles = (i for i, line in enumerate(lines[:80]) if len(line) < 12 and _CONTENTS.fullmatch(line.strip()))
    start = next(titles, -1)
    if start < 0:
        return set()
    stop = next((i for i in range(start + 1, len(lines)) if _is_running(lines[i])), len(lines))
    entries = [(i, entry) for i in range(start + 1, stop) if (entry := _entry(lines[i]))]
    later = {_entry(line): i for i, line in reversed([*enumerate(lines)][stop:]) if len(line) <= 80}
    for position, (_, entry) in enumerate(entries[:5]):
        again = next((i for i, other in entries[position + 1 :] if other == entry), later.get(entry))
        if again is not None:
            return set(range(start, min(again, stop)))
    paged = {i for i, _ in entries if re.search(r"[\s.…·．]\d{1,3}\s*$", lines[i])}
    return {start} | (paged if len(paged) > 1 else set())


def _is_running(line: str) -> bool:
    """Say whether a line cannot be an entry of a table of contents."""
    return len(line) > 80 or line.rstrip()[-1:] in ("。", "；")


def _lists(line: str, start: int) -> bool:
    """Say whether a line begins a list of attachments (附件：)."""
    return line.startswith("附", start) and _LISTED.match(line, start) is not None


def _candidates(lines: Sequence[str]) -> list[_Candidate]:
    """Read the mark of every line that has a plausible one, and the markdown headings."""
    contents = _contents_lines(lines)
    found: list[_Candidate] = []
    listing = False
    for i, line in enumerate(lines):
        indent = _INDENT.match(line) if line[:1] in _OPENS_INDENT or line[0].isspace() else None
        start = indent.end() if indent else 0
        if start == len(line) or i in contents:
            continue
        hashes = indent.group(1) if indent else None
        mark = read_mark(line[start : start + 24])
        if mark is None:
            listing = _lists(line, start) or (listing and len(line) < 40 and line[:1].isspace())
            if 5 * i > len(lines) and is_glossary_title(line.strip()):
                found.append(_Candidate(i, "annex", "", 0, "", line[start:]))
            elif hashes:
                found.append(_Candidate(i, f"#{len(hashes)}", "", 0, "", line[start:]))
            continue
        rest = line[start + mark.width :]
        if listing and mark.kind in LOOSE:
            continue
        listing = _lists(line, start)
        if _plausible(mark, rest):
            found.append(_Candidate(i, mark.kind, mark.style, mark.number, mark.label, rest))
    return found


def _supported(found: list[_Candidate]) -> list[_Candidate]:
    """Drop numbers that belong to no numbering (15．, 3) in the middle of nowhere), and ``1 总则`` without a ``1.1``."""
    by_kind: dict[str, list[_Candidate]] = {}
    for candidate in found:
        by_kind.setdefault(candidate.kind, []).append(candidate)
    dropped: set[int] = set()
    parents = {c.label.partition(".")[0].partition("．")[0] for c in by_kind.get("decimal2", [])}
    for kind, members in by_kind.items():
        if kind not in LOOSE:
            continue
        spaced = [c for c in members if c.style == " " and c.label not in parents]
        dropped.update(c.line for c in spaced)
        members = [c for c in members if c.line not in dropped]
        last = 0
        for here, after in zip_longest(members, members[1:]):
            value = here.number
            follows = last <= value <= last + 3 and value > 1 and last > 0
            begins = value == 1 or (after is not None and after.number == value + 1)
            if follows or begins:
                last = value
            else:
                dropped.add(here.line)
    return [candidate for candidate in found if candidate.line not in dropped]


def _wrapped(found: list[_Candidate], bare: list[int]) -> set[int]:
    """Return bare lines that are the second half of the heading above: a part has no single sub-heading at its top."""
    marked = {candidate.line: candidate for candidate in found if candidate.label}
    places = sorted([*marked, *bare])
    wrapped = set()
    for position, line in enumerate(places):
        if line not in marked or position + 1 == len(places) or places[position + 1] != line + 1:
            continue
        following = places[position + 1]
        own = marked[line].rest.strip()
        further = places[position + 2] if position + 2 < len(places) else -1
        lone = following not in marked and (further in marked or further < 0)
        heads_nothing = further != following + 1
        if lone and heads_nothing and own and not own.endswith(CLOSED) and len(own) <= 30:
            wrapped.add(following)
    return wrapped


def _without_title(found: list[_Candidate]) -> list[_Candidate]:
    """Drop the markdown heading that is the document's title: the first, alone at its depth."""
    depths = [candidate.kind for candidate in found if candidate.kind[0] == "#"]
    if found and depths and found[0].kind == depths[0] and depths.count(depths[0]) == 1 and len(found) > 1:
        return found[1:]
    return found


def find_headings(lines: Sequence[str], *, bold: frozenset[str] = frozenset()) -> list[Heading]:
    """Return the headings of a text, in reading order.

    A heading is a line that starts with numbering (第一章, 一、, （一）, 1., ①, 第三条, 专栏1, 附件2) and belongs to a
    series, or a short unnumbered line between running text where the document has several such lines. An item under
    an article (第三条 ... （一）...) is a heading one level below it; an article has a heading only if it has a title. A line that only begins with a number (2020年,
    1.5万亿元, 3.2%), an entry of a table of contents or of a list of attachments is none, nor are 一是、二是 within a
    paragraph. Where a label stands alone, or a heading is broken over two lines, the next line is joined to it.

    Parameters
    ----------
    lines
        The lines of the text, without line ends; what is excluded is blank.
    bold
        Short lines that the source sets as headings; one without numbering needs no sibling then, and may be a sentence.

    Examples
    --------
    >>> find_headings(["工作要点", "一、总体要求", "围绕中心。", "（一）抓学习。每月一次。"])
    [Heading(line=1, level=1, label='一、', heading='总体要求'), Heading(line=3, level=2, label='（一）', heading='抓学习')]
    """
    lines = joined_titles(lines)
    found = _without_title(_supported(_candidates(lines)))
    filled = filled_lines(lines)
    apart = set_apart(lines, {candidate.line for candidate in found}, filled)
    found = sorted([*found, *(_Candidate(h.line, h.kind, "", h.number, h.label, h.rest) for h in apart)])
    marked = {candidate.line for candidate in found}
    bare = unnumbered(lines, marked, filled)
    labelled_only = {candidate.line for candidate in found if not candidate.rest.strip()}
    joined = {
        line + 1: line
        for line in labelled_only
        if line + 1 < len(lines) and _joins(lines[line + 1], line + 1, marked)
    }
    joined |= {
        line: line - 1
        for line in _wrapped(found, [line for line in bare if line not in joined])
        if not is_part_of_year(lines[line])
    }
    second = {above: lines[line].strip() for line, above in joined.items()}
    kept = [c for c in found if c.rest.strip() or c.line in second]
    bare = [line for line in bare if line not in joined]
    # One alone is as likely a stray line, unless its source sets it as a heading.
    strong = set_bold(lines, marked, bold) if bold else []
    bare = (
        sorted({*bare, *(line for line in strong if line not in joined)}) if len(bare) > 1 or strong else []
    )
    kept += [_Candidate(line, BARE, "", 0, "", lines[line]) for line in bare]
    kept.sort()
    next_filled = dict(pairwise(filled))
    places = [c.line for c in kept]
    bodiless = [next_filled.get(a) == b for a, b in zip(places, [*places[1:], -2], strict=False)]
    depth = levels([c.kind for c in kept], [c.style for c in kept], [c.number for c in kept], bodiless)
    return [
        Heading(c.line, level, c.label, _text_of(c, second.get(c.line, "")))
        for c, level in zip(kept, depth, strict=True)
    ]


def _joins(line: str, place: int, marked: set[int]) -> bool:
    """Say whether a line can be the heading of the label that stands alone above it."""
    text = line.strip()
    return place not in marked and 0 < len(text) <= 60 and not text.endswith(CLOSED)
