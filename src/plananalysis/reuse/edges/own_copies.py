"""No text is its own copy."""

import numpy as np

from plananalysis.reuse.matches import Matches


def part_own_copies(found: Matches) -> Matches:
    """Part the sides of passages within one document that overlap: no text is its own copy."""
    overlaps = (found.a0 < found.b1) & (found.b0 < found.a1)
    a1 = np.where(overlaps, np.maximum(found.a0, found.b0), found.a1)
    b1 = np.where(overlaps, np.minimum(found.b1, found.b0 + (a1 - found.a0)), found.b1)
    return Matches(found.a0, a1, found.b0, b1)
