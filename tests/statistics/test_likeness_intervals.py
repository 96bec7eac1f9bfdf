"""How sure a similarity is: a slow jackknife, and what narrows it."""

import numpy as np
import pytest

from plananalysis import similarity
from plananalysis.examples import spaced_corpus
from plananalysis.statistics.likeness_intervals import BLOCKS, SURE

WORDS = ["党建", "学习", "审计", "渔业", "林业", "普法", "修渠"]


def text(seed: int, n: int, weights: list[int]) -> str:
    draw = np.random.default_rng(seed)
    return " ".join(draw.choice(WORDS, size=n, p=np.array(weights) / sum(weights)))


def slow(words_a, words_b, idf):
    """Return the interval of the cosine, leaving out one stretch of either side after the other."""

    def vector(words):
        return np.array([words.count(word) for word in WORDS]) * idf

    def cosine(a, b):
        return a @ b / np.linalg.norm(a) / np.linalg.norm(b)

    variance = 0.0
    for own, other in ((words_a, words_b), (words_b, words_a)):
        block = [i * BLOCKS // len(own) for i in range(len(own))]
        left = [
            cosine(vector([w for w, b in zip(own, block, strict=True) if b != k]), vector(other))
            for k in range(BLOCKS)
        ]
        variance += (BLOCKS - 1) / BLOCKS * ((np.array(left) - np.mean(left)) ** 2).sum()
    middle = cosine(vector(words_a), vector(words_b))
    return middle - SURE * variance**0.5, middle + SURE * variance**0.5


def test_the_interval_is_that_of_a_slow_jackknife():
    texts = {"甲": text(1, 130, [5, 4, 1, 1, 1, 1, 1]), "乙": text(2, 170, [1, 4, 5, 1, 1, 1, 1])}
    corpus, tokens = spaced_corpus(texts)
    row = similarity(tokens, corpus, stopwords=None).iloc[0]
    idf = np.log((1 + 2) / (1 + np.array([sum(w in t.split() for t in texts.values()) for w in WORDS]))) + 1
    low, high = slow(texts["甲"].split(), texts["乙"].split(), idf)
    assert (row["cosine_low"], row["cosine_high"]) == pytest.approx((low, min(1.0, high)))
    assert row["cosine_low"] < row["cosine"] < row["cosine_high"]


def test_more_text_makes_it_narrower_and_too_little_leaves_it_empty():
    widths = []
    for n in (100, 4000):
        corpus, tokens = spaced_corpus(
            {"甲": text(1, n, [4, 3, 2, 1, 1, 1, 1]), "乙": text(2, n, [1, 1, 1, 2, 3, 4, 1])}
        )
        row = similarity(tokens, corpus, stopwords=None).iloc[0]
        widths.append(row["cosine_high"] - row["cosine_low"])
    assert widths[1] < widths[0] / 3
    corpus, tokens = spaced_corpus({"甲": "党建 学习", "乙": "党建 审计"})
    assert similarity(tokens, corpus, stopwords=None)[["cosine_low", "cosine_high"]].isna().all(axis=None)


def test_the_order_of_documents_and_how_they_are_grouped_is_kept_apart():
    texts = {
        "a": text(1, 90, [5, 1, 1, 1, 1, 1, 1]),
        "b": text(2, 90, [1, 5, 1, 1, 1, 1, 1]),
        "c": text(3, 90, [1, 1, 5, 1, 1, 1, 1]),
    }
    corpus, tokens = spaced_corpus(texts, unit=["甲", "乙", "甲"], year=[2023, 2023, 2024])
    together = similarity(tokens, corpus, by="unit", stopwords=None).iloc[0]
    shuffled = tokens.iloc[np.r_[180:270, 90:180, 0:90]]
    again = similarity(shuffled, corpus, by="unit", stopwords=None).iloc[0]
    assert together["cosine"] == pytest.approx(again["cosine"])
    assert np.isfinite(again["cosine_low"])
