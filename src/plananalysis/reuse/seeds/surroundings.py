"""Measure how much the surroundings of two places are alike.

A heavily reworded passage may leave no more than a few short runs, and short runs meet by chance in millions. So the
rarer bigrams around two places are compared: every block of :data:`BLOCK` letters has a signature, one bit of :data:`BITS` for
each such bigram in it and in the :data:`REACH` blocks to either side, and two places are alike as far as their signatures
have more bits in common than chance gives them.
"""

from typing import NamedTuple

import numpy as np

from plananalysis.reuse.seeds.bigrams import Bigrams

BLOCK_BITS = 5
"""Binary logarithm of the letters in a block."""

BLOCK = 1 << BLOCK_BITS
"""Letters in a block: a signature is made for each, and 32 keep all of them at 4 bytes per letter of the corpus."""

REACH = 2
"""Blocks to either side that the signature of a block holds, too: 160 letters in all, about the length of the passages sought."""

BITS = 1024
"""Bits of a signature: some 120 bigrams of 160 letters set a tenth of them, so that two share about fourteen by chance."""

RARER = 0.75
"""Share of all places whose bigram is rare enough to be evidence; the most frequent quarter stands in every plan."""

WORD = np.dtype(np.uint64).itemsize * 8
"""Bits of a word, in which bits of a signature are compared."""

WORDS = BITS // WORD
"""Words of a signature."""

_SAMPLED = 97
"""One place in so many is looked at to find how frequent the rarer bigrams are; a prime, so that no rhythm of the text is met."""

_BLOCKS_AT_ONCE = 1 << 12
"""Blocks whose signatures are made together: bounds the memory, decides nothing."""

_PAIRS_AT_ONCE = 1 << 12
"""Pairs of places that are compared together: bounds the memory, decides nothing."""

_BYTES = np.uint64(0x00FF00FF00FF00FF)
"""Every second byte of a word: leaves room for sums of two bytes."""

_SUM = np.uint64(0x0001000100010001)
"""Multiplying by this adds up the four sums of a word in its highest two bytes."""

_BYTE = np.uint64(8)
"""Shift by one byte."""

_TOP = np.uint64(48)
"""Shift that brings the highest two bytes down."""


class Surroundings(NamedTuple):
    """The signatures of all blocks, a row of 64-bit words each, and how many bits of each are set."""

    signature: np.ndarray
    filled: np.ndarray

    def at(self, positions: np.ndarray, room: np.ndarray | None = None) -> "Surroundings":
        """Return the surroundings of these places, a row each; ``room`` may give rows to write them to."""
        block = positions >> BLOCK_BITS
        room = None if room is None else room[: block.size]
        return Surroundings(self.signature.take(block, axis=0, out=room, mode="clip"), self.filled[block])


def surroundings(codes: np.ndarray, bigrams: Bigrams) -> Surroundings:
    """Return the signatures of a corpus."""
    rare = np.quantile(bigrams.rate[::_SAMPLED], RARER)
    n_blocks = (codes.size >> BLOCK_BITS) + 1
    signature = np.empty((n_blocks, WORDS), dtype=np.uint64)
    filled = np.empty(n_blocks, dtype=np.float32)
    for first in range(0, n_blocks, _BLOCKS_AT_ONCE):
        last = min(first + _BLOCKS_AT_ONCE, n_blocks)
        own = _own_bits(codes, bigrams, rare, first - REACH, last + REACH)
        here = signature[first:last]
        here[:] = own[: last - first]
        for shift in range(1, 2 * REACH + 1):
            here |= own[shift : shift + last - first]
        filled[first:last] = set_bits(here)
    return Surroundings(signature, filled)


def _own_bits(codes: np.ndarray, bigrams: Bigrams, rare: float, first: int, last: int) -> np.ndarray:
    """Return a row of words for each of these blocks, with the bits of its own letters; blocks beyond the text have none."""
    bits = np.zeros((last - first, BITS), dtype=bool)
    start, end = max(0, first << BLOCK_BITS), min(last << BLOCK_BITS, codes.size - 1)
    letters = codes[start : end + 1] != 0
    places = np.flatnonzero((bigrams.rate[start:end] <= rare) & letters[:-1] & letters[1:]) + start
    bits[(places >> BLOCK_BITS) - first, bigrams.slot[places] % BITS] = True
    return np.packbits(bits, axis=1).view(np.uint64)


def set_bits(rows: np.ndarray) -> np.ndarray:
    """Return how many bits of each row of words are set."""
    # Eight counts of up to 64 stand in one word: they are added in pairs first, so that none overflows its field.
    counts = np.bitwise_count(rows).view(np.uint64)
    pairs = (counts & _BYTES) + ((counts >> _BYTE) & _BYTES)
    return sum(pairs.T) * _SUM >> _TOP


def likeness(places: Surroundings, left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Return for pairs of places, given as rows, how many more bits they have in common than chance would give them."""
    result = np.empty(left.size, dtype=np.float32)
    both, other = np.empty((2, min(left.size, _PAIRS_AT_ONCE), WORDS), dtype=np.uint64)
    for start in range(0, left.size, _PAIRS_AT_ONCE):
        part = slice(start, start + _PAIRS_AT_ONCE)
        x, y = left[part], right[part]
        here, there = both[: x.size], other[: x.size]
        places.signature.take(x, axis=0, out=here, mode="clip")
        places.signature.take(y, axis=0, out=there, mode="clip")
        here &= there
        result[part] = set_bits(here) - places.filled[x] * places.filled[y] / BITS
    return result
