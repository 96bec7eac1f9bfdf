"""Commitments: sentences that bind to something checkable, against pure exhortation."""

from plananalysis.pledges.binding_sentences import find_commitments
from plananalysis.pledges.shares import commitment_shares
from plananalysis.pledges.tasks import find_tasks

__all__ = ["commitment_shares", "find_commitments", "find_tasks"]
