"""Gaps: which measures of one plan nothing in another answers."""

import numpy as np
import pandas as pd

from plananalysis import tables
from plananalysis.common_options import Part, corpus_part
from plananalysis.compare.nearest_sentences import Answer, Asked, answers_of, asked_of
from plananalysis.compare.plans import find_two_plans
from plananalysis.compare.single_measures import Measure, rarity, read_measures
from plananalysis.corpus.model import Corpus, check_corpus

WHOLLY = 0.38
"""Share of the words' weight that the nearest sentence holds where a measure is answered in full."""

SLOPE = 8.0
"""The logistic curve of the share of gaps among 100 labelled measures over the evidence for an answer."""


def find_gaps(corpus: Corpus, a: str, b: str, *, part: Part = None) -> pd.DataFrame:
    r"""Ask of every measure of plan A what answers it in plan B; what nothing answers is a gap.

    A measure is a sentence. It is a gap only if no sentence of the whole other plan answers any of its clauses.

    Parameters
    ----------
    corpus
        Holds both plans; its sentences tell how rare a word is.
    a, b
        doc_id, or unit (then its latest plan).
    part
        Read only these parts of the plans; as in :func:`plananalysis.count_features`.

    Returns
    -------
    DataFrame
        One row per sentence of A that asks for something, in reading order: doc_a, part_a, line_a, start_a, end_a,
        text_a; is_heading; answered (``no``: a gap; ``partly``; ``yes``); doc_b, part_b, line_b, start_b, end_b, text_b: the
        nearest sentence of B, also where the answer is no; missing (words of A that this sentence lacks, the rarest
        first, joined by ｜); coverage (share of the words' weight that it holds, 0 to 1); evidence (what the best
        answered clause shares with a sentence of B, as a share of what an answer needs); probability (that it is a
        gap, by the share of gaps among labelled measures of as much evidence).

    Raises
    ------
    InputError
        If a plan does not exist, or both names mean the same plan.

    Notes
    -----
    A word weighs ln(n / (n with it - 1)) / ln n, at most 1, over the n sentences of the corpus (of 200 documents at
    most), words of all purposes (加强, 工作) next to nothing. A longer word that a sentence lacks counts in part for the pairs of
    its characters that stand there. A clause is answered by a sentence that shares as much with it as one word that
    stands in these two alone, or six tenths of its words where they are commoner. The curve of ``probability`` was fitted
    on 100 measures of nine pairs of work reports, labelled by reading, of which 26 were gaps.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> corpus = corpus_from_texts({
    ...     "a": "一、任务\n新建渔港码头。推行河长巡查制度。", "b": "一、任务\n完善河长巡查办法。办好学校食堂。"})
    >>> find_gaps(corpus, "a", "b")[["text_a", "answered", "text_b"]]
         text_a answered    text_b
    0    新建渔港码头       no  完善河长巡查办法
    1  推行河长巡查制度      yes  完善河长巡查办法
    """
    check_corpus(corpus)
    corpus = corpus_part(part, corpus)
    doc_a, doc_b = find_two_plans(corpus, a, b)
    plans = {doc: read_measures(corpus, doc) for doc in (doc_a, doc_b)}
    if not plans[doc_b]:
        return tables.empty("gaps")
    asked = list(asked_of(plans[doc_a], rarity(corpus, plans)))
    answers = answers_of(asked, plans[doc_b])
    rows = [_row(doc_a, doc_b, *pair) for pair in zip(asked, answers, strict=True)]
    return tables.from_records(rows, "gaps")


def _row(doc_a: str, doc_b: str, asked: Asked, answer: Answer) -> tuple:
    """Return a row of the table."""
    answered = "no" if answer.evidence < 1 else "yes" if answer.coverage >= WHOLLY else "partly"
    probability = 1 / (1 + np.exp(SLOPE * (answer.evidence - 1)))
    return (
        *_place(doc_a, asked.measure),
        asked.measure.is_heading,
        answered,
        *_place(doc_b, answer.nearest),
        tables.LIST_SEPARATOR.join(answer.missing),
        answer.coverage,
        answer.evidence,
        float(probability),
    )


def _place(doc_id: str, measure: Measure) -> tuple:
    return doc_id, measure.part, measure.line, measure.start, measure.end, measure.text
