"""Wording that very many documents share: never all pairs, but each with the earliest document that holds it.

Two rules keep the work in proportion to the text. A gram of five letters in more documents than a cap makes no pairs. And of
the wording of the shortest length that counts as a passage only the rarest is compared pair by pair, as far as the pairs keep
within a few times :func:`most_candidates`; what more documents share is *crowded*: each of them is paired with the earliest one
only. So a paragraph of ten thousand documents gives one family and rows in proportion to the documents (besides those with
the earliest a few between documents where a stray letter next to the paragraph agrees, too), not fifty million rows. Of all candidates the most
distinctive (letters, less log2 of the documents that hold them) are kept, :func:`most_candidates` of them.
"""

from typing import NamedTuple

import numpy as np

from plananalysis.reuse.columns import joined, narrow_type
from plananalysis.reuse.seeds.fingerprint import Fingerprint
from plananalysis.reuse.seeds.grams import Grams, find_grams
from plananalysis.reuse.seeds.runs import Runs, extended, find_runs

CANDIDATES_PER_LETTER = 0.008
"""Candidates per letter of the corpus, about forty to a plan of five thousand letters; bounds time and the size of the table."""

FEWEST_CANDIDATES = 20_000
"""Candidates however small the corpus is: what five hundred plans of five thousand letters have at that rate."""

LOOKED_AT = 4
"""So many times as many common runs, and clusters of short runs, are looked at before the most distinctive are chosen: most of
them prove to be no passage."""

LONGEST_COMMON = 24
"""Letters of the wording whose spread over the documents is counted, at most. Where longer passages are asked for, those that
share no more than this are counted, too, which costs some pairs and no passage."""

OWN_SHARE = 0.3
"""Share of a run that must be wording of fewer documents, so that it is more than a paragraph of very many and a stray letter
next to it; a third of a run of fifteen letters are five, a seed of its own."""


class Common(NamedTuple):
    """Wording of the shortest length that counts, by the number of documents that hold it.

    Attributes
    ----------
    size : int
        Letters of the wording.
    grams : Grams
        Its equal places; those in more documents than the cap are crowded.
    runs : Runs
        Common runs that hold no usable short gram.
    crowded : bool array, one per letter
        Whether crowded wording starts here.
    unseen : bool array, one per letter
        Whether wording starts here whose short grams are all in more documents than the cap.
    """

    size: int
    grams: Grams
    runs: Runs
    crowded: np.ndarray
    unseen: np.ndarray


def most_candidates(n_letters: int) -> int:
    """Return how many passages are looked at in a corpus of so many letters.

    Examples
    --------
    >>> most_candidates(30_000), most_candidates(12_000_000)
    (20000, 96000)
    """
    return max(FEWEST_CANDIDATES, int(CANDIDATES_PER_LETTER * n_letters))


def find_common(
    fp: Fingerprint,
    grams: Grams,
    *,
    min_chars: int,
    within: bool,
    side: np.ndarray | None,
) -> Common:
    """Return the wording that documents have in common, and the runs of it that hold no usable short gram.

    Parameters
    ----------
    fp
        The corpus.
    grams
        The short grams, sorted.
    min_chars
        Letters of the shortest passage that counts.
    within, side
        As for :func:`~plananalysis.reuse.seeds.runs.find_runs`.
    """
    gram = fp.gram
    size = max(gram, min(min_chars, LONGEST_COMMON))
    among = np.zeros(fp.codes.size, dtype=bool)
    for positions, _ in grams.common:
        among[positions] = True
    shared = among | (grams.docs > 0)
    unseen, whole = among, shared.copy()
    for offset in [*range(gram, size - gram, gram), size - gram]:
        if offset <= 0:
            continue
        whole[:-offset] &= shared[offset:]
        whole[-offset:] = False
        unseen[:-offset] &= among[offset:]
    del shared
    longer = find_grams(fp, whole, size, within=within, most_runs=LOOKED_AT * most_candidates(fp.n_letters))
    del whole
    runs = find_runs(fp, kept_grams(longer, unseen), long=size, within=within, side=side, size=size)
    runs = runs.take(runs.length >= size)
    crowded = np.zeros(fp.codes.size, dtype=bool)
    for positions, _ in longer.common:
        crowded[positions] = True
    a, b = _with_earliest(fp, longer)
    if side is not None:
        cross = side[fp.segment[a]] != side[fp.segment[b]]
        a, b = a[cross], b[cross]
    star = extended(fp.codes, np.minimum(a, b), np.maximum(a, b), size)
    return Common(size, longer.without_places(), joined(runs, star), crowded, unseen)


def kept_grams(grams: Grams, keep: np.ndarray) -> Grams:
    """Return the grams whose places are marked; the others make no pairs."""
    groups = []
    for positions, first in grams.groups:
        ok = keep[positions]
        group = np.cumsum(first, dtype=np.int32)[ok]
        groups.append((positions[ok], np.diff(group, prepend=np.int32(0)) != 0))
    return grams._replace(docs=grams.docs * keep, groups=groups)


def without_crowded(grams: Grams, common: Common, gram: int) -> Grams:
    """Return the short grams less those inside crowded wording."""
    if not common.crowded.any():
        return grams
    keep = ~common.crowded
    for offset in range(1, common.size - gram + 1):
        keep[offset:] &= ~common.crowded[:-offset]
    return kept_grams(grams, keep)


def _with_earliest(fp: Fingerprint, grams: Grams) -> tuple[np.ndarray, np.ndarray]:
    """Return where the wording of too many documents begins, paired with the earliest document that holds it."""
    order = np.lexsort((np.arange(fp.years.size), fp.years))
    age = np.empty(order.size, dtype=np.int64)
    age[order] = np.arange(order.size)
    source = np.full(fp.codes.size, -1, dtype=narrow_type(fp.codes.size))
    for positions, first in grams.common:
        if not positions.size:
            continue
        start = np.flatnonzero(first)
        sizes = np.diff(np.r_[start, positions.size])
        key = age[fp.segment_doc[fp.segment[positions]]]
        earliest = key == np.repeat(np.minimum.reduceat(key, start), sizes)
        source[positions] = np.repeat(positions[earliest], sizes)
    at = np.flatnonzero(source >= 0)
    begins = (source[at - 1] < 0) | (source[at - 1] != source[at] - 1)
    at = at[begins & (source[at] != at)]
    return source[at], at


def without_common(runs: Runs, common: Common, grams: Grams, gram: int) -> Runs:
    """Return the runs without those that are wording of very many documents and a stray letter of their own.

    Parameters
    ----------
    runs
        Common runs found by usable grams.
    common
        The wording that documents have in common.
    grams
        The short grams.
    gram
        Letters in a short gram.
    """
    if not runs.a.size or not (common.crowded.any() or common.unseen.any()):
        return runs
    n = runs.length - common.size + 1
    seen_in_part = _share(common.unseen, runs, n) == 0  # no part of such a run is found as common wording
    own = _share(grams.docs > 0, runs, runs.length - gram + 1) >= OWN_SHARE
    rare = _share(~common.crowded, runs, n) >= OWN_SHARE
    return runs.take((runs.length < common.size) | ((own | seen_in_part) & rare))


def _share(marked: np.ndarray, runs: Runs, n: np.ndarray) -> np.ndarray:
    """Return which share of the first ``n`` letters of each run is marked."""
    total = np.cumsum(marked, dtype=np.int32)
    n = np.maximum(1, n)
    return (total[runs.a + n - 1] - total[runs.a - 1]) / n
