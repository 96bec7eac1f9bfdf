"""Two plans read, compared and aligned: what both comparisons start from."""

from typing import NamedTuple

import numpy as np

from plananalysis.compare.align import pair
from plananalysis.compare.answering_parts import part_factor
from plananalysis.compare.nodes import Node, Plan, bare_sections, read_plan, split_prose
from plananalysis.compare.profiles import choose_lexicon
from plananalysis.compare.signs import add_votes, place_factor, sign_similarity
from plananalysis.corpus import Corpus
from plananalysis.lexicon.theme_lexicons import ThemeLexicon
from plananalysis.themes.term_matching import Matcher

SIZES = 0.25
"""Exponent of the ratio of two sections' sizes where both plans have sections within sections: a tenth of the size keeps .56
of the similarity. Of 236 pairs of sections of 16 pairs of neighbouring years, 221 and 211 stand with 0.125 and 0.5."""


class Aligned(NamedTuple):
    """Nodes of two plans with the similarity of every two and the pairs among them."""

    a: list[Node]
    b: list[Node]
    similar: np.ndarray
    pairs: set[tuple[int, int]]


def align_plans(
    corpus: Corpus, doc_a: str, doc_b: str, lexicon: ThemeLexicon | None, threshold: float
) -> tuple[Aligned, Aligned, Plan, Plan]:
    """Return the aligned sections and items of two plans, and the plans.

    The sections' signs say which items stand in places that agree, and which prose is to be cut into sentences so that
    it can answer items; the aligned items then have a say in which sections answer each other.
    """
    a, b = read_plan(corpus, doc_a), read_plan(corpus, doc_b)
    themes = choose_lexicon(lexicon, [corpus.text(doc_a), corpus.text(doc_b)])
    a, b, sections = _comparable_sections(a, b, themes, threshold)
    found = _pair_sections(sections, a.sections, b.sections, threshold)
    prose_a = {(i, j) for i, j in found if _answered_by_items(i, a, j, b)}
    prose_b = {(i, j) for i, j in found if _answered_by_items(j, b, i, a)}
    a = split_prose(a, corpus.text(doc_a), {i for i, _ in prose_a})
    b = split_prose(b, corpus.text(doc_b), {j for _, j in prose_b})
    items = sign_similarity(a.items, b.items, (a, b), themes)
    items *= place_factor(a, b, sections) * part_factor(a.items, b.items)
    item_pairs = pair(items, threshold)
    sections = add_votes(sections, a, b, item_pairs) * (sections > 0)
    section_pairs = _pair_sections(sections, a.sections, b.sections, threshold) | prose_a | prose_b
    return (
        Aligned(a.sections, b.sections, sections, section_pairs),
        Aligned(a.items, b.items, items, item_pairs),
        a,
        b,
    )


def _comparable_sections(
    a: Plan, b: Plan, themes: Matcher, threshold: float
) -> tuple[Plan, Plan, np.ndarray]:
    """Return the plans with the sections that can be compared, and the similarity of these.

    Items that stand among the sections do so only if a section of the other plan answers them, or on the first level;
    where neither plan has other sections there are none.
    """
    similar = sign_similarity(a.sections, b.sections, (a, b), themes) * part_factor(a.sections, b.sections)
    found = _pair_sections(similar, a.sections, b.sections, threshold)
    bare_a, bare_b = bare_sections(a), bare_sections(b)
    kept_a = _kept_sections(a, {i for i, j in found if j not in bare_b})
    kept_b = _kept_sections(b, {j for i, j in found if i not in bare_a})
    if bare_a.issuperset(kept_a) and bare_b.issuperset(kept_b):
        kept_a, kept_b = [], []
    return (
        a._replace(sections=[a.sections[i] for i in kept_a]),
        b._replace(sections=[b.sections[j] for j in kept_b]),
        similar[np.ix_(kept_a, kept_b)],
    )


def _kept_sections(plan: Plan, answered: set[int]) -> list[int]:
    """Return the sections that stay: of items below others, only those that sections of the other plan answer."""
    bare = bare_sections(plan)
    return [
        i for i, section in enumerate(plan.sections) if i not in bare or not section.section or i in answered
    ]


def _answered_by_items(i: int, plan: Plan, j: int, other: Plan) -> bool:
    """Say whether section ``i`` of a plan is prose without items, and section ``j`` of the other holds several."""
    section = other.sections[j]
    return (
        i in bare_sections(plan)
        and sum(section.start <= item.start < section.end for item in other.items) > 1
    )


def _pair_sections(
    similar: np.ndarray, a: list[Node], b: list[Node], threshold: float
) -> set[tuple[int, int]]:
    """Pair sections; where one plan alone has sections within sections, the outer ones answer what the inner do."""
    inner_a, inner_b = _inner(a), _inner(b)
    if inner_a and inner_b:
        return pair(similar * _size_factor(a, b), threshold, share=0.0, second=False)
    if not inner_a and not inner_b:
        return pair(similar, threshold, share=0.0, second=False)
    level = similar.copy()
    level[list(inner_a), :] = 0.0
    level[:, list(inner_b)] = 0.0
    pairs = pair(level, threshold, share=0.0, second=False)
    above = {(outer, j) for outer, inner in inner_a.items() for i, j in pairs if i in inner}
    return pairs | above | {(i, outer) for outer, inner in inner_b.items() for i, j in pairs if j in inner}


def _size_factor(a: list[Node], b: list[Node]) -> np.ndarray:
    """Return for every two sections how well their sizes agree: a chapter answers a chapter, not the part that holds it."""
    size_a, size_b = (np.array([node.end - node.start for node in nodes], dtype=float) for nodes in (a, b))
    ratio = np.minimum(size_a[:, None], size_b[None, :]) / np.maximum(size_a[:, None], size_b[None, :])
    return ratio**SIZES


def _inner(sections: list[Node]) -> dict[int, set[int]]:
    """Return for every section that holds others which ones."""
    held = {
        i: {j for j, s in enumerate(sections) if j != i and outer.start <= s.start < outer.end}
        for i, outer in enumerate(sections)
    }
    return {i: inner for i, inner in held.items() if inner}
