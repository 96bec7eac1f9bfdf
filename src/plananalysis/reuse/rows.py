"""Write the passages found as the reuse table: places in the texts, similarity, distinctiveness and kind."""

import numpy as np
import pandas as pd

from plananalysis import tables
from plananalysis.memory import give_back
from plananalysis.reuse.agreement import shared_letters
from plananalysis.reuse.columns import flat
from plananalysis.reuse.edges import EdgeContext, set_edges, set_span
from plananalysis.reuse.marks import Marks, mark
from plananalysis.reuse.matches import Matches
from plananalysis.reuse.passage_kinds import (
    FORMULA_SHARE,
    spread_of,
    taken_by_many,
    telling_size,
    units_of_family,
    widespread,
)
from plananalysis.reuse.seeds.fingerprint import Fingerprint, whole_grams
from plananalysis.reuse.seeds.grams import find_grams
from plananalysis.reuse.surprisal import LetterModel, surprisal
from plananalysis.reuse.wording_families import number_families

MOSAIC = 60
"""From this length on, a passage is formula if what it shares is, or if very many units share it."""

_LONGEST_TERM = 255
_AROUND = 90
_SHORTEST_TERM = 4


def reuse_table(
    fp: Fingerprint,
    model: LetterModel,
    spread: np.ndarray,
    found: Matches,
    *,
    min_chars: int,
    asked: set[str] | None,
    terms: list[str],
) -> pd.DataFrame:
    """Return the reuse table of passages given as ranges of letters."""
    long_enough = np.maximum(found.a1 - found.a0, found.b1 - found.b0) >= min_chars
    found = found.take(long_enough)
    if not found.a0.size:
        return tables.empty("reuse")
    marks = mark(fp, found, terms)
    found = set_edges(EdgeContext(fp, min_chars, marks.title, marks.within), found, "chosen")
    give_back()
    found = found.take(np.minimum(found.a1 - found.a0, found.b1 - found.b0) >= min_chars)
    if not found.a0.size:
        return tables.empty("reuse")
    limit = widespread(int(fp.doc_unit.max()) + 1)
    size = telling_size(fp, limit)
    if size != fp.gram:
        spread = find_grams(fp, whole_grams(fp.codes, size), size).spread
        give_back()
    users, wide = spread_of(fp, spread, found, limit, size)
    everywhere = taken_by_many(fp, found, limit)
    doc_a, doc_b = (fp.segment_doc[fp.segment[side]] for side in (found.a0, found.b0))
    similarity = _similarity(fp.codes, found)
    bits, share = _shared(fp, model, found, similarity == 1, wide, marks)
    opposite = Matches(found.b0, found.b1, found.a0, found.a1)
    share = np.minimum(share, _shared(fp, None, opposite, similarity == 1, wide, marks)[1])
    n_chars = np.maximum(found.a1 - found.a0, found.b1 - found.b0)
    many = np.where(n_chars >= MOSAIC, np.maximum(users, everywhere), users)
    formula = (share >= FORMULA_SHARE) | ((n_chars >= MOSAIC) & (everywhere >= limit))
    del marks, wide
    give_back()
    places = [_places(fp, doc_a, found.a0, found.a1), _places(fp, doc_b, found.b0, found.b1)]
    name = np.asarray(fp.doc_ids, dtype=object)
    rank = np.empty(name.size, dtype=np.int64)
    rank[np.asarray(sorted(range(name.size), key=name.__getitem__), dtype=np.int64)] = np.arange(name.size)
    if asked is not None:
        rank += name.size * np.asarray([doc not in asked for doc in fp.doc_ids], dtype=np.int64)
    swap = (rank[doc_b] < rank[doc_a]) | ((doc_a == doc_b) & (places[1][0] < places[0][0]))
    columns: dict[str, object] = {}
    for side, here, there in (("a", 0, 1), ("b", 1, 0)):
        doc = np.where(swap, (doc_a, doc_b)[there], (doc_a, doc_b)[here])
        start, end = (np.where(swap, places[there][i], places[here][i]) for i in (0, 1))
        columns[f"doc_{side}"] = doc
        columns[f"start_{side}"], columns[f"end_{side}"] = start, end
    columns |= {
        "n_chars": n_chars,
        "similarity": similarity,
        "distinctiveness": bits * similarity / np.log2(np.maximum(2, many)),
        "kind": np.where(formula, "formula", "passage"),
        "family": 0,
    }
    keys = [f"{part}_{side}" for side in "ab" for part in ("doc", "start", "end")]
    table = pd.DataFrame(columns).drop_duplicates(keys)
    order = np.lexsort(
        (
            *(table[key].to_numpy() for key in ("end_b", "end_a", "start_b")),
            rank[table["doc_b"]],
            table["start_a"].to_numpy(),
            rank[table["doc_a"]],
            -table["distinctiveness"].to_numpy(),
        )
    )
    table = table.iloc[order].reset_index(drop=True)
    for side in "ab":
        spans = zip(*(table[f"{part}_{side}"].tolist() for part in ("doc", "start", "end")), strict=True)
        table[f"text_{side}"] = [fp.texts[doc][start:end] for doc, start, end in spans]
        table[f"doc_{side}"] = name[table[f"doc_{side}"]]
    table = number_families(tables.conform(table, "reuse"))
    units = dict(zip(fp.doc_ids, fp.doc_unit.tolist(), strict=True))
    return table.assign(kind=table["kind"].where(units_of_family(table, units) < limit, "formula"))


def _similarity(codes: np.ndarray, found: Matches) -> np.ndarray:
    """Return the share of the letters of both sides that a longest common subsequence pairs."""
    from rapidfuzz.distance import Indel

    letters = codes.tobytes().decode("utf-16-le", "surrogatepass")
    result = np.ones(found.a0.size)
    for i, (a0, a1, b0, b1) in enumerate(zip(*(side.tolist() for side in found), strict=True)):
        left, right = letters[a0:a1], letters[b0:b1]
        if left != right:
            result[i] = Indel.normalized_similarity(left, right)
    return result


def _places(
    fp: Fingerprint, doc: np.ndarray, first: np.ndarray, last: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Return start and end of ranges of letters in the texts, with the numbers and marks that belong to them."""
    size = last - first
    key = first * (int(size.max()) + 1) + size
    order = np.argsort(key, kind="stable")
    new = np.diff(key[order], prepend=-1) != 0
    once = order[new]  # common wording meets one place again and again
    starts, ends = fp.origin[first[once]].tolist(), (fp.origin[last[once] - 1] + 1).tolist()
    segment = fp.segment[first[once]]
    bounds = (fp.low[segment].tolist(), fp.high[segment].tolist())
    rows = zip(doc[once].tolist(), starts, ends, *bounds, strict=True)
    spans = [set_span(fp.texts[d], s, e, low, high) for d, s, e, low, high in rows]
    number = np.empty(order.size, dtype=np.int64)
    number[order] = np.cumsum(new) - 1
    start, end = np.asarray(spans, dtype=np.int64)[number].T
    return start, end


def _shared(
    fp: Fingerprint,
    model: LetterModel | None,
    found: Matches,
    equal: np.ndarray,
    wide: np.ndarray,
    marks: Marks,
) -> tuple[np.ndarray, np.ndarray]:
    """Return the surprisal of what the ``a`` sides share, and which share of their letters is formula."""
    bits, share = np.zeros(equal.size), np.zeros(equal.size)
    for same in (True, False):
        rows = np.flatnonzero(equal == same)
        if not rows.size:
            continue
        here = found.take(rows)
        for part, at, owner, shared in _alike(here) if same else shared_letters(fp.codes, here):
            n = part.stop - part.start
            first, last = here.a0[part][owner], here.a1[part][owner]
            inside = (marks.before[at] > 0) & (at - marks.before[at] + 1 >= first)
            inside &= at + marks.after[at] <= last
            kept = shared | (last - first < MOSAIC)
            formula = (wide[at] | marks.title[at] | inside) & kept
            share[rows[part]] = np.bincount(owner, formula, n) / np.maximum(1, np.bincount(owner, kept, n))
            if model is not None:
                bits[rows[part]] = np.bincount(owner[shared], surprisal(model, fp.codes, at[shared]), n)
    return bits, share


def _alike(found: Matches):
    """Yield all letters of the ``a`` sides as shared, in the way of :func:`shared_letters`."""
    for start in range(0, found.a0.size, 1 << 13):
        part = slice(start, min(start + (1 << 13), found.a0.size))
        at, owner, _ = flat(found.a0[part], found.a1[part])
        yield part, at, owner, np.ones(at.size, dtype=bool)
