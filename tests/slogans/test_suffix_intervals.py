"""Intervals of the suffix array against plain search in the string."""

import numpy as np

from plananalysis.slogans.suffixes import find_string, intervals, sort_suffixes


def codes_of(text: str) -> np.ndarray:
    return np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32)


def test_every_interval_holds_exactly_the_places_of_its_string():
    rng = np.random.default_rng(3)
    for size, letters in ((1, 1), (70, 1), (400, 2), (9000, 3)):
        text = "".join(rng.choice(list("甲乙丙丁")[:letters], size))
        suffixes = sort_suffixes(codes_of(text))
        places = rng.integers(0, size, 60)
        lengths = np.minimum(rng.integers(1, 12, 60), size - places)
        low, high = intervals(suffixes, places, lengths)
        for place, length, a, b in zip(places, lengths, low, high, strict=True):
            wanted = text[place : place + length]
            expected = [i for i in range(size) if text.startswith(wanted, i)]
            assert sorted(suffixes.order[a:b].tolist()) == expected
            assert text.startswith(wanted, find_string(text, suffixes, wanted))


def test_absent_strings_and_no_text():
    suffixes = sort_suffixes(codes_of("甲乙甲"))
    assert find_string("甲乙甲", suffixes, "丙") == -1
    empty = sort_suffixes(codes_of(""))
    assert len(empty.order) == 0 and find_string("", empty, "甲") == -1
