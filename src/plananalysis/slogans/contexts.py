"""The verb before a slogan and the noun after it, read off a few characters of context."""

from functools import lru_cache

from plananalysis.language.adverbs import BEFORE_ROUTINE_VERBS, KEPT_IN_FRAMES, LEFT_OUT_OF_FRAMES
from plananalysis.language.particles import PARTICLES
from plananalysis.language.verbs import MODALS_BEFORE_VERBS, PLAIN_RESULTS, ROUTINE_VERBS
from plananalysis.slogans.phrase import tagged

_NOMINAL = ("n", "vn", "nz", "an", "j", "l", "eng", "b", "nt", "ns", "nr", "ng")
_BEFORE_NOUN = (*_NOMINAL, "uj")
_NO_MANNER = LEFT_OUT_OF_FRAMES | BEFORE_ROUTINE_VERBS
_LEFT_OUT = (PARTICLES | LEFT_OUT_OF_FRAMES) - KEPT_IN_FRAMES
_BETWEEN = 3
"""Most words between the verb and the slogan (运用监督执纪“四种形态”)."""


def _is_verb(word: str, tag: str) -> bool:
    return word in ROUTINE_VERBS or tag in ("v", "vd", "vi", "vg", "vq") or _has_result(word)


def _has_result(word: str) -> bool:
    return len(word) == 2 and word[1] in PLAIN_RESULTS and word not in BEFORE_ROUTINE_VERBS


@lru_cache(maxsize=200_000)
def frame_before(text: str) -> str:
    """Return the verb that leads to what follows, with its adverb of manner; empty if there is none.

    Examples
    --------
    >>> frame_before("进一步增强"), frame_before("牢固树立"), frame_before("带头做到")
    ('增强', '牢固树立', '带头做到')
    >>> frame_before("党员干部的")
    ''
    """
    words = list(tagged(text)) if text else []
    if (
        words
        and len(words[-1][0]) == 3
        and words[-1][0][0] in MODALS_BEFORE_VERBS
        and _has_result(words[-1][0][1:])
    ):
        # 要树牢 is cut as one word that no dictionary has.
        words[-1] = (words[-1][0][1:], "v")
    skipped = 0
    while words and skipped < _BETWEEN and not _is_verb(*words[-1]) and words[-1][1] in _BEFORE_NOUN:
        if words[-1][1] == "uj" and not skipped and len(words) > 1 and not _is_verb(*words[-2]):
            return ""
        words.pop()
        skipped += 1
    if not words or not _is_verb(*words[-1]):
        return ""
    verb, _ = words.pop()
    while words and words[-1][0] in _LEFT_OUT:
        words.pop()
    if words and (
        words[-1][0] in KEPT_IN_FRAMES or (words[-1][1] in ("d", "ad") and words[-1][0] not in _NO_MANNER)
    ):
        return words[-1][0] + verb
    return verb


@lru_cache(maxsize=200_000)
def frame_after(text: str) -> str:
    """Return the noun that follows, up to two words; empty if none does.

    Examples
    --------
    >>> frame_after("制度"), frame_after("的政治自觉"), frame_after("，")
    ('制度', '政治自觉', '')
    """
    words = list(tagged(text)) if text else []
    if words and words[0][0] == "的":
        words = words[1:]
    head = ""
    for i, (word, tag) in enumerate(words[:2]):
        closing = i == 1 and len(words) == 2 and tag in ("a", "ad", "d", "v")
        if len(word) < 2 or not (tag in _NOMINAL or closing):
            break
        head += word
    return head
