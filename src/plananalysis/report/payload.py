"""The tables as the page needs them: compact, capped, and with a list of what was left out."""

import json
from typing import Any

import numpy as np
import pandas as pd

from plananalysis.plots.palette import unit_colours
from plananalysis.report.analysis import Analysis, groups_of
from plananalysis.report.words import VALUES, WORDS, say
from plananalysis.tables import TABLES, Column

MOST_TEXT = 2_000_000
"""Characters of text in all that a page holds; a larger corpus shows contexts only."""
MOST_ROWS = 2_500
MOST_LABELS = 250
HEATMAP_SLOGANS = 40
MOST_PLACES, MOST_CONTEXTS = 150_000, 20_000
"""Places of slogans, and of keywords, in a page: numbers only beside the texts, with their context without."""
CONTEXT = 28
SHOWN = ("documents", "skipped", "excluded", "slogans", "nearest")
HIDDEN = {"documents": ("sha256", "file"), "slogans": ("score", "family")}

_FURTHER = (Column("text", "str", "the wording at this place", "此处文字"),)

Pair = tuple[str, str]


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
        left_out.append(_both("left_texts", n=f"{n_chars:,}", cap=f"{MOST_TEXT:,}"))
    data: dict[str, Any] = {
        "words": WORDS,
        "values": VALUES,
        "docs": _documents(analysis, with_text),
        "tables": {
            name: _table(name, analysis.tables[name], left_out) for name in SHOWN if _has(analysis, name)
        },
    }
    place = _Places(corpus, with_text)
    if _has(analysis, "slogans"):
        data["slogans"] = _slogans(analysis, place, left_out)
        data["heat"] = _heat(analysis, left_out)
    if _has(analysis, "keywords"):
        data["keywords"] = _keywords(analysis, place, left_out)
    if len(analysis.order) > MOST_LABELS:
        left_out.append(_both("left_matrix", n=len(analysis.order)))
    elif _has(analysis, "similarity"):
        data["similarity"] = _similarity(analysis)
    return data, left_out


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


def _has(analysis: Analysis, name: str) -> bool:
    return name in analysis.tables and not analysis.tables[name].empty


def _both(key: str, **values: object) -> Pair:
    return say(key, "zh", **values), say(key, "en", **values)


def _documents(analysis: Analysis, with_text: bool) -> list[dict[str, Any]]:
    """Return per document its name, group, text, headings and excluded spans."""
    corpus = analysis.corpus
    group = groups_of(corpus, analysis.by)
    excluded: dict[str, list[list[int]]] = {}
    headings: dict[str, list[list[Any]]] = {}
    if with_text:
        texts = dict(corpus.texts())
        for doc, start, end in _rows(corpus.excluded, "doc_id", "start", "end"):
            excluded.setdefault(doc, []).append([start, end])
        for doc, line, level, label, heading, start, end in _rows(
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
    for doc, unit, year, title, text in _rows(corpus.documents, "doc_id", "unit", "year", "title", "text"):
        found.append(
            {
                "id": doc,
                "unit": unit or "",
                "group": group[doc],
                "year": year,
                "title": title or "",
                "text": text if with_text else None,
                "out": excluded.get(doc, []),
                "headings": headings.get(doc, []),
            }
        )
    return found


def _rows(frame: pd.DataFrame, *names: str) -> list[tuple[Any, ...]]:
    """Return rows as tuples of what JSON knows: missing values as None, numbers as Python's."""
    columns = []
    for name in names:
        values = frame[name].astype(object)
        columns.append(
            [None if missing else value for value, missing in zip(values, values.isna(), strict=True)]
        )
    plain = [
        [value.item() if isinstance(value, np.generic) else value for value in column] for column in columns
    ]
    return list(zip(*plain, strict=True))


def _table(name: str, frame: pd.DataFrame, left_out: list[Pair]) -> dict[str, Any]:
    """Return a table for the page: described columns, capped rows, rounded floats."""
    described = {column.name: column for column in (*TABLES.get(name, ()), *_FURTHER)}
    blank = [
        column for column in frame.columns if all(value in (None, "") for (value,) in _rows(frame, column))
    ]
    hidden = {*HIDDEN.get(name, ()), *blank}
    names = [str(column) for column in frame.columns if column not in hidden]
    columns = []
    for column in names:
        known = described.get(column)
        number = pd.api.types.is_numeric_dtype(frame[column]) and not pd.api.types.is_bool_dtype(
            frame[column]
        )
        zh, en = (known.zh, known.en) if known else (column, column)
        short = zh.split("：")[0].split("（")[0]
        columns.append({"name": column, "zh": zh, "en": en, "zh_short": short, "number": bool(number)})
    if len(frame) > MOST_ROWS:
        left_out.append(_both("left_rows", table=name, n=f"{len(frame):,}", shown=f"{MOST_ROWS:,}"))
    shown = frame.head(MOST_ROWS)
    rows = [[_short(value) for value in row] for row in _rows(shown, *names)]
    return {"columns": columns, "rows": rows, "total": len(frame)}


def _short(value: Any) -> Any:
    """Round floats and cut very long cells."""
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, str) and len(value) > 300:
        return value[:299] + "…"
    return value if value is None or isinstance(value, str | int | bool) else str(value)


class _Places:
    """Turn (doc_id, start, end) into what the page shows: numbers, and the context where it has no texts."""

    def __init__(self, corpus: Any, with_text: bool) -> None:
        self._number = {doc: i for i, doc in enumerate(corpus.documents["doc_id"])}
        self.most = MOST_PLACES if with_text else MOST_CONTEXTS
        self._texts = {} if with_text else dict(corpus.texts())

    def __call__(self, doc: str, start: int, end: int) -> list[Any]:
        place: list[Any] = [self._number[doc], start, end]
        text = self._texts.get(doc)
        if text is not None:
            around = text[max(0, start - CONTEXT) : start], text[start:end], text[end : end + CONTEXT]
            place += [" ".join(part.split()) for part in around]
        return place


def _slogans(analysis: Analysis, place: _Places, left_out: list[Pair]) -> list[dict[str, Any]]:
    """Return the places of every slogan that the page lists."""
    slogans = analysis.tables["slogans"].head(MOST_ROWS)
    occurrences = analysis.tables["occurrences"]
    occurrences = occurrences[occurrences["slogan"].isin(slogans["slogan"])]
    occurrences = _capped(occurrences, ["slogan"], place.most, "occurrences", left_out)
    found: dict[str, list[Any]] = {}
    for slogan, doc, start, end in _rows(occurrences, "slogan", "doc_id", "start", "end"):
        found.setdefault(slogan, []).append(place(doc, start, end))
    return [
        {"slogan": slogan, "n": n, "places": found.get(slogan, [])}
        for slogan, n in _rows(slogans, "slogan", "n")
    ]


def _capped(
    frame: pd.DataFrame, keys: list[str], most: int, table: str, left_out: list[Pair]
) -> pd.DataFrame:
    """Return at most about ``most`` rows, the first few of every group, and say so if any is left out."""
    if len(frame) <= most:
        return frame
    groups = frame.groupby(keys, sort=False)
    each = max(1, most // groups.ngroups)
    left_out.append(_both("left_places", table=table, shown=each))
    return groups.head(each)


def prominent_slogans(slogans: pd.DataFrame) -> pd.DataFrame:
    """Return the slogans that figures show: of the surest ones the most widespread."""
    surest = slogans.head(3 * HEATMAP_SLOGANS)
    return surest.sort_values(["n_units", "n"], ascending=False, kind="stable").head(HEATMAP_SLOGANS)


def _heat(analysis: Analysis, left_out: list[Pair]) -> dict[str, Any]:
    counts = analysis.tables["slogan_counts"]
    rows = prominent_slogans(analysis.tables["slogans"])["slogan"].tolist()
    present = set(counts["unit"])
    units = [unit for unit in analysis.order if unit in present] or sorted(present)
    if len(units) > MOST_LABELS:
        left_out.append(_both("left_units", n=len(units), shown=MOST_LABELS))
        units = units[:MOST_LABELS]
    wide = counts[counts["slogan"].isin(rows)].pivot_table(
        index="slogan", columns="unit", values="n", aggfunc="sum"
    )
    wide = wide.reindex(index=rows, columns=units).fillna(0).astype(int)
    return {"slogans": rows, "units": units, "counts": wide.to_numpy().tolist()}


def _keywords(analysis: Analysis, place: _Places, left_out: list[Pair]) -> list[dict[str, Any]]:
    """Return one card per group with its terms and their places."""
    typical, found = analysis.tables["keywords"], analysis.tables["keyword_places"]
    groups = sorted(typical["group"].unique())
    if len(groups) > MOST_LABELS:
        left_out.append(_both("left_groups", n=len(groups), shown=MOST_LABELS))
        typical = typical[typical["group"].isin(groups[:MOST_LABELS])]
        found = found[found["group"].isin(groups[:MOST_LABELS])]
    found = _capped(found, ["group", "term"], place.most, "keyword_places", left_out)
    places: dict[tuple[str, str], list[Any]] = {}
    for group, term, doc, start, end in _rows(found, "group", "term", "doc_id", "start", "end"):
        places.setdefault((group, term), []).append(place(doc, start, end))
    colours = unit_colours(groups)
    cards: dict[str, dict[str, Any]] = {}
    for group, term, n, weight in _rows(typical, "group", "term", "n", "tfidf"):
        card = cards.setdefault(group, {"group": group, "colour": colours[group], "terms": []})
        here = places.get((group, term), [])
        card["terms"].append({"term": term, "n": n, "tfidf": round(weight, 4), "places": here})
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
    return found
