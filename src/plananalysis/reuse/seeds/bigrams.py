"""Hash and count the pairs of neighbouring letters (bigrams) of a corpus."""

from typing import NamedTuple

import numpy as np

from plananalysis.reuse.hashing import GOLDEN_32, OTHER_32

SLOT_BITS = 16
"""Bits of :attr:`Bigrams.slot`: a window of 500 letters fills at most one slot in 130, so that few bigrams are taken for
present that are not."""

STEPS = 8
"""Steps of :attr:`Bigrams.rate` to the octave."""

_COUNT_BITS = 20
"""Bits of the table that bigrams are counted in. A large corpus has some hundred thousand different ones; those that share a
cell are counted together and taken for more frequent, which only weakens them as evidence."""

_HASH_BITS = 32
"""Bits of the hash of a bigram; the counts and the slots are its high bits."""

_LETTER_BITS = 16
"""Bits of a letter."""

_FEW = 1 << 13
"""Letters up to which sorting the bigrams takes less time than going through that table; decides nothing."""

_PIECE = 1 << 18
"""Letters that are hashed at a time: bounds the memory, decides nothing."""


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
    if 0 < codes.size <= _FEW:
        return _of_few(codes)
    counts = np.zeros(1 << _COUNT_BITS, dtype=np.int64)
    slot = np.empty(codes.size, dtype=np.uint16)
    rate = np.empty(codes.size, dtype=np.uint8)
    for start, piece in _hashed(codes):
        counts += np.bincount(piece >> np.uint32(_HASH_BITS - _COUNT_BITS), minlength=counts.size)
        slot[start : start + piece.size] = _slots(piece)
    steps = _steps_to(int(counts.max()))[counts]
    for start, piece in _hashed(codes):
        rate[start : start + piece.size] = steps[piece >> np.uint32(_HASH_BITS - _COUNT_BITS)]
    return Bigrams(slot, rate, 1 / max(1, codes.size))


def _of_few(codes: np.ndarray) -> Bigrams:
    """Hash and count the bigrams of a small corpus, without a cell for each that there could be."""
    ((_, piece),) = _hashed(codes)
    _, at, n = np.unique(
        piece >> np.uint32(_HASH_BITS - _COUNT_BITS), return_inverse=True, return_counts=True
    )
    return Bigrams(_slots(piece), _steps_to(int(n.max()))[n[at]], 1 / codes.size)


def _slots(piece: np.ndarray) -> np.ndarray:
    """Return the slots of hashed bigrams."""
    return ((piece * np.uint32(OTHER_32)) >> np.uint32(_HASH_BITS - SLOT_BITS)).astype(np.uint16)


def _steps_to(most: int) -> np.ndarray:
    """Return the rate of every count up to the largest: there are far fewer of them than cells of the table."""
    return np.round(np.log2(np.maximum(np.arange(most + 1), 1)) * STEPS).astype(np.uint8)


def _hashed(codes: np.ndarray):
    """Yield the hashes of the bigrams, a piece of the corpus at a time, and where each piece starts."""
    for start in range(0, codes.size, _PIECE):
        letters = codes[start : start + _PIECE + 1].astype(np.uint32)
        after = np.append(letters, np.uint32(0))[1:] if start + _PIECE >= codes.size else letters[1:]
        values = (letters[: after.size] << np.uint32(_LETTER_BITS)) | after
        yield start, values * np.uint32(GOLDEN_32)
