"""What is known of a corpus of which only some documents are compared: its size, and who holds the grams asked for."""

from typing import NamedTuple

import numpy as np

KEPT_BITS = 40
"""Bits of the hash by which a gram is kept: of a hundred million different ones about one in ten thousand shares its bits with another."""

_HASH_BITS = 64
"""Bits of the whole hash, of which the highest are kept."""


class Whole(NamedTuple):
    """A corpus as far as it must be known to compare some documents of it.

    Attributes
    ----------
    n_letters : int
        Its letters.
    n_groups : int
        Its groups by which it is judged what everybody writes.
    cap : int
        Grams in more documents than this make no pairs.
    size : int
        Letters in a gram.
    grams : int64 array, rising
        The grams that were asked for, as :func:`kept_hash` gives them.
    docs, groups : int32 arrays
        Documents and groups that hold each.
    """

    n_letters: int
    n_groups: int
    cap: int
    size: int
    grams: np.ndarray
    docs: np.ndarray
    groups: np.ndarray

    def of(self, hashes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return how many documents and groups hold grams of these hashes; 0 where it was not asked for."""
        if not self.grams.size:
            return np.zeros((2, hashes.size), dtype=np.int32)[0], np.zeros(hashes.size, dtype=np.int32)
        kept = kept_hash(hashes)
        at = np.minimum(np.searchsorted(self.grams, kept), self.grams.size - 1)
        known = self.grams[at] == kept
        return np.where(known, self.docs[at], 0), np.where(known, self.groups[at], 0)


def kept_hash(hashes: np.ndarray) -> np.ndarray:
    """Return the bits of hashes by which grams are kept and looked up."""
    return (hashes >> np.uint64(_HASH_BITS - KEPT_BITS)).astype(np.int64)
