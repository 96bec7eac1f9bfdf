"""Parts of a plan: greeting, look-back, situation, targets, plan, self, closing, annex."""

import pytest

from plananalysis import InputError, corpus_from_texts, outline, parts
from plananalysis.corpus.blocks import LONGEST
from plananalysis.corpus.partition import heading_part
from plananalysis.language.parts import PARTS

REPORT = """2025年渠岸县政府工作报告
——2025年1月8日在渠岸县人民代表大会上
县长 赵子玉
各位代表：
现在，我代表县人民政府，向大会报告工作，请予审议。
一、2024年工作回顾
过去一年，全县疏浚干渠三条，加固堤岸三十里。
各位代表！成绩来之不易，这是全县人民共同努力的结果。
二、2025年工作安排
今年是渠务规划的收官之年，要坚持建管并重。
全县经济社会发展主要预期目标是：地区生产总值增长5%左右。
实现上述目标，要坚持稳中求进。
重点做好以下工作：
（一）疏浚干渠。全年疏浚三条。
（二）加固堤岸。全年加固三十里。
各位代表！做好国防动员和民族、侨务工作，支持群团组织发挥作用。
三、全面加强政府自身建设
坚持依法行政，自觉接受监督，驰而不息纠治形式主义。
各位代表！让我们紧密团结起来，为建设美丽渠岸而努力奋斗！
附件
2025年民生实事
一、修渠
二、管渠
"""


def found(text: str) -> list[tuple[str, str]]:
    """Return the parts of a text, each with the beginning of its first line."""
    corpus = corpus_from_texts({"a": text})
    table = parts(corpus)
    assert set(table["part"]) <= set(PARTS)
    return [
        (part, text[start:].strip()[:4]) for part, start in zip(table["part"], table["start"], strict=True)
    ]


def test_the_parts_of_a_report_follow_each_other():
    assert found(REPORT) == [
        ("other", "2025"),
        ("greeting", "各位代表"),
        ("lookback", "一、20"),
        ("situation", "二、20"),
        ("targets", "全县经济"),
        ("situation", "实现上述"),
        ("plan", "重点做好"),
        ("self", "三、全面"),
        ("closing", "各位代表"),
        ("annex", "附件\n2"),
    ]


def test_parts_and_excluded_spans_hold_every_character_once():
    corpus = corpus_from_texts({"a": REPORT})
    table = parts(corpus)
    assert table["n_chars"].sum() == len(REPORT)
    assert table["share"].sum() == pytest.approx(1)
    assert (table["end"].to_numpy()[:-1] == table["start"].to_numpy()[1:]).all()


def test_a_short_work_plan_is_mostly_plan():
    text = "渠岸县水利局2025年工作要点\n2025年水利工作的总体要求是：坚持建管并重，服务全县大局，推动水利高质量发展。\n一、疏浚干渠\n疏浚三条。\n二、组织保障\n加强领导，压实责任。\n"
    assert found(text) == [("situation", "渠岸县水"), ("plan", "一、疏浚"), ("self", "二、组织")]


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("“十四五”时期发展成就", "lookback"),
        ("上年工作完成情况", "lookback"),
        ("面临的形势", "situation"),
        ("指导思想和基本原则", "situation"),
        ("主要目标", "targets"),
        ("指导思想和主要目标", "situation+targets"),
        ("重点任务", "work"),
        ("建设人民满意的服务型政府", "self"),
        ("强化组织保障", "self"),
        ("加强社会保障", ""),
        ("总结推广渠务经验", ""),
        ("着力保障和改善民生", ""),
        ("加强生态环境监督", ""),
    ],
)
def test_what_a_heading_says_of_its_part(heading: str, part: str):
    assert heading_part(heading) == part


def test_a_heading_of_an_earlier_year_looks_back():
    assert heading_part("2023年主要工作", year=2024) == "lookback"
    assert heading_part("2024年主要工作", year=2024) == "work"


def test_what_is_said_to_the_audience_ends_the_item_above():
    corpus = corpus_from_texts({"a": REPORT})
    spoken = corpus.passages[corpus.passages["opened_by"] == "address"]
    assert spoken[["path", "part"]].values.tolist() == [["一", "lookback"], ["二", "plan"], ["", "closing"]]
    assert len(outline(corpus)) == 8


def test_a_look_back_of_thousands_of_characters_is_cut_at_its_leads():
    sentence = "全县会同各乡巡查堤岸，登记用水，按季公布结果，接受各户监督，年底前把各项任务逐一办结。" * 8
    body = [
        f"{verb}。{sentence}"
        for verb in ("大力疏浚干渠", "全面加固堤岸", "从严管理用水", "稳步扩大灌区", "及时公布结果")
    ]
    text = "\n".join(
        ["2025年渠岸县政府工作报告", "一、2024年工作回顾", *body, "二、2025年重点工作", "修渠。"]
    )
    pieces = corpus_from_texts({"a": text}).passages.query("part == 'lookback'")
    assert pieces["lead"].tolist() == ["", "全面加固堤岸", "从严管理用水", "稳步扩大灌区", "及时公布结果"]
    assert (pieces["end"] - pieces["start"]).max() <= LONGEST
    assert set(pieces["heading"]) == {"2024年工作回顾"}
    assert len(set(pieces["section"])) == 1


def test_a_corpus_restricted_to_a_part_counts_nothing_else():
    corpus = corpus_from_texts({"a": REPORT}).subset(part=["plan", "targets"])
    assert set(corpus.passages["part"]) == {"plan", "targets"}
    spans = [*zip(corpus.passages["start"], corpus.passages["end"], strict=True)]
    spans += [*zip(corpus.excluded["start"], corpus.excluded["end"], strict=True)]
    assert sum(end - start for start, end in spans) == len(REPORT)
    assert set(corpus.excluded["reason"]) == {"other part"}


def test_an_unknown_part_is_named():
    with pytest.raises(InputError, match="no part 'plans'"):
        corpus_from_texts({"a": REPORT}).subset(part="plans")


def test_who_gave_the_report_when_and_where_is_no_part_of_it():
    text = (
        "2025年渠岸县政府工作报告\n2025年1月6日在渠岸县第十七届人民代表大会第四次会议上县长林渠作政府工作报告。\n各位代表：\n"
        "现在，我代表县人民政府，向大会报告工作，请予审议。\n一、2024年工作回顾\n修渠三条。\n二、2025年工作安排\n（一）修渠\n修渠五条。"
    )
    found = parts(corpus_from_texts({"a": text}))
    assert found["part"].tolist() == ["other", "greeting", "lookback", "plan"]


def test_a_first_section_whose_heading_names_nothing_looks_back_if_its_first_paragraphs_do():
    text = (
        "2025年渠岸县政府工作报告\n各位代表：\n现在，我代表县人民政府，向大会报告工作，请予审议。\n"
        "一、牢记嘱托，渠岸建设呈现新气象\n2024年是渠岸发展极不平凡的一年。\n一年来，我们坚持清淤先行，渠道通畅。\n"
        "（一）修渠成片\n修渠三条。\n（二）管渠到位\n建账三本。\n"
        "二、勇挑重担，奋力开创渠岸新局面\n今年是规划收官之年。\n主要预期目标是：修渠五条。\n（一）修渠\n修渠五条。\n（二）管渠\n建账五本。"
    )
    found = parts(corpus_from_texts({"a": text}))
    assert found["part"].tolist() == ["other", "greeting", "lookback", "situation", "targets", "plan"]
    lines = text.splitlines()
    assert [lines[line - 1][:2] for line in found["line"]][2:] == ["一、", "二、", "主要", "（一"]
