"""The report takes words of one's own, from options and from plananalysis.toml; run.json keeps them, verify uses them."""

import json
import re

import pandas as pd
import pytest

import plananalysis as pa
from plananalysis.cli import main
from plananalysis.cli.project_file import SETTINGS, read_project
from plananalysis.report.settings import recorded, settings_from, settings_of
from plananalysis.report.write import MOST_WITH_CSV, table_formats
from shared import ROOT

TEXTS = {
    "甲县2023年工作要点": "甲县2023年工作要点\n一、办好渔港夜校\n渔港夜校开课，疏浚渠道。渔港夜校招收学员，渠道清淤。\n",
    "乙县2023年工作要点": "乙县2023年工作要点\n一、修缮渠道\n疏浚渠道，修缮闸门。闸门上漆，渠道通水。\n",
}


@pytest.fixture
def folder(tmp_path):
    """A corpus of two plans, with lists of one's own beside it."""
    place = tmp_path / "plans"
    place.mkdir()
    for name, text in TEXTS.items():
        (place / f"{name}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "words.txt").write_text("渠道\n", encoding="utf-8")
    (tmp_path / "terms.txt").write_text("渔港夜校\n", encoding="utf-8")
    (tmp_path / "themes.yaml").write_text("水利: [渠道, 闸门]\n夜校: [夜校]\n", encoding="utf-8")
    return place


def run(*words):
    """Return the exit code of a command."""
    with pytest.raises(SystemExit) as stop:
        main([str(word) for word in words])
    return stop.value.code


def tables_of(report):
    return {file.stem: pd.read_parquet(file) for file in (report / "tables").glob("*.parquet")}


def record_of(report):
    return json.loads((report / "run.json").read_text(encoding="utf-8"))


OWN = (
    "--stopwords",
    "words.txt",
    "--lexicon",
    "terms.txt",
    "--themes",
    "themes.yaml",
    "--title",
    "两县的渠道",
)


def own_options(folder):
    beside = folder.parent
    return [beside / word if (beside / str(word)).is_file() else word for word in OWN]


@pytest.mark.slow
def test_options_and_settings_beside_the_corpus_give_the_same_report(folder, tmp_path):
    by_options, by_file = tmp_path / "by-options", tmp_path / "by-file"
    assert run("report", folder, "-o", by_options, *own_options(folder)) == 0
    (folder / "plananalysis.toml").write_text(
        'title = "两县的渠道"\nstopwords = "../words.txt"\nlexicon = "../terms.txt"\nthemes = "../themes.yaml"\n',
        encoding="utf-8",
    )
    assert run("report", folder, "-o", by_file) == 0
    assert record_of(by_file)["options"] == record_of(by_options)["options"]
    assert record_of(by_file)["skipped"] == [], "the settings are no plan"
    one, other = tables_of(by_options), tables_of(by_file)
    assert all(one[name].equals(other[name]) for name in one)
    assert (by_file / "index.html").read_bytes() == (by_options / "index.html").read_bytes()

    assert "渠道" not in set(one["keywords"]["term"])
    assert set(one["emphasis"]["theme"]) <= {"水利", "夜校", "未归类"}
    page = (by_file / "index.html").read_text(encoding="utf-8")
    assert "<title>两县的渠道</title>" in page
    assert "themes" in record_of(by_file)["options"]
    assert "1 rows of your own" in (by_file / "METHODS.md").read_text(encoding="utf-8")
    found = pa.verify_report(by_file)
    assert set(found["status"]) == {"same"}, found[found["status"] != "same"]


@pytest.mark.slow
def test_the_command_line_goes_before_the_settings_beside_the_corpus(folder, tmp_path):
    (folder / "plananalysis.toml").write_text(
        'title = "甲"\nby = "year"\npart = ["plan"]\n', encoding="utf-8"
    )
    assert run("report", folder, "-o", tmp_path / "r", "--title", "乙") == 0
    options = record_of(tmp_path / "r")["options"]
    assert (options["title"], options["by"], options["part"]) == ("乙", "year", ["plan"])


@pytest.mark.slow
def test_a_report_without_a_title_is_named_after_its_corpus(folder, tmp_path):
    assert run("report", folder, "-o", tmp_path / "r") == 0
    page = (tmp_path / "r" / "index.html").read_text(encoding="utf-8")
    title = re.search("<title>(.*?)</title>", page)[1]
    assert title == "plans：2 份文档、2 个单位，2023 年"
    assert "title" not in record_of(tmp_path / "r")["options"]
    assert set(pa.verify_report(tmp_path / "r")["status"]) == {"same"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('titel = "甲"', "there is no setting 'titel'; near it: title"),
        ("pdf = 1", "pdf is 1; give true or false"),
        ("title = 1", "title is 1; give text"),
        ('min_chars = "3"', "min_chars is '3'; give a whole number"),
        ("min_chars = true", "min_chars is True; give a whole number"),
        ("part = [1]", "part is [1]; give text, or several in a list"),
        ("title = ", "no TOML in UTF-8"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(folder, tmp_path, capsys, text, said):
    file = folder / "plananalysis.toml"
    file.write_text(text, encoding="utf-8")
    assert run("report", folder, "-o", tmp_path / "r") == 2
    line = capsys.readouterr().err.strip()
    assert len(line.splitlines()) == 1
    assert str(file) in line
    assert said in line
    assert not (tmp_path / "r").exists()


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"stopwords": None},
        {"stopwords": "plan"},
        {"stopwords": ["shipped"]},
        {"stopwords": ["同志"], "register": ["三张清单"]},
        {"lexicon": ["渔港夜校"], "themes": {"水利": {"渠道": 2}}},
        {"themes": "government_work"},
        {"names": True, "min_chars": 3},
    ],
)
def test_what_is_recorded_gives_the_same_settings(asked):
    settings = settings_of(**asked)
    again = settings_from(json.loads(json.dumps(recorded(settings))))
    for one, other in zip(settings, again, strict=True):
        assert one.equals(other) if isinstance(one, pd.DataFrame) else one == other


@pytest.mark.slow
def test_names_length_and_formats_are_those_asked_for(tmp_path):
    places = {
        "甲": "一、修路\n在杭州开通班车。又到杭州架桥。把渠水引到杭州去。数字化转型，数字化转型，修渠修渠。",
        "乙": "一、养殖\n在沈阳投放鱼苗。又到沈阳清塘。把渔网运到沈阳去。标准化养殖，标准化养殖，放苗放苗。",
    }
    plans = tmp_path / "plans"
    plans.mkdir()
    for name, text in places.items():
        (plans / f"{name}.txt").write_text(text, encoding="utf-8")
    assert run("report", plans, "-o", tmp_path / "plain") == 0
    asked = ("--names", "--min-chars", "3", "--formats", "parquet,xlsx")
    assert run("report", plans, "-o", tmp_path / "asked", *asked) == 0

    assert {file.suffix for file in (tmp_path / "plain" / "tables").iterdir()} == {
        ".csv",
        ".parquet",
        ".xlsx",
    }
    assert {file.suffix for file in (tmp_path / "asked" / "tables").iterdir()} == {".parquet", ".xlsx"}
    plain, with_names = (set(tables_of(tmp_path / name)["keywords"]["term"]) for name in ("plain", "asked"))
    assert "杭州" not in plain
    assert any(len(term) == 2 for term in plain)
    assert all(len(term) >= 3 for term in with_names)
    assert run("report", plans, "-o", tmp_path / "names", "--names", "--formats", "csv") == 0
    named = pd.read_csv(tmp_path / "names" / "tables" / "keywords.csv")
    assert "杭州" in set(named["term"])
    methods = (tmp_path / "names" / "METHODS.md").read_text(encoding="utf-8")
    assert "人名也计入" in methods
    assert "不计；显著词" not in methods
    for name in ("asked", "names"):
        assert set(pa.verify_report(tmp_path / name)["status"]) == {"same"}


def test_of_many_documents_no_csv_is_written_unless_asked_for():
    assert table_formats(None, MOST_WITH_CSV) == ("csv", "parquet", "xlsx")
    assert table_formats(None, MOST_WITH_CSV + 1) == ("parquet", "xlsx")
    assert table_formats(["xlsx", "csv"], MOST_WITH_CSV + 1) == ("csv", "xlsx")


def test_a_format_that_is_none_is_said_before_anything_is_read(folder, tmp_path, capsys):
    assert run("report", folder / "nowhere", "-o", tmp_path / "r", "--formats", "csv,ods") == 2
    (folder / "plananalysis.toml").write_text('formats = "ods"', encoding="utf-8")
    assert run("report", folder, "-o", tmp_path / "r") == 2
    line = capsys.readouterr().err.strip().splitlines()[-1]
    assert "ods: no such format of tables; use csv" in line
    assert not (tmp_path / "r").exists()


def test_the_title_is_text(tmp_path):
    corpus = pa.corpus_from_texts(TEXTS)
    page = pa.build_report(corpus, tmp_path, title="<b>甲</b>").read_text(encoding="utf-8")
    assert "<title>&lt;b&gt;甲&lt;/b&gt;</title>" in page
    assert "<b>甲" not in page


def test_the_guide_names_every_setting_and_no_other(tmp_path):
    guide = (ROOT / "docs" / "guide" / "report.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"```toml\n(.*?)```", guide, re.S)
    file = tmp_path / "plananalysis.toml"
    file.write_text(shown, encoding="utf-8")
    assert set(read_project(file)) == set(SETTINGS)
