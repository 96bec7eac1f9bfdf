"""The Chinese font, in one place.

A good Chinese font of the system comes first; the Noto Sans SC that zhplot carries (SIL Open Font License) stands
behind it, so that Chinese renders on a machine without any, and DejaVu Sans behind that for other scripts.
zhplot is never imported, because it rewrites the user's matplotlib settings; only its font file is read.
"""

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from matplotlib import font_manager
from matplotlib.ft2font import FT2Font

SYSTEM_FONTS = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "PingFang SC",
    "Hiragino Sans GB",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
    "SimHei",
    "WenQuanYi Zen Hei",
)
"""Chinese fonts that systems bring along, best first."""

BUNDLED = "Noto Sans SC"
MISSING = "□"
"""Stands for a character that none of the fonts can draw."""


def bundled_font() -> Path:
    """Return the path of the Chinese font file that comes with the dependencies.

    Raises
    ------
    FileNotFoundError
        If the font is not where its package keeps it.

    Examples
    --------
    >>> bundled_font().name
    'NotoSansSC-Regular.ttf'
    """
    spec = find_spec("zhplot")
    for folder in (spec.submodule_search_locations or []) if spec else []:
        for path in sorted(Path(folder).rglob("NotoSansSC-Regular.*")):
            return path
    raise FileNotFoundError(
        "the Chinese font of the package zhplot is missing; reinstall it: pip install zhplot"
    )


class _Held(BytesIO):
    """A font file held in memory."""

    def __init__(self, path: str) -> None:
        super().__init__(Path(path).read_bytes())
        self.name = path

    def __str__(self) -> str:
        """Return the file's name."""
        return self.name


class _Named(_Held):
    """The same once it is open: a PDF opens the file again by its name, to embed what was used."""

    __fspath__ = _Held.__str__


@contextmanager
def fonts_in_memory() -> Iterator[None]:
    """Let matplotlib open font files as files in memory.

    It reads a glyph in many small pieces through Python's file object, 44 reads of 8 KB for a label of eight
    characters, which takes a quarter of the time of drawing our figures.
    """

    def held(path: Any, *others: Any, **options: Any) -> FT2Font:
        if not isinstance(path, str):
            return FT2Font(path, *others, **options)
        file = _Held(path)
        font = FT2Font(file, *others, **options)
        file.__class__ = (
            _Named  # with a path it would have been opened by that, and read from the disk after all
        )
        return font

    manager: Any = font_manager
    library = manager.ft2font
    manager.ft2font = SimpleNamespace(**{**vars(library), "FT2Font": held})
    try:
        yield
    finally:
        manager.ft2font = library


@lru_cache(maxsize=1)
def font_families() -> tuple[str, ...]:
    """Return the font families for figures, in the order in which a character is looked up.

    Examples
    --------
    >>> "Noto Sans SC" in font_families()
    True
    """
    present = {entry.name for entry in font_manager.fontManager.ttflist}
    system = [name for name in SYSTEM_FONTS if name in present][:1]
    font_manager.fontManager.addfont(str(bundled_font()))
    return (*system, BUNDLED, "DejaVu Sans")


def families_for(text: str) -> tuple[str, ...]:
    """Return the first family alone if it holds every character, for each further one is looked up at every label.

    Examples
    --------
    >>> len(families_for("二〇二五年 100%"))
    1
    """
    families = font_families()
    return families[:1] if set(map(ord, text)) <= _first_drawable() | {10} else families


@lru_cache(maxsize=1)
def _first_drawable() -> frozenset[int]:
    """Return the code points that the first family can draw."""
    return _points(font_families()[0])


def _points(family: str) -> frozenset[int]:
    path = font_manager.findfont(font_manager.FontProperties(family=family), fallback_to_default=False)
    return frozenset(FT2Font(path).get_charmap())


def css_families() -> str:
    """Return the families as a style sheet names them, so that an SVG finds a Chinese font wherever it is opened.

    Examples
    --------
    >>> css_families().startswith("'Noto Sans SC', 'Noto Sans CJK SC'")
    True
    """
    names = (BUNDLED, *SYSTEM_FONTS, "DejaVu Sans")
    return ", ".join(f"'{name}'" for name in names) + ", sans-serif"


@lru_cache(maxsize=1)
def _drawable() -> frozenset[int]:
    """Return the code points that at least one of the fonts can draw."""
    return frozenset().union(*map(_points, font_families()))


def printable(text: object, most: int | None = None) -> str:
    r"""Return a label on one line in which every character can be drawn.

    White space becomes a space, control and format characters are dropped, and a character that no font holds
    becomes :data:`MISSING`. A label longer than ``most`` characters is cut and ends in ``…``.

    Examples
    --------
    >>> printable("二〇二五年\n①“三会一课”\u200b")
    '二〇二五年 ①“三会一课”'
    >>> printable("\U000e0fff")
    '□'
    >>> printable("不忘初心、牢记使命", 6)
    '不忘初心、…'
    """
    drawable = _drawable()
    out = []
    for char in " ".join(str(text).split()):
        if ord(char) in drawable and unicodedata.category(char) not in ("Cc", "Cf"):
            out.append(char)
        elif unicodedata.category(char) not in ("Cc", "Cf", "Mn"):
            out.append(MISSING)
    if most is not None and len(out) > most:
        out[most - 1 :] = "…"
    return "".join(out)
