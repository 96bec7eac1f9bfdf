"""Measure how distinctive a shared wording is: its surprisal, discounted by how many units use it.

The surprisal of a letter is ``-log2 p(letter | the two before)``. The probability is interpolated from counts of
three, two and one letters in the corpus with a Dirichlet prior (MacKay and Peto 1995): ``p(c | ab) = (n(abc) + m p(c |
b)) / (n(ab) + m)`` and so on down, after the two places compared have been taken out of the counts. The bits of the shared
letters are added up, multiplied by the similarity of the two sides, and divided by ``log2`` of the number of units that hold the
wording, so that a wording of two units keeps all its bits and one of sixteen units a quarter.
"""

from typing import NamedTuple

import numpy as np

from plananalysis.reuse.hashing import GOLDEN_64, WORD_BITS

PRIOR = 4.0
"""Weight ``m`` of the shorter context, in occurrences: a context met four times counts as much as the shorter one does. It
sets the scale of ``distinctiveness`` and hardly the order: the ranks of the passages of five plans with 2 and with 8 correlate
with those with 4 by .998 and .996."""

PLACES_COMPARED = 2
"""Occurrences of a wording that are the two places compared; they say nothing of how usual it is elsewhere."""

_PIECE = 1 << 18
"""Letters that are counted at a time: bounds the memory, decides nothing."""

_LETTERS = 1 << 16
"""Different letters there may be: each has its own count."""

_FEWEST_BITS = 14
"""Bits of the hash that counts are kept by, at least; a large corpus has one or two cells for each of its letters."""

_MOST_DOUBLE_BITS = 21
"""Bits of the hash of two letters, at most (8 MB): contexts that share a cell are counted together, and surprisal comes out low."""

_MOST_TRIPLE_BITS = 25
"""Bits of the hash of three letters, at most (128 MB)."""

_FOLD = np.uint64(WORD_BITS // 2)
"""Shift that brings the high half of a product, which depends on all letters so far, down to the low half."""


class LetterModel(NamedTuple):
    """Counts of one, two and three letters, the latter two by hash."""

    single: np.ndarray
    double: np.ndarray
    triple: np.ndarray


def _cells(size: int, *columns: np.ndarray) -> np.ndarray:
    """Return the cell of a table of ``size`` (a power of two) for each row of letters."""
    value = np.zeros(columns[0].size, dtype=np.uint64)
    for column in columns:
        value += column
        value *= np.uint64(GOLDEN_64)
        value ^= value >> _FOLD
    value >>= np.uint64(WORD_BITS + 1 - size.bit_length())
    return value.view(np.int64)


def letter_model(codes: np.ndarray) -> LetterModel:
    """Count the letters of a corpus, alone, with the one before and with the two before."""
    bits = max(_FEWEST_BITS, int(codes.size).bit_length())
    single = np.zeros(_LETTERS, dtype=np.int64)
    double = np.zeros(1 << min(_MOST_DOUBLE_BITS, bits), dtype=np.int32)
    triple = np.zeros(1 << min(_MOST_TRIPLE_BITS, bits), dtype=np.int32)
    one = np.int32(1)
    for start in range(2, codes.size, _PIECE):
        piece = codes[start - 2 : start + _PIECE]
        a, b, c = piece[:-2], piece[1:-1], piece[2:]
        single += np.bincount(c, minlength=single.size)
        np.add.at(double, _cells(double.size, b, c), one)
        np.add.at(triple, _cells(triple.size, a, b, c), one)
    single[0] = 0
    return LetterModel(single, double, triple)


def surprisal(
    model: LetterModel, codes: np.ndarray, at: np.ndarray, *, leave_out: int = PLACES_COMPARED
) -> np.ndarray:
    """Return the surprisal in bits of the letters at these positions.

    Parameters
    ----------
    model
        Counts of the corpus.
    codes
        Its letters.
    at
        Positions of letters.
    leave_out
        Occurrences of each wording to take out of the counts.
    """
    c, b, a = (codes[np.maximum(0, at - back)] for back in (0, 1, 2))

    def less(counts: np.ndarray) -> np.ndarray:
        return np.maximum(0.0, counts.astype(np.float64) - leave_out)

    p = (less(model.single[c]) + 1) / (float(model.single.sum()) + np.count_nonzero(model.single) + 1)
    p = (less(model.double[_cells(model.double.size, b, c)]) + PRIOR * p) / (less(model.single[b]) + PRIOR)
    known = less(model.double[_cells(model.double.size, a, b)])
    p = (less(model.triple[_cells(model.triple.size, a, b, c)]) + PRIOR * p) / (known + PRIOR)
    return -np.log2(np.minimum(1.0, p))
