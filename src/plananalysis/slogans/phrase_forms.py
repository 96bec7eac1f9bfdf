"""What the words of a recurring string say: whether it is a phrase, and of what kind."""

from typing import NamedTuple

import numpy as np

from plananalysis.language.adverbs import BEFORE_ROUTINE_VERBS
from plananalysis.language.nouns import GENERAL_NOUNS
from plananalysis.language.phrase_bounds import (
    DEGREES,
    DISTRIBUTIVE,
    FIRST_OF_TERMS,
    HOW,
    LEADING_TO,
    NOT_FIRST,
    NOT_LAST,
    REGIONS,
    SOME,
    TAKEN_FOR_ADVERBS,
    TELLING,
)
from plananalysis.language.slogan_heads import POLICY_ENDINGS, POLICY_HEADS, RESULT_HEADS, THING_HEADS
from plananalysis.language.verbs import NOMINAL_VERBS, ROUTINE_VERBS, TASK_VERBS
from plananalysis.segmentation.cut import general_frequency
from plananalysis.slogans.phrase import tagged

SHORTEST = 3
"""Characters of the shortest; what is shorter is a word."""
BOUND_TO_NEXT = 0.5
"""Least cohesion of a phrase that begins with a word which begins terms too: 可再生能源, and not 可以说."""
_FOUR = 4
_HOW_MUCH = frozenset(("a", "ad", "b", "an"))
_PLAIN = GENERAL_NOUNS | ROUTINE_VERBS | BEFORE_ROUTINE_VERBS | TASK_VERBS
_NOT_FIRST = NOT_FIRST - FIRST_OF_TERMS
_VERBS, _BOUND_TAGS = frozenset(("v", "vd", "vi")), frozenset(("a", "ad", "v", "vd", "b"))
_DEEDS = _VERBS | {"vn"}
_FIRST_TAGS, _LAST_TAGS = frozenset("ucyeorpqf"), frozenset("ucyeodprf")


class Form(NamedTuple):
    """What the words of a string say."""

    phrase: bool
    """May stand by itself; nothing else is told of what does not."""
    led: bool
    """Begins with an all-purpose verb or its adverb."""
    word: bool
    """Is one word of the dictionary."""
    saying: bool
    """Is one word, and a set phrase."""
    plain: bool
    """Has nothing but general nouns and all-purpose verbs."""
    policy: bool
    """Ends as what a government sets out to be or to do."""
    thing: bool
    """Ends as what a plan counts, pays, thanks or reports on."""
    figure: bool
    """Holds a number."""
    predicate: bool
    """Begins with a verb: where it says all, a clause or 的 ends behind it."""
    bound: bool
    """Ends with an adjective or a verb, which calls for what follows."""
    attributive: bool
    """Has 的 in it."""
    praised: bool
    """Is a general noun with the adjective that says how good, large or important it is."""
    words: int
    expected: float
    """log2 of the share of general Chinese that its words would have side by side."""


NO_PHRASE = Form(False, False, False, False, False, False, False, False, False, False, False, False, 1, 0.0)


def read_form(text: str, cohesion: float, *, built: bool, ends: bool = False) -> Form:
    """Return what the words of a string say of it.

    One that is `built` as a saying may begin and end with any word; one that `ends` where clauses do may end with a verb that
    closes a row of verbs: 清淤扩渠增长.
    """
    if len(text) < SHORTEST or not text.isalpha() or text.isascii():
        return NO_PHRASE
    words = tagged(text)
    (first, first_tag), (last, last_tag) = words[0], words[-1]
    row = ends and len(words) > 2 and {tag for _, tag in words[-2:]} <= _VERBS
    if not built and not (
        _begins(first, first_tag, cohesion) and (row or _ends(last, last_tag)) and _holds(words)
    ):
        return NO_PHRASE
    one = len(words) == 1
    return Form(
        True,
        not one and words[1][0] != "的" and (first in ROUTINE_VERBS or first in BEFORE_ROUTINE_VERBS),
        one,
        one and last_tag in ("i", "l"),
        all(word in _PLAIN or len(word) < 2 for word, _ in words),
        last in POLICY_HEADS or text.endswith(POLICY_ENDINGS),
        last in THING_HEADS,
        any(tag[:1] == "m" for _, tag in words),
        first_tag in _VERBS and not one,
        last_tag in _BOUND_TAGS and not one and last not in POLICY_HEADS,
        not built and any(word == "的" for word, _ in words),
        last in GENERAL_NOUNS and len(words) == 2 and first_tag in _HOW_MUCH,
        len(words),
        sum(np.log2(general_frequency(word)) for word, _ in words),
    )


def _begins(word: str, tag: str, cohesion: float) -> bool:
    """Tell whether a phrase may begin with a word."""
    if tag == "m" and word[0] in SOME and word not in FIRST_OF_TERMS:
        return False
    if word in _NOT_FIRST or word in DISTRIBUTIVE or (word in NOT_FIRST and cohesion < BOUND_TO_NEXT):
        return False
    return tag[:1] not in _FIRST_TAGS or word in FIRST_OF_TERMS or word in REGIONS


def _ends(word: str, tag: str) -> bool:
    """Tell whether a phrase may end with a word."""
    if tag[:1] in "mq" or (tag == "a" and len(word) == 1) or (len(word) > 1 and word.endswith("于")):
        return False
    return word not in NOT_LAST and (tag[:1] not in _LAST_TAGS or word in TAKEN_FOR_ADVERBS)


def _holds(words: tuple[tuple[str, str], ...]) -> bool:
    """Tell whether a phrase may hold these words.

    None may point to something else or tell what has happened; an adverb and its verb, or a verb that is the attribute of a
    noun (出现的渠损), say nothing of their own, unless they name a line of policy.
    """
    if any(tag[:1] == "r" or word in TELLING for word, tag in words[1:-1]):
        return False
    if any(word in LEADING_TO for word, _ in words[1:-1]):
        return False
    if words[-1][0] in POLICY_HEADS or words[-1][0].endswith(POLICY_ENDINGS):
        return True
    described = words[0][1] in _VERBS and any(word == "的" for word, _ in words)
    measured = len(words) > 1 and words[-1][1] == "a" and words[-2][0] in DEGREES
    measured |= len(words) > 1 and words[-1][0] in RESULT_HEADS and words[-2][1] in _HOW_MUCH
    return not (described or measured or _is_how_done(words))


def _is_how_done(words: tuple[tuple[str, str], ...]) -> bool:
    """Tell whether words are a verb with how it is done, and nothing else: 逐步修复."""
    if len(words) == 1 and len(words[0][0]) == _FOUR:
        words = tagged(words[0][0][: _FOUR // 2]) + tagged(words[0][0][_FOUR // 2 :])
    rest = words[1:]
    return words[0][0] in HOW and all(tag in _DEEDS and word not in NOMINAL_VERBS for word, tag in rest)
