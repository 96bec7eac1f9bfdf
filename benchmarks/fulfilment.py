"""Score what ``find_fulfilment`` says became of promises against labels that a person wrote.

usage: python benchmarks/fulfilment.py LABELS CORPUS [HALF]

LABELS has one JSON object a line: doc_a, start_a (of the sentence that promises), indicator (of one amount of it, else empty),
account (all answers that are right), doc_b, start_b (all sentences of the look-back that are the place), half. Of a sentence with
several amounts and no indicator the fullest account counts. A promise is right if account and place are.
"""

import json
import sys
import warnings
from pathlib import Path

import pandas as pd

import plananalysis as pa

warnings.simplefilter("ignore")
ORDER = ["value", "done", "mentioned", "not_mentioned"]
NAMES = {"none": "not_mentioned"}


def _answer(label: dict, rows: pd.DataFrame) -> tuple[str, int | None, str]:
    """Return account, place and sentence that were found for a labelled promise."""
    own = rows[(rows["doc_a"] == label["doc_a"]) & (rows["start_a"] == label["start_a"])]
    if label["indicator"]:
        own = own[own["indicator"] == label["indicator"]]
    if own.empty:
        return "not_mentioned", None, "(no such promise)"
    best = own.iloc[own["account"].map(ORDER.index).argmin()]
    return best["account"], None if pd.isna(best["start_b"]) else int(best["start_b"]), best["text_b"]


def main() -> None:
    """Print F1, false ``done`` and every promise that is not as labelled."""
    labels = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    if len(sys.argv) > 3:
        labels = [each for each in labels if each["half"] == sys.argv[3]]
    rows = pa.find_fulfilment(pa.load_corpus(sys.argv[2]))
    right = found = wanted = false_done = agreed = 0
    for label in labels:
        account, place, text = _answer(label, rows)
        allowed = [NAMES.get(each, each) for each in label["account"]]
        good = account in allowed and (place is None or place in label["start_b"])
        found += account != "not_mentioned"
        wanted += "not_mentioned" not in allowed or (good and account != "not_mentioned")
        right += good and account != "not_mentioned"
        agreed += good
        false_done += account == "done" and "done" not in allowed
        if not good:
            print(
                "  wrong ",
                label["doc_a"],
                label["start_a"],
                label["indicator"],
                account,
                "for",
                allowed,
                "|",
                text,
            )
    print(f"{len(labels)} promises, {agreed} as labelled ({agreed / len(labels):.3f})")
    print(
        f"F1 of account and place {2 * right / (found + wanted):.4f}: right {right}, found {found}, wanted {wanted}"
    )
    print("called done where no label allows it:", false_done)


if __name__ == "__main__":
    main()
