"""Find what may be a shared passage: clusters of common runs, and of all these the ones that tell most."""

import logging
import math
from typing import NamedTuple

import numpy as np

from plananalysis.memory import give_back
from plananalysis.reuse.columns import heaviest
from plananalysis.reuse.matches import Matches
from plananalysis.reuse.matching.clusters import cluster_runs, run_weights, windows
from plananalysis.reuse.seeds.bigrams import Bigrams
from plananalysis.reuse.seeds.common import (
    LOOKED_AT,
    Common,
    find_common,
    most_candidates,
    without_common,
    without_crowded,
)
from plananalysis.reuse.seeds.fingerprint import Fingerprint, whole_grams
from plananalysis.reuse.seeds.grams import Grams, find_grams
from plananalysis.reuse.seeds.runs import Runs, find_runs
from plananalysis.reuse.seeds.surroundings import Surroundings, likeness, surroundings

log = logging.getLogger(__name__)

RUNS_PER_LETTER, FEWEST_RUNS = 0.02, 200_000
"""Common runs, longer ones aside, that are looked at per letter of the corpus, those in like surroundings first."""

HINTS_PER_LETTER = 0.0015
"""Matches of runs that tell too little by themselves, but are looked at for their surroundings, per letter."""

ALONE = (1.2, 13)
"""Slope and offset of :func:`alone_weight` by the binary logarithm of the letters of the corpus."""


_AT_ONCE = 1 << 15


def alone_weight(n_letters: int) -> float:
    """Return the weight above which a single run is rarely chance in a corpus of so many letters."""
    return max(4.5, ALONE[0] * math.log2(max(2, n_letters)) - ALONE[1])


class Candidates(NamedTuple):
    """What may be a shared passage.

    Attributes
    ----------
    near : Runs
        Common runs that lie near others or are long.
    label : int array
        Cluster of each.
    told : Runs
        Common runs of wording that many documents share, a passage each.
    hints : Matches
        Extents of further clusters, which tell too little by themselves but lie in surroundings that are alike.
    spread : uint16 array, one per letter
        Number of units that hold the gram which starts here.
    """

    near: Runs
    label: np.ndarray
    told: Runs
    hints: Matches
    spread: np.ndarray


def find_candidates(
    fp: Fingerprint, bigrams: Bigrams, *, min_chars: int, within: bool, side: np.ndarray | None
) -> Candidates:
    """Find the runs that documents have in common and keep those that tell most.

    Parameters
    ----------
    fp, bigrams
        The corpus.
    min_chars
        Letters of the shortest passage that counts.
    within, side
        As for :func:`~plananalysis.reuse.seeds.runs.find_runs`.
    """
    grams = find_grams(fp, whole_grams(fp.codes, fp.gram), fp.gram, within=within)
    common = find_common(fp, grams, min_chars=min_chars, within=within, side=side)
    give_back()
    alone = alone_weight(fp.codes.size)
    own = without_crowded(grams, common, fp.gram)
    grams = grams.without_places()
    alike = surroundings(fp.codes, bigrams)
    runs = find_runs(
        fp,
        own,
        size=fp.gram,
        long=max(fp.gram, math.ceil(alone)),
        alike=alike,
        most=max(FEWEST_RUNS, math.ceil(RUNS_PER_LETTER * fp.codes.size)),
        within=within,
        side=side,
    )
    del own
    give_back()
    runs = without_common(runs, common, grams, fp.gram)
    near, label, light, light_label = cluster_runs(fp, runs, grams.spread, alone=alone)
    log.info("%d runs, %d of common wording", near.a.size, common.runs.a.size)
    chosen, rest = _told_most(grams, common, near, label, gram=fp.gram, min_chars=min_chars)
    label = np.unique(label[chosen], return_inverse=True)[1]
    hints = _most_alike(alike, light, light_label, math.ceil(HINTS_PER_LETTER * fp.codes.size))
    return Candidates(near.take(chosen), label, common.runs.take(rest), hints, grams.spread)


def _most_alike(alike: Surroundings, runs: Runs, label: np.ndarray, most: int) -> Matches:
    """Return the extents of the clusters that have a run in surroundings most alike, at most so many."""
    score = np.empty(runs.a.size, dtype=np.float32)
    for start in range(0, runs.a.size, _AT_ONCE):
        part = slice(start, start + _AT_ONCE)
        places = alike.at(np.concatenate([runs.a[part], runs.b[part]]))
        left = np.arange(places.filled.size // 2)
        score[part] = likeness(places, left, left + left.size)
    best = np.zeros(int(label.max(initial=-1)) + 1, dtype=np.float32)
    np.maximum.at(best, label, score)
    return windows(runs, label).take(heaviest(best, most))


def _told_most(
    grams: Grams, common: Common, near: Runs, label: np.ndarray, *, gram: int, min_chars: int
) -> tuple[np.ndarray, np.ndarray]:
    """Return which of the gathered runs and which runs of common wording are candidates: those that tell most.

    Gathered runs that are sure to be told, as one of them is long enough, vie with common wording for the places; of
    the others, most of which prove to be nothing, a few times as many are looked at.
    """
    most = most_candidates(grams.spread.size)
    weight = np.bincount(label, run_weights(grams.spread, near, gram))
    sure = np.zeros(weight.size, dtype=bool)
    sure[label[near.length >= min_chars]] = True
    of_common = run_weights(common.grams.spread, common.runs, common.size)
    vying = heaviest(np.concatenate([weight[sure], of_common]), most)
    keep = np.empty(weight.size, dtype=bool)
    keep[sure] = vying[: int(sure.sum())]
    keep[~sure] = heaviest(weight[~sure], LOOKED_AT * most)
    return keep[label], vying[int(sure.sum()) :]
