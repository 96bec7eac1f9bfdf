"""The paragraphs of the passages: what is coded, and what of it can show a theme."""

from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from plananalysis.corpus import Corpus
from plananalysis.corpus.leads import lead_of
from plananalysis.themes.silent import SILENT_PARTS, ceremony_spans, title_lines

_MOSTLY = 0.5
"""A paragraph of which at least this share is ceremony speaks of no theme."""


class Paragraphs(NamedTuple):
    """One row per paragraph in reading order: a filled line of a passage, without the line that is but its heading.

    ``document`` is a number of a document, ``passage`` a row number of the ordered passages, ``line`` counted from the passage's; ``start``, ``body``, ``lead`` and ``end`` are offsets in the text
    of the document: where the paragraph, its text behind a heading on the same line, and the text behind its lead
    begin, and where it ends. ``silent`` paragraphs carry no theme.
    """

    document: np.ndarray
    passage: np.ndarray
    line: np.ndarray
    start: np.ndarray
    body: np.ndarray
    lead: np.ndarray
    end: np.ndarray
    silent: np.ndarray


class Spans(NamedTuple):
    """Spans of texts, by number of the document."""

    document: np.ndarray
    start: np.ndarray
    end: np.ndarray


def heading_end(text: str, passage: Any) -> int:
    """Return where the heading of a passage (a row of the table) ends and its body begins."""
    if not passage.heading:
        return int(passage.start)
    reach = passage.start + len(passage.label) + len(passage.heading) + 24
    at = text.find(passage.heading, passage.start, min(reach, passage.end))
    return int(passage.start) if at < 0 else at + len(passage.heading)


def ordered_passages(corpus: Corpus) -> pd.DataFrame:
    """Return the passages in reading order with the column ``head_end``."""
    frame = corpus.passages.sort_values(["doc_id", "start", "end"], kind="stable", ignore_index=True)
    texts = dict(corpus.texts())
    columns = ["doc_id", "label", "heading", "start", "end"]
    rows: Any = frame[columns].astype(object).itertuples(index=False)  # rows of objects are read faster
    heads = [heading_end(texts[passage.doc_id], passage) for passage in rows]
    return frame.assign(head_end=np.array(heads, dtype=np.int64))


def find_ceremony(corpus: Corpus) -> Spans:
    """Return the sentences of ceremony of every document."""
    rows = [
        (number, start, end)
        for number, text in enumerate(corpus.documents["text"])
        for start, end in ceremony_spans(text)
    ]
    return Spans(*np.array(rows, dtype=np.int64).reshape(-1, 3).T)


def find_paragraphs(corpus: Corpus, passages: pd.DataFrame, ceremony: Spans) -> Paragraphs:
    """Return the paragraphs of the passages (of :func:`ordered_passages`)."""
    number = dict(zip(corpus.documents["doc_id"], enumerate(corpus.documents["text"]), strict=True))
    rows: list[tuple[int, int, int, int, int, int, int, bool]] = []
    columns = ["doc_id", "opened_by", "part", "start", "end", "head_end"]
    passage: Any
    for row, passage in enumerate(passages[columns].astype(object).itertuples(index=False)):
        document, text = number[passage.doc_id]
        lines = text[passage.start : passage.end].split("\n")
        quiet = len(lines) if passage.part in SILENT_PARTS else 0
        if passage.opened_by == "start" and not quiet:
            quiet = title_lines(lines)
        at, before = int(passage.start), len(rows)
        for i, line in enumerate(lines):
            end = at + len(line)
            body = min(max(at, passage.head_end), end)
            if line.strip() and (body == at or _says(text[body:end])):
                lead = lead_of(text[body:end])
                behind = text.index(lead, body) + len(lead) if lead else body
                rows.append((document, row, i, at, body, behind, end, i < quiet))
            at = end + 1
        start, end = int(passage.start), int(passage.end)
        if len(rows) == before and _says(text[start:end]):  # a heading alone
            rows.append((document, row, 0, start, end, end, end, quiet > 0))
    found = Paragraphs(*np.array(rows, dtype=np.int64).reshape(-1, 8).T)
    return found._replace(silent=(found.silent > 0) | _mostly(ceremony, found))


def _says(text: str) -> bool:
    return any(map(str.isalnum, text))


def _mostly(ceremony: Spans, paragraphs: Paragraphs) -> np.ndarray:
    """Say which paragraphs are mostly ceremony; none of its sentences reaches over a line end."""
    at = holding(ceremony, paragraphs)
    inside = at >= 0
    length = (ceremony.end - ceremony.start)[inside]
    covered = np.bincount(at[inside], weights=length, minlength=len(paragraphs.start))
    return (covered > 0) & (covered >= _MOSTLY * (paragraphs.end - paragraphs.start))


def holding(spans: Spans, rows: Spans | Paragraphs) -> np.ndarray:
    """Return for each span the number of the row that begins last before it in its document and holds it, else -1."""
    if not len(rows.start):
        return np.full(len(spans.start), -1)
    stride = int(max(rows.end.max(), spans.end.max(initial=0))) + 1
    order = np.argsort(rows.document * stride + rows.start, kind="stable")
    at = np.searchsorted(
        (rows.document * stride + rows.start)[order], spans.document * stride + spans.start, side="right"
    )
    row = order[np.maximum(at - 1, 0)]
    held = (at > 0) & (rows.document[row] == spans.document) & (rows.end[row] >= spans.end)
    return np.where(held, row, -1)
