"""The figures of the report: drawn once, written as files and put into the page."""

import base64
from pathlib import Path
from typing import NamedTuple, cast

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from plananalysis.plots.saving import save_figure
from plananalysis.report.analysis import Analysis
from plananalysis.report.group_names import names_of
from plananalysis.report.sections import SECTIONS
from plananalysis.report.words import Pair, filled, named

PIXELS_PER_INCH = 96
NUMBER: Pair = ("图 {number}\u3000", "Figure {number}. ")


class Drawn(NamedTuple):
    """One figure for the page: name, section, number and caption in both languages, the SVG in base64, size in pixels."""

    name: str
    section: str
    number: Pair
    caption: Pair
    svg: str
    width: int
    height: int


def draw_figures(analysis: Analysis, directory: Path, *, lang: str, pdf: bool = False) -> list[Drawn]:
    """Draw every figure for which there is data, write PNG and SVG, and return them for the page.

    Parameters
    ----------
    analysis
        The finished tables.
    directory
        Where the files go.
    lang
        Language of axes, ``zh`` or ``en``.
    pdf
        Write each figure as PDF as well, its text as text; that takes about a second a figure.

    Returns
    -------
    list of Drawn
        In the order of the sections, numbered from 1.
    """
    formats = ("png", "svg", "pdf") if pdf else ("png", "svg")
    drawn: list[Drawn] = []
    names = names_of(analysis)
    for section in SECTIONS:
        for figure in section.figures:
            made = figure.draw(analysis, lang)
            if made is None:
                continue
            ax, values = made
            _pin_labels(ax)
            canvas = cast(Figure, ax.figure)
            files = save_figure(canvas, directory / figure.name, formats=formats)
            svg = base64.b64encode(files[1].read_bytes()).decode("ascii")
            width, height = (round(float(inches) * PIXELS_PER_INCH) for inches in canvas.get_size_inches())
            number = filled(NUMBER, number=len(drawn) + 1)
            caption = named(filled(figure.caption, **values), names)
            drawn.append(Drawn(figure.name, section.name, number, caption, svg, width, height))
    return drawn


def _pin_labels(ax: Axes) -> None:
    """Give axis labels that are empty a fixed place; all tick labels would be measured thrice to find them one."""
    for axis in (ax.xaxis, ax.yaxis):
        if not axis.get_label_text():
            axis.set_label_coords(0.5, 0.5)
    for child in ax.child_axes:
        _pin_labels(cast(Axes, child))
