"""Headings worded as sentences: short lines of their own, each above a long paragraph, like their siblings.

They have no numbering, or one that also counts within sentences: 推进金融体制改革。/ ——必须坚持改革开放。/ 第一，深化机构改革。/
一是加快发展。 One such line is a sentence as any other; what makes them headings is that several are built alike.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from plananalysis.corpus.labels import number
from plananalysis.corpus.leads import opening_of
from plananalysis.corpus.lines import filled_lines
from plananalysis.language import prefilter
from plananalysis.language.openings import ADDRESSES, ANNOUNCEMENTS, NO_HEADINGS, ORDINAL_SIGNS

SENTENCE = "sentence"
"""Kind of a heading that is a short sentence without any numbering."""
DASH = "dash"
"""Kind of a heading behind a dash or a bullet."""

_LONGEST = 40
"""Letters of a line that heads a paragraph; the headings of the labelled reports have at most 34."""
_SHORT_SENTENCE = 24
"""A longer sentence without numbering needs more siblings: running text has sentences of all lengths."""
_LEAST_ALIKE = 4
_MOST_UNLIKE = 2.0
"""So many longer sentences, none more than so many times as long as another, head the paragraphs below them."""
_LEAST_LETTERS = 4
_LEAST_BODY = 30
_BODY_PER_LETTER = 1.5
"""What is headed is longer than its heading; a short statement of purpose may stand first."""
_LEAST_SIBLINGS = 2
_ENDS = "。.；;：: "
NO_HEADING = prefilter((*ANNOUNCEMENTS, *ADDRESSES, *NO_HEADINGS))
"""What is said to announce, to address, or by a speaker heads nothing, however it is set."""


class SetApart(NamedTuple):
    """A line that heads the paragraph below it: its line, kind, number, opening as printed, and the heading."""

    line: int
    kind: str
    number: int
    label: str
    rest: str


def _heads(text: str, below: str) -> bool:
    """Say whether a short line can head the paragraph below it: that is longer, and no line of the same kind."""
    kind, next_kind = opening_of(text)[0], opening_of(below)[0]
    alike = kind != "" and kind == next_kind
    return not alike and len(below) >= max(_LEAST_BODY, _BODY_PER_LETTER * len(text))


def _may_head(text: str) -> bool:
    """Say whether a line is short and no sentence: a heading, perhaps, that states below it what it is for."""
    return len(text) <= _LONGEST + 4 and text[-1] not in "。！!；;：:"


def _read(line: int, text: str, below: str) -> SetApart | None:
    """Return the heading that a line can be by its own wording and by what stands below it."""
    if len(text) > _LONGEST or not _heads(text, below):
        return None
    opened, label = opening_of(text)
    kind = opened or SENTENCE
    rest = text[len(label) :].strip()
    words = rest.rstrip(_ENDS)
    if (
        len(words) < _LEAST_LETTERS
        or any(sign in words for sign in "。；;！!？?：:")
        or NO_HEADING.search(rest)
    ):
        return None
    if kind == SENTENCE and text[-1] != "。":
        return None
    printed = label.strip()
    return SetApart(line, kind, number(printed.strip(ORDINAL_SIGNS)) if kind != DASH else 0, printed, rest)


def _siblings(found: Sequence[SetApart], marked: set[int]) -> list[SetApart]:
    """Return those that have siblings: of a counted kind the next number, of an uncounted kind one under the same heading."""
    kept: list[SetApart] = []
    for kind in dict.fromkeys(each.kind for each in found):
        series: list[list[SetApart]] = []
        for each in (each for each in found if each.kind == kind):
            if series and _goes_on(series[-1][-1], each, marked):
                series[-1].append(each)
            else:
                series.append([each])
        kept += [each for members in series for each in _alike(members)]
    return sorted(kept)


def _alike(members: Sequence[SetApart]) -> Sequence[SetApart]:
    """Return the lines of a series that head paragraphs: all of it, its short sentences, or none."""
    lengths = [len(each.rest) for each in members]
    short = [each for each in members if each.kind != SENTENCE or len(each.rest) <= _SHORT_SENTENCE + 1]
    whole = len(short) == len(members)
    if not whole and (len(members) < _LEAST_ALIKE or max(lengths) > _MOST_UNLIKE * min(lengths)):
        members = short
    return members if len(members) >= _LEAST_SIBLINGS else ()


def _goes_on(before: SetApart, here: SetApart, marked: set[int]) -> bool:
    """Say whether a line continues the series of another: it counts on, or no other heading stands between them."""
    if here.number:
        return before.number < here.number <= before.number + 3
    return not any(before.line < line < here.line for line in marked)


def set_apart(lines: Sequence[str], marked: set[int], filled: Sequence[int] | None = None) -> list[SetApart]:
    """Return the lines that head the paragraph below them although they read like sentences.

    Parameters
    ----------
    lines
        The lines of the text.
    marked
        Lines that are headings already.
    filled
        Lines that are not blank, where they are known.

    Examples
    --------
    >>> body = "渠务处会同各乡疏浚渠道，巡查堤岸，登记用水，按季公布结果，接受各户监督，年底前全部完成任务。" * 2
    >>> found = set_apart(["一、回顾", "疏浚渠道。", body, "巡查堤岸。", body, "渠道通水。"], {0})
    >>> [(each.line, each.rest) for each in found]
    [(1, '疏浚渠道。'), (3, '巡查堤岸。')]
    """
    filled = filled_lines(lines) if filled is None else filled
    found: list[SetApart] = []
    begun = headed = False  # whether running text has begun, and whether the line above may head this one
    for here, below in pairwise(filled):
        begun = begun or here in marked or len(lines[here]) > _LONGEST
        text = lines[here].strip()
        above, headed = headed, here not in marked and _may_head(text)
        if here in marked or below in marked or not begun or len(lines[here]) > _LONGEST + 8:
            continue
        each = _read(here, text, lines[below].strip())
        if each and not (above and each.kind == SENTENCE and len(each.rest) > _SHORT_SENTENCE + 1):
            found.append(each)
            headed = True
    return _siblings(found, marked)
