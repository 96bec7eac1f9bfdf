"""Formula or passage: what everybody words alike, told from what few share, also where few words make all texts."""

import random

import numpy as np
import pandas as pd
import pytest

from plananalysis.corpus import corpus_from_texts
from plananalysis.corpus.model import Corpus
from plananalysis.reuse import passage_kinds
from plananalysis.reuse.matches import Matches
from plananalysis.reuse.passage_kinds import FORMULA_SHARE, formula_size, spread_of, widespread
from plananalysis.reuse.seeds.fingerprint import GRAM, fingerprint, whole_grams
from plananalysis.reuse.seeds.grams import find_grams

WORDS = "巡查 渠岸 填补 渗漏 登记 石料 清点 灯油 水车 磨坊 开闸 放水 收成 捐助".split()
FREQUENT = [1 / (rank + 1) for rank in range(len(WORDS))]


def of_frequent_words(rng: random.Random, n: int) -> str:
    return "".join(rng.choices(WORDS, FREQUENT, k=n))


def of_few_words(n_units: int, more: dict[int, str] | None = None) -> Corpus:
    """Return one text per unit, of few words in any order, so that everybody uses every pair of them."""
    rng = random.Random(5)
    texts = {
        f"d{i:02d}": of_frequent_words(rng, 200) + "。" + (more or {}).get(i, "") for i in range(n_units)
    }
    units = pd.DataFrame({"doc_id": list(texts), "unit": [f"{i}坊" for i in range(n_units)]})
    return corpus_from_texts(texts, units)


def everyday_part(corpus: Corpus, size: int, limit: int) -> float:
    """Count by hand in which part of the places a wording of so many letters begins that so many texts hold."""
    texts = [text.replace("。", " ") for text in dict(corpus.texts()).values()]
    grams = [{text[i : i + size] for i in range(len(text) - size + 1)} for text in texts]
    places = [text[i : i + size] for text in texts for i in range(len(text) - size + 1)]
    places = [gram for gram in places if " " not in gram]
    return float(np.mean([sum(gram in held for held in grams) >= limit for gram in places]))


def test_wording_grows_until_little_of_it_is_everybodys():
    corpus = of_few_words(20)
    fp, limit = fingerprint(corpus), widespread(20)
    size = formula_size(fp, limit)
    parts = {n: everyday_part(corpus, n, limit) for n in range(GRAM, size + 1)}
    assert size > GRAM
    assert all((part > passage_kinds.EVERYDAY) == (n < size) for n, part in parts.items())


def test_no_wording_is_longer_than_the_longest():
    texts = {f"d{i}": "".join(WORDS) for i in range(6)}
    units = pd.DataFrame({"doc_id": list(texts), "unit": list(texts)})
    assert formula_size(fingerprint(corpus_from_texts(texts, units)), 4) == passage_kinds.LONGEST_GRAM


@pytest.mark.parametrize("size", [5, 7, 9])
def test_sample_of_grams_tells_the_same_part(monkeypatch, size):
    fp, limit = fingerprint(of_few_words(60)), widespread(60)
    spread = find_grams(fp, whole_grams(fp.codes, size), size).spread
    whole = np.mean(spread[whole_grams(fp.codes, size)] >= limit)
    monkeypatch.setattr(passage_kinds, "_SAMPLE", fp.codes.size // 3)
    assert passage_kinds._everyday_part(fp, size, limit) == pytest.approx(whole, abs=0.08)


def widespread_share(holders: list[int], *, size: int | None = None) -> float:
    """Return which share of a passage that some of twenty texts end in is widespread."""
    shared = of_frequent_words(random.Random(6), 24)
    fp, limit = fingerprint(of_few_words(20, dict.fromkeys(holders, shared))), widespread(20)
    ends = [int(fp.ends[holder]) for holder in holders[:2]]
    found = Matches(*(np.asarray([edge]) for end in ends for edge in (end - len(shared), end)))
    size = size or formula_size(fp, limit)
    spread = find_grams(fp, whole_grams(fp.codes, size), size).spread
    wide = spread_of(fp, spread, found, limit, size)[1]
    return float(np.mean(wide[found.a0[0] : found.a1[0]]))


def test_what_two_share_is_no_formula_though_everybody_uses_its_words():
    assert widespread_share([3, 11], size=GRAM) > FORMULA_SHARE
    assert widespread_share([3, 11]) < FORMULA_SHARE


def test_what_many_share_is_formula():
    assert widespread_share(list(range(2, 14))) == 1
