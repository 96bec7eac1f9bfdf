"""No reader is brought down by what a file holds: a bounded run with fixed seeds (the long one is benchmarks/fuzz_readers.py)."""

import random
import time

import pytest

from fuzz_seeds import SEEDS, read_any
from mutate import mutate, mutate_inside
from plananalysis import load_corpus
from plananalysis.corpus.readers import UnreadableError, recognition
from plananalysis.corpus.readers.limits import most
from plananalysis.errors import InputError

SECONDS = 3.0
"""How long the inputs of one kind of file are tried."""
LONGEST = 5.0
MOST = 400


@pytest.fixture(autouse=True)
def _without_recognition(monkeypatch):
    monkeypatch.setattr(recognition, "is_available", lambda: False)


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(SEEDS))
def test_a_damaged_file_is_read_or_refused_with_a_reason(name):
    data = SEEDS[name]()
    chance = random.Random(name)
    begun = time.process_time()
    for _ in range(MOST):
        inside = data.startswith(b"PK") and chance.random() < 0.7
        damaged = (mutate_inside if inside else mutate)(data, chance)
        before = time.process_time()
        try:
            text = read_any(name, damaged)
        except UnreadableError as error:
            assert str(error)
            assert "\n" not in str(error)
        else:
            assert len(text) <= most("characters")
            text.encode()
        assert time.process_time() - before < LONGEST
        if time.process_time() - begun > SECONDS:
            break


@pytest.mark.slow
def test_a_corpus_of_damaged_files_is_loaded(tmp_path):
    chance = random.Random(1)
    for name, seed in SEEDS.items():
        data = seed()
        for n in range(6):
            damaged = (
                mutate_inside(data, chance) if data.startswith(b"PK") and n % 2 else mutate(data, chance)
            )
            (tmp_path / f"{n}_{name}").write_bytes(damaged)
    try:
        corpus = load_corpus(tmp_path)
    except InputError as error:
        pytest.fail(str(error))
    assert len(corpus) + len(corpus.skipped) == 6 * len(SEEDS)
