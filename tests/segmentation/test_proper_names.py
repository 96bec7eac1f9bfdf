"""Names among the words: what they are called changes their kind, where they stand decides, and no word is cut anew."""

import random

import numpy as np
import pandas as pd
import pytest

import plananalysis as pa
from plananalysis.segmentation.cut import cut
from plananalysis.segmentation.proper_names import compile_names, names_of_unit, provinces_of, unit_names


def kinds(text: str, unit: str = "甲局") -> dict[str, str]:
    """The kind of every token of one plan."""
    facts = pd.DataFrame({"doc_id": ["a"], "unit": [unit]})
    tokens = pa.segment(pa.corpus_from_texts({"a": text}, facts), extend=False)
    return dict(zip(tokens["token"].astype(str), tokens["kind"].astype(str), strict=True))


def places(text: str, unit: str = "甲局") -> set[str]:
    return {token for token, kind in kinds(text, unit).items() if kind == "place"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("支持甘肃建好通道。", {"甘肃"}),
        ("兰州新区扩容。", {"兰州", "新区"}),
        ("支持延边朝鲜族自治州修路。", {"延边朝鲜族自治州"}),
        ("京津两地与皖北结对。", {"京津", "皖北"}),
        ("保护祁连山和青海湖。", {"祁连山", "青海湖"}),
        ("上海浦东新区先行先试。", {"上海浦东新区"}),
        ("借鉴新加坡、德国做法。", {"新加坡", "德国"}),
        ("唱响齐鲁文化，办好中关村论坛。", {"齐鲁", "中关村"}),
        ("支援甘肅與廣東。", {"甘肃", "广东"}),
    ],
)
def test_places_are_found(text, found):
    assert found <= places(text)


@pytest.mark.parametrize(
    "text",
    [
        "扩大城市绿地，保护海洋和高原湖泊。",
        "加强合作，盘活资源，建设平安校园。",
        "市和县都要落实，老城区要更新。",
        "同心同德，再上台阶。",
        "大城市与小城镇协调发展。",
        "大城细管，大城智管。",
    ],
)
def test_ordinary_words_are_no_places(text):
    assert not places(text)


def test_a_name_that_is_a_word_as_well_needs_its_province_or_another_place():
    assert "康定" in places("康定机场扩建。", "四川省")
    assert "康定" not in places("康定机场扩建。", "甘肃省")
    assert "康定" in places("甘孜、康定通车。", "甘肃省")
    assert "合作" not in places("扩大合作。", "甘肃省")
    assert "合作" in places("兰州、合作通车。", "甘肃省")


def test_names_of_units_and_what_they_are_made_of():
    assert names_of_unit("青澜市财政局") == ["青澜市财政局", "青澜市", "青澜", "财政局"]
    assert names_of_unit("机关党委") == []
    found = kinds("青澜市财政局牵头，财政局和青澜市各县配合。", "青澜市财政局")
    assert found["财政局"] == "unit"
    assert found["青澜市"] == "place"
    # The government of a place is one, wherever the plan is from.
    assert kinds("报甘肃省人民政府批准，政府要带头。") | {"政府": "word"} == kinds(
        "报甘肃省人民政府批准，政府要带头。"
    )
    assert kinds("重庆市委部署，加强党委领导。")["重庆市委"] == "unit"
    # The unit of another plan of the corpus is a name here as well.
    facts = pd.DataFrame({"doc_id": ["a", "b"], "unit": ["教育局", "财政局"]})
    corpus = pa.corpus_from_texts({"a": "会同财政局办好。", "b": "管好预算。"}, facts)
    tokens = pa.segment(corpus)
    assert tokens.loc[tokens["token"].eq("财政局"), "kind"].tolist() == ["unit"]
    assert unit_names(corpus) == ["教育局", "财政局"]
    alone = corpus.subset(unit="教育局")
    assert "unit" not in set(pa.segment(alone)["kind"])
    assert "unit" in set(pa.segment(alone, units=unit_names(corpus))["kind"])


def test_persons_need_a_title_or_are_leaders():
    found = kinds("学习邓小平理论，县长王建国讲话，张桂梅同志作报告，提高养老水平。")
    assert found.get("王建国") == "person"
    assert found.get("张桂梅") == "person"
    assert found["养老"] == "word"
    assert kinds("王建国讲话。")["王建国"] == "word"


@pytest.mark.slow
def test_the_words_are_those_of_jieba_whatever_they_are_called():
    rng = random.Random(4)
    pieces = "甘肃 兰州新区 、 和 合作 康定 市 县 财政局 王建国 同志 延边朝鲜族自治州 修路 ， 2025年 川渝 呼和浩特市 。".split()
    for _ in range(60):
        text = "".join(rng.choice(pieces) for _ in range(14))
        facts = pd.DataFrame({"doc_id": ["a"], "unit": ["四川省"]})
        tokens = pa.segment(pa.corpus_from_texts({"a": text}, facts), extend=False)
        assert tokens["token"].astype(str).tolist() == cut(text)
        assert [text[a:b] for a, b in zip(tokens["start"], tokens["end"], strict=True)] == cut(text)


def test_provinces_of_units():
    bits = provinces_of(["甘肃省", "兰州市财政局", "四川省", "国务院", ""])
    assert bits[0] == bits[1] > 0
    assert bits[2] > 0
    assert bits[2] != bits[0]
    assert bits[3:].tolist() == [0, 0]


def test_names_that_fold_alike_are_one():
    names = compile_names(["廣東省", "甲局"])
    assert "广东省" in names.known
    assert not names.known["广东省"].is_unit
    assert names.known["甲局"].is_unit


def test_the_gazetteer_is_sound():
    table = pa.gazetteer()
    assert set(table["level"]) == {"country", "province", "city", "county"}
    assert set(table["stands"]) == {"always", "own", "beside"}
    assert not table.duplicated(["name", "short", "level", "within"]).any()
    assert (table["first_year"].dropna() <= table.loc[table["first_year"].notna(), "last_year"]).all()
    assert np.all(table["short"].str.len() >= 2)
    assert table.loc[table["level"] == "province", "short"].nunique() == 34
    assert all(short in name for name, short in table[["name", "short"]].to_numpy())
