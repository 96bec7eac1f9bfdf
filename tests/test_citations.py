"""Cited titles, by hand."""

import re
from collections import Counter

import pytest

from plananalysis import tables
from plananalysis.citations import citation_counts, citation_matrix, find_citations
from plananalysis.corpus import corpus_from_texts
from shared import shared_corpus


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


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("执行《\n渡口条例\n》和《灯塔办法》。", ["渡口条例", "灯塔办法"]),
        ("执行《渡口管\n　　理条例》。", ["渡口管理条例"]),
        ("执行《\n\n渡口条例》（\n试行）。", ["渡口条例"]),
        ("执行《关于贯彻〈渡口\n条例〉的意见》。", ["关于贯彻〈渡口条例〉的意见"]),
        ("他写道《没有合上\n一、甲\n二、乙\n三、丙\n四、丁\n又见《渡口条例》。", ["渡口条例"]),
        ("他写道《没有合上\n一、甲\n二、乙\n三、丙\n四、丁\n五、戊》。", []),
    ],
)
def test_a_title_broken_over_lines_is_found_whole_and_an_open_bracket_swallows_nothing(text, titles):
    corpus = corpus_from_texts({"甲": text})
    cited = find_citations(corpus)
    assert cited["title"].tolist() == titles
    assert [text[a:b] for a, b in zip(cited["start"], cited["end"], strict=True)] == cited["text"].tolist()


def test_a_title_goes_on_behind_what_is_excluded():
    text = "甲县工作要点\n一、执行《渡口管理\n仅供学习，请勿转载！\n条例》，每年检查一次。\n"
    corpus = corpus_from_texts({"甲": text})
    assert corpus.excluded["reason"].tolist() == ["disclaimer"]
    assert find_citations(corpus)["title"].tolist() == ["渡口管理条例"]


def test_titles_of_ten_reports_are_those_of_their_texts_without_line_ends():
    corpus = shared_corpus("corpora", "state_council_2003_2012")
    cited = find_citations(corpus)
    wanted, got = Counter(), Counter()
    for doc_id, text in corpus.texts():
        spans = corpus.excluded[corpus.excluded["doc_id"] == doc_id]
        for start, end in zip(spans["start"], spans["end"], strict=True):
            text = text[:start] + " " * (end - start) + text[end:]
        wanted.update((doc_id, title) for title in re.findall("《[^《》]*》", re.sub(r"\s", "", text)))
    got.update(
        (doc_id, re.sub(r"\s", "", text)) for doc_id, text in zip(cited["doc_id"], cited["text"], strict=True)
    )
    found = sum((wanted & got).values())
    assert found >= 0.98 * sum(wanted.values()) > 60
    assert found >= 0.98 * sum(got.values())
