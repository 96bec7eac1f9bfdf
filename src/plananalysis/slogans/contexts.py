"""The verb before a slogan and the noun after it, read off a few characters of context."""

from functools import lru_cache

from plananalysis.slogans.phrase import tagged
from plananalysis.slogans.wordlists import ADVERBS, PARTICLES, ROUTINE_VERBS

_DEGREE = frozenset(
    "进一步 不断 持续 继续 更加 更好 切实 努力 着力 全面 深入 扎实 积极 认真 大力 充分 始终 也 都 要 必须 应 应当 "
    "还 再 将 能 会 可 来 去 以 并 和 与 及 地 得 加快 奋力 有效 及时 同时".split()
)
"""Adverbs that say how much or how long, not in which manner; they are left out of a frame."""
_MANNER = frozenset(
    "带头 自觉 坚决 牢固 牢牢 坚定 率先 主动 严格 坚持 真正 忠诚 始终不渝 坚定不移 毫不动摇 深刻 准确 模范".split()
)
_NOMINAL = ("n", "vn", "nz", "an", "j", "l", "eng", "b", "nt", "ns", "nr", "ng")
_RESULTS = frozenset("牢实好紧严稳住到成准透深")
"""A verb's result, by which a verb is known that the dictionary lacks: 树牢, 抓实."""
_MODAL = frozenset("要须应将再更必")
_BEFORE_NOUN = (*_NOMINAL, "uj")
_NO_MANNER = _DEGREE | ADVERBS
_LEFT_OUT = (PARTICLES | _DEGREE) - _MANNER
_BETWEEN = 3
"""Most words between the verb and the slogan (运用监督执纪“四种形态”)."""


def _is_verb(word: str, tag: str) -> bool:
    return word in ROUTINE_VERBS or tag in ("v", "vd", "vi", "vg", "vq") or _has_result(word)


def _has_result(word: str) -> bool:
    return len(word) == 2 and word[1] in _RESULTS and word not in ADVERBS


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
    if words and len(words[-1][0]) == 3 and words[-1][0][0] in _MODAL and _has_result(words[-1][0][1:]):
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
        words[-1][0] in _MANNER or (words[-1][1] in ("d", "ad") and words[-1][0] not in _NO_MANNER)
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
