"""Copies of one source are compared with each other: what is found further, and what it replaces."""

import random

import numpy as np
import pandas as pd
import pytest

from plananalysis.corpus import corpus_from_texts
from plananalysis.reuse.matches import Matches
from plananalysis.reuse.matching import complete as module
from plananalysis.reuse.matching.complete import COPY_ALLOWANCE, complete
from plananalysis.reuse.seeds.bigrams import bigrams_of
from plananalysis.reuse.seeds.fingerprint import Fingerprint, fingerprint

SOURCE = (
    "春汛来临之前把上游三座石闸逐一检修完毕，闸板朽坏的换成杉木新板，绞盘铁链每月上油两回，"
    "守闸人夜里轮流值更不得离岗，水位涨过石刻红线立刻鸣锣报信，沿岸住户听到锣声先撤老人孩童"
)
N = sum(map(str.isalnum, SOURCE))


def babble(rng: random.Random, n: int) -> str:
    letters = "琴棋书画桌椅门窗米面油盐鱼虾牛羊猪马鸡鸭茶酒糖果衣裳鞋帽灯烛纸笔墨砚"
    return "".join(rng.choice(letters) for _ in range(n))


def three(copies: dict[str, str]) -> Fingerprint:
    """Return documents of 60 letters of their own, a copy and a full stop, and others that share nothing."""
    rng = random.Random(5)
    texts = {doc: babble(rng, 60) + "。" + copy + "。" + babble(rng, 60) for doc, copy in copies.items()}
    texts |= {f"z{i}": babble(rng, 900) for i in range(4)}
    units = pd.DataFrame({"doc_id": list(texts), "unit": list(texts)})
    return fingerprint(corpus_from_texts(texts, units))


def place(fp: Fingerprint, number: int, first: int, last: int) -> tuple[int, int]:
    """Return letters of the copy in a document as a range of letters of the corpus."""
    start = int(fp.starts[number]) + 60
    return start + first, start + last


def clusters(*rows: tuple[tuple[int, int], tuple[int, int]]) -> Matches:
    table = np.asarray([(*a, *b) for a, b in rows], dtype=np.int64).reshape(-1, 4)
    return Matches(*table.T)


def further(fp: Fingerprint, found: Matches, **options) -> set[tuple[int, int, int, int]]:
    given = {"shortest": 30, "within": False, "side": None} | options
    done = complete(fp, bigrams_of(fp.codes), found, **given)
    return set(zip(*(side.tolist() for side in done), strict=True))


@pytest.fixture(scope="module")
def copies() -> Fingerprint:
    return three({"a": SOURCE, "b": SOURCE, "c": SOURCE})


def test_two_copies_of_a_source_are_compared(copies):
    a, b, c = (place(copies, i, 0, N) for i in range(3))
    assert further(copies, clusters((a, b), (a, c))) == {(*a, *b), (*a, *c), (*b, *c)}


def test_what_was_found_in_part_is_replaced_by_the_whole(copies):
    a, b, c = (place(copies, i, 0, N) for i in range(3))
    part = (place(copies, 1, 0, 50), place(copies, 2, 0, 50))
    assert further(copies, clusters((a, b), (a, c), part)) == {(*a, *b), (*a, *c), (*b, *c)}


def test_short_piece_is_told_beside_the_whole(copies):
    a, b, c = (place(copies, i, 0, N) for i in range(3))
    part = (place(copies, 1, 0, 39), place(copies, 2, 0, 39))
    known = clusters((a, b), (a, c), part)
    assert further(copies, known) == {(*a, *b), (*a, *c), (*b, *c), (*part[0], *part[1])}


def test_what_was_found_for_the_most_part_stays(copies):
    a, b, c = (place(copies, i, 0, N) for i in range(3))
    part = (place(copies, 1, 0, N - 10), place(copies, 2, 0, N - 10))
    assert (N - 10) / N >= module.PART
    assert further(copies, clusters((a, b), (a, c), part)) == {(*a, *b), (*a, *c), (*part[0], *part[1])}


def test_piece_that_crosses_the_edge_forbids_the_whole(copies):
    a, b, c = (place(copies, i, 0, N) for i in range(3))
    across = (place(copies, 1, -50, 30), place(copies, 2, -50, 30))
    known = clusters((a, b), (a, c), across)
    assert further(copies, known) == {(*a, *b), (*a, *c), (*across[0], *across[1])}


def test_copies_of_different_places_are_no_kin(copies):
    a1, a2 = place(copies, 0, 0, 40), place(copies, 0, 44, N)
    b, c = place(copies, 1, 0, 40), place(copies, 2, 44, N)
    assert further(copies, clusters((a1, b), (a2, c))) == {(*a1, *b), (*a2, *c)}


def test_copies_that_share_nothing_are_no_passage():
    rng = random.Random(9)
    half = SOURCE.split("，")
    fp = three({"a": SOURCE, "b": "，".join(half[:3]), "c": babble(rng, 50)})
    n = sum(len(clause) for clause in half[:3])
    a, b, c = place(fp, 0, 0, n), place(fp, 1, 0, n), place(fp, 2, 0, 50)
    assert further(fp, clusters((a, b), (a, c))) == {(*a, *b), (*a, *c)}


def test_kinship_stands_for_some_agreement(copies, monkeypatch):
    a, b, c = (place(copies, i, 0, N) for i in range(3))
    for agreement, told in ((0.42 - COPY_ALLOWANCE + 0.01, True), (0.42 - COPY_ALLOWANCE - 0.01, False)):
        monkeypatch.setattr(
            module,
            "follow_clauses",
            lambda fp, found, value=agreement: (found, np.full(found.a0.size, value)),
        )
        assert ((*b, *c) in further(copies, clusters((a, b), (a, c)))) == told


def test_copies_shorter_than_the_shortest_are_not_looked_at(copies):
    a, b, c = (place(copies, i, 0, 33) for i in range(3))
    assert len(further(copies, clusters((a, b), (a, c)), shortest=33)) == 3
    assert len(further(copies, clusters((a, b), (a, c)), shortest=34)) == 2


def test_copies_within_one_document_only_on_request():
    fp = three({"a": SOURCE, "b": f"{SOURCE}。{SOURCE}"})
    a, b, again = place(fp, 0, 0, N), place(fp, 1, 0, N), place(fp, 1, N, 2 * N)
    assert further(fp, clusters((a, b), (a, again))) == {(*a, *b), (*a, *again)}
    assert (*b, *again) in further(fp, clusters((a, b), (a, again)), within=True)


def test_copies_of_one_class_are_not_compared(copies):
    a, b, c = (place(copies, i, 0, N) for i in range(3))
    side = np.arange(copies.starts.size) == 0
    assert further(copies, clusters((a, b), (a, c)), side=side) == {(*a, *b), (*a, *c)}


def test_no_more_pairs_than_allowed_the_longest_first(copies, monkeypatch):
    a, b, c = (place(copies, i, 0, N) for i in range(3))
    a2, b2, c2 = (place(copies, i, 0, 40) for i in range(3))
    known = clusters((a, b), (a, c), (a2, b2), (a2, c2))
    monkeypatch.setattr(module, "most_copy_pairs", lambda n_letters: 1)
    assert (*b, *c) in further(copies, known)
    monkeypatch.setattr(module, "most_copy_pairs", lambda n_letters: 0)
    assert further(copies, known) == {(*a, *b), (*a, *c), (*a2, *b2), (*a2, *c2)}


def test_source_of_very_many_copies_is_left_as_it_is():
    most = module.MOST_COPIES
    for n_copies, grows in ((most - 1, True), (most + 1, False)):
        fp = three({f"{i:02d}": SOURCE for i in range(n_copies + 1)})
        rows = [(place(fp, 0, 0, N), place(fp, i + 1, 0, N)) for i in range(n_copies)]
        done = further(fp, clusters(*rows))
        assert len(done) == ((n_copies + 1) * n_copies // 2 if grows else n_copies)


def test_nothing_found_stays_nothing(copies):
    assert further(copies, clusters()) == set()
