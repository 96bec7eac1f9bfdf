"""What groups are said to stress: beyond the interval, and explained by a term of the theme that names no place."""

from types import SimpleNamespace

import pandas as pd
import pytest

from plananalysis import corpus_from_texts
from plananalysis.report.emphasised import sure_themes
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
