"""Rows and places in the compact form in which the page holds them."""

from typing import Any

import numpy as np
import pandas as pd

from plananalysis.corpus.model import Corpus
from plananalysis.report.words import WORDS, say

Pair = tuple[str, str]
MOST_PLACES, MOST_CONTEXTS = 150_000, 20_000
"""Places of slogans, and of keywords, in a page: numbers only beside the texts, with their context without."""
CONTEXT = 28


def both(key: str, **values: object) -> Pair:
    """Return the words of a key in Chinese and English; a table is called what the page calls it."""
    names = WORDS.get(str(values.get("table", "")), ("", ""))
    zh, en = (name or values.get("table", "") for name in names)
    return say(key, "zh", **values | {"name": zh}), say(key, "en", **values | {"name": en})


def rows_of(frame: pd.DataFrame, *names: str) -> list[tuple[Any, ...]]:
    """Return rows as tuples of what JSON knows: missing values as None, numbers as Python's."""
    return list(zip(*(_plain(frame[name]) for name in names), strict=True))


def _plain(column: pd.Series) -> list[Any]:
    """Return the values of a column as Python's own; types that hold nothing else are taken as they are."""
    if column.hasnans:
        column = column.astype(object).where(column.notna(), None)
    values = column.tolist()
    if column.dtype == object:
        return [value.item() if isinstance(value, np.generic) else value for value in values]
    return values


class Places:
    """Turn (doc_id, start, end) into what the page shows: numbers, and the context where it has no texts."""

    def __init__(self, corpus: Corpus, with_text: bool) -> None:
        self._number = {doc: i for i, doc in enumerate(corpus.documents["doc_id"])}
        self.most = MOST_PLACES if with_text else MOST_CONTEXTS
        self._texts = {} if with_text else dict(corpus.texts())

    def __call__(self, doc: str, start: int, end: int) -> list[Any]:
        """Return [number of the document, start, end], and the context where the page has no texts."""
        place: list[Any] = [self._number[doc], start, end]
        text = self._texts.get(doc)
        if text is not None:
            around = text[max(0, start - CONTEXT) : start], text[start:end], text[end : end + CONTEXT]
            place += [" ".join(part.split()) for part in around]
        return place

    def document(self, doc: str) -> int:
        """Return the number under which the page knows a document."""
        return self._number[doc]


def capped(frame: pd.DataFrame, keys: list[str], most: int, table: str, left_out: list[Pair]) -> pd.DataFrame:
    """Return at most about ``most`` rows, the first few of every group, and say so if any is left out."""
    if len(frame) <= most:
        return frame
    groups = frame.groupby(keys, sort=False)
    each = max(1, most // groups.ngroups)
    left_out.append(both("left_places", table=table, shown=each))
    return groups.head(each)
