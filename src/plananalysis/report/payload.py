"""The tables as the page needs them: compact, capped, and with a list of what was left out."""

import json
from typing import Any

import numpy as np
import pandas as pd

from plananalysis.groups import groups_of
from plananalysis.plots.palette import unit_colours
from plananalysis.report import contents, shared
from plananalysis.report.analysis import Analysis
from plananalysis.report.compact import Pair, Places, both, capped, rows_of
from plananalysis.report.labels import VALUES, head, own_head
from plananalysis.report.layout import likeness_map, tree_lines
from plananalysis.report.messages import in_chinese
from plananalysis.report.words import WORDS
from plananalysis.tables import TABLES, Column

MOST_TEXT = 2_000_000
"""Characters of text in all that a page holds; a larger corpus shows contexts only."""
MOST_ROWS = 2_500
MOST_LABELS = 250
HEATMAP_SLOGANS, CELL_PLACES = 40, 2
SHOWN = (
    "documents",
    "skipped",
    "excluded",
    "slogans",
    "emphasis",
    "keyness_by",
    "nearest",
    "reuse",
    "families",
    "commitments",
)
HIDDEN = {
    "documents": ("sha256", "file"),
    "slogans": ("score", "wording_of"),
    "emphasis": ("n_chars", "log_odds", "uncoded_share"),
    "keyness_by": ("range_reference", "percent_diff", "chi2", "log_odds", "score"),
    "commitments": (
        *("doc_id", "passage_id", "start", "end", "value", "measure", "deadline_year", "deadline_date"),
        *("quantity_start", "deadline_start", "frequency_start", "body_start"),
    ),
}
ROWS = {"reuse": shared.MOST_LISTED, "families": shared.MOST_FAMILIES}
"""Rows of tables that the page shortens more than others."""

_FURTHER = (
    Column("text", "str", "the wording at this place", "此处文字"),
    Column("unit_a", "str", "one of the two", "甲"),
    Column("unit_b", "str", "the other", "乙"),
)


def page_data(analysis: Analysis) -> tuple[dict[str, Any], list[Pair]]:
    """Return the data of the page, and what it leaves out in Chinese and English.

    Parameters
    ----------
    analysis
        The finished tables.

    Returns
    -------
    tuple of dict and list
        The dict holds only what JSON can say.
    """
    left_out: list[Pair] = []
    corpus = analysis.corpus
    n_chars = int(corpus.documents["n_chars"].sum())
    with_text = n_chars <= MOST_TEXT
    if not with_text:
        left_out.append(both("left_texts", n=f"{n_chars:,}", cap=f"{MOST_TEXT:,}"))
    place = Places(corpus, with_text)
    chosen = shared.chosen_pairs(analysis, with_text) if has(analysis, "reuse") else pd.DataFrame()
    prepared = {
        "reuse": lambda found: shared.reuse_rows(found, chosen),
        "families": shared.family_rows,
        "commitments": contents.commitment_rows,
    }
    data: dict[str, Any] = {
        "words": WORDS,
        "values": VALUES | _messages(analysis),
        "docs": _documents(analysis, with_text),
        "tables": {},
    }
    for name in SHOWN:
        if has(analysis, name):
            frame = prepared[name](analysis) if name in prepared else analysis.tables[name]
            data["tables"][name] = _table(name, frame, len(analysis.tables[name]), left_out, place)
    if has(analysis, "slogans"):
        data["slogans"], verbs = _slogans(analysis, place, left_out)
        data["heat"] = _heat(analysis, left_out)
    if has(analysis, "frames") and (framed := contents.frames(analysis, data["slogans"], verbs)):
        data["frames"] = framed
    if has(analysis, "emphasis"):
        data["themes"] = contents.themes(analysis, place, left_out)
    for name, value in (("keyness_by", "z"), ("keywords", "tfidf")):
        if has(analysis, name):
            data[name] = _cards(analysis, name, value, place, left_out)
    if len(analysis.order) > MOST_LABELS:
        left_out.append(both("left_matrix", n=len(analysis.order)))
    elif has(analysis, "similarity"):
        data["similarity"] = _similarity(analysis)
    if has(analysis, "reuse"):
        data["reuse"] = shared.reuse(chosen, place, with_text)
        bars = shared.share_bars(analysis, place, left_out)
        data["shares"] = bars
        data["maps"] = shared.reuse_maps(analysis, place, {bar[0] for bar in bars})
        data["borrowing"] = shared.borrowing(analysis, left_out)
    if has(analysis, "comparisons"):
        data["comparisons"] = shared.comparisons(analysis, place)
    if has(analysis, "citations"):
        data["citations"] = contents.citations(analysis, place, left_out)
    if has(analysis, "commitments"):
        data["commitments"] = contents.commitment_bars(analysis)
    data["groups"] = analysis.order
    colours = unit_colours(analysis.order)
    data["colours"] = [colours[group] for group in analysis.order]
    return data, left_out


def _messages(analysis: Analysis) -> dict[str, Pair]:
    """Return what was said of files, in Chinese and as it was said."""
    said = {*analysis.tables["skipped"]["reason"], *analysis.tables["documents"]["warning"]} - {""}
    return {
        message: (in_chinese(message), message) for message in sorted(map(str, said)) if message not in VALUES
    }


def as_json(data: dict[str, Any]) -> str:
    r"""Return JSON that is inert inside a script element: no ``<``, ``>`` or ``&`` stands in it as such.

    Examples
    --------
    >>> as_json({"a": "</script>"})
    '{"a":"\\u003c/script\\u003e"}'
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    # A lone surrogate cannot be written as UTF-8.
    return text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")


def has(analysis: Analysis, name: str) -> bool:
    """Return whether a table was made and has rows."""
    return name in analysis.tables and not analysis.tables[name].empty


def _documents(analysis: Analysis, with_text: bool) -> list[dict[str, Any]]:
    """Return per document its name, group, text, headings and excluded spans."""
    corpus = analysis.corpus
    group = groups_of(corpus, analysis.by)
    excluded: dict[str, list[list[int]]] = {}
    headings: dict[str, list[list[Any]]] = {}
    if with_text:
        texts = dict(corpus.texts())
        for doc, start, end in rows_of(corpus.excluded, "doc_id", "start", "end"):
            excluded.setdefault(doc, []).append([start, end])
        for doc, line, level, label, heading, start, end in rows_of(
            analysis.tables["outline"], "doc_id", "line", "level", "label", "heading", "start", "end"
        ):
            # The outline's span runs to the next heading; only the heading itself is to stand out.
            last = min(end, start + len(label) + len(heading) + 12)
            at = texts[doc].find(heading, start, last)
            till = at + len(heading) if at >= 0 else last
            headings.setdefault(doc, []).append(
                [line, max(1, level), start, till, f"{label} {heading}".strip()]
            )
    found = []
    for doc, unit, year, title, text in rows_of(corpus.documents, "doc_id", "unit", "year", "title", "text"):
        found.append(
            {
                "id": doc,
                "unit": unit or "",
                "group": group[doc],
                "year": year,
                "length": len(text),
                "title": title or "",
                "text": text if with_text else None,
                "out": excluded.get(doc, []),
                "headings": headings.get(doc, []),
            }
        )
    return found


def _table(name: str, frame: pd.DataFrame, total: int, left_out: list[Pair], place: Places) -> dict[str, Any]:
    """Return a table for the page: described columns, capped rows, rounded floats; hidden offsets as places."""
    described = {column.name: column for column in (*TABLES.get(name, ()), *_FURTHER)}
    blank = [column for column in frame.columns if (frame[column].isna() | (frame[column] == "")).all()]
    hidden = {*HIDDEN.get(name, ()), *blank}
    names = [str(column) for column in frame.columns if column not in hidden]
    columns = []
    for column in names:
        known = described.get(column)
        number = pd.api.types.is_numeric_dtype(frame[column]) and not pd.api.types.is_bool_dtype(
            frame[column]
        )
        short = head(name, column) if known else own_head(column)
        zh, en = (known.zh, known.en) if known else short
        described_as = {"name": column, "zh": zh, "en": en, "head": short, "number": bool(number)}
        columns.append(described_as if known else {**described_as, "own": True})
    most = min(MOST_ROWS, ROWS.get(name, MOST_ROWS))
    if total > most:
        left_out.append(both("left_rows", table=name, n=f"{total:,}", shown=f"{most:,}"))
    shown = frame.head(most)
    rows = [[_short(value) for value in row] for row in rows_of(shown, *names)]
    if {"doc_id", "start", "end"} <= hidden:
        for row, (doc, start, end) in zip(rows, rows_of(shown, "doc_id", "start", "end"), strict=True):
            row.append([place.document(doc), start, end])
    return {"columns": columns, "rows": rows, "total": total}


def _short(value: Any) -> Any:
    """Round floats and cut very long cells."""
    if isinstance(value, float):
        return float(f"{value:.4g}")
    if isinstance(value, str) and len(value) > 300:
        return value[:299] + "…"
    return value if value is None or isinstance(value, str | int | bool) else str(value)


def _slogans(
    analysis: Analysis, place: Places, left_out: list[Pair]
) -> tuple[list[dict[str, Any]], dict[str, list[str]]]:
    """Return the places of every slogan that the page lists, and the verb before each of these places."""
    slogans = analysis.tables["slogans"].head(MOST_ROWS)
    occurrences = analysis.tables["occurrences"]
    occurrences = occurrences[occurrences["slogan"].isin(slogans["slogan"])]
    fewer = capped(occurrences, ["slogan"], place.most, "occurrences", left_out)
    if len(fewer) < len(occurrences):
        # No cell of the heatmap leads nowhere.
        rows = occurrences[occurrences["slogan"].isin(prominent_slogans(slogans)["slogan"])]
        group = rows["doc_id"].astype("str").map(groups_of(analysis.corpus, analysis.by))
        first = rows.groupby([rows["slogan"].astype("str"), group], sort=False).head(CELL_PLACES)
        occurrences = occurrences.loc[fewer.index.union(first.index)]
    found: dict[str, list[Any]] = {}
    verbs: dict[str, list[str]] = {}
    for slogan, doc, start, end, verb in rows_of(occurrences, "slogan", "doc_id", "start", "end", "frame"):
        found.setdefault(slogan, []).append(place(doc, start, end))
        verbs.setdefault(slogan, []).append(verb or "")
    listed = [
        {"slogan": slogan, "n": n, "places": found.get(slogan, [])}
        for slogan, n in rows_of(slogans, "slogan", "n")
    ]
    return listed, verbs


def prominent_slogans(slogans: pd.DataFrame) -> pd.DataFrame:
    """Return the slogans that figures show: of the surest ones the most widespread."""
    surest = slogans.head(3 * HEATMAP_SLOGANS)
    return surest.sort_values(["n_units", "n"], ascending=False, kind="stable").head(HEATMAP_SLOGANS)


def _heat(analysis: Analysis, left_out: list[Pair]) -> dict[str, Any]:
    counts = analysis.tables["slogan_counts"]
    rows = prominent_slogans(analysis.tables["slogans"])["slogan"].tolist()
    present = set(counts["group"].unique())
    units = [unit for unit in analysis.order if unit in present] or sorted(present)
    most = contents.most_shown(len(units))
    if len(units) > most:
        left_out.append(both("left_units", n=len(units), shown=most))
        units = units[:most]
    wide = counts[counts["slogan"].isin(rows)].pivot_table(
        index="slogan", columns="group", values="n", aggfunc="sum"
    )
    wide = wide.reindex(index=rows, columns=units).fillna(0).astype(int)
    return {"slogans": rows, "units": units, "counts": wide.to_numpy().tolist()}


def _cards(
    analysis: Analysis, name: str, value: str, place: Places, left_out: list[Pair]
) -> list[dict[str, Any]]:
    """Return one card per group with its terms, how they weigh, and their places."""
    typical, found = analysis.tables[name], analysis.tables["keyword_places"]
    groups = sorted(typical["group"].unique())
    most = contents.most_shown(len(groups))
    if len(groups) > most:
        left_out.append(both("left_groups", n=len(groups), shown=most, table=name))
        typical = typical[typical["group"].isin(groups[:most])]
    found = found.merge(typical[["group", "term"]], on=["group", "term"])
    found = capped(found, ["group", "term"], place.most, "keyword_places", left_out)
    places: dict[tuple[str, str], list[Any]] = {}
    for group, term, doc, start, end in rows_of(found, "group", "term", "doc_id", "start", "end"):
        places.setdefault((group, term), []).append(place(doc, start, end))
    colours = unit_colours(groups)
    count = "n_target" if name == "keyness_by" else "n"
    cards: dict[str, dict[str, Any]] = {}
    for group, term, n, weight in rows_of(typical, "group", "term", count, value):
        card = cards.setdefault(group, {"group": group, "colour": colours[group], "terms": []})
        here = places.get((group, term), [])
        card["terms"].append({"term": term, "n": n, "value": round(weight, 4), "places": here})
    return [cards[group] for group in sorted(cards)]


def _similarity(analysis: Analysis) -> dict[str, Any]:
    table, labels = analysis.tables["similarity"], analysis.order
    at = {label: i for i, label in enumerate(labels)}
    found: dict[str, Any] = {"labels": labels}
    a, b = table["a"].map(at).to_numpy(), table["b"].map(at).to_numpy()
    for measure in ("cosine", "jaccard"):
        matrix = np.eye(len(labels))
        matrix[a, b] = matrix[b, a] = table[measure].round(4).to_numpy()
        found[measure] = matrix.tolist()
    found["tree"] = tree_lines(analysis.tree, len(labels))
    found["map"], found["stress"] = likeness_map(np.array(found["cosine"]))
    return found
