"""Where every gram of the stored documents stands: sorted by gram, in row groups so small that a query reads those of its own grams."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np

from plananalysis.corpus.model import Corpus
from plananalysis.corpus.plain_text import plain_corpus
from plananalysis.reuse.columns import flat
from plananalysis.reuse.seeds.fingerprint import GRAM, Fingerprint, fingerprint, gram_hashes, whole_grams
from plananalysis.reuse.seeds.grams import PLACES, pairs_by_docs
from plananalysis.reuse.seeds.whole import KEPT_BITS, kept_hash
from plananalysis.workspace.record import Generation
from plananalysis.workspace.sealed_files import Seal, read_sealed, write_sealed

ROWS_TOGETHER = 8192
"""Places in a row group, the least that is read for one gram (some 40 KB)."""

PART_ROWS = 1 << 21
"""Places in a file, about: as many as are sorted at once when generations are merged (some 100 MB)."""

GROWTH = 2
"""A generation is merged with the younger ones when it has less than so many times their places: so that a place is written again
about as often as the corpus doubles."""

_ENCODINGS = dict.fromkeys(("gram", "doc", "letter"), "DELTA_BINARY_PACKED")
_COLUMNS = ("gram", "doc", "letter")


class Places(NamedTuple):
    """Places of grams: the hash of the gram, the number of the document, the letter of the document that it begins at."""

    gram: np.ndarray
    doc: np.ndarray
    letter: np.ndarray

    def take(self, which: np.ndarray | slice) -> "Places":
        """Return some of them."""
        return Places(*(column[which] for column in self))


def letters_of(corpus: Corpus) -> Fingerprint:
    """Return the letters of documents, as shared passages are looked for in them."""
    return fingerprint(plain_corpus(corpus))


def places_of(fp: Fingerprint, numbers: np.ndarray) -> Places:
    """Return the places of all grams, sorted by gram, document and letter; of one in a document the first :data:`PLACES`.

    Parameters
    ----------
    fp
        Letters of documents.
    numbers
        The number of each document.
    """
    at = np.flatnonzero(whole_grams(fp.codes, GRAM))
    gram = kept_hash(gram_hashes(fp.codes, GRAM, at))
    doc = fp.segment_doc[fp.segment[at]]
    begins = np.full(len(fp.doc_ids), fp.codes.size, dtype=np.int64)
    np.minimum.at(begins, fp.segment_doc, fp.starts)
    letter = (at - begins[doc]).astype(np.int32)
    rising = bool((np.diff(numbers) > 0).all())
    order = np.argsort(gram, kind="stable") if rising else np.lexsort((letter, numbers[doc], gram))
    found = Places(gram[order], numbers[doc[order]].astype(np.int32), letter[order])
    new = np.ones(found.gram.size, dtype=bool)
    new[1:] = (found.gram[1:] != found.gram[:-1]) | (found.doc[1:] != found.doc[:-1])
    index = np.arange(new.size)
    return found.take(index - np.maximum.accumulate(np.where(new, index, 0)) < PLACES)


def letters_per_document(fp: Fingerprint) -> np.ndarray:
    """Return how many letters each document has, with the barriers behind its segments."""
    return np.bincount(fp.segment_doc, fp.ends - fp.starts + 1, minlength=len(fp.doc_ids)).astype(np.int64)


def write_generation(folder: Path, parts: Iterator[Places], blocks: list[str], n_letters: int) -> Generation:
    """Write the places of a generation, a file for each part; parts follow each other in the order of the grams."""
    pairs = np.zeros(1)
    seals = []
    for part in parts:
        if part.gram.size:
            counted = _pairs(part)
            pairs = counted if pairs.size == 1 else pairs + counted
            seals.append(_written(folder, part))
    return Generation(seals, blocks, n_letters, pairs.tolist())


def _pairs(part: Places) -> np.ndarray:
    """Count the pairs of places by the documents that hold the gram."""
    first = np.ones(part.gram.size, dtype=bool)
    first[1:] = part.gram[1:] != part.gram[:-1]
    start = np.flatnonzero(first)
    new = first.copy()
    new[1:] |= part.doc[1:] != part.doc[:-1]
    n_docs = np.add.reduceat(new, start, dtype=np.int64)
    n_places = np.where(n_docs > 1, np.diff(np.append(start, part.gram.size)), 0)
    return pairs_by_docs(n_docs, n_places)


def _written(folder: Path, part: Places) -> Seal:
    """Write one file."""
    import pyarrow

    whole = pyarrow.table(dict(zip(_COLUMNS, part, strict=True)))
    groups = (whole.slice(start, ROWS_TOGETHER) for start in range(0, whole.num_rows, ROWS_TOGETHER))
    return write_sealed(folder, "grams", groups, encodings=_ENCODINGS, lookup="gram")


def to_merge(generations: list[Generation]) -> int:
    """Return how many generations, counted from the last, are to be merged into one; 1 if none is.

    Examples
    --------
    >>> def of(n_rows):
    ...     return Generation([Seal("grams", 0, "", "", n_rows, [])], [], 0, [])
    >>> to_merge([of(1000), of(10)]), to_merge([of(1000), of(10), of(10)]), to_merge([of(30), of(10), of(10)])
    (1, 2, 3)
    """
    total, n = 0, 0
    for generation in reversed(generations):
        if n and generation.n_rows >= GROWTH * total:
            break
        total, n = total + generation.n_rows, n + 1
    return max(1, n)


def merged(folder: Path, generations: list[Generation], live: np.ndarray) -> Generation:
    """Write several generations as one, without the documents that are not live, one range of grams at a time.

    Parameters
    ----------
    folder
        The workspace.
    generations
        What to merge.
    live
        Whether each document is, by its number.
    """
    n_rows = sum(generation.n_rows for generation in generations)
    n_parts = 1 << max(0, (n_rows // PART_ROWS).bit_length())
    edges = [(number << KEPT_BITS) // n_parts for number in range(n_parts + 1)]
    parts = (_range(folder, generations, live, low, high) for low, high in pairwise(edges))
    blocks = [block for generation in generations for block in generation.blocks]
    return write_generation(folder, parts, blocks, sum(generation.n_letters for generation in generations))


def _range(folder: Path, generations: list[Generation], live: np.ndarray, low: int, high: int) -> Places:
    """Return the live places of the grams from ``low`` up to ``high``, sorted."""
    found = [Places(*np.zeros((3, 0), dtype=np.int64))]
    for generation in generations:
        for part in generation.parts:
            groups = groups_between(part, low, high)
            if groups.size:
                rows = _read(folder, part, groups)
                found.append(rows.take((rows.gram >= low) & (rows.gram < high) & live[rows.doc]))
    places = Places(*(np.concatenate(column) for column in zip(*found, strict=True)))
    order = np.lexsort((places.letter, places.doc, places.gram))
    return Places(
        places.gram[order], places.doc[order].astype(np.int32), places.letter[order].astype(np.int32)
    )


def groups_between(part: Seal, low: int, high: int) -> np.ndarray:
    """Return the row groups of a file that may hold grams from ``low`` up to ``high``."""
    first = max(0, int(np.searchsorted(part.firsts, low)) - 1)
    return np.arange(first, int(np.searchsorted(part.firsts, high)))


def groups_of(part: Seal, grams: np.ndarray) -> np.ndarray:
    """Return the row groups of a file that may hold some rising grams."""
    if not part.firsts:
        return np.empty(0, dtype=np.int64)
    firsts = np.asarray(part.firsts)
    # A gram may begin in the group before the first that begins with it, and go on to the last that does.
    start = np.maximum(0, np.searchsorted(firsts, grams) - 1)
    end = np.searchsorted(firsts, grams, side="right")
    marks = np.zeros(firsts.size + 1, dtype=np.int64)
    np.add.at(marks, start, 1)
    np.add.at(marks, np.maximum(start, end), -1)
    return np.flatnonzero(np.cumsum(marks)[:-1] > 0)


def _read(folder: Path, part: Seal, groups: np.ndarray) -> Places:
    """Return the rows of some row groups."""
    found = read_sealed(folder, part, _COLUMNS, groups.tolist())
    return Places(*(found[name].to_numpy() for name in _COLUMNS))


def look_up(folder: Path, generation: Generation, grams: np.ndarray) -> Iterator[Places]:
    """Yield the places of some rising grams in a generation, file by file; ``gram`` is the number of the gram among these."""
    for part in generation.parts:
        groups = groups_of(part, grams)
        if groups.size:
            rows = _read(folder, part, groups)
            low, high = (np.searchsorted(rows.gram, grams, side=side) for side in ("left", "right"))
            at, number, _ = flat(low, high)
            yield Places(number, rows.doc[at], rows.letter[at])
