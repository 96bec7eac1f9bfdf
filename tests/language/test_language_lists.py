"""Word lists: each word stands once in its groups, and the expressions made of them match what they should."""

import re
from itertools import combinations

import pytest

from plananalysis.language import (
    adverbs,
    any_of,
    measures,
    numerals,
    organisations,
    places,
    slogan_heads,
    verbs,
)


@pytest.mark.parametrize(("one", "other"), list(combinations(range(len(adverbs.GROUPS)), 2)))
def test_an_adverb_is_in_one_group_only(one, other):
    assert not adverbs.GROUPS[one] & adverbs.GROUPS[other]


def test_every_set_of_adverbs_is_made_of_the_groups_or_of_known_words():
    known = frozenset().union(*adverbs.GROUPS) | verbs.ROUTINE_VERBS | adverbs.JOINING_PARTICLES
    for name in ("BEFORE_ROUTINE_VERBS", "LEFT_OUT_OF_FRAMES", "KEPT_IN_FRAMES", "BEFORE_LEADING_VERBS"):
        assert getattr(adverbs, name) <= known


def test_no_word_is_both_left_out_of_frames_and_kept_in_them():
    assert not adverbs.LEFT_OUT_OF_FRAMES & adverbs.KEPT_IN_FRAMES


def test_a_routine_verb_is_no_task_verb_besides():
    assert not verbs.ROUTINE_VERBS & verbs.TASK_VERBS


@pytest.mark.parametrize("name", [*organisations.PARTY, *organisations.OFFICES, *organisations.ENTERPRISES])
def test_the_longest_ending_of_an_organisation_is_found(name):
    found = re.search(rf"{any_of(organisations.UNIT_NAMES)}$", f"某某{name}")
    assert found
    assert found[0].endswith(name)


def test_every_department_can_sign_lead_and_be_joined():
    for purpose in (organisations.ISSUERS, organisations.LEADING_BODIES, organisations.JOINED_BODIES):
        assert set(organisations.DEPARTMENTS) <= set(purpose)


def test_a_province_in_full_ends_as_places_do():
    assert all((short + rest).endswith(places.PLACE_ENDINGS) for short, rest in places.PROVINCES.items())


def test_numerals_are_worth_what_they_say():
    assert [numerals.VALUES[char] for char in "〇一二三四五六七八九两零"] == [*range(10), 2, 0]


@pytest.mark.parametrize("word", sorted(measures.BEGINS_WORDS))
def test_a_measure_word_counts_unless_a_common_word_begins_with_it(word):
    found = re.compile(f"3(?:{measures.measures()})(?![\u4e00-\u9fff])")
    assert found.search(f"3{word}，")
    for rest in measures.BEGINS_WORDS[word]:
        assert not re.match(f"3(?:{measures.measures()})", f"3{word}{rest}"), rest


@pytest.mark.parametrize("unit", [*measures.UNITS, *measures.COUNTED])
def test_every_unit_is_read_whole(unit):
    assert re.match(f"(?:{measures.measures()})", f"{unit}，")[0] == unit


def test_a_head_names_a_policy_or_a_thing():
    assert not slogan_heads.POLICY_HEADS & slogan_heads.THING_HEADS


def test_bare_frames_are_routine_verbs():
    assert verbs.BARE_FRAMES <= verbs.ROUTINE_VERBS
