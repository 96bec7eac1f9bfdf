"""How alike every two parts of two plans are: four signs, and where they stand."""

from collections.abc import Sequence

import numpy as np

from plananalysis.compare.nodes import Node, Plan
from plananalysis.compare.profiles import task_matcher, task_vectors, theme_vectors
from plananalysis.compare.wording import clause_similarity, word_similarity
from plananalysis.themes.term_matching import Matcher

WEIGHTS = {"words": 1.0, "clauses": 1.0, "themes": 0.5, "tasks": 2.0}
"""Weights of the four signs; they were set on plans whose counterparts had been labelled by hand."""

ELSEWHERE = 0.8
"""Two items whose sections have nothing to do with each other keep this share of their similarity."""

VOTE = 0.35
"""Share of a section's similarity that its aligned items decide."""


def sign_similarity(
    a: Sequence[Node], b: Sequence[Node], plans: tuple[Plan, Plan], themes: Matcher
) -> np.ndarray:
    """Return the weighted mean of the four signs, between 0 and 1, for every two nodes."""
    if not a or not b:
        return np.zeros((len(a), len(b)))
    background = [*plans[0].items, *plans[1].items]
    tasks = task_vectors([*a, *b], background, task_matcher())
    signs = {
        "words": word_similarity(a, b, background),
        "clauses": clause_similarity(a, b, background),
        "themes": theme_vectors(a, themes) @ theme_vectors(b, themes).T,
        "tasks": tasks[: len(a)] @ tasks[len(a) :].T,
    }
    weighted = sum(WEIGHTS[name] * sign for name, sign in signs.items())
    return np.clip(weighted / sum(WEIGHTS.values()), 0.0, 1.0)


def place_factor(a: Plan, b: Plan, sections: np.ndarray) -> np.ndarray:
    """Return for every two items how well their places in the plans agree, between the two shares above and 1.

    Parameters
    ----------
    a, b
        The plans.
    sections
        Similarity of every two of their sections.
    """
    inside_a, inside_b = (innermost(plan) for plan in (a, b))
    factor = np.ones((len(a.items), len(b.items)))
    if sections.size:
        best = np.maximum(sections.max(axis=1)[:, None], sections.max(axis=0)[None, :])
        agree = np.divide(sections, best, out=np.ones_like(sections), where=best > 0)
        agree = np.pad(
            agree, ((0, 1), (0, 1)), constant_values=1.0
        )  # items outside every section agree with all
        factor = ELSEWHERE + (1 - ELSEWHERE) * agree[np.ix_(inside_a, inside_b)]
    return factor


def add_votes(sections: np.ndarray, a: Plan, b: Plan, pairs: set[tuple[int, int]]) -> np.ndarray:
    """Return the similarity of sections mixed with the share of their items that are aligned with each other."""
    held_a, held_b = (_holds(plan) for plan in (a, b))
    aligned = np.zeros((len(a.items), len(b.items)))
    for i, j in pairs:
        aligned[i, j] = 1.0
    fewer = np.minimum(held_a.sum(axis=1)[:, None], held_b.sum(axis=1)[None, :])
    votes = np.minimum(1.0, held_a @ aligned @ held_b.T / np.maximum(fewer, 1.0))
    return (1 - VOTE) * sections + VOTE * votes


def innermost(plan: Plan) -> list[int]:
    """Return for every item the number of the innermost section that holds it, -1 where none does."""
    return [
        max((k for k, s in enumerate(plan.sections) if s.start <= item.start < s.end), default=-1)
        for item in plan.items
    ]


def _holds(plan: Plan) -> np.ndarray:
    """Tell for every section and item whether the one holds the other."""
    inside = [[s.start <= item.start < s.end for item in plan.items] for s in plan.sections]
    return np.array(inside, dtype=float).reshape(len(plan.sections), len(plan.items))
