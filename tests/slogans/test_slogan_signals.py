"""Slogans through time, by hand."""

import json
from itertools import pairwise

import pandas as pd
import pytest

import plananalysis as pa
from shared import ROOT, shared_corpus

TERMS = ["四个意识", "三会一课"]


def signals_of(rows, terms=TERMS, **options):
    """Return the signals of plans given as (unit, year, text)."""
    ids = [f"d{i}" for i in range(len(rows))]
    facts = pd.DataFrame({"doc_id": ids, "unit": [r[0] for r in rows], "year": [r[1] for r in rows]})
    corpus = pa.corpus_from_texts({name: row[2] for name, row in zip(ids, rows, strict=True)}, facts)
    places = pa.slogan_occurrences(corpus, pd.DataFrame({"slogan": terms}))
    return pa.slogan_signals(places, corpus, **options).set_index(["slogan", "unit", "year"])


FOUR_YEARS = [
    ("甲县", 2021, "增强四个意识。"),
    ("甲县", 2022, "增强四个意识，树牢四个意识，树牢四个意识。落实三会一课。"),
    ("甲县", 2023, "改进作风。"),
    ("甲县", 2024, "树牢四个意识。"),
]


def test_what_entered_was_kept_left_and_returned():
    found = signals_of(FOUR_YEARS)
    change = found["change"].to_dict()
    assert change == {
        ("四个意识", "甲县", 2021): "",
        ("四个意识", "甲县", 2022): "kept",
        ("四个意识", "甲县", 2023): "left",
        ("四个意识", "甲县", 2024): "returned",
        ("三会一课", "甲县", 2022): "entered",
        ("三会一课", "甲县", 2023): "left",
    }
    assert found["n"].tolist() == [1, 3, 0, 1, 1, 0]
    assert found.loc["四个意识", "first_year"].tolist() == [2021] * 4
    assert found.loc["四个意识", "last_year"].tolist() == [2024] * 4


def test_rate_rank_and_peak():
    found = signals_of(FOUR_YEARS)
    row = found.loc[("四个意识", "甲县", 2022)]
    assert row["n_chars"] == len(FOUR_YEARS[1][2])
    assert row["rate_chars"] == pytest.approx(30_000 / row["n_chars"])
    assert (row["rank"], found.loc[("三会一课", "甲县", 2022), "rank"]) == (1, 2)
    # One of seven characters is denser than three of twenty-seven.
    assert found.index[found["peak"]].tolist() == [("四个意识", "甲县", 2021), ("三会一课", "甲县", 2022)]


def test_the_verb_that_changed_is_told_across_a_gap():
    found = signals_of(FOUR_YEARS)
    assert found.loc["四个意识", "frame"].tolist() == ["增强", "树牢", "", "树牢"]
    assert found.loc["四个意识", "new_frame"].tolist() == [False, True, False, False]


def six_units(year, users, text="增强四个意识。"):
    return [(f"{name}县", year, text if i < users else "改进作风。") for i, name in enumerate("甲乙丙丁戊己")]


def test_silence_needs_others_who_use_it():
    found = signals_of(six_units(2023, 5))
    silent = found[found["silent"]]
    assert silent.index.tolist() == [("四个意识", "己县", 2023)]
    assert silent["users_share"].tolist() == [pytest.approx(5 / 6)]
    assert not signals_of(six_units(2023, 2))["silent"].any()
    assert not signals_of(six_units(2023, 5)[3:])["silent"].any()  # of three units nobody is silent


def test_temperature_is_the_share_of_the_plans_of_a_year():
    for users, degree in ((6, "blazing"), (4, "scorching"), (2, "hot"), (1, "warm")):
        found = signals_of(six_units(2023, users))
        assert set(found.loc[found["n"] > 0, "temperature"]) == {degree}
    assert set(signals_of(FOUR_YEARS)["temperature"]) == {""}  # one plan a year has no degree


def test_lags_count_from_the_first_unit_and_from_the_register_and_only_where_the_start_is_known():
    rows = [
        ("甲县", 2017, "改进作风。"),
        ("甲县", 2018, "增强四个意识。"),
        ("乙县", 2017, "改进作风。"),
        ("乙县", 2020, "增强四个意识。"),
        ("丙县", 2021, "增强四个意识。"),
    ]
    found = signals_of(rows)
    assert set(found["register_year"]) == {2016}
    used = found[found["n"] > 0]
    assert used.loc[("四个意识", "甲县", 2018), ["lag_first", "lag_register"]].tolist() == [0, 2]
    assert used.loc[("四个意识", "乙县", 2020), ["lag_first", "lag_register"]].tolist() == [2, 4]
    assert used.loc[("四个意识", "丙县", 2021), ["lag_first", "lag_register"]].isna().all()


def test_one_year_says_so_and_two_documents_of_a_year_are_one_plan():
    with pytest.warns(pa.PlanWarning, match="no unit has plans of two years"):
        signals_of(FOUR_YEARS[:1])
    rows = [*FOUR_YEARS, ("甲县", 2024, "三会一课。")]
    with pytest.warns(pa.PlanWarning, match="1 plan has several documents, which count as one .甲县 2024: 2"):
        found = signals_of(rows)
    assert found.loc[("三会一课", "甲县", 2024), "change"] == "returned"
    assert found.loc[("四个意识", "甲县", 2024), "n_chars"] == len("树牢四个意识。三会一课。")


def test_bad_options_and_empty_tables():
    with pytest.raises(pa.InputError, match="silent_share is 0"):
        signals_of(FOUR_YEARS, silent_share=0)
    assert signals_of([("甲县", 2023, "改进作风。"), ("甲县", 2024, "改进作风。")]).empty


def test_counts_are_those_of_exact_search_and_changes_those_of_the_years():
    corpus = shared_corpus("corpora", "state_council_2003_2012")
    terms = ["科学发展观", "和谐社会", "三农", "自主创新", "扩大内需", "节能减排", "小康社会", "依法行政"]
    places = pa.slogan_occurrences(corpus, pd.DataFrame({"slogan": terms}))
    found = pa.slogan_signals(places, corpus)
    counted = pa.frequencies(corpus, terms, by="year").set_index(["term", "group"])["n"]
    years = sorted(corpus.documents["year"])
    for term in terms:
        rows = found[found["slogan"] == term].set_index("year")
        used = [year for year in years if counted[term, str(year)]]
        assert rows.loc[rows["n"] > 0, "n"].to_dict() == {year: counted[term, str(year)] for year in used}
        for before, year in pairwise(years):
            expected = {
                (False, True): "entered" if not any(each < year for each in used) else "returned",
                (True, True): "kept",
                (True, False): "left",
            }.get((before in used, year in used))
            assert (rows.loc[year, "change"] if year in rows.index else None) == expected


def test_a_slogan_that_is_said_otherwise_now_is_told_from_one_that_is_gone():
    rows = [
        ("甲县", 2022, "走在前、作表率。落实三会一课。"),
        ("甲县", 2023, "走在前、做表率。"),
        ("甲县", 2024, "做表率，走在前。走在前、做表率。"),
        ("甲县", 2025, "改进作风。"),
    ]
    found = signals_of(rows, ["走在前、作表率", "走在前、做表率", "做表率、走在前", "三会一课"])
    told = found[["change", "wording", "new_wording"]].apply(tuple, axis=1).to_dict()
    assert told == {
        ("走在前、作表率", "甲县", 2022): ("", "走在前、作表率", False),
        ("走在前、作表率", "甲县", 2023): ("left", "走在前、做表率", True),
        ("走在前、做表率", "甲县", 2023): ("entered", "走在前、做表率", True),
        ("走在前、做表率", "甲县", 2024): ("kept", "做表率、走在前", True),
        ("走在前、做表率", "甲县", 2025): ("left", "", False),
        ("做表率、走在前", "甲县", 2024): ("entered", "做表率、走在前", True),
        ("做表率、走在前", "甲县", 2025): ("left", "", False),
        ("三会一课", "甲县", 2022): ("", "三会一课", False),
        ("三会一课", "甲县", 2023): ("left", "", False),
    }


def test_members_are_those_that_the_plan_itself_or_its_unit_gives():
    said = "推进“两强”（强{}、强{}）。"
    rows = [
        ("甲县", 2022, said.format("产业", "队伍")),
        ("甲县", 2023, "抓好两强。"),
        ("甲县", 2024, said.format("科技", "文化")),
        ("乙县", 2023, said.format("基层", "基础")),
        ("乙县", 2024, "抓好两强。"),
        ("丙县", 2024, "抓好两强。"),
    ]
    ids = [f"d{i}" for i in range(len(rows))]
    facts = pd.DataFrame({"doc_id": ids, "unit": [r[0] for r in rows], "year": [r[1] for r in rows]})
    corpus = pa.corpus_from_texts({name: row[2] for name, row in zip(ids, rows, strict=True)}, facts)
    places = pa.slogan_occurrences(corpus, pa.find_slogans(corpus).query("slogan == '两强'"))
    assert places.set_index("doc_id")["sense"].to_dict() == {
        "d0": "强产业｜强队伍",
        "d1": "强产业｜强队伍",
        "d2": "强科技｜强文化",
        "d3": "强基层｜强基础",
        "d4": "强基层｜强基础",
        "d5": "",  # three are possible, and its own unit says none
    }
    assert places.set_index("doc_id").loc["d5", "candidates"].count("；") == 2
    found = pa.slogan_signals(places, corpus)
    assert found[found["new_sense"]][["unit", "year"]].to_numpy().tolist() == [["甲县", 2024]]


def test_the_lag_behind_a_superior_needs_to_know_when_the_superior_began():
    rows = [
        ("中央", 2017, "落实三会一课。"),
        ("中央", 2019, "增强四个意识。落实三会一课。"),
        ("甲县", 2017, "改进作风。"),
        ("甲县", 2018, "增强四个意识。"),
        ("乙县", 2017, "改进作风。"),
        ("乙县", 2020, "增强四个意识。落实三会一课。"),
    ]
    found = signals_of(rows, superior="中央")
    lags = found.loc[found["n"] > 0, "lag_superior"].dropna().to_dict()
    assert lags == {
        ("四个意识", "中央", 2019): 0,
        ("四个意识", "甲县", 2018): -1,
        ("四个意识", "乙县", 2020): 1,
    }
    assert signals_of(rows)["lag_superior"].isna().all()
    with pytest.raises(
        pa.InputError, match="superior: '中央县' is no unit of the corpus with a plan; near it: 中央"
    ):
        signals_of(rows, superior="中央县")


def test_what_came_and_went_in_the_sample_is_found():
    truth = json.loads((ROOT / "tests" / "sample_truth.json").read_text(encoding="utf-8"))["signals"]
    corpus = pa.load_corpus(pa.sample_path())
    found = pa.slogan_signals(pa.slogan_occurrences(corpus, pa.find_slogans(corpus)), corpus)
    found = found[found["unit"] == truth["unit"]].set_index("slogan")
    for row in truth["slogans"]:
        rows = found.loc[[row["slogan"]]].set_index("year")
        forms = row.get("forms", [])
        # Where another form of it stands instead, the slogan is not gone.
        said = rows["wording"].isin([row["slogan"], *forms])
        assert set(rows.index[said].astype(str)) == set(row["counts"]), row["slogan"]
        if not forms:
            assert {str(y): n for y, n in rows["n"].items() if n} == row["counts"], row["slogan"]
            change = {str(year): change for year, change in rows["change"].items() if change}
            assert change == row["change"], row["slogan"]
        assert rows.index[rows["new_sense"]].tolist() == row.get("new_sense", []), row["slogan"]
        assert rows.index[rows["new_wording"]].tolist() == ([2024] if forms else []), row["slogan"]
        if "new_frame" in row:
            assert rows.index[rows["new_frame"]].tolist() == row["new_frame"]
