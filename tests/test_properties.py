"""What holds of every text, tried on texts that hypothesis makes up; what it finds is shrunk to the smallest case."""

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


@pytest.mark.slow
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


@pytest.mark.slow
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
