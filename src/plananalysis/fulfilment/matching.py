"""What of a look-back answers a promise: the value of the same indicator, or the sentence of the same matter."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from plananalysis.compare.nearest_sentences import ENOUGH, SHORT_CLAUSE, Asked, nearness, words_held
from plananalysis.compare.single_measures import Measure, Rarity, words_of
from plananalysis.folding import fold_text, simplify
from plananalysis.fulfilment.completed import completions, kinds_asked
from plananalysis.fulfilment.look_back import LookBack, Reported
from plananalysis.fulfilment.promised import Promised
from plananalysis.language.measures import in_common_unit

DONE, VALUE, MENTIONED, NOT_MENTIONED = "done", "value", "mentioned", "not_mentioned"
ACCOUNTS = (VALUE, DONE, MENTIONED, NOT_MENTIONED)
"""What column ``account`` says: reported with a value, reported as done, mentioned, not mentioned."""

SAME_MATTER = 0.55
"""A value of other words is of the same matter if its clause holds this share of the weight of what was promised."""

LEAST_SHARED = 0.5
"""The same, as weight: words in common that are as rare as half a word that stands in two sentences alone."""

CLAUSE_SHARED = 0.6
"""What says that something is done stands in a clause that shares this weight with the promise."""

MENTION = 1.15
"""Evidence from which on a sentence is of the same matter; a little more than an answer to a plan needs, for a
look-back is short and speaks of everything."""


class Account(NamedTuple):
    """What a look-back says of a promise."""

    account: str
    sentence: int | None
    reported: Reported | None
    said: str
    matched_by: str
    evidence: float


NOTHING = Account(NOT_MENTIONED, None, None, "", "", 0.0)


def accounts_of(
    promises: Sequence[Promised], look_back: LookBack, weights: Rarity, wordings: Mapping[str, Sequence[str]]
) -> list[Account]:
    """Return what a look-back says of each promise.

    Parameters
    ----------
    promises
        The promises of a plan.
    look_back
        What the year after reports.
    weights
        How rare words are in the corpus.
    wordings
        The folded wordings of each known indicator.
    """
    sentences = [measure for _, measure in look_back.sentences]
    held = words_held([one.asked for one in promises if one.asked], sentences) if sentences else {}
    found = []
    for one in promises:
        account = _by_value(one, look_back, weights) or (
            _by_name(one, sentences, wordings) if one.known else _by_wording(one, sentences, held, weights)
        )
        found.append(account or NOTHING)
    return found


def _by_value(one: Promised, look_back: LookBack, weights: Rarity) -> Account | None:
    """Return the reported value of what a promise measures, None if there is none."""
    if one.known:
        same = [
            each for each in look_back.values if each.indicator == one.indicator and _comparable(one, each)
        ]
        return Account(VALUE, same[0].sentence, same[0], "", "indicator", 1.0) if same else None
    if one.value is None:
        return None
    whole = sum(weight for _, weight in one.asks)
    best: tuple[float, Reported] | None = None
    for each in look_back.values:
        if not each.indicator and _comparable(one, each):
            clause = fold_text(each.clause + each.wording)
            words = set(words_of(clause))
            shared = sum(
                weight for word, weight in one.asks if word in words or (len(word) > 1 and word in clause)
            )
            if (
                shared >= LEAST_SHARED
                and shared >= SAME_MATTER * whole
                and (best is None or shared > best[0])
            ):
                best = shared, each
    if best is None:
        return None
    return Account(VALUE, best[1].sentence, best[1], "", "quantity", best[0] / whole)


def _comparable(one: Promised, reported: Reported) -> bool:
    """Say whether a value is in the unit of what was promised, and a growth or a level as that is."""
    if one.value is None:  # 与经济增长同步: how much it grew
        return reported.measure == "%" and reported.form == "change"
    unit, other = in_common_unit(0.0, one.unit)[1], in_common_unit(0.0, reported.measure)[1]
    if unit != other:
        return False
    return one.form == reported.form if unit == "%" or reported.form == "change" else True


def _by_name(
    one: Promised, sentences: Sequence[Measure], wordings: Mapping[str, Sequence[str]]
) -> Account | None:
    """Return the first sentence that names the indicator of a promise."""
    for i, sentence in enumerate(sentences):
        if any(wording in sentence.folded for wording in wordings.get(one.indicator, ())):
            return Account(MENTIONED, i, None, "", "indicator", 1.0)
    return None


def _by_wording(
    one: Promised, sentences: Sequence[Measure], held: Mapping[str, np.ndarray], weights: Rarity
) -> Account | None:
    """Return the sentence of the same matter, first one that says the promise is done."""
    if one.asked is None or not sentences:
        return None
    evidence, coverage = nearness(one.asked, held)
    order = np.argsort(-np.round(evidence + coverage, 9), kind="stable")
    answering = [int(i) for i in order if evidence[i] >= MENTION]
    if not answering:
        return None
    asked = kinds_asked(simplify(one.measure.text))
    for i in answering:
        said = _said(one.asked, sentences[i], asked)
        if said:
            return Account(DONE, i, None, said, "wording", float(evidence[i]))
    return Account(MENTIONED, answering[0], None, "", "wording", float(evidence[answering[0]]))


def _said(one: Asked, sentence: Measure, asked: frozenset[str]) -> str:
    """Return the words of a sentence that say a promise is done, in a clause of its matter; empty if none do."""
    for completion in completions(simplify(sentence.text), asked):
        clause = fold_text(completion.clause)
        for words in one.clauses:
            shared = sum(weight for word, weight in words if word in clause)
            whole = sum(weight for _, weight in words)
            if shared >= min(ENOUGH, SHORT_CLAUSE * whole) and shared >= CLAUSE_SHARED:
                return completion.words
    return ""
