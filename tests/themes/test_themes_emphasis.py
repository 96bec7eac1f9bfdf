"""Shares by hand, intervals against numpy, log-odds against the formula, and planted emphasis."""

import numpy as np
import pandas as pd
import pytest

from plananalysis import corpus_from_texts
from plananalysis.errors import InputError
from plananalysis.themes import code_themes, theme_emphasis, theme_flow, theme_passages
from plananalysis.themes.emphasis import _interval, _resample, theme_order

LEXICON = pd.DataFrame({"theme": ["学", "廉"], "term": ["党课", "廉政"], "weight": [1.0, 1.0]})


@pytest.fixture
def corpus():
    texts = {
        "a1": "一、甲\n党课党课。\n二、乙\n廉政。\n三、丙\n无无无。\n",
        "a2": "一、甲\n党课，廉政。\n",
        "b1": "一、甲\n廉政廉政廉政。\n",
    }
    metadata = pd.DataFrame(
        {"doc_id": ["a1", "a2", "b1"], "unit": ["甲局", "甲局", "乙局"], "year": [2023, 2024, 2024]}
    )
    return corpus_from_texts(texts, metadata=metadata)


@pytest.fixture
def themes(corpus):
    return code_themes(corpus, lexicon=LEXICON)


def cell(table, group, theme):
    return table[(table["group"] == group) & (table["theme"] == theme)].iloc[0]


def test_shares_divide_the_characters_of_a_passage_by_weight(corpus, themes):
    table = theme_emphasis(themes, corpus, n_boot=0)
    sizes = themes.drop_duplicates("passage_id").set_index("passage_id")["n_chars"]
    learn = sizes["a1#0"] + sizes["a2#0"] / 2
    clean = sizes["a1#1"] + sizes["a2#0"] / 2
    row = cell(table, "甲局", "学")
    assert row["n_chars"] == pytest.approx(learn)
    assert row["share"] == pytest.approx(learn / (learn + clean))
    assert row["n_passages"] + cell(table, "甲局", "廉")["n_passages"] == 3
    assert row["uncoded_share"] == pytest.approx(
        sizes["a1#2"] / sizes[["a1#0", "a1#1", "a1#2", "a2#0"]].sum()
    )
    assert cell(table, "乙局", "学")["share"] == 0
    assert row["mean_share"] == pytest.approx(row["share"] / 2)
    assert np.isnan(row["share_low"])


def test_shares_of_a_group_sum_to_one_and_differences_to_zero(corpus, themes):
    table = theme_emphasis(themes, corpus, by="doc_id")
    assert table.groupby("group")["share"].sum().tolist() == pytest.approx([1, 1, 1])
    assert table.groupby("theme")["difference"].sum().tolist() == pytest.approx([0, 0])
    assert ((table["share_low"] <= table["share"]) & (table["share"] <= table["share_high"])).all()


def test_log_odds_follow_monroe_et_al(corpus, themes):
    row = cell(theme_emphasis(themes, corpus, n_boot=0), "甲局", "学")
    a, n, b, m = 1.5, 3.0, 0.0, 1.0
    alpha, prior = 10 * (a + b) / (n + m), 10
    odds = np.log((a + alpha) / (n + prior - a - alpha)) - np.log((b + alpha) / (m + prior - b - alpha))
    assert row["log_odds"] == pytest.approx(odds)
    assert row["z"] == pytest.approx(odds / np.sqrt(1 / (a + alpha) + 1 / (b + alpha)))


def test_one_group_has_no_reference(corpus, themes):
    one = corpus.documents.assign(kind="要点")
    table = theme_emphasis(
        themes, type(corpus)(one, corpus.passages, corpus.excluded, corpus.skipped), by="kind"
    )
    assert table["log_odds"].isna().all()
    assert (table["difference"] == 0).all()


def test_the_bootstrap_is_the_same_for_the_same_seed_whatever_the_other_groups(corpus, themes):
    first = theme_emphasis(themes, corpus, seed=3)
    pd.testing.assert_frame_equal(first, theme_emphasis(themes, corpus, seed=3))
    assert not first["share_low"].equals(theme_emphasis(themes, corpus, seed=4, n_boot=20)["share_low"])


def test_resampling_is_multinomial_and_percentiles_are_numpys():
    times = _resample(np.random.default_rng(0), 7, 4000)
    assert (times.sum(axis=1) == 7).all()
    np.testing.assert_allclose(times.mean(axis=0), 1, atol=0.06)
    np.testing.assert_allclose(times.var(axis=0), 1 - 1 / 7, atol=0.08)
    samples = np.random.default_rng(1).random((137, 3))
    np.testing.assert_allclose(_interval(samples), np.quantile(samples, (0.025, 0.975), axis=0), rtol=1e-12)


def test_planted_emphasis_is_found():
    body = {"甲": "党课", "乙": "廉政"}
    texts = {
        f"{unit}{i}": "".join(f"{n}. 事项\n{body[unit] if n % 4 else '党课廉政'}。\n" for n in range(1, 9))
        for unit in body
        for i in range(4)
    }
    metadata = pd.DataFrame({"doc_id": list(texts), "unit": [name[0] for name in texts]})
    corpus = corpus_from_texts(texts, metadata=metadata)
    table = theme_emphasis(code_themes(corpus, lexicon=LEXICON), corpus)
    strongest = table.sort_values("z").groupby("group").tail(1).set_index("group")
    assert strongest["theme"].astype(str).to_dict() == {"甲": "学", "乙": "廉"}


def test_bad_arguments_are_named(corpus, themes):
    with pytest.raises(InputError, match="cannot group by 'unti'"):
        theme_emphasis(themes, corpus, by="unti")
    with pytest.raises(InputError, match="n_boot"):
        theme_emphasis(themes, corpus, n_boot=-1)
    with pytest.raises(InputError, match="another corpus"):
        theme_emphasis(themes, corpus_from_texts({"x": "党课"}))
    with pytest.raises(InputError, match="no theme '廉洁'"):
        theme_passages(themes, corpus, "廉洁")
    with pytest.raises(InputError, match="no unit '甲'; near it: 甲局"):
        theme_passages(themes, corpus, "学", group="甲")


def test_empty_themes_give_an_empty_table():
    corpus = corpus_from_texts({})
    themes = code_themes(corpus)
    assert theme_emphasis(themes, corpus).empty
    assert theme_flow(themes, corpus).empty
    assert theme_passages(themes, corpus, "政治建设").empty


def test_order_of_themes_survives_a_table_read_from_csv(themes):
    assert theme_order(themes["theme"]) == ["学", "廉"]
    assert theme_order(themes["theme"].astype("str")) == ["廉", "学"]


def test_passages_carry_their_text_and_the_purest_come_first(corpus, themes):
    table = theme_passages(themes, corpus, "学")
    assert table["passage_id"].tolist() == ["a1#0", "a2#0"]
    for row in table.itertuples():
        assert corpus.text(row.doc_id)[row.start : row.end] == row.text
    assert theme_passages(themes, corpus, "廉", group="乙局")["doc_id"].tolist() == ["b1"]
    assert theme_passages(themes, corpus, "廉", group=2024, by="year")["doc_id"].tolist() == ["b1", "a2"]


def test_flow_runs_from_beginning_to_end(corpus, themes):
    flow = theme_flow(themes, corpus)
    first = flow.drop_duplicates("passage_id")
    for _, part in first.groupby("doc_id"):
        assert part["begin"].iloc[0] == 0
        assert part["finish"].iloc[-1] == 1
        assert part["begin"].tolist()[1:] == part["finish"].tolist()[:-1]
