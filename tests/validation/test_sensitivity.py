"""Rankings under other choices: Kendall's tau against scipy, and every choice against doing it by hand."""

import itertools
import os

import numpy as np
import pandas as pd
import pytest
from click.testing import CliRunner
from matplotlib import pyplot
from scipy.stats import kendalltau

import plananalysis as pa
from plananalysis.cli.program import cli
from plananalysis.validation.other_choices import CHOICES, TOUCHED, formula_spans
from plananalysis.validation.rankings import RANKINGS
from plananalysis.validation.sensitivity_of_rankings import compare_scores
from shared import shared_path


@pytest.fixture(scope="module")
def corpus():
    return pa.load_corpus(pa.sample_path()).subset(year=2024)


@pytest.fixture(scope="module")
def results(corpus):
    return pa.run_steps(corpus, ["tokens", "terms", "strong_occurrences", "themes", "reuse"])


@pytest.fixture(scope="module")
def found(corpus, results):
    return pa.sensitivity(corpus, given=results)


def tau_by_pairs(one, other):
    """Return Kendall's tau-b, counted pair by pair."""
    agree = ties_one = ties_other = 0
    for (a, b), (c, d) in itertools.combinations(zip(one, other, strict=True), 2):
        agree += np.sign(a - c) * np.sign(b - d)
        ties_one += a == c
        ties_other += b == d
    pairs = len(one) * (len(one) - 1) / 2
    return agree / np.sqrt((pairs - ties_one) * (pairs - ties_other))


@pytest.mark.parametrize("seed", range(4))
def test_tau_is_scipys_and_that_of_counting_pairs_also_with_ties(seed):
    random = np.random.default_rng(seed)
    one, other = pd.Series(random.integers(0, 9, 25)), pd.Series(random.integers(0, 9, 25))
    tau = compare_scores(one.astype(float), other.astype(float)).tau
    assert tau == pytest.approx(kendalltau(one, other).statistic, abs=1e-12)
    assert tau == pytest.approx(tau_by_pairs(one.tolist(), other.tolist()), abs=1e-12)


def test_what_a_list_does_not_hold_any_more_stands_last():
    before = pd.Series({"a": 4.0, "b": 3.0, "c": 2.0, "d": 1.0})
    after = pd.Series({"d": 5.0, "c": 4.0, "b": 3.0})
    told = compare_scores(before, after, absent_last=True)
    assert (told.n_items, told.item, told.rank_base, told.rank_other) == (4, "a", 1, 4)
    assert compare_scores(before, after).n_items == 3
    assert compare_scores(before, after.head(2)) is None


def test_each_ranking_is_told_of_each_choice_that_can_move_it(found):
    assert found["ranking"].unique().tolist() == list(RANKINGS)
    for name, rows in found.groupby("ranking"):
        assert set(rows["choice"]) <= set(TOUCHED[name])
        assert {"tokens", "plan_part", "no_stopwords"} & set(rows["choice"])
    assert not found.duplicated(["ranking", "scope", "choice"]).any()
    assert found["tau"].dropna().between(-1, 1).all()
    assert (found["largest_change"] == (found["rank_base"] - found["rank_other"]).abs()).all()
    assert (found["n_items"] >= 3).all()


def row_of(found, **wanted):
    rows = found.loc[(found[list(wanted)] == pd.Series(wanted)).all(axis=1)]
    assert len(rows) == 1
    return rows.iloc[0]


def test_slogan_use_by_hand(corpus, results, found):
    places = results["strong_occurrences"]
    n = places[~places["nested"]]["doc_id"].map(corpus.documents.set_index("doc_id")["unit"]).value_counts()
    texts, length = dict(corpus.texts()), {}
    for row in corpus.passages.itertuples():
        unit = corpus.documents.set_index("doc_id").loc[row.doc_id, "unit"]
        length[unit] = length.get(unit, 0) + len("".join(texts[row.doc_id][row.start : row.end].split()))
    rate = n / pd.Series(length)
    expected = kendalltau(rate, n.reindex(rate.index)).statistic
    assert row_of(found, ranking="slogan_use", choice="occurrences")["tau"] == pytest.approx(
        expected, abs=1e-12
    )


def test_neighbours_without_stopwords_are_those_of_the_matrix(corpus, results, found):
    tokens = pa.with_terms(results["tokens"], results["terms"])
    matrix = {
        words: pa.similarity_matrix(pa.tfidf(pa.count_features(tokens, corpus, stopwords=words)))
        for words in ("shipped", None)
    }
    for group in corpus.documents["unit"].unique():
        one, other = (matrix[words].loc[group].drop(group).round(12) for words in ("shipped", None))
        told = row_of(found, ranking="neighbours", scope=group, choice="no_stopwords")
        assert told["tau"] == pytest.approx(kendalltau(one, other).statistic, abs=1e-12)
        ranks = [each.rank(ascending=False, method="min") for each in (one, other)]
        assert told["largest_change"] == (ranks[1] - ranks[0]).abs().max()
        assert ranks[0][told["item"]] == told["rank_base"]


def test_themes_of_the_plan_part_are_those_of_the_corpus_of_that_part(corpus, results, found):
    themes, plan = results["themes"], corpus.subset(part="plan")
    whole = pa.theme_emphasis(themes, corpus, n_boot=0)
    ahead = pa.theme_emphasis(themes[themes["part"] == "plan"], plan, n_boot=0)
    theme = str(found.loc[found["ranking"] == "themes", "scope"].iloc[0])
    one, other = (
        each[each["theme"] == theme].set_index("group")["share"].round(12) for each in (whole, ahead)
    )
    told = row_of(found, ranking="themes", scope=theme, choice="plan_part")
    assert told["tau"] == pytest.approx(kendalltau(one, other.reindex(one.index)).statistic, abs=1e-12)


def test_leaving_a_unit_out_tells_the_case_that_moves_the_keywords_most(corpus, results, found):
    tokens = pa.with_terms(results["tokens"], results["terms"])
    group = corpus.documents["unit"].iloc[0]
    top = pa.keywords(tokens, corpus, top=60).query("group == @group").set_index("term")["score"].head(15)
    taus = {}
    for unit in corpus.documents["unit"].unique():
        if unit == group:
            continue
        gone = set(corpus.documents.loc[corpus.documents["unit"] == unit, "doc_id"])
        rest = corpus.subset(~corpus.documents["doc_id"].isin(gone))
        left = pa.keywords(tokens[~tokens["doc_id"].isin(gone)], rest, top=60)
        after = left[left["group"] == group].set_index("term")["score"].reindex(top.index).fillna(-1.0)
        taus[unit] = kendalltau(top.round(12), after.round(12)).statistic
    told = row_of(found, ranking="keywords", scope=group, choice="without_group")
    assert told["tau"] == pytest.approx(min(taus.values()), abs=1e-12)
    assert taus[told["left_out"]] == pytest.approx(told["tau"], abs=1e-12)


def test_formula_is_left_out_of_the_places_wherever_it_stands(corpus, results, found):
    spans = formula_spans(results["reuse"])
    for _, rows in spans.groupby("doc_id"):
        assert (rows["start"].to_numpy()[1:] > rows["end"].to_numpy()[:-1]).all()
    formula = results["reuse"].query("kind == 'formula'")
    inside = set()
    for side in ("a", "b"):
        for doc, start, end in formula[[f"doc_{side}", f"start_{side}", f"end_{side}"]].to_numpy().tolist():
            inside.update((doc, at) for at in range(start, end))
    places = results["strong_occurrences"]
    kept = [pair not in inside for pair in zip(places["doc_id"], places["start"], strict=True)]
    counts = [each[~each["nested"]]["slogan"].value_counts() for each in (places, places[kept])]
    assert len(places[kept]) < len(places)
    told = row_of(found, ranking="slogans", choice="without_formula")
    item = told["item"]
    assert item in counts[0].head(80).index
    assert counts[1].get(item, 0) < counts[0][item]


def test_the_order_of_the_documents_changes_nothing(corpus):
    texts = dict(corpus.texts())
    facts = corpus.documents[["doc_id", "unit", "year"]].iloc[::-1]
    turned = pa.corpus_from_texts({doc_id: texts[doc_id] for doc_id in facts["doc_id"]}, facts)
    straight = pa.corpus_from_texts(texts, corpus.documents[["doc_id", "unit", "year"]])
    one, other = (
        pa.sensitivity(each, rankings=["slogan_use", "themes"], choices=["tokens", "plan_part"]).sort_values(
            ["ranking", "scope", "choice"], ignore_index=True
        )
        for each in (straight, turned)
    )
    pd.testing.assert_frame_equal(one, other)


def test_a_group_of_several_documents_is_tried_without_each():
    texts = {f"{unit}{year}": f"一、工作安排\n{word}" for unit, word in zip("甲乙丙", ("抓党建。办“三会一课”。" * 3, "兴产业。修渠修路。" * 4, "纠治“四风”。学习《党章》。" * 3), strict=True) for year in (2023, 2024)}  # fmt: skip
    facts = pd.DataFrame({"doc_id": list(texts), "unit": [f"{name[0]}县" for name in texts], "year": [int(name[1:]) for name in texts]})  # fmt: skip
    several = pa.corpus_from_texts(texts, facts)
    told = pa.sensitivity(several, rankings="slogan_use", choices="without_document")
    assert told["left_out"].isin(list(texts)).all()
    assert len(told) == 1
    with pytest.warns(
        pa.PlanWarning, match="2 groups by year have no order to speak of; use by='unit' or by='doc_id'"
    ):
        assert pa.sensitivity(several, rankings="neighbours", choices="no_stopwords", by="year").empty


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"rankings": "keyword"}, "there is no ranking 'keyword'; near it: keywords"),
        ({"choices": "token"}, "there is no choice 'token'; near it: tokens"),
        ({"choices": []}, "no choice is asked for; use characters"),
        ({"by": "colour"}, "cannot group by 'colour'"),
    ],
)
def test_what_cannot_be_compared_is_refused_in_one_line(corpus, options, message):
    with pytest.raises(pa.InputError, match=message):
        pa.sensitivity(corpus, **options)


def test_the_figure_has_a_line_for_each_ranking_and_choice_and_a_dot_for_each_scope(found):
    ax = pa.plot_sensitivity(found, lang="en")
    lines = found.dropna(subset="tau").groupby(["ranking", "choice"], sort=False)
    assert len(ax.get_yticks()) == len(lines)
    dots = [line for line in ax.lines if line.get_marker() == "o"]
    assert sorted(len(line.get_xdata()) for line in dots) == sorted(lines.size())
    drawn = np.concatenate([line.get_xdata() for line in dots])
    assert sorted(drawn) == pytest.approx(sorted(found["tau"].dropna()))
    pyplot.close(ax.figure)
    ax = pa.plot_sensitivity(found.iloc[:0])
    assert "没有可比较的排序" in "".join(text.get_text() for text in ax.texts)
    pyplot.close(ax.figure)


def test_the_sentence_names_the_lowest_of_each_ranking(found):
    for lang in ("zh", "en"):
        said = pa.describe_sensitivity(found, lang=lang)
        for _, rows in found.groupby("ranking"):
            assert f"{rows['tau'].min():.2f}" in said
            assert str(rows.loc[rows["tau"].idxmin(), "item"]) in said
    assert pa.describe_sensitivity(found.iloc[:0]) == ""
    with pytest.raises(pa.InputError, match="lang is 'de'"):
        pa.describe_sensitivity(found, lang="de")


def test_every_choice_and_ranking_has_a_name_in_both_languages():
    from plananalysis.language.choice_names import CHOICE_NAMES, RANKING_NAMES

    assert list(CHOICE_NAMES) == list(CHOICES)
    assert list(RANKING_NAMES) == list(RANKINGS) == list(TOUCHED)


def test_the_command_writes_the_table_and_says_the_sentence(tmp_path):
    done = CliRunner().invoke(
        cli,
        ["sensitivity", str(pa.sample_path()), "--ranking", "slogan_use", "--choice", "tokens", "--lang", "en", "-o", str(tmp_path / "s.csv")],
    )  # fmt: skip
    assert done.exit_code == 0, done.output
    assert "Under other choices the ranking" in done.output
    assert pa.read_table(tmp_path / "s.csv")["choice"].tolist() == ["tokens"]


def test_the_commands_know_the_names_of_the_library():
    from plananalysis.cli import linking, validating
    from plananalysis.statistics import affiliations, cooccurrences
    from plananalysis.validation import coefficients, drawing

    assert validating.LEVELS == coefficients.LEVELS
    assert validating.ALLOCATIONS == drawing.ALLOCATIONS
    assert (linking.ALL, linking.CONTEXTS) == (cooccurrences.ALL, cooccurrences.CONTEXTS)
    assert tuple(affiliations.KINDS_OF) == linking.LINKED


@pytest.mark.slow
def test_thirty_one_provinces_take_less_than_a_minute():
    provinces = pa.load_corpus(shared_path("corpora", "provinces_2025"))
    begin = sum(os.times()[:4])  # of this process and of those that work beside it
    told = pa.sensitivity(provinces)
    assert len(told) > 300
    assert sum(os.times()[:4]) - begin < 60
