"""Measure passages: how alike the two sides are, how distinctive what they share is, and whether it is formula."""

import math
from typing import NamedTuple

import numpy as np

from plananalysis.reuse.agreement import shared_letters
from plananalysis.reuse.columns import flat
from plananalysis.reuse.marks import Marks
from plananalysis.reuse.matches import Matches
from plananalysis.reuse.passage_kinds import (
    ALIKE,
    FORMULA_SHARE,
    MOSAIC,
    Everyday,
    spread_of,
    taken_by_many,
)
from plananalysis.reuse.seeds.fingerprint import Fingerprint
from plananalysis.reuse.surprisal import LetterModel, surprisal

LEAST_TELLING = 10
"""Letters that are left of a shared wording without figures and names, at least, if it is more than a citation ..."""

FACT_SHARE = 0.6
"""... where these are so large a share of one side: what one plan counts the other may announce without a number."""

RARE = 0.75
"""Bits of distinctiveness that a passage has, at least, for each doubling of the letters of the corpus. What is less surprising than a
place in the corpus is (one bit for each) is met by chance; the discount for units is in it, hence a little less than one. Of sixty
passages of 31 provinces that were read, 28 lay below it and eleven of these said something; of fifty labelled passages one does."""

_AT_ONCE = 1 << 13
"""Passages that are looked at together: bounds the memory, decides nothing."""


class Measures(NamedTuple):
    """What is measured of each passage.

    Attributes
    ----------
    n_letters : int array
        Letters of the longer side.
    similarity : float array
        Share of the letters of both sides that a longest common subsequence pairs.
    distinctiveness : float array
        Surprisal of the telling letters, times similarity, by ``log2`` of the units that use them.
    kind : str array
        ``term`` where figures and names of programmes are all that is shared, else ``formula`` where the wording
        itself is, else ``passage``; a family of many units makes its passages formula, too.
    """

    n_letters: np.ndarray
    similarity: np.ndarray
    distinctiveness: np.ndarray
    kind: np.ndarray


def measure(fp: Fingerprint, model: LetterModel, usual: Everyday, found: Matches, marks: Marks) -> Measures:
    """Return the measures of one or more passages.

    Parameters
    ----------
    fp, model
        The corpus and the counts of its letters.
    usual
        Units that use the wording at each letter.
    found
        Passages as ranges of letters.
    marks
        Titles and register terms in them.
    """
    similarity = _similarity(fp.codes, found)
    users, wide = spread_of(fp, usual.spread, found, usual.limit, usual.size)
    wording = wide
    if usual.wording != usual.size:
        wording = spread_of(fp, usual.spread_of_wording, found, usual.limit, usual.wording)[1]
    everywhere = taken_by_many(fp, found, usual.limit)
    here = _shared(fp, model, found, similarity, (wide, wording), marks)
    opposite = Matches(found.b0, found.b1, found.a0, found.a1)
    there = _shared(fp, None, opposite, similarity, (wide, wording), marks)
    share = np.minimum(here.formula, there.formula)
    telling = np.minimum(here.telling, there.telling)
    term = (telling < LEAST_TELLING) & (np.maximum(here.facts, there.facts) >= FACT_SHARE)
    n_letters = np.maximum(found.a1 - found.a0, found.b1 - found.b0)
    long = n_letters >= MOSAIC
    many = np.where(long, np.maximum(users, everywhere), users)
    formula = share >= FORMULA_SHARE
    formula |= everywhere >= np.where(long, usual.limit, usual.very_many)
    distinctiveness = here.bits * similarity / np.log2(np.maximum(2, many))
    formula |= distinctiveness < RARE * math.log2(fp.codes.size)
    kind = np.where(term, "term", np.where(formula, "formula", "passage"))
    return Measures(n_letters, similarity, distinctiveness, kind)


def _similarity(codes: np.ndarray, found: Matches) -> np.ndarray:
    """Return the share of the letters of both sides that a longest common subsequence pairs."""
    from rapidfuzz.distance import Indel

    letters = codes.tobytes().decode("utf-16-le", "surrogatepass")
    result = np.ones(found.a0.size)
    for i, (a0, a1, b0, b1) in enumerate(zip(*(side.tolist() for side in found), strict=True)):
        left, right = letters[a0:a1], letters[b0:b1]
        if left != right:
            result[i] = Indel.normalized_similarity(left, right)
    return result


class _Shared(NamedTuple):
    """What the ``a`` sides share: its surprisal, shares of it that are formula and stated facts, letters that are none."""

    bits: np.ndarray
    formula: np.ndarray
    facts: np.ndarray
    telling: np.ndarray


def _shared(
    fp: Fingerprint,
    model: LetterModel | None,
    found: Matches,
    similarity: np.ndarray,
    wide: tuple[np.ndarray, np.ndarray],
    marks: Marks,
) -> _Shared:
    """Return what the ``a`` sides share; letters of figures and names of programmes tell nothing.

    ``wide`` are the widespread letters by the grams of reworded passages and by those of passages nearly alike.
    """
    equal = similarity == 1
    result = _Shared(*np.zeros((4, similarity.size)))
    for same in (True, False):
        rows = np.flatnonzero(equal == same)
        if not rows.size:
            continue
        here = found.take(rows)
        for part, at, owner, shared in _alike(here) if same else shared_letters(fp.codes, here):
            n, some = part.stop - part.start, rows[part]
            first, last = here.a0[part][owner], here.a1[part][owner]
            inside = (marks.before[at] > 0) & (at - marks.before[at] + 1 >= first)
            inside &= at + marks.after[at] <= last
            kept = shared | (last - first < MOSAIC)
            usual = np.where((similarity[some] >= ALIKE)[owner], wide[1][at], wide[0][at])
            formula = (usual | marks.title[at] | inside) & kept
            telling = shared & ~marks.fact[at]
            size = np.maximum(1, np.bincount(owner, kept, n))
            result.formula[some] = np.bincount(owner, formula, n) / size
            result.facts[some] = np.bincount(owner, marks.fact[at] & kept, n) / size
            result.telling[some] = np.bincount(owner[telling], minlength=n)
            if model is not None:
                bits = surprisal(model, fp.codes, at[telling])
                result.bits[some] = np.bincount(owner[telling], bits, n)
    return result


def _alike(found: Matches):
    """Yield all letters of the ``a`` sides as shared, in the way of :func:`shared_letters`."""
    for start in range(0, found.a0.size, _AT_ONCE):
        part = slice(start, min(start + _AT_ONCE, found.a0.size))
        at, owner, _ = flat(found.a0[part], found.a1[part])
        yield part, at, owner, np.ones(at.size, dtype=bool)
