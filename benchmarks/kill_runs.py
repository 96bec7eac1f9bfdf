"""Kill ``report``, ``-o`` and ``store`` at random moments: old results or new ones, whole, and the next run as if nothing had been.

``python benchmarks/kill_runs.py [N] [--seed S] [--signal KILL|INT|TERM]`` ends N runs of each (default 200) at a moment
between their start and their usual end. Odd runs read one corpus and even ones another, so that every run changes
everything. After each it looks at what stands there: a report whose files are all those that its record lists, with the
tables of the first corpus or of the second; a table that is one of the two. Every tenth time it lets a run end by
itself and compares its tables with those of an undisturbed run. A workspace, in which each block of documents is whole by
itself, holds documents of either corpus, each as it was stored; its files are as they were written, and it can be asked. What
is wrong is printed, and ends in exit code 1.
"""

import argparse
import json
import multiprocessing
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))
os.environ["PYTHONPATH"] = str(ROOT / "src")
UNITS = ("甲县", "乙县", "丙县")
PLAN = (
    "{unit}2024年工作要点\n一、总体要求\n深入开展“{slogan}”，坚持稳中求进，推动各项工作再上台阶。\n二、主要任务\n"
    "加快建设{n}个产业园区，完成投资{n}0亿元。\n坚持依法行政，落实“三会一课”，办好民生实事。\n"
)
RESULTS = ("table", "report", "workspace")
PLANS_STORED = 40
"""Plans of each corpus that is stored, and five of a block: so that a run has eight moments at which it is half done."""


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


class Forked:
    """A run in a child that has all modules loaded, so that whenever it is ended it is storing."""

    def __init__(self, corpus: Path, place: Path) -> None:
        server = multiprocessing.get_context("forkserver")
        server.set_forkserver_preload(
            ["pyarrow.parquet", "plananalysis.workspace", "plananalysis.corpus.load"]
        )
        self._child = server.Process(target=store, args=(corpus, place))
        self._child.start()

    def send_signal(self, number: signal.Signals) -> None:
        """End it."""
        with suppress(ProcessLookupError):
            os.kill(self._child.pid, number)

    def communicate(self) -> None:
        """Wait until it has ended."""
        self._child.join()

    @property
    def returncode(self) -> int | None:
        """How it ended."""
        return self._child.exitcode


def store(corpus: Path, place: Path) -> None:
    """Store a corpus, five documents at a time."""
    from plananalysis import store_corpus
    from plananalysis.workspace import offered

    offered.BLOCK_FILES = 5
    store_corpus(corpus, place)


def begun(kind: str, corpus: Path, place: Path) -> subprocess.Popen | Forked:
    """Start a run that writes a report, a table or a workspace."""
    if kind == "workspace":
        return Forked(corpus, place)
    words = ["report" if kind == "report" else "slogans", corpus, "-o", place]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "0", "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-m", "plananalysis", *map(str, words)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def more_plans(folder: Path) -> None:
    """Write further plans to a corpus, of other texts from corpus to corpus but for their unchanged half."""
    for n in range(PLANS_STORED):
        own = folder.name if n % 2 else "两者"
        (folder / f"{n:02}.txt").write_text(
            PLAN.format(unit=f"第{n}县", slogan="四下基层", n=n) + f"{own}各有一句自己的话，第{n}句。\n",
            encoding="utf-8",
        )


def stored(place: Path) -> dict[str, bytes]:
    """Return the texts that a workspace holds, by name; files that are not as they were written are an error."""
    if not (place / "workspace.json").exists():
        return {}
    import plananalysis as pa
    from plananalysis.workspace.asking import opened
    from plananalysis.workspace.document_blocks import KNOWN, read_catalogue, read_documents

    status = set(pa.workspace_contents(place)["status"])
    if not status <= {"whole", "not needed any more"}:
        return {"status": repr(status).encode()}
    pa.query_reuse(pa.corpus_from_texts({"新": PLAN.format(unit="新县", slogan="四下基层", n=1)}), place)
    record = opened(place)
    held = read_documents(place, record, read_catalogue(place, record, KNOWN))
    return {doc_id: text.encode() for doc_id, text in held.texts()}


def state(kind: str, place: Path) -> dict[str, bytes]:
    """Return what stands in a place, by name."""
    if kind == "workspace":
        return stored(place)
    if kind == "table":
        return {"": place.read_bytes()} if place.exists() else {}
    return {p.relative_to(place).as_posix(): p.read_bytes() for p in place.rglob("*") if p.is_file()}


def fault(kind: str, place: Path, whole: list[dict[str, bytes]]) -> str:
    """Say what is wrong with the results in a place; "" if they are those of the one corpus or of the other."""
    found = state(kind, place)
    if found in ({}, *whole):
        return ""
    if kind == "workspace":
        other = [name for name, text in found.items() if text not in [each.get(name) for each in whole]]
        return f"documents of neither corpus: {other}" if other else ""
    if kind == "report" and "run.json" in found:
        listed = set(json.loads(found["run.json"])["files"])
        return f"a mixture; lacks {sorted(listed - set(found))[:3]}, has besides {sorted(set(found) - listed)[:3]}"
    return f"no whole results: {sorted(found)[:5]}"


def given(kind: str, corpus: Path) -> Path:
    """Return the corpus for a run; what is stored is one folder that changes, as documents of others would be kept besides."""
    if kind != "workspace":
        return corpus
    plans = corpus.with_name("plans")
    shutil.rmtree(plans, ignore_errors=True)
    return shutil.copytree(corpus, plans)


def try_kind(kind: str, n: int, chance: random.Random, ended_by: signal.Signals) -> list[str]:
    """End runs of one kind at random moments; return the faults."""
    folder = Path(tempfile.mkdtemp(prefix="kill-runs-"))
    inputs = corpora(folder)
    place = folder / ("t.csv" if kind == "table" else kind)
    if kind == "workspace":
        for corpus in inputs:
            more_plans(corpus)
    whole, lasts = [], []
    for corpus in inputs:
        start = time.monotonic()
        begun(kind, given(kind, corpus), place).communicate()
        lasts.append(time.monotonic() - start)
        whole.append(state(kind, place))
        if not whole[-1]:
            sys.exit(f"{kind}: an undisturbed run leaves nothing")
    faults: list[str] = []
    counts: Counter[str] = Counter()
    for number in range(n):
        run = begun(kind, given(kind, inputs[number % 2]), place)
        time.sleep(chance.uniform(0, min(lasts)))
        run.send_signal(ended_by)
        run.communicate()
        counts["ended by itself" if run.returncode == 0 else "killed"] += 1
        wrong = fault(kind, place, whole)
        counts["new" if state(kind, place) == whole[number % 2] else "old"] += 1
        if not wrong and number % 10 == 9:
            begun(kind, given(kind, inputs[number % 2]), place).communicate()
            wrong = "" if state(kind, place) == whole[number % 2] else "the next run gives other results"
            left = sorted(
                p.name
                for p in folder.iterdir()
                if p.name not in {place.name, "plans", *(c.name for c in inputs)}
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
