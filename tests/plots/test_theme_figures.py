"""Theme figures by their artists; any warning about a glyph or the layout is an error."""

import warnings

import numpy as np
import pandas as pd
import pytest

from plananalysis.errors import InputError
from plananalysis.plots import (
    plot_theme_differences,
    plot_theme_flow,
    plot_theme_heatmap,
    plot_theme_panels,
    theme_colours,
)

THEMES = ["政治建设", "思想建设", "组织建设"]


@pytest.fixture(autouse=True)
def _close_figures():
    yield
    from matplotlib import pyplot

    pyplot.close("all")


def emphasis(n_groups):
    share = np.random.default_rng(2).dirichlet([2, 2, 2], n_groups)
    rows = [
        (f"单位{i}", theme, share[i, j], share[i, j] - 0.05, share[i, j] + 0.05, share[:, j].mean())
        for i in range(n_groups)
        for j, theme in enumerate(THEMES)
    ]
    table = pd.DataFrame(rows, columns=["group", "theme", "share", "share_low", "share_high", "mean_share"])
    table["theme"] = pd.Categorical(table["theme"], categories=THEMES[::-1])
    return table.assign(difference=table["share"] - table["mean_share"])


def draw(ax):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        ax.figure.canvas.draw()


@pytest.mark.parametrize("n", [1, 5, *(pytest.param(n, marks=pytest.mark.slow) for n in (31, 120))])
def test_every_figure_draws_without_warning(n):
    table = emphasis(n)
    for ax in (plot_theme_heatmap(table), plot_theme_panels(table), plot_theme_differences(table, "单位0")):
        draw(ax)


def test_heatmap_keeps_the_order_of_the_lexicon_and_of_the_units():
    ax = plot_theme_heatmap(emphasis(3), order=["单位2", "单位0", "单位1"])
    assert [tick.get_text() for tick in ax.get_yticklabels()] == ["单位2", "单位0", "单位1"]
    assert [tick.get_text() for tick in ax.get_xticklabels()] == THEMES[::-1]


def test_differences_are_sorted_bars_in_points():
    table = emphasis(4)
    ax = plot_theme_differences(table, "单位1")
    expected = table[table["group"] == "单位1"]["difference"].sort_values(ascending=False) * 100
    np.testing.assert_allclose([bar.get_width() for bar in ax.patches], expected)


def test_panels_are_on_one_scale():
    table = emphasis(5)
    ax = plot_theme_panels(table)
    widths = np.array([bar.get_width() for bar in ax.patches]).reshape(5, 3)
    shares = table["share"].to_numpy().reshape(5, 3)[:, ::-1]
    np.testing.assert_allclose(widths / widths.max(), shares / max(shares.max(), table["mean_share"].max()))


def flow_table():
    rows = [
        ("a", "a#0", "政治建设", 0.75, 0.0, 0.5),
        ("a", "a#0", "思想建设", 0.25, 0.0, 0.5),
        ("a", "a#1", "未归类", 1.0, 0.5, 1.0),
        ("b", "b#0", "组织建设", 1.0, 0.0, 1.0),
    ]
    table = pd.DataFrame(rows, columns=["doc_id", "passage_id", "theme", "weight", "begin", "finish"])
    return table.assign(unit=["甲", "甲", "甲", "甲"])


def test_flow_divides_a_passage_among_its_themes():
    ax = plot_theme_flow(flow_table())
    draw(ax)
    boxes = [path.get_extents() for path in ax.collections[0].get_paths()]
    assert (boxes[0].x0, boxes[0].x1) == (0, 50)
    assert boxes[0].height == pytest.approx(3 * boxes[1].height)
    assert boxes[0].y1 == pytest.approx(boxes[1].y0)


def test_flow_names_documents_where_units_repeat():
    ax = plot_theme_flow(flow_table(), by="unit")
    assert [tick.get_text() for tick in ax.get_yticklabels()] == ["a", "b"]


def test_colours_follow_the_order_of_themes_and_leave_uncoded_grey():
    colours = theme_colours([*THEMES, "未归类"])
    assert len(set(colours.values())) == 4
    assert colours["政治建设"] == theme_colours(THEMES)["政治建设"]


def test_empty_tables_say_so():
    empty = emphasis(1).head(0)
    for ax in (plot_theme_heatmap(empty), plot_theme_panels(empty), plot_theme_differences(empty, "甲")):
        assert ax.texts[0].get_text() == "没有可画的数据"
    assert plot_theme_flow(flow_table().head(0)).texts[0].get_text() == "没有可画的数据"


def test_what_is_missing_is_named():
    with pytest.raises(InputError, match="lacks the column share"):
        plot_theme_heatmap(emphasis(2).drop(columns="share"))
    with pytest.raises(InputError, match="no group '丁'"):
        plot_theme_differences(emphasis(2), "丁")
    with pytest.raises(InputError, match="order must name every group"):
        plot_theme_heatmap(emphasis(2), order=["单位0"])
    with pytest.raises(InputError, match="lacks the column begin"):
        plot_theme_flow(flow_table().drop(columns="begin"))
