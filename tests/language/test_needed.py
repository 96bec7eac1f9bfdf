"""What a pattern cannot lack: the words are in every match, whatever the pattern is made of."""

import random
import re

import pytest

from plananalysis.language.needed import needed, needs_figure, trie

PATTERNS = [
    "转载",
    "(?:请勿|严禁).{0,4}(?:转载|外传)",
    "[甲乙]丙?丁",
    "(?<!不)准(?!入)许",
    "(?:甲|)乙",
    "(?:甲乙){2,}丙",
    "甲+?乙|丙{3}",
    "^【?声明】?",
    r"(?<!\d)1[3-9]甲",
    "(?P<one>甲(?:乙|丙)?)丁",
]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_every_text_in_which_a_pattern_is_found_holds_one_of_its_words(pattern):
    words = needed(pattern)
    assert words
    chance = random.Random(7)
    letters = sorted(set(re.sub(r"[^\u4e00-\u9fff13【】]", "", pattern)) | {"X"})
    found = 0
    for _ in range(20_000):
        text = "".join(chance.choices(letters, k=chance.randint(1, 6)))
        pieces = chance.choices([*words, text], k=2)
        text = "".join(pieces)
        if re.search(pattern, text):
            found += 1
            assert any(word in text for word in words), text
    assert found


@pytest.mark.parametrize(
    "pattern", [r"\d+", "[^甲]", "甲?", "(?:甲|.)", "(?i:abc)", "(?i)abc", r"(?:\w)\w|甲", ""]
)
def test_nothing_is_said_of_a_pattern_that_matches_texts_without_a_common_word(pattern):
    assert needed(pattern) is None


def test_the_most_telling_part_is_kept_where_a_pattern_stands_for_too_many_words():
    assert needed(r"[\u4e00-\u9fff]要点") == {"要点"}
    assert needed("[甲乙].{0,9}工作要点") == {"工作要点"}


def test_an_expression_of_words_finds_each_of_them_or_its_beginning():
    words = ["关注", "关注公众号", "公众号", "www.", "(a)"]
    pattern, found_as = trie(words)
    for word in words:
        assert re.search(pattern, word)[0] == found_as[word]
        assert word.startswith(found_as[word])


def test_an_expression_of_no_words_finds_nothing():
    assert not re.search(trie([])[0], "任何文字")


@pytest.mark.parametrize(
    "pattern", [r"\d", r"约?\d+个", r"(?:第\d+|\d)章", r"(?P<n>\d{2,})", r"(?<!\d)\d(?!\d)"]
)
def test_a_pattern_that_needs_a_figure_says_so(pattern):
    assert needs_figure(pattern)


@pytest.mark.parametrize(
    "pattern", [r"\d*个", r"(?:\d|一)个", r"[\d一]个", r"[^\d]", r"(?=\d)?个", r"(?!\d)个", r"\d?", r"\D", ""]
)
def test_a_pattern_that_matches_texts_without_a_figure_needs_none(pattern):
    assert not needs_figure(pattern)
