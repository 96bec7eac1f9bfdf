"""The tokens of a corpus as a table that stays small: integer codes from the first step to the last."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from plananalysis import tables
from plananalysis.common_options import Part, corpus_part
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.folding import plain
from plananalysis.lexicon.taken import Words, as_lexicon
from plananalysis.segmentation.cut import cut
from plananalysis.segmentation.kinds import NAMES, PLAIN, kind_of
from plananalysis.segmentation.phrases import Phrases, columns_of, compile_phrases, find_phrases
from plananalysis.segmentation.placeholders import find_placeholders
from plananalysis.segmentation.proper_names import (
    NameFinder,
    Placed,
    compile_names,
    provinces_of,
    unit_names,
)

_BATCH_CHARS = 300_000


def segment(
    corpus: Corpus,
    *,
    lexicon: Words = None,
    extend: bool = True,
    units: Sequence[str] | None = None,
    part: Part = None,
) -> pd.DataFrame:
    """Split the passages of a corpus into tokens, each with its place in the text.

    Lexicon phrases are found first, on the raw text: folded (quotation marks, width, case and ``，、`` do not
    matter), leftmost and longest, within one line of one passage, never beginning or ending inside a number or a
    Latin word. Placeholders (``XX局``, ``X月X日``) come next. What lies between is cut into exactly the words of
    jieba 0.42.1, traditional characters as the simplified ones they stand for (:func:`plananalysis.folding.plain`).
    Of these, names have kinds of their own, so that counts can leave them out: places (of
    :func:`plananalysis.gazetteer`, regions, landscapes), the units of the corpus, and persons known by a title.

    Parameters
    ----------
    corpus : Corpus
        The loaded corpus; excluded spans give no tokens.
    lexicon : table, path or terms, optional
        Your own phrases: a table with the columns ``term`` and ``kind`` (see :func:`plananalysis.load_lexicon` and
        :func:`plananalysis.slogan_lexicon`), the path of a file for it, or terms. By default none.
    extend : bool
        Keep the slogans of the shipped register whole as well; of terms that are equal when folded, your own
        stands. With False, your phrases are the only ones.
    units : sequence of str, optional
        Names of kind ``unit``; by default those of the corpus and their parts (财政局 of 青澜市财政局).
    part
        Read only these parts of the plans; as in :func:`plananalysis.count_features`.

    Returns
    -------
    DataFrame
        One row per token, in the order of the passages:

        - ``doc_id``, ``passage_id``: where it stands,
        - ``start``, ``end``: its span in the document's text, in code points, half-open,
        - ``token``: the word in simplified characters and half-width letters and digits, so that both scripts count
          as one; for a lexicon phrase the term as the lexicon writes it,
        - ``kind``: ``word``, ``place``, ``unit``, ``person``, ``number``, ``latin``, ``placeholder``,
          ``punctuation``, or for a lexicon phrase its kind there (``slogan`` in the shipped register).

        Every character outside excluded spans that is not white space lies in exactly one token. Punctuation is
        kept, so that the tokens rejoin to the text; white space gives no token.

    Raises
    ------
    InputError
        If the lexicon is none of these, or its file cannot be read.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> corpus = corpus_from_texts({"plan": "坚持“不忘初心，牢记使命”，X月底前完成。"})
    >>> segment(corpus)[["start", "end", "token", "kind"]]
       start  end      token         kind
    0      0    2         坚持         word
    1      2    3          “  punctuation
    2      3   12  不忘初心、牢记使命       slogan
    3     12   13          ”  punctuation
    4     13   14          ，  punctuation
    5     14   15          X  placeholder
    6     15   17         月底         word
    7     17   18          前         word
    8     18   20         完成         word
    9     20   21          。  punctuation
    """
    check_corpus(corpus)
    corpus = corpus_part(part, corpus)
    own = as_lexicon(lexicon, extend=extend)
    phrases = compile_phrases(tuple(own["term"].tolist()), tuple(own["kind"].tolist()))
    if corpus.passages.empty:
        return tables.empty("tokens")
    vocabulary = _Vocabulary()
    names = NameFinder(compile_names(unit_names(corpus) if units is None else list(units)))
    parts = [_segment_batch(batch, phrases, names, vocabulary) for batch in _batches(corpus)]
    rows = [np.concatenate(column) for column in zip(*parts, strict=True)]
    return _table(_Rows(*rows), corpus.passages, vocabulary)


class _Batch(NamedTuple):
    """Passages of about the same number of characters as other batches, joined by line ends."""

    text: str
    starts_here: np.ndarray
    starts_in_document: np.ndarray
    provinces: np.ndarray
    first: int


class _Rows(NamedTuple):
    """Token rows as arrays: number of the passage, span in the document, codes of token and kind."""

    passage: np.ndarray
    start: np.ndarray
    end: np.ndarray
    token: np.ndarray
    kind: np.ndarray


class _Vocabulary(dict[str, int]):
    """Words numbered in the order in which they are first asked for, with length and kind of each."""

    def __init__(self) -> None:
        super().__init__()
        self.kinds: dict[str, int] = {}
        self._known = 0
        self._lengths = np.zeros(0, np.int32)
        self._word_kinds = np.zeros(0, np.int8)

    def __missing__(self, word: str) -> int:
        self[word] = number = len(self)
        return number

    def kind(self, name: str) -> int:
        """Return the number of a kind."""
        return self.kinds.setdefault(name, len(self.kinds))

    def lengths_and_kinds(self) -> tuple[np.ndarray, np.ndarray]:
        """Return length and kind of every word, by its number."""
        new = list(self)[self._known :]
        if new:
            lengths = np.fromiter(map(len, new), np.int32, len(new))
            word, plain = self.kind("word"), PLAIN.fullmatch
            told = (word if plain(each) else self.kind(kind_of(each)) for each in new)
            kinds = np.fromiter(told, np.int8, len(new))
            self._lengths = np.concatenate([self._lengths, lengths])
            self._word_kinds = np.concatenate([self._word_kinds, kinds])
            self._known = len(self)
        return self._lengths, self._word_kinds


def _batches(corpus: Corpus) -> Iterator[_Batch]:
    """Yield the passages in batches: big enough for arrays to pay, small enough for memory not to matter."""
    texts = dict(corpus.texts())
    spans = zip(
        *(corpus.passages[column].tolist() for column in ("doc_id", "start", "end")),
        strict=True,
    )
    units = corpus.documents["unit"].unique()
    province = pd.Series(provinces_of(units), index=units).reindex(corpus.documents["unit"])
    by_doc = dict(zip(corpus.documents["doc_id"], province.tolist(), strict=True))
    provinces = corpus.passages["doc_id"].map(by_doc).to_numpy(np.int64)
    pieces: list[str] = []
    starts: list[int] = []
    chars = first = 0
    for number, (doc_id, start, end) in enumerate(spans):
        if pieces and chars + end - start > _BATCH_CHARS:
            yield _batch(pieces, starts, provinces, first)
            pieces, starts, chars, first = [], [], 0, number
        pieces.append(texts[doc_id][start:end])
        starts.append(start)
        chars += end - start
    yield _batch(pieces, starts, provinces, first)


def _batch(pieces: list[str], starts: list[int], provinces: np.ndarray, first: int) -> _Batch:
    """Join pieces of text by line ends, which no word and no phrase crosses."""
    lengths = np.array([len(piece) + 1 for piece in pieces], np.int64)
    return _Batch(
        "\n".join(pieces),
        np.cumsum(lengths) - lengths,
        np.array(starts, np.int64),
        provinces[first : first + len(pieces)],
        first,
    )


def _segment_batch(batch: _Batch, phrases: Phrases, names: NameFinder, vocabulary: _Vocabulary) -> _Rows:
    """Return the rows of one batch, in reading order."""
    text = plain(batch.text)
    matches = find_phrases(text, phrases)
    rest = _blank(text, [match[:2] for match in matches])
    open_spots = [(s, e) for s, e in find_placeholders(text) if "\n" not in rest[s:e]]
    rest = _blank(rest, open_spots)

    words = cut(rest)
    token = np.fromiter(map(vocabulary.__getitem__, words), np.int32, len(words))
    lengths, word_kinds = vocabulary.lengths_and_kinds()
    end = np.cumsum(lengths[token], dtype=np.int64)
    start = end - lengths[token]
    kind = word_kinds[token]
    kept = kind != vocabulary.kind("space")

    found = _phrase_columns(matches, phrases, vocabulary)
    marked = [(s, e, vocabulary[text[s:e]], vocabulary.kind("placeholder")) for s, e in open_spots]
    parts = (start[kept], end[kept], token[kept], kind[kept]), found, np.array(marked, int).reshape(-1, 4).T
    columns = [np.concatenate(column) for column in zip(*parts, strict=True)]
    order = np.argsort(columns[0], kind="stable")
    columns = [column[order] for column in columns]
    start, end, token, kind = columns
    piece = np.searchsorted(batch.starts_here, start, side="right") - 1
    word = kind == vocabulary.kind("word")
    placed = Placed(start, end, token, word, batch.provinces[piece])
    names.learn(list(vocabulary))
    for name, told in zip(NAMES, names.kinds(text, placed), strict=True):
        if told.any():
            kind[told] = vocabulary.kind(name)
    shift = (batch.starts_in_document - batch.starts_here)[piece]
    return _Rows(
        (piece + batch.first).astype(np.int32),
        (start + shift).astype(np.int32),
        (end + shift).astype(np.int32),
        token.astype(np.int32),
        kind.astype(np.int8),
    )


def _phrase_columns(
    matches: list[tuple[int, int, int]], phrases: Phrases, vocabulary: _Vocabulary
) -> tuple[np.ndarray, ...]:
    """Return start, end, token and kind of the matches; each phrase is looked up once."""
    start, end, number = columns_of(matches)
    token, kind = np.zeros(len(phrases.terms), np.int32), np.zeros(len(phrases.terms), np.int8)
    for n in dict.fromkeys(number.tolist()):
        token[n] = vocabulary[phrases.terms[n]]
        kind[n] = vocabulary.kind(phrases.kinds[n])
    return start, end, token[number], kind[number]


def _blank(text: str, spans: list[tuple[int, int]]) -> str:
    """Put line ends in the place of spans: nothing is cut there, and all that lies behind keeps its place."""
    parts = []
    done = 0
    for start, end in spans:
        parts += [text[done:start], "\n" * (end - start)]
        done = end
    return "".join([*parts, text[done:]])


def _table(rows: _Rows, passages: pd.DataFrame, vocabulary: _Vocabulary) -> pd.DataFrame:
    """Return the token table, its words in categories sorted by code point."""
    documents = pd.factorize(passages["doc_id"])
    used = np.bincount(rows.token, minlength=len(vocabulary)) > 0
    words = np.array(list(vocabulary), dtype=object)
    order = np.array(sorted(np.flatnonzero(used), key=words.__getitem__), dtype=np.int64)
    new_code = np.zeros(len(vocabulary), np.int32)
    new_code[order] = np.arange(len(order), dtype=np.int32)
    kinds = [*vocabulary.kinds]
    present = [kind for kind in kinds if kind != "space"]
    kind_code = np.array([present.index(kind) if kind in present else -1 for kind in kinds], np.int8)
    return tables.conform(
        pd.DataFrame(
            {
                "doc_id": _categorical(documents[0][rows.passage], documents[1]),
                "passage_id": _categorical(rows.passage, passages["passage_id"]),
                "start": rows.start,
                "end": rows.end,
                "token": _categorical(new_code[rows.token], words[order]),
                "kind": _categorical(kind_code[rows.kind], present),
            },
            copy=False,
        ),
        "tokens",
    )


def _categorical(
    codes: np.ndarray, categories: "pd.Series[str] | pd.Index[str] | np.ndarray | list[str]"
) -> pd.Categorical:
    """Return a categorical column from codes, without an object per row."""
    return pd.Categorical.from_codes(codes, categories=pd.Index(categories, dtype="str"))
