"""Write a figure for the web, for print and for editing."""

import re
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure

from plananalysis.errors import InputError
from plananalysis.plots.fonts import css_families, font_families
from plananalysis.plots.style import style

FORMATS = ("png", "svg", "pdf")
_UNDATED = {"svg": {"Date": None}, "pdf": {"CreationDate": None}}


def save_figure(
    figure: Figure | Axes, path: str | Path, *, formats: Iterable[str] = ("png", "svg"), dpi: int = 200
) -> list[Path]:
    """Write a figure in several formats under one name, byte for byte the same on every run.

    Parameters
    ----------
    figure
        The figure, or the Axes that any plotting function here returns.
    path
        File name; its suffix, if it is one of the formats, is replaced by each of ``formats``.
    formats
        Any of ``png``, ``svg`` and ``pdf``. Text stays text in the last two; an SVG names the usual Chinese
        fonts of every system, a PDF embeds the font.
    dpi
        Dots per inch of the PNG.

    Returns
    -------
    list of Path
        The files written.

    Raises
    ------
    InputError
        If a format is not one of these.

    Examples
    --------
    >>> import tempfile
    >>> from matplotlib.figure import Figure
    >>> [file.name for file in save_figure(Figure(figsize=(1, 1)), Path(tempfile.mkdtemp()) / "a")]
    ['a.png', 'a.svg']
    """
    wanted = tuple(formats)
    for kind in wanted:
        if kind not in FORMATS:
            raise InputError(f"{kind}: no figure format; use {', '.join(FORMATS)}")
    path = Path(path)
    stem = path.with_suffix("") if path.suffix[1:].lower() in FORMATS else path
    stem.parent.mkdir(parents=True, exist_ok=True)
    written = []
    drawn = _figure(figure)
    with style(), _laid_out(drawn, dpi):
        for kind in wanted:
            target = stem.parent / f"{stem.name}.{kind}"
            if kind == "png":
                _save_png(drawn, target, dpi)
            else:
                drawn.savefig(target, format=kind, dpi=dpi, metadata=_UNDATED[kind])
            if kind == "svg":
                _name_fonts(target)
            written.append(target)
    return written


def _figure(drawn: Figure | Axes) -> Figure:
    """Return the figure that holds the axes, or the figure itself."""
    found = drawn.get_figure(root=True) if isinstance(drawn, Axes) else drawn
    if found is None:
        raise InputError("these axes belong to no figure any more; draw them anew")
    return found


@contextmanager
def _laid_out(figure: Figure, dpi: int) -> Iterator[None]:
    """Lay the figure out once instead of once per format; its layout engine returns afterwards."""
    engine = figure.get_layout_engine()
    if engine is None:
        yield
        return
    before = figure.dpi
    figure.dpi = dpi  # measured at the resolution of the PNG, no text needs measuring again
    engine.execute(figure)
    figure.dpi = before
    figure.set_layout_engine(None)  # "none" leaves an empty engine, for which every file is drawn twice
    try:
        yield
    finally:
        figure.set_layout_engine(engine)


def _save_png(figure: Figure, path: Path, dpi: int) -> None:
    """Write a PNG without an alpha channel, its runs of one colour packed: quicker to write, and smaller."""
    from PIL import Image

    drawn = BytesIO()
    figure.savefig(drawn, format="raw", dpi=dpi)
    before = figure.dpi
    figure.dpi = dpi
    size = _pixels(figure.bbox.width, figure.bbox.height, drawn.getbuffer().nbytes)
    figure.dpi = before
    pixels = Image.frombuffer("RGBA", size, drawn.getvalue())
    if to_rgba(figure.get_facecolor())[3] == 1:
        pixels = pixels.convert("RGB")
    pixels.save(path, dpi=(dpi, dpi), compress_type=zlib.Z_RLE)


def _pixels(width: float, height: float, n_bytes: int) -> tuple[int, int]:
    """Return how many pixels wide and high a drawing of four bytes a pixel is.

    4.69 inches at 200 dots are 937.9999 pixels: matplotlib rounds them since 3.11 and cut them before.
    """
    rounded = round(width), round(height)
    return rounded if rounded[0] * rounded[1] * 4 == n_bytes else (int(width), int(height))


def _name_fonts(path: Path) -> None:
    """Put the Chinese fonts of all systems where an SVG names those of this machine."""
    first, *others = (f"'{family}'" for family in font_families())
    further = "".join(f", {family}" for family in others)
    text = path.read_text(encoding="utf-8")
    text = re.sub(f"{first}(?:{further})?", lambda _: css_families(), text)
    path.write_text(text, encoding="utf-8", newline="\n")
