"""What a slogan of several senses means at a place: by what is near it, by year, by scope, else it is open."""

import pandas as pd
import pytest

from plananalysis import corpus_from_texts, slogan_occurrences
from plananalysis.slogans.senses import choose_sense

TERM = "三件实事"
REGISTER = pd.DataFrame(
    [
        (TERM, "修渠｜筑坝｜植柳", 1990, "central", "旧令"),
        (TERM, "查堤｜守堰｜清淤", 2020, "central", "新令"),
        (TERM, "点灯｜磨面｜摆渡", 2021, "local", "河东县渠务会"),
    ],
    columns=["term", "members", "first_year", "scope", "source"],
)


def places(text: str, *, year: int = 2023, unit: str = "城西县", register: pd.DataFrame = REGISTER):
    facts = pd.DataFrame({"doc_id": ["a"], "unit": [unit], "year": [year]})
    corpus = corpus_from_texts({"a": text}, facts)
    return slogan_occurrences(corpus, pd.DataFrame({"slogan": [TERM, "两件新事"]}), register=register)


@pytest.mark.parametrize(
    ("text", "sense"),
    [
        (f"办好“{TERM}”，坚持查堤、守堰、清淤。", "查堤｜守堰｜清淤"),
        (f"修渠、筑坝都要抓紧，办好{TERM}。", "修渠｜筑坝｜植柳"),
        (f"办好{TERM}：点灯、磨面、摆渡。", "点灯｜磨面｜摆渡"),
    ],
)
def test_the_sense_is_that_whose_members_are_said_near(text, sense):
    assert places(text)["sense"].tolist() == [sense]


def test_a_place_without_members_is_open_and_names_the_candidates():
    row = places(f"继续办好{TERM}。").iloc[0]
    assert row["sense"] == ""
    assert row["candidates"].split("；") == REGISTER["members"].tolist()


def test_a_sense_is_never_younger_than_the_document():
    assert places(f"继续办好{TERM}。", year=2005)["sense"].tolist() == ["修渠｜筑坝｜植柳"]
    assert places(f"查堤、守堰、清淤，办好{TERM}。", year=1980)["sense"].tolist() == [""]


def test_a_local_sense_is_that_of_its_unit():
    assert places(f"继续办好{TERM}。", unit="河东县")["sense"].tolist() == ["点灯｜磨面｜摆渡"]


def test_a_head_that_everybody_counts_needs_its_members_near():
    one = [{"members": "甲渠｜乙坝｜丙堤", "first_year": 2000, "scope": "central", "source": ""}]
    assert choose_sense("三大工程", "", one, year=2020, unit="")[0] == ""
    assert choose_sense("三大工程", "修甲渠和乙坝", one, year=2020, unit="")[0] == "甲渠｜乙坝｜丙堤"
    assert choose_sense("三件实事", "", one, year=2020, unit="")[0] == "甲渠｜乙坝｜丙堤"


def test_members_far_away_say_nothing():
    far = f"查堤、守堰、清淤。{'渠水长流' * 100}办好{TERM}。"
    assert places(far)["sense"].tolist() == [""]


def test_a_numbered_slogan_beside_another_number_is_part_of_a_longer_one():
    text = f"办好两个{TERM}，查堤、守堰，再办好{TERM}。"
    found = places(text)
    assert found["start"].tolist() == [text.rindex(TERM)]
    assert found["sense"].tolist() == ["查堤｜守堰｜清淤"]


def test_what_the_corpus_explains_is_the_sense_where_the_register_has_none():
    corpus = corpus_from_texts({"a": f"办好{TERM}。"})
    slogans = pd.DataFrame({"slogan": [TERM], "members": ["听水｜看水｜管水"]})
    assert slogan_occurrences(corpus, slogans)["sense"].tolist() == ["听水｜看水｜管水"]
