"""Promise and account: values by indicator and by words, what is called done, what is only mentioned, and what is refused."""

import json
from pathlib import Path

import pandas as pd
import pytest

import plananalysis as pa
from plananalysis import InputError, PlanWarning, corpus_from_texts, find_fulfilment, tables

ROOT = Path(__file__).parents[2]


def two_years(promises, account, *, year=2024):
    """Return a county's plan with promises, and its report of the year after with an account of them."""
    texts = {
        "a": f"甲县{year - 1}年政府工作报告\n一、{year - 1}年工作安排\n{promises}",
        "b": f"甲县{year}年政府工作报告\n一、{year - 1}年工作回顾\n{account}\n二、{year}年工作安排\n抓好春耕备耕。",
    }
    facts = pd.DataFrame({"doc_id": ["a", "b"], "unit": "甲县", "year": [year - 1, year]})
    return corpus_from_texts(texts, facts)


def told(corpus, *names):
    """Return some columns row by row, what is missing as None."""
    found = find_fulfilment(corpus).loc[:, list(names)].astype(object)
    return found.where(found.notna(), None).to_numpy().tolist()


@pytest.mark.parametrize(
    ("promise", "report", "reported", "value", "position"),
    [
        ("生产总值增长8%左右", "地区生产总值达到120亿元，增长8.2%", "8.2%", 8.2, "above"),
        ("生产总值增长5%—6%", "全县生产总值增长5.5%", "5.5%", 5.5, "within"),
        ("城镇调查失业率控制在5.5%以内", "城镇调查失业率5.2%", "5.2%", 5.2, "below"),
        ("粮食产量4万吨", "粮食总产量8200万斤", "8200万斤", 41_000.0, "above"),
        ("进出口总额增长5%", "进出口总额下降3%", "3%", -3.0, "below"),
        ("单位GDP能耗降低3%", "单位GDP能耗下降3%", "3%", 3.0, "equal"),
        ("改造渔港码头12座", "改造渔港码头15座", "15座", 15.0, "above"),
    ],
)
def test_a_reported_value_is_set_beside_the_promised_one(promise, report, reported, value, position):
    rows = told(
        two_years(f"主要预期目标是：{promise}。", f"{report}。"),
        "account",
        "reported",
        "reported_value",
        "position",
    )
    assert rows[0] == ["value", reported, pytest.approx(value), position]


def test_a_target_without_a_number_gets_the_reported_growth():
    corpus = two_years("主要预期目标是：生产总值增长5%，居民收入与经济增长同步。", "居民收入增长6%。")
    rows = told(corpus, "indicator", "quantity", "account", "reported_value", "position")
    assert rows == [
        ["地区生产总值", "5%", "not_mentioned", None, ""],
        ["居民人均可支配收入", "与经济增长同步", "value", 6.0, ""],
    ]


@pytest.mark.parametrize(
    ("promise", "report", "said"),
    [
        ("建成白石渡口大桥", "白石渡口大桥建成通车", "建成"),
        ("出台渔港管理办法", "出台渔港管理办法", "出台"),
        ("取消渔船停泊费", "全面取消渔船停泊费", "取消"),
        ("全面推行渔港港长制", "全面推行渔港港长制", "全面推行"),
        ("启动望江老街修缮", "启动望江老街修缮", "启动"),
        ("完成望江老街修缮", "如期完成望江老街修缮", "如期完成"),
    ],
)
def test_done_takes_a_word_that_says_so(promise, report, said):
    assert told(two_years(f"{promise}。", f"{report}。"), "account", "said") == [["done", said]]


@pytest.mark.parametrize(
    ("promise", "report"),
    [
        ("建成白石渡口大桥", "白石渡口大桥建设顺利推进"),
        ("建成白石渡口大桥", "白石渡口大桥未能如期建成"),
        ("建成白石渡口大桥", "确保白石渡口大桥明年建成"),
        ("建成白石渡口大桥", "加快建成白石渡口大桥"),
        ("建成白石渡口大桥", "启动白石渡口大桥建设"),
        ("完成望江老街修缮", "望江老街修缮任务没有完成"),
        ("加强渔港码头管理", "渔港码头管理中心建成"),
        ("出台渔港管理办法", "研究制定渔港管理办法"),
    ],
)
def test_what_goes_on_is_denied_intended_or_begun_is_mentioned_and_no_more(promise, report):
    assert told(two_years(f"{promise}。", f"{report}。"), "account", "said") == [["mentioned", ""]]


def test_done_is_said_of_the_thing_itself_and_of_no_other():
    corpus = two_years("建成白石渡口大桥。", "望江老街步行桥建成通车。")
    assert told(corpus, "account") != [["done"]]
    corpus = two_years("修缮望江书院。", "白石渡口大桥建成通车。")
    assert told(corpus, "account", "doc_b", "start_b", "text_b", "evidence") == [
        ["not_mentioned", "", None, "", 0.0]
    ]


def test_places_are_those_of_the_sentences():
    corpus = two_years("生产总值增长6%。修缮望江书院。", "生产总值增长6.3%，居全市第一。望江书院修缮完成。")
    found = find_fulfilment(corpus)
    assert len(found) == 2
    for row in found.itertuples():
        assert corpus.text(row.doc_a)[row.start_a : row.end_a] == row.text_a
        assert corpus.text(row.doc_b)[row.start_b : row.end_b] == row.text_b
        assert row.reported in row.text_b
        assert (row.year_a, row.year_b) == (2023, 2024)


def test_amounts_of_a_sentence_have_rows_of_their_own_beside_what_else_it_promises():
    corpus = two_years("建成白石渡口大桥，新建渔港码头3座。", "白石渡口大桥建成通车，新建渔港码头4座。")
    assert told(corpus, "quantity", "account", "reported", "said") == [
        ["3座", "value", "4座", ""],
        ["", "done", "", "建成"],
    ]


def test_what_is_added_is_not_set_beside_what_there_is():
    corpus = two_years("新增渔船泊位200个。", "渔船泊位达到4000个。")
    assert told(corpus, "quantity", "reported") == [["200个", ""]]
    corpus = two_years("新增渔船泊位200个。", "新增渔船泊位260个。")
    assert told(corpus, "quantity", "reported") == [["200个", "260个"]]


@pytest.mark.parametrize(
    "report",
    [
        "五年来，生产总值年均增长7%。",
        "生产总值五年年均增长7%。",
        "“十四五”时期，生产总值增长7%。",
    ],
)
def test_values_of_several_years_are_no_account_of_one(report):
    corpus = two_years("生产总值增长6%。", report)
    assert told(corpus, "account", "reported") == [["mentioned", ""]]


def test_after_five_years_the_last_one_is_told_again():
    report = "五年来，生产总值年均增长7%。\n去年，生产总值增长6.3%。"
    assert told(two_years("生产总值增长6%。", report), "account", "reported") == [["value", "6.3%"]]


def test_amounts_that_are_promised_for_several_years_are_not_due():
    corpus = two_years("今后三年新建渔港码头30座。", "新建渔港码头12座。")
    assert told(corpus, "quantity", "reported") == [["", ""]]


def test_problems_lessons_and_thanks_report_nothing():
    report = "春耕顺利。\n我们也清醒地看到，渔港码头管理还有不足。\n我们的体会是：必须管好渔港码头。"
    assert told(two_years("管好渔港码头。", report), "account") == [["not_mentioned"]]


def test_the_past_in_a_plan_is_no_promise():
    corpus = two_years("几年来，渔港码头管理不断加强。修缮望江书院。", "春耕顺利。")
    assert told(corpus, "text_a") == [["修缮望江书院"]]


def test_one_year_says_so_and_gives_the_columns():
    corpus = two_years("修缮望江书院。", "春耕顺利。").subset(year=2024)
    with pytest.warns(PlanWarning, match="no unit has plans of two successive years"):
        found = find_fulfilment(corpus)
    assert list(found) == tables.columns("fulfilment") and found.empty


def test_years_apart_are_not_successive():
    corpus = two_years("修缮望江书院。", "望江书院修缮完成。")
    documents = corpus.documents.assign(year=[2021, 2024])
    apart = corpus_from_texts(
        dict(zip(documents["doc_id"], documents["text"], strict=True)), documents[["doc_id", "unit", "year"]]
    )
    with pytest.warns(PlanWarning, match="two successive years"):
        assert find_fulfilment(apart).empty


def test_a_later_plan_without_a_look_back_is_named():
    texts = {
        "a": "甲县2023年工作要点\n一、抓好修缮\n修缮望江书院。",
        "b": "甲县2024年工作要点\n一、抓好修缮\n修缮望江书院。",
    }
    facts = pd.DataFrame({"doc_id": ["a", "b"], "unit": "甲县", "year": [2023, 2024]})
    with pytest.warns(PlanWarning, match="no look-back was found in 甲县 2024"):
        assert find_fulfilment(corpus_from_texts(texts, facts)).empty


def test_several_documents_of_one_year_are_named_and_count_as_one_plan():
    texts = {
        "a": "甲县2023年政府工作报告\n一、2023年工作安排\n修缮望江书院。",
        "b": "甲县2024年政府工作报告\n一、2023年工作回顾\n春耕顺利。\n二、2024年工作安排\n抓好春耕。",
        "c": "甲县文旅局2024年报告\n一、2023年工作回顾\n望江书院修缮完成。\n二、2024年工作安排\n办好庙会。",
    }
    facts = pd.DataFrame({"doc_id": ["a", "b", "c"], "unit": "甲县", "year": [2023, 2024, 2024]})
    with pytest.warns(PlanWarning, match="count as one plan .甲县 2024: b, c"):
        found = find_fulfilment(corpus_from_texts(texts, facts))
    assert found[["account", "doc_b"]].to_numpy().tolist() == [["done", "c"]]


def test_each_unit_is_read_by_itself():
    one = two_years("修缮望江书院。", "望江书院修缮完成。")
    documents = pd.concat([one.documents, one.documents.assign(doc_id=["c", "d"], unit="乙县")])
    texts = dict(
        zip(
            documents["doc_id"],
            documents["text"]
            .str.replace("书院", "戏台")
            .where(documents["unit"] == "乙县", documents["text"]),
            strict=True,
        )
    )
    found = find_fulfilment(corpus_from_texts(texts, documents[["doc_id", "unit", "year"]]))
    assert sorted(found[["unit", "doc_a", "doc_b", "account"]].to_numpy().tolist()) == [
        ["乙县", "c", "d", "done"],
        ["甲县", "a", "b", "done"],
    ]


def test_ones_own_indicators_are_known_by_their_names():
    own = pd.DataFrame({"indicator": ["游客接待量"], "names": ["游客"]})
    corpus = two_years("接待游客260万人次。", "全年接待游客288万人次。")
    row = find_fulfilment(corpus, indicators=own).iloc[0]
    assert (row["indicator"], row["account"], row["reported_value"], row["matched_by"]) == (
        "游客接待量",
        "value",
        2_880_000.0,
        "indicator",
    )


def test_tables_at_hand_give_the_same():
    corpus = two_years("生产总值增长6%。修缮望江书院。", "生产总值增长6.3%。望江书院修缮完成。")
    commitments = pa.find_commitments(corpus)
    given = find_fulfilment(corpus, commitments=commitments, targets=pa.find_targets(corpus))
    pd.testing.assert_frame_equal(given, find_fulfilment(corpus))
    with pytest.raises(InputError):
        find_fulfilment(corpus, targets=commitments)


def answers():
    """Return the promises of the sample with the row that was found for each."""
    truth = json.loads((ROOT / "tests" / "sample_truth.json").read_text(encoding="utf-8"))["fulfilment"]
    corpus = pa.load_corpus(pa.sample_path())
    with pytest.warns(PlanWarning, match="no look-back"):
        found = find_fulfilment(corpus)
    for pair in truth:
        a, b = corpus.text(pair["a"]), corpus.text(pair["b"])
        for promise in pair["promises"]:
            at = a.index(promise["promise"])
            end = at + len(promise["promise"])
            rows = found[(found["doc_a"] == pair["a"]) & (found["start_a"] <= at) & (found["end_a"] >= end)]
            of_it = rows[[bool(each) and each in promise["promise"] for each in rows["quantity"]]]
            whole = rows[rows["quantity"] == ""]
            chosen = of_it if len(of_it) else whole if len(whole) else rows
            place = b.index(promise["reported"]) if "reported" in promise else None
            yield promise, None if chosen.empty else chosen.iloc[0], place


def test_the_promises_of_the_sample_are_answered():
    right = 0
    pairs = list(answers())
    for promise, row, place in pairs:
        account = "not_mentioned" if row is None else row["account"]
        there = place is None or (
            row is not None and not pd.isna(row["start_b"]) and row["start_b"] <= place < row["end_b"]
        )
        right += account == promise["account"] and there
        if account == "done":
            assert "done" in promise, promise["promise"]
    assert right >= 43, f"{right} of {len(pairs)}"
