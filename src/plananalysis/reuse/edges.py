"""Set the edges of a shared passage in the original text where a reader would set them."""

import re

import numpy as np

from plananalysis.reuse.clusters import Clusters
from plananalysis.reuse.fingerprint import CLAUSE_BREAK

_OUTWARD = 14
_INWARD = 2
_PAIRS = {"“": "”", "《": "》", "（": "）", "(": ")", "‘": "’", "「": "」", "『": "』", "<": ">", "【": "】"}
_CLOSING = {close: opening for opening, close in _PAIRS.items()}
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
    for char in text[start:end]:
        if char in _PAIRS:
            unclosed.append(char)
        elif char in _CLOSING:
            if unclosed and unclosed[-1] == _CLOSING[char]:
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
