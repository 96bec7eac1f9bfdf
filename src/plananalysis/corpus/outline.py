"""The outline of a corpus: its headings, one row each."""

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
    same = rows[["doc_id", "level", "label", "heading", "path"]]
    goes_on = (same == same.shift()).all(axis=1) & (rows["start"] > rows["end"].shift())
    return conform(rows[(rows["level"] > 0) & ~goes_on], "outline")
