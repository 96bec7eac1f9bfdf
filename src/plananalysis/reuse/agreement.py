"""Mark the letters of a passage that stand in both wordings, whatever their order.

Five letters in a row make a wording; fewer are a term, which texts on one topic share without one following the other.
"""

from collections.abc import Iterator

import numpy as np

from plananalysis.reuse.columns import batches, flat
from plananalysis.reuse.hashing import GOLDEN_64, OTHER_64, WORD_BITS
from plananalysis.reuse.matches import Matches
from plananalysis.reuse.seeds.fingerprint import GRAM

_SLOT_BITS = 16
"""Bits of the hash of a run of letters: 65,536 slots for a passage of at most some thousand runs, so that a run that the other
side lacks is rarely taken for one that it has (once in a hundred, in passages of 650 letters)."""

_BATCH_LETTERS = 1 << 17
"""Letters of the passages that are looked at together: bounds the memory, decides nothing."""


def _slots(codes: np.ndarray, at: np.ndarray) -> np.ndarray:
    """Return a hash of the :data:`GRAM` letters from each position on."""
    value = codes[at].astype(np.uint64)
    for offset in range(1, GRAM):
        value *= np.uint64(GOLDEN_64)
        value += codes[at + offset]
    value *= np.uint64(OTHER_64)
    return (value >> np.uint64(WORD_BITS - _SLOT_BITS)).astype(np.int64)


def shared_letters(
    codes: np.ndarray, found: Matches
) -> Iterator[tuple[slice, np.ndarray, np.ndarray, np.ndarray]]:
    """Yield, batch by batch, which letters of the ``a`` sides stand in the ``b`` sides, too.

    Yields
    ------
    part : slice
        Passages of the batch.
    at, owner : int arrays
        Position of each letter, and its passage within the batch.
    shared : bool array
        Whether it lies in ``GRAM`` letters in a row that the other side holds.
    """
    letters = np.maximum(found.a1 - found.a0, found.b1 - found.b0)
    parts = list(batches(letters, _BATCH_LETTERS))
    table = np.zeros(max((end - start for start, end in parts), default=0) << _SLOT_BITS, dtype=bool)
    for start, end in parts:
        part = slice(start, end)
        here = found.take(part)
        other, owner, _ = flat(here.b0, here.b1 - GRAM + 1)
        held = (owner << _SLOT_BITS) + _slots(codes, other)
        table[held] = True
        at, owner, first = flat(here.a0, here.a1)
        shared = np.zeros(at.size, dtype=bool)
        piece, of, _ = flat(here.a0, here.a1 - GRAM + 1)
        hit = table[(of << _SLOT_BITS) + _slots(codes, piece)]
        table[held] = False
        index = first[of[hit]] + piece[hit] - here.a0[of[hit]]
        for offset in range(GRAM):
            shared[index + offset] = True
        yield part, at, owner, shared
