"""Phrases that nobody marks and many documents share: 低空经济, 依法治国; ranked by themselves and put between the rest."""

import re
from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
import pandas as pd

from plananalysis.corpus.model import Corpus
from plananalysis.language.adverbs import BEFORE_ROUTINE_VERBS, STYLE
from plananalysis.language.verbs import BARE_FRAMES, PUSHING_VERBS
from plananalysis.slogans.phrase import tagged
from plananalysis.slogans.phrase_forms import NO_PHRASE, Form, read_form
from plananalysis.slogans.stream import Stream
from plananalysis.slogans.suffixes import Suffixes

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
LEAST, MOST = 0.3, 0.5
"""Share of all rows wanted that they take: the first always, up to the second what is left by quoted words, figures, names
and the register, so that what is rare and marked keeps its place."""
FOREMOST = 0.02
"""Share of the rows wanted that the best of them are; of these, what names a line of policy is a slogan and no term."""
LOOKED_AT = 1.25
"""So many times as many are ranked, as pieces of others go; a longer phrase that is no row itself takes no piece away."""
WEAK = 1.0
"""A score below which nothing but its being shared speaks for a phrase: it is a term."""
FRAGMENT = 0.0
"""What a recurring string keeps that is no phrase, where phrases are many."""
ONCE = 0.4
"""What parallel clauses keep there that one plan writes once and nobody marks: among many authors they are chance."""
OFTEN = 0.5
"""Share of the places from which on a phrase is said to end a clause."""
BUILT = 0.5
"""Clauses so parallel are a form of their own, and no fragment."""
PIECE, APART = 0.75, 0.9
"""Share of the places of a part in which a longer phrase explains it; below the second, with two places of its own, it
stands by itself too."""
_LONG, _MEASURE = 6, 4

EVIDENCE: Mapping[str, tuple[float, str]] = MappingProxyType(
    {
        "repeated": (0.35, "doublings of the places"),
        "spread": (0.75, "doublings of the share of the documents"),
        "free": (0.5, "it stands between ever new neighbours; logarithm of the freedom"),
        "firm": (0.5, "its words hold together; logarithm of the cohesion"),
        "surprising": (
            0.3,
            "general Chinese lets expect it less often; logarithm of the surprise per root of words",
        ),
        "score": (0.4, "the other signals say so; logarithm of the score"),
        "framed": (1.5, "share of the places behind a verb that slogans are the object of, or a particle"),
        "opens": (0.5, "share of the places that begin a clause, a heading or a member of a list"),
        "ends": (0.5, "share of the places that end a clause, a heading or a member of a list"),
        "policy": (1.5, "ends as what a government sets out to be or to do"),
        "thing": (-0.3, "ends as what a plan counts, pays, thanks or reports on"),
        "figure": (-1.3, "holds a number: a fact of this plan"),
        "four": (0.4, "the measure of sayings"),
        "long": (-0.7, "four characters more than six"),
        "led": (-1.0, "begins with an all-purpose verb: the frame of a slogan"),
        "word": (-0.5, "one word of the dictionary: the language has it anyway"),
        "saying": (0.35, "one word, and a set phrase"),
        "ceremonial": (-2, "stands in greeting and closing"),
        "plain": (-0.5, "nothing but general nouns and all-purpose verbs"),
        "praised": (-0.7, "a general noun and how good it is"),
    }
)
"""Weights of the logarithm of the odds: a logistic regression on labelled phrases of 31 provinces and of ten reports, rounded;
fitted on either half they rank the other one as well. The last ones, and the weight of the surprise, were set by hand on
132 labels of both: .92 of them among the first 2,000 rows, .91 without the surprise. All logarithms are of base 2."""


DOUBTS: Mapping[str, tuple[float, str]] = MappingProxyType(
    {
        "open": (-1.0, "begins with a verb: share of the places where something goes on behind it"),
        "bound": (
            -0.6,
            "ends with a verb or an adjective: share of the places where no clause ends behind it",
        ),
        "attributive": (-0.5, "holds 的"),
        "ends": (0.5, "as above, once more"),
    }
)
"""Further weights for the question whether a string is a phrase at all; they decide which are ranked, not in which order."""

_JOINED = re.compile("[和与并]")
_MANNERS = BEFORE_ROUTINE_VERBS | STYLE
_SIGNS = ("led", "word", "saying", "plain", "policy", "thing", "figure", "attributive", "praised")


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
    scored = scored.assign(shared=False, phrase=False)
    if share <= 0:
        return scored
    build = _build(scored)
    ceremonial = _ceremonial(scored, stream, suffixes, corpus, build["phrase"].to_numpy())
    evidence, sure = _evidence(scored, build, ceremonial, len(corpus), n_words)
    best = _best(scored, build, evidence, sure, limit)
    unmarked = (scored["kind"] == "recurring") & ~scored["known"] & (scored["bare"] == "")
    loose = unmarked & (scored["parallel"] < BUILT)
    fragment = loose.to_numpy(copy=True)
    fragment[best] = False
    once = (unmarked & (scored["n"] == 1)).to_numpy() & ~fragment
    kept = np.select([fragment, once], [FRAGMENT, ONCE], 1.0)
    score = scored["score"].to_numpy() * (1 - (1 - kept) * share / SHARE)
    others = -np.sort(-np.delete(score, best))
    others = others[others > 0]
    place = min(AFTER, len(others) // 10) + np.arange(len(best)) * (1 - share) / share
    due = _score_at(place, others if len(others) else np.array([WEAK]))
    score[best] = np.where(unmarked.to_numpy()[best], due, np.maximum(score[best], due))
    shared = np.zeros(len(scored), dtype=bool)
    shared[best] = True
    weak = shared & loose.to_numpy() & (scored["score"] < WEAK).to_numpy()
    foremost = best[: int(FOREMOST * limit)]
    weak[foremost] &= ~build["policy"].to_numpy(dtype=bool)[foremost]
    kind = np.where(weak, "term", scored["kind"])
    return scored.assign(score=score, shared=shared, kind=kind, phrase=build["phrase"] & ~build["led"])


def _score_at(place: np.ndarray, scores: np.ndarray) -> np.ndarray:
    """Return the score that stands at each place of a falling row of scores; behind the last one they go on falling."""
    behind = np.maximum(place - (len(scores) - 1), 0) / len(scores)
    return np.interp(place, np.arange(len(scores)), scores) / (1 + behind)


def _build(scored: pd.DataFrame) -> pd.DataFrame:
    """Return what the words of each candidate say of it, where it recurs and is hardly quoted."""
    recurring = (
        scored["kind"].isin(["quoted", "recurring"])
        & (scored["n_docs"] > 1)
        & (scored["n_quoted"] < RARELY_QUOTED * scored["n"])
    ).to_numpy()
    forms = [
        read_form(text, firm, built=built, ends=ends >= OFTEN) if open_ else NO_PHRASE
        for text, firm, built, ends, open_ in zip(
            *(scored[name] for name in ("text", "cohesion", "built", "right_edge")), recurring, strict=True
        )
    ]
    return pd.DataFrame(forms, columns=Form._fields, index=scored.index)


def _best(
    scored: pd.DataFrame, build: pd.DataFrame, evidence: np.ndarray, sure: np.ndarray, limit: int
) -> np.ndarray:
    """Return the numbers of the phrases that get a place, best first: the surest, in the order of the evidence."""
    ranked = np.flatnonzero(build["phrase"])
    marked = int(((scored["n_quoted"] > 0) | (scored["bare"] != "") | (scored["kind"] == "numeric")).sum())
    most = int(np.clip(limit - marked, LEAST * limit, MOST * limit))
    text = scored["text"].to_numpy()
    ranked = ranked[np.lexsort((text[ranked], -sure[ranked].round(9)))][: int(LOOKED_AT * most)]
    ranked = ranked[np.lexsort((text[ranked], -evidence[ranked].round(9)))]
    return ranked[_whole(scored, build["led"].to_numpy(), ranked)][:most]


def _weight_of(n_documents: int) -> float:
    """Return how much recurrence says in so many documents, 0 to 1."""
    return float(np.clip(np.log2(max(n_documents, 1) / FEWEST) / np.log2(ENOUGH / FEWEST), 0, 1))


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
) -> tuple[np.ndarray, np.ndarray]:
    """Return the sums of the signs times their weights: of :data:`EVIDENCE`, and of both."""
    signs = _signs_of(scored, build, ceremonial, n_documents, n_words)
    evidence, doubt = (
        np.asarray(sum(weight * signs[name] for name, (weight, _) in table.items()))
        for table in (EVIDENCE, DOUBTS)
    )
    return evidence, evidence + doubt


def _signs_of(
    scored: pd.DataFrame, build: pd.DataFrame, ceremonial: np.ndarray, n_documents: int, n_words: int
) -> dict[str, np.ndarray]:
    """Return the signs of :data:`EVIDENCE`, one entry per candidate in each."""
    n = scored["n"].to_numpy(dtype=float)
    surprise = np.log(2) * (np.log2(n / max(n_words, 1)) - build["expected"].to_numpy())
    return {
        "repeated": np.log2(n),
        "spread": np.log2(scored["n_docs"].to_numpy() / n_documents),
        "free": np.log2(scored["freedom"].to_numpy()),
        "firm": np.log2(0.1 + scored["cohesion"].to_numpy()),
        "surprising": np.log2(np.maximum(surprise, 1) / np.sqrt(build["words"].to_numpy())),
        "score": np.log2(0.1 + np.maximum(scored["score"].to_numpy(), 0)),
        "framed": (scored["left_free"] - scored["left_edge"]).to_numpy(),
        "opens": scored["left_edge"].to_numpy(),
        "ends": scored["right_edge"].to_numpy(),
        "four": (scored["length"] == _MEASURE).to_numpy(dtype=float),
        "long": np.maximum(scored["length"].to_numpy() - _LONG, 0) / 4,
        "ceremonial": ceremonial,
        "open": build["predicate"] * (1 - scored["right_free"].to_numpy()),
        "bound": build["bound"] * (1 - scored["right_edge"].to_numpy()),
        **{name: build[name].to_numpy(dtype=float) for name in _SIGNS},
    }


def _whole(table: pd.DataFrame, led: np.ndarray, ranked: np.ndarray) -> np.ndarray:
    """Return the places in the ranking of those that are neither a piece of a longer one nor a shorter one behind a frame.

    A longer phrase that stands for a shorter one takes its place, if that is the better one.
    """
    texts = table["text"].to_numpy()[ranked].tolist()
    counts, framed = table["n"].to_numpy()[ranked].tolist(), led[ranked].tolist()
    number = {text: i for i, text in enumerate(texts)}
    kept = ~table["piece"].to_numpy()[ranked]
    place = np.arange(len(ranked))
    for i in sorted(range(len(texts)), key=lambda i: len(texts[i])):
        text = texts[i]
        for size in range(3, len(text)):
            for at in range(len(text) - size + 1):
                j = number.get(text[at : at + size])
                if j is None:
                    continue
                apart = stands_apart(counts[j], counts[i])
                behind = at > 0 and at + size == len(text)
                if behind and ((framed[i] and counts[i] < APART * counts[j]) or _is_frame(text[:at])):
                    kept[i] = False
                elif kept[i] and counts[i] >= PIECE * counts[j] and not apart:
                    kept[j] = False
                    place[i] = min(place[i], place[j])
    chosen = np.flatnonzero(kept)
    return chosen[np.argsort(place[chosen], kind="stable")]


def _is_frame(text: str) -> bool:
    """Tell whether a string is nothing but bare all-purpose verbs, or pushes on what follows: 坚持和完善, 协同推进."""
    if all(word in BARE_FRAMES for word in _JOINED.split(text)):
        return True
    *manners, verb = (word for word, _ in tagged(text))
    return verb in PUSHING_VERBS and all(word in _MANNERS for word in manners)


def stands_apart(part: int, longer: int) -> bool:
    """Tell whether a part that occurs so often has enough places outside a longer phrase to be one of its own.

    Examples
    --------
    >>> stands_apart(20, 16), stands_apart(20, 19), stands_apart(4, 3)
    (True, False, False)
    """
    return part - longer >= 2 and longer < APART * part
