"""The section of slogans that came and went: where there is something to tell, and its sentences made of its rows."""

from functools import cache

import pandas as pd
import pytest
from invented import named, rows_of

import plananalysis as pa
from plananalysis.report.analysis import Analysis, analyse
from plananalysis.report.payload import begin_page, fill_page
from plananalysis.report.sections.signals import SECTION, last_year_moved, silent_units, units_moved

YEARS = {
    2022: "增强四个意识，落实三会一课。走在前、作表率。",
    2023: "增强四个意识。做好三农工作。走在前作表率。",
    2024: "树牢四个意识，落实三会一课。抓好三农。",
}
SIX = "甲乙丙丁戊己"


def plans(rows):
    """Return a corpus of plans given as (unit, year, text)."""
    ids = [f"{unit}{year}" for unit, year, _ in rows]
    facts = pd.DataFrame({"doc_id": ids, "unit": [row[0] for row in rows], "year": [row[1] for row in rows]})
    texts = {
        name: f"{unit}{year}年工作要点\n一、重点工作\n{text}\n"
        for name, (unit, year, text) in zip(ids, rows, strict=True)
    }
    return pa.corpus_from_texts(texts, facts)


@cache
def one_unit() -> Analysis:
    return analyse(plans([("甲县", year, text) for year, text in YEARS.items()]))


@cache
def six_units(users: int = 5) -> Analysis:
    work = ("修建水库", "培育渔民", "整治村道", "开办夜校", "植树造林", "清理河道")
    said = [f"增强四个意识，{own}。" if i < users else f"改进作风，{own}。" for i, own in enumerate(work)]
    return analyse(plans([(f"{name}县", 2024, text) for name, text in zip(SIX, said, strict=True)]))


def signal(slogan, year, change, *, unit="甲县", n=1, **more):
    span = {"first_year": 2022, "last_year": 2023}
    return {"slogan": slogan, "unit": unit, "year": year, "change": change, "n": n, **span, **more}


def test_the_table_lists_what_moved_or_changed_and_not_what_is_kept():
    page = begin_page(one_unit())
    told = [
        (row["slogan"], row["year"], row["signal"], row["news"])
        for row in named(fill_page(page)["tables"]["signals"])
    ]
    assert ("三会一课", 2023, "left", "") in told
    assert ("三会一课", 2024, "returned", "") in told
    assert ("四个意识", 2024, "kept", "frame") in told
    assert ("走在前、作表率", 2023, "kept", "wording") in told
    assert not {("四个意识", 2022), ("四个意识", 2023)} & {row[:2] for row in told}


def test_the_calendar_has_a_cell_for_each_plan_of_its_slogans():
    data = fill_page(begin_page(one_unit()))["sections"]["signals"]
    assert (data["units"], data["years"]) == (["甲县"], [[2022, 2023, 2024]])
    cells = {(cell["slogan"], cell["year"]): cell for cell in named(data["cells"])}
    assert [cells["三会一课", year]["n"] for year in (2022, 2023, 2024)] == [1, 0, 1]
    assert [cells["三会一课", year]["change"] for year in (2022, 2023, 2024)] == ["", "left", "returned"]
    rows = {cell["slogan"]: cell["row"] for cell in cells.values()}
    assert sorted(rows.values()) == list(range(len(rows)))


def test_the_last_plan_is_told_beside_the_one_before():
    rows = rows_of(
        "signals",
        signal("三农", 2023, "kept"),
        signal("三会一课", 2024, "entered", n=2),
        signal("四个意识", 2024, "left", n=0),
        signal("做表率", 2024, "left", n=0, new_wording=True),
        signal("三农", 2024, "kept"),
        signal("三农工作", 2024, "left", n=0),
        signal("四个自信", 2024, "returned"),
    )
    found = last_year_moved(rows, rows[rows["slogan"] == "四个意识"])
    assert found.pair[0] == (
        "跟踪的 6 个提法，2024 年与上一份（2023 年）相比：新用 1 个，如“三会一课”；不再用 1 个，如“四个意识”；"
        "重新用 1 个，如“四个自信”。"
    )
    assert found.rows["slogan"].tolist() == ["三会一课", "四个意识", "四个自信"]
    assert last_year_moved(rows[rows["change"] == "kept"], rows) is None


def test_units_are_told_by_how_many_moved():
    rows = rows_of(
        "signals",
        *(signal("三会一课", 2024, "entered", unit=unit) for unit in ("甲县", "乙县", "丙县", "丁县")),
        signal("四个意识", 2024, "left", n=0),
        signal("四个意识", 2023, "entered"),
    )
    found = units_moved(rows)
    assert found.pair[0] == (
        "4 个单位各与自己的上一份计划相比：新用的有“三会一课”（4 个单位）；不再用的有“四个意识”（甲县）。"
    )
    assert len(found.rows) == 5


def test_of_one_year_it_is_told_who_passes_over_what_all_others_say():
    found = SECTION.finding(six_units())
    assert found.pair[0] == "2024 年 6 个单位里多数都用、个别没用的提法：“四个意识”只有己县没用。"
    assert found.rows[["unit", "n"]].to_numpy().tolist() == [["己县", 0]]
    assert silent_units(rows_of("signals", signal("三农", 2024, ""))) is None
    assert fill_page(begin_page(six_units()))["sections"]["signals"]["units"] == []


def test_where_nothing_moved_and_nobody_is_silent_there_is_no_section():
    for made in (
        six_units(6),
        analyse(plans([("甲县", 2024, "增强四个意识。"), ("乙县", 2024, "改进作风。")])),
    ):
        assert made.tables["signals"].empty
        assert not SECTION.shown(made)
        assert SECTION.finding(made) is None
        assert SECTION.methods(made) == ("", "")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_figure_is_there_for_several_years_only(lang):
    ax, values = SECTION.figures[0].draw(one_unit(), lang)
    assert len(ax.child_axes) == 1
    assert values["slogans"] == len(ax.child_axes[0].get_yticklabels())
    assert SECTION.figures[0].draw(six_units(), lang) is None
