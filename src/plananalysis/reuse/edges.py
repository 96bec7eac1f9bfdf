"""Set the edges of a shared passage in the original text where a reader would set them."""

import re

_PAIRS = {"“": "”", "《": "》", "（": "）", "(": ")", "‘": "’", "「": "」", "『": "』", "<": ">", "【": "】"}
_CLOSING = {close: opening for opening, close in _PAIRS.items()}
_NUMBER = re.compile(r"[0-9０-９.．%％]")


def tidy_span(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span with whole numbers and with the quotation marks and brackets that belong to it.

    Examples
    --------
    >>> text = "要做到“两个维护”。"
    >>> text[slice(*tidy_span(text, 1, 8))]
    '做到“两个维护”'
    """
    while start > 0 and text[start].isdigit() and _NUMBER.match(text[start - 1]):
        start -= 1
    while end < len(text) and text[end - 1].isdigit() and _NUMBER.match(text[end]):
        end += 1
    unclosed: list[str] = []
    unopened: list[str] = []
    for char in text[start:end]:
        if char in _PAIRS:
            unclosed.append(char)
        elif char in _CLOSING:
            if unclosed and unclosed[-1] == _CLOSING[char]:
                unclosed.pop()
            else:
                unopened.append(char)
    while unclosed and end < len(text) and text[end] == _PAIRS[unclosed[-1]]:
        unclosed.pop()
        end += 1
    for char in unopened:
        if start and text[start - 1] == _CLOSING[char]:
            start -= 1
    if start and end < len(text) and _PAIRS.get(text[start - 1]) == text[end]:
        start, end = start - 1, end + 1
    return start, end
