"""Numeric abbreviations by their shape: 三会一课, 四个意识, 1+1+N, 36条办法."""

import re
from collections.abc import Iterator

import numpy as np

from plananalysis.language.abbreviations import (
    AMOUNTS,
    FIGURES,
    NOT_ABBREVIATED,
    QUANTITY,
    SHAPES,
    TARGETS,
    WHOLE_SHAPES,
)
from plananalysis.language.rules import prefilter
from plananalysis.slogans.stream import Stream

_ALTERNATING, _COUNTED, *_SUMS = SHAPES
ALTERNATING = re.compile(_ALTERNATING.pattern)
COUNTED = re.compile(_COUNTED.pattern)
SCHEME = prefilter(_SUMS)

_WHOLE = prefilter(WHOLE_SHAPES)
_NOT_ABBREVIATED = prefilter(NOT_ABBREVIATED)
_AMOUNT = prefilter(AMOUNTS)
_TARGET = prefilter(TARGETS)
_LONGEST = 12
"""Characters of a numeric abbreviation; longer strings only begin like one."""


def is_numeric(text: str) -> bool:
    """Tell whether a string has the shape of a numeric abbreviation.

    Examples
    --------
    >>> [is_numeric(s) for s in ("三会一课", "四个意识", "1+10+n", "36条办法", "担当作为")]
    [True, True, True, True, False]
    """
    if len(text) > _LONGEST or "、" in text or _NOT_ABBREVIATED.search(text):
        return False
    if alternates(text):
        return True
    if len(text) > 1 and text[0] in FIGURES and text[1] in QUANTITY:
        return False
    return any(pattern.fullmatch(text) for pattern in (COUNTED, SCHEME, _WHOLE))


def is_amount(text: str) -> bool:
    """Tell whether a string is an amount or a span of time, which no slogan is.

    Examples
    --------
    >>> [is_amount(s) for s in ("五个工作日内", "达到百分之百", "100个以上", "六个百分之百", "两个维护", "三步走")]
    [True, True, True, False, False, False]
    """
    return _AMOUNT.search(text) is not None


def sets_target(text: str) -> bool:
    """Tell whether a string names a figure to be reached or how often something is to be done, or is a count or a clause.

    Examples
    --------
    >>> [sets_target(s) for s in ("城镇新增就业110万人以上", "党课每季度至少讲一次", "渠段的岁修", "天天学习一刻钟")]
    [True, True, True, False]
    """
    return _TARGET.search(text) is not None


def alternates(text: str) -> bool:
    """Tell whether number and word alternate, the surest shape: 三会一课, 两优一先."""
    return ALTERNATING.fullmatch(text) is not None


def _schemes(stream: Stream) -> Iterator[re.Match[str]]:
    """Yield the sums, looking only where a plus sign stands."""
    codes = stream.codes
    plus = np.flatnonzero(codes == ord("+"))
    if not len(plus):
        return
    held = ((codes >= 0x30) & (codes < 0x3A)) | ((codes >= 0x61) & (codes < 0x7B)) | (codes == ord("+"))
    outside = np.flatnonzero(~(held | ((codes >= 0x4E00) & (codes < 0xA000))))
    bounds = np.concatenate([[-1], outside, [len(codes)]])
    for i in np.unique(np.searchsorted(bounds, plus)).tolist():
        yield from SCHEME.finditer(stream.text, int(bounds[i - 1]) + 1, int(bounds[i]))


def numeric_spans(stream: Stream, starts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return place and length of everything with the shape of a numeric abbreviation, ending where a word does.

    Each string is given once for every context that reads on like it.
    """
    places: list[int] = []
    lengths: list[int] = []
    for pattern in (ALTERNATING, COUNTED, SCHEME):
        sizes_of: dict[str, list[int]] = {}
        seen: set[tuple[str, int]] = set()
        for match in _schemes(stream) if pattern is SCHEME else pattern.finditer(stream.text):
            start, text = match.start(), match.group()
            if text not in sizes_of:
                sizes_of[text] = [n for n in range(len(text), 1, -1) if pattern.fullmatch(text, 0, n)]
            if stream.hard[start]:
                continue
            for size in sizes_of[text]:
                if (text, size) not in seen and starts[start + size]:
                    seen.add((text, size))
                    places.append(start)
                    lengths.append(size)
    return np.asarray(places, dtype=np.int64), np.asarray(lengths, dtype=np.int64)
