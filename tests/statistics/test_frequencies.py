"""Words of one's own, counted in the text."""

import pandas as pd
import pytest

import plananalysis as pa
from shared import shared_corpus


def corpus_of(**texts):
    facts = pd.DataFrame(
        {
            "doc_id": list(texts),
            "unit": ["甲县", "甲县", "乙县"][: len(texts)],
            "year": [2023, 2024, 2024][: len(texts)],
        }
    )
    return pa.corpus_from_texts(texts, facts)


def test_counts_and_rates_by_hand():
    corpus = corpus_of(a="抓党建。党建强。", b="党建党建党建", c="修渠 引水。")
    table = pa.frequencies(corpus, ["党建", "引水"], by="unit").set_index(["group", "term"])
    assert table.loc[("甲县", "党建"), ["n", "n_docs", "n_chars"]].tolist() == [5, 2, 14]
    assert table.loc[("甲县", "党建"), "rate_chars"] == pytest.approx(10_000 * 5 / 14)
    assert table.loc[("乙县", "引水"), ["n", "n_docs", "n_chars"]].tolist() == [1, 1, 5]
    assert table.loc[("甲县", "引水"), "n"] == 0


def test_the_text_is_counted_whatever_its_script_width_and_quotes():
    corpus = pa.corpus_from_texts({"a": "樹牢“四個意識”，４個意識。四个\n意识。", "b": "ＡＩ+消费"})
    assert pa.frequencies(corpus, "四个意识", by="doc_id")["n"].tolist() == [1, 0]
    assert pa.frequencies(corpus, "ai+消费", by="doc_id")["n"].tolist() == [0, 1]


def test_a_word_that_is_cut_otherwise_or_stands_in_a_slogan_is_counted():
    corpus = pa.corpus_from_texts({"a": "落实三会一课，开好三会一课。"})
    assert pa.frequencies(corpus, "会一课")["n"].sum() == 2


def test_a_part_is_counted_alone():
    corpus = pa.corpus_from_texts(
        {"a": "县政府工作报告\n一、去年工作回顾\n修渠。\n二、今年工作安排\n管渠，修渠。"}
    )
    whole, plan = (int(pa.frequencies(corpus, "修渠", part=part)["n"].sum()) for part in (None, "plan"))
    assert (whole, plan) == (2, 1)


def test_what_stands_nowhere_is_said_and_nothing_asked_is_refused():
    corpus = corpus_of(a="抓党建。")
    with pytest.warns(pa.PlanWarning, match="火箭 stands nowhere"):
        assert pa.frequencies(corpus, ["党建", "火箭"])["n"].tolist() == [1, 0]
    with pytest.raises(pa.InputError, match="no term is given"):
        pa.frequencies(corpus, [])
    with pytest.raises(pa.InputError, match="pattern is empty"):
        pa.frequencies(corpus, ["“”"])


@pytest.mark.parametrize("name", ["state_council_2003_2012", "seeds"])
def test_there_are_as_many_as_the_concordance_lists(name):
    corpus = shared_corpus("corpora", name)
    for term in ("改革", "三个代表", "党建", "群众"):
        listed = pa.concordance(corpus, term).groupby("doc_id").size()
        counted = pa.frequencies(corpus, term, by="doc_id").set_index("group")["n"]
        assert counted[counted > 0].to_dict() == listed.to_dict()
