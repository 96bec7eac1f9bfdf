"""What counts as a commitment, on texts made for the purpose and on the sample corpus's labelled document."""

import json
import re

import pandas as pd
import pytest

import plananalysis
from plananalysis import (
    InputError,
    commitment_shares,
    corpus_from_texts,
    find_commitments,
    load_corpus,
    tables,
)
from plananalysis.pledges.bodies import find_bodies
from plananalysis.pledges.deadlines import find_deadlines, find_frequencies
from plananalysis.pledges.masking import mask
from plananalysis.pledges.number_values import parse_number
from plananalysis.pledges.quantities import find_quantities
from shared import ROOT

PLAN = """某局2024年工作要点
一、抓好学习培训
全年举办培训不少于15期。每季度开展一次督查，6月底前完成整改。进一步提高认识，定期通报情况。
二、办好实事
由规划科牵头，各科室配合。落实《2021—2025年教育规划》，增强“四个意识”。
3.新建托育点8处。
"""

REPORT = """政府工作报告
一、2023年工作回顾
新建学校12所，城镇新增就业3000人。
二、2024年工作安排
新建学校9所，地区生产总值增长5%左右。
"""


def of(text, year=2024, doc_id="甲"):
    metadata = pd.DataFrame({"doc_id": [doc_id], "year": [year], "unit": ["某单位"]})
    corpus = corpus_from_texts({doc_id: text}, metadata=metadata)
    return corpus, find_commitments(corpus)


def quantities(sentence):
    return [(q.text, q.value, q.measure, q.bound) for q in find_quantities(mask(sentence))]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2.14万", 21400),
        ("3,200", 3200),
        ("1.2万亿", 1.2e12),
        ("１５", 15),
        ("十", 10),
        ("一百零五", 105),
        ("三千二百万", 3.2e7),
        ("九十四点五", 94.5),
        ("若干", None),
        ("", None),
    ],
)
def test_numbers_in_arabic_and_chinese_numerals(written, value):
    assert parse_number(written) == value


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("培训不少于15期。", [("不少于15期", 15, "期", "at_least")]),
        ("每人每年800元。", [("800元", 800, "元", "exact")]),
        ("覆盖率达到百分之九十五以上。", [("百分之九十五以上", 95, "%", "at_least")]),
        ("开支压减三成。", [("三成", 30, "%", "exact")]),
        ("篇幅不超过2000字。", [("不超过2000字", 2000, "字", "at_most")]),
        ("增长5％左右，", [("5%左右", 5, "%", "about")]),
        ("打造1-2个品牌。", [("1-2个", 1, "个", "range")]),
        ("不低于总数的百分之十。", [("不低于总数的百分之十", 10, "%", "at_least")]),
        ("力争游客达600万。", [("600万", 6e6, "", "exact")]),
        ("建设三道闸门。", [("三道", 3, "道", "exact")]),
    ],
)
def test_quantities_with_unit_value_and_bound(sentence, expected):
    assert quantities(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "深入学习党的二十届三中全会精神。",
        "落实《2019—2023年全国规划》和“1+3+N”机制。",
        "增强“四个意识”，做到“两个维护”，推进三项改革。",
        "2024年5月6日，第3次会议通过第12条。",
        "建设国家5A级景区，推进地铁2号线和电厂二期工程。",
        "服务60岁以上老人。",
        "贯彻市委十届十次全会精神，协同红十字会开展活动。",
        "拨打12345热线，规模以上企业，万众一心。",
    ],
)
def test_names_ordinals_dates_and_slogans_are_no_quantities(sentence):
    assert quantities(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "text", "day"),
    [
        ("年底前完成。", "年底前", "2024-12-31"),
        ("6月底前完成。", "6月底前", "2024-06-30"),
        ("2月底前完成。", "2月底前", "2024-02-29"),
        ("10月前完成。", "10月前", "2024-09-30"),
        ("9月15日前报送。", "9月15日前", "2024-09-15"),
        ("2025年底前建成。", "2025年底前", "2025-12-31"),
        ("明年3月底前建成。", "明年3月底前", "2025-03-31"),
        ("上半年启动。", "上半年", "2024-06-30"),
        ("一季度完成换届。", "一季度", "2024-03-31"),
        ("到2027年，全面建成。", "到2027年", "2027-12-31"),
        ("5个工作日内办结。", "5个工作日内", ""),
        ("汛期来临前检修。", "汛期来临前", ""),
    ],
)
def test_deadlines_and_their_last_day(sentence, text, day):
    found = find_deadlines(sentence, 2024)
    assert [(each.text, each.date) for each in found] == [(text, day)]
    assert found[0].year == (int(day[:4]) if day else None)


def test_a_deadline_without_the_documents_year_has_no_day():
    assert [(d.text, d.year, d.date) for d in find_deadlines("年底前完成。", None)] == [("年底前", None, "")]


def test_frequencies_are_periods_and_not_rates():
    sentence = "每半年1次督查，按月调度，每人每月补助300元，定期通报。"
    assert [sentence[a:b] for a, b in find_frequencies(sentence)] == ["每半年1次", "按月"]


def test_bodies_are_charged_or_addressed():
    found = find_bodies("由市水利局会同市住建局、市财政局实施，各支部每月学习。（责任单位：办公室、宣传科）")
    assert [(body.text, body.charged) for body in found] == [
        ("市水利局", True),
        ("市住建局", True),
        ("市财政局", True),
        ("各支部", False),
        ("办公室", True),
        ("宣传科", True),
    ]
    assert find_bodies("理由由负责人说明，自由裁量。") == []


def test_a_plan_row_by_row():
    _, found = of(PLAN)
    assert found["text"].tolist() == [
        "全年举办培训不少于15期。",
        "每季度开展一次督查，6月底前完成整改。",
        "每季度开展一次督查，6月底前完成整改。",
        "由规划科牵头，各科室配合。",
        "3.新建托育点8处。",
    ]
    assert found["line"].tolist() == [3, 3, 3, 5, 6]
    assert found.loc[
        0, ["indicator", "verb", "quantity", "value", "measure", "bound", "deadline"]
    ].tolist() == [
        *("培训", "举办", "不少于15期", 15.0, "期", "at_least", "全年"),
    ]
    told = ["indicator", "quantity", "deadline", "deadline_date", "frequency"]
    assert found.loc[1, told].tolist() == ["督查", "一次", "", "", "每季度"]
    assert found.loc[2, told].tolist() == ["", "", "6月底前", "2024-06-30", ""]
    assert found.loc[3, "body"] == "规划科"
    assert list(found) == tables.columns("commitments")


def test_a_report_binds_only_where_it_looks_ahead():
    _, found = of(REPORT)
    assert found["quantity"].tolist() == ["9所", "5%左右"]


def test_a_report_without_telling_headings_turns_at_a_sentence():
    text = "政府工作报告\n过去一年，我们新建学校12所。城镇新增就业3000人。\n今年的主要目标任务是：新建学校9所。新增就业2000人。\n"
    _, found = of(text)
    assert found["quantity"].tolist() == ["9所", "2000人"]


def test_a_plan_may_look_back_for_a_sentence():
    _, found = of("2024年工作计划\n一、抓项目\n去年完成投资3亿元。完成投资4亿元。\n")
    assert found["quantity"].tolist() == ["4亿元"]


def test_excluded_spans_take_no_part():
    corpus, _ = of(PLAN)
    at = PLAN.index("全年举办")
    passages = corpus.passages.copy()
    hit = passages.index[(passages["start"] <= at) & (passages["end"] > at)][0]
    passages.loc[hit, "end"] = at
    cut = plananalysis.Corpus(corpus.documents, passages, corpus.excluded, corpus.skipped)
    assert "全年举办培训不少于15期。" not in find_commitments(cut)["text"].tolist()


def test_no_documents_give_an_empty_table():
    corpus = corpus_from_texts({})
    found = find_commitments(corpus)
    assert list(found) == tables.columns("commitments")
    assert found.empty
    for by in ("unit", "theme", "doc_id", "year"):
        assert list(commitment_shares(found, corpus, by=by)) == tables.columns("commitment_shares")


def test_shares_by_hand():
    corpus, found = of("2024年工作要点\n一、抓培训\n举办培训5期。全面提高干部能力。\n")
    row = commitment_shares(found, corpus, by="unit").iloc[0]
    assert row["group"] == "某单位"
    assert (row["n_sentences"], row["n_binding"], row["share"]) == (2, 1, 0.5)
    assert (row["n_chars"], row["n_chars_binding"]) == (16, 7)
    assert row["share_chars"] == 7 / 16


def test_shares_by_something_unknown_are_refused():
    corpus, found = of(PLAN)
    with pytest.raises(InputError, match="'town'"):
        commitment_shares(found, corpus, by="town")


@pytest.fixture(scope="module")
def sample():
    return load_corpus(ROOT / "corpus")


@pytest.fixture(scope="module")
def sample_found(sample):
    return find_commitments(sample)


def test_places_are_exact(sample, sample_found):
    texts = dict(sample.texts())
    for row in sample_found.itertuples():
        text = texts[row.doc_id]
        assert text[row.start : row.end] == row.text
        assert row.line == text.count("\n", 0, row.start) + 1
        for kind in ("indicator", "quantity", "deadline", "frequency", "body"):
            written, at, end = (getattr(row, f"{kind}{part}") for part in ("", "_start", "_end"))
            assert bool(written) == (not pd.isna(at))
            if written:
                assert text[at:end] == written.split("｜")[0]
            assert all(part in row.text for part in written.split("｜"))


def test_shares_by_theme_sum_to_the_corpus(sample, sample_found):
    themes = commitment_shares(sample_found, sample, by="theme")
    documents = commitment_shares(sample_found, sample, by="doc_id")
    assert themes["n_sentences"].sum() == pytest.approx(documents["n_sentences"].sum())
    assert themes["n_binding"].sum() == pytest.approx(documents["n_binding"].sum())
    assert documents["n_binding"].sum() == len(sample_found.drop_duplicates(["doc_id", "start"]))


def test_the_labelled_document(sample, sample_found):
    truth = json.loads((ROOT / "tests" / "sample_truth.json").read_text("utf-8"))["commitments"]
    found = sample_found[sample_found["doc_id"] == truth["doc_id"]].set_index("text")
    labelled = {each["sentence"]: each for each in truth["sentences"] if each["binding"] != "open"}
    wrong = [text for text, each in labelled.items() if (text in found.index) != (each["binding"] == "yes")]
    assert len(wrong) <= 2
    hits = total = 0
    for text, each in labelled.items():
        rows = found.loc[[text], ["quantity", "deadline", "frequency"]] if text in found.index else None
        cells = "" if rows is None else "｜".join(rows.to_numpy().ravel())
        for written in [*each.get("quantity", []), *each.get("deadline", [])]:
            total += 1
            hits += re.sub("^达到", "", written) in cells
    assert hits / total > 0.9


def test_a_review_stays_a_review_below_a_heading_that_sounds_like_a_plan():
    text = (
        "政府工作报告\n一、2023年工作回顾\n（一）重点工作有序推进\n新建学校12所，群众满意。\n"
        "二、2024年工作安排\n（一）经济发展\n社会消费品零售总额达到30亿元，同比增长6%。\n"
    )
    _, found = of(text)
    assert found["quantity"].tolist() == ["30亿元", "6%"]


def test_the_plot_draws_shares_with_their_counts(sample, sample_found):
    shares = commitment_shares(sample_found, sample)
    ax = plananalysis.plot_commitments(shares, top=5)
    assert [bar.get_width() for bar in ax.patches] == shares["share"].head().tolist()
    assert next(text.get_text() for text in ax.texts) == (
        f"{shares['n_binding'].iloc[0]:.0f}/{shares['n_sentences'].iloc[0]:.0f}"
    )
    assert len(plananalysis.plot_commitments(shares.head(0)).patches) == 0
    with pytest.raises(InputError, match="'count'"):
        plananalysis.plot_commitments(shares, value="count")


def test_ticks_of_the_chart_are_whole_per_cents_up_to_100():
    for share in (0.007, 0.03, 0.12, 0.5, 1.0):
        table = pd.DataFrame({"group": ["甲"], "share": [share], "n_binding": [0.3], "n_sentences": [24.0]})
        ax = plananalysis.plot_commitments(table)
        ticks = ax.get_xticks()
        assert max(ticks) <= 1.0 and len(ticks) > 2
        assert all(abs(tick * 100 - round(tick * 100)) < 1e-9 for tick in ticks)
        assert ax.texts[0].get_text() == "0.3/24"


def test_passages_without_a_theme_come_last():
    corpus = plananalysis.corpus_from_texts(
        {"a": "2024年工作要点\n一、天气\n明年六月底前下雨三十次。\n二、学习\n上好党课，常学常新，全面提高。"}
    )
    shares = plananalysis.commitment_shares(plananalysis.find_commitments(corpus), corpus, by="theme")
    assert shares["group"].iloc[-1] == "未归类"
    assert shares["share"].iloc[-1] > shares["share"].iloc[0]


def test_a_paragraph_that_looks_back_goes_on_to_do_so_until_a_sentence_says_what_is_to_be_done():
    text = (
        "甲县政府工作报告\n一、去年工作回顾\n做了不少事。\n二、2024年工作安排\n"
        "{}产值增长9%，新增岗位300个。这为今后打下了基础。{}\n新建水渠5公里。\n"
    )

    def quantities(first, last):
        corpus = plananalysis.corpus_from_texts(
            {"a": text.format(first, last)}, pd.DataFrame({"doc_id": ["a"], "year": [2024]})
        )
        return plananalysis.find_commitments(corpus)["quantity"].tolist()

    assert quantities("过去一年，各项工作都有进展。", "") == ["5公里"]
    assert quantities("2023年，各项工作都有进展。", "要新建学校2所。") == ["2所", "5公里"]
    # A remark on last year does not make what follows one.
    assert quantities("去年进展不小。", "") == ["9%", "300个", "5公里"]
    assert quantities("过去一年各项工作都有进展。", "") == ["9%", "300个", "5公里"]


def test_a_result_in_a_look_back_is_none_whatever_its_heading_says():
    text = (
        "甲县政府工作报告\n一、“十三五”时期发展\n五年来，全县面貌一新。\n五年间，出口累计达到3亿元。学校增加12所。\n"
        "二、今年工作安排\n新建水渠5公里。\n"
    )
    corpus = plananalysis.corpus_from_texts({"a": text}, pd.DataFrame({"doc_id": ["a"], "year": [2021]}))
    assert plananalysis.parts(corpus)["part"].tolist()[-2:] == ["lookback", "plan"]
    assert plananalysis.find_commitments(corpus)["quantity"].tolist() == ["5公里"]
