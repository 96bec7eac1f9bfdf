"""Text reuse: every passage that two documents share, down to the clause, ranked by how distinctive it is."""

from plananalysis.reuse.borrowing import borrowing_matrix, reuse_shares
from plananalysis.reuse.collation import collate
from plananalysis.reuse.evaluation.plagdet import evaluate
from plananalysis.reuse.evaluation.planting import plant_reuse
from plananalysis.reuse.search import find_reuse
from plananalysis.reuse.wording_families import family_members, reuse_families

__all__ = [
    "borrowing_matrix",
    "collate",
    "evaluate",
    "family_members",
    "find_reuse",
    "plant_reuse",
    "reuse_families",
    "reuse_shares",
]
