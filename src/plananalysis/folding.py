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


def fold(text: str) -> Folded:
    """Fold width, case, commas, quotation marks and white space.

    Full-width letters, digits and signs become half-width, letters lower case, ``，`` and ``,`` become ``、``;
    quotation marks, white space and invisible characters are dropped. No character becomes more than one.

    Examples
    --------
    >>> folded = fold("做到“两个维护”，ＡＢ")
    >>> folded.text
    '做到两个维护、ab'
    >>> folded.span(2, 6)
    (3, 7)
    """
    table = _table()
    folded = text.translate(table)
    if len(folded) == len(text):
        return Folded(folded, np.arange(len(text), dtype=np.int64))
    kept = [i for i, char in enumerate(text) if table.get(ord(char), "x")]
    return Folded(folded, np.asarray(kept, dtype=np.int64))
