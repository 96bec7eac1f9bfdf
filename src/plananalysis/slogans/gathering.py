"""Everything that might be a slogan, each string once, with what the corpus says about it."""

import numpy as np
import pandas as pd

from plananalysis.slogans.cohesion import cohesion
from plananalysis.slogans.distribution import Ground, Strings, measure
from plananalysis.slogans.names import full_names
from plananalysis.slogans.numeric import numeric_spans
from plananalysis.slogans.parallel import parallel_spans, returning_spans
from plananalysis.slogans.phrase import phrase_cores
from plananalysis.slogans.quoted import quoted_spans
from plananalysis.slogans.repeats import maximal_repeats
from plananalysis.slogans.stream import Stream
from plananalysis.slogans.suffixes import Suffixes, find_string, intervals, recurs
from plananalysis.slogans.word_starts import Words

LARGE = 200
"""From this many documents on, what is not quoted must recur in several of them to be looked at."""


def needed_count(n_documents: int) -> int:
    """Return how often an unquoted string must occur to be a candidate: twice, and more in a large corpus."""
    return max(2, n_documents // 100)


def gather(
    stream: Stream, suffixes: Suffixes, words: Words, units: np.ndarray, known: list[str]
) -> pd.DataFrame:
    """Return the candidates with their evidence.

    Parameters
    ----------
    stream, suffixes, words
        The folded corpus, its suffix array, and its words.
    units
        Number of the unit of each document.
    known
        Folded register entries.

    Returns
    -------
    DataFrame
        text (folded), the columns of :func:`measure`, and low, high, length.
    """
    n_documents = len(units)
    quotations = quoted_spans(stream)
    names = full_names(stream, quotations, words.starts)
    sure = _joined([(quotations.places, quotations.lengths), _places_of(known, stream, suffixes)])
    places, lengths = _joined([sure, *_unmarked(stream, suffixes, words.starts, n_documents), names[:2]])
    certain = np.arange(len(places)) < len(sure[0])
    if n_documents >= LARGE:
        again = recurs(suffixes, places, lengths) | certain
        places, lengths, certain = places[again], lengths[again], certain[again]
    first = _first_of_each(stream.text, places, lengths)
    places, lengths, certain = places[first], lengths[first], certain[first]
    low, high = intervals(suffixes, places, lengths)
    kept = ~quotations.cuts(places, lengths, len(stream.codes))
    if n_documents >= LARGE:
        kept &= certain | (high - low >= needed_count(n_documents))
    places, lengths, low, high = places[kept], lengths[kept], low[kept], high[kept]
    table = measure(Ground(stream, suffixes, words, units, quotations), Strings(low, high, lengths))
    bare_of = dict(zip(_texts(stream, names.places, names.lengths), names.bare, strict=True))
    texts = _texts(stream, places, lengths)
    return table.assign(
        bare=[bare_of.get(text, "") for text in texts],
        text=texts,
        cohesion=cohesion(stream, suffixes, words.starts, places, lengths, high - low),
        low=low,
        high=high,
        length=lengths,
        place=places,
    )


Spans = tuple[np.ndarray, np.ndarray]
"""Places and lengths."""


def _unmarked(stream: Stream, suffixes: Suffixes, starts: np.ndarray, n_documents: int) -> list[Spans]:
    """Return what has the form of a slogan or recurs, quoted or not."""
    repeats = maximal_repeats(stream, suffixes, starts, min_count=needed_count(n_documents))
    # In a large corpus what is framed by one verb alone hardly recurs; the repeats themselves are enough.
    small = n_documents < LARGE
    return [
        numeric_spans(stream, starts),
        parallel_spans(stream, starts, loose=small),
        returning_spans(stream, starts),
        repeats,
        phrase_cores(stream, starts, *repeats) if small else (repeats[0][:0], repeats[1][:0]),
    ]


def _places_of(known: list[str], stream: Stream, suffixes: Suffixes) -> Spans:
    """Return a place of every register entry that the corpus holds."""
    found = [(at, len(term)) for term in known if (at := find_string(stream.text, suffixes, term)) >= 0]
    places, lengths = np.asarray(found, dtype=np.int64).reshape(-1, 2).T
    return places, lengths


def _joined(spans: list[Spans]) -> Spans:
    """Return several lists of spans as one."""
    return np.concatenate([places for places, _ in spans]), np.concatenate([sizes for _, sizes in spans])


def _texts(stream: Stream, places: np.ndarray, lengths: np.ndarray) -> list[str]:
    """Return the folded wording of each span."""
    return [stream.text[at : at + size] for at, size in zip(places.tolist(), lengths.tolist(), strict=True)]


def _first_of_each(text: str, places: np.ndarray, lengths: np.ndarray) -> np.ndarray:
    """Return the index of the first span of every different string, in order."""
    seen: dict[str, int] = {}
    for i, (place, length) in enumerate(zip(places.tolist(), lengths.tolist(), strict=True)):
        seen.setdefault(text[place : place + length], i)
    return np.fromiter(seen.values(), dtype=np.int64, count=len(seen))
