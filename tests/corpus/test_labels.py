"""Numbering marks, and what only looks like one."""

import pytest

from plananalysis.corpus.labels import number, read_mark, step_of_path


@pytest.mark.parametrize(
    ("line", "kind", "value", "label"),
    [
        ("一、总体要求", "han", 1, "一、"),
        ("十二．保障措施", "han", 12, "十二．"),
        ("（六）抓学习", "han_paren", 6, "（六）"),
        ("(二十一)抓学习", "han_paren", 21, "(二十一)"),
        ("（ 三 ）抓学习", "han_paren", 3, "（ 三 ）"),
        ("㈣抓学习", "han_paren", 4, "㈣"),
        ("1.抓学习", "digit", 1, "1."),
        ("１２．抓学习", "digit", 12, "１２．"),
        ("3、抓学习", "digit", 3, "3、"),
        ("4.2025年底前完成", "digit", 4, "4."),
        ("⒌抓学习", "digit", 5, "⒌"),
        ("（1）抓学习", "digit_paren", 1, "（1）"),
        ("⑵抓学习", "digit_paren", 2, "⑵"),
        ("2）抓学习", "digit_half", 2, "2）"),
        ("①抓学习", "circled", 1, "①"),
        ("㉒抓学习", "circled", 22, "㉒"),
        ("1.2 总体要求", "decimal2", 2, "1.2"),
        ("1.2.3 总体要求", "decimal3", 3, "1.2.3"),
        ("第三章 总则", "章", 3, "第三章"),
        ("第二部分 重点工作", "部分", 2, "第二部分"),
        ("第十二条 本办法自发布之日起施行。", "条", 12, "第十二条"),
        ("专栏3 重大工程", "column", 3, "专栏3"),
        ("附件2", "annex", 2, "附件2"),
    ],
)
def test_marks(line: str, kind: str, value: int, label: str) -> None:
    mark = read_mark(line)
    assert mark is not None
    assert (mark.kind, mark.number, mark.label) == (kind, value, label)
    assert line[: mark.width].strip() == label


@pytest.mark.parametrize(
    "line",
    [
        "1.5万亿元投资落地",
        "3.2%的增长",
        "2.1个百分点",
        "2024年是关键一年",
        "15、16日召开会议",
        "一、二季度持续增长",
        "一、二、三产业协调发展",
        "一是抓学习",
        "第一，抓学习",
        "附件下载",
        "",
    ],
)
def test_lines_that_only_begin_with_a_number(line: str) -> None:
    assert read_mark(line) is None


def test_every_numeral_to_199_reads_back() -> None:
    """Written out by the rules of Chinese numerals, independently of the reader."""
    digits = "零一二三四五六七八九"
    for value in range(1, 200):
        hundreds, rest = divmod(value, 100)
        tens, units = divmod(rest, 10)
        text = "一百" if hundreds else ""
        if tens:
            text += ("" if tens == 1 and not hundreds else digits[tens]) + "十"
        elif hundreds and units:
            text += "零"
        text += digits[units] if units else ""
        assert number(text) == value, text


def test_label_in_a_path() -> None:
    assert [step_of_path(label) for label in ("一、", "1．", "（二）", "第三章")] == [
        "一",
        "1",
        "（二）",
        "第三章",
    ]
