"""What rose and fell: a slow version of the test, each unit against itself, and no change out of chance."""

import warnings

import numpy as np
import pandas as pd
import pytest

from plananalysis import InputError, PlanWarning, term_changes
from plananalysis.examples import spaced_corpus

YEARS = [2021, 2022, 2023]


def plans(sentences: dict[str, dict[int, list[str]]]):
    """Make a corpus of units, years and their sentences."""
    texts, units, years = {}, [], []
    for unit, by_year in sentences.items():
        for year, said in by_year.items():
            texts[f"{unit}{year}"] = " 。 ".join(said) + " 。"
            units.append(unit)
            years.append(year)
    return spaced_corpus(texts, unit=units, year=years)


def varied(seed: int, words: list[str], n: int) -> list[str]:
    draw = np.random.default_rng(seed)
    return [" ".join(draw.choice(words, size=draw.integers(2, 7))) for _ in range(n)]


WORDS = ["党建", "学习", "审计", "渔业", "林业"]


def said_of_two() -> dict[str, dict[int, list[str]]]:
    """Two units of three years; one of them speaks more of fishing every year."""
    return {
        unit: {
            year: varied(10 * u + year, WORDS, 12 + year % 5)
            + ["渔业 渔业 渔业"] * (2 * (year - 2021) * (1 - u))
            for year in YEARS
        }
        for u, unit in enumerate(["甲", "乙"])
    }


def corpus_of_two():
    return plans(said_of_two())


def slow(tokens, corpus, term):
    """Return score and variance of the trend of a term, sentence by sentence."""
    facts = corpus.documents.set_index("doc_id")
    rows = []
    for doc, own in tokens.groupby("doc_id", observed=True):
        n, length = 0, 0
        for word, start, end in own[["token", "start", "end"]].itertuples(index=False):
            n, length = n + (word == term), length + end - start
            if word == "。":
                rows.append((facts.loc[doc, "unit"], facts.loc[doc, "year"], n, length))
                n, length = 0, 0
    table = pd.DataFrame(rows, columns=["unit", "year", "n", "length"])
    score = variance = poisson = 0.0
    for _, here in table.groupby("unit"):
        mean = (here["year"] * here["length"]).sum() / here["length"].sum()
        score += ((here["year"] - mean) * here["n"]).sum()
        rate = here["n"].sum() / here["length"].sum()
        poisson += rate * ((here["year"] - mean) ** 2 * here["length"]).sum()
        for year, then in here.groupby("year"):
            expected = then["n"].sum() / then["length"].sum() * then["length"]
            spread = ((then["n"] - expected) ** 2).sum() * len(then) / (len(then) - 1)
            variance += (year - mean) ** 2 * spread
    return score / np.sqrt(max(variance, poisson))


@pytest.mark.parametrize("term", WORDS)
def test_z_is_that_of_a_slow_version(term):
    corpus, tokens = corpus_of_two()
    found = term_changes(tokens, corpus, level=1, min_n=1).set_index("term")
    assert found.loc[term, "z"] == pytest.approx(slow(tokens, corpus, term))


def test_rates_are_those_of_the_first_and_the_last_year_of_each_unit():
    corpus, tokens = plans(
        {"甲": {2021: ["党建 学习"], 2023: ["党建 党建"]}, "乙": {2022: ["学习 学习"], 2023: ["党建 学习"]}}
    )
    row = term_changes(tokens, corpus, level=1, min_n=1).set_index("term").loc["党建"]
    assert (row["n"], row["n_docs"], row["n_groups"], row["first_year"], row["last_year"]) == (
        4,
        3,
        2,
        2021,
        2023,
    )
    assert row["rate_first"] == pytest.approx(10_000 * 1 / 10)
    assert row["rate_last"] == pytest.approx(10_000 * 3 / 10)


def test_a_planted_change_is_found_with_its_direction_and_the_rest_is_not():
    base = {year: varied(year, WORDS[:3], 60) for year in YEARS}
    base[2022] += ["渔业"] * 8
    base[2023] += ["渔业"] * 20
    base[2021] += ["林业"] * 20
    corpus, tokens = plans({"甲": base})
    found = term_changes(tokens, corpus).set_index("term")
    assert found["change"].to_dict() == {"渔业": "entered", "林业": "left"}
    assert found.loc["渔业", "first_year"] == 2022


def test_a_unit_that_joins_later_changes_nothing():
    corpus, tokens = corpus_of_two()
    alone = term_changes(tokens, corpus, level=1, min_n=1)
    joined, more = plans(said_of_two() | {"丙": {2023: ["渔业 渔业 渔业"] * 50}})
    pd.testing.assert_frame_equal(term_changes(more, joined, level=1, min_n=1), alone)


def test_chance_alone_changes_hardly_anything():
    words = [f"词{chr(0x4E00 + i)}{chr(0x5000 + i)}" for i in range(60)]
    found = 0
    for seed in range(5):
        corpus, tokens = plans({"甲": {year: varied(100 * seed + year, words, 150) for year in YEARS}})
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", PlanWarning)
            found += len(term_changes(tokens, corpus))
    assert found <= 2


def test_what_rose_and_fell_again_is_no_direction():
    said = {year: varied(year, WORDS[:3], 30) for year in YEARS}
    said[2022] += ["渔业"] * 40
    corpus, tokens = plans({"甲": said})
    with pytest.warns(PlanWarning, match="level=1 lists all"):
        assert term_changes(tokens, corpus).empty
    assert term_changes(tokens, corpus, level=1)["change"].unique().tolist() == [""]


def test_one_year_and_bad_levels_are_told():
    corpus, tokens = spaced_corpus({"a": "党建", "b": "审计"})
    with pytest.warns(PlanWarning, match="no year has plans of two years"):
        assert term_changes(tokens, corpus).empty
    with pytest.raises(InputError, match="level is 0"):
        term_changes(tokens, corpus, level=0)
