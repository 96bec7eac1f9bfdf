"""What all heatmaps share: cells, labels that never overlap, and a colour bar."""

from collections.abc import Sequence

import numpy as np
from matplotlib import colormaps
from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase
from matplotlib.colors import Normalize
from matplotlib.image import AxesImage
from matplotlib.text import Text

from plananalysis.plots import palette
from plananalysis.plots.fonts import printable

_POINTS = 72
_LARGEST, _SMALLEST = 7.5, 4.8
_MOST_WRITTEN = 700
_LONGEST_ROW, _LONGEST_COLUMN = 16, 12


def label_plan(count: int, inches: float) -> tuple[int, float]:
    """Return which labels to write along a side (every k-th) and their size in points.

    Parameters
    ----------
    count
        Rows or columns along the side.
    inches
        Length of the side.

    Examples
    --------
    >>> label_plan(5, 3.0), label_plan(200, 7.0)
    ((1, 7.5), (3, 6.0))
    """
    pitch = inches * _POINTS / max(1, count)
    step = max(1, int(np.ceil(_SMALLEST * 1.2 / pitch)))
    return step, round(float(min(_LARGEST, pitch * step / 1.25)), 1)


def draw_cells(
    ax: Axes,
    values: np.ndarray,
    rows: Sequence[str],
    columns: Sequence[str],
    *,
    size: tuple[float, float],
    form: str = "{:.0f}",
    low: float | None = None,
    high: float | None = None,
) -> AxesImage:
    """Draw a matrix as cells with row labels on the left and column labels below; NaN is left grey.

    ``size`` is the room of the cells in inches; it decides how many labels are written and whether the values
    stand in the cells.
    """
    colours = colormaps[palette.SEQUENTIAL].with_extremes(bad="#ECEFF2")
    finite = values[np.isfinite(values)]
    low = low if low is not None else (float(finite.min()) if finite.size else 0.0)
    high = high if high is not None else (float(finite.max()) if finite.size else 1.0)
    norm = Normalize(low, high if high > low else low + 1)
    image = ax.imshow(values, cmap=colours, norm=norm, aspect="auto", interpolation="none")
    across, down = label_plan(len(columns), size[0]), label_plan(len(rows), size[1])
    sides = ((ax.xaxis, columns, across, _LONGEST_COLUMN), (ax.yaxis, rows, down, _LONGEST_ROW))
    for axis, names, (step, points), most in sides:
        places = list(range(0, len(names), step))
        axis.set_ticks(places, [printable(names[i], most) for i in places], fontsize=points)
    widest = max((len(printable(name, _LONGEST_COLUMN)) for name in columns), default=0) * across[1] * 1.1
    level = widest < size[0] * _POINTS / max(1, len(columns))
    ax.tick_params(axis="x", rotation=0 if level else 90, length=0, pad=2)
    ax.tick_params(axis="y", length=0, pad=2)
    for spine in ax.spines.values():
        spine.set_visible(False)
    pitch = min(size[0] / max(1, len(columns)) / 2.2, size[1] / max(1, len(rows))) * _POINTS
    if values.size <= _MOST_WRITTEN and pitch >= 6:
        _write_values(ax, values, norm, form, min(6.5, pitch * 0.72))
    return image


class _Number(Text):
    """A short number in the middle of its cell.

    The general layout of text (lines, rotation, boxes) takes most of the time of drawing hundreds of them; one line
    that stands upright needs its width and height only, and these are measured once for all numbers of a figure.
    """

    measured: dict[tuple[str, str, float], tuple[float, float, float]]

    def draw(self, renderer: RendererBase) -> None:
        """Draw the number."""
        text, font = self.get_text(), self.get_fontproperties()
        if not (self.get_visible() and text):
            return
        x, y = self.get_transform().transform(self.get_unitless_position())
        key = (text, type(renderer).__name__, float(np.asarray(renderer.points_to_pixels(1.0))))
        if key not in self.measured:
            self.measured[key] = renderer.get_text_width_height_descent(text, font, False)
        width, height, descent = self.measured[key]
        y += descent - height / 2
        if renderer.flipy():
            y = renderer.get_canvas_width_height()[1] - y
        context = renderer.new_gc()
        context.set_foreground(self.get_color())
        renderer.draw_text(context, x - width / 2, y, text, font, 0, mtext=self)
        context.restore()


def _write_values(ax: Axes, values: np.ndarray, norm: Normalize, form: str, points: float) -> None:
    """Write each value above zero into its cell, white on dark."""
    measured: dict[tuple[str, str, float], tuple[float, float, float]] = {}
    for (row, column), value in np.ndenumerate(values):
        if np.isfinite(value) and value > 0:
            colour = "white" if norm(value) > 0.6 else palette.INK
            inside = _Number(
                column, row, form.format(value), fontsize=points, color=colour, ha="center", va="center"
            )
            inside.measured = measured
            inside.set_transform(ax.transData)
            ax.add_artist(inside)
            # Measuring hundreds of numbers that cannot reach beyond the axes would double the drawing time.
            inside.set_in_layout(False)


def colour_bar(ax: Axes, image: AxesImage, words: str, *, right: float, inches: float) -> Axes:
    """Draw a small colour bar at ``right`` (axes fraction), about an inch high where the axes allow."""
    height = min(1.0, 1.1 / max(inches, 0.2))
    bar = ax.inset_axes((right, 0.0, 0.022, height))
    ax.figure.colorbar(image, cax=bar)
    bar.tick_params(length=0, labelsize=6, pad=2)
    bar.set_title(words, fontsize=6.5, loc="left", pad=4, y=1.0)
    for spine in bar.spines.values():
        spine.set_visible(False)
    return bar
