"""Codes of the administrative divisions of China (GB/T 2260), and the code of a unit by its name."""

from functools import lru_cache
from pathlib import Path

import pandas as pd

from plananalysis import tables
from plananalysis.folding import plain
from plananalysis.language import prefilter
from plananalysis.language.places import DIVISION_RANKS, GOVERNING_BODIES, PARTY_BEFORE_A_PLACE

SHIPPED_CODES = Path(__file__).parent / "data" / "division_codes.csv"
"""Made by ``benchmarks/make_division_codes.py``."""

COLUMNS = ["name", "level", "city", "province", "code", "first_year", "last_year"]
_GOVERNING, _PARTY, _RANK = map(prefilter, (GOVERNING_BODIES, PARTY_BEFORE_A_PLACE, DIVISION_RANKS))


def division_codes() -> pd.DataFrame:
    """Return the codes of provinces, cities and counties since 1980.

    Returns
    -------
    DataFrame
        ``name``; ``level``: province, city or county; ``city`` and ``province`` that it belongs to (in full, empty
        where there is none); ``code`` of six digits (GB/T 2260, as the Ministry of Civil Affairs gives it); ``first_year`` and ``last_year`` in
        which the division had this code, counted from 1980 to the last issue of the table.

    Examples
    --------
    >>> codes = division_codes()
    >>> codes.loc[codes["name"] == "浦东新区", ["code", "province", "first_year"]].values.tolist()
    [[310115, '上海市', 1992]]
    """
    return _shipped().copy()


@lru_cache(maxsize=1)
def _shipped() -> pd.DataFrame:
    text = {name: "str" for name in COLUMNS if "year" not in name and name != "code"}
    return tables.conform(pd.read_csv(SHIPPED_CODES, dtype=text, keep_default_na=False), "division_codes")


@lru_cache(maxsize=1)
def _by_name() -> dict[str, list[tuple[str, str, int, int, int]]]:
    """Return city, province, code and years of all divisions of a name."""
    found: dict[str, list[tuple[str, str, int, int, int]]] = {}
    for name, level, *rest in _shipped()[COLUMNS].itertuples(index=False, name=None):
        for called in (name, _RANK.sub("", name)) if level == "province" else (name,):
            found.setdefault(called, []).append(tuple(rest))
    return found


def code_of(unit: str, *, year: int | None = None) -> int | None:
    """Return the code of the division that a unit is, or governs; None if it is none, or one of several of a name.

    Parameters
    ----------
    unit
        A name such as 江苏省南京市鼓楼区人民政府. What the name says of city and province decides between divisions of one name.
    year
        The code that was valid then, or else the latest before or after; by default the latest.

    Examples
    --------
    >>> code_of("鼓楼区"), code_of("南京市鼓楼区人民政府"), code_of("中共浙江省委"), code_of("南京市民政局")
    (None, 320106, 330000, None)
    """
    name = _GOVERNING.sub("", _PARTY.sub("", plain(unit.strip())))
    for at in range(len(name) - 1):
        rows = _by_name().get(name[at:])
        if rows is None:
            continue
        # What stands before it must be the city and the province, and nothing else.
        fitting = [row for row in rows if name[:at] in _leads(row[0], row[1])]
        nearest = min((_away(row, year) for row in fitting), default=0)
        codes = {row[2] for row in fitting if _away(row, year) == nearest}
        return codes.pop() if len(codes) == 1 else None
    return None


@lru_cache(maxsize=10_000)
def area_code(unit: str) -> int | None:
    """Return the code of the smallest division that the name of a unit begins with; None where it names none, or one of several.

    Parameters
    ----------
    unit
        A name such as 南京市民政局, whose area is the city.

    Examples
    --------
    >>> area_code("江苏省南京市鼓楼区民政局"), area_code("南京市民政局"), area_code("浙江省委"), area_code("鼓楼区"), area_code("教育局")
    (320106, 320100, 330000, None, None)
    """
    name = _PARTY.sub("", plain(unit.strip()))
    code, at = None, 0
    while at < len(name):
        for end in range(len(name), at + 1, -1):
            rows = _by_name().get(name[at:end], ())
            latest = max((row[4] for row in rows if _within(row[2], code)), default=0)
            codes = {row[2] for row in rows if row[4] == latest and _within(row[2], code)}
            if codes:
                break
        else:
            return code
        if len(codes) > 1:
            return code
        code, at = codes.pop(), end
    return code


def _within(code: int, other: int | None) -> bool:
    """Return whether a division lies in another: pairs of digits that are zero leave open what is inside."""
    if other is None:
        return True
    inside = 10_000 if other % 10_000 == 0 else 100 if other % 100 == 0 else 1
    return code != other and code // inside == other // inside


def _leads(city: str, province: str) -> set[str]:
    """Return what may stand before the name of a division: its city and province, in full or without rank."""
    cities = {"", city, _RANK.sub("", city)}
    provinces = {"", province, _RANK.sub("", province)}
    return {first + second for first in provinces for second in cities}


def _away(row: tuple[str, str, int, int, int], year: int | None) -> int:
    """Return how many years a row is from the year asked for; without one, how old it is."""
    if year is None:
        return -row[4]
    return max(row[3] - year, 0, year - row[4])
