"""Fuzzing that coverage guides (atheris): every reader, the outline, dates and quantities.

``python benchmarks/fuzz_guided.py [TARGET …] [--seconds S] [--corpus DIR]`` tries each target S seconds (default 60),
from the small sound files of ``tests/fuzz_seeds.py`` on and with the words that the rules look for as dictionary, and
prints for each how many inputs it ran, how many of them reached something new, and the faults. What reached something
new is kept in DIR (default ``fuzz-corpus/``), so that a later run goes on from there. A fault is an exception other
than ``UnreadableError``, a broken invariant (a place that does not hold its wording, a text that is not tiled), an input
that takes more than 5 seconds or 1 GB; it is written to ``fuzz-found/`` and ends in exit code 1.

``pip install atheris`` first; it runs on Linux and macOS.
"""

import argparse
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "src")]

FOUND = Path("fuzz-found")
MOST_SECONDS, MOST_MB = 5, 1_000
_WAIT = 12
"""By how much longer a busy machine may take, by the clock, than the processor time that counts."""
LONGEST = {"reader": 60_000, "text": 3_000}
"""Bytes of the longest input."""
_LONGEST_WORD = 60
"""Bytes of a word of the dictionary; libFuzzer takes 64."""


def _read(name: str) -> Callable[[bytes], None]:
    """Return the target of a reader."""
    from fuzz_seeds import read_any
    from plananalysis.corpus.readers import UnreadableError, recognition

    recognition.is_available = lambda: False

    def target(data: bytes) -> None:
        try:
            read_any(name, data).encode()
        except UnreadableError as error:
            if "memory" in str(error):
                raise

    return target


def seeds(name: str) -> list[bytes]:
    """Return the inputs from which a target sets out."""
    from fuzz_seeds import PLAN, SEEDS
    from fuzz_targets import SENTENCES

    return [SEEDS[name]()] if name in SEEDS else [PLAN.encode(), *(text.encode() for text in SENTENCES)]


def dictionary() -> str:
    """Return the words that inputs are made of, as libFuzzer reads them."""
    from fuzz_targets import WORDS
    from mutate import PIECES

    words = [*PIECES, *(word.encode() for word in WORDS)]
    coded = ("".join(rf"\x{byte:02x}" for byte in word[:_LONGEST_WORD]) for word in words)
    return "".join(f'"{word}"\n' for word in coded)


def child(name: str, options: list[str]) -> None:
    """Fuzz one target until its time is over; libFuzzer ends the process."""
    import atheris

    atheris.enabled_hooks.add("str")  # its hook for patterns knows no search from a place on
    with atheris.instrument_imports(include=["plananalysis"]):
        import plananalysis.corpus.readers
        import plananalysis.pledges.deadlines
        import plananalysis.pledges.quantities  # noqa: F401 - instrumented here
        from fuzz_targets import TEXTS

        target = TEXTS[name] if name in TEXTS else _read(name)
        target(seeds(name)[0])  # what is imported at the first call is instrumented as well

    def held(data: bytes) -> None:
        begun = time.process_time()
        target(data)
        took = time.process_time() - begun
        if took > MOST_SECONDS:
            raise TimeoutError(f"{took:.1f} s")

    atheris.Setup([sys.argv[0], *options], held)
    atheris.Fuzz()


def run(name: str, seconds: int, corpus: Path) -> tuple[int, int, list[str]]:
    """Fuzz one target in a process of its own; return the inputs tried, those kept, and the faults."""
    from fuzz_targets import TEXTS

    folder = corpus / name
    folder.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(seeds(name)):
        (folder / f"seed{number}").write_bytes(data)
    FOUND.mkdir(exist_ok=True)
    words = corpus / "words.dict"
    words.write_text(dictionary(), encoding="ascii")
    options = [
        str(folder), f"-max_total_time={seconds}", f"-timeout={_WAIT * MOST_SECONDS}", f"-rss_limit_mb={MOST_MB + 600}",
        f"-artifact_prefix={FOUND}/{name}-", f"-dict={words}", "-print_final_stats=1", "-verbosity=0",
        f"-max_len={LONGEST['text' if name in TEXTS else 'reader']}",
    ]  # fmt: skip
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([*sys.path[:2], os.environ.get("PYTHONPATH", "")]),
    }
    command = [sys.executable, __file__, "--child", name, "--", *options]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, errors="replace")
    numbers = dict(re.findall(r"stat::(\w+):\s+(\d+)", done.stderr))
    faults = []
    if done.returncode or "number_of_executed_units" not in numbers:
        lines = [line for line in done.stderr.splitlines() if line.strip() and not line.startswith("stat::")]
        told = [line for line in lines if re.match(r"\w*(Error|Exception|timeout|==\d+==)", line.strip())]
        faults = [f"{name}: {' | '.join((told or lines)[:3])[:400]}"]
    return int(numbers.get("number_of_executed_units", 0)), len(list(folder.iterdir())), faults


def main() -> None:
    """Fuzz the targets one after the other and print what came of them."""
    from fuzz_seeds import SEEDS
    from fuzz_targets import TEXTS

    names = [*SEEDS, *TEXTS]
    parser = argparse.ArgumentParser(description="Fuzzing guided by coverage.")
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"of {', '.join(names)}; all by default")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--corpus", type=Path, default=Path("fuzz-corpus"))
    asked = parser.parse_args()
    total, faults = 0, []
    for name in asked.targets or names:
        tried, kept, wrong = run(name, asked.seconds, asked.corpus)
        total, faults = total + tried, faults + wrong
        print(f"{name:10} {tried:>9,} inputs, {kept:>5,} kept, {len(wrong)} faults", flush=True)
    print(f"{total:,} inputs, {len(faults)} faults")
    print("\n".join(faults))
    sys.exit(bool(faults))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        child(sys.argv[2], sys.argv[4:])
    else:
        main()
