"""What the page shows of themes, verbs before slogans, cited documents and commitments."""

from collections import Counter
from typing import Any

import pandas as pd

from plananalysis.groups import groups_of
from plananalysis.report.analysis import Analysis
from plananalysis.report.compact import Pair, Places, both, rows_of

MOST_THEME_PASSAGES = 12_000
MOST_LABELS, FEW_LABELS = 250, 60
"""A page shows so many groups; of more it shows a few, for nobody looks through them, and it opens the faster."""
MOST_FRAMED, MOST_VERBS, MOST_TITLES = 60, 12, 40
GRAMMAR = ("是", "为", "有", "要", "在")
"""Verbs before a slogan that say nothing of what is to be done with it."""
LEAST_WEIGHT = 0.2
"""A passage is listed under a theme that has at least this share of its evidence."""


def themes(analysis: Analysis, place: Places, left_out: list[Pair]) -> dict[str, Any]:
    """Return the share of every theme in every group, and the passages behind each."""
    emphasis, coded = analysis.tables["emphasis"], analysis.tables["themes"]
    names = [str(name) for name in emphasis["theme"].unique()]
    groups = in_order(emphasis["group"], analysis, left_out, "emphasis")
    wide = {
        column: emphasis.pivot_table(
            index="group", columns="theme", values=column, aggfunc="sum", observed=True
        ).reindex(index=groups, columns=names)
        for column in ("share", "difference")
    }
    where = analysis.tables["passages"].set_index("passage_id")[["start", "end"]]
    known = coded[coded["theme"].isin(names)].sort_values(["weight", "score"], ascending=False, kind="stable")
    # Every cell of the heatmap leads somewhere: the strongest passage of each document and theme stays.
    first = ~known.duplicated(["doc_id", "theme"])
    strong = known[first | (known["weight"] >= LEAST_WEIGHT)]
    if len(strong) > MOST_THEME_PASSAGES:
        left_out.append(
            both("left_rows", table="themes", n=f"{len(strong):,}", shown=f"{MOST_THEME_PASSAGES:,}")
        )
        strong = strong.head(MOST_THEME_PASSAGES)
    strong = strong.join(where, on="passage_id", how="inner")
    number = {name: i for i, name in enumerate(names)}
    passages = [
        [number[str(theme)], place.document(doc), start, end, round(weight, 3), heading, _cut(terms, 60)]
        for theme, doc, start, end, weight, heading, terms in rows_of(
            strong, "theme", "doc_id", "start", "end", "weight", "heading", "terms"
        )
    ]
    return {
        "themes": names,
        "groups": groups,
        "share": wide["share"].fillna(0).round(4).to_numpy().tolist(),
        "difference": wide["difference"].fillna(0).round(4).to_numpy().tolist(),
        "passages": passages,
    }


def frames(
    analysis: Analysis, places: list[dict[str, Any]], verbs_at: dict[str, list[str]]
) -> list[dict[str, Any]]:
    """Return which verbs each group puts before the slogans that have several, the most widespread first.

    The entries of ``places`` that are concerned get the number of the verb of every place, or -1; ``verbs_at`` holds
    the verbs in the order of the places.
    """
    table = analysis.tables["frames"]
    table = table[~table["frame"].isin(GRAMMAR)]
    spread = table.groupby("slogan").agg(
        verbs=("frame", "nunique"), groups=("group", "nunique"), n=("n", "sum")
    )
    entries = {entry["slogan"]: entry for entry in places}
    surest = list(entries)[: 3 * MOST_FRAMED]
    spread = spread[(spread["verbs"] > 1) & spread.index.isin(surest)]
    # Set phrases with members (the four consciousnesses) tell most: their verbs are a choice, not grammar.
    known = analysis.tables["slogans"].set_index("slogan")["members"]
    spread["set"] = known.reindex(spread.index).fillna("") != ""
    spread = spread.sort_values(["set", "groups", "n"], ascending=False, kind="stable").head(MOST_FRAMED)
    counts: dict[str, dict[tuple[str, str], int]] = {slogan: {} for slogan in spread.index}
    chosen = table[table["slogan"].isin(spread.index)]
    for slogan, group, verb, n in rows_of(chosen, "slogan", "group", "frame", "n"):
        counts[slogan][verb, group] = n
    found = []
    for slogan, cells in counts.items():
        total: Counter[str] = Counter()
        for (verb, _), n in cells.items():
            total[verb] += n
        verbs = [verb for verb, _ in total.most_common(MOST_VERBS)]
        present = {group for _, group in cells}
        groups = [group for group in analysis.order if group in present]
        groups = groups[: most_shown(len(groups))]
        number = {verb: i for i, verb in enumerate(verbs)}
        entry = entries[slogan]
        entry["frames"] = [number.get(verb, -1) for verb in verbs_at[slogan]]
        matrix = [[cells.get((verb, group), 0) for group in groups] for verb in verbs]
        found.append({"slogan": slogan, "frames": verbs, "groups": groups, "counts": matrix})
    return found


def citations(analysis: Analysis, place: Places, left_out: list[Pair]) -> dict[str, Any]:
    """Return how often each group cites each document, and where."""
    counts = analysis.tables["citation_counts"]
    titles = list(dict.fromkeys(counts["title"]))
    if len(titles) > MOST_TITLES:
        left_out.append(both("left_rows", table="citation_counts", n=f"{len(titles):,}", shown=MOST_TITLES))
        titles = titles[:MOST_TITLES]
    counts = counts[counts["title"].isin(titles)]
    groups = in_order(counts["group"], analysis, left_out, "citation_counts")
    wide = counts.pivot_table(index="title", columns="group", values="n", aggfunc="sum")
    cited = analysis.tables["citations"]
    cited = cited[cited["title"].isin(titles)]
    places: dict[str, list[Any]] = {title: [] for title in titles}
    for title, doc, start, end in rows_of(cited, "title", "doc_id", "start", "end"):
        if len(places[title]) < place.most // max(1, len(titles)):
            places[title].append(place(doc, start, end))
    return {
        "titles": titles,
        "groups": groups,
        "counts": wide.reindex(index=titles, columns=groups).fillna(0).astype(int).to_numpy().tolist(),
        "places": [places[title] for title in titles],
    }


def commitment_bars(analysis: Analysis) -> list[list[Any]]:
    """Return per group its name, the binding sentences, all sentences, and the share."""
    rows = analysis.tables["commitment_shares"].head(MOST_LABELS)
    return [
        [group, round(n), round(of), round(share, 4)]
        for group, n, of, share in rows_of(rows, "group", "n_binding", "n_sentences", "share")
    ]


def commitment_rows(analysis: Analysis) -> pd.DataFrame:
    """Return the commitments with what a reader looks for: the measurable first, group by group."""
    table = analysis.tables["commitments"]
    group = table["doc_id"].map(groups_of(analysis.corpus, analysis.by))
    return table.assign(unit=group)


def in_order(groups: pd.Series, analysis: Analysis, left_out: list[Pair], table: str) -> list[str]:
    """Return the groups that occur, in the order of the clustering, as many as the page can show."""
    present = {str(group) for group in groups}
    found = [group for group in analysis.order if group in present]
    found += sorted(present.difference(found))
    most = most_shown(len(found))
    if len(found) > most:
        left_out.append(both("left_labels", table=table, n=len(found), shown=most))
    return found[:most]


def most_shown(n: int) -> int:
    """Return how many of ``n`` groups the heatmaps and cards of the page show.

    Examples
    --------
    >>> most_shown(200), most_shown(2000)
    (200, 60)
    """
    return n if n <= MOST_LABELS else FEW_LABELS


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
