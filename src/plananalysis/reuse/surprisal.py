"""Say how much it tells that two documents share a wording: its surprisal, discounted by how many units use it.

The surprisal of a letter is ``-log2 p(letter | the two before)``. The probability is interpolated from counts of
three, two and one letters in the corpus (Witten and Bell 1991), after the two places compared have been taken out
of the counts. The bits of the shared letters are added up and divided by ``log2`` of the number of units that hold
the wording, so that a wording of two units keeps all its bits and one of sixteen units a quarter.
"""

from typing import NamedTuple

import numpy as np

_BITS = 22
_PIECE = 1 << 22


class LetterModel(NamedTuple):
    """Counts of one, two and three letters (by hash) and of the different letters that follow each context."""

    single: np.ndarray
    double: np.ndarray
    triple: np.ndarray
    after_single: np.ndarray
    after_double: np.ndarray
    bits: int


def _mixed(*columns: np.ndarray) -> np.ndarray:
    value = np.zeros(columns[0].size, dtype=np.uint64)
    for column in columns:
        value = (value + column + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
        value ^= value >> np.uint64(32)
    return value


def _cells(value: np.ndarray, bits: int) -> np.ndarray:
    return (value >> np.uint64(64 - bits)).astype(np.int64)


def letter_model(codes: np.ndarray) -> LetterModel:
    """Count the letters of a corpus with the one and the two before each."""
    bits = min(26, max(16, int(codes.size).bit_length() + 1))
    single = np.zeros(1 << 16, dtype=np.int32)
    double, triple = np.zeros(1 << min(bits, _BITS), dtype=np.int32), np.zeros(1 << bits, dtype=np.int32)
    after_single = np.zeros(1 << 16, dtype=np.int32)
    after_double = np.zeros(1 << min(bits, _BITS), dtype=np.int32)
    for start in range(0, codes.size, _PIECE):
        piece = codes[max(0, start - 2) : start + _PIECE].astype(np.uint64)
        skip = min(start, 2)
        c, b, a = piece[skip:], piece[max(0, skip - 1) : piece.size - 1], piece[: piece.size - 2]
        c, b = c[c.size - a.size :] if c.size > a.size else c, b[b.size - a.size :] if b.size > a.size else b
        ok = (a != 0) & (b != 0) & (c != 0)
        a, b, c = a[ok], b[ok], c[ok]
        two, three = _cells(_mixed(b, c), min(bits, _BITS)), _cells(_mixed(a, b, c), bits)
        context = _cells(_mixed(a, b), min(bits, _BITS))
        first, at = np.unique(two, return_index=True)
        np.add.at(after_single, b[at[double[first] == 0]].astype(np.int64), 1)
        first, at = np.unique(three, return_index=True)
        np.add.at(after_double, context[at[triple[first] == 0]], 1)
        single += np.bincount(c.astype(np.int64), minlength=1 << 16).astype(np.int32)
        double += np.bincount(two, minlength=double.size).astype(np.int32)
        triple += np.bincount(three, minlength=triple.size).astype(np.int32)
    return LetterModel(single, double, triple, after_single, after_double, bits)


def surprisal(model: LetterModel, codes: np.ndarray, at: np.ndarray, *, leave_out: int = 2) -> np.ndarray:
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
    c, b, a = (codes[np.maximum(0, at - back)].astype(np.uint64) for back in range(3))
    low = min(model.bits, _BITS)

    def less(counts: np.ndarray) -> np.ndarray:
        return np.maximum(0.0, counts.astype(np.float64) - leave_out)

    alphabet = float(max(2, np.count_nonzero(model.single)))
    total = float(max(1, model.single.sum()))
    one = (less(model.single[c.astype(np.int64)]) + 1) / (total + alphabet)
    kinds = model.after_single[b.astype(np.int64)].astype(np.float64)
    seen = less(model.single[b.astype(np.int64)])
    two = (less(model.double[_cells(_mixed(b, c), low)]) + kinds * one) / np.maximum(1.0, seen + kinds)
    context = _cells(_mixed(a, b), low)
    kinds = model.after_double[context].astype(np.float64)
    seen = less(model.double[context])
    three = (less(model.triple[_cells(_mixed(a, b, c), model.bits)]) + kinds * two) / np.maximum(1.0, seen + kinds)
    three = np.where((a == 0) | (seen + kinds == 0), two, three)
    return -np.log2(np.clip(three, 1e-9, 1.0))
