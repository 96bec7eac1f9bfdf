"""Where sentences begin and end: the one splitter of all that works sentence by sentence."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plananalysis.language.punctuation import CLOSING_MARKS, SENTENCE_MARKS

SENTENCE_ENDS = SENTENCE_MARKS + "；;"
"""A semicolon parts measures as a full stop does: 新建学校2所；改造幼儿园3所。"""

_STOPS = "".join(mark for mark in SENTENCE_ENDS if not mark.isspace())
_SENTENCE = re.compile(rf"[^{SENTENCE_ENDS}]+([{_STOPS}]+[{re.escape(CLOSING_MARKS)}]*)?")
_END = re.compile(rf"[{SENTENCE_ENDS}]")
_BEHIND = re.compile(rf"[{_STOPS}]+[{re.escape(CLOSING_MARKS)}]*")


_AFTER_HEADING = "。；;：: \t\u3000*_"


class Sentence(NamedTuple):
    """A sentence without white space around it.

    Attributes
    ----------
    start, end : int
        Its words: ``text[start:end]`` has no stop at its end.
    stop : int
        Behind its stop and the quotes and brackets that close with it; ``end`` where a line ends without one.
    """

    start: int
    end: int
    stop: int


def sentences_of(text: str, start: int = 0, end: int | None = None) -> Iterator[Sentence]:
    """Yield the sentences between two places of a text: up to a full stop, a semicolon, or the end of a line.

    Examples
    --------
    >>> text = "疏浚渠道；“管好渠。”按季公布"
    >>> [text[start:stop] for start, _, stop in sentences_of(text)]
    ['疏浚渠道；', '“管好渠。”', '按季公布']
    >>> [text[start:end] for start, end, _ in sentences_of(text)]
    ['疏浚渠道', '“管好渠', '按季公布']
    """
    for found in _SENTENCE.finditer(text, start, len(text) if end is None else end):
        begins, stop = found.span()
        body = found.start(1)  # -1 without a stop
        words = text[begins : stop if body < 0 else body]
        bare = words.strip()
        if bare:
            first = begins + words.index(bare)
            last = first + len(bare)
            yield Sentence(first, last, last if body < 0 else stop)


def behind_stop(text: str, at: int, end: int) -> int:
    """Return where the text behind a heading begins: past its stop, white space and marks of emphasis.

    Examples
    --------
    >>> text = "一、管好渠。　按季公布。"
    >>> text[behind_stop(text, text.index("。"), len(text)) :]
    '按季公布。'
    """
    while at < end and text[at] in _AFTER_HEADING:
        at += 1
    return at


def sentence_at(text: str, start: int, end: int) -> Sentence:
    """Return the sentence that holds a place; only its surroundings are read, not the whole text.

    Examples
    --------
    >>> text = "疏浚渠道三条。向守堤的官兵致敬！管好渠。"
    >>> first, last, stop = sentence_at(text, text.index("致敬"), text.index("致敬") + 2)
    >>> text[first:last], text[first:stop]
    ('向守堤的官兵致敬', '向守堤的官兵致敬！')
    """
    first = max(text.rfind(mark, 0, start) for mark in SENTENCE_ENDS) + 1
    while first < start and (text[first].isspace() or text[first] in CLOSING_MARKS):
        first += 1
    found = _END.search(text, end)
    stop = last = found.start() if found else len(text)
    while last > end and text[last - 1].isspace():
        last -= 1
    behind = _BEHIND.match(text, stop)
    return Sentence(first, last, behind.end() if behind else last)
