"""What agrees in figures and names alone is listed as such and is no shared wording."""

import re
from pathlib import Path

import pandas as pd
import pytest

from plananalysis import (
    borrowing_matrix,
    corpus_from_texts,
    family_members,
    find_reuse,
    reuse_families,
    reuse_shares,
)
from plananalysis.language import compiled
from plananalysis.language.common_facts import COMMON_FACTS
from plananalysis.language.punctuation import CLAUSE_MARKS, SENTENCE_MARKS
from plananalysis.reuse.figures_and_names import common_facts

OWN = "入秋以后由各坊轮流派人照看渡口石阶"


def pair(left: str, right: str, **options) -> pd.DataFrame:
    return find_reuse(two(left, right), **options)


def two(left: str, right: str):
    return corpus_from_texts({"a": f"河东旧闻。{left}。", "b": f"城西新语。{right}。"})


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("渠系水利用系数提高0.6%以上", "渠系水利用系数提高1.25%以上"),
        ("全年完成渠道衬砌投资30亿元、增长5%", "全年完成渠道衬砌投资412亿元、增长6.5%"),
        ("2023年渠务专项资金支出50万元，比上年增长8.1%", "2024年渠务专项资金支出9万元，比上年增长18%"),
        ("大力实施新一轮渠系修复行动", "大力实施新一轮渠系修复行动"),
        ("荣获全国渠务系统先进集体", "荣获全国渠务系统先进集体"),
        ("提前追加灌区水利建设投资", "追加灌区水利建设投资30亿元"),
        ("完成120座重点乡村水闸除险加固", "完成8座重点乡村水闸除险加固"),
        ("单位用水量完成全省下达目标", "单位用水量完成全省下达任务"),
        ("国家中长期渠务发展规划纲要颁布以来", "国家中长期渠务发展规划纲要颁布以后"),
        ("灌区水权有偿转让交易试点", "灌区水权有偿转让交易试点"),
    ],
)
def test_figures_and_names_alone_are_terms(left, right):
    found = pair(left, right)
    assert found["kind"].tolist() == ["term"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (f"{OWN}，疏浚渠道30公里", f"{OWN}，疏浚渠道8公里"),
        (f"{OWN}，大力实施新一轮渠系修复行动", f"{OWN}，大力实施新一轮渠系修复行动"),
        (f"每季度召开2次会商会{OWN}", f"每季度召开4次会商会{OWN}"),
        (f"2023年{OWN}", f"2024年{OWN}"),
    ],
)
def test_a_wording_beside_figures_and_names_is_a_passage(left, right):
    assert pair(left, right)["kind"].tolist() == ["passage"]


def test_figures_and_names_weigh_nothing():
    alone = pair(OWN, OWN)["distinctiveness"].iloc[0]
    beside = pair(f"{OWN}，疏浚渠道30公里", f"{OWN}，疏浚渠道30公里")["distinctiveness"].iloc[0]
    figures = pair("渠系水利用系数提高0.6%以上", "渠系水利用系数提高1.2%以上")["distinctiveness"].iloc[0]
    assert figures == 0
    assert beside == pytest.approx(alone, rel=0.1)


def test_terms_are_in_no_share_family_or_matrix():
    corpus = two("渠系水利用系数提高0.6%以上", "渠系水利用系数提高1.2%以上")
    found = find_reuse(corpus)
    assert len(found) == 1
    assert reuse_families(found, corpus).empty
    assert family_members(found, corpus).empty
    assert (reuse_shares(found, corpus)["own"] == 1).all()
    assert borrowing_matrix(found, corpus, kind=None).to_numpy().sum() == 0


def test_a_term_inside_a_shared_paragraph_makes_no_family_with_it():
    texts = {
        "a": f"{OWN}，渠系水利用系数提高0.6%以上。",
        "b": f"{OWN}，渠系水利用系数提高0.7%以上。",
        "c": "旧闻。渠系水利用系数提高1.2%以上。",
    }
    corpus = corpus_from_texts(texts)
    found = find_reuse(corpus)
    assert set(found["kind"]) == {"passage", "term"}
    of_kind = found.groupby("kind")["family"].agg(set)
    assert not of_kind["passage"] & of_kind["term"]
    assert reuse_families(found, corpus)["n_docs"].tolist() == [2]


def test_only_terms_may_be_asked_for():
    left, right = f"渠系水利用系数提高0.6%以上。{OWN}", f"别的。{OWN}。又一年，渠系水利用系数提高1.2%以上"
    assert pair(left, right, kind="term")["kind"].unique().tolist() == ["term"]


@pytest.mark.parametrize("text", ["2025年是攻坚之年", "每年3月份巡查渠岸一遍", "第十四届渠务大会", ""])
def test_dates_and_ordinals_are_no_figures(text):
    assert common_facts(text) == []


def test_a_long_line_of_figures_takes_no_time():
    assert common_facts("1、2.3，" * 20_000 + "渠" * 50_000)


def test_looking_at_few_clauses_and_few_rules_finds_what_every_rule_finds_in_every_clause():
    marks = re.escape(CLAUSE_MARKS + SENTENCE_MARKS)
    files = (Path(__file__).parents[2] / "corpus").glob("*.txt")
    shown = [text for rule in COMMON_FACTS for text in (rule.example, rule.counter_example)]
    text = "\n".join([file.read_text(encoding="utf-8", errors="ignore") for file in sorted(files)] + shown)
    every = [
        (clause.start() + match.start(), clause.start() + match.end())
        for clause in re.finditer(f"[^{marks}]+", text)
        for _, pattern in compiled(COMMON_FACTS)
        for match in pattern.finditer(clause.group())
    ]
    assert len(every) > 50
    assert common_facts(text) == every
