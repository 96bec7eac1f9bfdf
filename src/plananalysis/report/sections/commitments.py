"""Sentences that bind: how large a part of each group's they are, and all of them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd

from plananalysis.groups import groups_of
from plananalysis.report.analysis import Analysis
from plananalysis.report.context import MOST_LABELS, Page, records, rows_of
from plananalysis.report.section import (
    Figure,
    Listed,
    Part,
    Section,
    box,
    has,
    has_any,
    heading,
    hint,
    table,
)
from plananalysis.report.words import Pair
from plananalysis.tables import columns

if TYPE_CHECKING:
    from matplotlib.axes import Axes

WORDS: dict[str, Pair] = {
    "commitments": ("有约束力的承诺", "Commitments"),
    "commitments_hint": (
        "面向未来、带数量、时限、频次或责任主体的句子占全部句子的比例（括号内为句数）。点击单位查看这些句子；下表每个指标一行。",
        "Share of the sentences that look ahead and name a quantity, a deadline, a frequency or a body in charge (numbers of sentences in brackets). Click a unit to read them; the table has a row for each target.",
    ),
    "commitment_table": ("承诺一览", "All commitments"),
    "sentences": ("句", "sentences"),
    "commitment_shares": ("有约束力的句子所占比例", "Share of binding sentences"),
}
_METHODS: Pair = (
    "承诺：向前看、带数量、时限、频次或责任主体的句子。",
    "Commitments: sentences that look ahead and name a quantity, a deadline, a frequency or a body in charge.",
)


def _parts(page: Page, data: Mapping[str, Any]) -> list[Part]:
    """Return the bars and the table."""
    return [
        hint(WORDS["commitments_hint"]),
        box("commitment-bars"),
        heading("commitment_table", WORDS["commitment_table"]),
        table("commitments", "commitment_table"),
    ]


def _data(page: Page) -> dict[str, Any]:
    """Return per group the binding sentences, all sentences, and the share."""
    shares = page.analysis.tables["commitment_shares"].head(MOST_LABELS)
    names = ["group", "n_binding", "n_sentences", "share"]
    rows = rows_of(shares, *names)
    return {
        "shares": records(
            names, ([group, round(n), round(of), round(share, 4)] for group, n, of, share in rows)
        )
    }


def _rows(page: Page) -> pd.DataFrame:
    """Return the commitments with what a reader looks for: the measurable first, group by group."""
    found = page.analysis.tables["commitments"]
    group = found["doc_id"].map(groups_of(page.analysis.corpus, page.analysis.by))
    return found.assign(unit=group, doc=found["doc_id"].map(page.place.document))


def _draw(analysis: Analysis, lang: str) -> "tuple[Axes, dict[str, object]] | None":
    """Draw the share of the binding sentences in each group."""
    from plananalysis.plots.commitment_bars import plot_commitments
    from plananalysis.report.canvas import MOST_BARS, bars_size, canvas

    if not has(analysis, "commitment_shares"):
        return None
    shares = analysis.tables["commitment_shares"]
    bars = min(MOST_BARS, len(shares))
    ax = canvas(bars_size(bars))
    plot_commitments(shares, ax, top=bars, lang=lang)
    n, of = (f"{shares[column].sum():,.0f}" for column in ("n_binding", "n_sentences"))
    return ax, {"shown": bars, "units": len(shares), "n": n, "of": of}


def _methods(analysis: Analysis) -> Pair:
    """Say what binds."""
    return _METHODS


SECTION = Section(
    name="commitments",
    title=WORDS["commitments"],
    shown=has_any("commitments"),
    parts=_parts,
    tables=(
        Listed(
            "commitments",
            WORDS["commitments"],
            hidden=(
                *("doc_id", "passage_id", "value", "value_high", "from_value", "stretch", "measure"),
                *("deadline_year", "deadline_date"),
                *(column for column in columns("commitments") if column.endswith(("_start", "_end"))),
            ),
            unseen=("doc", "start", "end"),
            rows=_rows,
        ),
        Listed("commitment_shares", on_page=False),
    ),
    data=_data,
    words=WORDS,
    heads={
        "line": ("行号", "line"),
        "indicator": ("指标", "indicator"),
        "commitments.verb": ("动词", "verb"),
        "quantity": ("数量", "quantity"),
        "bound": ("限定", "bound"),
        "force": ("力度", "force"),
        "deadline": ("时限", "deadline"),
        "frequency": ("频次", "frequency"),
        "body": ("责任主体", "body in charge"),
        "commitments.text": ("句子", "sentence"),
    },
    looks={"bound": "code"},
    codes={
        "at_least": ("不少于", "at least"),
        "at_most": ("不超过", "at most"),
        "about": ("约", "about"),
        "range": ("区间", "range"),
        "exact": ("等于", "exact"),
    },
    figures=(
        Figure(
            "commitments",
            (
                "有约束力的句子占全部句子的比例（{part} 个单位，{of} 句中的 {n} 句）。",
                "Share of sentences that bind ({part} units, {n} of {of} sentences).",
            ),
            _draw,
        ),
    ),
    methods=_methods,
)
