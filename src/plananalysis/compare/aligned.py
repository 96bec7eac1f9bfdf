"""Two plans read, compared and aligned: what both comparisons start from."""

from typing import NamedTuple

import numpy as np

from plananalysis.compare.align import pair
from plananalysis.compare.nodes import Node, Plan, read_plan
from plananalysis.compare.profiles import choose_lexicon
from plananalysis.compare.signs import add_votes, place_factor, sign_similarity
from plananalysis.corpus import Corpus
from plananalysis.lexicon.theme_lexicons import ThemeLexicon


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

    The sections' signs say which items stand in places that agree; the aligned items then have a say in which
    sections do.
    """
    a, b = read_plan(corpus, doc_a), read_plan(corpus, doc_b)
    themes = choose_lexicon(lexicon, [corpus.text(doc_a), corpus.text(doc_b)])
    sections = sign_similarity(a.sections, b.sections, (a, b), themes)
    items = sign_similarity(a.items, b.items, (a, b), themes) * place_factor(a, b, sections)
    item_pairs = pair(items, threshold)
    sections = add_votes(sections, a, b, item_pairs)
    section_pairs = _pair_sections(sections, a.sections, b.sections, threshold)
    return (
        Aligned(a.sections, b.sections, sections, section_pairs),
        Aligned(a.items, b.items, items, item_pairs),
        a,
        b,
    )


def _pair_sections(
    similar: np.ndarray, a: list[Node], b: list[Node], threshold: float
) -> set[tuple[int, int]]:
    """Pair sections; where one plan alone has sections within sections, the outer ones answer what the inner do."""
    inner_a, inner_b = _inner(a), _inner(b)
    if bool(inner_a) == bool(inner_b):
        return pair(similar, threshold, share=0.0, second=False)
    level = similar.copy()
    level[list(inner_a), :] = 0.0
    level[:, list(inner_b)] = 0.0
    pairs = pair(level, threshold, share=0.0, second=False)
    above = {(outer, j) for outer, inner in inner_a.items() for i, j in pairs if i in inner}
    return pairs | above | {(i, outer) for outer, inner in inner_b.items() for i, j in pairs if j in inner}


def _inner(sections: list[Node]) -> dict[int, set[int]]:
    """Return for every section that holds others which ones."""
    held = {
        i: {j for j, s in enumerate(sections) if j != i and outer.start <= s.start < outer.end}
        for i, outer in enumerate(sections)
    }
    return {i: inner for i, inner in held.items() if inner}
