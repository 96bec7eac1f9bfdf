"""Mark what was wrongly decoded before it was saved: it cannot be undone, so it takes no part in any count."""

import logging
from collections.abc import Mapping

import pandas as pd

from plananalysis import tables
from plananalysis.corpus.plausible import find_mojibake
from plananalysis.messages.message import Message

_log = logging.getLogger(__name__)


def mark_mojibake(documents: pd.DataFrame, texts: Mapping[str, str]) -> pd.DataFrame:
    """Return the spans of mojibake, and say in ``warning`` where each document turns."""
    rows: list[tuple[str, int, int, str]] = []
    for row, (doc_id, text) in zip(documents.index, texts.items(), strict=True):
        spans = find_mojibake(text)
        if not spans:
            continue
        rows += [(doc_id, start, end, "mojibake") for start, end in spans]
        first = spans[0][0]
        line = text.count("\n", 0, first) + 1
        column = first - text.rfind("\n", 0, first)
        broken = sum(end - start for start, end in spans)
        warning = Message(
            "mojibake from line {line}, character {column} of that line: {broken:,} of {n_chars:,} characters are "
            "wrongly decoded and left out; get the file anew",
            line=line,
            column=column,
            broken=broken,
            n_chars=len(text),
        )
        documents.loc[row, "warning"] = warning
        _log.warning(Message("{name}: {reason}", name=documents.loc[row, "file"], reason=warning))
    return tables.from_records(rows, "excluded")


def merge_spans(found: pd.DataFrame, broken: pd.DataFrame) -> pd.DataFrame:
    """Return both tables of spans as one without overlaps; mojibake comes first."""
    if broken.empty:
        return found
    taken: dict[str, list[tuple[int, int]]] = {}
    for doc_id, start, end, _ in broken.itertuples(index=False, name=None):
        taken.setdefault(doc_id, []).append((start, end))
    rows = list(broken.itertuples(index=False, name=None))
    for doc_id, start, end, reason in found.itertuples(index=False, name=None):
        for a, b in taken.get(doc_id, []):
            if a < end and b > start:
                if start < a:
                    rows.append((doc_id, start, a, reason))
                start = min(b, end)
        if start < end:
            rows.append((doc_id, start, end, reason))
    return tables.from_records(sorted(rows), "excluded")
