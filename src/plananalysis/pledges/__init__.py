"""Commitments: sentences that bind to something checkable, against pure exhortation."""

from plananalysis.pledges.find import commitments
from plananalysis.pledges.shares import commitment_shares

__all__ = ["commitment_shares", "commitments"]
