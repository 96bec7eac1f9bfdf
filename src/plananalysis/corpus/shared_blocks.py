"""Find the blocks that open or close nearly all documents of a corpus word for word: furniture, whatever they say.

A licence, an account's advert, the masthead of a collection: their wording is everybody's own, their place is not. What
a plan has by its form stays in it: numbered lines, greetings and, at its head, title and issuer.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from math import ceil
from typing import NamedTuple

from plananalysis.corpus.labels import read_mark
from plananalysis.corpus.lines import is_greeting, is_title_like
from plananalysis.corpus.naming_units import names_issuer

LEAST_DOCUMENTS = 4
"""In fewer documents the same last line may be chance, or one plan copied from another."""

NEARLY_ALL = 0.8
"""Share of the documents that have the block."""

MOST_LINES = 30
"""A longer block that all documents share is a text, not furniture."""

_LONGEST = 400
"""Characters of its longest line."""

_REACH = 4000
"""Characters at either end of a text in which it lies."""


_OUTERMOST_LINES = 6
_OUTERMOST = 800
"""Lines and characters at an end among which a block begins: title and issuer may stand above it."""


class SharedBlocks(NamedTuple):
    """The lines that stand at the head, and those that stand at the end, of nearly all documents."""

    opening: frozenset[str]
    closing: frozenset[str]

    def lines_of(self, lines: Sequence[str], filled: Sequence[int]) -> set[int]:
        """Return the lines of a document that belong to such a block: they run on from its very first or last line."""
        found = _run(lines, filled, self.opening, at_head=True) if self.opening else set()
        if self.closing:
            found |= _run(lines, filled[::-1], self.closing, at_head=False)
        return found if len(found) < len(filled) else set()


def shared_blocks(texts: Mapping[str, str]) -> SharedBlocks:
    r"""Return the lines that the blocks of a corpus are made of, told from all its documents.

    Parameters
    ----------
    texts
        The text of every document by doc_id.

    Examples
    --------
    >>> texts = {name: f"{name}县工作要点\n一、学习{name}。\n晨露文摘\n明天见" for name in "甲乙丙丁"}
    >>> sorted(shared_blocks(texts).closing)
    ['明天见', '晨露文摘']
    """
    if len(texts) < LEAST_DOCUMENTS:
        return SharedBlocks(frozenset(), frozenset())
    return SharedBlocks(*(_shared(texts.values(), at_head=at_head) for at_head in (True, False)))


def _shared(texts: Collection[str], *, at_head: bool) -> frozenset[str]:
    """Return the lines that nearly all texts have at one end; a block begins at its outermost lines, looked at first."""
    least = ceil(NEARLY_ALL * len(texts))
    outermost = (_edge(text, _OUTERMOST_LINES, _OUTERMOST, at_head=at_head) for text in texts)
    if not _common(outermost, least // 2):
        return frozenset()
    return _common((_edge(text, MOST_LINES, _REACH, at_head=at_head) for text in texts), least)


def _edge(text: str, most: int, reach: int, *, at_head: bool) -> set[str]:
    """Return so many of the first or last filled lines of a text, as far as they reach."""
    part = text[:reach] if at_head else text[-reach:]
    filled = [line.strip() for line in part.split("\n") if line and not line.isspace()]
    return set(filled[:most] if at_head else filled[-most:])


def _common(edges: Iterable[set[str]], least: int) -> frozenset[str]:
    """Return the lines that so many of the edges have."""
    counts: Counter[str] = Counter()
    for edge in edges:
        counts.update(edge)
    return frozenset(line for line, n in counts.items() if n >= least and len(line) <= _LONGEST)


def _run(lines: Sequence[str], filled: Sequence[int], shared: frozenset[str], *, at_head: bool) -> set[int]:
    """Return the lines that run on from one end of a text and are all shared, but for what a plan has by its form."""
    found: list[int] = []
    for i in filled[: MOST_LINES + 1]:
        text = lines[i].strip()
        if text not in shared or read_mark(text[:24]) is not None:
            break
        if is_greeting(text) or (at_head and (is_title_like(text) or names_issuer(text))):
            if not at_head:
                break
            continue
        found.append(i)
    return set(found) if len(found) <= MOST_LINES else set()
