"""What a part of a plan is about: its themes, and the tasks it sets, by terms that speak for them.

``data/tasks.csv`` names some hundred tasks that plans of party committees and governments set year after year (理论学习,
发展党员, 招商引资, 养老托育): finer than a theme, so that two items on the same task meet although they share no
wording. It was written for this package from general
knowledge of such plans and cites no source. A decisive term counts twice as much as a typical one.
"""

import csv
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import pandas as pd

from plananalysis.compare.nodes import Node
from plananalysis.lexicon.theme_lexicons import SHIPPED, ThemeLexicon, check_theme_lexicon
from plananalysis.tables import LIST_SEPARATOR
from plananalysis.themes.term_matching import Matcher, expand, find_terms, matcher

_TASKS = Path(__file__).parent / "data" / "tasks.csv"

_WEIGHTS = {"decisive": 2.0, "typical": 1.0}

_TASK_HEADING = 3.0
_THEME_HEADING = 2.0
"""How much more a term counts in the heading than in the text below it."""

_EXPONENT = 0.7
"""Raises the profile of tasks, so that one often-named task does not hide the others."""


@lru_cache(maxsize=1)
def task_matcher() -> Matcher:
    """Return the terms of the tasks ready for matching."""
    return matcher(task_lexicon())


@lru_cache(maxsize=1)
def task_lexicon() -> pd.DataFrame:
    """Return the tasks as a theme lexicon: theme (the task), term, weight, source."""
    with _TASKS.open(encoding="utf-8", newline="") as file:
        rows = [
            (row["task"], term, weight, row["field"])
            for row in csv.DictReader(file)
            for column, weight in _WEIGHTS.items()
            for term in row[column].split(LIST_SEPARATOR)
            if term
        ]
    frame = pd.DataFrame(rows, columns=["theme", "term", "weight", "source"])
    return check_theme_lexicon(frame.drop_duplicates(["theme", "term"], ignore_index=True), name=_TASKS.name)


def choose_lexicon(lexicon: ThemeLexicon | None, texts: Sequence[str]) -> Matcher:
    """Return the terms of a theme lexicon; for ``None`` of the shipped one that covers the texts best."""
    if lexicon is not None:
        return matcher(lexicon)
    candidates = [matcher(name) for name in SHIPPED]
    # Long terms are the telling ones; a lexicon that knows a text finds more of its characters.
    covered = [
        [int((found.end - found.start).sum()) for found in (find_terms([text], terms) for text in texts)]
        for terms in candidates
    ]
    return candidates[int(np.argmax([np.prod(counts, dtype=float) for counts in covered]))]


def theme_vectors(nodes: Sequence[Node], terms: Matcher) -> np.ndarray:
    """Return one row of theme scores per node, of length 1."""
    heading, body = _counts(nodes, terms)
    n = _THEME_HEADING * heading + body
    return _unit(_project(np.where(n > 0, 1 + np.log(np.maximum(n, 1)), 0.0), terms, square=True))


def task_vectors(nodes: Sequence[Node], background: Sequence[Node], terms: Matcher) -> np.ndarray:
    """Return one row of task scores per node, of length 1; terms that the background is full of count little."""
    heading, body = _counts(nodes, terms)
    known = np.add(*_counts(background, terms)) > 0
    total = len(background)
    rarity = np.log((total + 1) / (known.sum(axis=0) + 1)) / np.log(total + 1)
    n = _TASK_HEADING * heading + np.where(body > 0, 1 + np.log(np.maximum(body, 1)), 0.0)
    return _unit(_project(n * rarity, terms, square=False) ** _EXPONENT)


def _counts(nodes: Sequence[Node], terms: Matcher) -> tuple[np.ndarray, np.ndarray]:
    """Return how often each term stands in the headings and in the texts, one row per node."""
    counted = []
    for texts in ([node.heading for node in nodes], [node.body for node in nodes]):
        found = find_terms(texts, terms)
        shape = len(nodes), len(terms.terms)
        cell = found.text * shape[1] + found.term
        counted.append(np.bincount(cell, minlength=shape[0] * shape[1]).reshape(shape).astype(float))
    return counted[0], counted[1]


def _project(scores: np.ndarray, terms: Matcher, *, square: bool) -> np.ndarray:
    """Sum the scores of terms over the themes they speak for."""
    # A node holds few of the thousands of terms, so only these are looked up.
    node, term = np.nonzero(scores)
    rows, entry = expand(term, terms)
    weight = terms.entry_weight[entry] ** 2 if square else terms.entry_weight[entry]
    shape = len(scores), len(terms.themes)
    cell = node[rows] * shape[1] + terms.entry_theme[entry]
    summed = np.bincount(cell, weights=scores[node, term][rows] * weight, minlength=shape[0] * shape[1])
    return summed.astype(float).reshape(shape)  # of nothing, bincount makes whole numbers


def _unit(vectors: np.ndarray) -> np.ndarray:
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.divide(vectors, length, out=np.zeros_like(vectors), where=length > 0)
