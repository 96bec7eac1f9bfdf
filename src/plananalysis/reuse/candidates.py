"""Find where two documents share a run of letters, by sorting hashes instead of comparing documents.

Every run of :data:`~plananalysis.reuse.fingerprint.Fingerprint.gram` letters is hashed and the hashes are sorted, so that equal
runs stand together. The cost grows with the text and with the pairs found, never with the square of the documents:
a gram that more documents hold than a cap makes no pairs here (see :mod:`plananalysis.reuse.common`), and within one
document a gram counts for its first places only.
"""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple, TypeVar

import numpy as np

from plananalysis.reuse.fingerprint import Fingerprint, gram_hashes

PAIRS_PER_LETTER = 1.0
FEWEST_PAIRS = 500_000
PLACES = 4

Columns = TypeVar("Columns", bound=tuple[np.ndarray, ...])

_LARGEST_CAP = 1000
NEAR = 150
"""Letters from the beginning of one run to that of the next in a reworded passage, at most."""

_FOLLOWING = 8
_AT_ONCE, _SLICES, _COUNTED_BITS = 1 << 19, 12, 12
_MOST_STEPS, _FEW = 4096, 64
_PARTITION, _MOST_BITS, _PIECE = 1 << 19, 5, 1 << 16


class Grams(NamedTuple):
    """Where each gram of a corpus occurs.

    Attributes
    ----------
    spread : uint16 array, one per letter
        Number of units that hold the gram which starts here; 1 where nobody else does.
    docs : uint8 array, one per letter
        Documents that hold the gram which starts here, 255 at most; 0 where it may not pair with its equals.
    groups : list of (positions, first)
        Usable positions sorted by gram, and whether each is the first of its gram.
    common : list of (positions, first)
        The same for grams in more documents than the cap, the first place in each document only.
    cap : int
        Grams in more documents than this make no pairs.
    """

    spread: np.ndarray
    docs: np.ndarray
    groups: list[tuple[np.ndarray, np.ndarray]]
    common: list[tuple[np.ndarray, np.ndarray]]
    cap: int

    def without_places(self) -> "Grams":
        """Return what is known of the grams without their places, which take most room."""
        return self._replace(groups=[], common=[])


class Runs(NamedTuple):
    """Common runs: ``codes[a:a + length] == codes[b:b + length]``, as long as they can be."""

    a: np.ndarray
    b: np.ndarray
    length: np.ndarray

    def take(self, which: np.ndarray) -> "Runs":
        """Return the runs chosen by a mask or by indices."""
        return Runs(self.a[which], self.b[which], self.length[which])


def joined(*parts: Columns) -> Columns:
    """Return the rows of all parts, one after the other."""
    return type(parts[0])(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def order_of(*keys: np.ndarray) -> np.ndarray:
    """Return the order of rows by several columns of whole numbers, the first before the second and so on.

    The columns and the row's number are packed into one word each if they fit, as sorting these is several times faster.
    """
    n = keys[0].size
    bits = [int(key.max(initial=0)).bit_length() for key in keys]
    number = max(0, n - 1).bit_length()
    if sum(bits) + number > 64:
        return np.lexsort(keys[::-1])
    packed = np.zeros(n, dtype=np.uint64)
    for key, size in zip(keys, bits, strict=True):
        packed <<= np.uint64(size)
        packed |= key.astype(np.uint64)
    packed <<= np.uint64(number)
    packed |= np.arange(n, dtype=np.uint64)
    packed.sort()
    packed &= np.uint64((1 << number) - 1)
    return packed.astype(np.int64)


def equal_groups(codes: np.ndarray, whole: np.ndarray, size: int):
    """Yield, per partition of the hash space, the positions of equal grams side by side.

    Hashes are made where they are needed and never kept: in a large corpus they would take more room than its text.

    Parameters
    ----------
    codes
        Letters of the corpus.
    whole
        Positions to look at.
    size
        Letters in a gram.

    Yields
    ------
    positions : int64 array
        Positions whose gram occurs at least twice, in order of hash, then position.
    first : bool array
        Whether each is the first of its gram.
    """
    bits = min(_MOST_BITS, (int(np.count_nonzero(whole)) // _PARTITION).bit_length())
    part = _partitions(codes, whole, size, bits)
    for number in range(1 << bits):
        chosen = np.flatnonzero(whole & (part == number) if bits else whole)
        if chosen.size < 2:
            continue
        # The low bits of the key number the entries of this partition; the high bits stay hash, whatever the corpus' size.
        low = np.uint64(int(chosen.size - 1).bit_length())
        keys = gram_hashes(codes, chosen, size) << np.uint64(bits)
        keys >>= low
        keys <<= low
        keys |= np.arange(chosen.size, dtype=np.uint64)
        keys.sort()
        tops = keys >> low
        differs = np.empty(chosen.size + 1, dtype=bool)
        differs[0] = differs[-1] = True
        np.not_equal(tops[1:], tops[:-1], out=differs[1:-1])
        shared = ~(differs[:-1] & differs[1:])
        keys &= (np.uint64(1) << low) - np.uint64(1)
        yield chosen[keys[shared].astype(np.int64)], differs[:-1][shared]


def _partitions(codes: np.ndarray, whole: np.ndarray, size: int, bits: int) -> np.ndarray:
    """Return the first ``bits`` bits of the hash of every gram to look at, 0 elsewhere."""
    part = np.zeros(codes.size if bits else 0, dtype=np.uint8)
    for start in range(0, part.size, _PIECE):
        at = np.flatnonzero(whole[start : start + _PIECE]) + start
        part[at] = gram_hashes(codes, at, size) >> np.uint64(64 - bits)
    return part


def find_grams(
    fp: Fingerprint,
    whole: np.ndarray,
    size: int,
    *,
    places: int = PLACES,
    within: bool = False,
    most_runs: int | None = None,
) -> Grams:
    """Group equal grams, count the units that hold them, and choose the cap.

    The cap is the largest number of documents for which the pairs stay fewer than :data:`PAIRS_PER_LETTER` per
    letter of the corpus (or :data:`FEWEST_PAIRS`), so that the work grows with the text alone.

    Parameters
    ----------
    fp
        The corpus.
    whole
        Letters whose grams to look at.
    size
        Letters in a gram.
    places
        Only the first so many places of a gram in one document make pairs.
    within
        Whether places of one document pair with each other.
    most_runs
        Choose the cap so that the pairs begin no more common runs than this, instead.
    """
    narrow = np.int32 if fp.codes.size < 2**31 else np.int64
    spread = np.ones(fp.codes.size, dtype=np.uint16)
    held = np.zeros(fp.codes.size, dtype=np.uint8)
    found = []
    pairs_at = np.zeros(_LARGEST_CAP + 2)
    unit_of = fp.doc_unit[fp.segment_doc]
    for positions, first in equal_groups(fp.codes, whole, size):
        segment = fp.segment[positions]
        doc = fp.segment_doc[segment]
        start = np.flatnonzero(first)
        sizes = np.diff(np.r_[start, positions.size])
        n_docs = _different(doc, first, start)
        spread[positions] = np.repeat(np.minimum(_different(unit_of[segment], first, start), 0xFFFF), sizes)
        new_doc = first.copy()
        new_doc[1:] |= doc[1:] != doc[:-1]
        index = np.arange(positions.size)
        rank = index - np.maximum.accumulate(np.where(new_doc, index, 0))
        docs = np.repeat(np.minimum(n_docs, _LARGEST_CAP + 1), sizes)
        ok = (rank < places) & (within | (docs > 1))
        kept = np.add.reduceat(ok, start, dtype=np.int64)
        pairs_at += np.bincount(np.minimum(n_docs, _LARGEST_CAP + 1), kept * (kept - 1) / 2, _LARGEST_CAP + 2)
        found.append((positions[ok].astype(narrow), first[ok], docs[ok].astype(np.uint16), new_doc[ok]))
    most: float = max(FEWEST_PAIRS, PAIRS_PER_LETTER * fp.codes.size)
    if most_runs is not None:
        pairs_at, most = _beginnings(found, fp.codes.size), most_runs
    affordable = np.cumsum(pairs_at[:-1]) <= most
    cap = max(1, int(np.flatnonzero(affordable).max(initial=1)))
    groups, common = [], []
    found.reverse()
    while found:  # what is read is let go at once
        positions, first, docs, new_doc = found.pop()
        ok = docs <= cap
        groups.append((positions[ok], first[ok]))
        held[positions[ok]] = np.minimum(docs[ok], 255)
        ok = ~ok & new_doc
        common.append((positions[ok], first[ok]))
    return Grams(spread, held, groups, common, cap)


def _beginnings(found, n_letters: int) -> np.ndarray:
    """Estimate how many common runs begin at the grams of so many documents.

    A run goes on where the next gram is held by as many documents; so a gram counts by its places that follow one of
    another number of documents.
    """
    held = np.zeros(n_letters + 1, dtype=np.uint16)
    for positions, _, docs, _ in found:
        held[positions] = docs
    pairs_at = np.zeros(_LARGEST_CAP + 2)
    for positions, _, docs, _ in found:
        begins = held[positions - 1] != docs
        pairs_at += np.bincount(docs[begins], minlength=pairs_at.size) * (np.arange(pairs_at.size) - 1) / 2
    return pairs_at


def _different(values: np.ndarray, first: np.ndarray, start: np.ndarray) -> np.ndarray:
    """Return how many different values each group of sorted values holds."""
    new = first.copy()
    new[1:] |= values[1:] != values[:-1]
    return np.add.reduceat(new, start, dtype=np.int32)


def _run_starts(fp: Fingerprint, grams: Grams, within: bool):
    """Yield places ``a < b`` where equal usable grams begin a common run."""
    codes, held = fp.codes, grams.docs
    for positions, first in grams.groups:
        group = np.cumsum(first, dtype=np.int32)
        doc = fp.segment_doc[fp.segment[positions]]
        left = np.arange(positions.size - 1, dtype=np.int32)
        lag = 1
        while left.size:
            left = left[: np.searchsorted(left, positions.size - lag)]
            left = left[group[left] == group[left + lag]]
            pairs = left if within else left[doc[left] != doc[left + lag]]
            a, b = positions[pairs], positions[pairs + lag]
            begins = (codes[a - 1] != codes[b - 1]) | (held[a - 1] == 0) | (held[b - 1] == 0)
            yield a[begins], b[begins]
            lag += 1


def _all_run_starts(
    fp: Fingerprint, grams: Grams, *, within: bool, side: np.ndarray | None
) -> tuple[np.ndarray, np.ndarray]:
    """Return all places where equal grams begin a common run."""
    room = sum(_n_pairs(first) for _, first in grams.groups)
    narrow = grams.groups[0][0].dtype if grams.groups else np.int32
    every_a, every_b = np.empty((2, room), dtype=narrow)  # memory that is not touched costs nothing
    n = 0
    for a, b in _run_starts(fp, grams, within):
        if side is not None:
            cross = side[fp.segment[a]] != side[fp.segment[b]]
            a, b = a[cross], b[cross]
        every_a[n : n + a.size], every_b[n : n + a.size] = a, b
        n += a.size
    return every_a[:n], every_b[:n]


def _n_pairs(first: np.ndarray) -> int:
    """Return how many pairs the places of each group make."""
    sizes = np.diff(np.flatnonzero(np.append(first, True)))
    return int((sizes * (sizes - 1) // 2).sum())


def find_runs(
    fp: Fingerprint,
    grams: Grams,
    *,
    long: int,
    within: bool = False,
    side: np.ndarray | None = None,
    size: int,
    lone: int = 0,
) -> tuple[Runs, Runs]:
    """Return common runs that may be part of a shared passage, ``a`` before ``b``, as long as they can be.

    A run counts if it has ``long`` letters, or if others begin near the same diagonal of the same two segments. The
    second table holds the beginnings of the others, as far as at most ``lone`` documents hold their gram.

    Parameters
    ----------
    fp, grams
        The corpus and its equal grams.
    long
        Letters that make a run worth a look by itself.
    within
        Look for runs between two places of one document, too.
    side
        Class of each segment; where given, only runs between two different classes count.
    size
        Letters in a gram.
    lone
        Documents that hold the gram of a run which stands alone, at most.
    """
    a, b = _all_run_starts(fp, grams, within=within, side=side)
    keep = _crowded(fp, a, b)
    for start in range(0, a.size, _AT_ONCE):
        alone = np.flatnonzero(~keep[start : start + _AT_ONCE]) + start
        for offset in range(size, long):
            x, y = fp.codes[a[alone] + offset], fp.codes[b[alone] + offset]
            alone = alone[(x == y) & (x != 0)]
            if offset < long - 1 and not alone.size:
                break
        keep[alone] = True
    rest = np.flatnonzero(~keep & (grams.docs[a] <= lone)) if lone else np.empty(0, dtype=np.int64)
    others = Runs(a[rest], b[rest], np.full(rest.size, size, dtype=np.int32))
    return extended(fp.codes, a[keep], b[keep], size), others


def _crowded(fp: Fingerprint, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Return which runs begin near another run, in both of the same two segments."""
    enough = np.zeros(a.size, dtype=bool)
    at_once = max(_AT_ONCE, a.size // _SLICES)
    upto = np.cumsum(_counts(a >> _COUNTED_BITS for a in np.array_split(a, _SLICES)))
    cuts = np.searchsorted(upto, np.arange(at_once, a.size, at_once)) << _COUNTED_BITS
    cuts = fp.starts[fp.segment[np.minimum(cuts, fp.codes.size - 1)]]  # no slice ends within a segment
    for first, last in pairwise(np.unique(np.r_[0, cuts, fp.codes.size]).tolist()):
        chosen = np.flatnonzero((a >= first) & (a < last)) if cuts.size else np.arange(a.size)
        enough[chosen] = _near_another(fp, a[chosen], b[chosen])
    return enough


def _counts(pieces: Iterable[np.ndarray]) -> np.ndarray:
    """Return how often each whole number occurs in all pieces."""
    total = np.zeros(1, dtype=np.int64)
    for piece in pieces:
        more = np.bincount(piece, minlength=total.size)
        more[: total.size] += total
        total = more
    return total


def _near_another(fp: Fingerprint, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Sort runs by pair of segments, then by place, and hold each against the few that follow it."""
    enough = np.zeros(a.size, dtype=bool)
    if a.size < 2:
        return enough
    left = fp.segment[a]
    order = order_of(left - left.min(), fp.segment[b], a - fp.starts[left])
    a, b = a[order], b[order]
    left, right = left[order], fp.segment[b]
    here = np.arange(a.size - 1)
    for lag in range(1, _FOLLOWING + 1):
        there = here + lag
        follows = (left[there] == left[here]) & (right[there] == right[here]) & (a[there] - a[here] <= NEAR)
        here = here[follows]
        near = here[np.abs(b[here + lag] - b[here]) <= NEAR]
        enough[order[near]] = enough[order[near + lag]] = True
        here = here[: np.searchsorted(here, a.size - lag - 1)]
        if not here.size:
            break
    return enough


def extended(codes: np.ndarray, a: np.ndarray, b: np.ndarray, size: int) -> Runs:
    """Lengthen runs of ``size`` letters to both sides as far as the letters agree."""
    before = common_length(codes, a - 1, b - 1, -1)
    a, b = a - before, b - before
    after = common_length(codes, a + before + size, b + before + size, 1)
    length = before + size + after
    if before.any():  # the same run may have been met at two grams
        order = np.lexsort((b, a))
        a, b, length = a[order], b[order], length[order]
        new = np.ones(a.size, dtype=bool)
        new[1:] = (a[1:] != a[:-1]) | (b[1:] != b[:-1])
        a, b, length = a[new], b[new], length[new]
    return Runs(a, b, length)


def common_length(codes: np.ndarray, a: np.ndarray, b: np.ndarray, step: int) -> np.ndarray:
    """Return how many letters from ``a`` and ``b`` on agree, going forward (1) or back (-1)."""
    length = np.zeros(a.size, dtype=np.int32)
    left = np.arange(a.size)
    x, y = a.copy(), b.copy()
    for step_number in range(_MOST_STEPS):
        here = codes[x]
        same = (here == codes[y]) & (here != 0)
        left, x, y = left[same], x[same] + step, y[same] + step
        if not left.size:
            return length
        length[left] += 1
        if left.size < _FEW and step_number >= _FEW:
            break
    for i, p, q in zip(left.tolist(), x.tolist(), y.tolist(), strict=True):
        length[i] += _long_common(codes, p, q, step)
    return length


def _long_common(codes: np.ndarray, p: int, q: int, step: int) -> int:
    """Count agreeing letters of one long run, a growing block at a time."""
    total, block = 0, 256
    while True:
        size = min(block, codes.size - max(p, q) if step > 0 else min(p, q) + 1)
        x = codes[p : p + size] if step > 0 else codes[p - size + 1 : p + 1][::-1]
        y = codes[q : q + size] if step > 0 else codes[q - size + 1 : q + 1][::-1]
        differs = (x != y) | (x == 0)
        if differs.any():
            return total + int(differs.argmax())
        total, p, q, block = total + size, p + step * size, q + step * size, block * 2
