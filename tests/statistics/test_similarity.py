"""Similarities against hand arithmetic, quanteda and scipy."""

import numpy as np
import pandas as pd
import pytest
from scipy import sparse
from scipy.spatial import distance

from plananalysis.counts import DocumentFeatureMatrix, count_features, tfidf
from plananalysis.errors import InputError
from plananalysis.examples import spaced_corpus
from plananalysis.statistics.similarity import MEASURES, cluster_order, nearest, similarity, similarity_matrix
from plananalysis.tables import empty
from shared import shared_path


def toy():
    lines = pd.read_csv(shared_path("reference", "quanteda", "toy_corpus.tsv"), sep="\t")
    return spaced_corpus(dict(zip(lines["doc_id"], lines["tokens"], strict=True)))


def random_dfm(rows: int, features: int, seed: int = 1, density: float = 0.2) -> DocumentFeatureMatrix:
    matrix = sparse.random_array((rows, features), density=density, rng=seed, format="csr")
    matrix.data = np.ceil(matrix.data * 9)
    names = pd.Index([f"r{i}" for i in range(rows)], name="doc_id")
    return DocumentFeatureMatrix(matrix, names, pd.Index([f"t{i}" for i in range(features)], name="term"))


def test_by_hand():
    corpus, tokens = spaced_corpus({"a": "党建 学习 学习", "b": "党建 审计", "c": "审计"})
    counts = count_features(tokens, corpus, by="doc_id")
    cosine = similarity_matrix(counts)
    assert cosine.loc["a", "b"] == pytest.approx(1 / (5**0.5 * 2**0.5))
    assert cosine.loc["a", "c"] == 0
    assert similarity_matrix(counts, measure="jaccard").loc["a", "b"] == pytest.approx(1 / 3)
    assert similarity_matrix(counts, measure="dice").loc["b", "c"] == pytest.approx(2 / 3)
    assert similarity_matrix(counts, measure="ejaccard").loc["a", "b"] == pytest.approx(1 / (5 + 2 - 1))


@pytest.mark.parametrize("measure", MEASURES)
def test_counts_equal_quanteda(measure):
    expected = pd.read_csv(shared_path("reference", "quanteda", "similarity_counts.csv"))
    corpus, tokens = toy()
    found = similarity_matrix(count_features(tokens, corpus, by="doc_id", stopwords=None), measure=measure)
    values = [found.loc[a, b] for a, b in zip(expected["doc_a"], expected["doc_b"], strict=True)]
    np.testing.assert_allclose(values, expected[measure], rtol=0, atol=1e-9)


def test_tfidf_cosine_equals_quanteda():
    expected = pd.read_csv(shared_path("reference", "quanteda", "similarity_cosine_on_tfidf_default.csv"))
    corpus, tokens = toy()
    found = similarity_matrix(
        tfidf(count_features(tokens, corpus, by="doc_id", stopwords=None), scheme="quanteda")
    )
    values = [found.loc[a, b] for a, b in zip(expected["doc_a"], expected["doc_b"], strict=True)]
    np.testing.assert_allclose(values, expected["cosine"], rtol=0, atol=1e-9)


@pytest.mark.parametrize("measure", ["cosine", "correlation", "jaccard", "dice"])
def test_equal_scipy(measure):
    dfm = random_dfm(40, 60)
    dense = dfm.matrix.toarray()
    values = dense > 0 if measure in ("jaccard", "dice") else dense
    expected = 1 - distance.squareform(distance.pdist(values, measure))
    np.testing.assert_allclose(similarity_matrix(dfm, measure=measure), expected, rtol=0, atol=1e-12)


def test_rare_and_frequent_terms_take_different_roads_to_one_result():
    dfm = random_dfm(300, 900, density=0.02)
    dense = dfm.matrix.toarray()
    dense[:, [3, 5]] = 1.0
    dfm = DocumentFeatureMatrix(sparse.csr_array(dense), dfm.rows, dfm.features)
    expected = 1 - distance.squareform(distance.pdist(dense, "cosine"))
    np.testing.assert_allclose(similarity_matrix(dfm), expected, rtol=0, atol=1e-12)


@pytest.mark.parametrize("measure", MEASURES)
def test_symmetric_identical_and_empty_rows(measure):
    dfm = random_dfm(12, 30)
    dense = dfm.matrix.toarray()
    dense[3], dense[4], dense[5] = dense[0], dense[0] * 3 if measure != "ejaccard" else dense[0], 0
    matrix = similarity_matrix(
        DocumentFeatureMatrix(sparse.csr_array(dense), dfm.rows, dfm.features), measure=measure
    ).to_numpy()
    assert (matrix == matrix.T).all()
    assert matrix[0, 3] == pytest.approx(1, abs=1e-12)
    assert matrix[0, 4] == pytest.approx(1, abs=1e-12)
    assert (matrix[5] == 0).all()
    assert (np.delete(np.diag(matrix), 5) == 1).all()
    assert np.abs(matrix).max() <= 1


def test_stored_zeros_are_not_terms():
    dfm = random_dfm(3, 4, density=1)
    dfm.matrix.data[dfm.matrix.indices == 2] = 0
    assert similarity_matrix(dfm, measure="jaccard").to_numpy().min() == 1
    dfm.matrix.data[:4] = 0
    assert (similarity_matrix(dfm).iloc[0] == 0).all()


def test_pairs_table():
    corpus, tokens = toy()
    table = similarity(tokens, corpus)
    assert len(table) == 6
    assert table["cosine"].is_monotonic_decreasing
    counts = count_features(tokens, corpus)
    cosine, jaccard = similarity_matrix(tfidf(counts)), similarity_matrix(counts, measure="jaccard")
    for a, b, c, j in table[["a", "b", "cosine", "jaccard"]].itertuples(index=False):
        assert counts.rows.get_loc(a) < counts.rows.get_loc(b)
        assert (c, j) == (cosine.loc[a, b], jaccard.loc[a, b])
    best = similarity(tokens, corpus, top=1)
    pd.testing.assert_frame_equal(best.head(1), table.head(1))
    assert set(best["a"]) | set(best["b"]) == set(counts.rows)
    assert len(similarity(tokens, corpus, by="section")) == 6


def test_pairs_of_one_or_none_and_too_many(monkeypatch):
    corpus, tokens = spaced_corpus({"a": "党建"})
    assert list(similarity(tokens, corpus).columns) == list(empty("similarity").columns)
    assert similarity(tokens, corpus, top=3).empty
    corpus, tokens = spaced_corpus({"a": "党建", "b": "党建", "c": ""})
    monkeypatch.setattr("plananalysis.statistics.similarity._MAX_PAIRS", 2)
    with pytest.raises(InputError, match="top=10"):
        similarity(tokens, corpus)
    assert similarity(tokens, corpus, top=2)["cosine"].tolist() == [1.0]
    with pytest.raises(InputError, match="top"):
        similarity(tokens, corpus, top=0)


def test_nearest_equals_sorting_the_matrix(monkeypatch):
    monkeypatch.setattr("plananalysis.statistics.similarity._BLOCK", 7)
    dfm = random_dfm(50, 80)
    matrix = similarity_matrix(dfm).to_numpy(copy=True)
    np.fill_diagonal(matrix, -1)
    table = nearest(dfm, n=4)
    assert table.groupby("row").size().eq(4).all()
    for label, rows in table.groupby("row"):
        i = dfm.rows.get_loc(label)
        expected = np.argsort(-matrix[i], kind="stable")[:4]
        assert rows["neighbour"].tolist() == list(dfm.rows[expected])
        np.testing.assert_allclose(rows["similarity"], matrix[i, expected], atol=1e-12)
        assert rows["rank"].tolist() == [1, 2, 3, 4]


def test_nearest_ties_go_by_row_order():
    corpus, tokens = spaced_corpus(dict.fromkeys("abcde", "党建 学习"))
    table = nearest(count_features(tokens, corpus, by="doc_id"), n=2)
    assert table["neighbour"].tolist() == ["b", "c", "a", "c", "a", "b", "a", "b", "a", "b"]


def test_nearest_across_units():
    corpus, tokens = spaced_corpus({"a": "党建", "b": "党建", "c": "党建 学习"}, unit=["甲", "甲", "乙"])
    dfm = count_features(tokens, corpus, by="doc_id")
    table = nearest(dfm, n=1, corpus=corpus, across="unit")
    assert table[["row", "neighbour"]].to_numpy().tolist() == [["a", "c"], ["b", "c"], ["c", "a"]]
    with pytest.raises(InputError, match="needs the corpus"):
        nearest(dfm, across="unit")
    with pytest.raises(InputError, match="'level'"):
        nearest(dfm, corpus=corpus, across="level")


def test_cluster_order_puts_planted_groups_together():
    rng = np.random.default_rng(3)
    groups = rng.permutation(np.repeat([0, 1, 2], 6))
    values = np.where(groups[:, None] == groups[None, :], 0.8, 0.1) + rng.normal(0, 0.01, (18, 18))
    values = (values + values.T) / 2
    labels = [f"u{i}" for i in range(18)]
    found = cluster_order(pd.DataFrame(values, index=labels, columns=labels))
    assert sorted(found.order) == sorted(labels)
    in_order = [groups[labels.index(label)] for label in found.order]
    assert np.count_nonzero(np.diff(in_order)) == 2
    tree = found.tree
    assert tree["height"].is_monotonic_increasing
    assert tree["size"].iloc[-1] == 18
    # Every leaf and merge is used once, and each merge joins neighbouring runs of leaves.
    assert sorted([*tree["branch_a"], *tree["branch_b"]]) == list(range(2 * 18 - 2))
    spans = {i: (i, i + 1) for i in range(18)}
    for row, (left, right) in enumerate(zip(tree["branch_a"], tree["branch_b"], strict=True)):
        (a, b), (c, d) = sorted((spans[left], spans[right]))
        assert b == c
        spans[18 + row] = (a, d)


def test_cluster_order_of_few():
    assert cluster_order(pd.DataFrame([[1.0]], index=["a"], columns=["a"])).order == ["a"]
    assert cluster_order(pd.DataFrame()).tree.empty
    two = pd.DataFrame([[1.0, np.nan], [np.nan, 1.0]], index=["a", "b"], columns=["a", "b"])
    assert cluster_order(two).tree["height"].tolist() == [1.0]


def test_unknown_measure():
    dfm = random_dfm(3, 4)
    for call in (similarity_matrix, nearest):
        with pytest.raises(InputError, match="unknown measure 'euclid'"):
            call(dfm, measure="euclid")
    with pytest.raises(InputError, match="n must be"):
        nearest(dfm, n=0)
