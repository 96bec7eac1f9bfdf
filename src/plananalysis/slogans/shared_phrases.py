"""Phrases that nobody marks and many documents share: 低空经济, 依法治国; ranked by themselves and put between the rest."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
import pandas as pd

from plananalysis.corpus.model import Corpus
from plananalysis.language.adverbs import BEFORE_ROUTINE_VERBS
from plananalysis.language.nouns import GENERAL_NOUNS
from plananalysis.language.phrase_bounds import FIRST_OF_TERMS, NOT_FIRST, NOT_LAST, REGIONS, TAKEN_FOR_ADVERBS
from plananalysis.language.slogan_heads import POLICY_ENDINGS, POLICY_HEADS, THING_HEADS
from plananalysis.language.verbs import BARE_FRAMES, ROUTINE_VERBS, TASK_VERBS
from plananalysis.segmentation.cut import general_frequency
from plananalysis.slogans.phrase import tagged
from plananalysis.slogans.stream import Stream
from plananalysis.slogans.suffixes import Suffixes

SHORTEST = 3
"""Characters of the shortest; what is shorter is a word."""
RARELY_QUOTED = 0.3
"""Share of quoted places from which on writers mark it themselves."""
CEREMONIAL = frozenset({"greeting", "closing"})
"""Parts of a plan whose wording is courtesy."""
FEWEST, ENOUGH = 5, 10
"""Up to so many documents recurrence is chance; from so many on it is evidence, and in between a part of it."""
SHARE = 0.75
"""Share of such phrases among the rows where they stand thickest."""
AFTER = 20
"""So many rows stand before the first of them, in a short list a tenth; what is quoted everywhere or known comes first."""
MOST = 0.3
"""Share of all rows wanted that they take at most, so that what is rare and marked keeps its place."""
WEAK = 1.0
"""A score below which nothing but its being shared speaks for a phrase: it is a term."""
FRAGMENT = 0.5
"""What a recurring string keeps that is no phrase, where phrases are many."""
BUILT = 0.5
"""Clauses so parallel are a form of their own, and no fragment."""
BOUND_TO_NEXT = 0.5
"""Least cohesion of a phrase that begins with a word which begins terms too: 可再生能源, and not 可以说."""
PIECE, APART = 0.75, 0.9
"""Share of the places of a part in which a longer phrase explains it; below the second, with two places of its own, it
stands by itself too."""
_PLAIN = GENERAL_NOUNS | ROUTINE_VERBS | BEFORE_ROUTINE_VERBS | TASK_VERBS
_NOT_FIRST = NOT_FIRST - FIRST_OF_TERMS
_FIRST_TAGS, _LAST_TAGS = frozenset("ucyeorpqf"), frozenset("ucyeodpr")
_LONG, _SAYING = 6, 4

EVIDENCE: Mapping[str, tuple[float, str]] = MappingProxyType(
    {
        "repeated": (0.35, "doublings of the places"),
        "spread": (0.75, "doublings of the share of the documents"),
        "free": (0.5, "it stands between ever new neighbours; logarithm of the freedom"),
        "firm": (0.5, "its words hold together; logarithm of the cohesion"),
        "surprising": (
            0.1,
            "general Chinese lets expect it less often; logarithm of the surprise per root of words",
        ),
        "score": (0.5, "the other signals say so; logarithm of the score"),
        "framed": (1.5, "share of the places behind a verb that slogans are the object of, or a particle"),
        "opens": (0.5, "share of the places that begin a clause, a heading or a member of a list"),
        "policy": (1.35, "ends as what a government sets out to be or to do"),
        "thing": (-0.3, "ends as what a plan counts, pays, thanks or reports on"),
        "figure": (-1.3, "holds a number: a fact of this plan"),
        "four": (0.4, "the measure of sayings"),
        "long": (-0.7, "four characters more than six"),
        "led": (-1.0, "begins with an all-purpose verb: the frame of a slogan"),
        "word": (-0.5, "one word of the dictionary: the language has it anyway"),
        "saying": (0.35, "one word, and a set phrase"),
        "ceremonial": (-1.3, "stands in greeting and closing"),
        "plain": (-0.5, "nothing but general nouns and all-purpose verbs"),
    }
)
"""Weights of the logarithm of the odds: a logistic regression on labelled phrases of 31 provinces and of ten reports, rounded;
fitted on either half they rank the other one as well. All logarithms are of base 2."""


class _Form(NamedTuple):
    """What the words of a string say."""

    phrase: bool
    led: bool
    word: bool
    saying: bool
    plain: bool
    policy: bool
    thing: bool
    figure: bool
    words: int
    expected: float
    """log2 of the share of general Chinese that its words would have side by side."""


_SIGNS = ("led", "word", "saying", "plain", "policy", "thing", "figure")
_NO_PHRASE = _Form(*[False] * 8, 1, 0.0)


def lift_phrases(
    scored: pd.DataFrame, stream: Stream, suffixes: Suffixes, corpus: Corpus, *, n_words: int, limit: int
) -> pd.DataFrame:
    """Return the scored candidates with phrases that many share lifted to the place their own evidence gives them.

    Phrases are ranked among themselves by :data:`EVIDENCE`. The r-th of them gets the score of the row that stands
    where it belongs if they are a fixed share of the rows, so that the others keep their order. In a corpus of a few
    documents nothing is changed.

    Parameters
    ----------
    scored
        Table of :func:`score_candidates`.
    stream, suffixes, corpus
        The corpus, folded and as loaded.
    n_words
        Words of the corpus.
    limit
        Most rows wanted.

    Returns
    -------
    DataFrame
        As given, with the new scores, and ``shared``: whether it is one of these phrases. The kind of those for which
        nothing else speaks (:data:`WEAK`) is ``term``.
    """
    share = SHARE * _weight_of(len(corpus))
    scored = scored.assign(shared=False)
    if share <= 0:
        return scored
    recurring = (
        scored["kind"].isin(["quoted", "recurring"])
        & (scored["n_docs"] > 1)
        & (scored["n_quoted"] < RARELY_QUOTED * scored["n"])
    ).to_numpy()
    forms = [
        _form(text, firm, built=built) if open_ else _NO_PHRASE
        for text, firm, built, open_ in zip(scored["text"], scored["cohesion"], scored["built"], recurring, strict=True)
    ]
    build = pd.DataFrame(forms, columns=_Form._fields, index=scored.index)
    ceremonial = _ceremonial(scored, stream, suffixes, corpus, build["phrase"].to_numpy())
    evidence = _evidence(scored, build, ceremonial, len(corpus), n_words)
    ranked = np.flatnonzero(build["phrase"])
    ranked = ranked[np.lexsort((scored["text"].to_numpy()[ranked], -evidence[ranked].round(9)))]
    ranked = ranked[: int(2 * MOST * limit)]
    best = ranked[_whole(scored, build["led"].to_numpy(), ranked)][: int(MOST * limit)]
    unmarked = (scored["kind"] == "recurring") & ~scored["known"]
    loose = unmarked & (scored["parallel"] < BUILT) & (scored["bare"] == "")
    fragment = loose.to_numpy(copy=True)
    fragment[best] = False
    score = scored["score"].to_numpy() * np.where(fragment, 1 - (1 - FRAGMENT) * share / SHARE, 1.0)
    others = -np.sort(-np.delete(score, best))
    place = min(AFTER, len(others) // 10) + np.arange(len(best)) * (1 - share) / share
    if len(others):
        score[best] = np.maximum(score[best], np.interp(place, np.arange(len(others)), others))
    shared = np.zeros(len(scored), dtype=bool)
    shared[best] = True
    weak = shared & loose.to_numpy() & (scored["score"] < WEAK).to_numpy()
    kind = np.where(weak, "term", scored["kind"])
    return scored.assign(score=score, shared=shared, kind=kind)


def _weight_of(n_documents: int) -> float:
    """Return how much recurrence says in so many documents, 0 to 1."""
    return float(np.clip(np.log2(max(n_documents, 1) / FEWEST) / np.log2(ENOUGH / FEWEST), 0, 1))


def _form(text: str, cohesion: float, *, built: bool) -> _Form:
    """Return what the words of a string say of it; one that is built as a saying may begin and end with any word."""
    if len(text) < SHORTEST or not text.isalpha() or text.isascii():
        return _NO_PHRASE
    words = tagged(text)
    (first, first_tag), (last, last_tag) = words[0], words[-1]
    if not built and not (_begins(first, first_tag, cohesion) and _ends(last, last_tag)):
        return _NO_PHRASE
    one = len(words) == 1
    return _Form(
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


def _ceremonial(
    scored: pd.DataFrame, stream: Stream, suffixes: Suffixes, corpus: Corpus, wanted: np.ndarray
) -> np.ndarray:
    """Return the share of the places of each string that stand in greeting and closing; 0 where it is not wanted."""
    passages = corpus.passages[corpus.passages["part"].isin(CEREMONIAL)]
    found = np.zeros(len(scored))
    chosen = np.flatnonzero(wanted)
    if passages.empty or not len(chosen):
        return found
    reach = int(stream.origin.max(initial=0)) + int(passages["end"].max()) + 1
    number = pd.Index(corpus.documents["doc_id"]).get_indexer(passages["doc_id"]).astype(np.int64) * reach
    begins, ends = (np.sort(number + passages[side].to_numpy()) for side in ("start", "end"))
    low, high = (scored[side].to_numpy()[chosen] for side in ("low", "high"))
    bounds = np.concatenate([[0], np.cumsum(high - low)])
    within = np.arange(bounds[-1]) - np.repeat(bounds[:-1], high - low)
    place = suffixes.order[np.repeat(low, high - low) + within]
    at = stream.doc[place].astype(np.int64) * reach + stream.origin[place]
    inside = np.searchsorted(begins, at, side="right") > np.searchsorted(ends, at, side="right")
    found[chosen] = np.add.reduceat(inside, bounds[:-1], dtype=np.int64) / (high - low)
    return found


def _evidence(
    scored: pd.DataFrame, build: pd.DataFrame, ceremonial: np.ndarray, n_documents: int, n_words: int
) -> np.ndarray:
    """Return the sum of the signs of :data:`EVIDENCE` times their weights."""
    n = scored["n"].to_numpy(dtype=float)
    surprise = np.log(2) * (np.log2(n / max(n_words, 1)) - build["expected"].to_numpy())
    signs = {
        "repeated": np.log2(n),
        "spread": np.log2(scored["n_docs"].to_numpy() / n_documents),
        "free": np.log2(scored["freedom"].to_numpy()),
        "firm": np.log2(0.1 + scored["cohesion"].to_numpy()),
        "surprising": np.log2(np.maximum(surprise, 1) / np.sqrt(build["words"].to_numpy())),
        "score": np.log2(0.1 + np.maximum(scored["score"].to_numpy(), 0)),
        "framed": (scored["left_free"] - scored["left_edge"]).to_numpy(),
        "opens": scored["left_edge"].to_numpy(),
        "four": (scored["length"] == _SAYING).to_numpy(dtype=float),
        "long": np.maximum(scored["length"].to_numpy() - _LONG, 0) / 4,
        "ceremonial": ceremonial,
        **{name: build[name].to_numpy(dtype=float) for name in _SIGNS},
    }
    return np.asarray(sum(weight * signs[name] for name, (weight, _) in EVIDENCE.items()))


def _whole(scored: pd.DataFrame, led: np.ndarray, ranked: np.ndarray) -> np.ndarray:
    """Return which of the ranked phrases are neither a piece of a longer one nor a shorter one with a frame before it."""
    texts = scored["text"].to_numpy()[ranked].tolist()
    counts, framed = scored["n"].to_numpy()[ranked].tolist(), led[ranked].tolist()
    number = {text: i for i, text in enumerate(texts)}
    kept = np.ones(len(ranked), dtype=bool)
    for i, text in enumerate(texts):
        for size in range(3, len(text)):
            for at in range(len(text) - size + 1):
                j = number.get(text[at : at + size])
                if j is None:
                    continue
                apart = stands_apart(counts[j], counts[i])
                if framed[i] and at + size == len(text) and (apart or text[:at] in BARE_FRAMES):
                    kept[i] = False
                elif counts[i] >= PIECE * counts[j] and not apart:
                    kept[j] = False
    return kept


def stands_apart(part: int, longer: int) -> bool:
    """Tell whether a part that occurs so often has enough places outside a longer phrase to be one of its own.

    Examples
    --------
    >>> stands_apart(20, 16), stands_apart(20, 19), stands_apart(4, 3)
    (True, False, False)
    """
    return part - longer >= 2 and longer < APART * part
