"""Every table of places can be read in its context."""

import pandas as pd
import pytest

import plananalysis as pa
from plananalysis.cli import main

TEXT = "甲局2024年工作要点\n一、党建\n坚持“三会一课”，落实《信访条例》，年底前办好夜校3期。\n本文由网友上传\n二、作风\n纠治“四风”。\n"


@pytest.fixture(scope="module")
def corpus():
    facts = pd.DataFrame({"doc_id": ["a", "b"], "unit": ["甲局", "乙局"], "year": [2024, 2023]})
    return pa.corpus_from_texts({"a": TEXT, "b": "一、普法\n𠮷祥宣传《宪法》。"}, facts)


def tables(corpus):
    slogans = pa.find_slogans(corpus)
    tokens = pa.segment(corpus)
    return {
        "occurrences": pa.slogan_occurrences(corpus, slogans),
        "citations": pa.find_citations(corpus),
        "commitments": pa.find_commitments(corpus),
        "tokens": tokens,
        "passages": corpus.passages,
        "excluded": corpus.excluded,
        "concordance": pa.concordance(corpus, "四风"),
    }


@pytest.mark.parametrize("width", [0, 3, 1000])
def test_text_and_context_are_what_stands_there_in_every_table_of_places(corpus, width):
    for name, table in tables(corpus).items():
        assert len(table), name
        found = pa.with_context(table, corpus, width=width)
        assert len(found) == len(table)
        unit = corpus.documents.set_index("doc_id")["unit"]
        for row in found.itertuples():
            text = corpus.text(row.doc_id)
            assert row.text == text[row.start : row.end]
            assert text[: row.start].endswith(row.left)
            assert text[row.end :].startswith(row.right)
            assert max(len(row.left), len(row.right)) <= width
            assert row.unit == unit[row.doc_id]


def test_context_ends_at_what_is_left_out_unless_the_place_is_left_out_itself(corpus):
    place = TEXT.index("夜校")
    table = pd.DataFrame({"doc_id": ["a"], "start": [place], "end": [place + 2]})
    row = pa.with_context(table, corpus, width=500).iloc[0]
    assert "网友" not in row["right"]
    assert row["right"].startswith("3期。")
    assert row["left"].startswith("甲局2024年")
    left_out = pa.with_context(corpus.excluded, corpus, width=500).iloc[0]
    assert "网友上传" in left_out["text"]
    assert "四风" in left_out["right"]


def test_rows_and_columns_of_ones_own_stay_in_their_order(corpus):
    table = pd.DataFrame(
        {"code": [2, 1], "doc_id": ["b", "a"], "start": [5, 0], "end": [7, 2], "heading": ["x", "y"]},
        index=[7, 3],
    )
    before = table.copy()
    found = pa.with_context(table, corpus, width=2)
    pd.testing.assert_frame_equal(table, before)
    assert list(found.columns) == [
        "code",
        "doc_id",
        "start",
        "end",
        "unit",
        "year",
        "heading",
        "left",
        "text",
        "right",
    ]
    assert found.index.tolist() == [7, 3]
    assert found["code"].tolist() == [2, 1]
    assert found["heading"].tolist() == ["普法", ""]
    assert found["year"].tolist() == [2023, 2024]
    assert found["text"].tolist() == ["𠮷祥", "甲局"], "places are code points"


def test_an_empty_table_has_the_columns_and_no_rows(corpus):
    found = pa.with_context(pa.find_citations(corpus).iloc[:0], corpus)
    assert found.empty
    assert {"left", "text", "right", "unit", "year", "heading"} <= set(found.columns)


@pytest.mark.parametrize(
    ("table", "width", "reason"),
    [
        ({"doc_id": ["a"], "start": [0]}, 40, "lacks the column end"),
        ({"doc_id": ["z"], "start": [0], "end": [1]}, 40, "lacks the document 'z'"),
        ({"doc_id": ["b"], "start": [0], "end": [999]}, 40, "no place 0 to 999"),
        ({"doc_id": ["b"], "start": [0], "end": [1]}, -1, "width"),
    ],
)
def test_what_is_no_place_of_the_corpus_is_refused(corpus, table, width, reason):
    with pytest.raises(pa.InputError, match=reason):
        pa.with_context(pd.DataFrame(table), corpus, width=width)


@pytest.mark.parametrize("command", [["slogans", "--occurrences"], ["citations"], ["commitments"]])
def test_commands_that_list_places_show_the_context(tmp_path, command):
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "a.txt").write_text(TEXT, encoding="utf-8")
    name, *options = command
    output = tmp_path / "found.csv"
    with pytest.raises(SystemExit) as stop:
        main([name, str(tmp_path / "plans"), *options, "--context", "5", "-o", str(output)])
    assert stop.value.code == 0
    found = pd.read_csv(output)
    assert len(found)
    assert {"left", "text", "right", "unit", "year", "heading"} <= set(found.columns)
