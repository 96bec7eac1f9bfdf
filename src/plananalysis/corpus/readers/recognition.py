"""Recognise the text of pictures of pages, offline, with RapidOCR (``pip install 'plananalysis[ocr]'``).

A page becomes the same pieces that a printed page has, so that columns, tables, notes and paragraphs are told the same
way. A page that stands askew is turned upright by what its lines say; ruled tables are found in the picture; seals are
taken out before the text below them is read.
"""

import hashlib
import json
import logging
import math
import os
import statistics
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from plananalysis.corpus.readers.limits import more_time
from plananalysis.corpus.readers.pdf_chars import Char, Page, Piece, Rule
from plananalysis.corpus.readers.reading import Drawer

_log = logging.getLogger(__name__)

INSTALL = "pip install 'plananalysis[ocr]' reads them"
DPI = 200
"""Dots per inch at which a page is looked at: fewer cost characters, more only time."""
_MOST_PIXELS = 25_000_000
_VERSION = "1"
"""Part of the name of what is kept: raised when the same picture would be read otherwise."""
_CERTAIN = 0.8
"""Confidence below which a line is listed as uncertain; of lines above it one character in a hundred is wrong."""
_READ = 0.45
"""Confidence below which a line is no text: specks, ornaments, pieces of pictures."""
_ASKEW = math.radians(8)
"""How far a line may stand from the others before it counts as set askew (a seal, a watermark)."""
_SECONDS = 120.0
"""Seconds that one page may take on a slow machine."""
_SEAL_INCHES = (0.9, 2.6)
"""How large a seal is; official ones have 4.0 to 4.5 cm."""
_SEAL_COVERS = 0.06
"""Share of the square around a seal that its ring covers at least."""
_SHORTEST_RULE_INCHES = 0.6
_DARK = 140


class Recognised(NamedTuple):
    """A line of a picture: its wording, the corners of its box in pixels, and how sure that is."""

    text: str
    box: tuple[tuple[float, float], ...]
    score: float


class Scan(NamedTuple):
    """What was read on one picture of a page."""

    page: Page
    scores: list[tuple[int, float]]
    """Length and confidence of every line."""
    left_out: Drawer


def is_available() -> bool:
    """Tell whether pictures can be read: whether the extra ``ocr`` is installed."""
    return find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None


def read_picture(picture: Any, *, dpi: float = DPI) -> Scan:
    """Return what stands on a picture of a page.

    Parameters
    ----------
    picture
        Array of rows of pixels with red, green and blue, 0 to 255.
    dpi
        Its dots per inch.
    """
    import numpy as np

    pixels = np.ascontiguousarray(picture[:, :, :3])
    clean, n_seals = _without_seals(pixels, dpi)
    lines = _recognised(clean)
    more_time(_SECONDS)
    left_out = Drawer()
    if n_seals:
        left_out.add("seal", "", n_seals)
    angle = _angle(lines)
    scale = 72 / dpi
    height, width = pixels.shape[0] * scale, pixels.shape[1] * scale
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
    rules = _rules(clean, angle, dpi, height)
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
    return Piece(tuple(chars), "\n")


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


def _recognised(pixels: Any) -> list[Recognised]:
    """Return the lines of a picture, from what was kept of it or from the recogniser."""
    kept = _kept(hashlib.sha256(repr(pixels.shape).encode() + pixels.tobytes()).hexdigest())
    if kept is not None and kept.is_file():
        try:
            rows = json.loads(kept.read_text(encoding="utf-8"))
            return [Recognised(text, tuple(map(tuple, box)), score) for text, box, score in rows]
        except (OSError, ValueError, TypeError):
            _log.debug("%s cannot be read; the picture is recognised again", kept)
    found = _engine()(pixels[:, :, ::-1], text_score=0.0)
    lines = [
        Recognised(str(text), tuple((float(x), float(y)) for x, y in box), float(score))
        for text, box, score in zip(
            found.txts or (), () if found.boxes is None else found.boxes, found.scores or (), strict=True
        )
    ]
    if kept is not None:
        try:
            kept.parent.mkdir(parents=True, exist_ok=True)
            draft = kept.with_name(f"{kept.name}.{os.getpid()}")
            draft.write_text(json.dumps(lines, ensure_ascii=False), encoding="utf-8")
            draft.replace(kept)
        except OSError as error:
            _log.debug("what was recognised is not kept: %s", error)
    return lines


def _kept(key: str) -> Path | None:
    """Return where the text of a picture is kept; None where the user keeps nothing (``PLANANALYSIS_CACHE=``)."""
    folder = os.environ.get("PLANANALYSIS_CACHE")
    if folder == "":
        return None
    base = (
        Path(folder)
        if folder
        else Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache", "plananalysis")
    )
    return base / "recognised" / f"{_VERSION}-{key}.json"


@lru_cache(maxsize=1)
def _engine() -> Any:
    """Return the recogniser, with the models that come in its wheel."""
    from rapidocr import RapidOCR

    return RapidOCR(params={"Global.log_level": "critical"})


def mean_confidence(scores: list[tuple[int, float]]) -> float:
    """Return the mean confidence of lines, each with the weight of its length.

    Examples
    --------
    >>> round(mean_confidence([(10, 1.0), (30, 0.9)]), 3)
    0.925
    """
    total = sum(n for n, _ in scores)
    return sum(n * score for n, score in scores) / total if total else 0.0


def said(what: str, scores: list[tuple[int, float]]) -> str:
    """Return what to say of pages that were recognised: how sure the recogniser was."""
    return f"{what} recognised from pictures, mean confidence {mean_confidence(scores):.3f}"


def scale_of(width: float, height: float) -> float:
    """Return how many pixels a point is given, so that a page of any size stays within memory."""
    scale = DPI / 72
    return min(scale, math.sqrt(_MOST_PIXELS / max(width * height, 1.0)))
