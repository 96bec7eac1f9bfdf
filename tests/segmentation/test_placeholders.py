"""What stands for something left open, and what only looks like it."""

import pytest

from plananalysis.segmentation.placeholders import find_placeholders


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("XX局党组", ["XX"]),
        ("XXX局于X月X日", ["XXX", "X月X日"]),
        ("20XX年X月X日", ["20XX年X月X日"]),
        ("X 月 X 日", ["X 月 X 日"]),
        ("发展党员X名、第X届", ["X", "X"]),
        ("达到XX.X亿元", ["XX.X"]),
        ("××局×月×日", ["××", "×月×日"]),
        ("**市**局**年**月", ["**", "**", "**年**月"]),
        ("xx县x月x日", ["xx", "x月x日"]),
        ("ＸＸ单位", ["ＸＸ"]),
        ("X光片、X射线、X轴", []),
        ("1+X证书、7+3+X格局", []),
        ("XR、5G、MAX、XXL号、X86、Windows X", []),
        ("3×5米、国潮×非遗", []),
        ("**一、总体要求**", []),
        ("开展**重点工作**。", []),
        ("a*b**c*", []),
        ("", []),
    ],
)
def test_placeholders(text, expected):
    assert [text[start:end] for start, end in find_placeholders(text)] == expected


def test_looking_only_at_signs_finds_what_the_whole_pattern_finds():
    import random

    from plananalysis.segmentation.placeholders import _BOLD, _PLACEHOLDER

    draw = random.Random(3)
    pieces = [
        "X",
        "x",
        "×",
        "*",
        "**",
        "＊",
        "Ｘ",
        "19",
        "20",
        "年",
        "月",
        "日",
        " ",
        "局",
        "光",
        "A",
        "第",
        "\n",
        ".",
        "单位",
    ]
    for _ in range(3000):
        text = "".join(draw.choices(pieces, k=12))
        bold = {m.start(mark) for m in _BOLD.finditer(text) for mark in (1, 2)}
        assert find_placeholders(text) == [
            m.span() for m in _PLACEHOLDER.finditer(text) if m.start() not in bold
        ]
