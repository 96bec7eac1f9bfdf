"""What the sections of the page are made from: the finished tables, places and groups in compact form, and what is left out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

import numpy as np
import pandas as pd

from plananalysis.corpus.model import Corpus
from plananalysis.groups import reading_order
from plananalysis.report.analysis import Analysis
from plananalysis.report.words import FRAME, Pair, filled

MOST_TEXT = 2_000_000
"""Characters of text in all that a page holds; a larger corpus shows contexts only."""
MOST_PLACES, MOST_CONTEXTS = 150_000, 20_000
"""Places of slogans, and of keywords, in a page: numbers only beside the texts, with their context without."""
CONTEXT = 28
"""Characters shown on either side of a place."""
MOST_LABELS, FEW_LABELS = 250, 60
"""Page and figures show so many groups; of more the page shows a few, for nobody looks through them, and it opens the faster."""

Made = TypeVar("Made")


@dataclass(frozen=True)
class Page:
    """What the sections of one page are made from.

    Attributes
    ----------
    analysis : Analysis
        The finished tables.
    place : Places
        Turns places into numbers, and contexts where the page has no texts.
    with_text : bool
        Whether the page holds the texts.
    labels : mapping of str to (Chinese, English)
        What tables are called.
    left_out : list of (Chinese, English)
        What the page leaves out; sections add to it.
    """

    analysis: Analysis
    place: "Places"
    with_text: bool
    labels: Mapping[str, Pair] = field(default_factory=dict)
    left_out: list[Pair] = field(default_factory=list)
    _made: dict[Callable[..., Any], Any] = field(default_factory=dict)

    def once(self, make: "Callable[[Page], Made]") -> Made:
        """Return what a function makes of this page; it is called once."""
        if make not in self._made:
            self._made[make] = make(self)
        return self._made[make]

    def leave_out(self, words: Pair, *, table: str = "", **values: object) -> None:
        """Note that something is left out; a table is called what the page calls it."""
        name = self.labels.get(table, (table, table))
        self.left_out.append(filled(words, table=table, name=name, **values))

    def capped(self, frame: pd.DataFrame, keys: list[str], table: str) -> pd.DataFrame:
        """Return the first few rows of every group, about as many as the page holds places, and note what is left out."""
        if len(frame) <= self.place.most:
            return frame
        groups = frame.groupby(keys, sort=False)
        each = max(1, self.place.most // groups.ngroups)
        self.leave_out(FRAME["left_places"], table=table, shown=each)
        return groups.head(each)

    def in_order(self, groups: pd.Series, table: str) -> list[str]:
        """Return the groups that occur, in their order, as many as the page can show."""
        found = self.analysis.present(groups)
        found += reading_order({*groups.astype("str")}.difference(found))
        most = most_shown(len(found))
        if len(found) > most:
            self.leave_out(FRAME["left_labels"], table=table, n=len(found), shown=most)
        return found[:most]


class Places:
    """Turn (doc_id, start, end) into what the page shows: numbers, and the context where it has no texts."""

    def __init__(self, corpus: Corpus, with_text: bool) -> None:
        self._number = {doc: i for i, doc in enumerate(corpus.documents["doc_id"])}
        self.most = MOST_PLACES if with_text else MOST_CONTEXTS
        self._texts = {} if with_text else dict(corpus.texts())

    @property
    def columns(self) -> tuple[str, ...]:
        """What the values of a place are called."""
        return ("doc", "start", "end", *(("left", "middle", "right") if self._texts else ()))

    def __call__(self, doc: str, start: int, end: int) -> list[Any]:
        """Return number of the document, start and end, and the context where the page has no texts."""
        place: list[Any] = [self._number[doc], start, end]
        text = self._texts.get(doc)
        if text is not None:
            around = text[max(0, start - CONTEXT) : start], text[start:end], text[end : end + CONTEXT]
            place += [" ".join(part.split()) for part in around]
        return place

    def document(self, doc: str) -> int:
        """Return the number under which the page knows a document."""
        return self._number[doc]


class Records(dict[str, Any]):
    """Records as a dictionary with ``columns`` and ``rows``, told from others, of which none is read by names."""


def records(columns: Sequence[Any], rows: Iterable[Sequence[Any]]) -> Records:
    """Return records as they travel to the page, where the script reads each value by its name.

    Examples
    --------
    >>> records(["doc", "start"], [(0, 12)])
    {'columns': ['doc', 'start'], 'rows': [[0, 12]]}
    """
    return Records(columns=list(columns), rows=[list(row) for row in rows])


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


def most_shown(n: int) -> int:
    """Return how many of ``n`` groups the heatmaps and cards of the page show.

    Examples
    --------
    >>> most_shown(200), most_shown(2000)
    (200, 60)
    """
    return n if n <= MOST_LABELS else FEW_LABELS
