"""How much a term tells of who uses it: what a whole genre uses evenly says little of any one plan."""

import re
from itertools import pairwise

import numpy as np
import pandas as pd

from plananalysis.counts import as_category
from plananalysis.language.places import FEATURES
from plananalysis.language.word_classes import LOCAL, SAYS_LITTLE, word_class
from plananalysis.lexicon.genre import Genre, as_genre
from plananalysis.segmentation.cut import has_word, tag_of

_LITTLE = re.compile("|".join(f"(?:{rule.pattern})" for rule in SAYS_LITTLE))


def specificity(terms: pd.Index, tokens: pd.DataFrame, genre: Genre) -> np.ndarray:
    """Return a weight from 0 to 1 for every term: how unevenly the genre uses it, squared, times its part of speech.

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
        DP² · w, with the normalised DP of the genre and the weight w of the part of speech in
        ``language/word_classes.py``; 0 for numbers and for what only names a level of government.

    Examples
    --------
    >>> from plananalysis.examples import spaced_corpus
    >>> _, tokens = spaced_corpus({"甲": "稀土 管理 瞄准 县区"})
    >>> specificity(pd.Index(["稀土", "管理", "瞄准", "县区"]), tokens, "shipped").round(2).tolist()
    [1.0, 0.07, 0.36, 0.0]
    """
    table = as_genre(genre)
    known = dict(zip(table["term"].tolist(), table["gries_dp_norm"].tolist(), strict=True))
    words = _words(tokens)
    found = np.zeros(len(terms))
    for i, term in enumerate(terms):
        if not _LITTLE.search(term):
            lacks = bool(known) and term not in known
            found[i] = known.get(term, 1.0) ** 2 * _weight(term, words.get(term, ""), lacks)
    return found


def specificity_at(columns: np.ndarray, terms: pd.Index, tokens: pd.DataFrame, genre: Genre) -> np.ndarray:
    """Return the specificity of the terms of some columns, each term looked at once.

    Examples
    --------
    >>> from plananalysis.examples import spaced_corpus
    >>> _, tokens = spaced_corpus({"甲": "稀土 管理"})
    >>> specificity_at(np.array([1, 1, 0]), pd.Index(["稀土", "管理"]), tokens, "shipped").round(2).tolist()
    [0.07, 0.07, 1.0]
    """
    used, number = np.unique(columns, return_inverse=True)
    return specificity(terms[used], tokens, genre)[number]


def _words(tokens: pd.DataFrame) -> dict[str, str]:
    """Return the tokens that are words or slogans somewhere, with this kind."""
    token = as_category(tokens["token"])
    names = np.asarray(token.categories, dtype=object)
    found: dict[str, str] = {}
    for kind in ("slogan", "word"):
        used = np.unique(token.codes[(tokens["kind"] == kind).to_numpy()])
        found |= dict.fromkeys(names[used].tolist(), kind)
    return found


def _weight(term: str, kind: str, new: bool) -> float:
    """Return the weight of a term's part of speech; of slogans, those that the dictionary has have one."""
    if not kind:
        return 1.0
    tag = tag_of(term)
    if kind == "slogan":
        return word_class(tag).weight if tag and has_word(term) else 1.0
    if new and tag == LOCAL.tag and not term.endswith(FEATURES):
        return LOCAL.weight
    return word_class(tag if has_word(term) else "").weight


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
        listed: list[str] = []
        for row, (term, count) in enumerate(zip(own, counts, strict=True)):
            if len(listed) == top:
                break
            longer = any(term in other and other != term and m >= MOST * count for other, m in near)
            if not longer and not any(term in other or other in term for other in listed):
                listed.append(term)
                chosen[start + row] = True
    return chosen


MOST = 0.6
"""Share of a term's places in which a longer one stands, from which on the longer one is listed."""
LOOKED_AT = 10
"""So many times as many terms as are listed are searched for a longer one."""
