"""A cheap expression that stands before a dear one lets everything through that the dear one finds."""

import re
from pathlib import Path

import pytest

from plananalysis.language import amounts, charges, compiled, cues, times

MORE = """
6月底前完成。十二月上旬启动。年底前开工，年内建成。岁末办结。一季度末投产，第二季度完成。上半年见效，下半年推广。到2027年建成。今年底、明年初。
3个工作日内办结。半年内完成。提前2天通知。汛期前排查，春节前兑现，开学前到位，两会前办完。当日办结，次日送达，即日清零。十四五期末达标，规划期末翻番。
每季度一次督查，每半年开展一次，每月通报，按月调度，逐季分析，半年一次，每年至少两次，每两个月研究1次，一年两次，双周一次，每天巡查，每学期不少于2次。
不少于40个小时，百分之九十五以上，三成左右，三分之二，2.14万户，15期，一百五十个，第十二项，至少两次，新建三座，改造两座，培育十家，每月确定一个主题，举办两期，研究一次。
产值翻一番，融合指数达到92以上。等候时间缩短至3天，标准从80提高到95元。今年完成编制，1月1日起执行，3年就能建成。
由市水利局牵头，责任单位：市水利局，（市水利局负责），市水利局牵头，各县区每月报告一次。会同市住建局。
"""
SENTENCES = sorted(
    {
        sentence
        for text in (
            *(
                file.read_text(encoding="utf-8", errors="ignore")
                for file in (Path(__file__).parents[2] / "corpus").rglob("*.txt")
            ),
            MORE,
        )
        for sentence in re.split(r"[。；\n]", text)
        if sentence
    }
)
GATES = {
    "dated": (times.DATED, times.MAY_BE_DATED),
    "undated": (times.UNDATED, times.MAY_BE_UNDATED),
    "frequency": (times.FREQUENCY, times.MAY_BE_FREQUENT),
    **{rule.name: (rule.pattern, amounts.SIGNS[rule.name]) for rule in amounts.AMOUNTS},
    **{rule.name: (rule.pattern, charges.CHARGING_SIGNS[rule.name]) for rule in charges.CHARGING},
}


def counts_as_deadline(match: re.Match) -> bool:
    """Say whether a month is taken for a deadline: 6月 alone is none."""
    groups = match.groupdict()
    return not groups.get("month") or bool(groups["bound"]) or (groups["part"] or "初") != "初"


@pytest.mark.parametrize("name", GATES)
def test_a_gate_lets_every_sentence_through_in_which_its_pattern_is_found(name):
    pattern, gate = (re.compile(each) for each in GATES[name])
    found = [
        sentence
        for sentence in SENTENCES
        if any(counts_as_deadline(match) for match in pattern.finditer(sentence))
    ]
    assert found, "the test says nothing"
    assert [sentence for sentence in found if not gate.search(sentence)] == []


def test_every_amount_holds_a_numeral():
    numeral = re.compile(amounts.NUMERAL)
    for _, pattern in compiled(amounts.AMOUNTS):
        assert all(numeral.search(sentence) for sentence in SENTENCES if pattern.search(sentence))


@pytest.mark.parametrize("name", GATES)
def test_the_first_look_at_a_sentence_lets_through_whatever_may_bind(name):
    first, pattern = re.compile(cues.BINDING), re.compile(GATES[name][0])
    lost = [
        sentence
        for sentence in SENTENCES
        if any(counts_as_deadline(match) for match in pattern.finditer(sentence))
        and not first.search(sentence)
    ]
    assert lost == []


def test_every_rule_has_its_sign():
    assert set(amounts.SIGNS) == {rule.name for rule in amounts.AMOUNTS}
    assert set(charges.CHARGING_SIGNS) == {rule.name for rule in charges.CHARGING}
