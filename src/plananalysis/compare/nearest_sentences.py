"""The sentence of another text that comes nearest to a measure, and how much of what the measure asks for it holds."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from plananalysis.compare.single_measures import Measure, Rarity, clauses_of, words_of

PART_OF_WORD = 0.8
"""What a longer word counts for whose pairs of characters a sentence holds all, though not the word."""

ENOUGH = 1.0
"""A clause is answered by a sentence that shares as much with it as one word that stands in these two alone."""

SHORT_CLAUSE = 0.6
"""A clause of commoner words is answered by this share of them."""

SAYS_NOTHING = 0.6
"""A clause of less weight asks for nothing: 要突出重点, 注重实效."""

MOST_MISSING = 8
"""Words that are listed as missing; they fit a cell."""


class Asked(NamedTuple):
    """A measure and what it asks for: per clause its words and their weights."""

    measure: Measure
    clauses: list[list[tuple[str, float]]]


class Answer(NamedTuple):
    """The sentence of the other plan that comes nearest, and how near."""

    nearest: Measure
    evidence: float
    coverage: float
    missing: list[str]


def asked_of(plan: Sequence[Measure], weights: Rarity) -> Iterator[Asked]:
    """Yield the measures that ask for something, with their telling clauses."""
    for measure in plan:
        weighed = [
            [(word, weights.of(word)) for word in words_of(clause)] for clause in clauses_of(measure.text)
        ]
        telling = [words for words in weighed if sum(weight for _, weight in words) >= SAYS_NOTHING]
        if telling:
            yield Asked(measure, telling)


def nearness(one: Asked, held: Mapping[str, np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """Return for each sentence of the other plan the evidence that it answers a measure, and what share of its words it holds.

    Parameters
    ----------
    one
        The measure.
    held
        How far each sentence holds each of its words, as :func:`held_in` gives.
    """
    shared = np.array([sum(weight * held[word] for word, weight in clause) for clause in one.clauses])
    whole = np.array([sum(weight for _, weight in clause) for clause in one.clauses])
    evidence = (shared / np.minimum(ENOUGH, SHORT_CLAUSE * whole)[:, None]).max(axis=0)
    return evidence, shared.sum(axis=0) / whole.sum()


def words_held(asked: Iterable[Asked], plan: Sequence[Measure]) -> dict[str, np.ndarray]:
    """Return how far each sentence of a plan holds each word of some measures."""
    words = dict.fromkeys(word for one in asked for clause in one.clauses for word, _ in clause)
    return {word: held_in(word, plan) for word in words}


def answers_of(asked: Sequence[Asked], plan: Sequence[Measure]) -> Iterator[Answer]:
    """Yield for each measure the sentence of the other plan that comes nearest."""
    held = words_held(asked, plan)
    for one in asked:
        evidence, coverage = nearness(one, held)
        nearest = int(np.argmax(np.round(evidence + coverage, 9)))
        lacking = {
            word: weight
            for clause in one.clauses
            for word, weight in clause
            if held[word][nearest] < PART_OF_WORD
        }
        missing = sorted(lacking, key=lambda word: -round(lacking[word], 9))[:MOST_MISSING]
        yield Answer(plan[nearest], float(evidence.max()), float(coverage[nearest]), missing)


def held_in(word: str, plan: Sequence[Measure]) -> np.ndarray:
    """Return how far each sentence holds a word: 1 if it does, else less by the pairs of its characters."""
    held = np.array([word in sentence.words for sentence in plan], dtype=float)
    if len(word) > 2:
        pairs = [word[i : i + 2] for i in range(len(word) - 1)]
        parts = [sum(pair in sentence.folded for pair in pairs) / len(pairs) for sentence in plan]
        held = np.maximum(held, PART_OF_WORD * np.array(parts))
    return held
