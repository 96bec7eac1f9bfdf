"""Which items of two years answer each other: those of one wording, and of the others those on one subject."""

from collections.abc import Iterator

import numpy as np

from plananalysis.compare.aligned import Aligned
from plananalysis.compare.common_wording import Common, CommonWordings

RELATED = 1.65
"""Items in other words answer each other if they are so much nearer in substance than the threshold. Of 80 pairs of items of
neighbouring years, read and labelled, 14 of the 18 on other matters were below it, and 10 of the 36 on one matter."""

LOOKED_AT = 3
"""Nearest items of the other plan that are looked at for the wording of one that was paired with none of its wording. Of 24 items
without a counterpart whose wording the other plan had, 21 had it in one of these."""


def answers(items: Aligned, threshold: float) -> dict[tuple[int, int], Common]:
    """Return the pairs of items that answer each other, and what they have in common word for word.

    Parameters
    ----------
    items
        The items of two plans and their alignment.
    threshold
        Least similarity of aligned items.
    """
    wordings = CommonWordings(items.a, items.b)
    found = {pair: wordings.of(items.a[pair[0]], items.b[pair[1]]) for pair in items.pairs}
    worded = {pair for pair, common in found.items() if common.is_one_wording()}
    for pair in sorted(_candidates(items, worded) - items.pairs):
        common = wordings.of(items.a[pair[0]], items.b[pair[1]])
        if common.is_one_wording():
            found[pair] = common
            worded.add(pair)
    rows, columns = {i for i, _ in worded}, {j for _, j in worded}
    related = {
        (i, j)
        for i, j in items.pairs
        if items.similar[i, j] >= RELATED * threshold and not (i in rows and j in columns)
    }
    return {pair: found[pair] for pair in sorted(worded | related)}


def _candidates(items: Aligned, worded: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """Return the pairs to look at for the wording of items that no item of one wording answers."""
    rows, columns = {i for i, _ in worded}, {j for _, j in worded}
    pairs = {(i, j) for i, j in _nearest(items.similar) if i not in rows}
    return pairs | {(i, j) for j, i in _nearest(items.similar.T) if j not in columns}


def _nearest(similar: np.ndarray) -> Iterator[tuple[int, int]]:
    """Yield for every row its nearest columns, if they are near at all."""
    order = np.argsort(-np.round(similar, 12), axis=1, kind="stable")[:, :LOOKED_AT]
    for i, nearest in enumerate(order.tolist()):
        yield from ((i, j) for j in nearest if similar[i, j] > 0)
