"""Recurring slogans: found, counted, with their wording, frames, members and sources."""

from plananalysis.slogans.as_lexicon import slogan_lexicon
from plananalysis.slogans.discovery import find_slogans
from plananalysis.slogans.members import find_glossary
from plananalysis.slogans.occurrences import slogan_occurrences
from plananalysis.slogans.over_time import slogan_signals
from plananalysis.slogans.usage import slogan_counts, slogan_frames

__all__ = [
    "find_glossary",
    "find_slogans",
    "slogan_counts",
    "slogan_frames",
    "slogan_lexicon",
    "slogan_occurrences",
    "slogan_signals",
]
