"""Places where a numbered slogan is but a part of a longer number: 五良 in 十五五良好开局, 三通 in 三通一码."""

import re

import numpy as np

from plananalysis.folding import QUOTES
from plananalysis.language.numerals import COUNTING_TO_TEN
from plananalysis.language.slogan_senses import PAIRED, PAIRED_AFTER, PART_OF_LONGER
from plananalysis.slogans.stream import Stream

_NUMERAL = re.compile(f"[{COUNTING_TO_TEN}]")
_BEFORE, _PAIRED, _PAIRED_AFTER = map(re.compile, (PART_OF_LONGER, PAIRED, PAIRED_AFTER))
_SHORT = 2
"""Characters of a slogan that may be half of a rhyme."""


def is_numbered(pattern: str) -> bool:
    """Return whether a folded slogan begins with a numeral.

    Examples
    --------
    >>> is_numbered("三通"), is_numbered("党建")
    (True, False)
    """
    return bool(_NUMERAL.match(pattern))


def part_of_longer(stream: Stream, pattern: str, places: np.ndarray) -> np.ndarray:
    """Tell at which places a slogan is a part of a longer one, by the number before or behind it.

    Parameters
    ----------
    stream
        The folded corpus.
    pattern
        The folded slogan.
    places
        Where it begins in the stream.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> from plananalysis.slogans.stream import fold_corpus
    >>> stream = fold_corpus(corpus_from_texts({"a": "办好三件事，两个三件事"}))
    >>> part_of_longer(stream, "三件事", np.array([2, 8])).tolist()
    [False, True]
    >>> stream = fold_corpus(corpus_from_texts({"a": "推进两岸“三通”，三通一码"}))
    >>> part_of_longer(stream, "三通", np.array([4, 7])).tolist()
    [False, True]
    """
    part = np.zeros(len(places), dtype=bool)
    if not is_numbered(pattern):
        return part
    short = len(pattern) == _SHORT
    for i, place in enumerate(places.tolist()):
        before = stream.text[max(0, place - 2) : place]
        part[i] = bool(_BEFORE.search(before)) or (short and _rhymes(stream, place, before))
    return part


def _rhymes(stream: Stream, place: int, before: str) -> bool:
    """Tell whether a slogan of two characters is half of a rhyme; what is quoted by itself is none: 两岸“三通”."""
    if _PAIRED.search(before) and not _quote_before(stream, place):
        return True
    after = place + _SHORT
    return bool(_PAIRED_AFTER.match(stream.text, after)) and not _quote_before(stream, after)


def _quote_before(stream: Stream, place: int) -> bool:
    """Tell whether a quotation mark, which folding drops, stands before a place of the stream."""
    between = stream.plain[stream.raw[place - 1] + 1 : stream.raw[place]]
    return any(mark in QUOTES for mark in between)
