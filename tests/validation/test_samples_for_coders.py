"""Samples drawn for coders, their workbooks, and the way back to figures."""

import zipfile
from collections import Counter

import numpy as np
import openpyxl
import pandas as pd
import pytest
from click.testing import CliRunner

import plananalysis as pa
from plananalysis.cli.program import cli
from plananalysis.validation.coding_workbook import CATEGORY, CODING, DEFINITIONS, DRAWN
from plananalysis.validation.drawing import _drawn as drawn_rows

TEXT = "一、学习\n" + "".join(f"第{i}次学习《第{i}号办法》，落实《党章》。\n" for i in range(1, 31))


@pytest.fixture(scope="module")
def corpus():
    facts = pd.DataFrame(
        {"doc_id": ["a", "b", "c"], "unit": ["甲局", "甲局", "乙局"], "year": [2023, 2024, 2024]}
    )
    return pa.corpus_from_texts({"a": TEXT, "b": TEXT[:200], "c": TEXT[:120]}, facts)


@pytest.fixture(scope="module")
def table(corpus):
    found = pa.find_citations(corpus)
    return found.assign(kind=np.where(found["title"] == "党章", "charter", "other"))


CATEGORIES = {
    "charter": "党章 the charter",
    "other": "其他 anything else",
    "unclear": "看不出 cannot be told",
}


def fill(file, choose):
    """Fill in a workbook as a coder does: a category for each row by what stands in it."""
    book = openpyxl.load_workbook(file)
    sheet = book[CODING]
    head = [cell.value for cell in sheet[1]]
    for row in sheet.iter_rows(min_row=2):
        row[-1].value = choose({name: cell.value for name, cell in zip(head, row, strict=True)})
    book.save(file)


def test_a_sample_is_drawn_from_each_stratum_as_its_size_asks_for(corpus, table):
    found = pa.draw_sample(table, corpus, 20, strata=["unit", "year"])
    own = table.merge(corpus.documents[["doc_id", "unit", "year"]], on="doc_id")
    sizes = Counter((own["unit"] + " / " + own["year"].astype(str)).tolist())
    drawn = Counter(found["stratum"].tolist())
    assert sum(drawn.values()) == 20
    for stratum, n in drawn.items():
        assert abs(n - 20 * sizes[stratum] / len(table)) < 1
        stands = found.loc[found["stratum"] == stratum, "stands_for"]
        assert (stands == sizes[stratum] / n).all()
    assert found["stands_for"].sum() == pytest.approx(len(table))
    assert not found.duplicated(["doc_id", "start"]).any()


def test_equal_allocation_gives_small_strata_as_many_and_hands_on_what_they_lack(corpus, table):
    found = pa.draw_sample(table, corpus, 30, strata="unit", allocation="equal")
    own = table["doc_id"].map(corpus.documents.set_index("doc_id")["unit"]).value_counts()
    drawn = found["stratum"].value_counts()
    assert drawn["乙局"] == min(15, own["乙局"])
    assert drawn.sum() == 30


def test_the_same_seed_draws_the_same_places_in_whatever_order_the_table_stands(corpus, table):
    one = pa.draw_sample(table, corpus, 15, strata="kind", seed=4)
    other = pa.draw_sample(table.sample(frac=1, random_state=1), corpus, 15, strata="kind", seed=4)
    pd.testing.assert_frame_equal(one, other)
    assert not one["start"].equals(pa.draw_sample(table, corpus, 15, strata="kind", seed=5)["start"])


def test_every_place_is_as_likely_as_the_others_of_its_stratum():
    stratum = pd.Series(["a"] * 8 + ["b"] * 4)
    seen = np.zeros(12)
    for seed in range(2000):
        rows, _ = drawn_rows(stratum, 6, "proportional", seed)
        seen[rows] += 1
    expected = 2000 / 2
    square = ((seen - expected) ** 2 / (expected / 2)).sum()
    assert square < 29.6, (
        "chi-squared of two strata (10 degrees of freedom) passes it once in a thousand times"
    )
    assert seen[:8].sum() == 2000 * 4


def test_the_places_are_as_they_stand_in_the_text(corpus, table):
    texts = dict(corpus.texts())
    found = pa.draw_sample(table, corpus, 25, show="title")
    for row in found.itertuples():
        assert texts[row.doc_id][row.start : row.end] == row.text
        assert row.left + row.text + row.right in texts[row.doc_id]
    assert found["title"].notna().all()


def test_rows_of_one_place_that_coders_could_not_tell_apart_are_one(corpus, table):
    twice = pd.concat([table, table.assign(kind="twice")])
    assert len(pa.draw_sample(twice, corpus, 10_000)) == len(table)
    assert len(pa.draw_sample(twice, corpus, 10_000, show="kind")) == 2 * len(table)


def test_more_strata_than_places_are_told(corpus, table):
    with pytest.warns(pa.PlanWarning, match="no place is drawn from 1 strata"):
        pa.draw_sample(table, corpus, 2, strata=["unit", "year"])


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"n": 0}, "n must be 1 or more, not 0"),
        ({"strata": "knd"}, "the table has no column 'knd'; near it: kind"),
        ({"predicted": "lable"}, "the table has no column 'lable'"),
        ({"allocation": "optimal"}, "allocation is 'optimal'"),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_one_line(corpus, table, options, message):
    with pytest.raises(pa.InputError, match=message):
        pa.draw_sample(table, corpus, **options)


def test_a_place_of_another_corpus_is_refused(corpus, table):
    with pytest.raises(pa.InputError, match="the corpus lacks the document 'c'"):
        pa.draw_sample(table, corpus.subset(unit="甲局"))


@pytest.fixture
def books(corpus, table, tmp_path):
    sample = pa.draw_sample(table, corpus, 40, strata="kind", predicted="kind", allocation="equal")
    files = pa.write_coding(sample, tmp_path / "coding.xlsx", categories=CATEGORIES, question="哪一类？")
    return sample, files


def test_the_coders_see_the_definitions_and_the_places_but_not_what_the_program_said(books):
    sample, files = books
    book = openpyxl.load_workbook(files[0])
    assert book.sheetnames[0] == DEFINITIONS
    first = {(row[0].value, row[1].value) for row in book[DEFINITIONS].iter_rows(max_col=2)}
    assert set(CATEGORIES.items()) <= first
    assert ("问题 question", "哪一类？") in first
    sheet = book[CODING]
    assert sheet.max_row == len(sample) + 1
    assert [cell.value for cell in sheet[1]][-1] == CATEGORY
    assert [row[5].value for row in sheet.iter_rows(min_row=2)] == sample["text"].tolist()
    shown = {cell.value for row in sheet.iter_rows() for cell in row}
    assert not shown & {"charter", "other"}
    assert book[DRAWN].sheet_state == "veryHidden"


def test_only_the_category_can_be_changed_and_only_to_one_of_the_list(books):
    sample, files = books
    book = openpyxl.load_workbook(files[1])
    sheet = book[CODING]
    assert sheet.protection.sheet
    assert book[DEFINITIONS].protection.sheet
    free = {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
    last = sheet.cell(1, sheet.max_column).column_letter
    assert free == {f"{last}{row}" for row in range(2, len(sample) + 2)}
    (rule,) = sheet.data_validations.dataValidation
    assert (rule.type, str(rule.sqref)) == ("list", f"{last}2:{last}{len(sample) + 1}")
    first, end = (int(cell.rpartition("$")[2]) for cell in rule.formula1.split(":"))
    assert [book[DEFINITIONS].cell(row, 1).value for row in range(first, end + 1)] == list(CATEGORIES)


def test_workbooks_are_the_same_bytes_on_every_run(books, tmp_path):
    sample, files = books
    again = pa.write_coding(
        sample, tmp_path / "again" / "coding.xlsx", categories=CATEGORIES, question="哪一类？"
    )
    for one, other in zip(files, again, strict=True):
        with zipfile.ZipFile(one) as a, zipfile.ZipFile(other) as b:
            assert {name: a.read(name) for name in a.namelist()} == {
                name: b.read(name) for name in b.namelist()
            }


def test_what_two_coders_fill_in_comes_back_with_the_figures_counted_by_hand(books):
    sample, files = books
    wrong = set(sample["sample_id"][:4])

    def first(row):
        return "charter" if row["此处 text"] == "《党章》" else "other"

    def second(row):
        return "unclear" if row["编号 id"] in wrong else first(row)

    fill(files[0], first)
    fill(files[1], second)
    codings = pa.read_coding(files)
    assert codings["category"].cat.categories.tolist() == list(CATEGORIES)
    assert codings["coder"].unique().tolist() == ["1", "2"]
    found = pa.agreement(codings)
    by = found.set_index(["measure", "coders", "category"])
    assert by.loc[("raw_agreement", "1–2", ""), "value"] == 36 / 40
    assert by.loc[("raw_agreement", "1–2", ""), "n"] == 40
    own = [first({"此处 text": text}) for text in sample["text"]]
    chance = sum(own.count(name) * (own[4:].count(name) + 0) for name in CATEGORIES) / 40**2
    assert by.loc[("kappa", "1–2", ""), "value"] == pytest.approx((0.9 - chance) / (1 - chance))
    assert by.loc[("precision", "1", "charter"), "value"] == 1.0
    assert by.loc[("recall", "1", "other"), "value"] == 1.0
    assert np.isnan(by.loc[("recall", "1", "unclear"), "value"])


def test_rows_may_stand_in_another_order(books):
    _, files = books
    for file in files:
        fill(file, lambda row: "other" if row["编号 id"] % 3 else "charter")
    straight = pa.read_coding(files)
    book = openpyxl.load_workbook(files[0])
    sheet = book[CODING]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    for number, row in enumerate(reversed(rows), start=2):
        for column, value in enumerate(row, start=1):
            sheet.cell(number, column, value)
    book.save(files[0])
    pd.testing.assert_frame_equal(pa.read_coding(files), straight)


def _set(file, row, column, value):
    book = openpyxl.load_workbook(file)
    sheet = book[CODING]
    sheet.cell(row, column or sheet.max_column).value = value
    book.save(file)


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (lambda file: _set(file, 7, None, None), "row 7 .place 6. has no category; choose one"),
        (lambda file: _set(file, 9, None, "othr"), "row 9 .place 8.: 'othr' is no category; near it: other"),
        (lambda file: _set(file, 5, 6, "《准则》"), "row 5: the place 4 is not as it was drawn"),
        (lambda file: _set(file, 5, 1, 77), "row 5: the sample has no such place"),
        (lambda file: _set(file, 5, 1, 1), "row 5: the sample has no such place, or has it once only"),
        (lambda file: _set(file, 1, 1, "x"), "has lost the column '编号 id'"),
    ],
)
def test_an_edited_workbook_is_refused_with_file_and_row(books, edit, message):
    _, files = books
    for file in files:
        fill(file, lambda row: "other")
    edit(files[1])
    with pytest.raises(pa.InputError, match=message) as refused:
        pa.read_coding(files)
    assert str(files[1]) in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_row_that_was_deleted_is_missed(books):
    _, files = books
    fill(files[0], lambda row: "other")
    book = openpyxl.load_workbook(files[0])
    book[CODING].delete_rows(4)
    book.save(files[0])
    with pytest.raises(pa.InputError, match=r"the place 3 is missing \(1 in all\)"):
        pa.read_coding(files[0])


def test_open_places_are_taken_as_not_coded_where_that_is_asked_for(books):
    _, files = books
    for file in files:
        fill(file, lambda row: "other" if row["编号 id"] > 5 else None)
    with pytest.raises(pa.InputError, match="has no category"):
        pa.read_coding(files)
    codings = pa.read_coding(files, incomplete=True)
    assert codings["category"].isna().sum() == 10


def test_workbooks_of_two_samples_or_one_coder_twice_are_refused(books, corpus, table, tmp_path):
    _, files = books
    other = pa.write_coding(
        pa.draw_sample(table, corpus, 40, seed=9),
        tmp_path / "other.xlsx",
        categories=CATEGORIES,
        coders=["x", "y"],
    )
    for file in (*files, *other):
        fill(file, lambda row: "other")
    with pytest.raises(pa.InputError, match="is of another sample than"):
        pa.read_coding([files[0], other[1]])
    with pytest.raises(pa.InputError, match="is of the coder '1', as another file is"):
        pa.read_coding([files[0], files[0]])


def test_a_file_that_may_be_filled_in_is_not_written_over(books, tmp_path):
    sample, _ = books
    with pytest.raises(pa.InputError, match="is there already, and may be filled in"):
        pa.write_coding(sample, tmp_path / "coding.xlsx", categories=CATEGORIES)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"path": "c.csv"}, "name a file that ends in .xlsx"),
        ({"categories": {"charter": "x"}}, "two or more are wanted"),
        ({"categories": {"charter": "x", "more": "y"}}, "the program gave 'other', which is none of them"),
        ({"coders": ["1"]}, "coders: two or more"),
        ({"coders": ["1", "a/b"]}, "names that a file can have"),
    ],
)
def test_what_nobody_could_code_by_is_refused(books, tmp_path, options, message):
    sample, _ = books
    given = {"path": tmp_path / "new.xlsx", "categories": CATEGORIES, **options}
    with pytest.raises(pa.InputError, match=message):
        pa.write_coding(sample, **given)


def test_what_is_no_workbook_of_coders_is_refused(tmp_path):
    bad = tmp_path / "a.xlsx"
    bad.write_text("x", encoding="utf-8")
    with pytest.raises(pa.InputError, match="cannot be read as a workbook"):
        pa.read_coding(bad)
    pa.write_table(pd.DataFrame({"n": [1]}), tmp_path / "b.xlsx")
    with pytest.raises(pa.InputError, match="is no workbook of write_coding"):
        pa.read_coding(tmp_path / "b.xlsx")
    with pytest.raises(pa.InputError, match="no workbook is given"):
        pa.read_coding([])


def test_the_commands_draw_and_read(corpus, table, tmp_path):
    folder = tmp_path / "plans"
    folder.mkdir()
    for doc_id, text in corpus.texts():
        (folder / f"{doc_id}.txt").write_text(text, encoding="utf-8")
    pa.write_table(table, tmp_path / "citations.csv")
    drawn = CliRunner().invoke(
        cli,
        ["validate", "draw", str(folder), str(tmp_path / "citations.csv"), "-n", "40", "--predicted", "kind",
         "--category", "charter=党章", "--category", "other=其他", "--coder", "甲", "--coder", "乙", "-o", str(tmp_path / "c.xlsx")],
    )  # fmt: skip
    assert drawn.exit_code == 0, drawn.output
    files = [tmp_path / "c_甲.xlsx", tmp_path / "c_乙.xlsx"]
    for file in files:
        fill(file, lambda row: "charter" if row["此处 text"] == "《党章》" else "other")
    read = CliRunner().invoke(
        cli, ["validate", "read", *map(str, files), "--lang", "en", "-o", str(tmp_path / "t.csv")]
    )
    assert read.exit_code == 0, read.output
    assert "Cohen's κ = 1.000" in read.output
    found = pa.read_table(tmp_path / "t.csv")
    assert found.loc[found["measure"] == "precision", "value"].tolist() == [1.0] * 6
    refused = CliRunner().invoke(
        cli,
        [
            "validate",
            "draw",
            str(folder),
            str(tmp_path / "citations.csv"),
            "--category",
            "charter",
            "-o",
            "x.xlsx",
        ],
    )
    assert "write it as NAME=DEFINITION" in str(refused.exception)
