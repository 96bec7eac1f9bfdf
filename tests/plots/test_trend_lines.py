"""Lines through the years: what is drawn where, and what is said of what is not drawn."""

import pandas as pd
import pytest

from plananalysis import InputError, plot_trend


def trend(groups, terms, years=(2022, 2023, 2024)):
    rows = [
        (group, year, term, float(i + j + year - 2021))
        for i, group in enumerate(groups)
        for j, term in enumerate(terms)
        for year in years
    ]
    return pd.DataFrame(rows, columns=["group", "year", "term", "rate_chars"])


def test_few_terms_of_one_group_are_lines_named_at_their_ends():
    ax = plot_trend(trend(["甲"], ["党建", "审计"]))
    assert [line.get_xdata().tolist() for line in ax.lines] == [[2022, 2023, 2024]] * 2
    assert {text.get_text() for text in ax.texts} == {"党建", "审计"}
    assert ax.get_ylim()[0] == 0
    assert [tick.get_text() for tick in ax.get_xticklabels()] == ["2022", "2023", "2024"]


def test_several_groups_get_a_panel_for_each_term_with_a_line_each():
    ax = plot_trend(trend(["甲", "乙"], ["党建", "审计", "普法"]))
    assert [panel.get_title(loc="left") for panel in ax.child_axes] == ["党建", "审计", "普法"]
    assert {len(panel.lines) for panel in ax.child_axes} == {2}
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["甲", "乙"]


def test_of_many_groups_the_mean_stands_out():
    ax = plot_trend(trend([f"{i}县" for i in range(12)], ["党建"]))
    (panel,) = ax.child_axes
    assert panel.lines[-1].get_ydata().tolist() == [6.5, 7.5, 8.5]
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["平均"]


def test_what_is_left_out_is_said_and_years_run_from_left_to_right_whatever_the_order_of_rows():
    table = trend(["甲"], [f"词{i}" for i in range(30)]).iloc[::-1]
    ax = plot_trend(table, top=24, lang="en")
    assert len(ax.child_axes) == 24
    assert "6 more not drawn" in "".join(text.get_text() for text in ax.texts)
    assert ax.child_axes[0].lines[0].get_xdata().tolist() == [2022, 2023, 2024]


def test_nothing_and_a_missing_column():
    assert "没有" in plot_trend(trend([], [])).texts[0].get_text()
    with pytest.raises(InputError, match="rate_chars"):
        plot_trend(trend(["甲"], ["党建"]).drop(columns="rate_chars"))
