"""What became of a document, clause by clause, in the plans of other units; and how much of it each took over."""

import math
from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from plananalysis import tables
from plananalysis.common_options import Part, asked_parts, corpus_part
from plananalysis.compare.plans import find_plan
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.errors import warn
from plananalysis.groups import documents_in_time
from plananalysis.tables import LIST_SEPARATOR, check
from plananalysis.transmitted.clause_likeness import PairWeights
from plananalysis.transmitted.clause_pairs import (
    STATUSES,
    Pair,
    changed_numbers,
    in_order,
    pair_clauses,
    status_of,
)
from plananalysis.transmitted.plan_clauses import LOOKING_BACK, Clause, read_clauses

MOST_WEIGHED = 200
"""So many documents, evenly drawn, tell how rare a pair of letters is."""

TAKEN = ("verbatim", "reworded", "numbers_changed")
"""Statuses of a clause that was taken over."""


def transmission(corpus: Corpus, *, source: str, part: Part = None) -> pd.DataFrame:
    r"""Tell what became of every clause of a document in each plan of another unit of the same year or later.

    Parameters
    ----------
    corpus
        Holds the document and the plans that may have taken it over.
    source
        The document that may be handed on: its doc_id, or a unit (then its latest plan).
    part
        Read only these parts of the plans; as in :func:`plananalysis.count_features`. By default all that can be handed on: no look-back,
        which asks for nothing.

    Returns
    -------
    DataFrame
        Plan by plan, one row per clause of the source in reading order, then one per clause that the plan added: doc_a, doc_b, unit
        and year (of doc_b); clause (number of the source's clause from 1, empty for what was added); status (``verbatim``: the
        same letters, whatever the punctuation; ``reworded``; ``numbers_changed``: a number has another value, whatever else was
        reworded; ``dropped``: no clause answers it; ``added``: it answers no clause); kept_order (whether the clause stands in the longest
        run of clauses that both have in one order; empty for what was dropped or added); similarity (of the two clauses by themselves, 0 to 1; empty
        likewise); numbers (30→31, joined by ｜); passage_a, part_a, line_a, start_a, end_a, text_a and passage_b, part_b, line_b, start_b, end_b,
        text_b. For what was dropped or added the other side is empty.

    Raises
    ------
    InputError
        If there is no such document or unit; the message names the near ones.

    Warns
    -----
    PlanWarning
        If the source has no clause, or no plan of another unit is of its year or later.

    Notes
    -----
    A clause ends at a comma, colon, semicolon or full stop. One of fewer than six letters joins its neighbour; headings,
    greeting, closing words and annexes are not judged. Where ``part`` asks for the look-back as well, it is compared with look-backs only: that
    4,200 mu were reached is no changed number of the task of planting 3,000. The likeness of two clauses is six tenths Dice's coefficient of their pairs of letters,
    2 w(A∩B) / (w(A) + w(B)), four tenths the share of the shorter one that is common, w(A∩B) / min(w(A), w(B)); both are
    multiplied by w(A∩B) / 1.5 where that is less than 1. A pair weighs ln(n / n with it) / ln n over the n clauses of the corpus, .3 of
    that in routine verbs (推进, 建设), nothing in modifiers (进一步, 全面); a number is one letter. A fifth of the likeness is that
    of the most alike pair of clauses around the two, where that is more. Clauses that are alike by .57 (.6 where a number
    has another value; .45 by themselves) may answer each other, each at most one: the optimal assignment (Kuhn 1955) decides all together.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> corpus = corpus_from_texts({
    ...     "2024年甲市": "一、任务\n疏浚主干渠道30公里，公开用水台账，办好渔港节庆。",
    ...     "2024年乙县": "一、任务\n全面公开用水台账，疏浚主干渠道12公里，修缮北岸老码头。"})
    >>> found = transmission(corpus, source="2024年甲市")
    >>> found[["status", "numbers", "text_a", "text_b"]]
                status numbers      text_a      text_b
    0  numbers_changed   30→12  疏浚主干渠道30公里  疏浚主干渠道12公里
    1         reworded              公开用水台账    全面公开用水台账
    2          dropped              办好渔港节庆
    3            added                         修缮北岸老码头
    """
    check_corpus(corpus)
    corpus = corpus_part(part, corpus)
    doc_a = find_plan(corpus, source)
    backward = bool(set(LOOKING_BACK) & set(asked_parts(corpus)))
    clauses = read_clauses(corpus, doc_a, backward=backward)
    takers = _takers(corpus, doc_a)
    if not clauses:
        warn("transmission: {source} has no clause to hand on, only headings and formalities", source=doc_a)
    elif not takers:
        warn(
            "transmission: no plan of another unit is of the year of {source} or later; add some, or name another source",
            source=doc_a,
        )
    if not clauses or not takers:
        return tables.empty("transmission")
    known = {doc: read_clauses(corpus, doc, backward=backward) for doc in takers}
    weights = PairWeights(
        clause for doc in (clauses, *_weighed(corpus, doc_a, known, backward=backward)) for clause in doc
    )
    documents = corpus.documents.set_index("doc_id")
    rows = []
    for doc_b, theirs in known.items():
        head = (doc_a, doc_b, documents.loc[doc_b, "unit"], documents.loc[doc_b, "year"])
        pairs = pair_clauses(clauses, theirs, weights)
        rows += [(*head, *row) for row in _of_plan(clauses, theirs, pairs)]
    return tables.from_records(rows, "transmission")


def _takers(corpus: Corpus, source: str) -> list[str]:
    """Return the documents of other units that are not known to be earlier, in the order in which documents are listed."""
    documents = corpus.documents.set_index("doc_id")
    unit, year = (documents[name].to_dict()[source] for name in ("unit", "year"))
    other = (documents["unit"] != unit) | (documents["unit"].fillna("") == "")
    earlier = (documents["year"] < (0 if pd.isna(year) else year)).fillna(False)
    there = set(documents.index[other & ~earlier]) - {source}
    return [doc for doc in documents_in_time(corpus) if doc in there]


def _weighed(
    corpus: Corpus, source: str, known: dict[str, list[Clause]], *, backward: bool
) -> Iterator[list[Clause]]:
    """Yield the clauses of the plans that tell how rare wordings are."""
    docs = [doc for doc in corpus.documents["doc_id"] if doc != source]
    for doc in docs[:: max(1, math.ceil(len(docs) / MOST_WEIGHED))]:
        yield known[doc] if doc in known else read_clauses(corpus, doc, backward=backward)


def _of_plan(a: Sequence[Clause], b: Sequence[Clause], pairs: Sequence[Pair]) -> Iterator[tuple]:
    """Yield the rows of a plan: what became of each clause of the source, then what was added."""
    answered = {pair.a: pair for pair in pairs}
    kept = dict(zip(answered, in_order([pair.b for pair in pairs]), strict=True))
    for i, clause in enumerate(a):
        pair = answered.get(i)
        if pair is None:
            yield i + 1, "dropped", None, None, "", *_place(clause), *_place(None)
            continue
        other = b[pair.b]
        numbers = LIST_SEPARATOR.join(changed_numbers(clause, other))
        yield (
            i + 1,
            status_of(clause, other),
            kept[i],
            pair.likeness,
            numbers,
            *_place(clause),
            *_place(other),
        )
    answering = {pair.b for pair in pairs}
    for j, clause in enumerate(b):
        if j not in answering:
            yield None, "added", None, None, "", *_place(None), *_place(clause)


def _place(clause: Clause | None) -> tuple[Any, ...]:
    """Return passage, part, line, start, end and text of a clause; empty without one."""
    if clause is None:
        return "", "", None, None, None, ""
    return clause.passage_id, clause.part, clause.line, clause.start, clause.end, clause.text


def transmission_counts(transmission: pd.DataFrame) -> pd.DataFrame:
    r"""Count how much of a document each plan took over, and how.

    Parameters
    ----------
    transmission
        Table of :func:`transmission`.

    Returns
    -------
    DataFrame
        One row per plan, in the order of the table: doc_a, doc_b, unit, year; n_clauses (of the source); verbatim, reworded,
        numbers_changed, dropped (clauses of the source) and added (clauses of the plan) with this status; taken_over (share of the source's
        clauses that were not dropped, 0 to 1); order_kept (share of those that stand in the longest run in one order; empty if none was
        taken over).

    Examples
    --------
    >>> from plananalysis import corpus_from_texts, transmission
    >>> corpus = corpus_from_texts({"2024年甲市": "一、任务\n疏浚主干渠道，公开用水台账。", "2024年乙县": "一、任务\n公开用水台账。"})
    >>> transmission_counts(transmission(corpus, source="2024年甲市"))[["doc_b", "verbatim", "dropped", "taken_over"]]
         doc_b  verbatim  dropped  taken_over
    0  2024年乙县         1        1         0.5
    """
    check(transmission, "transmission", ("doc_a", "doc_b", "unit", "year", "status", "kept_order"))
    rows = []
    for (doc_a, doc_b), plan in transmission.groupby(["doc_a", "doc_b"], sort=False):
        n = plan["status"].value_counts()
        taken = int(n.reindex(TAKEN).sum())
        n_clauses = taken + int(n.get("dropped", 0))
        kept = plan["kept_order"].sum() / taken if taken else None
        counts = (int(n.get(status, 0)) for status in STATUSES)
        first = plan.iloc[0]
        rows.append(
            (doc_a, doc_b, first["unit"], first["year"], n_clauses, *counts, taken / max(1, n_clauses), kept)
        )
    return tables.from_records(rows, "transmission_counts")
