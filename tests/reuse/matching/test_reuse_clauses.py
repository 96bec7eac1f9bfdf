"""Agreement of clauses by hand; a reordered copy is told from another text on the same topic."""

import random

import numpy as np
import pandas as pd
import pytest

from plananalysis.corpus import corpus_from_texts
from plananalysis.reuse import find_reuse
from plananalysis.reuse.agreement import shared_letters
from plananalysis.reuse.matches import Matches
from plananalysis.reuse.matching import clauses
from plananalysis.reuse.matching.choose import covered_by_piece
from plananalysis.reuse.matching.clauses import agreed, follow_clauses
from plananalysis.reuse.seeds.fingerprint import Fingerprint, fingerprint


def two(a: str, b: str) -> tuple[Fingerprint, Matches]:
    """Return two texts as letters, and a passage that takes the whole of both."""
    units = pd.DataFrame({"doc_id": ["a", "b"], "unit": ["东乡", "西乡"]})
    fp = fingerprint(corpus_from_texts({"a": a, "b": b}, units))
    return fp, Matches(fp.starts[:1], fp.ends[:1], fp.starts[1:], fp.ends[1:])


def followed(a: str, b: str) -> tuple[str, str, float]:
    """Return what is left of two texts, and how well their clauses agree."""
    fp, found = two(a, b)
    left, agreement = follow_clauses(fp, found)
    sides = ((0, left.a0[0], left.a1[0]), (1, left.b0[0], left.b1[0]))
    texts = [fp.texts[doc][fp.origin[first] : fp.origin[last - 1] + 1] for doc, first, last in sides]
    return texts[0], texts[1], float(agreement[0])


def common(x: str, y: str) -> int:
    """Return the length of a longest common subsequence, by the textbook recurrence."""
    row = [0] * (len(y) + 1)
    for p in x:
        last = row[:]
        for j, q in enumerate(y):
            row[j + 1] = last[j] + 1 if p == q else max(row[j], last[j + 1])
    return row[-1]


def test_swapped_clauses_agree_wholly():
    a, b = "逐段查看渠岸，渗漏当日填补，插上竹签为记。", "插上竹签为记，逐段查看渠岸，渗漏当日填补。"
    assert followed(a, b) == (a[:-1], b[:-1], 1.0)


def test_agreement_is_the_mean_over_letters_of_the_smaller_side():
    a, b = "逐段查看渠岸，渗漏当日填补。", "渗漏当日填补完毕，逐段细看渠岸。"
    # 6 letters with 5 of 6 in common on both sides; 6 against 8 with 6 in common.
    first, second = 2 * 5 / (6 + 6), 2 * 6 / (6 + 8)
    by_a = (6 * first + 6 * second) / 12
    by_b = (8 * second + 6 * first) / 14
    assert followed(a, b)[2] == pytest.approx(min(by_a, by_b))
    assert by_b != pytest.approx(by_a)


def test_agreement_equals_the_mean_of_best_counterparts():
    rng = random.Random(3)
    checked = 0
    for _ in range(40):
        a = ["".join(rng.choice("春夏秋冬山水风") for _ in range(rng.randint(4, 9))) for _ in range(4)]
        b = ["".join(rng.choice("春夏秋冬山水风") for _ in range(rng.randint(4, 9))) for _ in range(5)]
        means, lowest = [], 1.0
        for here, there in ((a, b), (b, a)):
            best = [max(2 * common(x, y) / (len(x) + len(y)) for y in there) for x in here]
            lowest = min(lowest, *best)
            means.append(sum(len(x) * s for x, s in zip(here, best, strict=True)) / sum(map(len, here)))
        if lowest > 0.25:  # no clause is left off
            checked += 1
            assert followed("，".join(a) + "。", "，".join(b) + "。")[2] == pytest.approx(
                min(means), abs=1e-6
            )
    assert checked >= 10


def test_clauses_at_the_ends_without_counterpart_are_left_off():
    shared = "逐段查看渠岸，渗漏当日填补"
    a, b = f"布行同业议价，{shared}。", f"{shared}；马帮不得夜行。"
    assert followed(a, b) == (shared, shared, 1.0)


def test_clause_without_counterpart_in_the_middle_counts_as_it_is():
    a, b = "逐段查看渠岸，布行同业议价，渗漏当日填补。", "逐段查看渠岸，渗漏当日填补。"
    left, right, agreement = followed(a, b)
    assert (left, right) == (a[:-1], b[:-1])
    assert agreement == pytest.approx(12 / 18)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("渗漏填补，当日，逐段查看渠岸。", "当日逐段查看渠岸，渗漏填补。"),
        ("逐段查看渠岸，渗漏填补，当日。", "渗漏填补当日，逐段查看渠岸。"),
    ],
    ids=["with the next", "at the end with the one before"],
)
def test_less_than_four_letters_are_no_clause(a, b):
    assert followed(a, b)[2] == pytest.approx(1)


def test_longer_passages_need_less_agreement():
    assert agreed(np.asarray([10, 40, 60, 80, 500])) == pytest.approx([0.52, 0.52, 0.47, 0.42, 0.42])


def test_none_gives_none():
    fp, found = two("逐段查看渠岸。", "渗漏当日填补。")
    left, agreement = follow_clauses(fp, found.take(slice(0, 0)))
    assert left.a0.size == agreement.size == 0


COPIED = (
    "春汛来临之前把上游三座石闸逐一检修完毕，闸板朽坏的换成杉木新板，绞盘铁链每月上油两回，"
    "守闸人夜里轮流值更不得离岗，水位涨过石刻红线立刻鸣锣报信，沿岸住户听到锣声先撤老人孩童，"
    "退水以后清点损失造册上报，修复所需银钱由三坊按田亩分摊。"
)
ON_TOPIC = (
    "石闸的修建始于祖父一辈，老人常说春汛来临之前要敬河神，守闸人的薪俸一年只有两石谷子，"
    "水位最高的那年淹到了祠堂门槛，沿岸住户多半姓陈也有几家姓林，绞盘铁链是从省城买来的旧货，"
    "孩童最爱爬上闸板往河里扔石子，三坊按田亩推举一位坊正管事。"
)


def reordered(text: str) -> str:
    clauses = text.rstrip("。").split("，")
    return "，".join(clauses[4:] + clauses[2:4] + clauses[:2]) + "。"


def babble(seed: int, n: int) -> str:
    rng = random.Random(seed)
    letters = "琴棋书画桌椅门窗米面油盐鱼虾牛羊猪马鸡鸭茶酒糖果衣裳鞋帽灯烛纸笔墨砚"
    return "，".join("".join(rng.choice(letters) for _ in range(9)) for _ in range(n)) + "。"


def found_in(a: str, b: str) -> pd.DataFrame:
    texts = {f"other_{seed}": babble(seed, 200) for seed in range(10, 14)}
    texts |= {"a": babble(1, 9) + a + babble(2, 9), "b": babble(3, 9) + b + babble(4, 9)}
    return find_reuse(corpus_from_texts(texts), register=[], extend=False, min_chars=40)


def test_reordered_copy_is_one_passage():
    (row,) = found_in(COPIED, reordered(COPIED)).itertuples()
    assert row.text_a == COPIED.rstrip("。")
    assert row.text_b == reordered(COPIED).rstrip("。")


def test_reordered_and_reworded_copy_is_one_passage():
    other = COPIED
    for old, new in (("逐一", "全部"), ("朽坏", "腐烂"), ("每月", "按月"), ("轮流值更", "轮班守夜"), ("立刻", "马上"),
                     ("清点损失", "核实损失"), ("银钱", "款项")):  # fmt: skip
        assert old in other
        other = other.replace(old, new)
    (row,) = found_in(COPIED, reordered(other)).itertuples()
    assert row.n_letters >= 0.9 * sum(map(str.isalnum, COPIED))


def test_another_text_on_the_same_topic_is_no_passage():
    assert found_in(COPIED, ON_TOPIC).empty


def test_topic_and_copy_are_told_apart_by_their_clauses():
    assert followed(COPIED, ON_TOPIC)[2] < float(agreed(np.asarray([100]))[0])
    assert followed(COPIED, reordered(COPIED))[2] == 1


def test_inserted_sentence_does_not_split_a_passage():
    clauses = COPIED.rstrip("。").split("，")
    first, second = "，".join(clauses[:4]) + "。", "，".join(clauses[4:]) + "。"
    inserted = "本年特请外乡匠人两名来坊教习绞盘养护技艺酬劳另议。"
    (row,) = found_in(first + second, first + inserted + second).itertuples()
    assert row.text_a.startswith(clauses[0]) and row.text_a.endswith(clauses[-1])
    assert inserted in row.text_b


def test_other_text_of_the_length_of_the_passage_splits_it():
    clauses = COPIED.rstrip("。").split("，")
    first, second = "，".join(clauses[:4]) + "。", "，".join(clauses[4:]) + "。"
    assert len(found_in(first + second, first + babble(7, 20) + second)) == 2


def test_five_letters_in_a_row_are_a_wording_and_four_are_a_term():
    fp, found = two("守闸人夜里值更然后水位红线鸣锣", "水位红线不同于守闸人夜里歇息")
    ((_, at, owner, shared),) = shared_letters(fp.codes, found)
    assert owner.tolist() == [0] * at.size
    assert "".join(fp.texts[0][fp.origin[i]] for i in at[shared]) == "守闸人夜里"


def test_shared_letters_equal_a_search_for_every_five():
    rng = random.Random(8)
    texts = ["".join(rng.choice("春夏秋冬") for _ in range(60)) for _ in range(2)]
    fp, found = two(*texts)
    ((_, _, _, shared),) = shared_letters(fp.codes, found)
    expected = [False] * 60
    for i in range(56):
        if texts[0][i : i + 5] in texts[1]:
            expected[i : i + 5] = [True] * 5
    assert shared.tolist() == expected


def test_common_terms_add_nothing_to_what_a_passage_tells():
    shared = "鸣锣报信的人领赏钱"
    a = f"{shared}，守闸的人，水位涨落，石闸开合，各有规矩。"
    b = f"{shared}，水位涨落，各有规矩，守闸的人，石闸开合。"
    fp, found = two(a, b)
    ((_, at, _, kept),) = shared_letters(fp.codes, found)
    assert "".join(fp.texts[0][fp.origin[i]] for i in at[kept]) == shared


@pytest.mark.parametrize(("covered", "told"), [(90, True), (89, False)])
def test_one_piece_tells_a_wide_passage_if_it_covers_nine_tenths_of_both_sides(covered, told):
    fp, _ = two("山" * 120, "水" * 120)
    a, b = int(fp.starts[0]), int(fp.starts[1])

    def one(length_a: int, length_b: int) -> Matches:
        return Matches(*(np.asarray([edge]) for edge in (a, a + length_a, b, b + length_b)))

    assert covered_by_piece(fp, one(100, covered), one(100, 100)).tolist() == [told]
    assert covered_by_piece(fp, one(covered, 100), one(100, 100)).tolist() == [told]


def test_family_of_many_units_is_formula_however_each_pair_words_it():
    clauses = COPIED.rstrip("。").split("，")
    words = [
        ("逐一", "全部"),
        ("每月", "按月"),
        ("立刻", "马上"),
        ("银钱", "款项"),
        ("朽坏", "腐烂"),
        ("清点", "核实"),
    ]

    def units(n: int) -> pd.DataFrame:
        texts = {f"z{i}": babble(40 + i, 150) for i in range(3)}
        for i in range(n):
            old, new = words[i]
            text = "，".join(clauses).replace(old, new)
            texts[f"d{i}"] = babble(i, 9) + text + "。" + babble(20 + i, 9)
        given = pd.DataFrame({"doc_id": list(texts), "unit": list(texts), "year": 2001})
        return find_reuse(corpus_from_texts(texts, given), register=[], extend=False, min_chars=60)

    assert set(units(3)["kind"]) == {"passage"}
    many = units(6)
    assert len(many) == 15
    assert set(many["kind"]) == {"formula"}


def test_distinctiveness_counts_similarity_and_five_letters_in_a_row():
    reuse = found_in(COPIED, COPIED)
    scattered = found_in(COPIED, reordered(COPIED))
    assert scattered.loc[0, "distinctiveness"] < 0.8 * reuse.loc[0, "distinctiveness"]
    assert scattered.loc[0, "similarity"] < 0.8


def test_clauses_of_a_range_and_means_are_what_the_plain_way_gives():
    chance = np.random.default_rng(1)
    for _ in range(300):
        size = int(chance.integers(5, 200))
        breaks = (chance.random(size) < 0.15) * chance.integers(0, 4, size)
        start = int(chance.integers(0, size - 3))
        end = int(chance.integers(start + 1, size + 1))
        cuts = [start]
        for at in range(start + 1, end):
            long_enough = min(at - cuts[-1], end - at) >= clauses.SHORTEST_CLAUSE
            if breaks[at] >= clauses.CLAUSE_BREAK and long_enough:
                cuts.append(at)
        begins = np.flatnonzero(breaks >= clauses.CLAUSE_BREAK)
        assert clauses._cuts(begins, start, end).tolist() == [*cuts, end]
        values, weights = chance.random(7).astype(np.float32), chance.integers(1, 60, 7)
        assert clauses._mean(values, weights) == np.average(values, weights=weights)
