"""The parts of a plan that can be compared: sections, and the items in them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pandas as pd

from plananalysis.compare.prose import Paragraph, announces, paragraphs_of, sentences_in
from plananalysis.corpus import Corpus
from plananalysis.corpus.leads import lead_of
from plananalysis.corpus.sentence_spans import behind_stop
from plananalysis.language import prefilter
from plananalysis.language.openings import DATED_LEADS
from plananalysis.themes import heading_end

_DATED = prefilter(DATED_LEADS)

_IS = ("是", "为")
"""How a lead ends that but announces a sentence: 主要目标是."""

_INNER_STOP = re.compile(r"[，,；;。！？:：]")

ADDRESSED_PARTS = ("plan", "self", "lookback")
"""Parts in which what is said to the audience (各位代表！) is a matter that two plans can be compared by."""

_MIN_LINE = 15
"""A heading without a body that is at least so long, or is punctuated inside, is a line of a list."""


LONGEST_ITEM = 300
"""Letters of prose that are one item. In labelled reports a field of work takes 200 to 900; shorter ones have one matter."""

LONG_PROSE = 240
"""Letters of one paragraph that a section with several items may answer: an item as a plan without inner headings has it."""


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
    part: str
    """Part of the plan that most of it is of."""


class Plan(NamedTuple):
    """A plan as its sections and items, each in reading order."""

    doc_id: str
    sections: list[Node]
    items: list[Node]
    prose: dict[int, list[Paragraph]]
    """Paragraphs of an item by its first character."""


@dataclass
class _Entry:
    """A heading, or what is said to the audience, with its own prose."""

    row: Any
    heading: str
    level: int
    start: int
    end: int
    paragraphs: list[Paragraph] = field(default_factory=list)

    def listed(self, text: str, row: Any) -> None:
        """Add a numbered sentence: it belongs to what stands above it."""
        line = Paragraph(
            row.passage_id, int(row.line), row.part, int(row.start), int(row.end), text[row.start : row.end]
        )
        if self.paragraphs:
            above = self.paragraphs[-1]
            line = above._replace(end=line.end, text=f"{above.text}\n{line.text}")
        self.paragraphs[-1:] = [line]
        self.end = int(row.end)

    @property
    def body(self) -> str:
        return "\n".join(paragraph.text for paragraph in self.paragraphs).strip("。 　\n")


def read_plan(corpus: Corpus, doc_id: str) -> Plan:
    """Return the sections and the items of a plan.

    A section is a heading with headings below it, or with so much prose that its paragraphs are items. An item is a
    heading with less prose, or a paragraph by itself. A list line, that is a numbered sentence without a heading of
    its own, belongs to the item above it. A heading that ends the first level by itself, or has so much prose in one
    paragraph, is an item and stands among the sections too: a section of the other plan may answer it. In a plan
    without headings every paragraph is an item.
    """
    text = corpus.text(doc_id)
    passages = corpus.passages[corpus.passages["doc_id"] == doc_id].sort_values("start")
    rows: list[Any] = list(passages.itertuples(index=False))
    entries = _entries(text, rows)
    if not entries:
        found = [one for row in rows for one in paragraphs_of(text, row, int(row.start))]
        return Plan(doc_id, [], [_of_paragraph(one, "") for one in found], {})
    plan = Plan(doc_id, [], [], {})
    top = min(entry.level for entry in entries)
    above: list[tuple[int, str]] = []
    for position, entry in enumerate(entries):
        below = entries[position + 1 :]
        reach = next((i for i, later in enumerate(below) if later.level <= entry.level), len(below))
        above = [(level, heading) for level, heading in above if level < entry.level]
        node = _of_entry(entry, below[:reach], above[-1][1] if above else "")
        if entry.heading:
            above.append((entry.level, entry.heading))
        own = [one for one in entry.paragraphs if not (reach and announces(one))]
        cut = bool(reach) or (len(own) > 1 and len(entry.body) > LONGEST_ITEM)
        if entry.heading and (cut or entry.level == top or len(entry.body) > LONG_PROSE):
            plan.sections.append(node)
        if cut:
            plan.items.extend(_of_paragraph(one, above[-1][1] if above else "") for one in own)
        else:
            plan.items.append(node)
            plan.prose[node.start] = own
    return plan


def split_prose(plan: Plan, text: str, chosen: set[int]) -> Plan:
    """Return a plan in which some items are cut into their paragraphs, or into sentences where there is one.

    Parameters
    ----------
    plan
        The plan.
    text
        Its text.
    chosen
        Numbers of sections that are items as well.
    """
    places = {plan.sections[i].start for i in chosen}
    items: list[Node] = []
    for item in plan.items:
        own = plan.prose.get(item.start, []) if item.start in places else []
        pieces = own if len(own) > 1 else [piece for one in own for piece in sentences_in(one, text)]
        items += [_of_paragraph(one, item.heading) for one in pieces] if len(pieces) > 1 else [item]
    return plan._replace(items=items)


def bare_sections(plan: Plan) -> set[int]:
    """Return the numbers of the sections that are items as well."""
    items = {(item.passage_id, item.start, item.end) for item in plan.items}
    return {i for i, s in enumerate(plan.sections) if (s.passage_id, s.start, s.end) in items}


def _entries(text: str, rows: list) -> list[_Entry]:
    """Return the headings and addresses with their own prose; list lines and pieces of a passage join the one above."""
    entries: list[_Entry] = []
    last: _Entry | None = None
    lines = {row.passage_id for row in _list_lines(text, rows)}
    addressed = False
    for row in rows:
        addressed = row.opened_by == "address" or (addressed and row.opened_by != "heading")
        if row.level == 0 and not addressed:
            continue
        if row.opened_by == "address":
            last = None
            if row.part in ADDRESSED_PARTS:
                last = _Entry(row, "", int(row.level) + 1, int(row.start), int(row.end))
                last.paragraphs += paragraphs_of(text, row, int(row.start))
                entries.append(last)
            continue
        head = heading_end(text, row)
        if row.part == "annex" and not any(map(str.isalnum, text[head : row.end])):
            continue
        if row.opened_by != "heading":
            if last is not None:
                last.paragraphs += paragraphs_of(text, row, int(row.start))
                last.end = int(row.end)
        elif last is not None and row.passage_id in lines:
            last.listed(text, row)
        else:
            last = _Entry(row, row.heading, int(row.level), int(row.start), int(row.end))
            last.paragraphs += paragraphs_of(text, row, behind_stop(text, head, int(row.end)))
            entries.append(last)
    return entries


def _of_entry(entry: _Entry, below: Sequence[_Entry], section: str) -> Node:
    """Return a heading with all that stands below it as a node."""
    body = entry.body + "".join(f"\n{one.heading}。{one.body}" for one in below)
    row, weight = entry.row, dict[str, int]()
    for one in (entry, *below):
        for paragraph in one.paragraphs:
            weight[paragraph.part] = weight.get(paragraph.part, 0) + len(paragraph.text)
    part = max(weight, key=lambda name: weight[name]) if weight else row.part
    start = entry.start if entry.heading or not entry.paragraphs else entry.paragraphs[0].start
    end = below[-1].end if below else entry.end
    return Node(
        row.passage_id,
        int(row.line),
        row.label if entry.heading else "",
        entry.heading,
        start,
        end,
        body,
        section,
        part,
    )


def _of_paragraph(paragraph: Paragraph, section: str) -> Node:
    """Return a paragraph as an item; the lead with which it names its matter is its heading."""
    place = (paragraph.start, paragraph.end)
    lead = lead_of(paragraph.text)
    lead = "" if _DATED.search(f"{lead}，") or lead.endswith(_IS) else lead
    body = paragraph.text.strip()
    if lead:
        body = body[body.find(lead) + len(lead) :].strip("。；;，：: 　\n")
    return Node(paragraph.passage_id, paragraph.line, "", lead, *place, body, section, paragraph.part)


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
