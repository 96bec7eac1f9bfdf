"""Score the targets that ``find_targets`` reads against labels that a person wrote.

usage: python benchmarks/targets.py LABELS CORPUS [HALF]

LABELS has one JSON object a line: doc_id, indicator, value, high, stretch, bound, relation, place (``paragraph`` or
``elsewhere`` in the plan), known (the shipped table has the indicator), optional (either answer is right), half. Only
the documents of CORPUS that have labels (of HALF, if it is named) are scored; which indicators a plan could have named
is taken from all of them. Values are in the plain unit (3万吨 is 30000).
"""

import json
import sys
import warnings
from collections import defaultdict
from pathlib import Path

import pandas as pd

import plananalysis as pa

warnings.simplefilter("ignore")


def _value(value: object, high: object) -> tuple[float, float]:
    """Return the number, or both ends of a range, to compare."""
    low = round(float(value), 6)
    return low, low if pd.isna(high) else round(float(high), 6)


def _rate(right: int, of: int) -> str:
    """Return a share with its numbers."""
    return f"{right / of:.4f} ({right}/{of})" if of else "nothing to score"


def _numbers(labels: list[dict], own: pd.DataFrame) -> None:
    """Print F1 of indicator and value, and how often the bound is right."""
    wanted = {
        (each["doc_id"], each["indicator"], _value(each["value"], each["high"])): each
        for each in labels
        if each["place"] == "paragraph" and each["known"] and each["value"] is not None
    }
    rows = own[own["headline"] & (own["stated"] == "number") & (own["target_year"] == own["year"])]
    found = {(r.doc_id, r.indicator, _value(r.value, r.value_high)): r for r in rows.itertuples()}
    both = sorted(set(wanted) & set(found))
    print("numbers  F1       ", _rate(2 * len(both), len(wanted) + len(found)))
    print("numbers  precision", _rate(len(both), len(found)), " recall", _rate(len(both), len(wanted)))
    for key in sorted(set(wanted) - set(found)):
        print("  missed", *key)
    for key in sorted(set(found) - set(wanted)):
        print("  wrong ", *key, found[key].text)
    wrong = [key for key in both if found[key].bound != wanted[key]["bound"]]
    print("bound             ", _rate(len(both) - len(wrong), len(both)))
    for key in wrong:
        print("  bound ", *key, found[key].bound, "for", wanted[key]["bound"])
    stretched = [key for key in both if wanted[key]["stretch"] or not pd.isna(found[key].stretch)]
    right = [key for key in stretched if found[key].stretch == wanted[key]["stretch"]]
    print("stretch           ", _rate(len(right), len(stretched)))


def _relations(labels: list[dict], own: pd.DataFrame) -> None:
    """Print F1 of what is said of an indicator without a number."""
    said = [each for each in labels if each["place"] == "paragraph" and each["known"] and each["relation"]]
    wanted = {(each["doc_id"], each["indicator"]) for each in said}
    either = {(each["doc_id"], each["indicator"]) for each in said if each["optional"]}
    rows = own[own["headline"] & (own["stated"] == "relation") & (own["target_year"] == own["year"])]
    found = set(zip(rows["doc_id"], rows["indicator"], strict=True))
    wanted, found = wanted - either, found - either
    print("without number F1 ", _rate(2 * len(wanted & found), len(wanted) + len(found)))
    for key in sorted(wanted ^ found):
        print("  missed" if key in wanted else "  wrong ", *key)


def _absent(labels: list[dict], own: pd.DataFrame, possible: set[str]) -> None:
    """Print how often an indicator that others name is rightly absent or not."""
    named: dict[str, set[str]] = defaultdict(set)
    either: dict[str, set[str]] = defaultdict(set)
    for each in labels:
        (either if each["optional"] else named)[each["doc_id"]].add(each["indicator"])
    rows = own[own["stated"] == "absent"]
    said = {(r.doc_id, r.indicator) for r in rows.itertuples()}
    asked = [(doc, what) for doc in sorted(named) for what in sorted(possible - either[doc])]
    wrong = [key for key in asked if (key in said) == (key[1] in named[key[0]])]
    print("absent, of all    ", _rate(len(asked) - len(wrong), len(asked)))
    truly = {key for key in asked if key[1] not in named[key[0]]}
    stated = said & set(asked)
    print("absent, F1        ", _rate(2 * len(truly & stated), len(truly) + len(stated)))
    for key in wrong:
        print("  absent, though named" if key in said else "  not absent, though not named", *key)


def main() -> None:
    """Print the scores and every row that is not as labelled."""
    corpus = pa.load_corpus(sys.argv[2])
    held = set(corpus.documents["doc_id"])
    labels = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    labels = [each for each in labels if each["doc_id"] in held]
    if not labels:
        raise SystemExit("no document of the corpus has labels")
    possible = {
        each["indicator"]
        for each in labels
        if each["place"] == "paragraph" and each["known"] and not each["optional"]
    }
    found = pa.find_targets(corpus)
    if len(sys.argv) > 3:
        labels = [each for each in labels if each["half"] == sys.argv[3]]
    own = found[found["doc_id"].isin({each["doc_id"] for each in labels})]
    print(f"{own['doc_id'].nunique()} documents, {len(labels)} labels")
    _numbers(labels, own)
    _relations(labels, own)
    _absent(labels, own, possible)


if __name__ == "__main__":
    main()
