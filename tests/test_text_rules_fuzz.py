"""No text brings outline, dates or quantities down: a bounded run with fixed seeds (benchmarks/fuzz_guided.py goes on)."""

import random
import time

import pytest

from fuzz_seeds import PLAN
from fuzz_targets import SENTENCES, TEXTS, WORDS
from mutate import PIECES, mutate

SECONDS = {"outline": 6.0, "dates": 2.0, "quantities": 2.0}
"""How long the texts of one kind are tried, in processor time."""
LONGEST = 5.0
MOST = 3_000


def texts(chance):
    """Yield texts made of what the rules look for, and damaged ones."""
    pieces = [
        *(word.encode() for word in WORDS),
        *PIECES,
        *(str(n).encode() for n in (0, 7, 13, 2025, 10**12)),
    ]
    whole = [text.encode() for text in (PLAN, *SENTENCES)]
    while True:
        yield b"".join(chance.choices(pieces, k=chance.randint(1, 40)))
        yield mutate(chance.choice(whole), chance)


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(TEXTS))
def test_every_place_holds_its_wording_whatever_the_text(name):
    begun = time.process_time()
    tried = 0
    for data in texts(random.Random(name)):
        before = time.process_time()
        TEXTS[name](data)
        tried += 1
        assert time.process_time() - before < LONGEST
        if tried == MOST or time.process_time() - begun > SECONDS[name]:
            break
    assert tried > 50


def test_what_fuzzing_asks_for_is_noticed(monkeypatch):
    """A quantity that does not stand where it says is a fault."""
    import fuzz_targets

    found = fuzz_targets.find_quantities("培训15期。")
    monkeypatch.setattr(fuzz_targets, "find_quantities", lambda _: [each._replace(start=0) for each in found])
    with pytest.raises(AssertionError):
        TEXTS["quantities"]("培训15期。".encode())
    monkeypatch.setattr(fuzz_targets, "find_quantities", lambda _: [*found, *found])
    with pytest.raises(AssertionError):
        TEXTS["quantities"]("培训15期。".encode())
