"""One look for all figures, put on for the time of drawing only."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, wraps
from typing import Any, ParamSpec

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.text import Text
from matplotlib.ticker import FixedFormatter

from plananalysis.plots import palette
from plananalysis.plots.fonts import families_for, font_families, fonts_in_memory

SINGLE_COLUMN = 3.35
"""Width in inches of one of two columns on A4 (85 mm)."""
FULL_WIDTH = 6.85
"""Width in inches of the type area on A4 (174 mm)."""
FULL_HEIGHT = 9.6
"""Height in inches that a figure with its caption may take on A4."""

P = ParamSpec("P")


def settings() -> Any:
    """Return the matplotlib settings of our figures."""
    return {
        "font.family": list(font_families()),
        "font.size": 8,
        "axes.titlesize": 9,
        "axes.titlelocation": "left",
        "axes.labelsize": 8,
        "axes.edgecolor": palette.MUTED,
        "axes.labelcolor": palette.INK,
        "axes.linewidth": 0.6,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.axisbelow": True,
        "axes.unicode_minus": True,
        "axes.facecolor": "white",
        "figure.facecolor": "white",
        "figure.autolayout": False,
        "figure.constrained_layout.use": False,
        "figure.dpi": 120,
        "grid.color": palette.GRID,
        "grid.linewidth": 0.5,
        "hatch.linewidth": 0.5,
        "legend.fontsize": 7,
        "legend.frameon": False,
        "text.color": palette.INK,
        "text.parse_math": False,  # a dollar sign in a document is a dollar sign
        "text.usetex": False,
        "text.hinting": "no_hinting",  # hinting thickens single strokes of Chinese characters, and takes time
        "xtick.color": palette.MUTED,
        "ytick.color": palette.MUTED,
        "xtick.labelcolor": palette.INK,
        "ytick.labelcolor": palette.INK,
        "xtick.labelsize": 7,
        "ytick.labelsize": 7,
        "xtick.major.size": 2.5,
        "ytick.major.size": 2.5,
        "xtick.major.width": 0.6,
        "ytick.major.width": 0.6,
        "pdf.fonttype": 42,
        "ps.fonttype": 3,  # with 42 every glyph of a font of 65,535 is measured: a minute for a figure
        "svg.fonttype": "none",
        "svg.hashsalt": "plananalysis",
    }


@contextmanager
def style() -> Iterator[None]:
    """Draw in our style inside a ``with`` block; the user's settings return unchanged after it.

    Examples
    --------
    >>> before = mpl.rcParams["font.size"]
    >>> with style():
    ...     mpl.rcParams["text.parse_math"]
    False
    >>> mpl.rcParams["font.size"] == before
    True
    """
    with mpl.rc_context(settings()), fonts_in_memory():
        yield


@contextmanager
def fonts() -> Iterator[None]:
    """Show Chinese in figures of your own, by matplotlib, pandas or seaborn, inside a ``with`` block.

    Nothing but the fonts and the minus sign is set, and both return to yours after the block: make the figure and save it
    inside. The fonts are those of our figures (:func:`plananalysis.font_families`).

    Examples
    --------
    >>> from matplotlib import pyplot
    >>> with fonts():
    ...     ax = pyplot.figure().subplots()
    ...     _ = ax.set_title("高质量发展")
    >>> ax.title.get_fontfamily() == list(font_families())
    True
    >>> mpl.rcParams["axes.unicode_minus"]
    True
    """
    with mpl.rc_context({"font.family": list(font_families()), "axes.unicode_minus": False}):
        yield


@cache
def _start_backend() -> None:
    """Let a notebook set up its drawing before our settings are on, since leaving them would undo what it set.

    It turns interactive mode on when the first figure is made; switched off again at the end of our settings, no
    later figure would be shown.
    """
    from matplotlib import pyplot

    pyplot.switch_backend(mpl.get_backend())


def styled(function: Callable[P, Axes]) -> Callable[P, Axes]:
    """Run a plotting function in our style, and keep its fonts when the figure is drawn later outside of it."""

    @wraps(function)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> Axes:
        if not any(isinstance(value, Axes) for value in (*args, *kwargs.values())):
            _start_backend()
        with style():
            ax = function(*args, **kwargs)
            for each in _family(ax):
                texts = each.findobj(Text)
                families = list(families_for("".join([_labels(each), *(text.get_text() for text in texts)])))
                each.tick_params(labelfontfamily=families)
                for text in texts:
                    text.set_fontfamily(families)
                    text.set_parse_math(False)
        return ax

    return wrapper


def _labels(ax: Axes) -> str:
    """Return the fixed tick labels, some of which become text only when the figure is drawn."""
    formatters = (axis.get_major_formatter() for axis in (ax.xaxis, ax.yaxis))
    return "".join("".join(each.seq) for each in formatters if isinstance(each, FixedFormatter))


def _family(ax: Any) -> list[Any]:
    """Return the axes with all axes inset in them."""
    found = [ax]
    for child in ax.child_axes:
        found += _family(child)
    return found


def new_axes(size: tuple[float, float], *, whole: bool = False) -> Axes:
    """Return the axes of a new pyplot figure of this size in inches, fitted to its labels or filling it whole."""
    from matplotlib import pyplot

    figure = pyplot.figure(figsize=size, layout=None if whole else "constrained")
    return figure.add_axes((0, 0, 1, 1)) if whole else figure.add_subplot()


def left_out(n: int, lang: str) -> str:
    """Return the words that say how many a figure leaves out, to put behind the words of its axis.

    Examples
    --------
    >>> left_out(160, "en")
    ' (160 more not drawn)'
    >>> left_out(0, "en")
    ''
    """
    if n <= 0:
        return ""
    return f"（另有 {n} 个未画）" if lang == "zh" else f" ({n} more not drawn)"


def say(ax: Axes, words: str) -> Axes:
    """Write words in the middle of empty axes and return them."""
    ax.set_axis_off()
    ax.text(0.5, 0.5, words, ha="center", va="center", transform=ax.transAxes, color=palette.MUTED)
    return ax
