"""Find the parts of every plan: greeting, look-back, situation, targets, plan, self, closing, annex, other.

Headings decide first: their wording names a part (language.parts). Under a heading that announces work, the paragraphs
before the first item may still describe the situation and give the targets; there the beginnings of paragraphs decide.
A speaker who turns to the audience (各位代表！) leaves the section above.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plananalysis.corpus.headings import Heading
from plananalysis.corpus.lines import is_greeting, is_title_like
from plananalysis.language import compiled, index_rules, prefilter
from plananalysis.language.openings import ADDRESSES, ANNOUNCEMENTS
from plananalysis.language.parts import (
    ABOUT_TARGETS,
    CLOSING,
    CLOSING_OPENINGS,
    FIELDS,
    FIELDS_WITHIN,
    GREETING,
    GUIDANCE,
    HEADINGS,
    LEAST_SELF,
    OPENINGS,
    SELF,
)

_ANNOUNCING = 60
"""A line this short that announces what follows belongs to what follows; a longer paragraph to what it says itself."""
_LONGEST_CLOSING = 900
"""Letters of a closing appeal; what is longer holds more than an appeal."""
_LONGEST_GREETING = 160
_LEAST_PREAMBLE = 40
"""Letters of a paragraph before the first heading that says more than a greeting does."""
_YEAR = re.compile(r"(?:19|20)\d\d(?=\s*年)")
_HEAD = 400
"""Letters of a text in which its own year stands, if anywhere before its first heading."""
_HEADINGS = tuple(pattern for _, pattern in compiled(HEADINGS))
_POSSIBLE = index_rules(HEADINGS)
_ADDRESS = prefilter(ADDRESSES)
_ADDRESSED = frozenset(word[0] for word in index_rules(ADDRESSES).by_word)
"""Letters that a form of address begins with: nearly all lines are told apart by their first one."""
_ANNOUNCEMENT = prefilter(ANNOUNCEMENTS)
_PROCEDURE = prefilter(GREETING)
_ABOUT_TARGETS = prefilter(ABOUT_TARGETS)
_PRINCIPLES = prefilter(GUIDANCE)
_FIELD = prefilter(FIELDS)
_APPEAL = prefilter(CLOSING)
_LAST_WORDS = prefilter(CLOSING_OPENINGS)


_DECIDED = frozenset(("lookback", "annex", "self", "targets", "closing"))
"""Parts that a level-1 heading opens for all that stands under it."""


_INTRODUCTION = 3
"""Paragraphs below a heading of the first level that can tell that the section looks back."""


class _Unit(NamedTuple):
    """A filled line: its number, its text, the heading on it if it has one."""

    line: int
    text: str
    heading: Heading | None


class Part(NamedTuple):
    """Where a part begins: a line, and the part from there on."""

    line: int
    part: str


def heading_part(heading: str, year: int = 0) -> str:
    """Return the part that a heading names; ``work`` where it announces work, "" where it names a field of work.

    Examples
    --------
    >>> heading_part("2024年工作回顾"), heading_part("总体要求"), heading_part("重点任务"), heading_part("抓好春耕")
    ('lookback', 'situation', 'work', '')
    >>> heading_part("2023年工作", year=2024)
    'lookback'
    """
    text = "".join(heading.split())
    found = ""
    if _POSSIBLE.words.search(text):
        possible = _POSSIBLE.possible(text)
        found = next((HEADINGS[i].kind for i in possible if _HEADINGS[i].search(text)), "")
    if found in ("", "work") and year and "年" in text:
        years = [int(match.group()) for match in _YEAR.finditer(text)]
        if years and max(years) < year:
            return "lookback"
    return found


def _named(heading: Heading, year: int = 0) -> str:
    """Return the part that a heading names by its label (附件2) or its wording."""
    return (
        heading_part(heading.label) if heading.label.startswith("附") else heading_part(heading.heading, year)
    )


def addresses_audience(line: str) -> bool:
    """Say whether a line turns to the audience.

    Examples
    --------
    >>> addresses_audience("各位代表！过去一年成绩不易。"), addresses_audience("各位代表提出的意见")
    (True, False)
    """
    text = line.strip()
    return text[:1] in _ADDRESSED and _ADDRESS.match(text) is not None


def _own_year(lines: Sequence[str], headings: Sequence[Heading]) -> int:
    """Return the latest year that the head of a text and its headings name; 0 where they name none."""
    head = "\n".join(lines[: headings[0].line if headings else len(lines)])[:_HEAD]
    named = [head.split("。")[0], *(h.heading for h in headings if h.level == 1)]
    return max((int(match.group()) for text in named for match in _YEAR.finditer(text)), default=0)


def _says_of_itself(text: str) -> bool:
    return sum(bool(pattern.search(text)) for _, pattern in compiled(SELF)) >= LEAST_SELF


def _opens(text: str) -> str:
    """Return what the beginning of a paragraph says of its part, or ""."""
    return next((rule.kind for rule, pattern in compiled(OPENINGS) if pattern.search(text)), "")


def _looks_back(text: str) -> bool:
    return any(rule.kind == "lookback" and pattern.search(text) for rule, pattern in compiled(OPENINGS))


def _announces(text: str) -> bool:
    return len(text) <= _ANNOUNCING and bool(_ANNOUNCEMENT.search(text))


class _Reader:
    """Reads the filled lines of one text in order and keeps which part it is in, and why."""

    def __init__(self, units: Sequence[_Unit], year: int) -> None:
        self.units = units
        self.year = year
        self.part = "other"
        self.open = False  # whether the paragraphs of the present section may still change the part
        self.top = ""  # the part that the last level-1 heading named
        self.headed = False  # whether a heading opened the present part
        self.guided = False  # whether the situation was described since the look-back
        self.reviewed = False  # whether there was a look-back
        self.begun = False  # whether running text has begun

    def read(self) -> Iterator[Part]:
        """Yield every line at which the part may change."""
        for index, unit in enumerate(self.units):
            before = self.part
            if unit.heading is not None:
                self._read_heading(unit.heading, index)
            else:
                self._read_paragraph(unit.text, index)
            self.reviewed = self.reviewed or self.part == "lookback"
            self.guided = self.part != "lookback" and (self.guided or self.part in ("situation", "targets"))
            if self.part != before or index == 0:
                yield Part(unit.line, self.part)

    def _read_heading(self, heading: Heading, index: int) -> None:
        self.begun = True
        if heading.level == 1:
            self.top = _named(heading, self.year) or self._told_below(index)
            self._enter(self.top, index)
        elif heading.level == 2:
            if self.top not in _DECIDED:
                self._enter_second(_named(heading, self.year), index)
        elif self.open:
            self.part, self.open = "plan", False

    def _told_below(self, index: int) -> str:
        """Return the part of a section whose heading names none, by the paragraphs that introduce it."""
        below = list(self._paragraphs_below(index))
        if not self.reviewed and not self.guided and any(map(_looks_back, below[:_INTRODUCTION])):
            return "lookback"
        return "work" if not self.guided and "targets" in map(_opens, below) else ""

    def _enter(self, named: str, index: int) -> None:
        """Enter the section of a heading that names a part."""
        self.headed = True
        self.open = False
        if named in ("situation+targets", "work"):
            self._enter_open(named, index)
        elif named:
            self.part = named
            self.open = named == "situation"
        elif self.part != "annex" or self.top != "":
            self.part = "plan"

    def _enter_open(self, named: str, index: int) -> None:
        """Enter a section whose paragraphs decide: guidance and targets may stand before the work."""
        following = list(self._paragraphs_below(index))
        kinds = [_opens(text) for text in following]
        if named == "situation+targets":
            self.part = "situation" if "targets" in kinds[1:] or "situation" in kinds[:1] else "targets"
            self.open = True
            return
        # A report of several years gives guidance twice: for the period, and with targets for the year.
        guides = "targets" in kinds or (not self.guided and "situation" in kinds[:1])
        self.part = ("targets" if kinds[0] == "targets" else "situation") if guides and following else "plan"
        self.open = self.part != "plan"

    def _enter_second(self, named: str, index: int) -> None:
        """Enter a heading one level down: it decides where the section above leaves it open."""
        if self.top == "situation" and named not in ("targets", "work"):
            return
        if self.top == "situation+targets" and named == "":
            return
        if self.top == "" and named in ("situation", "work", "lookback"):
            return
        if self.top == "other" and named == "situation+targets":
            named = "targets"
        if named == "" and self.top == "other":
            return
        self._enter(named, index)

    def _paragraphs_below(self, index: int) -> Iterator[str]:
        """Yield the paragraphs between a heading and the next heading or announcement."""
        for unit in self.units[index + 1 :]:
            if unit.heading is not None or _announces(unit.text):
                return
            yield unit.text

    def _read_paragraph(self, text: str, index: int) -> None:
        if not self.begun:
            self._read_head(text)
        elif addresses_audience(text) and self.part != "greeting":
            self._read_address(index)
        elif self.open:
            self._read_open(text)
        elif self.part == "greeting" or (self.part == "lookback" and not self.headed):
            self._read_unheaded(text)

    def _read_head(self, text: str) -> None:
        """Read the head of a document: title, date, speaker; running text or a greeting ends it."""
        if is_greeting(text):
            self.part, self.begun = "greeting", True
            return
        if len(text) <= _LONGEST_GREETING and _PROCEDURE.search(text):
            return  # when, where and by whom the report was given
        running = len(text) > 40 or (len(text) > 12 and text[-1] in "。！；：")
        if running and (text[-1] == "。" or not is_title_like(text)):
            self.begun = True
            self._read_unheaded(text)

    def _read_unheaded(self, text: str) -> None:
        """Read running text that no heading has put in a part."""
        if self.part == "greeting" and len(text) <= _LONGEST_GREETING and _PROCEDURE.search(text):
            return
        kind = _opens(text)
        if self.part == "lookback":
            if kind in ("situation", "targets"):
                self.part, self.open = kind, True
            return
        spoken = "other" if self.part == "greeting" else "situation"
        self.part = kind or (spoken if len(text) > _LEAST_PREAMBLE else self.part)
        self.open = self.part in ("situation", "targets")

    def _read_open(self, text: str) -> None:
        """Read a paragraph before the work begins."""
        if _announces(text) and not _PRINCIPLES.search(text):
            self.part, self.open = "plan", False
        elif _opens(text) == "targets":
            self.part = "targets"
        elif self.part == "targets" and not _ABOUT_TARGETS.search(text):
            self.part = "situation"

    def _read_address(self, index: int) -> None:
        """Read a paragraph that turns to the audience."""
        if self.part in ("lookback", "annex", "other") or self._looks_forward(index):
            return
        self.part, self.open = self._addressed(index), False

    def _looks_forward(self, index: int) -> bool:
        """Say whether what is said to the audience closes a section on the situation or the targets."""
        if self.part not in ("situation", "targets"):
            return False
        following = self._span(index)[1]
        return following is not None and self.units[following].heading is not None

    def _addressed(self, index: int) -> str:
        """Return the part of what is said to the audience from here to the next heading or address.

        The last of it is the closing if it appeals to everybody; so is what leads to the closing without naming
        any field of work or the government itself.
        """
        span, following = self._span(index)
        is_field = bool(_FIELD.search(re.sub(r"^.{0,8}[！!：:]\s*", "", span)[:FIELDS_WITHIN]))
        if following is None and _APPEAL.search(span):
            return "closing"
        if not is_field and _says_of_itself(span):
            return "self"
        if following is None or self.units[following].heading is not None or _FIELD.search(span):
            return "plan"
        leads = len(span) <= _LONGEST_CLOSING and self._addressed(following) == "closing"
        return "closing" if leads else "plan"

    def _span(self, index: int) -> tuple[str, int | None]:
        """Return the text from a paragraph to the next heading or address, and where that address is."""
        texts = [self.units[index].text]
        for place in range(index + 1, len(self.units)):
            unit = self.units[place]
            if unit.heading is not None:
                annexed = _named(unit.heading) == "annex"
                return "\n".join(texts), None if annexed else place
            if addresses_audience(unit.text):
                return "\n".join(texts), place
            texts.append(unit.text)
        return "\n".join(texts), None


def find_parts(lines: Sequence[str], headings: Sequence[Heading]) -> list[Part]:
    """Return the lines at which a part of the plan begins, in order.

    Parameters
    ----------
    lines
        The lines of the text; what is excluded is blank.
    headings
        Its headings.

    Examples
    --------
    >>> from plananalysis.corpus.headings import find_headings
    >>> lines = ["2025年渠岸县政府工作报告", "各位代表：", "现在，我向大会报告工作。", "一、2024年工作回顾", "修渠三条。",
    ...          "二、2025年重点工作", "今年是规划收官之年。", "主要预期目标是：修渠五条。", "（一）修渠", "（二）管渠",
    ...          "各位代表！让我们修好渠！"]
    >>> [(part.line, part.part) for part in find_parts(lines, find_headings(lines))]
    [(0, 'other'), (1, 'greeting'), (3, 'lookback'), (5, 'situation'), (7, 'targets'), (8, 'plan'), (10, 'closing')]
    """
    at = {heading.line: heading for heading in headings}
    units = [_Unit(i, line.strip(), at.get(i)) for i, line in enumerate(lines) if line and not line.isspace()]
    found = list(_Reader(units, _own_year(lines, headings)).read())
    return _with_closing(_with_title(found, headings), units)


def _with_title(found: list[Part], headings: Sequence[Heading]) -> list[Part]:
    """Let the title belong to the text that introduces the plan, as one passage; a greeting begins by itself."""
    if len(found) < 2 or found[0].part != "other" or found[1].part == "greeting":
        return found
    introduces = not headings or found[1].line < headings[0].line
    return [Part(found[0].line, found[1].part), *found[2:]] if introduces else found


def _with_closing(found: list[Part], units: Sequence[_Unit]) -> list[Part]:
    """Add the closing appeal of a text that does not address anybody before it: its last paragraph before an annex."""
    annex = next((part.line for part in found if part.part == "annex"), None)
    body = [unit for unit in units if annex is None or unit.line < annex]
    if not body or any(part.part == "closing" for part in found) or body[-1].heading is not None:
        return found
    last = body[-1]
    appeals = _APPEAL.search(last.text) and len(last.text) <= _LONGEST_CLOSING // 2
    if not appeals or not _LAST_WORDS.match(last.text) or len(body) < 4:
        return found
    return sorted([*(part for part in found if part.line != last.line), Part(last.line, "closing")])
