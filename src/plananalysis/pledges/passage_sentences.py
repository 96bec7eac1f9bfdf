"""Sentences of passages: what stands below a heading, up to a full stop, a semicolon or the line's end."""

import re
from collections.abc import Iterator
from typing import Any

from plananalysis.corpus.sentence_spans import behind_stop, sentences_of
from plananalysis.language.punctuation import CLOSING_MARKS

_END = re.compile(rf"[。！？；;!?][{re.escape(CLOSING_MARKS)}]*\s*\Z")
_HOLDS_FIGURES = re.compile("[0-9０-９]")
_WORDY = re.compile(r"(?:[^\u4e00-\u9fff]*[\u4e00-\u9fff]){4}")


def body_start(text: str, start: int, end: int, label: str, heading: str) -> int:
    """Return where the body of a passage begins: behind its heading and the stop after it."""
    if not heading:
        return start
    at = text.find(heading, start, min(end, start + len(label) + len(heading) + 24))
    if at < 0:
        return start
    return behind_stop(text, at + len(heading), end)


def sentences(text: str, passage: Any, *, leaf: bool, titled: bool) -> Iterator[tuple[int, int]]:
    """Yield the places of the sentences of one passage.

    A heading is no sentence, but for one that text goes on behind in its line and that holds a figure or ends at a
    semicolon (``3.新建学校2所。改造幼儿园。``). An item that is all heading (``3.新建学校2所。``) and has nothing below it
    (``leaf``) is one, if it ends as sentences do. Lines without a full stop before the first heading are titles
    and dates (``titled``: the document has headings).
    """
    begin, end = int(passage.start), int(passage.end)
    start = body_start(text, begin, end, passage.label, passage.heading)
    alone = leaf and not text[start:end].strip() and _END.search(text, begin, end)
    if passage.heading and (alone or _is_sentence(text, passage.heading, start)):
        start = begin
    for first, last, stop in sentences_of(text, start, end):
        if not _WORDY.match(text[first:last]):
            continue
        if titled and passage.level == 0 and stop == last:
            continue
        yield first, stop


def _is_sentence(text: str, heading: str, start: int) -> bool:
    """Say whether a heading that text goes on behind is the first sentence of its line."""
    behind = text[max(0, start - 1) : start]
    goes_on = start < len(text) and text[start] not in "\n\r" and behind in tuple("。；;")
    return goes_on and (behind in "；;" or bool(_HOLDS_FIGURES.search(heading)))
