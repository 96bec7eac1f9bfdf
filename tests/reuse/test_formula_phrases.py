"""Long rows of everybody's wording come out as the phrases of which they consist."""

import numpy as np
import pytest

from plananalysis import corpus_from_texts, find_reuse, load_corpus
from plananalysis.reuse.formula_phrases import with_phrases
from plananalysis.reuse.marks import mark
from plananalysis.reuse.matches import Matches
from plananalysis.reuse.passage_kinds import everyday
from plananalysis.reuse.seeds.fingerprint import fingerprint, whole_grams
from plananalysis.reuse.seeds.grams import find_grams
from plananalysis.reuse.surprisal import letter_model
from shared import ROOT

FIRST, SECOND = "各坊须在汛前修好水闸并报水利所备案留存", "渠岸巡查情况每旬张榜公布一次并且听取乡邻意见"
OWN = [
    "东街添了十六盏灯笼照路",
    "西巷酿成新酒三百来坛",
    "南桥晒场铺起细沙青石",
    "北村果园移栽梨树幼苗",
    "上湾船户合买一张大网",
    "下坡磨坊改用双层石磨",
]


def rows(texts: list[str], least: int = 10) -> list[tuple[str, str]]:
    """Return what becomes of the first two texts as one match, and of which kind it is."""
    corpus = corpus_from_texts({f"d{i}": text for i, text in enumerate(texts)})
    fp = fingerprint(corpus)
    spread = find_grams(fp, whole_grams(fp.codes, fp.gram), fp.gram).spread
    edges = [np.asarray([side[at]]) for at in (0, 1) for side in (fp.starts, fp.ends)]
    found = Matches(*edges)
    found, measured = with_phrases(
        fp, letter_model(fp.codes), everyday(fp, spread), found, mark(fp, found, []), least
    )
    codes = fp.codes.tobytes().decode("utf-16-le")
    return sorted(
        (codes[a0:a1], kind) for a0, a1, kind in zip(found.a0, found.a1, measured.kind.tolist(), strict=True)
    )


def test_what_stands_apart_is_two_phrases():
    texts = [f"{FIRST}。{own}。{SECOND}。" for own in OWN]
    assert rows(texts) == sorted([(FIRST, "formula"), (SECOND, "formula")])


def test_lines_are_phrases_even_where_nothing_stands_between():
    assert rows([f"{FIRST}。\n{SECOND}。"] * 6) == sorted([(FIRST, "formula"), (SECOND, "formula")])


@pytest.mark.parametrize("between", ["。", "，", "，并且", "。另外，"])
def test_a_word_between_parts_no_phrase(between):
    texts = [f"{FIRST}{between if i % 2 else '。'}{SECOND}。" for i in range(6)]
    assert [kind for _, kind in rows(texts)] == ["formula"]


def test_who_asks_for_long_passages_asks_for_no_phrases():
    texts = [f"{FIRST}。{own}。{SECOND}。" for own in OWN]
    assert len(rows(texts, least=40)) == 1


def test_a_passage_of_two_is_not_cut_into_phrases():
    others = [f"{own}。" * 3 for own in OWN[2:]]
    assert [kind for _, kind in rows([f"{FIRST}。{SECOND}，由专人记录。"] * 2 + others)] == ["passage"]


def test_phrases_that_all_lie_in_other_passages_leave_no_row_to_measure():
    """Four of the sample's plans: their only long formula is cut into phrases that stand in others already."""
    chosen = ["2023-枫屿县人民政府", "2024-市直机关工委", "2024-枫屿县人民政府", "2024-青澜经开区管委会"]
    corpus = load_corpus(ROOT / "corpus").subset(doc_id=chosen)
    found = find_reuse(corpus)
    assert len(found)
    for row in found.itertuples():
        assert corpus.text(row.doc_a)[row.start_a : row.end_a] == row.text_a
