"""Slogans with their members, theme lexicons, stopwords, and what the user brings."""

from plananalysis.lexicon.code_books import load_code_book
from plananalysis.lexicon.divisions import division_codes
from plananalysis.lexicon.genre import genre_frequencies
from plananalysis.lexicon.own import combine_lexicons, load_lexicon
from plananalysis.lexicon.place_names import gazetteer
from plananalysis.lexicon.register import load_register, register_lexicon, slogan_register
from plananalysis.lexicon.stopwords import load_stopwords
from plananalysis.lexicon.theme_lexicons import load_theme_lexicon

__all__ = [
    "combine_lexicons",
    "division_codes",
    "gazetteer",
    "genre_frequencies",
    "load_code_book",
    "load_lexicon",
    "load_register",
    "load_stopwords",
    "load_theme_lexicon",
    "register_lexicon",
    "slogan_register",
]
