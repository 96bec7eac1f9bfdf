"""Break a text into the lines its outline is read from.

Nearly always these are its lines. A text whose line ends were lost, all on one line, is broken where its title ends and
before each numbering that counts on, as in ``…工作。二、加强领导（一）压实责任。…``; the text itself stays as it is.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from plananalysis.corpus.labels import RANK, Mark, read_mark
from plananalysis.corpus.lines import line_starts

_LEAST = 200
_MOST_OF_TEXT = 0.6
_LONGEST_HEADING = 40
_TITLE_LINES = 3
_MAY_OPEN = re.compile(
    r"[\s第专附（(﹙Ⅰ-Ⅻ0-9０-９〇零一二三四五六七八九十百①-⒛㈠-㈩㉑-㉟㊱-㊿](?:(?<=\S)|(?<!\s\s)\s*+(?=\S))"
)
"""What numbering begins with, or all the white space between two words; one class of characters first, for speed."""
_AFTER = frozenset("。！!？?；;：:”）)…") | frozenset(" \t\u3000\xa0")
_SENTENCE = re.compile(r"[。！!？?；;，,：:、]")


def broken_lines(text: str) -> tuple[list[str], list[int]]:
    r"""Return the lines of a text and their offsets, with one more offset past the end.

    Examples
    --------
    >>> broken_lines("要点\n一、学习")
    (['要点', '一、学习'], [0, 3, 8])
    >>> text = "要点 一、学习（一）读书。" + "每月一次，人人参加。" * 20 + "（二）交流。二、调研。"
    >>> [line[:9] for line in broken_lines(text)[0]]
    ['要点 ', '一、学习', '（一）读书。每月一', '（二）交流。', '二、调研。']
    """
    lines = text.split("\n")
    starts = line_starts(lines)
    longest = max(range(len(lines)), key=lambda i: len(lines[i]))
    if len(lines[longest]) < max(_LEAST, _MOST_OF_TEXT * len(text)):
        return lines, starts
    cuts = list(_cuts(lines[longest]))
    if len(cuts) < 2:
        return lines, starts
    return _cut(lines, starts, longest, cuts)


def _cut(lines: list[str], starts: list[int], place: int, cuts: Sequence[int]) -> tuple[list[str], list[int]]:
    """Return lines and offsets with one line cut in pieces."""
    whole, at = lines[place], starts[place]
    bounds = [0, *cuts, len(whole)]
    pieces = [whole[a:b] for a, b in pairwise(bounds)]
    lines = [*lines[:place], *pieces, *lines[place + 1 :]]
    return lines, [*starts[:place], at, *(at + cut for cut in cuts), *starts[place + 1 :]]


def _cuts(line: str) -> Iterator[int]:
    """Yield where a line is to be broken: before numbering that counts on, and after a title or heading by itself."""
    last = titles = 0
    above: Mark | None = None
    counted: dict[str, int] = {}
    for found in _MAY_OPEN.finditer(line):
        at = found.start()
        spaced = found.group().isspace()
        begin = last + (above.width if above else 0)
        near = at - begin <= 2 * _LONGEST_HEADING
        if not spaced and at and line[at - 1] not in _AFTER and not (near and above):
            continue  # nothing that numbering could follow
        since = line[begin:at].strip() if near else ""
        bare = 0 < len(since) <= _LONGEST_HEADING and not _SENTENCE.search(since)
        if spaced:
            # a title or heading that only white space parts from the text after it
            heads = above is not None or (not counted and titles < _TITLE_LINES)
            if heads and bare and len(since) > 1 and read_mark(line[found.end() : found.end() + 24]) is None:
                titles += above is None
                yield (last := found.end())
                above = None
            continue
        mark = read_mark(line[at : at + 24])
        if mark is None or (at and not _follows(line[at - 1], mark, above, bare=bare)):
            continue
        before = counted.get(mark.kind, 0)
        if mark.number != 1 and not (before and before < mark.number <= before + 3):
            continue
        counted[mark.kind] = mark.number
        if at > last:
            yield at
        last, above = at, mark


def _follows(before: str, mark: Mark, above: Mark | None, *, bare: bool) -> bool:
    """Say whether numbering can open a heading after a character: a sentence ends there, or a heading above it."""
    return before in _AFTER or (bare and above is not None and RANK[mark.kind] > RANK[above.kind])
