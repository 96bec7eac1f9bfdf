"""A rule about Chinese wording: what it matches, how much that weighs, why, and two texts that show it."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from plananalysis.language.needed import needed, trie

_NAMED_GROUP = re.compile(r"\(\?P<\w+>")


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
    names = [name for rule in rules for name in _NAMED_GROUP.findall(rule.pattern)]
    alike = len(set(names)) < len(names)  # two rules may name their groups alike; then the names go
    patterns = (_NAMED_GROUP.sub("(?:", rule.pattern) if alike else rule.pattern for rule in rules)
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


def ending(rules: Sequence[Rule]) -> re.Pattern[str]:
    """Return one expression that finds the longest text at an end at which any of the rules is found.

    The patterns end with ``$``; the number of the group that matched, less one, is the rule's place in the table. Of
    rules that match equally long texts the first counts.

    Examples
    --------
    >>> rules = (Rule("a", "少于$", "", "少于", "少"), Rule("b", "不少于$", "", "不少于", "少于"))
    >>> ending(rules).search("费用不少于").lastindex
    2
    """
    return re.compile("(?:" + "|".join(f"({rule.pattern.removesuffix('$')})" for rule in rules) + ")$")


class RuleIndex(NamedTuple):
    """Which rules of a table may match a text, told by the words that their patterns cannot lack.

    Attributes
    ----------
    rules : tuple of Rule
        The table.
    words : re.Pattern
        Finds every word that any of the patterns needs.
    by_word : dict
        Positions of the rules that need a word.
    always : tuple of int
        Rules of whose patterns no word can be told; they may match any text.
    """

    rules: tuple[Rule, ...]
    words: re.Pattern[str]
    by_word: dict[str, frozenset[int]]
    always: frozenset[int]

    def may_match(self, text: str) -> bool:
        """Say whether any rule may match: if not, none does."""
        return bool(self.always) or self.words.search(text) is not None

    def possible(self, text: str) -> list[int]:
        """Return the positions of the rules that may match, in order; the others do not."""
        match = self.words.search(text)
        if match is None and not self.always:
            return []
        found = set(self.always)
        while match:
            found |= self.by_word[match.group()]
            match = self.words.search(text, match.start() + 1)
        return sorted(found)


def index_rules(rules: Sequence[Rule]) -> RuleIndex:
    """Return an index of rules by the words that their patterns need, made from the patterns themselves.

    Examples
    --------
    >>> rules = (Rule("a", "转载", "", "转载", "载"), Rule("b", "请勿.{0,4}(?:外传|转发)", "", "请勿外传", "外传"))
    >>> index = index_rules(rules)
    >>> index.possible("请勿随意转发"), index.possible("外宣"), index.may_match("外宣")
    ([1], [], False)
    """
    of_rule = [needed(rule.pattern) for rule in rules]
    pattern, kept = trie(word for words in of_rule for word in words or ())
    by_word: dict[str, set[int]] = {word: set() for word in kept.values()}
    for i, words in enumerate(of_rule):
        for word in words or ():
            by_word[kept[word]].add(i)
    return RuleIndex(
        tuple(rules),
        re.compile(pattern),
        {word: frozenset(places) for word, places in by_word.items()},
        frozenset(i for i, words in enumerate(of_rule) if words is None),
    )
