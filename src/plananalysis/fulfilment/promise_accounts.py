"""What became of last year's promises in this year's look-back."""

import math
import warnings
from collections.abc import Iterator
from typing import Any, NamedTuple

import pandas as pd

from plananalysis import tables
from plananalysis.compare.single_measures import Measure, Rarity, read_measures
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.corpus.unit_years import has_unit_and_year
from plananalysis.errors import PlanWarning, warn
from plananalysis.fulfilment.look_back import LookBack, read_look_back, scopes_of
from plananalysis.fulfilment.promised import Found, Promised, by_document, promises_in
from plananalysis.fulfilment.promises_answered import Account, accounts_of
from plananalysis.language.accounts import OF_MONEY
from plananalysis.language.measures import in_common_unit
from plananalysis.messages.said_often import first_of
from plananalysis.pledges import find_commitments, find_targets, load_indicators
from plananalysis.pledges.known_indicators import Indicators, names_of

AHEAD = ("targets", "plan", "self")
"""Parts of a plan that promise."""
BACK = "lookback"
"""The part that gives account."""
_TARGETS = (
    "doc_id",
    "stated",
    "indicator",
    "wording",
    "quantity",
    "relation",
    "value",
    "value_high",
    "measure",
)
FEWEST_LETTERS = 4
"""Letters of a wording by which a sentence names an indicator that it gives no value of; 经济 stands everywhere."""
CLOSE = 1e-9
"""Values that differ by less, as a share, are equal: 3万 read as a number and its product."""
_NAMED = 3
"""Units that a warning names."""


class _Years(NamedTuple):
    """A unit with plans of two years that follow each other."""

    unit: str
    year_a: int
    docs_a: list[str]
    docs_b: list[str]


def find_fulfilment(
    corpus: Corpus,
    *,
    indicators: Indicators = None,
    commitments: pd.DataFrame | None = None,
    targets: pd.DataFrame | None = None,
) -> pd.DataFrame:
    r"""Set each promise of a unit's plan beside what its look-back of the year after reports of it.

    Parameters
    ----------
    corpus
        Holds plans of two successive years of a unit, the later one with a look-back. Several documents of one unit
        and year count as one plan.
    indicators
        Further indicators; as in :func:`plananalysis.find_targets`.
    commitments, targets
        Tables of :func:`plananalysis.find_commitments` and :func:`plananalysis.find_targets`, if they are there already.

    Returns
    -------
    DataFrame
        One row per promise, in the order of units, years and reading: unit, year_a, year_b; doc_a, part_a, line_a,
        start_a, end_a, text_a (the sentence that promises); indicator (known name, or the plan's words), quantity (as written, or what is
        said instead of a number), value, value_high, measure, bound: an amount that is promised for the year, each in a row of its own,
        empty for sentences without one; account (``value``: the look-back reports a value of the same; ``done``: a sentence
        says that it is done; ``mentioned``: a sentence is of the same matter; ``not_mentioned``); doc_b, line_b, start_b, end_b, text_b
        (the sentence that gives account); reported (the value as written), reported_value (in the unit of ``measure``; a fall of what was to
        grow is below 0), position (of the reported value to the promised one, by arithmetic alone: ``above``, ``equal``, ``below``, or ``within`` a
        range); said (the words that say it is done); matched_by (``indicator``: its known name; ``quantity``: words and unit of an
        amount; ``wording``); evidence (of a wording what the best clause shares with the sentence, as a share of what an answer
        needs, as in :func:`plananalysis.find_gaps`; of a quantity the share of its words that the clause of the value holds; of an indicator 1).

    Warns
    -----
    PlanWarning
        If no unit has plans of two successive years, if a unit's later plan has no look-back, or if several documents
        are one plan.

    Notes
    -----
    Promises are the sentences and amounts of the parts ``targets``, ``plan`` and ``self``, accounts the sentences of the part
    ``lookback`` without those on problems, lessons and thanks. Nothing is ever called not done: a promise that the look-back passes over is
    ``not_mentioned``, and may be done all the same. ``done`` needs a word of completion
    (``plananalysis.language.accounts.COMPLETED``), neither denied nor intended, in a clause of the same matter; what
    begins, ends, or is issued counts only where the promise asks for that. Values that a look-back gives for several years
    (五年来, 年均) are no account of one. ``position`` says nothing of success: unemployment ``below`` its target is what was wanted.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> corpus = corpus_from_texts({
    ...     "a": "甲县2023年政府工作报告\n一、2023年工作安排\n生产总值增长6%左右。建成白石渡口大桥。修缮望江书院。",
    ...     "b": "甲县2024年政府工作报告\n一、2023年工作回顾\n生产总值增长6.3%。白石渡口大桥建成通车。\n二、2024年工作安排\n抓好春耕。"})
    >>> find_fulfilment(corpus)[["text_a", "account", "reported", "position", "said"]]
              text_a        account reported position said
    0     生产总值增长6%左右          value     6.3%    above
    1       建成白石渡口大桥           done                    建成
    2         修缮望江书院  not_mentioned
    """
    check_corpus(corpus)
    if commitments is not None:
        tables.check(commitments, "commitments", ("doc_id", "indicator", "verb", "value", "quantity_start"))
    if targets is not None:
        tables.check(targets, "targets", _TARGETS)
    pairs = list(_pairs(corpus))
    if not pairs:
        if len(corpus):
            warn(
                "find_fulfilment: no unit has plans of two successive years; add the plans of the year before, "
                "or write unit and year into metadata.csv"
            )
        return tables.empty("fulfilment")
    read = _read(corpus, pairs, indicators, commitments, targets)
    silent = [pair for pair in pairs if not _looks_back(pair, read)]
    if silent:
        plans = first_of([f"{pair.unit} {pair.year_a + 1}" for pair in silent], _NAMED)
        warn("find_fulfilment: no look-back was found in {plans}; see parts(corpus)", plans=plans)
    rows = [row for pair in pairs for row in _rows(corpus, pair, read)]
    return tables.from_records(rows, "fulfilment")


class _Read(NamedTuple):
    """What is read once for all pairs of years: sentences by document, how rare words are, names, amounts."""

    measures: dict[str, list[Measure]]
    weights: Rarity
    names: dict[str, str]
    found: Found


def _looks_back(pair: _Years, read: _Read) -> bool:
    """Say whether the later plan of a unit has a look-back."""
    return any(each.part == BACK for doc_id in pair.docs_b for each in read.measures[doc_id])


def _pairs(corpus: Corpus) -> Iterator[_Years]:
    """Yield the units with plans of successive years, in the order of the corpus; several documents of a year are named."""
    documents = corpus.documents[["doc_id", "unit", "year"]]
    docs: dict[tuple[str, int], list[str]] = {}
    for doc_id, unit, year in documents[has_unit_and_year(documents)].itertuples(index=False):
        docs.setdefault((str(unit), int(year)), []).append(str(doc_id))
    pairs = [
        _Years(unit, year, own, docs[unit, year + 1])
        for unit in dict.fromkeys(unit for unit, _ in docs)
        for (other, year), own in sorted(docs.items(), key=lambda item: item[0][1])
        if other == unit and (unit, year + 1) in docs
    ]
    several = {
        (pair.unit, pair.year_a + later): own
        for pair in pairs
        for later, own in enumerate((pair.docs_a, pair.docs_b))
        if len(own) > 1
    }
    if several:
        (unit, year), own = next(iter(several.items()))
        warn(
            "find_fulfilment: several documents of one unit and year count as one plan ({unit} {year}: {doc_ids})",
            unit=unit,
            year=year,
            doc_ids=own,
        )
    yield from pairs


def _read(
    corpus: Corpus,
    pairs: list[_Years],
    indicators: Indicators,
    commitments: pd.DataFrame | None,
    targets: pd.DataFrame | None,
) -> _Read:
    """Return what is read once for all pairs of years."""
    names = names_of(load_indicators(indicators))
    wanted = dict.fromkeys(doc for pair in pairs for doc in (*pair.docs_a, *pair.docs_b))
    earlier = corpus.subset(doc_id=list(dict.fromkeys(doc for pair in pairs for doc in pair.docs_a)))
    commitments = find_commitments(earlier) if commitments is None else commitments
    if targets is None:
        with warnings.catch_warnings():  # that no plan sets a target is no fault here
            warnings.simplefilter("ignore", PlanWarning)
            targets = find_targets(earlier, indicators=indicators, commitments=commitments)
    measures = {doc_id: read_measures(corpus, doc_id) for doc_id in wanted}
    weights = Rarity((sentence for own in measures.values() for sentence in own), empty=OF_MONEY)
    return _Read(measures, weights, names, Found(by_document(commitments), by_document(targets)))


def _rows(corpus: Corpus, pair: _Years, read: _Read) -> Iterator[tuple]:
    """Yield the rows of a unit's two plans; none if the later one has no look-back."""
    if not _looks_back(pair, read):
        return
    back = {doc_id: [each for each in read.measures[doc_id] if each.part == BACK] for doc_id in pair.docs_b}
    texts = {doc_id: corpus.text(doc_id) for doc_id in pair.docs_b}
    look_back = read_look_back(back, texts, pair.year_a, pair.unit, read.names)
    promises = [
        promise
        for doc_id in pair.docs_a
        for promise in promises_in(
            doc_id,
            pair.year_a,
            [each for each in read.measures[doc_id] if each.part in AHEAD],
            read.weights,
            read.found,
            names=read.names,
            scopes=scopes_of(pair.unit),
        )
    ]
    wordings: dict[str, list[str]] = {}
    for wording, indicator in read.names.items():
        if len(wording) >= FEWEST_LETTERS:
            wordings.setdefault(indicator, []).append(wording)
    found = accounts_of(promises, look_back, wordings)
    for promise, account in zip(promises, found, strict=True):
        yield _row(pair, promise, account, look_back)


def _row(pair: _Years, promise: Promised, account: Account, look_back: LookBack) -> tuple:
    """Return a row of the table."""
    doc_b, sentence = ("", None) if account.sentence is None else look_back.sentences[account.sentence]
    reported = account.reported
    value = None if reported is None else _in_unit_of(promise, account)
    return (
        *(pair.unit, pair.year_a, pair.year_a + 1),
        *_place(promise.doc_id, promise.measure),
        *(
            promise.indicator,
            promise.quantity,
            promise.value,
            promise.value_high,
            promise.unit,
            promise.bound,
        ),
        *(account.account, doc_b),
        *(_place("", sentence)[2:] if sentence else (None, None, None, "")),
        "" if reported is None else reported.quantity,
        value,
        _position(promise, value),
        *(account.said, account.matched_by, account.evidence),
    )


def _place(doc_id: str, measure: Measure) -> tuple[Any, ...]:
    """Return where a sentence stands, and its text."""
    return doc_id, measure.part, measure.line, measure.start, measure.end, measure.text


def _in_unit_of(promise: Promised, account: Account) -> float:
    """Return a reported value in the unit of the promised one, below 0 if what was to grow fell."""
    assert account.reported is not None  # noqa: S101
    value, _ = in_common_unit(account.reported.value, account.reported.measure)
    factor, _ = in_common_unit(1.0, promise.unit)
    falls = account.reported.form == "change" and account.reported.falls and not promise.falls
    return (-1 if falls else 1) * value / factor


def _position(promise: Promised, value: float | None) -> str:
    """Return where a reported value lies to the promised one."""
    if value is None or promise.value is None:
        return ""
    low = promise.value
    high = low if promise.value_high is None else promise.value_high
    if math.isclose(value, low, rel_tol=CLOSE) or math.isclose(value, high, rel_tol=CLOSE):
        return "within" if high != low else "equal"
    if low < value < high:
        return "within"
    return "above" if value > high else "below"
