"""Where along a document shared wording stands, for the strips of the page."""

from collections.abc import Collection
from typing import Any

import pandas as pd

from plananalysis.report.context import Page, records, rows_of

GAP = 300
"""Marks on a strip that are nearer to each other than this fraction of the text (one over it) become one."""


def strips(page: Page, documents: Collection[str]) -> dict[str, Any]:
    """Return what each document shares as records: doc (its number), start, end, kind; none overlap.

    Spans close by are joined. Where a passage and a formula overlap, the passage is shown.
    """
    table = page.analysis.tables["reuse"]
    names = ["doc_id", "start", "end", "kind"]
    sides = [
        table[[f"doc_{side}", f"start_{side}", f"end_{side}", "kind"]].set_axis(names, axis=1)
        for side in "ab"
    ]
    spans = pd.concat(sides, ignore_index=True).drop_duplicates().sort_values(["doc_id", "start", "end"])
    known = page.analysis.corpus.documents
    length = dict(zip(known["doc_id"], known["n_chars"], strict=True))
    found: list[list[Any]] = []
    for doc, here in spans[spans["doc_id"].isin(documents)].groupby("doc_id", sort=True):
        gap = length[doc] // GAP
        passages, formulas = (
            _joined(rows_of(here[here["kind"] == kind], "start", "end"), gap)
            for kind in ("passage", "formula")
        )
        rows = [(*span, "passage") for span in passages]
        rows += [(*span, "formula") for formula in formulas for span in _without(formula, passages)]
        found += [[page.place.document(str(doc)), *row] for row in sorted(rows)]
    return records(["doc", "start", "end", "kind"], found)


def _joined(spans: list[tuple[Any, ...]], gap: int) -> list[tuple[int, int]]:
    """Join spans, sorted by start, that are no further apart than the gap.

    Examples
    --------
    >>> _joined([(0, 4), (5, 9), (20, 22)], 2)
    [(0, 9), (20, 22)]
    """
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if found and start <= found[-1][1] + gap:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def _without(span: tuple[int, int], others: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return what is left of a span where others, sorted and apart from each other, are taken out.

    Examples
    --------
    >>> _without((0, 10), [(2, 4), (8, 12)])
    [(0, 2), (4, 8)]
    """
    start, end = span
    found = []
    for other_start, other_end in others:
        if other_end <= start or other_start >= end:
            continue
        if other_start > start:
            found.append((start, other_start))
        start = max(start, other_end)
    return [*found, (start, end)] if start < end else found
