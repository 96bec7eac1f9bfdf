"""A rule about Chinese wording: what it matches, how much that weighs, why, and two texts that show it."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple


class Rule(NamedTuple):
    """One pattern with its reason.

    Attributes
    ----------
    name : str
        What it is called in tests and messages; unique within its table.
    pattern : str
        Regular expression, searched for in a text.
    reason : str
        Why it is a rule: what such a wording says, one sentence.
    example : str
        A text written for this project in which the pattern is found.
    counter_example : str
        A similar text in which it is not found.
    weight : float
        How much a match counts, where the table adds weights up.
    kind : str
        The class it speaks for, where a table has several.
    """

    name: str
    pattern: str
    reason: str
    example: str
    counter_example: str
    weight: float = 1.0
    kind: str = ""


@lru_cache(maxsize=256)
def compiled(rules: tuple[Rule, ...]) -> tuple[tuple[Rule, re.Pattern[str]], ...]:
    """Return each rule with its compiled pattern, in order.

    Examples
    --------
    >>> rule = Rule("ordinal", "第[一二三]", "numbers a part", "第一章", "一章")
    >>> [(rule.name, bool(pattern.search("第二条"))) for rule, pattern in compiled((rule,))]
    [('ordinal', True)]
    """
    return tuple((rule, re.compile(rule.pattern)) for rule in rules)


def any_of(words: Iterable[str]) -> str:
    r"""Return an expression that matches any of some words, the longest first.

    Examples
    --------
    >>> any_of(["市", "市委", "a.b"])
    '(?:a\\.b|市委|市)'
    """
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, ordered))})"


def prefilter(rules: Sequence[Rule]) -> re.Pattern[str]:
    """Return one expression that finds every text in which any of the rules is found.

    It is made from the patterns themselves, so that it cannot drift from them: a text that it refuses need not be
    looked at by the single rules.

    Examples
    --------
    >>> rules = (Rule("a", "转载", "", "转载", "载"), Rule("b", "请勿.{0,4}外传", "", "请勿外传", "外传"))
    >>> bool(prefilter(rules).search("请勿随意外传")), bool(prefilter(rules).search("对外宣传"))
    (True, False)
    """
    return re.compile("|".join(f"(?:{rule.pattern})" for rule in rules))
