"""Plant known reuse in a corpus, so that the method can be checked on one's own documents."""

import random
import re
from string import digits

import pandas as pd

from plananalysis import tables
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.errors import InputError

LEVELS = ("verbatim", "light", "medium", "heavy")

_SENTENCE = re.compile(r"[^。！？\n]+[。！？]")
_CLAUSE = re.compile(r"[^，；：,;:。！？]+[，；：,;:。！？]?")
_MARKS = "，；：,;:。！？"
_SHARE = {"light": 0.07, "medium": 0.2, "heavy": 0.35}
"""Part of the characters (light) or words that are edited, as in the obfuscation levels of the benchmarks for reworded reuse."""

_WORD = 2
"""Characters of a word, taken for the usual length in plans: edits need no true words."""

_VOCABULARY_STEP = 7
"""One word in so many characters of the corpus is put into the vocabulary that edits draw from, a sample as plans word things."""

_DOCUMENTS_PER_CASE = 2
"""Documents to each passage that is planted by default."""

_FEWEST_CASES = len(LEVELS)
"""Passages planted by default, at least: one of each level."""

_SWAPPED = 0.5
"""Part of the pairs of neighbouring clauses that a medium rewording swaps."""


def plant_reuse(
    corpus: Corpus, *, seed: int, n: int | None = None, min_chars: int = 60, max_chars: int = 300
) -> tuple[Corpus, pd.DataFrame]:
    """Return a corpus with planted passages, and where they are.

    Whole sentences of one document are copied into another between two sentences: verbatim, or with ``light`` (7 %
    of the characters, numbers exchanged), ``medium`` (20 % of the words, neighbouring clauses swapped) or ``heavy``
    edits (35 % of the words, all clauses shuffled).

    Parameters
    ----------
    corpus
        Documents to plant in; it is not changed. Excluded spans neither give nor take passages.
    seed
        The same seed plants the same passages.
    n
        Passages to plant, at most: one is left out where it would cut another in two or repeat its source. By default
        one for every two documents, at least four.
    min_chars, max_chars
        Characters of a passage, about.

    Returns
    -------
    corpus : Corpus
        The documents with the planted passages. Offsets of its other tables are moved accordingly.
    truth : DataFrame
        ``doc_a, start_a, end_a`` (the source), ``doc_b, start_b, end_b`` (the copy), ``level``, ``relation``
        (``direct``); input for :func:`evaluate`.

    Raises
    ------
    InputError
        If there are fewer than two documents, or none holds sentences enough.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> corpus = corpus_from_texts({"a": "新修步道八公里。巩固整治成果。", "b": "办好渔港节庆。落实河长制。"})
    >>> planted, truth = plant_reuse(corpus, seed=1, n=1, min_chars=6, max_chars=12)
    >>> case = truth.iloc[0]
    >>> planted.text(case["doc_a"])[case["start_a"]:case["end_a"]] in corpus.text(case["doc_a"])
    True
    """
    check_corpus(corpus)
    if len(corpus) < 2:
        raise InputError("planting reuse takes two documents or more; load a larger corpus")
    rng = random.Random(seed)  # noqa: S311 - reproducible, not secret
    texts = dict(sorted(corpus.texts()))
    names = list(texts)
    sentences = {doc: _sentences(corpus, doc, text) for doc, text in texts.items()}
    givers = [doc for doc in names if sentences[doc]]
    if len(givers) < 2:
        raise InputError(
            "fewer than two documents hold sentences that end in 。！ or ？; nothing can be planted"
        )
    vocabulary = [
        text[i : i + _WORD] for text in texts.values() for i in range(0, len(text) - _WORD, _VOCABULARY_STEP)
    ]
    vocabulary = [word for word in vocabulary if word.isalpha()] or ["工作"]
    taken: dict[str, list[tuple[int, int]]] = {doc: [] for doc in names}
    inserted: dict[str, list[tuple[int, str, int]]] = {doc: [] for doc in names}
    cases: list[tuple[str, int, int, str, str]] = []
    for number in range(n if n is not None else max(_FEWEST_CASES, len(corpus) // _DOCUMENTS_PER_CASE)):
        giver, taker = rng.sample(givers, 2)
        start, end = _pick(rng, sentences[giver], rng.randint(min_chars, max_chars))
        places = [at for _, at in sentences[taker] if all(not s < at < e for s, e in taken[taker])]
        cut = any(start < at < end for at, _, _ in inserted[giver])
        again = any(start < e and s < end for s, e in taken[giver])
        if not places or cut or again:
            continue
        taken[giver].append((start, end))
        level = LEVELS[number % len(LEVELS)]
        copy = _reworded(rng, texts[giver][start:end], level, vocabulary)
        inserted[taker].append((rng.choice(places), copy, len(cases)))
        cases.append((giver, start, end, taker, level))
    for entries in inserted.values():
        entries.sort(key=lambda entry: (entry[0], entry[2]))
    copies = _copy_offsets(inserted)
    truth = [
        (
            doc,
            _moved(inserted[doc], start),
            _moved(inserted[doc], end, before=True),
            taker,
            *copies[i],
            level,
            "direct",
        )
        for i, (doc, start, end, taker, level) in enumerate(cases)
    ]
    columns = ["doc_a", "start_a", "end_a", "doc_b", "start_b", "end_b", "level", "relation"]
    return _planted(corpus, texts, inserted), pd.DataFrame(truth, columns=columns)


def _sentences(corpus: Corpus, doc: str, text: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences of a document that touch nothing excluded."""
    left_out = corpus.excluded[corpus.excluded["doc_id"] == doc]
    spans = [found.span() for found in _SENTENCE.finditer(text)]
    barred = list(zip(left_out["start"], left_out["end"], strict=True))
    return [(s, e) for s, e in spans if all(e <= x or s >= y for x, y in barred)]


def _pick(rng: random.Random, sentences: list[tuple[int, int]], goal: int) -> tuple[int, int]:
    """Return the span of neighbouring sentences that reach about the goal."""
    first = rng.randrange(len(sentences))
    start, end = sentences[first]
    for left, right in sentences[first + 1 :]:
        if end - start >= goal or left != end:
            break
        end = right
    return start, end


def _reworded(rng: random.Random, text: str, level: str, vocabulary: list[str]) -> str:
    """Return the text with the edits of a level."""
    if level == "verbatim":
        return text
    text = "".join(rng.choice(digits) if char in digits else char for char in text)
    if level == "light":
        return "".join(_edited(rng, char, _SHARE[level], vocabulary) for char in text)
    clauses = _CLAUSE.findall(text)
    bodies = [clause.rstrip(_MARKS) for clause in clauses]
    if level == "heavy":
        rng.shuffle(bodies)
    else:
        for i in range(0, len(bodies) - 1, 2):
            if rng.random() < _SWAPPED:
                bodies[i], bodies[i + 1] = bodies[i + 1], bodies[i]
    edited = []
    for body, clause in zip(bodies, clauses, strict=True):
        words = [body[i : i + _WORD] for i in range(0, len(body), _WORD)]
        edited.append("".join(_edited(rng, word, _SHARE[level], vocabulary) for word in words))
        edited.append(clause[len(clause.rstrip(_MARKS)) :])
    return "".join(edited)


def _edited(rng: random.Random, piece: str, share: float, vocabulary: list[str]) -> str:
    """Return a piece replaced, deleted or lengthened with the given probability, else as it is."""
    if not piece.isalnum() or rng.random() >= share:
        return piece
    other = rng.choice(vocabulary)[: len(piece)]
    return rng.choice([other, "", piece + other])


def _moved(entries: list[tuple[int, str, int]], offset: int, *, before: bool = False) -> int:
    """Return where an offset lies after the insertions; one exactly there comes after it unless ``before``."""
    return offset + sum(len(copy) for at, copy, _ in entries if at < offset or (at == offset and not before))


def _copy_offsets(inserted: dict[str, list[tuple[int, str, int]]]) -> dict[int, tuple[int, int]]:
    """Return start and end of each planted copy, by the number of its case."""
    copies: dict[int, tuple[int, int]] = {}
    for entries in inserted.values():
        shift = 0
        for at, copy, case in entries:
            copies[case] = (at + shift, at + shift + len(copy))
            shift += len(copy)
    return copies


def _planted(
    corpus: Corpus, texts: dict[str, str], inserted: dict[str, list[tuple[int, str, int]]]
) -> Corpus:
    """Return the corpus with the copies inserted and all offsets moved."""
    grown = {}
    for doc, text in texts.items():
        parts, last = [], 0
        for at, copy, _ in inserted[doc]:
            parts += [text[last:at], copy]
            last = at
        grown[doc] = "".join([*parts, text[last:]])
    documents = corpus.documents.copy()
    documents["text"] = documents["doc_id"].map(grown).astype("str")
    documents["n_chars"] = documents["text"].str.len().astype("int64")
    return Corpus(
        documents=tables.conform(documents, "documents", extra=True),
        passages=_moved_table(corpus.passages, inserted, opens_after=False),
        excluded=_moved_table(corpus.excluded, inserted, opens_after=True),
        skipped=corpus.skipped,
    )


def _moved_table(
    table: pd.DataFrame, inserted: dict[str, list[tuple[int, str, int]]], *, opens_after: bool
) -> pd.DataFrame:
    """Return a table of spans with its offsets moved; a copy between two spans belongs to the former or to neither."""
    docs = table["doc_id"].tolist()
    start = [
        _moved(inserted[doc], at, before=at == 0)
        for doc, at in zip(docs, table["start"].tolist(), strict=True)
    ]
    end = [
        _moved(inserted[doc], at, before=opens_after)
        for doc, at in zip(docs, table["end"].tolist(), strict=True)
    ]
    return table.assign(
        start=pd.Series(start, index=table.index, dtype="int64"),
        end=pd.Series(end, index=table.index, dtype="int64"),
    )
