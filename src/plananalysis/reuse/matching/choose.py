"""Choose between aligned pieces and reordered passages (wide ones), so that each shared passage is reported once."""

import numpy as np

from plananalysis.reuse.matches import Matches, neighbours, overlap, pair_keys
from plananalysis.reuse.matching.log_odds import log_odds
from plananalysis.reuse.seeds.bigrams import Bigrams
from plananalysis.reuse.seeds.fingerprint import Fingerprint

LIKE_LENGTH = 0.7
"""Share of the longer side of a wide passage that the shorter has, at least: rewording changes a length by less."""

DENSE = 0.3
"""Log-odds per letter that a wide passage has, at least, and what lies between its pieces."""

CLAUSE = 40
"""Letters of an aligned piece from which on a wide passage around it replaces it; a shorter one is reported besides."""

LITTLE = 0.15
"""Share of a wide passage that lies between its pieces, at most, if it need not be evidence by itself."""

PARTED = 0.4
"""The same where the pieces are long: inserted text has parted them."""

SAME = 0.9
"""Share of a wide passage that a single piece covers, on both sides, if the piece is the passage and the wide one is dropped."""

INSIDE = 0.6
"""Share of a match that lies in another, on both sides, if it is a part of it."""

NEIGHBOURS = 64
"""Pieces that a piece is compared with, next in the order of their places: more that overlap one place are hardly ever met."""


def choose(
    fp: Fingerprint, pieces: Matches, scores: np.ndarray, wide: Matches
) -> tuple[np.ndarray, np.ndarray]:
    """Return which pieces and which wide passages to keep.

    A wide passage is dropped where one piece covers nearly all of it; otherwise the long pieces inside it are. Of pieces
    that cover each other the one of higher score is kept.
    """
    keep = ~_inside_another(fp, pieces, scores)
    if not wide.a0.size or not pieces.a0.size:
        return keep, np.ones(wide.a0.size, dtype=bool)
    keep_wide = ~covered_by_piece(fp, pieces.take(keep), wide)
    for i, j in neighbours(fp, pieces, wide):
        common_a = overlap(pieces.a0[i], pieces.a1[i], wide.a0[j], wide.a1[j])
        common_b = overlap(pieces.b0[i], pieces.b1[i], wide.b0[j], wide.b1[j])
        inside = (common_a >= INSIDE * (pieces.a1[i] - pieces.a0[i])) & (
            common_b >= INSIDE * (pieces.b1[i] - pieces.b0[i])
        )
        long = pieces.a1[i] - pieces.a0[i] >= CLAUSE
        keep[i[inside & keep_wide[j] & long]] = False
    return keep, keep_wide


def covered_by_piece(fp: Fingerprint, pieces: Matches, wide: Matches) -> np.ndarray:
    """Return which wide passages a single aligned piece covers nearly wholly."""
    covered = np.zeros(wide.a0.size, dtype=bool)
    for i, j in neighbours(fp, pieces, wide):
        common_a = overlap(pieces.a0[i], pieces.a1[i], wide.a0[j], wide.a1[j])
        common_b = overlap(pieces.b0[i], pieces.b1[i], wide.b0[j], wide.b1[j])
        covers = common_a >= SAME * (wide.a1[j] - wide.a0[j])
        covered[j[covers & (common_b >= SAME * (wide.b1[j] - wide.b0[j]))]] = True
    return covered


def hangs_together(fp: Fingerprint, bigrams: Bigrams, wide: Matches, pieces: Matches) -> np.ndarray:
    """Return which wide passages are more than a row of aligned pieces with other text between them.

    A wide passage stays if the sides are of like length, if its log-odds per letter are high enough, and if what lies
    between the pieces is evidence for a copy by itself, or there is little of it; more of it may lie between long pieces,
    which some inserted text has parted.
    """
    size_a, size_b = wide.a1 - wide.a0, wide.b1 - wide.b0
    stays = np.minimum(size_a, size_b) >= LIKE_LENGTH * np.maximum(size_a, size_b)
    covered = _pieces_inside(fp, wide, pieces)
    long = covered[2] - covered[1] >= CLAUSE
    for part, at, owner, gain in log_odds(bigrams, wide):
        n = part.stop - part.start
        free = _free(wide.a0[part], at.size, owner, covered, part)
        free_of_long = _free(wide.a0[part], at.size, owner, [side[long] for side in covered], part)
        size = np.maximum(1, size_a[part])
        rest = np.bincount(owner[free], minlength=n)
        evidence = np.bincount(owner[free], gain[free], n)
        total = np.bincount(owner, gain, n)
        whole = (rest <= LITTLE * size) | (np.bincount(owner[free_of_long], minlength=n) <= PARTED * size)
        stays[part] &= (total >= DENSE * size) & (whole | (evidence >= DENSE * rest))
    return stays


def _pieces_inside(fp: Fingerprint, wide: Matches, pieces: Matches) -> list[np.ndarray]:
    """Return which wide passage each piece lies in, and start and end of the letters of its ``a`` side that it covers."""
    none = np.empty(0, dtype=np.int64)
    edges = [none, none, none]
    for i, j in neighbours(fp, pieces, wide):
        low = np.maximum(pieces.a0[i], wide.a0[j])
        high = np.minimum(pieces.a1[i], wide.a1[j])
        inside = (low < high) & (overlap(pieces.b0[i], pieces.b1[i], wide.b0[j], wide.b1[j]) > 0)
        edges = [np.r_[old, new[inside]] for old, new in zip(edges, (j, low, high), strict=True)]
    return edges


def _free(
    start: np.ndarray, n_letters: int, owner: np.ndarray, covered: list[np.ndarray], part: slice
) -> np.ndarray:
    """Return which letters of a batch of wide passages no piece covers."""
    here = (covered[0] >= part.start) & (covered[0] < part.stop)
    index = covered[0][here] - part.start
    offset = np.searchsorted(owner, np.arange(start.size))[index] - start[index]
    depth = np.zeros(n_letters + 1, dtype=np.int64)
    np.add.at(depth, np.minimum(covered[1][here] + offset, n_letters), 1)
    np.add.at(depth, np.minimum(covered[2][here] + offset, n_letters), -1)
    return np.cumsum(depth)[:-1] <= 0


def _inside_another(fp: Fingerprint, pieces: Matches, scores: np.ndarray) -> np.ndarray:
    """Return which pieces lie, on both sides, mostly inside a piece of higher score."""
    n = pieces.a0.size
    gone = np.zeros(n, dtype=bool)
    order = np.lexsort((pieces.b0, pieces.a0, pair_keys(fp, pieces.a0, pieces.b0)))
    key = pair_keys(fp, pieces.a0, pieces.b0)[order]
    a0, a1, b0, b1 = (side[order] for side in pieces)
    score = scores[order]
    for lag in range(1, min(NEIGHBOURS, n)):
        near = np.flatnonzero((key[lag:] == key[:-lag]) & (a0[lag:] < a1[:-lag]))
        if not near.size:
            break
        x, y = near, near + lag
        common_a = overlap(a0[x], a1[x], a0[y], a1[y])
        common_b = overlap(b0[x], b1[x], b0[y], b1[y])
        first_better = (score[x] > score[y]) | ((score[x] == score[y]) & (x < y))
        for small, better in ((y, first_better), (x, ~first_better)):
            inside = (common_a >= INSIDE * (a1[small] - a0[small])) & (
                common_b >= INSIDE * (b1[small] - b0[small])
            )
            gone[order[small[inside & better]]] = True
    return gone
