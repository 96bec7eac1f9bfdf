"""The matrix of clauses and plans: hand-made tables whose cells are known."""

import pandas as pd
import pytest

from plananalysis import InputError
from plananalysis.plots import plot_transmission

COLUMNS = ["doc_b", "unit", "year", "clause", "status", "text_a"]
TEXTS = {1: "新建水闸两座", 2: "疏浚渠道三十公里", 3: "修订渔港章程"}
DROPPED, VERBATIM, REWORDED, CHANGED = range(4)


def table(*rows):
    return pd.DataFrame(
        [(*row[:3], row[3], row[4], TEXTS.get(row[3], "")) for row in rows], columns=COLUMNS
    ).astype({"clause": "Int64", "year": "Int64"})


PLANS = table(
    ("b", "乙县", 2024, 1, "dropped"),
    ("b", "乙县", 2024, 2, "numbers_changed"),
    ("b", "乙县", 2024, 3, "dropped"),
    ("b", "乙县", 2024, None, "added"),
    ("c", "丙县", 2024, 1, "verbatim"),
    ("c", "丙县", 2024, 2, "reworded"),
    ("c", "丙县", 2024, 3, "dropped"),
    ("d", "丙县", 2025, 1, "dropped"),
    ("d", "丙县", 2025, 2, "dropped"),
    ("d", "丙县", 2025, 3, "dropped"),
)


def test_cells_say_what_became_of_each_clause_in_each_plan():
    ax = plot_transmission(PLANS, lang="en")
    assert ax.images[0].get_array().tolist() == [
        [DROPPED, VERBATIM, DROPPED],
        [CHANGED, REWORDED, DROPPED],
    ]
    assert [tick.get_text() for tick in ax.get_yticklabels()] == [TEXTS[1], TEXTS[2]]
    assert [tick.get_text() for tick in ax.get_xticklabels()] == ["乙县", "丙县 2024", "丙县 2025"]
    assert ax.get_xlabel() == "3 clauses of the source, 2 taken over, 2 drawn"


def test_the_clauses_that_most_plans_took_over_are_drawn_in_the_order_of_the_source():
    ax = plot_transmission(PLANS, top=1)
    assert [tick.get_text() for tick in ax.get_yticklabels()] == [TEXTS[2]]
    assert ax.get_xlabel() == "来源共 3 个分句，其中 2 个被承接，图中 1 个"


def test_what_cannot_be_drawn_is_said():
    nothing = plot_transmission(PLANS[PLANS["status"] == "dropped"], lang="en")
    assert [text.get_text() for text in nothing.texts] == ["no clause was taken over"]
    with pytest.raises(InputError, match="status"):
        plot_transmission(PLANS.drop(columns="status"))
