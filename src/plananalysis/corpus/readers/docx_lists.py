"""Automatic numbering of Word: which paragraphs are numbered, and what Word prints before them."""

import re
from typing import NamedTuple

from lxml import etree

from plananalysis.corpus.readers.docx_names import MC, W, number, value
from plananalysis.corpus.readers.limits import whole_number
from plananalysis.corpus.readers.numbering import format_number

_MOST_STYLES = 20


class _Level(NamedTuple):
    """One level of a list: how it counts and what it prints."""

    start: int
    style: str
    text: str
    restart: int | None
    space: bool
    decimal: bool


class Lists:
    """The numbered lists of one document, with their counters.

    Counters belong to the abstract list, so that two lists made from one go on counting; a start override
    restarts them when its list first appears. A level restarts after any higher level unless its definition
    says otherwise.
    """

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        self.styles = self._styles = _by_id(styles, "style", "styleId")
        self._abstract = _by_id(numbering, "abstractNum", "abstractNumId")
        self._nums = _by_id(numbering, "num", "numId")
        default = [
            s
            for s in self._styles.values()
            if s.get(f"{W}default") == "1" and s.get(f"{W}type") == "paragraph"
        ]
        self._default = str(default[0].get(f"{W}styleId")) if default else ""
        self._levels: dict[str, dict[int, _Level]] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()

    def is_contents_entry(self, properties: etree._Element | None) -> bool:
        """Tell whether a paragraph is an entry of a generated table of contents (style ``toc 1`` …)."""
        if properties is None:
            return False
        style = self._styles.get(value(properties.find(f"{W}pStyle")))
        return style is not None and re.match(r"toc \d", value(style.find(f"{W}name")).lower()) is not None

    def number(self, properties: etree._Element | None) -> str:
        """Count a paragraph and return what Word prints before it; "" if it is not numbered."""
        num_id, depth = self._list_of(properties)
        if num_id not in self._nums:
            return ""
        levels = self._levels_of(num_id)
        if depth not in levels:
            return ""
        level = levels[depth]
        counters = self._counters.setdefault(self._definition(num_id), {})
        self._override(num_id, depth, counters)
        counters[depth] = counters[depth] + 1 if depth in counters else level.start
        for deeper in [d for d in counters if d > depth]:
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or depth < restart:
                del counters[deeper]
        return self._print(level, levels, counters, depth)

    def _print(self, level: _Level, levels: dict[int, _Level], counters: dict[int, int], depth: int) -> str:
        """Return the label of a level with its counters filled in."""
        if level.style == "bullet":
            return "• "

        def fill(match: re.Match) -> str:
            other = int(match[1]) - 1
            if other > depth or other not in levels:
                return ""
            count = counters.get(other, levels[other].start)
            return format_number(count, "decimal" if level.decimal else levels[other].style)

        label = re.sub(r"%([1-9])", fill, level.text)
        return (
            label + " " if level.space and label and (label[-1].isalpha() or label[-1].isdecimal()) else label
        )

    def _override(self, num_id: str, depth: int, counters: dict[int, int]) -> None:
        """Restart a level the first time a list with a start override uses it."""
        if (num_id, depth) in self._started:
            return
        self._started.add((num_id, depth))
        for override in self._nums[num_id].iterchildren(f"{W}lvlOverride"):
            start = override.find(f"{W}startOverride")
            if override.get(f"{W}ilvl") == str(depth) and start is not None:
                counters[depth] = number(start, 1) - 1

    def _list_of(self, properties: etree._Element | None) -> tuple[str, int]:
        """Return the list and the level of a paragraph, its own or its style's."""
        num_id: str | None = None
        depth: int | None = None
        style = self._default
        if properties is not None:
            style = value(properties.find(f"{W}pStyle"), self._default)
            num_id, depth = _num_pr(properties.find(f"{W}numPr"))
        for _ in range(_MOST_STYLES):
            element = self._styles.get(style)
            if element is None or (num_id is not None and depth is not None):
                break
            inherited, level = _num_pr(element.find(f"{W}pPr/{W}numPr"))
            if num_id is None and inherited is not None:
                num_id = inherited
                depth = self._linked_level(inherited, style) if depth is None and level is None else depth
            depth = level if depth is None else depth
            style = value(element.find(f"{W}basedOn"))
        return num_id or "0", depth or 0

    def _linked_level(self, num_id: str, style: str) -> int | None:
        """Return the level of a list that names a style as its own."""
        if num_id not in self._nums:
            return None
        for level in self._level_elements(num_id):
            if value(level.find(f"{W}pStyle")) == style:
                return whole_number(level.get(f"{W}ilvl"))
        return None

    def _definition(self, num_id: str) -> str:
        """Return the abstract list behind a list, through a list style if it refers to one."""
        abstract = value(self._nums[num_id].find(f"{W}abstractNumId"))
        element = self._abstract.get(abstract)
        link = value(element.find(f"{W}numStyleLink")) if element is not None else ""
        if link:
            for other, candidate in self._abstract.items():
                if value(candidate.find(f"{W}styleLink")) == link:
                    return other
        return abstract

    def _level_elements(self, num_id: str) -> list[etree._Element]:
        """Return the level definitions of a list; its own overrides come last."""
        abstract = self._abstract.get(self._definition(num_id))
        own = list(self._nums[num_id].iterfind(f"{W}lvlOverride/{W}lvl"))
        return [*(abstract.iterchildren(f"{W}lvl") if abstract is not None else ()), *own]

    def _levels_of(self, num_id: str) -> dict[int, _Level]:
        """Return the levels of a list by depth."""
        if num_id not in self._levels:
            self._levels[num_id] = {
                whole_number(e.get(f"{W}ilvl")): _level(e) for e in self._level_elements(num_id)
            }
        return self._levels[num_id]


def _level(element: etree._Element) -> _Level:
    """Read one level definition."""
    style = element.find(f"{W}numFmt")
    if style is None:
        style = element.find(f"{MC}AlternateContent/{MC}Fallback/{W}numFmt")
    restart = element.find(f"{W}lvlRestart")
    legal = element.find(f"{W}isLgl")
    return _Level(
        start=number(element.find(f"{W}start"), 0 if element.find(f"{W}start") is None else 1),
        style=value(style, "decimal"),
        text=value(element.find(f"{W}lvlText")),
        restart=None if restart is None else number(restart),
        space=value(element.find(f"{W}suff"), "tab") != "nothing",
        decimal=legal is not None and value(legal, "1") not in ("0", "false"),
    )


def _num_pr(element: etree._Element | None) -> tuple[str | None, int | None]:
    """Return list and level of a ``w:numPr``; None where it is silent."""
    if element is None:
        return None, None
    num_id, depth = element.find(f"{W}numId"), element.find(f"{W}ilvl")
    return (None if num_id is None else value(num_id)), (None if depth is None else number(depth))


def _by_id(root: etree._Element | None, tag: str, key: str) -> dict[str, etree._Element]:
    """Return the children of one kind by their id."""
    if root is None:
        return {}
    return {str(element.get(f"{W}{key}")): element for element in root.iterchildren(f"{W}{tag}")}
