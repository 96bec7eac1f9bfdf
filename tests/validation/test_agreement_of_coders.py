"""Coefficients of agreement: published examples, two reference programs, hand arithmetic, and how often intervals hold."""

import numpy as np
import pandas as pd
import pytest
from sklearn.metrics import cohen_kappa_score

import plananalysis as pa
from plananalysis.validation.coefficients import alpha, coincidences, confusions, kappa, raw_agreement
from plananalysis.validation.error_margins import jackknife, weighted_share

N = 0
"""Stands for a place that a coder left open."""
KRIPPENDORFF_2011 = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, N, N, N],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, N, 3],
    [N, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, N],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, N],
]
"""Krippendorff, K. (2011), Computing Krippendorff's Alpha-Reliability: four coders, twelve units."""
THREE = [[1, 2, 3, 3, 2, 1, 4, 1, 2, 3], [1, 2, 3, 3, 2, 2, 4, 1, 2, 4], [2, 2, 3, 4, 2, 3, 4, 1, N, 3]]
TWO = [[1, 1, 2, 2, 5, 5, 3, 1, N, 4], [1, 2, 2, 2, 4, 5, 3, 2, 1, 4]]
ALPHAS = {
    # krippendorff 0.9.0 (PyPI), krippendorff.alpha(reliability_data=..., level_of_measurement=...)
    "four coders": (KRIPPENDORFF_2011, (0.743421052631579, 0.8153875037548814, 0.8491071428571428)),
    "three coders": (THREE, (0.5909090909090908, 0.8120891630861885, 0.8004750593824228)),
    "two coders": (TWO, (0.5920000000000001, 0.8782027929568913, 0.9204368174726989)),
}


def codings_of(rows, categories=None, **more):
    """Return a table of codings, a row of codes for each coder; 0 is none."""
    n = len(rows[0])
    table = pd.DataFrame(
        {
            "sample_id": np.tile(np.arange(1, n + 1), len(rows)),
            "coder": np.repeat([f"c{i}" for i in range(len(rows))], n),
            "category": [str(code) if code else None for row in rows for code in row],
        }
    )
    if categories:
        table["category"] = pd.Categorical(table["category"], categories=categories)
    return table.assign(**{name: np.tile(values, len(rows)) for name, values in more.items()})


@pytest.mark.parametrize("name", ALPHAS)
@pytest.mark.filterwarnings("ignore::plananalysis.PlanWarning")
def test_alpha_is_that_of_the_krippendorff_package_at_every_level(name):
    rows, expected = ALPHAS[name]
    for level, value in zip(("nominal", "ordinal", "interval"), expected, strict=True):
        found = pa.agreement(codings_of(rows, list("12345")), level=level).set_index("measure")
        assert found.loc["alpha", "value"] == pytest.approx(value, abs=1e-9)


def test_alpha_is_that_of_the_published_example():
    codes = np.array(KRIPPENDORFF_2011).T - 1
    table = coincidences(codes, 5).sum(axis=0)
    assert table.sum() == 40, "the values that can be paired, as the paper counts them"
    assert np.diag(table).tolist() == [7, 10, 8, 4, 3], "the matrix of coincidences in the paper"
    assert [round(float(alpha(table, level)), 3) for level in ("nominal", "ordinal", "interval")] == [
        0.743,
        0.815,
        0.849,
    ]


@pytest.mark.parametrize("seed", range(5))
def test_kappa_is_that_of_scikit_learn_weighted_and_not(seed):
    random = np.random.default_rng(seed)
    one = random.integers(0, 4, 80)
    other = np.where(random.random(80) < 0.6, one, random.integers(0, 4, 80))
    table = confusions(one, other, 4).sum(axis=0)
    assert float(kappa(table)) == pytest.approx(cohen_kappa_score(one, other), abs=1e-9)
    squares = cohen_kappa_score(one, other, weights="quadratic")
    assert float(kappa(table, weighted=True)) == pytest.approx(squares, abs=1e-9)
    assert float(raw_agreement(table)) == pytest.approx((one == other).mean(), abs=1e-12)


def test_kappa_of_cohens_own_example():
    # Cohen 1960, table 1: 200 places, three categories.
    table = np.array([[50.0, 26, 24], [24, 4, 32], [6, 30, 4]])
    by_hand = (58 - (100 * 80 + 60 * 60 + 40 * 60) / 200) / (200 - (100 * 80 + 60 * 60 + 40 * 60) / 200)
    assert float(kappa(table)) == pytest.approx(by_hand, abs=1e-12)


def test_the_table_holds_what_is_counted_by_hand():
    one = [1] * 30 + [2] * 10
    other = [1] * 27 + [2] * 3 + [1] * 2 + [2] * 8
    found = pa.agreement(codings_of([one, other])).set_index("measure")
    assert found.loc["raw_agreement", "value"] == 35 / 40
    chance = (30 * 29 + 10 * 11) / 1600
    assert found.loc["kappa", "value"] == pytest.approx((35 / 40 - chance) / (1 - chance))
    within = 1 - (79 * 2 * 5) / (2 * 59 * 21)
    assert found.loc["alpha", "value"] == pytest.approx(within)
    precision = (
        pa.agreement(codings_of([one, other])).query("measure == 'precision'").set_index("coders")["value"]
    )
    assert precision["c0"] == 30 / 40
    assert precision["c1"] == 29 / 40
    assert precision["（一致）agreed"] == 27 / 35


def test_precision_and_recall_weigh_the_strata_as_counted_by_hand():
    gold = ["1"] * 8 + ["2"] * 2 + ["2"] * 9 + ["1"]
    table = codings_of(
        [gold, gold],
        predicted=["1"] * 10 + ["2"] * 10,
        stratum=["1"] * 10 + ["2"] * 10,
        stands_for=[5.0] * 10 + [50.0] * 10,
    )
    with pytest.warns(pa.PlanWarning, match="20 places are few"):
        found = pa.agreement(table)
    agreed = found[found["coders"] == "（一致）agreed"].set_index(["measure", "category"])["value"]
    assert agreed["precision", "1"] == pytest.approx(8 / 10)
    assert agreed["recall", "1"] == pytest.approx(8 * 5 / (8 * 5 + 50))
    assert agreed["recall", "2"] == pytest.approx(9 * 50 / (9 * 50 + 2 * 5))


@pytest.mark.parametrize(
    ("n", "same", "margin"),
    [
        (100, 0.8, [0.5, 0.5]),
        (100, 0.7, [0.5, 0.3, 0.2]),
        (200, 0.85, [0.4, 0.3, 0.2, 0.1]),
        (60, 0.8, [0.5, 0.5]),
    ],
)
def test_intervals_of_kappa_and_alpha_hold_in_95_of_100_samples(n, same, margin):
    share, k = np.array(margin), len(margin)
    # Both coders see the truth with this probability and else guess.
    truth = (1 - same**2) * np.outer(share, share) + same**2 * np.diag(share)
    value = float(kappa(truth))
    random, held = np.random.default_rng(11), np.zeros(2)
    runs = 2000
    for _ in range(runs):
        drawn = random.choice(k * k, n, p=truth.ravel())
        one, other = drawn // k, drawn % k
        found = (
            jackknife(kappa, confusions(one, other, k)),
            jackknife(alpha, coincidences(np.stack([one, other], axis=1), k)),
        )
        held += [each.low <= value <= each.high for each in found]
    assert (np.abs(held / runs - 0.95) <= 0.02).all()


@pytest.mark.parametrize(
    ("sizes", "shares", "drawn"),
    [
        ([800, 200], [0.9, 0.6], [80, 20]),
        ([5000, 300, 100], [0.85, 0.7, 0.5], [60, 60, 60]),
        ([1000], [0.8], [100]),
    ],
)
def test_intervals_of_precision_hold_in_95_of_100_stratified_samples(sizes, shares, drawn):
    right = [np.arange(n) < round(n * share) for n, share in zip(sizes, shares, strict=True)]
    value = sum(each.sum() for each in right) / sum(sizes)
    weight = np.concatenate([np.full(n, size / n) for size, n in zip(sizes, drawn, strict=True)])
    stratum = np.repeat(np.arange(len(sizes)), drawn)
    random, runs, held = np.random.default_rng(12), 3000, 0
    for _ in range(runs):
        hit = np.concatenate(
            [random.choice(each, n, replace=False) for each, n in zip(right, drawn, strict=True)]
        )
        _, low, high = weighted_share(hit, np.ones(len(hit), dtype=bool), weight, stratum)
        held += low <= value <= high
    assert abs(held / runs - 0.95) <= 0.02


@pytest.mark.parametrize(
    ("sizes", "gold", "drawn"),
    [([500, 1500], [0.85, 0.05], [100, 100]), ([500, 1500], [0.9, 0.1], [50, 150])],
)
def test_intervals_of_recall_hold_in_95_of_100_samples_stratified_by_what_the_program_said(
    sizes, gold, drawn
):
    truth = [np.arange(n) < round(n * share) for n, share in zip(sizes, gold, strict=True)]
    value = truth[0].sum() / sum(each.sum() for each in truth)
    weight = np.concatenate([np.full(n, size / n) for size, n in zip(sizes, drawn, strict=True)])
    said = np.repeat([True, False], drawn)
    random, runs, held = np.random.default_rng(13), 3000, 0
    for _ in range(runs):
        coded = np.concatenate(
            [random.choice(each, n, replace=False) for each, n in zip(truth, drawn, strict=True)]
        )
        _, low, high = weighted_share(coded & said, coded, weight, (~said).astype(int))
        held += low <= value <= high
    assert abs(held / runs - 0.95) <= 0.02


def test_a_table_coded_whole_has_no_error_of_sampling():
    hit = np.arange(10) < 9
    whole = weighted_share(hit, np.ones(10, dtype=bool), np.ones(10), np.zeros(10, dtype=int))
    assert whole == (0.9, 0.9, 0.9)
    own = weighted_share(hit, np.ones(10, dtype=bool), np.ones(10), np.zeros(10, dtype=int), finite=False)
    assert own.low < 0.6


def test_where_all_agree_the_interval_still_has_a_width_that_shrinks_with_the_sample():
    ends = []
    for n in (20, 80):
        codes = np.arange(n) % 2
        value, low, high = jackknife(kappa, confusions(codes, codes, 2))
        assert value == high == 1.0
        ends.append(low)
    assert 0.6 < ends[0] < ends[1] < 1.0


def test_one_category_throughout_has_no_kappa_and_says_so():
    with pytest.warns(pa.PlanWarning, match="kappa, alpha cannot be told"):
        found = pa.agreement(codings_of([[1] * 40, [1] * 40])).set_index("measure")
    assert np.isnan(found.loc["kappa", "value"])
    assert found.loc["raw_agreement", "value"] == 1.0


def test_places_that_one_coder_left_open_count_for_nobody():
    one = [1, 2] * 20
    other = [0, 0, *one[2:]]
    found = pa.agreement(codings_of([one, other])).set_index("measure")
    assert found.loc["raw_agreement", "n"] == found.loc["alpha", "n"] == 38


def test_the_order_of_the_rows_changes_nothing():
    table = codings_of([[1, 2, 1, 2] * 10, [1, 2, 2, 2] * 10], predicted=["1", "1", "2", "2"] * 10)
    shuffled = table.sample(frac=1, random_state=3)
    pd.testing.assert_frame_equal(pa.agreement(table), pa.agreement(shuffled))


def test_the_sentence_says_what_the_table_says_in_both_languages():
    table = pa.agreement(codings_of([[1] * 30 + [2] * 10, [1] * 28 + [2] * 12]))
    value = table.set_index("measure").loc["kappa", "value"]
    for lang, words in (("zh", "各自独立编码 40 处"), ("en", "coded 40 places independently")):
        said = pa.describe_agreement(table, lang=lang)
        assert words in said
        assert f"{value:.3f}" in said
        assert "nan" not in said
    assert pa.describe_agreement(table.iloc[:0]) == ""


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (
            lambda t: pa.agreement(t, level="ratio"),
            "level is 'ratio'; give one of nominal, ordinal, interval",
        ),
        (lambda t: pa.agreement(pd.concat([t, t.head(1)])), "the coder 'c0' has the place 1 twice"),
        (lambda t: pa.describe_agreement(pa.agreement(t), lang="fr"), "lang is 'fr'; give 'zh' or 'en'"),
    ],
)
def test_what_cannot_be_measured_is_refused_in_one_line(wrong, message):
    with pytest.raises(pa.InputError, match=message):
        wrong(codings_of([[1, 2] * 20, [1, 2] * 20]))
