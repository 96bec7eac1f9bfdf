"""Recognise the text of pictures of pages, offline, with RapidOCR (``pip install 'plananalysis[ocr]'``).

A page becomes the same pieces that a printed page has, so that columns, tables, notes and paragraphs are told the same
way. A page that stands askew is turned upright by what its lines say; ruled tables are found in the picture; seals are
taken out before the text below them is read.
"""

import math
import statistics
from collections import deque
from collections.abc import Iterable, Mapping
from concurrent.futures import Future
from importlib.util import find_spec
from typing import Any, NamedTuple

from plananalysis.corpus.readers import kept_lines, progress, recognisers
from plananalysis.corpus.readers.limits import more_time, tick
from plananalysis.corpus.readers.pdf_chars import Char, Page, Piece, Rule, piece_of
from plananalysis.corpus.readers.reading import Drawer, UnreadableError, page_numbers
from plananalysis.corpus.readers.recogniser import Recognised
from plananalysis.messages.message import Message

INSTALL = Message("pip install 'plananalysis[ocr]' reads them")
DPI = 200
"""Dots per inch at which a page is looked at: fewer cost characters, more only time."""
_MOST_PIXELS = 25_000_000
_CERTAIN = 0.8
"""Confidence below which a line is listed as uncertain; of lines above it one character in a hundred is wrong."""
_READ = 0.45
"""Confidence below which a line is no text: specks, ornaments, pieces of pictures."""
_ASKEW = math.radians(8)
"""How far a line may stand from the others before it counts as set askew (a seal, a watermark)."""
_AHEAD = 9
"""Pages that are drawn before the first of them is recognised, so that no process waits; each takes 12 MB."""
_MOST_FAILED = 2
"""Pages of a file on which the recogniser may fail; a third one may take minutes again, and ends no better."""
_SEAL_INCHES = (0.9, 2.6)
"""How large a seal is; official ones have 4.0 to 4.5 cm."""
_SEAL_COVERS = 0.06
"""Share of the square around a seal that its ring covers at least."""
_SHORTEST_RULE_INCHES = 0.6
_DARK = 140


class Scan(NamedTuple):
    """What was read on one picture of a page."""

    page: Page
    scores: list[tuple[int, float]]
    """Length and confidence of every line."""
    left_out: Drawer


def is_available() -> bool:
    """Tell whether pictures can be read: whether the extra ``ocr`` is installed."""
    return find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None


def read_pictures(pictures: Iterable[tuple[Any, float] | None], n_pages: int) -> list[Scan | str]:
    """Return what stands on pictures of pages, in their order; of a page that cannot be recognised, why.

    Parameters
    ----------
    pictures
        Rows of pixels with red, green and blue, 0 to 255, and their dots per inch; None for a page that cannot be
        drawn.
    n_pages
        How many there are.

    Raises
    ------
    UnreadableError
        If the recogniser fails on so many pages that it would on the others too.
    """
    found: list[Scan | str] = []
    waiting: deque[_Asked | None] = deque()
    try:
        for picture in pictures:
            tick()
            waiting.append(None if picture is None else _asked(*picture, n_pages))
            if len(waiting) > _AHEAD:
                _take(waiting.popleft(), found, n_pages)
        while waiting:
            _take(waiting.popleft(), found, n_pages)
    except BaseException:
        recognisers.close()
        raise
    return found


class _Asked(NamedTuple):
    """A picture whose lines are asked for."""

    pixels: Any
    dpi: float
    n_seals: int
    key: str
    lines: "Future[list[Recognised]]"


def _asked(picture: Any, dpi: float, n_pages: int) -> _Asked:
    """Take the seals out of a picture and ask for its lines, unless they are kept."""
    import numpy as np

    pixels, n_seals = _without_seals(np.ascontiguousarray(picture[:, :, :3]), dpi)
    key = kept_lines.key_of(pixels)
    kept = kept_lines.get(key)
    if kept is None:
        return _Asked(pixels, dpi, n_seals, key, recognisers.crew_for(n_pages).submit(pixels))
    lines: Future[list[Recognised]] = Future()
    lines.set_result(kept)
    return _Asked(pixels, dpi, n_seals, "", lines)


def _take(asked: _Asked | None, found: list[Scan | str], n_pages: int) -> None:
    """Wait for the lines of a picture and add what they make, or why there are none."""
    if asked is None:
        found.append(Message("it cannot be drawn"))
    else:
        try:
            lines = asked.lines.result()
        except recognisers.UnrecognisedError as error:
            found.append(error.message)
            if sum(isinstance(entry, str) for entry in found) > _MOST_FAILED:
                raise UnreadableError("a scan that cannot be recognised: {reason}", reason=error) from error
        else:
            if asked.key:
                kept_lines.keep(asked.key, lines)
            found.append(_scan(asked, lines))
    more_time(recognisers.SECONDS)
    progress.tell(len(found), n_pages)


def _scan(asked: _Asked, lines: list[Recognised]) -> Scan:
    """Return what the lines of a picture make: pieces of a page, and what is left out of them."""
    left_out = Drawer()
    if asked.n_seals:
        left_out.add("seal", "", asked.n_seals)
    angle = _angle(lines)
    scale = 72 / asked.dpi
    height, width = asked.pixels.shape[0] * scale, asked.pixels.shape[1] * scale
    pieces: list[Piece] = []
    rotated: list[str] = []
    scores: list[tuple[int, float]] = []
    for line in lines:
        if line.score < _READ or not line.text.strip():
            left_out.add("uncertain line", line.text)
            continue
        if abs(_slope(line) - angle) > _ASKEW:
            rotated.append(line.text)
            continue
        if line.score < _CERTAIN:
            left_out.add("uncertain line", line.text)
        scores.append((len(line.text), line.score))
        pieces.append(_piece(line, angle, scale, height))
    rules = _rules(asked.pixels, angle, asked.dpi, height)
    ordered = sorted(pieces, key=lambda piece: (-round(piece.bottom / 4), piece.left))
    page = Page(ordered, rotated, rules, width, height, sum(len(piece.chars) for piece in pieces), 0, 0)
    return Scan(page, scores, left_out)


def _piece(line: Recognised, angle: float, scale: float, height: float) -> Piece:
    """Return a line as a piece of a page in points, turned upright, its characters evenly in its box."""
    turned = [_turned(x, y, angle) for x, y in line.box]
    left, right = min(x for x, _ in turned) * scale, max(x for x, _ in turned) * scale
    ys = sorted(y for _, y in turned)
    top, bottom = height - (ys[0] + ys[1]) / 2 * scale, height - (ys[2] + ys[3]) / 2 * scale
    # Latin letters and digits are half as wide as the others.
    widths = [1.0 if ord(sign) > 0x2E7F else 0.55 for sign in line.text]
    unit = (right - left) / max(sum(widths), 1e-9)
    chars, at = [], left
    for sign, wide in zip(line.text, widths, strict=True):
        chars.append(Char(sign, at, at + wide * unit, bottom, top))
        at += wide * unit
    return piece_of(chars, "\n")


def _turned(x: float, y: float, angle: float) -> tuple[float, float]:
    """Return a place with the picture turned until its lines are level."""
    cos, sin = math.cos(-angle), math.sin(-angle)
    return x * cos - y * sin, x * sin + y * cos


def _slope(line: Recognised) -> float:
    """Return the angle at which a line runs."""
    (x0, y0), (x1, y1) = line.box[0], line.box[1]
    return math.atan2(y1 - y0, x1 - x0)


def _angle(lines: list[Recognised]) -> float:
    """Return the angle of a page: that of its longer lines."""
    angles = [_slope(line) for line in lines for _ in range(len(line.text)) if len(line.text) > 3]
    return statistics.median(angles) if angles else 0.0


def _without_seals(pixels: Any, dpi: float) -> tuple[Any, int]:
    """Return a page without its red seals, and how many there are; red headings stay."""
    import cv2
    import numpy as np

    red, green, blue = (pixels[:, :, i].astype(np.int16) for i in range(3))
    is_red = ((red - green > 50) & (red - blue > 50)).astype(np.uint8)
    if not is_red.any():
        return pixels, 0
    step = max(3, int(dpi * 0.08))
    joined = cv2.morphologyEx(is_red, cv2.MORPH_CLOSE, np.ones((step, step), np.uint8))
    n, _, boxes, _ = cv2.connectedComponentsWithStats(joined)
    clean, seals = pixels, 0
    for left, top, width, height, area in boxes[1:n]:
        size = (_SEAL_INCHES[0] * dpi, _SEAL_INCHES[1] * dpi)
        if not (size[0] < width < size[1] and size[0] < height < size[1] and 0.75 < width / height < 1.33):
            continue
        if area < _SEAL_COVERS * width * height:
            continue
        clean = clean.copy() if clean is pixels else clean
        place = (slice(top, top + height), slice(left, left + width))
        part = clean[place]
        # Seen through red glass the seal is as white as the paper, and the black below it stays black.
        part[...] = np.where(is_red[place][:, :, None] > 0, part[:, :, :1], part)
        light = (part[:, :, 0] > _DARK) & (is_red[place] > 0)
        part[light] = 255
        seals += 1
    return clean, seals


def _rules(pixels: Any, angle: float, dpi: float, height: float) -> list[Rule]:
    """Return the ruling lines of a picture in points: dark runs too long to be strokes of characters."""
    import cv2
    import numpy as np

    dark = (pixels.min(axis=2) < _DARK).astype(np.uint8)
    turn = cv2.getRotationMatrix2D((0, 0), math.degrees(angle), 1.0)
    upright = cv2.warpAffine(dark, turn, (dark.shape[1], dark.shape[0]), flags=cv2.INTER_NEAREST)
    length = int(_SHORTEST_RULE_INCHES * dpi)
    scale = 72 / dpi
    rules: list[Rule] = []
    for is_upright, kernel in ((False, (1, length)), (True, (length, 1))):
        opened = cv2.morphologyEx(upright, cv2.MORPH_OPEN, np.ones(kernel, np.uint8))
        n, _, boxes, _ = cv2.connectedComponentsWithStats(opened)
        for left, top, wide, high, _ in boxes[1:n].tolist():
            if min(wide, high) > 0.06 * dpi:
                continue  # a bar or a picture
            if is_upright:
                rules.append(
                    Rule(True, (left + wide / 2) * scale, height - (top + high) * scale, height - top * scale)
                )
            else:
                rules.append(
                    Rule(False, height - (top + high / 2) * scale, left * scale, (left + wide) * scale)
                )
    return rules


def mean_confidence(scores: list[tuple[int, float]]) -> float:
    """Return the mean confidence of lines, each with the weight of its length.

    Examples
    --------
    >>> round(mean_confidence([(10, 1.0), (30, 0.9)]), 3)
    0.925
    """
    total = sum(n for n, _ in scores)
    return sum(n * score for n, score in scores) / total if total else 0.0


def said(what: str, scores: list[tuple[int, float]]) -> Message:
    """Return what to say of pages that were recognised: how sure the recogniser was."""
    return Message(
        "{what} recognised from pictures, mean confidence {confidence:.3f}",
        what=what,
        confidence=mean_confidence(scores),
    )


def said_of_failed(failed: Mapping[int, str]) -> str:
    """Return what to say of pages, from 0, on which the recogniser failed, with its reasons.

    Examples
    --------
    >>> said_of_failed({1: "the recogniser ended on it", 2: "the recogniser ended on it"})
    'pages 2–3 not recognised (the recogniser ended on it)'
    """
    if not failed:
        return ""
    reasons = "; ".join(sorted({*failed.values()}))
    return Message("{pages} not recognised ({reasons})", pages=page_numbers(sorted(failed)), reasons=reasons)


def scale_of(width: float, height: float) -> float:
    """Return how many pixels a point is given, so that a page of any size stays within memory."""
    scale = DPI / 72
    return min(scale, math.sqrt(_MOST_PIXELS / max(width * height, 1.0)))
