"""The kind of a word by its characters: word, number, latin or punctuation."""

import re
import unicodedata

# 三百二十, 万亿, 二〇二五, 七: well-formed numerals. 十四五 and 七一 name a plan and a day.
_HAN_NUMERAL = re.compile(
    "[〇零一二两三四五六七八九]|[〇零一二三四五六七八九]{4,}|[一二三四五六七八九]*[〇零][〇零一二三四五六七八九]*"
    "|(?:[零〇]?[一二两三四五六七八九]?[十百千万亿]+)+[零〇]?[一二三四五六七八九]?"
)
_NO_NUMERALS = frozenset(("万一", "万万", "千千万万", "零零"))
# Most words: Han, and no numeral in front.
_PLAIN = re.compile(r"(?![〇零一二两三四五六七八九十百千万亿])[\u4e00-\u9fd5]+")
_ARABIC = re.compile(r"\d+(?:\.\d+)?[%％]?")


def kind_of(word: str) -> str:
    """Return the kind of a word that jieba gave; white space has the kind ``space``.

    Examples
    --------
    >>> [kind_of(word) for word in ("党建", "十四五", "2025", "5.5%", "三百", "GDP", "5G", "T恤", "。", "①")]
    ['word', 'word', 'number', 'number', 'number', 'latin', 'latin', 'word', 'punctuation', 'number']
    """
    if _PLAIN.fullmatch(word):
        return "word"
    if word.isspace():
        return "space"
    if _ARABIC.fullmatch(word) or (_HAN_NUMERAL.fullmatch(word) and word not in _NO_NUMERALS):
        return "number"
    letters = [char for char in word if unicodedata.category(char)[0] == "L"]
    if letters:
        return "latin" if all(map(_is_latin, letters)) else "word"
    return "number" if any(unicodedata.category(char)[0] == "N" for char in word) else "punctuation"


def _is_latin(char: str) -> bool:
    """Tell whether a letter is of the Latin script, full-width forms included."""
    return char.isascii() or "LATIN" in unicodedata.name(char, "")
