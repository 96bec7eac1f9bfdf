"""Wording that very many documents share: never all pairs, but each with the earliest document that holds it.

A gram in more documents than the cap makes no pairs. Where such grams follow each other over the shortest length that
counts, the longer gram is looked up in turn: if few enough documents share it, they pair as usual; if not, every
document is paired with the earliest one only. So a paragraph of ten thousand documents gives 9,999 rows and one
family, not fifty million rows.
"""

import numpy as np

from plananalysis.reuse.candidates import Grams, Runs, extended, find_grams, find_runs
from plananalysis.reuse.fingerprint import Fingerprint

_LONGEST = 24
_OWN_SHARE = 0.3


def common_runs(
    fp: Fingerprint,
    hashes: np.ndarray,
    grams: Grams,
    *,
    min_chars: int,
    within: bool,
    side: np.ndarray | None,
) -> Runs:
    """Return the common runs that hold no usable short gram.

    Parameters
    ----------
    fp
        The corpus.
    hashes
        Hashes of its short grams.
    grams
        The short grams, sorted.
    min_chars
        Letters of the shortest passage that counts.
    within, side
        As for :func:`~plananalysis.reuse.candidates.find_runs`.
    """
    gram = fp.gram
    size = max(gram, min(min_chars, _LONGEST))
    among = np.zeros(fp.codes.size, dtype=bool)
    for positions, _ in grams.common:
        among[positions] = True
    if not among.any():
        return Runs(*(np.empty(0, dtype=np.int64),) * 3)
    chosen, mixed = among.copy(), hashes.copy()
    for offset in [*range(gram, size - gram, gram), size - gram]:
        if offset <= 0:
            continue
        chosen[:-offset] &= among[offset:]
        chosen[-offset:] = False
        mixed[:-offset] = (mixed[:-offset] ^ (hashes[offset:] >> np.uint64(7))) * np.uint64(
            0x9E3779B97F4A7C15
        )
    longer = find_grams(fp, mixed, chosen, within=within)
    runs = find_runs(fp, longer, long=size, within=within, side=side, size=size)
    runs = runs.take(runs.length >= size)
    a, b = _with_earliest(fp, longer, size)
    if side is not None:
        cross = side[fp.segment[a]] != side[fp.segment[b]]
        a, b = a[cross], b[cross]
    star = extended(fp.codes, np.minimum(a, b), np.maximum(a, b), size)
    return Runs(*(np.concatenate(both) for both in zip(runs, star, strict=True)))


def _with_earliest(fp: Fingerprint, grams: Grams, size: int) -> tuple[np.ndarray, np.ndarray]:
    """Return where the wording of too many documents begins, paired with the earliest document that holds it."""
    order = np.lexsort((np.arange(fp.years.size), fp.years))
    age = np.empty(order.size, dtype=np.int64)
    age[order] = np.arange(order.size)
    source = np.full(fp.codes.size, -1, dtype=np.int64)
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


def without_common(runs: Runs, grams: Grams, *, size: int, gram: int) -> Runs:
    """Return the runs without those that are wording of very many documents and a stray letter of their own.

    Parameters
    ----------
    runs
        Common runs found by usable grams.
    grams
        The short grams.
    size
        Letters from which on a run is looked at.
    gram
        Letters in a gram.
    """
    if not runs.a.size or not any(positions.size for positions, _ in grams.common):
        return runs
    own = np.cumsum(grams.usable, dtype=np.int32)
    last = runs.a + runs.length - gram
    share = (own[last] - own[runs.a - 1]) / (runs.length - gram + 1)
    return runs.take((runs.length < size) | (share >= _OWN_SHARE))
