"""The first sentences of the page follow from the rows they are made of: other rows, another sentence, or none."""

from functools import cache

import pandas as pd
import pytest

from plananalysis import corpus_from_texts
from plananalysis.report.analysis import Analysis, analyse
from plananalysis.report.findings import findings
from plananalysis.report.sections.changes import as_written, changed
from plananalysis.report.sections.commitments import binding_of
from plananalysis.report.sections.excluded import finding_of as left_out_of
from plananalysis.report.sections.keywords import finding_of as terms_of
from plananalysis.report.sections.reuse import shared_of
from plananalysis.report.sections.similarity import alike_of, apart_of, turn_of
from plananalysis.report.sections.slogans import _sure as sure_slogans
from plananalysis.report.sections.slogans import spread_of
from plananalysis.report.sections.themes import finding_of as themes_of

TEXTS = {
    "甲县2023": "甲县2023年工作要点\n一、抓好渔业\n落实“三会一课”，发展渔业，修建渔港，培育渔民。\n二、开展调研\n开好三会一课。",
    "甲县2024": "甲县2024年工作要点\n一、抓好林业\n落实“三会一课”，发展林业，植树造林，管护林场。\n二、开展普法\n开好三会一课。",
}
WORDING = "在每个乡镇各建一处渔民夜校并且由老船长轮流讲授织网"


@cache
def made(units: tuple[str, ...]) -> Analysis:
    facts = pd.DataFrame({"doc_id": list(TEXTS), "unit": units, "year": [2023, 2024]})
    return analyse(corpus_from_texts(TEXTS, facts))


@pytest.mark.parametrize(
    ("units", "noun", "other"),
    [(("甲县", "甲县"), "2 个年份", "单位"), (("甲县", "乙县"), "2 个单位", "年份")],
)
def test_what_is_compared_is_called_what_it_is(units, noun, other):
    told = {finding.link: finding.pair[0] for finding in findings(made(units))}
    assert told["slogans"].startswith(f"{noun}都用的提法有 1 个，次数最多的是“三会一课”（4 次）")
    assert all(other not in sentence for sentence in told.values())


def pairs(*cosines, half=0.01):
    names = [("甲", "乙"), ("甲", "丙"), ("乙", "丙")]
    rows = [(a, b, x, x - half, x + half) for (a, b), x in zip(names, cosines, strict=False)]
    return pd.DataFrame(rows, columns=["a", "b", "cosine", "cosine_low", "cosine_high"])


def test_the_pair_most_alike_is_named_only_beyond_the_margins():
    found = alike_of(pairs(0.5, 0.4, 0.3))
    assert found.pair[0].startswith("甲与乙的用词最为接近：余弦相似度 0.50（95% 区间 0.49–0.51）")
    assert alike_of(pairs(0.4, 0.5, 0.3)).pair[0].startswith("甲与丙")
    assert alike_of(pairs(0.5, 0.4, 0.3, half=0.08)) is None
    assert alike_of(pairs(0.5)) is None


def test_the_group_least_like_the_others_is_named_only_beyond_the_margins():
    means = pd.DataFrame({"group": ["甲", "乙", "丙"], "cosine": [0.5, 0.48, 0.3]})
    means = means.assign(cosine_low=means["cosine"] - 0.05, cosine_high=means["cosine"] + 0.05)
    assert apart_of(means).pair[0].startswith("丙的用词与其余")
    assert apart_of(means.assign(cosine=[0.5, 0.3, 0.48])).pair[0].startswith("乙的用词与其余")
    assert apart_of(means.assign(cosine=[0.5, 0.35, 0.3])) is None


def test_the_greatest_turn_between_years_is_named_only_beyond_the_margins():
    years = pairs(0.8, 0.6, 0.81).assign(a=["2021", "2022", "2023"], b=["2022", "2023", "2024"])
    assert "2022 至 2023 年" in turn_of(years).pair[0]
    assert "2021 至 2022 年" in turn_of(years.assign(cosine=[0.5, 0.6, 0.8])).pair[0]
    assert turn_of(years.assign(cosine=[0.61, 0.6, 0.8])) is None


def test_a_passage_is_quoted_only_where_both_sides_have_it():
    row = {"kind": "passage", "similarity": 0.96, "group_a": "甲", "group_b": "乙", "n_letters": 30}
    shared = pd.DataFrame([row | {"text_a": f"要{WORDING}，", "text_b": f"将{WORDING}。"}])
    assert (
        f"甲与乙有一段话几乎逐字相同（30 字，相似度 0.96），他处少见：“{WORDING}”"
        in shared_of(shared).pair[0]
    )
    other = WORDING[:8] + "另" + WORDING[9:16] + "改" + WORDING[17:]
    assert shared_of(shared.assign(text_b=other)) is None
    assert shared_of(shared.assign(kind="formula")) is None
    assert shared_of(shared.assign(similarity=0.7)) is None
    numbers = "完成121.13亿元、增长33.51%，完成192.34亿元、增长16.02%"
    assert shared_of(shared.assign(text_a=numbers, text_b=numbers)) is None


def test_themes_are_named_with_share_and_mean_of_their_row():
    row = {"group": "甲", "theme": "生态", "share": 0.31, "mean_share": 0.1, "term": "湿地", "n_term": 4}
    stressed = pd.DataFrame([row])
    assert "甲：生态（占 31%，各{group}平均 10%；多说“湿地”）" in themes_of(stressed).pair[0]
    assert "甲：生态（占 25%，各{group}平均 10%）" in themes_of(stressed.assign(share=0.25, term="")).pair[0]
    assert themes_of(stressed.head(0)) is None


def test_key_terms_are_named_with_the_counts_of_their_row():
    row = pd.DataFrame([{"group": "甲", "term": "渔港", "n_here": 9, "n_elsewhere": 2}])
    assert "甲“渔港”（9 次，其余共 2 次）" in terms_of(row).pair[0]
    assert "乙“渔港”（9 次，其余共 3 次）" in terms_of(row.assign(group="乙", n_elsewhere=3)).pair[0]
    assert terms_of(row.head(0)) is None


def test_slogans_of_all_are_told_from_slogans_of_most():
    rows = pd.DataFrame(
        {"slogan": ["三会一课", "两山", "五指"], "kind": ["numeric", "quoted", "quoted"], "n": [9, 5, 3]}
    )
    rows = rows.assign(n_groups=[3, 2, 1], group=["甲", "甲", "乙"], status="unknown")
    assert spread_of(rows, 3).pair[0] == (
        "3 {counted}都用的提法有 1 个，次数最多的是“三会一课”（9 次）；只见于其中一个而反复使用的，如“五指”（乙 3 次）。"
    )
    assert "见于 4 {counted}中的 3 个" in spread_of(rows, 4).pair[0]
    assert "五指" not in spread_of(rows.assign(n=[9, 5, 2]), 3).pair[0]
    assert spread_of(rows.assign(n_groups=1), 3) is None


def test_a_slogan_within_a_longer_one_is_not_named_beside_it():
    rows = pd.DataFrame(
        {"slogan": ["三个代表", "三个代表重要思想", "三农"], "kind": "numeric", "n": [21, 20, 9]}
    )
    rows = rows.assign(n_groups=3, group="甲", status="unknown")
    said = spread_of(rows, 3).pair[0]
    assert "“三个代表”" not in said
    assert "都用的提法有 2 个" in said
    # Where most places are its own it stands for the longer one, unless the register knows both.
    own = rows.assign(n=[60, 20, 9])
    assert spread_of(own, 3).pair[0].count("三个代表") == 1
    assert spread_of(own.assign(status="known"), 3).pair[0].count("三个代表") == 2


def test_a_word_that_begins_with_a_number_is_no_sure_slogan():
    row = {"slogan": "一体化", "kind": "numeric", "score": 1.5, "status": "unknown", "quoted_share": 0.0}
    rows = pd.DataFrame([row, row | {"slogan": "三会一课"}, row | {"quoted_share": 0.4}])
    assert sure_slogans(rows).tolist() == [False, True, True]


def test_years_are_told_in_their_order():
    row = {"term": "渔港", "n_here": 9, "n_elsewhere": 2}
    said = terms_of(pd.DataFrame([row | {"group": "2012"}, row | {"group": "2004"}])).pair[0]
    assert said.index("2004") < said.index("2012")


def test_a_term_that_changed_is_told_with_its_rates_and_years():
    row = {"term": "民生", "change": "rose", "first_year": 2003, "last_year": 2012, "n": 40}
    rows = pd.DataFrame([row | {"rate_first": 0.5, "rate_last": 4.0}])
    assert changed(rows).pair[0] == (
        "逐年看（按字面计，含在更长词语里的也算），明显增多的有“民生”（每万字 0.5→4.0 次）。"
    )
    assert "明显减少的有“民生”" in changed(rows.assign(change="fell")).pair[0]
    assert (
        "后来才有的有“民生”（2006 年起，40 次）"
        in changed(rows.assign(change="entered", first_year=2006)).pair[0]
    )
    assert (
        "不再出现的有“民生”（到 2008 年为止，40 次）"
        in changed(rows.assign(change="left", last_year=2008)).pair[0]
    )
    assert changed(rows.assign(change="")) is None


def test_what_rose_and_fell_again_is_no_rise_by_its_ends():
    filler = "修渠护林" * 24
    texts = {
        f"{year}": f"甲县{year}年工作要点\n一、任务\n{'夜校，' * nights}{'渔港，' * harbours}{filler}。"
        for year, nights, harbours in ((2022, 4, 2), (2023, 9, 4), (2024, 5, 6))
    }
    facts = pd.DataFrame({"doc_id": list(texts), "unit": "甲县", "year": [2022, 2023, 2024]})
    analysis = analyse(corpus_from_texts(texts, facts))
    rows = pd.DataFrame({"term": ["夜校", "渔港"], "change": "rose"})
    assert as_written(analysis, rows)["term"].tolist() == ["渔港"]
    assert as_written(analysis, rows.assign(change="fell")).empty


def test_who_binds_more_is_told_only_beyond_chance():
    shares = pd.DataFrame(
        {"group": ["甲", "乙", "丙"], "n_binding": [60, 20, 22], "n_sentences": [100, 100, 100]}
    )
    shares = shares.assign(share=shares["n_binding"] / shares["n_sentences"])
    assert "甲明显高于其余{groups}（60%，其余 21%）" in binding_of(shares).pair[0]
    even = shares.assign(n_binding=[24, 20, 22], share=[0.24, 0.2, 0.22])
    assert binding_of(even) is None
    assert binding_of(shares.head(2)) is None


def test_what_was_left_out_is_counted_and_nothing_is_not_worth_a_sentence():
    spans = pd.DataFrame({"start": [0, 10], "end": [5, 20], "reason": ["advert", "advert"]})
    none = spans.head(0)
    assert "2 处文字（15 字符）未计入统计（广告 2）" in left_out_of(spans, none).pair[0]
    assert "1 处文字（5 字符）" in left_out_of(spans.head(1), none).pair[0]
    assert left_out_of(none, none) is None
    assert "1 个文件未能读入" in left_out_of(none, spans.head(1)).pair[0]


@pytest.mark.parametrize("units", [("甲县", "甲县"), ("甲县", "乙县")])
def test_a_finding_brings_the_rows_of_a_table_of_the_report(units):
    analysis = made(units)
    for finding in findings(analysis):
        assert finding.table in analysis.tables
        assert len(finding.rows)
