"""What groups are said to stress: beyond the interval, and explained by a term of the theme that names no place."""

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from plananalysis import corpus_from_texts
from plananalysis.report.emphasised import _PLACES, _most_telling, named_in, sure_themes
from plananalysis.statistics.keyness import compare_counts
from plananalysis.tables import LIST_SEPARATOR
from plananalysis.themes import code_themes, theme_emphasis

LEXICON = {"水": ["长江", "疏浚", "蓄水"], "路": ["铺路"]}


@pytest.fixture(scope="module")
def analysis():
    def speaks(unit, n):
        if (n % 3 != 0) != (unit == "甲"):
            return "铺路。"
        return "蓄水。" if unit != "甲" else "长江边，疏浚。" if n % 4 else "长江边。"

    texts = {unit: "".join(f"{n}. 事项\n{speaks(unit, n)}\n" for n in range(1, 61)) for unit in "甲乙丙丁"}
    corpus = corpus_from_texts(texts)
    themes = code_themes(corpus, lexicon=LEXICON)
    emphasis = theme_emphasis(themes, corpus, by="unit")
    return SimpleNamespace(tables={"emphasis": emphasis, "themes": themes}, corpus=corpus, by="unit")


def test_an_emphasis_is_explained_by_a_term_of_its_theme_and_never_by_a_place(analysis):
    found = sure_themes(analysis).set_index("group")
    assert found.loc["甲", ["theme", "term"]].tolist() == ["水", "疏浚"]


def test_an_emphasis_whose_interval_holds_the_mean_is_none(analysis):
    wide = analysis.tables["emphasis"].assign(share_low=lambda table: table["mean_share"] - 0.01)
    other = SimpleNamespace(**(vars(analysis) | {"tables": analysis.tables | {"emphasis": wide}}))
    assert sure_themes(other).empty
    assert isinstance(sure_themes(other), pd.DataFrame)


def _by_crosstab(lists, own, group):
    """The same by pandas' own means, every cell taken apart into rows."""
    held = pd.DataFrame({"term": lists.str.split(LIST_SEPARATOR), "own": own}).explode("term")
    named = held["term"].map(lambda term: term in _PLACES or named_in(str(term), group)).astype(bool)
    held = held[(held["term"].fillna("") != "") & ~named]
    if not held["own"].any() or held["own"].all():
        return "", 0
    counts = pd.crosstab(held["term"], held["own"].to_numpy())
    z = compare_counts(counts[True].to_numpy(), counts[False].to_numpy())["z"].to_numpy()
    found = pd.DataFrame({"n": counts[True], "z": z})
    found = found[(found["n"] >= 3) & (found["z"] > 1.96)]
    found = found.sort_values(["z", "n"], ascending=False, kind="stable")
    return (found.index[0], int(found["n"].iloc[0])) if len(found) else ("", 0)


@pytest.mark.parametrize("seed", range(30))
def test_the_most_telling_term_is_that_of_a_table_of_rows(seed):
    rng = np.random.default_rng(seed)
    terms = np.array(["长江", "疏浚", "蓄水", "铺路", "植树", "青澜港", ""])
    own = rng.random(80) < 0.3
    weights = np.where(own[:, None], rng.random(7), rng.random(7)) ** 2
    lists = [
        LIST_SEPARATOR.join(rng.choice(terms, size=rng.integers(0, 4), p=each / each.sum()))
        for each in weights
    ]
    lists = pd.Series([None if n % 17 == 0 else cell for n, cell in enumerate(lists)], dtype="str")
    for group in ("青澜", "稻原"):
        assert _most_telling(lists, own, group) == _by_crosstab(lists, own, group)


def test_no_term_is_telling_where_one_side_has_none():
    lists = pd.Series(["疏浚", "疏浚", ""], dtype="str")
    assert _most_telling(lists, np.array([True, True, False]), "甲") == ("", 0)
    assert _most_telling(lists[:0], np.zeros(0, dtype=bool), "甲") == ("", 0)
