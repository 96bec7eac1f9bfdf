"""Who strengthens and who establishes: slogans with their verbs, and how often each group uses them."""

import pandas as pd

from plananalysis import tables
from plananalysis.common_options import Part
from plananalysis.corpus.model import Corpus
from plananalysis.groups import count_by


def slogan_frames(
    occurrences: pd.DataFrame, corpus: Corpus, *, by: str | None = None, part: Part = None
) -> pd.DataFrame:
    """Count the verbs that each group puts before each slogan: who says 增强, who 树牢 “四个意识”.

    Parameters
    ----------
    occurrences
        Table of :func:`slogan_occurrences`.
    corpus
        The corpus it came from.
    by
        ``unit``, ``doc_id``, ``year`` or any metadata column; by default units, of one unit its years, else documents.
    part
        Count only these parts of the plans; as in :func:`plananalysis.count_features`.

    Returns
    -------
    DataFrame
        ``slogan`` (in the order of the occurrences), ``group``, ``frame`` and ``n``, the commonest frame of a
        slogan in a group first. Places without a verb before them are left out.

    Raises
    ------
    InputError
        If the documents have no column of that name.

    Examples
    --------
    >>> from plananalysis.corpus import corpus_from_texts
    >>> from plananalysis.slogans import slogan_occurrences
    >>> corpus = corpus_from_texts({"甲": "增强“四个意识”。", "乙": "树牢“四个意识”。"})
    >>> places = slogan_occurrences(corpus, pd.DataFrame({"slogan": ["四个意识"]}))
    >>> slogan_frames(places, corpus, by="doc_id")
      slogan group frame  n
    0   四个意识     乙    树牢  1
    1   四个意识     甲    增强  1
    """
    tables.check(occurrences, "occurrences", ("doc_id", "slogan", "frame"))
    led = occurrences[occurrences["frame"] != ""]
    return tables.conform(count_by(led, corpus, of=["slogan", "frame"], by=by, part=part), "frames")


def slogan_counts(
    occurrences: pd.DataFrame, corpus: Corpus, *, by: str | None = None, part: Part = None
) -> pd.DataFrame:
    """Count every slogan by group.

    Parameters
    ----------
    occurrences
        Table of :func:`slogan_occurrences`.
    corpus
        The corpus it came from.
    by
        ``unit``, ``doc_id``, ``year`` or any metadata column; by default units, of one unit its years, else documents.
    part
        Count only these parts of the plans; as in :func:`plananalysis.count_features`.

    Returns
    -------
    DataFrame
        ``slogan`` (in the order of the occurrences), ``group``, ``n`` and ``n_docs`` (documents of the group that
        use it); pairs that occur only.

    Examples
    --------
    >>> from plananalysis.corpus import corpus_from_texts
    >>> from plananalysis.slogans import slogan_occurrences
    >>> corpus = corpus_from_texts({"甲": "三会一课，三会一课。", "乙": "三会一课。"})
    >>> places = slogan_occurrences(corpus, pd.DataFrame({"slogan": ["三会一课"]}))
    >>> slogan_counts(places, corpus, by="doc_id")
      slogan group  n  n_docs
    0   三会一课     乙  1       1
    1   三会一课     甲  2       1
    """
    tables.check(occurrences, "occurrences", ("doc_id", "slogan"))
    return tables.conform(count_by(occurrences, corpus, of="slogan", by=by, part=part), "slogan_counts")
