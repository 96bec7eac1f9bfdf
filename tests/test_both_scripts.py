"""One content in two scripts gives one answer: everything that reads or counts folds alike, and the text stays."""

from functools import cache

import pandas as pd
import pytest
from opencc import OpenCC

import plananalysis as pa
from plananalysis.folding import fold_text, plain, simplify
from shared import shared_path

COLUMNS = {
    "outline": ["doc_id", "line", "level", "start", "end", "passage_id"],
    "parts": ["doc_id", "part", "start", "end"],
    "tokens": ["doc_id", "start", "end", "token", "kind"],
    "find_slogans": ["slogan", "kind", "n", "n_docs", "quoted_share", "score", "status", "members"],
    "find_citations": ["title", "doc_id", "start", "end", "abbreviated"],
    "find_glossary": ["term", "members", "doc_id", "start", "end"],
    "find_commitments": ["start", "end", "indicator", "quantity", "value", "bound", "deadline", "body"],
    "find_reuse": ["doc_a", "start_a", "end_a", "doc_b", "start_b", "end_b", "kind", "similarity"],
    "code_themes": ["passage_id", "theme", "weight"],
}
CHOSEN = ["2023-市卫生健康委", "2024-市财政局", "2024-枫屿县人民政府", "2024-稻原县人民政府"]


@cache
def twins() -> tuple[pa.Corpus, pa.Corpus]:
    """Return four plans of the sample, and the same as Taiwan writes them, both read from their texts alone."""
    documents = (
        pa.load_corpus(pa.sample_path()).subset(doc_id=CHOSEN).documents[["doc_id", "unit", "year", "text"]]
    )
    written = OpenCC("s2tw").convert
    return tuple(
        pa.corpus_from_texts(documents.assign(text=texts))
        for texts in (documents["text"], [written(text) for text in documents["text"]])
    )


@cache
def found(name: str, which: int) -> pd.DataFrame:
    return getattr(pa, name)(twins()[which])


@pytest.mark.slow
@pytest.mark.parametrize("name", COLUMNS)
def test_the_same_content_in_two_scripts_gives_the_same_rows(name):
    one, other = (found(name, which)[COLUMNS[name]] for which in (0, 1))
    assert len(one)
    if name == "find_commitments":  # quotes the words of the text
        other = other.map(lambda cell: plain(cell) if isinstance(cell, str) else cell)
    pd.testing.assert_frame_equal(one.astype(object), other.astype(object))


def test_the_texts_are_untouched_and_quoted_as_printed():
    corpus = twins()[1]
    texts = dict(corpus.texts())
    assert sum(plain(text) != text for text in texts.values()) == len(CHOSEN)
    for name in ("find_citations", "find_commitments"):
        for row in found(name, 1).itertuples():
            assert row.text == texts[row.doc_id][row.start : row.end]
    for row in found("find_reuse", 1).itertuples():
        assert row.text_a == texts[row.doc_a][row.start_a : row.end_a]
        assert row.text_b == texts[row.doc_b][row.start_b : row.end_b]
    places = pa.slogan_occurrences(corpus, found("find_slogans", 1))
    assert all(row.text == texts[row.doc_id][row.start : row.end] for row in places.itertuples())
    assert all(
        heading in texts[doc] for doc, heading in found("outline", 1)[["doc_id", "heading"]].to_numpy()
    )


@pytest.mark.slow
def test_a_plan_and_its_twin_in_the_other_script_are_alike():
    parts = [
        corpus.documents[["unit", "text"]].assign(script=script)
        for corpus, script in zip(twins(), "简繁", strict=True)
    ]
    both = pd.concat(parts, ignore_index=True)
    corpus = pa.corpus_from_texts(both.assign(doc_id=both["unit"] + both["script"]))
    words = pa.tokens(corpus)
    pairs = pa.similarity(words, corpus, by="doc_id").head(len(CHOSEN))
    assert (pairs["a"].str[:-1] == pairs["b"].str[:-1]).all()
    assert (pairs["cosine"] > 0.999).all()
    typical = pa.keywords(words, corpus, by="script", stress=0, top=50)
    lists = [rows["term"].tolist() for _, rows in typical.groupby("group")]
    assert lists[0] == lists[1]


def test_a_term_is_asked_for_in_either_script():
    texts = {"甲": "保護檔案，查閱檔案。", "乙": "保护档案，查阅档案。"}
    corpus = pa.corpus_from_texts(
        texts, pd.DataFrame({"doc_id": ["甲", "乙"], "unit": "局", "year": [2023, 2024]})
    )
    words = pa.segment(corpus)
    for term in ("檔案", "档案"):
        assert pa.term_trend(words, corpus, term)["n"].tolist() == [2, 2]
        assert pa.collocations(words, corpus, node=term)["n"].max() == 2
        assert len(pa.concordance(corpus, term)) == 4
        assert "档案" not in pa.count_features(words, corpus, stopwords=[term]).features


def test_cases_of_a_special_region_say_the_same_in_both_scripts():
    corpus = pa.load_corpus(shared_path("cases", "traditional"))
    slogans = pa.find_slogans(corpus).set_index("slogan")
    assert slogans.loc[["一国两制", "北部都会区"], "n"].tolist() == [3, 3]
    assert slogans.loc["一国两制", "variants"] == "一國兩制"
    bound = pa.find_commitments(corpus)
    assert bound.loc[bound["value"] == 150, "doc_id"].nunique() == 3


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("環境乾淨，乾坤朗朗", "环境干净，乾坤朗朗"),
        ("著力發展，讀原著，顯著", "着力发展，读原著，显著"),
        ("瞭解答覆，覆蓋", "了解答复，覆盖"),
        ("衞生敍述", "卫生叙述"),
        ("乾坤、著名、瞭望、慰藉、回覆", "乾坤、著名、瞭望、慰藉、回覆"),
        ("說什么", "说什么"),
        ("完成１２．５％，Ａ股", "完成12.5%，A股"),
        ("增长5％，（1）ＡＢ．", "增长5％，（1）AB."),
    ],
)
def test_what_both_scripts_write_is_read_by_the_words_around_it(written, read):
    assert plain(written) == read
    assert len(plain(written)) == len(written)


def test_a_line_of_simplified_text_stays_beside_a_traditional_one():
    assert simplify("乾县著名\n環境乾淨\n慰藉") == "乾县著名\n环境干净\n慰藉"
    assert fold_text("環境乾淨") == fold_text("环境干净")


def test_full_width_figures_count_as_any_others():
    corpus = pa.corpus_from_texts({"甲": "建成５Ｇ基站１２００座。"})
    words = pa.segment(corpus)
    assert words["token"].tolist() == ["建成", "5G", "基站", "1200", "座", "。"]
    assert words["start"].tolist() == [0, 2, 4, 6, 10, 11]
