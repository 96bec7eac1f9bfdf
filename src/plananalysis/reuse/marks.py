"""Mark the letters of 《titles》 and of register terms in and around passages."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from plananalysis import tables
from plananalysis.folding import fold
from plananalysis.language.set_phrases import SET_PHRASES
from plananalysis.lexicon.register import slogan_register
from plananalysis.lexicon.taken import Words, as_register
from plananalysis.reuse.columns import flat
from plananalysis.reuse.figures_and_names import common_facts
from plananalysis.reuse.matches import Matches
from plananalysis.reuse.seeds.fingerprint import Fingerprint

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

SHORTEST_TITLE = 2
"""Characters of a title, at least."""

SHORTEST_IN_PLAIN_MARKS = 4
"""Characters of a title in < and >, at least, as these are also signs of comparison."""

LONGEST_TITLE = 80
"""Characters of a title, at most: where a mark is missing, the next title's would else close it."""

_TITLE = re.compile(
    rf"《[^《》\n]{{{SHORTEST_TITLE},{LONGEST_TITLE}}}》|〈[^〈〉\n]{{{SHORTEST_TITLE},{LONGEST_TITLE}}}〉"
    rf"|<[^<>\n]{{{SHORTEST_IN_PLAIN_MARKS},{LONGEST_TITLE}}}>"
)

SHORTEST_TERM = 4
"""Letters of a register term that counts as formula, at least: shorter ones (三严, 两学) stand in words that mean something else."""

_LONGEST_TERM = np.iinfo(np.uint8).max
"""Letters of a term, at most, as they are kept in a byte; none in the shipped register has forty."""

_AROUND = 90
"""Letters around a passage that are searched for titles and terms, somewhat more than the longest title has."""

_MARKS_AROUND = 2
"""Characters before the first letter and after the last that are searched, too: the marks that open and close a title."""


class Marks(NamedTuple):
    """Which letters are formula by themselves.

    Attributes
    ----------
    title : bool array, one per letter
        Letters of 《titles》.
    within : bool array, one per letter
        Letters of 《titles》 but the first of each: before them a title is cut.
    before, after : uint8 arrays, one per letter
        Letters of a register term up to and including this one, and from this one on; 0 outside of terms.
    fact : bool array, one per letter
        Letters that state a figure or name a programme or an honour.
    """

    title: np.ndarray
    within: np.ndarray
    before: np.ndarray
    after: np.ndarray
    fact: np.ndarray


def register_terms(register: Words, *, extend: bool = True) -> list[str]:
    """Return the folded wordings of a register that are long enough to be no chance, and set phrases, once each.

    Parameters
    ----------
    register, extend
        As :func:`plananalysis.find_reuse` takes them; of the shipped register the terms alone count, of the user's
        own the synonyms as well. Set phrases of the genre are shipped, too.
    """
    if extend and register is None:
        return list(_shipped_terms())
    known = as_register(register, extend=extend)
    shipped = slogan_register()
    ours = set(zip(shipped["term"], shipped["synonyms"], strict=True))
    own = [entry not in ours for entry in zip(known["term"], known["synonyms"], strict=True)]
    synonyms = known.loc[own, "synonyms"].str.split(tables.LIST_SEPARATOR).explode().dropna()
    wordings = [*known["term"], *synonyms, *(SET_PHRASES if extend else ())]
    return _long_enough(wordings)


@cache
def _shipped_terms() -> tuple[str, ...]:
    """Return the wordings that every search takes which has no register of its own."""
    return tuple(_long_enough([*slogan_register()["term"], *SET_PHRASES]))


def _long_enough(wordings: Iterable[str]) -> list[str]:
    return sorted({text for term in wordings if len(text := fold(str(term)).text) >= SHORTEST_TERM})


@lru_cache(maxsize=2)
def _matcher(terms: tuple[str, ...]) -> "AhoCorasick":
    """Return what finds the longest of some terms; most searches ask for the same."""
    from ahocorasick_rs import AhoCorasick, MatchKind

    return AhoCorasick(terms, matchkind=MatchKind.LeftmostLongest)


def mark(fp: Fingerprint, found: Matches, terms: list[str]) -> Marks:
    """Find titles and register terms in and around passages."""
    title, within, fact = np.zeros((3, fp.codes.size), dtype=bool)
    before, after = np.zeros((2, fp.codes.size), dtype=np.uint8)
    marks = Marks(title, within, before, after, fact)
    if not found.a0.size:
        return marks
    matcher = _matcher(tuple(terms)) if terms else None
    titles: list[np.ndarray] = []
    known: list[np.ndarray] = []
    facts: list[np.ndarray] = []
    for segment, start, end in _stretches(fp, found):
        origin = fp.origin[start:end]
        low, high = (
            max(int(fp.low[segment]), int(origin[0]) - _MARKS_AROUND),
            min(int(fp.high[segment]), int(origin[-1]) + 1 + _MARKS_AROUND),
        )
        text = fp.texts[fp.segment_doc[segment]][low:high]
        spans = title_spans(text)
        if spans:
            titles.append(start + np.searchsorted(origin, np.asarray(spans) + low))
        spans = common_facts(text)
        if spans:
            facts.append(start + np.searchsorted(origin, np.asarray(spans) + low))
        if not matcher:
            continue
        folded = fold(text)
        hits = matcher.find_matches_as_indexes(folded.text)
        if hits:
            spans = [folded.span(first, last) for _, first, last in hits]
            known.append(start + np.searchsorted(origin, np.asarray(spans) + low))
    none = np.empty((0, 2), dtype=np.int64)
    first, last = np.concatenate([none, *titles]).T
    marks.title[flat(first, last)[0]] = True
    marks.within[flat(first + 1, last)[0]] = True
    first, last = np.concatenate([none, *facts]).T
    marks.fact[flat(first, last)[0]] = True
    first, last = np.concatenate([none, *known]).T
    last = np.minimum(last, first + _LONGEST_TERM)
    at, owner, _ = flat(first, last)
    marks.before[at] = at - first[owner] + 1
    marks.after[at] = last[owner] - at
    return marks


def _stretches(fp: Fingerprint, found: Matches) -> Iterator[tuple[int, int, int]]:
    """Yield the stretches of letters that hold passages, with what stands around them: segment, start, end."""
    start, end = np.r_[found.a0, found.b0], np.r_[found.a1, found.b1]
    segment = fp.segment[start]
    start = np.maximum(fp.starts[segment], start - _AROUND)
    end = np.minimum(fp.ends[segment], end + _AROUND)
    order = np.argsort(start, kind="stable")
    start, end, segment = start[order], end[order], segment[order]
    reach = np.maximum.accumulate(end)
    first = np.flatnonzero(np.r_[True, start[1:] > reach[:-1]])
    yield from zip(
        segment[first].tolist(), start[first].tolist(), np.maximum.reduceat(end, first).tolist(), strict=True
    )


def title_spans(text: str) -> list[tuple[int, int]]:
    """Return the spans of 《titles》.

    Examples
    --------
    >>> title_spans("学习《工作条例》")
    [(2, 8)]
    """
    return [found.span() for found in _TITLE.finditer(text)]
