"""What of a plan speaks of no field of work: greeting and closing, the title block, and sentences of ceremony."""

import re

from plananalysis.corpus.lines import is_greeting, is_title_like
from plananalysis.corpus.sentences import sentence_at
from plananalysis.language import compiled, index_rules
from plananalysis.language.ceremony import CEREMONY

SILENT_PARTS = frozenset({"greeting", "closing"})
"""Parts of a plan in which no theme is looked for."""

_INDEX = index_rules(CEREMONY)
_PATTERNS = tuple(pattern for _, pattern in compiled(CEREMONY))
_STATES = re.compile(r"[。；：！？]")


def ceremony_spans(text: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences of ceremony (:data:`plananalysis.language.ceremony.CEREMONY`), in order.

    Examples
    --------
    >>> text = "疏浚渠道三条。向守堤的官兵表示衷心感谢！管好渠。"
    >>> [text[start:end] for start, end in ceremony_spans(text)]
    ['向守堤的官兵表示衷心感谢！']
    """
    spans: list[tuple[int, int]] = []
    hint = _INDEX.words.search(text)
    while hint:
        start, _, stop = sentence_at(text, hint.start(), hint.end())
        sentence = text[start:stop]
        if any(_PATTERNS[i].search(sentence) for i in _INDEX.possible(sentence)):
            spans.append((start, stop))
        hint = _INDEX.words.search(text, stop)
    return spans


def title_lines(lines: list[str]) -> int:
    """Return how many lines at the head of a document are its title, its date and the address to the audience.

    Examples
    --------
    >>> title_lines(["渠务处2024年工作要点", "——2024年1月8日", "", "2024年，疏浚渠道三条。"])
    3
    """
    n = 0
    for i, line in enumerate(lines):
        if not line.strip():
            continue
        if not is_greeting(line) and (_STATES.search(line) or not is_title_like(line)):
            break
        n = i + 1
    return n + sum(1 for _ in _blank_after(lines, n)) if n else 0


def _blank_after(lines: list[str], n: int) -> list[str]:
    """Return the blank lines that follow line number n."""
    after = n
    while after < len(lines) and not lines[after].strip():
        after += 1
    return lines[n:after]
