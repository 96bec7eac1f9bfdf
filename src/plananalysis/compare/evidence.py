"""What two parts of plans share word for word: slogans and reused passages."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from plananalysis import tables
from plananalysis.compare.nodes import Node


class Evidence(NamedTuple):
    """Slogans of two plans and the passages they share, by place."""

    slogans_a: pd.DataFrame
    slogans_b: pd.DataFrame
    reuse: pd.DataFrame


def gather(doc_a: str, doc_b: str, occurrences: pd.DataFrame | None, reuse: pd.DataFrame | None) -> Evidence:
    """Return what two plans share, with plan A on the left whichever side it has in the table of reuse."""
    found = tables.empty("occurrences") if occurrences is None else occurrences
    shared = tables.empty("reuse") if reuse is None else reuse
    straight = shared[(shared["doc_a"] == doc_a) & (shared["doc_b"] == doc_b)]
    turned = shared[(shared["doc_a"] == doc_b) & (shared["doc_b"] == doc_a)]
    names = {"start_a": "start_b", "end_a": "end_b", "start_b": "start_a", "end_b": "end_a"}
    columns = list(names)
    return Evidence(
        found[found["doc_id"] == doc_a],
        found[found["doc_id"] == doc_b],
        pd.concat([straight[columns], turned.rename(columns=names)[columns]]),
    )


def slogans_in(occurrences: pd.DataFrame, node: Node) -> list[str]:
    """Return the slogans that stand in a node, each once, in reading order."""
    inside = occurrences[(occurrences["start"] >= node.start) & (occurrences["end"] <= node.end)]
    return list(dict.fromkeys(inside.sort_values(["start", "end"])["slogan"]))


def reused_chars(reuse: pd.DataFrame, a: Node, b: Node) -> int:
    """Return how many characters of ``a`` lie in passages shared with ``b``."""
    inside = reuse[
        (reuse["start_a"] < a.end)
        & (reuse["end_a"] > a.start)
        & (reuse["start_b"] < b.end)
        & (reuse["end_b"] > b.start)
    ]
    covered = np.zeros(a.end - a.start, dtype=bool)
    for start, end in zip(inside["start_a"], inside["end_a"], strict=True):
        covered[max(0, start - a.start) : end - a.start] = True
    return int(covered.sum())
