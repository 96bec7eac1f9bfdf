"""What a sentence promises, target by target: indicator, values, bound, force, deadline, frequency and body."""

from itertools import pairwise

import pandas as pd
import pytest

from plananalysis import corpus_from_texts, find_commitments, load_corpus, tables
from plananalysis.pledges.deadlines import find_deadlines
from plananalysis.pledges.masking import mask
from plananalysis.pledges.targets import find_targets_of
from shared import shared_path


def of(sentence, year=2008):
    """Return the commitments of a sentence that stands under the main targets of a plan."""
    text = f"{year}年甲县人民政府工作要点\n一、主要目标\n{sentence}\n"
    metadata = pd.DataFrame({"doc_id": ["甲"], "year": [year], "unit": ["甲县"]})
    return find_commitments(corpus_from_texts({"甲": text}, metadata=metadata))


def cells(sentence, *names, year=2008):
    """Return some columns of the commitments of a sentence, row by row, what is missing as None."""
    found = of(sentence, year)[list(names)].astype(object)
    return found.where(found.notna(), None).to_numpy().tolist()


def measured(sentence):
    """Return the indicators and values of a sentence."""
    return [tuple(row) for row in cells(sentence, "indicator", "value")]


@pytest.mark.parametrize("between", ["—", "-", "至", "～", "到", "――", "–", "~"])
@pytest.mark.parametrize(("percent", "after"), [("%", ""), ("％", "左右"), ("", "左右"), ("%", "以上")])
def test_a_range_is_one_quantity_with_two_ends(between, percent, after):
    found = cells(
        f"产值增长5{percent}{between}5.5％{after}。", "indicator", "value", "value_high", "measure", "bound"
    )
    assert found == [["产值", 5.0, 5.5, "%", "range"]]


def test_the_lower_end_of_a_range_takes_the_magnitude_of_the_upper():
    assert cells("年产8至10万吨。", "value", "value_high") == [[80_000.0, 100_000.0]]
    assert cells("补助每户500至2000元。", "value", "value_high") == [[500.0, 2000.0]]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("学前补助标准从380元提高至1000元。", ["学前补助标准", 380.0, 1000.0, "元"]),
        ("低保标准由480提高到520元。", ["低保标准", 480.0, 520.0, "元"]),
        ("把通车里程从3万公里增加到4万公里以上。", ["通车里程", 30_000.0, 40_000.0, "公里"]),
    ],
)
def test_a_starting_point_is_no_target(sentence, expected):
    assert cells(sentence, "indicator", "from_value", "value", "measure") == [expected]


def test_each_target_of_a_sentence_has_its_row():
    sentence = "生产总值增长6%左右，城镇新增就业1.2万人以上，消费价格涨幅控制在2%以内，粮食产量稳定在30万吨。"
    assert cells(sentence, "indicator", "verb", "value", "measure", "bound") == [
        ["生产总值", "增长", 6.0, "%", "about"],
        ["城镇新增就业", "", 12_000.0, "人", "at_least"],
        ["消费价格涨幅", "控制在", 2.0, "%", "at_most"],
        ["粮食产量", "稳定在", 300_000.0, "吨", "exact"],
    ]
    assert len(set(of(sentence)["start"])) == 1


@pytest.mark.parametrize(
    "sentence", ["产值增长7%以上、力争达到8%。", "产值增长7%以上，力争8%。", "产值增长7%以上，努力实现8%。"]
)
def test_what_is_striven_for_beyond_a_target_is_its_stretch(sentence):
    assert cells(sentence, "value", "bound", "stretch") == [[7.0, "at_least", 8.0]]


@pytest.mark.parametrize(
    ("sentence", "force"),
    [
        ("确保粮食产量达到3万吨。", "确保"),
        ("力争新建学校3所。", "力争"),
        ("争取新建学校3所。", "力争"),
        ("努力实现产值增长5%。", "努力"),
        ("主要预期目标是：产值增长5%。", "预期"),
        ("新建学校3所。", ""),
    ],
)
def test_how_firmly_a_target_is_promised(sentence, force):
    assert cells(sentence, "force") == [[force]]


def test_what_is_expected_is_so_up_to_the_full_stop():
    sentence = "今年的预期目标是：产值增长5%；失业率5%以内；确保粮食产量3万吨。新建学校3所。"
    assert [row[0] for row in cells(sentence, "force")] == ["预期", "预期", "确保", ""]


@pytest.mark.parametrize(
    "sentence",
    [
        "贯彻落实市委十届十次全会精神。",
        "实施白石水厂3万吨扩建工程。",
        "推进青河200兆瓦储能项目并做好服务。",
        "围绕22个产业、189条产业链补链延链。",
        "壮大19个特色集群。",
        "总结云岭、沙洲、临溪3个县城的做法。",
        "抓好十个方面的工作。",
        "改造5000吨级码头。",
        "包括港澳同胞在内的各界人士。",
        "学习“三访三清”经验。",
    ],
)
def test_ordinals_sizes_of_named_works_and_what_is_there_already_are_no_targets(sentence):
    assert of(sentence).empty


def test_a_number_of_named_works_is_a_target_where_they_are_finished():
    assert measured("云岭、沙洲、临溪3条公路建成通车。") == [("公路", 3.0)]
    assert measured("建设云岭文化馆等5个场馆。") == [("场馆", 5.0)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("协同红十字会建成3个救护站。", [("救护站", 3)]),
        ("完成投资１，２００亿元。", [("投资", 1.2e11)]),
        ("供应18万9千个单位。", [("单位", 189_000)]),
        ("为200万名中小学生开展视力筛查。", [("中小学生", 2e6)]),
        ("新建和改造提升高标准农田20万亩。", [("高标准农田", 200_000)]),
        ("全年举办各类培训15期。", [("各类培训", 15)]),
        ("开展职业技能培训3万人次。", [("职业技能培训", 30_000)]),
        ("实施老旧小区改造2000户。", [("老旧小区改造", 2000)]),
        ("推动服务贸易增长6%、数字贸易增长8%。", [("服务贸易", 6), ("数字贸易", 8)]),
        ("新能源汽车产量增长15%。", [("新能源汽车产量", 15)]),
        ("研发经费投入年均增长9%。", [("研发经费投入", 9)]),
        ("能耗和排放分别降低16%和17%。", [("能耗", 16), ("排放", 17)]),
        ("建设2万亩小麦、3万亩玉米示范片。", [("小麦", 20_000), ("玉米示范片", 30_000)]),
        ("新建学校9所、幼儿园5所，改造12所。", [("学校", 9), ("幼儿园", 5), ("幼儿园", 12)]),
        ("实施亿元以上项目30个、10亿元以上项目4个。", [("亿元以上项目", 30), ("10亿元以上项目", 4)]),
        ("零售总额达到30亿元，比上年增加2亿元。", [("零售总额", 3e9)]),
        ("赤字率4%左右，比上年提高1个百分点。", [("赤字率", 4)]),
        ("支出规模30亿元、比上年增加2亿元，其中教育5亿元。", [("支出规模", 3e9), ("教育", 5e8)]),
        ("零售总额达到30亿元，同比增长6%。", [("零售总额", 3e9), ("零售总额", 6)]),
        ("县财政再安排300万元，用于补助困难家庭。", [("用于补助困难家庭", 3e6)]),
        ("推动60%以上的村建成示范村。", [("村", 60)]),
        ("浓度不超过35微克每立方米。", [("浓度", 35)]),
        ("等候时间缩短至4.5年。", [("等候时间", 4.5)]),
        ("产值翻一番。", [("产值", 1)]),
    ],
)
def test_what_is_measured_stands_before_or_behind_its_amount(sentence, expected):
    assert measured(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("今年中央财政安排支农资金100亿元。", [["今年", "2008-12-31"]]),
        ("年中前新建学校3所。", [["年中前", "2008-06-30"]]),
        ("到2010年，新建学校3所，改造5所。", [["到2010年", "2010-12-31"]] * 2),
        ("新建学校3所，9月底前投入使用。", [["9月底前", "2008-09-30"]]),
        ("6月底前完成立项，新建学校3所。", [["6月底前", "2008-06-30"], ["", ""]]),
        ("2009年教育支出占比达到4%。", [["2009年", "2009-12-31"]]),
        ("今年全面取消工本费。", [["今年", "2008-12-31"]]),
        ("从今年3月1日起提高低保标准。", [["从今年3月1日起", "2008-03-01"]]),
    ],
)
def test_a_deadline_holds_for_its_clause_and_for_what_it_leads_to(sentence, expected):
    assert cells(sentence, "deadline", "deadline_date") == expected


def test_a_body_is_named_only_where_it_is_charged():
    assert cells("由县农业农村局牵头，每季度调度一次。", "body", "frequency") == [["县农业农村局", "每季度"]]


def test_a_sentence_about_a_year_gone_by_is_no_promise():
    assert of("2005年与2000年相比，产值增长57%。").empty


TWINS = [
    ("引進不少於１５０間重點企業。", "引进不少于150间重点企业。"),
    ("新建3個項目，投資10億元，種植2萬畝。", "新建3个项目，投资10亿元，种植2万亩。"),
    ("年底前供應18萬9千個單位，輪候時間縮短至4.5年。", "年底前供应18万9千个单位，轮候时间缩短至4.5年。"),
    ("確保產值增長5％至6％，力爭達到7%。", "确保产值增长5％至6％，力争达到7%。"),
    ("由縣農業局牽頭，每季度調度一次。", "由县农业局牵头，每季度调度一次。"),
]
NUMBERS = [
    "start",
    "end",
    "value",
    "value_high",
    "from_value",
    "stretch",
    "measure",
    "bound",
    "force",
    "deadline_date",
]


@pytest.mark.parametrize(("traditional", "simplified"), TWINS)
def test_traditional_script_gives_the_rows_of_its_simplified_twin(traditional, simplified):
    one, other = of(traditional), of(simplified)
    assert len(one) > 0
    places = [name for name in one if name.endswith(("_start", "_end"))]
    pd.testing.assert_frame_equal(one[NUMBERS + places], other[NUMBERS + places])


def test_every_cell_is_the_text_at_its_place():
    sentence = "到2010年，确保低保标准从380元提高至1000元，产值增长7%以上、力争达到8%，每季度调度一次。"
    found = of(sentence)
    text = f"2008年甲县人民政府工作要点\n一、主要目标\n{sentence}\n"
    for row in found.itertuples():
        for kind in ("indicator", "quantity", "deadline", "frequency"):
            written, start, end = (getattr(row, f"{kind}{part}") for part in ("", "_start", "_end"))
            assert written == ("" if pd.isna(start) else text[start:end])
    first, second = found.iloc[0], found.iloc[1]
    assert text[first["from_start"] : first["from_end"]] == "380元"
    assert text[second["stretch_start"] : second["stretch_end"]] == "8%"


def test_targets_are_found_in_reading_order_and_do_not_overlap():
    sentence = mask(
        "新建学校9所、幼儿园5所，产值增长5%—6%，标准从380元提高至1000元，压减三成，每季度调度一次。"
    )
    places = [(each.quantity.start, each.quantity.end) for each in find_targets_of(sentence)]
    assert places == sorted(places)
    assert all(end <= start for (_, end), (start, _) in pairwise(places))


def test_a_sentence_without_numbers_has_no_target_and_odd_ones_raise_nothing():
    for sentence in (
        "",
        "。",
        "，，，",
        "5",
        "%",
        "从",
        "5%5%5%",
        "、5个、",
        "（5个",
        "5个）和",
        "分别增长5%。",
        "从5元到",
        "每5亩5元每人",
    ):
        assert isinstance(find_targets_of(mask(sentence)), list)


def test_the_table_has_the_columns_of_its_list():
    assert list(of("新建学校3所。")) == tables.columns("commitments")


def test_the_traditional_case_gives_what_its_simplified_twin_does():
    found = find_commitments(load_corpus(shared_path("cases/traditional")))
    of_doc = {doc: rows["value"].tolist() for doc, rows in found.groupby("doc_id")}
    assert set(map(tuple, of_doc.values())) == {(150.0, 189_000.0, 4.5)}


def test_what_was_to_be_done_last_year_is_no_deadline():
    for past in ("去年下半年", "上年底", "前年3月底前"):
        assert not find_deadlines(f"原定{past}建成的学校。", 2008)
    assert [each.text for each in find_deadlines("下半年建成学校。", 2008)] == ["下半年"]
    # A span that a plan covers is no deadline of the plan.
    assert not find_deadlines("对2020年前我县的教育作出部署。", 2008)
    assert [each.text for each in find_deadlines("2020年前建成学校。", 2008)] == ["2020年前"]


@pytest.mark.parametrize(
    ("sentence", "indicator", "value", "bound"),
    [
        ("各科室至少安排2次轮训。", "轮训", 2, "at_least"),
        ("每个街道今年至少要建成3个口袋公园。", "口袋公园", 3, "at_least"),
        ("每名局领导每年最多开展4次入户调研。", "入户调研", 4, "at_most"),
        ("办事窗口最多的市达到30个。", "办事窗口最多的市", 30, "exact"),
        ("青年读书会每月开展一次，夜校每季度至少讲一次。", "青年读书会", 1, "exact"),
    ],
)
def test_a_bound_holds_for_the_first_number_behind_it_though_a_verb_stands_between(
    sentence, indicator, value, bound
):
    assert cells(sentence, "indicator", "value", "bound")[0] == [indicator, value, bound]


def test_what_is_held_so_often_stands_before_how_often_where_nothing_follows():
    assert measured("支部大会每季度召开一次，夜校每季度至少讲一次。") == [("支部大会", 1.0), ("夜校", 1.0)]


def test_who_does_it_so_often_is_no_indicator():
    assert cells("各党支部每季度1次、局机关党委每半年1次。", "indicator", "frequency") == [
        ["", "每季度1次"],
        ["", "每半年1次"],
    ]
