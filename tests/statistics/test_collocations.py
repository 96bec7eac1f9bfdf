"""Collocations against hand arithmetic, quanteda and scipy."""

import math

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from plananalysis.errors import InputError
from plananalysis.examples import spaced_corpus
from plananalysis.statistics.collocations import collocations
from plananalysis.tables import columns, empty
from shared import shared_path


def find(table: pd.DataFrame, first: str, second: str) -> pd.Series:
    return table[(table["first"] == first) & (table["second"] == second)].iloc[0]


@pytest.mark.parametrize(
    ("variant", "across"), [("padded_no_cross_punct", False), ("punct_removed_unpadded", True)]
)
def test_lambda_and_z_equal_quanteda(variant, across):
    folder = shared_path("reference", "quanteda")
    lines = pd.read_csv(folder / "toy_corpus.tsv", sep="\t")
    corpus, tokens = spaced_corpus(dict(zip(lines["doc_id"], lines["tokens"], strict=True)))
    expected = pd.read_csv(folder / "collocations_lambda.csv")
    expected = expected[(expected["tokens"] == variant) & (expected["size"] == 2)]
    found = collocations(tokens, corpus, across_punctuation=across, stopwords=None)
    assert set(found["first"] + " " + found["second"]) == set(expected["collocation"])
    for row in expected.to_dict("records"):
        ours = find(found, *row["collocation"].split())
        assert ours["n"] == row["count"]
        assert ours["lambda"] == pytest.approx(row["lambda"], abs=1e-9)
        assert ours["z"] == pytest.approx(row["z"], abs=1e-9)
    assert found["z"].is_monotonic_decreasing


def test_neighbours_by_hand():
    # Eight neighbouring places, of which 创新 党建 is two; 创新 stands first in three, 党建 second in four.
    corpus, tokens = spaced_corpus({"a": "创新 党建 创新 党建 。", "b": "创新 学习 党建 。 党建"})
    row = find(collocations(tokens, corpus), "创新", "党建")
    assert row[["n", "n_first", "n_second", "n_docs", "n_units"]].tolist() == [2, 3, 4, 1, 1]
    cells = [[2, 1], [2, 3]]
    expected = stats.chi2_contingency(cells, correction=False, lambda_="log-likelihood").statistic
    assert row["g2"] == pytest.approx(expected, abs=1e-9)
    assert row["log_dice"] == pytest.approx(14 + math.log2(2 * 2 / 7))
    assert row["pmi"] == pytest.approx(math.log2(2 * 8 / 12))
    assert row["lambda"] == pytest.approx(math.log(2.5 * 3.5 / (1.5 * 2.5)))
    assert row["z"] == pytest.approx(row["lambda"] / math.sqrt(1 / 2.5 + 1 / 1.5 + 1 / 2.5 + 1 / 3.5))


def test_stopwords_hold_their_place():
    corpus, tokens = spaced_corpus({"a": "创新 的 党建 创新 的 党建"})
    assert collocations(tokens, corpus, stopwords=["的"]).empty
    assert len(collocations(tokens, corpus, min_n=1, stopwords=["的"])) == 1


def test_blanks_and_passages_part_words():
    corpus, tokens = spaced_corpus({"a": "创新 党建 创新 党建"})
    apart = tokens.copy()
    apart.loc[2:, ["start", "end"]] += 1
    table = collocations(apart, corpus, min_n=1)
    assert (table["first"] + table["second"]).tolist() == ["创新党建"]
    parted = tokens.assign(passage_id=pd.Categorical(["a#0", "a#0", "a#1", "a#1"]))
    for across in (False, True):
        assert len(collocations(parted, corpus, min_n=1, across_punctuation=across)) == 1


def test_around_a_node_by_hand():
    corpus, tokens = spaced_corpus(
        {"a": "做到 两个维护 ， 强化 监督 。 做到 学习", "b": "坚决 做到 两个维护 。 监督 学习"},
        unit=["甲", "乙"],
    )
    table = collocations(tokens, corpus, node="两个维护", window=2, min_n=1, stopwords=None)
    assert set(table["second"]) == {"做到", "强化", "监督", "坚决"}
    assert set(table["first"]) == {"两个维护"}
    row = find(table, "两个维护", "做到")
    # Near the node: 做到 强化 监督 / 坚决 做到. Other tokens: nine in all.
    assert row[["n", "n_first", "n_second", "n_docs", "n_units"]].tolist() == [2, 2, 3, 2, 2]
    expected = stats.chi2_contingency([[2, 3], [1, 3]], correction=False, lambda_="log-likelihood").statistic
    assert row["g2"] == pytest.approx(expected, abs=1e-9)
    assert row["log_dice"] == pytest.approx(14 + math.log2(2 * 2 / 5))
    assert row["pmi"] == pytest.approx(math.log2(2 * 9 / (5 * 3)))
    left = collocations(tokens, corpus, node="两个维护", window=(1, 0), min_n=1, stopwords=None)
    assert left["second"].tolist() == ["做到"]


def test_a_token_near_two_nodes_counts_once():
    corpus, tokens = spaced_corpus({"a": "党建 学习 党建 审计 制度"})
    table = collocations(tokens, corpus, node="党建", window=1, min_n=1).set_index("second")
    assert table["n"].to_dict() == {"学习": 1, "审计": 1}


def test_order_of_rows_and_categories_does_not_matter():
    rng = np.random.default_rng(1)
    words = [f"词{i}" for i in range(6)]
    corpus, tokens = spaced_corpus({f"d{i}": " ".join(rng.choice(words, 40)) for i in range(4)})
    expected = collocations(tokens, corpus)
    shuffled = tokens.sample(frac=1, random_state=2)
    shuffled["token"] = shuffled["token"].cat.reorder_categories(shuffled["token"].cat.categories[::-1])
    pd.testing.assert_frame_equal(collocations(shuffled, corpus), expected)
    pd.testing.assert_frame_equal(
        collocations(shuffled, corpus, node="词1"), collocations(tokens, corpus, node="词1")
    )


def test_planted_pair_comes_first():
    rng = np.random.default_rng(3)
    words = [f"词{i}" for i in range(40)]
    texts = {}
    for i in range(10):
        text = list(rng.choice(words, 100))
        text[10:10] = text[50:50] = ["两个", "责任"]
        texts[f"d{i}"] = " ".join(text)
    corpus, tokens = spaced_corpus(texts)
    assert collocations(tokens, corpus, stopwords=None).loc[0, ["first", "second", "n"]].tolist() == [
        "两个",
        "责任",
        20,
    ]
    assert collocations(tokens, corpus, node="责任", window=2, stopwords=None).loc[0, "second"] == "两个"


def test_bad_input_and_nothing():
    corpus, tokens = spaced_corpus({"a": "党建 审计"})
    with pytest.raises(
        InputError, match=r"'党' stands \d+ times? in the text but is no token of its own: .*党建"
    ):
        collocations(tokens, corpus, node="党")
    for window in (0, (-1, 2), (0, 0)):
        with pytest.raises(InputError, match="window"):
            collocations(tokens, corpus, node="党建", window=window)
    assert list(collocations(tokens, corpus).columns) == columns("collocations")
    assert collocations(empty("tokens"), corpus).empty
    single, one_token = spaced_corpus({"a": "党建"})
    assert collocations(one_token, single, node="党建").empty
