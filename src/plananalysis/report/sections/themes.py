"""Themes: how much each group says of each, and the passages behind it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd

from plananalysis.report.analysis import Analysis
from plananalysis.report.context import MOST_LABELS, Page, records, rows_of
from plananalysis.report.emphasised import sure_themes, told_in_order
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
)
from plananalysis.report.words import FRAME, Pair, filled, group_label
from plananalysis.tables import UNCODED
from plananalysis.themes.coding import LEAST_WEIGHT

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MOST_PASSAGES = 12_000
"""Passages of themes in a page."""
TERMS_SHOWN = 60
"""Characters of the words that tell of a passage's theme."""

WORDS: dict[str, Pair] = {
    "themes": ("主题", "Themes"),
    "themes_hint": (
        "各主题占各{group}已归类文字的比例（%），用“{lexicon}”主题词典；全部文字的 {uncoded} 未归类（称呼、致谢、号召及依据不足者）。点击单元格查看相应段落。",
        "Share of each theme in the coded text of each {group} (%), by the lexicon “{lexicon}”; {uncoded} of all text has no theme (greetings, thanks, appeals, and what shows too little). Click a cell for its passages.",
    ),
    "theme_table": ("主题侧重的全部数值", "Emphasis in numbers"),
    "passages": ("段", "passages"),
    "theme_passages_hint": (
        "百分数为该主题在这一段全部主题线索中所占的份额，其后是命中的词语；点击标题看全文。",
        "The percentage is the theme's part of all the evidence in the passage, followed by the words that tell; click a heading to read the text.",
    ),
}
_FINDING: Pair = (
    "侧重最鲜明的{groups}：{list}{more}。",
    "The {groups} with the clearest emphasis: {list}{more}.",
)
_STRESS: Pair = (
    "{name}：{theme}（占 {share}，各{group}平均 {mean}{term}）",
    "{name}: {theme} ({share} of its text, {mean} on average{term})",
)
_TERM: Pair = ("；多说“{term}”", "; often “{term}”")
_MORE: Pair = ("；另有 {n} {counted}的侧重超出误差", "; {n} more {counted} beyond the margin of error")
_METHODS: Pair = (
    "主题：按“{lexicon}”主题词典逐个自然段归类（段首句和标题所含词语权重更高），段落与各{group}由自然段加总；侧重为各主题占"
    "已归类文字的比例，区间由对段落重抽样得出。",
    "Themes: paragraphs are coded with the theme lexicon “{lexicon}”, terms in leads and headings weighing more, and added "
    "up; emphasis is the share of the coded text, its interval from resampled passages.",
)


def _parts(page: Page, data: Mapping[str, Any]) -> list[Part]:
    """Return the heatmap, and its numbers folded away."""
    return [
        hint(filled(WORDS["themes_hint"], lexicon=_lexicon(page.analysis), uncoded=_uncoded(page.analysis))),
        box("theme-heatmap"),
        folded("emphasis", "theme_table", WORDS["theme_table"]),
    ]


def _uncoded(analysis: Analysis) -> str:
    """Return the share of the text without a theme."""
    coded = analysis.tables["themes"]
    chars = coded["weight"] * coded["n_chars"]
    return f"{chars[(coded['theme'].astype('str') == UNCODED).to_numpy()].sum() / max(chars.sum(), 1):.0%}"


def _lexicon(analysis: Analysis) -> str:
    return str(analysis.options.get("theme_lexicon", ""))


def _data(page: Page) -> dict[str, Any]:
    """Return the share of every theme in every group, and the passages behind each."""
    emphasis, coded = page.analysis.tables["emphasis"], page.analysis.tables["themes"]
    names = [str(name) for name in emphasis["theme"].unique()]
    groups = page.in_order(emphasis["group"], "emphasis")
    wide = {
        column: emphasis.pivot_table(
            index="group", columns="theme", values=column, aggfunc="sum", observed=True
        ).reindex(index=groups, columns=names)
        for column in ("share", "difference")
    }
    where = page.analysis.tables["passages"].set_index("passage_id")[["start", "end"]]
    known = coded[coded["theme"].isin(names)].sort_values(["weight", "score"], ascending=False, kind="stable")
    # Every cell of the heatmap leads somewhere: the strongest passage of each document and theme stays.
    first = ~known.duplicated(["doc_id", "theme"])
    strong = known[first | (known["weight"] >= LEAST_WEIGHT)]
    if len(strong) > MOST_PASSAGES:
        page.leave_out(FRAME["left_rows"], table="themes", n=f"{len(strong):,}", shown=f"{MOST_PASSAGES:,}")
        strong = strong.head(MOST_PASSAGES)
    strong = strong.join(where, on="passage_id", how="inner")
    number = {name: i for i, name in enumerate(names)}
    rows = rows_of(strong, "theme", "doc_id", "start", "end", "weight", "heading", "terms")
    passages = records(
        ["theme", "doc", "start", "end", "weight", "heading", "terms"],
        (
            [
                number[str(theme)],
                page.place.document(doc),
                start,
                end,
                round(weight, 3),
                heading,
                _cut(terms, TERMS_SHOWN),
            ]
            for theme, doc, start, end, weight, heading, terms in rows
        ),
    )
    return {
        "themes": names,
        "groups": groups,
        "share": wide["share"].fillna(0).round(4).to_numpy().tolist(),
        "difference": wide["difference"].fillna(0).round(4).to_numpy().tolist(),
        "passages": passages,
    }


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _draw(analysis: Analysis, lang: str) -> "tuple[Axes, dict[str, object]] | None":
    """Draw the share of every theme in every group."""
    from plananalysis.plots.theme_heatmap import heatmap_size, plot_theme_heatmap
    from plananalysis.report.canvas import canvas

    if not has(analysis, "emphasis"):
        return None
    emphasis = analysis.tables["emphasis"]
    order = analysis.present(emphasis["group"])[:MOST_LABELS]
    ax = canvas(heatmap_size(len(order)))
    plot_theme_heatmap(emphasis[emphasis["group"].isin(order)], ax, order=order, lang=lang)
    passages = analysis.tables["themes"]["passage_id"].nunique()
    return ax, {"units": len(order), "passages": f"{passages:,}", "lexicon": _lexicon(analysis)}


def _finding(analysis: Analysis) -> Finding | None:
    """Say which theme those groups stress that stand out most, and by which term of its evidence."""
    return finding_of(sure_themes(analysis))


def finding_of(rows: pd.DataFrame) -> Finding | None:
    """Return the sentence on groups whose emphasis is sure, made of nothing but their rows."""
    if rows.empty:
        return None
    named = told_in_order(rows)
    listed = [
        filled(
            _STRESS,
            name=group_label(row.group),
            theme=row.theme,
            share=f"{row.share:.0%}",
            mean=f"{row.mean_share:.0%}",
            term=filled(_TERM, term=row.term) if row.term else ("", ""),
        )
        for row in named.itertuples()
    ]
    rest = len(rows) - len(named)
    pair = filled(
        _FINDING,
        list=("；".join(zh for zh, _ in listed), "; ".join(en for _, en in listed)),
        more=filled(_MORE, n=rest) if rest else ("", ""),
    )
    return Finding(pair, "themes", "emphasis", rows)


def _methods(analysis: Analysis) -> Pair:
    """Say how passages were coded."""
    return filled(_METHODS, lexicon=_lexicon(analysis))


SECTION = Section(
    name="themes",
    title=WORDS["themes"],
    shown=has_any("emphasis"),
    parts=_parts,
    tables=(
        Listed("emphasis", ("主题侧重", "Emphasis"), hidden=("n_chars", "log_odds", "uncoded_share")),
        Listed("themes", WORDS["themes"], on_page=False, in_workbook=False),
        Listed("theme_flow", on_page=False, in_workbook=False),
    ),
    data=_data,
    words=WORDS,
    heads={
        "theme": ("主题", "theme"),
        "n_passages": ("首要段落数", "main passages"),
        "share": ("占比", "share"),
        "share_low": ("95% 下限", "95% low"),
        "share_high": ("95% 上限", "95% high"),
        "mean_share": ("各{group}平均", "mean of all"),
        "difference": ("与平均之差", "above mean"),
    },
    looks=dict.fromkeys(("share", "share_low", "share_high", "mean_share", "difference"), "share"),
    figures=(
        Figure(
            "themes",
            (
                "各主题占各{group}已归类文字的比例（%，{units} {counted}，{passages} 段，“{lexicon}”词典）。",
                "Share of each theme in the coded text of each {group} (%; {units} {counted}, {passages} passages, lexicon “{lexicon}”).",
            ),
            _draw,
        ),
    ),
    methods=_methods,
    finding=_finding,
    finding_rank=3,
)
