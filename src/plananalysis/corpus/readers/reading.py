"""What every reader gives back, and the one error it may raise."""

from collections.abc import Sequence
from typing import NamedTuple

from plananalysis.errors import Explained
from plananalysis.messages.message import Message


class UnreadableError(Explained, ValueError):
    """A file that cannot be read as a document; the message is the reason."""


class Span(NamedTuple):
    """A half-open part of a text that takes no part in any count, and why (a note, a watermark)."""

    start: int
    end: int
    reason: str


class LeftOut(NamedTuple):
    """What a reader could not or should not bring into the text: its kind, how many of it, and a sample."""

    kind: str
    n: int
    sample: str


class Reading(NamedTuple):
    """What a reader made of a file."""

    text: str
    format: str
    encoding: str
    warning: str
    spans: tuple[Span, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    pages: int = 1
    """Pages that a site has cut the text in, of which this is the first."""
    bold: tuple[str, ...] = ()
    """Short lines that the source sets as headings: bold throughout, or in a heading's style."""


_LONGEST_SAMPLE = 60
"""Characters that are enough to recognise what was left out."""


class Drawer:
    """Collects what one document leaves out, by kind in the order in which it is met."""

    def __init__(self) -> None:
        self._kinds: dict[str, list] = {}

    def add(self, kind: str, sample: str = "", n: int = 1) -> None:
        """Count ``n`` more of a kind; the first sample that says something is kept."""
        entry = self._kinds.setdefault(kind, [0, ""])
        entry[0] += n
        if not entry[1]:
            words = " ".join(sample.split())
            entry[1] = words if len(words) <= _LONGEST_SAMPLE else words[: _LONGEST_SAMPLE - 1] + "…"

    def all(self) -> tuple[LeftOut, ...]:
        """Return what was collected.

        Examples
        --------
        >>> drawer = Drawer()
        >>> drawer.add("comment", "请核对")
        >>> drawer.add("comment", "已改")
        >>> drawer.all()
        (LeftOut(kind='comment', n=2, sample='请核对'),)
        """
        return tuple(LeftOut(kind, n, sample) for kind, (n, sample) in self._kinds.items())


def joined_warnings(*warnings: str) -> str:
    """Return several warnings as one, without those that are empty.

    Examples
    --------
    >>> joined_warnings("page 2 is damaged", "", "no title")
    'page 2 is damaged; no title'
    """
    return "; ".join(warning for warning in warnings if warning)


def page_numbers(pages: Sequence[int]) -> Message:
    """Return the places of pages, from 0, as words with their numbers, runs of them as from–to.

    Examples
    --------
    >>> page_numbers([1]), page_numbers([1, 2, 3, 6])
    ('page 2', 'pages 2–4, 7')
    """
    runs: list[list[int]] = []
    for page in (page + 1 for page in pages):
        if runs and page == runs[-1][1] + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    words = ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in runs)
    return Message("pages {numbers}" if len(pages) > 1 else "page {numbers}", numbers=words)


def with_notes(body: str, behind: Sequence[tuple[str, Sequence[str]]]) -> tuple[str, tuple[Span, ...]]:
    r"""Return a text with further lines put behind its body, and the spans they take up, by their reason.

    Parameters
    ----------
    body
        The text itself.
    behind
        Reasons with the lines to be kept: notes, watermarks.

    Examples
    --------
    >>> with_notes("工作要点", [("note", ["两园：两个产业园。"])])
    ('工作要点\n两园：两个产业园。', (Span(start=4, end=14, reason='note'),))
    """
    spans = []
    for reason, lines in behind:
        if lines:
            added = "\n" + "\n".join(lines)
            spans.append(Span(len(body), len(body) + len(added), reason))
            body += added
    return body, tuple(spans)


def suffix_of(name: str) -> str:
    """Return the suffix of a file in lower case; a name that is all suffix has none.

    Examples
    --------
    >>> suffix_of("计划/A.TXT"), suffix_of(".txt")
    ('.txt', '')
    """
    stem, dot, suffix = name.rpartition("/")[2].rpartition(".")
    return f".{suffix.lower()}" if dot and stem else ""
