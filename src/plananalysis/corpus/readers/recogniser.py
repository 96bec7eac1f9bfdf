"""A process of its own that recognises pictures of pages: whatever it meets, the run that asked goes on.

It is a program and not a function of a pool, so that scripts without a main guard and notebooks can use it. A request
is a line of JSON with the shape of a picture, then its bytes (blue, green, red); the answer is a line of JSON with the
lines of the picture, or with ``error``.
"""

import json
import os
import sys
from typing import Any, BinaryIO, NamedTuple


class Recognised(NamedTuple):
    """A line of a picture: its wording, the corners of its box in pixels, and how sure that is."""

    text: str
    box: tuple[tuple[float, float], ...]
    score: float


def engine(threads: int) -> Any:
    """Return the recogniser, with the models that come in its wheel."""
    import cv2
    from rapidocr import RapidOCR

    cv2.setNumThreads(threads)
    parameters = {
        "Global.log_level": "critical",
        "EngineConfig.onnxruntime.intra_op_num_threads": threads,
        "EngineConfig.onnxruntime.inter_op_num_threads": 1,
    }
    return RapidOCR(params=parameters)


def lines_of(found: Any) -> list[Recognised]:
    """Return what the recogniser found as lines."""
    boxes = () if found.boxes is None else found.boxes
    return [
        Recognised(str(text), tuple((float(x), float(y)) for x, y in box), float(score))
        for text, box, score in zip(found.txts or (), boxes, found.scores or (), strict=True)
    ]


def from_json(rows: Any) -> list[Recognised]:
    """Return lines as they were before they became JSON.

    Examples
    --------
    >>> from_json(json.loads(json.dumps([Recognised("要点", ((0, 0), (2, 0), (2, 1), (0, 1)), 0.9)])))
    [Recognised(text='要点', box=((0, 0), (2, 0), (2, 1), (0, 1)), score=0.9)]
    """
    return [Recognised(text, tuple(map(tuple, box)), score) for text, box, score in rows]


def answer(recognise: Any, header: bytes, requests: BinaryIO) -> bytes:
    """Return the answer to one request."""
    import numpy as np

    height, width = json.loads(header)
    pixels = np.frombuffer(requests.read(height * width * 3), np.uint8).reshape(height, width, 3)
    try:
        said: Any = lines_of(recognise(pixels, text_score=0.0))
    except Exception as error:
        said = {"error": repr(error)}
    return json.dumps(said).encode() + b"\n"


def serve() -> None:
    """Answer requests until there are no more; what libraries print goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    recognise = engine(int(sys.argv[1]))
    while header := sys.stdin.buffer.readline():
        answers.write(answer(recognise, header, sys.stdin.buffer))
        answers.flush()


if __name__ == "__main__":
    serve()
