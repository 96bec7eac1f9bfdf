"""The score of a slogan by hand: each signal, its weight, and what is left of it."""

import math

import numpy as np
import pandas as pd
import pytest

from plananalysis.slogans import signals
from plananalysis.slogans.scoring import most_promising, score_candidates
from plananalysis.slogans.traits import Traits, read_traits
from plananalysis.slogans.weights import WEIGHTS, weighed

PLAIN = {
    "n": 1,
    "n_docs": 1,
    "n_units": 1,
    "n_quoted": 0,
    "quoted_docs": 0,
    "left_edge": 0.0,
    "right_edge": 0.0,
    "left_free": 0.0,
    "right_free": 0.0,
    "left_entropy": 0.0,
    "right_entropy": 0.0,
    "left_bound": 0,
    "right_bound": 0,
    "left_joined": 0.0,
    "right_joined": 0.0,
    "aligned": 1.0,
    "cohesion": 1.0,
    "bare": "",
}
FREE = {"left_free": 0.5, "right_free": 0.5}
"""Half of the places are behind or before a particle."""


def candidates(*rows: dict) -> pd.DataFrame:
    """Return a table of candidates: what a row does not say is that of a string seen once, inside a clause."""
    return pd.DataFrame([{**PLAIN, **row, "length": len(row["text"])} for row in rows])


def traits(*rows: dict, n_documents: int = 4, known: frozenset[str] = frozenset()) -> Traits:
    return read_traits(candidates(*rows), n_documents, known)


def value(signal, row: dict, **options) -> float:
    return math.prod(float(factor[0]) for factor in signal(traits(row, **options)))


def test_quotation_by_hand():
    four = {"text": "三会一课", "n": 4, "n_docs": 4, "n_quoted": 1, "quoted_docs": 1}
    assert value(signals.quotation, four) == pytest.approx(math.sqrt(1 / 4))
    everywhere = {**four, "n_quoted": 4, "quoted_docs": 4}
    assert value(signals.quotation, everywhere) == pytest.approx(1 + 0.5 * 2)
    assert value(signals.quotation, {**four, "n_quoted": 0, "quoted_docs": 0}) == 0


def test_quotation_tells_no_more_than_three_however_many_quote_it():
    row = {"text": "三会一课", "n": 999, "n_docs": 999, "n_quoted": 999, "quoted_docs": 999}
    assert value(signals.quotation, row, n_documents=999) == 3


def test_a_shape_without_marks_must_stand_freely():
    bound = {"text": "一岗双责"}
    assert value(signals.shape, bound) == pytest.approx(0.8 * (0.35 + 0.65 * 0.25))
    free = {**bound, "left_edge": 1.0, "right_edge": 1.0}
    assert value(signals.shape, free) == pytest.approx(0.8)
    assert value(signals.shape, {"text": "四个意识", "n_quoted": 1, "quoted_docs": 1}) == pytest.approx(0.5)
    assert value(signals.shape, {"text": "河道清淤"}) == 0


def test_form_asks_for_the_edges_of_clauses():
    row = {"text": "讲政治、守纪律、负责任"}
    inside = value(signals.form, row)
    outside = value(signals.form, {**row, "left_edge": 1.0, "right_edge": 1.0})
    assert inside / outside == pytest.approx(0.4 + 0.6 * 0.3)
    assert value(signals.form, {"text": "河道清淤"}) == 0


def test_standing_is_nothing_where_one_factor_is():
    row = {"text": "守住渠岸每一寸", "n": 4, "n_docs": 4, "left_edge": 1.0, "right_edge": 1.0}
    assert value(signals.standing, row) > 0.5
    assert value(signals.standing, {**row, "n": 1, "n_docs": 1}) == 0
    assert value(signals.standing, {**row, "cohesion": 0.0}) < value(signals.standing, row)


def test_spread_by_hand():
    read = traits(
        {"text": "河道清淤", "n": 2, "n_docs": 2}, {"text": "渠岸巡查", "n": 16, "n_docs": 16}, n_documents=16
    )
    assert read.spread.tolist() == pytest.approx([(1 / 4) ** 0.7, 1])
    assert read.doublings.tolist() == [1, 4]


def test_other_orders_of_the_same_clauses_stand_together():
    read = traits(
        {"text": "走在前、作表率", "n": 2, "n_docs": 2}, {"text": "做表率、走在前", "n": 3, "n_docs": 3}
    )
    assert read.docs.tolist() == [4, 4], "five documents of four are four"


def test_the_score_is_the_sum_of_weights_times_signals():
    row = {"text": "三会一课", "n": 2, "n_docs": 2, "n_quoted": 1, "quoted_docs": 1}
    read = traits(row)
    by_hand = 0.0
    for weight in WEIGHTS:
        base = weight.weight
        if weight.less_per_doubling:
            base = max(weight.least, base - weight.less_per_doubling * 2)  # four documents are two doublings
        factors = weight.signal(read)
        by_hand += (base + weight.with_spread * float(read.spread[0])) * math.prod(
            float(each[0]) for each in factors
        )
    assert float(weighed(read)[0]) == pytest.approx(by_hand)
    assert float(score_candidates(candidates(row), 4, frozenset())["score"].iloc[0]) == pytest.approx(by_hand)


def test_amounts_have_no_score():
    rows = [{"text": text, "n": 4, "n_docs": 4, **FREE} for text in ("五个工作日内", "渠务一条心")]
    scored = score_candidates(candidates(*rows), 4, frozenset()).set_index("text")["score"]
    assert scored["五个工作日内"] == 0 < scored["渠务一条心"]


def test_little_is_left_of_what_holds_a_date():
    read = traits({"text": "渠务一条心", "n": 4, "n_docs": 4})
    sound, dated = (signals.soundness(read, np.array([flag]))[0] for flag in (False, True))
    assert (sound, dated) == (1, pytest.approx(0.05))


def test_what_is_known_scores_more_and_a_fragment_less():
    row = {"text": "渠务一条心", "n": 4, "n_docs": 4, **FREE}
    unknown, listed = (
        score_candidates(candidates(row), 4, known)["score"].iloc[0]
        for known in (frozenset(), frozenset(["渠务一条心"]))
    )
    assert listed == pytest.approx(unknown + 0.5 * (1 + 1))
    fragment = {**row, "text": "的渠务一条心"}
    assert score_candidates(candidates(fragment), 4, frozenset())["score"].iloc[0] < 0.3 * unknown


def test_a_quoted_figure_lends_its_strength_to_the_name_it_stands_in():
    rows = [
        {"text": "1262", "n_quoted": 1, "quoted_docs": 1},
        {"text": "1262预警叫应机制", "bare": "1262"},
        {"text": "预警叫应机制"},
    ]
    scored = score_candidates(candidates(*rows), 4, frozenset()).set_index("text")["score"]
    assert scored["1262预警叫应机制"] == pytest.approx(2.0)
    assert scored["预警叫应机制"] < 1


def test_what_is_quoted_is_always_read():
    quoted = {"text": "邻里灯火", "n_quoted": 1, "quoted_docs": 1, "left_free": 0.0}
    rows = [{"text": f"渠岸巡查{i}组", "n": 9, "n_docs": 4, "left_edge": 1.0} for i in range(5)]
    assert "邻里灯火" in set(most_promising(candidates(*rows, quoted), count=1)["text"])


@pytest.mark.parametrize("weight", WEIGHTS, ids=lambda weight: weight.signal.__name__)
def test_every_weight_says_why_and_what_fixed_it(weight):
    assert weight.reason
    assert "without it" in weight.gold
    assert (weight.signal.__doc__ or "").startswith("Return")


def test_every_signal_is_weighed():
    named = {
        name
        for name, found in vars(signals).items()
        if callable(found) and getattr(found, "__annotations__", {}).get("return") == signals.Factors
    }
    assert named == {weight.signal.__name__ for weight in WEIGHTS}


def test_no_signal_changes_its_input():
    read = traits({"text": "讲政治、守纪律", "n": 3, "n_docs": 2, "n_quoted": 1, "quoted_docs": 1})
    before = [np.array(array, copy=True) for array in read if isinstance(array, np.ndarray)]
    weighed(read)
    after = [array for array in read if isinstance(array, np.ndarray)]
    assert all(np.array_equal(a, b) for a, b in zip(before, after, strict=True))
