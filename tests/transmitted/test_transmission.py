"""Transmission: what became of each clause, by hand on small plans, planted in the sample, and planted by a generator."""

import importlib.util
import json
import sys
from functools import cache

import numpy as np
import pandas as pd
import pytest

from plananalysis import (
    InputError,
    PlanWarning,
    corpus_from_texts,
    load_corpus,
    transmission,
    transmission_counts,
)
from plananalysis.transmitted.clause_likeness import ENOUGH, PairWeights, likeness, with_neighbours
from plananalysis.transmitted.clause_pairs import changed_numbers, in_order
from plananalysis.transmitted.plan_clauses import joined, read_clauses, read_letters, same_number
from shared import ROOT

ABOVE = "甲市2024年政府工作报告\n一、2024年工作安排\n"
BELOW = "乙县2024年政府工作报告\n一、2024年工作安排\n"
TRUTH = json.loads((ROOT / "tests" / "sample_truth.json").read_text(encoding="utf-8"))["transmission"]
PLANTED = [pytest.param(case, id=f"{case['source']}-{case['plan']}") for case in TRUTH]
HEAVY = ("2023-市农业农村局", "2024-稻原县人民政府")
STATUSES = ("verbatim", "reworded", "numbers_changed", "dropped", "added")


def handed_on(above: str, below: str, **options) -> pd.DataFrame:
    facts = pd.DataFrame({"doc_id": ["a", "b"], "unit": ["甲市", "乙县"], "year": [2024, 2024]})
    corpus = corpus_from_texts({"a": ABOVE + above, "b": BELOW + below}, metadata=facts)
    return transmission(corpus, source="a", **options)


def statuses(found: pd.DataFrame) -> list[tuple[str, str]]:
    said = found["text_a"].where(found["text_a"] != "", found["text_b"])
    return list(zip(said, found["status"], strict=True))


def test_each_status_on_four_lines():
    found = handed_on(
        "疏浚主干渠道30公里，公开用水台账，办好渔港节庆，修缮灯塔栈桥。",
        "进一步公开用水台账，疏浚主干渠道12公里。修缮灯塔栈桥，请老船工讲古。",
    )
    assert statuses(found) == [
        ("疏浚主干渠道30公里", "numbers_changed"),
        ("公开用水台账", "reworded"),
        ("办好渔港节庆", "dropped"),
        ("修缮灯塔栈桥", "verbatim"),
        ("请老船工讲古", "added"),
    ]
    assert found["numbers"].tolist() == ["30→12", "", "", "", ""]
    assert found["kept_order"].tolist()[:2] in ([True, False], [False, True])
    assert found["kept_order"][3]
    assert found["clause"].tolist()[:4] == [1, 2, 3, 4]


def test_punctuation_and_width_are_no_rewording_but_a_modifier_is():
    found = handed_on("修建“红领巾”水渠１２条，全面公开用水台账。", "修建红领巾水渠12条；公开用水台账。")
    assert found["status"].tolist()[:2] == ["verbatim", "reworded"]


def test_a_clause_answers_one_clause_only():
    found = handed_on("公开用水台账。公开用水台账。", "公开用水台账。")
    assert sorted(found["status"]) == ["dropped", "verbatim"]


def test_what_looks_back_does_not_answer_a_task():
    review = "一、2023年工作回顾\n去年疏浚主干渠道28公里，公开用水台账。\n二、2024年工作安排\n办好渔港节庆。"
    facts = pd.DataFrame({"doc_id": ["a", "b"], "unit": ["甲市", "乙县"], "year": [2024, 2024]})
    above = ABOVE + "疏浚主干渠道30公里，公开用水台账。"
    corpus = corpus_from_texts({"a": above, "b": "乙县2024年政府工作报告\n" + review}, metadata=facts)
    assert corpus.passages.query("doc_id == 'b'")["part"].eq("lookback").any()
    found = transmission(corpus, source="a")
    assert found["status"].tolist() == ["dropped", "dropped", "added"]
    both = transmission(corpus, source="a", part=["lookback", "plan"])
    assert both["status"].tolist() == ["dropped", "dropped", "added", "added", "added"]


def test_headings_are_no_clauses_but_numbered_sentences_are():
    text = "（一）推进强渠富民，绘就渠务新画卷\n1.管好渠道。疏浚主干渠道30公里。\n2.新建水闸两座，改造泵站五处，按季公布进度。\n"
    corpus = corpus_from_texts({"a": ABOVE + text})
    assert [clause.text for clause in read_clauses(corpus, "a")] == [
        "疏浚主干渠道30公里",
        "新建水闸两座",
        "改造泵站五处",
        "按季公布进度",
    ]


def test_offsets_hold_and_both_sides_are_tiled():
    corpus = load_corpus(ROOT / "corpus")
    found = transmission(corpus, source="2024-市生态环境局")
    for side in "ab":
        rows = found[found[f"text_{side}"] != ""]
        for doc, start, end, text in rows[
            [f"doc_{side}", f"start_{side}", f"end_{side}", f"text_{side}"]
        ].to_numpy():
            assert corpus.text(doc)[start:end] == text
    for doc, plan in found.groupby("doc_b"):
        assert plan["clause"].dropna().tolist() == list(
            range(1, len(read_clauses(corpus, "2024-市生态环境局")) + 1)
        )
        assert sorted(plan["start_b"].dropna()) == [clause.start for clause in read_clauses(corpus, doc)]


def test_the_order_of_files_changes_nothing():
    texts = {
        "a": ABOVE + "疏浚主干渠道30公里，公开用水台账。",
        "b": BELOW + "公开用水台账，疏浚渠道。",
        "c": BELOW + "办好节庆活动。",
    }
    facts = pd.DataFrame({"doc_id": list("abc"), "unit": ["甲市", "乙县", "丙县"], "year": 2024})
    one = transmission(corpus_from_texts(texts, metadata=facts), source="a")
    other = transmission(corpus_from_texts(dict(reversed(texts.items())), metadata=facts), source="甲市")
    pd.testing.assert_frame_equal(one, other)


def test_earlier_plans_and_plans_of_the_same_unit_take_nothing_over():
    texts = dict.fromkeys("abcd", "公开用水台账，办好渔港节庆。")
    facts = pd.DataFrame(
        {"doc_id": list("abcd"), "unit": ["甲市", "甲市", "乙县", "丙县"], "year": [2024, 2025, 2023, 2025]}
    )
    found = transmission(corpus_from_texts(texts, metadata=facts), source="a")
    assert set(found["doc_b"]) == {"d"}


def test_likeness_by_hand():
    # 渠改 alone stands in both, 修渠 and 查渠 in one each: weights ln(2/1)/ln 2 = 1 there, ln(2/1)... with n held at most n - 1.
    a, b = (
        read_clauses(corpus_from_texts({"a": text}), "a") for text in ("甲乙丙丁戊己。", "甲乙丙丁戊庚。")
    )
    weights = PairWeights([*a, *b, *b])
    # Four pairs of five are common; with three clauses each common pair has weight ln(3/2)/ln 3, the others ln(3/1)/ln 3 or so.
    common = 4 * np.log(3 / 2) / np.log(3)
    whole_a, whole_b = common + 1.0, common + np.log(3 / 2) / np.log(3)
    expected = 0.6 * 2 * common / (whole_a + whole_b) + 0.4 * common / min(whole_a, whole_b)
    assert likeness(a, b, weights)[0, 0] == pytest.approx(expected * min(1, common / ENOUGH))


def test_neighbours_have_a_fifth():
    alike = np.array([[0.5, 0.0], [0.0, 1.0]])
    assert with_neighbours(alike).tolist() == [[0.8 * 0.5 + 0.2, 0.0], [0.0, 1.0]]


def test_numbers_are_compared_by_value_and_years_are_none():
    assert read_letters("2024年底前新建12座") == ("底前新建0座", ("12",))
    assert same_number("三千", "3000")
    assert not same_number("两", "三")
    a, b = (
        read_clauses(corpus_from_texts({"a": text}), "a")[0]
        for text in ("每季检查渠道两次", "每季检查渠道2次")
    )
    assert changed_numbers(a, b) == []


def test_short_clauses_join_their_neighbours():
    text = "管好渠，疏浚主干渠道，水清岸绿"
    assert [text[start:end] for start, end in joined(text)] == ["管好渠，疏浚主干渠道，水清岸绿"]


@pytest.mark.parametrize("numbers", [[], [3], [1, 2, 3], [3, 2, 1], [2, 5, 3, 7, 1, 8]])
def test_longest_rising_run_against_all_runs(numbers):
    runs = [[n for i, n in enumerate(numbers) if mask >> i & 1] for mask in range(1 << len(numbers))]
    longest = max(len(run) for run in runs if run == sorted(run))
    kept = [n for n, is_kept in zip(numbers, in_order(numbers), strict=True) if is_kept]
    assert kept == sorted(kept)
    assert len(kept) == longest


def test_counts_by_hand():
    found = handed_on(
        "疏浚主干渠道30公里，公开用水台账，办好渔港节庆。", "公开用水台账，疏浚主干渠道12公里，请老船工讲古。"
    )
    row = transmission_counts(found).iloc[0]
    assert (row["n_clauses"], row["verbatim"], row["numbers_changed"], row["dropped"], row["added"]) == (
        3,
        1,
        1,
        1,
        1,
    )
    assert row["taken_over"] == pytest.approx(2 / 3)
    assert row["order_kept"] == pytest.approx(1 / 2)


def test_nothing_taken_over_has_no_order():
    row = transmission_counts(handed_on("办好渔港节庆。", "请老船工讲古。")).iloc[0]
    assert row["taken_over"] == 0
    assert pd.isna(row["order_kept"])


def test_bad_input():
    corpus = corpus_from_texts({"2024年甲市": ABOVE + "办好渔港节庆。"})
    with pytest.raises(InputError, match="no document or unit '2024年甲'; near it: 2024年甲市"):
        transmission(corpus, source="2024年甲")
    with pytest.warns(PlanWarning, match="no plan of another unit is of the year of 2024年甲市 or later"):
        assert transmission(corpus, source="2024年甲市").empty
    bare = corpus_from_texts({"a": "甲市2024年工作要点\n一、任务\n二、保障\n", "b": BELOW + "办好渔港节庆。"})
    with pytest.warns(PlanWarning, match="a has no clause to hand on"):
        assert transmission(bare, source="a").empty


@cache
def _of_sample(source: str) -> pd.DataFrame:
    return transmission(load_corpus(ROOT / "corpus"), source=source)


@pytest.mark.parametrize("case", PLANTED)
def test_the_sample_has_what_was_planted(case):
    found = _of_sample(case["source"])
    found = found[(found["doc_b"] == case["plan"]) & ~found["text_a"].isin(case["open"])]
    taken = found[found["text_b"].ne("") & found["text_a"].ne("")]
    said = {tuple(row) for row in taken[["text_a", "text_b", "status"]].to_numpy().tolist()}
    meant = {tuple(row) for row in case["taken"]}
    if (case["source"], case["plan"]) == HEAVY:
        # Said in plain speech throughout: the letters do not tell it, and nothing else is taken for it.
        assert said <= meant
    else:
        assert said == meant


@cache
def _generator():
    spec = importlib.util.spec_from_file_location(
        "transmission_benchmark", ROOT / "benchmarks" / "transmission.py"
    )
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_planted_clauses_are_told_in_plans_that_nothing_was_set_by():
    scores = _generator().score(range(301, 306))
    assert scores.index.tolist() == list(STATUSES)
    assert (scores["n"] >= 5).all()
    assert (scores[["precision", "recall"]] >= 0.95).all(axis=None), scores
