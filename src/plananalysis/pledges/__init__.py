"""Commitments: sentences that bind to something checkable, against pure exhortation."""

from plananalysis.commitments.find import commitments
from plananalysis.commitments.shares import commitment_shares

__all__ = ["commitment_shares", "commitments"]
