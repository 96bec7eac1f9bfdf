"""How much of one file is read: what is larger is no plan, and would take the memory or the time of all others."""

import os
import re
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from typing import NamedTuple

from plananalysis.corpus.readers.reading import UnreadableError
from plananalysis.errors import InputError, near


class Limit(NamedTuple):
    """What is read of one file at most, and what that is measured by."""

    default: float
    meaning: str


LIMITS = {
    "mb": Limit(300, "megabytes of a file; a scanned plan of 500 pages has some 200"),
    "mb_unpacked": Limit(
        128, "megabytes of a part of a packed file once it is unpacked; the text of the longest plan has 1"
    ),
    "ratio": Limit(
        500, "how many times its packed size a part of 10 MB and more may have; text reaches 30, bombs 1,000"
    ),
    "elements": Limit(
        1_000_000, "elements (paragraphs, runs, cells) of a page or a part; the longest plan has 100,000"
    ),
    "attributes": Limit(1_000, "attributes of one element; the parser compares each with all others"),
    "depth": Limit(200, "how deep elements are nested; pages of the worst editors reach 80"),
    "parts": Limit(5_000, "parts of a saved web page"),
    "sheets": Limit(200, "sheets of a workbook"),
    "cells": Limit(5_000_000, "cells of a sheet, empty ones with them"),
    "pages": Limit(5_000, "pages of a .pdf, .ofd or .tiff"),
    "pixels": Limit(100_000_000, "pixels of a picture; a page of A4 at 600 dots per inch has 35 million"),
    "characters": Limit(20_000_000, "characters of a text; the longest plan has some 300,000"),
    "list_number": Limit(
        9_999, "the highest list number that is written in its style; beyond it stand digits"
    ),
    "seconds": Limit(60, "seconds for one file, recognition apart; the longest plans take one or two"),
}
"""How much is read of one file at most, by the name under which it can be set."""
VARIABLE = "PLANANALYSIS_LIMITS"
"""The variable of the environment that sets limits: ``seconds=300 pages=20000``."""
_RATIO_FROM = 10_000_000
"""Bytes from which on a part is asked how many times its packed size it has."""


class _InForce:
    """The limits that hold while a corpus is loaded."""

    values: Mapping[str, float] = MappingProxyType({name: limit.default for name, limit in LIMITS.items()})


def most(name: str) -> int:
    """Return the limit of this name that is in force.

    Examples
    --------
    >>> most("pages")
    5000
    """
    return int(_InForce.values[name])


def most_bytes(name: str = "mb") -> int:
    """Return a limit that is given in megabytes, in bytes."""
    return int(_InForce.values[name] * 1e6)


@contextmanager
def in_force(limits: Mapping[str, float] | None) -> Iterator[None]:
    """Let limits hold meanwhile: those given, else those of the environment, else the defaults.

    Raises
    ------
    InputError
        If there is no limit of a name, or it is no number above 0.

    Examples
    --------
    >>> with in_force({"pages": 20_000}):
    ...     most("pages"), most("depth")
    (20000, 200)
    """
    before = _InForce.values
    named = {**of_text(os.environ.get(VARIABLE, ""), VARIABLE), **checked(limits or {}, "limits")}
    _InForce.values = {**{name: limit.default for name, limit in LIMITS.items()}, **named}
    try:
        yield
    finally:
        _InForce.values = before


def of_text(text: str, name: str) -> dict[str, float]:
    """Return limits written as ``seconds=300 pages=20000``, checked; ``name`` is what messages call the text.

    Examples
    --------
    >>> of_text("seconds=300, pages=20_000", "limits")
    {'seconds': 300.0, 'pages': 20000.0}
    """
    found: dict[str, float] = {}
    for word in text.replace(",", " ").replace(";", " ").split():
        key, _, number = word.partition("=")
        try:
            found[key] = float(number)
        except ValueError:
            raise InputError(
                "{name}: {word!r} is no limit; write it like seconds=300", name=name, word=word
            ) from None
    return checked(found, name)


def checked(limits: Mapping[str, float], name: str) -> dict[str, float]:
    """Return limits of known names, each a number above 0."""
    for key, value in limits.items():
        if key not in LIMITS:
            raise InputError(
                "{name}: there is no limit {key!r}; {near}", name=name, key=key, near=near(str(key), LIMITS)
            )
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < float("inf"):
            raise InputError(
                "{name}: {key} is {value!r}; give a number above 0", name=name, key=key, value=value
            )
    return dict(limits)


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


def check_bytes(size: int, most: int | None = None) -> None:
    """Raise :class:`UnreadableError` for a file that is too large to be a document."""
    most = most_bytes() if most is None else most
    if size > most:
        raise UnreadableError(
            "too large ({size:,.0f} MB, at most {most:,.0f} are read)",
            size=size / 1000000.0,
            most=most / 1000000.0,
        )


def check_ratio(size: int, packed: int) -> None:
    """Raise :class:`UnreadableError` for a part that unpacks to so much more than it takes up that it is no text.

    Examples
    --------
    >>> check_ratio(9_000_000, 1)
    >>> check_ratio(60_000_000, 60_000)
    Traceback (most recent call last):
        ...
    plananalysis.corpus.readers.reading.UnreadableError: unpacks to 1,000 times its size (at most 500 times is read); ...
    """
    if size >= _RATIO_FROM and size > most("ratio") * packed:
        raise UnreadableError(
            "unpacks to {times:,.0f} times its size (at most {most:,} times is read); it is damaged or no document",
            times=size / max(1, packed),
            most=most("ratio"),
        )


def check_letters(n: int) -> None:
    """Raise :class:`UnreadableError` for a text that is too long to be one document."""
    if n > most("characters"):
        raise UnreadableError(
            "too long ({n:,} characters, at most {most:,} are read); split it",
            n=n,
            most=most("characters"),
        )


def check_tags(n: int) -> None:
    """Raise :class:`UnreadableError` for a page or part with too many elements to be held in memory."""
    if n > most("elements"):
        raise UnreadableError(
            "too many elements ({n:,}, at most {most:,} are read)", n=n, most=most("elements")
        )


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
        if tag.end() - tag.start() > 2 * most("attributes"):
            names = _VALUE.sub(" ", tag.group()).replace("/", " ").split()
            if len(names) > most("attributes"):
                raise UnreadableError("an element with too many attributes; it is damaged or no document")


def check_depth(elements: Iterator[tuple[str, object]]) -> None:
    """Raise :class:`UnreadableError` where ``start`` and ``end`` events nest too deep."""
    depth, deepest = 0, most("depth")
    for event, _ in elements:
        depth += 1 if event == "start" else -1
        if depth > deepest:
            raise UnreadableError("its elements are nested more than {most} deep", most=deepest)


class _Clock:
    """When the file that is being read has to be done."""

    end = float("inf")


_CLOCK = _Clock()


@contextmanager
def time_limit(seconds: float | None = None) -> Iterator[None]:
    """Let :func:`tick` raise once the time is over; inside another limit the nearer end holds."""
    before = _CLOCK.end
    seconds = _InForce.values["seconds"] if seconds is None else seconds
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
            seconds=_InForce.values["seconds"],
        )
