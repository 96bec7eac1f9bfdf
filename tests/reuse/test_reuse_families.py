"""Families, their members, shares and the units' matrix, counted by hand."""

import pandas as pd
import pytest

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
    return find_reuse(corpus, register=[])


def test_one_family_with_its_earliest_member(corpus, reuse):
    (family,) = reuse_families(corpus, reuse).itertuples()
    assert (family.n_docs, family.n_units, family.earliest) == (3, 3, "east_2019")
    assert family.text == SHARED


def test_members_say_how_they_differ(corpus, reuse):
    members = family_members(corpus, reuse).set_index("doc_id")
    assert members["representative"].sum() == 1
    assert members.loc["south_2020", "inserted"] == "准点"
    assert members.loc["west_2021", ["inserted", "deleted", "replaced"]].tolist() == ["", "", ""]


def test_shares_by_hand(corpus, reuse):
    shares = reuse_shares(corpus, reuse).set_index("doc_id")
    letters = sum(map(str.isalnum, TEXTS["east_2019"]))
    assert shares.loc["east_2019", "n_chars"] == letters
    assert shares.loc["east_2019", "passage"] == pytest.approx(len(SHARED) / letters)
    assert (shares[["formula", "passage", "own"]].sum(axis=1) - 1).abs().max() < 1e-12
    assert shares.loc["east_2019", "from_chars"] == len(SHARED)


def test_shares_of_sections_name_their_heading(corpus, reuse):
    sections = reuse_shares(corpus, reuse, by="section")
    assert {"section", "heading"} <= set(sections.columns)
    assert sections["n_chars"].sum() == reuse_shares(corpus, reuse)["n_chars"].sum()


def test_shares_refuse_an_unknown_unit_of_count(corpus, reuse):
    with pytest.raises(InputError, match="by is"):
        reuse_shares(corpus, reuse, by="page")


def test_matrix_counts_what_is_no_later(corpus, reuse):
    matrix = borrowing_matrix(corpus, reuse)
    assert matrix.loc["西乡", "东乡"] == len(SHARED)
    assert matrix.loc["东乡", "西乡"] == 0
    assert matrix.loc["南乡", "东乡"] == len(SHARED) + 2


def test_empty_reuse_gives_empty_answers(corpus, reuse):
    none = reuse.iloc[:0]
    assert reuse_families(corpus, none).empty
    assert family_members(corpus, none).empty
    assert (reuse_shares(corpus, none)["own"] == 1).all()
    assert borrowing_matrix(corpus, none).to_numpy().sum() == 0


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
