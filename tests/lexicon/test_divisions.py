"""Codes of administrative divisions."""

import pytest

import plananalysis as pa
from plananalysis.lexicon.divisions import code_of


def test_the_table_is_whole():
    codes = pa.division_codes()
    latest = codes[codes["last_year"] == codes["last_year"].max()]
    assert (latest["level"] == "province").sum() == 34
    assert latest["code"].between(110000, 829999).all()
    provinces = set(latest.loc[latest["level"] == "province", "name"])
    assert set(latest.loc[latest["level"] != "province", "province"]) <= provinces
    # Two digits are the province, two the prefecture.
    cities = latest[(latest["level"] == "city")].set_index("name")["code"]
    counties = latest[(latest["level"] == "county") & latest["city"].isin(cities.index)]
    same = counties["code"] // 10_000 == counties["city"].map(cities.groupby(level=0).first()) // 10_000
    assert same.mean() > 0.999


@pytest.mark.parametrize(
    ("unit", "code"),
    [
        ("北京市", 110000),
        ("浙江", 330000),
        ("重庆市", 500000),
        ("浙江省人民政府办公厅", 330000),
        ("中共浙江省委", 330000),
        ("中国共产党江苏省委员会", 320000),
        ("南京市鼓楼区", 320106),
        ("福建省福州市鼓楼区人民政府", 350102),
        ("鼓樓區", None),
        ("鼓楼区", None),
        ("浙江省鼓楼区", None),
        ("南京市民政局", None),
        ("枫屿县", None),
        ("国务院", None),
        ("", None),
    ],
)
def test_a_unit_has_the_code_of_the_division_that_it_is_or_governs(unit, code):
    assert code_of(unit) == code


def test_the_code_is_that_of_the_year():
    assert code_of("重庆市", year=1990) == 510200
    assert code_of("重庆市", year=2000) == 500000
    assert code_of("重庆市", year=1950) == 510200  # the nearest that is known
