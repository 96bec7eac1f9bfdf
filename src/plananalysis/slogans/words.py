"""Where words begin in the stream, and which of them only lead to a slogan or away from it."""

from typing import NamedTuple

import numpy as np

from plananalysis.slogans.stream import Stream
from plananalysis.slogans.wordlists import ADVERBS, PARTICLES, ROUTINE_VERBS


class Words(NamedTuple):
    """One entry per place, and one for the end of the stream."""

    starts: np.ndarray
    """True where a word may begin."""
    led: np.ndarray
    """True where a particle, an adverb or a verb that goes with anything ends: a slogan may begin here."""
    left: np.ndarray
    """True where a particle begins: a slogan may end here."""


def find_words(stream: Stream) -> Words:
    """Cut the texts into words (jieba's dictionary and model, in the Rust edition)."""
    import rjieba

    leads = PARTICLES | ROUTINE_VERBS | ADVERBS
    lengths: list[int] = []
    leading: list[bool] = []
    trailing: list[bool] = []
    for line in stream.joined.splitlines(keepends=True):
        words = rjieba.cut(line)
        lengths.extend(map(len, words))
        leading.extend(map(leads.__contains__, words))
        trailing.extend(map(PARTICLES.__contains__, words))
    ends = np.cumsum(np.asarray(lengths, dtype=np.int64))
    size = len(stream.joined)
    bounds = np.zeros(size + 1, dtype=bool)
    bounds[0] = True
    bounds[ends] = True
    led = np.zeros(size + 1, dtype=bool)
    led[ends] = np.asarray(leading, dtype=bool)
    left = np.zeros(size + 1, dtype=bool)
    left[ends - np.asarray(lengths, dtype=np.int64)] = np.asarray(trailing, dtype=bool)
    raw = np.append(stream.raw, size)
    starts = bounds[raw]
    starts[0] = True
    starts[1:-1] |= np.diff(stream.raw) > 1
    starts[-1] = True
    return Words(starts, led[raw], left[raw])
