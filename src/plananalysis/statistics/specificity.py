"""How much a term tells of who uses it: what a whole genre uses evenly says little of any one plan."""

import re
from functools import lru_cache, partial
from itertools import pairwise

import numpy as np
import pandas as pd

from plananalysis.counts import as_category
from plananalysis.language.places import FEATURES
from plananalysis.language.word_classes import LOCAL, MISCUT, NUMBERED, SAYS_LITTLE, word_class
from plananalysis.lexicon.genre import Genre, as_genre
from plananalysis.resources import SHIPPED
from plananalysis.segmentation.cut import cut, general_frequency, has_word, tag_of

EVEN = 0.15
"""Normalised DP up to which a term counts as used by all alike."""
PARTS, PARTS_OF_KNOWN = 0.5, 0.25
"""Powers of the specificity of the most telling word in that of a phrase, for one that the genre lacks or has: words
that everybody uses make few phrases that tell something (产业投资, 高标准高质量), though 社会管理 is one."""
ABOVE_GENERAL = 8.0
"""So many times as often as in general Chinese is a word used that keeps half of its specificity."""
_HALF = 2

_LITTLE, _MISCUT, _NUMBERED = (
    re.compile("|".join(f"(?:{rule.pattern})" for rule in rules)) for rules in (SAYS_LITTLE, MISCUT, NUMBERED)
)


def specificity(terms: pd.Index, tokens: pd.DataFrame, genre: Genre) -> np.ndarray:
    """Return a weight from 0 to 1 for every term: how unevenly the genre uses it, its part of speech and its words.

    Parameters
    ----------
    terms
        Terms as they are counted.
    tokens
        The tokens, which say which terms are single words; slogans and terms of several words have no part of speech.
    genre
        As in :func:`plananalysis.keywords`. A term that the table lacks is taken as known to no one else.

    Returns
    -------
    array of float
        e² · w · m^½ with e = max(0, (DP − .15) / .85), DP the normalised one of the genre, w the weight of the part of
        speech in ``language/word_classes.py``, and m the largest e² · w of the words of a phrase (m^¼ if the genre has
        the phrase, 1 if it begins with a number, and of single words); 0 for numbers and for what only names a level
        of government.

    Examples
    --------
    >>> from plananalysis.examples import spaced_corpus
    >>> _, tokens = spaced_corpus({"甲": "稀土 管理 瞄准 村级"})
    >>> specificity(pd.Index(["稀土", "管理", "瞄准", "村级"]), tokens, "shipped").round(2).tolist()
    [1.0, 0.02, 0.27, 0.0]
    """
    table = as_genre(genre)
    told = _told_in_shipped if isinstance(genre, str) else partial(_told, known=_unevenness_by_term(table))
    words = _words(tokens)
    return np.array([told(term, words.get(term, "")) for term in terms.tolist()], dtype=np.float64)


def unevenness(dp: np.ndarray) -> np.ndarray:
    """Return e² of normalised DPs: what says nothing up to :data:`EVEN` and all at 1.

    Examples
    --------
    >>> unevenness(np.array([0.1, 0.15, 0.575, 1.0])).round(2).tolist()
    [0.0, 0.0, 0.25, 1.0]
    """
    return np.maximum(0, (dp - EVEN) / (1 - EVEN)) ** 2


def specificity_at(
    columns: np.ndarray, terms: pd.Index, tokens: pd.DataFrame, genre: Genre, *, rate: np.ndarray
) -> np.ndarray:
    """Return the specificity of the terms of some columns, each term looked at once, as far as general Chinese lacks it.

    Parameters
    ----------
    columns, rate
        Number of the term, and its share of the tokens of the group that uses it.
    terms, tokens, genre
        As in :func:`specificity`.

    Returns
    -------
    array of float
        The specificity times r / (r + 8 g), g being the share of a word in general Chinese (0 for phrases, and where
        no genre is given): 事情 and 整个 stand as often in any text.

    Examples
    --------
    >>> from plananalysis.examples import spaced_corpus
    >>> _, tokens = spaced_corpus({"甲": "稀土 管理"})
    >>> terms, rate = pd.Index(["稀土", "管理"]), np.array([0.002, 0.0001, 0.002])
    >>> specificity_at(np.array([0, 0, 1]), terms, tokens, "shipped", rate=rate).round(2).tolist()
    [0.99, 0.82, 0.01]
    """
    used, number = np.unique(columns, return_inverse=True)
    special = specificity(terms[used], tokens, genre)
    general = np.zeros(len(used))
    if len(as_genre(genre)):
        telling = np.flatnonzero(special > 0).tolist()
        general[telling] = [general_frequency(t) if has_word(t) else 0.0 for t in terms[used[telling]]]
    return special[number] * rate / (rate + ABOVE_GENERAL * general[number])


def _words(tokens: pd.DataFrame) -> dict[str, str]:
    """Return the tokens that are words or slogans somewhere, with this kind."""
    token = as_category(tokens["token"])
    names = np.asarray(token.categories, dtype=object)
    found: dict[str, str] = {}
    for kind in ("slogan", "word"):
        codes = token.codes[(tokens["kind"] == kind).to_numpy()]
        used = np.bincount(codes[codes >= 0], minlength=len(names)) > 0
        found |= dict.fromkeys(names[used].tolist(), kind)
    return found


def _unevenness_by_term(table: pd.DataFrame) -> dict[str, float]:
    """Return the unevenness of each term of a genre."""
    return dict(
        zip(table["term"].tolist(), unevenness(table["gries_dp_norm"].to_numpy()).tolist(), strict=True)
    )


@lru_cache(maxsize=1)
def _shipped_unevenness() -> dict[str, float]:
    return _unevenness_by_term(as_genre(SHIPPED))


@lru_cache(maxsize=1 << 16)
def _told_in_shipped(term: str, kind: str) -> float:
    return _told(term, kind, _shipped_unevenness())


def _told(term: str, kind: str, known: dict[str, float]) -> float:
    """Return how much a word, slogan or term of several words tells."""
    if _LITTLE.search(term):
        return 0.0
    told, listed = known.get(term, 1.0), has_word(term)
    if kind == "word" and not listed and _MISCUT.search(term):
        return 0.0
    single = kind == "word" or (kind == "slogan" and listed and tag_of(term) != "")
    if single:
        told *= _weight(term, term not in known if known else False)
    parts = _parts(term, single=single)
    if not parts or not told:
        return told
    most = max(_told_alone(part, known) for part in parts)
    return float(told * most ** (PARTS_OF_KNOWN if term in known else PARTS))


def _parts(term: str, *, single: bool) -> list[str]:
    """Return the words that tell of a phrase, or of a word of two; none of one that begins with a number, and so is a name."""
    if single:
        halves = [term[:_HALF], term[_HALF:]] if len(term) == 2 * _HALF else []
        return halves if all(map(has_word, halves)) else []
    return [] if _NUMBERED.search(term) else cut(term)


def _told_alone(word: str, known: dict[str, float]) -> float:
    """Return how much a word tells that is a part of a phrase; single characters tell nothing."""
    return known.get(word, 1.0) * _weight(word, bool(known) and word not in known) if len(word) > 1 else 0.0


def _weight(word: str, new: bool) -> float:
    """Return the weight of a word's part of speech."""
    tag = tag_of(word)
    if new and tag == LOCAL.tag and not word.endswith(FEATURES):
        return LOCAL.weight
    return word_class(tag if has_word(word) else "").weight


def apart(group: np.ndarray, terms: np.ndarray, n: np.ndarray, top: int) -> np.ndarray:
    """Return which terms are listed: by group the first ``top``, of terms that hold each other one.

    A term gives way to a longer one that stands in most of its places (:data:`MOST`), else the higher rank decides.

    Parameters
    ----------
    group, terms, n
        Group, term and occurrences in the group, in the order of the ranking, the groups one after the other.
    top
        Terms per group.

    Examples
    --------
    >>> terms = np.array(["乳业", "稀土", "稀土产业", "运河", "平陆运河"])
    >>> apart(np.zeros(5), terms, np.array([9, 9, 3, 6, 5]), 3).tolist()
    [True, True, False, False, True]
    """
    chosen = np.zeros(len(terms), dtype=bool)
    bounds = np.flatnonzero(np.append(True, group[1:] != group[:-1])) if len(group) else group
    for start, end in pairwise([*bounds.tolist(), len(group)]):
        own, counts = terms[start:end].tolist(), n[start:end].tolist()
        near = list(zip(own, counts, strict=True))[: LOOKED_AT * top]
        searched = "\0".join([term for term, _ in near])
        listed: list[str] = []
        for row, (term, count) in enumerate(zip(own, counts, strict=True)):
            if len(listed) == top:
                break
            held = searched.count(term) > (row < len(near))  # somewhere else than in its own place
            if held and any(term in other and other != term and m >= MOST * count for other, m in near):
                continue
            if not any(term in other or other in term for other in listed):
                listed.append(term)
                chosen[start + row] = True
    return chosen


MOST = 0.6
"""Share of a term's places in which a longer one stands, from which on the longer one is listed."""
LOOKED_AT = 10
"""So many times as many terms as are listed are searched for a longer one."""
