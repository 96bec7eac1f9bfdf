"""A wide passage is more than a row of tight pieces with other text between them."""

import random

import numpy as np
import pandas as pd
import pytest

from plananalysis.corpus import corpus_from_texts
from plananalysis.reuse.matches import Matches
from plananalysis.reuse.matching.choose import choose, hangs_together
from plananalysis.reuse.seeds.bigrams import bigrams_of
from plananalysis.reuse.seeds.common import Common, without_crowded
from plananalysis.reuse.seeds.fingerprint import Fingerprint, fingerprint, whole_grams
from plananalysis.reuse.seeds.grams import find_grams
from plananalysis.reuse.seeds.runs import Runs

LETTERS = (
    "山水田园春秋冬夏东南西北天地人和风雨云雪花草树木江河湖海日月星光村镇城乡路桥车船门窗房屋桌椅书画琴棋"
    "衣食住行米面油盐鱼虾牛羊猪马鸡鸭茶酒糖果父母兄弟姐妹朋友老师学生工人农民商店医院市场学校公园车站机场"
)


def babble(seed: int, n: int) -> str:
    rng = random.Random(seed)
    return "".join(rng.choice(LETTERS) for _ in range(n))


def documents(a: str, b: str) -> Fingerprint:
    texts = {"a": a, "b": b} | {f"z{i}": babble(100 + i, 2000) for i in range(4)}
    units = pd.DataFrame({"doc_id": list(texts), "unit": list(texts)})
    return fingerprint(corpus_from_texts(texts, units))


def clusters(fp: Fingerprint, *rows: tuple[int, int, int, int]) -> Matches:
    """Return ranges given in letters of the first and the second document."""
    a, b = int(fp.starts[0]), int(fp.starts[1])
    table = np.asarray(rows, dtype=np.int64).reshape(-1, 4) + np.asarray([a, a, b, b])
    return Matches(*table.T)


def stands(piece: int, other: int, between: str = "") -> bool:
    """Say whether two verbatim pieces are one passage, with so many letters between them on one side."""
    first, second = babble(1, piece), babble(2, piece)
    fp = documents(first + (between or babble(3, other)) + second, first + second)
    wide = clusters(fp, (0, 2 * piece + other, 0, 2 * piece))
    pieces = clusters(fp, (0, piece, 0, piece), (piece + other, 2 * piece + other, piece, 2 * piece))
    return bool(hangs_together(fp, bigrams_of(fp.codes), wide, pieces)[0])


@pytest.mark.parametrize(
    ("piece", "other", "expected"),
    [
        (50, 25, True),  # 25 of 125 letters, between long pieces
        (30, 15, False),  # 15 of 75 letters, between short pieces
        (30, 9, True),  # 9 of 69 letters are little
        (50, 40, True),  # the sides are 140 and 100 letters
        (50, 45, False),  # 145 and 100 are no longer alike
    ],
)
def test_inserted_text_parts_short_pieces_only(piece, other, expected):
    assert stands(piece, other) == expected


def test_much_other_text_on_both_sides_parts_long_pieces():
    first, second = babble(1, 50), babble(2, 50)
    for size, expected in ((50, True), (75, False)):  # a third, and 75 of 175 letters
        fp = documents(first + babble(3, size) + second, first + babble(4, size) + second)
        end = 100 + size
        wide = clusters(fp, (0, end, 0, end))
        pieces = clusters(fp, (0, 50, 0, 50), (50 + size, end, 50 + size, end))
        assert hangs_together(fp, bigrams_of(fp.codes), wide, pieces).tolist() == [expected]


def test_text_between_pieces_that_is_a_copy_too_joins_them():
    first, middle, second = babble(1, 30), babble(3, 60), babble(2, 30)
    moved = middle[30:] + middle[:30]
    fp = documents(first + middle + second, first + moved + second)
    wide = clusters(fp, (0, 120, 0, 120))
    pieces = clusters(fp, (0, 30, 0, 30), (90, 120, 90, 120))
    assert hangs_together(fp, bigrams_of(fp.codes), wide, pieces).tolist() == [True]


def test_long_pieces_inside_a_wide_passage_go_and_short_ones_stay():
    fp = documents(babble(1, 200), babble(2, 200))
    pieces = clusters(fp, (0, 50, 100, 150), (60, 90, 10, 40), (150, 199, 150, 199))
    wide = clusters(fp, (0, 120, 0, 150))
    keep, keep_wide = choose(fp, pieces, np.asarray([50.0, 30.0, 49.0]), wide)
    assert keep.tolist() == [False, True, True]
    assert keep_wide.tolist() == [True]


def test_of_pieces_that_cover_each_other_the_better_stays():
    fp = documents(babble(1, 200), babble(2, 200))
    pieces = clusters(fp, (0, 50, 0, 50), (10, 50, 10, 50), (100, 150, 0, 50))
    none = clusters(fp)
    assert choose(fp, pieces, np.asarray([40.0, 30.0, 9.0]), none)[0].tolist() == [True, False, True]
    assert choose(fp, pieces, np.asarray([30.0, 40.0, 9.0]), none)[0].tolist() == [False, True, True]


def test_short_grams_inside_crowded_wording_make_no_pairs():
    wording = babble(5, 12)
    fp = documents(babble(1, 20) + wording + babble(2, 20), babble(3, 20) + wording + babble(4, 20))
    grams = find_grams(fp, whole_grams(fp.codes, 4), 4)
    longer = find_grams(fp, whole_grams(fp.codes, 10), 10)
    none = np.empty(0, dtype=np.int64)
    crowded = np.zeros(fp.codes.size, dtype=bool)
    for number in (0, 1):
        start = int(fp.starts[number]) + 20
        crowded[start : start + 3] = True  # three tens begin in twelve letters
    common = Common(10, longer, Runs(none, none, none), crowded, np.zeros_like(crowded))
    left = without_crowded(grams, common, 4)
    inside = {int(fp.starts[i]) + 20 + j for i in (0, 1) for j in range(9)}
    assert set(np.flatnonzero(grams.docs).tolist()) >= inside
    assert set(np.flatnonzero(left.docs).tolist()) == set(np.flatnonzero(grams.docs).tolist()) - inside
    places = [int(at) for positions, _ in left.groups for at in positions]
    assert sorted(places) == np.flatnonzero(left.docs).tolist()
    assert without_crowded(grams, common._replace(crowded=np.zeros_like(crowded)), 4) is grams
