"""What the groups of a report are called in all its words: the units, years or documents that it compares."""

from plananalysis.groups import judging_groups
from plananalysis.report.analysis import Analysis
from plananalysis.report.words import GROUPS, Pair, group_words


def names_of(analysis: Analysis) -> dict[str, Pair]:
    """Return what the groups are called, and ``judges``: those by which it is judged what everybody writes."""
    return group_words(analysis.by) | {"judges": GROUPS[judging_groups(analysis.corpus)[1]]["groups"]}


def of_one_unit(analysis: Analysis) -> bool:
    """Return whether all documents are of one unit, so that nothing on the page needs to say of which."""
    return len(analysis.corpus.documents["unit"].unique()) == 1
