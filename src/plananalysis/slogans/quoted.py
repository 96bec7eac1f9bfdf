"""Candidates marked by a writer: strings in quotation marks."""

import re
from typing import NamedTuple

import numpy as np

from plananalysis.slogans.stream import Stream

_INNER = r"[^“”‘’「」『』〝〞\"'\n。；！？!?《》]"
_PATTERNS = (
    rf"“((?:{_INNER}|[‘’'《》])+?)”",
    rf"「((?:{_INNER}|[『』])+?)」",
    rf"『({_INNER}+?)』",
    rf"‘({_INNER}+?)’",
    rf"〝({_INNER}+?)〞",
    # What must not precede a mark is asked after it, so that the search can jump from mark to mark.
    rf"\"(?<!\"\")({_INNER}+?)\"",
    rf"'(?<![a-z]')((?=[^'\n]*[\u4e00-\u9fff]){_INNER}+?)'(?![a-z])",
    # A closing mark typed as an opening one, as in “四个意识“，
    rf"“({_INNER}+?)“(?=[，、。；：）)\s]|$)",
)
_QUOTED = [re.compile(pattern, re.MULTILINE) for pattern in _PATTERNS]
_LONGEST = 40


class Quotations(NamedTuple):
    """Quoted spans of the stream."""

    places: np.ndarray
    lengths: np.ndarray

    def holds(self, places: np.ndarray, lengths: np.ndarray) -> np.ndarray:
        """Tell which spans are exactly what stands between two quotation marks."""
        begins = np.zeros(int(max(self.places.max(initial=0), places.max(initial=0))) + 1, dtype=bool)
        begins[self.places] = True
        held = begins[places]
        keys = places[held].astype(np.int64) * 64 + lengths[held]
        held[held] = np.isin(keys, self.places.astype(np.int64) * 64 + self.lengths)
        return held

    def cuts(self, places: np.ndarray, lengths: np.ndarray, size: int) -> np.ndarray:
        """Tell which spans cut a quotation in two, or run from one quotation into the next.

        四个意识”、坚定“四个自信 does, and so does a list of quoted words; 反“四风” does not.
        """
        first = np.arange(size + 1, dtype=np.int32)
        last = first.copy()
        widest = np.argsort(self.lengths, kind="stable")
        for place, length in zip(self.places[widest].tolist(), self.lengths[widest].tolist(), strict=True):
            first[place : place + length] = place
            last[place : place + length] = place + length
        ends = places + lengths
        begin_a, end_a = first[places], last[places]
        begin_b, end_b = first[ends - 1], last[ends - 1]
        quoted_a, quoted_b = end_a > places, end_b > ends - 1
        broken_a = quoted_a & (begin_a < places) & (end_a < ends)
        broken_b = quoted_b & (begin_b > places) & (end_b > ends)
        beside = quoted_a & quoted_b & (begin_a == places) & (end_b == ends) & (begin_b > places)
        return broken_a | broken_b | beside


def quoted_spans(stream: Stream) -> Quotations:
    """Return place and length in the stream of everything that stands between quotation marks.

    Sentences are left out (an end mark inside, or more than forty characters), and so is what holds a title or
    anything else that no slogan holds.
    """
    begins: list[int] = []
    ends: list[int] = []
    for pattern in _QUOTED:
        for match in pattern.finditer(stream.joined):
            begins.append(match.start(1))
            ends.append(match.end(1))
    places = np.searchsorted(stream.raw, np.asarray(begins, dtype=stream.raw.dtype))
    lengths = np.searchsorted(stream.raw, np.asarray(ends, dtype=stream.raw.dtype)) - places
    trailing = np.zeros(len(places), dtype=bool)
    size = len(stream.codes)
    inside = (places < size) & (lengths > 0)
    places, lengths, trailing = places[inside], lengths[inside], trailing[inside]
    # A comma before the closing mark belongs to the sentence.
    trailing = stream.comma[np.minimum(places + lengths - 1, size - 1)] if size else trailing
    lengths = lengths - trailing
    blocked = np.concatenate([[0], np.cumsum(stream.hard, dtype=np.int32)])
    good = (lengths > 0) & (lengths <= _LONGEST)
    good &= blocked[np.minimum(places + lengths, size)] == blocked[places]
    good &= ~stream.comma[np.minimum(places, max(size - 1, 0))] if size else good
    return Quotations(places[good], lengths[good])
