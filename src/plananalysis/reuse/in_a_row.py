"""Tell a short wording that both sides hold from words of a topic in two wordings of their own."""

import numpy as np

from plananalysis.reuse.matches import Matches
from plananalysis.reuse.matching.choose import CLAUSE

UNLIKE = 0.8
"""Similarity below which a short passage needs a wording that both sides hold whole ..."""

WORDING = 8
"""... of so many letters, at least, digits aside: fewer are words of the topic. Of the rows that this drops in the reports of 31 provinces
one in twenty was called a passage, and none was labelled as shared; long passages are judged by their clauses."""


def share_a_wording(codes: np.ndarray, found: Matches, similarity: np.ndarray) -> np.ndarray:
    """Return which passages are long or nearly alike, or hold some letters in a row on both sides.

    Parameters
    ----------
    codes
        Letters of the corpus.
    found
        Passages as ranges of letters.
    similarity
        Share of the letters of each that agree.
    """
    from rapidfuzz.distance import Indel

    letters = codes.tobytes().decode("utf-16-le", "surrogatepass")
    result = np.ones(similarity.size, dtype=bool)
    short = np.maximum(found.a1 - found.a0, found.b1 - found.b0) < CLAUSE
    rows = np.flatnonzero(short & (similarity < UNLIKE))
    for i, a0, a1, b0, b1 in zip(rows.tolist(), *(side[rows].tolist() for side in found), strict=True):
        left = letters[a0:a1]
        agreeing = (
            left[block.src_start : block.src_end]
            for block in Indel.opcodes(left, letters[b0:b1])
            if block.tag == "equal"
        )
        result[i] = max((len(run) - run.count("0") for run in agreeing), default=0) >= WORDING
    return result
