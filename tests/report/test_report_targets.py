"""The section of targets: what it says follows from its rows, and it is there only where plans set targets."""

from functools import cache

import pandas as pd

import plananalysis as pa
from plananalysis.report.analysis import analyse
from plananalysis.report.payload import begin_page, fill_page
from plananalysis.report.sections.targets import SECTION, aimed


def corpus_of(goals, years=None):
    """Return a plan of each unit, or of one unit in each year, with its target for growth."""
    names = list(goals)
    units = names if years is None else ["甲县"] * len(names)
    facts = pd.DataFrame({"doc_id": names, "unit": units, "year": years or [2024] * len(names)})
    texts = {
        name: f"{unit}{year}年工作要点\n一、主要目标\n今年主要预期目标是：生产总值增长{goals[name]}。\n二、重点任务\n加强督查。\n"
        for name, unit, year in zip(names, units, facts["year"], strict=True)
    }
    return pa.corpus_from_texts(texts, facts)


FIVE = {"甲县": "5%左右", "乙县": "6%—7%", "丙县": "5.5%", "丁县": "5%", "戊县": "4%以上"}


@cache
def five():
    """Return the analysis of five units."""
    return analyse(corpus_of(FIVE))


def said(corpus):
    return SECTION.finding(analyse(corpus))


def test_units_are_compared_by_the_middle_of_their_targets():
    finding = SECTION.finding(five())
    assert finding.pair[0] == (
        "5 份计划为地区生产总值定下目标（增长），在 4% 至 6.5% 之间，中位数 5%；最高的是乙县，最低的是戊县。"
    )
    assert set(finding.rows["unit"]) == set(FIVE)


def test_the_sentence_is_another_when_its_rows_are():
    rows = SECTION.finding(five()).rows
    raised = rows.assign(value=rows["value"].where(rows["unit"] != "戊县", 9.0))
    assert "最高的是戊县" in aimed(raised, through_time=False).pair[0]
    assert aimed(rows[rows["unit"] != "戊县"], through_time=False) is None  # of four units nothing is said
    assert (
        aimed(rows.assign(value=5.0, value_high=None), through_time=False) is None
    )  # nor where all aim at one


def test_years_of_one_unit_are_told_in_time():
    corpus = corpus_of({"a": "8%", "b": "7%左右", "c": "7.5%"}, years=[2024, 2022, 2023])
    assert said(corpus).pair[0] == (
        "地区生产总值目标（增长）：2022 年 7%，2024 年 8%；最高 8%（2024 年），最低 7%（2022 年）。"
    )


def test_years_that_share_a_target_are_counted_in_years():
    goals = {str(year): "8%" for year in range(2018, 2023)} | {"2023": "7%", "2024": "9%"}
    rows = said(corpus_of(goals, years=[*range(2018, 2025)])).rows
    assert "最高 9%（2024 年），最低 7%（2023 年）" in aimed(rows, through_time=True).pair[0]
    raised = rows.assign(value=rows["value"].where(rows["year"] != 2023, 9.0))
    zh, en = aimed(raised, through_time=True).pair
    assert "最低 8%（2018 年等 5 年）" in zh
    assert "(2018 and others, 5 years in all)" in en


def test_the_bars_are_those_of_the_figure_and_lead_to_their_sentences():
    page = begin_page(five())
    data = fill_page(page)["sections"]["targets"]
    assert data["indicators"] == ["地区生产总值"]
    columns, rows = data["plans"]["columns"], data["plans"]["rows"]
    plans = [dict(zip(columns, row, strict=True)) for row in rows]
    assert [(plan["label"], plan["value"]) for plan in plans] == [
        ("乙县", 6.5), ("丙县", 5.5), ("丁县", 5.0), ("甲县", 5.0), ("戊县", 4.0),
    ]  # fmt: skip
    texts = page.analysis.corpus.documents["text"]
    for plan in plans:
        assert plan["quantity"] in texts.iloc[plan["doc"]][plan["start"] : plan["end"]]


def test_a_corpus_without_targets_has_no_such_section():
    analysis = analyse(pa.corpus_from_texts({"a": "甲县工作要点\n一、抓好党建\n上好党课。\n"}))
    assert not SECTION.shown(analysis)
    assert SECTION.finding(analysis) is None


def test_the_table_is_headed_in_both_languages():
    page = begin_page(five())
    columns = fill_page(page)["tables"]["targets"]["columns"]
    assert [each["name"] for each in columns][:4] == ["unit", "year", "indicator", "target"]
    heads = [each["head"][0] for each in columns if "head" in each]
    assert len(heads) >= 9
    assert all(any("\u4e00" <= letter <= "\u9fff" for letter in head) for head in heads)
