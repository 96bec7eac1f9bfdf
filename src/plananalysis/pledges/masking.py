"""Write a sentence so that it can be read by rules: characters as the rules have them, names blacked out."""

import re

from plananalysis.folding import simplify

# Each branch begins with a character, so that the search can jump from one of these to the next.
_NAMES = re.compile(
    r"《[^》]*》?|〈[^〉]*〉|“[^“”，。；]{1,20}”|\"[^\"“”]{1,12}\"|‘[^‘’]{1,12}’|「[^」]{1,12}」"
    r"|［\d+[］\]〕]|\[\d+[］\]〕]|〔\d+[］\]〕]|新(?<![更创翻刷革全]新)\d+条(?=[，。；、])"
)
FILLER = "■"
_WIDE = {code: chr(code - 0xFEE0) for code in range(0xFF10, 0xFF5B) if chr(code - 0xFEE0).isalnum()} | {
    ord("％"): "%", ord("．"): ".", ord("／"): "/", ord("－"): "-",
}  # fmt: skip
"""Full-width figures, letters and the signs of numbers."""
_HOLDS_WIDE = re.compile(f"[{''.join(map(re.escape, map(chr, _WIDE)))}]")


def mask(sentence: str) -> str:
    """Return the sentence in simplified characters and half-width figures, with the names in it blacked out.

    Titles, short quotations, note numbers and nicknames of documents (新36条) are names. The length stays, so that every place is the same.

    Examples
    --------
    >>> mask("落實《2019—2023年规划》，建３个“四型”机关")
    '落实■■■■■■■■■■■■■■，建3个■■■■机关'
    """
    return mask_simplified(simplify(sentence))


def mask_simplified(sentence: str) -> str:
    """Return the same for a sentence that is in simplified characters."""
    if _HOLDS_WIDE.search(sentence):
        sentence = sentence.translate(_WIDE)
    return _NAMES.sub(_black_out, sentence)


def _black_out(match: re.Match[str]) -> str:
    """Return as many filling characters as a name is long."""
    return FILLER * (match.end() - match.start())
