"""Find the punctuation nearest to an edge."""

import numpy as np


def first_break(
    breaks: np.ndarray, edge: np.ndarray, direction: int, strength: int, steps: np.ndarray
) -> np.ndarray:
    """Return the first of these steps from each edge that leads to punctuation of this strength, 0 if none does.

    Parameters
    ----------
    breaks
        The strongest punctuation before each letter.
    edge
        Positions of letters.
    direction
        1 to go forward, -1 to go back.
    strength
        The weakest punctuation that counts.
    steps
        Letters to go, in the order in which they are tried.
    """
    at = np.clip(edge[:, None] + direction * steps, 0, breaks.size - 1)
    is_break = breaks[at] >= strength
    return np.where(is_break.any(axis=1), steps[is_break.argmax(axis=1)], 0)
