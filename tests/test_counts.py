"""Counts and TF-IDF against hand arithmetic, quanteda and scikit-learn."""

import warnings

import numpy as np
import pandas as pd
import pytest

from plananalysis.corpus.model import Corpus
from plananalysis.counts import (
    DocumentFeatureMatrix,
    count_features,
    describe_rows,
    group_rows,
    presence,
    tfidf,
)
from plananalysis.errors import InputError, PlanWarning
from plananalysis.examples import spaced_corpus
from plananalysis.groups import MISSING
from plananalysis.tables import conform, empty
from shared import shared_path

LINES = {
    "a": "创新 党建 。 创新 学习",
    "b": "党建 审计",
    "c": "审计 审计 审计 。",
    "d": "。",
}


def four_lines() -> tuple[Corpus, pd.DataFrame]:
    return spaced_corpus(
        LINES, unit=["甲", "甲", "乙", ""], year=[2024, 2023, 2023, None], level=["省", "", "市", "省"]
    )


def cell(dfm: DocumentFeatureMatrix, row: str, term: str) -> float:
    return dfm.to_frame().loc[row, term]


def toy() -> tuple[Corpus, pd.DataFrame]:
    lines = pd.read_csv(shared_path("reference", "quanteda", "toy_corpus.tsv"), sep="\t")
    return spaced_corpus(dict(zip(lines["doc_id"], lines["tokens"], strict=True)))


def test_counts_by_hand():
    corpus, tokens = four_lines()
    by_doc = count_features(tokens, corpus, by="doc_id")
    assert list(by_doc.rows) == ["a", "b", "c", "d"]
    assert list(by_doc.features) == ["党建", "创新", "学习", "审计"]
    assert by_doc.to_frame().to_numpy().tolist() == [[1, 2, 1, 0], [1, 0, 0, 1], [0, 0, 0, 3], [0, 0, 0, 0]]
    assert by_doc.matrix.dtype == np.int64
    by_unit = count_features(tokens, corpus)
    assert list(by_unit.rows) == ["甲", "乙", MISSING]
    assert by_unit.to_frame().to_numpy().tolist() == [[2, 2, 1, 1], [0, 0, 0, 3], [0, 0, 0, 0]]
    by_year = count_features(tokens, corpus, by="year")
    assert list(by_year.rows) == ["2023", "2024", MISSING]
    assert cell(by_year, "2023", "审计") == 4
    assert cell(count_features(tokens, corpus, by="level"), "省", "创新") == 2


def test_sections_and_passages():
    corpus, tokens = spaced_corpus({"a": "党建 审计 学习 党建"})
    passages = pd.DataFrame(
        [
            ("a#0", "a", 1, 0, "", "", "", "a#0", "plan", "start", "", 0, 2),
            ("a#1", "a", 2, 1, "一、", "审计", "一", "a#1", "plan", "heading", "", 2, 4),
            ("a#2", "a", 3, 2, "（一）", "学习", "一/（一）", "a#1", "plan", "heading", "", 4, 8),
        ],
        columns=corpus.passages.columns,
    )
    corpus = Corpus(corpus.documents, conform(passages, "passages"), empty("excluded"), empty("skipped"))
    tokens = tokens.assign(passage_id=pd.Categorical(["a#0", "a#1", "a#2", "a#2"]))
    sections = count_features(tokens, corpus, by="section")
    assert list(sections.rows) == ["a#0", "a#1"]
    assert sections.to_frame().loc["a#1"].to_dict() == {"党建": 1, "学习": 1, "审计": 1}
    assert list(count_features(tokens, corpus, by="passage").rows) == ["a#0", "a#1", "a#2"]
    assert describe_rows(sections, corpus)["heading"].tolist() == ["", "审计"]
    # A term in two sections of one document is in one document.
    assert list(count_features(tokens, corpus, by="section", min_docs=2).features) == []
    assert list(count_features(tokens, corpus, by="section", min_n=2).features) == ["党建"]


def test_filters():
    corpus, tokens = four_lines()
    assert list(count_features(tokens, corpus, stopwords=["党建"], min_docs=2).features) == ["审计"]
    table = pd.DataFrame({"word": ["审计", "学习"], "lexicon": "x", "source": "y"})
    assert list(count_features(tokens, corpus, stopwords=table).features) == ["党建", "创新"]
    assert list(count_features(tokens, corpus, kinds=("punctuation",)).features) == ["。"]
    assert list(count_features(tokens, corpus, kinds="punctuation", min_chars=2).features) == []


def test_describe_rows():
    corpus, tokens = four_lines()
    table = describe_rows(count_features(tokens, corpus), corpus)
    assert table["n_docs"].tolist() == [2, 1, 1]
    assert table["doc_id"].tolist() == ["", "c", "d"]
    assert table["unit"].tolist() == ["甲", "乙", ""]
    assert table["year"].astype(object).where(table["year"].notna(), None).tolist() == [None, 2023, None]


def test_grouping_documents_is_counting_by_group():
    corpus, tokens = four_lines()
    docs = count_features(tokens, corpus, by="doc_id")
    for by in ("unit", "year", "level", "doc_id"):
        pd.testing.assert_frame_equal(
            group_rows(docs, corpus, by=by).to_frame(), count_features(tokens, corpus, by=by).to_frame()
        )
    assert cell(group_rows(presence(docs), corpus), "甲", "党建") == 2
    with pytest.raises(InputError, match="doc_id"):
        group_rows(count_features(tokens, corpus), corpus)


def test_plain_columns_give_the_same_as_categories():
    corpus, tokens = four_lines()
    plain = tokens.astype({"doc_id": "str", "passage_id": "str", "token": "str", "kind": "str"})
    pd.testing.assert_frame_equal(
        count_features(plain, corpus).to_frame(), count_features(tokens, corpus).to_frame()
    )
    shuffled = tokens.sample(frac=1, random_state=1)
    shuffled["token"] = shuffled["token"].cat.reorder_categories(shuffled["token"].cat.categories[::-1])
    pd.testing.assert_frame_equal(
        count_features(shuffled, corpus).to_frame(), count_features(tokens, corpus).to_frame()
    )


def test_bad_input():
    corpus, tokens = four_lines()
    with pytest.raises(InputError, match=r"'colour'.*doc_id, unit, year, section, passage.*level"):
        count_features(tokens, corpus, by="colour")
    with pytest.raises(InputError, match="unknown kind of token 'verb'"):
        count_features(tokens, corpus, kinds=("verb",))
    other, _ = spaced_corpus({"z": "党建"})
    with pytest.raises(InputError, match="segment this corpus"):
        count_features(tokens, other)
    with pytest.raises(InputError, match="scheme 'bm25'"):
        tfidf(count_features(tokens, corpus), scheme="bm25")
    with pytest.raises(InputError, match="column word"):
        count_features(tokens, corpus, stopwords=pd.DataFrame({"name": ["党建"]}))


def test_no_tokens_and_no_documents():
    corpus, _ = four_lines()
    none = count_features(empty("tokens"), corpus)
    assert none.shape == (3, 0)
    assert tfidf(none).shape == (3, 0)
    nothing = Corpus(*(empty(name) for name in ("documents", "passages", "excluded", "skipped")))
    for by in ("unit", "doc_id", "year", "section", "passage"):
        assert count_features(empty("tokens"), nothing, by=by).shape == (0, 0)
        assert tfidf(count_features(empty("tokens"), nothing, by=by), scheme="quanteda").shape == (0, 0)


def test_arguments_stay_as_they_are():
    corpus, tokens = four_lines()
    before = tokens.copy()
    counts = count_features(tokens, corpus)
    copy = counts.matrix.copy()
    for scheme in ("sklearn", "quanteda"):
        tfidf(counts, scheme=scheme, tf="prop" if scheme == "quanteda" else "count")
    presence(counts)
    pd.testing.assert_frame_equal(tokens, before)
    assert (counts.matrix != copy).nnz == 0


def test_repr_is_short():
    corpus, tokens = four_lines()
    assert (
        repr(count_features(tokens, corpus))
        == "<DocumentFeatureMatrix 3 unit × 4 terms, count, 41.7% filled>"
    )


def test_counts_equal_quanteda():
    corpus, tokens = toy()
    expected = pd.read_csv(shared_path("reference", "quanteda", "dfm_counts.csv"))
    found = count_features(tokens, corpus, by="doc_id", stopwords=None).to_frame()
    assert set(found.columns) == set(expected["feature"])
    for doc_id, feature, value in expected.itertuples(index=False):
        assert found.loc[doc_id, feature] == value


@pytest.mark.parametrize(
    ("file", "tf", "base"),
    [
        ("tfidf_default_count_inverse_base10.csv", "count", 10),
        ("tfidf_prop_inverse_base10.csv", "prop", 10),
        ("tfidf_count_inverse_basee.csv", "count", np.e),
    ],
)
def test_tfidf_equals_quanteda(file, tf, base):
    expected = pd.read_csv(shared_path("reference", "quanteda", file))
    corpus, tokens = toy()
    found = tfidf(
        count_features(tokens, corpus, by="doc_id", stopwords=None), scheme="quanteda", tf=tf, base=base
    ).to_frame()
    values = [
        found.loc[doc, feature] for doc, feature in zip(expected["doc_id"], expected["feature"], strict=True)
    ]
    np.testing.assert_allclose(values, expected["value"], rtol=0, atol=1e-9)


def test_tfidf_equals_sklearn():
    from sklearn.feature_extraction.text import TfidfTransformer

    corpus, tokens = toy()
    counts = count_features(tokens, corpus, by="doc_id")
    expected = TfidfTransformer().fit_transform(counts.matrix).toarray()
    np.testing.assert_allclose(tfidf(counts).matrix.toarray(), expected, rtol=0, atol=1e-12)


def test_the_error_for_an_unknown_group_offers_only_what_the_function_takes():
    corpus, tokens = spaced_corpus({"a": "创新 学习"})
    with pytest.raises(InputError, match="use one of doc_id, unit, year, section, passage"):
        count_features(tokens, corpus, by="colour")
    with pytest.raises(InputError) as caught:
        group_rows(count_features(tokens, corpus, by="doc_id"), corpus, by="section")
    assert "section" not in str(caught.value).partition("use one of")[2]


def test_scikit_learn_takes_our_matrices():
    from sklearn.cluster import KMeans

    corpus, tokens = four_lines()
    counts = count_features(tokens, corpus, by="doc_id")
    for found in (counts, tfidf(counts), tfidf(counts, scheme="quanteda"), presence(counts)):
        assert found.matrix.indices.dtype == found.matrix.indptr.dtype == np.int32
    for by in ("unit", "section", "passage"):
        assert count_features(tokens, corpus, by=by).matrix.indices.dtype == np.int32
    assert group_rows(counts, corpus).matrix.indptr.dtype == np.int32
    labels = KMeans(n_clusters=2, n_init=1, random_state=0).fit(tfidf(counts).matrix).labels_
    assert len(labels) == 4


def test_indices_that_do_not_fit_32_bits_stay_wide():
    from scipy.sparse import csr_array

    width = 2**31 + 5
    wide = csr_array((np.ones(1), np.array([width - 1]), np.array([0, 1])), shape=(1, width))
    dfm = DocumentFeatureMatrix(wide, pd.Index(["a"]), pd.RangeIndex(width))
    assert dfm.matrix.indices.tolist() == [width - 1]


def test_the_long_table_holds_every_cell_that_is_not_zero():
    corpus, tokens = four_lines()
    counts = count_features(tokens, corpus, by="doc_id")
    long = counts.to_long()
    assert list(map(tuple, long.to_numpy())) == [
        ("a", "党建", 1), ("a", "创新", 2), ("a", "学习", 1), ("b", "党建", 1), ("b", "审计", 1), ("c", "审计", 3),
    ]  # fmt: skip
    assert long.dtypes.tolist() == [pd.Series(["a"], dtype="str").dtype] * 2 + ["int64"]
    weights = tfidf(count_features(tokens, corpus))
    wide = weights.to_long().pivot_table(index="unit", columns="term", values="weight").fillna(0.0)
    dense = weights.to_frame().loc[wide.index, wide.columns]
    assert np.array_equal(wide.to_numpy(), dense.to_numpy())
    nothing = count_features(tokens.head(0), corpus).to_long()
    assert list(nothing.columns) == ["unit", "term", "n"]
    assert nothing.empty


def test_it_is_said_when_no_token_is_left_and_only_then():
    corpus, tokens = spaced_corpus({"甲": "党建 学习 学习"})
    with warnings.catch_warnings():
        warnings.simplefilter("error", PlanWarning)
        assert count_features(tokens, corpus, min_n=2).features.tolist() == ["学习"]
        assert count_features(tokens[:0], corpus).features.empty
    with pytest.warns(PlanWarning, match="of 3 tokens none is left"):
        assert count_features(tokens, corpus, min_n=3).features.empty
