"""Headings worded as sentences, headings behind dashes and ordinals, and titles broken over lines."""

import pytest

from plananalysis.corpus.headings import find_headings
from plananalysis.corpus.titles_across import joined_titles

BODY = (
    "渠务处会同各乡疏浚干渠，巡查堤岸，登记用水，按季公布结果，接受各户监督，年底前把各项任务逐一办结，"
    "办结情况列入次年的渠务报告，供各乡对照查找不足，改进办法，提高效率。"
)


def headings(*lines: str) -> list[tuple[int, int, str, str]]:
    return [tuple(found) for found in find_headings(list(lines))]


def test_short_sentences_above_long_paragraphs_are_headings():
    found = headings("一、去年回顾", "疏浚干渠。", BODY, "加固堤岸。", BODY, "二、今年安排", BODY)
    assert found == [
        (0, 1, "一、", "去年回顾"),
        (1, 2, "", "疏浚干渠"),
        (3, 2, "", "加固堤岸"),
        (5, 1, "二、", "今年安排"),
    ]


def test_one_short_sentence_alone_is_running_text():
    assert len(headings("一、去年回顾", BODY, "渠水通到各乡。", BODY, "二、今年安排", BODY)) == 2


@pytest.mark.parametrize(
    "line", ["今年要重点抓好以下六项工作。", "我们完成了任务。", "一年来，主要做了以下工作。"]
)
def test_announcements_and_statements_of_a_speaker_are_no_headings(line: str):
    assert len(headings("一、去年回顾", line, BODY, line, BODY)) == 1


def test_headings_behind_dashes():
    found = headings("一、去年回顾", BODY, "——渠水更清。", BODY, "——堤岸更固。", BODY, "二、今年安排")
    assert found[1:3] == [(2, 2, "——", "渠水更清"), (4, 2, "——", "堤岸更固")]


def test_dashes_between_two_items_are_inside_the_first_and_behind_the_last_beside_it():
    inside = headings(
        "一、回顾", "（一）修渠", "——渠水更清。", BODY, "——堤岸更固。", BODY, "（二）管渠", BODY
    )
    assert [level for _, level, label, _ in inside if label == "——"] == [3, 3]
    behind = headings(
        "一、回顾", "（一）修渠", BODY, "（二）管渠", BODY, "——渠水更清。", BODY, "——堤岸更固。", BODY
    )
    assert [level for _, level, label, _ in behind if label == "——"] == [2, 2]


@pytest.mark.parametrize(
    ("one", "two", "label"),
    [("第一，疏浚干渠。", "第二，加固堤岸。", "第一，"), ("一是疏浚干渠", "二是加固堤岸", "一是")],
)
def test_ordinals_of_running_text_on_lines_of_their_own(one: str, two: str, label: str):
    found = headings("一、今年安排", one, BODY, two, BODY)
    assert found[1] == (1, 2, label, "疏浚干渠")
    assert len(found) == 3


def test_a_series_that_does_not_count_on_is_none():
    assert len(headings("一、今年安排", "一是疏浚干渠。", BODY, "六是加固堤岸。", BODY)) == 1


def test_items_that_go_on_behind_their_dash_are_a_list():
    line = "——堤岸更固。全年加固堤岸三十里，新建水闸两座。"
    assert len(headings("一、去年回顾", line, line, line, BODY)) == 1


def test_headings_of_several_clauses_need_a_sibling():
    many = "固本强基，疏堵并举，渠水更清"
    more = "严管善用，节水惠民，用水更足"
    assert [h for *_, h in headings("报告", BODY, many, BODY, more, BODY)] == [many, more]
    assert headings("报告", BODY, many, BODY, BODY) == []


def test_a_title_broken_over_lines_is_no_heading_and_one_heading():
    lines = [
        "一、关于《",
        "渠务条例",
        "》的说明",
        BODY + "制定了《",
        "渠务规划",
        "》；完善制度。",
        BODY,
        "二、安排",
        BODY,
    ]
    assert headings(*lines) == [(0, 1, "一、", "关于《渠务条例》的说明"), (7, 1, "二、", "安排")]


def test_joined_titles_keep_the_number_of_lines_and_all_letters():
    lines = ["他依据《", "", "渠务条例", "》和《", "用水办法", "》办理。", "一、安排"]
    joined = joined_titles(lines)
    assert len(joined) == len(lines)
    assert "".join(joined) == "".join(lines)
    assert joined[-1] == "一、安排"


def test_a_title_that_is_never_closed_swallows_nothing():
    lines = ["依据《渠务条例", "一、疏浚干渠", "二、加固堤岸", "三、节约用水", "四、公布结果", "五、》"]
    assert joined_titles(lines) == lines


PURPOSES = ("渠网", "码头", "灯塔", "闸门", "堤岸")


def headed(heading: str, *, statement: str = "") -> list[str]:
    body = "渠务处会同各乡疏浚渠道，巡查堤岸，登记用水，按季公布结果，接受各户监督，年底前全部完成任务。" * 2
    lines = ["一、2025年重点任务"]
    for purpose in PURPOSES:
        lines += [heading.format(purpose), *([statement.format(purpose)] if statement else []), body, body]
    return lines


@pytest.mark.parametrize(
    "heading",
    [
        "全方位推进{}建设，让水利发展的活力和创造力进一步激发。",
        "——全方位推进{}建设，让水利发展的活力和创造力进一步激发。",
        "全方位推进{}建设，让水利发展的活力和创造力进一步激发",
        "加快{}建设。",
        "加快{}建设",
    ],
)
@pytest.mark.parametrize(
    "statement",
    ["", "围绕{}的长远需要，集中各方面的力量攻坚克难，健全管护制度，让沿岸群众用上放心水、走上平安路。"],
)
def test_headings_of_any_length_are_found_above_a_body_or_a_statement_of_purpose(heading, statement):
    found = [each.heading for each in find_headings(headed(heading, statement=statement))]
    wanted = [heading.format(purpose).strip("—。") for purpose in PURPOSES]
    assert found == ["2025年重点任务", *wanted]


def test_statements_below_numbered_headings_are_no_headings():
    lines = headed("（一）加快{}建设", statement="围绕{}的长远需要，集中力量攻坚克难，让群众用上放心水。")
    assert all(each.label for each in find_headings(lines))


def test_long_sentences_of_unlike_length_are_running_text():
    body = "渠务处会同各乡疏浚渠道，巡查堤岸，登记用水，按季公布结果，接受各户监督，年底前全部完成任务。" * 2
    sentences = (
        "沿渠各乡一道修缮堤岸，用水从此有了长久的保障和规矩可以依循。",
        "灯塔全部点亮，船行再无夜障，渔汛时节各港往来的渔船都能够按时平安归来。",
        "渠水通到各乡，旱地变成水田，秋后每户多收三成粮食。",
    )
    lines = ["一、回顾", *(line for each in sentences for line in (each, body))]
    assert [each.line for each in find_headings(lines)] == [0]
