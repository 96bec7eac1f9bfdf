"""Headings and their depth, on small plans written for the purpose and on the seeds' gold outline."""

import csv
import re

import pytest

from plananalysis.corpus.headings import find_headings, heading_text
from plananalysis.corpus.outline import outline
from shared import shared_corpus, shared_path


def found(text: str) -> list[tuple[int, str, str]]:
    """Level, label and heading of every heading in a text."""
    return [(h.level, h.label, h.heading) for h in find_headings(text.strip("\n").split("\n"))]


def levels(text: str) -> list[int]:
    return [level for level, _, _ in found(text)]


BODY = "各支部按季度开展学习，认真完成年度任务，做到有计划、有检查、有总结。"


def test_heading_and_body_on_one_line() -> None:
    long = "1.抓好理论学习。" + BODY * 24
    assert len(long) > 800
    assert found("工作要点\n一、总体要求\n" + long) == [(1, "一、", "总体要求"), (2, "1.", "抓好理论学习")]


@pytest.mark.parametrize(
    ("rest", "heading"),
    [
        ("坚持“学思结合。知行统一”的方法。每月一次。", "坚持“学思结合。知行统一”的方法"),
        ("落实《条例（试行）》要求；按季通报", "落实《条例（试行）》要求"),
        (" 总则", "总则"),
        ("【目的】为了规范管理，制定本办法。", "目的"),
        ("工作目标：全年完成三项任务。", "工作目标"),
        ("做到三个坚持。", "做到三个坚持"),
        ("**抓学习。**每月一次。", "抓学习"),
    ],
)
def test_heading_is_the_first_sentence(rest: str, heading: str) -> None:
    assert heading_text(rest) == heading


def test_numbering_continues_across_parents() -> None:
    text = f"要点\n一、政治\n（一）甲。{BODY}\n（二）乙。{BODY}\n二、思想\n（三）丙。{BODY}\n三、组织\n（四）丁。{BODY}"
    assert levels(text) == [1, 2, 2, 1, 2, 1, 2]


def test_level_is_depth_and_not_kind() -> None:
    assert levels(f"要点\n（一）甲\n1.子。{BODY}\n2.丑。{BODY}\n（二）乙\n1.寅。{BODY}") == [1, 2, 2, 1, 2]
    assert levels(f"要点\n一、甲\n1.子。{BODY}\n2.丑。{BODY}\n二、乙\n3.寅。{BODY}") == [1, 2, 2, 1, 2]
    assert levels(f"要点\n1.甲。{BODY}\n2.乙。{BODY}") == [1, 1]


def test_unusual_nesting_is_learnt_from_the_document() -> None:
    """Here （一）（二） stand inside 1. and 2., against custom."""
    text = f"要点\n1.甲\n（一）子。{BODY}\n（二）丑。{BODY}\n2.乙\n（一）寅。{BODY}\n（二）卯。{BODY}\n3.丙"
    assert levels(text) == [1, 2, 2, 1, 2, 2, 1]


def test_comma_and_point_after_digits_are_one_list_unless_nested() -> None:
    assert levels(f"要点\n一、甲\n1.子。{BODY}\n2、丑。{BODY}\n3.寅。{BODY}") == [1, 2, 2, 2]
    nested = f"要点\n1.甲\n1、子。{BODY}\n2、丑。{BODY}\n2.乙\n1、寅。{BODY}\n2、卯。{BODY}"
    assert levels(nested) == [1, 2, 2, 1, 2, 2]


def test_half_and_full_width_marks_are_one_kind() -> None:
    assert levels(f"要点\n一、甲\n（一）子。{BODY}\n(二)丑。{BODY}\n二、乙\n(一)寅。{BODY}") == [
        1,
        2,
        2,
        1,
        2,
    ]


def test_chapters_sections_and_articles_with_items() -> None:
    text = (
        f"管理办法\n第一章 总则\n第一条 为了规范管理，制定本办法。\n第二条 坚持下列原则：\n（一）公开；\n（二）公平。\n"
        f"第二章 职责\n第三条 {BODY}\n第三条规定的事项，由办公室负责。"
    )
    assert [(level, label) for level, label, _ in found(text)] == [
        (1, "第一章"),
        (2, "第一条"),
        (2, "第二条"),
        (3, "（一）"),
        (3, "（二）"),
        (1, "第二章"),
        (2, "第三条"),
    ]


def test_four_deep() -> None:
    text = f"方案\n一、甲\n（一）乙\n1.丙\n（1）丁。{BODY}\n（2）戊。{BODY}\n①己。{BODY}\n2.庚"
    assert levels(text) == [1, 2, 3, 4, 4, 5, 3]


def test_decimal_numbering() -> None:
    text = f"规划\n1.总则\n1.1 目标\n{BODY}\n1.2 原则\n{BODY}\n2.任务\n2.1 基础\n{BODY}\n1.5万亿元的投资已经落地。"
    assert [(level, label) for level, label, _ in found(text)] == [
        (1, "1."),
        (2, "1.1"),
        (2, "1.2"),
        (1, "2."),
        (2, "2.1"),
    ]


def test_two_parts_each_starting_anew() -> None:
    text = (
        f"在全市会议上的报告\n同志们：\n{BODY}\n过去一年工作回顾\n{BODY}\n一、甲\n{BODY}\n二、乙\n{BODY}\n"
        f"今年工作安排\n{BODY}\n一、丙\n{BODY}\n二、丁\n{BODY}\n同志们，让我们共同努力！"
    )
    assert found(text) == [
        (1, "", "过去一年工作回顾"),
        (2, "一、", "甲"),
        (2, "二、", "乙"),
        (1, "", "今年工作安排"),
        (2, "一、", "丙"),
        (2, "二、", "丁"),
    ]


def test_unnumbered_headings_below_numbered_ones() -> None:
    text = f"报告\n一、甲\n加强组织领导\n{BODY}\n完善工作机制\n{BODY}\n二、乙\n{BODY}\n三、丙\n{BODY}"
    assert [(level, heading) for level, _, heading in found(text)] == [
        (1, "甲"),
        (2, "加强组织领导"),
        (2, "完善工作机制"),
        (1, "乙"),
        (1, "丙"),
    ]


def test_titles_dates_signatures_and_greetings_are_no_headings() -> None:
    text = f"安平市教育局文件\n2024年工作要点\n（2024年3月1日）\n同志们：\n{BODY}\n一、甲\n{BODY}\n安平市教育局\n2024年3月1日"
    assert found(text) == [(1, "一、", "甲")]


def test_sentences_that_begin_with_a_number_are_no_headings() -> None:
    text = f"要点\n一、甲\n2024年是关键一年。\n1.5万亿元投资落地。\n15．是个编号错误。\n一是抓学习；二是抓调研。\n二、乙\n{BODY}"
    assert [label for _, label, _ in found(text)] == ["一、", "二、"]


def test_contents_and_lists_of_attachments_are_no_headings() -> None:
    text = (
        f"规划\n目录\n第一章 总则 ...... 1\n第二章 任务 ...... 5\n第一章 总则\n{BODY}\n第二章 任务\n{BODY}\n"
        "附件：1.任务分工表\n      2.指标体系\n安平市"
    )
    assert [h.line for h in find_headings(text.split("\n"))] == [4, 6]


def test_annex_heads_its_own_numbering() -> None:
    text = f"要点\n一、甲\n{BODY}\n二、乙\n{BODY}\n附件1\n年度实事清单\n一、修路\n{BODY}\n二、建校\n{BODY}"
    assert found(text)[2:] == [(1, "附件1", "年度实事清单"), (2, "一、", "修路"), (2, "二、", "建校")]


def test_label_alone_and_broken_headings_take_the_next_line() -> None:
    text = f"要点\n一、\n总体要求\n{BODY}\n二、提升能力\n改进服务水平\n{BODY}\n三、丙\n{BODY}"
    assert [heading for _, _, heading in found(text)] == ["总体要求", "提升能力改进服务水平", "丙"]


def test_markdown_headings() -> None:
    text = f"# 工作要点\n\n## 一、甲\n\n{BODY}\n\n### 小标题甲\n\n{BODY}\n\n### 小标题乙\n\n{BODY}\n\n## 二、乙\n\n**（一）丙。**{BODY}"
    assert found(text) == [
        (1, "一、", "甲"),
        (2, "", "小标题甲"),
        (2, "", "小标题乙"),
        (1, "二、", "乙"),
        (2, "（一）", "丙"),
    ]


def test_empty_and_unstructured_texts() -> None:
    assert find_headings([""]) == []
    assert find_headings([]) == []
    assert found(BODY) == []


def _key(*values: object) -> tuple[str, ...]:
    """Compare headings without spaces and final punctuation, as the gold table is to be read."""
    return tuple(re.sub(r"[\s。；;：:]+$", "", re.sub(r"\s", "", str(value))) for value in values)


def test_gold_outline_of_the_seeds() -> None:
    """F1 against headings written out by hand."""
    with shared_path("gold", "outline_seeds.csv").open(encoding="utf-8") as file:
        gold = {
            _key(r["file"][:-4], r["line"], r["level"], r["label"], r["heading"])
            for r in csv.DictReader(file)
        }
    rows = outline(shared_corpus("corpora", "seeds"))
    got = {_key(r.doc_id, r.line, r.level, r.label, r.heading) for r in rows.itertuples() if r.label}
    hits = len(got & gold)
    assert 2 * hits / (len(got) + len(gold)) >= 0.98


def test_provinces_have_their_parts() -> None:
    """Every report has two to nine parts at level 1, none deeper than three."""
    rows = outline(shared_corpus("corpora", "provinces_2025"))
    per_document = rows[rows["level"] == 1].groupby("doc_id").size()
    assert len(per_document) == 31
    assert per_document.between(2, 9).all()
    assert rows["level"].max() <= 3


def test_contents_end_where_the_text_begins_whatever_its_spaces() -> None:
    text = f"规划\n目  录\n第一章 基础\n第二章 任务\n前言\n本规划是行动纲领。\n第一章　基础\n{BODY}\n第二章　任务\n{BODY}"
    assert [heading for _, _, heading in found(text)] == ["基础", "任务"]


def test_contents_that_never_come_again_do_not_swallow_the_text() -> None:
    text = f"规划\n目录\n一、形势……1\n二、任务……3\n{BODY}\n一、总体形势\n{BODY}\n二、重点任务\n{BODY}"
    assert [heading for _, _, heading in found(text)] == ["总体形势", "重点任务"]


def test_numbers_without_a_point_stand_above_decimals() -> None:
    text = f"方案\n1 总体要求\n1.1 思想\n{BODY}\n1.2 目标\n{BODY}\n2 任务\n2.1 网络\n新建100个，投资1.5亿元。"
    assert found(text) == [
        (1, "1", "总体要求"),
        (2, "1.1", "思想"),
        (2, "1.2", "目标"),
        (1, "2", "任务"),
        (2, "2.1", "网络"),
    ]
    assert found(f"安排\n1 养老 六月\n2 救助 九月\n{BODY}") == []


def test_first_unnumbered_heading_below_the_title() -> None:
    text = f"水务局2024年工作打算\n\n水源建设\n{BODY}\n\n管网改造\n{BODY}\n\n节水行动\n{BODY}"
    assert [heading for _, _, heading in found(text)] == ["水源建设", "管网改造", "节水行动"]
    text = f"2024年工作打算\n市水务局办公室\n{BODY}\n管网改造\n{BODY}\n节水行动\n{BODY}"
    assert [heading for _, _, heading in found(text)] == ["管网改造", "节水行动"]


def test_an_enumeration_of_tens_and_hundreds_is_no_heading() -> None:
    assert found(f"要点\n一、甲。{BODY}\n十、百、千工程要抓好。{BODY}\n二、乙。{BODY}") == [
        (1, "一、", "甲"),
        (1, "二、", "乙"),
    ]


@pytest.mark.parametrize(
    ("parts", "rows"),
    [
        (("一月份", "二月份", "三月份"), ("1.召开部署会", "2.制定计划")),
        (("1月", "2月：", "3月（学习月）"), ("召开部署会。", "组织检查。")),
        (("第一季度", "第二季度", "第三季度"), ("每周召开一次例会，明确任务分工和完成时限，按期通报。",)),
    ],
)
def test_the_months_of_a_calendar_are_headings(parts, rows):
    lines = ["安平市教育局2024年工作月历", *(line for part in parts for line in (part, *rows))]
    found = [heading for heading in find_headings(lines) if not heading.label]
    assert [heading.heading for heading in found] == [part.rstrip("：") for part in parts]
    assert {heading.level for heading in found} == {1}


def test_one_month_alone_or_a_table_of_months_is_no_heading():
    assert find_headings(["工作要点", "三月份", "开会。", "一、学习", "二、交流"])[0].heading == "学习"
    assert find_headings(["月份\t工作", "一月\t开会", "二月\t检查", "三月\t总结"]) == []


def test_roman_numerals_and_square_brackets_number_headings():
    body = "坚持节水优先，抓好落实，全年建成水库二座，确保供水安全。"
    lines = [
        "要点",
        "Ⅰ.总则",
        "【一】目的",
        body,
        "【二】原则",
        body,
        "Ⅱ.分则",
        "【一】水库",
        body,
        "【二】泵站",
        body,
    ]
    found = [(heading.level, heading.label) for heading in find_headings(lines)]
    assert found == [(1, "Ⅰ."), (2, "【一】"), (2, "【二】"), (1, "Ⅱ."), (2, "【一】"), (2, "【二】")]
    grades = [
        "要点",
        "一、水质",
        body,
        "Ⅰ类水质断面三个，均已达标。",
        "Ⅱ类水质断面五个，均已达标。",
        "二、水量",
        body,
    ]
    assert [heading.label for heading in find_headings(grades)] == ["一、", "二、"]


def test_an_article_has_a_heading_only_if_it_has_a_title() -> None:
    lines = [
        "第一章 总则",
        "第一条 为了加强渠务管理，保障用水安全，根据有关规定，制定本办法。",
        "第二条【适用范围】本县的渠务适用本办法。",
        "第三条 渠长负责制。各乡设渠长一名。",
        "第四条 县渠务局履行下列职责：",
        "（一）拟定渠网规划。",
        "第五条 加强领导，落实责任",
    ]
    assert [(h.label, h.heading) for h in find_headings(lines)] == [
        ("第一章", "总则"),
        ("第一条", ""),
        ("第二条", "适用范围"),
        ("第三条", "渠长负责制"),
        ("第四条", ""),
        ("（一）", "拟定渠网规划"),
        ("第五条", "加强领导，落实责任"),
    ]
