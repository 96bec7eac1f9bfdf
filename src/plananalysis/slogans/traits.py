"""What the signals are made from: the numbers of all candidates side by side, and what is read off their wording."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import pandas as pd

from plananalysis.slogans.numeric import alternates, is_amount, is_numeric, sets_target
from plananalysis.slogans.phrase import Phrase, read_phrase
from plananalysis.slogans.variants import wording_key

SPREAD_POWER = 0.7
"""Below 1, so that the second document counts for more than the twentieth: what two units write is news."""
FEWEST_DOCUMENTS = 4
"""Spread is measured as if there were so many documents at least; of two documents, both are not everybody."""
LEAST_FREEDOM = 0.25
"""A string with one neighbour on one side may still be a slogan: the neighbour may be what it always goes with."""
FREE_WORTH = 0.8
"""What a particle beside a string, or ever new neighbours, are worth against the edge of a clause."""


class Traits(NamedTuple):
    """One entry per candidate in every array; the numbers of documents are those of the whole corpus."""

    n_documents: int
    n: np.ndarray
    n_docs: np.ndarray
    quoted_docs: np.ndarray
    quoted_share: np.ndarray
    docs: np.ndarray
    """Documents that hold the string or, of several clauses, another order or spelling of them."""
    spread: np.ndarray
    """How much of the corpus that is, 0 to 1, on a logarithmic scale."""
    doublings: np.ndarray
    """log2 of the occurrences."""
    freedom: np.ndarray
    """How freely it stands, 0 to 1: at clause edges, or between ever different neighbours."""
    edges: np.ndarray
    """Share of the places where it begins and ends a clause, the smaller of both."""
    both_edges: np.ndarray
    """Sum of both shares, 0 to 2."""
    cohesion: np.ndarray
    aligned: np.ndarray
    """Share of the places that begin and end where words do."""
    size: np.ndarray
    """Characters, commas included."""
    clauses: np.ndarray
    numeric: np.ndarray
    """Has the shape of a numeric abbreviation, and is more than two characters unless it is quoted or known."""
    alternating: np.ndarray
    target: np.ndarray
    """Names a figure to be reached or a frequency."""
    amount: np.ndarray
    """Is an amount or a span of time."""
    known: np.ndarray
    """Stands in the register."""
    whole: np.ndarray
    parallel: np.ndarray
    organisation: np.ndarray
    plain: np.ndarray
    routine: np.ndarray
    verbal: np.ndarray
    predicate: np.ndarray
    nominal: np.ndarray
    pattern: np.ndarray
    """These nine as in :class:`Phrase`."""
    texts: pd.Series

    @property
    def quoted(self) -> np.ndarray:
        """Whether it is quoted anywhere."""
        return self.quoted_docs > 0

    @property
    def unmarked(self) -> np.ndarray:
        """Whether neither a writer nor the register marks it as a slogan."""
        return ~self.quoted & ~self.known

    @property
    def built(self) -> np.ndarray:
        """Whether its clauses or halves are parallel beyond doubt."""
        return self.parallel > 0.5


def read_traits(table: pd.DataFrame, n_documents: int, known: frozenset[str]) -> Traits:
    """Return the traits of the candidates of :func:`gather`, in the order of the table."""
    texts = table["text"]
    build = pd.DataFrame([read_phrase(text) for text in texts], columns=Phrase._fields, index=table.index)
    listed = texts.isin(known).to_numpy()
    size = table["length"].to_numpy()
    numeric = _told(is_numeric, texts)
    numeric &= (size > 2) | (table["n_quoted"] > 0).to_numpy() | listed
    docs = _documents(table, n_documents)
    left, right = table["left_edge"].to_numpy(), table["right_edge"].to_numpy()
    return Traits(
        n_documents=n_documents,
        n=table["n"].to_numpy(),
        n_docs=table["n_docs"].to_numpy(),
        quoted_docs=table["quoted_docs"].to_numpy(dtype=float),
        quoted_share=table["n_quoted"].to_numpy() / table["n"].to_numpy(),
        docs=docs,
        spread=(np.log2(np.maximum(docs, 1)) / np.log2(max(n_documents, FEWEST_DOCUMENTS))) ** SPREAD_POWER,
        doublings=np.log2(np.maximum(table["n"].to_numpy(dtype=float), 1)),
        freedom=freedom(table),
        edges=np.minimum(left, right),
        both_edges=left + right,
        cohesion=table["cohesion"].to_numpy(),
        aligned=table["aligned"].to_numpy(),
        size=size,
        clauses=texts.str.count("、").to_numpy() + 1,
        numeric=numeric,
        alternating=_told(alternates, texts),
        target=_told(sets_target, texts),
        amount=_told(is_amount, texts),
        known=listed,
        **{name: build[name].to_numpy() for name in Phrase._fields},
        texts=texts,
    )


def _told(question: Callable[[str], bool], texts: pd.Series) -> np.ndarray:
    """Return the answers to a question about each wording."""
    return np.fromiter(map(question, texts), dtype=bool, count=len(texts))


def freedom(table: pd.DataFrame) -> np.ndarray:
    """Return how freely a string stands, 0 to 1: at clause edges, or between ever different neighbours.

    It is the geometric mean of both sides; a side is the larger of the share of places at the edge of a clause and
    ``FREE_WORTH`` times the larger of (that share with particles and all-purpose verbs taken as edges) and (entropy
    of the neighbours over its largest possible value, log2 n).
    """
    most = np.log2(np.maximum(table["n"].to_numpy(dtype=float), 2))
    sides = []
    for side in ("left", "right"):
        edge, free, entropy = (table[f"{side}_{name}"].to_numpy() for name in ("edge", "free", "entropy"))
        sides.append(np.maximum(edge, FREE_WORTH * np.maximum(free, entropy / most)))
    return np.maximum(np.sqrt(sides[0] * sides[1]), LEAST_FREEDOM)


def _documents(table: pd.DataFrame, n_documents: int) -> np.ndarray:
    """Return in how many documents a string stands, other orders and spellings of its clauses included."""
    docs = table["n_docs"].astype(float)
    several = table["text"].str.contains("、").to_numpy()
    keys = table["text"][several].map(wording_key)
    together = docs[several].groupby(keys.to_numpy()).transform("sum").clip(upper=n_documents)
    return docs.where(~several, together.reindex(docs.index)).to_numpy()
