"""Gaps: what one plan asks for and another answers, partly answers, or does not answer."""

from math import log

import pytest

from plananalysis import InputError, corpus_from_texts, find_gaps
from plananalysis.compare.single_measures import Rarity, read_measures

HARBOUR = "新建渔港码头，方便渔民上岸。"
RIVER = "推行河长巡查制度，巡河台账按月公示。"
CANTEEN = "办好学校食堂，家长代表轮流陪餐。"
GENERAL = "加强组织领导，推进各项工作。"
PLAN = "甲县工作要点\n一、任务\n"


def answers(a: str, b: str, *others: str):
    texts = {"a": PLAN + a, "b": PLAN + b} | {f"c{i}": PLAN + other for i, other in enumerate(others)}
    return find_gaps(corpus_from_texts(texts), "a", "b").set_index("text_a")


def test_what_nothing_answers_is_a_gap_and_what_one_clause_answers_is_none():
    found = answers(HARBOUR + RIVER + GENERAL, CANTEEN + "完善河长巡查办法，落实巡河台账。" + GENERAL)
    assert found.loc[HARBOUR[:-1], "answered"] == "no"
    assert found.loc[RIVER[:-1], "answered"] != "no"
    assert found.loc[RIVER[:-1], "text_b"] == "完善河长巡查办法，落实巡河台账"


def test_an_answer_anywhere_in_the_other_plan_counts():
    # Under another heading, within a longer sentence, in the look-back.
    elsewhere = "一、去年工作回顾\n渔港码头开工，渔民满意。\n二、今年任务\n" + CANTEEN
    corpus = corpus_from_texts({"a": PLAN + HARBOUR + CANTEEN, "b": "乙县工作要点\n" + elsewhere})
    found = find_gaps(corpus, "a", "b")
    assert set(found["answered"]) <= {"yes", "partly"}
    assert found.loc[found["text_a"] == HARBOUR[:-1], "part_b"].tolist() == ["lookback"]


def test_a_plan_has_no_gaps_to_itself():
    same = HARBOUR + RIVER + CANTEEN
    found = answers(same, same)
    assert set(found["answered"]) == {"yes"}
    assert (found["coverage"].round(12) == 1).all()
    assert (found["missing"] == "").all()
    assert (found["text_b"] == found.index).all()


def test_all_purpose_words_answer_nothing():
    found = answers(
        "加强渔港码头建设。推进轮渡航线工作。" + RIVER, GENERAL + "加强建设。推进各项工作。" + CANTEEN
    )
    assert set(found["answered"]) == {"no"}


def test_words_that_everybody_writes_answer_less_than_rare_ones():
    others = [
        "营商环境优化，" + name for name in ("修路。", "架桥。", "植树。", "治沙。", "护林。", "养蚕。")
    ]
    common = answers("营商环境提升，码头扩建。", "营商环境改善，茶园改造。", *others)
    rare = answers("营商环境提升，码头扩建。", "营商环境改善，茶园改造。")
    assert common["evidence"].iloc[0] < rare["evidence"].iloc[0]


def test_the_weight_of_a_word_is_that_of_the_formula():
    corpus = corpus_from_texts({"a": PLAN + HARBOUR + RIVER, "b": PLAN + CANTEEN + "渔港清淤。"})
    sentences = [one for doc in ("a", "b") for one in read_measures(corpus, doc)]
    n = len(sentences)
    assert Rarity([*sentences, *sentences]).of("渔港") == pytest.approx(log(2 * n / 3) / log(2 * n))
    assert Rarity(sentences).of("渔港") == pytest.approx(1)
    assert Rarity(sentences).of("加强") < 0.02


def test_places_say_what_they_say_and_excluded_text_takes_no_part():
    texts = {
        "a": PLAN + HARBOUR + "\n" + RIVER + "\n登录后查看全文",
        "b": PLAN + CANTEEN + "\n登录后查看全文",
    }
    corpus = corpus_from_texts(texts)
    found = find_gaps(corpus, "a", "b")
    assert len(found)
    for side in "ab":
        for row in found[[f"start_{side}", f"end_{side}", f"text_{side}", f"line_{side}"]].itertuples(
            index=False
        ):
            text = texts[side]
            assert text[row[0] : row[1]] == row[2]
            assert text.count("\n", 0, row[0]) + 1 == row[3]
    assert not found[["text_a", "text_b"]].map(lambda text: "登录" in text).any().any()


def test_more_evidence_is_less_likely_a_gap():
    found = answers(HARBOUR + RIVER + CANTEEN, "完善河长巡查办法，落实巡河台账。" + CANTEEN).sort_values(
        "evidence"
    )
    assert found["probability"].is_monotonic_decreasing
    assert ((found["answered"] == "no") == (found["probability"] > 0.5)).all()


def test_headings_are_marked():
    found = answers("（一）渔港码头建设\n" + RIVER, CANTEEN)
    assert found.loc[found["is_heading"]].index.tolist() == ["（一）渔港码头建设"]


def test_a_plan_that_says_nothing_and_two_names_of_one_plan():
    assert find_gaps(corpus_from_texts({"a": PLAN + HARBOUR, "b": ""}), "a", "b").empty
    with pytest.raises(InputError, match="same plan"):
        find_gaps(corpus_from_texts({"a": HARBOUR, "b": RIVER}), "a", "a")
    with pytest.raises(InputError, match="no document"):
        find_gaps(corpus_from_texts({"a": HARBOUR, "b": RIVER}), "a", "z")


def test_a_longer_word_is_found_in_part_in_either_script():
    plain = answers("筹建图书馆，方便渔民借阅。", "翻修图书室。" + CANTEEN)
    twin = answers("筹建图书馆，方便渔民借阅。", "翻修圖書室。" + CANTEEN)
    assert plain["coverage"].iloc[0] > 0
    assert twin["evidence"].tolist() == pytest.approx(plain["evidence"].tolist())
    assert twin["coverage"].tolist() == pytest.approx(plain["coverage"].tolist())
