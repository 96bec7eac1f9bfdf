"""What of a look-back answers a promise: the value of the same indicator, or the sentence of the same matter."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from plananalysis.compare.nearest_sentences import SAYS_NOTHING, Asked, nearness, words_held
from plananalysis.compare.single_measures import Measure, clauses_of, words_of
from plananalysis.folding import fold_text, simplify
from plananalysis.fulfilment.alike import bare, likeness, share_of_pairs
from plananalysis.fulfilment.completed import can_end, completions, is_of_ending, is_partly, kinds_asked
from plananalysis.fulfilment.look_back import LookBack, Reported
from plananalysis.fulfilment.promised import LEAST_SHARED, Promised
from plananalysis.language.measures import in_common_unit

DONE, VALUE, MENTIONED, NOT_MENTIONED = "done", "value", "mentioned", "not_mentioned"
ACCOUNTS = (VALUE, DONE, MENTIONED, NOT_MENTIONED)
"""What column ``account`` says: reported with a value, reported as done, mentioned, not mentioned."""

SAME_THING = 0.62
"""A value of other words is of the same thing if the names are so alike: 转化成果数量, 转化成果."""

DONE_COVERS = 0.6
"""What says that something is done stands in a clause that holds this share of what a clause of the promise asks for."""

DONE_PAIRS = 0.45
"""And this share of its pairs of letters: the name of what was promised, not words from here and there."""

MENTION = 1.0
"""Evidence from which on a sentence is of the same matter, as an answer to a plan needs it."""

MENTION_COVERS, MENTION_PAIRS = 0.21, 0.18
"""And the shares it holds of the weight of all clauses, and of the pairs of letters of one: long sentences share words with everything."""

SURE, SURE_COVERS, SURE_PAIRS = 1.4, 0.12, 0.6
"""Or, of a promise of many clauses, less of the whole and most of one. All of these were fixed on 98 promises of three pairs of reports."""

SAME_SIZE = 10.0
"""A value found by the matter alone is no more than so many times the promised one, nor so many times less."""

VALUE_PAIRS = 0.2
"""And its clause holds this share of the pairs of letters of a clause of the promise, or the other way round."""


class Account(NamedTuple):
    """What a look-back says of a promise."""

    account: str
    sentence: int | None
    reported: Reported | None
    said: str
    matched_by: str
    evidence: float


MONEY = "元"
_FIGURES = re.compile(r"[0-9.%-]+年?")
MOST_EVIDENCE = 2.0
"""More does not make a sentence nearer."""
NOTHING = Account(NOT_MENTIONED, None, None, "", "", 0.0)


def accounts_of(
    promises: Sequence[Promised], look_back: LookBack, wordings: Mapping[str, Sequence[str]]
) -> list[Account]:
    """Return what a look-back says of each promise.

    Parameters
    ----------
    promises
        The promises of a plan.
    look_back
        What the year after reports.
    wordings
        The folded wordings of each known indicator.
    """
    sentences = [measure for _, measure in look_back.sentences]
    held = words_held([one.asked for one in promises if one.asked], sentences) if sentences else {}
    found = []
    for one in promises:
        account = _by_value(one, look_back) or (
            _by_name(one, sentences, wordings) if one.known else _by_wording(one, look_back, held)
        )
        found.append(account or NOTHING)
    return found


def _by_value(one: Promised, look_back: LookBack) -> Account | None:
    """Return the reported value of what a promise measures, None if there is none."""
    if one.known:
        same = [
            each for each in look_back.values if each.indicator == one.indicator and _comparable(one, each)
        ]
        return Account(VALUE, same[0].sentence, same[0], "", "indicator", 1.0) if same else None
    if one.value is None:
        return None
    thing = bare(one.indicator)
    best: tuple[float, Reported] | None = None
    for each in look_back.values:
        if not each.indicator and _comparable(one, each):
            alike = likeness(thing, bare(each.wording)) if thing else _same_money(one, each)
            if alike >= SAME_THING and (best is None or alike > best[0]):
                best = alike, each
    return None if best is None else Account(VALUE, best[1].sentence, best[1], "", "quantity", best[0])


def _same_money(one: Promised, reported: Reported) -> float:
    """Return what share of the words of a promise of money stands in the clause of a reported sum."""
    clause = fold_text(reported.clause + reported.wording)
    whole = sum(weight for _, weight in one.asks)
    shared = sum(weight for word, weight in one.asks if word in clause)
    return shared / whole if shared >= LEAST_SHARED else 0.0


def _comparable(one: Promised, reported: Reported) -> bool:
    """Say whether a value is in the unit of what was promised, and a growth or a level as that is."""
    if one.value is None:  # 与经济增长同步: how much it grew
        return reported.measure == "%" and reported.form == "change"
    unit, other = in_common_unit(0.0, one.unit)[1], in_common_unit(0.0, reported.measure)[1]
    if unit != other:
        return False
    if one.adds and not reported.adds and not one.known:
        return False  # 新增3万亩 is not set beside 达到90万亩
    return one.form == reported.form if unit == "%" or reported.form == "change" else True


def _by_name(
    one: Promised, sentences: Sequence[Measure], wordings: Mapping[str, Sequence[str]]
) -> Account | None:
    """Return the first sentence that names the indicator of a promise."""
    for i, sentence in enumerate(sentences):
        if any(wording in sentence.folded for wording in wordings.get(one.indicator, ())):
            return Account(MENTIONED, i, None, "", "indicator", 1.0)
    return None


def _by_wording(one: Promised, look_back: LookBack, held: Mapping[str, np.ndarray]) -> Account | None:
    """Return the sentence of the same matter, first one that says the promise is done."""
    sentences = [measure for _, measure in look_back.sentences]
    if one.asked is None or not sentences:
        return None
    evidence, coverage = nearness(one.asked, held)
    clauses = [_bare_clause(clause) for clause, _ in _clauses(one.asked)]
    score = np.zeros(len(sentences))
    for i in map(int, np.flatnonzero(evidence >= MENTION)):
        pairs = max((share_of_pairs(clause, sentences[i].folded) for clause in clauses), default=0.0)
        if (coverage[i] >= MENTION_COVERS and pairs >= MENTION_PAIRS) or (
            evidence[i] >= SURE and coverage[i] >= SURE_COVERS and pairs >= SURE_PAIRS
        ):
            score[i] = min(evidence[i], MOST_EVIDENCE) + 2 * coverage[i] + pairs
    answering = [int(i) for i in np.argsort(-np.round(score, 9), kind="stable") if score[i] > 0]
    if not answering:
        return None
    if one.value is not None and (found := _value_there(one, look_back, answering)):
        return Account(VALUE, found.sentence, found, "", "wording", float(evidence[found.sentence]))
    for i in answering if MONEY not in one.unit else ():  # a sum is spent, and reported by a sum
        said = _said(one.asked, sentences[i])
        if said:
            return Account(DONE, i, None, said, "wording", float(evidence[i]))
    return Account(MENTIONED, answering[0], None, "", "wording", float(evidence[answering[0]]))


def _value_there(one: Promised, look_back: LookBack, answering: Sequence[int]) -> Reported | None:
    """Return the value in the unit of the promise in the nearest sentence of its matter, of several that of the likest clause."""
    clauses = [_bare_clause(clause) for clause, _ in _clauses(one.asked)] if one.asked else []
    there: list[tuple[float, Reported]] = []
    for each in look_back.values:
        if each.sentence == answering[0] and not each.indicator and one.value and _comparable(one, each):
            mine, theirs = in_common_unit(one.value, one.unit)[0], in_common_unit(each.value, each.measure)[0]
            if 1 / SAME_SIZE <= theirs / mine <= SAME_SIZE:
                clause = _bare_clause(each.clause)
                shares = [(share_of_pairs(own, clause), share_of_pairs(clause, own)) for own in clauses]
                alike = max((max(pair) for pair in shares), default=0.0)
                if alike >= VALUE_PAIRS:
                    there.append((alike, each))
    there.sort(key=lambda pair: -round(pair[0], 9))
    alone = len(there) == 1 or (len(there) > 1 and there[0][0] > there[1][0])
    return there[0][1] if alone else None


def _clauses(one: Asked) -> list[tuple[str, list[tuple[str, float]]]]:
    """Return the clauses of a measure that ask for something, with their words."""
    clauses = {frozenset(words_of(clause)): clause for clause in clauses_of(one.measure.text)}
    return [(clauses.get(frozenset(word for word, _ in words), ""), words) for words in one.clauses]


def _bare_clause(clause: str) -> str:
    """Return a clause folded, without figures."""
    return _FIGURES.sub("", fold_text(clause))


def _said(one: Asked, sentence: Measure) -> str:
    """Return the words of a sentence that say a promise is done, in a clause of its matter; empty if none do."""
    for written, words in _clauses(one):
        promise = simplify(written)
        words = [(word, weight) for word, weight in words if not is_of_ending(word)]
        whole = sum(weight for _, weight in words)
        if not can_end(promise) or whole < SAYS_NOTHING:
            continue
        for completion in completions(simplify(sentence.text), kinds_asked(promise)):
            if is_partly(completion.clause, promise):
                continue
            clause = fold_text(completion.clause)
            shared = sum(weight for word, weight in words if word in clause)
            if shared >= DONE_COVERS * whole and share_of_pairs(_bare_clause(written), clause) >= DONE_PAIRS:
                return completion.words
    return ""
