"""Tables to and from files: every format gives every column back, and what it cannot hold is said."""

import logging

import numpy as np
import pandas as pd
import pytest

import plananalysis as pa
from plananalysis import tables
from plananalysis.errors import InputError
from plananalysis.files.io import FORMATS
from plananalysis.files.stata import stata_names

EXACT = (".parquet", ".feather")
TEXTS = [
    "三会一课",
    "two\nlines",
    'a "quoted", comma',
    "tab\tand 'apostrophe",
    "=1+1",
    "+86",
    "-",
    "@x",
    "'=1",
    "''@",
    "'plain",
    "\tindented",
    "\r\nline ends",
    "_x0041_",
    " outer blanks ",
    "<b>&amp;</b>",
    "𠮷",
    "字" * 3000,
]
COLUMNS = {
    "text": pd.Series([*TEXTS, None], dtype="str"),
    "whole": pd.Series(range(-9, 10), dtype="int64"),
    "gaps": pd.Series([*range(18), None], dtype="Int64"),
    "number": pd.Series(
        [0.1, 1 / 3, 1e-300, 1.5e300, -2.0, 1e22, *np.linspace(0, 1, 12), None], dtype="float64"
    ),
    "truth": pd.Series([True, False] * 9 + [True], dtype="bool"),
    "maybe": pd.Series([True, False] * 9 + [None], dtype="boolean"),
    "007": pd.Series([f"{n:03}" for n in range(19)], dtype="str"),
    "kind": pd.Series(pd.Categorical(["甲", "乙,丙"] * 9 + ["甲"])),
}
OTHER_NAMES = ["=x", "所在 段落", "if", "two\nlines", "log-odds", "a" * 40, "a" * 41]


def mixed(*, infinite: bool = False) -> pd.DataFrame:
    frame = pd.DataFrame(COLUMNS)
    if infinite:
        frame.loc[:1, "number"] = [np.inf, -np.inf]
    return frame


def same(found: pd.DataFrame, expected: pd.DataFrame, suffix: str) -> None:
    """The same values and types; only in exact formats is a category one."""
    assert list(found.columns) == list(expected.columns)
    for name in expected.columns:
        wanted = expected[name]
        if suffix not in EXACT and isinstance(wanted.dtype, pd.CategoricalDtype):
            wanted = wanted.astype("str")
        if suffix == ".dta" and wanted.dtype == "bool":
            wanted = wanted.astype("int64")
        if suffix == ".dta" and wanted.isna().any() and wanted.dtype in ("boolean", "Int64"):
            wanted = wanted.astype("float64")
        pd.testing.assert_series_equal(found[name], wanted, check_exact=True)


@pytest.mark.parametrize("suffix", [*FORMATS, ".CSV"])
def test_every_kind_of_column_comes_back(suffix, tmp_path):
    frame = mixed(infinite=suffix in (".csv", ".tsv", ".jsonl", ".parquet", ".feather"))
    path = pa.write_table(frame, tmp_path / f"t{suffix}")
    assert [file.name for file in tmp_path.iterdir()] == [f"t{suffix}"]
    same(pa.read_table(path), frame, suffix)


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("name", COLUMNS)
def test_every_kind_of_column_comes_back_alone_and_without_rows(name, suffix, tmp_path):
    for frame in (mixed()[[name]], mixed()[[name]].tail(1).reset_index(drop=True)):
        found = pa.read_table(pa.write_table(frame, tmp_path / f"t{suffix}"))
        assert len(found) == len(frame)
        assert found[name].isna().tolist() == frame[name].isna().tolist()
        if not frame[name].isna().all():
            same(found, frame, suffix)
    found = pa.read_table(pa.write_table(mixed()[[name]].head(0), tmp_path / f"none{suffix}"))
    assert found.empty
    assert list(found.columns) == ([] if suffix == ".jsonl" else [name])


def invented(dtype: str) -> list:
    """Values of a column of ours."""
    return {
        "str": ["甲", "", "2024", "=x", "True"],
        "category": ["乙", "甲", "2024", "=x", "True"],
        "int32": [0, 5, 2**30, -1, 7],
        "int64": [0, 5, 2**40, -1, 7],
        "Int64": [2024, None, 0, 1, 2],
        "float64": [0.1, None, 1 / 3, 2.0, -1e-9],
        "bool": [True, False, True, True, False],
        "boolean": [True, None, True, True, False],
    }[dtype]


@pytest.mark.parametrize(
    "suffix",
    [each if each == ".parquet" else pytest.param(each, marks=pytest.mark.slow) for each in FORMATS],
)
def test_every_table_of_ours_comes_back_with_its_types(suffix, tmp_path):
    for name, columns in tables.TABLES.items():
        records = list(zip(*(invented(column.dtype) for column in columns), strict=True))
        table = tables.from_records(records, name)
        found = pa.read_table(pa.write_table(table, tmp_path / f"t{suffix}"))
        for column in table.columns:
            if isinstance(table[column].dtype, pd.CategoricalDtype):
                assert found[column].dtype == "category", (name, column)
                assert found[column].astype(str).tolist() == table[column].astype(str).tolist(), (
                    name,
                    column,
                )
            else:
                pd.testing.assert_series_equal(found[column], table[column], check_exact=True, obj=name)


@pytest.mark.parametrize("suffix", FORMATS)
def test_names_of_columns_come_back(suffix, tmp_path):
    frame = pd.DataFrame({name: [number] for number, name in enumerate(OTHER_NAMES)})
    assert list(pa.read_table(pa.write_table(frame, tmp_path / f"t{suffix}"))) == OTHER_NAMES


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_same_table_gives_the_same_bytes(suffix, tmp_path):
    one, two = (pa.write_table(mixed(), tmp_path / name / f"t{suffix}") for name in ("a", "b"))
    assert one.read_bytes() == two.read_bytes()


@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".jsonl", ".xlsx"])
def test_an_empty_string_of_an_unknown_table_is_missing_where_the_file_cannot_tell(suffix, tmp_path):
    found = pa.read_table(pa.write_table(pd.DataFrame({"t": ["", "a"]}), tmp_path / f"t{suffix}"))
    assert found["t"].tolist()[1] == "a"
    assert pd.isna(found["t"][0]) or found["t"][0] == ""


def test_no_cell_of_a_csv_is_a_formula_and_numbers_stay_bare(tmp_path):
    frame = pd.DataFrame({"t": ["=cmd", "-x", "'=x", "'x"], "n": [-1.5, 2.0, -3.0, 4.0]})
    text = pa.write_table(frame, tmp_path / "t.csv").read_text(encoding="utf-8-sig")
    assert text == "t,n\n'=cmd,-1.5\n'-x,2.0\n''=x,-3.0\n'x,4.0\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("id;n\n007;1\n008;\n", {"id": ["007", "008"], "n": [1, None]}),
        ("a\tb\n1\t2.5\n3\t4\n", {"a": [1, 3], "b": [2.5, 4.0]}),
        ('a,b\n"x, y"\n\nTRUE,1\n', {"a": ["x, y", "TRUE"], "b": [None, 1]}),
        ("n\nNA\n3\n", {"n": [None, 3]}),
        ("word\nNA\nnone\n", {"word": ["NA", "none"]}),
    ],
)
def test_csv_files_of_other_programs_are_read(text, expected, tmp_path):
    for encoding in ("utf-8", "utf-8-sig", "gb18030", "utf-16"):
        (tmp_path / "t.csv").write_text(text, encoding=encoding)
        found = pa.read_table(tmp_path / "t.csv")
        cells = {name: [None if pd.isna(c) else c for c in found[name].tolist()] for name in found}
        assert cells == expected


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("t.csv", b"", "the file is empty"),
        ("t.csv", b"a,b\n1,2,3\n", "row 2 has 3 cells, the first 2"),
        ("t.csv", b"a,a\n1,2\n", "two columns are named 'a'"),
        ("t.csv", b"a\n\xff\xff\x81\n", "neither UTF-8 nor GB18030"),
        ("t.jsonl", b'{"a": 1}\n{"a": \n', "line 2, character"),
        ("t.jsonl", b"[1]\n", "line 1 is no JSON object"),
        ("t.parquet", b"PAR1", "cannot be read as parquet"),
        ("t.feather", b"ARROW", "cannot be read as feather"),
        ("t.xlsx", b"PK\x03\x04", "cannot be read as xlsx"),
        ("t.dta", b"<stata_dta>", "cannot be read as dta"),
        ("t.doc", b"", "use .csv, .tsv"),
    ],
)
def test_what_is_no_such_table_is_an_error_of_one_line(name, content, said, tmp_path):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError) as error:
        pa.read_table(tmp_path / name)
    assert said in str(error.value)
    assert str(tmp_path / name) in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_file_that_is_not_there_is_named(suffix, tmp_path):
    with pytest.raises(InputError, match="no such file"):
        pa.read_table(tmp_path / f"t{suffix}")


@pytest.mark.parametrize("path", ["", " ", ".", None, 3])
def test_a_path_that_names_no_file_is_refused(path):
    for call in (pa.read_table, lambda name: pa.write_table(pd.DataFrame({"n": [1]}), name)):
        with pytest.raises(InputError, match="file"):
            call(path)


def test_numbers_and_words_in_one_column_are_written_by_every_format(tmp_path):
    frame = pd.DataFrame({"mixed": [1, "甲", None, 2.5]})
    for suffix in FORMATS:
        found = pa.read_table(pa.write_table(frame, tmp_path / f"t{suffix}"))["mixed"]
        assert [str(cell) for cell in found if not pd.isna(cell) and cell != ""] == ["1", "甲", "2.5"]


def test_stata_has_names_of_its_own_for_columns(tmp_path):
    frame = pd.DataFrame({name: [1] for name in OTHER_NAMES} | {"doc_id": ["a"]})
    raw = pd.read_stata(pa.write_table(frame, tmp_path / "t.dta"))
    assert list(raw) == [*stata_names(OTHER_NAMES), "doc_id"]
    assert len(set(raw)) == len(raw.columns)
    assert all(len(name) <= 32 for name in raw)
    with pd.read_stata(tmp_path / "t.dta", iterator=True) as reader:
        assert reader.variable_labels()["doc_id"].startswith("document: path")


def test_what_stata_cannot_hold_is_said(tmp_path, caplog):
    with caplog.at_level(logging.WARNING):
        path = pa.write_table(pd.DataFrame({"x": [np.inf, 1.0]}), tmp_path / "t.dta")
    assert "1 infinite number" in caplog.text
    assert pa.read_table(path)["x"].isna().tolist() == [True, False]
    for frame, said in ((pd.DataFrame({"n": [2**53 + 1]}), "too large"), (pd.DataFrame(), "without columns")):
        with pytest.raises(InputError, match=said):
            pa.write_table(frame, tmp_path / "u.dta")
    assert not (tmp_path / "u.dta").exists()


def test_what_a_workbook_cannot_hold_is_said(tmp_path, caplog, monkeypatch):
    with caplog.at_level(logging.WARNING):
        path = pa.write_table(pd.DataFrame({"text": ["字" * 40_000]}), tmp_path / "t.xlsx")
    assert "1 cell" in caplog.text
    assert pa.read_table(path)["text"].str.len().tolist() == [32_767]
    monkeypatch.setattr("plananalysis.files.workbook.MOST_ROWS", 2)
    with pytest.raises(InputError, match=r"more than Excel holds .*use \.csv or \.parquet"):
        pa.write_table(pd.DataFrame({"n": range(3)}), tmp_path / "u.xlsx")


@pytest.mark.parametrize("nothing", [None, "plans/", [1, 2]])
def test_what_is_no_table_is_not_written(nothing: object, tmp_path):
    with pytest.raises(InputError, match="a table is wanted"):
        pa.write_table(nothing, tmp_path / "t.csv")
    assert not (tmp_path / "t.csv").exists()
