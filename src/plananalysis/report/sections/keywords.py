"""Key terms of every group by two measures, each with its places."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd

from plananalysis.report.analysis import Analysis
from plananalysis.report.context import Page, most_shown, records, rows_of
from plananalysis.report.emphasised import sure_terms, told_in_order
from plananalysis.report.section import (
    Figure,
    Finding,
    Listed,
    Part,
    Section,
    box,
    folded,
    has,
    has_any,
    hint,
    table_of,
)
from plananalysis.report.words import FRAME, Pair, filled, group_label

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MEASURES = {"keyness_by": ("n_target", "z"), "keywords": ("n", "score")}
"""The tables of terms, each with its column of counts and its measure; the first is shown at the start."""
_BOXES = {"keyness_by": "keyness", "name_counts": "names"}
"""What the boxes of the folded tables are called."""
MOST_PANELS = 32
"""Groups of the figure."""

WORDS: dict[str, Pair] = {
    "keywords": ("各{group}的关键词", "Key terms of each {group}"),
    "keywords_hint": (
        "两种算法：显著词看一{counted}比其余{groups}多用了什么，TF-IDF 看哪些词语既常用又少见于他处；同类报告人人都用的词靠后，多词术语与单词并列。条形在全部{groups}之间可比，数字为次数；点击词语查看出处。",
        "Two measures: keyness shows what a {group} uses more than all others; TF-IDF what it uses often and others rarely. What all reports of the kind say ranks low, and terms of several words stand beside words. Bars compare across {groups}, numbers are occurrences. Click a term to see where it stands.",
    ),
    "keyness": ("显著词", "Keyness"),
    "keyness_hint": (
        "按稳健的对数优势比取前列，条形为 z 值。",
        "Ranked by the assured log-odds ratio; bars are z.",
    ),
    "keyness_table": ("显著词的全部数值", "Keyness in numbers"),
    "names_table": ("地名、单位名与人名", "Names of places, units and persons"),
    "tab_keyness": ("显著词（与其余{groups}相比）", "Keyness (against all others)"),
    "tab_tfidf": ("TF-IDF", "TF-IDF"),
    "all_terms": ("列出每{counted}的全部词语", "All terms of every {group}"),
    "fewer": ("收起", "Show fewer"),
    "tfidf_hint": (
        "TF-IDF 与区分度之积最高的词语，条形为得分。",
        "Terms with the highest TF-IDF times specificity; bars are the score.",
    ),
}
_LEFT_OUT: Pair = (
    "地名、单位名和人名不计入：共 {kinds} 个，{n} 次，列于下表。",
    "Names of places, units and persons are left out: {kinds} of them, {n} occurrences, listed below.",
)
_FINDING: Pair = (
    "明显多于其余{groups}的词语：{list}{more}。",
    "Terms that a {group} uses far more than all others: {list}{more}.",
)
_TERM: Pair = (
    "{name}“{term}”（{n} 次，其余共 {others} 次）",
    "{name} “{term}” ({n} times, all others {others})",
)
_MORE: Pair = ("；另有 {n} {counted}见下文", "; {n} more {counted} below")
_NAMES_OUT: Pair = ("地名、单位名和人名不计", "names of places, units and persons left out")
_NAMES_IN: Pair = ("地名、单位名和人名也计入", "names of places, units and persons counted as well")
_METHODS: Pair = (
    "关键词取 TF-IDF 与区分度之积最高的 {keywords} 个词语（区分度按 62 份政府工作报告中的分布不均程度、词性、短语中最有区分力的词及高出一般汉语的程度确定）；"
    "{names}；显著词为各{group}与其余{groups}相比，以带信息先验的对数优势比"
    "（Monroe、Colaresi 与 Quinn，2008）衡量，另列对数似然比 G²（Dunning，1993）。",
    "Keywords are the {keywords} terms with the highest TF-IDF times specificity (how unevenly 62 reports on the work of "
    "governments use a term, its part of speech, its most telling word and how far it lies above general Chinese), {names}; "
    "keyness sets each {group} against all others by the "
    "log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008), with the log-likelihood "
    "ratio G² (Dunning 1993) beside it.",
)


def _parts(page: Page, data: Mapping[str, Any]) -> list[Part]:
    """Return the cards of terms, and keyness in numbers folded away."""
    found = [hint(WORDS["keywords_hint"])]
    names = table_of(page.analysis, "name_counts")
    if len(names) and not page.analysis.options.get("names"):
        counts = {"kinds": f"{names['name'].nunique():,}", "n": f"{names['n'].sum():,}"}
        found.append(hint(filled(_LEFT_OUT, **counts)))
    found.append(box("terms"))
    for table in ("keyness_by", "name_counts"):
        if has(page.analysis, table):
            found.append(folded(table, f"{_BOXES[table]}_table", WORDS[f"{_BOXES[table]}_table"]))
    return found


def _data(page: Page) -> dict[str, Any]:
    """Return the cards of every measure."""
    return {name: _cards(page, name) for name in MEASURES if has(page.analysis, name)}


def _cards(page: Page, name: str) -> dict[str, Any]:
    """Return the terms of every group with how they weigh, and their places."""
    typical, found = page.analysis.tables[name], page.analysis.tables["keyword_places"]
    groups = page.analysis.present(typical["group"])
    most = most_shown(len(groups))
    if len(groups) > most:
        page.leave_out(FRAME["left_groups"], n=len(groups), shown=most, table=name)
        typical = typical[typical["group"].isin(groups[:most])]
    count, measure = MEASURES[name]
    place = {group: i for i, group in enumerate(groups)}
    terms = sorted(rows_of(typical, "group", "term", count, measure), key=lambda row: place[row[0]])
    number = {(group, term): i for i, (group, term, *_) in enumerate(terms)}
    found = found.merge(typical[["group", "term"]], on=["group", "term"])
    found = page.capped(found, ["group", "term"], "keyword_places")
    places = rows_of(found, "group", "term", "doc_id", "start", "end")
    return {
        "terms": records(
            ["group", "term", "n", "value"],
            ([group, term, n, round(weight, 4)] for group, term, n, weight in terms),
        ),
        "places": records(
            ["term", *page.place.columns],
            ([number[group, term], *page.place(*place)] for group, term, *place in places),
        ),
    }


def _draw(analysis: Analysis, lang: str) -> "tuple[Axes, dict[str, object]] | None":
    """Draw the terms with the highest TF-IDF of every group."""
    from plananalysis.plots.keyword_panels import keywords_size, plot_keywords
    from plananalysis.report.canvas import canvas

    if not has(analysis, "keywords"):
        return None
    typical = analysis.tables["keywords"]
    groups = analysis.present(typical["group"])
    shown = groups[:MOST_PANELS]
    ax = canvas(keywords_size(len(shown)), whole=True)
    plot_keywords(typical, ax, order=shown, lang=lang)
    return ax, {"shown": len(shown), "units": len(groups), "names": _names(analysis)}


def _finding(analysis: Analysis) -> Finding | None:
    """Name the terms that single groups use far more than the others."""
    return finding_of(sure_terms(analysis))


def finding_of(rows: pd.DataFrame) -> Finding | None:
    """Return the sentence on terms that are sure, made of nothing but their rows."""
    if rows.empty:
        return None
    named = told_in_order(rows)
    listed = [
        filled(_TERM, name=group_label(row.group), term=row.term, n=row.n_here, others=row.n_elsewhere)
        for row in named.itertuples()
    ]
    rest = len(rows) - len(named)
    pair = filled(
        _FINDING,
        list=("、".join(zh for zh, _ in listed), ", ".join(en for _, en in listed)),
        more=filled(_MORE, n=rest) if rest else ("", ""),
    )
    return Finding(pair, "keywords", "keyness_by", rows)


def _methods(analysis: Analysis) -> Pair:
    """Say how terms were weighed."""
    return filled(_METHODS, keywords=analysis.options.get("keywords_per_unit", ""), names=_names(analysis))


def _names(analysis: Analysis) -> Pair:
    """Say whether names are counted."""
    return _NAMES_IN if analysis.options.get("names") else _NAMES_OUT


SECTION = Section(
    name="keywords",
    title=WORDS["keywords"],
    shown=has_any("keywords", "keyness_by"),
    parts=_parts,
    tables=(
        Listed("keywords", WORDS["keywords"], on_page=False),
        Listed(
            "keyness_by",
            ("显著词", "Keyness"),
            hidden=("n_docs_reference", "percent_diff", "chi2", "log_odds", "score"),
        ),
        Listed("name_counts", ("地名、单位名与人名", "Names of places, units and persons")),
        Listed("terms", ("多词术语", "Terms of several words"), on_page=False),
        Listed(
            "keyword_places", ("关键词的出处", "Places of the key terms"), on_page=False, in_workbook=False
        ),
    ),
    data=_data,
    words=WORDS,
    heads={
        "n_target": ("本{group}频次", "count here"),
        "n_reference": ("其余频次", "elsewhere"),
        "n_docs_target": ("文档数", "documents"),
        "full_name": ("全称", "full name"),
        "level": ("级别", "level"),
        "within": ("省份", "province"),
        "log_ratio": ("频率比（log₂）", "log₂ ratio"),
        "g2": ("G²", "G²"),
        "p": ("P 值", "p"),
        "p_adjusted": ("校正 P 值", "adjusted p"),
        "caution": ("P 值慎用", "caution with p"),
    },
    codes={
        "few documents": ("文档少", "few documents"),
        "one document": ("只见于一份文档", "one document"),
        "small expected count": ("期望频次小", "small expected count"),
    },
    looks={"p": "chance", "p_adjusted": "chance", "caution": "code"},
    figures=(
        Figure(
            "keywords",
            (
                "各{group}最有代表性的词语（TF-IDF×区分度；{part} {counted}），{names}。",
                "Most typical terms per {group} (TF-IDF times specificity; {part} {counted}), {names}.",
            ),
            _draw,
        ),
    ),
    methods=_methods,
    finding=_finding,
    finding_rank=4,
)
