"""Find what stands for a name or number left open: XX局, X月X日, ××, ``**``."""

import re

from plananalysis.language import blanks, prefilter

_PLACEHOLDER = prefilter(blanks.PLACEHOLDERS)
_BOLD = re.compile(blanks.BOLD)
_SIGN = re.compile(blanks.SIGNS)


def find_placeholders(text: str) -> list[tuple[int, int]]:
    """Return the spans of the placeholders, in order; the marks of bold type in Markdown are none."""
    bold = {m.start(mark) for m in _BOLD.finditer(text) for mark in (1, 2)} if "**" in text else set()
    found: list[tuple[int, int]] = []
    end = 0
    # Only where a sign stands: the whole pattern at every character of a text takes longer than cutting it.
    for sign in _SIGN.finditer(text):
        start = sign.start()
        if start < end:
            continue
        century = start - 2 >= end and text[start - 2 : start] in ("19", "20")
        match = (_PLACEHOLDER.match(text, start - 2) if century else None) or _PLACEHOLDER.match(text, start)
        if match:
            end = match.end()
            if match.start() not in bold:
                found.append(match.span())
    return found
