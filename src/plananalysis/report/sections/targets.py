"""The targets of the plans: one indicator in all of them, and all of each; where plans set targets for known indicators."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd

from plananalysis.groups import several
from plananalysis.pledges.own_year import middle_of, own_year_targets
from plananalysis.plots.target_dots import drawn_targets, target_labels
from plananalysis.report.analysis import Analysis
from plananalysis.report.context import Page, records
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
    hint,
    table,
    table_of,
)
from plananalysis.report.words import Pair, filled, group_label
from plananalysis.tables import Column, columns

if TYPE_CHECKING:
    from matplotlib.axes import Axes

FEWEST_UNITS = 5
"""Units with a target for an indicator from which on a sentence says how far apart they are."""
MOST_DRAWN = 40
"""Plans that the figure shows."""
NAMED = 3
"""Units that a sentence names at either end; where more share a target it gives their number."""

WORDS: dict[str, Pair] = {
    "targets": ("主要目标", "Targets"),
    "targets_hint": (
        "各份计划为本年定下的主要指标；区间取中值画条。点击名称读原句。下表每个目标一行，“未提”指同批其他计划的目标段提到、本计划全文未提的指标。",
        "What each plan aims at for its own year; of a range the bar shows the middle. Click a name to read the sentence. The table "
        "has a row for each target; “not named” is what the target paragraph of another plan names and this plan nowhere.",
    ),
    "targets_indicator": ("指标", "Indicator"),
}
_METHODS: Pair = (
    "主要目标：承诺中用语属于已知指标名称（去掉范围、单位名和“增速”等后比较）的数量，目标段中的无数值表述也计入；"
    "同一指标以目标段为准。",
    "Targets: quantities of commitments whose wording, without scope, unit and words of growth, is a name of a known indicator, "
    "and what the paragraph of targets says without a number; of one indicator the paragraph counts.",
)
_UNITS: Pair = (
    "{n} 份计划为{indicator}定下目标（{form}），在 {low}{measure} 至 {high}{measure} 之间，中位数 {middle}{measure}；最高的是{top}，最低的是{bottom}。",
    "{n} plans set a target for {indicator} ({form}): {low}{measure} to {high}{measure}, median {middle}{measure}; highest {top}, lowest {bottom}.",
)
_YEARS: Pair = (
    "{indicator}目标（{form}）：{first_year} 年 {first}{measure}，{last_year} 年 {last}{measure}；最高 {high}{measure}（{top}），最低 {low}{measure}（{bottom}）。",
    "Target for {indicator} ({form}): {first}{measure} in {first_year}, {last}{measure} in {last_year}; highest {high}{measure} ({top}), lowest {low}{measure} ({bottom}).",
)
_FORMS: dict[str, Pair] = {"change": ("增长", "growth"), "level": ("水平", "level")}
_MORE: dict[str, Pair] = {
    "unit": ("{name}等 {n} 个", "{name} and others, {n} in all"),
    "year": ("{name}等 {n} 年", "{name} and others, {n} years in all"),
}
"""More units or years than are named."""


def _parts(page: Page, data: Mapping[str, Any]) -> list[Part]:
    """Return the bars of one indicator, and the table."""
    parts = [hint(WORDS["targets_hint"])]
    if data["indicators"]:
        parts.append(box("target-bars"))
    return [*parts, table("targets", "targets")]


def _indicators(targets: pd.DataFrame) -> list[str]:
    """Return the indicators with a number for the plan's own year, those of most plans first."""
    own = own_year_targets(targets)
    n_plans = own.drop_duplicates(["doc_id", "indicator"])["indicator"].value_counts()
    return [str(name) for name in n_plans.index]


def _data(page: Page) -> dict[str, Any]:
    """Return for each indicator the plans with a target for it, as figure and bars show them."""
    targets = page.analysis.tables["targets"]
    names = _indicators(targets)
    of_indicator = dict(iter(own_year_targets(targets).groupby("indicator")))
    rows = []
    for i, name in enumerate(names):
        drawn, measure = drawn_targets(of_indicator[name], name)
        told: list[Any] = list(drawn.astype(object).itertuples(index=False))
        for row, label, middle in zip(told, target_labels(drawn), middle_of(drawn), strict=True):
            place = (page.place.document(row.doc_id), int(row.start), int(row.end))
            rows.append((i, label, float(middle), str(row.quantity), measure, *place))
    fields = ["indicator", "label", "value", "quantity", "measure", "doc", "start", "end"]
    return {"indicators": names, "plans": records(fields, rows)}


def _rows(page: Page) -> pd.DataFrame:
    """Return the targets as a reader looks for them: what is said of each indicator in one column, what is absent last."""
    found = page.analysis.tables["targets"]
    said = found["quantity"].where(found["quantity"].fillna("") != "", found["relation"]).fillna("")
    rows = found.assign(target=said, doc=found["doc_id"].map(page.place.document))
    rows = rows.sort_values("stated", key=lambda column: column == "absent", kind="stable")
    names = [name for name in rows.columns if name != "target"]
    names.insert(names.index("indicator") + 1, "target")
    return rows[names]


def _draw(analysis: Analysis, lang: str) -> "tuple[Axes, dict[str, object]] | None":
    """Draw the indicator that most plans set a target for."""
    from plananalysis.plots.target_dots import plot_targets
    from plananalysis.report.canvas import bars_size, canvas

    targets = table_of(analysis, "targets")
    names = _indicators(targets) if len(targets) else []
    if not names:
        return None
    n = len(drawn_targets(targets, names[0])[0])
    if n < 2:
        return None
    ax = canvas(bars_size(min(n, MOST_DRAWN)))
    plot_targets(targets, names[0], ax, top=MOST_DRAWN, lang=lang)
    return ax, {"indicator": names[0], "shown": min(n, MOST_DRAWN), "n": n}


def _finding(analysis: Analysis) -> Finding | None:
    """Say how far apart the targets are for the indicator that most plans name, or how it moved."""
    targets = table_of(analysis, "targets")
    names = _indicators(targets) if len(targets) else []
    if not names:
        return None
    return aimed(drawn_targets(targets, names[0])[0], through_time=of_one_unit(analysis))


def aimed(rows: pd.DataFrame, *, through_time: bool) -> Finding | None:
    """Return the sentence on the targets of one indicator, made of nothing but their rows."""
    value = middle_of(rows)
    if rows.empty or value.min() == value.max() or (not through_time and several(rows["year"])):
        return None
    if len(rows) < (2 if through_time else FEWEST_UNITS):
        return None
    rows = rows.assign(_value=value)
    told: dict[str, object] = {
        "indicator": rows["indicator"].iloc[0],
        "form": _FORMS[rows["form"].iloc[0]],
        "measure": rows["measure"].iloc[0],
        "low": f"{value.min():g}",
        "high": f"{value.max():g}",
        "middle": f"{value.median():g}",
        "n": len(rows),
    }
    column = "year" if through_time else "unit"
    for end, at in (("top", value.max()), ("bottom", value.min())):
        told[end] = _named(rows.loc[rows["_value"] == at, column].tolist(), _MORE[column])
    if through_time:
        ordered = rows.sort_values("year", kind="stable")
        told |= {
            "first_year": int(ordered["year"].iloc[0]),
            "last_year": int(ordered["year"].iloc[-1]),
            "first": f"{ordered['_value'].iloc[0]:g}",
            "last": f"{ordered['_value'].iloc[-1]:g}",
        }
    pair = filled(_YEARS if through_time else _UNITS, **told)
    return Finding(pair, "targets", "targets", rows.drop(columns="_value"))


def _named(names: list[object], more: Pair) -> Pair:
    """Return some units or years, or the first and how many there are."""
    labels = [group_label(str(name)) for name in names]
    if len(labels) <= NAMED:
        return "、".join(zh for zh, _ in labels), ", ".join(en for _, en in labels)
    return filled(more, name=labels[0], n=len(labels))


def _methods(analysis: Analysis) -> Pair:
    """Say what a target is."""
    return _METHODS if has(analysis, "targets") else ("", "")


SECTION = Section(
    name="targets",
    title=WORDS["targets"],
    shown=has_any("targets"),
    parts=_parts,
    tables=(
        Listed(
            "targets",
            WORDS["targets"],
            hidden=(
                *(
                    "doc_id",
                    "passage_id",
                    "wording",
                    "value",
                    "value_high",
                    "from_value",
                    "stretch",
                    "measure",
                ),
                *("quantity", "relation", "form", "headline"),
                *(column for column in columns("targets") if column.endswith(("_start", "_end"))),
            ),
            unseen=("doc", "start", "end"),
            quick=("stated.number", "stated.relation", "stated.absent"),
            rows=_rows,
        ),
    ),
    data=_data,
    words=WORDS,
    heads={
        "targets.indicator": ("指标", "indicator"),
        "targets.target": ("目标", "target"),
        "stated": ("表述", "stated as"),
        "target_year": ("目标年份", "for"),
        "line": ("行号", "line"),
        "bound": ("限定", "bound"),
        "force": ("力度", "force"),
        "targets.text": ("句子", "sentence"),
    },
    looks={"stated": "code", "bound": "code"},
    columns=(Column("target", "str", "the target in the plan's words", "目标（原文）"),),
    codes={
        "number": ("数值", "number"),
        "relation": ("关系", "relation"),
        "absent": ("未提", "not named"),
    },
    figures=(
        Figure(
            "targets",
            (
                "各份计划的{indicator}目标（{n} 份中的 {shown} 份）：圆点为数值，箭头为不少于或不超过，横线为区间或力争值。",
                "Targets for the indicator below the axis ({shown} of {n} plans): a dot is a value, an arrow a bound, a line a "
                "range or what is striven for.",
            ),
            _draw,
        ),
    ),
    methods=_methods,
    finding=_finding,
    finding_rank=5,
)
