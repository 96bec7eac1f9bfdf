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
_NEIGHBOUR_BITS = 21
"""Bits of a code point."""


def _distinct(groups: np.ndarray, values: np.ndarray, n_groups: int) -> np.ndarray:
    """Return how many different values each group holds."""
    width = int(values.max()) + 1 if len(values) else 1
    keys = np.sort(groups * width + values)
    new = np.concatenate([[True], keys[1:] != keys[:-1]])[: len(keys)]
    return np.bincount(keys[new] // width, minlength=n_groups)


def _neighbourhood(
    groups: np.ndarray, neighbours: np.ndarray, free: np.ndarray, n_groups: int
) -> tuple[np.ndarray, np.ndarray]:
    """Return of each group the entropy in bits of its neighbours, and how many places its commonest bound neighbour has.

    A boundary counts as a neighbour of its own each time. A neighbour is bound where the place is not free.
    """
    bounded = neighbours == 0
    keys = np.sort(((groups << _NEIGHBOUR_BITS) + neighbours)[~bounded] * 2 + ~free[~bounded])
    letters = keys >> 1
    first = np.flatnonzero(np.concatenate([[True], letters[1:] != letters[:-1]])[: len(letters)])
    counts = np.diff(np.append(first, len(letters)))
    owner = letters[first] >> _NEIGHBOUR_BITS
    total = np.bincount(groups, minlength=n_groups).astype(float)
    share = counts / total[owner]
    single = np.log2(np.maximum(total, 1)) / np.maximum(total, 1)
    entropy = np.bincount(owner, weights=-share * np.log2(share), minlength=n_groups)
    entropy = entropy + np.bincount(groups[bounded], minlength=n_groups) * single
    most = np.zeros(n_groups, dtype=np.int64)
    if len(first):
        of_group = np.flatnonzero(np.concatenate([[True], owner[1:] != owner[:-1]]))
        bound = np.add.reduceat(keys & 1, first)
        most[owner[of_group]] = np.maximum.reduceat(bound, of_group)
    return entropy, most


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
    """Sums of the signs ``_LED``, ``_LEFT``, ``_STARTS``, ``_SECOND`` and ``_FIRST``."""


_LED, _LEFT, _STARTS, _SECOND, _FIRST = np.left_shift(1, np.arange(5)).astype(np.uint8)
"""A particle or all-purpose verb ends here; a particle begins here; a word begins here; the second half of something begins
here; the first half ends here."""
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
    "left_bound",
    "right_bound",
    "left_joined",
    "right_joined",
    "aligned",
]


def measure(ground: Ground, strings: Strings) -> pd.DataFrame:
    """Return how each string is spread over the corpus.

    Returns
    -------
    DataFrame
        n, n_docs, n_units; n_quoted, quoted_docs (places in quotation marks, and their documents); left_edge and
        right_edge (share of the places that begin or end a clause); left_free and right_free (the same, particles
        and all-purpose verbs taken as boundaries too); left_entropy and right_entropy (bits); left_bound and
        right_bound (places beside the commonest neighbour that is none of these); left_joined and right_joined (share of the places
        beside a particle that joins two halves);
        aligned (share of the places that begin and end where words do).
    """
    parts = []
    begin = 0
    total = np.concatenate([[0], np.cumsum(strings.high - strings.low)])
    words = ground.words
    signs = words.led * _LED + words.left * _LEFT + words.starts * _STARTS
    around = _Around(*neighbours(ground.stream), signs + words.second * _SECOND + words.first * _FIRST)
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
    left_free = (left == 0) | (at_begin & _LED > 0)
    right_free = (right == 0) | (at_end & _LEFT > 0)
    left_entropy, left_bound = _neighbourhood(group, left.astype(np.int64), left_free, count)
    right_entropy, right_bound = _neighbourhood(group, right.astype(np.int64), right_free, count)
    return pd.DataFrame(
        {
            "n": sizes,
            "n_docs": _distinct(group, docs, count),
            "n_units": _distinct(group, ground.units[docs], count),
            "n_quoted": np.bincount(group[quoted], minlength=count),
            "quoted_docs": _distinct(group[quoted], docs[quoted], count),
            "left_edge": np.bincount(group[left == 0], minlength=count) / n,
            "right_edge": np.bincount(group[right == 0], minlength=count) / n,
            "left_free": np.bincount(group[left_free], minlength=count) / n,
            "right_free": np.bincount(group[right_free], minlength=count) / n,
            "left_entropy": left_entropy,
            "right_entropy": right_entropy,
            "left_bound": left_bound,
            "right_bound": right_bound,
            "left_joined": np.bincount(group[(left != 0) & (at_begin & _SECOND > 0)], minlength=count) / n,
            "right_joined": np.bincount(group[(right != 0) & (at_end & _FIRST > 0)], minlength=count) / n,
            "aligned": np.bincount(group[at_begin & at_end & _STARTS > 0], minlength=count) / n,
        }
    )[_COLUMNS]
