"""Where the terms of a code book stand in a text, and where they stand but say nothing."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

import pandas as pd

from plananalysis.folding import plain
from plananalysis.lexicon.code_books import NO_CODE
from plananalysis.tables import LIST_SEPARATOR

GAP = "…"
_WITHIN_CLAUSE = r"[^，,。；;：:！!？?\n]{0,12}?"
"""What a gap in a term may hold: the field that money goes into, the date by which something stands."""
_QUOTED = re.compile(
    r"《[^《》\n]{1,80}》|“[^“”\n]{1,80}”|‘[^‘’\n]{1,80}’|「[^「」\n]{1,80}」|『[^『』\n]{1,80}』|\"[^\"\n]{1,80}\""
)
"""Titles and quotations: others said it, or it is a name. A quote that never closes quotes nothing."""


class Entry(NamedTuple):
    """A row of a code book as it is looked for: its code, and directly behind or before what it does not count."""

    code: str
    term: str
    weight: float
    not_after: tuple[str, ...]
    not_before: tuple[str, ...]


class Found(NamedTuple):
    """A place of a term."""

    start: int
    end: int
    entry: Entry


class Finder(NamedTuple):
    """A code book ready for a search: one automaton of its terms, an expression for each term with a gap."""

    automaton: Any
    entries: tuple[tuple[Entry, ...], ...]
    gaps: tuple[tuple[re.Pattern[str], Entry], ...]


def finder(book: pd.DataFrame) -> Finder:
    """Return the finder of a checked code book.

    Examples
    --------
    >>> from plananalysis.lexicon.code_books import load_code_book
    >>> found = finder(load_code_book("strength"))
    >>> [(place.entry.term, place.entry.code) for place in places("各村不得挪用，要求入户；要公开", found)]
    [('不得', '红色'), ('要', '黑色')]
    """
    from ahocorasick_rs import AhoCorasick, MatchKind

    by_term: dict[str, list[Entry]] = defaultdict(list)
    gaps = []
    columns = (book[name].tolist() for name in ("code", "term", "weight", "not_after", "not_before"))
    for code, word, weight, not_after, not_before in zip(*columns, strict=True):
        entry = Entry(code, word, weight, _words(not_after), _words(not_before))
        term = plain(word)
        if GAP in term:
            pieces = [re.escape(piece) for piece in term.split(GAP)]
            gaps.append((re.compile(_WITHIN_CLAUSE.join(pieces)), entry))
        else:
            by_term[term].append(entry)
    return Finder(
        AhoCorasick(list(by_term), matchkind=MatchKind.LeftmostLongest),
        tuple(map(tuple, by_term.values())),
        tuple(gaps),
    )


def places(text: str, found: Finder) -> Iterator[Found]:
    """Yield where the terms stand in a text of :func:`plananalysis.folding.plain`, in its order.

    Of terms that overlap the longest of those that begin first counts. What stands in quotes or in a title does not.
    """
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    hits = [
        Found(start, end, entry)
        for number, start, end in found.automaton.find_matches_as_indexes(text)
        for entry in found.entries[number]
        if entry.code != NO_CODE
    ]
    for pattern, entry in found.gaps:
        spans = [match.span() for match in pattern.finditer(text)]
        if entry.code == NO_CODE:
            quoted += spans
        else:
            hits += [Found(*span, entry) for span in spans]
    quoted.sort()
    hits.sort(key=lambda hit: (hit.start, hit.end))
    for hit in hits:
        inside = any(first <= hit.start < last for first, last in quoted)
        if not inside and _counts(text, hit):
            yield hit


def _counts(text: str, hit: Found) -> bool:
    """Say whether a term counts beside what stands directly before and behind it."""
    entry = hit.entry
    behind = bool(entry.not_after) and text.endswith(entry.not_after, 0, hit.start)
    return not behind and not (entry.not_before and text.startswith(entry.not_before, hit.end))


def _words(cell: str) -> tuple[str, ...]:
    return tuple(plain(word.strip()) for word in cell.split(LIST_SEPARATOR) if word.strip())
