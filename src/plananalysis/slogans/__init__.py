"""Recurring slogans: found, counted, with their wording, frames, members and sources."""

from plananalysis.slogans.find import find_slogans
from plananalysis.slogans.frames import slogan_counts, slogan_frames
from plananalysis.slogans.lexicon import slogan_lexicon
from plananalysis.slogans.members import find_glossary
from plananalysis.slogans.occurrences import slogan_occurrences
from plananalysis.slogans.titles import citation_counts, citation_matrix, find_citations

__all__ = [
    "citation_counts",
    "citation_matrix",
    "find_citations",
    "find_glossary",
    "find_slogans",
    "slogan_counts",
    "slogan_frames",
    "slogan_lexicon",
    "slogan_occurrences",
]
