"""《Titles》 that a source broke over several lines, as a hyperlink or a narrow column does."""

from collections.abc import Sequence

_MOST_LINES = 4
"""A title is hardly ever broken into more pieces; an opening sign that is never closed must not swallow the text."""
_MOST_LETTERS = 120
"""The longest official titles have some hundred letters."""


def joined_titles(lines: Sequence[str]) -> list[str]:
    """Return the lines with every broken 《title》 whole on the line that opens it; the lines it ran over are empty.

    The line that closes the title goes up with all it holds, so that the sentence around the title is whole too.

    Examples
    --------
    >>> joined_titles(["（一）执行《", "渠务条例", "》的情况", "如下。"])
    ['（一）执行《渠务条例》的情况', '', '', '如下。']
    >>> joined_titles(["他说《", "一、工作", "二、结论"])
    ['他说《', '一、工作', '二、结论']
    """
    found = list(lines)
    i = 0
    while i < len(found):
        closing = _closing_line(found, i)
        if closing is None:
            i += 1
            continue
        found[i] = "".join([found[i], *(line.strip() for line in found[i + 1 : closing + 1])])
        found[i + 1 : closing + 1] = [""] * (closing - i)
    return found


def _closing_line(lines: Sequence[str], at: int) -> int | None:
    """Return the line that closes the title left open at the end of a line; None where none is open or closed."""
    opened = lines[at].rfind("《")
    if opened < 0 or lines[at].find("》", opened) >= 0:
        return None
    letters = len(lines[at]) - opened
    used = 0
    for i in range(at + 1, len(lines)):
        text = lines[i].strip()
        if not text:
            continue
        used += 1
        closes = text.find("》")
        inner = text.find("《")
        if closes >= 0 and (inner < 0 or closes < inner):
            return i if letters + closes <= _MOST_LETTERS else None
        letters += len(text)
        if inner >= 0 or used >= _MOST_LINES or letters > _MOST_LETTERS:
            return None
    return None
