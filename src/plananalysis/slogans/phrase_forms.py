"""What the words of a recurring string say: whether it is a phrase, and of what kind."""

from typing import NamedTuple

import numpy as np

from plananalysis.language.adverbs import BEFORE_ROUTINE_VERBS
from plananalysis.language.nouns import GENERAL_NOUNS
from plananalysis.language.phrase_bounds import (
    FIRST_OF_TERMS,
    NOT_FIRST,
    NOT_LAST,
    REGIONS,
    TAKEN_FOR_ADVERBS,
)
from plananalysis.language.slogan_heads import POLICY_ENDINGS, POLICY_HEADS, THING_HEADS
from plananalysis.language.verbs import ROUTINE_VERBS, TASK_VERBS
from plananalysis.segmentation.cut import general_frequency
from plananalysis.slogans.phrase import tagged

SHORTEST = 3
"""Characters of the shortest; what is shorter is a word."""
BOUND_TO_NEXT = 0.5
"""Least cohesion of a phrase that begins with a word which begins terms too: 可再生能源, and not 可以说."""
_PLAIN = GENERAL_NOUNS | ROUTINE_VERBS | BEFORE_ROUTINE_VERBS | TASK_VERBS
_NOT_FIRST = NOT_FIRST - FIRST_OF_TERMS
_FIRST_TAGS, _LAST_TAGS = frozenset("ucyeorpqf"), frozenset("ucyeodpr")


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
    words: int
    expected: float
    """log2 of the share of general Chinese that its words would have side by side."""


NO_PHRASE = Form(False, False, False, False, False, False, False, False, 1, 0.0)


def read_form(text: str, cohesion: float, *, built: bool) -> Form:
    """Return what the words of a string say of it; one that is built as a saying may begin and end with any word."""
    if len(text) < SHORTEST or not text.isalpha() or text.isascii():
        return NO_PHRASE
    words = tagged(text)
    (first, first_tag), (last, last_tag) = words[0], words[-1]
    if not built and not (_begins(first, first_tag, cohesion) and _ends(last, last_tag)):
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
        len(words),
        sum(np.log2(general_frequency(word)) for word, _ in words),
    )


def _begins(word: str, tag: str, cohesion: float) -> bool:
    """Tell whether a phrase may begin with a word."""
    if word in _NOT_FIRST or (word in NOT_FIRST and cohesion < BOUND_TO_NEXT):
        return False
    return tag[:1] not in _FIRST_TAGS or word in FIRST_OF_TERMS or word in REGIONS


def _ends(word: str, tag: str) -> bool:
    """Tell whether a phrase may end with a word."""
    return word not in NOT_LAST and (tag[:1] not in _LAST_TAGS or word in TAKEN_FOR_ADVERBS)
