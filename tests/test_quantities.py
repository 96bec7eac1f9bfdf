"""Quantities in a sentence: every form of number, its unit and how it binds, worked out by hand."""

from itertools import pairwise

import pytest

from plananalysis.pledges.number_values import parse_number
from plananalysis.pledges.quantities import find_quantities

NUMBERS = {
    "0": 0.0,
    "7": 7.0,
    "3,000": 3000.0,
    "3，000": 3000.0,
    "2.14万": 21_400.0,
    "2．5亿": 250_000_000.0,
    "18万9千": 189_000.0,
    "3百": 300.0,
    "1.2万亿": 1_200_000_000_000.0,
    "十": 10.0,
    "十二": 12.0,
    "二十": 20.0,
    "一百五十": 150.0,
    "一百零五": 105.0,
    "两千": 2000.0,
    "两万三千": 23_000.0,
    "三万零六": 30_006.0,
    "百": 100.0,
    "一亿二千万": 120_000_000.0,
    "三万亿": 3_000_000_000_000.0,
    "一万亿零五百万": 1_000_005_000_000.0,
    "万": 10_000.0,
    "三点五": 3.5,
    "九十九点二五": 99.25,
    "几": None,
    "": None,
    "三点几": None,
    "点五": None,
    "五x": None,
}


@pytest.mark.parametrize("written", NUMBERS)
def test_a_number_has_its_value(written):
    assert parse_number(written) == NUMBERS[written]


QUANTITIES = {
    "新建学校12所。": ("12所", 12.0, None, "所", "exact"),
    "培训不少于15期。": ("不少于15期", 15.0, None, "期", "at_least"),
    "培训不得少于15期。": ("不得少于15期", 15.0, None, "期", "at_least"),
    "经费不超过20元。": ("不超过20元", 20.0, None, "元", "at_most"),
    "总量约3万吨。": ("约3万吨", 30_000.0, None, "吨", "about"),
    "覆盖率达95%以上。": ("95%以上", 95.0, None, "%", "at_least"),
    "失业率5.5％左右。": ("5.5％左右", 5.5, None, "%", "about"),
    "耗资30万元以内。": ("30万元以内", 300_000.0, None, "元", "at_most"),
    "等候压缩至3天以下。": ("3天以下", 3.0, None, "天", "at_most"),
    "搬迁300多户。": ("300多户", 300.0, None, "户", "about"),
    "产值增长5%—5.5%。": ("5%—5.5%", 5.0, 5.5, "%", "range"),
    "补助8至10万元。": ("8至10万元", 80_000.0, 100_000.0, "元", "range"),
    "补助2万到3万元。": ("2万到3万元", 20_000.0, 30_000.0, "元", "range"),
    "合格率百分之九十五以上。": ("百分之九十五以上", 95.0, None, "%", "at_least"),
    "增长千分之三。": ("千分之三", 3.0, None, "‰", "exact"),
    "完成三成以上。": ("三成以上", 30.0, None, "%", "at_least"),
    "完成四分之三。": ("四分之三", 0.75, None, "", "exact"),
    "产值翻两番。": ("两番", 2.0, None, "番", "exact"),
    "每千人口拥有3张床位。": ("每千人口拥有3张", 3.0, None, "张", "exact"),
    "补助不低于总数的三成。": ("不低于总数的三成", 30.0, None, "%", "at_least"),
    "支出不超过预算的20%。": ("不超过预算的20%", 20.0, None, "%", "at_most"),
    "补助3元至5公斤。": ("3元", 3.0, None, "元", "exact"),
    "单价60元/平方米。": ("60元/平方米", 60.0, None, "元/平方米", "exact"),
    "新增学位一百五十个。": ("一百五十个", 150.0, None, "个", "exact"),
    "培训不少于 15期。": ("不少于 15期", 15.0, None, "期", "at_least"),
    "培训不少于\u3000\u3000 15期。": ("不少于\u3000\u3000 15期", 15.0, None, "期", "at_least"),
    "超 3期。": ("超 3期", 3.0, None, "期", "at_least"),
    "不少于15期。": ("不少于15期", 15.0, None, "期", "at_least"),
    "不低于总数的三成。": ("不低于总数的三成", 30.0, None, "%", "at_least"),
    " 15期。": ("15期", 15.0, None, "期", "exact"),
    "补助10000至1万元。": ("10000至1万元", 10_000.0, 10_000.0, "元", "range"),
    "至少建成三座。": ("三座", 3.0, None, "座", "at_least"),
}


@pytest.mark.parametrize("sentence", QUANTITIES)
def test_a_quantity_is_read_with_all_that_binds_it(sentence):
    found = find_quantities(sentence)
    assert [(q.text, q.value, q.high, q.measure, q.bound) for q in found] == [QUANTITIES[sentence]]
    (quantity,) = found
    assert sentence[quantity.start : quantity.end] == quantity.text
    assert quantity.start <= quantity.number < quantity.end
    assert sentence[quantity.number] in "0123456789一二三两百千四"
    assert quantity.text.endswith(quantity.after)


def test_several_are_read_in_order_and_none_twice():
    found = find_quantities("改造管网12.5公里，新增学位600个，其中乡镇三成以上。")
    assert [(q.value, q.measure) for q in found] == [(12.5, "公里"), (600.0, "个"), (30.0, "%")]
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_two_that_touch_are_both_read():
    found = find_quantities("完成投资3亿元百分之九十以上。")
    assert [(q.text, q.value) for q in found] == [("3亿元", 300_000_000.0), ("百分之九十以上", 90.0)]


@pytest.mark.parametrize("sentence", ["", "落实三会一课。", "第3户。", "建设一支队伍。", "十分重要。"])
def test_what_is_no_quantity_is_none(sentence):
    assert find_quantities(sentence) == []


def test_shares_and_multiples_count_no_things():
    shares = {
        q.measure: q.is_share for q in find_quantities("增长5%，新建3所学校，提高2个百分点，扩大10倍。")
    }
    assert shares == {"%": True, "所": False, "个百分点": True, "倍": True}
