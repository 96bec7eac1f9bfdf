"""The members that an explanation lists: as many as its term announces (四个意识), or none."""

import re
from collections.abc import Sequence
from itertools import pairwise

from plananalysis.folding import QUOTES
from plananalysis.language.explanations import (
    AND_SO_ON,
    ANNOUNCING,
    COUNTED_OFF,
    JOINING,
    LED_IN,
    NO_LISTS,
    NO_PAIRS,
    SEPARATORS,
)
from plananalysis.language.numerals import VALUES
from plananalysis.language.rules import compiled, prefilter

_LED_IN, _AND_SO_ON, _COUNTED_OFF, _JOINING, _NO_LIST, _NO_PAIR = map(
    prefilter, (LED_IN, AND_SO_ON, COUNTED_OFF, JOINING, NO_LISTS, NO_PAIRS)
)
_IN_FIGURES, _IN_WORDS = (pattern for _, pattern in compiled(ANNOUNCING))
_UNQUOTE = dict.fromkeys(map(ord, QUOTES))
_NUMBER = {"双": 2, "十": 10} | {char: value for char, value in VALUES.items() if value}
_LONGEST_MEMBER = 40
"""Characters of a member; more of them are a sentence."""
_MOST_UNLIKE = 4
"""So many times as long as the other may one of two members be."""
_SHORT_MEMBER = 8
"""Characters of the members of a list whose commas and 、 part alike (清底数、清诉求，清责任)."""
_QUOTED = re.compile("“[^“”]*”|‘[^‘’]*’")
_CLOSED_OFF = re.compile("“[^“”]*”|‘[^‘’]*’|（[^（）]*）|[(][^()]*[)]|《[^《》]*》")
_SURE_SEPARATORS = tuple(separator for separator in SEPARATORS if separator not in "，,")
"""A comma parts clauses as well as members."""
_ENDS = re.compile("[。！？]")
_SIGNS = re.compile("[，,、]")


def counted(term: str) -> int:
    """Return how many members the figure in a term announces, 0 if none.

    Examples
    --------
    >>> counted("四个意识"), counted("三会一课"), counted("五个一"), counted("5个专项行动"), counted("数智工厂")
    (4, 4, 5, 5, 0)
    """
    if found := _IN_FIGURES.match(term):
        return int(found["figures"])
    if found := _IN_WORDS.match(term):
        return _NUMBER[found["figure"]]
    return sum(_NUMBER[char] for char in term if char in _NUMBER)


def listed_members(term: str, said: str) -> list[str]:
    """Return the members of a term: as many as its figures add up to, or one for each figure (双招双引).

    Examples
    --------
    >>> listed_members("双灯双岗", "红灯、绿灯，甲岗、乙岗"), listed_members("双灯双岗", "红灯绿灯、甲岗乙岗")
    (['红灯', '绿灯', '甲岗', '乙岗'], ['红灯绿灯', '甲岗乙岗'])
    """
    figures = 0 if _IN_WORDS.match(term) else sum(char in _NUMBER for char in term)
    announced = counted(term)
    return split_members(said, announced) or _split(_first_sentence(said), figures)


def split_members(text: str, n: int) -> list[str]:
    """Split an explanation into its members; only a split that yields the number announced is taken.

    The first sentence is split, or its first clause, or what it quotes.

    Examples
    --------
    >>> split_members("政治意识、大局意识、核心意识、看齐意识", 4)
    ['政治意识', '大局意识', '核心意识', '看齐意识']
    >>> split_members("普及用水和节水，由县统一安排。", 2)
    ['普及用水', '节水']
    >>> split_members("像医生接诊一样接待企业。", 0)
    []
    """
    said = _first_sentence(text)
    quoted = [found[0][1:-1] for found in _QUOTED.finditer(said)]
    for part in (said, said[: _commas(said)]):
        if members := _split(part, n, _SURE_SEPARATORS):
            return members
    for part in (said, *(quoted if n > 2 else ())):  # a pair may be quoted for any reason
        if members := _split(part, n):
            return members
    members = [part for part in _SIGNS.split(said.translate(_UNQUOTE)) if part]
    lengths = [len(part) for part in members]
    alike = len(members) == n > 1 and max(lengths) <= _SHORT_MEMBER and max(lengths) - min(lengths) <= 3
    return members if alike and not _NO_LIST.search(said) else []


def _first_sentence(text: str) -> str:
    """Return the first sentence of an explanation without what leads to it (包括, 是指)."""
    end = _ENDS.search(_masked(text))
    return _LED_IN.sub("", text[: end.start()] if end else text)


def _masked(text: str) -> str:
    """Return a text in which nothing within quotation marks and brackets parts anything."""
    return _CLOSED_OFF.sub(lambda found: "□" * len(found[0]), text)


def _commas(text: str) -> int:
    """Return where the first comma outside quotation marks and brackets stands, or the end."""
    found = re.search("[，,]", _masked(text))
    return found.start() if found else len(text)


def _split(said: str, n: int, separators: Sequence[str] = SEPARATORS) -> list[str]:
    """Split a sentence at the surest separator that yields so many members; [] if none does."""
    masked = _masked(said)
    for separator in separators if n > 1 else ():
        cuts = [-1, *(found.start() for found in re.finditer(separator, masked)), len(said)]
        pieces = [said[a + 1 : b] for a, b in pairwise(cuts)]
        parts = [_AND_SO_ON.sub("", piece.translate(_UNQUOTE).strip(" ，、；")) for piece in pieces]
        parts = [_COUNTED_OFF.sub("", part) for part in parts if part]
        if len(parts) == n - 1 and (n > 2 or _is_pair(pieces)):
            parts = [*parts[:-1], *_halves(parts[-1])]
        if len(parts) == n and _are_members(parts) and _alike(pieces, separator):
            return parts
    return []


def _are_members(parts: list[str]) -> bool:
    """Say whether all parts are short enough, and two of them of a length that compares."""
    longest, shortest = max(map(len, parts)), min(map(len, parts))
    return longest <= _LONGEST_MEMBER and (len(parts) > 2 or longest <= _MOST_UNLIKE * shortest)


def _is_pair(pieces: list[str]) -> bool:
    """Say whether one piece is nothing but two members: no clause, no list, and no preposition that a verb follows."""
    return not any(
        re.search("[，,、；;]", _masked(piece)) or _NO_PAIR.search(piece.strip()) for piece in pieces
    )


def _halves(text: str) -> list[str]:
    """Return the two members that 和, 及 or 与 joins, or the text itself."""
    for found in _JOINING.finditer(_masked(text)):
        if found.start() > 1 and len(text) - found.end() > 1:
            return [text[: found.start()], text[found.end() :]]
    return [text]


def _alike(pieces: list[str], separator: str) -> bool:
    """Say whether the pieces of a list are members: no colon in one, no clause in one between 、, 、 in all or in none."""
    shown = [_masked(piece) for piece in pieces if piece.strip()]
    if re.search("[:：]", "".join(shown)):
        return False
    if separator == "、":
        return not re.search("[，,；;]", "".join(shown)) and not _NO_LIST.search(shown[0])
    goes_on = any(_NO_LIST.search(piece.strip()) for piece in shown)
    return separator in "；;" or (not goes_on and len({"、" in piece for piece in shown}) == 1)
