"""Names left out of counts: which, how often, and what happens if they are asked for."""

import pandas as pd
import pytest

import plananalysis as pa
from plananalysis.tables import columns

FACTS = pd.DataFrame(
    {"doc_id": ["a", "b", "c"], "unit": ["甘肃省", "甘肃省", "青海省"], "year": [2024, 2025, 2025]}
)
TEXTS = {
    "a": "兰州新区扩容，兰州新区招商，兰州修路。甘肃种薯，马铃薯增产，马铃薯外销。",
    "b": "兰州新区提质，天水、兰州通车。学习邓小平理论。马铃薯加工。",
    "c": "西宁修路，西宁办学，西宁治水。牦牛养殖，牦牛外销，牦牛加工。",
}


@pytest.fixture(scope="module")
def corpus():
    return pa.corpus_from_texts(TEXTS, FACTS)


@pytest.fixture(scope="module")
def tokens(corpus):
    return pa.segment(corpus, extend=False)


def test_counts_by_hand(corpus, tokens):
    found = pa.name_counts(tokens, corpus, min_n=1)
    assert list(found.columns) == columns("name_counts")
    counts = found.set_index(["group", "name"])[["n", "n_docs"]]
    assert counts.loc[("甘肃省", "兰州新区")].tolist() == [3, 2]
    assert counts.loc[("甘肃省", "兰州")].tolist() == [2, 2]
    assert counts.loc[("青海省", "西宁")].tolist() == [3, 1]
    row = found[found["name"] == "天水"].iloc[0]
    assert (row["full_name"], row["level"], row["within"]) == ("天水市", "city", "甘肃")
    assert found["group"].unique().tolist() == ["甘肃省", "青海省"]


def test_years_kinds_and_least_counts(corpus, tokens):
    by_year = pa.name_counts(tokens, corpus, by="year", kind="place")
    assert by_year.set_index(["group", "name"])["n"].to_dict() == {
        ("2024", "兰州新区"): 2,
        ("2025", "西宁"): 3,
    }
    assert set(pa.name_counts(tokens, corpus, kind="person", min_n=1)["kind"]) <= {"person"}
    with pytest.raises(pa.InputError, match="use place, unit, person"):
        pa.name_counts(tokens, corpus, kind="river")


@pytest.mark.parametrize("count", [pa.keywords, pa.keyness_by])
def test_names_are_listed_only_if_asked_for(count, corpus, tokens):
    without = set(count(tokens, corpus, min_n=2)["term"])
    with_names = set(count(tokens, corpus, min_n=2, names=True)["term"])
    assert "兰州" not in without
    assert "西宁" not in without
    assert {"马铃薯", "牦牛"} <= without
    assert {"兰州", "西宁"} <= with_names


def test_a_trend_follows_a_place_that_is_asked_for(corpus, tokens):
    trend = pa.term_trend(tokens, corpus, "兰州")
    assert trend["n"].tolist() == [3, 2]
    with pytest.raises(pa.InputError, match="kind place"):
        pa.term_trend(tokens, corpus, "兰州", names=False)


def test_similarity_is_that_of_content_not_of_names():
    facts = pd.DataFrame({"doc_id": ["a", "b"], "unit": ["甲局", "乙局"]})
    corpus = pa.corpus_from_texts({"a": "甘肃种薯。甘肃养牛。", "b": "青海种薯。青海养牛。"}, facts)
    tokens = pa.segment(corpus)
    assert pa.similarity(tokens, corpus)["cosine"].item() == pytest.approx(1)
    assert pa.similarity(tokens, corpus, names=True)["cosine"].item() < 0.9
