"""What two items share word for word, and whether that shows one wording or but one subject.

Two plans that speak of one subject share its terms (社会保障, 固定资产投资增长). A wording that was taken over shows in longer runs
of equal letters, and in words that others do not use. Figures and names of programmes are everybody's and show neither.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from plananalysis.compare.nodes import Node
from plananalysis.compare.single_measures import ALL_PURPOSE
from plananalysis.compare.wording import words_of_item
from plananalysis.folding import fold
from plananalysis.lexicon.genre import genre_frequencies
from plananalysis.reuse.figures_and_names import common_facts
from plananalysis.segmentation import cut

SHORTEST_RUN = 4
"""Letters of a run of equal letters; shorter ones stand in any two texts on one subject."""

KEPT = 0.8
"""Share of the letters that must stand in common runs for an item to count as kept, not reworded."""

ENOUGH = 0.6
"""Telling letters in common, times the share of the shorter item that is common, of two items with one wording. Of 80 pairs of
items of neighbouring years, read and labelled, 26 had one wording; 19 of these reach it, and 2 of the others."""

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*(?:[百千]?[万亿]+|[百千](?![瓦克米卡伏升])|[%％])?")
_FIGURE = "0"
"""What stands for a number, so that runs go on over figures that changed."""

_AROUND = 40
"""Letters before a number in which a run that holds it may begin."""


class Wording(NamedTuple):
    """The letters of an item without punctuation; each number is one letter."""

    letters: str
    weights: np.ndarray
    """How telling each letter is: as rare as its word, 0 in figures and names of programmes."""
    numbers: dict[int, str]
    """The numbers by their place among the letters."""


class Common(NamedTuple):
    """What two wordings have in common.

    Attributes
    ----------
    run : str
        The longest run of equal letters, without figures.
    evidence : float
        Telling letters in common runs, times ``share_of_shorter``, as a share of :data:`ENOUGH`.
    share : float
        Share of the letters of both that stand in common runs.
    share_of_shorter : float
        The same of the shorter of the two.
    numbers : tuple of str
        Numbers that changed between equal letters: ``30→31``.
    """

    run: str
    evidence: float
    share: float
    share_of_shorter: float
    numbers: tuple[str, ...]

    def is_kept(self, *, whole: bool) -> bool:
        """Say whether nothing but a few words changed; unless ``whole``, one may be a part of the other."""
        return (self.share if whole else self.share_of_shorter) >= KEPT

    def is_one_wording(self) -> bool:
        """Say whether one is the wording of the other, however changed."""
        return self.evidence >= 1 or self.share >= KEPT


NOTHING_IN_COMMON = Common("", 0.0, 0.0, 0.0, ())


class CommonWordings:
    """What the items of two plans share, item by item; what an item says is read once."""

    def __init__(self, a: Sequence[Node], b: Sequence[Node]) -> None:
        self._rarity = WordWeights([*a, *b])
        self._read: dict[tuple[str, str], Wording] = {}

    def of(self, a: Node, b: Node) -> Common:
        """Return what two items have in common."""
        return common_wording(self._wording(a), self._wording(b))

    def _wording(self, node: Node) -> Wording:
        key = (node.heading, node.body)
        if key not in self._read:
            self._read[key] = read_wording("\n".join(key), self._rarity, heading=len(node.heading))
        return self._read[key]


class WordWeights:
    """How rare words are: both in the genre, and among the items of the plans compared."""

    def __init__(self, items: Iterable[Node]) -> None:
        self._held: Counter[str] = Counter()
        self._n = 2
        for item in items:
            self._held.update(set(words_of_item(item)))
            self._n += 1

    def of(self, word: str) -> float:
        """Return the weight of a word: 1 for one that two items alone use and no report of the genre."""
        if len(word) < 2 or word in ALL_PURPOSE:
            return 0.0
        here = np.log(self._n / max(1, self._held[word] - 1)) / np.log(self._n)
        return float(here) * _genre_weights().get(word, 1.0)


@lru_cache(maxsize=1)
def _genre_weights() -> dict[str, float]:
    """Return how rare the words of the genre are in it: 0 for one that all reports use."""
    genre = genre_frequencies()
    n_reports = genre["n_docs"].max()  # some words stand in each
    weights = np.log(n_reports / genre["n_docs"]) / np.log(n_reports)
    return dict(zip(genre["term"], weights.tolist(), strict=True))


def read_wording(text: str, rarity: WordWeights, *, heading: int = 0) -> Wording:
    """Return the wording of an item, of which the first so many characters are its heading.

    A heading names the subject: it weighs nothing, unless nothing follows.
    """
    folded = fold(text)
    weights = np.zeros(len(folded.text))
    at = 0
    for word in cut(folded.text):
        weights[at : at + len(word)] = rarity.of(word)
        at += len(word)
    named = [(0, heading)] if any(map(str.isalnum, text[heading:])) else []
    for start, end in [*named, *common_facts(text)]:
        weights[np.searchsorted(folded.origin, start) : np.searchsorted(folded.origin, end)] = 0.0
    letters: list[str] = []
    kept: list[int] = []
    numbers: dict[int, str] = {}
    at = 0
    for number in [*_NUMBER.finditer(folded.text), None]:
        until = number.start() if number else len(folded.text)
        places = [i for i in range(at, until) if folded.text[i].isalnum()]
        letters += [folded.text[i] for i in places]
        kept += places
        if number:
            numbers[len(letters)] = number.group()
            letters.append(_FIGURE)
            kept.append(number.start())
            weights[number.start()] = 0.0
            at = number.end()
    return Wording("".join(letters), weights[kept], numbers)


def common_wording(a: Wording, b: Wording) -> Common:
    """Return what two wordings have in common; the same for (a, b) and (b, a), but for the way numbers changed."""
    reach_a, reach_b = _reach(a.letters, b.letters), _reach(b.letters, a.letters)
    held_a, held_b = _covered(reach_a), _covered(reach_b)
    n_a, n_b = len(a.letters), len(b.letters)
    inside = [int(held.sum()) for held in (held_a, held_b)]
    shares = [held / max(1, n) for held, n in zip(inside, (n_a, n_b), strict=True)]
    shorter = shares[0] if n_a < n_b else shares[1] if n_b < n_a else max(shares)
    telling = min(float(a.weights[held_a].sum()), float(b.weights[held_b].sum()))
    run = min(_longest_run(a.letters, reach_a), _longest_run(b.letters, reach_b))
    return Common(
        run,
        telling * shorter / ENOUGH,
        sum(inside) / max(1, n_a + n_b),
        shorter,
        _changed_numbers(a, b, reach_a),
    )


def _reach(letters: str, other: str) -> np.ndarray:
    """Return for each place how many letters from it on stand in another text as they are; 0 for less than a run."""
    grams = {other[i : i + SHORTEST_RUN] for i in range(len(other) - SHORTEST_RUN + 1)}
    reach = np.zeros(len(letters), dtype=np.int64)
    n = 0
    for i in range(len(letters)):
        n -= 1
        if n < SHORTEST_RUN:
            n = SHORTEST_RUN if letters[i : i + SHORTEST_RUN] in grams else 0
        if n:
            while i + n < len(letters) and letters[i : i + n + 1] in other:
                n += 1
            reach[i] = n
    return reach


def _covered(reach: np.ndarray) -> np.ndarray:
    """Say which letters stand in runs that are long enough."""
    edges = np.zeros(len(reach) + 1, dtype=np.int64)
    starts = np.flatnonzero(reach >= SHORTEST_RUN)
    np.add.at(edges, starts, 1)
    np.add.at(edges, starts + reach[starts], -1)
    return np.cumsum(edges[:-1]) > 0


def _longest_run(letters: str, reach: np.ndarray) -> str:
    """Return the longest run without figures; of equally long ones the first by the alphabet."""
    places = np.flatnonzero(reach >= SHORTEST_RUN).tolist()
    runs = (letters[i : i + int(reach[i])].replace(_FIGURE, "") for i in places)
    return min(runs, key=lambda run: (-len(run), run), default="")


def _changed_numbers(a: Wording, b: Wording, reach: np.ndarray) -> tuple[str, ...]:
    """Return the numbers that stand between the same letters with another value, in the order of the first."""
    changed = []
    for at, number in a.numbers.items():
        begin = max(range(max(0, at - _AROUND), at + 1), key=lambda i: (i + reach[i] > at) * reach[i])
        run = a.letters[begin : begin + int(reach[begin])]
        if begin + reach[begin] <= at or len(run.replace(_FIGURE, "")) < SHORTEST_RUN:
            continue
        there = b.numbers.get(b.letters.index(run) + at - begin)
        if there is not None and there != number:
            changed.append(f"{number}→{there}")
    return tuple(changed)
