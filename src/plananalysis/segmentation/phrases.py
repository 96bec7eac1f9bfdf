"""Find the phrases of a lexicon in a text: folded, leftmost and longest, never inside a number or a Latin word."""

import re
from functools import lru_cache
from itertools import accumulate, chain
from typing import NamedTuple

import numpy as np

from plananalysis.folding import fold, fold_text
from plananalysis.language.numerals import ALL_MAGNITUDES, MAGNITUDES, OLD_NUMERALS, ONE_TO_NINE
from plananalysis.segmentation.cut import cut, has_word

_NEIGHBOURHOOD = 6
_OPENING = "“‘「『〝"
_CLOSING = "”’」』〞"
_LETTERS = "A-Za-z0-9Ａ-Ｚａ-ｚ０-９"
_DIGITS = "0-9０-９"
_TENS = "".join(MAGNITUDES)

# The last character of the left window is the first of the phrase, the first of the right window its last.
_SPLITS_LEFT = re.compile(
    rf"(?:[{_LETTERS}][{_LETTERS}]|[{_DIGITS}][.．,，+＋/-][{_DIGITS}]|[{ALL_MAGNITUDES}{OLD_NUMERALS}][{ONE_TO_NINE}{_TENS}])$"
)
_SPLITS_RIGHT = re.compile(
    rf"[{_LETTERS}][{_LETTERS}]|[{_DIGITS}][.．,，/+＋-][{_DIGITS}]|[{ONE_TO_NINE}][{ALL_MAGNITUDES}]"
)
_SCHEME_GOES_ON = re.compile(rf"[+＋][{_LETTERS}]")
_CAREFUL = re.compile(rf"[{_LETTERS}{ONE_TO_NINE}{_TENS}]")


class Phrases(NamedTuple):
    """A lexicon made ready for matching: the automaton and, by number of the pattern, term and kind."""

    automaton: object
    terms: list[str]
    kinds: list[str]
    careful: list[bool]
    lengths: list[int]


@lru_cache(maxsize=2)
def compile_phrases(terms: tuple[str, ...], kinds: tuple[str, ...]) -> Phrases:
    """Build the automaton of the folded terms; of terms that fold alike the first one stands."""
    from ahocorasick_rs import AhoCorasick

    first: dict[str, int] = {}
    for number, term in enumerate(terms):
        folded = fold_text(term)
        if folded:
            first.setdefault(folded, number)
    careful = [
        len(folded) == 2 or bool(_CAREFUL.match(folded[0]) or _CAREFUL.match(folded[-1])) for folded in first
    ]
    automaton = AhoCorasick(list(first)) if first else None
    return Phrases(
        automaton,
        [terms[number] for number in first.values()],
        [kinds[number] for number in first.values()],
        careful,
        [len(folded) for folded in first],
    )


def find_phrases(text: str, phrases: Phrases) -> list[tuple[int, int, int]]:
    """Return ``(start, end, number of the pattern)`` of every match, in order and without overlap.

    A match may hold quotation marks and white space that folding drops, but no line end: callers part what must
    not be joined by a line end.
    """
    if phrases.automaton is None:
        return []
    folded, origin = fold(text, keep_lines=True)
    found = phrases.automaton.find_matches_as_indexes(folded, overlapping=True)  # type: ignore[attr-defined]
    if not found:
        return []
    # Every match is looked at, not the longest alone: a shorter one stands where the longest splits a number.
    numbers, starts, ends = columns_of(found)
    starts, ends = origin[starts], origin[ends - 1] + 1
    order = np.lexsort((-ends, starts))
    matches = []
    free = 0
    for start, end, number in zip(
        starts[order].tolist(), ends[order].tolist(), numbers[order].tolist(), strict=True
    ):
        if start < free or (phrases.careful[number] and _splits(text, start, end)):
            continue
        if end - start > phrases.lengths[number] and _breaks_quotation(text, start, end):
            continue
        matches.append((start, end, number))
        free = end
    return matches


def columns_of(triples: list[tuple[int, int, int]]) -> np.ndarray:
    """Return triples of numbers as three arrays, in a third of the time that numpy takes for tuples."""
    return np.fromiter(chain.from_iterable(triples), np.int64, 3 * len(triples)).reshape(-1, 3).T


def _splits(text: str, start: int, end: int) -> bool:
    """Tell whether a span begins or ends in the middle of a number or a Latin word."""
    left = text[max(start - 2, 0) : start + 1]
    if _SPLITS_LEFT.search(left) or _SPLITS_RIGHT.match(text[end - 1 : end + 2]):
        return True
    if "+" in text[start:end] or "＋" in text[start:end]:
        return bool(_SCHEME_GOES_ON.match(text, end) or _SCHEME_GOES_ON.match(left[::-1], 1))
    return end - start == 2 and _splits_word(text, start, end)


def _splits_word(text: str, start: int, end: int) -> bool:
    """Tell whether two characters stand across the words of their neighbours: 三保 in 三保障, 三农 in 第三农场."""
    if not (has_word(text[max(start - 1, 0) : start + 1]) or has_word(text[end - 1 : end + 1])):
        return False
    left = max(start - _NEIGHBOURHOOD, 0)
    ends = set(accumulate(map(len, cut(text[left : end + _NEIGHBOURHOOD])), initial=left))
    return not {start, end} <= ends


def _breaks_quotation(text: str, start: int, end: int) -> bool:
    """Tell whether a span reaches into a quotation or out of one: 五个“必须 in 五个“必须坚持”, but not 五个一”工程."""
    opened = unopened = 0
    for char in text[start:end]:
        if char in _OPENING:
            opened += 1
        elif char in _CLOSING:
            opened, unopened = (opened - 1, unopened) if opened else (0, unopened + 1)
    closed_behind = text[end : end + 1] in _CLOSING and end < len(text)
    opened_before = start > 0 and text[start - 1] in _OPENING
    return (opened > 0 and not closed_behind) or (unopened > 0 and not opened_before)
