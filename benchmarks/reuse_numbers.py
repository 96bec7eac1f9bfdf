"""Show what each number of text reuse does: take it smaller and larger, and measure what is found.

The numbers stand by name in the modules of ``plananalysis.reuse``. Each is changed alone, in a copy of the package, and the
copy is run on a set with planted reuse (a folder as ``benchmarks/reuse.py`` takes it) and, where given, on real plans, whose table
goes to a program that scores it. A number whose row is the same as today's decides nothing on these data; what it is for stands
in its docstring.

Run: ``python benchmarks/reuse_numbers.py FOLDER [--plans CORPUS --scorer PROGRAM] [--only NAME ...]``
"""

import argparse
import ast
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pandas as pd

SOURCE = Path(__file__).resolve().parents[1] / "src"
TRIED: dict[str, dict[str, tuple[object, ...]]] = {
    "seeds/fingerprint": {"SMALL_CORPUS": (1, 10_000_000)},
    "seeds/surroundings": {"REACH": (1, 3), "BITS": (512, 2048), "RARER": (0.6, 0.9)},
    "seeds/common": {"OWN_SHARE": (0.15, 0.6)},
    "matching/match_candidates": {
        "HINTS_PER_LETTER": (0.00075, 0.003),
        "ALONE_PER_DOUBLING": (1.1, 1.3),
        "LEAST_ALONE": (4.0, 5.5),
    },
    "matching/clusters": {
        "GAPS": ((40, 80), (90, 180)),
        "TOGETHER": ((7.0, 9.5), (9.0, 12.5)),
        "ADDS": (1, 5),
    },
    "matching/extend": {
        "REPLACED": (0.4, 0.8),
        "SKIPPED": (0.3, 0.7),
        "SKIPPED_DIGIT": (0.0, 0.5),
        "DROP": (3.0, 6.0),
        "_BAND": (6, 24),
    },
    "matching/log_odds": {
        "KEPT": (0.3, 0.5),
        "STRONGEST": (2.0, 4.0),
        "SUREST_CHANCE": (0.8, 0.99),
        "ROUNDS": (1, 8),
    },
    "matching/clauses": {
        "AGREED": (((40, 0.47), (80, 0.37)), ((40, 0.57), (80, 0.47))),
        "FOLLOWED": (0.15, 0.35),
        "SHORTEST_CLAUSE": (2, 6),
    },
    "matching/choose": {
        "LIKE_LENGTH": (0.5, 0.85),
        "DENSE": (0.15, 0.45),
        "CLAUSE": (25, 60),
        "LITTLE": (0.05, 0.3),
        "PARTED": (0.2, 0.6),
        "SAME": (0.8, 0.97),
        "INSIDE": (0.4, 0.8),
    },
    "matching/complete": {
        "SAME_SOURCE": (0.4, 0.8),
        "COPY_NATS": (8.0, 25.0),
        "COPY_ALLOWANCE": (0.0, 0.12),
        "PART": (0.6, 0.95),
    },
    "search": {
        "FIRST_LOOK": (30, 120),
        "WIDE_LOOK": (120, 500),
        "SHORTEST_WIDE": (30, 60),
        "SHORTER_SIDE": (0.4, 0.8),
        "SHORTEST_COPY": (0.5, 1.0),
        "RUN_SHARE": (0.2, 0.6),
        "ROUNDING": (0.0, 2.0),
        "FIRST_SHARE": (0.25, 0.75),
        "WIDE_SHARE": (0.1, 0.3),
        "NATS_PER_BIT": (0.6, 1.2),
        "NATS_PER_LETTER": (0.3, 0.7),
    },
    "passage_kinds": {
        "FORMULA_SHARE": (0.5, 0.7),
        "MOSAIC": (30, 120),
        "PLACE_SHARE": (0.6, 0.95),
        "WORDING": (7, 11),
        "ALIKE": (0.75, 0.95),
        "VERY_MANY": (1, 3),
    },
    "passage_measures": {"LEAST_TELLING": (8, 14), "FACT_SHARE": (0.5, 0.8), "RARE": (0.5, 1.0)},
    "formula_phrases": {
        "APART": (6, 14),
        "HANGS_TOGETHER": (0.7, 0.9),
        "LOOSE": (0.25, 1.0),
        "AGREES": (0.4, 0.8),
    },
    "in_a_row": {"UNLIKE": (0.7, 0.9), "WORDING": (6, 10)},
    "surprisal": {"PRIOR": (2.0, 8.0)},
}
"""For each module its numbers, and a smaller and a larger value of each."""


def with_value(text: str, name: str, value: object) -> str:
    """Return the source of a module with another value for one of its names."""
    lines = text.splitlines(keepends=True)
    for node in ast.parse(text).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name:
            assert node.end_lineno
            lines[node.lineno - 1 : node.end_lineno] = [f"{name} = {value!r}\n"]
            return "".join(lines)
    raise KeyError(name)


def measure(folder: Path, plans: Path | None, scorer: Path | None) -> dict:
    """Return what the package that is imported here finds."""
    from reuse import measure as planted

    row = {name: value for name, value in planted(folder, "ours").items() if "/" not in name}
    row = {
        name: value
        for name, value in row.items()
        if name not in ("data", "tool", "family_p", "family_r", "placed", "mb", "cpu_s")
    }
    if plans and scorer:
        from plananalysis import find_reuse, load_corpus

        with tempfile.TemporaryDirectory() as out:
            table = Path(out) / "found.csv"
            find_reuse(load_corpus(plans)).to_csv(table, index=False, encoding="utf-8-sig")
            said = subprocess.run(
                [sys.executable, scorer, table], check=True, capture_output=True, text=True
            ).stdout
        row["plans"] = said.strip().splitlines()[-1].partition(": ")[2]
    return row


def main() -> None:
    """Print a row for every number and value."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--plans", type=Path)
    parser.add_argument("--scorer", type=Path)
    parser.add_argument("--only", nargs="*", default=())
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.here:
        print(json.dumps(measure(given.folder, given.plans, given.scorer), ensure_ascii=False))
        return
    with tempfile.TemporaryDirectory() as room:
        package = Path(room) / "src"
        shutil.copytree(SOURCE, package)
        again = [sys.executable, __file__, "--here", str(given.folder)]
        for option in ("plans", "scorer"):
            if getattr(given, option):
                again += [f"--{option}", str(getattr(given, option))]

        def run() -> dict:
            said = subprocess.run(
                again,
                check=True,
                capture_output=True,
                text=True,
                env=os.environ | {"PYTHONPATH": str(package)},
            )
            return json.loads(said.stdout.splitlines()[-1])

        rows = [{"number": "as it stands", "value": ""} | run()]
        print(rows[0], flush=True)
        for module, numbers in TRIED.items():
            path = package / "plananalysis" / "reuse" / f"{module}.py"
            text = path.read_text(encoding="utf-8")
            for name, values in numbers.items():
                for value in values if not given.only or name in given.only else ():
                    path.write_text(with_value(text, name, value), encoding="utf-8")
                    rows.append({"number": name, "value": str(value)} | run())
                    print(rows[-1], flush=True)
            path.write_text(text, encoding="utf-8")
    print(pd.DataFrame(rows).to_string(index=False))


if __name__ == "__main__":
    main()
