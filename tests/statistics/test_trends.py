"""Term frequency over time, by hand."""

import pytest

from plananalysis.errors import InputError
from plananalysis.examples import spaced_corpus
from plananalysis.statistics.trends import term_trend


def corpus_of_years() -> tuple:
    return spaced_corpus(
        {"a": "党建 学习", "b": "党建 党建 审计 学习", "c": "审计", "d": "党建", "e": "党建 审计"},
        unit=["甲", "甲", "甲", "乙", "甲"],
        year=[2023, 2024, 2023, 2024, None],
    )


def test_by_hand():
    corpus, tokens = corpus_of_years()
    table = term_trend(tokens, corpus, ["审计", "党建"])
    assert table[["group", "year", "term", "n", "n_docs", "n_tokens"]].to_numpy().tolist() == [
        ["甲", 2023, "审计", 1, 1, 3],
        ["甲", 2024, "审计", 1, 1, 4],
        ["甲", 2023, "党建", 1, 1, 3],
        ["甲", 2024, "党建", 2, 1, 4],
    ]
    assert table["rate"].tolist() == pytest.approx([10_000 / 3, 2500, 10_000 / 3, 5000])


def test_years_without_the_term_have_zero_and_the_whole_corpus_is_a_group():
    corpus, tokens = corpus_of_years()
    assert term_trend(tokens, corpus, "学习", by=None)["n"].tolist() == [1, 1]
    corpus, tokens = spaced_corpus(
        {"a": "党建", "b": "审计", "c": "。"}, unit=["甲"] * 3, year=[2022, 2023, 2024]
    )
    table = term_trend(tokens, corpus, "党建")
    assert table["n"].tolist() == [1, 0, 0]
    assert table["rate"].tolist() == [10_000, 0, 0]


def test_bad_input_and_nothing():
    corpus, tokens = corpus_of_years()
    with pytest.raises(InputError, match=r"'党' stands 5 times .* 党建 \(5\) holds it"):
        term_trend(tokens, corpus, "党")
    with pytest.raises(InputError, match=r"'党建会' occurs nowhere; near it: 党建"):
        term_trend(tokens, corpus, "党建会")
    with pytest.raises(InputError, match="'colour'"):
        term_trend(tokens, corpus, "党建", by="colour")
    assert term_trend(tokens, corpus, []).empty
    single, tokens = spaced_corpus({"a": "党建"})
    assert term_trend(tokens, single, "党建").empty
