"""Lines of pictures, kept by content in the user's cache folder: a second run recognises nothing again."""

import hashlib
import json
import logging
import os
from pathlib import Path
from typing import Any

from plananalysis.corpus.readers.recogniser import Recognised, from_json

_log = logging.getLogger(__name__)
_VERSION = "1"
"""Part of the name of what is kept: raised when the same picture would be read otherwise."""


def key_of(pixels: Any) -> str:
    """Return the name under which the lines of a picture are kept."""
    return hashlib.sha256(repr(pixels.shape).encode() + pixels.tobytes()).hexdigest()


def get(key: str) -> list[Recognised] | None:
    """Return the lines of a picture; None if they are not kept."""
    kept = _path(key)
    if kept is None or not kept.is_file():
        return None
    try:
        return from_json(json.loads(kept.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        _log.debug("%s cannot be read; the picture is recognised again", kept)
        return None


def keep(key: str, lines: list[Recognised]) -> None:
    """Keep the lines of a picture, if the user keeps anything."""
    kept = _path(key)
    if kept is None:
        return
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        draft = kept.with_name(f"{kept.name}.{os.getpid()}")
        draft.write_text(json.dumps(lines, ensure_ascii=False), encoding="utf-8")
        draft.replace(kept)
    except OSError as error:
        _log.debug("what was recognised is not kept: %s", error)


def _path(key: str) -> Path | None:
    """Return where the lines of a picture are kept; None where the user keeps nothing (``PLANANALYSIS_CACHE=``)."""
    folder = os.environ.get("PLANANALYSIS_CACHE")
    if folder == "":
        return None
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    base = Path(folder) if folder else Path(home, "plananalysis")
    return base / "recognised" / f"{_VERSION}-{key}.json"
