"""How alike the clauses of two plans are: the rare pairs of letters that they share, and what their neighbours say."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
from scipy.sparse import csr_matrix

from plananalysis.language.adverbs import DURATION, EXTENT, METHOD
from plananalysis.language.verbs import ROUTINE_VERBS
from plananalysis.segmentation import cut
from plananalysis.transmitted.plan_clauses import Clause

MODIFIERS = EXTENT | DURATION | METHOD
"""Words that are put in and left out without another thing being said: they count for nothing."""

ROUTINE = 0.3
"""What a routine verb (推进, 建设) counts for: it is the first word to be exchanged, and no plan lacks it. At 1 clauses whose verb
was exchanged are missed, at 0 two tasks on one object are one."""

SHORTER = 0.4
"""Part of the likeness that the shorter clause decides by how much of it stands in the longer one. At 0 a clause to which words were
added is missed, at 1 any short clause is found in a long one on its subject."""

ENOUGH = 1.5
"""Weight of common pairs that a likeness needs to count in full: as one and a half pairs that stand nowhere else. What two short
clauses share of words that everybody uses (推动高质量发展) is little evidence however much of them it is; what is equal but for its
modifiers needs none. At 0 any clause on development answers any other; at 3 short clauses have to be equal."""

NEIGHBOURS = 0.2
"""Part of the likeness that the clauses around the two decide: what is handed on is handed on in its surroundings. At 0 clauses whose
words were all exchanged are missed; at .4 what was put between two clauses taken over is held for a third."""

_EQUAL = 1 - 1e-9

REACH = 3
"""Clauses to either side that are looked at, so that exchanged and inserted ones are passed over."""


class PairWeights:
    """How telling pairs of letters are: ln(n / n with it) over the clauses of the plans, as a share of ln n."""

    def __init__(self, clauses: Iterable[Clause]) -> None:
        self._held: Counter[str] = Counter()
        n = 0
        for clause in clauses:
            self._held.update({pair for pair, _ in pairs_of(clause.letters)})
            n += 1
        self._n = max(n, 2)

    def of(self, pair: str) -> float:
        """Return the weight of a pair, at most 1."""
        return float(np.log(self._n / max(1, min(self._held[pair], self._n - 1))) / np.log(self._n))

    def vector(self, clause: Clause) -> dict[str, float]:
        """Return the pairs of a clause and how much each tells."""
        found: dict[str, float] = {}
        for pair, share in pairs_of(clause.letters):
            found[pair] = max(found.get(pair, 0.0), share * self.of(pair))
        return found


@lru_cache(maxsize=1 << 17)
def pairs_of(letters: str) -> tuple[tuple[str, float], ...]:
    """Return the pairs of letters of a clause without its modifiers; of pairs with a routine verb in them a part counts.

    Examples
    --------
    >>> pairs_of("切实推进渠改")
    (('推进', 0.3), ('进渠', 0.65), ('渠改', 1.0))
    """
    kept, shares = [], []
    for word in cut(letters):
        if word in MODIFIERS:
            continue
        kept.append(word)
        shares += [ROUTINE if word in ROUTINE_VERBS else 1.0] * len(word)
    text = "".join(kept)
    return tuple((text[i : i + 2], (shares[i] + shares[i + 1]) / 2) for i in range(len(text) - 1))


def likeness(a: Sequence[Clause], b: Sequence[Clause], weights: PairWeights) -> np.ndarray:
    """Return how alike every clause of ``a`` and every one of ``b`` are by themselves, 0 to 1.

    Six tenths are Dice's coefficient of their weighted pairs of letters, four tenths the share of the shorter one that the
    other holds; less where the common pairs are few and common.
    """
    vectors = [[weights.vector(clause) for clause in side] for side in (a, b)]
    number = {pair: i for i, pair in enumerate(dict.fromkeys(p for side in vectors for v in side for p in v))}
    left, right = (_rows(side, number) for side in vectors)
    shared = (left @ right.T).toarray()
    whole_a, whole_b = (np.array([sum(v.values()) for v in side])[:, None] for side in vectors)
    dice = 2 * shared / np.maximum(whole_a + whole_b.T, 1e-9)
    inside = shared / np.maximum(np.minimum(whole_a, whole_b.T), 1e-9)
    alike = ((1 - SHORTER) * dice + SHORTER * inside) * np.minimum(1.0, shared / ENOUGH)
    return np.where(dice > _EQUAL, 1.0, np.clip(alike, 0.0, 1.0))


def _rows(vectors: Sequence[dict[str, float]], number: dict[str, int]) -> csr_matrix:
    """Return the roots of the weights, so that a product of two rows is the weight of what both hold."""
    places = [number[pair] for vector in vectors for pair in vector]
    values = np.sqrt([value for vector in vectors for value in vector.values()])
    ends = np.cumsum([0, *(len(vector) for vector in vectors)])
    return csr_matrix((values, places, ends), shape=(len(vectors), max(1, len(number))))


def with_neighbours(alike: np.ndarray) -> np.ndarray:
    """Return the likeness of every two clauses, in which the most alike pair of their neighbours has a part.

    Examples
    --------
    >>> with_neighbours(np.array([[1.0, 0.0], [0.0, 0.5]])).round(2).tolist()
    [[1.0, 0.0], [0.0, 0.6]]
    """
    best = np.zeros_like(alike)
    n, m = alike.shape
    for i in range(-REACH, REACH + 1):
        for j in range(-REACH, REACH + 1):
            if not (i and j):
                continue
            here = best[max(0, -i) : n - max(0, i), max(0, -j) : m - max(0, j)]
            there = alike[max(0, i) : n + min(0, i), max(0, j) : m + min(0, j)]
            if here.shape == there.shape:
                np.maximum(here, there, out=here)
    return np.where(alike > 0, np.maximum(alike, (1 - NEIGHBOURS) * alike + NEIGHBOURS * best), 0.0)
