"""What the page shows of shared wording and of plans side by side."""

from typing import Any

import numpy as np
import pandas as pd

from plananalysis.groups import groups_of
from plananalysis.report.analysis import Analysis
from plananalysis.report.compact import Pair, Places, both, rows_of
from plananalysis.report.contents import in_order

MOST_PAIRS, PAIRS_EACH, MOST_PAIRS_WITH_TEXT = 9_000, 6, 800
"""Shared passages in a page: in all, of any two documents, and in all where the page holds no texts."""
MOST_LISTED, MOST_FAMILIES, MOST_MAPS = 1_000, 300, 120
EXCERPT, MOST_NAMED = 60, 4
GAP = 300
"""Marks on a strip that are nearer to each other than this fraction of the text (one over it) become one."""


def reuse(chosen: pd.DataFrame, place: Places, with_text: bool) -> dict[str, Any]:
    """Return the shared passages as numbers: two places, letters, similarity, distinctiveness, kind, family."""
    columns = ["doc_a", "start_a", "end_a", "doc_b", "start_b", "end_b"]
    columns += ["n_chars", "similarity", "distinctiveness", "kind", "family", "text_a", "text_b"]
    pairs = []
    for *spans, n, similar, distinct, kind, family, text_a, text_b in rows_of(chosen, *columns):
        doc_a, start_a, end_a, doc_b, start_b, end_b = spans
        row = [place.document(doc_a), start_a, end_a, place.document(doc_b), start_b, end_b]
        row += [n, round(similar, 3), round(distinct, 1), int(kind == "formula"), family]
        pairs.append(row if with_text else [*row, text_a, text_b])
    return {"pairs": pairs}


def chosen_pairs(analysis: Analysis, with_text: bool) -> pd.DataFrame:
    """Return the shared passages that the page holds, in the order of the table."""
    table = analysis.tables["reuse"]
    return pick_pairs(table, MOST_PAIRS if with_text else MOST_PAIRS_WITH_TEXT)


def pick_pairs(table: pd.DataFrame, most: int) -> pd.DataFrame:
    """Return the first few passages of any two documents, enough to cover all that is shared, and the most distinctive.

    Examples
    --------
    >>> few = pd.DataFrame({"doc_a": ["a", "a", "b"], "doc_b": ["b", "b", "c"]})
    >>> few = few.assign(start_a=0, end_a=9, start_b=0, end_b=9, kind="passage")
    >>> len(pick_pairs(few, 2))
    2
    """
    if len(table) <= most:
        return table
    rank = table.groupby(["doc_a", "doc_b"], sort=False).cumcount().to_numpy()
    wanted = np.zeros(len(table), dtype=bool)
    few = rank < PAIRS_EACH
    for first in (few & (table["kind"] == "passage").to_numpy(), few):
        wanted[np.flatnonzero(first & ~wanted)[: most // 2 - int(wanted.sum())]] = True
    for more in (_covering(table, wanted), ~wanted):
        wanted[np.flatnonzero(more & ~wanted)[: most - int(wanted.sum())]] = True
    return table[wanted]


def _covering(table: pd.DataFrame, chosen: np.ndarray) -> np.ndarray:
    """Return which passages cover wording that neither those chosen nor any before them cover."""
    seen: dict[str, bytearray] = {}
    for side in "ab":
        for doc, end in table.groupby(f"doc_{side}")[f"end_{side}"].max().items():
            if len(seen.get(str(doc), ())) < end:
                seen[str(doc)] = bytearray(int(end))
    found = np.zeros(len(table), dtype=bool)
    columns = [f"{name}_{side}" for side in "ab" for name in ("doc", "start", "end")]
    spans = list(table[columns].itertuples(index=False, name=None))
    # Those chosen come first, so that the others need to cover only what is left.
    for i in [*np.flatnonzero(chosen).tolist(), *np.flatnonzero(~chosen).tolist()]:
        doc_a, start_a, end_a, doc_b, start_b, end_b = spans[i]
        one, other = seen[doc_a], seen[doc_b]
        if one.find(0, start_a, end_a) >= 0 or other.find(0, start_b, end_b) >= 0:
            found[i] = True
            one[start_a:end_a] = b"\1" * (end_a - start_a)
            other[start_b:end_b] = b"\1" * (end_b - start_b)
    return found


def reuse_rows(analysis: Analysis, chosen: pd.DataFrame) -> pd.DataFrame:
    """Return the table of shared passages as a reader wants it: who, who else, and how it begins."""
    table = chosen.head(MOST_LISTED)
    names = groups_of(analysis.corpus, analysis.by)
    year = analysis.corpus.documents.set_index("doc_id")["year"]
    several = names.value_counts().max() > 1
    label = names.where(year.isna() | (not several), names + " " + year.astype("str"))
    label = label.where(~label.duplicated(keep=False), label + " " + label.index)
    return pd.DataFrame(
        {
            "unit_a": table["doc_a"].map(label),
            "unit_b": table["doc_b"].map(label),
            "text": _beginning(table["text_a"]),
            "n_chars": table["n_chars"],
            "similarity": table["similarity"],
            "distinctiveness": table["distinctiveness"],
            "kind": table["kind"],
            "family": table["family"],
        }
    )


def family_rows(analysis: Analysis) -> pd.DataFrame:
    """Return the families of wordings, each with the beginning of its wording."""
    table = analysis.tables["families"]
    return table.assign(text=_beginning(table["text"]))


def _beginning(texts: pd.Series) -> pd.Series:
    """Return the first characters of texts on one line; the whole is a click away."""
    line = texts.str.replace(r"\s+", " ", regex=True)
    return line.str.slice(0, EXCERPT) + np.where(line.str.len() > EXCERPT, "…", "")


def share_bars(analysis: Analysis, place: Places, left_out: list[Pair]) -> list[list[Any]]:
    """Return per document its number, the shares formula, passage and own, and who shares most with it."""
    table = analysis.tables["reuse_shares"]
    if len(table) > MOST_MAPS:
        left_out.append(both("left_rows", table="reuse_shares", n=f"{len(table):,}", shown=MOST_MAPS))
        order = table.assign(rest=1 - table["own"]).sort_values("rest", ascending=False, kind="stable")
        table = order.head(MOST_MAPS)
    return [
        [place.document(doc), round(formula, 4), round(passage, 4), round(own, 4), unit or "", n]
        for doc, formula, passage, own, unit, n in rows_of(
            table, "doc_id", "formula", "passage", "own", "from_unit", "from_chars"
        )
    ]


def reuse_maps(analysis: Analysis, place: Places, documents: set[int]) -> dict[int, list[list[int]]]:
    """Return per document what it shares, as [start, end, 1 if formula] in the order of the text; none overlap.

    Spans close by are joined. Where a passage and a formula overlap, the passage is shown.
    """
    table = analysis.tables["reuse"]
    sides = [
        table[[f"doc_{side}", f"start_{side}", f"end_{side}", "kind"]].set_axis(
            ["doc_id", "start", "end", "kind"], axis=1
        )
        for side in "ab"
    ]
    spans = pd.concat(sides, ignore_index=True).drop_duplicates().sort_values(["doc_id", "start", "end"])
    length = dict(zip(analysis.corpus.documents["doc_id"], analysis.corpus.documents["n_chars"], strict=True))
    found: dict[int, list[list[int]]] = {}
    for doc, here in spans.groupby("doc_id", sort=True):
        number = place.document(str(doc))
        if number not in documents:
            continue
        gap = length[doc] // GAP
        passages, formulas = (
            _joined(rows_of(here[here["kind"] == kind], "start", "end"), gap)
            for kind in ("passage", "formula")
        )
        rows = [[*span, 0] for span in passages]
        rows += [[*span, 1] for formula in formulas for span in _without(formula, passages)]
        found[number] = sorted(rows)
    return found


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


def borrowing(analysis: Analysis, left_out: list[Pair]) -> dict[str, Any]:
    """Return how many letters each unit shares with each that wrote them no later."""
    table = analysis.tables["borrowing"]
    units = in_order(pd.concat([table["unit"], table["source"]]), analysis, left_out, "borrowing")
    wide = table.pivot_table(index="unit", columns="source", values="n_chars", aggfunc="sum")
    counts = wide.reindex(index=units, columns=units).fillna(0).astype(int)
    return {"units": units, "counts": counts.to_numpy().tolist()}


def comparisons(analysis: Analysis, place: Places) -> list[dict[str, Any]]:
    """Return the plans compared item by item: who, and every row with its two places."""
    table = analysis.tables["comparisons"]
    passages = analysis.tables["passages"]
    where = dict(
        zip(passages["passage_id"], zip(passages["start"], passages["end"], strict=True), strict=True)
    )
    columns = ["plan_a", "plan_b", "scope", "relation", "passage_a", "heading_a", "passage_b", "heading_b"]
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for a, b, scope, relation, passage_a, heading_a, passage_b, heading_b, similar, slogans in rows_of(
        table, *columns, "similarity", "shared_slogans"
    ):
        entry = found.setdefault((a, b), {"a": place.document(a), "b": place.document(b), "rows": []})
        spans = [
            [int(n) for n in where[passage]] if passage in where else [] for passage in (passage_a, passage_b)
        ]
        entry["rows"].append(
            [
                scope == "section",
                relation,
                heading_a or "",
                spans[0],
                heading_b or "",
                spans[1],
                round(similar, 2),
                _named(slogans or ""),
            ]
        )
    return list(found.values())


def _named(slogans: str) -> str:
    """Return the shared slogans that name something: no single characters, none inside another of them.

    Examples
    --------
    >>> _named("1｜深入学习｜深入学习贯彻｜三会一课")
    '深入学习贯彻｜三会一课'
    """
    names = [name for name in slogans.split("｜") if len(name) > 1]
    kept = [name for name in names if not any(name != other and name in other for other in names)]
    return "｜".join(kept[:MOST_NAMED])
