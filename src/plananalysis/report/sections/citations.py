"""The 《documents》 that each group cites."""

from collections.abc import Mapping
from typing import Any

from plananalysis.report.context import Page, records, rows_of
from plananalysis.report.section import Listed, Part, Section, box, has_any, hint
from plananalysis.report.words import FRAME, Pair

MOST_TITLES = 40
"""Cited documents that the page shows."""

WORDS: dict[str, Pair] = {
    "citations": ("引用文件", "Cited documents"),
    "citations_hint": (
        "《》中的文件（行）与{groups}（列），数字为次数；点击查看出处。",
        "Documents cited in 《》 (rows) by {group} (columns); cells are citations. Click one to read them.",
    ),
}


def _parts(page: Page, data: Mapping[str, Any]) -> list[Part]:
    """Return the heatmap."""
    return [hint(WORDS["citations_hint"]), box("citation-heatmap")]


def _data(page: Page) -> dict[str, Any]:
    """Return how often each group cites each document, and where."""
    counts = page.analysis.tables["citation_counts"]
    titles = list(dict.fromkeys(counts["title"]))
    if len(titles) > MOST_TITLES:
        page.leave_out(FRAME["left_rows"], table="citation_counts", n=f"{len(titles):,}", shown=MOST_TITLES)
        titles = titles[:MOST_TITLES]
    counts = counts[counts["title"].isin(titles)]
    groups = page.in_order(counts["group"], "citation_counts")
    wide = counts.pivot_table(index="title", columns="group", values="n", aggfunc="sum")
    number = {title: i for i, title in enumerate(titles)}
    cited = page.analysis.tables["citations"]
    cited = cited[cited["title"].isin(titles)]
    cited = cited.groupby("title", sort=False, observed=True).head(page.place.most // max(1, len(titles)))
    places = rows_of(cited, "title", "doc_id", "start", "end")
    return {
        "titles": titles,
        "groups": groups,
        "counts": wide.reindex(index=titles, columns=groups).fillna(0).astype(int).to_numpy().tolist(),
        "places": records(
            ["title", *page.place.columns], ([number[title], *page.place(*place)] for title, *place in places)
        ),
    }


SECTION = Section(
    name="citations",
    title=WORDS["citations"],
    shown=has_any("citations"),
    parts=_parts,
    tables=(
        Listed("citations", WORDS["citations"], on_page=False, in_workbook=False),
        Listed("citation_counts", ("引用文件", "Cited documents"), on_page=False),
    ),
    data=_data,
    words=WORDS,
)
