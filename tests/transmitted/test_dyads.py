"""Dyads: levels of units, who could have given to whom, and what two documents share."""

import pandas as pd
import pytest

from plananalysis import (
    InputError,
    borrowing_matrix,
    corpus_from_texts,
    dyads,
    find_reuse,
    load_corpus,
    similarity,
    tokens,
)
from plananalysis.language.levels import LEVEL_RULES, LEVELS
from plananalysis.transmitted.levels_of_units import document_levels, level_of
from shared import ROOT

SHARED = "要巩固集中整治成果，防止反弹回潮。"


def of(units: list[str], years: list[int], **more) -> pd.DataFrame:
    names = [f"d{i}" for i in range(len(units))]
    facts = pd.DataFrame({"doc_id": names, "unit": units, "year": years, **more})
    corpus = corpus_from_texts(dict.fromkeys(names, SHARED), metadata=facts)
    return dyads(find_reuse(corpus), similarity(tokens(corpus), corpus, by="doc_id"), corpus)


@pytest.mark.parametrize(
    ("units", "years", "direction", "first"),
    [
        (["甲省", "乙市"], [2024, 2024], "down", "甲省"),
        (["甲市", "乙省"], [2024, 2024], "down", "乙省"),
        (["甲县", "乙市"], [2023, 2024], "up", "甲县"),
        (["甲县", "乙县"], [2025, 2024], "across", "乙县"),
        (["甲县", "乙县"], [2024, 2024], "none", "甲县"),
        (["甲县", "经开区管委会"], [2024, 2024], "", "甲县"),
    ],
)
def test_direction_by_date_and_level(units, years, direction, first):
    row = of(units, years).iloc[0]
    assert (row["direction"], row["unit_a"]) == (direction, first)
    assert row["years_apart"] == abs(years[0] - years[1])


def test_metadata_say_the_level_before_the_name_does():
    row = of(["甲局", "乙县"], [2024, 2024], level=["国家级", ""]).iloc[0]
    assert (row["level_a"], row["level_b"], row["direction"]) == ("national", "county", "down")


def test_documents_of_one_unit_are_no_pair():
    assert len(of(["甲县", "甲县", "乙县"], [2023, 2024, 2024])) == 2


@pytest.mark.parametrize("rule", LEVEL_RULES, ids=lambda rule: rule.name)
def test_the_example_of_a_rule_is_of_its_level(rule):
    assert level_of(rule.example) == rule.kind
    assert rule.kind in (*LEVELS, "")


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("国务院", "national"),
        ("国家发展改革委", "national"),
        ("湖北省", "province"),
        ("宁夏回族自治区", "province"),
        ("上海市", "province"),
        ("上海市浦东新区", ""),
        ("江苏省南京市", "city"),
        ("南京市鼓楼区", "county"),
        ("稻原县人民政府", "county"),
        ("柳溪镇", "township"),
        ("高新区管委会", ""),
        ("省级", "province"),
        ("county", "county"),
        ("张三", ""),
    ],
)
def test_levels_of_names(name, level):
    assert level_of(name) == level


def test_shared_letters_are_those_of_the_borrowing_matrix():
    corpus = load_corpus(ROOT / "corpus").subset(year=2023)
    shared = find_reuse(corpus)
    pairs = dyads(shared, similarity(tokens(corpus), corpus, by="doc_id"), corpus)
    matrix = borrowing_matrix(shared, corpus, by="doc_id")
    assert len(pairs) == len(corpus) * (len(corpus) - 1) // 2
    for doc_a, doc_b, n, share, letters in pairs[
        ["doc_a", "doc_b", "shared_letters", "shared", "letters_b"]
    ].to_numpy():
        assert matrix.loc[doc_b, doc_a] == n
        assert share == pytest.approx(n / letters)
    assert pairs["shared_letters"].max() > 200
    assert document_levels(corpus).unique().tolist() == ["city", "county"]


def test_one_document_has_no_pair_and_a_wrong_table_is_refused():
    corpus = corpus_from_texts({"a": SHARED})
    shared = find_reuse(corpus_from_texts({"a": SHARED, "b": "办好节庆。"}))
    with pytest.raises(InputError, match="similarity"):
        dyads(shared, shared, corpus)
