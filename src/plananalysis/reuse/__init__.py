"""Text reuse: every passage that two documents share, down to the clause, ranked by what it tells."""

from plananalysis.reuse.families import family_members, reuse_families
from plananalysis.reuse.find import find_reuse

__all__ = ["family_members", "find_reuse", "reuse_families"]
