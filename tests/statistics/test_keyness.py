"""Keyness against hand arithmetic, quanteda and scipy."""

import math
from functools import cache

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from plananalysis.errors import InputError
from plananalysis.examples import spaced_corpus
from plananalysis.statistics.keyness import CORRECTIONS, adjust_p, compare_counts, keyness, keyness_by
from plananalysis.tables import columns
from shared import shared_path


def three() -> tuple:
    return spaced_corpus(
        {"a": "党建 学习 学习 学习", "b": "党建 稀土 稀土", "c": "党建 稀土 党建"}, unit=["甲", "乙", "乙"]
    )


def test_by_hand():
    # 10 of 15 against 10 of 45; both together 20 of 60, so 5 are expected in the target.
    row = compare_counts([10], [10], total_target=15, total_reference=45).iloc[0]
    assert row["log_ratio"] == pytest.approx(math.log2(3))
    assert row["percent_diff"] == pytest.approx(200)
    assert row["g2"] == pytest.approx(
        2 * (10 * math.log(2) + 10 * math.log(10 / 15) + 5 * math.log(0.5) + 35 * math.log(35 / 30))
    )
    assert row["chi2"] == pytest.approx(25 / 5 + 25 / 15 + 25 / 10 + 25 / 30)
    assert row["min_expected"] == 5


def test_log_odds_by_hand():
    # α = 30 · 20/60 = 10 on both sides.
    row = compare_counts([10], [10], total_target=15, total_reference=45, prior=30).iloc[0]
    delta = math.log(20 / (15 + 30 - 20)) - math.log(20 / (45 + 30 - 20))
    assert row["log_odds"] == pytest.approx(delta)
    assert row["z"] == pytest.approx(delta / math.sqrt(1 / 20 + 1 / 20))
    # By default α is the count in both, 20.
    row = compare_counts([10], [10], total_target=15, total_reference=45).iloc[0]
    delta = math.log(30 / (15 + 60 - 30)) - math.log(30 / (45 + 60 - 30))
    assert row["z"] == pytest.approx(delta / math.sqrt(1 / 30 + 1 / 30))


def test_zero_counts():
    table = compare_counts([4, 0], [0, 4], total_target=10, total_reference=20)
    assert table["log_ratio"].tolist() == pytest.approx(
        [math.log2((4 / 10) / (0.5 / 20)), math.log2((0.5 / 10) / (4 / 20))]
    )
    assert np.isfinite(table.to_numpy()).all()
    assert (np.sign(table["g2"]) == [1, -1]).all()
    same = compare_counts([2], [4], total_target=10, total_reference=20).iloc[0]
    assert same[["g2", "chi2", "log_ratio", "log_odds"]].abs().max() < 1e-12
    assert np.isfinite(compare_counts([3], [5]).to_numpy()).all()


@pytest.mark.parametrize("correction", CORRECTIONS)
@pytest.mark.parametrize("measure", ["chi2", "lr"])
def test_large_counts_equal_quanteda(correction, measure):
    folder = shared_path("reference", "quanteda")
    counts = pd.read_csv(folder / "large_counts.csv").set_index("doc_id")
    expected = pd.read_csv(folder / "keyness_large_counts.csv")
    expected = expected[(expected["measure"] == measure) & (expected["correction"] == correction)]
    order = expected["feature"]
    a, b = counts.loc["甲", order].to_numpy(), counts.loc["乙", order].to_numpy()
    found = compare_counts(a, b, correction=correction)
    values = (
        found["chi2"] if measure == "chi2" else found["g2"] + epsilon_of_quanteda(a, b, found, correction)
    )
    np.testing.assert_allclose(values, expected["stat"], rtol=0, atol=1e-9)
    if measure == "lr":
        np.testing.assert_allclose(found["p"], expected["p"], rtol=0, atol=1e-5)


def epsilon_of_quanteda(a, b, found: pd.DataFrame, correction: str) -> np.ndarray:
    """What quanteda's G² has too much: it adds 1e-9 to every ratio before the logarithm, so 1e-9 · E per cell."""
    total = a.sum() + b.sum()
    extra = np.sign(found["g2"].to_numpy()) * 2e-9 * total
    if correction != "williams":
        return extra
    plain = compare_counts(a, b)["g2"].to_numpy()
    g2 = found["g2"].to_numpy()
    return extra * np.divide(g2, plain, out=np.ones_like(g2), where=plain != 0)


@cache
def toy_corpus(folder):
    lines = pd.read_csv(folder / "toy_corpus.tsv", sep="\t")
    return spaced_corpus(dict(zip(lines["doc_id"], lines["tokens"], strict=True)))


@pytest.mark.parametrize("correction", CORRECTIONS)
@pytest.mark.parametrize("measure", ["chi2", "lr"])
def test_one_against_the_rest_equals_quanteda(correction, measure):
    folder = shared_path("reference", "quanteda")
    corpus, tokens = toy_corpus(folder)
    reference = pd.read_csv(folder / "keyness_one_vs_rest.csv")
    reference = reference[(reference["measure"] == measure) & (reference["correction"] == correction)]
    assert reference["target"].nunique() == 4
    for target, expected in reference.groupby("target"):
        found = keyness(
            tokens, corpus, target, min_n=1, min_chars=1, stopwords=None, correction=correction
        ).set_index("term")
        found = found.loc[expected["feature"]]
        assert found["n_target"].tolist() == expected["n_target"].tolist()
        assert found["n_reference"].tolist() == expected["n_reference"].tolist()
        # quanteda adds 1e-9 inside the logarithm of G², which shows from the seventh decimal on.
        tolerance = 1e-9 if measure == "chi2" else 3e-7
        column = "chi2" if measure == "chi2" else "g2"
        np.testing.assert_allclose(found[column], expected["stat"], rtol=0, atol=tolerance)


def test_g2_chi2_and_p_equal_scipy():
    rng = np.random.default_rng(5)
    a, b = rng.integers(0, 40, 30), rng.integers(1, 90, 30)
    found = compare_counts(a, b)
    for i in range(30):
        cells = [[a[i], b[i]], [a.sum() - a[i], b.sum() - b[i]]]
        g2 = stats.chi2_contingency(cells, correction=False, lambda_="log-likelihood")
        chi2 = stats.chi2_contingency(cells, correction=False)
        assert abs(found.loc[i, "g2"]) == pytest.approx(g2.statistic, abs=1e-9)
        assert abs(found.loc[i, "chi2"]) == pytest.approx(chi2.statistic, abs=1e-9)
        assert found.loc[i, "p"] == pytest.approx(g2.pvalue, abs=1e-9)
        assert (found.loc[i, "g2"] > 0) == (a[i] > g2.expected_freq[0, 0])


def test_adjusted_p_equals_scipy():
    rng = np.random.default_rng(7)
    p, group = np.round(rng.random(60), 2), rng.integers(0, 3, 60)
    np.testing.assert_allclose(adjust_p(p), stats.false_discovery_control(p), atol=1e-12)
    found = adjust_p(p, group)
    for name in range(3):
        expected = stats.false_discovery_control(p[group == name])
        np.testing.assert_allclose(found[group == name], expected, atol=1e-12)
    assert len(adjust_p(np.array([]))) == 0


def test_table():
    corpus, tokens = three()
    table = keyness(tokens, corpus, "甲", genre=None)
    assert list(table.columns) == columns("keyness")
    rows = table.set_index("term")
    assert rows.loc["学习", ["n_target", "n_reference", "n_docs_target", "n_docs_reference"]].tolist() == [
        3,
        0,
        1,
        0,
    ]
    assert rows.loc["稀土", ["n_target", "n_reference", "n_docs_target", "n_docs_reference"]].tolist() == [
        0,
        3,
        0,
        2,
    ]
    assert table["term"].iloc[0] == "学习"
    assert table["term"].iloc[-1] == "稀土"
    assert (table["g2"] > 0).tolist() == (table["log_odds"] > 0).tolist()
    assert rows.loc["学习", "caution"] == "few documents｜one document｜small expected count"


def test_swapping_target_and_reference_changes_the_sign_only():
    corpus, tokens = three()
    one = keyness(tokens, corpus, "甲", "乙").set_index("term")
    other = keyness(tokens, corpus, "乙", "甲").set_index("term").loc[one.index]
    for column in ("g2", "chi2", "log_ratio", "log_odds", "z", "score"):
        np.testing.assert_allclose(one[column], -other[column], atol=1e-12)
    pd.testing.assert_frame_equal(
        keyness(tokens, corpus, "甲"), keyness(tokens, corpus, ["甲"], ["乙"]), check_exact=True
    )


def test_totals_do_not_depend_on_what_is_listed():
    corpus, tokens = three()
    all_terms, some = keyness(tokens, corpus, "甲", min_n=1), keyness(tokens, corpus, "甲", min_n=4)
    assert some["term"].tolist() == ["党建"]
    assert some["g2"].iloc[0] == all_terms.set_index("term").loc["党建", "g2"]


def test_years_as_numbers_and_documents():
    corpus, tokens = spaced_corpus({"a": "党建 党建", "b": "稀土 党建 稀土"}, year=[2023, 2024])
    assert keyness(tokens, corpus, 2024, 2023, by="year")["term"].iloc[0] == "稀土"
    assert keyness(tokens, corpus, "b", by="doc_id")["term"].iloc[0] == "稀土"


def test_planted_emphasis_beats_a_burst_in_one_document():
    base = "工作 建设 加强 落实 推进 学习 组织 干部 服务 制度 " * 12
    texts = {f"甲{i}": base + "清廉 " * 4 for i in range(6)} | {f"乙{i}": base for i in range(6)}
    texts["甲0"] += "奥运 " * 24
    corpus, tokens = spaced_corpus(texts, unit=["甲"] * 6 + ["乙"] * 6)
    table = keyness(tokens, corpus, "甲").set_index("term")
    assert list(table.index[:2]) == ["清廉", "奥运"]
    assert table.loc["清廉", "n_target"] == table.loc["奥运", "n_target"]
    assert table.loc["清廉", "caution"] == ""
    assert table.loc["奥运", "caution"] == "one document"


def test_all_units_at_once_are_the_same_as_one_by_one():
    rng = np.random.default_rng(2)
    words = [f"词{i:02}" for i in range(30)]
    texts = {f"d{i}": " ".join(rng.choice(words[i % 3 :], 60)) for i in range(9)}
    corpus, tokens = spaced_corpus(texts, unit=[f"u{i % 4}" for i in range(9)])
    together = keyness_by(tokens, corpus, top=1000, kinds="word")
    assert list(together.columns) == columns("keyness_by")
    assert together["group"].unique().tolist() == ["u0", "u1", "u2", "u3"]
    for name, group in together.groupby("group"):
        alone = keyness(tokens, corpus, name, kinds="word")
        alone = alone[(alone["z"] > 0) & (alone["n_target"] >= 2)].reset_index(drop=True)
        pd.testing.assert_frame_equal(
            group.drop(columns=["group", "p_adjusted"]).reset_index(drop=True),
            alone.drop(columns="p_adjusted"),
            rtol=0,
            atol=1e-9,
        )
    assert keyness_by(tokens, corpus, top=2).groupby("group").size().max() == 2


def test_one_group_has_nothing_to_compare_with():
    corpus, tokens = spaced_corpus({"a": "党建 党建"})
    assert keyness_by(tokens, corpus).empty
    with pytest.raises(InputError, match="the corpus has one document, so there is nothing to compare"):
        keyness(tokens, corpus, "a")


def test_bad_input():
    corpus, tokens = spaced_corpus({"a": "党建", "b": "稀土", "c": "。"}, unit=["江宁市", "海曲市", "空县"])
    with pytest.raises(InputError, match="'江宁'; near it: 江宁市"):
        keyness(tokens, corpus, "江宁")
    with pytest.raises(InputError, match="no unit 'x'"):
        keyness(tokens, corpus, "江宁市", "x")
    with pytest.raises(InputError, match="target 空县 has no tokens"):
        keyness(tokens, corpus, "空县")
    with pytest.raises(InputError, match="reference 空县 has no tokens"):
        keyness(tokens, corpus, "江宁市", "空县")
    with pytest.raises(InputError, match="leave it out"):
        keyness(tokens, corpus, "江宁市", ["江宁市", "海曲市"])
    with pytest.raises(InputError, match="'section'"):
        keyness(tokens, corpus, "a#0", by="section")
    with pytest.raises(InputError, match="correction 'fisher'"):
        keyness(tokens, corpus, "江宁市", correction="fisher")
    with pytest.raises(InputError, match="prior"):
        keyness(tokens, corpus, "江宁市", prior=0)
