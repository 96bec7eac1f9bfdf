"""The section of promise and account: there only where a unit has two years, its bars the numbers of its table."""

import pandas as pd

import plananalysis as pa
from plananalysis.report.analysis import analyse
from plananalysis.report.payload import begin_page, fill_page
from plananalysis.report.sections.fulfilment import SECTION

PROMISED = "生产总值增长6%。建成白石渡口大桥。管好渔港码头。修缮望江书院。"
REPORTED = "生产总值增长6.3%。白石渡口大桥建成通车。渔港码头管理加强。"


def corpus_of(*units):
    """Return two years of each unit: what it promised, and what it reports."""
    texts, facts = {}, []
    for i, unit in enumerate(units):
        texts[f"a{i}"] = f"{unit}2023年政府工作报告\n一、2023年工作安排\n{PROMISED}"
        texts[f"b{i}"] = (
            f"{unit}2024年政府工作报告\n一、2023年工作回顾\n{REPORTED}\n二、2024年工作安排\n抓好春耕备耕。"
        )
        facts += [(f"a{i}", unit, 2023), (f"b{i}", unit, 2024)]
    return pa.corpus_from_texts(texts, pd.DataFrame(facts, columns=["doc_id", "unit", "year"]))


def named(table):
    """Return the rows of a table of the page by the names of its columns."""
    columns = [each["name"] if isinstance(each, dict) else each for each in table["columns"]]
    return [dict(zip(columns, row, strict=True)) for row in table["rows"]]


def test_the_bars_are_the_numbers_of_the_accounts():
    page = begin_page(analyse(corpus_of("甲县", "乙县")))
    data = fill_page(page)["sections"]["fulfilment"]
    pairs = named(data["pairs"])
    assert sorted(pair["label"] for pair in pairs) == ["乙县 2023→2024", "甲县 2023→2024"]
    for pair in pairs:
        assert {name: n for name, n in pair.items() if name != "label"} == {
            "value": 1,
            "done": 1,
            "mentioned": 1,
            "not_mentioned": 1,
        }


def test_a_row_leads_to_both_of_its_sentences():
    page = begin_page(analyse(corpus_of("甲县")))
    rows = named(fill_page(page)["tables"]["fulfilment"])
    texts = page.analysis.corpus.documents["text"]
    assert [row["account"] for row in rows] == ["value", "done", "mentioned", "not_mentioned"]
    for row in rows:
        assert texts.iloc[row["doc"]][row["start_a"] : row["end_a"]] in PROMISED
        if row["account"] != "not_mentioned":
            assert texts.iloc[row["other"]][row["start_b"] : row["end_b"]] in REPORTED
    assert rows[-1]["other"] is None


def test_of_one_unit_the_years_alone_are_named():
    data = fill_page(begin_page(analyse(corpus_of("甲县"))))["sections"]["fulfilment"]
    assert [pair["label"] for pair in named(data["pairs"])] == ["2023→2024"]


def test_a_corpus_of_one_year_has_no_such_section():
    analysis = analyse(corpus_of("甲县", "乙县").subset(year=2024))
    assert not SECTION.shown(analysis)
    assert SECTION.methods(analysis) == ("", "")
