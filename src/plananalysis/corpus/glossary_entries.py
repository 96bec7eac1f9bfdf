"""Read the entries of an annex that explains terms, in whichever way it sets them out.

One annex has one layout: numbers that count on (1. / ［1］ / 注1： / ①), the cells of a table, or neither; term and
explanation on one line or on two, broken over further lines or not. The layout is told from the annex as a whole.
"""

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from plananalysis.corpus.labels import number
from plananalysis.folding import QUOTES
from plananalysis.language.explanations import (
    LIKELY_SEPARATORS,
    MARKS,
    NO_TERMS,
    PAGE_REFERENCES,
    SURE_SEPARATORS,
)
from plananalysis.language.openings import ADDRESSES
from plananalysis.language.rules import compiled, prefilter

_MARKS = compiled(MARKS)
_SURE, _LIKELY, _NO_TERM, _REFERENCE, _ADDRESS = map(
    prefilter, (SURE_SEPARATORS, LIKELY_SEPARATORS, NO_TERMS, PAGE_REFERENCES, ADDRESSES)
)
_UNQUOTE = dict.fromkeys(map(ord, QUOTES))
_LONGEST_TERM = 45
"""Characters of a term with its quotation marks; more of them are a sentence."""
_LONG_TERM = 20
"""Characters from which a term that holds 指, 即 or 是 ends there."""
_LONGEST_GAP = 3
"""So many numbers may be missing where the numbers of an annex count on."""
_LEAST_CLOSED = 0.2
"""Share of lines that end as sentences do from which the others are lines that a page broke."""
_CLOSED = re.compile(r"[。；！？!?;][”’」』）)\s]*$")
_BOLD = re.compile(r"\*\*|__")
_INSIDE = re.compile(r"“[^“”\n]*”|‘[^‘’\n]*’|《[^《》\n]*》|「[^「」\n]*」|（[^（）\n]*）|\([^()\n]*\)")
_SENTENCE = re.compile("[。！？；，]")


class Line(NamedTuple):
    """A filled line of an annex: its text without surrounding white space, and where that begins."""

    text: str
    start: int


class Entry(NamedTuple):
    """A term and what is said of it, as printed; where both stand; the first and last line of the entry."""

    term: str
    said: str
    start: int
    end: int
    first: int
    last: int


class Mark(NamedTuple):
    """What stands before a term: the name of its rule, its number (0 for a sign), its width."""

    kind: str
    number: int
    width: int


class _Head(NamedTuple):
    """The line on which an entry begins: its number in the annex, where its own words begin, its term if it shows one."""

    line: int
    width: int
    term: str
    said: int


def clean_term(printed: str) -> str:
    """Return a term without quotation marks, page references and what surrounds it; "" if it is none.

    Examples
    --------
    >>> clean_term("“三色渠”工程（第3页）"), clean_term("各位代表"), clean_term("指基于渠网的服务")
    ('三色渠工程', '', '')
    """
    text = _REFERENCE.sub("", printed.strip())
    text = re.sub(r"[，,]?(?:是指|指的是|特指|泛指)$", "", text.strip(" \t\u3000，,、.．：:*_【】"))
    if len(text) > _LONGEST_TERM or _SENTENCE.search(_masked(text)):
        return ""
    term = text.translate(_UNQUOTE).strip()
    return "" if len(term) < 2 or _NO_TERM.search(term) else term


def _masked(text: str) -> str:
    """Return a text with what stands inside quotation marks and brackets blotted out, the marks themselves kept."""
    while True:
        hidden = _INSIDE.sub(lambda found: found[0][0] + "□" * (len(found[0]) - 2) + found[0][-1], text)
        if hidden == text:
            return text
        text = hidden


def split_entry(text: str) -> tuple[str, int]:
    r"""Return the term that a line opens with, and where what is said of it begins; "" and 0 if there is none.

    Examples
    --------
    >>> split_entry("“三色渠”：红渠、黄渠"), split_entry("三色渠是指红渠"), split_entry("三色渠\t红渠、黄渠")
    (('三色渠', 6), ('三色渠', 5), ('三色渠', 4))
    >>> split_entry("渠水分三路流向各乡。")
    ('', 0)
    """
    if not text:
        return "", 0
    masked = _masked(text[: 3 * _LONGEST_TERM])
    sure = _SURE.search(masked, 1)
    likely = _LIKELY.search(masked, 2)
    chosen = [sure, likely]
    if sure and likely and likely.start() < sure.start():
        early = text[: sure.start()]
        sentence = len(early) > _LONG_TERM or _SENTENCE.search(_masked(early))
        chosen = [likely, sure] if sentence else [sure]
    for found in chosen:
        term = clean_term(text[: found.start()]) if found else ""
        if found and term and text[found.end() :].strip():
            return term, found.end()
    return "", 0


def filled_lines(text: str, start: int = 0) -> list[Line]:
    """Return the filled lines of a text that begins at an offset."""
    lines, at = [], start
    for line in text.split("\n"):
        shown = _BOLD.sub("  ", line)
        body = shown.strip()
        if body:
            lines.append(Line(body, at + shown.index(body)))
        at += len(line) + 1
    return lines


def read_entries(lines: Sequence[Line]) -> list[Entry]:
    r"""Return the entries of an annex, in order; lines that belong to none are left out.

    Examples
    --------
    >>> [entry.term for entry in read_entries(filled_lines("1.双渠：东渠、西渠。\n长年有水。\n2.渠长：管渠的人。"))]
    ['双渠', '渠长']
    >>> [entry.term for entry in read_entries(filled_lines("双渠\n指东渠、西渠。\n渠长\n管渠的人。"))]
    ['双渠', '渠长']
    """
    heads = _numbered(lines) or _unnumbered(lines)
    entries = []
    stops = [*(head.line for head in heads), len(lines)][1:]
    for head, stop in zip(heads, stops, strict=True):
        entry = _entry(lines, head, stop)
        if entry is not None:
            entries.append(entry)
    return entries


def _entry(lines: Sequence[Line], head: _Head, stop: int) -> Entry | None:
    """Return the entry that begins on a line and ends before another; None where it explains nothing."""
    line = lines[head.line]
    own = line.text[head.width :]
    term, at = (head.term, head.said) if head.term else split_entry(own)
    first = head.line
    if not term:
        if not own and first + 1 < stop:  # the number stands alone above its term
            first += 1
            own = lines[first].text
            term, at = split_entry(own)
        if not term:
            term, at = clean_term(own), len(own)
    last = _last_line(lines, first, stop)
    said = [own[at:].strip(), *(each.text for each in lines[first + 1 : last + 1])]
    said = [part for part in said if part]
    if not term or not said:
        return None
    end = lines[last].start + len(lines[last].text)
    return Entry(term, "\n".join(said), line.start, end, head.line, last)


def _last_line(lines: Sequence[Line], first: int, stop: int) -> int:
    """Return the last line of an entry: what is said to the audience, a heading or a signature below are not its own."""
    stop = next((i for i in range(first + 1, stop) if _ADDRESS.search(lines[i].text)), stop)
    last = stop - 1
    closed = [i for i in range(first, stop) if _CLOSED.search(lines[i].text)]
    if closed and last > closed[-1] and all(len(lines[i].text) <= 30 for i in range(closed[-1] + 1, stop)):
        last = closed[-1]
    return last


def explained_share(lines: Sequence[Line], entries: Sequence[Entry]) -> float:
    """Return the share of an annex's statements that entries account for.

    A statement is a line, or what a page broke over several; below numbers that count on all lines belong to entries.
    """
    if _numbered(lines):
        heads = len(_numbered(lines))
        return len(entries) / heads if entries and entries[0].first <= max(1, len(lines) // 4) else 0.0
    closed = sum(bool(_CLOSED.search(line.text)) for line in lines)
    statements = closed if closed >= _LEAST_CLOSED * len(lines) else len(lines)
    return len(entries) / max(1, statements)


def mark_of(text: str) -> Mark | None:
    """Return the mark that a line begins with; None if it has none.

    Examples
    --------
    >>> mark_of("［1］三色渠：红渠"), mark_of("③双渠"), mark_of("双渠")
    (Mark(kind='square', number=1, width=3), Mark(kind='ring', number=3, width=1), None)
    """
    for rule, pattern in _MARKS:
        found = pattern.match(text)
        if found is None:
            continue
        groups = found.groupdict()
        if groups.get("ring"):
            value = int(unicodedata.numeric(groups["ring"]))
        else:
            value = number(groups["number"]) if groups.get("number") else 0
        return Mark(rule.name, value, found.end())
    return None


def _numbered(lines: Sequence[Line]) -> list[_Head]:
    """Return the lines whose numbers count on from the first line of the annex; none where nothing does."""
    by_kind: dict[str, list[tuple[int, Mark]]] = {}
    for i, line in enumerate(lines):
        if mark := mark_of(line.text):
            by_kind.setdefault(mark.kind, []).append((i, mark))
    chains = [_chain(marks) for marks in by_kind.values()]
    # Groups (一、 above 1.) count on as well: the kind that counts most is the kind of the entries.
    longest = max(chains, key=lambda chain: (len(chain), -chain[0][0] if chain else 0), default=[])
    if len(longest) < 2 or (len(longest) < 3 and 3 * len(longest) < len(lines) and longest[0][0] > 1):
        return []
    heads = [_Head(i, width, "", 0) for i, width in longest]
    shown = sum(_explains(lines, head) for head in heads)
    return heads if 2 * shown >= len(heads) else []


def _chain(marks: Sequence[tuple[int, Mark]]) -> list[tuple[int, int]]:
    """Return lines and widths of the marks of one kind that count on; signs that do not count are taken as they are."""
    chain, last = [], 0
    for i, mark in marks:
        value = mark.number
        if not value or last < value <= last + _LONGEST_GAP or (value == 1 and last):
            chain.append((i, mark.width))
            last = value
    return chain


def _explains(lines: Sequence[Line], head: _Head) -> bool:
    """Say whether the line of a head shows a term with its explanation, or a term alone."""
    own = lines[head.line].text[head.width :]
    return not own or bool(split_entry(own)[0]) or bool(clean_term(own))


def _unnumbered(lines: Sequence[Line]) -> list[_Head]:
    """Return the lines on which entries begin where no numbers say so: after a sentence has ended, with a term."""
    closed = sum(bool(_CLOSED.search(line.text)) for line in lines)
    broken = closed >= _LEAST_CLOSED * len(lines)
    heads: list[_Head] = []
    for i, line in enumerate(lines):
        headed = bool(heads) and heads[-1].line == i - 1 and not heads[-1].said
        if i and broken and not _CLOSED.search(lines[i - 1].text) and not _is_row(lines[i - 1].text):
            continue
        width, term, at = _row(line.text)
        if not term:
            mark = mark_of(line.text)
            width = mark.width if mark and not mark.number else 0
            term, at = split_entry(line.text[width:])
        if term and not headed:
            heads.append(_Head(i, width, term, at))
        elif not _CLOSED.search(line.text) and i + 1 < len(lines) and _CLOSED.search(lines[i + 1].text):
            term = "" if _is_row(line.text) else clean_term(line.text[width:])
            if term and not split_entry(line.text[width:])[0]:
                heads.append(_Head(i, width, term, 0)._replace(said=0))
    return [head if head.said else head._replace(term="") for head in heads]


def _is_row(text: str) -> bool:
    """Say whether a line is a row of a table."""
    return "\t" in text


def _row(text: str) -> tuple[int, str, int]:
    """Return where a row's term begins, the term, and where its explanation begins; the number of the row is passed over."""
    cells = re.split(r"(\t+|[ \u3000]{2,}|\u3000)", text)
    width = 0
    while len(cells) >= 5 and re.fullmatch(r"[\d\s.．、（）()]*", cells[0]):
        width += len(cells[0]) + len(cells[1])
        cells = cells[2:]
    if len(cells) < 3 or not cells[2].strip():
        return 0, "", 0
    term = clean_term(cells[0])
    return width, term, len(cells[0]) + len(cells[1])
