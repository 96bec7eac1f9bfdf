"""Sentences that bind: how large a part of each group's they are, and all of them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from plananalysis.groups import groups_of, several
from plananalysis.report.analysis import Analysis
from plananalysis.report.context import MOST_LABELS, Page, records, rows_of
from plananalysis.report.emphasised import LEVEL
from plananalysis.report.group_names import of_one_unit
from plananalysis.report.section import (
    Figure,
    Finding,
    Listed,
    Part,
    Section,
    box,
    has,
    has_any,
    heading,
    hint,
    table,
    table_of,
)
from plananalysis.report.words import Pair, filled, group_label
from plananalysis.statistics.keyness import adjust_p, two_sided
from plananalysis.tables import Column, columns

if TYPE_CHECKING:
    from matplotlib.axes import Axes

FEWEST_COMPARED = 3
"""Groups from which on one is set apart from the others."""

WORDS: dict[str, Pair] = {
    "commitments": ("有约束力的承诺", "Commitments"),
    "commitments_hint": (
        "面向未来、带数量、时限、频次或责任主体的句子占全部句子的比例（括号内为句数）。点击{group}查看这些句子；下表每个指标一行。",
        "Share of the sentences that look ahead and name a quantity, a deadline, a frequency or a body in charge (numbers of sentences in brackets). Click a {group} to read them; the table has a row for each target.",
    ),
    "commitment_table": ("承诺一览", "All commitments"),
    "sentences": ("句", "sentences"),
    "commitment_shares": ("有约束力的句子所占比例", "Share of binding sentences"),
}
_METHODS: Pair = (
    "承诺：向前看、带数量、时限、频次或责任主体的句子。",
    "Commitments: sentences that look ahead and name a quantity, a deadline, a frequency or a body in charge.",
)


_FINDING: Pair = (
    "有约束力的句子所占比例，{list}。",
    "Sentences that bind: {list}.",
)
_MORE_THAN: Pair = (
    "{name}明显高于其余{groups}（{share}，其余 {rest}）",
    "{name} clearly more than the other {groups} ({share}, the others {rest})",
)
_LESS_THAN: Pair = (
    "{name}明显低于其余{groups}（{share}，其余 {rest}）",
    "{name} clearly fewer ({share}, the others {rest})",
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
    whose = "group" if of_one_unit(page.analysis) else "unit"
    years = page.analysis.corpus.documents.set_index("doc_id")["year"]
    found = found.assign(**{whose: group, "doc": found["doc_id"].map(page.place.document)})
    first = [whose, "year"] if whose == "unit" and several(years) else [whose]
    found = found.assign(year=found["doc_id"].map(years))
    return found[first + [column for column in found.columns if column not in (whose, "year")]]


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


def _finding(analysis: Analysis) -> Finding | None:
    """Say whose sentences bind more, or less, than the others' by more than chance."""
    return binding_of(table_of(analysis, "commitment_shares"))


def binding_of(shares: pd.DataFrame) -> Finding | None:
    """Return the sentence on the groups farthest above and below the others, made of their numbers of sentences.

    Each group against all others by the test of two proportions, p adjusted for the number of groups.
    """
    if len(shares) < FEWEST_COMPARED:
        return None
    n, of = (shares[name].to_numpy(dtype=float) for name in ("n_binding", "n_sentences"))
    rest, rest_of = n.sum() - n, of.sum() - of
    pooled = n.sum() / of.sum()
    error = np.sqrt(pooled * (1 - pooled) * (1 / np.maximum(of, 1) + 1 / np.maximum(rest_of, 1)))
    z = np.divide(
        n / np.maximum(of, 1) - rest / np.maximum(rest_of, 1), error, out=np.zeros_like(n), where=error > 0
    )
    rows = shares.assign(z=z, rest=rest / np.maximum(rest_of, 1), p_adjusted=adjust_p(two_sided(z)))
    sure = rows[rows["p_adjusted"] < LEVEL].sort_values("z", ascending=False, kind="stable")
    ends = [row for row in (sure.head(1), sure.tail(1)) if len(row)]
    told = []
    for row, above in zip(ends, (True, False), strict=False):
        one = row.iloc[0]
        if (one["z"] > 0) == above:
            words = _MORE_THAN if above else _LESS_THAN
            told.append(
                filled(
                    words,
                    name=group_label(one["group"]),
                    share=f"{one['share']:.0%}",
                    rest=f"{one['rest']:.0%}",
                )
            )
    if not told:
        return None
    listed = ("，".join(zh for zh, _ in told), ", ".join(en for _, en in told))
    return Finding(filled(_FINDING, list=listed), "commitments", "commitment_shares", sure)


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
    columns=(
        Column("group", "str", "year, document or other group", "分组"),
        Column("year", "Int64", "year of the plan", "年份"),
    ),
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
                "有约束力的句子占全部句子的比例（{part} {counted}，{of} 句中的 {n} 句）。",
                "Share of sentences that bind ({part} {counted}, {n} of {of} sentences).",
            ),
            _draw,
        ),
    ),
    methods=_methods,
    finding=_finding,
    finding_rank=6,
)
