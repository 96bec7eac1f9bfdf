"""Topics: planted groups of words are found again, and shares add up."""

import numpy as np
import pytest

from plananalysis import corpus_from_texts
from plananalysis.errors import InputError
from plananalysis.examples import spaced_corpus
from plananalysis.tables import empty
from plananalysis.themes import find_topics, topic_shares

GROUPS = {"学": "党课 宣讲 读书 研讨", "廉": "巡察 监察 廉政 警示", "农": "粮食 农田 种业 乡村"}


@pytest.fixture(scope="module")
def planted():
    draw = np.random.default_rng(5)
    texts, units = {}, []
    for name, words in GROUPS.items():
        for i in range(10):
            texts[f"{name}{i}"] = " ".join(draw.choice(words.split(), 8))
            units.append(name)
    return spaced_corpus(texts, unit=units)


def test_planted_topics_are_found_and_stable(planted):
    corpus, tokens = planted
    table = find_topics(tokens, corpus, n_topics=3)
    found = {frozenset(terms.split("｜")) for terms in table["terms"]}
    assert found == {frozenset(words.split()) for words in GROUPS.values()}
    assert table["share"].sum() == pytest.approx(1)
    assert (table["share"].diff().dropna() <= 0).all()
    assert (table["stability"] > 0.99).all()


def test_too_many_topics_are_less_stable(planted):
    corpus, tokens = planted
    assert find_topics(tokens, corpus, n_topics=8)["stability"].min() < 0.9


def test_shares_tell_the_units_apart_and_sum_to_one(planted):
    corpus, tokens = planted
    table = topic_shares(tokens, corpus, n_topics=3)
    assert table.groupby("group")["share"].sum().tolist() == pytest.approx([1, 1, 1])
    assert table.groupby("group")["share"].max().tolist() == pytest.approx([1, 1, 1], abs=0.01)
    labels = find_topics(tokens, corpus, n_topics=3).set_index("topic")["label"]
    assert (table["label"] == table["topic"].map(labels)).all()


def test_the_same_topics_every_time(planted):
    corpus, tokens = planted
    assert find_topics(tokens, corpus, n_topics=3).equals(find_topics(tokens, corpus, n_topics=3))


def test_nothing_to_find_gives_empty_tables():
    corpus, tokens = corpus_from_texts({}), empty("tokens")
    assert find_topics(tokens, corpus).empty
    assert topic_shares(tokens, corpus).empty


def test_a_number_of_topics_below_one_is_named(planted):
    corpus, tokens = planted
    with pytest.raises(InputError, match="n_topics must be 1 or more, not 0"):
        find_topics(tokens, corpus, n_topics=0)
