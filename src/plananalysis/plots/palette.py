"""Colours that colour-blind readers can tell apart, the same in every figure and on the page."""

import colorsys
import re
from collections.abc import Iterable

import numpy as np

BASE = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#7A5195", "#8C6D31")
"""Hues after Okabe and Ito (https://jfly.uni-koeln.de/color/), yellow and black replaced: both vanish on a page."""

SEQUENTIAL = "Blues"
_OF_TIME, _RAMP = "viridis_r", (0.12, 0.92)
"""Colours of years, and the part of them that stands out from a white page."""
_YEAR = re.compile(r"(19|20)\d\d")
NEUTRAL = "#4C6A88"
GRID = "#D8DDE3"
INK = "#1F2933"
MUTED = "#66717D"


def unit_colours(units: Iterable[str]) -> dict[str, str]:
    """Return one colour per unit, the same whenever the same set of units is given.

    Years go from light to dark. Up to eight units have hues of their own; beyond that the hues return lighter and darker, and from the 25th
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
    if are_years(names):
        return _ramp(names)
    wheel = [_shade(colour, factor) for factor in (1.0, 0.68, 1.38) for colour in BASE]
    return {name: wheel[i % len(wheel)] for i, name in enumerate(names)}


def are_years(names: Iterable[object]) -> bool:
    """Return whether several names are years and nothing else, so that time is to run along an axis.

    Examples
    --------
    >>> are_years(["2023", "2024"]), are_years(["2023"]), are_years(["2023", "甲县"])
    (True, False, False)
    """
    found = {str(name) for name in names}
    return len(found) > 1 and all(_YEAR.fullmatch(name) for name in found)


def in_time(names: Iterable[object]) -> list[str]:
    """Return names in their order, or by year where they are years.

    Examples
    --------
    >>> in_time(["2024", "2023"]), in_time(["乙县", "丙县"])
    (['2023', '2024'], ['乙县', '丙县'])
    """
    listed = list(dict.fromkeys(str(name) for name in names))
    return sorted(listed) if are_years(listed) else listed


def _ramp(names: list[str]) -> dict[str, str]:
    """Return a colour for each year, the later the darker."""
    from matplotlib import colormaps
    from matplotlib.colors import to_hex

    shades = colormaps[_OF_TIME](np.linspace(*_RAMP, len(names)))
    return {name: to_hex(shade).upper() for name, shade in zip(names, shades, strict=True)}


def _shade(colour: str, factor: float) -> str:
    """Return the colour with its lightness multiplied."""
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    light = min(0.78, light * factor)
    return "#" + "".join(f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, light, saturation))
