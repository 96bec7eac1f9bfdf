"""The sections of the report, in the order of the page. A new one is a file here, its script, and a line in the list."""

from plananalysis.report.section import Section
from plananalysis.report.sections import (
    changes,
    citations,
    commitments,
    compare,
    documents,
    excluded,
    fulfilment,
    keywords,
    outline,
    parts,
    reuse,
    signals,
    similarity,
    slogans,
    targets,
    themes,
    years,
)

SECTIONS: tuple[Section, ...] = (
    documents.SECTION,
    years.SECTION,
    parts.SECTION,
    changes.SECTION,
    slogans.SECTION,
    signals.SECTION,
    themes.SECTION,
    keywords.SECTION,
    similarity.SECTION,
    reuse.SECTION,
    compare.SECTION,
    citations.SECTION,
    targets.SECTION,
    fulfilment.SECTION,
    commitments.SECTION,
    outline.SECTION,
    excluded.SECTION,
)
