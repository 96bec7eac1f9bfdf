"""Draw the gallery from the sample corpus: ``python docs/make_gallery.py`` writes gallery.md and images/gallery/.

Each figure is a title, the lines that draw it (they are run, and printed on the page), and a caption whose numbers
are counted from the tables drawn.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

DOCS = Path(__file__).resolve().parent
IMAGES = DOCS / "images" / "gallery"
DPI = 200
COLOURS = 192
"""Size of the palette: what the figures have, and the steps of their soft edges."""

PREPARE = """
import plananalysis as pa

corpus = pa.load_corpus(pa.sample_path())
colours = pa.unit_colours(corpus.documents["unit"])
slogans = pa.find_slogans(corpus)
strong = slogans[slogans["score"] >= 2]
places = pa.slogan_occurrences(corpus, strong)
tokens = pa.tokens(corpus, slogans=slogans)
"""

HEAD = """# Gallery

> 图库：全部由示例语料生成，附作图代码；图注写明数量与度量。

Every figure of plananalysis, drawn from the sample corpus (invented plans). The lines under a figure draw it; they
follow these, and each section goes on from the ones before it:

```python
{prepare}
```

`pa.save_figure(ax.figure, "name", formats=("png", "svg", "pdf"))` writes a figure for print. `lang="en"` gives
English axes. This page is written by `python docs/make_gallery.py`.
"""

Names = dict[str, Any]


class Entry(NamedTuple):
    """One figure: the function that draws it, its title, its code, and its caption from the names the code left."""

    function: str
    title: str
    code: str
    caption: Callable[[Names], str]


def _units(v: Names) -> int:
    return v["corpus"].documents["unit"].nunique()


ENTRIES = (
    Entry(
        "plot_frequencies",
        "Slogan frequencies",
        """
outer = pa.slogan_counts(places[~places["nested"]], corpus, by="unit")
ax = pa.plot_frequencies(outer, top=20)
""",
        lambda v: (
            f"The 20 most frequent slogans that are not part of a longer one: {_top(v['outer'], 20):,} occurrences in "
            f"{len(v['corpus'])} documents of {_units(v)} units. Measure: occurrences, quoted or not."
        ),
    ),
    Entry(
        "plot_slogan_heatmap",
        "Units by slogans",
        """
shared = strong[strong["n_units"] >= 3].head(25)["slogan"]
counts = pa.slogan_counts(places, corpus, by="unit")
table = counts[counts["slogan"].isin(shared)]
ax = pa.plot_slogan_heatmap(table, top=25)
""",
        lambda v: (
            f"{v['table']['slogan'].nunique()} slogans used by at least three of {_units(v)} units. Measure: occurrences."
        ),
    ),
    Entry(
        "plot_frames",
        "Frames: who strengthens, who establishes",
        """
frames = pa.slogan_frames(places, corpus, by="unit")
ax = pa.plot_frames(frames, "四个意识")
""",
        lambda v: (
            "The verb before 四个意识: "
            f"{_sum(v['frames'], 'slogan', '四个意识')} places with a verb. Measure: occurrences per unit and verb."
        ),
    ),
    Entry(
        "plot_citation_network",
        "Cited documents",
        """
cited = pa.citation_counts(pa.find_citations(corpus), corpus, by="unit")
ax = pa.plot_citation_network(cited, top=20)
""",
        lambda v: (
            f"{v['cited']['title'].nunique()} 《titles》 cited {v['cited']['n'].sum()} times by {v['cited']['group'].nunique()} "
            "units; the 20 most widely cited. Measure: citations, short titles resolved."
        ),
    ),
    Entry(
        "plot_keywords",
        "Keywords",
        """
typical = pa.keywords(tokens, corpus, by="unit", top=8)
ax = pa.plot_keywords(typical, colours=colours)
""",
        lambda v: (
            f"The keywords of {v['typical']['group'].nunique()} units, eight each. Measure: TF-IDF times specificity of "
            "terms that the unit uses at least twice as often as the others, names left out."
        ),
    ),
    Entry(
        "plot_similarity",
        "Similarity",
        """
pairs = pa.similarity(tokens, corpus, by="unit")
weights = pa.tfidf(pa.count_features(tokens, corpus, by="unit"))
order, tree = pa.cluster_order(pa.similarity_matrix(weights))
ax = pa.plot_similarity(pairs, order=order, tree=tree)
""",
        lambda v: (
            f"{len(v['order'])} units, {len(v['pairs'])} pairs. Measure: cosine of TF-IDF vectors; the dendrogram is average linkage "
            "on 1 − cosine."
        ),
    ),
    Entry(
        "plot_theme_heatmap",
        "Themes by unit",
        """
lexicon = pa.suggest_lexicon(corpus)
coded = pa.code_themes(corpus, lexicon=lexicon)
emphasis = pa.theme_emphasis(coded, corpus, by="unit")
ax = pa.plot_theme_heatmap(emphasis)
""",
        lambda v: (
            f"{v['coded']['passage_id'].nunique()} passages of {_units(v)} units, lexicon {v['lexicon']}. Measure: share of the unit's "
            "coded characters."
        ),
    ),
    Entry(
        "plot_theme_differences",
        "One unit against the mean",
        """
unit = "市生态环境局"
ax = pa.plot_theme_differences(emphasis, unit, colour=colours[unit])
""",
        lambda v: (
            f"{v['unit']}: {_passages(v)} passages. Measure: share minus the mean share of {_units(v)} units, in percentage points; lines "
            "are 95 % bootstrap intervals over passages."
        ),
    ),
    Entry(
        "plot_theme_panels",
        "Themes, a panel per unit",
        """
ax = pa.plot_theme_panels(emphasis, colours=colours)
""",
        lambda v: (
            f"{_units(v)} units. Measure: share of the unit's coded characters; ticks are the mean of all units."
        ),
    ),
    Entry(
        "plot_theme_flow",
        "Theme flow",
        """
flow = pa.theme_flow(coded, corpus)
ax = pa.plot_theme_flow(flow)
""",
        lambda v: (
            f"{v['flow']['doc_id'].nunique()} documents, {v['flow']['passage_id'].nunique()} passages, from beginning to end. A passage is "
            "divided in height among its themes by weight; grey is no theme."
        ),
    ),
    Entry(
        "plot_commitments",
        "Commitments",
        """
found = pa.find_commitments(corpus)
shares = pa.commitment_shares(found, corpus, by="unit")
ax = pa.plot_commitments(shares)
""",
        lambda v: (
            f"{v['shares']['n_binding'].sum():.0f} binding among {v['shares']['n_sentences'].sum():,.0f} sentences. Measure: share of the "
            "sentences that hold a checkable quantity, date, frequency or responsible body."
        ),
    ),
    Entry(
        "plot_rates",
        "Words of one's own",
        """
mine = pa.frequencies(corpus, ["党建", "乡村振兴", "数字化", "培训", "群众", "安全"], by="unit")
ax = pa.plot_rates(mine)
""",
        lambda v: (
            f"{v['mine']['term'].nunique()} words in the text of {v['mine']['group'].nunique()} units. Measure: occurrences per "
            "10,000 characters; each panel has its own scale."
        ),
    ),
    Entry(
        "plot_codes",
        "What do the plans forbid, demand and leave open?",
        """
codes = pa.code_sentences(corpus, "strength")
shares_of_codes = pa.code_shares(codes, corpus, by="unit")
ax = pa.plot_codes(shares_of_codes)
""",
        lambda v: (
            f"{len(v['codes']):,} codings of sentences by directive strength after Ang (2023). Measure: share of the codings of each unit."
        ),
    ),
    Entry(
        "plot_sensitivity",
        "Would the rankings stand?",
        """
moved = pa.sensitivity(corpus)
ax = pa.plot_sensitivity(moved)
""",
        lambda v: (
            f"{v['moved']['ranking'].nunique()} rankings under {v['moved']['choice'].nunique()} other choices. Measure: Kendall's "
            "tau-b with the report's own ranking; at the right whom the largest change concerns where tau is lowest."
        ),
    ),
    Entry(
        "plot_transmission",
        "What became of a document, clause by clause",
        """
clauses = pa.transmission(corpus, source="2024-市数据局-三年规划")
ax = pa.plot_transmission(clauses)
""",
        lambda v: (
            f"Clauses of a three-year plan that other plans of the same year or later took over, {v['clauses']['clause'].nunique()} in all "
            "in the source. Measure: the optimal assignment of clauses by the rare pairs of letters that they share."
        ),
    ),
    Entry(
        "plot_slogan_calendar",
        "Slogans that came and went",
        """
found = pa.find_slogans(corpus)
marked = found[(found["status"] == "known") | (found["kind"].isin(["numeric", "quoted"]) & (found["score"] >= 1))]
signals = pa.slogan_signals(pa.slogan_occurrences(corpus, marked), corpus)
ax = pa.plot_slogan_calendar(signals, top=15)
""",
        lambda v: (
            f"Units with plans of several years; {int((v['signals']['change'] == 'entered').sum())} slogans entered, "
            f"{int((v['signals']['change'] == 'left').sum())} left. Measure: occurrences per 10,000 characters."
        ),
    ),
    Entry(
        "plot_rank_slopes",
        "Ranks of slogans in two years",
        """
ax = pa.plot_rank_slopes(signals, top=12)
""",
        lambda v: (
            "The slogans of a unit's two plans by rank. Measure: rank of occurrences per 10,000 characters."
        ),
    ),
    Entry(
        "plot_word_cloud",
        "A word cloud",
        """
ax = pa.plot_word_cloud(pa.keywords(tokens, corpus, by="year", top=20), by="group")
""",
        lambda v: (
            "Words that are typical of a year, names left out. Measure: the area around a word is its share of the occurrences "
            "drawn; where it stands means nothing. Needs the extra `cloud`."
        ),
    ),
    Entry(
        "plot_targets",
        "Targets",
        """
targets = pa.find_targets(corpus)
ax = pa.plot_targets(targets, "地区生产总值")
""",
        lambda v: (
            f"{_stated(v['targets'], '地区生产总值')} plans with a target for it. "
            "A dot is a value, an arrow a bound, a line a range or what is striven for."
        ),
    ),
    Entry(
        "plot_parts",
        "Parts of the plans",
        """
stretches = pa.parts(corpus)
ax = pa.plot_parts(stretches)
""",
        lambda v: (
            f"{v['stretches']['doc_id'].nunique()} documents in {len(v['stretches'])} stretches of one part each. Measure: share of "
            "the document's characters."
        ),
    ),
    Entry(
        "plot_reuse_shares",
        "Formula, shared and own",
        """
reuse = pa.find_reuse(corpus)
parts = pa.reuse_shares(reuse, corpus)
ax = pa.plot_reuse_shares(parts)
""",
        lambda v: (
            f"{len(v['parts'])} documents, {len(v['reuse'])} shared places from 10 characters up. Measure: share of letters, digits and Han."
        ),
    ),
    Entry(
        "plot_reuse_map",
        "Reuse along a document",
        """
ax = pa.plot_reuse_map(reuse, corpus.documents, "2024-市财政局", colours=colours)
""",
        lambda v: (
            f"2024-市财政局: {_touching(v, '2024-市财政局')} places shared with other documents. Measure: position in characters."
        ),
    ),
    Entry(
        "plot_trend",
        "Terms from year to year",
        """
trend = pa.term_trend(tokens, corpus, ["基层", "培训", "安全", "资金", "群众", "预算", "制度", "学习"])
ax = pa.plot_trend(trend, colours=colours)
""",
        lambda v: (
            f"{v['trend']['group'].nunique()} units with plans of both years. Measure: occurrences per 10,000 characters."
        ),
    ),
    Entry(
        "plot_unit_network",
        "Units that share wording",
        """
borrowed = pa.borrowing_matrix(reuse, corpus)
ax = pa.plot_unit_network(borrowed, order=order, colours=colours)
""",
        lambda v: (
            f"{len(v['borrowed'])} units. Measure: letters in passages (not formulas) that two units share, both directions added."
        ),
    ),
)


def _top(counts: Any, most: int) -> int:
    return int(counts.groupby("slogan")["n"].sum().nlargest(most).sum())


def _sum(table: Any, column: str, value: str) -> int:
    return int(table.loc[table[column] == value, "n"].sum())


def _passages(v: Names) -> int:
    return v["coded"].loc[v["coded"]["unit"] == v["unit"], "passage_id"].nunique()


def _stated(targets: Any, indicator: str) -> int:
    """Count the plans with a number for an indicator."""
    return int(((targets["indicator"] == indicator) & (targets["stated"] == "number")).sum())


def _touching(v: Names, doc_id: str) -> int:
    return int(((v["reuse"]["doc_a"] == doc_id) | (v["reuse"]["doc_b"] == doc_id)).sum())


def save_small(figure: Any, path: Path) -> int:
    """Write a figure as a PNG of few colours, which is small and shows every stroke; return its size in bytes."""
    from PIL import Image

    import plananalysis as pa

    pa.save_figure(figure, path, formats=("png",), dpi=DPI)
    with Image.open(path) as drawn:
        small = drawn.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    small.save(path, optimize=True, dpi=(DPI, DPI))
    return path.stat().st_size


def main() -> None:
    """Draw every figure and write the page."""
    import matplotlib
    from matplotlib import pyplot

    matplotlib.use("Agg")
    names: Names = {}
    exec(compile(PREPARE, "prepare", "exec"), names)  # noqa: S102
    IMAGES.mkdir(parents=True, exist_ok=True)
    parts = [HEAD.format(prepare=PREPARE.strip())]
    total = 0
    for entry in ENTRIES:
        exec(compile(entry.code, entry.function, "exec"), names)  # noqa: S102
        file = IMAGES / f"{entry.function.removeprefix('plot_')}.png"
        total += save_small(names["ax"].figure, file)
        pyplot.close(names["ax"].figure)
        parts.append(
            f"\n## {entry.title}\n\n![{entry.title}](images/gallery/{file.name})\n\n*{entry.caption(names)}*\n\n"
            f"`{entry.function}`\n\n```python\n{entry.code.strip()}\n```\n"
        )
    (DOCS / "gallery.md").write_text("".join(parts), encoding="utf-8", newline="\n")
    print(f"{len(ENTRIES)} figures, {total:,} bytes")  # noqa: T201


if __name__ == "__main__":
    main()
