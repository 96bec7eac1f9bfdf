"""What two parts of plans share word for word: slogans and reused passages."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from plananalysis import tables
from plananalysis.compare.nodes import Node
from plananalysis.reuse.passage_kinds import shared_wording


class Places(NamedTuple):
    """Slogans of one plan in reading order, an entry per place."""

    start: np.ndarray
    end: np.ndarray
    slogan: np.ndarray


class Evidence(NamedTuple):
    """Slogans of two plans and the passages they share, by place."""

    slogans_a: Places
    slogans_b: Places
    reuse: dict[str, np.ndarray]


def gather(doc_a: str, doc_b: str, occurrences: pd.DataFrame | None, reuse: pd.DataFrame | None) -> Evidence:
    """Return what two plans share, with plan A on the left whichever side it has in the table of reuse."""
    found = tables.empty("occurrences") if occurrences is None else occurrences
    shared = tables.empty("reuse") if reuse is None else reuse
    shared = shared_wording(shared) if "kind" in shared else shared
    straight = shared[(shared["doc_a"] == doc_a) & (shared["doc_b"] == doc_b)]
    turned = shared[(shared["doc_a"] == doc_b) & (shared["doc_b"] == doc_a)]
    names = {"start_a": "start_b", "end_a": "end_b", "start_b": "start_a", "end_b": "end_a"}
    columns = list(names)
    both = pd.concat([straight[columns], turned.rename(columns=names)[columns]])
    return Evidence(
        _places(found, doc_a), _places(found, doc_b), {name: both[name].to_numpy() for name in columns}
    )


def _places(occurrences: pd.DataFrame, doc_id: str) -> Places:
    """Return the slogans of one document in reading order."""
    own = occurrences[occurrences["doc_id"] == doc_id].sort_values(["start", "end"])
    return Places(own["start"].to_numpy(), own["end"].to_numpy(), own["slogan"].to_numpy(dtype=object))


def slogans_in(places: Places, node: Node) -> list[str]:
    """Return the slogans that stand in a node, each once, in reading order."""
    inside = (places.start >= node.start) & (places.end <= node.end)
    return list(dict.fromkeys(places.slogan[inside]))


def reused_chars(reuse: dict[str, np.ndarray], a: Node, b: Node) -> int:
    """Return how many characters of ``a`` lie in passages shared with ``b``."""
    inside = (
        (reuse["start_a"] < a.end)
        & (reuse["end_a"] > a.start)
        & (reuse["start_b"] < b.end)
        & (reuse["end_b"] > b.start)
    )
    covered = np.zeros(a.end - a.start, dtype=bool)
    for start, end in zip(reuse["start_a"][inside], reuse["end_a"][inside], strict=True):
        covered[max(0, start - a.start) : end - a.start] = True
    return int(covered.sum())
