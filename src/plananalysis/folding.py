"""Fold a text for matching, and map what was matched back to the text as it stands.

Folding never changes the stored text. :func:`fold` returns the folded string together with, for every folded
character, the offset of the character it came from, so that a match ``folded[i:j]`` is ``text[origin[i]:origin[j - 1] + 1]``.
"""

import unicodedata
from functools import lru_cache
from typing import NamedTuple

import numpy as np

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


@lru_cache(maxsize=1)
def _table() -> dict[int, str]:
    """Map every character of the basic plane that folding changes to one character or none."""
    table: dict[int, str] = {}
    for code in range(0x10000):
        char = chr(code)
        if 0xD800 <= code < 0xE000:
            continue
        if char in QUOTES:
            table[code] = ""
        elif char in _COMMAS:
            table[code] = "、"
        elif char.isspace() or unicodedata.category(char) == "Cf":
            table[code] = ""
        else:
            wide = unicodedata.normalize("NFKC", char) if code >= 0xFF00 or 0x2460 <= code < 0x2500 else char
            folded = wide.lower() if len(wide) == 1 else char
            if folded != char and len(folded) == 1:
                table[code] = folded
    return table


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
    """Fold width, case, commas, quotation marks and white space.

    Full-width letters, digits and signs become half-width, letters lower case, ``，`` and ``,`` become ``、``;
    quotation marks, white space and invisible characters are dropped. No character becomes more than one.

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
    folded = fold_array(keep_lines=keep_lines)[code_points(text)]
    origin = np.flatnonzero(folded != DROPPED)
    return Folded(folded[origin].astype("<u4").tobytes().decode("utf-32-le"), origin)
