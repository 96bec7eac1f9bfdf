"""Measure how far the clauses of a reordered passage have a counterpart on the other side.

Two texts on one topic share its terms; a copy shares its clauses, though they may stand in another order and with other
words in them. So each clause of one side is compared with every clause of the other, and what counts is how well it agrees
with the best of them: the share ``2 lcs / (m + n)`` of the letters of both that a longest common subsequence pairs.
"""

from itertools import pairwise

import numpy as np

from plananalysis.reuse.edges import EdgeContext, set_edges
from plananalysis.reuse.matches import Matches
from plananalysis.reuse.seeds.fingerprint import CLAUSE_BREAK, Fingerprint

AGREED = ((40, 0.52), (80, 0.42))
"""Agreement that makes a passage: of 40 letters, where chance agrees more easily, and of 80 and more."""

FOLLOWED = 0.25
"""Agreement above which a clause is evidence for belonging to the passage; clauses on different matters agree in about so much."""

SHORTEST_CLAUSE = 4
"""Letters of a clause, at least: fewer are a word such as 一是, which agrees with any clause that holds it."""


def agreed(size: np.ndarray) -> np.ndarray:
    """Return the agreement from which on reordered passages of so many letters are one wording.

    Examples
    --------
    >>> agreed(np.asarray([20, 60, 300])).round(2).tolist()
    [0.52, 0.47, 0.42]
    """
    letters, agreement = zip(*AGREED, strict=True)
    return np.interp(size, list(letters), list(agreement))


def follow_clauses(fp: Fingerprint, found: Matches) -> tuple[Matches, np.ndarray]:
    """Narrow passages to the clauses that have a counterpart, and measure how well these agree.

    Parameters
    ----------
    fp
        The corpus.
    found
        Passages as ranges of letters, edges at clauses.

    Returns
    -------
    Matches
        The passages without the clauses at either end that nothing on the other side resembles; a sentence that they
        nearly finish is finished.
    agreement : float array
        Mean agreement of the clauses with their best counterparts, by letters; of the two sides the smaller.
    """
    edges = np.stack(found, axis=1)
    agreement = np.zeros(edges.shape[0])
    begins = np.flatnonzero(fp.breaks >= CLAUSE_BREAK)
    for i, (a0, a1, b0, b1) in enumerate(edges.tolist()):
        here, there = _cuts(begins, a0, a1), _cuts(begins, b0, b1)
        table = _agreements(_texts(fp.codes, here), _texts(fp.codes, there))
        left, right = (
            _followed(table.max(axis=1), np.diff(here)),
            _followed(table.max(axis=0), np.diff(there)),
        )
        table = table[left, right]
        here, there = here[left.start : left.stop + 1], there[right.start : right.stop + 1]
        agreement[i] = min(
            _mean(table.max(axis=1), np.diff(here)),
            _mean(table.max(axis=0), np.diff(there)),
        )
        edges[i] = here[0], here[-1], there[0], there[-1]
    return set_edges(EdgeContext(fp), Matches(*edges.T.copy()), "narrowed"), agreement


def _cuts(begins: np.ndarray, start: int, end: int) -> np.ndarray:
    """Return where the clauses of a range begin, and its end; ``begins`` is where any clause does.

    Fewer than four letters are no clause; they are joined to the next one, at the end to the one before.
    """
    cuts = [start]
    for at in begins[slice(*np.searchsorted(begins, (start + 1, end)))].tolist():
        if at - cuts[-1] >= SHORTEST_CLAUSE and end - at >= SHORTEST_CLAUSE:
            cuts.append(at)
    return np.asarray([*cuts, end], dtype=np.int64)


def _mean(values: np.ndarray, size: np.ndarray) -> float:
    """Return the mean of values weighted by sizes, as :func:`numpy.average`, without its checks: the arrays are tiny."""
    weights = size.astype(np.float64)
    return float((values * weights).sum() / weights.sum())


def _texts(codes: np.ndarray, cuts: np.ndarray) -> list[str]:
    """Return the letters between neighbouring cuts."""
    letters = codes[cuts[0] : cuts[-1]].tobytes().decode("utf-16-le", "surrogatepass")
    at = (cuts - cuts[0]).tolist()
    return [letters[start:end] for start, end in pairwise(at)]


def _agreements(left: list[str], right: list[str]) -> np.ndarray:
    """Return the agreement of every clause with every other."""
    from rapidfuzz.distance import Indel
    from rapidfuzz.process import cdist

    return cdist(left, right, scorer=Indel.normalized_similarity, dtype=np.float32)


def _followed(best: np.ndarray, size: np.ndarray) -> slice:
    """Return the stretch of clauses with the highest sum of agreement above :data:`FOLLOWED`."""
    total = np.zeros(best.size + 1)
    np.cumsum((best - FOLLOWED) * size, out=total[1:])
    rise = total - np.minimum.accumulate(total)
    end = int(rise.argmax())
    start = int(total[: end + 1].argmin()) if end else 0
    return slice(start, end) if end > start else slice(0, best.size)
