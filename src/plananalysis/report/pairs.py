"""Which shared passages a page holds where it cannot hold them all."""

import numpy as np
import pandas as pd

PAIRS_EACH = 6
"""Passages of any two documents that come before all others."""


def pick_pairs(table: pd.DataFrame, most: int) -> pd.DataFrame:
    """Return the first few passages of any two documents, enough to cover all that is shared, and the most distinctive.

    Examples
    --------
    >>> few = pd.DataFrame({"doc_a": ["a", "a", "b"], "doc_b": ["b", "b", "c"]})
    >>> few = few.assign(start_a=0, end_a=9, start_b=0, end_b=9, kind="passage")
    >>> len(pick_pairs(few, 2))
    2
    """
    if len(table) <= most:
        return table
    rank = table.groupby(["doc_a", "doc_b"], sort=False).cumcount().to_numpy()
    wanted = np.zeros(len(table), dtype=bool)
    few = rank < PAIRS_EACH
    for first in (few & (table["kind"] == "passage").to_numpy(), few):
        wanted[np.flatnonzero(first & ~wanted)[: most // 2 - int(wanted.sum())]] = True
    for more in (_covering(table, wanted), ~wanted):
        wanted[np.flatnonzero(more & ~wanted)[: most - int(wanted.sum())]] = True
    return table[wanted]


def _covering(table: pd.DataFrame, chosen: np.ndarray) -> np.ndarray:
    """Return which passages cover wording that neither those chosen nor any before them cover."""
    seen: dict[str, bytearray] = {}
    for side in "ab":
        for doc, end in table.groupby(f"doc_{side}")[f"end_{side}"].max().items():
            if len(seen.get(str(doc), ())) < end:
                seen[str(doc)] = bytearray(int(end))
    found = np.zeros(len(table), dtype=bool)
    columns = [f"{name}_{side}" for side in "ab" for name in ("doc", "start", "end")]
    spans = list(table[columns].itertuples(index=False, name=None))
    # Those chosen come first, so that the others need to cover only what is left.
    for i in [*np.flatnonzero(chosen).tolist(), *np.flatnonzero(~chosen).tolist()]:
        doc_a, start_a, end_a, doc_b, start_b, end_b = spans[i]
        one, other = seen[doc_a], seen[doc_b]
        if one.find(0, start_a, end_a) >= 0 or other.find(0, start_b, end_b) >= 0:
            found[i] = True
            one[start_a:end_a] = b"\1" * (end_a - start_a)
            other[start_b:end_b] = b"\1" * (end_b - start_b)
    return found
