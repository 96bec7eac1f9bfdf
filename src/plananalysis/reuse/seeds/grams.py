"""Find where two documents share a run of letters, by sorting hashes instead of comparing documents.

Every run of :data:`~plananalysis.reuse.seeds.fingerprint.Fingerprint.gram` letters is hashed and the hashes are sorted, so that equal
runs stand together. The cost grows with the text and with the pairs found, never with the square of the documents:
a gram that more documents hold than a cap makes no pairs here (see :mod:`plananalysis.reuse.seeds.common`), and within one
document a gram counts for its first places only.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from plananalysis.reuse.columns import narrow_type
from plananalysis.reuse.hashing import WORD_BITS
from plananalysis.reuse.seeds.fingerprint import Fingerprint, gram_hashes

PAIRS_PER_LETTER = 1.0
"""Pairs of equal short grams that are looked at per letter of the corpus: bounds time and memory. What is in more documents is
not lost, since wording of the shortest length that counts is looked at apart (:mod:`plananalysis.reuse.seeds.common`)."""

FEWEST_PAIRS = 500_000
"""Pairs that are looked at however small the corpus is: as many as a hundred plans of five thousand letters have at that rate, a
second's work."""

PLACES = 4
"""Places of a gram in one document that make pairs: a plan that says 党的建设 forty times would else make 1,600 with another."""

_LARGEST_CAP = 1000
"""Documents up to which the cap is looked for; grams of more make no pairs in any corpus."""

_PARTITION = 1 << 19
"""Grams of a partition, about: as many as are sorted within the processor's cache."""

_MOST_BITS = 5
"""Bits of the hash that number the partitions, at most: the text is read again for every few of them."""

_AT_ONCE = 8
"""Partitions whose grams are gathered in one reading of the text: more would hold more of all hashes in memory."""

_PIECE = 1 << 16
"""Letters that are hashed at a time: bounds the memory, decides nothing."""

_MOST_UNITS = np.iinfo(np.uint16).max
"""The largest number of units that is counted, as it is kept in two bytes."""

_MOST_DOCS = np.iinfo(np.uint8).max
"""The largest number of documents that is counted, as it is kept in one byte."""


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


def equal_groups(codes: np.ndarray, whole: np.ndarray, size: int) -> Iterator[tuple[np.ndarray, np.ndarray]]:
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
    positions : int32 or int64 array
        Positions whose gram occurs at least twice, in order of hash, then position.
    first : bool array
        Whether each is the first of its gram.
    """
    bits = min(_MOST_BITS, (int(np.count_nonzero(whole)) // _PARTITION).bit_length())
    for chosen, keys in _partitions(codes, whole, size, bits):
        if chosen.size < 2:
            continue
        # The low bits of the key number the entries of this partition; the high bits stay hash, whatever the corpus' size.
        low = np.uint64(int(chosen.size - 1).bit_length())
        keys <<= np.uint64(bits)
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


def _partitions(
    codes: np.ndarray, whole: np.ndarray, size: int, bits: int
) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Yield the positions to look at and their hashes, the next value of the first ``bits`` bits at a time.

    The text is read once for every :data:`_AT_ONCE` partitions, in order, as reading it here and there is slow.
    """
    end = codes.size - size + 1
    narrow = narrow_type(codes.size)
    at_once = min(1 << bits, _AT_ONCE)
    for lowest in range(0, 1 << bits, at_once):
        found: list[tuple[list[np.ndarray], list[np.ndarray]]] = [([], []) for _ in range(at_once)]
        for start in range(0, end, _PIECE):
            at = np.flatnonzero(whole[start : min(start + _PIECE, end)]) + start
            hashes = gram_hashes(codes, size, at)
            part = (
                (hashes >> np.uint64(WORD_BITS - bits)).astype(np.uint8)
                if bits
                else np.zeros(at.size, np.uint8)
            )
            part -= np.uint8(lowest)
            here = np.flatnonzero(part < at_once)
            here = here[np.argsort(part[here], kind="stable")]
            cuts = np.searchsorted(part[here], np.arange(at_once + 1))
            at, hashes = at[here].astype(narrow), hashes[here]
            for (places, keys), first, last in zip(found, cuts, cuts[1:], strict=False):
                places.append(at[first:last])
                keys.append(hashes[first:last])
        while found and end > 0:  # what has been read is freed at once
            places, keys = found.pop()
            yield np.concatenate(places), np.concatenate(keys)


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
    spread = np.ones(fp.codes.size, dtype=np.uint16)
    held = np.zeros(fp.codes.size, dtype=np.uint8)
    found = []
    pairs_at = np.zeros(_LARGEST_CAP + 2)
    unit_of = fp.doc_group[fp.segment_doc]
    for positions, first in equal_groups(fp.codes, whole, size):
        segment = fp.segment[positions]
        doc = fp.segment_doc[segment]
        start = np.flatnonzero(first)
        sizes = np.diff(np.r_[start, positions.size])
        n_docs, n_units = _different(doc, first, start), _different(unit_of[segment], first, start)
        if fp.whole and size == fp.whole.size:
            n_docs, n_units = _in_the_whole(fp, positions[start], n_docs, n_units)
        spread[positions] = np.repeat(np.minimum(n_units, _MOST_UNITS), sizes)
        new_doc = first.copy()
        new_doc[1:] |= doc[1:] != doc[:-1]
        index = np.arange(positions.size)
        rank = index - np.maximum.accumulate(np.where(new_doc, index, 0))
        docs = np.repeat(np.minimum(n_docs, _LARGEST_CAP + 1), sizes)
        ok = (rank < places) & (within | (docs > 1))
        kept = np.add.reduceat(ok, start, dtype=np.int64)
        pairs_at += pairs_by_docs(n_docs, kept)
        found.append((positions[ok], first[ok], docs[ok].astype(np.uint16), new_doc[ok]))
    most: float = most_pairs(fp.codes.size)
    if most_runs is not None:
        pairs_at, most = _beginnings(found, fp.codes.size), most_runs
    cap = fp.whole.cap if fp.whole and size == fp.whole.size else cap_for(pairs_at, most)
    groups, common = [], []
    found.reverse()
    while found:  # what has been read is freed at once
        positions, first, docs, new_doc = found.pop()
        ok = docs <= cap
        groups.append((positions[ok], first[ok]))
        held[positions[ok]] = np.minimum(docs[ok], _MOST_DOCS)
        ok = ~ok & new_doc
        common.append((positions[ok], first[ok]))
    return Grams(spread, held, groups, common, cap)


def most_pairs(n_letters: int) -> float:
    """Return how many pairs of equal short grams are looked at in a corpus of so many letters."""
    return max(FEWEST_PAIRS, PAIRS_PER_LETTER * n_letters)


def cap_for(pairs_at: np.ndarray, most: float) -> int:
    """Return the largest number of documents up to which grams make no more pairs than this.

    ``pairs_at`` counts the pairs by the documents that hold the gram; its last entry is for those of more than the cap may be.
    """
    affordable = np.cumsum(pairs_at[:-1]) <= most
    return max(1, int(np.flatnonzero(affordable).max(initial=1)))


def pairs_by_docs(n_docs: np.ndarray, places: np.ndarray) -> np.ndarray:
    """Count the pairs of places by the documents that hold the gram, for grams with so many documents and usable places."""
    n_pairs = places.astype(np.int64) * (places.astype(np.int64) - 1) / 2
    return np.bincount(np.minimum(n_docs, _LARGEST_CAP + 1), n_pairs, _LARGEST_CAP + 2)


def _in_the_whole(
    fp: Fingerprint, at: np.ndarray, n_docs: np.ndarray, n_units: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Return the documents and units that hold the grams in the whole corpus, where that is known."""
    if fp.whole is None or not at.size:
        return n_docs, n_units
    order = np.argsort(at)
    in_order = fp.whole.of(gram_hashes(fp.codes, fp.whole.size, at[order]))
    docs, groups = np.empty((2, at.size), dtype=n_docs.dtype)
    docs[order], groups[order] = in_order
    return np.maximum(n_docs, docs), np.maximum(n_units, groups)


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
