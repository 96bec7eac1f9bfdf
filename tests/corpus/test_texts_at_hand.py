import numpy as np
import pandas as pd
import pytest

import plananalysis as pa
from plananalysis.errors import InputError

ROWS = [
    {"doc_id": "b", "text": "工作要点\r\n一、学习。", "unit": "乙县", "year": "2023年", "region": "东"},
    {"doc_id": "a", "text": "丙县2024年工作要点", "unit": None, "year": 2025.0, "region": "西"},
    {"doc_id": "c", "text": " ", "unit": "丁县", "year": None, "region": None},
]
FRAME = pd.DataFrame(ROWS)


def shown(corpus):
    return corpus.documents[["doc_id", "unit", "year", "title", "region", "format", "text"]]


@pytest.mark.parametrize(
    "given",
    [
        FRAME,
        FRAME.rename(columns={"doc_id": "id"}),
        FRAME.set_index("doc_id"),
        FRAME.rename(columns={"text": "正文", "unit": "单位", "year": "年份", "doc_id": "编号"}),
        ROWS,
        tuple(ROWS),
        {row["doc_id"]: {key: value for key, value in row.items() if key != "doc_id"} for row in ROWS},
        FRAME.to_dict("list"),
        dict(FRAME.items()),
        list(FRAME.itertuples()),
    ],
)
def test_a_table_a_list_and_a_dict_of_the_same_rows_are_the_same_corpus(given):
    corpus = pa.corpus_from_texts(given)
    rows = shown(corpus).astype(object).where(shown(corpus).notna(), None).to_dict("list")
    assert rows == {
        "doc_id": ["a", "b"],
        "unit": ["丙县", "乙县"],
        "year": [2025, 2023],
        "title": ["丙县2024年工作要点", "工作要点"],
        "region": ["西", "东"],
        "format": ["text", "text"],
        "text": [ROWS[1]["text"], ROWS[0]["text"]],
    }
    assert corpus.skipped["reason"].tolist() == ["no text (c)"]


def test_load_corpus_takes_a_table_as_it_takes_a_path(tmp_path):
    from_table = pa.load_corpus(FRAME)
    assert shown(from_table).equals(shown(pa.corpus_from_texts(FRAME)))
    FRAME.to_json(tmp_path / "rows.jsonl", orient="records", lines=True, force_ascii=False)
    from_file = pa.load_corpus(tmp_path / "rows.jsonl")
    for name in ("doc_id", "unit", "year", "title", "region"):
        assert from_table.documents[name].equals(from_file.documents[name]), name


def test_the_table_handed_over_is_not_changed():
    frame = FRAME.copy()
    pa.load_corpus(frame)
    pd.testing.assert_frame_equal(frame, FRAME)


def test_a_column_of_texts_takes_its_index_as_doc_id():
    corpus = pa.corpus_from_texts(pd.Series(["一、学习", "二、调研"], index=["x", "y"]))
    assert dict(corpus.texts()) == {"x": "一、学习", "y": "二、调研"}


def test_a_list_of_texts_is_numbered_and_metadata_join_it():
    corpus = pa.corpus_from_texts(
        ["一、学习", "二、调研"], pd.DataFrame({"doc_id": ["1", "2"], "unit": ["甲县", "乙县"]})
    )
    assert corpus.documents[["doc_id", "unit"]].to_numpy().tolist() == [["1", "甲县"], ["2", "乙县"]]


def test_the_documents_of_a_corpus_are_texts_at_hand_again():
    corpus = pa.load_corpus(FRAME)
    again = pa.corpus_from_texts([document for document in corpus if document.year == 2023])
    assert shown(again).equals(shown(corpus.subset(year=2023)))


@pytest.mark.parametrize(
    "given",
    [
        ("一、学习", "二、调研"),
        np.array(["一、学习", "二、调研"]),
        pd.Index(["一、学习", "二、调研"]),
        (text for text in ["一、学习", "二、调研"]),
        {"a": "一、学习", "b": "二、调研"}.values(),
    ],
    ids=["tuple", "array", "index", "generator", "values"],
)
def test_whatever_yields_texts_in_order_is_taken(given):
    assert [document.text for document in pa.corpus_from_texts(given)] == ["一、学习", "二、调研"]


@pytest.mark.parametrize("nothing", [{}, [], pd.DataFrame({"text": []}), pd.Series([], dtype="str")])
def test_nothing_at_hand_is_an_empty_corpus(nothing):
    assert len(pa.corpus_from_texts(nothing)) == 0


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (FRAME.drop(columns="text"), "texts: no column `text`; it has doc_id, unit, year, region"),
        (pd.concat([FRAME, FRAME]), "doc_id b stands in more than one row"),
        (FRAME[2:], "no row has text"),
        ("甲县工作要点", "a table with a column `text`.*str was given"),
        (None, "NoneType was given"),
        ({"a": "一、学习", "b": None}, "under 'b' NoneType was given"),
        (["一、学习", 3], "a list of int and str was given"),
        ({"一、学习", "二、调研"}, "set was given"),
        ({"text": ["a"], "unit": ["b", "c"]}, "not equally long"),
        ({1: {"text": "一、学习"}, "1": {"text": "二、调研"}}, "doc_id 1 stands in more than one row"),
    ],
)
def test_what_is_no_set_of_texts_is_refused_with_what_is_wanted(given, message):
    with pytest.raises(InputError, match=message) as error:
        pa.corpus_from_texts(given)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("given", [None, {"a": "一、学习"}, ["a.txt"], 3])
def test_load_corpus_names_the_function_for_texts_at_hand(given):
    with pytest.raises(InputError, match=r"a path or a DataFrame is wanted, .*corpus_from_texts"):
        pa.load_corpus(given)
