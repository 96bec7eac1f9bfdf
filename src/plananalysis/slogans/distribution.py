"""What the corpus says about a string: how often, where, between which neighbours."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from plananalysis.slogans.quoted import Quotations
from plananalysis.slogans.stream import Stream, neighbours
from plananalysis.slogans.suffixes import Suffixes
from plananalysis.slogans.word_starts import Words

_CHUNK = 2_000_000
"""Places looked at in one go."""


def _distinct(groups: np.ndarray, values: np.ndarray, n_groups: int) -> np.ndarray:
    """Return how many different values each group holds."""
    width = int(values.max()) + 1 if len(values) else 1
    keys = np.sort(groups * width + values)
    new = np.concatenate([[True], keys[1:] != keys[:-1]])[: len(keys)]
    return np.bincount(keys[new] // width, minlength=n_groups)


def _entropy(groups: np.ndarray, neighbours: np.ndarray, n_groups: int) -> np.ndarray:
    """Return the entropy in bits of the neighbours of each group; a boundary counts as one of its own each time."""
    width = np.int64(1) << 21
    bounded = neighbours == 0
    sorted_keys = np.sort((groups * width + neighbours)[~bounded])
    first = np.flatnonzero(np.concatenate([[True], sorted_keys[1:] != sorted_keys[:-1]])[: len(sorted_keys)])
    keys, counts = sorted_keys[first], np.diff(np.append(first, len(sorted_keys)))
    total = np.bincount(groups, minlength=n_groups).astype(float)
    owner = keys // width
    share = counts / total[owner]
    entropy = np.bincount(owner, weights=-share * np.log2(share), minlength=n_groups)
    single = np.log2(np.maximum(total, 1)) / np.maximum(total, 1)
    return entropy + np.bincount(groups[bounded], minlength=n_groups) * single


class Strings(NamedTuple):
    """Strings to be measured, each as an interval of the suffix array."""

    low: np.ndarray
    high: np.ndarray
    lengths: np.ndarray

    def part(self, which: slice) -> "Strings":
        """Return some of them."""
        return Strings(self.low[which], self.high[which], self.lengths[which])


class Ground(NamedTuple):
    """What strings are measured in."""

    stream: Stream
    """The folded corpus."""
    suffixes: Suffixes
    words: Words
    units: np.ndarray
    """Number of the unit of each document."""
    quotations: Quotations


class _Around(NamedTuple):
    """What is asked of the places where strings begin and end, as few arrays as can be."""

    before: np.ndarray
    behind: np.ndarray
    words: np.ndarray
    """Sums of the signs ``_LED``, ``_LEFT`` and ``_STARTS``."""


_LED, _LEFT, _STARTS = np.uint8(1), np.uint8(2), np.uint8(4)
"""A particle or all-purpose verb ends here; a particle begins here; a word begins here."""
_COLUMNS = [
    "n",
    "n_docs",
    "n_units",
    "n_quoted",
    "quoted_docs",
    "left_edge",
    "right_edge",
    "left_free",
    "right_free",
    "left_entropy",
    "right_entropy",
    "aligned",
]


def measure(ground: Ground, strings: Strings) -> pd.DataFrame:
    """Return how each string is spread over the corpus.

    Returns
    -------
    DataFrame
        n, n_docs, n_units; n_quoted, quoted_docs (places in quotation marks, and their documents); left_edge and
        right_edge (share of the places that begin or end a clause); left_free and right_free (the same, particles
        and verbs that go with anything taken as boundaries too); left_entropy and right_entropy (bits);
        aligned (share of the places that begin and end where words do).
    """
    parts = []
    begin = 0
    total = np.concatenate([[0], np.cumsum(strings.high - strings.low)])
    words = ground.words
    around = _Around(
        *neighbours(ground.stream), words.led * _LED + words.left * _LEFT + words.starts * _STARTS
    )
    while begin < len(strings.low):
        end = int(np.searchsorted(total, total[begin] + _CHUNK, side="right"))
        end = max(begin + 1, min(end, len(strings.low)))
        parts.append(_measure_part(ground, around, strings.part(slice(begin, end))))
        begin = end
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=_COLUMNS, dtype=float)


def _measure_part(ground: Ground, around: _Around, strings: Strings) -> pd.DataFrame:
    """Measure some of the strings."""
    sizes, lengths = strings.high - strings.low, strings.lengths
    count = len(sizes)
    group = np.repeat(np.arange(count, dtype=np.int64), sizes)
    within = np.arange(len(group)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    place = ground.suffixes.order[np.repeat(strings.low, sizes) + within].astype(np.int64)
    after = place + lengths[group]
    docs = ground.stream.doc[place].astype(np.int64)
    left, right = around.before[place], around.behind[after]
    at_begin, at_end = around.words[place], around.words[after]
    quoted = ground.quotations.holds(place, lengths[group])
    n = np.maximum(sizes, 1)
    return pd.DataFrame(
        {
            "n": sizes,
            "n_docs": _distinct(group, docs, count),
            "n_units": _distinct(group, ground.units[docs], count),
            "n_quoted": np.bincount(group[quoted], minlength=count),
            "quoted_docs": _distinct(group[quoted], docs[quoted], count),
            "left_edge": np.bincount(group[left == 0], minlength=count) / n,
            "right_edge": np.bincount(group[right == 0], minlength=count) / n,
            "left_free": np.bincount(group[(left == 0) | (at_begin & _LED > 0)], minlength=count) / n,
            "right_free": np.bincount(group[(right == 0) | (at_end & _LEFT > 0)], minlength=count) / n,
            "left_entropy": _entropy(group, left.astype(np.int64), count),
            "right_entropy": _entropy(group, right.astype(np.int64), count),
            "aligned": np.bincount(group[at_begin & at_end & _STARTS > 0], minlength=count) / n,
        }
    )[_COLUMNS]
