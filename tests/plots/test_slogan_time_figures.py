"""Figures of slogans through time and of words of one's own."""

import pandas as pd
import pytest

import plananalysis as pa
from plananalysis.plots import plot_rank_slopes, plot_rates, plot_slogan_calendar

COLUMNS = ["slogan", "unit", "year", "n", "rate_chars", "change"]
SIGNALS = pd.DataFrame(
    [
        ("四个意识", "甲县", 2022, 1, 2.0, ""),
        ("四个意识", "甲县", 2023, 2, 4.0, "kept"),
        ("四个意识", "甲县", 2024, 0, 0.0, "left"),
        ("三会一课", "甲县", 2023, 1, 1.0, "entered"),
        ("三会一课", "甲县", 2024, 3, 6.0, "kept"),
        ("三会一课", "乙县", 2024, 3, 6.0, ""),
    ],
    columns=COLUMNS,
)


def test_the_calendar_runs_in_time_and_marks_what_came_and_went():
    ax = plot_slogan_calendar(SIGNALS)
    (panel,) = ax.child_axes  # a unit of one year has no calendar
    assert [label.get_text() for label in panel.get_xticklabels()] == ["2022", "2023", "2024"]
    assert [label.get_text() for label in panel.get_yticklabels()] == ["四个意识", "三会一课"]
    marks = {(line.get_xdata()[0], line.get_ydata()[0], line.get_marker()) for line in panel.lines}
    assert marks == {(2, 0, "x"), (1, 1, "^")}
    assert panel.images[0].get_array().tolist() == [[2.0, 4.0, 0.0], [0.0, 1.0, 6.0]]


def test_a_calendar_of_one_year_says_so():
    ax = plot_slogan_calendar(SIGNALS[SIGNALS["year"] == 2024], lang="en")
    assert [text.get_text() for text in ax.texts] == ["no plans of two years"]


def test_slopes_join_the_ranks_of_two_years_and_what_is_gone_stands_below():
    ax = plot_rank_slopes(SIGNALS)
    ends = {tuple(line.get_ydata()) for line in ax.lines}
    assert ends == {(1.0, 2.5), (2.5, 1.0)}
    ax = plot_rank_slopes(SIGNALS, years=(2023, 2024))
    assert {tuple(line.get_ydata()) for line in ax.lines} == {(1.0, 3.5), (2.0, 1.0)}


@pytest.mark.parametrize(
    ("options", "said"),
    [({"unit": "丁县"}, "'丁县' has no plans of two years"), ({"years": (2022, 2029)}, "no plan of 2029")],
)
def test_a_unit_or_year_that_is_not_there_is_named(options, said):
    with pytest.raises(pa.InputError, match=said):
        plot_rank_slopes(SIGNALS, **options)


def test_rates_of_years_are_lines_and_of_units_bars():
    rows = [(str(year), term, float(year - 2020)) for year in (2022, 2023) for term in ("党建", "作风")]
    lines = plot_rates(pd.DataFrame(rows, columns=["group", "term", "rate_chars"]))
    assert [line.get_xdata().tolist() for line in lines.lines] == [[2022, 2023]] * 2
    rows = [(unit, term, 1.0 + i) for i, unit in enumerate(("甲县", "乙县")) for term in ("党建", "作风")]
    ax = plot_rates(pd.DataFrame(rows, columns=["group", "term", "rate_chars"]), lang="en")
    assert [[bar.get_width() for bar in panel.patches] for panel in ax.child_axes] == [[1.0, 2.0]] * 2
    assert [panel.get_title(loc="left") for panel in ax.child_axes] == ["党建", "作风"]
