"""Where sentences begin and end: the one splitter of all that works sentence by sentence."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plananalysis.language.punctuation import CLOSING_MARKS, SENTENCE_MARKS

_ENDS = SENTENCE_MARKS + "；;"
"""A semicolon parts measures as a full stop does: 新建学校2所；改造幼儿园3所。"""

_STOPS = "".join(mark for mark in _ENDS if not mark.isspace())
_SENTENCE = re.compile(rf"[^{_ENDS}]+(?P<stop>[{_STOPS}]+[{re.escape(CLOSING_MARKS)}]*)?")
_END = re.compile(rf"[{_ENDS}]")
_BEHIND = re.compile(rf"[{_STOPS}]+[{re.escape(CLOSING_MARKS)}]*")


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
        body = found.end() if found["stop"] is None else found.start("stop")
        words = text[found.start() : body]
        bare = words.strip()
        if bare:
            first = found.start() + words.index(bare)
            last = first + len(bare)
            yield Sentence(first, last, last if found["stop"] is None else found.end())


def sentence_at(text: str, start: int, end: int) -> Sentence:
    """Return the sentence that holds a place; only its surroundings are read, not the whole text.

    Examples
    --------
    >>> text = "疏浚渠道三条。向守堤的官兵致敬！管好渠。"
    >>> first, last, stop = sentence_at(text, text.index("致敬"), text.index("致敬") + 2)
    >>> text[first:last], text[first:stop]
    ('向守堤的官兵致敬', '向守堤的官兵致敬！')
    """
    first = max(text.rfind(mark, 0, start) for mark in _ENDS) + 1
    while first < start and (text[first].isspace() or text[first] in CLOSING_MARKS):
        first += 1
    found = _END.search(text, end)
    stop = last = found.start() if found else len(text)
    while last > end and text[last - 1].isspace():
        last -= 1
    behind = _BEHIND.match(text, stop)
    return Sentence(first, last, behind.end() if behind else last)
