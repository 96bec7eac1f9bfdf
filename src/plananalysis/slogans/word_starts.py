"""Where words begin in the stream, and which of them only lead to a slogan or away from it."""

from collections.abc import Iterator
from itertools import repeat
from typing import NamedTuple

import numpy as np

from plananalysis.language.adverbs import BEFORE_ROUTINE_VERBS
from plananalysis.language.particles import COORDINATING, HALVING, PARTICLES
from plananalysis.language.verbs import ROUTINE_VERBS
from plananalysis.segmentation.cut import rust_jieba
from plananalysis.slogans.stream import Stream


class Words(NamedTuple):
    """One entry per place, and one for the end of the stream."""

    starts: np.ndarray
    """True where a word may begin."""
    led: np.ndarray
    """True where a particle, an adverb or an all-purpose verb ends: a slogan may begin here."""
    left: np.ndarray
    """True where a particle begins: a slogan may end here."""
    second: np.ndarray
    """True where a conjunction ends: the second half of something begins here."""
    first: np.ndarray
    """True where a conjunction or 的 begins: the first half of something ends here."""


_LEADS, _FOLLOWS, _JOINS, _HALVES = 1, 2, 4, 8
_CHUNK = 200_000


def _chunks(text: str) -> Iterator[str]:
    """Yield a long text in pieces that end at line ends."""
    begin = 0
    while begin < len(text):
        end = text.find("\n", min(begin + _CHUNK, len(text) - 1)) + 1
        end = end if end > begin else len(text)
        yield text[begin:end]
        begin = end


def find_words(stream: Stream) -> Words:
    """Cut the texts into words (jieba's dictionary and model, in the Rust edition)."""
    role = dict.fromkeys(ROUTINE_VERBS | BEFORE_ROUTINE_VERBS, _LEADS) | dict.fromkeys(
        PARTICLES, _LEADS | _FOLLOWS
    )
    role |= {word: role.get(word, 0) | _HALVES for word in HALVING}
    role |= {word: role.get(word, 0) | _JOINS for word in COORDINATING}
    sizes: list[np.ndarray] = [np.zeros(0, dtype=np.int32)]
    roles: list[np.ndarray] = [np.zeros(0, dtype=np.uint8)]
    segmenter = rust_jieba()
    for chunk in _chunks(stream.plain):
        words = segmenter.cut(chunk)
        sizes.append(np.fromiter(map(len, words), dtype=np.int32, count=len(words)))
        roles.append(np.fromiter(map(role.get, words, repeat(0)), dtype=np.uint8, count=len(words)))
    kinds, lengths = np.concatenate(roles), np.concatenate(sizes)
    ends = np.cumsum(lengths, dtype=np.int32)
    size = len(stream.plain)
    bounds = np.zeros(size + 1, dtype=bool)
    bounds[0] = True
    bounds[ends] = True
    led = np.zeros(size + 1, dtype=bool)
    led[ends] = (kinds & _LEADS) > 0
    left = np.zeros(size + 1, dtype=bool)
    left[ends - lengths] = (kinds & _FOLLOWS) > 0
    second, first = np.zeros((2, size + 1), dtype=bool)
    second[ends] = (kinds & _JOINS) > 0
    first[ends - lengths] = (kinds & _HALVES) > 0
    raw = np.append(stream.raw, np.int32(size))
    starts = bounds[raw]
    starts[0] = True
    starts[1:-1] |= np.diff(stream.raw) > 1
    starts[-1] = True
    return Words(starts, led[raw], left[raw], second[raw], first[raw])
