"""Edges of one side in the text as it stands: numbers stay whole, quotation marks and brackets closed.

Each rule takes the text, start and end, and the bounds before and behind which nothing is taken in.
"""

import re

from plananalysis.language.punctuation import BRACKETS
from plananalysis.reuse.edges.rule import Moved, TextRule

LONGEST_RANGE = 12
"""Characters before a number that may lead to it from another one, at most: a year with its month, and a dash."""

_POINTS = ".．"
_PERCENT = "%％"
_HEADING_NUMBER = re.compile(
    r"(?:\d{1,2}(?:[.．](?!\d)|、)|[一二三四五六七八九十]{1,3}、|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)])\s*"
)
_RANGE = re.compile(r"(?<![\d.．])\d[\d.．]*[-—–~～至]+$")
_OPENING = {closing: opening for opening, closing in BRACKETS.items()}
_BRACKET = re.compile("[" + re.escape("".join([*BRACKETS, *_OPENING])) + "]")


def skip_heading_number(text: str, start: int, end: int, low: int, high: int) -> tuple[int, int]:
    """Leave off the number of a heading at the beginning of a line."""
    label = _HEADING_NUMBER.match(text, start, end)
    if label and (start == 0 or text[start - 1] in "\n 　"):
        start = label.end()
    return start, end


SKIP_HEADING_NUMBER = TextRule(
    "skip heading number",
    skip_heading_number,
    "The number of a heading is no part of its wording.",
    Moved("旧事\n|一、修缮渠岸|", "修缮渠岸"),
    "各坊|一、修缮渠岸|",
)


def keep_numbers_whole(text: str, start: int, end: int, low: int, high: int) -> tuple[int, int]:
    """Take in the digits and decimals of a number that an edge cuts."""
    while start > low and text[start].isdigit() and _in_number(text, start - 1, low, high):
        start -= 1 + (text[start - 1] in _POINTS)
    while end < high and text[end - 1].isdigit() and _in_number(text, end, low, high):
        end += 1 + (text[end] in _POINTS)
    return start, end


def _in_number(text: str, at: int, low: int, high: int) -> bool:
    """Return whether a character next to a digit belongs to its number: a digit, or a point between two."""
    if text[at] in _POINTS:
        return low < at < high - 1 and text[at - 1].isdigit() and text[at + 1].isdigit()
    return text[at].isdigit()


KEEP_NUMBERS_WHOLE = TextRule(
    "keep numbers whole",
    keep_numbers_whole,
    "Digits are equal to each other in matching, so that an edge may fall within a number.",
    Moved("共20|25丈渠岸|", "2025丈渠岸"),
    "共20、|25丈渠岸|",
)


def take_percent_sign(text: str, start: int, end: int, low: int, high: int) -> tuple[int, int]:
    """Take in a percent sign behind a number."""
    if end < high and text[end - 1].isdigit() and text[end] in _PERCENT:
        end += 1
    return start, end


TAKE_PERCENT_SIGN = TextRule(
    "take percent sign",
    take_percent_sign,
    "A percent sign is the unit of its number.",
    Moved("|渠岸增长12|％以上", "渠岸增长12％"),
    "|渠岸增长|％以上",
)


def take_range(text: str, start: int, end: int, low: int, high: int) -> tuple[int, int]:
    """Take in the first number of a range where the second begins the side."""
    span = _RANGE.search(text, max(low, start - LONGEST_RANGE), start) if text[start].isdigit() else None
    return (span.start() if span else start), end


TAKE_RANGE = TextRule(
    "take range",
    take_range,
    "The two numbers of a range are one statement.",
    Moved("《2018-|2022年修渠|章程》", "2018-2022年修渠"),
    "《渠务-|2022年修渠|章程》",
)


def close_brackets(text: str, start: int, end: int, low: int, high: int) -> tuple[int, int]:
    """Take in a quotation mark or bracket next to an edge if its counterpart stands within."""
    unclosed: list[str] = []
    unopened: list[str] = []
    for char in _BRACKET.findall(text, start, end):
        if char in BRACKETS:
            unclosed.append(char)
        elif unclosed and unclosed[-1] == _OPENING[char]:
            unclosed.pop()
        else:
            unopened.append(char)
    while unclosed and end < high and text[end] == BRACKETS[unclosed[-1]]:
        unclosed.pop()
        end += 1
    for char in unopened:
        if start > low and text[start - 1] == _OPENING[char]:
            start -= 1
    return start, end


CLOSE_BRACKETS = TextRule(
    "close brackets",
    close_brackets,
    "Punctuation takes no part in matching, so that a match ends before the mark that closes it.",
    Moved("|遵行“三时之约|”。", "遵行“三时之约”"),
    "|遵行“三时之约|旧例”。",
)


def take_enclosing_pair(text: str, start: int, end: int, low: int, high: int) -> tuple[int, int]:
    """Take in the quotation marks or brackets that enclose the side as a whole."""
    if start > low and end < high and BRACKETS.get(text[start - 1]) == text[end]:
        start, end = start - 1, end + 1
    return start, end


TAKE_ENCLOSING_PAIR = TextRule(
    "take enclosing pair",
    take_enclosing_pair,
    "A wording that is quoted as a whole is shown as a quotation.",
    Moved("遵行“|三时之约|”。", "“三时之约”"),
    "遵行“|三时之约|旧例”。",
)
