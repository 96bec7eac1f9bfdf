"""Damage files of every kind at random, a great many times: no exception, no hang, no gigabytes.

``python benchmarks/fuzz_readers.py [N] [SEED] [--minutes M] [--workers W]`` tries N inputs (default 1,000,000), or as
many as M minutes allow, in worker processes that hold at most 1 GB each, and prints for every kind how many were read,
how many refused, and the longest time, and the inputs of a second. A later run goes on with another seed: the first of
it is the last of this one plus N / 6,000. An input that ends
a worker, takes more than 5 seconds of processor time, or raises anything but ``UnreadableError`` is written to
``fuzz-found/`` and ends the run with exit code 1.
"""

import argparse
import os
import random
import resource
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

MOST_BYTES = 1_000_000_000
MOST_SECONDS = 5.0
BATCH = 500
FOUND = Path("fuzz-found")


def limit() -> None:
    """Hold a worker to its memory, beyond what its libraries take up at the start."""
    from fuzz_seeds import SEEDS, read_any
    from plananalysis.corpus.readers import recognition

    recognition.is_available = lambda: False
    for name, seed in SEEDS.items():
        read_any(name, seed())
    used = int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    resource.setrlimit(resource.RLIMIT_AS, (used + MOST_BYTES, used + MOST_BYTES))


def batch(name: str, seed: int) -> tuple[str, Counter[str], float, list[str]]:
    """Try a batch of inputs of one kind; return what came of them, the longest time, and the faults."""
    from fuzz_seeds import SEEDS, read_any
    from mutate import mutate, mutate_inside
    from plananalysis.corpus.readers import UnreadableError

    chance = random.Random(f"{name} {seed}")
    data = SEEDS[name]()
    counts: Counter[str] = Counter()
    longest, faults = 0.0, []
    for n in range(BATCH):
        inside = data.startswith(b"PK") and chance.random() < 0.7
        damaged = (mutate_inside if inside else mutate)(data, chance)
        begun = time.process_time()
        fault = ""
        try:
            read_any(name, damaged)
            counts["read"] += 1
        except UnreadableError as error:
            counts["refused"] += 1
            fault = "no memory" if "memory" in str(error) else ""
        except Exception as error:
            fault = repr(error)
        took = time.process_time() - begun
        longest = max(longest, took)
        if took > MOST_SECONDS:
            fault = fault or f"{took:.1f} s"
        if fault:
            FOUND.mkdir(exist_ok=True)
            (FOUND / f"{seed}-{n}-{name}").write_bytes(damaged)
            faults.append(f"{name} {seed} {n}: {fault}")
    return name, counts, longest, faults


def arguments() -> argparse.Namespace:
    """Return what is asked for."""
    parser = argparse.ArgumentParser(description="Damage files of every kind at random, and read them.")
    parser.add_argument("n", type=int, nargs="?", default=1_000_000)
    parser.add_argument("seed", type=int, nargs="?", default=0)
    parser.add_argument("--minutes", type=float, default=float("inf"))
    parser.add_argument("--workers", type=int, default=os.cpu_count())
    return parser.parse_args()


def main() -> None:
    """Try the inputs and print what came of them."""
    from fuzz_seeds import SEEDS

    asked = arguments()
    counts: dict[str, Counter[str]] = {name: Counter() for name in SEEDS}
    longest: Counter[str] = Counter()
    faults: list[str] = []
    rounds = -(-asked.n // (BATCH * len(SEEDS)))
    begun = time.monotonic()
    with ProcessPoolExecutor(asked.workers, initializer=limit) as pool:
        for n in range(rounds):
            if time.monotonic() - begun > 60 * asked.minutes:
                break
            jobs = [pool.submit(batch, name, asked.seed + n) for name in SEEDS]
            try:
                found = [job.result() for job in jobs]
            except BrokenProcessPool:
                faults.append(f"a worker ended: memory, or a fault in a library (seed {asked.seed + n})")
                break
            for name, came, took, wrong in found:
                counts[name] += came
                longest[name] = max(longest[name], took)
                faults += wrong
    seconds = time.monotonic() - begun
    for name, found in counts.items():
        print(f"{name:8} {sum(found.values()):>9,} {dict(found)} longest {longest[name]:.2f} s")
    tried = sum(sum(found.values()) for found in counts.values())
    print(f"{tried:,} inputs, {len(faults)} faults, {tried / seconds:,.0f} a second")
    print("\n".join(faults[:50]))
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
