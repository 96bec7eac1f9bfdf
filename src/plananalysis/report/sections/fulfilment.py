"""Promise and account: what became, in the look-back, of what the unit's plan of the year before promised."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from plananalysis.fulfilment.promises_answered import ACCOUNTS
from plananalysis.plots import palette
from plananalysis.report.analysis import Analysis
from plananalysis.report.context import Page, records, rows_of
from plananalysis.report.group_names import of_one_unit
from plananalysis.report.section import Listed, Part, Section, box, has, has_any, hint, table
from plananalysis.report.words import FRAME, Pair
from plananalysis.tables import Column

MOST_BARS = 120
"""Pairs of years of which the page draws a bar."""
MOST_LISTED = 1_500
"""Promises that the page lists; the fullest accounts first."""

WORDS: dict[str, Pair] = {
    "fulfilment": ("承诺与交代", "Promise and account"),
    "fulfilment_counts": ("各年承诺的交代", "Accounts of each year's promises"),
    "fulfilment_hint": (
        "上一年计划里的每项承诺，本年回顾怎么说：报告了同一指标的数值、有句子说已完成、有提及，或未提及。未提及不等于没做。“高低”只是"
        "报告值与承诺值的算术比较，失业率低于目标正是所求。点击句子读原文。",
        "What the look-back says of each promise of the year before: a value of the same indicator, a sentence that says it is done, a "
        "mention, or none. What is not mentioned may be done all the same. “Above” and “below” are arithmetic alone: unemployment "
        "below its target is what was wanted. Click a sentence to read it in its place.",
    ),
}
_COLOURS = {
    "value": palette.BASE[0],
    "done": palette.BASE[2],
    "mentioned": palette.BASE[4],
    "not_mentioned": palette.GRID,
}
_METHODS: Pair = (
    "承诺与交代：上一年计划（目标、安排、自身建设部分）的句子与数量，对照本年回顾部分（不含问题、体会与致谢）。数量按规范指标名或用语与单位对应；"
    "措辞按罕见词的共有程度对应；称已完成须有完成动词，且不被否定、不表意图。",
    "Promise and account: sentences and amounts of the earlier plan (targets, plan, the government itself) beside the later look-back "
    "without problems, lessons and thanks. Amounts are matched by the indicator's known name, or by words and unit; wordings by the rare words "
    "they share; done takes a verb of completion, neither denied nor intended.",
)


def _parts(page: Page, data: Mapping[str, Any]) -> list[Part]:
    """Return the bars of the pairs of years, and the table."""
    return [hint(WORDS["fulfilment_hint"]), box("fulfilment-bars"), table("fulfilment", "fulfilment")]


def _data(page: Page) -> dict[str, Any]:
    """Return for each unit and pair of years how many promises have which account."""
    found = page.analysis.tables["fulfilment"]
    one = of_one_unit(page.analysis)
    keys = ["unit", "year_a", "year_b"]
    order = found[keys].drop_duplicates()
    counted = pd.crosstab([found[key] for key in keys], found["account"])
    counted = counted.reindex(index=pd.MultiIndex.from_frame(order), columns=list(ACCOUNTS), fill_value=0)
    if len(counted) > MOST_BARS:
        page.leave_out(FRAME["left_rows"], table="fulfilment", n=f"{len(counted):,}", shown=MOST_BARS)
        counted = counted.head(MOST_BARS)
    rows = [
        (f"{year_a}→{year_b}" if one else f"{unit} {year_a}→{year_b}", *(int(n) for n in counts))
        for (unit, year_a, year_b), counts in zip(counted.index, counted.to_numpy(), strict=True)
    ]
    return {
        "accounts": records(["account", "colour"], ([each, _COLOURS[each]] for each in ACCOUNTS)),
        "pairs": records(["label", *ACCOUNTS], rows),
    }


def _rows(page: Page) -> pd.DataFrame:
    """Return the promises as a reader looks for them: the fullest accounts first, each with both of its places."""
    found = page.analysis.tables["fulfilment"]
    order = found["account"].map({each: i for i, each in enumerate(ACCOUNTS)}) + (found["quantity"] == "") / 2
    rows = found.assign(
        years=[f"{a}→{b}" for a, b in rows_of(found, "year_a", "year_b")],
        doc=found["doc_a"].map(page.place.document),
        other=found["doc_b"].map(lambda doc: page.place.document(doc) if doc else None).astype("Int64"),
    )
    rows = rows.iloc[order.argsort(kind="stable")]
    first = ["years"] if of_one_unit(page.analysis) else ["unit", "years"]
    said = [
        "text_a",
        "account",
        "text_b",
        "indicator",
        "quantity",
        "reported",
        "position",
        "said",
        "evidence",
    ]
    rest = [name for name in rows.columns if name not in (*first, *said, "unit")]
    return rows[[*first, *said, *rest]]


def _methods(analysis: Analysis) -> Pair:
    """Say what a promise is, and what gives account of it."""
    return _METHODS if has(analysis, "fulfilment") else ("", "")


SECTION = Section(
    name="fulfilment",
    title=WORDS["fulfilment"],
    shown=has_any("fulfilment"),
    parts=_parts,
    tables=(
        Listed(
            "fulfilment",
            WORDS["fulfilment"],
            hidden=(
                *(
                    "year_a",
                    "year_b",
                    "doc_a",
                    "part_a",
                    "line_a",
                    "start_a",
                    "end_a",
                    "doc_b",
                    "line_b",
                    "start_b",
                    "end_b",
                ),
                *("value", "value_high", "measure", "bound", "reported_value", "matched_by", "doc", "other"),
            ),
            unseen=("doc", "start_a", "end_a", "other", "start_b", "end_b"),
            most=MOST_LISTED,
            quick=("account.value", "account.done", "account.mentioned", "account.not_mentioned"),
            rows=_rows,
        ),
    ),
    data=_data,
    words=WORDS,
    heads={
        "years": ("年份", "years"),
        "fulfilment.text_a": ("承诺", "promise"),
        "fulfilment.indicator": ("指标", "indicator"),
        "fulfilment.quantity": ("承诺的数量", "promised"),
        "account": ("交代", "account"),
        "reported": ("报告的数量", "reported"),
        "position": ("高低", "position"),
        "said": ("完成用语", "words of completion"),
        "fulfilment.text_b": ("回顾", "look-back"),
        "fulfilment.evidence": ("证据", "evidence"),
    },
    looks={"account": "code", "position": "code"},
    columns=(Column("years", "str", "year of the promise and of the account", "承诺与回顾的年份"),),
    codes={
        "fulfilment.value": ("有数值", "reported with a value"),
        "fulfilment.done": ("称已完成", "reported as done"),
        "fulfilment.mentioned": ("有提及", "mentioned"),
        "fulfilment.not_mentioned": ("未提及", "not mentioned"),
        "fulfilment.above": ("高于", "above"),
        "fulfilment.equal": ("等于", "equal"),
        "fulfilment.below": ("低于", "below"),
        "fulfilment.within": ("区间内", "within"),
    },
    methods=_methods,
)
