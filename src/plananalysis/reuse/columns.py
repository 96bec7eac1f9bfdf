"""Small tools for tables kept as columns: join rows, choose the heaviest, lay ranges out flat."""

from collections.abc import Iterator
from typing import TypeVar

import numpy as np

from plananalysis.reuse.hashing import WORD_BITS

Columns = TypeVar("Columns", bound=tuple[np.ndarray, ...])

_MOST_IN_A_BATCH = 256
"""Entries of a batch, at most: each has a table of slots of its own while the batch is looked at (16 MB together)."""


def joined(*parts: Columns) -> Columns:
    """Return the rows of all parts, one after the other."""
    return type(parts[0])(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def narrow_type(size: int) -> type[np.signedinteger]:
    """Return the smallest type that holds the positions of so many letters."""
    return np.int32 if size <= np.iinfo(np.int32).max else np.int64


def heaviest(weight: np.ndarray, most: int) -> np.ndarray:
    """Return which are among the heaviest, at most so many; of equals the first."""
    if weight.size <= most:
        return np.ones(weight.size, dtype=bool)
    least = np.partition(weight, weight.size - most - 1)[weight.size - most - 1]  # the heaviest that must go
    keep = weight > least
    keep[np.flatnonzero(weight == least)[: most - int(keep.sum())]] = True
    return keep


def order_of(*keys: np.ndarray) -> np.ndarray:
    """Return the order of rows by several columns of whole numbers, the first before the second and so on.

    The columns are packed into one word if they fit, the row's number with them if it fits, too, as sorting these is
    several times faster.
    """
    n = keys[0].size
    bits = [int(key.max(initial=0)).bit_length() for key in keys]
    if sum(bits) > WORD_BITS:
        return np.lexsort(keys[::-1])
    packed = np.zeros(n, dtype=np.uint64)
    for key, size in zip(keys, bits, strict=True):
        packed <<= np.uint64(size)
        packed |= key.astype(np.uint64)
    number = max(0, n - 1).bit_length()
    if sum(bits) + number > WORD_BITS:
        return np.argsort(packed, kind="stable")
    packed <<= np.uint64(number)
    packed |= np.arange(n, dtype=np.uint64)
    packed.sort()
    packed &= np.uint64((1 << number) - 1)
    return packed.astype(np.int64)


def batches(sizes: np.ndarray, limit: int) -> Iterator[tuple[int, int]]:
    """Yield half-open ranges of entries whose sizes add up to about the limit."""
    total = np.cumsum(sizes)
    start = 0
    while start < sizes.size:
        base = total[start - 1] if start else 0
        end = int(np.searchsorted(total, base + limit, side="right"))
        end = min(max(start + 1, end), start + _MOST_IN_A_BATCH)
        yield start, end
        start = end


def flat(start: np.ndarray, end: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return all positions of several ranges in one row, the range of each, and where each range begins."""
    size = np.maximum(0, end - start)
    first = np.cumsum(size) - size
    owner = np.repeat(np.arange(size.size), size)
    return np.arange(int(size.sum())) + np.repeat(start - first, size), owner, first


def running_max(values: np.ndarray, group: np.ndarray) -> np.ndarray:
    """Return the running maximum within each group of rising numbers."""
    if not values.size:
        return values
    lift = group.astype(np.int64) * (int(values.max()) + 1)
    return np.maximum.accumulate(values + lift) - lift
