"""Any two groups side by side; the items of those most alike are aligned beforehand."""

from collections.abc import Mapping
from typing import Any

from plananalysis.groups import groups_of, runs_in_time
from plananalysis.report.analysis import Analysis
from plananalysis.report.context import Page, records, rows_of
from plananalysis.report.section import Listed, Part, Section, box, has, hint
from plananalysis.report.words import Pair, filled

MOST_NAMED = 4
"""Shared slogans that a row names."""

SHOWN_RUN = 8
"""Letters of a common run that is shown; shorter ones are terms of the subject."""

WORDS: dict[str, Pair] = {
    "compare": ("任选两{counted}比较", "Compare any two {groups}"),
    "compare_hint": (
        "选择两{counted}，逐项看用词、主题、提法、关键词和共有文字，均可点开。",
        "Choose two {groups}: words, themes, slogans, key terms and shared passages, each leading to its source.",
    ),
    "compare_a": ("甲", "A"),
    "compare_b": ("乙", "B"),
    "compare_same": ("请选择不同的两{counted}。", "Choose two different {groups}."),
    "compare_alike": ("用词相似度：余弦 {x}，雅卡尔 {y}", "Likeness of words: cosine {x}, Jaccard {y}"),
    "compare_both": ("共用", "Both"),
    "compare_items": ("逐条对应", "Items that answer each other"),
    "compare_gap": ("（无对应）", "(no counterpart)"),
    "compare_run": ("最长相同文字", "longest common run"),
    "compare_shared": ("共有提法", "shared slogans"),
    "compare_not_aligned": (
        "这两{counted}的条目没有预先对齐，可在命令行运行 plananalysis compare。",
        "The items of these two were not aligned beforehand; run plananalysis compare.",
    ),
    "compare_precomputed": (
        "条目对照已为用词最接近的 {n} 对算好：{list}。",
        "Items are aligned for the {n} pairs most alike: {list}.",
    ),
    "only": ("仅{name}", "{name} only"),
}
_METHODS: Pair = (
    "逐条对应：对用词最接近的至多 {compared} 对计划逐条对应。",
    "Comparison: items are aligned for at most {compared} pairs of plans most alike.",
)


def _parts(page: Page, data: Mapping[str, Any]) -> list[Part]:
    """Return the two choices, what is said of the two, and which pairs were aligned."""
    found = [hint(WORDS["compare_hint"]), box("compare-choice", "tools-row"), box("compare-body")]
    if has(page.analysis, "comparisons"):
        group = groups_of(page.analysis.corpus, page.analysis.by)
        pairs = page.analysis.tables["comparisons"][["plan_a", "plan_b"]].drop_duplicates()
        names = [f"{group[a]}–{group[b]}" for a, b in pairs.itertuples(index=False)]
        found.append(hint(filled(WORDS["compare_precomputed"], n=len(names), list="、".join(names))))
    return found


def _data(page: Page) -> dict[str, Any]:
    """Return the plans compared item by item: which two, and every row with its two places."""
    first = page.analysis.order[-2:] if runs_in_time(page.analysis.corpus, page.analysis.by) else []
    if not has(page.analysis, "comparisons"):
        return {"first": first}
    compared = page.analysis.tables["comparisons"]
    plans = list(dict.fromkeys(rows_of(compared, "plan_a", "plan_b")))
    number = {pair: i for i, pair in enumerate(plans)}
    sides = [f"{name}_{side}" for side in "ab" for name in ("heading", "start", "end")]
    names = ["element", "relation", *sides, "similarity", "common_run", "shared_slogans"]
    rows = []
    for a, b, element, relation, *places, similar, run, slogans in rows_of(
        compared, "plan_a", "plan_b", *names
    ):
        side_a, side_b = (_side(*places[i : i + 3]) for i in (0, 3))
        shared = [round(similar, 2), run if len(run or "") >= SHOWN_RUN else "", _named(slogans or "")]
        rows.append([number[a, b], element, relation, *side_a, *side_b, *shared])
    document = page.place.document
    return {
        "first": first,
        "plans": records(["a", "b"], ([document(a), document(b)] for a, b in plans)),
        "rows": records(["plans", *names], rows),
    }


def _side(heading: str | None, start: int, end: int) -> list[Any]:
    """Return a heading with its place; none where there is nothing."""
    return [heading or "", start, end] if end else [heading or "", None, None]


def _named(slogans: str) -> str:
    """Return the shared slogans that name something: no single characters, none inside another of them.

    Examples
    --------
    >>> _named("1｜深入学习｜深入学习贯彻｜三会一课")
    '深入学习贯彻｜三会一课'
    """
    names = [name for name in slogans.split("｜") if len(name) > 1]
    kept = [name for name in names if not any(name != other and name in other for other in names)]
    return "｜".join(kept[:MOST_NAMED])


def _methods(analysis: Analysis) -> Pair:
    """Say which plans were aligned."""
    return filled(_METHODS, compared=analysis.options.get("compared_pairs", ""))


SECTION = Section(
    name="compare",
    title=WORDS["compare"],
    shown=lambda analysis: len(analysis.order) > 1,
    parts=_parts,
    tables=(Listed("comparisons", on_page=False),),
    data=_data,
    words=WORDS,
    methods=_methods,
)
