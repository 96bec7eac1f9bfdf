"""Find the terms of a theme lexicon in texts: one automaton per lexicon, arrays instead of rows."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from plananalysis.folding import fold, fold_text
from plananalysis.lexicon.theme_lexicons import SHIPPED, ThemeLexicon, as_theme_lexicon, load_theme_lexicon


class Matcher(NamedTuple):
    """A lexicon ready for matching; entries are its rows, grouped by term.

    ``first[t] : first[t + 1]`` are the entries of term ``t``; an entry has a theme and a weight.
    """

    automaton: Any
    terms: np.ndarray
    themes: tuple[str, ...]
    first: np.ndarray
    entry_term: np.ndarray
    entry_theme: np.ndarray
    entry_weight: np.ndarray


class Matches(NamedTuple):
    """Places of terms: number of the text, number of the term, half-open span in the text as it stands."""

    text: np.ndarray
    term: np.ndarray
    start: np.ndarray
    end: np.ndarray


def matcher(lexicon: ThemeLexicon) -> Matcher:
    """Return the automaton of a lexicon given by name, path or as a table; the ones used last are kept."""
    if isinstance(lexicon, str) and lexicon in SHIPPED:
        return _shipped(lexicon)
    return _of_table(as_theme_lexicon(lexicon))


@lru_cache(maxsize=len(SHIPPED))
def _shipped(name: str) -> Matcher:
    """Return the automaton of a lexicon that comes with the package and never changes."""
    return _of_table(load_theme_lexicon(name))


def _of_table(frame: pd.DataFrame) -> Matcher:
    return _build(tuple(zip(frame["theme"], frame["term"], frame["weight"], strict=True)))


@lru_cache(maxsize=4)
def _build(rows: tuple[tuple[str, str, float], ...]) -> Matcher:
    from ahocorasick_rs import AhoCorasick, MatchKind

    themes = tuple(dict.fromkeys(theme for theme, _, _ in rows))
    entries: dict[str, list[tuple[int, float]]] = defaultdict(list)
    name: dict[str, str] = {}
    for theme, term, weight in rows:
        folded = fold_text(term)
        if folded:
            name.setdefault(folded, term)
            entries[folded].append((themes.index(theme), weight))
    sizes = [len(found) for found in entries.values()]
    flat = list(chain.from_iterable(entries.values()))
    return Matcher(
        AhoCorasick(list(entries), matchkind=MatchKind.LeftmostLongest),
        np.array([name[term] for term in entries], dtype=object),
        themes,
        np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)]).astype(np.int64),
        np.repeat(np.arange(len(sizes)), sizes),
        np.array([theme for theme, _ in flat], dtype=np.int64),
        np.array([weight for _, weight in flat], dtype=np.float64),
    )


def find_terms(texts: Iterable[str], found: Matcher) -> Matches:
    """Return where the terms stand, leftmost and longest first; no match reaches over a line end."""
    parts: list[tuple[np.ndarray, ...]] = []
    for number, text in enumerate(texts):
        folded, origin = fold(text, keep_lines=True)
        flat = np.fromiter(
            chain.from_iterable(found.automaton.find_matches_as_indexes(folded)), dtype=np.int64
        ).reshape(-1, 3)
        if not len(flat):
            continue
        term, start, end = flat[:, 0], origin[flat[:, 1]], origin[flat[:, 2] - 1] + 1
        columns = (np.full(len(term), number), term, start, end)
        parts.append(columns)
    if not parts:
        return Matches(*(np.empty(0, dtype=np.int64) for _ in Matches._fields))
    return Matches(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def expand(matches_term: np.ndarray, found: Matcher) -> tuple[np.ndarray, np.ndarray]:
    """Return for terms the rows repeated once per entry, and the entries: a term may speak for several themes."""
    sizes = np.diff(found.first)[matches_term]
    rows = np.repeat(np.arange(len(matches_term)), sizes)
    within = np.arange(len(rows)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return rows, found.first[matches_term][rows] + within
