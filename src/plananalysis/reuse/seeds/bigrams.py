"""Hash and count the pairs of neighbouring letters (bigrams) of a corpus."""

from typing import NamedTuple

import numpy as np

SLOT_BITS = 16
STEPS = 8
"""Steps of :attr:`Bigrams.rate` to the octave."""

_COUNT_BITS = 20
_PIECE = 1 << 18


class Bigrams(NamedTuple):
    """Each letter with the one after it: a hash, and how often it occurs.

    Attributes
    ----------
    slot : uint16 array, one per letter
        Hash of the bigram that starts here.
    rate : uint8 array, one per letter
        Logarithm of its relative frequency, :data:`STEPS` to the octave above once in the corpus.
    rarest : float
        Relative frequency of a bigram that occurs once.
    """

    slot: np.ndarray
    rate: np.ndarray
    rarest: float


def bigrams_of(codes: np.ndarray) -> Bigrams:
    """Hash and count the bigrams of a corpus."""
    counts = np.zeros(1 << _COUNT_BITS, dtype=np.int64)
    slot = np.empty(codes.size, dtype=np.uint16)
    rate = np.empty(codes.size, dtype=np.uint8)
    for start, piece in _hashed(codes):
        counts += np.bincount(piece >> np.uint32(32 - _COUNT_BITS), minlength=counts.size)
        slot[start : start + piece.size] = (piece * np.uint32(0x85EBCA6B)) >> np.uint32(32 - SLOT_BITS)
    steps = np.round(np.log2(np.maximum(counts, 1)) * STEPS).astype(np.uint8)
    for start, piece in _hashed(codes):
        rate[start : start + piece.size] = steps[piece >> np.uint32(32 - _COUNT_BITS)]
    return Bigrams(slot, rate, 1 / max(1, codes.size))


def _hashed(codes: np.ndarray):
    """Yield the hashes of the bigrams, a piece of the corpus at a time, and where each piece starts."""
    for start in range(0, codes.size, _PIECE):
        letters = codes[start : start + _PIECE + 1].astype(np.uint32)
        after = np.append(letters, np.uint32(0))[1:] if start + _PIECE >= codes.size else letters[1:]
        values = (letters[: after.size] << np.uint32(16)) | after
        yield start, values * np.uint32(0x9E3779B1)
