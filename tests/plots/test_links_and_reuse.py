"""Figures of shared wording, networks and frames: their artists say what the tables say."""

import pandas as pd
import pytest
from matplotlib import pyplot

from plananalysis import InputError
from plananalysis.plots import (
    plot_citation_network,
    plot_frames,
    plot_parts,
    plot_reuse_map,
    plot_reuse_shares,
    plot_unit_network,
)

DOCUMENTS = pd.DataFrame({"doc_id": ["a", "b", "c"], "unit": ["甲", "乙", "丙"], "n_chars": [100, 80, 90]})
REUSE = pd.DataFrame(
    [
        ("a", 10, 30, "b", 0, 20, "passage"),
        ("a", 50, 60, "c", 5, 15, "formula"),
        ("b", 1, 9, "c", 2, 10, "passage"),
    ],
    columns=["doc_a", "start_a", "end_a", "doc_b", "start_b", "end_b", "kind"],
)


@pytest.fixture(autouse=True)
def _close():
    yield
    pyplot.close("all")


def test_map_has_a_row_per_unit_and_both_directions():
    ax = plot_reuse_map(REUSE, DOCUMENTS, "a")
    assert [tick.get_text() for tick in ax.get_yticklabels()] == ["乙", "丙"]
    ax = plot_reuse_map(REUSE, DOCUMENTS, "c")
    assert [tick.get_text() for tick in ax.get_yticklabels()] == ["乙", "甲"]
    spans = [path.get_extents().bounds for part in ax.collections for path in part.get_paths()]
    assert sorted((left, width) for left, _, width, _ in spans) == [(2.0, 8.0), (5.0, 10.0)]


def test_map_of_an_unknown_or_unshared_document():
    with pytest.raises(InputError, match="'x'"):
        plot_reuse_map(REUSE, DOCUMENTS, "x")
    assert plot_reuse_map(REUSE.head(0), DOCUMENTS, "a", lang="en").texts[0].get_text() == "no shared wording"


def test_shares_are_stacked_to_one():
    table = pd.DataFrame(
        {"doc_id": ["a", "b"], "formula": [0.1, 0.2], "passage": [0.2, 0.5], "own": [0.7, 0.3]}
    )
    ax = plot_reuse_shares(table)
    assert [tick.get_text() for tick in ax.get_yticklabels()] == ["b", "a"]
    assert max(bar.get_x() + bar.get_width() for bar in ax.patches) == pytest.approx(1)
    with pytest.raises(InputError, match="own"):
        plot_reuse_shares(table.drop(columns="own"))


def test_network_adds_both_directions_and_draws_the_strongest():
    matrix = pd.DataFrame([[0, 4, 0], [6, 0, 1], [0, 0, 0]], index=list("甲乙丙"), columns=list("甲乙丙"))
    ax = plot_unit_network(matrix)
    assert len(ax.patches) == 2
    assert max(link.get_linewidth() for link in ax.patches) == pytest.approx(6.4)
    assert len(plot_unit_network(matrix, most=1).patches) == 1
    with pytest.raises(InputError, match="same labels as rows and columns, a table with 2 rows"):
        plot_unit_network(matrix.iloc[:2])


def test_citations_are_lines_from_unit_to_title():
    counts = pd.DataFrame({"title": ["甲条例", "甲条例", "乙办法"], "group": ["x", "y", "x"], "n": [1, 2, 1]})
    assert len(plot_citation_network(counts).lines) == 3
    assert len(plot_citation_network(counts, top=1).lines) == 2


def test_frames_fold_rare_verbs_into_other():
    rows = [("四个意识", "甲", verb, n) for n, verb in enumerate("增树强践立固做守", start=1)]
    ax = plot_frames(pd.DataFrame(rows, columns=["slogan", "group", "frame", "n"]), "四个意识")
    names = [text.get_text() for text in ax.get_legend().get_texts()]
    assert len(names) == 7
    assert names[-1] == "其他"
    assert sum(bar.get_width() for bar in ax.patches) == sum(range(1, 9))


def test_many_units_are_cut_to_what_fits_and_the_figure_says_so():
    units = [f"第{i}局" for i in range(90)]
    counts = pd.DataFrame({"title": "条例", "group": units, "n": 1})
    shown = [text.get_text() for text in plot_citation_network(counts).texts]
    assert "（另有 54 个未画）" in shown
    assert sum(text.startswith("第") for text in shown) == 36
    used = pd.DataFrame({"slogan": "一心", "group": units, "frame": "坚定", "n": range(90)})
    ax = plot_frames(used, "一心", lang="en")
    assert ax.get_xlabel().endswith("(54 more not drawn)")
    assert ax.get_yticklabels()[0].get_text() == "第89局"
    documents = pd.DataFrame({"doc_id": units, "unit": units, "n_chars": 500})
    pairs = {"doc_a": units[0], "start_a": 0, "end_a": 20, "doc_b": units[1:], "start_b": 0, "end_b": 20}
    ax = plot_reuse_map(pd.DataFrame(pairs | {"kind": "passage"}), documents, units[0])
    assert len(ax.get_yticks()) == 36
    assert "另有 53 个" in ax.get_xlabel()


def test_a_network_of_many_units_names_those_that_are_linked():
    units = [f"第{i}局" for i in range(90)]
    matrix = pd.DataFrame(0, index=units, columns=units)
    matrix.loc["第3局", "第70局"] = 40
    matrix.loc["第70局", "第8局"] = 20
    ax = plot_unit_network(matrix)
    assert sorted(text.get_text() for text in ax.texts) == ["第3局", "第70局", "第8局"]
    assert "另有 87 个" in ax.get_title(loc="right")
    assert len(plot_unit_network(matrix.iloc[:60, :60].replace(0, 1)).texts) == 60


def test_parts_are_stacked_to_one_and_the_longest_look_back_is_on_top():
    table = pd.DataFrame(
        [
            ("a", "plan", 60),
            ("a", "lookback", 40),
            ("b", "lookback", 30),
            ("b", "plan", 20),
            ("b", "lookback", 50),
        ],
        columns=["doc_id", "part", "n_chars"],
    )
    ax = plot_parts(table, lang="en")
    assert [tick.get_text() for tick in ax.get_yticklabels()] == ["b", "a"]
    widths = [round(bar.get_width(), 3) for bar in ax.patches]
    assert widths == [0.8, 0.4, 0.2, 0.6]
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["look-back", "plan"]
    ordered = plot_parts(table, order=["a", "none", "b"], lang="en")
    assert [tick.get_text() for tick in ordered.get_yticklabels()] == ["a", "b"]
    assert plot_parts(table.head(0), lang="en").texts[0].get_text() == "nothing to draw"
    with pytest.raises(InputError, match="n_chars"):
        plot_parts(table.drop(columns="n_chars"))
