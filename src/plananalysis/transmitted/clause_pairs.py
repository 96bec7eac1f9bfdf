"""Which clause of the one plan answers which of the other, and what became of its wording."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from rapidfuzz.distance import Indel
from scipy.optimize import linear_sum_assignment

from plananalysis.transmitted.clause_likeness import PairWeights, likeness, with_neighbours
from plananalysis.transmitted.plan_clauses import Clause, same_number

STATUSES = ("verbatim", "reworded", "numbers_changed", "dropped", "added")
"""What becomes of a clause, in the order in which it is listed."""

TAKEN_OVER = 0.57
"""Likeness, neighbours included, from which a clause answers another. Lower, two tasks on one subject are called one wording reworded;
higher, clauses that were reworded freely are called dropped, and their new wording added."""

OTHER_NUMBERS = 0.6
"""The same of two clauses in which a number has another value: where words and number differ, they are rather two tasks of one form
(组织渠务演练2次, 组织节庆演练3次). Lower, such are called one clause with its number changed."""

BY_ITSELF = 0.45
"""Likeness that two clauses need whatever stands around them: else all that was put into a paragraph taken over would answer something."""


class Pair(NamedTuple):
    """A clause of ``a`` that one of ``b`` answers, by number."""

    a: int
    b: int
    likeness: float


def pair_clauses(a: Sequence[Clause], b: Sequence[Clause], weights: PairWeights) -> list[Pair]:
    """Return which clauses answer each other, each at most one, in the order of ``a``.

    The optimal assignment (Kuhn 1955) of clauses with enough likeness: all are decided together, so that a clause
    that is the best for two goes where its loss would be greater.
    """
    if not a or not b:
        return []
    alone = likeness(a, b, weights)
    alone[np.array([one.looks_back for one in a])[:, None] != np.array([one.looks_back for one in b])] = 0.0
    alike = np.where(alone >= BY_ITSELF, with_neighbours(alone), 0.0)
    alike = np.where(alike >= TAKEN_OVER, alike, 0.0)
    for i, j in np.argwhere((alike > 0) & (alike < OTHER_NUMBERS)).tolist():
        if changed_numbers(a[i], b[j]):
            alike[i, j] = 0.0
    rows, columns = linear_sum_assignment(-np.round(alike, 9))
    return [
        Pair(i, j, float(alone[i, j]))
        for i, j in zip(rows.tolist(), columns.tolist(), strict=True)
        if alike[i, j] > 0
    ]


def status_of(a: Clause, b: Clause) -> str:
    """Return what became of the wording of a clause that another answers.

    Numbers tell more than words: where a number has another value the clause is ``numbers_changed``, whatever else
    was reworded.
    """
    if changed_numbers(a, b):
        return "numbers_changed"
    return "verbatim" if a.letters == b.letters else "reworded"


def changed_numbers(a: Clause, b: Clause) -> list[str]:
    """Return the numbers that stand in the same place of both wordings with another value, ``30→31``."""
    if not a.numbers or not b.numbers:
        return []
    order = [{at: n for n, at in enumerate(_figures(one.letters))} for one in (a, b)]
    found = []
    for op in Indel.opcodes(a.letters, b.letters):
        if op.tag != "equal":
            continue
        for at in range(op.src_start, op.src_end):
            if at in order[0]:
                old = a.numbers[order[0][at]]
                new = b.numbers[order[1][op.dest_start + at - op.src_start]]
                if not same_number(old, new):
                    found.append(f"{old}→{new}")
    return found


def _figures(letters: str) -> list[int]:
    return [at for at, letter in enumerate(letters) if letter == "0"]


def in_order(answers: Sequence[int]) -> list[bool]:
    """Say of numbers which stand in the longest run that rises: those whose order was kept.

    Examples
    --------
    >>> in_order([1, 5, 2, 3])
    [True, False, True, True]
    """
    length = [1] * len(answers)
    before = [-1] * len(answers)
    for i, number in enumerate(answers):
        for j in range(i):
            if answers[j] < number and length[j] >= length[i]:
                length[i], before[i] = length[j] + 1, j
    kept = [False] * len(answers)
    at = max(range(len(answers)), key=lambda i: length[i], default=-1)
    while at >= 0:
        kept[at], at = True, before[at]
    return kept
