"""How much of one file is read: what is larger is no plan, and would take the memory or the time of all others."""

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager

from plananalysis.corpus.readers.reading import UnreadableError

MOST_BYTES = 300_000_000
"""Bytes of one file; a scanned plan of 500 pages has some 200 MB."""
MOST_EXPANDED = 128_000_000
"""Bytes that one part of a packed file may have once it is unpacked; the text of the longest plan has 1 MB."""
MOST_TAGS = 1_000_000
"""Marks ``<`` in a page or a part of a Word file; parsed, each takes some 300 bytes."""
MOST_ATTRIBUTES = 1_000
"""Attributes of one element; the parser compares each with all others, and takes hours for 100,000."""
MOST_DEPTH = 200
"""How deep elements may be nested; pages of the worst editors reach 80."""
MOST_PAGES = 5_000
"""Pages of a .pdf."""
MOST_LETTERS = 20_000_000
"""Characters of one document; the longest plan has some 300,000."""
MOST_SECONDS = 60.0
"""Seconds that one file may take; the longest plans take one or two."""
MOST_COUNTED = 9_999
"""The highest list number that is printed as one; beyond it stands in digits."""

_TAG = re.compile(r"""<[A-Za-z](?:[^<>"']+|"[^"]*"|'[^']*')*""")
_VALUE = re.compile(r""""[^"]*"|'[^']*'""")
_WHOLE = re.compile(r"[+-]?[0-9]{1,9}", re.ASCII)


def whole_number(text: str | None, default: int = 0) -> int:
    """Return a number as files hold it; the default for what is none, or has more than nine digits.

    Examples
    --------
    >>> [whole_number(text, 1) for text in ("12", "²", "9" * 5000, None)]
    [12, 1, 1, 1]
    """
    text = (text or "").strip()
    return int(text) if _WHOLE.fullmatch(text) else default


def check_bytes(size: int, most: int = MOST_BYTES) -> None:
    """Raise :class:`UnreadableError` for a file that is too large to be a document."""
    if size > most:
        raise UnreadableError(
            "too large ({size:,.0f} MB, at most {most:,.0f} are read)",
            size=size / 1000000.0,
            most=most / 1000000.0,
        )


def check_letters(n: int) -> None:
    """Raise :class:`UnreadableError` for a text that is too long to be one document."""
    if n > MOST_LETTERS:
        raise UnreadableError(
            "too long ({n:,} characters, at most {most:,} are read); split it",
            n=n,
            most=MOST_LETTERS,
        )


def check_tags(n: int) -> None:
    """Raise :class:`UnreadableError` for a page or part with too many elements to be held in memory."""
    if n > MOST_TAGS:
        raise UnreadableError("too many elements ({n:,}, at most {most:,} are read)", n=n, most=MOST_TAGS)


def check_attributes(page: str) -> None:
    """Raise :class:`UnreadableError` for a page with an element that has too many attributes.

    Examples
    --------
    >>> check_attributes("<p class='a b'>" + " a" * 5000)
    >>> check_attributes("<p" + " a" * 5000 + ">")
    Traceback (most recent call last):
        ...
    plananalysis.corpus.readers.reading.UnreadableError: an element with too many attributes; it is damaged or no document
    """
    for tag in _TAG.finditer(page):
        if tag.end() - tag.start() > 2 * MOST_ATTRIBUTES:
            names = _VALUE.sub(" ", tag.group()).replace("/", " ").split()
            if len(names) > MOST_ATTRIBUTES:
                raise UnreadableError("an element with too many attributes; it is damaged or no document")


def check_depth(elements: Iterator[tuple[str, object]]) -> None:
    """Raise :class:`UnreadableError` where ``start`` and ``end`` events nest too deep."""
    depth = 0
    for event, _ in elements:
        depth += 1 if event == "start" else -1
        if depth > MOST_DEPTH:
            raise UnreadableError("its elements are nested more than {most} deep", most=MOST_DEPTH)


class _Clock:
    """When the file that is being read has to be done."""

    end = float("inf")


_CLOCK = _Clock()


@contextmanager
def time_limit(seconds: float = MOST_SECONDS) -> Iterator[None]:
    """Let :func:`tick` raise once the time is over; inside another limit the nearer end holds."""
    before = _CLOCK.end
    _CLOCK.end = min(before, time.monotonic() + seconds)
    try:
        yield
    finally:
        _CLOCK.end = before


def more_time(seconds: float) -> None:
    """Allow the file that is being read so many seconds from now on: recognising a page takes its time."""
    _CLOCK.end = max(_CLOCK.end, time.monotonic() + seconds)


def tick() -> None:
    """Raise :class:`UnreadableError` when the time for a file is over; called in every loop over its content."""
    if time.monotonic() > _CLOCK.end:
        raise UnreadableError(
            "takes more than {seconds:.0f} s to read; it is damaged or no document",
            seconds=MOST_SECONDS,
        )
