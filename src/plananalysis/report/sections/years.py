"""How many documents each unit has of each year; only where the corpus spans several of either."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from plananalysis.groups import groups_of, several
from plananalysis.report.analysis import Analysis
from plananalysis.report.context import Page, records
from plananalysis.report.group_names import of_one_unit
from plananalysis.report.section import Part, Section, box, hint
from plananalysis.report.words import Pair

WORDS: dict[str, Pair] = {
    "years": ("单位与年份", "Units and years"),
    "years_hint": (
        "每个单位（行）每一年（列）的文档数；比较前先看哪些年份缺文档。点击单元格查看文档。",
        "Documents of each unit (rows) and year (columns): see which years are missing before you compare. Click a cell for "
        "its documents.",
    ),
}


def _several(analysis: Analysis) -> bool:
    """Return whether the documents are of more than one year and of more than one unit."""
    return several(analysis.corpus.documents["year"]) and not of_one_unit(analysis)


def _parts(page: Page, data: Mapping[str, Any]) -> list[Part]:
    """Return the heatmap."""
    return [hint(WORDS["years_hint"]), box("years-heatmap")]


def _data(page: Page) -> dict[str, Any]:
    """Return the units, the years, and every document of a known year with its unit."""
    documents = page.analysis.corpus.documents
    unit = groups_of(page.analysis.corpus, "unit").to_numpy()
    dated = pd.DataFrame({"doc_id": documents["doc_id"], "unit": unit, "year": documents["year"]}).dropna()
    units = page.in_order(dated["unit"], "documents")
    rows = zip(
        dated["doc_id"].map(page.place.document), dated["unit"], dated["year"].astype(int), strict=True
    )
    return {
        "units": units,
        "years": sorted(set(dated["year"].astype(int).tolist())),
        "documents": records(["doc", "unit", "year"], rows),
    }


SECTION = Section(name="years", title=WORDS["years"], shown=_several, parts=_parts, data=_data, words=WORDS)
