"""Kill ``report`` and ``-o`` at random moments: the old results or the new ones, whole, and the next run as if nothing had been.

``python benchmarks/kill_runs.py [N] [--seed S] [--signal KILL|INT|TERM]`` ends N runs of each (default 200) at a moment
between their start and their usual end. Odd runs read one corpus and even ones another, so that every run changes
everything. After each it looks at what stands there: a report whose files are all those that its record lists, with the
tables of the first corpus or of the second; a table that is one of the two. Every tenth time it lets a run end by
itself and compares its tables with those of an undisturbed run. What is wrong is printed, and ends in exit code 1.
"""

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
UNITS = ("甲县", "乙县", "丙县")
PLAN = (
    "{unit}2024年工作要点\n一、总体要求\n深入开展“{slogan}”，坚持稳中求进，推动各项工作再上台阶。\n二、主要任务\n"
    "加快建设{n}个产业园区，完成投资{n}0亿元。\n坚持依法行政，落实“三会一课”，办好民生实事。\n"
)
RESULTS = ("table", "report")


def corpora(folder: Path) -> list[Path]:
    """Write two small corpora that have no table in common."""
    made = []
    for number, slogan in enumerate(("两学一做", "四下基层")):
        made.append(folder / f"corpus{number}")
        made[-1].mkdir()
        for n, unit in enumerate(UNITS):
            text = PLAN.format(unit=unit, slogan=slogan, n=3 + n + 4 * number)
            (made[-1] / f"{unit}.txt").write_text(text, encoding="utf-8")
    return made


def begun(kind: str, corpus: Path, place: Path) -> subprocess.Popen:
    """Start a run that writes a report, or a table."""
    words = ["report" if kind == "report" else "slogans", corpus, "-o", place]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "0", "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-m", "plananalysis", *map(str, words)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def state(kind: str, place: Path) -> dict[str, bytes]:
    """Return what stands in a place, by name."""
    if kind == "table":
        return {"": place.read_bytes()} if place.exists() else {}
    return {p.relative_to(place).as_posix(): p.read_bytes() for p in place.rglob("*") if p.is_file()}


def fault(kind: str, place: Path, whole: list[dict[str, bytes]]) -> str:
    """Say what is wrong with the results in a place; "" if they are those of the one corpus or of the other."""
    found = state(kind, place)
    if found in ({}, *whole):
        return ""
    if kind == "report" and "run.json" in found:
        listed = set(json.loads(found["run.json"])["files"])
        return f"a mixture; lacks {sorted(listed - set(found))[:3]}, has besides {sorted(set(found) - listed)[:3]}"
    return f"no whole results: {sorted(found)[:5]}"


def try_kind(kind: str, n: int, chance: random.Random, ended_by: signal.Signals) -> list[str]:
    """End runs of one kind at random moments; return the faults."""
    folder = Path(tempfile.mkdtemp(prefix="kill-runs-"))
    inputs = corpora(folder)
    place = folder / ("t.csv" if kind == "table" else "report")
    whole, lasts = [], []
    for corpus in inputs:
        start = time.monotonic()
        begun(kind, corpus, place).communicate()
        lasts.append(time.monotonic() - start)
        whole.append(state(kind, place))
    faults: list[str] = []
    counts: Counter[str] = Counter()
    for number in range(n):
        run = begun(kind, inputs[number % 2], place)
        time.sleep(chance.uniform(0, max(lasts)))
        run.send_signal(ended_by)
        run.communicate()
        counts["ended by itself" if run.returncode == 0 else "killed"] += 1
        wrong = fault(kind, place, whole)
        counts["new" if state(kind, place) == whole[number % 2] else "old"] += 1
        if not wrong and number % 10 == 9:
            begun(kind, inputs[number % 2], place).communicate()
            wrong = "" if state(kind, place) == whole[number % 2] else "the next run gives other results"
            left = sorted(
                p.name for p in folder.iterdir() if p.name not in {place.name, *(c.name for c in inputs)}
            )
            wrong = wrong or (f"the next run leaves {left}" if left and kind == "report" else "")
        if wrong:
            faults.append(f"{kind} {number}: {wrong}")
    print(
        f"{kind:7} {n} runs ended by {ended_by.name}: {dict(counts)}, {len(faults)} faults; a whole run {max(lasts):.1f} s"
    )
    shutil.rmtree(folder)
    return faults


def main() -> None:
    """Try reports and tables, and print what came of them."""
    parser = argparse.ArgumentParser(description="Kill runs at random moments.")
    parser.add_argument("n", type=int, nargs="?", default=200)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--signal", choices=["KILL", "INT", "TERM"], default="KILL")
    parser.add_argument("--kind", choices=RESULTS)
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    kinds = [asked.kind] if asked.kind else RESULTS
    faults = [
        fault
        for kind in kinds
        for fault in try_kind(kind, asked.n, chance, signal.Signals[f"SIG{asked.signal}"])
    ]
    print("\n".join(faults))
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
