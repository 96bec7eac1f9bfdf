"""Everything that might be a slogan, each string once, with what the corpus says about it."""

import numpy as np
import pandas as pd

from plananalysis.slogans.cohesion import cohesion
from plananalysis.slogans.distribution import measure
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
    starts = words.starts
    n_documents = len(units)
    quotations = quoted_spans(stream)
    numeric = numeric_spans(stream, starts)
    parallel = parallel_spans(stream, starts, loose=n_documents < LARGE)
    repeats = maximal_repeats(stream, suffixes, starts, min_count=needed_count(n_documents))
    listed = [(at, len(term)) for term in known if (at := find_string(stream.text, suffixes, term)) >= 0]
    listed_places = np.asarray([at for at, _ in listed], dtype=np.int64)
    listed_lengths = np.asarray([size for _, size in listed], dtype=np.int64)
    returning = returning_spans(stream, starts)
    # In a large corpus what is framed by one verb alone hardly recurs; the repeats themselves are enough.
    cores = (
        phrase_cores(stream, starts, *repeats) if n_documents < LARGE else (repeats[0][:0], repeats[1][:0])
    )
    names = full_names(stream, quotations, starts)
    found = [numeric, parallel, returning, repeats, cores, (names.places, names.lengths)]
    places = np.concatenate([quotations.places, listed_places, *(span[0] for span in found)])
    lengths = np.concatenate([quotations.lengths, listed_lengths, *(span[1] for span in found)])
    sure = len(quotations.places) + len(listed_places)
    if n_documents >= LARGE:
        again = recurs(suffixes, places, lengths)
        again[:sure] = True
        places, lengths = places[again], lengths[again]
    first = _first_of_each(stream.text, places, lengths)
    places, lengths, certain = places[first], lengths[first], first < sure
    low, high = intervals(suffixes, places, lengths)
    if n_documents >= LARGE:
        keep = certain | (high - low >= needed_count(n_documents))
        places, lengths, low, high = places[keep], lengths[keep], low[keep], high[keep]
    whole = ~quotations.cuts(places, lengths, len(stream.codes))
    places, lengths, low, high = places[whole], lengths[whole], low[whole], high[whole]
    table = measure(stream, suffixes, words, units, quotations, low, high, lengths)
    texts = [stream.text[at : at + size] for at, size in zip(places.tolist(), lengths.tolist(), strict=True)]
    firm = cohesion(stream, suffixes, starts, places, lengths, (high - low))
    named = {
        stream.text[at : at + size]: bare
        for at, size, bare in zip(names.places.tolist(), names.lengths.tolist(), names.bare, strict=True)
    }
    return table.assign(
        bare=[named.get(text, "") for text in texts],
        text=texts,
        cohesion=firm,
        low=low,
        high=high,
        length=lengths,
        place=places,
    )


def _first_of_each(text: str, places: np.ndarray, lengths: np.ndarray) -> np.ndarray:
    """Return the index of the first span of every different string, in order."""
    seen: dict[str, int] = {}
    for i, (place, length) in enumerate(zip(places.tolist(), lengths.tolist(), strict=True)):
        seen.setdefault(text[place : place + length], i)
    return np.fromiter(seen.values(), dtype=np.int64, count=len(seen))
