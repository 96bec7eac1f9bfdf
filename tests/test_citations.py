"""Cited titles, by hand."""

from plananalysis import tables
from plananalysis.citations import citation_counts, citation_matrix, find_citations
from plananalysis.corpus import corpus_from_texts


def test_nested_titles_in_three_spellings_are_one():
    corpus = corpus_from_texts(
        {
            "甲": "落实《关于贯彻<渡口条例>的意见》。",
            "乙": "落实《关于贯彻〈渡口条例〉的意见》。",
            "丙": "落实《关于贯彻《渡口条例》的意见》。",
        }
    )
    cited = find_citations(corpus)
    assert set(cited["title"]) == {"关于贯彻〈渡口条例〉的意见"}
    assert citation_matrix(cited, corpus, by="doc_id").to_numpy().tolist() == [[1], [1], [1]]


def test_trial_in_any_bracket_inside_or_outside():
    corpus = corpus_from_texts({"甲": "《灯塔办法(试行)》《灯塔办法（试行）》《灯塔办法》（试行）"})
    cited = find_citations(corpus)
    assert set(cited["title"]) == {"灯塔办法（试行）"}
    assert cited["text"].tolist()[2] == "《灯塔办法》（试行）"


def test_short_titles_stand_for_the_long_one_of_their_document():
    corpus = corpus_from_texts(
        {
            "甲": "学习《渡口管理条例》（以下简称《条例》），按《条例》办。再学《灯塔管理条例》，仍按《条例》办。",
            "乙": "学习《灯塔管理条例》，按《条例》办。",
            "丙": "按《条例》办。",
        }
    )
    cited = find_citations(corpus)
    titles = {doc: group["title"].tolist() for doc, group in cited.groupby("doc_id")}
    assert titles == {
        "甲": ["渡口管理条例", "渡口管理条例", "灯塔管理条例", "渡口管理条例"],
        "乙": ["灯塔管理条例", "灯塔管理条例"],
        "丙": ["条例"],
    }
    for doc, start, end, text in cited[["doc_id", "start", "end", "text"]].itertuples(index=False):
        assert corpus.text(doc)[start:end] == text
    counts = citation_counts(cited, corpus, by="doc_id")
    assert counts.iloc[0][["title", "n", "n_docs"]].tolist() == ["灯塔管理条例", 2, 1]


def test_no_titles():
    corpus = corpus_from_texts({"甲": "没有引用。"})
    cited = find_citations(corpus)
    assert list(cited.columns) == tables.columns("citations")
    assert citation_counts(cited, corpus).empty
    assert citation_matrix(cited, corpus).empty
