"""Dispersion against hand arithmetic and published examples."""

import numpy as np
import pandas as pd
import pytest
from scipy import sparse

from plananalysis.counts import DocumentFeatureMatrix, count_features, tfidf
from plananalysis.errors import InputError
from plananalysis.examples import spaced_corpus
from plananalysis.statistics.dispersion import dispersion
from plananalysis.tables import columns


def matrix(rows: list[list[int]]) -> DocumentFeatureMatrix:
    names = pd.Index([f"r{i}" for i in range(len(rows))], name="doc_id")
    terms = pd.Index([f"t{i}" for i in range(len(rows[0]))], name="term")
    return DocumentFeatureMatrix(sparse.csr_array(np.array(rows)), names, terms)


def test_published_example():
    # Gries (2008): a word occurs 1, 2, 3, 4, 5 times in parts of 9, 10, 10, 10, 11 words; DP = .18.
    found = dispersion(matrix([[1], [2], [3], [4], [5]]), sizes=np.array([9, 10, 10, 10, 11])).iloc[0]
    expected = 0.5 * sum(
        abs(v / 15 - s / 50) for v, s in zip([1, 2, 3, 4, 5], [9, 10, 10, 10, 11], strict=True)
    )
    assert found["gries_dp"] == pytest.approx(expected)
    assert round(found["gries_dp"], 2) == 0.18
    assert found["gries_dp_norm"] == pytest.approx(expected / (1 - 9 / 50))
    rates = np.array([1 / 9, 0.2, 0.3, 0.4, 5 / 11])
    assert found["juilland_d"] == pytest.approx(1 - rates.std() / rates.mean() / 2)
    assert found["rate"] == pytest.approx(3000)


def test_even_and_uneven_spread():
    table = dispersion(
        matrix([[2, 6, 1, 0], [2, 0, 0, 0], [2, 0, 0, 5]]), sizes=np.array([20, 20, 20])
    ).set_index("term")
    assert table.loc["t0", ["range", "juilland_d", "gries_dp", "gries_dp_norm"]].tolist() == pytest.approx(
        [3, 1, 0, 0]
    )
    assert table.loc["t1", ["range", "juilland_d", "gries_dp_norm"]].tolist() == pytest.approx([1, 0, 1])
    assert list(table.index) == ["t0", "t1", "t3", "t2"]


def test_equals_the_formulae_on_random_counts():
    rng = np.random.default_rng(4)
    counts = rng.poisson(1.0, (7, 20)) * (rng.random((7, 20)) > 0.3)
    counts[:, 0] += 1
    found = dispersion(matrix(counts.tolist())).set_index("term")
    size = counts.sum(axis=1)
    for j in range(20):
        n, row = counts[:, j].sum(), found.loc[f"t{j}"]
        if not n:
            continue
        rate = counts[:, j] / size
        dp = 0.5 * np.abs(counts[:, j] / n - size / size.sum()).sum()
        values = [1 - rate.std() / rate.mean() / 6**0.5, dp, dp / (1 - size.min() / size.sum())]
        assert row[["juilland_d", "gries_dp", "gries_dp_norm"]].tolist() == pytest.approx(values, abs=1e-12)


def test_parts_without_tokens_one_part_and_nothing():
    table = dispersion(matrix([[1, 1], [0, 0], [1, 3]])).set_index("term")
    assert table.loc["t0", "gries_dp"] == pytest.approx(0.5 * (abs(0.5 - 1 / 3) + abs(0.5 - 2 / 3)))
    one = dispersion(matrix([[1, 2]]))
    assert one["juilland_d"].isna().all()
    assert one["gries_dp_norm"].isna().all()
    assert list(dispersion(matrix([[0]])).columns) == columns("dispersion")


def test_bad_input():
    corpus, tokens = spaced_corpus({"a": "党建", "b": "审计"})
    counts = count_features(tokens, corpus)
    with pytest.raises(InputError, match="needs counts"):
        dispersion(tfidf(counts))
    with pytest.raises(InputError, match="sizes"):
        dispersion(counts, sizes=np.array([1, 0]))
    with pytest.raises(InputError, match="sizes"):
        dispersion(counts, sizes=np.array([1]))
