"""The whole corpus as one folded stream of characters, with everything that is needed to look around a place.

A *place* is an index into the stream. Line ends stay in the stream, so that nothing matches across two lines;
excluded spans are blanked to line ends, so that nothing matches inside them.
"""

from typing import NamedTuple

import numpy as np

from plananalysis.corpus.model import Corpus
from plananalysis.folding import DROPPED, QUOTES, code_points, fold_array, plain
from plananalysis.language.cited import TITLES
from plananalysis.language.rules import prefilter

_BREAK = ord("\n")
_COMMA = ord("、")
_OPENING = "“‘「『〝„"
_STRAIGHT = "\"'＂＇"

_TITLE = prefilter(TITLES)


class Stream(NamedTuple):
    """Folded characters of all documents, one entry per place in every array."""

    text: str
    codes: np.ndarray
    """Code points of ``text``."""
    doc: np.ndarray
    """Number of the document in ``corpus.documents``."""
    origin: np.ndarray
    """Offset in the document's text."""
    hard: np.ndarray
    """True where no slogan goes on: line ends, sentence marks, brackets, titles."""
    comma: np.ndarray
    opens: np.ndarray
    """True where an opening quotation mark stands directly before the character."""
    closes: np.ndarray
    """True where a closing one stands directly after it."""
    raw: np.ndarray
    """Place in the text of all documents joined by line ends."""
    joined: str
    """That text."""
    plain: str
    """The same in simplified characters and half-width letters."""

    @property
    def edge(self) -> np.ndarray:
        """Places that bound a clause: hard ones and commas."""
        return self.hard | self.comma


def neighbours(stream: Stream) -> tuple[np.ndarray, np.ndarray]:
    """Return for every place, the end included, the characters before and behind a string that begins or ends there.

    Where a clause or a quotation begins or ends, the neighbour is 0. One figure is as good as another.
    """
    size = len(stream.codes)
    codes = np.where((stream.codes >= ord("0")) & (stream.codes <= ord("9")), ord("0"), stream.codes)
    before, behind = np.zeros((2, size + 1), dtype=stream.codes.dtype)
    before[1:size] = np.where(stream.edge[:-1] | stream.opens[1:], 0, codes[:-1])
    behind[1:size] = np.where(stream.edge[1:] | stream.closes[:-1], 0, codes[1:])
    return before, behind


def _word_mask() -> np.ndarray:
    """Return for every code point whether a slogan may hold it."""
    mask = np.zeros(0x110000, dtype=bool)
    for low, high in ((0x30, 0x3A), (0x61, 0x7B), (0x3400, 0x4DC0), (0x4E00, 0xA000), (0x20000, 0x32000)):
        mask[low:high] = True
    for char in "、+•·〇°":
        mask[ord(char)] = True
    return mask


def _mask_of(chars: str) -> np.ndarray:
    """Return for every code point whether it is one of some characters."""
    mask = np.zeros(0x110000, dtype=bool)
    mask[[ord(char) for char in chars]] = True
    return mask


def join_texts(corpus: Corpus) -> tuple[str, np.ndarray]:
    """Return all texts joined by line ends, and where each begins."""
    texts = [text for _, text in corpus.texts()]
    sizes = np.fromiter((len(text) + 1 for text in texts), dtype=np.int64, count=len(texts))
    return "".join(text + "\n" for text in texts), np.concatenate([[0], np.cumsum(sizes)])


def fold_corpus(corpus: Corpus) -> Stream:
    """Fold all texts of a corpus into one stream, excluded spans blanked."""
    joined, begins = join_texts(corpus)
    written = plain(joined)
    raw_codes = code_points(written).copy()
    number = {doc_id: i for i, doc_id in enumerate(corpus.documents["doc_id"])}
    excluded = corpus.excluded
    for doc_id, start, end in zip(excluded["doc_id"], excluded["start"], excluded["end"], strict=True):
        if doc_id in number:
            base = int(begins[number[doc_id]])
            raw_codes[base + start : base + end] = _BREAK
    folded = fold_array(keep_lines=True).take(raw_codes, mode="clip")
    raw = np.flatnonzero(folded != DROPPED).astype(np.int32)
    codes = folded[raw]
    text = codes.astype("<u4").tobytes().decode("utf-32-le")
    opening = _mask_of(_OPENING + _STRAIGHT)[raw_codes]
    closing = _mask_of("".join(QUOTES.difference(_OPENING)))[raw_codes]
    hard = ~_word_mask()[codes]
    for match in _TITLE.finditer(text):
        hard[match.start() : match.end()] = True
    bounds = np.searchsorted(raw, begins.astype(raw.dtype))
    doc = np.repeat(np.arange(len(begins) - 1, dtype=np.int32), np.diff(bounds))
    return Stream(
        text=text,
        codes=codes,
        doc=doc,
        origin=raw - np.repeat(begins[:-1].astype(raw.dtype), np.diff(bounds)),
        hard=hard,
        comma=codes == _COMMA,
        opens=np.concatenate([[False], opening])[raw],
        closes=np.append(closing, False)[raw + 1],
        raw=raw,
        joined=joined,
        plain=written,
    )
