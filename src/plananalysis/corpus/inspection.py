"""Look at a loaded corpus: what was read how, what is left out, and why."""

import pandas as pd

from plananalysis import tables
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.corpus.outline import parts
from plananalysis.errors import InputError

INSPECTED = ("documents", "passages", "parts", "excluded", "left_out", "skipped")


def inspect_corpus(corpus: Corpus, table: str = "documents") -> pd.DataFrame:
    r"""Return one of the tables of a corpus, ready to be read.

    Parameters
    ----------
    corpus
        A loaded corpus.
    table
        ``documents`` (without the texts), ``passages``, ``parts``, ``excluded`` (with line and wording),
        ``left_out`` or ``skipped``.

    Returns
    -------
    DataFrame
        The table with the columns of :data:`plananalysis.tables.TABLES`; ``excluded`` has ``line`` (1-based)
        and ``text`` besides.

    Raises
    ------
    InputError
        If there is no such table.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> corpus = corpus_from_texts({"a": "本文仅供学习参考，请勿转载！\n工作要点\n一、加强作风建设。"})
    >>> inspect_corpus(corpus, "excluded")[["line", "reason"]].values.tolist()
    [[1, 'disclaimer']]
    """
    check_corpus(corpus)
    if table not in INSPECTED:
        raise InputError(
            "no table {table!r} of a corpus; there are {inspected}", table=table, inspected=INSPECTED
        )
    if table == "documents":
        return corpus.documents.drop(columns="text")
    if table == "excluded":
        return _excluded(corpus)
    if table == "parts":
        return parts(corpus)
    return getattr(corpus, table).copy()


def _excluded(corpus: Corpus) -> pd.DataFrame:
    """Return the excluded spans with their line and wording."""
    texts = dict(corpus.texts())
    places = list(
        zip(corpus.excluded["doc_id"], corpus.excluded["start"], corpus.excluded["end"], strict=True)
    )
    shown = corpus.excluded.assign(
        line=[texts[doc].count("\n", 0, start) + 1 for doc, start, _ in places],
        text=[texts[doc][start:end] for doc, start, end in places],
    )
    return tables.conform(shown, "excluded", extra=True).astype({"line": "int64", "text": "str"})
