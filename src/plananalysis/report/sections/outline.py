"""The outline of every document."""

from collections.abc import Mapping
from typing import Any

from plananalysis.report.context import Page
from plananalysis.report.section import Listed, Part, Section, box, hint
from plananalysis.report.words import Pair

WORDS: dict[str, Pair] = {
    "outline": ("各篇提纲", "Outlines"),
    "outline_hint": (
        "点击文档展开提纲，点击标题跳到原文。",
        "Open a document, then click a heading to read it in the text.",
    ),
}


def _parts(page: Page, data: Mapping[str, Any]) -> list[Part]:
    """Return the box of the outlines, which the script makes of the headings."""
    return [hint(WORDS["outline_hint"]), box("outlines", "outline")]


SECTION = Section(
    name="outline",
    title=WORDS["outline"],
    parts=_parts,
    tables=(Listed("outline", on_page=False), Listed("passages", on_page=False, in_workbook=False)),
    words=WORDS,
)
