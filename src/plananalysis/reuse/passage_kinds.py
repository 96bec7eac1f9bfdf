"""Tell wording that everybody uses (formula) from wording that a few share and others do not (passage).

What agrees in figures and names of programmes alone (term) is no shared wording.

"Units" are the groups by which that is judged (:func:`plananalysis.groups.judging_groups`): units, and in a corpus of fewer than
five units its years or documents.
"""

import math
from typing import NamedTuple

import numpy as np
import pandas as pd

from plananalysis.language import compiled, prefilter
from plananalysis.language.ceremony import CEREMONY
from plananalysis.memory import give_back
from plananalysis.reuse.columns import flat
from plananalysis.reuse.matches import Matches
from plananalysis.reuse.seeds.fingerprint import GRAM, Fingerprint, gram_hashes, whole_grams
from plananalysis.reuse.seeds.grams import find_grams

FORMULA_SHARE = 0.6
"""Share of the letters that must be formula for the whole to be one: a slogan with a verb before it is one, two slogans joined by
as much of one's own are none."""

MOSAIC = 60
"""Letters from which on only what both sides share decides: a long passage puts formulae together in a way of its own, and is formula
only if all it shares is, or if very many units share it."""

EVERYDAY = 0.15
"""Part of the places of a corpus that widespread grams may begin at, if they are to set formulae apart: where everybody uses nearly
every pair of words, five letters are no formula yet (2,000 documents of 24 units made nearly every passage one)."""

LONGEST_GRAM = 12
"""Letters of a gram, at most: twelve in a row that many units use are a formula in a corpus of any size."""

WORDING = 9
"""Letters of a gram by which passages are judged whose sides are nearly alike, at least: of fewer many units use the words, not the
wording. Of 38 labelled passages of 31 provinces and of ten years grams of five and six letters made eleven formula, grams of nine six."""

ALIKE = 0.85
"""Similarity from which on two sides are nearly alike. In a reworded passage hardly a gram of :data:`WORDING` letters is whole; there
the shorter ones decide."""

VERY_MANY = 2
"""Times the units that make a wording everybody's, which make a formula of any passage that they share, whatever its grams."""

JOINING = ("与", "及")
"""Words that stand for 和 from plan to plan: one wording with either."""

PART_OF_UNITS = 5
"""One unit in so many makes a wording everybody's ..."""

FEWEST_UNITS = 4
"""... but no fewer than this many units: three may have copied from each other ..."""

MOST_UNITS = 12
"""... and no more than this many: what a dozen of two hundred units use has no single author any more."""

PLACE_SHARE = 0.8
"""Share of a place that a passage covers, at least, if its unit is one of those that share the place."""

PLACES_PER_UNIT = 4
"""Passages that are looked at for each unit that would make a place everybody's: the units of neighbouring places overlap in these."""

_SAMPLE = 1 << 20
"""Grams of a large corpus that are looked at to find how many are widespread, about."""

_MOST_UNITS_TOLD = 1 << 16
"""Numbers of units that are distinguished where they are sorted together with their passage."""


def widespread(n_units: int) -> int:
    """Return the number of units from which on a wording counts as everybody's.

    A fifth of the units, but at least four and at most twelve.

    Examples
    --------
    >>> [widespread(n) for n in (5, 31, 200)]
    [4, 7, 12]
    """
    return min(MOST_UNITS, max(FEWEST_UNITS, math.ceil(n_units / PART_OF_UNITS)))


def very_many(n_units: int) -> int:
    """Return the number of units that make a formula of any passage that they share: twice as many, or all where there are fewer.

    Examples
    --------
    >>> [very_many(n) for n in (2, 6, 31, 200)]
    [4, 6, 14, 24]
    """
    return max(widespread(n_units), min(n_units, VERY_MANY * widespread(n_units)))


class Everyday(NamedTuple):
    """How many units use the wording at each letter of a corpus.

    Attributes
    ----------
    limit, very_many : int
        Units from which on a wording is everybody's, and a passage of any wording.
    size, wording : int
        Letters of a gram by which reworded passages are judged, and those whose sides are nearly alike.
    spread, spread_of_wording : uint16 arrays, one per letter
        Units that hold the gram of either size that begins here.
    """

    limit: int
    very_many: int
    size: int
    wording: int
    spread: np.ndarray
    spread_of_wording: np.ndarray


def everyday(fp: Fingerprint, spread: np.ndarray) -> Everyday:
    """Return how many units use the wording at each letter; ``spread`` is that of the grams of the corpus' seeds."""
    n_units = fp.n_groups
    limit, many = widespread(n_units), very_many(n_units)
    size = formula_size(fp, limit)
    if size != fp.gram:
        spread = find_grams(fp, whole_grams(fp.codes, size), size).spread
        give_back()
    if size >= WORDING:
        return Everyday(limit, many, size, size, spread, spread)
    joined = np.where(np.isin(fp.codes, [ord(word) for word in JOINING]), np.uint16(ord("和")), fp.codes)
    wording = find_grams(fp._replace(codes=joined), whole_grams(joined, WORDING), WORDING).spread
    return Everyday(limit, many, size, WORDING, spread, wording)


def formula_size(fp: Fingerprint, limit: int) -> int:
    """Return how many letters a widespread wording must have to be a formula.

    In a large corpus everybody uses nearly every pair of common words. So grams grow from :data:`GRAM` letters on, to
    :data:`LONGEST_GRAM` at most, until only a small part of the places in the corpus holds a widespread one.
    """
    low, high = GRAM, LONGEST_GRAM
    while low < high:
        size = (low + high) // 2
        if _everyday_part(fp, size, limit) > EVERYDAY:
            low = size + 1
        else:
            high = size
    return low


def _everyday_part(fp: Fingerprint, size: int, limit: int) -> float:
    """Return the part of the places that holds a widespread gram, from a sample of grams if the corpus is large."""
    whole = whole_grams(fp.codes, size)
    bits = max(0, (fp.codes.size // _SAMPLE).bit_length())
    if bits:
        for start in range(0, fp.codes.size, _SAMPLE):
            at = np.flatnonzero(whole[start : start + _SAMPLE]) + start
            whole[at] = gram_hashes(fp.codes, size, at) & np.uint64((1 << bits) - 1) == 0
    n_places = int(np.count_nonzero(whole))
    spread = find_grams(fp, whole, size).spread
    return np.count_nonzero(spread >= limit) / max(1, n_places)


def spread_of(
    fp: Fingerprint, spread: np.ndarray, found: Matches, limit: int, size: int
) -> tuple[np.ndarray, np.ndarray]:
    """Return how many units use the wording of each passage, and which letters of the passages are widespread.

    The first is the median over the grams (of ``size`` letters) of the ``a`` side, at least 2.
    """
    other = flat(found.b0, np.maximum(found.b0 + 1, found.b1 - size + 1))[0]
    at, owner, first = flat(found.a0, np.maximum(found.a0 + 1, found.a1 - size + 1))
    values = spread[at].astype(np.int64)
    n_grams = np.bincount(owner, minlength=found.a0.size)
    ranked = np.sort(owner * _MOST_UNITS_TOLD + values) & (_MOST_UNITS_TOLD - 1)
    median = ranked[first + n_grams // 2] if at.size else values
    wide = np.zeros(fp.codes.size, dtype=bool)
    for offset in range(size):
        wide[at[values >= limit] + offset] = True
        wide[other[spread[other] >= limit] + offset] = True
    return np.maximum(2, median), wide


def taken_by_many(fp: Fingerprint, found: Matches, limit: int) -> np.ndarray:
    """Return for each passage how many units share it, counted place by place and up to about the limit.

    A place counts the units of all passages that cover most of it; of the two sides the one with fewer units decides.
    """
    n = found.a0.size
    if not n:  # every phrase of a long formula lies in another passage
        return np.zeros(0, dtype=np.int64)
    start, end = np.concatenate([found.a0, found.b0]), np.concatenate([found.a1, found.b1])
    unit = fp.doc_group[fp.segment_doc[fp.segment[np.concatenate([found.b0, found.a0])]]]
    order = np.lexsort((end, start))
    low, high, other = start[order], end[order], unit[order]
    pairs = [(np.arange(2 * n), other)]
    for lag in range(1, min(PLACES_PER_UNIT * limit, 2 * n)):
        common = np.minimum(high[:-lag], high[lag:]) - low[lag:]
        if (common <= 0).all():
            break
        for here, there in ((slice(None, -lag), slice(lag, None)), (slice(lag, None), slice(None, -lag))):
            covers = np.flatnonzero(common >= PLACE_SHARE * (high[here] - low[here]))
            pairs.append((np.arange(2 * n)[here][covers], other[there][covers]))
    place = np.concatenate([p for p, _ in pairs])
    n_units = int(fp.doc_group.max()) + 1
    seen = np.sort(place * n_units + np.concatenate([u for _, u in pairs]))
    seen = seen[np.r_[True, seen[1:] != seen[:-1]]]
    count = np.bincount(seen // n_units, minlength=2 * n)
    result = np.empty(2 * n, dtype=np.int64)
    result[order] = count + 1
    return np.minimum(result[:n], result[n:])


def ceremonial(texts: pd.Series) -> pd.Series:
    """Return which wordings thank, praise, appeal or call the roll: everybody does so in like words.

    Examples
    --------
    >>> ceremonial(pd.Series(["向驻守堤岸的官兵表示衷心感谢", "疏浚渠道"])).tolist()
    [True, False]
    """
    gate, rules = prefilter(CEREMONY), compiled(CEREMONY)
    found = {
        text: bool(gate.search(text)) and any(pattern.search(text) for _, pattern in rules)
        for text in texts.unique()
    }
    return texts.map(found).astype(bool)


KINDS = ("passage", "formula", "term")
"""What a row of the reuse table may be."""


def shared_wording(reuse: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that share a wording: all but those that agree in figures and names alone.

    Examples
    --------
    >>> shared_wording(pd.DataFrame({"kind": ["passage", "term"]}))["kind"].tolist()
    ['passage']
    """
    return reuse[reuse["kind"] != "term"]


def units_of_family(reuse: pd.DataFrame, unit_of: dict[str, int]) -> pd.Series:
    """Return for each row how many units its family has.

    Each pair of a family may word it in its own way, so that no single wording is widespread: the family is.
    """
    rows = pd.concat(
        [reuse[["family", doc]].set_axis(["family", "doc"], axis=1) for doc in ("doc_a", "doc_b")]
    )
    n_units = rows["doc"].map(unit_of).groupby(rows["family"]).nunique()
    return reuse["family"].map(n_units)
