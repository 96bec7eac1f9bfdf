"""Groups of documents, and counting by them: hand arithmetic, orders, and what does not fit together."""

import pandas as pd
import pytest

from plananalysis import (
    InputError,
    commitment_shares,
    corpus_from_texts,
    find_commitments,
    load_corpus,
    slogan_counts,
    slogan_frames,
)
from plananalysis.groups import (
    MISSING,
    count_by,
    default_grouping,
    document_groups,
    documents_in_time,
    group_labels,
    groups_in_time,
    groups_of,
    judging_groups,
    reading_order,
    runs_in_time,
    unit_order,
    year_span,
)

METADATA = pd.DataFrame(
    {
        "doc_id": ["a", "b", "c"],
        "unit": ["乙局", "甲局", "乙局"],
        "year": [2024, None, 2023],
        "level": ["市", "", "县"],
    }
)
PLACES = pd.DataFrame(
    {
        "term": ["普法", "党建", "党建", "党建", "党建"],
        "doc_id": ["c", "a", "a", "c", "b"],
        "verb": ["抓", "抓", "促", "促", "抓"],
    }
)


@pytest.fixture
def corpus():
    texts = {"a": "抓党建。促党建。", "b": "抓党建。", "c": "抓普法。促党建。"}
    return corpus_from_texts(texts, metadata=METADATA)


def test_units_keep_the_order_of_the_documents_and_years_ascend(corpus):
    assert document_groups(corpus, "unit")[1].tolist() == ["乙局", "甲局"]
    numbers, labels = document_groups(corpus, "year")
    assert labels.tolist() == ["2023", "2024", MISSING]
    assert numbers.tolist() == [1, 2, 0]
    assert groups_of(corpus, "level").to_dict() == {"a": "市", "b": MISSING, "c": "县"}


def test_counts_are_those_of_the_hand(corpus):
    found = count_by(PLACES, corpus, of="term")
    assert found.to_numpy().tolist() == [
        ["普法", "乙局", 1, 1],
        ["党建", "乙局", 3, 2],
        ["党建", "甲局", 1, 1],
    ]
    assert count_by(PLACES, corpus, of="term", by="year")["group"].tolist() == [
        "2023",
        "2023",
        "2024",
        MISSING,
    ]


def test_combinations_are_counted_the_commonest_first(corpus):
    found = count_by(PLACES, corpus, of=["term", "verb"])
    assert list(found) == ["term", "group", "verb", "n", "n_docs"]
    assert found.to_numpy().tolist() == [
        ["普法", "乙局", "抓", 1, 1],
        ["党建", "乙局", "促", 2, 2],
        ["党建", "乙局", "抓", 1, 1],
        ["党建", "甲局", "抓", 1, 1],
    ]


def test_counts_add_up_to_the_rows_whatever_the_groups(corpus):
    for by in ("doc_id", "unit", "year", "level"):
        found = count_by(PLACES, corpus, of=["verb", "term"], by=by)
        assert found["n"].sum() == len(PLACES)
        assert (found["n_docs"] <= found["n"]).all()


def test_an_empty_table_counts_to_an_empty_one_with_the_same_columns(corpus):
    found = count_by(PLACES.head(0), corpus, of="term")
    assert list(found) == ["term", "group", "n", "n_docs"]
    assert found.empty


def test_the_documents_themselves_can_be_counted(corpus):
    assert count_by(PLACES, corpus, of="doc_id")["n_docs"].tolist() == [1, 1, 1]


@pytest.mark.parametrize(
    ("table", "options", "said"),
    [
        (PLACES.drop(columns="doc_id"), {"of": "term"}, "lacks the column doc_id"),
        (PLACES, {"of": "slogan"}, "lacks the column slogan; it has term, doc_id, verb"),
        (PLACES, {"of": "term", "by": "colour"}, "cannot group by 'colour'; use one of doc_id, unit, year"),
        (PLACES.assign(doc_id="z"), {"of": "term"}, "the document 'z', which the corpus lacks"),
    ],
)
def test_what_does_not_fit_is_named(corpus, table, options, said):
    with pytest.raises(InputError, match=said):
        count_by(table, corpus, **options)


def test_labels_stand_beside_their_rows(corpus):
    assert group_labels(PLACES, corpus, "unit").tolist() == ["乙局", "乙局", "乙局", "乙局", "甲局"]


def test_frames_and_slogan_counts_are_this_count(corpus):
    places = PLACES.rename(columns={"term": "slogan", "verb": "frame"})
    counts = count_by(places, corpus, of="slogan")
    pd.testing.assert_frame_equal(slogan_counts(places, corpus), counts)
    led = places.assign(frame=places["frame"].where(places["doc_id"] != "b", ""))
    assert slogan_frames(led, corpus)["n"].sum() == 4


def test_commitments_are_shared_out_by_any_column_and_no_group_is_called_none(corpus):
    texts = {"a": "全年办培训班5期。", "b": "全年办培训班6期。", "c": "提高能力。"}
    plans = corpus_from_texts(texts, metadata=METADATA)
    for by in ("level", "year"):
        found = commitment_shares(find_commitments(plans), plans, by=by)
        assert MISSING in found["group"].tolist()
        assert found["n_sentences"].sum() == 3


def shaped(units, years):
    """Return a corpus of documents of these units and years."""
    ids = [f"d{i:02}" for i in range(len(units))]
    facts = pd.DataFrame({"doc_id": ids, "unit": units, "year": pd.array(years, "Int64")})
    return corpus_from_texts(dict.fromkeys(ids, "抓党建。"), metadata=facts)


@pytest.mark.parametrize(
    ("units", "years", "by"),
    [
        (["甲", "乙"], [2023, 2024], "unit"),
        (["甲", "甲"], [2023, 2024], "year"),
        (["甲", "甲"], [2023, 2023], "doc_id"),
        (["甲", "甲"], [2023, None], "doc_id"),
        (["甲"], [2023], "doc_id"),
    ],
)
def test_what_is_compared_by_default_is_what_the_corpus_has(units, years, by):
    corpus = shaped(units, years)
    assert default_grouping(corpus) == by
    assert document_groups(corpus, None)[1].name == by
    assert count_by(pd.DataFrame({"term": ["党建"], "doc_id": ["d00"]}), corpus, of="term")[
        "group"
    ].tolist() == [document_groups(corpus, by)[1][0]]


@pytest.mark.parametrize(
    ("units", "years", "by", "n"),
    [
        (list("甲乙丙丁戊"), [2023] * 5, "unit", 5),
        (list("甲乙"), [2023] * 2, "unit", 2),
        (["甲"] * 6, range(2020, 2026), "year", 6),
        (["甲"] * 6, [2020, 2020, 2021, 2022, 2023, 2024], "year", 5),
        (["甲"] * 4, range(2020, 2024), "doc_id", 4),
        (["甲"] * 6, [2020, None, 2021, 2022, 2023, 2024], "doc_id", 6),
        (list("甲甲甲乙乙乙"), [2021, 2022, 2023] * 2, "doc_id", 6),
    ],
)
def test_what_everybody_writes_is_judged_by_units_or_where_these_are_few_by_years_or_documents(
    units, years, by, n
):
    numbers, judged = judging_groups(shaped(units, list(years)))
    assert judged == by
    assert len(set(numbers.tolist())) == n


def test_years_and_the_documents_of_one_unit_run_in_time():
    corpus = shaped(["甲", "甲", "甲"], [2024, 2022, 2023])
    assert [runs_in_time(corpus, by) for by in ("unit", "year", "doc_id", None)] == [False, True, True, True]
    assert groups_in_time(corpus, "doc_id") == documents_in_time(corpus) == ["d01", "d02", "d00"]
    assert groups_in_time(corpus, None) == ["2022", "2023", "2024"]
    two = shaped(["甲", "乙", "甲"], [2024, 2022, 2023])
    assert not runs_in_time(two, "doc_id")
    assert documents_in_time(two) == ["d02", "d00", "d01"]


def test_a_span_of_years_is_told_from_the_years_of_the_corpus():
    assert year_span(2005, 2005, 2003, 2012) == "only 2005"
    assert year_span(2012, 2012, 2003, 2012) == "only 2012"
    assert year_span(None, None, 2003, 2012) == ""
    assert year_span(2003, 2011, 2003, 2012) == "until 2011"


PLACED = ["上海市", "中央宣传部", "北京市", "南京市民政局", "市民政局", "江苏省", "内蒙古自治区"]
BY_PLACE = ["中央宣传部", "北京市", "内蒙古自治区", "上海市", "江苏省", "南京市民政局", "市民政局"]


def placed(**more):
    return corpus_from_texts({str(i): "党建" for i in range(len(PLACED))}, pd.DataFrame(
        {"doc_id": [str(i) for i in range(len(PLACED))], "unit": PLACED, **more}
    ))  # fmt: skip


def test_units_stand_by_their_place_and_not_by_code_points():
    assert unit_order(placed()) == BY_PLACE
    numbers, labels = document_groups(placed(), "unit")
    assert [labels[number] for number in numbers] == PLACED  # every document keeps its own unit
    assert reading_order(PLACED) == BY_PLACE


def test_the_users_order_goes_before_the_places():
    assert unit_order(placed(order=[3, 1, 2, 7, 6, 5, 4])) == [
        "中央宣传部", "北京市", "上海市", "内蒙古自治区", "江苏省", "市民政局", "南京市民政局",
    ]  # fmt: skip
    assert unit_order(placed(order=[None, None, 1, None, None, None, None]))[0] == "北京市"
    assert unit_order(placed(order=["b", *"acdefg"])) == BY_PLACE  # no numbers: a column like any other


def test_rows_of_the_metadata_that_are_not_sorted_by_file_are_an_order(tmp_path):
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text("全面加强党的建设。", encoding="utf-8")
    rows = {"c": "北京市", "a": "乙局", "b": "甲局"}

    def order(names):
        lines = ["file,unit", *(f"{name}.txt,{rows[name]}" for name in names)]
        (tmp_path / "metadata.csv").write_text("\n".join(lines), encoding="utf-8")
        return unit_order(load_corpus(tmp_path))

    assert order("bca") == ["甲局", "北京市", "乙局"]
    assert order("abc") == ["北京市", "乙局", "甲局"]


def test_counts_by_unit_follow_the_order_of_the_units():
    corpus = placed()
    places = pd.DataFrame({"term": "党建", "doc_id": corpus.documents["doc_id"]})
    assert count_by(places, corpus, of="term", by="unit")["group"].tolist() == BY_PLACE
