"""Concordance: every place, with offsets that hold."""

import pandas as pd
import pytest

from plananalysis.corpus.model import Corpus
from plananalysis.errors import InputError
from plananalysis.examples import spaced_corpus
from plananalysis.statistics.concordance import concordance
from plananalysis.tables import columns, conform, empty, from_records
from shared import shared_path

TEXT = "一、做到“两个维护”，不忘初心，牢记使命。\n二、广告：两个维护。\n三、两个\n维护，两 个 维 护；ＡＢ与ab"


def one(text: str = TEXT, excluded: list[tuple[int, int]] | None = None) -> Corpus:
    corpus, _ = spaced_corpus({"a": "x"}, unit=["甲"])
    documents = corpus.documents.assign(text=text)
    gaps = excluded or []
    cuts = [0, *(edge for gap in gaps for edge in gap), len(text)]
    passages = [
        (f"a#{i}", "a", 1, 0, "", "", "", f"a#{i}", "plan", "start", "", cuts[2 * i], cuts[2 * i + 1])
        for i in range(len(cuts) // 2)
    ]
    return Corpus(
        documents,
        conform(pd.DataFrame(passages, columns=columns("passages")), "passages"),
        from_records([("a", start, end, "advert") for start, end in gaps], "excluded"),
        empty("skipped"),
    )


def test_found_whatever_quotes_commas_width_and_blanks():
    table = concordance(one(), "两个维护")
    assert table["node"].tolist() == ["两个维护", "两个维护", "两 个 维 护"]
    assert concordance(one(), "“两个维护”")["node"].tolist() == table["node"].tolist()
    assert concordance(one(), "不忘初心、牢记使命")["node"].tolist() == ["不忘初心，牢记使命"]
    assert concordance(one(), "Ab")["node"].tolist() == ["ＡＢ", "ab"]
    assert list(table.columns) == columns("concordance")


def test_offsets_and_context_hold():
    corpus = one()
    for pattern in ("两个维护", "，", "维护"):
        table = concordance(corpus, pattern, width=6)
        assert len(table)
        for row in table.itertuples():
            assert TEXT[row.start : row.end] == row.node
            assert TEXT[: row.start].endswith(row.left)
            assert TEXT[row.end :].startswith(row.right)
            assert max(len(row.left), len(row.right)) <= 6
            assert row.unit == "甲"


def test_excluded_spans_are_neither_searched_nor_shown():
    start = TEXT.index("广告")
    end = TEXT.index("三、")
    corpus = one(excluded=[(start, end)])
    table = concordance(corpus, "两个维护", width=50)
    assert table["node"].tolist() == ["两个维护", "两 个 维 护"]
    assert table["passage_id"].tolist() == ["a#0", "a#1"]
    assert not (table["left"] + table["right"]).str.contains("广告").any()
    # A place that reaches into an excluded span is none.
    inside = TEXT.index("两个维护")
    assert len(concordance(one(excluded=[(inside + 2, inside + 3)]), "两个维护")) == 2


def test_overlapping_places_are_not_counted_twice():
    assert concordance(one("建设建设建设建设"), "建设建设")["start"].tolist() == [0, 4]
    # A candidate across a line end does not swallow the one after it.
    assert concordance(one("哈\n哈哈"), "哈哈")["start"].tolist() == [2]


def test_regex():
    table = concordance(one(), r"[一二三]、", regex=True)
    assert table["node"].tolist() == ["一、", "二、", "三、"]
    assert concordance(one(), "x*", regex=True).empty
    with pytest.raises(InputError, match=r"'\[一' is not a regular expression"):
        concordance(one(), "[一", regex=True)


def test_sorting():
    corpus = one("乙建设丙。甲建设乙。丙建设甲。")
    assert concordance(corpus, "建设", width=1, sort="right")["right"].tolist() == ["丙", "乙", "甲"]
    assert concordance(corpus, "建设", width=1, sort="left")["left"].tolist() == ["丙", "乙", "甲"]
    assert concordance(corpus, "建设")["start"].is_monotonic_increasing
    by_last = concordance(one("ab建设。ba建设"), "建设", width=2, sort="left")
    assert by_last["left"].tolist() == ["ba", "ab"]


def test_places_of_tokens_only():
    corpus, tokens = spaced_corpus({"a": "抓党建促发展 ， 党建 。", "b": "党建"})
    assert len(concordance(corpus, "党建")) == 3
    table = concordance(corpus, "党建", tokens=tokens)
    assert table[["doc_id", "start"]].to_numpy().tolist() == [["a", 7], ["b", 0]]


def test_the_same_places_as_quanteda():
    folder = shared_path("reference", "quanteda")
    lines = pd.read_csv(folder / "toy_corpus.tsv", sep="\t")
    corpus, tokens = spaced_corpus(dict(zip(lines["doc_id"], lines["tokens"], strict=True)))
    expected = pd.read_csv(folder / "kwic_lianggeweihu.csv", keep_default_na=False).set_index("docname")
    table = concordance(corpus, "两个维护", tokens=tokens)
    assert sorted(table["doc_id"]) == sorted(expected.index)
    for row in table.itertuples():
        reference = expected.loc[row.doc_id]
        assert row.left.endswith(reference["pre"].replace(" ", ""))
        assert row.right.startswith(reference["post"].replace(" ", ""))
        own = tokens[tokens["doc_id"] == row.doc_id].reset_index(drop=True)
        assert own.index[own["start"] == row.start][0] + 1 == reference["from"]


def test_bad_input_and_nothing():
    assert concordance(one(), "没有").empty
    for pattern in ("", "“”", " "):
        with pytest.raises(InputError, match="empty"):
            concordance(one(), pattern)
    with pytest.raises(InputError, match="sort by 'middle'"):
        concordance(one(), "党", sort="middle")
    with pytest.raises(InputError, match="width"):
        concordance(one(), "党", width=-1)
    with pytest.raises(InputError, match="regular expression"):
        concordance(one(), "党", regex=True, tokens=empty("tokens"))
