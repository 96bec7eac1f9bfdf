"""Families, their members, shares and the units' matrix, counted by hand."""

import random

import pandas as pd
import pytest

from plananalysis import tables
from plananalysis.corpus import corpus_from_texts
from plananalysis.errors import InputError
from plananalysis.reuse import (
    borrowing_matrix,
    collate,
    family_members,
    find_reuse,
    reuse_families,
    reuse_shares,
)
from plananalysis.reuse.passage_kinds import units_of_family
from plananalysis.reuse.wording_families import SAME_PLACE, number_families

SHARED = "渡口每日寅时开门酉时闭门"
TEXTS = {
    "east_2019": f"一、河工\n{SHARED}，往来船只靠北岸停泊。\n",
    "west_2021": f"一、船政\n{SHARED}，马帮不得夜行上山。\n",
    "south_2020": "一、市政\n渡口每日寅时准点开门酉时闭门，灯会延到三更方散。\n",
}


@pytest.fixture(scope="module")
def corpus():
    metadata = pd.DataFrame(
        {"doc_id": list(TEXTS), "unit": ["东乡", "西乡", "南乡"], "year": [2019, 2021, 2020]},
    )
    return corpus_from_texts(TEXTS, metadata)


@pytest.fixture(scope="module")
def reuse(corpus):
    return find_reuse(corpus, register=[], extend=False)


def test_one_family_with_its_earliest_member(corpus, reuse):
    (family,) = reuse_families(reuse, corpus).itertuples()
    assert (family.n_docs, family.n_units, family.earliest) == (3, 3, "east_2019")
    assert family.text == SHARED


def test_members_say_how_they_differ(corpus, reuse):
    members = family_members(reuse, corpus).set_index("doc_id")
    assert members["representative"].sum() == 1
    assert members.loc["south_2020", "inserted"] == "准点"
    assert members.loc["west_2021", ["inserted", "deleted", "replaced"]].tolist() == ["", "", ""]


def test_shares_by_hand(corpus, reuse):
    shares = reuse_shares(reuse, corpus).set_index("doc_id")
    letters = sum(map(str.isalnum, TEXTS["east_2019"]))
    assert shares.loc["east_2019", "n_letters"] == letters
    assert shares.loc["east_2019", "passage"] == pytest.approx(len(SHARED) / letters)
    assert (shares[["formula", "passage", "own"]].sum(axis=1) - 1).abs().max() < 1e-12
    assert shares.loc["east_2019", "from_letters"] == len(SHARED)


def test_shares_of_sections_name_their_heading(corpus, reuse):
    sections = reuse_shares(reuse, corpus, by="section")
    assert {"section", "heading"} <= set(sections.columns)
    assert sections["n_letters"].sum() == reuse_shares(reuse, corpus)["n_letters"].sum()


def test_shares_refuse_an_unknown_unit_of_count(corpus, reuse):
    with pytest.raises(InputError, match="by is"):
        reuse_shares(reuse, corpus, by="page")


def test_matrix_counts_what_is_no_later(corpus, reuse):
    matrix = borrowing_matrix(reuse, corpus)
    assert matrix.loc["西乡", "东乡"] == len(SHARED)
    assert matrix.loc["东乡", "西乡"] == 0
    assert matrix.loc["南乡", "东乡"] == len(SHARED) + 2


def test_empty_reuse_gives_empty_answers(corpus, reuse):
    none = reuse.iloc[:0]
    assert reuse_families(none, corpus).empty
    assert family_members(none, corpus).empty
    assert (reuse_shares(none, corpus)["own"] == 1).all()
    assert borrowing_matrix(none, corpus).to_numpy().sum() == 0


def test_collation_pieces_join_up():
    a, b = "石桥由乡民合力修筑，桥面铺青石", "石桥由乡民轮流修筑,桥面改铺青石板"
    pieces = collate(a, b)
    assert "".join(pieces["text_a"]) == a
    assert "".join(pieces["text_b"]) == b
    assert pieces["op"].tolist() == ["equal", "replace", "equal", "insert", "equal", "insert"]


def test_collation_of_equal_and_of_strange_texts():
    assert collate("同文", "同文")["op"].tolist() == ["equal"]
    assert collate("天地", "玄黄")["op"].tolist() == ["replace"]
    assert collate("", "新")["op"].tolist() == ["insert"]
    assert collate("", "").empty


def detections(*rows: tuple) -> pd.DataFrame:
    """Return a reuse table of these places, in this order."""
    names = ["doc_a", "start_a", "end_a", "doc_b", "start_b", "end_b"]
    table = pd.DataFrame(rows, columns=names)
    table[["text_a", "text_b", "kind"]] = ["", "", "passage"]
    table["n_letters"], table["similarity"], table["distinctiveness"], table["family"] = 10, 1.0, 1.0, 0
    return tables.conform(table, "reuse")


def families_of(*rows: tuple) -> list[int]:
    return number_families(detections(*rows))["family"].tolist()


def test_detections_of_one_place_are_one_family():
    assert families_of(("a", 0, 100, "b", 0, 100), ("b", 0, 100, "c", 50, 150)) == [0, 0]


def test_families_are_numbered_in_the_order_of_the_table():
    rows = [("a", 0, 50, "b", 0, 50), ("c", 0, 50, "d", 0, 50), ("b", 0, 50, "e", 9, 59)]
    assert families_of(*rows) == [0, 1, 0]
    assert families_of(*rows[1:]) == [0, 1]
    assert families_of(rows[1], rows[2], rows[0]) == [0, 1, 1]


@pytest.mark.parametrize(("end", "expected"), [(80, [0, 0]), (79, [0, 1])])
def test_span_belongs_to_a_place_if_it_shares_enough_of_the_longer(end, expected):
    assert SAME_PLACE == 0.8
    assert families_of(("a", 0, 100, "b", 0, 100), ("a", 0, end, "c", 0, end)) == expected


def test_spans_that_are_moved_share_less():
    whole = ("a", 0, 100, "b", 0, 100)
    assert families_of(whole, ("a", 20, 120, "c", 0, 100)) == [0, 0]
    assert families_of(whole, ("a", 21, 121, "c", 0, 100)) == [0, 1]


def test_slogan_within_a_shared_paragraph_is_a_family_of_its_own():
    paragraph = ("a", 0, 100, "b", 200, 300)
    slogans = [("a", 40, 52, "c", 7, 19), ("b", 240, 252, "d", 7, 19), ("c", 7, 19, "d", 7, 19)]
    assert families_of(paragraph, *slogans) == [0, 1, 2, 1] or families_of(paragraph, *slogans) == [
        0,
        1,
        1,
        1,
    ]


def test_place_is_where_the_span_shares_most():
    rows = [("a", 0, 100, "b", 0, 100), ("a", 15, 110, "c", 0, 95), ("a", 18, 108, "d", 0, 90)]
    # 90 letters lie in the second place wholly, and 82 of them in the first.
    assert families_of(rows[0], rows[2]) == [0, 0]
    assert len(set(families_of(*rows))) == 1  # as the second shares 85 of 100 with the first
    rows[1] = ("a", 25, 120, "c", 0, 95)
    rows[2] = ("a", 20, 110, "d", 0, 90)
    assert families_of(*rows) == [0, 1, 1]


def test_chain_of_partly_overlapping_spans_is_not_one_family():
    rows = [("a", 15 * i, 15 * i + 100, f"b{i}", 0, 100) for i in range(12)]
    families = families_of(*rows)
    assert len(set(families)) >= 5
    for family in set(families):
        starts = [row[1] for row, number in zip(rows, families, strict=True) if number == family]
        assert max(starts) - min(starts) <= 40  # none is more than 20 letters from the one that leads


def test_chains_through_documents_are_one_family():
    rows = [(f"d{i:03d}", 0, 40, f"d{i + 1:03d}", 0, 40) for i in range(300)]
    random.Random(2).shuffle(rows)
    assert set(families_of(*rows)) == {0}


def test_families_equal_connected_components():
    rng = random.Random(11)
    rows = []
    for _ in range(45):
        (a, m), (b, n) = rng.sample([(doc, slot) for doc in "abcdefgh" for slot in range(12)], 2)
        rows.append((a, 100 * m, 100 * m + 60, b, 100 * n, 100 * n + 60))
    families = families_of(*rows)
    group = {place: {place} for row in rows for place in (row[:3], row[3:])}
    for row in rows:
        if group[row[:3]] is not group[row[3:]]:
            both = group[row[:3]] | group[row[3:]]
            for place in both:
                group[place] = both
    known = [min(group[row[:3]]) for row in rows]
    assert len(set(known)) > 3
    order = {name: i for i, name in enumerate(dict.fromkeys(known))}
    assert families == [order[name] for name in known]


def test_order_of_the_rows_changes_no_family():
    rng = random.Random(12)
    rows = []
    for _ in range(80):
        a, b = rng.sample("abcd", 2)
        s, t, n = rng.randrange(400), rng.randrange(400), rng.randint(10, 90)
        rows.append((a, s, s + n, b, t, t + n))
    rows = list(dict.fromkeys(rows))

    def partition(rows: list[tuple]) -> set[frozenset]:
        grouped: dict[int, list[tuple]] = {}
        for row, family in zip(rows, families_of(*rows), strict=True):
            grouped.setdefault(family, []).append(row)
        return {frozenset(group) for group in grouped.values()}

    assert partition(rows) == partition(rows[::-1]) == partition(rng.sample(rows, len(rows)))


def test_slogan_that_many_use_does_not_join_the_paragraphs_around_it():
    slogan = "守望相助共修水渠同保丰年"
    first = f"每年开春各坊集议渠务，{slogan}，渠长当众宣读分水簿册，缺额由乡约补足。"
    second = f"山门前的长明灯不得熄灭，{slogan}，挂单僧人每日扫塔一遍，香油钱另立账目。"
    around = [
        "米行掌柜月底结账。",
        "船帮另择吉日开航。",
        "学堂先生告假三日。",
        "皮匠铺子移到东街。",
        "药局收购山中草药。",
    ]
    contents = [first, first, second, second, f"匾额上写着{slogan}几个大字。"]
    texts = {f"d{i}": other + text for i, (other, text) in enumerate(zip(around, contents, strict=True))}
    units = pd.DataFrame({"doc_id": list(texts), "unit": [f"{i}坊" for i in range(5)], "year": 2001})
    corpus = corpus_from_texts(texts, units)
    members = family_members(find_reuse(corpus, register=[], extend=False), corpus)
    docs = {
        text: set(members.loc[members["family"] == row.family, "doc_id"])
        for row in members.itertuples()
        for text in [row.text]
    }
    assert docs[first[:-1]] == {"d0", "d1"}
    assert docs[second[:-1]] == {"d2", "d3"}
    assert docs[slogan] == set(texts)


def test_units_of_a_family_are_counted_once_each():
    reuse = pd.DataFrame(
        {"family": [0, 0, 1, 1], "doc_a": ["a1", "a1", "a1", "b"], "doc_b": ["b", "a2", "a2", "c"]}
    )
    units = {"a1": 0, "a2": 0, "b": 1, "c": 2}
    assert units_of_family(reuse, units).tolist() == [2, 2, 3, 3]


def test_wording_that_every_pair_varies_is_formula_where_its_family_is_widespread():
    changed = ["渠", "塘", "井", "堰", "桥", "闸"]
    texts = {
        f"plan_{i}": f"{lead}本年各坊须在汛前修好{word}并报水利所备案留存。{tail}"
        for i, (word, lead, tail) in enumerate(
            zip(
                changed,
                ["东街。", "西街。", "南巷。", "北巷。", "上村。", "下村。"],
                "甲乙丙丁戊己",
                strict=True,
            )
        )
    }
    reuse = find_reuse(corpus_from_texts(texts), register=[], extend=False)
    assert set(reuse["kind"]) == {"formula"}
    assert set(reuse["family"]) == {0}
