"""Surroundings that are alike: signatures against sets, and what two places have in common against a count."""

import random

import numpy as np
import pytest

from plananalysis.corpus import corpus_from_texts
from plananalysis.reuse.columns import heaviest
from plananalysis.reuse.seeds import bigrams
from plananalysis.reuse.seeds import surroundings as module
from plananalysis.reuse.seeds.bigrams import Bigrams, bigrams_of
from plananalysis.reuse.seeds.fingerprint import Fingerprint, fingerprint
from plananalysis.reuse.seeds.surroundings import BITS, BLOCK, REACH, likeness, set_bits, surroundings


@pytest.fixture(scope="module")
def corpus() -> tuple[Fingerprint, Bigrams]:
    rng = random.Random(2)
    words = ["".join(rng.choice("山水田园春秋冬夏东南西北风雨云雪花草") for _ in range(2)) for _ in range(60)]
    fp = fingerprint(corpus_from_texts({f"d{i}": "".join(rng.choices(words, k=90)) for i in range(7)}))
    return fp, bigrams_of(fp.codes)


def bits_of(fp: Fingerprint, bigrams: Bigrams) -> list[set[int]]:
    """Return the bits of every block with its neighbours, letter by letter."""
    rare = np.quantile(bigrams.rate[:: module._SAMPLED], module.RARER)
    own: list[set[int]] = [set() for _ in range(fp.codes.size // BLOCK + 1)]
    for at in range(fp.codes.size - 1):
        if bigrams.rate[at] <= rare and fp.codes[at] and fp.codes[at + 1]:
            own[at // BLOCK].add(int(bigrams.slot[at]) % BITS)
    return [set().union(*own[max(0, i - REACH) : i + REACH + 1]) for i in range(len(own))]


@pytest.mark.parametrize("blocks_at_once", [1 << 12, 8, 1])
def test_signatures_hold_the_rarer_pairs_around(monkeypatch, corpus, blocks_at_once):
    monkeypatch.setattr(module, "_BLOCKS_AT_ONCE", blocks_at_once)
    alike = surroundings(corpus[0].codes, corpus[1])
    expected = bits_of(*corpus)
    bits = np.unpackbits(alike.signature.view(np.uint8), axis=1)
    assert [set(np.flatnonzero(row).tolist()) for row in bits] == expected
    assert alike.filled.tolist() == [len(row) for row in expected]
    assert max(alike.filled) > 30


@pytest.mark.parametrize("pairs_at_once", [1 << 12, 9])
def test_likeness_is_what_is_common_beyond_chance(monkeypatch, corpus, pairs_at_once):
    monkeypatch.setattr(module, "_PAIRS_AT_ONCE", pairs_at_once)
    fp, bits = corpus[0], bits_of(*corpus)
    rng = np.random.default_rng(3)
    places = rng.choice(np.flatnonzero(fp.codes), 50)
    left, right = rng.integers(0, 50, (2, 200))
    expected = [
        len(x & y) - len(x) * len(y) / BITS
        for x, y in (
            (bits[places[i] // BLOCK], bits[places[j] // BLOCK])
            for i, j in zip(left.tolist(), right.tolist(), strict=True)
        )
    ]
    room = np.empty((60, BITS // 64), dtype=np.uint64)
    for given in (None, room):
        found = likeness(surroundings(fp.codes, corpus[1]).at(places, given), left, right)
        np.testing.assert_allclose(found, expected, rtol=1e-5)
    assert likeness(surroundings(fp.codes, corpus[1]).at(places), left[:0], right[:0]).size == 0


def test_set_bits_are_counted_up_to_all_of_them():
    rows = np.zeros((3, BITS // 64), dtype=np.uint64)
    rows[1] = ~rows[1]
    rows[2, 5] = 1 << 17
    assert set_bits(rows).tolist() == [0, BITS, 1]


@pytest.mark.parametrize("most", [0, 1, 7, 20, 40, 60])
def test_the_heaviest_are_those_of_a_stable_sort(most):
    weight = np.random.default_rng(3).integers(0, 9, 40).astype(float)
    first = np.sort(np.argsort(-weight, kind="stable")[:most])
    assert np.flatnonzero(heaviest(weight, most)).tolist() == first.tolist()


@pytest.mark.parametrize("size", [1, 2, 3, 500, bigrams._FEW])
def test_bigrams_of_a_small_corpus_are_those_of_the_table(size, monkeypatch):
    codes = np.random.default_rng(size).integers(0x4E00, 0x4E40, size).astype(np.uint16)
    few = bigrams_of(codes)
    monkeypatch.setattr(bigrams, "_FEW", 0)
    for one, other in zip(few, bigrams_of(codes), strict=True):
        np.testing.assert_array_equal(one, other, strict=isinstance(one, np.ndarray))
