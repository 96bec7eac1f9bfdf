"""Find the annex that explains a report's terms (名词解释)."""

from collections.abc import Sequence

from plananalysis.corpus.glossary_entries import Entry, Line, explained_share, mark_of, read_entries
from plananalysis.corpus.lines import line_starts
from plananalysis.language.explanations import GLOSSARY_TITLES, NEXT_ANNEX
from plananalysis.language.rules import compiled, index_rules, prefilter

_TITLE, _NEXT_ANNEX = prefilter(GLOSSARY_TITLES), prefilter(NEXT_ANNEX)
_ALONE = next(pattern for rule, pattern in compiled(GLOSSARY_TITLES) if rule.name == "notes")
_WORDING = index_rules(GLOSSARY_TITLES).words
"""What no title lacks; nearly all lines have none of it."""
_LONGEST_TITLE = 60
_MOST_TITLES = 5
_MOST_LINES = 3000
"""Bounds for texts that are nothing but titles; no annex has so many lines."""
_LEAST_EXPLAINED = 0.5
"""Share of an annex's statements that explain a term; a plan has few of that shape."""
_LEAST_NOTES = 3
"""So many notes in a row at the end of a text are its notes without a title."""
_NOTE_MARKS = ("square", "note")


def is_glossary_title(text: str) -> bool:
    """Say whether a stripped line has the wording of a glossary's title.

    Examples
    --------
    >>> is_glossary_title("名词解释"), is_glossary_title("对名词的解释如下")
    (True, False)
    """
    return (
        len(text) <= _LONGEST_TITLE and _WORDING.search(text) is not None and _TITLE.search(text) is not None
    )


def find_glossary(lines: Sequence[str]) -> tuple[int, int] | None:
    """Return the first and last line of the entries of the glossary annex, or None.

    A glossary stands below a line such as 名词解释 after the first fifth of the text, below which most statements
    explain a term; the line itself is a heading of the text. It goes on to the next annex, to what is said to the
    audience, or to the end. Notes in square brackets ([1] 三通：…) that end a text are one without its title.

    Examples
    --------
    >>> find_glossary(["报告", "一、工作。", "名词解释", "1.双减：减轻负担。", "2.三通：通水通电通路。"])
    (3, 4)
    """
    filled = [i for i, line in enumerate(lines) if line and not line.isspace()]
    starts = line_starts(lines)
    tried = 0
    for position, i in enumerate(filled):
        if len(lines[i]) > _LONGEST_TITLE or starts[i] * 5 < starts[-1]:
            continue
        text = lines[i].strip()
        if not is_glossary_title(text):
            continue
        tried += 1
        if tried > _MOST_TITLES:
            return None
        found = _below(lines, filled[position + 1 :], 2 if _ALONE.search(text) else 1)
        if found is not None:
            return found
    return _closing_notes(lines, filled, starts)


def _below(lines: Sequence[str], filled: Sequence[int], needed: int) -> tuple[int, int] | None:
    """Return the first and last line of the entries below a title, as far as the next annex; None if there are too few."""
    below: list[int] = []
    for j in filled[:_MOST_LINES]:
        if len(lines[j]) < _LONGEST_TITLE and _NEXT_ANNEX.search(lines[j].strip()):
            break
        below.append(j)
    texts = [Line(lines[j].strip(), 0) for j in below]
    entries = read_entries(texts)
    if len(entries) < needed or explained_share(texts, entries) < _LEAST_EXPLAINED:
        return None
    return below[0], below[entries[-1].last]


def _closing_notes(
    lines: Sequence[str], filled: Sequence[int], starts: Sequence[int]
) -> tuple[int, int] | None:
    """Return the first and last line of the notes that end a text without a title."""
    first = None
    for i in reversed(filled):
        if starts[i] * 5 < starts[-1]:
            break
        if lines[i].lstrip()[:1] not in "[［【〔注":
            continue
        mark = mark_of(lines[i].strip())
        if mark is not None and mark.kind in _NOTE_MARKS and mark.number == 1:
            first = i
            break
    if first is None:
        return None
    below = [i for i in filled if i >= first]
    entries: list[Entry] = read_entries([Line(lines[i].strip(), 0) for i in below])
    if len(entries) < _LEAST_NOTES or entries[0].first > 0:
        return None
    return first, below[entries[-1].last]
