"""Cluster common runs that lie near each other in both documents, whatever their order.

A reworded passage leaves many short runs; a moved clause leaves them in another order. So runs belong together when
no gap wider than a limit parts them, looked at along one document and along the other, and never by their order.
"""

import numpy as np

from plananalysis.reuse.columns import joined, order_of, running_max
from plananalysis.reuse.matches import Matches, pair_keys
from plananalysis.reuse.seeds.fingerprint import Fingerprint
from plananalysis.reuse.seeds.runs import Runs

GAPS = (60, 120)
"""Letters between neighbouring runs of one cluster, at most: first the narrow gap, then the wide one."""

TOGETHER = (8.0, 11.0)
"""Weight of several neighbouring runs that makes them a candidate, over the narrow gap and the wide one: two seeds of four or
five letters, or three at some distance."""

ADDS = 3
"""Letters that several runs must cover more than the longest of them does, to count as several: else they overlap in the same
words."""

_LOOKED_AT = 24
"""Grams of a run whose spread is looked at to find its rarest: a longer run is a candidate anyway."""


def _split(label: np.ndarray, start: np.ndarray, end: np.ndarray, gap: int) -> tuple[np.ndarray, int]:
    """Split groups where more than ``gap`` letters lie between an entry and all before it."""
    order = order_of(label, start)
    s, group = start[order], label[order]
    reach = running_max(end[order], group)
    new = np.ones(s.size, dtype=bool)
    new[1:] = (group[1:] != group[:-1]) | (s[1:] > reach[:-1] + gap)
    result = np.empty(s.size, dtype=np.int64)
    result[order] = np.cumsum(new) - 1
    return result, int(new.sum())


def cluster_runs(
    fp: Fingerprint, runs: Runs, spread: np.ndarray, *, alone: float
) -> tuple[Runs, np.ndarray, Runs, np.ndarray]:
    """Return the runs of clusters that are evidence enough to be a candidate, and the cluster of each; then the others.

    Runs are clustered over narrow gaps first; those whose clusters are too light, over wide gaps again.

    Parameters
    ----------
    fp, runs
        The corpus and the common runs of its documents.
    spread
        Units that hold the gram at each letter.
    alone
        Weight that lets a run stand by itself; several together need :data:`TOGETHER`.
    """
    kept, labels, n = [], [], 0
    weight = run_weights(spread, runs, fp.gram)
    for gap, together in zip(GAPS, TOGETHER, strict=True):
        label, keep = _clustered(fp, runs, weight, gap=gap, alone=alone, together=together)
        kept.append(runs.take(keep))
        number = np.unique(label[keep], return_inverse=True)[1] + n
        labels.append(number)
        n = int(number.max(initial=n - 1)) + 1
        runs, weight, label = runs.take(~keep), weight[~keep], label[~keep]
    return joined(*kept), np.concatenate(labels), runs, np.unique(label, return_inverse=True)[1]


def _clustered(
    fp: Fingerprint, runs: Runs, weight: np.ndarray, *, gap: int, alone: float, together: float
) -> tuple[np.ndarray, np.ndarray]:
    """Return the cluster of each run and whether it may be a shared passage."""
    if not runs.a.size:
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=bool)
    label = np.unique(pair_keys(fp, runs.a, runs.b), return_inverse=True)[1]
    n = 0
    while True:
        label, first = _split(label, runs.a.astype(np.int64), runs.a + runs.length, gap)
        label, second = _split(label, runs.b.astype(np.int64), runs.b + runs.length, gap)
        if second == n or first == second == n:
            break
        n = second
    total = np.bincount(label, weight)
    heaviest, single = np.zeros(n), np.zeros(n, dtype=np.int64)
    np.maximum.at(heaviest, label, weight)
    np.maximum.at(single, label, runs.length)
    covered = covered_letters(runs, label)
    several = covered >= single + ADDS
    return label, ((several & (total >= together)) | (heaviest >= alone))[label]


def run_weights(spread: np.ndarray, runs: Runs, size: int) -> np.ndarray:
    """Return how strong the evidence of each run is: its letters less log2 of half the units that hold its rarest gram."""
    return np.maximum(1.0, runs.length - np.log2(np.maximum(2, rarest(spread, runs, size)) / 2))


def rarest(spread: np.ndarray, runs: Runs, size: int) -> np.ndarray:
    """Return the smallest number of units that hold a gram of each run; of the first grams if it is long."""
    result = spread[runs.a].astype(np.int64)
    for offset in range(1, _LOOKED_AT):
        more = np.flatnonzero(runs.length >= size + offset)
        if not more.size:
            break
        result[more] = np.minimum(result[more], spread[runs.a[more] + offset])
    return result


def _cover(label: np.ndarray, start: np.ndarray, length: np.ndarray) -> np.ndarray:
    """Return how many letters the runs of each cluster cover together."""
    order = order_of(label, start)
    s, e, group = start[order].astype(np.int64), (start + length)[order].astype(np.int64), label[order]
    reach = running_max(e, group)
    before = np.full(s.size, -1, dtype=np.int64)
    before[1:] = np.where(group[1:] == group[:-1], reach[:-1], -1)
    return np.bincount(group, weights=np.maximum(0, e - np.maximum(s, before)))


def covered_letters(runs: Runs, label: np.ndarray) -> np.ndarray:
    """Return for each cluster how many letters its runs cover, on the side where they cover fewer."""
    return np.minimum(_cover(label, runs.a, runs.length), _cover(label, runs.b, runs.length))


def windows(runs: Runs, label: np.ndarray) -> Matches:
    """Return the extent of every cluster."""
    order = np.argsort(label, kind="stable")
    at = (
        np.flatnonzero(np.r_[True, np.diff(label[order]) != 0]) if label.size else np.empty(0, dtype=np.int64)
    )
    a, b, n = runs.a[order].astype(np.int64), runs.b[order].astype(np.int64), runs.length[order]
    if not label.size:
        return Matches(a, a, b, b)
    low, high = np.minimum.reduceat, np.maximum.reduceat
    return Matches(low(a, at), high(a + n, at), low(b, at), high(b + n, at))
