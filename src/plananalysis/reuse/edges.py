"""Set the edges of a shared passage in the original text where a reader would set them."""

import re

import numpy as np

from plananalysis.reuse.clusters import Clusters
from plananalysis.reuse.fingerprint import CLAUSE_BREAK, SENTENCE_BREAK

_FRAGMENTS = ((CLAUSE_BREAK, 4), (SENTENCE_BREAK, 7))
_OUTWARD = 14
_INWARD = 2
_PAIRS = {"“": "”", "《": "》", "（": "）", "(": ")", "‘": "’", "「": "」", "『": "』", "<": ">", "【": "】"}
_CLOSING = {close: opening for opening, close in _PAIRS.items()}
_BRACKET = re.compile("[" + re.escape("".join([*_PAIRS, *_CLOSING])) + "]")
_NUMBER = re.compile(r"[0-9０-９.．%％]")


def tidy_span(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span with whole numbers and with the quotation marks and brackets that belong to it.

    Examples
    --------
    >>> text = "要做到“两个维护”。"
    >>> text[slice(*tidy_span(text, 1, 8))]
    '做到“两个维护”'
    """
    while start > 0 and text[start].isdigit() and _NUMBER.match(text[start - 1]):
        start -= 1
    while end < len(text) and text[end - 1].isdigit() and _NUMBER.match(text[end]):
        end += 1
    unclosed: list[str] = []
    unopened: list[str] = []
    for char in _BRACKET.findall(text, start, end):
        if char in _PAIRS:
            unclosed.append(char)
        elif unclosed and unclosed[-1] == _CLOSING[char]:
            unclosed.pop()
        else:
            unopened.append(char)
    while unclosed and end < len(text) and text[end] == _PAIRS[unclosed[-1]]:
        unclosed.pop()
        end += 1
    for char in unopened:
        if start and text[start - 1] == _CLOSING[char]:
            start -= 1
    if start and end < len(text) and _PAIRS.get(text[start - 1]) == text[end]:
        start, end = start - 1, end + 1
    return start, end


def snap_to_clauses(breaks: np.ndarray, found: Clusters) -> Clusters:
    """Move the edges of reworded passages to the nearest clause edge outward, or over a stray letter or two inward.

    Where a reworded clause was found in part, the whole of it belongs to the passage.

    Parameters
    ----------
    breaks
        The strongest punctuation before each letter.
    found
        Passages as ranges of letters.
    """
    starts = [_snapped(breaks, side, -1) for side in (found.a0, found.b0)]
    ends = [_snapped(breaks, side, 1) for side in (found.a1, found.b1)]
    return Clusters(starts[0], ends[0], starts[1], ends[1])


def _snapped(breaks: np.ndarray, edge: np.ndarray, outward: int) -> np.ndarray:
    """Return each edge moved to the clause edge nearby, or as it is where none is near."""
    steps = np.r_[0, -np.arange(1, _INWARD + 1), np.arange(1, _OUTWARD + 1)]
    at = np.clip(edge[:, None] + outward * steps, 0, breaks.size - 1)
    is_break = breaks[at] >= CLAUSE_BREAK
    choice = is_break.argmax(axis=1)
    return np.where(is_break.any(axis=1), at[np.arange(edge.size), choice], edge)


def trim_fragments(breaks: np.ndarray, found: Clusters, least: int) -> Clusters:
    """Cut the few letters of a neighbouring clause or sentence off the edges, where both sides break there.

    Up to three letters beyond a clause edge go, and up to six beyond the end of a sentence, if ``least`` letters stay.
    """
    a0, a1, b0, b1 = (side.copy() for side in found)
    for strength, size in _FRAGMENTS:
        for outward, edges in ((-1, (a0, b0)), (1, (a1, b1))):
            cuts = [_innermost(breaks, edge, -outward, strength, size) for edge in edges]
            new = [edge - outward * cut for edge, cut in zip(edges, cuts, strict=True)]
            both = (cuts[0] > 0) & (cuts[1] > 0) & (np.abs(cuts[0] - cuts[1]) <= 2)
            left = (new[0] - a0, new[1] - b0) if outward > 0 else (a1 - new[0], b1 - new[1])
            both &= np.minimum(*left) >= least
            for edge, moved in zip(edges, new, strict=True):
                edge[both] = moved[both]
    return Clusters(a0, a1, b0, b1)


def _innermost(breaks: np.ndarray, edge: np.ndarray, inward: int, strength: int, size: int) -> np.ndarray:
    """Return how many letters inward the innermost break of this strength lies, 0 if none is near."""
    steps = np.arange(size - 1, 0, -1)
    at = np.clip(edge[:, None] + inward * steps, 0, breaks.size - 1)
    is_break = breaks[at] >= strength
    return np.where(is_break.any(axis=1), steps[is_break.argmax(axis=1)], 0)
