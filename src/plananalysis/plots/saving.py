"""Write a figure for the web, for print and for editing."""

import gzip
import re
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO
from numbers import Real
from pathlib import Path
from typing import Any

from matplotlib.axes import Axes
from matplotlib.backend_bases import FigureCanvasBase
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure

from plananalysis.errors import InputError
from plananalysis.files.refused import cannot_write
from plananalysis.files.replacing import replacing
from plananalysis.plots.fonts import css_families, font_families
from plananalysis.plots.style import style
from plananalysis.tables import given

BY_DEFAULT = ("png", "svg")
"""What a name without suffix is written as: one for reading, one for editing and print."""
MOST_DOTS = 2400
"""Dots per inch, at most: a page of more fills the memory and no printer shows it."""
_UNDATED: dict[str, Any] = {"svg": {"Date": None}, "pdf": {"CreationDate": None}}
_DATE_OF_POSTSCRIPT = re.compile(rb"^%%CreationDate:.*\n", re.MULTILINE)


def save_figure(
    figure: Figure | Axes,
    path: str | Path,
    *,
    formats: str | Iterable[str] | None = None,
    dpi: int = 200,
) -> list[Path]:
    """Write a figure in the format that the suffix asks for, byte for byte the same on every run.

    Parameters
    ----------
    figure
        The figure, or the Axes that any plotting function here returns.
    path
        File name. Its suffix decides: any that matplotlib writes (``png svg pdf eps tif jpg webp …``). A name without
        one is written as ``png`` and ``svg``.
    formats
        One format or several, under one name: a suffix of ``path`` is then replaced by each. In ``svg``, ``pdf`` and
        ``eps`` text stays text; an SVG names the usual Chinese fonts of every system, the others embed the font.
        ``eps`` and ``ps`` know no transparency.
    dpi
        Dots per inch of what is made of dots (``png tif jpg webp``); journals often want 300 or 600.

    Returns
    -------
    list of Path
        The files written; each is moved to its place when it is whole.

    Raises
    ------
    InputError
        If it is no figure, matplotlib has no such format, ``dpi`` is none, or the file cannot be written.

    Examples
    --------
    >>> import tempfile
    >>> from matplotlib.figure import Figure
    >>> figure, folder = Figure(figsize=(1, 1)), Path(tempfile.mkdtemp())
    >>> [file.name for file in save_figure(figure, folder / "a.pdf")]
    ['a.pdf']
    >>> [file.name for file in save_figure(figure, folder / "a")]
    ['a.png', 'a.svg']
    """
    drawn = _figure(figure)
    if not isinstance(dpi, Real) or not 0 < dpi <= MOST_DOTS:
        raise InputError(
            "dpi: dots per inch are wanted, up to {most_dots}, not {dpi!r}; 300 and 600 are usual in print",
            most_dots=MOST_DOTS,
            dpi=dpi,
        )
    targets = _targets(Path(path), formats)
    with style(), _laid_out(drawn, dpi):
        for target, kind in targets.items():
            try:
                target.parent.mkdir(parents=True, exist_ok=True)
                data = _drawn(drawn, kind, dpi)
                with replacing(target) as new:
                    new.write_bytes(data)
            except OSError as error:
                raise cannot_write(target, error) from error
    return list(targets)


def _targets(path: Path, formats: str | Iterable[str] | None) -> dict[Path, str]:
    """Return the files to write, each with its format."""
    known = FigureCanvasBase.get_supported_filetypes()
    suffix = path.suffix[1:].lower()
    if formats is None:
        if suffix in known:
            return {path: suffix}
        if suffix.isascii() and suffix.isalpha():  # 图1.最终 is a name, 图1.doc a format that there is not
            raise InputError(
                "{path}: {suffix} is no figure format; use {known}", path=path, suffix=suffix, known=known
            )
    if formats is None:
        wanted: Iterable[object] = BY_DEFAULT
    else:
        wanted = (formats,) if isinstance(formats, str) or not isinstance(formats, Iterable) else formats
    kinds = [str(kind).lower().removeprefix(".") for kind in wanted]
    for kind in kinds:
        if kind not in known:
            raise InputError("{kind}: no figure format; use {known}", kind=kind, known=known)
    stem = path.with_suffix("") if suffix in known else path
    return {stem.parent / f"{stem.name}.{kind}": kind for kind in kinds}


def _drawn(figure: Figure, kind: str, dpi: int) -> bytes:
    """Return the figure as the bytes of a file, without the time at which it was made."""
    if kind == "png":
        return _png(figure, dpi)
    if kind == "svgz":
        return gzip.compress(_drawn(figure, "svg", dpi), mtime=0)
    drawn = BytesIO()
    try:
        figure.savefig(drawn, format=kind, dpi=dpi, metadata=_UNDATED.get(kind))
    except (RuntimeError, ValueError) as error:  # pgf needs a TeX, and some builds of Pillow lack a format
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise InputError(
            "{kind}: this figure format does not work here ({reason}); take png, svg or pdf",
            kind=kind,
            reason=reason,
        ) from error
    if kind == "svg":
        return _name_fonts(drawn.getvalue().decode()).encode()
    if kind in ("eps", "ps"):
        return _DATE_OF_POSTSCRIPT.sub(b"", drawn.getvalue())
    return drawn.getvalue()


def _figure(drawn: Figure | Axes) -> Figure:
    """Return the figure that holds the axes, or the figure itself."""
    if not isinstance(drawn, Axes | Figure):
        raise InputError(
            "figure: Axes or a Figure is wanted, {given} was given; a plotting function gives it",
            given=given(drawn),
        )
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


def _png(figure: Figure, dpi: int) -> bytes:
    """Return a PNG without an alpha channel, its runs of one colour packed: quicker to write, and smaller."""
    from PIL import Image

    drawn, packed = BytesIO(), BytesIO()
    figure.savefig(drawn, format="raw", dpi=dpi)
    before = figure.dpi
    figure.dpi = dpi
    size = _pixels(figure.bbox.width, figure.bbox.height, drawn.getbuffer().nbytes)
    figure.dpi = before
    pixels = Image.frombuffer("RGBA", size, drawn.getvalue())
    if to_rgba(figure.get_facecolor())[3] == 1:
        pixels = pixels.convert("RGB")
    pixels.save(packed, format="png", dpi=(dpi, dpi), compress_type=zlib.Z_RLE)
    return packed.getvalue()


def _pixels(width: float, height: float, n_bytes: int) -> tuple[int, int]:
    """Return how many pixels wide and high a drawing of four bytes a pixel is.

    4.69 inches at 200 dots are 937.9999 pixels: matplotlib rounds them since 3.11 and cut them before.
    """
    rounded = round(width), round(height)
    return rounded if rounded[0] * rounded[1] * 4 == n_bytes else (int(width), int(height))


def _name_fonts(svg: str) -> str:
    """Return an SVG with the Chinese fonts of all systems where it names those of this machine."""
    first, *others = (f"'{family}'" for family in font_families())
    further = "".join(f", {family}" for family in others)
    return re.sub(f"{first}(?:{further})?", lambda _: css_families(), svg)
