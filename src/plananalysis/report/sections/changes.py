"""What rose, fell, entered and left from year to year: terms, and items of the outline; where a unit has several years."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd

from plananalysis.corpus.lengths import PER
from plananalysis.report.analysis import Analysis
from plananalysis.report.context import Page
from plananalysis.report.group_names import of_one_unit
from plananalysis.report.section import (
    Figure,
    Finding,
    Listed,
    Part,
    Section,
    has,
    has_any,
    heading,
    hint,
    table,
    table_of,
)
from plananalysis.report.text_counts import text_counts, without_overlaps
from plananalysis.report.words import Pair, filled

if TYPE_CHECKING:
    from matplotlib.axes import Axes

TELLING = 0.25
"""Least score of a term that a finding names: below it stands what the genre says everywhere."""
EXAMPLES, READ = 4, 12
"""Terms of each kind that a finding names, and of which it looks the texts up."""
PANELS = 16
"""Terms of the figure."""
HEADING = 40
"""Characters of a heading in the table of items."""

EVIDENT = 1.5
"""How many times the rate at one end is that at the other, at least, where a sentence calls a change evident."""

WORDS: dict[str, Pair] = {
    "changes": ("逐年变化", "From year to year"),
    "changes_hint": (
        "{own}只列出超出偶然的变化（校正 P < 0.05）；按词计数，包含在更长词语中的不计，频次以每万字计。点击词语查看出处。",
        "{own}Only changes beyond chance are listed (adjusted p < 0.05); words are counted, not what stands inside longer ones, "
        "per 10,000 characters. Click a term to see where it stands.",
    ),
    "year_comparisons": ("条目的去留：与上一年相比", "Items against the year before"),
    "year_comparisons_hint": (
        "同一单位相邻两年的条目逐一对应：照旧、改写、换了部分（文字相承）；同题异文（同一事项、另写文字）；新增、去掉。回顾只对回顾，"
        "安排只对安排。对应由程序判断，请以原文为准。",
        "The items of two neighbouring years of a unit, aligned: kept, reworded and moved share their wording, related ones only "
        "the subject; entered, left. Look-back answers look-back, plan plan. The text decides.",
    ),
}
_OWN: Pair = ("各单位只与自己的往年相比；", "Each unit is compared with itself. ")
_FINDING: Pair = (
    "逐年看（按字面计，含在更长词语里的也算），{list}。",
    "From year to year (as written, also inside longer words), {list}.",
)
_KINDS: dict[str, tuple[Pair, Pair]] = {
    "rose": (
        ("明显增多的有{list}", "rising: {list}"),
        ("“{term}”（每万字 {first}→{last} 次）", "“{term}” ({first} to {last} per 10,000 characters)"),
    ),
    "entered": (
        ("后来才有的有{list}", "new: {list}"),
        ("“{term}”（{first_year} 年起，{n} 次）", "“{term}” (since {first_year}, {n} times)"),
    ),
    "fell": (
        ("明显减少的有{list}", "falling: {list}"),
        ("“{term}”（每万字 {first}→{last} 次）", "“{term}” ({first} to {last} per 10,000 characters)"),
    ),
    "left": (
        ("不再出现的有{list}", "gone: {list}"),
        ("“{term}”（到 {last_year} 年为止，{n} 次）", "“{term}” (until {last_year}, {n} times)"),
    ),
}
"""What a finding says of each kind of change, and of a term of it."""
_METHODS: Pair = (
    "逐年变化：每个单位只与自己的往年相比的趋势检验（Mantel，1963），方差按句聚类稳健估计（Liang 与 Zeger，1986），"
    "P 值按 Benjamini 与 Hochberg 校正。",
    "Change over time: a trend test that compares each unit with itself (Mantel 1963), its variance robust to clusters "
    "within sentences (Liang and Zeger 1986), p adjusted after Benjamini and Hochberg.",
)


def _parts(page: Page, data: Mapping[str, Any]) -> list[Part]:
    """Return the terms, and the items."""
    found = []
    if has(page.analysis, "changes"):
        own = ("", "") if of_one_unit(page.analysis) else _OWN
        found += [hint(filled(WORDS["changes_hint"], own=own)), table("changes", "changes")]
    if has(page.analysis, "year_comparisons"):
        found += [
            heading("year_comparisons", WORDS["year_comparisons"]),
            hint(WORDS["year_comparisons_hint"]),
            table("year_comparisons", "year_comparisons"),
        ]
    return found


def _items(page: Page) -> pd.DataFrame:
    """Return the items with their headings on one line, and where each stands."""
    items, passages = (page.analysis.tables[name] for name in ("year_comparisons", "passages"))
    document = dict(zip(passages["passage_id"], passages["doc_id"], strict=True))
    added: dict[str, Any] = {}
    for side in ("a", "b"):
        line = items[f"heading_{side}"].str.replace(r"\s+", " ", regex=True)
        added[f"heading_{side}"] = line.str.slice(0, HEADING)
        docs = items[f"passage_{side}"].map(document)
        added[f"doc_{side}"] = [page.place.document(doc) if isinstance(doc, str) else None for doc in docs]
    return items.assign(**added)


def _finding(analysis: Analysis) -> Finding | None:
    """Say which terms changed most surely, with their rates in the texts."""
    rows = table_of(analysis, "changes")
    if rows.empty:
        return None
    first = rows[rows["score"] >= TELLING].groupby("change", sort=False).head(READ)
    if first.empty:
        return None
    return changed(without_overlaps(as_written(analysis, first.sort_index())))


def as_written(analysis: Analysis, rows: pd.DataFrame) -> pd.DataFrame:
    """Return changes with numbers, rates and years as a reader finds them in the texts, also inside longer words.

    Rows whose change is another there are dropped, and those whose first and last rates hardly differ: what rose and fell
    again in between has changed, but is no rise that a sentence could tell by its ends.
    """
    documents = analysis.corpus.documents.set_index("doc_id")
    documents = documents[documents["year"].notna()]
    years = documents.groupby("unit")["year"]
    documents = documents[years.transform("nunique") > 1]
    counts = text_counts(analysis, rows["term"].astype("str").tolist()).reindex(documents.index)
    year, n_chars = documents["year"].astype("int64"), documents["n_chars"]
    edges = {
        edge: documents["year"] == documents.groupby("unit")["year"].transform(edge)
        for edge in ("min", "max")
    }
    rates = {edge: PER * counts[at].sum() / max(1, int(n_chars[at].sum())) for edge, at in edges.items()}
    held = counts > 0
    terms = rows["term"].astype("str").to_numpy()
    found = rows.assign(
        n=counts.sum().reindex(terms).to_numpy(),
        rate_first=rates["min"].reindex(terms).to_numpy(),
        rate_last=rates["max"].reindex(terms).to_numpy(),
        first_year=[int(year[held[term]].min()) if held[term].any() else 0 for term in terms],
        last_year=[int(year[held[term]].max()) if held[term].any() else 0 for term in terms],
    )
    begin, end = int(year.min()), int(year.max())
    up = found["change"].isin(["rose", "entered"])
    low, high = (
        found["rate_first"].where(up, found["rate_last"]),
        found["rate_last"].where(up, found["rate_first"]),
    )
    same = (high > low) & (high >= EVIDENT * low)
    same &= (found["change"] != "entered") | (found["first_year"] > begin)
    same &= (found["change"] != "left") | (found["last_year"] < end)
    return found[same]


def changed(rows: pd.DataFrame) -> Finding | None:
    """Return the sentence on the terms that changed, made of nothing but their rows."""
    if rows.empty:
        return None
    told: list[Pair] = []
    used = []
    for kind, (clause, of_term) in _KINDS.items():
        here = rows[rows["change"] == kind].head(EXAMPLES)
        if here.empty:
            continue
        used.append(here)
        terms = [
            filled(
                of_term,
                term=row.term,
                first=f"{row.rate_first:.1f}",
                last=f"{row.rate_last:.1f}",
                first_year=row.first_year,
                last_year=row.last_year,
                n=row.n,
            )
            for row in here.itertuples()
        ]
        listed = ("、".join(zh for zh, _ in terms), ", ".join(en for _, en in terms))
        told.append(filled(clause, list=listed))
    if not told:
        return None
    pair = filled(_FINDING, list=("；".join(zh for zh, _ in told), "; ".join(en for _, en in told)))
    return Finding(pair, "changes", "changes", pd.concat(used))


def _draw(analysis: Analysis, lang: str) -> "tuple[Axes, dict[str, object]] | None":
    """Draw the surest changes from year to year."""
    from plananalysis.plots.trend_lines import plot_trend, trend_size
    from plananalysis.report.canvas import canvas

    if not has(analysis, "trend"):
        return None
    trend = analysis.tables["trend"]
    terms = list(dict.fromkeys(trend["term"]))[:PANELS]
    ax = canvas(trend_size(len(terms)))
    plot_trend(trend[trend["term"].isin(terms)], ax, panels=True, lang=lang)
    groups = len(trend["group"].unique())
    return ax, {"terms": len(terms), "whose": _whose(analysis, groups)}


def _whose(analysis: Analysis, groups: int) -> Pair:
    """Return whose lines they are, where that is not plain."""
    return (
        ("", "")
        if of_one_unit(analysis)
        else (f"，{groups} 个有多年文件的单位", f", {groups} units with several years")
    )


def _methods(analysis: Analysis) -> Pair:
    """Say how change is tested."""
    return _METHODS if has(analysis, "changes") else ("", "")


SECTION = Section(
    name="changes",
    title=WORDS["changes"],
    shown=has_any("changes", "year_comparisons"),
    parts=_parts,
    tables=(
        Listed(
            "changes",
            WORDS["changes"],
            hidden=("p", "n_groups", "score"),
            quick=("change.rose", "change.entered", "change.fell", "change.left"),
        ),
        Listed("trend", on_page=False),
        Listed(
            "year_comparisons",
            WORDS["year_comparisons"],
            hidden=(
                *(
                    "relation",
                    "passage_a",
                    "passage_b",
                    "line_a",
                    "line_b",
                    "verb_changed",
                    "text_a",
                    "text_b",
                ),
                *("part_a", "part_b", "section_a", "section_b", "evidence"),
            ),
            unseen=("doc_a", "start_a", "end_a", "doc_b", "start_b", "end_b"),
            quick=tuple(
                f"change.{name}" for name in ("entered", "left", "moved", "reworded", "related", "kept")
            ),
            rows=_items,
        ),
    ),
    words=WORDS,
    heads={
        "change": ("变化", "change"),
        "first_year": ("最早", "first"),
        "last_year": ("最近", "last"),
        "rate_first": ("首年（每万字）", "first year, rate"),
        "rate_last": ("末年（每万字）", "last year, rate"),
        "p_adjusted": ("校正 P 值", "adjusted p"),
        "year_a": ("前一年", "year before"),
        "year_b": ("这一年", "year"),
        "heading_a": ("前一年条目", "item of the year before"),
        "heading_b": ("这一年条目", "item"),
        "verb_a": ("前一年动词", "verb before"),
        "verb_b": ("动词", "verb"),
        "same_wording": ("相同文字", "same wording"),
        "common_run": ("最长相同文字", "longest common run"),
        "numbers_changed": ("改动的数字", "numbers changed"),
    },
    looks={"change": "code", "p_adjusted": "chance", "same_wording": "percent"},
    codes={
        "rose": ("增多", "rose"),
        "fell": ("减少", "fell"),
        "entered": ("新出现", "entered"),
        "left": ("不再出现", "left"),
        "kept": ("照旧", "kept"),
        "reworded": ("改写", "reworded"),
        "moved": ("换了部分", "moved"),
        "related": ("同题异文", "related"),
    },
    figures=(
        Figure(
            "trend",
            (
                "变化最确定的 {terms} 个词语，每万字次数，横轴为年份{whose}。",
                "The {terms} surest changes, occurrences per 10,000 characters by year{whose}.",
            ),
            _draw,
        ),
    ),
    methods=_methods,
    finding=_finding,
    finding_rank=0,
)
