"""What stands out, as sentences made from the tables, each with the section that holds its evidence."""

from plananalysis.report.analysis import Analysis
from plananalysis.report.group_names import names_of
from plananalysis.report.section import Finding
from plananalysis.report.sections import SECTIONS
from plananalysis.report.words import named


def findings(analysis: Analysis) -> list[Finding]:
    """Return what a reader wants to know first.

    Parameters
    ----------
    analysis
        The finished tables.

    Returns
    -------
    list of Finding
        At most one for each section; a table without rows gives none.
    """
    ranked = sorted(SECTIONS, key=lambda section: section.finding_rank)
    made = [section.finding(analysis) for section in ranked if section.finding]
    names = names_of(analysis)
    return [finding._replace(pair=named(finding.pair, names)) for finding in made if finding is not None]
