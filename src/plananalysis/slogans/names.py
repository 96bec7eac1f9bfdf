"""Candidates that are names with a quoted word in them: “1262”预警叫应机制, 爱国卫生“7个专项行动”."""

from typing import NamedTuple

import numpy as np

from plananalysis.language.adverbs import BEFORE_ROUTINE_VERBS
from plananalysis.language.nouns import NAME_ENDINGS, NOT_IN_NAMES
from plananalysis.language.verbs import NOMINAL_VERBS, ROUTINE_VERBS
from plananalysis.slogans.numeric import alternates, is_numeric
from plananalysis.slogans.phrase import tagged
from plananalysis.slogans.quoted import Quotations
from plananalysis.slogans.stream import Stream

_REACH = 14
_LONGEST = 24
_CONTEXTS = 3
_NOMINAL = ("n", "vn", "nz", "an", "j", "l", "eng", "b", "nt", "ns", "nr", "nrt", "ng", "vi", "zg", "f")
_OUTSIDE = ("p", "c", "u", "m", "r", "x", "y")
_NOT_IN_NAME = (ROUTINE_VERBS | BEFORE_ROUTINE_VERBS) - NOMINAL_VERBS | NOT_IN_NAMES


class Names(NamedTuple):
    """Quoted words with the nouns around them."""

    places: np.ndarray
    lengths: np.ndarray
    bare: list[str]
    """The quoted word of each."""


def _head(text: str) -> int:
    """Return how many characters from the beginning are nouns that may belong to a name."""
    size = best = 0
    nominal = True
    for word, tag in tagged(text):
        if tag[:1] in _OUTSIDE or (word in _NOT_IN_NAME and word not in NAME_ENDINGS):
            break
        size += len(word)
        nominal &= tag in _NOMINAL
        if word.endswith(NAME_ENDINGS) and (nominal or len(word) > 1):
            best = size
    return best


def _modifier(text: str) -> int:
    """Return how many characters from the end are nouns that may belong to a name."""
    words: list[tuple[str, str]] = []
    for word, tag in reversed(tagged(text)):
        if tag[:1] in _OUTSIDE or word in _NOT_IN_NAME or len(word) < 2:
            break
        words.append((word, tag))
    while words and (_leads(words[-1][0]) or (words[-1][1][:1] in "vda" and words[-1][1] not in _NOMINAL)):
        words.pop()
    return sum(len(word) for word, _ in words)


def _leads(word: str) -> bool:
    """Tell whether a word is an all-purpose verb, alone or with its adverb: 建设, 深入开展."""
    return word in ROUTINE_VERBS or (len(word) > 2 and word[-2:] in ROUTINE_VERBS - NOMINAL_VERBS)


def full_names(stream: Stream, quotations: Quotations, starts: np.ndarray) -> Names:
    """Return quoted words with the nouns that follow and precede them directly.

    For each word the first few contexts are looked at; with a noun on both sides, the name with and without what
    precedes is given.
    """
    seen: dict[str, int] = {}
    rows: list[tuple[int, int, str]] = []
    edge = stream.edge
    for place, length in zip(quotations.places.tolist(), quotations.lengths.tolist(), strict=True):
        bare = stream.text[place : place + length]
        if seen.setdefault(bare, 0) >= (_CONTEXTS if length > 4 else 10 * _CONTEXTS) or length > 12:
            continue
        seen[bare] += 1
        end = place + length
        after = np.flatnonzero(edge[end : end + _REACH] | stream.opens[end : end + _REACH])
        right = _head(stream.text[end : end + (int(after[0]) if len(after) else _REACH)])
        right -= next((i for i in range(right) if starts[end + right - i]), right)
        begin = max(place - _REACH, 0)
        before = np.flatnonzero(edge[begin:place] | stream.closes[begin:place])
        left_from = begin + int(before[-1]) + 1 if len(before) else begin
        while left_from < place and not starts[left_from]:
            left_from += 1
        modified = right > 0 or (is_numeric(bare) and not alternates(bare))
        left = _modifier(stream.text[left_from:place]) if modified else 0
        for a, b in ((left, right), (0, right)) if left else ((0, right),):
            if a + b and length + a + b <= _LONGEST and (length > 1 or not bare.isdigit()):
                rows.append((place - a, length + a + b, bare))
    rows.sort()
    return Names(
        np.asarray([row[0] for row in rows], dtype=np.int64),
        np.asarray([row[1] for row in rows], dtype=np.int64),
        [row[2] for row in rows],
    )
