"""Read .pdf: its text layer, and pages without one by recognising what stands on their pictures."""

from collections.abc import Iterator, Sequence
from typing import Any

from plananalysis.corpus.plausible import plausibility
from plananalysis.corpus.readers import recognition
from plananalysis.corpus.readers.limits import most, tick
from plananalysis.corpus.readers.pdf_chars import Page, read_page
from plananalysis.corpus.readers.printed_pages import reading_of
from plananalysis.corpus.readers.reading import (
    Drawer,
    Reading,
    UnreadableError,
    joined_warnings,
    page_numbers,
)
from plananalysis.messages.message import Message

_LEAST_LETTERS = 5
"""Characters on a page that has a text layer."""
_PICTURES = "{pages} without text layer (scans) and not read; {install}"
_RUBBISH_TEXT = "{pages} with a text layer that is no readable text; {install}"
"""What is said of pages that could only be recognised."""
_RUBBISH = 0.6
"""Plausibility below which a text layer is rubbish, as fonts without a table of characters leave it."""
_SIGNS = 0.5
"""Share of signs that are no letters above which a text layer is rubbish."""
_DRAWN_TEXT = 50
"""Drawn paths from which a page without characters may hold text as outlines."""
_JUDGED = 50
"""Characters from which a text layer is judged."""


def read(data: bytes) -> Reading:
    """Read a PDF; pages that are pictures need the extra ``ocr``."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        if len(document) > most("pages"):
            raise UnreadableError(
                "too many pages ({n:,}, at most {most:,} are read)",
                n=len(document),
                most=most("pages"),
            )
        pages = [_page(document, number) for number in range(len(document))]
        pictures = [number for number, page in enumerate(pages) if page is not None and _is_picture(page)]
        rubbish = [number for number, page in enumerate(pages) if page is not None and _is_rubbish(page)]
        unread = sorted({*pictures, *rubbish})
        scans, failed = _recognised(document, unread) if recognition.is_available() else ({}, {})
    finally:
        document.close()
    damaged = [number for number, page in enumerate(pages) if page is None]
    if not scans and all(page is None or page.n_chars < _LEAST_LETTERS for page in pages):
        if len(damaged) == len(pages):
            raise UnreadableError("a damaged PDF; none of its pages can be read")
        if failed:
            raise UnreadableError("a scan that cannot be recognised: {reason}", reason=failed[unread[0]])
        raise UnreadableError("no text layer (a scan); {install}", install=recognition.INSTALL)
    drawer = Drawer()
    for number, page in enumerate(pages):
        if page is not None and page.n_pictures and number not in unread:
            drawer.add("picture", "", page.n_pictures)
    textless = [number for number in pictures if number not in scans]
    if textless:
        drawer.add("page without text", f"page {textless[0] + 1}", len(textless))
    warning = joined_warnings(
        Message("{pages} damaged and not read", pages=page_numbers(damaged)) if damaged else "",
        *(_said_of(scans, failed) if scans or failed else _said_without(pictures, rubbish)),
    )
    for scan in scans.values():
        for entry in scan.left_out.all():
            drawer.add(entry.kind, entry.sample, entry.n)
    read_pages = [
        scans[number].page if number in scans else None if number in textless else page
        for number, page in enumerate(pages)
    ]
    return reading_of(read_pages, "pdf (scan)" if scans else "pdf", warning, drawer.all())


def _said_of(scans: dict[int, recognition.Scan], failed: dict[int, str]) -> list[str]:
    """Return what to say of pages that were recognised, and of those on which the recogniser failed."""
    scores = [score for scan in scans.values() for score in scan.scores]
    said = [recognition.said(page_numbers(sorted(scans)), scores)] if scans else []
    return [*said, recognition.said_of_failed(failed)]


def _said_without(pictures: Sequence[int], rubbish: Sequence[int]) -> list[str]:
    """Return what to say of pages that could only be recognised, and are not."""
    return [
        Message(fault, pages=page_numbers(pages), install=recognition.INSTALL)
        for pages, fault in ((pictures, _PICTURES), (rubbish, _RUBBISH_TEXT))
        if pages
    ]


def _page(document: Any, number: int) -> Page | None:
    """Return one page; None if it is damaged."""
    import pypdfium2

    tick()
    try:
        page = document[number]
        try:
            return read_page(page)
        finally:
            page.close()
    except pypdfium2.PdfiumError:
        return None


def _recognised(document: Any, numbers: Sequence[int]) -> tuple[dict[int, recognition.Scan], dict[int, str]]:
    """Return what stands on the pictures of these pages, and why nothing is known of some."""
    found = recognition.read_pictures(_drawn(document, numbers), len(numbers))
    both = list(zip(numbers, found, strict=True))
    return (
        {number: scan for number, scan in both if not isinstance(scan, str)},
        {number: reason for number, reason in both if isinstance(reason, str)},
    )


def _drawn(document: Any, numbers: Sequence[int]) -> Iterator[tuple[Any, float] | None]:
    """Draw pages, with their dots per inch; None for one that cannot be drawn."""
    import pypdfium2

    for number in numbers:
        try:
            page = document[number]
            scale = recognition.scale_of(*page.get_size())
            picture = page.render(scale=scale, rev_byteorder=True).to_numpy()
            page.close()
        except pypdfium2.PdfiumError:
            yield None
        else:
            yield picture, 72 * scale


def _is_picture(page: Page) -> bool:
    """Tell whether a page is a picture of text."""
    return page.n_chars < _LEAST_LETTERS and (page.n_pictures > 0 or page.n_paths > _DRAWN_TEXT)


def _is_rubbish(page: Page) -> bool:
    """Tell whether a page has a text layer that is no text."""
    text = "".join("".join(piece.text.split()) for piece in page.pieces)
    if len(text) < _JUDGED:
        return False
    signs = sum(sign.isascii() and not sign.isalnum() for sign in text)
    return plausibility(text) < _RUBBISH or signs > _SIGNS * len(text)
