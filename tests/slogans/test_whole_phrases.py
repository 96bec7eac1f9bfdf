"""A phrase ends where it is closed, lists are one row in every order, and names have what is before them."""

import numpy as np
import pandas as pd
import pytest

from plananalysis.corpus import corpus_from_texts
from plananalysis.slogans import find_slogans, slogan_occurrences
from plananalysis.slogans.closure import closed, closed_side
from plananalysis.slogans.orders import main_lists
from plananalysis.slogans.phrase_forms import read_form
from plananalysis.slogans.shared_phrases import _is_frame, _score_at, _whole

PLACES = "甲乙丙丁戊己庚辛壬癸子丑"
CLOSED = {"free": 0.5, "entropy": 3.0, "bound": 1, "joined": 0.0}
NAMES = pd.DataFrame({"term": ["渠长制"], "members": [""]})


def sides(n: int, **right: float) -> pd.DataFrame:
    """Return a string of so many places that is closed on the left."""
    row = {f"left_{name}": value for name, value in CLOSED.items()}
    row |= {f"right_{name}": value for name, value in {**CLOSED, **right}.items()}
    return pd.DataFrame([{"n": n, **row}])


@pytest.mark.parametrize(
    ("n", "right", "whole"),
    [
        (10, {}, True),
        (10, {"free": 0.0, "bound": 9, "entropy": 0.5}, False),  # nine of ten go on with one letter
        (10, {"free": 0.0, "bound": 8, "entropy": 1.3}, True),  # two places of its own
        (10, {"free": 0.0, "bound": 6, "entropy": 0.9}, False),  # always one of two letters
        (10, {"free": 0.1, "bound": 6, "entropy": 0.9}, True),
        (10, {"free": 1.0, "bound": 0, "joined": 0.9}, False),  # the first half of something
        (3, {"free": 1.0, "bound": 0, "joined": 1.0}, True),  # three places are no evidence of that
        (3, {"free": 0.0, "bound": 2, "entropy": 0.9}, True),
        (3, {"free": 0.0, "bound": 3, "entropy": 0.0}, False),
        (1, {"free": 0.0, "bound": 1}, False),
        (1, {"free": 1.0, "bound": 0}, True),
    ],
)
def test_a_side_is_open_where_a_string_goes_on(n: int, right: dict, whole: bool) -> None:
    assert closed(sides(n, **right)).tolist() == [whole]


def test_a_half_is_allowed_where_it_is_asked_for() -> None:
    table = sides(10, free=1.0, bound=0, joined=1.0)
    assert [closed_side(table, "right", half=half)[0] for half in (False, True)] == [False, True]


def plans(*sentences: str) -> pd.DataFrame:
    """Return the slogans of twelve plans, each with all sentences, which say where they are said, by slogan."""
    texts = {
        f"{place}县": f"{place}县年度工作要点\n"
        + "".join(sentence.format(place) for sentence in sentences)
        + "\n"
        for place in PLACES
    }
    return find_slogans(corpus_from_texts(texts), register=NAMES, extend=False).set_index("slogan")


def test_what_always_goes_on_has_no_row_of_its_own() -> None:
    found = plans(
        "{0}县围绕毛竹兴县战略，备好材料。", "坚持毛竹兴县战略，{0}县不误农时。", "毛竹兴县战略由{0}县承办。"
    )
    assert found.loc["毛竹兴县战略", "n"] == 36
    assert not {"毛竹兴县", "竹兴县战略", "兴县战略"} & set(found.index)


def test_what_always_stands_behind_a_conjunction_is_half_of_something() -> None:
    found = plans(
        "{0}县推进山路建设和毛竹加工。",
        "坚持山路建设和毛竹加工，{0}县不误农时。",
        "山路建设和毛竹加工在{0}县是根本。",
    )
    assert found.loc["山路建设和毛竹加工", "n"] == 36
    assert not {"毛竹加工", "山路建设"} & set(found.index)


def test_orders_of_a_list_are_one_row_and_are_counted_on_it() -> None:
    texts = {
        "甲": "引导各村清水渠、修木桥、种毛竹。",
        "乙": "做到清水渠，修木桥，种毛竹。",
        "丙": "坚持种毛竹、清水渠、修木桥。",
        "丁": "带头种毛竹、清水渠、修木桥。",
    }
    corpus = corpus_from_texts(texts)
    found = find_slogans(corpus, register=NAMES, extend=False)
    orders = {"清水渠、修木桥、种毛竹", "种毛竹、清水渠、修木桥"}
    rows = found[found["slogan"].isin(orders)]
    assert rows[["n", "n_docs"]].to_numpy().tolist() == [[4, 4]]
    assert orders - set(rows["slogan"]) < set(rows["variants"].iloc[0].split("｜"))
    places = slogan_occurrences(corpus, found)
    places = places[places["slogan"] == rows["slogan"].iloc[0]]
    assert set(places["text"]) == orders | {"清水渠，修木桥，种毛竹"}
    assert sorted(places["doc_id"]) == sorted(texts)


def test_lists_are_the_same_in_any_order_and_written_together_if_they_are_long_enough() -> None:
    texts = ["修渠、护坡、清淤", "清淤、修渠、护坡", "清淤修渠护坡", "渠道、沟渠", "渠道沟渠", "护坡、清淤"]
    assert main_lists(texts) == [0, 0, 0, 3, 4, 5]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("逐步修复", False),
        ("渠网修复", True),
        ("出现的渠网", False),
        ("秀美的渠网", True),
        ("渠网向山区延伸", False),
        ("渠网很坚固", False),
        ("渠网进展", True),
        ("显著进展", False),
        ("各项渠务", False),
        ("一批渠道", False),
        ("秀美渠网", True),
    ],
)
def test_prose_is_told_by_its_verb_or_its_head(text: str, phrase: bool) -> None:
    assert read_form(text, 1.0, built=False).phrase is phrase


def test_a_row_of_verbs_may_end_with_one_where_clauses_do() -> None:
    forms = [read_form("清淤加固增长", 1.0, built=False, ends=ends).phrase for ends in (False, True)]
    assert forms == [False, True]


def test_a_verb_that_pushes_on_is_no_part_even_with_its_adverb() -> None:
    assert [_is_frame(text) for text in ("协同推进", "坚持和完善", "全面建设", "渠网")] == [
        True,
        True,
        False,
        False,
    ]


def test_a_longer_phrase_takes_the_place_of_the_part_that_it_stands_for() -> None:
    table = pd.DataFrame(
        {"text": ["山路振兴", "毛竹", "竹编山路振兴"], "n": [9, 9, 9], "piece": [True, False, False]}
    )
    assert _whole(table, np.zeros(3, dtype=bool), np.arange(3)).tolist() == [2, 1]


def test_scores_go_on_falling_behind_the_last_row() -> None:
    scores = _score_at(np.array([0.0, 1.0, 2.0, 3.0]), np.array([4.0, 2.0]))
    assert scores.tolist() == pytest.approx([4, 2, 2 / 1.5, 1])


def test_a_name_has_the_nouns_before_it_and_no_verb_of_what_became_of_it() -> None:
    texts = {"甲": "实施山区沟渠“护水”行动。“清水渠”入选国家示范项目。"}
    found = set(find_slogans(corpus_from_texts(texts), register=NAMES, extend=False)["slogan"])
    assert "山区沟渠护水行动" in found
    assert not any("入选" in slogan for slogan in found)
