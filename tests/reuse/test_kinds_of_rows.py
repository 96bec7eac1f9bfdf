"""What makes a row passage or formula: whose wording it is, how surprising it is, and what the whole genre says."""

import random

import numpy as np
import pytest

from plananalysis import corpus_from_texts, find_reuse
from plananalysis.reuse.in_a_row import share_a_wording
from plananalysis.reuse.matches import Matches

OWN = "东街添灯 西巷酿酒 南桥晒谷 北村栽梨 上湾结网 下坡磨面 东滩收盐 西岭采茶 南埠造船 北坊织布".split()


def kinds(texts: list[str], wording: str, **options) -> set[str]:
    """Return the kinds of the rows that hold a wording."""
    found = find_reuse(corpus_from_texts({f"d{i}": text for i, text in enumerate(texts)}), **options)
    return set(found.loc[found["text_a"].str.contains(wording), "kind"])


def test_everybodys_words_in_an_order_of_two_are_a_passage():
    words = ["修好水闸石堤", "备足灯油木料", "查清渗漏地段", "分派轮值人手"]
    orders = [random.Random(seed).sample(words, 4) for seed in range(10)]
    texts = [f"{own}。" + "。".join(order) + "。" for own, order in zip(OWN, orders, strict=True)]
    shared = "查清渗漏地段分派轮值人手修好水闸石堤备足灯油木料"
    for at in (2, 7):
        texts[at] += f"{shared}。"
    assert "passage" in kinds(texts, shared)


@pytest.mark.parametrize(("joined_by", "is_formula"), [("和与", True), ("和跟", False)])
def test_a_wording_of_many_is_formula_with_either_word_for_and(joined_by, is_formula):
    texts = [f"{own}。" for own in OWN]
    for i in range(6):
        texts[i] += f"各坊渠务{joined_by[i % 2]}航务互借重两利。"
    assert (kinds(texts, "航务互借重") == {"formula"}) == is_formula


@pytest.mark.parametrize(("extend", "kind"), [(True, "formula"), (False, "passage")])
def test_a_set_phrase_of_the_genre_is_formula_in_two_plans(extend, kind):
    texts = ["东街添灯。坚持中央八项规定及其实施细则精神。", "西巷酿酒。落实中央八项规定及其实施细则精神。"]
    assert kinds(texts, "八项规定", extend=extend) == {kind}


@pytest.mark.parametrize(
    ("wording", "kind"),
    [("向驻守堤岸的渡工和船户表示衷心感谢", "formula"), ("向驻守堤岸的渡工和船户发放蓑衣两件", "passage")],
)
def test_thanks_are_formula(wording, kind):
    assert kinds([f"东街添灯。{wording}。", f"西巷酿酒。{wording}。"], wording) == {kind}


def test_what_the_letters_before_foretell_is_no_passage():
    rng = random.Random(3)
    words = "巡查 渠岸 填补 渗漏".split()
    texts = ["".join(rng.choices(words, k=120)) + "。" for _ in range(8)]
    usual, rare = "巡查渠岸填补渗漏巡查渠岸", "惊蛰以后逐户收齐芦席三领"
    for at in (1, 6):
        texts[at] += f"另记：{usual}。又记：{rare}。"
    assert kinds(texts, rare) == {"passage"}
    assert kinds(texts, f"^(?:另记：)?{usual}") <= {"formula"}


@pytest.mark.parametrize(
    ("left", "right", "kept"),
    [
        ("疏浚渠道与巡查堤岸要两不误", "巡查堤岸之余另行疏浚渠道石", False),
        ("入秋以后逐段查看渠岸数遍方可", "入秋以后逐段查看另择吉日再议", True),
        ("入秋2024以后逐旬看渠岸遍地", "入秋2025以后逐月补渠堤几处", False),
        ("疏浚渠道三十里", "疏浚渠道四十里", True),
    ],
)
def test_a_short_row_of_unlike_sides_needs_letters_in_a_row(left, right, kept):
    import rapidfuzz

    codes = np.frombuffer((left + right).encode("utf-16-le"), dtype=np.uint16)
    found = Matches(*(np.asarray([at]) for at in (0, len(left), len(left), len(codes))))
    alike = np.asarray([rapidfuzz.distance.Indel.normalized_similarity(left, right)])
    assert share_a_wording(codes, found, alike).tolist() == [kept]


def test_long_rows_need_none():
    codes = np.frombuffer(("渠岸" * 30).encode("utf-16-le"), dtype=np.uint16)
    found = Matches(*(np.asarray([at]) for at in (0, 40, 20, 60)))
    assert share_a_wording(codes, found, np.asarray([0.3])).tolist() == [True]
