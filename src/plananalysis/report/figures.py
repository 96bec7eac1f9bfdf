"""The figures of the report: drawn once, written as files and put into the page."""

import base64
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, cast

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from plananalysis.groups import groups_of
from plananalysis.plots import commitments, frequencies, keywords, reuse, similarity, slogans, themes
from plananalysis.plots.palette import unit_colours
from plananalysis.plots.saving import save_figure
from plananalysis.plots.style import FULL_HEIGHT, SINGLE_COLUMN, style
from plananalysis.report.analysis import Analysis
from plananalysis.report.payload import has, prominent_slogans
from plananalysis.report.words import say

MOST_BARS, MOST_PANELS, MOST_LABELS, MOST_ROWS = 20, 32, 400, 32
MOST_DOCUMENTS = MOST_GROUPS = 40


class Drawn(NamedTuple):
    """One figure for the page: its name, its caption in both languages, the SVG in base64, its size in pixels."""

    name: str
    caption: tuple[str, str]
    svg: str
    width: int
    height: int


def draw_figures(analysis: Analysis, directory: Path, *, lang: str, pdf: bool = False) -> list[Drawn]:
    """Draw every figure for which there is data, write PNG and SVG, and return them for the page.

    Parameters
    ----------
    analysis
        The finished tables.
    directory
        Where the files go.
    lang
        Language of axes, ``zh`` or ``en``.
    pdf
        Write each figure as PDF as well, its text as text; that takes about a second a figure.
    """
    tables, drawn = analysis.tables, []
    units = sorted(set(groups_of(analysis.corpus, "unit")))

    def finish(ax: Axes, name: str, **values: object) -> None:
        figure = cast(Figure, ax.figure)
        _pin_labels(ax)
        files = save_figure(
            figure, directory / name, formats=("png", "svg", "pdf") if pdf else ("png", "svg")
        )
        svg = base64.b64encode(files[1].read_bytes()).decode("ascii")
        width, height = (round(float(inches) * 96) for inches in figure.get_size_inches())
        key = f"fig_{name}"
        drawn.append(Drawn(name, (say(key, "zh", **values), say(key, "en", **values)), svg, width, height))

    if len(tables["slogans"]):
        rows = prominent_slogans(tables["slogans"])["slogan"].tolist()
        counts = tables["slogan_counts"][tables["slogan_counts"]["slogan"].isin(rows)]
        bars = min(MOST_BARS, len(rows))
        ax = _canvas(frequencies.frequencies_size(bars))
        frequencies.plot_frequencies(counts, ax, by="group", top=bars, colours=unit_colours(units), lang=lang)
        finish(ax, "frequencies", n=f"{_largest(counts, bars):,}", units=len(units))
        rows = rows[:MOST_ROWS]
        chosen = counts[counts["slogan"].isin(rows)]
        rank = {slogan: i for i, slogan in enumerate(rows)}
        chosen = chosen.sort_values("slogan", key=lambda names: names.map(rank), kind="stable")
        ax = _canvas(slogans.slogan_heatmap_size(len(rows), len(units)))
        slogans.plot_slogan_heatmap(chosen, ax, lang=lang)
        finish(ax, "slogans", units=len(units))
    typical = tables["keywords"]
    if len(typical):
        groups = sorted(typical["group"].unique())
        shown = groups[:MOST_PANELS]
        ax = _canvas(keywords.keywords_size(len(shown)), whole=True)
        keywords.plot_keywords(
            typical[typical["group"].isin(shown)], ax, colours=unit_colours(groups), lang=lang
        )
        finish(ax, "keywords", shown=len(shown), units=len(groups))
    if len(tables["similarity"]) and 1 < len(analysis.order) <= MOST_LABELS:
        ax = _canvas(similarity.similarity_size(len(analysis.order)))
        similarity.plot_similarity(
            tables["similarity"], ax, order=analysis.order, tree=analysis.tree, lang=lang
        )
        finish(ax, "similarity", n=len(analysis.order))
    _draw_contents(analysis, finish, lang)
    return drawn


def _draw_contents(analysis: Analysis, finish: Callable[..., None], lang: str) -> None:
    """Draw themes, shared wording and commitments."""
    tables = {
        name: analysis.tables[name]
        for name in ("emphasis", "reuse_shares", "commitment_shares")
        if has(analysis, name)
    }
    if "emphasis" in tables:
        present = set(tables["emphasis"]["group"])
        order = [group for group in analysis.order if group in present][:MOST_LABELS]
        shown = tables["emphasis"][tables["emphasis"]["group"].isin(order)]
        ax = _canvas(themes.heatmap_size(len(order)))
        themes.plot_theme_heatmap(shown, ax, order=order, lang=lang)
        passages = f"{analysis.tables['themes']['passage_id'].nunique():,}"
        finish(
            ax,
            "themes",
            units=len(order),
            passages=passages,
            lexicon=analysis.options.get("theme_lexicon", ""),
        )
    if "reuse_shares" in tables:
        shown = tables["reuse_shares"]
        bars = min(MOST_DOCUMENTS, len(shown))
        ax = _canvas(reuse.reuse_shares_size(bars))
        reuse.plot_reuse_shares(shown, ax, top=bars, lang=lang)
        finish(ax, "reuse", shown=bars, documents=len(shown), n=f"{len(analysis.tables['reuse']):,}")
    if "commitment_shares" in tables:
        shown = tables["commitment_shares"]
        bars = min(MOST_GROUPS, len(shown))
        ax = _canvas(_bars_size(bars))
        commitments.plot_commitments(shown, ax, top=bars, lang=lang)
        n, of = (f"{shown[column].sum():,.0f}" for column in ("n_binding", "n_sentences"))
        finish(ax, "commitments", shown=bars, units=len(shown), n=n, of=of)


def _pin_labels(ax: Axes) -> None:
    """Give axis labels that are empty a fixed place; all tick labels would be measured thrice to find them one."""
    for axis in (ax.xaxis, ax.yaxis):
        if not axis.get_label_text():
            axis.set_label_coords(0.5, 0.5)
    for child in ax.child_axes:
        _pin_labels(cast(Axes, child))


def _bars_size(bars: int) -> tuple[float, float]:
    """Return width and height in inches for so many bars."""
    return SINGLE_COLUMN * 1.3, min(FULL_HEIGHT, max(1.6, 0.8 + 0.2 * bars))


def _largest(counts: pd.DataFrame, bars: int) -> int:
    """Return how many occurrences the longest bars stand for."""
    return int(counts.groupby("slogan")["n"].sum().nlargest(bars).sum())


def _canvas(size: tuple[float, float], *, whole: bool = False) -> Axes:
    """Return axes of a figure that no window system knows of."""
    with style():
        figure = Figure(figsize=size, layout=None if whole else "constrained")
        return figure.add_axes((0, 0, 1, 1)) if whole else figure.add_subplot()
