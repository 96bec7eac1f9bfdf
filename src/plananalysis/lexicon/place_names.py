"""The gazetteer: provinces, cities and counties of China since 1980, countries of the world, each with its source."""

from functools import lru_cache
from pathlib import Path

import pandas as pd

from plananalysis import tables

SHIPPED_PLACES = Path(__file__).parent / "data" / "places.csv"
"""Made by ``benchmarks/make_places.py``."""

COLUMNS = ["name", "short", "level", "within", "first_year", "last_year", "stands", "source"]


def gazetteer() -> pd.DataFrame:
    """Return the places that segmentation knows by name.

    Returns
    -------
    DataFrame
        ``name`` in full and ``short``, without its rank (白银市, 白银); ``level``: country, province, city or
        county; ``within``: the province; ``first_year`` and ``last_year`` in which the name was in use, counted from
        1980 to the last issue of the table; ``stands``: where the short form is a place rather than a word,
        ``always``, in plans of its own province (``own``) or only beside another place (``beside``); ``source``.

    Examples
    --------
    >>> places = gazetteer()
    >>> places.loc[places["name"] == "浦东新区", ["short", "level", "within", "first_year"]].values.tolist()
    [['浦东', 'county', '上海', 1992]]
    """
    return _shipped().copy()


@lru_cache(maxsize=1)
def _shipped() -> pd.DataFrame:
    table = pd.read_csv(SHIPPED_PLACES, dtype={name: "str" for name in COLUMNS if "year" not in name})
    return tables.conform(table.fillna({"within": ""}), "gazetteer")
