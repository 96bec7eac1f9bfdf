"""A report is computed anew from its record, and what differs is said."""

import json

import pandas as pd
import pytest

import plananalysis as pa
from plananalysis.cli import main
from plananalysis.errors import InputError

PLANS = {
    "甲县": "甲县2024年工作要点\n一、总体要求\n深入开展“两学一做”，坚持稳中求进。\n",
    "乙县": "乙县2024年工作要点\n一、总体要求\n深入开展“两学一做”，加快建设3个园区。\n",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("verified")
    (folder / "plans").mkdir()
    for name, text in PLANS.items():
        (folder / "plans" / f"{name}.txt").write_text(text, encoding="utf-8")
    assert run("report", folder / "plans", "-o", folder / "report", "--lang", "en") == 0
    return folder


def run(*arguments):
    with pytest.raises(SystemExit) as end:
        main([str(argument) for argument in arguments])
    return end.value.code


def differences(folder):
    found = pa.verify_report(folder)
    return {row.file: (row.status, row.difference) for row in found.itertuples() if row.status != "same"}


@pytest.mark.slow
def test_a_report_that_nobody_touched_is_as_it_was_also_when_moved_with_its_corpus(made, tmp_path, capsys):
    assert run("verify", made / "report") == 0
    said = capsys.readouterr().out.split()
    assert said[0] == said[2]
    (made / "report").rename(tmp_path / "report")
    (made / "plans").rename(tmp_path / "plans")
    try:
        assert differences(tmp_path / "report") == {}
    finally:
        (tmp_path / "report").rename(made / "report")
        (tmp_path / "plans").rename(made / "plans")


@pytest.mark.slow
def test_every_kind_of_difference_is_said(made, capsys):
    report = made / "report"
    kept = {path: path.read_bytes() for path in made.rglob("*") if path.is_file()}
    slogans = pa.read_table(report / "tables" / "slogans.csv")
    pa.write_table(slogans.assign(n=slogans["n"] + 1), report / "tables" / "slogans.csv")
    (report / "METHODS.md").write_text("mine")
    (report / "figures" / "frequencies.png").unlink()
    record = json.loads((report / "run.json").read_text(encoding="utf-8"))
    record["libraries"]["numpy"] = "0.1"
    record["files"].remove("index.html")
    (report / "run.json").write_text(json.dumps(record), encoding="utf-8")
    found = differences(report)
    assert found.pop("run.json")[1].startswith("libraries.numpy: 0.1, now ")
    assert found == {
        "tables/slogans.csv": ("differs", f"{len(slogans)} rows in n"),
        "METHODS.md": ("differs", ""),
        "figures/frequencies.png": ("missing", ""),
    }
    assert run("verify", report) == 1
    assert "tables/slogans.csv" in capsys.readouterr().out
    for path, data in kept.items():
        path.write_bytes(data)


@pytest.mark.slow
def test_changed_inputs_are_named(made):
    plan = made / "plans" / "甲县.txt"
    plan.write_text(PLANS["甲县"] + "二、落实“三会一课”。\n", encoding="utf-8")
    (made / "plans" / "丙县.txt").write_text("丙县2024年工作要点\n一、学习。\n", encoding="utf-8")
    found = differences(made / "report")
    assert "甲县.txt has changed" in found["run.json"][1]
    assert "丙县.txt is new" in found["run.json"][1]
    assert found["tables/documents.csv"] == ("differs", "2 rows, 3 now")
    plan.write_text(PLANS["甲县"], encoding="utf-8")
    (made / "plans" / "丙县.txt").unlink()


@pytest.mark.slow
def test_what_cannot_be_verified_is_said(made, tmp_path, capsys):
    with pytest.raises(InputError, match="holds no report"):
        pa.verify_report(tmp_path)
    corpus = pa.corpus_from_texts(PLANS)
    page = pa.build_report(corpus, tmp_path / "r", part=None)
    with pytest.raises(InputError, match="does not say where the corpus lies"):
        pa.verify_report(page.parent)
    assert pa.verify_report(page.parent, corpus)["status"].eq("same").all()
    assert run("verify", made / "report", "-o", tmp_path / "v.csv") == 0
    assert isinstance(pa.read_table(tmp_path / "v.csv"), pd.DataFrame)
    assert run("verify", tmp_path) == 2
    assert len(capsys.readouterr().err.splitlines()) >= 1
