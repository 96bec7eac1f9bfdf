"""How a string is built: its words, whether it is a whole phrase, and whether its clauses are built alike."""

from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from plananalysis.language.adverbs import BEFORE_ROUTINE_VERBS, STYLE
from plananalysis.language.nouns import GENERAL_NOUNS, PROGRAMME_HEADS
from plananalysis.language.organisations import ENDS_OF_PHRASES
from plananalysis.language.particles import PARTICLES
from plananalysis.language.phrase_bounds import NOT_FIRST, NOT_LAST
from plananalysis.language.rules import prefilter
from plananalysis.language.sayings import HALF_SAYING, SAYINGS
from plananalysis.language.verbs import NOMINAL_VERBS, ROUTINE_VERBS
from plananalysis.segmentation.cut import rust_jieba
from plananalysis.slogans.parallel import inner_parallelism, parallelism
from plananalysis.slogans.stream import Stream

_SAYING = prefilter(SAYINGS)
_HALF_SAYING = prefilter(HALF_SAYING)
_HEADS = GENERAL_NOUNS | PROGRAMME_HEADS
_BEFORE_FRAMES = BEFORE_ROUTINE_VERBS | STYLE
_FUNCTION_TAGS = ("u", "c", "y", "e", "o")


class Phrase(NamedTuple):
    """What can be read off a string itself."""

    whole: float
    """1 if it begins and ends as a phrase does, less the more it looks like a fragment."""
    parallel: float
    """How parallel its clauses are, 0 to 1."""
    organisation: bool
    """Ends as the name of an organisation or of a group of people does."""
    plain: float
    """How much it is ordinary office language, 0 to 1."""
    routine: bool
    """Begins with an all-purpose verb (推进, 加强)."""
    verbal: bool
    """Holds a verb or an adjective besides nouns: it says something."""
    predicate: bool
    """Begins with a verb, which calls for all that follows it."""
    nominal: bool
    """Begins with a noun, which may be the end of a longer one."""
    pattern: bool
    """Has the frame of a saying: 以…为…, 把…放在…."""


@lru_cache(maxsize=200_000)
def tagged(text: str) -> tuple[tuple[str, str], ...]:
    """Return words and parts of speech (jieba's dictionary and model)."""
    return tuple(rust_jieba().tag(text, True))


def _coarse(tag: str) -> str:
    """Return the kind of word that matters for parallel build."""
    if tag in ("i", "l"):
        return "i"
    if tag[:1] in "nrst" or tag in ("vn", "an", "j", "eng"):
        return "n"
    return tag[:1]


def _shape(clause: str) -> tuple[tuple[int, str], ...]:
    return tuple((len(word), _coarse(tag)) for word, tag in tagged(clause))


def _is_attributed_noun(words: tuple[tuple[str, str], ...]) -> bool:
    """Tell whether words are an adjective and its noun: 重要节点, 重大项目."""
    return (
        len(words) == 2
        and words[0][1] in ("a", "b", "n")
        and len(words[0][0]) > 1
        and words[1][0] in GENERAL_NOUNS
    ) or (len(words) == 1 and words[0][1] == "l" and words[0][0][2:] in GENERAL_NOUNS)


def _has_verb(words: tuple[tuple[str, str], ...]) -> bool:
    return any(tag[:1] in ("v", "a", "d", "i", "l", "p") and tag not in ("vn", "an") for _, tag in words)


ALIKE, SAME_CUTS, VERBS, NOTHING_ALIKE = 0.45, 0.25, 0.6, -0.35
"""What the build of clauses is worth where all have the same kinds of words, the same lengths of words, and a verb each;
below what one of these alone gives, they are alike by chance."""
BUILD_SHARE, LEAST_FORM = 0.5, 0.2
"""How much the build counts, and what clauses of one length have without it."""
FITTING_SIZES = {2: -0.25, 3: 0.25, 4: 0.1}
OTHER_SIZES = -0.1
"""What the length of the clauses adds: two characters are words in a row, three and four the measure of sayings."""
PER_CLAUSE, ENOUGH_CLAUSES = 0.12, 4
"""What each clause from the third to the fourth adds; longer lists are enumerations."""
ONE_HEAD = 0.25
"""How parallel clauses are that only end in the same ordinary noun: 纪律教育、家风教育 is a list of kinds of 教育."""


def _clauses_parallel(clauses: list[str]) -> float:
    """Return how parallel clauses are, by length, returning characters and build of their words."""
    score = parallelism(clauses)
    if not score:
        return 0.0
    shapes = [_shape(clause) for clause in clauses]
    alike = sum(shape == shapes[0] for shape in shapes[1:]) / (len(shapes) - 1)
    same_cuts = sum([n for n, _ in s] == [n for n, _ in shapes[0]] for s in shapes[1:]) / (len(shapes) - 1)
    verbs = sum(_has_verb(words) and not _is_attributed_noun(words) for words in map(tagged, clauses)) / len(
        clauses
    )
    size = len(clauses[0])
    returning = score - 0.5  # half of the score of parallelism is for equal length
    build = ALIKE * alike + SAME_CUTS * same_cuts + VERBS * verbs + NOTHING_ALIKE
    fitting = FITTING_SIZES.get(size, OTHER_SIZES)
    if size > 3 and returning and _list_heads(clauses):
        return ONE_HEAD
    more = PER_CLAUSE * (min(len(clauses), ENOUGH_CLAUSES) - 2)
    return max(0.0, min(1.0, LEAST_FORM + returning + BUILD_SHARE * build + fitting + more))


def _list_heads(clauses: list[str]) -> list[str]:
    """Return the ordinary nouns that end every clause: 纪律教育、家风教育 is a list of 教育."""
    return [
        tail
        for tail in (clauses[0][-2:],)
        if tail in GENERAL_NOUNS and all(c.endswith(tail) for c in clauses)
    ]


@lru_cache(maxsize=200_000)
def read_phrase(text: str) -> Phrase:
    """Return how a string is built.

    Examples
    --------
    >>> read_phrase("讲政治、守纪律、负责任").parallel > 0.5
    True
    >>> read_phrase("的重要讲话").whole < 0.5
    True
    """
    words = tagged(text)
    clauses = text.split("、")
    if not all(clauses[1:]):
        return Phrase(0.0, 0.0, False, 1.0, False, False, False, False, False)
    parallel = _clauses_parallel(clauses) if len(clauses) > 1 and clauses[0] else inner_parallelism(text)
    saying = _SAYING.search(text) is not None
    return Phrase(
        (1.0 if saying or (len(clauses) == 1 and parallel >= PARALLEL_ENOUGH) else _whole_ends(words))
        * _whole_inside(text, clauses, parallel, saying=saying),
        parallel,
        text.endswith(ENDS_OF_PHRASES),
        _plainness(words),
        _leads_with_routine(words),
        _has_verb(words),
        len(words) > 1 and words[0][1] in ("v", "vd", "vi"),
        _coarse(words[0][1]) == "n",
        saying,
    )


BOUND_END = 0.15
"""What is left of a string that begins or ends with a word that does not: it was cut out of a sentence."""
OPEN_FRAME = 0.3
"""What is left behind 把, 将 or 以 without the second half of the frame."""
WITH_ATTRIBUTE, WITH_ATTRIBUTE_AT_END = 0.55, 0.8
"""What is left of a string that holds 的, and of a list whose last clause alone does: slogans do without it."""
HALF_A_SAYING = 0.2
BOUND_CLAUSE = 0.5
"""What each clause inside leaves that begins or ends with such a word."""
PARALLEL_ENOUGH = 0.5
"""From here on parallel clauses excuse how they begin."""


def _whole_ends(words: tuple[tuple[str, str], ...]) -> float:
    """Return how far a string begins and ends as a phrase does."""
    whole = 1.0
    first, first_tag = words[0]
    last, last_tag = words[-1]
    if first in NOT_FIRST or first_tag[:1] in _FUNCTION_TAGS:
        whole *= BOUND_END
    if last in NOT_LAST or last_tag[:1] in _FUNCTION_TAGS or last_tag in ("p", "r"):
        whole *= BOUND_END
    return whole


def _whole_inside(text: str, clauses: list[str], parallel: float, *, saying: bool) -> float:
    """Return how far the clauses of a string are phrases of their own, and none of its frames is open."""
    whole = 1.0
    if tagged(text)[0][0] in ("把", "将", "以") and not saying and parallel < PARALLEL_ENOUGH:
        whole *= OPEN_FRAME
    if "的" in text and not saying:
        at_end = "的" not in "".join(clauses[:-1])
        whole *= WITH_ATTRIBUTE if len(clauses) == 1 else WITH_ATTRIBUTE_AT_END if at_end else 1.0
    if _HALF_SAYING.search(text):
        whole *= HALF_A_SAYING
    for clause in clauses[1:]:
        if tagged(clause)[0][0] in NOT_FIRST and parallel < PARALLEL_ENOUGH:
            whole *= BOUND_CLAUSE
    for clause in clauses[:-1]:
        if clause and tagged(clause)[-1][0] in NOT_LAST and len(tagged(clause)) > 1:
            whole *= BOUND_CLAUSE
    return whole


def _leads_with_routine(words: tuple[tuple[str, str], ...]) -> bool:
    """Tell whether a string begins with an all-purpose verb, adverbs before it allowed."""
    for word, _ in words[:-1]:
        if word in ROUTINE_VERBS:
            return True
        if word not in BEFORE_ROUTINE_VERBS:
            return False
    return False


def _plainness(words: tuple[tuple[str, str], ...]) -> float:
    """Return how much a string is ordinary office language: 1 积极参与, 党员教育; 0 旗帜鲜明讲政治."""
    first, first_tag = words[0]
    last = words[-1][0]
    if len(words) == 1:
        return _plain_word(first, first_tag)
    if len(words) == 2 and (first in BEFORE_ROUTINE_VERBS or first in ROUTINE_VERBS) and len(last) <= 2:
        return 1.0
    if (last not in GENERAL_NOUNS and (last not in ROUTINE_VERBS or last in NOMINAL_VERBS)) or sum(
        len(word) for word, _ in words
    ) > 10:
        return 0.0
    if first in BEFORE_ROUTINE_VERBS or first in ROUTINE_VERBS:
        return 0.8
    others = [word for word, _ in words[:-1] if word not in GENERAL_NOUNS and word not in ROUTINE_VERBS]
    if len(words) > 2 and len(others) > 1 and _has_verb(words[:-1]):
        return 0.0
    return 0.85 if others and len(words) <= 3 else 1.0


def _plain_word(word: str, tag: str) -> float:
    """Return the same for a single word; one of four characters that no dictionary has was coined."""
    if len(word) < 4:
        return 0.5 if tag in ("i", "l", "j") else 1.0
    parts = [part for part in rust_jieba().cut_for_search(word) if part != word and len(part) > 1]
    if parts and (
        parts[0] in BEFORE_ROUTINE_VERBS or parts[0] in ROUTINE_VERBS or parts[-1] in GENERAL_NOUNS
    ):
        return 0.9
    if tag in ("i", "l", "j"):
        return 0.2
    return 0.5 if rust_jieba().has_word(word) else 0.1


def phrase_cores(
    stream: Stream, starts: np.ndarray, places: np.ndarray, lengths: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Return place and length of what remains of strings when frames and particles around it are cut off.

    建设让人民群众满意的模范机关 holds 让人民群众满意 and 模范机关; 推动高质量发展 holds 高质量发展.
    """
    found: set[tuple[str, int, int]] = set()
    seen: set[str] = set()
    for place, length in zip(places.tolist(), lengths.tolist(), strict=True):
        text = stream.text[place : place + length]
        if text in seen:
            continue
        seen.add(text)
        bounds = [0, *(np.flatnonzero(starts[place + 1 : place + length]) + 1).tolist(), length]
        words = [text[a:b] for a, b in pairwise(bounds)]
        for begin, end in _core_spans(words):
            a, b = bounds[begin], bounds[end]
            if b - a >= 4 and b - a < length and (key := text[a:b]) not in seen:
                found.add((key, place + a, b - a))
    rows = sorted(found)
    return np.asarray([row[1] for row in rows], dtype=np.int64), np.asarray(
        [row[2] for row in rows], dtype=np.int64
    )


def _core_spans(words: list[str]) -> list[tuple[int, int]]:
    """Return half-open word spans: without verbs before, without particles at either end, and around 的."""
    spans = []
    last = len(words)
    pieces = [(0, last)]
    cuts = [i for i, word in enumerate(words) if word in ("的", "和", "与", "、") or word.endswith("、")]
    pieces += [
        (i + 1, last) for i, word in enumerate(words) if word in ("成为", "作为", "为", "是", "以", "把")
    ]
    pieces += [(0, i) for i in cuts] + [(i + 1, last) for i in cuts if words[i] != "、"]
    for begin, end in pieces:
        while end > begin and (words[end - 1] in PARTICLES or words[end - 1] == "、"):
            end -= 1
        while begin < end and (
            words[begin] in NOT_FIRST
            or (words[begin] == "以" and "为" not in words[begin:end])
            or words[begin] == "、"
        ):
            begin += 1
        spans.append((begin, end))
        heads = [end]
        while heads[-1] - begin > 1 and words[heads[-1] - 1] in _HEADS:
            heads.append(heads[-1] - 1)
        spans += [(begin, head) for head in heads[1:]]
        while begin < end - 1 and (
            words[begin] in ROUTINE_VERBS
            or (words[begin] in _BEFORE_FRAMES and words[begin + 1] in ROUTINE_VERBS)
        ):
            begin += 1
            spans += [(begin, head) for head in heads if head > begin]
    return [(a, b) for a, b in spans if b > a]
