"""How much of each plan looks back, says the situation, sets targets and plans."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd

from plananalysis.common_options import asked_parts
from plananalysis.groups import documents_in_time, runs_in_time
from plananalysis.language.parts import PART_NAMES
from plananalysis.plots.part_bars import PART_COLOURS, part_shares
from plananalysis.report.analysis import Analysis
from plananalysis.report.context import Page, records, rows_of
from plananalysis.report.section import Figure, Listed, Part, Section, box, folded, has, hint, text
from plananalysis.report.words import FRAME, Pair, filled

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MOST_BARS = 120
"""Documents of which the page draws a bar."""
WORDS: dict[str, Pair] = {
    "parts": ("各部分的篇幅", "Parts of the plans"),
    "parts_hint": (
        "每份文档里回顾过去、形势与要求、目标、工作安排等各占多少。回顾与安排混在一起统计，会把做过的事当成要做的事；命令加 --part plan，只统计工作安排。点击名称看各部分在文中的位置。",
        "How much of each document looks back, tells the situation, sets targets, plans. A count over all of them takes what "
        "was done for what is to be done; with --part plan a command counts the plan alone. Click a name for where the "
        "parts stand.",
    ),
    "parts_table": ("各部分列表", "All parts"),
}
_LOOK_BACK: Pair = (
    "回顾部分占各篇篇幅的中位数为 {median}，最少 {least}（{shortest}），最多 {most}（{longest}）。",
    "The look-back takes a median of {median} of a document, from {least} ({shortest}) to {most} ({longest}).",
)
_METHODS: Pair = (
    "各部分：按标题用语、段落开头和对听众的称呼，把每份文档分为称呼、回顾、形势与要求、主要目标、工作安排、自身建设、结语、附件和其他，"
    "篇幅按字符计{only}。",
    "Parts: wordings of headings, beginnings of paragraphs and forms of address divide each document into greeting, "
    "look-back, situation, targets, plan, the government itself, closing, annex and other; sizes in characters{only}.",
)
_ONLY: Pair = ("。本报告只统计：{zh}", ". This report counts only: {en}")
_CAPTION: Pair = (
    "各文档各部分的篇幅（占字符数的比例），{order}：{documents} 份中的 {shown} 份。",
    "Parts of the documents as shares of their characters, {order}: {shown} of {documents} documents.",
)
_ORDERS: dict[bool, Pair] = {
    True: ("按时间先后", "in the order of time"),
    False: ("回顾多者在上", "the longest look-back on top"),
}


def _several(analysis: Analysis) -> bool:
    """Return whether there is any document with more than one part."""
    return has(analysis, "parts") and len(analysis.tables["parts"]["part"].unique()) > 1


def _shares(page: Page) -> pd.DataFrame:
    """Return the shares of the documents that the page draws."""
    shares, order = part_shares(page.analysis.tables["parts"]), _in_time(page.analysis)
    return shares.reindex([doc for doc in order if doc in shares.index]) if order else shares


def _in_time(analysis: Analysis) -> list[str] | None:
    """Return the documents in their order if they follow each other in time."""
    corpus = analysis.corpus
    return documents_in_time(corpus) if runs_in_time(corpus, "doc_id") else None


def _parts(page: Page, data: Mapping[str, Any]) -> list[Part]:
    """Return what the look-back takes, the bars, and the table of all parts."""
    said = _look_back(page.once(_shares))
    return [
        hint(WORDS["parts_hint"]),
        *([text(said)] if said else []),
        box("parts-bars"),
        folded("parts", "parts_table", WORDS["parts_table"]),
    ]


def _look_back(shares: pd.DataFrame) -> Pair | None:
    """Say how much of the documents looks back, where several do."""
    if "lookback" not in shares.columns or (shares["lookback"] > 0).sum() < 2:
        return None
    share = shares["lookback"]
    return filled(
        _LOOK_BACK,
        median=f"{share.median():.0%}",
        least=f"{share.min():.0%}",
        shortest=share.idxmin(),
        most=f"{share.max():.0%}",
        longest=share.idxmax(),
    )


def _data(page: Page) -> dict[str, Any]:
    """Return the parts with their colours, the share of each in every document, and where they stand."""
    shares = page.once(_shares)
    if len(shares) > MOST_BARS:
        page.leave_out(FRAME["left_rows"], table="parts", n=f"{len(shares):,}", shown=MOST_BARS)
        shares = shares.head(MOST_BARS)
    found = page.analysis.tables["parts"]
    found = found[found["doc_id"].isin(shares.index)]
    number = page.place.document
    return {
        "parts": records(["part", "colour"], ([part, PART_COLOURS[part]] for part in shares.columns)),
        "documents": [number(doc) for doc in shares.index],
        "spans": records(
            ["doc", "part", "share", "start", "end"],
            (
                [number(doc), part, round(share, 4), start, end]
                for doc, part, share, start, end in rows_of(found, "doc_id", "part", "share", "start", "end")
            ),
        ),
    }


def _draw(analysis: Analysis, lang: str) -> "tuple[Axes, dict[str, object]] | None":
    """Draw the parts of each document."""
    from plananalysis.plots.part_bars import parts_size, plot_parts
    from plananalysis.report.canvas import MOST_BARS as MOST_DRAWN
    from plananalysis.report.canvas import canvas

    if not _several(analysis):
        return None
    n = analysis.tables["parts"]["doc_id"].nunique()
    shown = min(MOST_DRAWN, n)
    order = _in_time(analysis)
    ax = plot_parts(analysis.tables["parts"], canvas(parts_size(shown)), order=order, top=shown, lang=lang)
    return ax, {"shown": shown, "documents": n, "order": _ORDERS[order is not None]}


def _methods(analysis: Analysis) -> Pair:
    """Say how parts are told apart, and which of them the report counts if not all."""
    asked = asked_parts(analysis.corpus)
    names = (
        "、".join(PART_NAMES[part][0] for part in asked),
        ", ".join(PART_NAMES[part][1] for part in asked),
    )
    only = filled(_ONLY, zh=names[0], en=names[1]) if asked else ("", "")
    return filled(_METHODS, only=only)


SECTION = Section(
    name="parts",
    title=WORDS["parts"],
    shown=_several,
    parts=_parts,
    tables=(Listed("parts", WORDS["parts"], hidden=("start", "end")),),
    data=_data,
    words=WORDS,
    heads={
        "part": ("部分", "part"),
        "parts.share": ("篇幅占比", "share"),
        "parts.n_chars": ("字符数", "characters"),
    },
    looks={"part": "code", "parts.share": "share"},
    codes={f"parts.{part}": names for part, names in PART_NAMES.items()},
    figures=(Figure("parts", _CAPTION, _draw),),
    methods=_methods,
)
