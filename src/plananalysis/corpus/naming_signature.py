"""Tell who issued a plan and when from what stands around its text: letterhead, number, signature, fields of the page."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plananalysis.corpus.naming_units import name_of_issuer, names_place
from plananalysis.corpus.naming_years import FULL_WIDTH, year_in_date
from plananalysis.language import any_of
from plananalysis.language.numerals import ALL_DIGITS, UP_TO_TEN
from plananalysis.language.papers import (
    DOCUMENT_NUMBER,
    ISSUED_FIELDS,
    ISSUER_FIELDS,
    LETTERHEAD,
    POSTED_FIELDS,
)

_LONGEST_LINE = 60
"""Characters of a line that a signature or a document number may stand on."""

_HEAD_CHARS = 3000
_TAIL_CHARS = 4000
"""How far from the ends of a text a number and a signature are looked for; an annex may follow the latter."""

_LAST_LINES = 4
_DAY = (
    r"(?:(?:19|20)\d\d\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?"
    rf"|[一二][{ALL_DIGITS}]{{3}}年[{UP_TO_TEN}]{{1,2}}月(?:[{UP_TO_TEN}]{{1,3}}日)?"
    r"|(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2})"
)
_SIGNED = re.compile(rf"(?P<name>.*?)(?P<day>{_DAY})(?:\s*印发)?[)）]?")
_SPACES = re.compile(r"[\s\u3000\xa0]+")
_LETTERHEAD = re.compile(LETTERHEAD)
_NUMBER = re.compile(
    rf"(?:(?:文\s*号|发文字号|发文文号|文件编号)\s*[:：]?\s*)?[\u3400-\u9fff]{{1,14}}{DOCUMENT_NUMBER}"
)
_ISSUER = re.compile(rf"{any_of(ISSUER_FIELDS)}\s*[:：]?\s*[|｜]?\s*(?P<name>[\u3400-\u9fff]{{3,30}})")
_DATES = tuple(
    re.compile(rf"{any_of(fields)}\s*[:：]?\s*[|｜]?\s*((?:19|20)\d\d)\s*[-年./]")
    for fields in (ISSUED_FIELDS, POSTED_FIELDS)
)


class Signature(NamedTuple):
    """Who issued a paper, and the years that its signature, its number and the page around it give; "" or None if none."""

    unit: str
    year: int | None
    numbered: int | None
    page_unit: str
    page_year: int | None


def find_signature(text: str, excluded: Sequence[tuple[int, int]]) -> Signature:
    r"""Return what the letterhead, the document number, the signature and the fields of the page say.

    Examples
    --------
    >>> find_signature("镇政发〔2024〕7号\n工作要点\n一、学习。\n白石镇人民政府\n二〇二四年三月五日", [])
    Signature(unit='白石镇', year=2024, numbered=2024, page_unit='', page_year=None)
    """
    head = [_plain(line) for line in text[:_HEAD_CHARS].split("\n") if line.strip()][:30]
    unit, year = _signed(_own_lines(text, excluded), at_end=True)
    if not unit:
        unit, found_year = _signed(head, at_end=False)
        year = year or found_year
    numbers = (_NUMBER.fullmatch(line) for line in head if len(line) <= _LONGEST_LINE)
    numbered = next((int(found["year"]) for found in numbers if found), None)
    if not unit:
        heads = (_LETTERHEAD.fullmatch(_SPACES.sub("", line)) for line in head[:6])
        unit = next((name for found in heads if found and (name := name_of_issuer(found["name"]))), "")
    page = [_plain(text[start:end]) for start, end in excluded if end - start < _HEAD_CHARS]
    return Signature(unit, year, numbered, *_of_page([*page, *head[:20]]))


def _plain(text: str) -> str:
    """Return a text with plain digits, stripped."""
    return text.translate(FULL_WIDTH).strip(" \t\u3000\xa0")


def _own_lines(text: str, excluded: Sequence[tuple[int, int]]) -> list[str]:
    """Return the stripped lines near the end of a text that are its own, the last one last."""
    lines: list[str] = []
    at = max(0, len(text) - _TAIL_CHARS)
    spans = [(a, b) for a, b in excluded if b > at]
    for line in text[at:].split("\n"):
        end = at + len(line)
        if line.strip() and not any(a < end and b > at for a, b in spans):
            lines.append(_plain(line))
        at = end + 1
    return lines


def _signed(lines: Sequence[str], *, at_end: bool) -> tuple[str, int | None]:
    """Return unit and year of the signature: a name with a date on its line or below it, or a name at the very end."""
    dated = None
    for above, line in _with_line_above(lines):
        found = _SIGNED.fullmatch(line) if len(line) <= _LONGEST_LINE else None
        if found is None:
            continue
        own = _SPACES.sub("", found["name"])
        name = name_of_issuer(own) if own else name_of_issuer(_SPACES.sub("", above))
        if name:
            return name, year_in_date(found["day"])
        if not own and dated is None:
            dated = year_in_date(found["day"])
    for line in reversed(lines[-_LAST_LINES:] if at_end else ()):
        bare = _SPACES.sub("", line)
        if len(bare) <= _LONGEST_LINE and names_place(bare) and (name := name_of_issuer(bare)):
            return name, dated
    return "", dated


def _with_line_above(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each line with the one above it."""
    yield from zip(["", *lines], lines, strict=False)


def _of_page(texts: Sequence[str]) -> tuple[str, int | None]:
    """Return unit and year that fields of the page give."""
    units = [
        (found.start(), name)
        for text in texts
        if (found := _ISSUER.search(text)) and (name := name_of_issuer(found["name"]))
    ]
    years = [int(found[1]) for pattern in _DATES for text in texts if (found := pattern.search(text))]
    return (units[0][1] if units else ""), (years[0] if years else None)
