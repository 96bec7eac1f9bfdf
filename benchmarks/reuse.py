"""Compare text reuse detection with other tools on the same documents: quality, CPU seconds, memory.

A data set is a folder with ``docs.jsonl`` (id, text) and ``gold.jsonl`` (doc_a, start_a, end_a, doc_b, start_b, end_b,
level), optionally ``negatives.jsonl``; :func:`plananalysis.plant_reuse` makes such truth from any corpus. Every tool
runs in a process of its own, so that CPU and memory are its own.

Where a tool tells families, they are held against the planted clusters (all copies of one source, and the source) by
B-cubed precision and recall (Bagga and Baldwin 1998) over the planted places that were found; ``placed`` is the share
of the planted places that were.

Run: ``python benchmarks/reuse.py FOLDER [FOLDER ...] [--tools ours,datasketch,suffix,passim]``
"""

import argparse
import json
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import pandas as pd

from plananalysis.corpus import Corpus
from plananalysis.reuse import evaluate, find_reuse
from plananalysis.tables import conform, empty

SIDES = ["doc_a", "start_a", "end_a", "doc_b", "start_b", "end_b"]
WINDOW, STEP, SHINGLE, PERMUTATIONS = 80, 20, 3, 128


def read_documents(folder: Path) -> dict[str, str]:
    with (folder / "docs.jsonl").open(encoding="utf-8") as lines:
        return {row["id"]: row["text"] for row in map(json.loads, lines)}


def ours(texts: dict[str, str]) -> pd.DataFrame:
    documents = pd.DataFrame({"doc_id": list(texts), "unit": list(texts), "text": list(texts.values())})
    documents["year"] = pd.array([pd.NA] * len(documents), dtype="Int64")
    documents["n_chars"] = documents["text"].str.len()
    documents[["title", "file", "format", "encoding", "sha256", "warning"]] = ""
    corpus = Corpus(conform(documents, "documents"), *(empty(n) for n in ("passages", "excluded", "skipped")))
    return find_reuse(corpus, min_chars=40, register=[], extend=False)[[*SIDES, "family"]]


def datasketch(texts: dict[str, str]) -> pd.DataFrame:
    """Windows of 80 characters in MinHash LSH; neighbouring hits of a pair of documents are joined.

    Threshold, shingles and gap are those that gave the best plagdet of a dozen tried on a set of 200 documents.
    """
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=0.5, num_perm=PERMUTATIONS)
    windows, hashes = [], []
    for doc, text in texts.items():
        for start in range(0, max(1, len(text) - WINDOW + 1), STEP):
            piece = text[start : start + WINDOW]
            sketch = MinHash(num_perm=PERMUTATIONS)
            shingles = [piece[i : i + SHINGLE] for i in range(max(1, len(piece) - SHINGLE + 1))]
            sketch.update_batch([shingle.encode() for shingle in shingles])
            index.insert(len(windows), sketch)
            windows.append((doc, start, start + len(piece)))
            hashes.append(sketch)
    hits = []
    for number, sketch in enumerate(hashes):
        for other in index.query(sketch):
            if other > number and windows[other][0] != windows[number][0]:
                hits.append((*windows[number], *windows[other]))
    return joined(hits, gap=40)


def suffix(texts: dict[str, str], shortest: int = 20) -> pd.DataFrame:
    """Neighbours in the suffix array that share a run of 20 characters or more; nearby runs are joined.

    Length and gap are those that gave the best plagdet of a dozen tried on a set of 200 documents.
    """
    from pydivsufsort import divsufsort, kasai

    docs = list(texts)
    whole = "\x00".join(texts.values()).encode("utf-16-le")
    symbols = np.frombuffer(whole, dtype=np.uint16).astype(np.int64)
    starts = np.cumsum([0, *(len(text) + 1 for text in texts.values())])
    order = divsufsort(np.unique(symbols, return_inverse=True)[1].astype(np.uint16))
    shared = kasai(np.unique(symbols, return_inverse=True)[1].astype(np.uint16), order)
    hits = []
    for rank in np.flatnonzero(shared[: order.size - 1] >= shortest).tolist():
        a, b, length = int(order[rank]), int(order[rank + 1]), int(shared[rank])
        if a and b and symbols[a - 1] == symbols[b - 1]:
            continue
        x, y = (int(np.searchsorted(starts, at, side="right")) - 1 for at in (a, b))
        length = min(length, int(starts[x + 1]) - 1 - a, int(starts[y + 1]) - 1 - b)
        if x != y and length >= shortest:
            left, right = sorted([(docs[x], a - int(starts[x])), (docs[y], b - int(starts[y]))])
            hits.append((left[0], left[1], left[1] + length, right[0], right[1], right[1] + length))
    return joined(hits, gap=150)


def passim(texts: dict[str, str]) -> pd.DataFrame:
    """Passim 2 with its own defaults but for shorter alignments; skipped where the program is not installed."""
    program = shutil.which("passim")
    if not program:
        raise ModuleNotFoundError("passim")
    with tempfile.TemporaryDirectory() as folder:
        source, result = Path(folder) / "in.jsonl", Path(folder) / "out"
        with source.open("w", encoding="utf-8") as out:
            for doc, text in texts.items():
                out.write(json.dumps({"id": doc, "series": doc, "text": text}) + "\n")
        options = ["-n", "12", "-m", "3", "-a", "40", "--all-pairs", "--fields", "series"]
        subprocess.run([program, *options, str(source), str(result)], check=True, capture_output=True)
        hits = []
        for part in sorted((result / "align.json").glob("*.json")):
            for row in map(json.loads, part.read_text(encoding="utf-8").splitlines()):
                hits.append((row["uid"], row["begin"], row["end"], row["uid2"], row["begin2"], row["end2"]))
    return joined(hits)


def joined(hits: list[tuple], gap: int = 0) -> pd.DataFrame:
    """Join hits of one pair of documents that overlap, or nearly, on both sides."""
    result: list[list] = []
    for doc_a, start_a, end_a, doc_b, start_b, end_b in sorted(hits, key=lambda h: (h[0], h[3], h[1], h[4])):
        last = result[-1] if result else None
        same = last and (last[0], last[3]) == (doc_a, doc_b)
        if same and start_a <= last[2] + gap and start_b <= last[5] + gap and last[4] <= end_b + gap:
            last[2], last[4], last[5] = max(last[2], end_a), min(last[4], start_b), max(last[5], end_b)
        else:
            result.append([doc_a, start_a, end_a, doc_b, start_b, end_b])
    return pd.DataFrame(result, columns=SIDES)


def family_scores(gold: pd.DataFrame, found: pd.DataFrame) -> dict[str, float]:
    """Return B-cubed precision and recall of families against planted clusters, and the share of places found.

    A planted place belongs to the family of the detection that shares most letters with it, at least half of the
    shorter of the two. Precision is the mean, over the places found, of the share of their family that is of their
    cluster; recall that of their cluster found that is of their family.
    """
    cluster = planted_clusters(gold)
    by_doc: dict[str, list[tuple[int, int]]] = {}
    for doc, start, end in cluster:
        by_doc.setdefault(doc, []).append((start, end))
    best: dict[tuple[str, int, int], tuple[int, int]] = {}
    for side in "ab":
        columns = (found[name].tolist() for name in (f"doc_{side}", f"start_{side}", f"end_{side}", "family"))
        for doc, start, end, family in zip(*columns, strict=True):
            for low, high in by_doc.get(doc, ()):
                common = min(end, high) - max(start, low)
                known = best.get((doc, low, high), (0, 0))
                if common >= 0.5 * min(end - start, high - low) and (common, -family) > known:
                    best[doc, low, high] = common, -family
    table = pd.DataFrame(
        [(cluster[place], -family) for place, (_, family) in best.items()], columns=["cluster", "family"]
    )
    both = table.groupby(["cluster", "family"])["cluster"].transform("size")
    return {
        "family_p": round(float((both / table.groupby("family")["family"].transform("size")).mean()), 4),
        "family_r": round(float((both / table.groupby("cluster")["cluster"].transform("size")).mean()), 4),
        "placed": round(len(table) / max(1, len(cluster)), 3),
    }


def planted_clusters(gold: pd.DataFrame) -> dict[tuple[str, int, int], int]:
    """Return the cluster of each planted place: places that the truth joins, directly or through others."""
    left, right = (
        list(zip(*(gold[f"{name}_{side}"].tolist() for name in ("doc", "start", "end")), strict=True))
        for side in "ab"
    )
    number = {place: i for i, place in enumerate(dict.fromkeys([*left, *right]))}
    parent = list(range(len(number)))

    def root(x: int) -> int:
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    for a, b in zip(left, right, strict=True):
        parent[root(number[a])] = root(number[b])
    return {place: root(i) for place, i in number.items()}


TOOLS = {"ours": ours, "datasketch": datasketch, "suffix": suffix, "passim": passim}


def measure(folder: Path, tool: str) -> dict:
    """Run one tool on one data set in this process and return its row of the table."""
    texts = read_documents(folder)
    before = _cpu()
    try:
        found = TOOLS[tool](texts)
    except ModuleNotFoundError:
        return {"data": folder.name, "tool": tool, "plagdet": "not installed"}
    cpu = _cpu() - before
    gold = pd.read_json(folder / "gold.jsonl", lines=True)
    table = evaluate(gold, found[SIDES]).set_index("level")
    row = {"data": folder.name, "tool": tool}
    row |= {
        name: round(float(table.loc["all", name]), 3)
        for name in ("plagdet", "precision", "recall", "granularity")
    }
    row |= {level: round(float(table.loc[level, "recall"]), 2) for level in table.index if level != "all"}
    if "family" in found:
        row |= family_scores(gold, found)
    return row | {"cpu_s": round(cpu, 1), "mb": round(_peak())}


def _cpu() -> float:
    usage = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(u.ru_utime + u.ru_stime for u in usage)


def _peak() -> float:
    return (
        max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        / 1024
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--tools", default=",".join(TOOLS))
    parser.add_argument(
        "--alone", action="store_true", help="print one row as JSON (used by the program itself)"
    )
    given = parser.parse_args()
    tools = given.tools.split(",")
    if given.alone:
        print(json.dumps(measure(given.folders[0], tools[0])))
        return
    rows = []
    for folder in given.folders:
        for tool in tools:
            command = [sys.executable, __file__, str(folder), "--tools", tool, "--alone"]
            rows.append(
                json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
            )
    print(pd.DataFrame(rows).astype(object).fillna("").to_string(index=False))


if __name__ == "__main__":
    main()
