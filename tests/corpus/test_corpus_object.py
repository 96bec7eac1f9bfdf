import dataclasses

import pandas as pd
import pytest

import plananalysis as pa
from plananalysis import tables
from plananalysis.corpus.model import REQUIRED
from plananalysis.errors import InputError

TEXTS = {
    "a": "甲县2023年工作要点\n一、加强学习。\n本文仅供学习参考，请勿转载！",
    "b": "甲县2024年工作要点\n一、改进作风。",
    "c": "乙县2024年工作要点\n一、办好实事。\n二、抓好整改。",
    "d": "关于调研的安排\n一、深入调研。",
}
METADATA = pd.DataFrame(
    {"doc_id": ["a", "b", "c", "d"], "region": ["东", "东", "西", None], "query": ["x", "y", "x", "y"]}
)


@pytest.fixture(scope="module")
def corpus():
    return pa.corpus_from_texts(TEXTS, METADATA)


def ids(corpus):
    return corpus.documents["doc_id"].tolist()


def test_a_corpus_says_in_one_line_what_it_holds(corpus):
    counted = f"{sum(map(len, TEXTS.values()))} characters"
    assert repr(corpus) == (
        f"<Corpus: 4 documents, 3 units, 2023–2024, {counted}; 1 excluded span, 0 skipped files>"
    )
    assert corpus._repr_html_() == f"<p><b>Corpus</b>: {repr(corpus)[9:-1]}</p>"
    empty = pa.corpus_from_texts({})
    assert repr(empty) == "<Corpus: 0 documents, 0 units, 0 characters; 0 excluded spans, 0 skipped files>"


def test_iteration_gives_every_document_in_order_with_plain_values(corpus):
    rows = list(corpus)
    assert [row.doc_id for row in rows] == ["a", "b", "c", "d"]
    assert {row.doc_id: row.text for row in rows} == TEXTS
    assert rows[0][1:4] == ("甲县", 2023, "甲县2023年工作要点")
    assert type(rows[0].year) is int
    assert rows[3].year is None
    assert rows[2].metadata == {"region": "西", "query": "x"}
    assert rows[3].metadata["region"] is None
    assert [name in corpus for name in ("a", "x", 1)] == [True, False, False]


def test_a_document_is_asked_for_by_its_name(corpus):
    assert corpus.text("b") == TEXTS["b"]
    with pytest.raises(InputError, match="no document 'e'; there are: a, b, c, d"):
        corpus.text("e")


FIRST_YEAR = 2024


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ({"unit": "甲县"}, "ab"),
        ({"unit": ["乙县", "甲县"], "year": 2024}, "bc"),
        ({"year": "2024"}, "bc"),
        ({"year": [2023.0]}, "a"),
        ({"year": range(2010, 2024)}, "a"),
        ({"year": None}, "d"),
        ({"region": "东"}, "ab"),
        ({"region": [None, "西"]}, "cd"),
        ({"doc_id": {"d", "a"}}, "ad"),
        ({"query": "year >= 2024 and region == '西'"}, "c"),
        ({"query": "year < @FIRST_YEAR"}, "a"),
        ({"unit": "乙县", "year": 2024, "query": "region == '东'"}, ""),
        ({}, "abcd"),
    ],
)
def test_subset_keeps_the_documents_that_meet_every_condition(corpus, choice, expected):
    assert ids(corpus.subset(**choice)) == list(expected)


@pytest.mark.parametrize(
    "mask",
    [
        [True, False, True, False],
        (1 - METADATA["query"].eq("y")).astype(bool),
        pd.array([True, None, True, False], dtype="boolean"),
        lambda documents: documents["query"] == "x",
        lambda documents: (documents["query"] == "x").to_numpy(),
    ],
)
def test_subset_takes_a_mask_or_a_function_of_the_documents(corpus, mask):
    assert ids(corpus.subset(mask)) == ["a", "c"]


def test_a_query_sees_the_variables_of_the_caller(corpus):
    wanted = ["c", "d"]
    assert ids(corpus.subset(query="doc_id in @wanted")) == wanted


def test_a_subset_holds_all_that_belongs_to_its_documents_and_nothing_else(corpus):
    whole = dataclasses.replace(corpus, skipped=tables.from_records([("x.pdf", "no text")], "skipped"))
    part = whole.subset(doc_id=["a", "c"])
    for name in ("documents", "passages", "excluded"):
        table, all_rows = getattr(part, name), getattr(whole, name)
        expected = all_rows[all_rows["doc_id"].isin(["a", "c"])].reset_index(drop=True)
        pd.testing.assert_frame_equal(table, expected)
    assert part.skipped.equals(whole.skipped)
    for doc_id in ("a", "c"):
        spans = pd.concat([table[table["doc_id"] == doc_id] for table in (part.passages, part.excluded)])
        spans = spans.sort_values("start")
        text = "".join(part.text(doc_id)[a:b] for a, b in zip(spans["start"], spans["end"], strict=True))
        assert text == TEXTS[doc_id]


def test_a_subset_is_counted_as_the_same_documents_loaded_alone(corpus):
    part = corpus.subset(unit="甲县")
    alone = pa.corpus_from_texts({name: TEXTS[name] for name in "ab"}, METADATA[:2])
    counts = [pa.count_features(pa.segment(c), c, by="doc_id").to_frame() for c in (part, alone)]
    pd.testing.assert_frame_equal(*counts)
    assert pa.outline(part).equals(pa.outline(alone))


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        ({"unit": "丙县"}, "no document has the unit '丙县'; near it: 甲县, 乙县"),
        ({"unit": ["甲县", "丙县"]}, "no document has the unit '丙县'"),
        ({"year": 1999}, "no document has the year '1999'; there are: 2023, 2024"),
        ({"year": range(1990, 2000)}, "no document has the year '1990'"),
        ({"unit": None}, "every document has a unit"),
        ({"regoin": "东"}, "no column 'regoin'; near it: region"),
        ({"query": "year >"}, "'year >' cannot be read"),
        ({"query": "yaer > 2023"}, "'yaer' is not defined"),
        ({"query": "year + 1"}, "'year \\+ 1' cannot be read"),
    ],
)
def test_an_unknown_value_or_column_is_an_error_with_the_near_names(corpus, choice, message):
    with pytest.raises(InputError, match=message) as error:
        corpus.subset(**choice)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"query": "year == 1999"}, "no document meets the query 'year == 1999'"),
        ({"unit": "甲县", "query": "year == 1999"}, "no document meets all that is asked for"),
    ],
)
def test_conditions_that_nothing_meets_are_said(corpus, asked, said):
    with pytest.warns(pa.PlanWarning, match=said):
        assert len(corpus.subset(**asked)) == 0


@pytest.mark.parametrize("mask", ["甲县", ["a", "b"], [True], [True] * 5, 3, lambda documents: "x"])
def test_a_mask_that_is_none_is_refused(corpus, mask):
    with pytest.raises(InputError, match="mask"):
        corpus.subset(mask)


def test_a_corpus_of_tables_that_do_not_belong_together_is_refused(corpus):
    with pytest.raises(InputError, match=r"passages: they name the document a, .*corpus\.subset"):
        dataclasses.replace(corpus, documents=corpus.documents[1:])
    with pytest.raises(InputError, match="excluded: they name the document a"):
        dataclasses.replace(
            corpus, documents=corpus.documents[1:], passages=corpus.passages[corpus.passages["doc_id"] != "a"]
        )
    with pytest.raises(InputError, match="the doc_id a stands twice"):
        dataclasses.replace(corpus, documents=pd.concat([corpus.documents, corpus.documents[:1]]))
    with pytest.raises(InputError, match="documents: the table lacks the column text; it has passage_id"):
        dataclasses.replace(corpus, documents=corpus.passages, passages=corpus.documents)
    with pytest.raises(InputError, match=r"excluded: a table \(DataFrame\) is wanted, NoneType was given"):
        dataclasses.replace(corpus, excluded=None)


def test_every_table_of_a_corpus_has_columns_that_are_required():
    assert set(REQUIRED) == {field.name for field in dataclasses.fields(pa.Corpus)}
    for name, required in REQUIRED.items():
        assert set(required) <= set(tables.columns(name))
