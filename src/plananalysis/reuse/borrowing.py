"""Measure how much of a plan is formula, shared passage or its own, and which units share how much."""

from functools import lru_cache
from typing import NamedTuple

import numpy as np
import pandas as pd

from plananalysis.common_options import Part, in_part
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.errors import InputError
from plananalysis.folding import code_points
from plananalysis.groups import (
    document_groups,
    documents_in_time,
    grouping,
    warn_of_one_group,
)
from plananalysis.reuse.columns import running_max
from plananalysis.reuse.passage_kinds import shared_wording
from plananalysis.reuse.seeds.fingerprint import BASIC_PLANE
from plananalysis.tables import check

_PLACED = ("doc_a", "start_a", "end_a", "doc_b", "start_b", "end_b", "kind")
"""The columns of the reuse table that shares are counted from."""


class _Sides(NamedTuple):
    """One entry per side of each detection: documents and units by number, and the span."""

    doc: np.ndarray
    start: np.ndarray
    end: np.ndarray
    other: np.ndarray
    formula: np.ndarray

    def take(self, which: np.ndarray | slice) -> "_Sides":
        """Return the sides chosen by a mask or by indices."""
        return _Sides(*(column[which] for column in self))


def _sides(reuse: pd.DataFrame, corpus: Corpus) -> _Sides:
    """Return both sides of each detection, with the document on the other side (-1: not in this corpus)."""
    index = pd.Index(corpus.documents["doc_id"])
    a, b = (index.get_indexer(reuse[name]) for name in ("doc_a", "doc_b"))
    start, end = (np.r_[reuse[f"{n}_a"].to_numpy(), reuse[f"{n}_b"].to_numpy()] for n in ("start", "end"))
    formula = (reuse["kind"] == "formula").to_numpy(dtype=bool)
    sides = _Sides(np.r_[a, b], start, end, np.r_[b, a], np.r_[formula, formula])
    return sides.take(sides.doc >= 0)


def _sharing(corpus: Corpus, by: str | None) -> tuple[np.ndarray, np.ndarray]:
    """Return the names of those who share, and the number of each document's; without a unit it is its own."""
    if grouping(corpus, by) != "unit":
        groups, labels = document_groups(corpus, by)
        return labels.to_numpy(dtype=object), groups
    unit, doc = corpus.documents["unit"], corpus.documents["doc_id"]
    named = unit.fillna("").str.strip() != ""
    names, number = np.unique(unit.where(named, doc).to_numpy(dtype=object), return_inverse=True)
    return names, number


@lru_cache(maxsize=1)
def _is_letter() -> np.ndarray:
    """Return for every character of the basic plane whether it is a letter, digit or Han."""
    return np.fromiter((chr(code).isalnum() for code in range(BASIC_PLANE)), dtype=bool, count=BASIC_PLANE)


def _letters(text: str, excluded: list[tuple[int, int]]) -> np.ndarray:
    """Return which characters of a text are letters, digits or Han and are not left out."""
    points = code_points(text)
    letters = _is_letter()[np.minimum(points, BASIC_PLANE - 1)]
    for i in np.flatnonzero(points >= BASIC_PLANE).tolist():
        letters[i] = text[i].isalnum()
    for start, end in excluded:
        letters[start:end] = False
    return letters


def _covered(n: int, starts, ends) -> np.ndarray:
    """Return which of ``n`` characters lie in any of the spans."""
    covered = np.zeros(n, dtype=bool)
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        covered[start:end] = True
    return covered


def _groups(*keys: np.ndarray):
    """Yield the rows that agree in all keys together, in the order of the keys."""
    order = np.lexsort(keys[::-1])
    if not order.size:
        return
    new = np.zeros(order.size, dtype=bool)
    for key in keys:
        new[1:] |= key[order][1:] != key[order][:-1]
    yield from np.split(order, np.flatnonzero(new))


def reuse_shares(
    reuse: pd.DataFrame, corpus: Corpus, *, by: str = "doc_id", part: Part = None
) -> pd.DataFrame:
    """Return which part of every document or section is formula, borrowed passage or its own.

    Parameters
    ----------
    reuse
        Table of :func:`find_reuse`.
    corpus
        The documents.
    by
        ``"doc_id"`` or ``"section"`` (level-1 sections of the outline).
    part
        Count only these parts of the plans; as in :func:`plananalysis.count_features`.

    Returns
    -------
    DataFrame
        ``doc_id, unit`` (and ``section, heading``); ``n_letters``: letters, digits and Han that count; ``formula``,
        ``passage``, ``own``: shares that add up to 1, a letter in both kinds counting as formula, and one that
        :func:`find_reuse` does not report (too short, or of too many documents), or as ``term``, as own; ``from_unit``: the
        other unit that shares most of the passages (of one unit the other year, else the other document);
        ``from_letters``: letters shared with it.

    Raises
    ------
    InputError
        If ``by`` is neither of the two.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts, find_reuse
    >>> corpus = corpus_from_texts({"a": "要巩固整治成果，防止反弹回潮。", "b": "应巩固集中整治成果，防止反弹回潮。"})
    >>> reuse_shares(find_reuse(corpus), corpus)[["doc_id", "n_letters", "passage", "own", "from_unit"]].round(2)
      doc_id  n_letters  passage   own from_unit
    0      a       13     0.92  0.08         b
    1      b       15     0.93  0.07         a
    """
    check(reuse, "reuse", _PLACED)
    check_corpus(corpus)
    corpus, reuse = in_part(part, corpus, reuse)
    if by not in ("doc_id", "section"):
        raise InputError("by is {by!r}; give 'doc_id' or 'section'", by=by)
    names, group_of = _sharing(corpus, None)
    unit = _sharing(corpus, "unit")
    unit_of = unit[0][unit[1]]
    sides = _sides(shared_wording(reuse), corpus)
    sides = sides.take(np.argsort(sides.doc, kind="stable"))
    bounds = np.searchsorted(sides.doc, np.arange(group_of.size + 1))
    excluded: dict[str, list[tuple[int, int]]] = {}
    for doc, start, end in zip(*(corpus.excluded[c] for c in ("doc_id", "start", "end")), strict=True):
        excluded.setdefault(doc, []).append((start, end))
    sections = {}
    if by == "section":
        sections = {str(doc): part for doc, part in corpus.passages.groupby("doc_id", sort=False)}
    rows = []
    for number, (doc, text) in enumerate(corpus.texts()):
        letters = _letters(text, excluded.get(doc, []))
        here = sides.take(slice(bounds[number], bounds[number + 1]))
        formula, passage = (
            _covered(len(text), here.start[kind], here.end[kind]) for kind in (here.formula, ~here.formula)
        )
        by_unit: dict[str, np.ndarray] = {}
        others = group_of[here.other]
        foreign = np.flatnonzero(~here.formula & (here.other >= 0) & (others != group_of[number]))
        for group in _groups(others[foreign]):
            some = foreign[group]
            mask = _covered(len(text), here.start[some], here.end[some])
            by_unit[names[others[some[0]]]] = mask & letters & ~formula
        for name, heading, where in _areas(doc, text, by, sections):
            counted = letters & where
            n = int(counted.sum())
            n_formula = int((formula & counted).sum())
            n_passage = int((passage & ~formula & counted).sum())
            shared = sorted(((-int((mask & where).sum()), unit) for unit, mask in by_unit.items()))
            most = shared[0] if shared and shared[0][0] < 0 else (0, "")
            share = np.asarray([n_formula, n_passage, n - n_formula - n_passage]) / max(1, n)
            rows.append((doc, unit_of[number], name, heading, n, *share.tolist(), most[1], -most[0]))
    columns = [
        "doc_id",
        "unit",
        "section",
        "heading",
        "n_letters",
        "formula",
        "passage",
        "own",
        "from_unit",
        "from_letters",
    ]
    table = pd.DataFrame(rows, columns=columns)
    rank = {doc: place for place, doc in enumerate(documents_in_time(corpus))}
    table = table.sort_values("doc_id", key=lambda docs: docs.map(rank), kind="stable", ignore_index=True)
    return table if by == "section" else table.drop(columns=["section", "heading"])


def _areas(doc: str, text: str, by: str, sections: dict[str, pd.DataFrame]):
    """Yield name, heading and mask of the areas of one document."""
    if by == "doc_id":
        yield "", "", np.ones(len(text), dtype=bool)
        return
    if doc not in sections:
        return
    for section, part in sections[doc].groupby("section", sort=False):
        top = part.loc[part["passage_id"] == section, "heading"]
        yield (
            str(section),
            str(top.iloc[0]) if len(top) else "",
            _covered(len(text), part["start"], part["end"]),
        )


def borrowing_matrix(
    reuse: pd.DataFrame,
    corpus: Corpus,
    *,
    kind: str | None = "passage",
    by: str | None = None,
    part: Part = None,
) -> pd.DataFrame:
    """Return how many characters each unit, or year, shares with each other that wrote them no later.

    Parameters
    ----------
    reuse
        Table of :func:`find_reuse`.
    corpus
        The documents, with unit and year.
    kind
        Count passages, formulas, or (``None``) both.
    by
        ``unit``, ``doc_id``, ``year`` or any metadata column; by default units, of one unit its years, else documents.
    part
        Count only these parts of the plans; as in :func:`plananalysis.count_features`.

    Returns
    -------
    DataFrame
        Units (or other groups) by units. A cell holds the letters in documents of the row's unit that also stand in a
        document of the column's unit of the same or an earlier year; so the direction shows where the years differ, and
        documents of the same or an unknown year count both ways.

    Examples
    --------
    >>> import pandas as pd
    >>> from plananalysis import corpus_from_texts, find_reuse
    >>> corpus = corpus_from_texts(
    ...     {"a": "要巩固整治成果，防止反弹回潮。", "b": "应巩固集中整治成果，防止反弹回潮。"},
    ...     metadata=pd.DataFrame({"doc_id": ["a", "b"], "unit": ["甲局", "乙局"], "year": [2023, 2024]}))
    >>> int(borrowing_matrix(find_reuse(corpus), corpus).loc["乙局", "甲局"])
    14
    """
    check(reuse, "reuse", _PLACED)
    check_corpus(corpus)
    corpus, reuse = in_part(part, corpus, reuse)
    names, unit_of = _sharing(corpus, by)
    warn_of_one_group("borrowing_matrix", corpus, by)
    sides = _sides(shared_wording(reuse) if kind is None else reuse[reuse["kind"] == kind], corpus)
    sides = sides.take(sides.other >= 0)
    year = corpus.documents["year"].astype("Float64").to_numpy(dtype=float, na_value=np.nan)
    later = year[sides.other] > year[sides.doc]  # never where one is unknown
    sides = sides.take(~later & (unit_of[sides.other] != unit_of[sides.doc]))
    texts = [text for _, text in corpus.texts()]
    offset = np.cumsum([0, *map(len, texts)])
    letters = np.zeros(offset[-1] + 1, dtype=np.int32)
    for text, first, last in zip(texts, offset.tolist(), offset[1:].tolist(), strict=False):
        letters[first + 1 : last + 1] = _letters(text, [])
    before = np.cumsum(letters, dtype=np.int32)
    # Spans of one document shared with one unit count once where they overlap.
    source = unit_of[sides.other]
    start, end = offset[sides.doc] + sides.start, offset[sides.doc] + sides.end
    order = np.lexsort((end, start, source, sides.doc))
    doc, source, start, end = sides.doc[order], source[order], start[order], end[order]
    pair = np.zeros(doc.size, dtype=np.int64)
    pair[1:] = np.cumsum((doc[1:] != doc[:-1]) | (source[1:] != source[:-1]))
    reach = running_max(end, pair)
    free = start.copy()
    same = pair[1:] == pair[:-1]
    free[1:][same] = np.maximum(start[1:], reach[:-1])[same]
    matrix = np.zeros((names.size, names.size), dtype=np.int64)
    np.add.at(matrix, (unit_of[doc], source), before[np.maximum(free, end)] - before[free])
    return pd.DataFrame(matrix, index=pd.Index(names, name="unit"), columns=pd.Index(names, name="from_unit"))
