"""Which paragraph each term stands in, and whether in its body, its lead, its heading or a heading above it."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from plananalysis.corpus import Corpus
from plananalysis.errors import InputError
from plananalysis.themes.paragraphs import Paragraphs, Spans, find_ceremony, find_paragraphs, holding
from plananalysis.themes.term_matching import Matcher, expand, find_terms

TEXTS = ("all", "body")

_BELOW = 0.5
"""How far below its heading, in levels, a further piece of a passage lies: above the next level."""

PLACES = ("body", "lead", "heading", "parent")

BODY, LEAD, HEADING, PARENT = range(4)


class Evidence(NamedTuple):
    """One row per term, theme and paragraph or passage it counts for, in no particular order.

    ``passage``, ``paragraph`` and ``entry`` are row numbers of the ordered passages, of the paragraphs and of the lexicon;
    what stands in a heading counts for every paragraph of the passage and has the paragraph -1. ``place`` is a
    position in :data:`PLACES`.
    """

    passage: np.ndarray
    paragraph: np.ndarray
    place: np.ndarray
    entry: np.ndarray
    start: np.ndarray
    end: np.ndarray


def collect(
    corpus: Corpus, passages: pd.DataFrame, found: Matcher, *, text: str
) -> tuple[Evidence, Paragraphs]:
    """Return the evidence for all passages (of :func:`ordered_passages`), and their paragraphs."""
    if text not in TEXTS:
        raise InputError("text={text!r} is not one of {texts}", text=text, texts=TEXTS)
    ceremony = find_ceremony(corpus)
    paragraphs = find_paragraphs(corpus, passages, ceremony)
    matches = find_terms(corpus.documents["text"], found)
    places = Spans(matches.text, matches.start, matches.end)
    counts = holding(places, ceremony) < 0
    at = holding(places, paragraphs)
    spoken = np.flatnonzero(
        counts & (at >= 0) & (matches.start >= paragraphs.body[at]) & ~paragraphs.silent[at]
    )
    in_lead = matches.end[spoken] <= paragraphs.lead[at[spoken]]
    picked: list[tuple[np.ndarray, ...]] = [
        (spoken, np.where(in_lead, LEAD, BODY), paragraphs.passage[at[spoken]], at[spoken])
    ]
    if text == "all":
        picked += _headings(corpus, passages, places, paragraphs)
    match, place, passage, paragraph = (np.concatenate(column) for column in zip(*picked, strict=True))
    rows, entry = expand(matches.term[match], found)
    match, place, passage, paragraph = match[rows], place[rows], passage[rows], paragraph[rows]
    return Evidence(passage, paragraph, place, entry, matches.start[match], matches.end[match]), paragraphs


def _headings(
    corpus: Corpus, passages: pd.DataFrame, places: Spans, paragraphs: Paragraphs
) -> list[tuple[np.ndarray, ...]]:
    """Return matches in headings, for the passages that they head and for those below; silent passages have none."""
    document = pd.Index(corpus.documents["doc_id"]).get_indexer(pd.Index(passages["doc_id"]))
    heads = Spans(document, passages["start"].to_numpy(), passages["head_end"].to_numpy())
    row = holding(places, heads)
    match = np.flatnonzero(row >= 0)
    below, source = _descendants(passages, row[match])
    speaks = np.zeros(len(passages), dtype=bool)
    speaks[paragraphs.passage[~paragraphs.silent]] = True
    found: list[tuple[np.ndarray, ...]] = []
    for numbers, place, passage in ((match, HEADING, row[match]), (match[source], PARENT, below)):
        kept = speaks[passage]
        size = int(kept.sum())
        found.append((numbers[kept], np.full(size, place), passage[kept], np.full(size, -1)))
    return found


def _descendants(passages: pd.DataFrame, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return for passages the passages below them, and for each the position of its ancestor in ``rows``.

    A further piece of a passage that was cut lies below the heading too.
    """
    piece = ~passages["opened_by"].isin(["start", "heading"]).to_numpy()
    level = passages["level"].to_numpy() + _BELOW * piece
    document = pd.factorize(passages["doc_id"])[0]
    last = np.empty(len(passages), dtype=np.int64)  # one past the last passage below
    open_: list[int] = []
    for i in range(len(passages)):
        while open_ and (document[open_[-1]] != document[i] or level[open_[-1]] >= level[i]):
            last[open_.pop()] = i
        open_.append(i)
    last[open_] = len(passages)
    sizes = last[rows] - rows - 1
    source = np.repeat(np.arange(len(rows)), sizes)
    within = np.arange(len(source)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return rows[source] + 1 + within, source
