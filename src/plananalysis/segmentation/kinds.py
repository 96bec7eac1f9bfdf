"""The kind of a word by its characters: word, number, latin or punctuation."""

import re
import unicodedata

from plananalysis.language import numerals

NAMES = ("place", "unit", "person")
"""Kinds of the words that are names; they are told apart in ``proper_names``."""

_HAN_NUMERAL = re.compile(numerals.WRITTEN)
PLAIN = re.compile(rf"(?![{numerals.ZEROS}{numerals.COUNTING}{numerals.ALL_MAGNITUDES}])[\u4e00-\u9fd5]+")
"""Most words: Han, and no numeral in front; they are of kind ``word``."""
_ARABIC = re.compile(r"\d+(?:\.\d+)?[%％]?")


def kind_of(word: str) -> str:
    """Return the kind of a word that jieba gave; white space has the kind ``space``.

    Examples
    --------
    >>> [kind_of(word) for word in ("党建", "十四五", "2025", "5.5%", "三百", "GDP", "5G", "T恤", "。", "①")]
    ['word', 'word', 'number', 'number', 'number', 'latin', 'latin', 'word', 'punctuation', 'number']
    """
    if PLAIN.fullmatch(word):
        return "word"
    if word.isspace():
        return "space"
    if _ARABIC.fullmatch(word) or (_HAN_NUMERAL.fullmatch(word) and word not in numerals.NO_NUMBERS):
        return "number"
    letters = [char for char in word if unicodedata.category(char)[0] == "L"]
    if letters:
        return "latin" if all(map(_is_latin, letters)) else "word"
    return "number" if any(unicodedata.category(char)[0] == "N" for char in word) else "punctuation"


def _is_latin(char: str) -> bool:
    """Tell whether a letter is of the Latin script, full-width forms included."""
    return char.isascii() or "LATIN" in unicodedata.name(char, "")
