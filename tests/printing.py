"""Print pages of a .pdf with a Chinese font, for the tests of its reader."""

import io
import logging
import tempfile
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest

_KEPT = tempfile.TemporaryDirectory(prefix="plananalysis-tests-")
PAGE = (6.0, 8.0)
"""Width and height of a page in inches."""


def chinese_font() -> Path:
    """Return the file of a Chinese font; skip the test where there is none."""
    spec = find_spec("zhplot")
    fonts = sorted(Path(str(spec.origin)).parent.rglob("*.ttf")) if spec else []
    if not fonts:
        pytest.skip("no Chinese font: install zhplot")
    return fonts[0]


@cache
def light_font() -> Path:
    """Return the file of the same font with the characters that the tests write and no more.

    What a page embeds is cut out of its font each time, which takes half a second from one of ten megabytes.
    """
    from fontTools import subset

    logging.getLogger("fontTools").setLevel(logging.ERROR)
    written = {char for file in Path(__file__).parent.rglob("*.py") for char in file.read_text("utf-8")}
    options = subset.Options(layout_features=[], hinting=False)
    with subset.load_font(str(chinese_font()), options, lazy=True) as font:
        cut = subset.Subsetter(options)
        cut.populate(text="".join(written))
        cut.subset(font)
        path = Path(_KEPT.name, "light.ttf")
        font.save(path)
    return path


def print_pdf(pages, *, rules=(), size=12, figsize=PAGE):
    """Print pages of (x, y, text[, size[, angle]]) in parts of the page, and rules ((x0, y0), (x1, y1)) on each."""
    matplotlib = pytest.importorskip("matplotlib")
    font_manager = pytest.importorskip("matplotlib.font_manager")
    from matplotlib.backends.backend_pdf import PdfPages
    from matplotlib.figure import Figure
    from matplotlib.lines import Line2D

    out = io.BytesIO()
    with matplotlib.rc_context({"pdf.fonttype": 42}), PdfPages(out) as file:
        for page in pages:
            figure = Figure(figsize=figsize)
            for x, y, text, *look in page:
                own, angle = (*look, *(size, 0)[len(look) :])
                font = font_manager.FontProperties(fname=str(light_font()), size=own)
                figure.text(x, y, text, fontproperties=font, rotation=angle)
            for (x0, y0), (x1, y1) in rules:
                figure.add_artist(Line2D([x0, x1], [y0, y1], linewidth=0.7, color="black"))
            file.savefig(figure)
    return out.getvalue()
