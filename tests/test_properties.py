"""What holds of every text, tried on texts that hypothesis makes up; what it finds is shrunk to the smallest case."""

import re

import numpy as np
import pandas as pd
import pytest

import plananalysis as pa

hypothesis = pytest.importorskip("hypothesis")
st = hypothesis.strategies

PIECES = (
    *(
        "一、总体要求",
        "（一）抓好学习",
        "1.完成投资10亿元",
        "二〇二五年",
        "不少于3个",
        "《办法》",
        "“三会一课”",
        "“两学一做”",
        "“",
    ),
    *(
        "加快建设产业园区",
        "坚持稳中求进工作总基调",
        "深入学习贯彻",
        "各项工作再上台阶",
        "落實責任",
        "５Ｇ",
        "A",
        "\u200b",
        "𠮷",
    ),
    *("。", "，", "；", "\n", "\n\n", "\u3000\u3000", " ", "\t", "第1页", "附件：", "■", "\x0b"),
)
PLANS = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)
ANY = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=80)
TEXTS = st.one_of(PLANS, ANY)
CORPORA = st.lists(TEXTS, min_size=1, max_size=4)
QUICK = hypothesis.settings(max_examples=40, deadline=None, derandomize=True, database=None)
LONG = hypothesis.settings(max_examples=15, deadline=None, derandomize=True, database=None)
pytestmark = pytest.mark.filterwarnings("ignore::plananalysis.errors.PlanWarning")


def corpus_of(texts):
    """Return a corpus of texts, or None where none of them says anything."""
    texts = {f"d{n}": text for n, text in enumerate(texts) if text.strip()}
    return pa.corpus_from_texts(texts) if texts else None


@hypothesis.given(CORPORA)
@QUICK
def test_passages_and_excluded_spans_tile_every_text(texts):
    corpus = corpus_of(texts)
    for doc_id, text in corpus.texts() if corpus else ():
        spans = [
            (row.start, row.end)
            for table in (corpus.passages, corpus.excluded)
            for row in table[table["doc_id"] == doc_id].itertuples()
        ]
        at = 0
        for start, end in sorted(spans):
            assert start == at
            assert end > start
            at = end
        assert at == len(text)


@hypothesis.given(CORPORA)
@QUICK
def test_tokens_stand_where_they_say_and_leave_out_white_space_alone(texts):
    corpus = corpus_of(texts)
    if corpus is None:
        return
    tokens = pa.tokens(corpus)
    for doc_id, text in corpus.texts():
        own = tokens[tokens["doc_id"] == doc_id]
        covered = np.zeros(len(text), dtype=bool)
        for start, end in zip(own["start"], own["end"], strict=True):
            assert not covered[start:end].any(), "two tokens in one place"
            covered[start:end] = True
        for row in corpus.passages[corpus.passages["doc_id"] == doc_id].itertuples():
            left = "".join(
                c
                for c, taken in zip(text[row.start : row.end], covered[row.start : row.end], strict=True)
                if not taken
            )
            assert not re.search(r"\w", left), left
        out = corpus.excluded[corpus.excluded["doc_id"] == doc_id]
        assert not any(covered[start:end].any() for start, end in zip(out["start"], out["end"], strict=True))


@hypothesis.given(CORPORA)
@QUICK
def test_every_place_of_every_table_lies_in_its_text_and_quotes_it(texts):
    corpus = corpus_of(texts)
    if corpus is None:
        return
    lengths = {doc_id: len(text) for doc_id, text in corpus.texts()}
    found = pa.find_slogans(corpus)
    tables = (
        pa.slogan_occurrences(corpus, found),
        pa.find_citations(corpus),
        pa.find_commitments(corpus),
        pa.outline(corpus),
    )
    for table in tables:
        for row in table.itertuples():
            assert 0 <= row.start < row.end <= lengths[row.doc_id]
    for row in pa.find_commitments(corpus).itertuples():
        assert corpus.text(row.doc_id)[row.start : row.end].strip()


@hypothesis.given(CORPORA, st.sampled_from(["学习", "投资", "落实", "A"]))
@QUICK
def test_counts_are_those_of_brute_force(texts, word):
    corpus = corpus_of(texts)
    if corpus is None:
        return
    tokens = pa.tokens(corpus)
    counted = pa.count_features(tokens, corpus, by="doc_id", stopwords=None)
    wanted = tokens[tokens["kind"].isin(["word", "term", "slogan"])].groupby(["doc_id", "token"]).size()
    matrix = counted.to_frame()
    for (doc_id, token), n in wanted.items():
        if token in matrix.columns:
            assert matrix.loc[doc_id, token] == n, (doc_id, token, word)


@hypothesis.given(st.lists(PLANS, min_size=2, max_size=4))
@LONG
def test_similarity_is_symmetric_with_a_unit_diagonal(texts):
    corpus = corpus_of(texts)
    if corpus is None or len(corpus) < 2:
        return
    matrix = pa.count_features(pa.tokens(corpus), corpus, by="doc_id", stopwords=None)
    alike = pa.similarity_matrix(matrix)
    values = alike.to_numpy()
    assert np.allclose(values, values.T, equal_nan=True)
    diagonal = np.diag(values)
    assert np.allclose(diagonal[~np.isnan(diagonal)], 1)


@hypothesis.given(st.lists(PLANS, min_size=2, max_size=3), st.integers(0, 5))
@LONG
def test_an_inserted_passage_is_found_and_another_order_changes_nothing(texts, at):
    passage = "组织实施渔港经济区提质改造工程，新建避风锚地两处，完善冷链物流配套设施，带动渔民增收"
    texts = [f"{text[:at]}\n{passage}。\n{text[at:]}" for text in texts]
    documents = {f"d{n}": text for n, text in enumerate(texts)}
    found = pa.find_reuse(pa.corpus_from_texts(documents))
    pairs = {(row.doc_a, row.doc_b) for row in found.itertuples()}
    assert pairs >= {(f"d{a}", f"d{b}") for b in range(len(texts)) for a in range(b)}
    for row in found.itertuples():
        assert row.doc_a < row.doc_b
        assert 0 <= row.start_a < row.end_a <= len(documents[row.doc_a])
        assert 0 <= row.start_b < row.end_b <= len(documents[row.doc_b])
    backwards = pa.find_reuse(pa.corpus_from_texts(dict(reversed(documents.items()))))
    pd.testing.assert_frame_equal(found, backwards)


@hypothesis.given(st.lists(PLANS, min_size=2, max_size=3))
@LONG
def test_renaming_documents_renames_rows_and_nothing_else(texts):
    corpus = corpus_of(texts)
    if corpus is None:
        return
    rename = {doc_id: f"x{doc_id}" for doc_id in corpus.documents["doc_id"]}
    metadata = corpus.documents[["doc_id", "unit", "title"]]
    one = pa.corpus_from_texts(dict(corpus.texts()), metadata)
    other = pa.corpus_from_texts(
        {rename[doc_id]: text for doc_id, text in corpus.texts()}, metadata.replace({"doc_id": rename})
    )
    for table in ("find_slogans", "find_commitments", "find_citations"):
        before, after = getattr(pa, table)(one), getattr(pa, table)(other)
        for name in before.columns.intersection(["doc_id", "passage_id"]):
            before[name] = "x" + before[name]
        pd.testing.assert_frame_equal(before, after)
