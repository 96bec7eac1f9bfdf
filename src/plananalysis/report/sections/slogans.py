"""Slogans: which unit uses which, the verbs before them, and every place."""

import re
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd

from plananalysis.groups import groups_of
from plananalysis.language.slogan_heads import DOCTRINE_ENDINGS
from plananalysis.pipeline.steps import STRONG
from plananalysis.report.analysis import Analysis
from plananalysis.report.column_heads import STOPLISTS
from plananalysis.report.context import Page, most_shown, records, rows_of
from plananalysis.report.section import (
    MOST_ROWS,
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
from plananalysis.segmentation.cut import has_word

if TYPE_CHECKING:
    from matplotlib.axes import Axes

HEATMAP_SLOGANS, CELL_PLACES = 40, 2
"""Slogans of the heatmap; places that each of its cells keeps where the page cannot hold all."""
MOST_FRAMED, MOST_VERBS = 60, 12
"""Slogans whose verbs the page shows, and verbs of each."""
GRAMMAR = ("是", "为", "有", "要", "在")
"""Verbs before a slogan that say nothing of what is to be done with it."""
MOST_BARS, MOST_HEATMAP_ROWS = 20, 32
"""Slogans of the figures."""
HELD, SAME = 0.75, 0.9
"""Share of the places of a slogan from which on a longer one that holds it is shown in its stead; of two that are registered
from the second on."""
FOREMOST = 100
"""First rows in which what names a line of policy is surely a slogan, though nobody marks it."""
QUOTED = 0.1
"""Least share of quoted places of a word that counts as quoted; 人民 is quoted once in five hundred places."""
REPEATED = 3
"""Times that a group says what is its own."""
EXAMPLES = 4
"""Slogans that a finding names."""

WORDS: dict[str, Pair] = {
    "slogans": ("提法", "Slogans"),
    "slogan_heatmap": ("各{group}使用的提法（次数）", "Slogans by {group} (occurrences)"),
    "slogan_table": ("提法一览", "All slogans"),
    "slogan_hint": (
        "点击提法或单元格，查看每一处上下文，再由上下文进入全文。",
        "Click a slogan or a cell to see every place in context, and from there the full text.",
    ),
    "slogan": ("提法", "Slogan"),
    "frames": ("提法前面的动词：谁说什么", "Verbs before a slogan: who says what"),
    "frames_hint": (
        "同一提法，有的说“增强”，有的说“树牢”。行为动词，列为{groups}，数字为次数；点击单元格查看出处。",
        "One strengthens what another upholds. Rows are verbs, columns {groups}, cells occurrences; click one to read them.",
    ),
    "register_hint": (
        "已登记：见于提法登记表；未登记的数字略语可能是地方创造或新提法。点击按钮筛选，再次点击取消。",
        "In the register: known from elsewhere; a numeric slogan that is not may be local or new. A button filters the table, a second click undoes it.",
    ),
    "mark_slogans": ("标出提法", "Mark slogans"),
    "more_slogans": ("更多", "More"),
}
_LEFT_UNITS: Pair = (
    "提法热图只列 {n} {counted}中的 {shown}，完整计数见 tables 文件夹中的 slogan_counts。",
    "The heatmap of slogans shows {shown} of {n} {counted}; slogan_counts in the folder tables has them all.",
)
_BY_ALL: Pair = (
    "{total} {counted}都用的提法有 {k} 个，次数最多的是{list}{own}。",
    "All {total} {counted} use {k} of the slogans, most often {list}{own}.",
)
_WIDEST: Pair = (
    "用得最广的提法是{list}，见于 {total} {counted}中的 {m} 个{own}。",
    "The most widespread slogan is {list}, used by {m} of {total} {counted}{own}.",
)
_OWN: Pair = ("；只见于其中一个而反复使用的，如{list}", "; repeated by one alone are {list}")
_METHODS: Pair = (
    "词语：先在原文上匹配由语料自身发现的 {slogans} 个提法和提法登记表，其余文字由 jieba 切分；停用词表为 {stopwords}。",
    "Terms: {slogans} slogans found in the corpus itself and those of the register are matched on the raw text, jieba "
    "segments the rest; stopword lists: {stopwords}.",
)

_NO_LIST = ("无", "none")
_OWN_WORDS = ("自备的 {n} 个词", "{n} words of one's own")
_OWN_LISTS = {
    "lexicon": ("另有自备词典 {n} 条，不切开。", "A lexicon of one's own, {n} terms, is kept whole as well."),
    "register": ("另有自备登记表 {n} 条。", "A register of one's own, {n} slogans, joins the shipped one."),
}


def _parts(page: Page, data: Mapping[str, Any]) -> list[Part]:
    """Return the heatmap, the verbs where there are any, and the table."""
    found = [
        hint(WORDS["slogan_hint"]),
        heading("slogan_heatmap", WORDS["slogan_heatmap"]),
        box("slogan-heatmap"),
    ]
    if data["frames"]:
        found += [heading("frames", WORDS["frames"]), hint(WORDS["frames_hint"]), box("frames")]
    return [
        *found,
        heading("slogan_table", WORDS["slogan_table"]),
        hint(WORDS["register_hint"]),
        table("slogans", "slogan_table"),
    ]


def _data(page: Page) -> dict[str, Any]:
    """Return the slogans that are listed with all places, the heatmap, and the verbs before slogans."""
    slogans = page.analysis.tables["slogans"].head(MOST_ROWS)
    framed = _frames(page.analysis, slogans) if has(page.analysis, "frames") else []
    return {
        "slogans": records(
            ["slogan", "n", "strong"],
            ([slogan, n, score >= STRONG] for slogan, n, score in rows_of(slogans, "slogan", "n", "score")),
        ),
        "places": _places(page, slogans, {entry["slogan"] for entry in framed}),
        "heat": _heat(page),
        "frames": framed,
    }


def _places(page: Page, slogans: pd.DataFrame, framed: set[str]) -> dict[str, Any]:
    """Return the places of every slogan that the page lists, and the verb before those whose verbs are counted."""
    occurrences = page.analysis.tables["occurrences"]
    occurrences = occurrences[occurrences["slogan"].isin(slogans["slogan"])]
    fewer = page.capped(occurrences, ["slogan"], "occurrences")
    if len(fewer) < len(occurrences):
        # No cell of the heatmap leads nowhere.
        rows = occurrences[occurrences["slogan"].isin(prominent_slogans(slogans)["slogan"])]
        group = rows["doc_id"].astype("str").map(groups_of(page.analysis.corpus, page.analysis.by))
        first = rows.groupby([rows["slogan"].astype("str"), group], sort=False).head(CELL_PLACES)
        occurrences = occurrences.loc[fewer.index.union(first.index)]
    number = {slogan: i for i, slogan in enumerate(slogans["slogan"])}
    places = rows_of(occurrences, "slogan", "doc_id", "start", "end", "frame")
    return records(
        ["slogan", *page.place.columns, "verb"],
        (
            [number[slogan], *page.place(doc, start, end), (verb or "") if slogan in framed else ""]
            for slogan, doc, start, end, verb in places
        ),
    )


def _sure(slogans: pd.DataFrame) -> pd.Series:
    """Return which slogans are registered or sure.

    Sure is what is numeric, what is quoted where it is more than a word now and then, and among the first rows what is
    named as a line of policy is (低空经济). What no one quotes and the dictionary has is a word that begins with a number:
    一体化.
    """
    marked = (slogans["kind"] == "numeric") | (slogans["kind"] == "quoted") & (
        slogans["quoted_share"] >= QUOTED
    )
    known = (slogans["status"] == "known") & (slogans["kind"] != "period")
    word = (slogans["quoted_share"] == 0) & slogans["slogan"].map(has_word).astype(bool)
    policy = slogans["slogan"].str.endswith(DOCTRINE_ENDINGS) & (slogans["kind"] == "recurring")
    policy &= pd.Series(range(len(slogans)), index=slogans.index) < FOREMOST
    return known | policy | marked & ~word & (slogans["score"] >= STRONG)


def prominent_slogans(slogans: pd.DataFrame) -> pd.DataFrame:
    """Return the slogans that figures show: the most widespread of those registered or sure, then of the best others.

    Of slogans that hold each other (三农, 三农问题) one is shown: the longer one if it takes most places of the other.
    """
    named = slogans[~slogans["kind"].isin(["term", "period"])]
    sure = _sure(named)
    spread = "n_units" if (named["n_units"] > 1).any() else "n_docs"
    rest = named[~sure].head(3 * HEATMAP_SLOGANS)
    chosen = [rows.sort_values([spread, "n"], ascending=False, kind="stable") for rows in (named[sure], rest)]
    listed = pd.concat(chosen)
    return listed[_apart(listed, most=HEATMAP_SLOGANS)]


def _apart(slogans: pd.DataFrame, *, most: int) -> list[bool]:
    """Return which of some slogans, best first, to show so that none holds another, `most` of them; registered ones may."""
    names, counts = slogans["slogan"].tolist(), slogans["n"].tolist()
    known = (slogans["status"] == "known").tolist()
    shown: list[int] = []
    for i, name in enumerate(names):
        held = [j for j in shown if names[j] in name]
        held = [j for j in held if not (known[i] and known[j]) or counts[i] > SAME * counts[j]]
        if any(counts[i] < HELD * counts[j] or (known[j] and not known[i]) for j in held):
            continue  # the part stands by itself
        shown = [j for j in shown if j not in held]
        within = [j for j in shown if name in names[j]]
        if all(known[i] and known[j] and counts[j] <= SAME * counts[i] for j in within):
            shown.append(i)
        if len(shown) == most:
            break
    chosen = set(shown)
    return [i in chosen for i in range(len(names))]


def _heat(page: Page) -> dict[str, Any]:
    """Return how often each unit uses each of the prominent slogans."""
    counts = page.analysis.tables["slogan_counts"]
    rows = prominent_slogans(page.analysis.tables["slogans"])["slogan"].tolist()
    units = page.analysis.present(counts["group"].unique())
    most = most_shown(len(units))
    if len(units) > most:
        page.leave_out(_LEFT_UNITS, n=len(units), shown=most)
        units = units[:most]
    wide = counts[counts["slogan"].isin(rows)].pivot_table(
        index="slogan", columns="group", values="n", aggfunc="sum"
    )
    wide = wide.reindex(index=rows, columns=units).fillna(0).astype(int)
    return {"slogans": rows, "units": units, "counts": wide.to_numpy().tolist()}


def _frames(analysis: Analysis, slogans: pd.DataFrame) -> list[dict[str, Any]]:
    """Return which verbs each group puts before the slogans that have several, the most widespread first."""
    frames = analysis.tables["frames"]
    frames = frames[~frames["frame"].isin(GRAMMAR)]
    spread = _spread(frames, slogans)
    counts: dict[str, dict[tuple[str, str], int]] = {slogan: {} for slogan in spread.index}
    chosen = frames[frames["slogan"].isin(spread.index)]
    for slogan, group, verb, n in rows_of(chosen, "slogan", "group", "frame", "n"):
        counts[slogan][verb, group] = n
    found = []
    for slogan, cells in counts.items():
        total: Counter[str] = Counter()
        for (verb, _), n in cells.items():
            total[verb] += n
        verbs = [verb for verb, _ in total.most_common(MOST_VERBS)]
        groups = analysis.present(group for _, group in cells)
        groups = groups[: most_shown(len(groups))]
        matrix = [[cells.get((verb, group), 0) for group in groups] for verb in verbs]
        found.append({"slogan": slogan, "verbs": verbs, "groups": groups, "counts": matrix})
    return found


def _spread(frames: pd.DataFrame, slogans: pd.DataFrame) -> pd.DataFrame:
    """Return the slogans, of the surest ones, that have several verbs: those with members first, then the most widespread."""
    spread = frames.groupby("slogan").agg(
        verbs=("frame", "nunique"), groups=("group", "nunique"), n=("n", "sum")
    )
    surest = slogans["slogan"].head(3 * MOST_FRAMED)
    spread = spread[(spread["verbs"] > 1) & spread.index.isin(surest)]
    # Set phrases with members (the four consciousnesses) tell most: their verbs are a choice, not grammar.
    known = slogans.set_index("slogan")["members"]
    spread["set"] = known.reindex(spread.index).fillna("") != ""
    return spread.sort_values(["set", "groups", "n"], ascending=False, kind="stable").head(MOST_FRAMED)


def _draw_frequencies(analysis: Analysis, lang: str) -> "tuple[Axes, dict[str, object]] | None":
    """Draw how often the commonest slogans occur."""
    from plananalysis.plots.frequency_bars import frequencies_size, plot_frequencies
    from plananalysis.plots.palette import unit_colours
    from plananalysis.report.canvas import canvas

    if not has(analysis, "slogans"):
        return None
    rows = prominent_slogans(analysis.tables["slogans"])["slogan"].tolist()
    counts = analysis.tables["slogan_counts"]
    counts = counts[counts["slogan"].isin(rows)]
    units = analysis.order
    bars = min(MOST_BARS, len(rows))
    ax = canvas(frequencies_size(bars))
    plot_frequencies(counts, ax, by="group", top=bars, colours=unit_colours(units), lang=lang)
    n = int(counts.groupby("slogan")["n"].sum().nlargest(bars).sum())
    return ax, {"n": f"{n:,}", "units": len(units)}


def _draw_heatmap(analysis: Analysis, lang: str) -> "tuple[Axes, dict[str, object]] | None":
    """Draw which unit uses which slogan how often."""
    from plananalysis.plots.slogan_heatmap import plot_slogan_heatmap, slogan_heatmap_size
    from plananalysis.report.canvas import canvas

    if not has(analysis, "slogans"):
        return None
    rows = prominent_slogans(analysis.tables["slogans"])["slogan"].tolist()[:MOST_HEATMAP_ROWS]
    counts = analysis.tables["slogan_counts"]
    rank = {slogan: i for i, slogan in enumerate(rows)}
    chosen = counts[counts["slogan"].isin(rows)]
    chosen = chosen.sort_values("slogan", key=lambda names: names.map(rank), kind="stable")
    n_units = len(analysis.order)
    ax = canvas(slogan_heatmap_size(len(rows), n_units))
    plot_slogan_heatmap(chosen, ax, order=analysis.order, lang=lang)
    return ax, {"units": n_units}


def _finding(analysis: Analysis) -> Finding | None:
    """Say which slogans all groups use, and which are one's own."""
    found, counts = table_of(analysis, "slogans"), table_of(analysis, "slogan_counts")
    total = len(analysis.order)
    if found.empty or counts.empty or total < 2:
        return None
    sure = _sure(found)
    if not sure.any():
        sure = (found["score"] >= STRONG) & ~found["kind"].isin(["term", "period"])
    strong = found[sure & (found["wording_of"].isin(["", *found["slogan"]]))]
    strong = strong[(strong["wording_of"] == "") | (strong["wording_of"] == strong["slogan"])]
    strong = strong[["slogan", "kind", "status", "n"]]
    by_slogan = counts.groupby("slogan")
    spread = pd.DataFrame({"n_groups": by_slogan.size(), "group": by_slogan["group"].first()})
    return spread_of(strong.join(spread, on="slogan", how="inner"), total)


def spread_of(rows: pd.DataFrame, total: int) -> Finding | None:
    """Return the sentence on how widespread slogans are, made of slogan, kind, status, n, n_groups and group."""
    if rows.empty:
        return None
    most = int(rows["n_groups"].max())
    if most < 2:
        return None
    widest = rows[rows["n_groups"] == most].sort_values("n", ascending=False, kind="stable")
    widest = widest[_apart(widest, most=len(widest))]
    # That one group alone has a wording tells something only if it is meant: quoted or numeric, and said again.
    own = rows[(rows["n_groups"] == 1) & (rows["kind"] != "recurring") & (rows["n"] >= REPEATED)]
    listed = _counted_list(widest.head(EXAMPLES))
    told = filled(_OWN, list=_counted_list(own.head(EXAMPLES), with_group=True)) if len(own) else ("", "")
    if most == total:
        pair = filled(_BY_ALL, total=total, k=len(widest), list=listed, own=told)
    else:
        pair = filled(_WIDEST, total=total, m=most, list=listed, own=told)
    return Finding(pair, "slogans", "slogan_counts", pd.concat([widest, own]))


def _counted_list(slogans: pd.DataFrame, *, with_group: bool = False) -> Pair:
    """Return slogans with their counts, and with whose they are."""
    zh, en = [], []
    for row in slogans.itertuples():
        whose = tuple(f"{name} " if with_group else "" for name in group_label(row.group))
        zh.append(f"“{row.slogan}”（{whose[0]}{row.n} 次）")
        en.append(f"“{row.slogan}” ({whose[1]}{row.n})")
    return "、".join(zh), ", ".join(en)


_SPANS: tuple[tuple[str, str], ...] = (
    (r"only (\d{4})", r"仅 \1 年"),
    (r"since (\d{4})", r"\1 年起"),
    (r"until (\d{4})", r"\1 年后不再出现"),
    (r"(\d{4}) to (\d{4})", r"\1–\2 年间"),
)
"""Statuses that name years, in Chinese."""


def _spans(analysis: Analysis) -> dict[str, Pair]:
    """Return the words for statuses that name years."""
    found = {}
    for status in table_of(analysis, "slogans").get("status", pd.Series(dtype="str")).unique():
        for pattern, chinese in _SPANS:
            if re.fullmatch(pattern, status):
                found[str(status)] = (re.sub(pattern, chinese, status), str(status))
    return found


def _methods(analysis: Analysis) -> Pair:
    """Say how texts became words."""
    lists: Any = analysis.options.get("stopwords", ())
    if isinstance(lists, dict):
        stopwords = filled(_OWN_WORDS, n=f"{len(lists['rows']):,}")
    else:
        named = [STOPLISTS.get(name, (name, name)) for name in lists] or [_NO_LIST]
        stopwords = ("、".join(zh for zh, _ in named), ", ".join(en for _, en in named))
    said = filled(_METHODS, slogans=f"{len(analysis.tables['slogans']):,}", stopwords=stopwords)
    for name, words in _OWN_LISTS.items():
        own: Any = analysis.options.get(name)
        if own:
            more = filled(words, n=f"{len(own['rows']):,}")
            said = (said[0] + more[0], f"{said[1]} {more[1]}")
    return said


SECTION = Section(
    name="slogans",
    title=WORDS["slogans"],
    shown=has_any("slogans"),
    parts=_parts,
    tables=(
        Listed(
            "slogans",
            WORDS["slogans"],
            hidden=("score", "wording_of"),
            quick=(
                "status.known",
                "status.unknown",
                "status.local",
                "kind.numeric",
                "kind.quoted",
                "kind.term",
            ),
        ),
        Listed("slogan_counts", on_page=False),
        Listed("frames", on_page=False),
        Listed("occurrences", ("提法的出处", "Places of the slogans"), on_page=False, in_workbook=False),
    ),
    data=_data,
    words=WORDS,
    heads={
        "quoted_share": ("加引号", "quoted"),
        "status": ("登记与使用范围", "register, use"),
        "first_year": ("最早年份", "first year"),
        "last_year": ("最近年份", "last year"),
        "members": ("所指各项", "stands for"),
        "variants": ("其他写法", "other wordings"),
    },
    looks=dict.fromkeys(("kind", "status"), "code"),
    codes={
        "quoted": ("引号提法", "quoted"),
        "numeric": ("数字略语", "numeric"),
        "recurring": ("反复出现", "recurring"),
        "term": ("通用术语", "term"),
        "period": ("规划期", "plan period"),
        "known": ("已登记", "in the register"),
        "unknown": ("未登记", "not in the register"),
        "local": ("仅一个单位", "one unit only"),
    },
    more_codes=_spans,
    figures=(
        Figure(
            "frequencies",
            (
                "最常见提法的出现次数（n = {n} 处，{units} {counted}）。",
                "Occurrences of the commonest slogans (n = {n}, {units} {counted}).",
            ),
            _draw_frequencies,
        ),
        Figure(
            "slogans",
            (
                "提法与{groups}：每格为出现次数（{units} {counted}）。",
                "Slogans by {group}; cells are occurrences ({units} {counted}).",
            ),
            _draw_heatmap,
        ),
    ),
    methods=_methods,
    finding=_finding,
    finding_rank=4,
)
