"""The lead of a paragraph: the short sentence or ordinal with which it names its matter."""

import re

from plananalysis.language import compiled, prefilter
from plananalysis.language.numerals import UP_TO_TEN
from plananalysis.language.openings import ANNOUNCEMENTS, DATED_LEADS, RUNNING_OPENINGS

_LONGEST = 40
"""Letters of a lead; the leads of the labelled reports have at most 36, the ordinal counted."""
_LEAST_BODY = 2.0
"""A paragraph goes on behind its lead for at least twice the lead's length."""
_SENTENCE = re.compile(r"[^。！？!?；;：:]{4,}?[。；;：:]")
_OPENS = frozenset(f"第{UP_TO_TEN}—―－─–●•◆■▪◇★▲")
"""What a running opening begins with, looked at first for speed."""
_NONE = prefilter(ANNOUNCEMENTS)
_DATED = prefilter(DATED_LEADS)


def opening_of(text: str) -> tuple[str, str]:
    """Return the kind (nth, ordinal, dash) and the wording of what opens a line of a running list; "" where nothing does.

    Examples
    --------
    >>> opening_of("第一，疏浚渠道。"), opening_of("一是疏浚渠道。"), opening_of("疏浚渠道。")
    (('nth', '第一，'), ('ordinal', '一是'), ('', ''))
    """
    if text[:1] in _OPENS:
        for rule, pattern in compiled(RUNNING_OPENINGS):
            if found := pattern.match(text):
                return rule.kind, found.group()
    return "", ""


def lead_of(paragraph: str) -> str:
    """Return the lead of a paragraph without its ordinal and final sign; "" where it has none.

    Examples
    --------
    >>> body = "坚持建管并重，疏浚渠道三条，加固堤岸五处，新建水闸两座，整治险工险段，完善用水登记，按季公布结果。"
    >>> lead_of("大力疏浚渠道。" + body), lead_of("一是疏浚渠道。" + body), lead_of(body)
    ('大力疏浚渠道', '疏浚渠道', '')
    """
    text = paragraph.strip()
    _, opening = opening_of(text)
    rest = text[len(opening) :]
    sentence = _SENTENCE.match(rest, 0, _LONGEST + 1)
    found = sentence.group()[:-1].strip() if sentence else ""
    if not found or _NONE.search(sentence.group() if sentence else ""):
        dated = _DATED.match(rest)
        found = dated.group()[:-1] if dated else rest[:_LONGEST].partition("，")[0] if opening else ""
    return found if len(rest) >= len(found) * (1 + _LEAST_BODY) else ""
