"""Which stored documents share most with a query, told from the places of its grams.

Places of equal grams that follow each other are a common run; runs that lie near each other in both documents are a cluster,
weighed as :mod:`plananalysis.reuse.matching.clusters` does. The heaviest cluster of a document is its evidence.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np

from plananalysis.reuse.columns import order_of, running_max
from plananalysis.reuse.matching.clusters import GAPS
from plananalysis.reuse.seeds.fingerprint import GRAM
from plananalysis.reuse.seeds.grams import cap_for, most_pairs
from plananalysis.workspace.gram_places import Places, look_up
from plananalysis.workspace.record import Generation

MOST_PLACES = 500_000
"""Places of the query's grams that are compared; those of the commonest grams are left out first: bounds time and memory."""


_HELD = 4
"""So many times the places that are compared are held while others are looked up: bounds the memory, decides nothing."""

_TOGETHER = 1 << 17
"""Places that are paired with those of the query together: bounds the memory, decides nothing."""

COUNTED = 64
"""Documents with a gram up to which the groups among them are counted exactly; of more it only matters that they are many."""


class Found(NamedTuple):
    """What is stored of the grams of a query.

    Attributes
    ----------
    docs, groups : int arrays, one per gram
        Documents and groups that hold it.
    places : Places
        The places of all but the commonest; ``gram`` is the number of the gram among those asked for.
    """

    docs: np.ndarray
    groups: np.ndarray
    places: Places


def stored_places(
    folder: Path, generations: list[Generation], grams: np.ndarray, group_of: np.ndarray
) -> Found:
    """Look up the grams of a query.

    Parameters
    ----------
    folder, generations
        The workspace.
    grams
        Rising.
    group_of
        The group of each document by its number, -1 for those that are not live.
    """
    n_kept = 0
    docs, groups, n_places = np.zeros((3, grams.size), dtype=np.int64)
    kept: list[Places] = [Places(*np.zeros((3, 0), dtype=np.int64))]
    for generation in generations:
        for rows in look_up(folder, generation, grams):
            rows = rows.take(group_of[rows.doc] >= 0)
            here = _changes(rows.gram, rows.doc, grams.size)
            docs += here
            groups += _groups_of(rows.gram, group_of[rows.doc], here)
            n_places += np.bincount(rows.gram, minlength=grams.size)
            kept.append(rows)
            n_kept += rows.gram.size
            if n_kept > _HELD * MOST_PLACES:
                kept = _without_commonest(kept, n_places)
                n_kept = sum(part.gram.size for part in kept)
    kept = _without_commonest(kept, n_places)
    places = Places(*(np.concatenate(column) for column in zip(*kept, strict=True)))
    return Found(docs, np.minimum(groups, docs), places)


def _changes(number: np.ndarray, value: np.ndarray, size: int) -> np.ndarray:
    """Return how often the value changes among the places of each gram; of sorted values how many there are."""
    new = np.ones(number.size, dtype=bool)
    new[1:] = (number[1:] != number[:-1]) | (value[1:] != value[:-1])
    return np.bincount(number[new], minlength=size)


def _groups_of(number: np.ndarray, group: np.ndarray, n_docs: np.ndarray) -> np.ndarray:
    """Return in how many groups each gram is; in many documents about so many, as those of a block are sorted by group."""
    about = _changes(number, group, n_docs.size)
    few = n_docs[number] <= COUNTED
    number, group = number[few], group[few]
    order = order_of(number, group)
    counted = _changes(number[order], group[order], n_docs.size)
    return np.where(n_docs <= COUNTED, counted, about)


def _without_commonest(kept: list[Places], n_places: np.ndarray) -> list[Places]:
    """Return the places without those of the commonest grams, if there are too many."""
    if sum(part.gram.size for part in kept) <= MOST_PLACES:
        return kept
    order = np.argsort(n_places, kind="stable")
    few = np.zeros(n_places.size, dtype=bool)
    few[order[np.cumsum(n_places[order]) <= MOST_PLACES]] = True
    return [part.take(few[part.gram]) for part in kept]


def cap_of(generations: list[Generation]) -> int:
    """Return in how many documents a gram may stand to make pairs, as the largest generation has it."""
    largest = max(generations, key=lambda generation: generation.n_rows)
    return cap_for(np.asarray(largest.pairs), most_pairs(largest.n_letters))


def heaviest_clusters(
    found: Found, grams: np.ndarray, at: np.ndarray, *, cap: int, min_chars: int, n_docs: int
) -> np.ndarray:
    """Return the weight of the heaviest cluster of each document, by its number; 0 where it shares nothing that counts.

    Parameters
    ----------
    found
        What is stored of the grams.
    grams
        The gram at each place of the query, as a number among those that were looked up.
    at
        The letter of the query at which it stands.
    cap
        Grams in more documents than this make no pairs, unless the run that they are part of is long enough.
    min_chars
        Letters of such a run.
    n_docs
        Documents there are numbers for.
    """
    best = np.zeros(n_docs)
    for places in _by_documents(found.places):
        query, doc, letter, gram = _in_order(*_pairs(places, grams, at))
        if not query.size:
            continue
        start = np.flatnonzero(_begins_run(query, doc, letter))
        length = np.diff(np.append(start, query.size)) + GRAM - 1
        rarest = np.minimum.reduceat(found.docs[gram], start)
        usual = np.minimum.reduceat(found.groups[gram], start)
        weight = np.maximum(1.0, length - np.log2(np.maximum(2, usual + 1) / 2))
        ok = (rarest <= cap) | (length >= min_chars)
        start, length, weight = start[ok], length[ok], weight[ok]
        cluster, n_clusters = _clusters(query[start], doc[start], letter[start], length)
        total = np.bincount(cluster, weight, n_clusters)
        np.maximum.at(best, doc[start], total[cluster])
    return best


def _by_documents(places: Places) -> Iterator[Places]:
    """Yield the places of some documents at a time."""
    order = np.argsort(places.doc, kind="stable")
    places = places.take(order)
    edges = np.arange(0, places.doc.size, _TOGETHER)
    cuts = np.unique(np.searchsorted(places.doc, places.doc[edges])) if edges.size else edges
    for start, end in zip(cuts, [*cuts[1:], places.doc.size], strict=True):
        yield places.take(slice(int(start), int(end)))


def _pairs(
    places: Places, grams: np.ndarray, at: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return every pair of a place of the query and one of a document: both letters, the document and the gram."""
    order = np.argsort(grams, kind="stable")
    ranked = grams[order]
    low, high = np.searchsorted(ranked, places.gram), np.searchsorted(ranked, places.gram, side="right")
    size = high - low
    owner = np.repeat(np.arange(size.size), size)
    inside = np.arange(owner.size) - np.repeat(np.cumsum(size) - size, size)
    query = at[order[low[owner] + inside]]
    return (
        query,
        places.doc[owner].astype(np.int64),
        places.letter[owner].astype(np.int64),
        places.gram[owner],
    )


def _in_order(
    query: np.ndarray, doc: np.ndarray, letter: np.ndarray, gram: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return pairs sorted by document, by how far their letters lie apart, and by letter."""
    order = order_of(doc, letter - query + int(query.max(initial=0)), query)
    return query[order], doc[order], letter[order], gram[order]


def _begins_run(query: np.ndarray, doc: np.ndarray, letter: np.ndarray) -> np.ndarray:
    """Return which of some sorted pairs do not follow the one before letter by letter."""
    begins = np.ones(query.size, dtype=bool)
    begins[1:] = (doc[1:] != doc[:-1]) | (query[1:] != query[:-1] + 1) | (letter[1:] != letter[:-1] + 1)
    return begins


def _clusters(
    query: np.ndarray, doc: np.ndarray, letter: np.ndarray, length: np.ndarray
) -> tuple[np.ndarray, int]:
    """Return the cluster of each run: those of one document that no wide gap parts on either side."""
    label, n = doc, 0
    while True:
        label, _ = _split(label, query, length)
        label, parts = _split(label, letter, length)
        if parts == n:
            return label, parts
        n = parts


def _split(label: np.ndarray, start: np.ndarray, length: np.ndarray) -> tuple[np.ndarray, int]:
    """Split groups where more than the wide gap lies between a run and all before it."""
    order = order_of(label, start)
    group, low, high = label[order], start[order], (start + length)[order]
    number = np.cumsum(np.r_[True, group[1:] != group[:-1]])
    reach = running_max(high, number)
    new = np.ones(group.size, dtype=bool)
    new[1:] = (group[1:] != group[:-1]) | (low[1:] > reach[:-1] + GAPS[-1])
    result = np.empty(group.size, dtype=np.int64)
    result[order] = np.cumsum(new) - 1
    return result, int(new.sum())
