"""What ``build_report`` puts into its folder."""

import hashlib
import json
import re

import openpyxl
import pandas as pd
import pytest
from invented import invented_analysis, without_findings

import plananalysis
from plananalysis.corpus.model import Corpus
from plananalysis.errors import InputError
from plananalysis.files.workbook import write_workbook
from plananalysis.report import build_report
from plananalysis.report.sections import SECTIONS
from plananalysis.report.write import write_report
from plananalysis.tables import empty


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    directory = tmp_path_factory.mktemp("report") / "计划 report"
    page = write_report(invented_analysis(), directory)
    assert page == directory / "index.html"
    return directory


def test_all_parts_are_there(folder):
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    figures = {
        f"figures/{name}.{kind}"
        for name in ("frequencies", "slogans", "keywords", "similarity")
        for kind in ("png", "svg")
    }
    tables = {f"tables/{name}.{kind}" for name in invented_analysis().tables for kind in ("csv", "parquet")}
    assert names == {"index.html", "run.json", "METHODS.md", "tables/tables.xlsx"} | figures | tables


def test_csv_opens_in_excel_and_holds_the_table(folder):
    file = folder / "tables" / "slogans.csv"
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    assert pd.read_csv(file)["slogan"].tolist() == ["三会一课", "放管服"]


def test_workbook_has_a_sheet_per_table_reached_from_the_first(folder):
    book = openpyxl.load_workbook(folder / "tables" / "tables.xlsx")
    read = {listed.name for section in SECTIONS for listed in section.tables if listed.in_workbook}
    names = [name for name in invented_analysis().tables if name in read]
    assert book.sheetnames[1:] == names
    first = book.worksheets[0]
    links = [cell.hyperlink.location for row in first.iter_rows() for cell in row if cell.hyperlink]
    assert links == [f"'{name}'!A1" for name in names]
    sheet = book["slogans"]
    assert sheet.freeze_panes == "A2"
    assert (sheet["A2"].value, sheet["H2"].number_format) == ("三会一课", "0.000")


def test_a_long_table_is_cut_in_the_workbook_and_formulas_stay_text(tmp_path):
    tables = {"a": pd.DataFrame({"x": ["=1+1", "b", "c"]}), "b": pd.DataFrame({"x": [None, 1.5, 2.0]})}
    book = openpyxl.load_workbook(write_workbook(tables, tmp_path / "t.xlsx", most_rows=2))
    for name in book.sheetnames[1:]:
        back = book[name]["A1"].hyperlink
        assert back.location == f"'{book.sheetnames[0]}'!A1"
    assert [cell.value for cell in book["a"]["A"]] == ["x", "=1+1", "b"]
    assert book["a"]["A2"].data_type == "s"
    assert [cell.value for cell in book["b"]["A"]] == ["x", None, 1.5]
    assert "first 2 rows" in book.worksheets[0]["C2"].value


def test_run_record_says_how_to_repeat_it(folder):
    record = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    assert record["plananalysis"] == plananalysis.__version__
    assert {"numpy", "pandas", "jieba", "matplotlib"} <= set(record["libraries"])
    assert record["options"] == {"by": "unit", "lang": "zh"}
    assert [entry["sha256"] for entry in record["inputs"]] == ["0" * 64] * 3
    assert record["skipped"] == [{"file": "bad.pdf", "reason": "no text layer"}]
    assert str(folder.parent) not in json.dumps(record)


@pytest.mark.slow
def test_a_second_run_differs_in_nothing_but_the_time(folder, tmp_path):
    write_report(invented_analysis(), tmp_path / "again")
    for one in sorted(path for path in folder.rglob("*") if path.is_file()):
        other = tmp_path / "again" / one.relative_to(folder)
        if one.name == "run.json":
            strip = re.compile(r'"created": "[^"]*"')
            assert strip.sub("", one.read_text("utf-8")) == strip.sub("", other.read_text("utf-8"))
        else:
            digests = [hashlib.sha256(path.read_bytes()).hexdigest() for path in (one, other)]
            assert digests[0] == digests[1], one.name


def test_page_holds_the_figures(folder):
    html = (folder / "index.html").read_text(encoding="utf-8")
    assert html.count("data:image/svg+xml;base64,") == 4


def test_nothing_found_writes_empty_tables(tmp_path):
    write_report(without_findings(), tmp_path)
    assert (tmp_path / "tables" / "slogans.csv").read_text("utf-8-sig").startswith("slogan,kind")
    assert not list((tmp_path / "figures").glob("*"))


@pytest.mark.slow
@pytest.mark.parametrize("n", [1, 3])
def test_from_texts_to_the_page(tmp_path, n):
    texts = {
        "甲县": "甲县工作要点\n一、党建\n坚持“三会一课”，增强“四个意识”。推进渔业养殖，渔业兴县。\n",
        "乙县": "乙县工作要点\n一、服务\n落实三会一课，深化“放管服”改革。推进茶叶种植，茶叶富民。\n",
        "丙县": "丙县工作要点\n一、产业\n增强四个意识，做强光伏产业，光伏下乡。\n",
    }
    corpus = plananalysis.corpus_from_texts(dict(list(texts.items())[:n]))
    steps = []
    page = build_report(corpus, tmp_path, lang="en", progress=lambda *step: steps.append(step))
    assert "三会一课" in page.read_text(encoding="utf-8")
    found = pd.read_csv(tmp_path / "tables" / "occurrences.csv")
    for row in found.itertuples():
        assert corpus.text(row.doc_id)[row.start : row.end] == row.text
    counts = pd.read_csv(tmp_path / "tables" / "slogan_counts.csv")
    assert counts["n"].sum() == len(found)
    places = pd.read_csv(tmp_path / "tables" / "keyword_places.csv")
    terms = pd.read_csv(tmp_path / "tables" / "keywords.csv")
    assert (
        terms.set_index(["group", "term"])["n"].to_dict().items()
        <= places.groupby(["group", "term"]).size().to_dict().items()
    )
    assert all(done <= total for _, done, total in steps)


def test_no_document_an_unknown_language_or_a_file_in_the_way_is_said_in_one_line(tmp_path):
    nothing = Corpus(empty("documents"), empty("passages"), empty("excluded"), empty("skipped"))
    with pytest.raises(InputError, match="no readable document"):
        build_report(nothing, tmp_path)
    with pytest.raises(InputError, match="de"):
        build_report(invented_analysis().corpus, tmp_path, lang="de")
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(InputError, match="cannot be written"):
        write_report(invented_analysis(), tmp_path / "file")
