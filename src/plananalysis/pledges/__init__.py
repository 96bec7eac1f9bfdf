"""Commitments: sentences that bind to something checkable, against pure exhortation."""

from plananalysis.pledges.binding_sentences import find_commitments
from plananalysis.pledges.gaps_between_targets import target_gaps, targets_wide
from plananalysis.pledges.indicator_targets import find_targets
from plananalysis.pledges.known_indicators import load_indicators
from plananalysis.pledges.shares import commitment_shares
from plananalysis.pledges.tasks import find_tasks

__all__ = [
    "commitment_shares",
    "find_commitments",
    "find_targets",
    "find_tasks",
    "load_indicators",
    "target_gaps",
    "targets_wide",
]
