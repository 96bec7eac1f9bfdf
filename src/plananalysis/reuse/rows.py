"""Write passages as the reuse table: a row for each, the most distinctive first, with its places in the texts."""

import numpy as np
import pandas as pd

from plananalysis import tables
from plananalysis.reuse.edges import set_span
from plananalysis.reuse.matches import Matches
from plananalysis.reuse.passage_kinds import ceremonial, units_of_family, very_many
from plananalysis.reuse.passage_measures import Measures
from plananalysis.reuse.seeds.fingerprint import Fingerprint
from plananalysis.reuse.wording_families import number_families


def reuse_table(
    fp: Fingerprint, found: Matches, measured: Measures, *, asked: set[str] | None
) -> pd.DataFrame:
    """Return the reuse table of one or more passages.

    Parameters
    ----------
    fp
        The corpus.
    found
        Passages as ranges of letters.
    measured
        What was measured of each.
    asked
        Documents that stand on the ``a`` side; None for the one of smaller name.
    """
    rank = _ranks(fp.doc_ids, asked)
    table = _ordered(_columns(fp, found, measured, rank), rank)
    name = np.asarray(fp.doc_ids, dtype=object)
    for side in "ab":
        spans = zip(*(table[f"{part}_{side}"].tolist() for part in ("doc", "start", "end")), strict=True)
        table[f"text_{side}"] = [fp.texts[doc][start:end] for doc, start, end in spans]
        table[f"doc_{side}"] = name[table[f"doc_{side}"]]
    table = number_families(tables.conform(table, "reuse"))
    return table.assign(kind=_kinds(fp, table))


def _kinds(fp: Fingerprint, table: pd.DataFrame) -> pd.Series:
    """Return the kind of each row: a passage whose family very many units have, or of ceremony, is formula."""
    units = dict(zip(fp.doc_ids, fp.doc_group.tolist(), strict=True))
    formula = units_of_family(table, units) >= very_many(fp.n_groups)
    passages = table[(table["kind"] == "passage") & ~formula]
    formula[passages.index] = ceremonial(passages["text_a"]) | ceremonial(passages["text_b"])
    return table["kind"].mask(formula & (table["kind"] == "passage"), "formula")


def _ranks(doc_ids: list[str], asked: set[str] | None) -> np.ndarray:
    """Return the rank of each document by name, those asked for before all others."""
    rank = np.empty(len(doc_ids), dtype=np.int64)
    rank[np.asarray(sorted(range(rank.size), key=doc_ids.__getitem__), dtype=np.int64)] = np.arange(rank.size)
    if asked is not None:
        rank += rank.size * np.asarray([doc not in asked for doc in doc_ids], dtype=np.int64)
    return rank


def _columns(fp: Fingerprint, found: Matches, measured: Measures, rank: np.ndarray) -> pd.DataFrame:
    """Return the columns in numbers, documents by number, the one of smaller rank or the earlier place as ``a``."""
    doc = [fp.segment_doc[fp.segment[start]] for start in (found.a0, found.b0)]
    place = [_places(fp, doc[0], found.a0, found.a1), _places(fp, doc[1], found.b0, found.b1)]
    swap = (rank[doc[1]] < rank[doc[0]]) | ((doc[0] == doc[1]) & (place[1][0] < place[0][0]))
    columns: dict[str, object] = {}
    for side, here, there in (("a", 0, 1), ("b", 1, 0)):
        columns[f"doc_{side}"] = np.where(swap, doc[there], doc[here])
        for i, name in enumerate(("start", "end")):
            columns[f"{name}_{side}"] = np.where(swap, place[there][i], place[here][i])
    columns |= {
        "n_letters": measured.n_letters,
        "similarity": measured.similarity,
        "distinctiveness": measured.distinctiveness,
        "kind": measured.kind,
        "family": 0,
    }
    return pd.DataFrame(columns)


def _ordered(table: pd.DataFrame, rank: np.ndarray) -> pd.DataFrame:
    """Return each pair of places once, the most distinctive first, of equals by document and place."""
    table = table.drop_duplicates([f"{part}_{side}" for side in "ab" for part in ("doc", "start", "end")])
    order = np.lexsort(
        (
            *(table[key].to_numpy() for key in ("end_b", "end_a", "start_b")),
            rank[table["doc_b"]],
            table["start_a"].to_numpy(),
            rank[table["doc_a"]],
            -table["distinctiveness"].to_numpy(),
        )
    )
    return table.iloc[order].reset_index(drop=True)


def _places(
    fp: Fingerprint, doc: np.ndarray, first: np.ndarray, last: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Return start and end of ranges of letters in the texts, with the numbers and marks that belong to them."""
    size = last - first
    key = first * (int(size.max()) + 1) + size
    order = np.argsort(key, kind="stable")
    new = np.diff(key[order], prepend=-1) != 0
    once = order[new]  # common wording has one place in many rows
    starts, ends = fp.origin[first[once]].tolist(), (fp.origin[last[once] - 1] + 1).tolist()
    segment = fp.segment[first[once]]
    bounds = (fp.low[segment].tolist(), fp.high[segment].tolist())
    rows = zip(doc[once].tolist(), starts, ends, *bounds, strict=True)
    spans = [set_span(fp.texts[d], s, e, low, high) for d, s, e, low, high in rows]
    number = np.empty(order.size, dtype=np.int64)
    number[order] = np.cumsum(new) - 1
    start, end = np.asarray(spans, dtype=np.int64)[number].T
    return start, end
