"""How alike two parts of plans are worded: their words, and their nearest clauses."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np
from scipy.sparse import csr_matrix

from plananalysis.compare.nodes import Node
from plananalysis.folding import fold_text
from plananalysis.segmentation import cut

_CLAUSE_END = re.compile(r"[。！？；;，,\n：:]")

_MIN_CLAUSE = 6
"""Shorter clauses (要求, 抓好落实) say nothing of their own."""

_BEST_CLAUSES = 3
"""So many of the best matched clauses speak for two nodes; more would punish items of unequal length."""

_KEPT = 2048
"""Words of so many texts are kept: a part of a plan is compared several times, with sections and items and plans."""

_Terms = Sequence[Sequence[str]]


def word_similarity(a: Sequence[Node], b: Sequence[Node], background: Sequence[Node]) -> np.ndarray:
    """Return the TF-IDF cosine of the words of heading and text for every two nodes."""
    left, right, known = ([words_of_item(node) for node in nodes] for nodes in (a, b, background))
    return _cosines(left, right, known)


def clause_similarity(a: Sequence[Node], b: Sequence[Node], background: Sequence[Node]) -> np.ndarray:
    """Return the mean likeness of the best matched clauses for every two nodes, seen from both sides.

    Clauses are compared by the TF-IDF cosine of their character bigrams and trigrams.
    """
    split_a, split_b = ([_clauses(_whole(node)) for node in nodes] for nodes in (a, b))
    left, right = ([_grams(clause) for node in split for clause in node] for split in (split_a, split_b))
    match = _cosines(left, right, [_grams(_whole(node)) for node in background])
    at_a, at_b = (np.cumsum([0, *map(len, split)]) for split in (split_a, split_b))
    return (_best(match, at_a, at_b) + _best(match.T, at_b, at_a).T) / 2


def _best(match: np.ndarray, rows: np.ndarray, columns: np.ndarray) -> np.ndarray:
    """Return for groups of rows and of columns the mean over the rows that find the best column."""
    best = np.maximum.reduceat(match, columns[:-1], axis=1)
    return np.array([np.sort(best[i:j], axis=0)[-_BEST_CLAUSES:].mean(axis=0) for i, j in pairwise(rows)])


def _whole(node: Node) -> str:
    return f"{node.heading}。{node.body}"


def words_of_item(node: Node) -> tuple[str, ...]:
    """Return the words of a node that have two characters or more, folded, in the order of the text."""
    return _words(_whole(node))


@lru_cache(maxsize=_KEPT)
def _words(text: str) -> tuple[str, ...]:
    """Return the words of two characters and more."""
    return tuple(word for word in cut(fold_text(text)) if len(word) > 1)


def _clauses(text: str) -> list[str]:
    return [clause for clause in _CLAUSE_END.split(text) if len(clause) >= _MIN_CLAUSE] or [text]


@lru_cache(maxsize=_KEPT)
def _grams(text: str) -> tuple[str, ...]:
    letters = "".join(filter(str.isalnum, fold_text(text)))
    return tuple(letters[i : i + n] for n in (2, 3) for i in range(len(letters) - n + 1))


def _cosines(a: _Terms, b: _Terms, background: _Terms) -> np.ndarray:
    """Return the cosines of TF-IDF vectors, (1 + ln tf) · (1 + ln((N + 1) / (df + 1))), df in the background."""
    frequency = Counter(term for terms in background for term in dict.fromkeys(terms))
    number = {term: place for place, term in enumerate(frequency)}
    rarity = 1 + np.log((len(background) + 1) / (np.fromiter(frequency.values(), dtype=float) + 1))
    left, right = (_vectors(terms, number, rarity) for terms in (a, b))
    return (left @ right.T).toarray()


def _vectors(texts: _Terms, number: dict[str, int], rarity: np.ndarray) -> csr_matrix:
    """Return rows of length 1 (or empty ones)."""
    counts = [Counter(number[term] for term in terms if term in number) for terms in texts]
    sizes = np.array([len(count) for count in counts], dtype=np.int64)
    places = np.array([place for count in counts for place in count], dtype=np.int64)
    values = np.array([n for count in counts for n in count.values()], dtype=float)
    values = (1 + np.log(values)) * rarity[places]
    row = np.repeat(np.arange(len(texts)), sizes)
    length = np.sqrt(np.bincount(row, weights=values**2, minlength=len(texts)))
    return csr_matrix((values / length[row], (row, places)), shape=(len(texts), len(number)))
