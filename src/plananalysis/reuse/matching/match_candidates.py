"""Find the candidates: clusters of common runs that may be a shared passage, and of all these the most distinctive."""

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

RUNS_PER_LETTER = 0.02
"""Common runs, longer ones aside, that are looked at per letter of the corpus, those in like surroundings first."""

FEWEST_RUNS = 200_000
"""Such runs however small the corpus is: as many as two thousand plans of five thousand letters have at that rate."""

HINTS_PER_LETTER = 0.0015
"""Clusters per letter of the corpus whose runs are weak evidence by themselves, but which are looked at for their surroundings:
where short passages were reworded heavily. With twice as many little more is found (markov, 2,000 documents)."""

ALONE_PER_DOUBLING = 1.2
"""Letters that a single run needs more for each doubling of the letters of the corpus: pairs of places grow fourfold, and each
letter more makes a run that two places share about three times as rare (3.4 times at the fifth letter in 200 plans; 2 / log2 3.2 = 1.2)."""

ALONE_AT_ONE = -13.0
"""Weight at which that straight line begins, for a corpus of one letter; it gives 4.5 for five plans, 10 for two hundred and 17
for ten thousand. Set on planted passages (Markov background, 200 and 2,000 documents, seeds 2-9)."""

LEAST_ALONE = 4.5
"""The least weight of a single run: more than a seed of four letters that two units share."""

_AT_ONCE = 1 << 15
"""Runs whose surroundings are compared together: bounds the memory, decides nothing."""


def alone_weight(n_letters: int) -> float:
    """Return the weight above which a single run is rarely chance in a corpus of so many letters.

    Examples
    --------
    >>> [round(alone_weight(n), 1) for n in (24_000, 160_000, 40_000_000)]
    [4.5, 7.7, 17.3]
    """
    return max(LEAST_ALONE, ALONE_PER_DOUBLING * math.log2(max(2, n_letters)) + ALONE_AT_ONE)


class Candidates(NamedTuple):
    """What may be a shared passage.

    Attributes
    ----------
    near : Runs
        Common runs that lie near others or are long.
    label : int array
        Cluster of each.
    common : Runs
        Common runs of wording that many documents share, each a passage by itself.
    hints : Matches
        Extents of further clusters, weak evidence by themselves, but in surroundings that are alike.
    spread : uint16 array, one per letter
        Number of units that hold the gram which starts here.
    """

    near: Runs
    label: np.ndarray
    common: Runs
    hints: Matches
    spread: np.ndarray


def find_candidates(
    fp: Fingerprint, bigrams: Bigrams, *, min_chars: int, within: bool, side: np.ndarray | None
) -> Candidates:
    """Find the runs that documents have in common and keep the most distinctive clusters of them.

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
    alone = alone_weight(fp.n_letters)
    own = without_crowded(grams, common, fp.gram)
    grams = grams.without_places()
    alike = surroundings(fp.codes, bigrams)
    runs = find_runs(
        fp,
        own,
        size=fp.gram,
        long=max(fp.gram, math.ceil(alone)),
        alike=alike,
        most=max(FEWEST_RUNS, math.ceil(RUNS_PER_LETTER * fp.n_letters)),
        within=within,
        side=side,
    )
    del own
    give_back()
    runs = without_common(runs, common, grams, fp.gram)
    near, label, light, light_label = cluster_runs(fp, runs, grams.spread, alone=alone)
    log.info("%d runs, %d of common wording", near.a.size, common.runs.a.size)
    chosen, rest = _most_distinctive(fp, grams, common, near, label, min_chars=min_chars)
    label = np.unique(label[chosen], return_inverse=True)[1]
    hints = _most_alike(alike, light, light_label, math.ceil(HINTS_PER_LETTER * fp.n_letters))
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


def _most_distinctive(
    fp: Fingerprint, grams: Grams, common: Common, near: Runs, label: np.ndarray, *, min_chars: int
) -> tuple[np.ndarray, np.ndarray]:
    """Return which of the clustered runs and which runs of common wording are candidates: the most distinctive.

    Clusters that are sure to be passages, as one of their runs is long enough, compete with common wording for the places; of
    the others, most of which prove to be nothing, a few times as many are looked at.
    """
    most = most_candidates(fp.n_letters)
    weight = np.bincount(label, run_weights(grams.spread, near, fp.gram))
    sure = np.zeros(weight.size, dtype=bool)
    sure[label[near.length >= min_chars]] = True
    of_common = run_weights(common.grams.spread, common.runs, common.size)
    competing = heaviest(np.concatenate([weight[sure], of_common]), most)
    keep = np.empty(weight.size, dtype=bool)
    keep[sure] = competing[: int(sure.sum())]
    keep[~sure] = heaviest(weight[~sure], LOOKED_AT * most)
    return keep[label], competing[int(sure.sum()) :]
