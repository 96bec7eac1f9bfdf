"""Shared wording: pairs, families, how much of each document is shared, where it stands, and who shares with whom."""

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from plananalysis.groups import FEWEST_GROUPS, groups_of, judging_groups
from plananalysis.report.analysis import Analysis
from plananalysis.report.context import Page, records, rows_of
from plananalysis.report.pairs import pick_pairs
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
from plananalysis.report.strips import strips
from plananalysis.report.words import FRAME, Pair, filled, group_label
from plananalysis.reuse.collation import aligned
from plananalysis.tables import Column

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MOST_PAIRS, MOST_PAIRS_WITH_TEXT = 9_000, 800
"""Shared passages in a page, and in one that holds no texts and so each with its two wordings."""
MOST_LISTED, MOST_FAMILIES, MOST_MAPS = 1_000, 300, 120
"""Rows of the two tables, and documents of which shares and strips are drawn."""
EXCERPT = 60
"""Characters of a wording in a table."""
QUOTED = 36
"""Characters of a wording in the finding."""
CLOSE = 0.95
"""A quoted passage is at least so similar on both sides: a long one loosely alike does not read as shared."""
SHORTEST_QUOTED = 16
"""Han characters of the longest run that both sides have, letter for letter."""
MOST_READ = 300
"""Passages, the most distinctive, among which one is sought to quote."""
RITUAL = ("greeting", "closing", "annex")
"""Parts of a plan that are alike wherever they stand."""

_NOT_HAN_AT_ENDS = re.compile("^[^\u3400-\u9fff“《]+|[^\u3400-\u9fff”》]+$")

WORDS: dict[str, Pair] = {
    "mark_shared": ("标出雷同文字", "Mark shared wording"),
    "reuse": ("共有文字", "Text reuse"),
    "reuse_hint": (
        "两份文档共有的文字，最独特者在前。套语是许多{judges}都写的话，共有段落是少数{judges}才有的话；只在数据和工程、荣誉名称上相同的列为“数据与专名”，不算共有文字。点击文字并排对照，异文已标出。",
        "Wording that two documents share, the most distinctive first. Formula is what many {judges} write; a passage is what few share; where figures and names of programmes and honours are all that agrees, it is listed as such and no shared wording. Click the text to see both sides with their differences marked.",
    ),
    "reuse_shares": ("套语、共有与自有文字", "Formula, shared and own wording"),
    "reuse_shares_hint": (
        "每份文档的构成（套语／共有段落／自有），以及共有文字在文中的位置。点击名称看该文档的全部共有文字，点击色块看该处；键盘可用 Tab 到达色带，再用左右方向键移动，回车打开。",
        "What each document is made of (formula / shared / own), and where the shared wording stands in it. Click a name for all of a document, a mark for that place; by keyboard, Tab reaches a strip, the arrow keys move along it, Enter opens.",
    ),
    "part_formula": ("套语", "formula"),
    "part_passage": ("共有段落", "shared passage"),
    "part_own": ("自有", "own"),
    "shared_most": ("与{unit}最多（{n} 字）", "most with {unit} ({n})"),
    "borrowing": ("谁与谁共有", "Who shares with whom"),
    "borrowing_hint": (
        "每格：行中{group}的文字里，列中{group}在同年或更早也写过的字数。只有年份不同，才谈得上谁在先。点击单元格查看。",
        "Each cell: letters of the row's {group} that the column's {group} wrote in the same year or earlier. Who came first can be told only where the years differ. Click a cell.",
    ),
    "families": ("文本族", "Families"),
    "families_hint": (
        "同一段话在多份文档中的各种写法；“最早”按年份，同年不分先后。点击查看全部写法。",
        "One wording and its variants in several documents; “earliest” is by year, and within a year says nothing. Click to see all.",
    ),
    "family_of": ("文本族", "family"),
    "pair_numbers": (
        "{n} 字，相似度 {similarity}，独特性 {bits} 比特",
        "{n} letters, similarity {similarity}, {bits} bits",
    ),
    "edits_hint": (
        "橙色：左侧另有或位置不同；蓝色：右侧另有或位置不同。点击标题在全文中查看。",
        "Orange: on the left only, or elsewhere on the right; blue: the other way round. Click a title to read it in the full text.",
    ),
    "reuse_map": ("{name}：共有文字的位置", "{name}: where shared wording stands"),
    "mark_at": ("{kind}，全文 {from}%–{to}% 处", "{kind}, at {from}–{to}% of the text"),
}
_FINDING: Pair = (
    "{a}与{b}有一段话几乎逐字相同（{n} 字，相似度 {x}）{rare}：“{text}”。",
    "{a} and {b} share a passage nearly word for word ({n} letters, similarity {x}){rare}: “{text}”.",
)
_RARE: Pair = ("，他处少见", ", rare elsewhere")
_METHODS: Pair = (
    "共有文字：不计标点，取 10 字以上的相同或近似文字，按惊异度与使用{judges}数给出独特性，区分套语、段落与只在数据和专名上相同者（不计入共有），并连成文本族。",
    "Shared wording: equal or nearly equal text of at least 10 letters, punctuation aside, ranked by surprisal and by how "
    "many {judges} use it, split into formula, passage and what agrees in figures and names alone (not counted as shared), and connected into families.",
)


def _parts(page: Page, data: Mapping[str, Any]) -> list[Part]:
    """Return the pairs, the shares, who shares with whom, and the families."""
    found = [
        hint(WORDS["reuse_hint"]),
        table("reuse", "reuse"),
        heading("reuse_shares", WORDS["reuse_shares"]),
        hint(WORDS["reuse_shares_hint"]),
        box("reuse-shares"),
        heading("borrowing", WORDS["borrowing"]),
        hint(WORDS["borrowing_hint"]),
        box("borrowing-heatmap"),
    ]
    if has(page.analysis, "families"):
        found += [
            heading("families", WORDS["families"]),
            hint(WORDS["families_hint"]),
            table("families", "families"),
        ]
    return found


def _data(page: Page) -> dict[str, Any]:
    """Return the pairs with their edits, the shares, the strips and the matrix of borrowing."""
    shares = _shares(page)
    return {
        "pairs": _pairs(page),
        "edits": _edits(page.once(chosen_pairs)),
        "shares": records(
            ["doc", "formula", "passage", "own", "from_unit", "from_letters"], _share_rows(shares, page)
        ),
        "strips": strips(page, shares["doc_id"].tolist()),
        "borrowing": _borrowing(page),
    }


def chosen_pairs(page: Page) -> pd.DataFrame:
    """Return the shared passages that the page holds, in the order of the table."""
    return pick_pairs(page.analysis.tables["reuse"], MOST_PAIRS if page.with_text else MOST_PAIRS_WITH_TEXT)


def _pairs(page: Page) -> dict[str, Any]:
    """Return the shared passages; their wordings only where the page holds no texts."""
    wordings = () if page.with_text else ("text_a", "text_b")
    spans = ["doc_a", "start_a", "end_a", "doc_b", "start_b", "end_b"]
    columns = [*spans, "n_letters", "similarity", "distinctiveness", "kind", "family", *wordings]
    pairs = page.once(chosen_pairs)
    number = page.place.document
    pairs = pairs.assign(
        doc_a=pairs["doc_a"].map(number),
        doc_b=pairs["doc_b"].map(number),
        similarity=pairs["similarity"].round(3),
        distinctiveness=pairs["distinctiveness"].round(1),
    )
    return records(columns, rows_of(pairs, *columns))


def _edits(pairs: pd.DataFrame) -> dict[str, Any]:
    """Return where the two wordings of a pair differ, by the number of the pair; offsets count from the passage's start."""
    return records(
        ["pair", "start_a", "end_a", "start_b", "end_b"],
        (
            [i, *spans]
            for i, (text_a, text_b) in enumerate(rows_of(pairs, "text_a", "text_b"))
            for equal, *spans in aligned(text_a, text_b)
            if not equal
        ),
    )


def _reuse_rows(page: Page) -> pd.DataFrame:
    """Return the table of shared passages as a reader wants it: who, who else, and how it begins."""
    analysis = page.analysis
    pairs = page.once(chosen_pairs).head(MOST_LISTED)
    names = groups_of(analysis.corpus, analysis.by)
    year = analysis.corpus.documents.set_index("doc_id")["year"]
    several = names.value_counts().max() > 1
    label = names.where(year.isna() | (not several), names + " " + year.astype("str"))
    label = label.where(~label.duplicated(keep=False), label + " " + label.index)
    return pd.DataFrame(
        {
            "unit_a": pairs["doc_a"].map(label),
            "unit_b": pairs["doc_b"].map(label),
            "text": _beginning(pairs["text_a"]),
            "n_letters": pairs["n_letters"],
            "similarity": pairs["similarity"],
            "distinctiveness": pairs["distinctiveness"],
            "kind": pairs["kind"],
            "family": pairs["family"],
            "pair": range(len(pairs)),
        }
    )


def _family_rows(page: Page) -> pd.DataFrame:
    """Return the families of wordings, each with the beginning of its wording."""
    families = page.analysis.tables["families"]
    return families.assign(text=_beginning(families["text"]))


def _beginning(texts: pd.Series) -> pd.Series:
    """Return the first characters of texts on one line; the whole is a click away."""
    line = texts.str.replace(r"\s+", " ", regex=True)
    return line.str.slice(0, EXCERPT) + np.where(line.str.len() > EXCERPT, "…", "")


def _shares(page: Page) -> pd.DataFrame:
    """Return what documents are made of; of very many those that share most."""
    shares = page.analysis.tables["reuse_shares"]
    if len(shares) <= MOST_MAPS:
        return shares
    page.leave_out(FRAME["left_rows"], table="reuse_shares", n=f"{len(shares):,}", shown=MOST_MAPS)
    order = shares.assign(rest=1 - shares["own"]).sort_values("rest", ascending=False, kind="stable")
    return order.head(MOST_MAPS)


def _share_rows(shares: pd.DataFrame, page: Page) -> list[list[Any]]:
    """Return per document its number, the shares formula, passage and own, and who shares most with it."""
    return [
        [page.place.document(doc), round(formula, 4), round(passage, 4), round(own, 4), unit or "", n]
        for doc, formula, passage, own, unit, n in rows_of(
            shares, "doc_id", "formula", "passage", "own", "from_unit", "from_letters"
        )
    ]


def _borrowing(page: Page) -> dict[str, Any]:
    """Return how many letters each unit shares with each that wrote them no later."""
    edges = page.analysis.tables["borrowing"]
    units = page.in_order(pd.concat([edges["unit"], edges["from_unit"]]), "borrowing")
    wide = edges.pivot_table(index="unit", columns="from_unit", values="n_letters", aggfunc="sum")
    counts = wide.reindex(index=units, columns=units).fillna(0).astype(int)
    return {"units": units, "counts": counts.to_numpy().tolist()}


def _draw(analysis: Analysis, lang: str) -> "tuple[Axes, dict[str, object]] | None":
    """Draw what each document is made of."""
    from plananalysis.plots.shared_wording import plot_reuse_shares, reuse_shares_size
    from plananalysis.report.canvas import MOST_BARS, canvas

    if not has(analysis, "reuse_shares"):
        return None
    shares = analysis.tables["reuse_shares"]
    bars = min(MOST_BARS, len(shares))
    ax = canvas(reuse_shares_size(bars))
    plot_reuse_shares(shares, ax, top=bars, lang=lang)
    return ax, {"shown": bars, "documents": len(shares), "n": f"{len(analysis.tables['reuse']):,}"}


def _finding(analysis: Analysis) -> Finding | None:
    """Quote the most distinctive passage that two groups share nearly word for word, of what the plans say themselves."""
    reuse = table_of(analysis, "reuse")
    if reuse.empty:
        return None
    passages = reuse[(reuse["kind"] == "passage") & (reuse["similarity"] >= CLOSE)].head(MOST_READ)
    group = groups_of(analysis.corpus, analysis.by)
    passages = passages.assign(group_a=passages["doc_a"].map(group), group_b=passages["doc_b"].map(group))
    passages = passages[passages["group_a"] != passages["group_b"]]
    ritual = _ritual(analysis)
    own = [not ritual(doc, start) for doc, start in rows_of(passages, "doc_a", "start_a")]
    numbers, _ = judging_groups(analysis.corpus)
    return shared_of(passages[np.array(own, dtype=bool)], others=len(set(numbers.tolist())) >= FEWEST_GROUPS)


def shared_of(passages: pd.DataFrame, *, others: bool = True) -> Finding | None:
    """Return the sentence on the first of these passages whose wording is truly shared: a long run on both sides.

    ``others`` says whether there are so many that a passage, which is no formula, is rare among them.
    """
    for i, (text_a, text_b) in enumerate(zip(passages["text_a"], passages["text_b"], strict=True)):
        row = passages.iloc[i]
        common = _longest_run(text_a, text_b)
        if row["kind"] != "passage" or row["similarity"] < CLOSE or _han(common) < SHORTEST_QUOTED:
            continue
        pair = filled(
            _FINDING,
            a=group_label(row["group_a"]),
            b=group_label(row["group_b"]),
            text=_quoted(common),
            n=row["n_letters"],
            x=f"{row['similarity']:.2f}",
            rare=_RARE if others else ("", ""),
        )
        return Finding(pair, "reuse", "reuse", passages.iloc[[i]])
    return None


def _longest_run(text_a: str, text_b: str) -> str:
    """Return the longest stretch of a wording that stands on the other side as well, letter for letter.

    Examples
    --------
    >>> _longest_run("要建好渔港三座", "将建好渔港四座")
    '建好渔港'
    """
    runs = [text_a[a0:a1] for equal, a0, a1, _, _ in aligned(text_a, text_b) if equal]
    return _NOT_HAN_AT_ENDS.sub("", max(runs, key=len, default=""))


def _han(text: str) -> int:
    """Return how many Han characters a text has: numbers alone tell nothing."""
    return sum("\u3400" <= char <= "\u9fff" for char in text)


def _ritual(analysis: Analysis) -> Callable[[str, int], bool]:
    """Return a function that says whether a place is in the greeting or the closing, which many write alike."""
    passages = analysis.tables["passages"]
    spans = passages[passages["part"].isin(RITUAL)]
    found: dict[str, list[tuple[int, int]]] = {}
    for doc, start, end in rows_of(spans, "doc_id", "start", "end"):
        found.setdefault(doc, []).append((start, end))
    return lambda doc, at: any(start <= at < end for start, end in found.get(doc, ()))


def _quoted(text: str) -> str:
    """Return the beginning of a wording as it stands inside quotation marks: the marks in it are single ones.

    Examples
    --------
    >>> _quoted("严格执行“三会一课”制度")
    '严格执行‘三会一课’制度'
    """
    text = " ".join(text.split()).replace("“", "‘").replace("”", "’")
    if len(text) <= QUOTED:
        return text
    text = text[:QUOTED]
    opened = text.rfind("‘")
    return (text[:opened] + text[opened + 1 :] if opened > text.rfind("’") else text) + "……"


def _methods(analysis: Analysis) -> Pair:
    """Say what counts as shared."""
    return _METHODS


SECTION = Section(
    name="reuse",
    title=WORDS["reuse"],
    shown=has_any("reuse"),
    parts=_parts,
    tables=(
        Listed(
            "reuse",
            WORDS["reuse"],
            most=MOST_LISTED,
            unseen=("pair",),
            rows=_reuse_rows,
            quick=("*kind.passage", "kind.formula", "kind.term"),
        ),
        Listed("families", WORDS["families"], most=MOST_FAMILIES, rows=_family_rows),
        Listed("reuse_shares", WORDS["reuse_shares"], on_page=False),
        Listed("borrowing", WORDS["borrowing"], on_page=False),
    ),
    data=_data,
    words=WORDS,
    heads={
        "unit_a": ("甲", "A"),
        "unit_b": ("乙", "B"),
        "distinctiveness": ("独特性", "distinctiveness"),
        "earliest": ("最早文档", "earliest"),
        "reuse.text": ("共有文字", "shared wording"),
        "reuse.n_letters": ("字数", "letters"),
        "reuse.kind": ("类别", "kind"),
        "families.text": ("代表文字", "wording"),
    },
    looks={"kind": "code"},
    codes={
        "reuse.formula": ("套语", "formula"),
        "reuse.passage": ("共有段落", "passage"),
        "reuse.term": ("数据与专名", "figures and names"),
    },
    columns=(
        Column("text", "str", "the wording at this place", "此处文字"),
        Column("unit_a", "str", "one of the two", "甲"),
        Column("unit_b", "str", "the other", "乙"),
    ),
    figures=(
        Figure(
            "reuse",
            (
                "各文档中套语、共有段落和自有文字占字数的比例（{part} 份文档，{n} 处共有文字）。",
                "Formula, shared and own wording as shares of each document's characters ({part} documents, {n} shared passages).",
            ),
            _draw,
        ),
    ),
    methods=_methods,
    finding=_finding,
    finding_rank=2,
)
