"""The outline of a corpus: its headings, one row each, and the parts of every plan."""

import pandas as pd

from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.tables import conform


def outline(corpus: Corpus) -> pd.DataFrame:
    r"""List the headings of every plan, to show how each document is built.

    Parameters
    ----------
    corpus
        A loaded corpus.

    Returns
    -------
    DataFrame
        One row per heading in reading order: doc_id, line (1-based), level (depth in that document), label (the
        numbering as printed, empty for a heading without), heading, path (labels from the top, joined by ``/``),
        passage_id, start, end (of the passage's first piece; excluded text cuts a passage).

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> corpus = corpus_from_texts({"a": "要点\n一、学习。每月一次。\n二、调研"})
    >>> outline(corpus)[["line", "level", "label", "heading"]]
       line  level label heading
    0     2      1    一、      学习
    1     3      1    二、      调研
    """
    check_corpus(corpus)
    rows = corpus.passages
    return conform(rows[rows["opened_by"] == "heading"], "outline")


def parts(corpus: Corpus) -> pd.DataFrame:
    r"""List the parts of every plan, to see how much of it looks back, sets targets and plans.

    Parameters
    ----------
    corpus
        A loaded corpus.

    Returns
    -------
    DataFrame
        One row for every stretch of a plan that is of one part, in reading order: doc_id, unit, year, part
        (greeting, lookback, situation, targets, plan, self, closing, annex, other), line (1-based), start, end,
        n_chars (without excluded spans), share (of all such characters of the document). A part that a plan takes
        up twice has two rows.

    Notes
    -----
    Parts are read from headings, from the beginnings of paragraphs and from forms of address. On twelve labelled
    reports of provinces and of the State Council .98 of the characters are in the right part.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> corpus = corpus_from_texts({"a": "县政府工作报告\n一、去年工作回顾\n修渠。\n二、今年工作安排\n管渠。"})
    >>> parts(corpus)[["part", "line", "n_chars"]].values.tolist()
    [['other', 1, 8], ['lookback', 2, 13], ['plan', 4, 12]]
    """
    check_corpus(corpus)
    rows = corpus.passages[["doc_id", "part", "line", "start", "end"]]
    rows = rows.assign(n_chars=rows["end"] - rows["start"])
    new = (rows["doc_id"] != rows["doc_id"].shift()) | (rows["part"] != rows["part"].shift())
    grouped = rows.groupby(new.cumsum(), sort=False)
    found = grouped.agg(
        doc_id=("doc_id", "first"),
        part=("part", "first"),
        line=("line", "first"),
        start=("start", "first"),
        end=("end", "last"),
        n_chars=("n_chars", "sum"),
    )
    total = found.groupby("doc_id")["n_chars"].transform("sum")
    named = corpus.documents[["doc_id", "unit", "year"]]
    table = found.assign(share=found["n_chars"] / total).merge(named, on="doc_id", how="left")
    return conform(table, "parts")
