"""The one place where texts are made alike: for rules and words (:func:`plain`), and for matching (:func:`fold`).

:func:`plain` writes traditional characters as simplified ones and full-width letters and digits in half width, one for
one, so that every offset stays. What simplified text uses itself (乾, 著) changes only in a line that holds traditional
characters, and there as its words ask for: 乾淨 to 干净, 乾坤 stays. So nothing changes for a text in simplified characters.
:func:`fold` drops quotation marks and white space besides, and folds case and commas.

Folding never changes the stored text. :func:`fold` returns the folded string together with, for every folded
character, the offset of the character it came from, so that a match ``folded[i:j]`` is ``text[origin[i]:origin[j - 1] + 1]``.
"""

import re
import unicodedata
from contextlib import suppress
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np

from plananalysis.language.spellings import WRITTEN_WORKS

QUOTES = frozenset("“”‘’\"'「」『』＂＇„‟〝〞")
"""Quotation marks of every kind; they are dropped, because a slogan is the same with or without them."""

_COMMAS = dict.fromkeys("，,、､﹑﹐", "、")


class Folded(NamedTuple):
    """A folded text with the origin (offset in the text) of every folded character."""

    text: str
    origin: np.ndarray

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open span in the original text of ``self.text[start:end]``."""
        return int(self.origin[start]), int(self.origin[end - 1]) + 1


_ALSO_TRADITIONAL = {"後": "后", "於": "于"} | dict(
    zip("敍枱粧糭衞衹痺睪簷顎鯰", "叙台妆粽卫只痹睾檐腭鲇", strict=True)
)
"""GB 2312 holds the first two, but simplified text hardly has them and traditional text is full of them; the others are
written so in Hong Kong or Taiwan alone."""
_WORKS = re.compile(f"(?<=[{WRITTEN_WORKS}])着")
"""In 原著 it is no particle, whatever the words are converted by."""
_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ][０-９Ａ-Ｚａ-ｚ．％]*")
_WIDE_LETTERS = {
    code: code - 0xFEE0
    for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B), 0xFF0E, 0xFF05)
}
"""Full-width letters, digits, point and per cent sign in half width; the signs belong to the number they stand behind."""
_TRADITIONAL, _FULL_WIDTH = 1, 2


@lru_cache(maxsize=1)
def _simplified() -> dict[str, str]:
    """Map every traditional or compatibility character to the one simplified character it is written as."""
    from opencc import OpenCC

    blocks = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000), range(0xF900, 0xFB00))
    chars = [chr(code) for block in blocks for code in block]
    simple = OpenCC("t2s").convert("\n".join(chars)).split("\n")  # apart, so that no phrase decides
    pairs = {char: other for char, other in zip(chars, simple, strict=True) if other != char}
    return {char: other for char, other in pairs.items() if _is_common(other) and not _is_common(char)} | (
        _ALSO_TRADITIONAL
    )


def _is_common(char: str) -> bool:
    """Say whether a character is one of GB 2312, the common characters of simplified text."""
    try:
        return len(char.encode("gb2312")) == 2
    except UnicodeEncodeError:
        return False


@lru_cache(maxsize=1)
def _table() -> dict[int, str]:
    """Map every character of the basic plane that folding changes to one character or none."""
    table: dict[int, str] = {}
    # Between these blocks stand ideographs, syllables, surrogates and private characters, which fold to themselves.
    for code in (*range(0x3400), *range(0xA000, 0xAC00), *range(0xFB00, 0x10000)):
        char = chr(code)
        if char in QUOTES or char.isspace() or unicodedata.category(char) == "Cf":
            table[code] = ""
        elif char in _COMMAS:
            table[code] = "、"
        else:
            wide = unicodedata.normalize("NFKC", char) if code >= 0xFF00 or 0x2460 <= code < 0x2500 else char
            folded = wide.lower() if len(wide) == 1 else char
            if folded != char and len(folded) == 1:
                table[code] = folded
    return table | {ord(char): simple for char, simple in _simplified().items()}


DROPPED = 0xFFFFFFFF
"""What :func:`fold_array` holds for a character that folding drops."""

LINE_ENDS = "\n\r\v\f\x85\u2028\u2029"
"""Characters that end a line; folding drops them as white space unless it is told to keep them."""


def code_points(text: str) -> np.ndarray:
    """Return the code points of a text as an array of uint32.

    Examples
    --------
    >>> code_points("a一").tolist()
    [97, 19968]
    """
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


def utf16_units(text: str) -> np.ndarray:
    """Return the units of a text in UTF-16 as an array of uint16: half the bytes, a quarter of the work.

    Examples
    --------
    >>> utf16_units("a一").tolist()
    [97, 19968]
    """
    return np.frombuffer(text.encode("utf-16-le", "surrogatepass"), dtype="<u2")


@lru_cache(maxsize=2)
def fold_array(*, keep_lines: bool = False) -> np.ndarray:
    """Return what every code point folds to, as an array of uint32; :data:`DROPPED` where it is dropped."""
    array = np.arange(0x110000, dtype=np.uint32)
    array[0xD800:0xE000] = 0xFFFD  # lone surrogates cannot be encoded, and so not be searched
    for code, char in _table().items():
        array[code] = ord(char) if char else DROPPED
    if keep_lines:
        array[code_points(LINE_ENDS)] = ord("\n")
    array.flags.writeable = False
    return array


def fold(text: str, *, keep_lines: bool = False) -> Folded:
    """Fold width, case, commas, quotation marks, white space and traditional characters.

    Full-width letters, digits and signs become half-width, letters lower case, ``，`` and ``,`` become ``、``,
    traditional characters simplified ones; quotation marks, white space and invisible characters are dropped. No character becomes more than one.

    Parameters
    ----------
    text
        Any text.
    keep_lines
        Keep line ends, as line feeds, so that nothing is matched across them.

    Examples
    --------
    >>> folded = fold("做到“两个维护”，ＡＢ")
    >>> folded.text
    '做到两个维护、ab'
    >>> folded.span(2, 6)
    (3, 7)
    """
    folded = fold_array(keep_lines=keep_lines).take(code_points(simplify(text)), mode="clip")
    origin = np.flatnonzero(folded != DROPPED)
    kept = folded.take(origin, mode="clip").astype("<u4", copy=False)
    return Folded(kept.tobytes().decode("utf-32-le"), origin)


@lru_cache(maxsize=1)
def _translation() -> dict[int, str]:
    """Return the table of :func:`fold` as ``str.translate`` takes it; lone surrogates as in :func:`fold_array`."""
    return _table() | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


DECIDED_BY_WORDS = "乾夥徵拚捱摺榘菸袷麴著瞭藉覆"
"""Characters of both scripts that the words around them decide on; no others need a look at the words."""
_OF_BOTH = re.compile(f"[{DECIDED_BY_WORDS}]")


def fold_text(text: str) -> str:
    """Return the text of :func:`fold` alone, which for a term is ten times as fast.

    Examples
    --------
    >>> fold_text("“两个维护”，ＡＢ")
    '两个维护、ab'
    """
    if _OF_BOTH.search(text):
        text = simplify(text)
    return text.translate(_translation())


@lru_cache(maxsize=1)
def simple_array() -> np.ndarray:
    """Return what every code point is in simplified characters."""
    array = np.arange(0x110000, dtype=np.uint32)
    for char, simple in _simplified().items():
        array[ord(char)] = ord(simple)
    array.flags.writeable = False
    return array


@lru_cache(maxsize=1)
def _scripts() -> np.ndarray:
    """Return for every unit of UTF-16 whether it is traditional or of full width; beyond the basic plane none is."""
    units = np.arange(0x10000, dtype=np.uint32)
    found = np.where(simple_array()[:0x10000] != units, _TRADITIONAL, 0).astype(np.uint8)
    found[[code for code in _WIDE_LETTERS if chr(code) not in "．％"]] = _FULL_WIDTH
    return found


def _script_of(text: str) -> np.ndarray:
    """Return for every unit of UTF-16 of a text whether it is traditional or of full width."""
    # All units are in the table; told to clip those that are not, numpy need not look for them first.
    return _scripts().take(utf16_units(text), mode="clip")


@lru_cache(maxsize=1)
def _converter() -> Any:
    """Return what knows which words keep a character that both scripts have: 乾坤, but 干净 for 乾淨."""
    from opencc import OpenCC

    return OpenCC("tw2s")


def simplify(text: str) -> str:
    """Write a text in simplified characters, one for one; every offset stays.

    Examples
    --------
    >>> simplify("紅川市檔案館"), simplify("乾坤")
    ('红川市档案馆', '乾坤')
    """
    if not (_script_of(text) & _TRADITIONAL).any():
        return text
    return "\n".join(map(_simple_line, text.split("\n")))


def _simple_line(line: str) -> str:
    """Return a line in simplified characters; only one with traditional characters is looked at word by word."""
    if not (_script_of(line) & _TRADITIONAL).any():
        return line
    written = line
    with suppress(UnicodeEncodeError):  # of lone surrogates
        written = _converter().convert(line)
    codes = code_points(line)
    if "著" in line:
        written = _WORKS.sub("著", written)
    words = codes
    if len(written) == len(line):
        words = np.where(np.isin(codes, code_points(DECIDED_BY_WORDS)), code_points(written), codes)
    return simple_array()[words].astype("<u4").tobytes().decode("utf-32-le", "surrogatepass")


def plain(text: str) -> str:
    """Write a text in simplified characters and in half-width letters and digits, one for one; every offset stays.

    What the rules of :mod:`plananalysis.language` read, and what is cut into words.

    Examples
    --------
    >>> plain("完善３．５％，裝備５Ｇ，環境乾淨")
    '完善3.5%，装备5G，环境干净'
    """
    scripts = _script_of(text)
    if not scripts.any():
        return text
    if (scripts & _FULL_WIDTH).any():
        text = _WIDE.sub(lambda run: run.group().translate(_WIDE_LETTERS), text)
    return simplify(text)
