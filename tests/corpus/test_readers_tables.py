"""Tables of documents: sheets, merged cells, headings below a title, cells that Excel has cut."""

import io
import zipfile

import openpyxl
import pandas as pd
import pytest

from plananalysis import load_corpus
from plananalysis.corpus.readers import UnreadableError, limits
from plananalysis.corpus.readers.table import read_rows
from plananalysis.errors import InputError
from shared import shared_path

HEADS = ["单位", "年份", "正文"]


def workbook(*sheets, merged=()):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, (name, rows) in enumerate(sheets):
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        for cells in merged if number == 0 else ():
            sheet.merge_cells(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def load(tmp_path, data, name="a.xlsx"):
    (tmp_path / name).write_bytes(data)
    return load_corpus(tmp_path / name)


def test_all_sheets_with_the_same_headings_are_read_and_others_named(tmp_path):
    corpus = load(
        tmp_path,
        workbook(
            ("说明", [["本表由办公室整理"], ["请勿外传"]]),
            ("2023", [HEADS, ["甲县", 2023, "一、学习。"]]),
            ("2024", [HEADS, ["甲县", 2024, "一、调研。"]]),
        ),
    )
    assert corpus.documents["text"].tolist() == ["一、学习。", "一、调研。"]
    assert corpus.documents["year"].tolist() == [2023, 2024]
    assert corpus.left_out[["kind", "n", "sample"]].to_numpy().tolist() == [["further sheet", 1, "说明"]]


def test_sheets_with_a_numbering_of_their_own_keep_their_rows_apart(tmp_path):
    rows = [["id", "正文"], [1, "一、学习。"]]
    corpus = load(tmp_path, workbook(("甲", rows), ("乙", rows)))
    assert corpus.documents["doc_id"].tolist() == ["乙/1", "甲/1"]


def test_merged_cells_count_for_each_of_their_rows_and_headings_stand_below_a_title(tmp_path):
    rows = [
        ["各县工作要点汇总"],
        HEADS,
        ["甲县", 2023, "一、学习。"],
        [None, 2024, "一、调研。"],
        ["乙县", 2024, "一、督查。"],
    ]
    corpus = load(tmp_path, workbook(("一", rows), merged=["A1:C1", "A3:A4"]))
    assert corpus.documents["unit"].tolist() == ["甲县", "甲县", "乙县"]


def test_a_text_that_fills_a_cell_of_excel_was_cut(tmp_path):
    def warning(n, sign="长"):
        rows = [["正文"], [sign * n]]
        return load(tmp_path, workbook(("一", rows))).documents["warning"].iloc[0]

    assert warning(32_767).startswith("cut at 32,767 characters")
    assert warning(32_766) == ""
    frame = pd.DataFrame({"text": ["𠀀" * 16_383 + "长", "𠀀" * 16_383]})
    frame.to_csv(tmp_path / "a.csv", index=False)
    assert (load_corpus(tmp_path / "a.csv").documents["warning"] != "").tolist() == [True, False]


def test_a_workbook_without_texts_says_what_it_has(tmp_path):
    with pytest.raises(InputError, match="no column `text`; it has unit, 数值"):
        load(tmp_path, workbook(("一", [["单位", "数值"], ["甲县", 3]])))


@pytest.mark.parametrize(
    "place",
    [b'r="XFD1048576"', b"r = 'xfd1048576'", b'r="A2999999999999999"', b'r="ZZZZZZZZ2"'],
)
@pytest.mark.parametrize("name", ["sheet1.xml", "tabelle.xml"])
def test_a_sheet_that_claims_a_billion_cells_is_refused(place, name):
    data = workbook(("一", [["正文", "单位"], ["一、学习。", "甲县"]]))
    moved = _rewritten(data, {b'r="A2"': place, b"sheet1.xml": name.encode()}, {"sheet1.xml": name})
    with pytest.raises(UnreadableError, match="too large a sheet"):
        read_rows("a.xlsx", moved)


def test_packages_whose_cells_are_counted_otherwise_are_refused():
    data = workbook(("一", [["正文"], ["一、学习。"]]))
    for name, reason in (("content.xml", "OpenDocument"), ("xl/workbook.bin", "binary workbook")):
        with pytest.raises(UnreadableError, match=reason):
            read_rows("a.xlsx", _rewritten(data, {}, {"docProps/app.xml": name}))


def _rewritten(data, parts, names):
    """Return a package with bytes replaced in its parts, and parts under other names."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            for before, after in parts.items():
                part = part.replace(before, after)
            for before, after in names.items():
                name = name.replace(before, after)
            new.writestr(name, part)
    return out.getvalue()


def test_the_limit_of_a_workbook_is_below_what_a_zip_may_hold():
    assert 3 * limits.most_bytes("mb_unpacked") < 2**29


@pytest.mark.parametrize(
    ("name", "units"),
    [
        ("xlsx_two_sheets.xlsx", ["云岭县"] * 2),
        ("xlsx_merged_units.xlsx", ["云岭县"] * 3 + ["沙洲县"] * 2),
        ("xlsx_title_row.xlsx", ["云岭县"] * 3 + ["沙洲县"] * 2),
        ("csv_bom_then_gbk.csv", ["云岭县", "沙洲县"]),
    ],
)
def test_shared_cases_of_tables(name, units):
    assert load_corpus(shared_path("cases", name)).documents["unit"].tolist() == units


def test_the_shared_case_of_a_cut_cell_has_a_warning():
    warnings = load_corpus(shared_path("cases", "xlsx_cell_limit.xlsx")).documents["warning"]
    assert warnings.str.startswith("cut at").all()
