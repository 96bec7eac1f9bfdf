"""Themes: what each passage speaks of, what each unit stresses, and the passages that show it."""

from plananalysis.themes.coding import (
    UNCODED,
    code_paragraphs,
    code_themes,
    main_themes,
    theme_evidence,
    theme_profile,
)
from plananalysis.themes.emphasis import theme_emphasis
from plananalysis.themes.in_the_text import theme_flow, theme_passages
from plananalysis.themes.paragraphs import heading_end
from plananalysis.themes.suggest import suggest_lexicon
from plananalysis.themes.topics import find_topics, topic_shares

__all__ = [
    "UNCODED",
    "code_paragraphs",
    "code_themes",
    "find_topics",
    "heading_end",
    "main_themes",
    "suggest_lexicon",
    "theme_emphasis",
    "theme_evidence",
    "theme_flow",
    "theme_passages",
    "theme_profile",
    "topic_shares",
]
