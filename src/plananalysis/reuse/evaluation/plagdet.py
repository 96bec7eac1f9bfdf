"""Measure detections against known cases of reuse, as at the PAN workshops (plagdet)."""

import math
from collections import defaultdict

import pandas as pd

_Side = tuple[str, int, int]


def _cases(table: pd.DataFrame) -> list[tuple[_Side, _Side]]:
    """Return both sides of every row, the document of smaller name first."""
    columns = ["doc_a", "start_a", "end_a", "doc_b", "start_b", "end_b"]
    cases = []
    for doc_a, start_a, end_a, doc_b, start_b, end_b in table[columns].itertuples(index=False, name=None):
        a, b = (str(doc_a), int(start_a), int(end_a)), (str(doc_b), int(start_b), int(end_b))
        cases.append((b, a) if a[0] > b[0] else (a, b))
    return cases


def _common(x: _Side, y: _Side) -> tuple[int, int] | None:
    """Return the range that two spans of one document have in common."""
    start, end = max(x[1], y[1]), min(x[2], y[2])
    return (start, end) if start < end else None


def _length(spans: list[tuple[int, int]]) -> int:
    """Return how many characters the spans cover together."""
    total, reached = 0, -1
    for start, end in sorted(spans):
        start = max(start, reached)
        if end > start:
            total, reached = total + end - start, end
    return total


def _size(case: tuple[_Side, _Side]) -> int:
    return sum(side[2] - side[1] for side in case)


def evaluate(gold: pd.DataFrame, predicted: pd.DataFrame) -> pd.DataFrame:
    """Return how well detections agree with known cases of reuse.

    Parameters
    ----------
    gold
        Known cases: ``doc_a, start_a, end_a, doc_b, start_b, end_b``, and, if known, ``level`` (how heavily the
        passage was reworded) and ``relation`` (``direct``, or ``sibling`` for two copies of one source; ``kind`` is
        read where ``relation`` is missing).
    predicted
        Table of :func:`find_reuse`.

    Returns
    -------
    DataFrame
        A row for ``level`` ``all`` and one per level (siblings apart): ``plagdet``, ``precision``, ``recall``,
        ``granularity``, ``n_gold``, ``n_predicted``. A detection belongs to no level, so precision and plagdet of
        the levels are missing.

    Notes
    -----
    Potthast et al. (2010), macro-averaged by characters. A detection counts for a case only where both sides overlap
    it. Precision is the mean over detections of the part that lies in cases, recall the mean over cases of the part
    that was detected, granularity the mean number of detections per detected case, and
    ``plagdet = F1 / log2(1 + granularity)``.
    """
    cases, found = _cases(gold), _cases(predicted)
    by_pair: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, (a, b) in enumerate(cases):
        by_pair[a[0], b[0]].append(number)
    hit_a: list[list[tuple[int, int]]] = [[] for _ in cases]
    hit_b: list[list[tuple[int, int]]] = [[] for _ in cases]
    precision = 0.0
    for a, b in found:
        in_a, in_b = [], []
        for number in by_pair.get((a[0], b[0]), ()):
            common_a, common_b = _common(a, cases[number][0]), _common(b, cases[number][1])
            if common_a and common_b:
                in_a.append(common_a)
                in_b.append(common_b)
                hit_a[number].append(common_a)
                hit_b[number].append(common_b)
        if in_a:
            precision += (_length(in_a) + _length(in_b)) / _size((a, b))
    recalls = [
        (_length(x) + _length(y)) / max(1, _size(case))
        for x, y, case in zip(hit_a, hit_b, cases, strict=True)
    ]
    counts = [len(x) for x in hit_a]
    precision /= max(1, len(found))
    recall = sum(recalls) / max(1, len(cases))
    grain = _granularity(counts)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    rows: list[tuple] = [("all", f1 / math.log2(1 + grain), precision, recall, grain, len(cases), len(found))]
    levels: dict[str, list[int]] = defaultdict(list)
    for number, level in enumerate(_levels(gold)):
        levels[level].append(number)
    for level in sorted(levels):
        part = levels[level]
        grain = _granularity([counts[i] for i in part])
        rows.append((level, None, None, sum(recalls[i] for i in part) / len(part), grain, len(part), None))
    names = ["level", "plagdet", "precision", "recall", "granularity", "n_gold", "n_predicted"]
    types = dict.fromkeys(["plagdet", "precision", "recall", "granularity"], "float64") | {
        "level": "str",
        "n_gold": "int64",
        "n_predicted": "Int64",
    }
    return pd.DataFrame(rows, columns=names).astype(types)


def _granularity(counts: list[int]) -> float:
    """Return the mean number of detections per detected case, 1 if none was."""
    hit = [n for n in counts if n]
    return sum(hit) / len(hit) if hit else 1.0


def _levels(gold: pd.DataFrame) -> list[str]:
    """Return the level of each case; copies of one source have a level of their own."""
    if "level" not in gold:
        return []
    relation = gold.get("relation", gold.get("kind"))
    if relation is None:
        return gold["level"].astype(str).tolist()
    return [
        f"{level}" if kind == "direct" else f"{level}/sib"
        for level, kind in zip(gold["level"], relation, strict=True)
    ]
