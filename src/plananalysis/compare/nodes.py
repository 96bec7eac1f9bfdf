"""The parts of a plan that can be compared: sections, and the items in them."""

import re
from typing import NamedTuple

import pandas as pd

from plananalysis.corpus import Corpus
from plananalysis.themes import heading_end

_INNER_STOP = re.compile(r"[，,；;。！？:：]")

ADDRESSED_PARTS = ("plan", "self", "lookback")
"""Parts in which what is said to the audience (各位代表！) is a matter that two plans can be compared by."""

_MIN_LINE = 15
"""A heading without a body that is at least so long, or is punctuated inside, is a line of a list."""


class Node(NamedTuple):
    """A section or item: its heading, and the text below it without excluded spans."""

    passage_id: str
    line: int
    label: str
    heading: str
    start: int
    end: int
    body: str
    section: str
    """Heading of the innermost section that holds it, empty at the top."""


class Plan(NamedTuple):
    """A plan as its sections and items, each in reading order."""

    doc_id: str
    sections: list[Node]
    items: list[Node]


def read_plan(corpus: Corpus, doc_id: str) -> Plan:
    """Return the sections (headings with headings below them) and the items (headings with none) of a plan.

    A list line, that is a numbered sentence without a heading of its own, belongs to the item above it. A heading
    that ends the first level by itself is an item, and stands among the sections too. In a plan without headings
    every paragraph is an item.
    """
    text = corpus.text(doc_id)
    passages = corpus.passages[corpus.passages["doc_id"] == doc_id].sort_values("start")
    rows = list(passages.itertuples(index=False))
    entries = _entries(text, rows)
    if not entries:
        return Plan(doc_id, [], _paragraphs(text, rows))
    top = min(entry["level"] for entry in entries)
    sections, items = [], []
    above: list[tuple[int, str]] = []
    for position, entry in enumerate(entries):
        below = entries[position + 1 :]
        reach = next((i for i, later in enumerate(below) if later["level"] <= entry["level"]), len(below))
        span = [entry, *below[:reach]]
        above = [(level, heading) for level, heading in above if level < entry["level"]]
        node = Node(
            entry["passage_id"],
            entry["line"],
            entry["label"],
            entry["heading"],
            entry["start"],
            span[-1]["end"],
            entry["body"] + "".join(f"\n{e['heading']}。{e['body']}" for e in span[1:]),
            above[-1][1] if above else "",
        )
        above.append((entry["level"], entry["heading"]))
        if reach or entry["level"] == top:
            sections.append(node)
        if not reach:
            items.append(node)
    if all(section.passage_id in {item.passage_id for item in items} for section in sections):
        sections = []
    return Plan(doc_id, sections, items)


def _entries(text: str, rows: list) -> list[dict]:
    """Return the headings with their own bodies; list lines and the rest of a cut passage join the one above."""
    entries: list[dict] = []
    lines = {row.passage_id for row in _list_lines(text, rows)}
    addressed = False
    for row in rows:
        addressed = row.opened_by == "address" or (addressed and row.opened_by != "heading")
        if row.level == 0 and not addressed:
            continue
        if row.opened_by == "address":
            if row.part in ADDRESSED_PARTS:
                entries.append(_spoken(text, row))
            continue
        head = heading_end(text, row)
        if row.part == "annex" and not any(map(str.isalnum, text[head : row.end])):
            continue
        last = entries[-1] if entries else None
        goes_on = last is not None and (row.opened_by != "heading")
        if last is not None and (goes_on or row.passage_id in lines):
            last["body"] += text[row.start : row.end]
            last["end"] = row.end
            continue
        entries.append(
            {
                "passage_id": row.passage_id,
                "line": int(row.line),
                "label": row.label,
                "heading": row.heading,
                "level": int(row.level),
                "start": int(row.start),
                "end": int(row.end),
                "body": text[head : row.end].strip("。 　\n"),
            }
        )
    return entries


def _spoken(text: str, row) -> dict:
    """Return what is said to the audience on a matter of its own, which stands under no heading."""
    body = text[row.start : row.end].strip()
    start = int(row.start) + text[row.start : row.end].find(body)
    return {
        "passage_id": row.passage_id,
        "line": int(row.line),
        "label": "",
        "heading": "",
        "level": int(row.level) + 1,
        "start": start,
        "end": int(row.end),
        "body": body,
    }


def _list_lines(text: str, rows: list) -> list:
    """Return the passages that are numbered sentences below a heading of the second level or lower."""
    found, children = [], pd.Series([row.path.rpartition("/")[0] for row in rows], dtype=str)
    for parent, places in children.groupby(children).groups.items():
        siblings = [rows[place] for place in places]
        if str(parent).count("/") < 1 or not all(_is_sentence(text, row) for row in siblings):
            continue
        found += siblings
    return found


def _is_sentence(text: str, row) -> bool:
    """Tell a numbered sentence, all heading and no body, from a heading."""
    body = text[heading_end(text, row) : row.end]
    long = len(row.heading) >= _MIN_LINE or _INNER_STOP.search(row.heading)
    return bool(long) and not any(char.isalnum() for char in body)


def _paragraphs(text: str, rows: list) -> list[Node]:
    """Return every paragraph with some letters as an item, headed by its first clause."""
    found = []
    for row in rows:
        at = row.start
        for paragraph in text[row.start : row.end].splitlines(keepends=True):
            bare = paragraph.strip()
            start = at + len(paragraph) - len(paragraph.lstrip())
            line = int(row.line) + text.count("\n", row.start, start)
            if any(char.isalnum() for char in bare):
                end = start + len(bare)
                found.append(Node(row.passage_id, line, "", "", start, end, bare, ""))
            at += len(paragraph)
    return found
