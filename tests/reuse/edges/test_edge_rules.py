"""The rules about edges as a list: each shows itself, the order is stated, and without any one of them edges come out wrong."""

from typing import get_args

import pytest
from edge_texts import found_wordings, moved

from plananalysis.reuse.edges import EDGE_RULES, EdgeRule, TextRule, ordered, rule

BY_NAME = {each.name: each for each in EDGE_RULES}
OF_MATCHES = [each for each in EDGE_RULES if isinstance(each, EdgeRule)]
OF_TEXTS = [each for each in EDGE_RULES if isinstance(each, TextRule)]


def test_names_are_unique():
    assert len(BY_NAME) == len(EDGE_RULES)


@pytest.mark.parametrize("each", OF_MATCHES, ids=lambda each: each.name)
def test_the_example_of_a_rule_shows_it_and_the_counter_example_its_limit(each):
    (a, b), counter = each.example, each.counter_example
    assert moved(each.move, a.before, b.before) == (a.after, b.after)
    assert any(side.before.split("|")[1] != side.after for side in (a, b)), "nothing moved"
    assert moved(each.move, *counter) == tuple(side.split("|")[1] for side in counter)
    assert each.reason.endswith(".")


def in_text(move, marked_text: str) -> str:
    """Return a side as a rule for texts leaves it."""
    before, within, _ = marked_text.split("|")
    text = marked_text.replace("|", "")
    start, end = move(text, len(before), len(before + within), 0, len(text))
    return text[start:end]


@pytest.mark.parametrize("each", OF_TEXTS, ids=lambda each: each.name)
def test_the_example_of_a_rule_for_texts_shows_it_and_the_counter_example_its_limit(each):
    assert in_text(each.move, each.example.before) == each.example.after
    assert each.example.before.split("|")[1] != each.example.after, "nothing moved"
    assert in_text(each.move, each.counter_example) == each.counter_example.split("|")[1]
    assert each.reason.endswith(".")


BODY = "入秋以后逐段查看渠岸"
CLAUSES = (
    BODY,
    "渗漏之处当日填补",
    "石料由各坊分担",
    "工钱月底一并结清",
    "账目张贴在渡口",
    "各户轮流出丁守闸",
    "闸板朽坏换成杉木",
    "水位过线鸣锣报信",
)
ONE_ORDER = "，".join(CLAUSES)
OTHER_ORDER = "，".join(CLAUSES[number] for number in (6, 3, 1, 5, 0, 7, 2, 4))
BEFORE_A, AFTER_A = "鸡鸭鱼肉逢集上市买卖", "布行米行各守旧价不改"
BEFORE_B, AFTER_B = "茶坊酒肆入夜一律打烊", "庙会戏台照旧年例搭建"
DIGGING = BODY + "闸门"

WITHOUT = {
    "trim fragments": (f"修渠石料，{BODY}。", f"造船石料，{BODY}。", (BODY, BODY)),
    "complete clauses": (
        f"旧例。{BODY}，当日填补渗漏之处，别的再议。",
        f"前言：{BODY}，当日填补渗漏地段，其余从缓。",
        (f"{BODY}，当日填补渗漏之处", f"{BODY}，当日填补渗漏地段"),
    ),
    "cut stubs": (
        f"旧例。{BODY}，当日便来填补漏洞不分昼夜。",
        f"前言：{BODY}，当日便来填补工料各坊分担。",
        (BODY, BODY),
    ),
    "snap to clauses": (
        f"{BEFORE_A}，开春之前{ONE_ORDER}不误，{AFTER_A}。",
        f"{BEFORE_B}，往后{OTHER_ORDER}两旁，{AFTER_B}。",
        (f"开春之前{ONE_ORDER}不误", f"往后{OTHER_ORDER}两旁"),
    ),
    "finish sentences": (
        f"{BEFORE_A}。夜里，{ONE_ORDER}，以上。{AFTER_A}。",
        f"{BEFORE_B}。{OTHER_ORDER}。{AFTER_B}。",
        (f"夜里，{ONE_ORDER}，以上", OTHER_ORDER),
    ),
    "part own copies": (f"{DIGGING * 3}。", "别的事情。", (DIGGING, DIGGING)),
    "cut open ends": (
        f"旧例。{BODY}，另择吉日一同前去填补渠岸的漏洞不分昼夜进行。",
        f"前言：{BODY}，当天便来一同前去填补渠岸的工料由各坊分担。",
        (BODY, BODY),
    ),
    "cut joining words": (
        f"旧闸和石料铁钎共三百木桩，{BODY}一遍。",
        f"新桥和石料铁钎外少许木桩，{BODY}数次。",
        (f"{BODY}一遍", f"{BODY}数次"),
    ),
    "keep counterparts": (f"添购石料铁钎，{BODY}。", f"变卖石料木桩，{BODY}。", (BODY, BODY)),
    "make words whole": (
        f"旧例。{BODY}修建图书馆舍一座。",
        f"前言：{BODY}修建图书室东西两间。",
        (f"{BODY}修建",) * 2,
    ),
    "cut open ends left behind": (
        f"旧例。{BODY}的图书馆一座。",
        f"前言：{BODY}的图书室东西两间。",
        (BODY, BODY),
    ),
    "cut joining words left behind": (
        f"重新整治和{BODY}一带",
        f"逐日防治和{BODY}各处",
        (f"{BODY}一带", f"{BODY}各处"),
    ),
    "take first letters": (
        f"旧事。自今年{BODY}一带",
        f"别的，自{BODY}各处",
        (f"自今年{BODY}一带", f"自{BODY}各处"),
    ),
    "leave titles": (
        f"{BODY}遵行《渡口夜航办法》管船。",
        f"旧例。{BODY}遵行《渡口停船规矩》管船。",
        (f"{BODY}遵行",) * 2,
    ),
    "skip heading number": (f"旧例\n一、{BODY}。", f"前言\n一、{BODY}。", (BODY, BODY)),
    "keep numbers whole": (
        f"旧例2025丈渠{BODY}",
        f"前言325丈渠{BODY}",
        (f"2025丈渠{BODY}", f"325丈渠{BODY}"),
    ),
    "take percent sign": (
        f"{BODY}增长12％的渠田归公家所有",
        f"{BODY}增长34％有余便停工一个月",
        (f"{BODY}增长12％", f"{BODY}增长34％"),
    ),
    "take range": (f"旧例2018-2022年{BODY}", f"前言到2022年{BODY}", (f"2018-2022年{BODY}", f"2022年{BODY}")),
    "close brackets": (
        f"{BODY}遵行“三时之约”。",
        f"旧例{BODY}遵行“三时之约”者",
        (f"{BODY}遵行“三时之约”",) * 2,
    ),
    "take enclosing pair": (
        f"旧例“{BODY}”人人皆知。",
        f"前言讲到“{BODY}”四个大字。",
        (f"“{BODY}”",) * 2,
    ),
}
"""For every rule two documents and the passage in them that has other edges where this one rule is left out."""


def test_the_rules_stand_in_this_order():
    assert [each.name for each in EDGE_RULES] == list(WITHOUT)


def test_a_stage_is_a_stretch_of_the_list():
    stages = [each.stage for each in EDGE_RULES]
    assert list(dict.fromkeys(stages)) == list(get_args(rule.Stage))
    assert sorted(stages, key=get_args(rule.Stage).index) == stages


def passages(name: str) -> list[tuple[str, str]]:
    """Return what the two documents of a rule share, within one document too if the rule is about that."""
    a, b, _ = WITHOUT[name]
    others = ("琴棋书画桌椅门窗" * 250, "米面油盐鱼虾牛羊" * 250)  # so that common letters are no chance
    return found_wordings(a, b, *others, within=BY_NAME[name].stage == "own copies")


@pytest.mark.parametrize("name", WITHOUT)
def test_without_a_rule_edges_come_out_wrong(name, monkeypatch):
    expected = WITHOUT[name][2]
    assert expected in passages(name)
    monkeypatch.setattr(ordered, "EDGE_RULES", tuple(each for each in EDGE_RULES if each.name != name))
    assert expected not in passages(name)


def test_the_list_decides_what_is_applied_and_when(monkeypatch):
    applied = []

    def noted(each):
        def move(*given):
            applied.append(each.name)
            return each.move(*given)

        return each._replace(move=move)

    monkeypatch.setattr(ordered, "EDGE_RULES", tuple(map(noted, EDGE_RULES)))
    passages("keep counterparts")
    once = list(dict.fromkeys(applied))
    assert once == [each for each in BY_NAME if each in once], "applied in another order"
    assert set(once) == set(BY_NAME), "a rule is never applied"
