"""Keywords: planted ones found, and what must not rank."""

import numpy as np
import pandas as pd
import pytest

from plananalysis.counts import count_features, tfidf
from plananalysis.errors import InputError
from plananalysis.examples import spaced_corpus
from plananalysis.statistics.keywords import keywords
from plananalysis.tables import columns, empty

COMMON = "工作 工作 工作 建设 建设 加强 "


def test_planted_words_come_first_and_common_ones_do_not():
    corpus, tokens = spaced_corpus(
        {"甲": COMMON + "审计 审计 工作", "乙": COMMON + "稀土 稀土 稀土 党建 党建"}
    )
    table = keywords(tokens, corpus, genre=None)
    first = table[table["rank"] == 1].set_index("group")["term"]
    assert first["乙"] == "稀土"
    assert "建设" not in set(table["term"])
    assert table.loc[table["group"] == "乙", "term"].tolist() == ["稀土", "党建"]


def test_values_are_those_of_the_matrix():
    corpus, tokens = spaced_corpus(
        {"a": COMMON + "审计 审计", "b": "审计 党建 党建", "c": COMMON}, unit=["甲", "甲", "乙"]
    )
    table = keywords(tokens, corpus, min_n=1, stress=0, stopwords=[], genre=None)
    weights = tfidf(count_features(tokens, corpus, stopwords=None)).to_frame()
    counts = count_features(tokens, corpus, stopwords=None).to_frame()
    for row in table.itertuples():
        assert row.tfidf == weights.loc[row.group, row.term]
        assert row.n == counts.loc[row.group, row.term]
    found = table.set_index(["group", "term"])["n_docs"]
    assert found["甲", "审计"] == 2
    assert found["甲", "党建"] == 1
    for _, group in table.groupby("group"):
        assert group["rank"].tolist() == list(range(1, len(group) + 1))
        assert group["score"].is_monotonic_decreasing
        np.testing.assert_allclose(
            group["score"], (1 - 1 / group["n"]) ** 2 * group["tfidf"] * group["specificity"], atol=1e-9
        )


def test_numbers_own_name_and_single_characters_stay_out():
    text = "江宁 江宁 江宁市 江宁市 三百 三百 第一 第一 亿元 亿元 我市 我市 的 的 审计 审计"
    corpus, tokens = spaced_corpus({"a": text, "b": "党建 党建"}, unit=["江宁市", "海曲市"])
    assert keywords(tokens, corpus)["term"].tolist() == ["审计", "党建"]
    # What names the other unit is a finding; what names several units at once is not hidden.
    corpus, tokens = spaced_corpus({"a": "海曲 海曲", "b": "党建 党建"}, unit=["江宁市", "海曲市"])
    assert keywords(tokens, corpus)["term"].tolist() == ["海曲", "党建"]


def test_numeric_slogans_are_not_numbers():
    corpus, tokens = spaced_corpus({"a": "三会一课 三会一课 十四五 十四五", "b": "党建 党建"})
    assert set(keywords(tokens, corpus)["term"]) == {"三会一课", "十四五", "党建"}


def test_one_document_top_and_by():
    corpus, tokens = spaced_corpus({"a": "党建 党建 稀土 稀土 稀土"})
    assert keywords(tokens, corpus, genre=None)["term"].tolist() == ["稀土", "党建"]
    assert keywords(tokens, corpus, top=1, genre=None)["term"].tolist() == ["稀土"]
    assert keywords(tokens, corpus, by="year")["group"].unique().tolist() == ["2024"]
    assert keywords(tokens, corpus, by="section")["group"].unique().tolist() == ["a#0"]


def test_the_shipped_stopwords_are_left_out_by_default():
    corpus, tokens = spaced_corpus({"a": "进一步 进一步 审计 审计", "b": "党建 党建"})
    assert keywords(tokens, corpus)["term"].tolist() == ["审计", "党建"]
    assert set(keywords(tokens, corpus, stopwords=[])["term"]) == {"进一步", "审计", "党建"}


def test_stopwords_and_bad_input():
    corpus, tokens = spaced_corpus({"a": "党建 党建 审计 审计", "b": "学习 学习"})
    assert keywords(tokens, corpus, stopwords=pd.DataFrame({"term": ["党建"]}))["term"].tolist() == [
        "审计",
        "学习",
    ]
    with pytest.raises(InputError, match="'colour'"):
        keywords(tokens, corpus, by="colour")
    with pytest.raises(InputError, match="top"):
        keywords(tokens, corpus, top=0)
    none = keywords(empty("tokens"), corpus)
    assert list(none.columns) == columns("keywords")
    assert none.empty
