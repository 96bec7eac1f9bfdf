"""Edges against titles, quotations, excluded spans, and within one document."""

import random

import pandas as pd

from plananalysis import tables
from plananalysis.corpus import corpus_from_texts
from plananalysis.corpus.model import Corpus
from plananalysis.reuse import find_reuse


def two(a: str, b: str) -> Corpus:
    return corpus_from_texts({"a": a, "b": b}, pd.DataFrame({"doc_id": ["a", "b"], "unit": ["东乡", "西乡"]}))


def test_title_at_the_end_of_a_document_is_a_title():
    corpus = two("各坊遵行《渠堰岁修与用水夜航章程》", "村中讲解《渠堰岁修与用水夜航规矩》")
    assert find_reuse(corpus, register=[], extend=False, min_chars=8)["kind"].tolist() == ["formula"]


def test_what_follows_a_quotation_is_no_missing_end_of_its_clause():
    corpus = two("旧例“入秋以后逐段查看渠岸”照办。", "前言讲到“入秋以后逐段查看渠岸”一句。")
    assert find_reuse(corpus, register=[], extend=False)["text_a"].tolist() == ["“入秋以后逐段查看渠岸”"]


def test_passage_within_a_document_is_not_its_own_copy():
    clauses = ["守闸人夜里轮流值更不得离岗", "水位涨过石刻红线立刻鸣锣报信", "沿岸住户听到锣声先撤老人孩童"]
    text = "，".join(clauses) + "。" + "，".join(clauses[::-1]) + "。"
    rng = random.Random(1)
    other = {
        f"z{i}": "".join(rng.choice("琴棋书画桌椅门窗米面油盐鱼虾牛羊猪马鸡鸭茶酒糖果") for _ in range(1400))
        for i in range(3)
    }
    reuse = find_reuse(corpus_from_texts({"a": text} | other), register=[], extend=False, within=True)
    assert (reuse["end_a"] <= reuse["start_b"]).all()


def test_edges_stay_out_of_excluded_spans():
    text = "广告“入秋以后逐段查看渠岸”人人皆知。"
    plain = two(text, "前言讲到“入秋以后逐段查看渠岸”四个大字。")
    out = tables.from_records([("a", 0, 3, "advert")], "excluded")
    (row,) = find_reuse(
        Corpus(plain.documents, plain.passages, out, plain.skipped), register=[], extend=False
    ).itertuples()
    assert row.start_a >= 3
