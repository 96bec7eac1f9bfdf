"""The targets of plans by known indicator: names, relations, years, what is absent, gaps, the wide table, the figure."""

import json

import pandas as pd
import pytest

import plananalysis as pa
from plananalysis import InputError, PlanWarning, corpus_from_texts, find_targets, tables
from plananalysis.pledges.known_indicators import known_as, load_indicators, names_of, plain
from plananalysis.pledges.target_paragraphs import year_meant
from shared import ROOT


def plans(**goals):
    """Return a corpus of a plan of each unit, with what stands in its paragraph of targets."""
    texts = {
        unit: f"{unit}2024年工作要点\n一、主要目标\n今年主要预期目标是：{said}\n二、重点任务\n（一）抓好落实。加强督查。\n"
        for unit, said in goals.items()
    }
    metadata = pd.DataFrame({"doc_id": list(texts), "unit": list(texts), "year": [2024] * len(texts)})
    return corpus_from_texts(texts, metadata=metadata)


def told(corpus, *names):
    """Return some columns of the targets that are set, row by row, what is missing as None."""
    found = find_targets(corpus)
    found = found.loc[found["stated"] != "absent", list(names)].astype(object)
    return found.where(found.notna(), None).to_numpy().tolist()


@pytest.fixture
def two():
    return plans(
        甲县="地区生产总值增长5%—5.5%，规上工业增加值增长6%以上、力争达到7%，粮食产量稳定在3万吨，居民收入与经济增长基本同步。",
        乙县="全县生产总值增长6%左右；城镇和农村居民人均可支配收入分别增长5%、6%左右；单位GDP能耗完成上级下达任务。",
    )


def test_each_target_has_its_known_name_its_value_and_its_bound(two):
    assert told(
        two, "unit", "indicator", "wording", "value", "value_high", "stretch", "measure", "bound", "form"
    ) == [
        ["乙县", "地区生产总值", "生产总值", 6.0, None, None, "%", "about", "change"],
        ["乙县", "城镇居民人均可支配收入", "城镇", 5.0, None, None, "%", "about", "change"],
        ["乙县", "农村居民人均可支配收入", "农村居民人均可支配收入", 6.0, None, None, "%", "about", "change"],
        ["乙县", "单位地区生产总值能耗", "单位GDP能耗", None, None, None, "", "", "level"],
        ["甲县", "地区生产总值", "地区生产总值", 5.0, 5.5, None, "%", "range", "change"],
        ["甲县", "规模以上工业增加值", "规上工业增加值", 6.0, None, 7.0, "%", "at_least", "change"],
        ["甲县", "粮食产量", "粮食产量", 30_000.0, None, None, "吨", "exact", "level"],
        ["甲县", "居民人均可支配收入", "居民收入", None, None, None, "", "about", "level"],
    ]
    assert find_targets(two)["headline"][find_targets(two)["stated"] != "absent"].all()


def test_an_indicator_that_another_plan_sets_is_marked_absent(two):
    found = find_targets(two)
    absent = found[found["stated"] == "absent"].groupby("unit")["indicator"].apply(set).to_dict()
    named = found[found["stated"] != "absent"].groupby("unit")["indicator"].apply(set).to_dict()
    everything = named["甲县"] | named["乙县"]
    assert absent == {unit: everything - own for unit, own in named.items()}


@pytest.mark.parametrize(
    ("said", "indicator", "relation", "bound"),
    [
        ("居民收入增长与经济增长同步", "居民人均可支配收入", "与经济增长同步", "exact"),
        ("农民收入增速高于城镇居民", "农村居民人均可支配收入", "高于城镇居民", "at_least"),
        ("进出口总额保持正增长", "进出口总额", "保持正增长", ""),
        ("固定资产投资增速保持在全国平均水平以上", "固定资产投资", "在全国平均水平以上", "at_least"),
        ("单位地区生产总值能耗降低完成上级下达目标", "单位地区生产总值能耗", "完成上级下达目标", ""),
        ("完成上级下达的节能减排等任务", "节能减排", "完成上级下达的节能减排等任务", ""),
    ],
)
def test_a_target_without_a_number_keeps_what_it_says_instead(said, indicator, relation, bound):
    rows = told(plans(甲县=f"生产总值增长5%，{said}。"), "indicator", "stated", "relation", "bound")
    assert rows[1:] == [[indicator, "relation", relation, bound]]


def test_every_item_of_a_list_that_shares_a_relation_has_its_row():
    rows = told(
        plans(甲县="生产总值增长5%，粮食产量和粮食播种面积完成上级下达任务。"), "indicator", "relation"
    )
    assert rows[1:] == [["粮食产量", "完成上级下达任务"], ["粮食播种面积", "完成上级下达任务"]]


def test_the_paragraph_of_targets_counts_where_an_indicator_is_named_again():
    text = "甲县2024年工作要点\n一、主要目标\n主要预期目标是：固定资产投资增长5%。\n二、重点任务\n固定资产投资完成3亿元。工业投资增长8%。\n"
    rows = told(corpus_from_texts({"甲": text}), "indicator", "value", "headline")
    assert rows == [["固定资产投资", 5.0, True], ["工业投资", 8.0, False]]


@pytest.mark.parametrize("wording", ["茶叶产量", "乡村粮食产量", "民营经济", "数字经济核心产业产值", ""])
def test_a_name_is_never_known_by_a_part_of_it(wording):
    assert known_as(wording, names_of(load_indicators())) == ""


@pytest.mark.parametrize(
    ("wording", "indicator"),
    [
        ("全省地区生产总值", "地区生产总值"),
        ("国内生产总值增速", "地区生产总值"),
        ("地方一般公共预算收入同口径", "一般公共预算收入"),
        ("全社会研发经费支出相当于全市生产总值的比例", "研发经费投入强度"),
        ("农村常住居民人均可支配收入", "农村居民人均可支配收入"),
        ("城鎮新增就業人數", "城镇新增就业"),
    ],
)
def test_plans_vary_scope_script_and_words_of_growth(wording, indicator):
    assert known_as(wording, names_of(load_indicators())) == indicator


def test_the_name_of_the_unit_may_stand_before_an_indicator():
    known = names_of(load_indicators())
    assert known_as("青山县生产总值", known) == ""
    assert known_as("青山县生产总值", known, ("青山县",)) == "地区生产总值"


def test_every_shipped_name_stands_for_one_indicator_and_has_a_source():
    shipped = load_indicators()
    assert shipped["indicator"].is_unique
    assert (shipped["source"] != "").all()
    known = names_of(shipped)
    for row in shipped.itertuples():
        assert known[plain(row.indicator)] == row.indicator


@pytest.mark.parametrize(
    ("lead", "year", "meant"),
    [
        ("今年主要目标：", 2024, 2024),
        ("到2027年，", 2024, 2027),
        ("“十五五”时期主要目标：", 2026, 2030),
        ("到2027年建成港口。今年主要目标：", 2024, 2024),
        ("2019年以来，", 2024, 2024),
    ],
)
def test_the_year_that_a_target_is_for_is_the_last_one_named_before_it(lead, year, meant):
    assert year_meant(lead, year) == meant


def test_what_is_so_each_year_of_a_period_is_no_target_of_the_year():
    text = "甲县2026年工作报告\n一、“十五五”时期主要目标\n主要目标是：生产总值年均增长6%。\n二、2026年目标\n今年主要预期目标是：生产总值增长5%。\n"
    assert told(corpus_from_texts({"甲": text}), "value", "target_year") == [[6.0, 2030], [5.0, 2026]]


def test_own_indicators_come_first_and_are_checked(tmp_path):
    own = tmp_path / "own.csv"
    own.write_text("indicator,names\n茶叶产量,茶叶总产\n", encoding="utf-8")
    assert load_indicators(own)["indicator"].tolist()[0] == "茶叶产量"
    found = find_targets(plans(甲县="茶叶总产5万斤。"), indicators=own)
    assert found[["indicator", "value"]].to_numpy().tolist() == [["茶叶产量", 50_000.0]]
    for text, message in (
        ("name\n茶叶\n", "column name"),
        ("indicator,names\n,茶\n", "has no indicator"),
        ("indicator,names\n甲,茶\n乙,茶\n", "茶 stands for 甲 and for 乙"),
    ):
        own.write_text(text, encoding="utf-8")
        with pytest.raises(InputError, match=message):
            load_indicators(own)
    with pytest.raises(InputError, match="no such file"):
        load_indicators(tmp_path / "none.csv")


def test_a_corpus_without_known_targets_says_so_and_gives_the_columns():
    with pytest.warns(PlanWarning, match="find_commitments"):
        found = find_targets(plans(甲县="新建学校3所。"))
    assert list(found) == tables.columns("targets")
    assert found.empty


def test_every_cell_is_the_text_at_its_place(two):
    found = find_targets(two)
    texts = dict(two.texts())
    for row in found[found["stated"] != "absent"].itertuples():
        text = texts[row.doc_id]
        assert text[row.start : row.end] == row.text
        assert text[row.wording_start : row.wording_end] == row.wording
        assert text[row.quantity_start : row.quantity_end] == (row.quantity or row.relation)
        assert row.line == text.count("\n", 0, row.start) + 1


def years():
    """Return the targets of a province and a town over two years."""
    goals = {("甲省", 2023): "5", ("甲省", 2024): "4.5", ("乙市", 2023): "6", ("乙市", 2024): "6—7"}
    texts = {
        f"{unit}{year}": f"{unit}{year}年工作要点\n一、主要目标\n主要预期目标是：生产总值增长{value}%。\n"
        for (unit, year), value in goals.items()
    }
    metadata = pd.DataFrame(
        {"doc_id": list(texts), "unit": [unit for unit, _ in goals], "year": [year for _, year in goals]}
    )
    return find_targets(corpus_from_texts(texts, metadata=metadata))


def test_gaps_by_hand():
    gaps = pa.target_gaps(years(), superior="甲省").astype(object)
    rows = gaps.where(gaps.notna(), None)[
        ["unit", "year", "value", "last_value", "change", "superior_value", "amplification"]
    ]
    assert rows.to_numpy().tolist() == [
        ["乙市", 2023, 6.0, None, None, 5.0, 1.0],
        ["乙市", 2024, 6.5, 6.0, 0.5, 4.5, 2.0],
        ["甲省", 2023, 5.0, None, None, None, None],
        ["甲省", 2024, 4.5, 5.0, -0.5, None, None],
    ]


def test_gaps_name_an_unknown_superior_and_warn_where_there_is_nothing_to_compare():
    found = years()
    with pytest.raises(InputError, match="丙省"):
        pa.target_gaps(found, superior="丙省")
    with pytest.warns(PlanWarning, match="superior="):
        pa.target_gaps(found[found["year"] == 2024])


def test_the_wide_table_has_a_row_per_unit_and_a_column_per_indicator(two):
    wide = pa.targets_wide(find_targets(two)).droplevel("year")
    assert wide.loc["甲县", "地区生产总值"] == "5%—5.5%"
    assert wide.loc["甲县", "居民人均可支配收入"] == "与经济增长基本同步"
    assert wide.loc["乙县", "粮食产量"] == "—"


def test_the_figure_draws_a_mark_per_unit_and_a_line_to_the_end_of_a_range(two):
    ax = pa.plot_targets(find_targets(two), "地区生产总值")
    assert [label.get_text() for label in ax.get_yticklabels()] == ["乙县", "甲县"]
    lines = [
        line.get_xdata().tolist() if hasattr(line.get_xdata(), "tolist") else list(line.get_xdata())
        for line in ax.get_lines()
    ]
    assert lines == [[6.0], [5.0, 5.5], [5.0]]
    with pytest.raises(InputError, match="茶叶"):
        pa.plot_targets(find_targets(two), "茶叶")
    assert len(pa.plot_targets(find_targets(two).head(0), "地区生产总值").get_lines()) == 0


def test_the_targets_of_the_sample_are_found():
    truth = json.loads((ROOT / "tests" / "sample_truth.json").read_text(encoding="utf-8"))["targets"]
    found = find_targets(pa.load_corpus(pa.sample_path()).subset(doc_id=truth["doc_ids"]))
    found = found[found["stated"] != "absent"]

    def told(row):
        value = row["value"], row.get("value_high"), row.get("stretch"), row.get("relation")
        return row["doc_id"], row["indicator"], *(one if one and pd.notna(one) else None for one in value)

    meant = {told(row) for row in truth["rows"]}
    known = {told(row) for row in found.to_dict("records")}
    assert 2 * len(meant & known) >= 0.95 * (len(meant) + len(known))
    assert {told(row) for row in truth["rows"] if row["headline"]} <= known
    bounds = {told(row): row["bound"] for row in found.to_dict("records")}
    for row in truth["rows"]:
        if row["bound"] and told(row) in bounds:
            assert bounds[told(row)] == row["bound"], row


def test_what_is_striven_for_behind_a_target_takes_nothing_from_it():
    corpus = plans(甲县="粮食产量3万吨以上、力争比去年更多，生产总值增长5%。")
    assert told(corpus, "indicator", "value", "bound") == [
        ["粮食产量", 30_000.0, "at_least"],
        ["地区生产总值", 5.0, "exact"],
    ]


def test_a_heading_says_for_which_year_the_targets_below_it_are():
    text = (
        "甲县2026年政府工作报告\n一、“十五五”时期主要目标任务\n（一）推进城镇建设。常住人口城镇化率达到65%左右。\n"
        "二、2026年重点工作\n（一）推进城镇建设。常住人口城镇化率达到61%左右。"
    )
    assert told(corpus_from_texts({"a": text}), "indicator", "value", "target_year") == [
        ["常住人口城镇化率", 65.0, 2030],
        ["常住人口城镇化率", 61.0, 2026],
    ]


@pytest.mark.parametrize(
    ("said", "indicator", "relation"),
    [
        ("进出口总额力争保持正增长", "进出口总额", "保持正增长"),
        ("生态环境质量等任务全面完成", "生态环境质量", "全面完成"),
        ("主要污染物排放等指标完成国家下达目标", "主要污染物排放", "完成国家下达目标"),
        ("国际收支状况改善", "国际收支", "改善"),
        ("城乡居民收入实际增长和经济增长保持同步", "居民人均可支配收入", "和经济增长保持同步"),
        (
            "单位GDP二氧化碳排放降低目标与国家考核目标衔接",
            "单位地区生产总值二氧化碳排放",
            "与国家考核目标衔接",
        ),
        ("高技术制造业增加值稳步提升", "高技术制造业增加值", "稳步提升"),
    ],
)
def test_targets_without_a_number(said, indicator, relation):
    corpus = plans(甲县=f"生产总值增长5%，{said}。")
    assert told(corpus, "indicator", "relation")[1:] == [[indicator, relation]]


def test_the_second_part_of_a_list_has_the_noun_of_the_first():
    corpus = plans(甲县="生产总值增长5%，粮食播种面积9万亩、总产4万吨。")
    assert told(corpus, "indicator", "value")[1:] == [["粮食播种面积", 90_000.0], ["粮食产量", 40_000.0]]
    apart = plans(甲县="生产总值增长5%，粮食播种面积9万亩。茶叶总产4万吨。")
    assert "粮食产量" not in [row[0] for row in told(apart, "indicator")]


def test_what_is_expected_elsewhere_makes_no_paragraph_of_targets():
    text = "甲县2024年工作要点\n一、主要目标\n主要预期目标是：\n\n生产总值增长5%。\n二、稳定货币\n广义货币预期增长14%。"
    assert told(corpus_from_texts({"a": text}), "indicator", "headline") == [
        ["地区生产总值", True],
        ["广义货币供应量", False],
    ]


def test_the_wide_table_has_no_row_for_a_plan_that_is_not_there():
    goal = "一、主要目标\n今年主要预期目标是：生产总值增长{}%。\n二、重点任务\n加强督查。\n"
    facts = pd.DataFrame(
        {"doc_id": list("abcd"), "unit": ["甲县", "甲县", "乙县", "丙县"], "year": [2023, 2024, 2024, None]}
    )
    texts = {doc: "县工作要点\n" + goal.format(n) for n, doc in enumerate("abcd", start=5)}
    wide = pa.targets_wide(find_targets(corpus_from_texts(texts, metadata=facts)))
    assert [unit for unit, _ in wide.index].count("甲县") == 2
    assert [unit for unit, _ in wide.index].count("乙县") == 1
    assert not (wide == "—").all(axis=1).any()
