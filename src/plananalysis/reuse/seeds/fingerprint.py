"""Turn a corpus into one array of folded letters, with the way back to the texts.

Only letters, digits and Han take part in matching. Width, case and traditional characters are folded and every digit
counts as the same one, so that passages whose numbers were exchanged still match. An excluded span ends a segment: no
match runs across it.
"""

import unicodedata
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

import numpy as np

from plananalysis.corpus.model import Corpus
from plananalysis.folding import code_points, simple_array
from plananalysis.groups import judging_groups
from plananalysis.language.punctuation import CLAUSE_MARKS, LIST_MARKS, SENTENCE_MARKS
from plananalysis.reuse.hashing import GOLDEN_64
from plananalysis.reuse.seeds.whole import Whole

GRAM = 5
"""Letters in a wording whose spread over the units is counted, and in the longest seed."""

SMALL_CORPUS = 200_000
"""Letters below which a corpus is small and a seed has one letter less. Runs of four meet by chance in proportion to the square
of the text: seldom enough in forty plans of five thousand letters that each can be looked at, far too often in a thousand."""

NO_BREAK = 0
"""Nothing that ends anything stands before a letter: none, or a quotation mark or bracket."""

LIST_BREAK = 1
"""A mark that parts the members of a list stands before it (、)."""

CLAUSE_BREAK = 2
"""The end of a clause stands before it (，；：)."""

SENTENCE_BREAK = 3
"""The end of a sentence or of a paragraph stands before it, or the segment begins."""

DIGIT = ord("0")
"""The letter that stands for every digit."""

BASIC_PLANE = 0x10000
"""Code points of the basic plane, each of which has its row in the tables; what lies beyond are rare Han."""

FOUR = 4
"""Letters of 16 bits in a word of 64, read, compared and hashed at once."""

_MULTIPLIER = np.uint64(GOLDEN_64)

_STEP = np.uint64(29)
"""Shift between two multiplications, about half a word: brings high bits down, so that they take part in the next one."""

_DROPPED = 0
"""The letter of what takes no part in matching, and of the barrier between segments."""

_DENSE = 2
"""Grams are hashed for a whole stretch of text, and not place by place, if at least one in so many of its letters is asked
for; a matter of speed alone."""

_PRIVATE = 0xE000
"""First code point of the private area, where rare Han beyond the basic plane get a letter: no text uses it."""

_PRIVATE_SIZE = 0x1900
"""Code points of the private area; two rare Han that far apart are taken for one."""

_HAN = range(0x3400, 0xA000)
"""Han of the basic plane, which fold to themselves unless they are traditional."""

_HANGUL = range(0xAC00, 0xD7A4)
"""Syllables of Hangul, which fold to themselves."""

_SURROGATES = 0xD800
"""First code point of the surrogates, which are no characters; the private area follows."""

_COMPATIBILITY = 0xF900
"""First code point behind the private area."""


class Segments:
    """The segment of every letter, found from where the segments start.

    ``segments[positions]`` is as fast as reading an array of one number per letter, and takes no room.
    """

    _BITS = 8
    _AT_ONCE = 1 << 20

    def __init__(self, starts: np.ndarray, n_letters: int) -> None:
        blocks = np.arange(0, n_letters + (1 << self._BITS), 1 << self._BITS)
        self._first = np.maximum(np.searchsorted(starts, blocks, side="right") - 1, 0).astype(np.int32)
        self._next = np.append(starts[1:], np.iinfo(np.int64).max)

    def __getitem__(self, at: np.ndarray) -> np.ndarray:
        result = np.empty(at.size, dtype=np.int32)
        for start in range(0, at.size, self._AT_ONCE):
            here = at[start : start + self._AT_ONCE]
            segment = self._first[here >> self._BITS]
            later = np.flatnonzero(self._next[segment] <= here)
            while later.size:
                segment[later] += 1
                later = later[self._next[segment[later]] <= here[later]]
            result[start : start + self._AT_ONCE] = segment
        return result


class Fingerprint(NamedTuple):
    """The letters of a corpus in one row.

    Attributes
    ----------
    codes : uint16 array, one per letter
        Folded letters of all documents, one after the other; a 0 before, between and after the segments.
    origin : uint16 or int32 array
        Offset of each letter in the text of its document.
    breaks : uint8 array
        The strongest punctuation between each letter and the one before it.
    segment : Segments
        Segment of each letter; a segment is a stretch of one document without excluded spans.
    starts, ends : int64 arrays
        Half-open extent of each segment in ``codes``.
    segment_doc : int32 array
        Document of each segment.
    low, high : int64 arrays
        Half-open extent of each segment in the text of its document, with what stands around its letters.
    doc_ids : list of str
        Documents in the order used here: by unit (by year where years are compared), then ``doc_id``.
    doc_group : int32 array
        Number of the group of each document by which it is judged what everybody writes
        (:func:`plananalysis.groups.judging_groups`).
    years : float array
        Year of each document, infinite where unknown.
    texts : list of str
        The texts, unaltered.
    whole : Whole or None
        What is known of the corpus of which these documents are a part; None if they are all of it.
    """

    codes: np.ndarray
    origin: np.ndarray
    breaks: np.ndarray
    segment: Segments
    starts: np.ndarray
    ends: np.ndarray
    segment_doc: np.ndarray
    low: np.ndarray
    high: np.ndarray
    doc_ids: list[str]
    doc_group: np.ndarray
    years: np.ndarray
    texts: list[str]
    whole: Whole | None = None

    @property
    def n_letters(self) -> int:
        """Letters of the whole corpus, by which it is judged what meets by chance."""
        return self.whole.n_letters if self.whole else self.codes.size

    @property
    def n_groups(self) -> int:
        """Groups of the whole corpus by which it is judged what everybody writes."""
        return max(self.whole.n_groups if self.whole else 0, int(self.doc_group.max()) + 1)

    @property
    def gram(self) -> int:
        """Letters in a seed: two texts are compared where they share a run of this length.

        Four in a small corpus, where short runs rarely meet by chance, else :data:`GRAM`.
        """
        return GRAM - (self.n_letters < SMALL_CORPUS)


@lru_cache(maxsize=1)
def _tables() -> tuple[np.ndarray, np.ndarray]:
    """Return for every character of the basic plane its folded letter (0: dropped) and its break class."""
    letters = np.zeros(BASIC_PLANE, dtype=np.uint16)
    breaks = np.zeros(BASIC_PLANE, dtype=np.uint8)
    letters[_HANGUL.start : _HANGUL.stop] = _HANGUL
    for code in chain(
        range(1, _HANGUL.start), range(_HANGUL.stop, _SURROGATES), range(_COMPATIBILITY, BASIC_PLANE)
    ):
        char = chr(code)
        if code in _HAN:
            letters[code] = code if char.isalnum() else _DROPPED
            continue
        wide = unicodedata.normalize("NFKC", char)
        folded = wide.lower() if len(wide) == 1 else char
        if len(folded) == 1 and folded.isalnum():
            letters[code] = DIGIT if folded.isdigit() else min(ord(folded), BASIC_PLANE - 1)
    letters = simple_array()[letters].astype(np.uint16)
    for chars, level in (
        (LIST_MARKS, LIST_BREAK),
        (CLAUSE_MARKS, CLAUSE_BREAK),
        (SENTENCE_MARKS, SENTENCE_BREAK),
    ):
        for char in chars:
            breaks[ord(char)] = level
    return letters, breaks


def _order(corpus: Corpus) -> tuple[np.ndarray, np.ndarray]:
    """Return the order of documents used here, and the number of the group of each that says what everybody writes."""
    documents = corpus.documents
    judging, by = judging_groups(corpus)
    ids = documents["doc_id"].astype(str).to_numpy(dtype=object)
    unit = documents["unit"].to_numpy(dtype=object)
    named = documents["unit"].notna().to_numpy() & (documents["unit"].fillna("").str.strip() != "").to_numpy()
    keys = [(0, str(u), i) if ok else (1, i, i) for u, ok, i in zip(unit, named, ids, strict=True)]
    if by == "year":  # documents of one group follow each other
        keys = [(int(group), doc, doc) for group, doc in zip(judging, ids, strict=True)]
    order = sorted(range(len(keys)), key=keys.__getitem__)
    numbers: dict[int, int] = {}
    groups = [numbers.setdefault(int(judging[i]), len(numbers)) for i in order]
    return np.asarray(order, dtype=np.int64), np.asarray(groups, dtype=np.int32)


def _kept(points: np.ndarray, spans: list[tuple[int, int]]) -> np.ndarray | None:
    """Return the segment (0, 1, ..) of every character, -1 inside excluded spans; None if nothing is excluded."""
    if not spans:
        return None
    part = np.zeros(len(points) + 1, dtype=np.int32)
    out = np.zeros(len(points) + 1, dtype=np.int32)
    for start, end in spans:
        part[min(end, len(points))] += 1
        out[min(start, len(points))] += 1
        out[min(end, len(points))] -= 1
    return np.where(np.cumsum(out) > 0, -1, np.cumsum(part))[:-1].astype(np.int32)


def _extent(part: np.ndarray, number: int) -> tuple[int, int]:
    """Return where a segment begins and ends in its text."""
    inside = np.flatnonzero(part == number)
    return int(inside[0]), int(inside[-1]) + 1


def fingerprint(corpus: Corpus) -> Fingerprint:
    """Fold every text of a corpus to letters.

    Parameters
    ----------
    corpus
        Documents to fold; the spans of its ``excluded`` table are left out.

    Returns
    -------
    Fingerprint
        Letters, their origin and the segments, in an order that does not depend on that of the documents.
    """
    letter, level = _tables()
    order, group = _order(corpus)
    documents = corpus.documents
    texts = [str(text) for text in documents["text"].iloc[order].to_list()]
    ids = [str(doc) for doc in documents["doc_id"].iloc[order].to_list()]
    excluded: dict[str, list[tuple[int, int]]] = {}
    for doc, start, end in zip(*(corpus.excluded[c] for c in ("doc_id", "start", "end")), strict=True):
        excluded.setdefault(str(doc), []).append((int(start), int(end)))
    letters = _Letters(sum(map(len, texts)), max(map(len, texts), default=0))
    extents: list[tuple[int, int]] = []
    for number, (doc_id, text) in enumerate(zip(ids, texts, strict=True)):
        points = code_points(text)
        near = np.minimum(points, BASIC_PLANE - 1)
        folded = letter[near]
        if points.size and points.max() >= BASIC_PLANE:
            folded = _fold_rare(points, folded)
        part = _kept(points, excluded.get(doc_id, []))
        if part is not None:
            folded = np.where(part >= 0, folded, _DROPPED)
        at = np.flatnonzero(folded)
        if not at.size:
            continue
        strength = level[near]
        strength[at] = NO_BREAK
        gap = np.maximum.reduceat(strength[: at[-1] + 1], np.r_[0, at[:-1]])
        cuts = [0] if part is None else [0, *(np.flatnonzero(np.diff(part[at])) + 1).tolist()]
        for start, end in zip(cuts, [*cuts[1:], at.size], strict=True):
            letters.add(number, folded[at[start:end]], at[start:end], gap[start:end])
            extents.append((0, points.size) if part is None else _extent(part, part[at[start]]))
    starts = np.asarray(letters.starts, dtype=np.int64)
    ends = np.asarray(letters.ends, dtype=np.int64)
    return Fingerprint(
        codes=letters.codes[: letters.size],
        origin=letters.origin[: letters.size],
        breaks=letters.breaks[: letters.size],
        segment=Segments(starts, letters.size),
        starts=starts,
        ends=ends,
        segment_doc=np.asarray(letters.docs, dtype=np.int32),
        low=np.asarray([low for low, _ in extents], dtype=np.int64),
        high=np.asarray([high for _, high in extents], dtype=np.int64),
        doc_ids=ids,
        doc_group=group,
        years=documents["year"].iloc[order].astype("Float64").fillna(np.inf).to_numpy(dtype=float),
        texts=texts,
    )


class _Letters:
    """Letters gathered segment by segment, with a barrier before, between and after."""

    def __init__(self, most: int, longest: int) -> None:
        room = 2 * most + 2  # every letter may be a segment; memory that is not touched costs nothing
        self.codes = np.zeros(room, dtype=np.uint16)
        self.origin = np.zeros(room, dtype=np.uint16 if longest <= np.iinfo(np.uint16).max else np.int32)
        self.breaks = np.zeros(room, dtype=np.uint8)
        self.breaks[0] = SENTENCE_BREAK
        self.size = 1
        self.docs: list[int] = []
        self.starts: list[int] = []
        self.ends: list[int] = []

    def add(self, doc: int, codes: np.ndarray, origin: np.ndarray, breaks: np.ndarray) -> None:
        """Add a segment; its first letter follows the strongest break."""
        start, end = self.size, self.size + codes.size
        self.codes[start:end] = codes
        self.origin[start:end] = origin
        self.breaks[start:end] = breaks
        self.docs.append(doc)
        self.starts.append(start)
        self.ends.append(end)
        self.breaks[[start, end]] = SENTENCE_BREAK
        self.size = end + 1


def _fold_rare(points: np.ndarray, folded: np.ndarray) -> np.ndarray:
    """Give the letters beyond the basic plane a code of the private area."""
    folded = folded.copy()
    for i in np.flatnonzero(points >= BASIC_PLANE):
        if chr(points[i]).isalnum():
            folded[i] = _PRIVATE + points[i] % _PRIVATE_SIZE
    return folded


def gram_hashes(codes: np.ndarray, size: int, at: np.ndarray) -> np.ndarray:
    """Return a well-mixed 64-bit hash of the ``size`` letters, four or more, from each of these rising positions on."""
    # Four letters each, so that a gram takes two or three look-ups; most positions follow each other without a gap.
    words = four_letters(codes)
    first, end = (int(at[0]), int(at[-1]) + 1) if at.size else (0, 0)
    dense = end - first < _DENSE * at.size
    mixed = np.zeros(end - first if dense else at.size, dtype=np.uint64)
    for offset in fours(0, size):
        mixed += words[first + offset : end + offset] if dense else words[at + offset]
        mixed *= _MULTIPLIER
        mixed ^= mixed >> _STEP
    return mixed[at - first] if dense and end - first > at.size else mixed


def fours(start: int, end: int) -> list[int]:
    """Return from which letters on four are to be taken to see all letters of a range of four or more.

    Examples
    --------
    >>> fours(0, 10)
    [0, 4, 6]
    """
    return [*range(start, end - FOUR, FOUR), end - FOUR]


def four_letters(codes: np.ndarray) -> np.ndarray:
    """Return a view of the letters as one number for each four in a row."""
    return np.ndarray((max(0, codes.size - FOUR + 1),), dtype=np.uint64, buffer=codes, strides=codes.strides)


def whole_grams(codes: np.ndarray, size: int) -> np.ndarray:
    """Return where ``size`` letters stand in a row without a barrier between them."""
    whole = codes != 0
    inside = whole.copy()
    for offset in range(1, size):
        whole[:-offset] &= inside[offset:]
    whole[codes.size - size + 1 :] = False
    return whole
