"""Digests of everything that a report says: which table moved, and in whose rows.

``python tests/digests.py diff REVISION [CORPUS ...]`` prints the rows that differ from those of another commit;
``python tests/digests.py accept [CORPUS ...]`` writes what is computed now into ``digest.json``. A commit that does
the latter says in its message, and in the changelog where users see it, what moved and why.
"""

import json
import os
import pickle
import subprocess
import sys
import tempfile
from collections import Counter
from hashlib import sha256
from pathlib import Path
from typing import Any

import pandas as pd

ROOT = Path(__file__).resolve().parents[1]
RECORD = Path(__file__).with_name("digest.json")
SHARED = ROOT.parent / "shared" / "corpora"
CORPORA = {
    "sample": ROOT / "corpus",
    "five_plans": SHARED / "seeds",
    "state_council": SHARED / "state_council_2003_2012",
    "provinces": SHARED / "provinces_2025",
}
SLOW = ("five_plans", "state_council", "provinces")
PART_BY = ("doc_id", "doc_a", "group", "unit", "label", "a", "plan_a", "slogan", "file")
"""Rows are told apart by the first of these that a table has, so that a moved digest says whose rows moved."""
MOST_PARTS = 40
DIGITS = 6
"""Significant digits of a number that are compared: the last ones depend on the processor."""
MOST_SHOWN = 12


def results(corpus: str) -> dict[str, pd.DataFrame]:
    """Return every table of a corpus's report, and the page's data as a table of one row per entry."""
    from plananalysis import load_corpus
    from plananalysis.report.analysis import analyse
    from plananalysis.report.payload import page_data

    analysis = analyse(load_corpus(CORPORA[corpus]))
    data, left_out = page_data(analysis)
    page = {**data, "left_out": left_out, "order": analysis.clustered, "tree": analysis.tree.to_dict("list")}
    rows = [(name, json.dumps(_rounded(page[name]), ensure_ascii=False)) for name in sorted(page)]
    return {**analysis.tables, "page": pd.DataFrame(rows, columns=["label", "json"])}


def as_lines(table: pd.DataFrame) -> list[str]:
    """Return a line for each row, numbers shortened to the digits that hold on every machine."""
    cells = [[_cell(value) for value in table[column].astype(object)] for column in table.columns]
    return ["\t".join(row) for row in zip(*cells, strict=True)]


def digest(table: pd.DataFrame) -> dict[str, Any]:
    """Return the number of rows, the hash of head and rows, and a short hash for each part of the table."""
    lines = as_lines(table)
    head = "\t".join(map(str, table.columns))
    found: dict[str, Any] = {"rows": len(lines), "sha256": _hash("\n".join([head, *lines]))}
    key = next((name for name in PART_BY if name in table.columns), None)
    if key is not None:
        parts: dict[str, list[str]] = {}
        for part, line in zip(table[key].astype(str), lines, strict=True):
            parts.setdefault(part, []).append(line)
        if len(parts) <= MOST_PARTS:
            found["parts"] = {part: _hash("\n".join(rows))[:8] for part, rows in sorted(parts.items())}
    return found


def moved(before: dict[str, Any], now: dict[str, Any]) -> list[str]:
    """Return a line for every table that differs: its rows then and now, and the parts that moved.

    Examples
    --------
    >>> moved({"reuse": {"rows": 1, "sha256": "a"}}, {"reuse": {"rows": 2, "sha256": "b"}})
    ['reuse: 1 -> 2 rows']
    """
    found = []
    for name in sorted({*before, *now}):
        old, new = before.get(name), now.get(name)
        if old is None or new is None:
            found.append(f"{name}: {'is new' if old is None else 'is gone'}")
        elif old["sha256"] != new["sha256"]:
            old_parts, new_parts = old.get("parts", {}), new.get("parts", {})
            parts = sorted(
                part for part in {*old_parts, *new_parts} if old_parts.get(part) != new_parts.get(part)
            )
            where = f", in {'、'.join(parts[:MOST_SHOWN])}{' …' * (len(parts) > MOST_SHOWN)}" if parts else ""
            found.append(f"{name}: {old['rows']:,} -> {new['rows']:,} rows{where}")
    return found


def recorded() -> dict[str, dict[str, Any]]:
    """Return the digests that were accepted, by corpus and table."""
    return json.loads(RECORD.read_text(encoding="utf-8")) if RECORD.exists() else {}


def accept(corpora: list[str]) -> None:
    """Write the digests of some corpora as they are computed now, and print what moved."""
    record = recorded()
    for corpus in corpora:
        now = {name: digest(table) for name, table in results(corpus).items()}
        _say(corpus, moved(record.get(corpus, {}), now))
        record[corpus] = now
    text = json.dumps(record, ensure_ascii=False, indent=1, sort_keys=True)
    RECORD.write_text(text + "\n", encoding="utf-8", newline="\n")


def compare(revision: str, corpora: list[str]) -> None:
    """Print the rows that another commit gives and this tree does not, and the other way round."""
    with tempfile.TemporaryDirectory() as folder:
        tree, kept = Path(folder) / "tree", Path(folder) / "kept.pickle"
        git = ["git", "-C", str(ROOT)]
        subprocess.run([*git, "worktree", "add", "--detach", "--quiet", str(tree), revision], check=True)
        try:
            program = [sys.executable, str(Path(__file__)), "keep", str(kept), *corpora]
            subprocess.run(program, check=True, env={**os.environ, "PYTHONPATH": str(tree / "src")})
        finally:
            subprocess.run([*git, "worktree", "remove", "--force", str(tree)], check=True)
        before = pickle.loads(kept.read_bytes())  # noqa: S301 - written a line above
    for corpus in corpora:
        _say(corpus, _different_rows(before[corpus], results(corpus)))


def _different_rows(before: dict[str, pd.DataFrame], now: dict[str, pd.DataFrame]) -> list[str]:
    """Return what is listed by :func:`compare` for one corpus."""
    found = moved({k: digest(v) for k, v in before.items()}, {k: digest(v) for k, v in now.items()})
    for name in sorted({*before} & {*now}):
        old, new = Counter(as_lines(before[name])), Counter(as_lines(now[name]))
        if list(before[name].columns) != list(now[name].columns):
            found.append(f"{name}: columns {list(before[name].columns)} -> {list(now[name].columns)}")
        elif name != "page":
            for sign, rows in (("-", old - new), ("+", new - old)):
                found += [f"{name} {sign} {line[:300]}" for line in list(rows)[:MOST_SHOWN]]
    return found


def _say(corpus: str, lines: list[str]) -> None:
    print("\n".join([f"{corpus}:", *(f"  {line}" for line in lines or ["nothing moved"])]))


def _hash(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _cell(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:.{DIGITS}g}" if value else "0"
    if value is None or value is pd.NA or value is pd.NaT:
        return "nan"
    return str(value).replace("\n", "\\n")


def _rounded(value: Any) -> Any:
    """Return what JSON holds with its numbers shortened."""
    if isinstance(value, float):
        return _cell(value)
    if isinstance(value, dict):
        return {key: _rounded(each) for key, each in value.items()}
    return [_rounded(each) for each in value] if isinstance(value, list | tuple) else value


if __name__ == "__main__":
    verb, *rest = sys.argv[1:] or ["help"]
    if verb == "accept":
        accept(rest or [*CORPORA])
    elif verb == "diff" and rest:
        compare(rest[0], rest[1:] or [*CORPORA])
    elif verb == "keep" and rest:
        Path(rest[0]).write_bytes(pickle.dumps({corpus: results(corpus) for corpus in rest[1:]}))
    else:
        sys.exit(__doc__)
