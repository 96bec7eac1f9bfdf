"""Single runs in surroundings that are alike: signatures against sets, and the choice against a sort."""

import random

import numpy as np
import pytest

from plananalysis.corpus import corpus_from_texts
from plananalysis.reuse import hints
from plananalysis.reuse.candidates import Runs
from plananalysis.reuse.common import heaviest
from plananalysis.reuse.fingerprint import Fingerprint, fingerprint
from plananalysis.reuse.hints import BITS, BLOCK, most_alike
from plananalysis.reuse.surprisal import LetterModel, letter_model, triple_counts


@pytest.fixture(scope="module")
def corpus() -> tuple[Fingerprint, LetterModel]:
    rng = random.Random(2)
    words = ["".join(rng.choice("山水田园春秋冬夏东南西北风雨云雪花草") for _ in range(2)) for _ in range(60)]
    fp = fingerprint(corpus_from_texts({f"d{i}": "".join(rng.choices(words, k=90)) for i in range(7)}))
    return fp, letter_model(fp.codes)


def bits_of(fp: Fingerprint, model: LetterModel) -> list[set[int]]:
    """Return the bits of every block with its two neighbours, letter by letter."""
    counts, cells = triple_counts(model, fp.codes, np.arange(2, fp.codes.size))
    rare_below = np.quantile(counts[:: hints._SAMPLED], hints.RARER)
    own: list[set[int]] = [set() for _ in range(fp.codes.size // BLOCK + 1)]
    for at, count, cell in zip(range(2, fp.codes.size), counts.tolist(), cells.tolist(), strict=True):
        if count <= rare_below and fp.codes[at - 2 : at + 1].all():
            own[at // BLOCK].add(cell % BITS)
    around = [set(), *own, set()]
    return [around[i] | around[i + 1] | around[i + 2] for i in range(len(own))]


def some_runs(fp: Fingerprint, n: int) -> Runs:
    rng = np.random.default_rng(3)
    places = np.flatnonzero(fp.codes)
    return Runs(rng.choice(places, n), rng.choice(places, n), np.full(n, 4))


@pytest.mark.parametrize("blocks_at_once", [1 << 12, 8, 1])
def test_signatures_hold_the_rare_groups_of_three_blocks(monkeypatch, corpus, blocks_at_once):
    monkeypatch.setattr(hints, "_BLOCKS_AT_ONCE", blocks_at_once)
    table = hints._signatures(corpus[0].codes, corpus[1])
    counts = np.bitwise_count(table).sum(axis=1).tolist()
    assert counts == [len(bits) for bits in bits_of(*corpus)]
    assert max(counts) > 10


@pytest.mark.parametrize("runs_at_once", [1 << 15, 9])
@pytest.mark.parametrize("most", [1, 17, 60, 120, 200, 300])
def test_runs_with_most_in_common_beyond_chance_are_chosen(monkeypatch, corpus, most, runs_at_once):
    monkeypatch.setattr(hints, "_RUNS_AT_ONCE", runs_at_once)
    fp, model = corpus
    runs, bits = some_runs(fp, 200), bits_of(fp, model)
    common = [
        len(bits[a // BLOCK] & bits[b // BLOCK]) - len(bits[a // BLOCK]) * len(bits[b // BLOCK]) / BITS
        for a, b in zip(runs.a.tolist(), runs.b.tolist(), strict=True)
    ]
    expected = sorted(sorted(range(200), key=lambda i: (-common[i], i))[:most])
    chosen = most_alike(fp, model, runs, most)
    assert chosen.a.tolist() == runs.a[expected].tolist()
    assert chosen.b.tolist() == runs.b[expected].tolist()


def test_no_runs_give_no_runs(corpus):
    assert most_alike(*corpus, some_runs(corpus[0], 0), 10).a.size == 0


@pytest.mark.parametrize("most", [0, 1, 7, 20, 40, 60])
def test_the_heaviest_are_those_of_a_stable_sort(most):
    weight = np.random.default_rng(3).integers(0, 9, 40).astype(float)
    first = np.sort(np.argsort(-weight, kind="stable")[:most])
    assert np.flatnonzero(heaviest(weight, most)).tolist() == first.tolist()
