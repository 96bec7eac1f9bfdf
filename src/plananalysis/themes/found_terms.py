"""Which passage each term stands in, and whether in its body, its heading or a heading above it."""

from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from plananalysis.corpus import Corpus
from plananalysis.errors import InputError
from plananalysis.themes.term_matching import Matcher, expand, find_terms

TEXTS = ("all", "body")

_BELOW = 0.5
"""How far below its heading, in levels, a further piece of a passage lies: above the next level."""

PLACES = ("body", "heading", "parent")

_BODY, _HEADING, _PARENT = range(3)


class Evidence(NamedTuple):
    """One row per term, theme and passage it counts for, in no particular order.

    ``passage`` and ``entry`` are row numbers of the ordered passages and of the lexicon; ``place`` is a position in
    :data:`PLACES`.
    """

    passage: np.ndarray
    place: np.ndarray
    entry: np.ndarray
    start: np.ndarray
    end: np.ndarray


def ordered_passages(corpus: Corpus) -> pd.DataFrame:
    """Return the passages in reading order with the columns ``head_end`` and ``has_body``, ``has_text``."""
    frame = corpus.passages.sort_values(["doc_id", "start", "end"], kind="stable", ignore_index=True)
    texts = dict(corpus.texts())
    heads, bodies, filled = [], [], []
    passage: Any
    columns = ["doc_id", "label", "heading", "start", "end"]
    for passage in frame[columns].astype(object).itertuples(index=False):  # rows of objects are read faster
        text = texts[passage.doc_id]
        head = heading_end(text, passage)
        body = any(map(str.isalnum, text[head : passage.end]))
        heads.append(head)
        bodies.append(body)
        filled.append(body or any(map(str.isalnum, text[passage.start : head])))
    return frame.assign(
        head_end=np.array(heads, dtype=np.int64),
        has_body=np.array(bodies, dtype=bool),
        has_text=np.array(filled, dtype=bool),
    )


def heading_end(text: str, passage: Any) -> int:
    """Return where the heading of a passage (a row of the table) ends and its body begins."""
    if not passage.heading:
        return int(passage.start)
    reach = passage.start + len(passage.label) + len(passage.heading) + 24
    at = text.find(passage.heading, passage.start, min(reach, passage.end))
    return int(passage.start) if at < 0 else at + len(passage.heading)


def collect(corpus: Corpus, passages: pd.DataFrame, found: Matcher, *, text: str) -> Evidence:
    """Return the evidence for all passages (of :func:`ordered_passages`)."""
    if text not in TEXTS:
        raise InputError(f"text={text!r} is not one of {', '.join(TEXTS)}")
    doc_ids = pd.Index(corpus.documents["doc_id"])
    matches = find_terms(corpus.documents["text"], found)
    # One number line for all documents, so that one search finds the passage of every match.
    stride = int(corpus.documents["text"].str.len().max()) + 1 if len(doc_ids) else 1
    base = doc_ids.get_indexer(pd.Index(passages["doc_id"])) * stride
    order = np.argsort(base + passages["start"].to_numpy(), kind="stable")
    starts = (base + passages["start"].to_numpy())[order]
    at = np.searchsorted(starts, matches.text * stride + matches.start, side="right") - 1
    row = order[np.maximum(at, 0)] if len(order) else np.zeros(0, dtype=np.int64)
    if not len(order):
        return Evidence(*(np.empty(0, dtype=np.int64) for _ in Evidence._fields))
    inside = (at >= 0) & (base[row] + passages["end"].to_numpy()[row] >= matches.text * stride + matches.end)
    head_end = passages["head_end"].to_numpy()[row]
    body = inside & (matches.start >= head_end)
    heading = inside & (matches.end <= head_end)
    picked = [(np.flatnonzero(body), _BODY, row[body])]
    if text == "all":
        at_heading = np.flatnonzero(heading)
        picked.append((at_heading, _HEADING, row[heading]))
        below, source = _descendants(passages, row[heading])
        picked.append((at_heading[source], _PARENT, below))
    match = np.concatenate([part[0] for part in picked])
    place = np.concatenate([np.full(len(part[0]), part[1]) for part in picked])
    passage = np.concatenate([part[2] for part in picked])
    rows, entry = expand(matches.term[match], found)
    match, place, passage = match[rows], place[rows], passage[rows]
    return Evidence(passage, place, entry, matches.start[match], matches.end[match])


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
