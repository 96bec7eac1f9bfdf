"""A result that is empty or says nothing because of the corpus comes with the reason and a remedy."""

import warnings

import pandas as pd
import pytest

import plananalysis as pa
from plananalysis.cli import main

PLANS = {
    "甲局/2023": "甲局2023年工作要点\n一、党建\n坚持三会一课。推进渔业养殖，渔业兴县。\n二、作风\n纠治“四风”，减少会议。\n本文由网友上传\n",
    "甲局/2024": "甲局2024年工作要点\n一、党建\n落实三会一课。推进渔业养殖，渔业兴县。\n二、服务\n优化服务。\n",
    "乙局/2024": "乙局2024年工作要点\n一、党建\n落实三会一课。推进茶叶种植，茶叶富民。\n二、作风\n纠治“四风”。\n",
}


def corpus_of(*ids):
    facts = {"doc_id": ids, "unit": [i[:2] for i in ids], "year": [int(i[-4:]) for i in ids]}
    return pa.corpus_from_texts({i: PLANS[i] for i in ids}, pd.DataFrame(facts))


ONE_UNIT = corpus_of("甲局/2023", "甲局/2024")
ONE_YEAR = corpus_of("甲局/2024", "乙局/2024")
ONE_DOCUMENT = corpus_of("甲局/2024")
WITHIN_UNIT = (
    "all documents are of one unit (甲局), so there is nothing to compare; use by='year' or by='doc_id'"
)
WITHIN_YEAR = (
    "all documents are of one year (2024), so there is nothing to compare; use by='unit' or by='doc_id'"
)
ALONE = "the corpus has one document, so there is nothing to compare; add others"


def said(call):
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        call()
    return [str(one.message) for one in heard if one.category is pa.PlanWarning]


COMPARING = {
    "keywords": lambda corpus, by: pa.keywords(pa.segment(corpus), corpus, by=by),
    "keyness_by": lambda corpus, by: pa.keyness_by(pa.segment(corpus), corpus, by=by),
    "similarity": lambda corpus, by: pa.similarity(pa.segment(corpus), corpus, by=by),
    "theme_emphasis": lambda corpus, by: pa.theme_emphasis(pa.code_themes(corpus), corpus, by=by),
}


@pytest.mark.parametrize("name", COMPARING)
def test_one_group_is_said_with_what_to_group_by_instead_and_that_works(name):
    compare = COMPARING[name]
    assert said(lambda: compare(ONE_UNIT, "unit")) == [f"{name}: {WITHIN_UNIT}"]
    assert said(lambda: compare(ONE_YEAR, "year")) == [f"{name}: {WITHIN_YEAR}"]
    assert said(lambda: compare(ONE_DOCUMENT, "unit")) == [f"{name}: {ALONE}"]
    for corpus, by in ((ONE_UNIT, "year"), (ONE_UNIT, "doc_id"), (ONE_YEAR, "unit")):
        assert said(lambda corpus=corpus, by=by: compare(corpus, by)) == []


def test_years_that_nobody_gave_are_no_year_but_a_gap():
    texts = {name: PLANS[name].replace("2024年", "") for name in ("甲局/2024", "乙局/2024")}
    facts = pd.DataFrame(
        {"doc_id": list(texts), "unit": ["甲局", "乙局"], "year": pd.array([None, None], "Int64")}
    )
    plans = {f"{unit}": text for unit, text in zip("ab", texts.values(), strict=True)}
    corpus = pa.corpus_from_texts(plans, facts.assign(doc_id=list("ab")))
    tokens = pa.segment(corpus)
    assert "no document has a year" in said(lambda: pa.similarity(tokens, corpus, by="year"))[0]
    assert said(lambda: pa.term_trend(tokens, corpus, "作风")) == [
        "term_trend: no document has a year; write the years into metadata.csv"
    ]


def test_a_trend_says_which_years_are_missing():
    one_year = said(lambda: pa.term_trend(pa.segment(ONE_YEAR), ONE_YEAR, "服务"))
    assert one_year == ["term_trend: all documents are of one year (2024); add plans of another year"]
    two = corpus_of("甲局/2023", "乙局/2024")
    assert said(lambda: pa.term_trend(pa.segment(two), two, "作风", by="unit")) == [
        "term_trend: no unit has plans of two years; by='year' follows the corpus as a whole"
    ]
    for by in (None, "year"):
        assert said(lambda by=by: pa.term_trend(pa.segment(two), two, "作风", by=by)) == []


@pytest.mark.parametrize(
    ("term", "reason"),
    [
        ("会一", r"'会一' stands 2 times in the text but is no token of its own: 三会一课 \(2\) holds it"),
        (
            "渔业养殖",
            r"'渔业养殖' stands 2 times .* cut into several words; segment\(corpus, lexicon=\['渔业养殖'\]\)",
        ),
        ("火箭", "'火箭' occurs nowhere; "),
        (
            "，",
            r"'，' is a token of kind punctuation; kinds=\['word', 'term', 'slogan', 'punctuation'\] counts it",
        ),
        ("推进", "'推进' is a stopword; stopwords=None counts it"),
    ],
)
def test_a_term_that_is_no_counted_token_is_told_why(term, reason):
    tokens = pa.segment(ONE_UNIT)
    stopwords = ["推进"]
    with pytest.raises(pa.InputError, match=reason):
        pa.term_trend(tokens, ONE_UNIT, term, stopwords=stopwords)
    with pytest.raises(pa.InputError, match=reason):
        pa.collocations(tokens, ONE_UNIT, node=term, stopwords=stopwords)


def test_the_remedies_for_a_term_work():
    whole = pa.segment(ONE_UNIT, lexicon=["渔业养殖"])
    assert pa.term_trend(whole, ONE_UNIT, "渔业养殖")["n"].tolist() == [1, 1]
    tokens = pa.segment(ONE_UNIT)
    assert len(pa.term_trend(tokens, ONE_UNIT, "，", kinds=["word", "punctuation"])) == 2


def test_a_concordance_without_a_place_says_whether_the_words_stand_elsewhere():
    tokens = pa.segment(ONE_UNIT)
    assert "三会一课 (2) holds it" in said(lambda: pa.concordance(ONE_UNIT, "会一", tokens=tokens))[0]
    assert said(lambda: pa.concordance(ONE_UNIT, "火箭")) == [
        "concordance: '火箭' stands in no document (2 searched); try a shorter part of it"
    ]
    assert said(lambda: pa.concordance(ONE_UNIT, "网友上传"))[0].startswith(
        "concordance: '网友上传' stands only in parts that are left out of the counts (1 time"
    )
    assert said(lambda: pa.concordance(ONE_UNIT, "渔业")) == []


def test_keyness_against_everything_else_needs_something_else():
    with pytest.raises(pa.InputError, match="all documents are of one unit"):
        pa.keyness(pa.segment(ONE_UNIT), ONE_UNIT, "甲局", by="unit")


def test_one_row_one_document_no_pair_and_no_token_left_are_said():
    tokens = pa.segment(ONE_DOCUMENT)
    counts = pa.count_features(tokens, ONE_DOCUMENT, by="unit")
    assert "one row" in said(lambda: pa.dispersion(counts))[0]
    assert "one row (甲局)" in said(lambda: pa.nearest(pa.tfidf(counts)))[0]
    assert "within=True" in said(lambda: pa.find_reuse(ONE_DOCUMENT))[0]
    assert said(lambda: pa.find_reuse(ONE_DOCUMENT, within=True)) == []
    assert "lower min_n" in said(lambda: pa.collocations(tokens, ONE_DOCUMENT, min_n=50))[0]
    stopwords = tokens["token"].astype("str").unique().tolist()
    assert "none is left" in said(lambda: pa.count_features(tokens, ONE_DOCUMENT, stopwords=stopwords))[0]
    shared = pa.find_reuse(ONE_UNIT)
    assert "(甲局)" in said(lambda: pa.borrowing_matrix(shared, ONE_UNIT, by="unit"))[0]
    assert "lower min_n or stress" in said(lambda: pa.keywords(pa.segment(ONE_YEAR), ONE_YEAR, min_n=99))[0]


def test_the_warning_points_at_the_users_own_line():
    tokens = pa.segment(ONE_UNIT)
    with pytest.warns(pa.PlanWarning) as heard:
        pa.similarity(tokens, ONE_UNIT, by="unit")
    assert heard[0].filename == __file__


def test_the_command_line_says_it_in_a_line_and_ends_well(tmp_path, capsys):
    for name in ("甲局/2023", "甲局/2024"):
        (tmp_path / "plans" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "plans" / f"{name}.txt").write_text(PLANS[name], encoding="utf-8")
    with pytest.raises(SystemExit) as stop:
        main(["similarity", str(tmp_path / "plans"), "--by", "unit"])
    heard = capsys.readouterr()
    assert stop.value.code == 0
    assert "no rows" in heard.out
    assert heard.err.splitlines() == [f"plananalysis: similarity: {WITHIN_UNIT}"]
