"""Hide the numbers that are part of a name: titles of documents, short quotations."""

import re

_NAMES = re.compile(
    r"《[^》]*》?|〈[^〉]*〉|“[^“”]{1,12}”|\"[^\"“”]{1,12}\"|‘[^‘’]{1,12}’|「[^」]{1,12}」|[［\[〔]\d+[］\]〕]"
)
FILLER = "■"


def mask(sentence: str) -> str:
    """Return the sentence with titles, short quotations and note numbers blacked out, its length unchanged.

    Examples
    --------
    >>> mask("落实《2019—2023年规划》，建3个“四型”机关")
    '落实■■■■■■■■■■■■■■，建3个■■■■机关'
    """
    return _NAMES.sub(lambda match: FILLER * len(match.group()), sentence)
