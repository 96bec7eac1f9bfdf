"""Places where a numbered slogan is but a part of a longer number: 五良 in 十五五良好开局, 三通 in 三通一码."""

import re

import numpy as np

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
    """
    part = np.zeros(len(places), dtype=bool)
    if not is_numbered(pattern):
        return part
    short = len(pattern) == _SHORT
    for i, place in enumerate(places.tolist()):
        before = stream.text[max(0, place - 2) : place]
        rhymes = short and (_PAIRED.search(before) or _PAIRED_AFTER.match(stream.text, place + _SHORT))
        part[i] = bool(rhymes or _BEFORE.search(before))
    return part
