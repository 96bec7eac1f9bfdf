"""The lead of a paragraph: the short sentence or ordinal with which it names its matter."""

import re

from plananalysis.language import compiled, prefilter
from plananalysis.language.openings import ANNOUNCEMENTS, RUNNING_OPENINGS

_LONGEST = 40
"""Letters of a lead; the leads of the labelled reports have at most 36, the ordinal counted."""
_LEAST_BODY = 2.0
"""A paragraph goes on behind its lead for at least twice the lead's length."""
_SENTENCE = re.compile(r"[^。！？!?；;：:]{4,}?[。；;：:]")
_YEAR_LEADS = re.compile(r"(?:过去|[一二三四五]年来|[这这一]+年|去年|回顾|回望|\d{4}年)[^。]{0,30}?，")
_NONE = prefilter(ANNOUNCEMENTS)


def lead_of(paragraph: str) -> str:
    """Return the lead of a paragraph without its ordinal and final sign; "" where it has none.

    Examples
    --------
    >>> body = "坚持建管并重，疏浚渠道三条，加固堤岸五处，新建水闸两座，整治险工险段，完善用水登记，按季公布结果。"
    >>> lead_of("大力疏浚渠道。" + body), lead_of("一是疏浚渠道。" + body), lead_of(body)
    ('大力疏浚渠道', '疏浚渠道', '')
    """
    text = paragraph.strip()
    opening = next((m.group() for _, pattern in compiled(RUNNING_OPENINGS) if (m := pattern.match(text))), "")
    rest = text[len(opening) :]
    sentence = _SENTENCE.match(rest, 0, _LONGEST + 1)
    found = sentence.group()[:-1].strip() if sentence else ""
    if not found or _NONE.search(sentence.group() if sentence else ""):
        dated = _YEAR_LEADS.match(rest)
        found = dated.group()[:-1] if dated else rest[:_LONGEST].partition("，")[0] if opening else ""
    return found if len(rest) >= len(found) * (1 + _LEAST_BODY) else ""
