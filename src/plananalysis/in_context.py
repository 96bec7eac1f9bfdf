"""What stands around the places of a table, and in whose plan, from when, under which heading."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.errors import InputError
from plananalysis.tables import check

CONTEXT = ("unit", "year", "heading", "left", "text", "right")
"""The columns that :func:`with_context` adds, in this order."""
_PLACE = ("doc_id", "start", "end")


def with_context(table: pd.DataFrame, corpus: Corpus, *, width: int = 40) -> pd.DataFrame:
    r"""Show each place of a table in its text, so that it can be read, sorted or coded by hand.

    Parameters
    ----------
    table
        Any table with ``doc_id``, ``start`` and ``end``: occurrences of slogans, citations, commitments, tokens,
        keyword places, excluded spans, or your own.
    corpus
        The corpus it came from.
    width
        Characters shown on either side, at most; not beyond an excluded span, unless the place lies in one itself.

    Returns
    -------
    DataFrame
        The rows and columns of the table, and behind them unit, year; heading (of the passage in which the place begins,
        the nearest above it); left, text, right: the text as it stands, ``text`` being the place itself. Columns of
        these names that the table has already are replaced.

    Raises
    ------
    InputError
        If the table lacks one of the columns, names a document or a place that the corpus lacks, or ``width`` is
        negative.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts, find_citations
    >>> corpus = corpus_from_texts({"甲": "一、依法治县\n全面落实《信访条例》，抓好源头治理。"})
    >>> found = with_context(find_citations(corpus), corpus, width=4)
    >>> found[["unit", "heading", "left", "text", "right"]].values.tolist()
    [['甲', '依法治县', '全面落实', '《信访条例》', '，抓好源']]
    """
    check(table, "table", _PLACE)
    check_corpus(corpus)
    if width < 0:
        raise InputError("with_context: width must be 0 or more, not {width}", width=width)
    documents = corpus.documents.set_index("doc_id")
    doc_ids = table["doc_id"].astype("str")
    stray = doc_ids[~doc_ids.isin(documents.index)]
    if len(stray):
        raise InputError(
            "with_context: the corpus lacks the document {doc_id!r}; use its own corpus", doc_id=stray.iloc[0]
        )
    pieces = pd.DataFrame(_pieces(table, doc_ids, corpus, width), columns=["row", *CONTEXT[2:]])
    pieces = pieces.sort_values("row").drop(columns="row").set_axis(table.index)
    kept = table.drop(columns=[name for name in CONTEXT if name in table.columns])
    unit, year = (documents[name].reindex(doc_ids).set_axis(table.index) for name in ("unit", "year"))
    return pd.concat([kept.assign(unit=unit, year=year), pieces.astype("str")], axis=1)


def _pieces(
    table: pd.DataFrame, doc_ids: pd.Series, corpus: Corpus, width: int
) -> Iterator[tuple[int, str, str, str, str]]:
    """Yield for every row its number, the heading, and the text before, in and behind the place."""
    passages = _by_document(corpus.passages)
    excluded = _by_document(corpus.excluded)
    starts, ends = table["start"].to_numpy(np.int64), table["end"].to_numpy(np.int64)
    texts = dict(corpus.texts())
    for name, rows in doc_ids.groupby(doc_ids).indices.items():
        doc_id = str(name)
        text, here = texts[doc_id], passages.get(doc_id)
        beginning = here["start"].to_numpy() if here is not None else np.zeros(0, np.int64)
        headings = here["heading"].to_numpy() if here is not None else np.zeros(0, object)
        walls = _walls(excluded.get(doc_id))
        for row in rows:
            start, end = int(starts[row]), int(ends[row])
            if not 0 <= start <= end <= len(text):
                raise InputError(
                    "with_context: {doc_id} has no place {start} to {end}, it ends at {n_text}; use its own corpus",
                    doc_id=doc_id,
                    start=start,
                    end=end,
                    n_text=len(text),
                )
            at = int(np.searchsorted(beginning, start, side="right")) - 1
            first, last = _reach(walls, start, end, len(text))
            left = text[max(first, start - width) : start]
            right = text[end : min(last, end + width)]
            yield row, headings[at] if at >= 0 else "", left, text[start:end], right


def _by_document(spans: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Return the spans of each document in their order."""
    ordered = spans.sort_values("start", kind="stable")
    return {str(doc_id): rows for doc_id, rows in ordered.groupby("doc_id", sort=False, observed=True)}


def _walls(excluded: pd.DataFrame | None) -> list[tuple[int, int]]:
    """Return the excluded spans of a document in order."""
    if excluded is None:
        return []
    return list(zip(excluded["start"].tolist(), excluded["end"].tolist(), strict=True))


def _reach(walls: list[tuple[int, int]], start: int, end: int, length: int) -> tuple[int, int]:
    """Return how far a context may reach: to the excluded spans around, or all the text from inside one."""
    if any(first < end and start < last for first, last in walls):
        return 0, length
    before = [last for _, last in walls if last <= start]
    behind = [first for first, _ in walls if first >= end]
    return max(before, default=0), min(behind, default=length)
