"""The command line: every command is documented, writes its table, and says in one line what is wrong."""

import io
import subprocess
import sys

import click
import pandas as pd
import pytest

import plananalysis as pa
from plananalysis.cli import cli, main
from plananalysis.cli.program import FORMER_NAMES
from plananalysis.cli.terminal import Progress
from shared import ROOT

COMMANDS = cli.list_commands(click.Context(cli))
SMALL = "2024年工作要点\n一、加强作风建设\n（一）纠治“四风”。持续纠治“四风”，为基层减负。\n二、落实责任\n压实责任，增强“四个意识”。\n"


@pytest.fixture
def small(tmp_path):
    for unit in ("甲局", "乙局"):
        (tmp_path / "plans" / unit).mkdir(parents=True)
        (tmp_path / "plans" / unit / "要点.txt").write_text(unit + SMALL, encoding="utf-8")
    return tmp_path / "plans"


def run(*arguments):
    with pytest.raises(SystemExit) as stop:
        main([str(argument) for argument in arguments])
    return stop.value.code


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_examples_and_a_line_in_both_readmes(name, capsys):
    assert run(name, "--help") == 0
    shown = capsys.readouterr().out
    assert f"plananalysis {name} " in shown.split("Examples:")[1]
    for readme in ("README.md", "README.zh-CN.md"):
        assert f"plananalysis {name}" in (ROOT / readme).read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_help_is_cut_however_narrow_the_terminal(width, monkeypatch):
    monkeypatch.setenv("COLUMNS", str(width))
    shown = cli.get_help(click.Context(cli, info_name="plananalysis", terminal_width=width))
    assert max(map(len, shown.splitlines())) <= width
    for name in COMMANDS:
        said = cli.commands[name].help.partition("\n")[0]
        assert said.endswith(".")
        assert said in " ".join(shown.split())
        if width >= 80:
            assert f" {said}\n" in f"{shown}\n", "one line each on a common terminal"
    assert "..." not in shown.partition("Options:")[2]


def test_without_a_command_there_is_the_help_and_nothing_went_wrong(capsys):
    assert run() == 0
    bare = capsys.readouterr().out
    assert run("--help") == 0
    assert bare == capsys.readouterr().out
    assert "plananalysis report corpus/ --open" in bare


@pytest.mark.slow
def test_the_package_runs_as_a_module():
    done = subprocess.run([sys.executable, "-m", "plananalysis"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("Usage: plananalysis ")
    wrong = subprocess.run([sys.executable, "-m", "plananalysis", "nonsense"], capture_output=True, text=True)
    assert wrong.returncode == 2


@pytest.mark.parametrize(
    ("shell", "said"),
    [
        ("bash", "complete -o nosort -F _plananalysis_completion plananalysis"),
        ("zsh", "#compdef plananalysis"),
        ("fish", "complete --no-files --command plananalysis"),
        ("powershell", "Register-ArgumentCompleter -Native -CommandName plananalysis"),
    ],
)
def test_completion_prints_the_script_of_each_shell(shell, said, capsys):
    assert run("completion", shell) == 0
    assert said in capsys.readouterr().out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_what_the_scripts_call_offers_commands_and_options(shell, capsys, monkeypatch):
    monkeypatch.setenv("_PLANANALYSIS_COMPLETE", f"{shell}_complete")
    for words, typed, offered in (
        ("plananalysis the", "the", "themes"),
        ("plananalysis reuse --fam", "--fam", "--families"),
    ):
        monkeypatch.setenv("COMP_WORDS", words)
        monkeypatch.setenv("COMP_CWORD", typed if shell == "fish" else str(len(words.split()) - 1))
        assert run() == 0
        assert offered in capsys.readouterr().out


def test_progress_is_one_bar_with_the_time_left_and_silent_off_a_terminal(monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    for stream in (Terminal(), io.StringIO()):
        monkeypatch.setattr(sys, "stderr", stream)
        with Progress() as progress:
            progress("slogans", 0, 3)
            progress("reuse", 1, 3)
            progress("reuse", 3, 3)
        if stream.isatty():
            shown = stream.getvalue()
            assert shown.count("\n") == 1
            assert "slogans" in shown
            assert "33%" in shown
            assert "100%" in shown
        else:
            assert stream.getvalue() == ""


def test_nothing_is_coloured(small, capsys):
    assert run("inspect", small) == 0
    assert run("--help") == 0
    assert "\x1b" not in "".join(capsys.readouterr())


def test_version(capsys):
    assert run("--version") == 0
    assert capsys.readouterr().out.startswith("plananalysis 0.")


@pytest.mark.slow
def test_report_ends_with_a_command_that_finds_something(small, tmp_path, capsys):
    assert run("report", small, "-o", tmp_path / "out") == 0
    said = capsys.readouterr().out.split("Next: plananalysis kwic ")[1].split()
    assert said[0] == str(small)
    assert run("kwic", *said) == 0
    assert said[1] in capsys.readouterr().out


@pytest.mark.parametrize("table", ["documents", "passages", "excluded", "skipped"])
def test_inspect_writes_each_table(small, tmp_path, table):
    out = tmp_path / f"{table}.csv"
    assert run("inspect", small, "--table", table, "-o", out) == 0
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    assert len(pd.read_csv(out)) == {"documents": 2, "passages": 8, "excluded": 0, "skipped": 0}[table]


@pytest.mark.parametrize("suffix", ["csv", "jsonl", "parquet", "xlsx"])
def test_outline_in_every_format(small, tmp_path, suffix):
    out = tmp_path / f"outline.{suffix}"
    assert run("outline", small, "-o", out) == 0
    from plananalysis.files.io import read_table

    assert read_table(out)["label"].tolist() == ["一、", "（一）", "二、"] * 2


def test_a_missing_value_is_blank_on_the_terminal(small, capsys):
    for plan in small.rglob("*.txt"):
        plan.write_text("工作要点\n一、作风建设\n全年培训不少于3期。\n", encoding="utf-8")
    assert run("commitments", small) == 0
    shown = capsys.readouterr().out
    assert "3期" in shown
    assert "NA" not in shown


def test_without_output_the_table_is_on_the_terminal(small, capsys):
    assert run("slogans", small) == 0
    assert "四个意识" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "table"),
    [
        (["segment"], "tokens"),
        (["slogans"], "slogans"),
        (["slogans", "--occurrences"], "occurrences"),
        (["slogans", "--frames"], "frames"),
        (["slogans", "--by", "unit"], "slogan_counts"),
        (["citations"], "citations"),
        (["citations", "--by", "unit"], "citation_counts"),
        (["glossary"], "glossary"),
        (["keywords"], "keywords"),
        (["keyness", "--target", "甲局"], "keyness"),
        (["similarity", "--by", "doc_id"], "similarity"),
        (["kwic", "PLANS", "四风"], "concordance"),
        (["themes", "--lexicon", "party_building"], "emphasis"),
        (["commitments"], "commitments"),
        (["commitments", "--by", "unit"], "commitment_shares"),
        (["reuse"], "reuse"),
        (["reuse", "--families"], "families"),
        (["compare", "PLANS", "甲局", "乙局"], "comparison"),
    ],
)
def test_every_command_writes_its_table(arguments, table, small, tmp_path):
    from plananalysis.tables import columns

    out = tmp_path / "out.csv"
    command, *rest = (small if a == "PLANS" else a for a in arguments)
    corpus = [] if small in rest else [small]
    assert run(command, *corpus, *rest, "-o", out) == 0
    assert list(pd.read_csv(out))[: len(columns(table))] == columns(table)


def test_a_former_name_of_a_command_works_and_is_listed_nowhere(small, tmp_path, capsys):
    assert FORMER_NAMES == {"titles": "citations"}
    for name in ("titles", "citations"):
        assert run(name, small, "-o", tmp_path / f"{name}.csv") == 0
    assert (tmp_path / "titles.csv").read_bytes() == (tmp_path / "citations.csv").read_bytes()
    capsys.readouterr()
    assert run("--help") == 0
    assert "titles" not in {line.split()[0] for line in capsys.readouterr().out.splitlines() if line.strip()}


@pytest.mark.slow
def test_own_terms_stopwords_and_register_take_part(small, tmp_path, capsys):
    (tmp_path / "ours.csv").write_text("term,members\n压实责任,责任一|责任二\n", encoding="utf-8")
    (tmp_path / "mine").write_text("纠治\n", encoding="utf-8")
    out = tmp_path / "out.csv"
    known = {}
    for option in ("--shipped", "--no-shipped"):
        assert run("slogans", small, "--register", tmp_path / "ours.csv", option, "-o", out) == 0
        table = pd.read_csv(out)
        known[option] = set(table.loc[table["status"] == "known", "slogan"])
    assert known["--no-shipped"] == {"压实责任"}
    assert known["--shipped"] > {"四个意识", "压实责任"}
    listed = {}
    for lists in (["none"], ["shipped"], [tmp_path / "mine"], ["shipped", tmp_path / "mine"]):
        options = [word for name in lists for word in ("--stopwords", name)]
        assert run("keyness", small, "--target", "甲局", *options, "-o", out) == 0
        listed[len(options), str(lists[0])] = set(pd.read_csv(out)["term"])
    assert listed[2, "none"] - listed[2, str(tmp_path / "mine")] == {"纠治"}
    assert listed[2, "shipped"] - listed[4, "shipped"] == {"纠治"}
    assert "增强" in listed[2, "none"] - listed[2, "shipped"]
    capsys.readouterr()
    assert run("similarity", small, "--stopwords", "nowhere.txt") == 2
    assert "no stopword list 'nowhere.txt'" in capsys.readouterr().err
    assert run("reuse", small, "--register", tmp_path / "ours.csv", "--no-shipped", "-o", out) == 0


def test_themes_by_passage_and_one_against_many(small, tmp_path):
    out = tmp_path / "out.csv"
    assert (
        run("themes", small, "--by", "passage", "--text", "body", "--lexicon", "party_building", "-o", out)
        == 0
    )
    assert {"doc_id", "line", "theme"} <= set(pd.read_csv(out).columns)
    new = tmp_path / "new.txt"
    new.write_text("丙局2025年工作要点\n一、压实责任，增强“四个意识”，持续纠治四风。\n", encoding="utf-8")
    assert run("reuse", small, "--query", new, "-o", out) == 0
    found = pd.read_csv(out)
    assert set(found["doc_a"]) | set(found["doc_b"]) >= {"new"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["outline", "nowhere"], "nowhere"),
        (["outline"], "CORPUS"),
        (["outline", "PLANS", "--wrong"], "--wrong"),
        (["outline", "PLANS", "-o", "x.doc"], ".csv"),
        (["nonsense"], "nonsense"),
        (["report", "EMPTY"], "EMPTY"),
        (["inspect", "TABLE"], "text"),
        (["keyness", "PLANS", "--target", "甲"], "甲局"),
        (["compare", "PLANS", "甲局", "丁局"], "丁局"),
        (["compare", "PLANS", "甲局"], "甲局"),
        (["compare", "PLANS", "甲局", "甲局"], "same plan"),
        (["themes", "PLANS", "--lexicon", "nothing"], "party_building"),
        (["themes", "PLANS", "--by", "colour"], "colour"),
        (["kwic", "PLANS", "[", "--regex"], "["),
        (["segment", "PLANS", "--lexicon", "missing.txt"], "missing.txt"),
    ],
)
def test_bad_usage_ends_with_2_and_one_line(arguments, said, small, tmp_path, capsys):
    (tmp_path / "EMPTY").mkdir()
    pd.DataFrame({"words": ["a"]}).to_csv(tmp_path / "TABLE.csv", index=False)
    names = {"PLANS": small, "EMPTY": tmp_path / "EMPTY", "TABLE": tmp_path / "TABLE.csv"}
    assert run(*(names.get(a, a) for a in arguments)) == 2
    message = capsys.readouterr().err.strip()
    assert message.startswith("plananalysis: ")
    assert said in message
    assert len(message.splitlines()) == 1


def test_an_unreadable_file_among_good_ones_is_named_and_the_rest_goes_on(small, capsys):
    (small / "broken.docx").write_bytes(b"PK no document")
    assert run("outline", small) == 0
    captured = capsys.readouterr()
    assert "skipped broken.docx" in captured.err
    assert "（一）" in captured.out


def test_import_is_light():
    code = "import sys, plananalysis; print([m for m in ('jieba','rjieba','sklearn','matplotlib') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("name", ["t.csv", "t.xlsx", "t.jsonl", "t.parquet"])
def test_a_place_that_cannot_be_written_ends_with_2_and_one_line(name, small, tmp_path, capsys):
    (tmp_path / "file").write_text("")
    assert run("outline", small, "-o", tmp_path / "file" / name) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_a_workbook_open_elsewhere_is_named(tmp_path, monkeypatch):
    import xlsxwriter

    from plananalysis.files.workbook import write_workbook

    def taken(self):
        raise xlsxwriter.exceptions.FileCreateError(PermissionError(13, "Permission denied"))

    monkeypatch.setattr(xlsxwriter.Workbook, "close", taken)
    with pytest.raises(PermissionError, match="xlsx"):
        write_workbook({"t": pd.DataFrame({"n": [1]})}, tmp_path / "t.xlsx")


def test_an_empty_path_is_not_the_current_folder(capsys):
    assert run("inspect", "") == 2
    assert "empty" in capsys.readouterr().err


def test_long_chinese_cells_are_cut_by_their_width(small, capsys):
    (small / "long.txt").write_text("甲市某某某某某某某局2024年工作要点\n一、学习。\n", encoding="utf-8")
    assert run("inspect", small) == 0
    out = capsys.readouterr().out
    assert "甲市某某某某某某某局202…" in out
    assert "...." not in out
    assert "<NA>" not in out


def test_the_sample_is_copied_and_reads_as_the_shipped_one(tmp_path, capsys):
    assert run("sample", tmp_path / "mine") == 0
    assert "plananalysis report" in capsys.readouterr().out
    copied, shipped = pa.load_corpus(tmp_path / "mine"), pa.load_corpus(pa.sample_path())
    assert copied.documents.equals(shipped.documents)
    assert run("sample", tmp_path / "mine") == 2
    assert "is there already" in capsys.readouterr().err


def test_notebooks_are_copied_and_never_overwritten(tmp_path, capsys):
    assert run("notebooks", tmp_path / "mine") == 0
    assert len(list((tmp_path / "mine").glob("*.ipynb"))) == 7
    assert run("notebooks", tmp_path / "mine") == 2
    assert "there already" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["slogans", "TABLE", "-o", "TABLE"], "is read by this command"),
        (["slogans", "PLANS", "-o", "PLANS/metadata.csv"], "the corpus has its metadata"),
        (["slogans", "PLANS", "-o", "PLANS/甲局/metadata.xlsx"], "the corpus has its metadata"),
        (["keywords", "PLANS", "--lexicon", "OWN", "-o", "OWN"], "is read by this command"),
        (["reuse", "PLANS", "--query", "TABLE", "-o", "TABLE"], "is read by this command"),
        (["keywords", "PLANS", "--stopwords", "OWN", "-o", "OWN"], "is read by this command"),
        (["slogans", "PLANS", "-o", "PLANS/任务.xlsx"], "is a plan of the corpus"),
        (["notebooks", ""], "empty"),
        (["report", "PLANS", "-o", "PLANS"], "is read by this command"),
        (["report", "PLANS", "-o", "MINE"], "--overwrite"),
        (["report", "PLANS", "-o", "OWN"], "OWN"),
        (["report", "PLANS", "-o", ""], "empty"),
        (["slogans", "PLANS", "-o", ""], "empty"),
        (["slogans", "PLANS", "-o", "t.doc"], "use .csv, .tsv"),
        (["slogans", "PLANS", "-o", "MINE"], "MINE"),
    ],
)
def test_output_never_lands_on_what_the_user_has(arguments, said, small, tmp_path, capsys):
    text = "text,unit,word\n一、学习。,甲,的\n"
    for name in ("TABLE.csv", "OWN.csv"):
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "MINE" / "tables").mkdir(parents=True)
    (tmp_path / "MINE" / "tables" / "reuse.csv").write_text("mine")
    (small / "metadata.csv").write_text("file,unit\n甲局/要点.txt,丙局\n", encoding="utf-8")
    tasks = {
        "工作任务": ["建成三个园区", "办好实事"],
        "责任单位": ["甲局", "乙局"],
        "完成时限": ["六月底", "年底"],
    }
    pd.DataFrame(tasks).to_excel(small / "任务.xlsx", index=False)
    names = {"PLANS": str(small), "MINE": str(tmp_path / "MINE")}
    names |= {name: str(tmp_path / f"{name}.csv") for name in ("TABLE", "OWN")}
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    given = []
    for word in arguments:
        first, slash, rest = word.partition("/")
        given.append(f"{names.get(first, first)}{slash}{rest}")
    assert run(*given) == 2
    message = capsys.readouterr().err.strip()
    assert said in message
    assert len(message.splitlines()) == 1
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


@pytest.mark.slow
def test_a_second_report_beside_the_plans_says_the_same_as_the_first(small, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(small)
    assert run("report", ".") == 0
    (tables,) = small.glob("*-report/tables")
    (tables / "mine.csv").write_text("mine")
    first = {path.name: path.read_bytes() for path in tables.iterdir()}
    assert run("report", ".") == 0
    second = {path.name: path.read_bytes() for path in tables.iterdir()}
    # A table of one's own among the report's is no plan, and is named as such; nothing else differs.
    assert {name for name in first if first[name] != second[name]} == {
        "skipped.csv",
        "skipped.parquet",
        "tables.xlsx",
    }
    assert second["skipped.csv"].count(b"mine.csv") == second["skipped.csv"].count(b"\n") - 1 == 1
    assert not [path for path in small.iterdir() if path.name.startswith(".")]
    capsys.readouterr()


def test_units_that_have_the_name_of_their_file_are_said(small, capsys):
    assert run("inspect", small) == 0
    before = capsys.readouterr().err
    (small / "scan001.txt").write_text("今日无事。\n明日无事。\n", encoding="utf-8")
    assert run("inspect", small) == 0
    said = capsys.readouterr().err
    assert "named after the file or the subject, for want of a unit: scan001" in said
    assert "scan001" not in before
