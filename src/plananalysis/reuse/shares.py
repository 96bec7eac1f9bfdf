"""Say how much of a plan is formula, borrowed or its own, and which units share how much."""

import numpy as np
import pandas as pd

from plananalysis.corpus.model import Corpus
from plananalysis.errors import InputError

_PREFIXES = (("a", "b"), ("b", "a"))


def _sides(corpus: Corpus, reuse: pd.DataFrame) -> pd.DataFrame:
    """Return one row per side of each detection: the span, its kind, and unit and year of the other side."""
    parts = []
    for here, there in _PREFIXES:
        part = reuse[[f"doc_{here}", f"start_{here}", f"end_{here}", f"doc_{there}", "kind"]].copy()
        part.columns = pd.Index(["doc_id", "start", "end", "other", "kind"])
        parts.append(part)
    info = _units(corpus)
    sides = pd.concat(parts, ignore_index=True)
    return sides.join(info.add_prefix("other_"), on="other")


def _units(corpus: Corpus) -> pd.DataFrame:
    """Return unit and year by doc_id; a document without a unit is its own."""
    info = corpus.documents[["doc_id", "unit", "year"]].set_index("doc_id")
    named = info["unit"].fillna("").str.strip() != ""
    return info.assign(unit=info["unit"].where(named, info.index.to_series()))


def _letters(text: str, excluded: list[tuple[int, int]]) -> np.ndarray:
    """Return which characters of a text are letters, digits or Han and are not left out."""
    letters = np.fromiter(map(str.isalnum, text), dtype=bool, count=len(text))
    for start, end in excluded:
        letters[start:end] = False
    return letters


def _covered(n: int, starts, ends) -> np.ndarray:
    """Return which of ``n`` characters lie in any of the spans."""
    depth = np.zeros(n + 1, dtype=np.int64)
    np.add.at(depth, np.asarray(starts, dtype=np.int64), 1)
    np.add.at(depth, np.asarray(ends, dtype=np.int64), -1)
    return np.cumsum(depth)[:-1] > 0


def reuse_shares(corpus: Corpus, reuse: pd.DataFrame, *, by: str = "doc_id") -> pd.DataFrame:
    """Return which part of every document or section is formula, borrowed passage or its own.

    Parameters
    ----------
    corpus
        The documents.
    reuse
        Table of :func:`find_reuse`.
    by
        ``"doc_id"`` or ``"section"`` (level-1 sections of the outline).

    Returns
    -------
    DataFrame
        ``doc_id, unit`` (and ``section, heading``); ``n_chars``: letters, digits and Han that count; ``formula``,
        ``passage``, ``own``: shares that add up to 1, a letter in both kinds counting as formula; ``from_unit``: the
        other unit that shares most of the passages; ``from_chars``: letters shared with it.

    Raises
    ------
    InputError
        If ``by`` is neither of the two.
    """
    if by not in ("doc_id", "section"):
        raise InputError(f"by is {by!r}; give 'doc_id' or 'section'")
    units = _units(corpus)["unit"]
    sides = dict(iter(_sides(corpus, reuse).groupby("doc_id")))
    excluded = {
        doc: list(zip(part["start"], part["end"], strict=True))
        for doc, part in corpus.excluded.groupby("doc_id")
    }
    sections = dict(iter(corpus.passages.groupby("doc_id", sort=False)))
    rows = []
    for doc, text in corpus.texts():
        letters = _letters(text, excluded.get(doc, []))
        part = sides.get(doc)
        formula, passage = np.zeros(len(text), dtype=bool), np.zeros(len(text), dtype=bool)
        by_unit: dict[str, np.ndarray] = {}
        if part is not None:
            for kind, target in (("formula", formula), ("passage", passage)):
                some = part[part["kind"] == kind]
                target |= _covered(len(text), some["start"], some["end"])
            for unit, some in part[(part["kind"] == "passage") & (part["other_unit"] != units[doc])].groupby(
                "other_unit"
            ):
                by_unit[str(unit)] = _covered(len(text), some["start"], some["end"]) & letters & ~formula
        for name, heading, where in _areas(doc, text, by, sections):
            counted = letters & where
            n = int(counted.sum())
            n_formula = int((formula & counted).sum())
            n_passage = int((passage & ~formula & counted).sum())
            shared = sorted(((-int((mask & where).sum()), unit) for unit, mask in by_unit.items()))
            most = shared[0] if shared and shared[0][0] < 0 else (0, "")
            share = np.asarray([n_formula, n_passage, n - n_formula - n_passage]) / max(1, n)
            rows.append((doc, units[doc], name, heading, n, *share.tolist(), most[1], -most[0]))
    names = [
        "doc_id",
        "unit",
        "section",
        "heading",
        "n_chars",
        "formula",
        "passage",
        "own",
        "from_unit",
        "from_chars",
    ]
    table = pd.DataFrame(rows, columns=names)
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


def borrowing_matrix(corpus: Corpus, reuse: pd.DataFrame, *, kind: str | None = "passage") -> pd.DataFrame:
    """Return how many characters each unit shares with each other unit that wrote them no later.

    Parameters
    ----------
    corpus
        The documents, with unit and year.
    reuse
        Table of :func:`find_reuse`.
    kind
        Count passages, formulas, or (``None``) both.

    Returns
    -------
    DataFrame
        Units by units. A cell holds the letters in documents of the row's unit that also stand in a document of the
        column's unit of the same or an earlier year; so the direction shows where the years differ, and documents of
        the same or an unknown year count both ways.
    """
    units = _units(corpus)
    names = sorted(units["unit"].unique())
    matrix = pd.DataFrame(
        0, index=pd.Index(names, name="unit"), columns=pd.Index(names, name="source"), dtype="int64"
    )
    sides = _sides(corpus, reuse if kind is None else reuse[reuse["kind"] == kind])
    year = sides["doc_id"].map(units["year"])
    later = (sides["other_year"] > year).fillna(False).astype(bool)
    unit = sides["doc_id"].map(units["unit"])
    sides = sides[~later & (sides["other_unit"] != unit)]
    texts = dict(corpus.texts())
    for (doc, other), part in sides.groupby(["doc_id", "other_unit"]):
        text = texts[str(doc)]
        letters = _covered(len(text), part["start"], part["end"]) & _letters(text, [])
        matrix.loc[units["unit"][str(doc)], str(other)] += int(letters.sum())
    return matrix
