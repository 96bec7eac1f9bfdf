"""The single measures of a plan: its sentences, each with the words of its clauses, weighed by how rare they are."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import numpy as np

from plananalysis.corpus import Corpus
from plananalysis.corpus.sentence_spans import sentences_of
from plananalysis.folding import fold_text
from plananalysis.language.adverbs import GROUPS
from plananalysis.language.nouns import GENERAL_NOUNS
from plananalysis.language.verbs import ROUTINE_VERBS
from plananalysis.segmentation import cut
from plananalysis.themes import heading_end

_CLAUSE = re.compile(r"[^，,：:]+")

ALL_PURPOSE = frozenset().union(ROUTINE_VERBS, GENERAL_NOUNS, *GROUPS)
"""Words that any measure may hold: 加强, 工作, 进一步."""

_ALL_PURPOSE_WEIGHT = 0.015
"""They settle between two sentences that are otherwise as near."""

_FEWEST_LETTERS = 4
"""Shorter sentences are numbers of headings, dates and exclamations."""

_MOST_DOCUMENTS = 200
"""Of so many documents, evenly drawn, the sentences tell how rare a word is."""


class Measure(NamedTuple):
    """A sentence of a plan, and where it stands."""

    start: int
    end: int
    line: int
    passage_id: str
    part: str
    is_heading: bool
    text: str
    folded: str
    words: frozenset[str]


def read_measures(corpus: Corpus, doc_id: str) -> list[Measure]:
    """Return the sentences of a plan in reading order, headings among them, without excluded spans and annexes."""
    text = corpus.text(doc_id)
    passages = corpus.passages[corpus.passages["doc_id"] == doc_id].sort_values("start")
    titled = bool((passages["level"] > 0).any())
    found = []
    row: Any
    for row in passages.itertuples(index=False):
        if row.part == "annex":
            continue
        head = heading_end(text, row)
        for start, end, stop in sentences_of(text, int(row.start), int(row.end)):
            bare = text[start:end]
            if sum(map(str.isalnum, bare)) < _FEWEST_LETTERS:
                continue
            if titled and row.level == 0 and stop == end:  # titles and dates
                continue
            line = int(row.line) + text.count("\n", int(row.start), start)
            place = (start, end, line, row.passage_id, row.part)
            found.append(Measure(*place, start < head, bare, fold_text(bare), frozenset(words_of(bare))))
    return found


def clauses_of(sentence: str) -> list[str]:
    """Return the clauses of a sentence.

    Examples
    --------
    >>> clauses_of("建好码头，方便渔民")
    ['建好码头', '方便渔民']
    """
    return [sentence[start:end] for start, end in clause_spans(sentence)]


def clause_spans(sentence: str) -> Iterator[tuple[int, int]]:
    """Yield where the clauses of a sentence stand in it.

    Examples
    --------
    >>> list(clause_spans("建好码头，方便渔民"))
    [(0, 4), (5, 9)]
    """
    yield from (found.span() for found in _CLAUSE.finditer(sentence) if found.group().strip())


def words_of(text: str) -> list[str]:
    """Return the words of a text, folded, each once; numbers are none.

    Examples
    --------
    >>> words_of("建设码头，再建设码头２座")
    ['建设', '码头', '再', '座']
    """
    return list(
        dict.fromkeys(word for word in cut(fold_text(text)) if word.isalnum() and not _is_number(word))
    )


def _is_number(word: str) -> bool:
    return word[0].isdigit() and word.replace(".", "").isdigit()


class Rarity:
    """How rare a word is over the sentences of a corpus: 1 for a word of two sentences at most, near 0 for one of all.

    Words of all purposes, and further ones that are ``empty`` for what is asked, weigh next to nothing.
    """

    def __init__(self, sentences: Iterable[Measure], *, empty: frozenset[str] = frozenset()) -> None:
        self._held: Counter[str] = Counter()
        self._empty = ALL_PURPOSE | empty
        n = 0
        for sentence in sentences:
            self._held.update(sentence.words)
            n += 1
        self._n = max(n, 2)

    def of(self, word: str) -> float:
        """Return the weight of a word, ln(n / (n with it - 1)) / ln n, at most 1; next to nothing if it is of all purposes."""
        if word in self._empty:
            return _ALL_PURPOSE_WEIGHT
        return max(0.0, float(np.log(self._n / max(1, self._held[word] - 1)) / np.log(self._n)))


def rarity(corpus: Corpus, known: dict[str, list[Measure]]) -> Rarity:
    """Return how rare words are in a corpus; of some plans the sentences are at hand."""
    others = [doc for doc in corpus.documents["doc_id"] if doc not in known]
    step = max(1, len(others) // _MOST_DOCUMENTS)
    read = (read_measures(corpus, doc) for doc in others[::step])
    return Rarity(sentence for plan in (*known.values(), *read) for sentence in plan)
