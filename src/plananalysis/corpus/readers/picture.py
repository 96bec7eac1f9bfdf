"""Read .png .jpg .tif .bmp: pictures of pages, as scanners and telephones make them."""

import io
import warnings
from collections.abc import Iterator
from typing import Any

from plananalysis.corpus.readers import recognition
from plananalysis.corpus.readers.limits import most
from plananalysis.corpus.readers.printed_pages import reading_of
from plananalysis.corpus.readers.reading import Drawer, Reading, UnreadableError, joined_warnings
from plananalysis.messages.message import Message

_PAGE_INCHES = 8.27
"""The width that a picture is taken to have where it does not say how many dots an inch has."""


def read(data: bytes) -> Reading:
    """Read a picture of a page, or a .tif of several."""
    from PIL import Image

    if not recognition.is_available():
        raise UnreadableError("a picture of text; {install}", install=recognition.INSTALL)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow warns of large pictures; the limit is below
        picture = Image.open(io.BytesIO(data))
    n_frames = getattr(picture, "n_frames", 1)
    if n_frames > most("pages"):
        raise UnreadableError(
            "too many pages ({n:,}, at most {most:,} are read)",
            n=n_frames,
            most=most("pages"),
        )
    found = recognition.read_pictures(_frames(picture, n_frames), n_frames)
    scans = [scan for scan in found if not isinstance(scan, str)]
    failed = {number: reason for number, reason in enumerate(found) if isinstance(reason, str)}
    if not scans:
        raise UnreadableError("a scan that cannot be recognised: {reason}", reason=failed[0])
    drawer = Drawer()
    for scan in scans:
        for entry in scan.left_out.all():
            drawer.add(entry.kind, entry.sample, entry.n)
    scores = [score for scan in scans for score in scan.scores]
    if not scores:
        raise UnreadableError("a picture without readable text")
    form = f"{(picture.format or 'picture').lower()} (scan)"
    warning = joined_warnings(
        recognition.said(Message("the text"), scores), recognition.said_of_failed(failed)
    )
    return reading_of([scan.page for scan in scans], form, warning, drawer.all())


def _frames(picture: Any, n: int) -> Iterator[tuple[Any, float]]:
    """Draw the pages of a picture with their dots per inch, no more of them than the recogniser needs."""
    import numpy as np
    from PIL import ImageOps

    for number in range(n):
        picture.seek(number)
        width, height = picture.size
        if width * height > most("pixels"):
            raise UnreadableError(
                "too large a picture ({width:,} × {height:,} pixels)", width=width, height=height
            )
        frame = ImageOps.exif_transpose(picture).convert("RGB")
        dpi = frame.width / _PAGE_INCHES
        if dpi > recognition.DPI:
            frame = frame.resize(
                (round(frame.width * recognition.DPI / dpi), round(frame.height * recognition.DPI / dpi))
            )
            dpi = recognition.DPI
        yield np.asarray(frame), dpi
