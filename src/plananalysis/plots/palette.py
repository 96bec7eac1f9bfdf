"""Colours that colour-blind readers can tell apart, the same in every figure and on the page."""

import colorsys
from collections.abc import Iterable

BASE = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#7A5195", "#8C6D31")
"""Hues after Okabe and Ito (https://jfly.uni-koeln.de/color/), yellow and black replaced: both vanish on a page."""

SEQUENTIAL = "Blues"
DIVERGING = "PuOr"
NEUTRAL = "#4C6A88"
GRID = "#D8DDE3"
INK = "#1F2933"
MUTED = "#66717D"


def unit_colours(units: Iterable[str]) -> dict[str, str]:
    """Return one colour per unit, the same whenever the same set of units is given.

    Up to eight units have hues of their own; beyond that the hues return lighter and darker, and from the 25th
    unit on they repeat, so that a figure must name its units in words as well.

    Parameters
    ----------
    units
        Names, in any order and as often as you like; give those of the whole corpus to keep their colours.

    Returns
    -------
    dict
        A colour (``#RRGGBB``) per unit.

    Examples
    --------
    >>> unit_colours(["南湖区", "北山县"]) == unit_colours(["北山县", "南湖区", "南湖区"])
    True
    """
    names = sorted({str(unit) for unit in units})
    wheel = [_shade(colour, factor) for factor in (1.0, 0.68, 1.38) for colour in BASE]
    return {name: wheel[i % len(wheel)] for i, name in enumerate(names)}


def _shade(colour: str, factor: float) -> str:
    """Return the colour with its lightness multiplied."""
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    light = min(0.78, light * factor)
    return "#" + "".join(f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, light, saturation))
