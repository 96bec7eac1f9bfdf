"""The command line in any surroundings: one line or clean work, and the right exit code."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import plananalysis as pa

COMMAND = [sys.executable, "-m", "plananalysis"]
NO_UTF8 = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@pytest.fixture
def plans(tmp_path):
    folder = tmp_path / "plans"
    folder.mkdir()
    (folder / "甲局.txt").write_text("甲局2024年工作要点\n一、学习𠮷。\n二、落实。\n", encoding="utf-8")
    (folder / "red\x1b[31m.docx").write_bytes(b"PK no document")
    return folder


def run(*arguments, variables=None, **options):
    environment = {**os.environ, **(variables or {})}
    return subprocess.run([*COMMAND, *map(str, arguments)], env=environment, timeout=300, **options)


@pytest.mark.slow
@pytest.mark.parametrize(
    "variables",
    [NO_UTF8, *({"PYTHONIOENCODING": name} for name in ("ascii", "gbk", "latin-1", "utf-8"))],
    ids=["C", "ascii", "gbk", "latin-1", "utf-8"],
)
def test_a_terminal_that_lacks_characters_shows_the_others(variables, plans):
    done = run("outline", plans, variables=variables, capture_output=True)
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr
    encoding = variables.get("PYTHONIOENCODING", "ascii")
    encoding = (
        "utf-8" if encoding == "ascii" else encoding
    )  # where the locale knows ascii only, click writes UTF-8
    assert "学习".encode(encoding, "replace") in done.stdout


@pytest.mark.slow
def test_file_names_and_texts_cannot_command_the_terminal(plans):
    (plans / "a.txt").write_text("乙局\x1b]0;x\x07 2024年工作要点\n一、学习\u202e。\n", encoding="utf-8")
    for command in (
        ["inspect", plans],
        ["outline", plans],
        ["kwic", plans, "学习"],
        ["kwic", plans, "\x1b[2J"],
    ):
        done = run(*command, capture_output=True)
        for sent in (b"\x1b", b"\x07", "\u202e".encode()):
            assert sent not in done.stdout + done.stderr, command


@pytest.mark.slow
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_full_device_is_said_in_one_line(plans):
    with Path("/dev/full").open("w") as full:
        done = run("outline", plans, stdout=full, stderr=subprocess.PIPE)
        assert done.returncode == 2
        (line,) = [line for line in done.stderr.decode().splitlines() if not line.startswith("skipped")]
        assert "No space left" in line
        assert run("outline", plans, "-o", plans / "t.csv", stderr=full).returncode in (0, 2)


@pytest.mark.slow
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "| head -c 1 >/dev/null"])
def test_closed_streams_and_pipes_end_cleanly(closed, plans, tmp_path):
    line = " ".join(f"'{word}'" for word in (*COMMAND, "outline", plans))
    done = subprocess.run(["bash", "-c", f"{line} {closed}"], capture_output=True, timeout=300)
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr
    assert done.returncode == 0


@pytest.mark.slow
@pytest.mark.parametrize(
    "suffix",
    [
        "xlsx",
        "parquet",
        *(pytest.param(name, marks=pytest.mark.slow) for name in ("csv", "tsv", "dta", "jsonl", "feather")),
    ],
)
def test_where_the_system_knows_ascii_alone_chinese_names_are_written_and_read(suffix, plans):
    done = run("outline", plans, "-o", plans / f"大纲.{suffix}", variables=NO_UTF8, capture_output=True)
    assert done.returncode == 0, done.stderr
    assert f"大纲.{suffix}".encode() in done.stderr
    assert pa.read_table(plans / f"大纲.{suffix}")["heading"].tolist() == ["学习𠮷", "落实"]


@pytest.mark.slow
def test_where_the_system_knows_ascii_alone_chinese_arguments_are_text(plans):
    done = run("kwic", plans, "落实", variables=NO_UTF8, capture_output=True)
    assert done.returncode == 0
    assert "落实".encode() in done.stdout
    assert (
        "没有".encode()
        in run("themes", plans, "--lexicon", "没有", variables=NO_UTF8, capture_output=True).stderr
    )


@pytest.mark.slow
def test_what_is_logged_or_warned_of_cannot_command_the_terminal_either(plans):
    (plans / "metadata.csv").write_text(
        "file,year\n甲局.txt,2024\x1b[2J\n不在\x1b[31m.txt,2024\n", encoding="utf-8"
    )
    done = run("keywords", plans, capture_output=True)
    assert done.returncode == 0
    assert "is no year" in done.stderr.decode()
    assert b"\x1b" not in done.stdout + done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("home", ["/proc", "", "/nonexistent"])
def test_a_home_that_cannot_be_written_to_is_no_matter(home, plans):
    (plans / "red\x1b[31m.docx").unlink()
    variables = {"HOME": home, "TMPDIR": home or "/proc", "MPLCONFIGDIR": ""}
    done = run("report", plans, "-o", plans / "r", variables=variables, capture_output=True)
    assert done.returncode == 0
    assert all(line.startswith(b"plananalysis: ") for line in done.stderr.splitlines()), done.stderr


INTERRUPTED = """
import os, signal, sys
from importlib.abc import MetaPathFinder
signal.signal(signal.SIGINT, signal.default_int_handler)  # tests that run in the background are told to ignore it
from plananalysis import __main__ as entry

class Press(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name == place:
            sys.meta_path.remove(self)
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Press())
place, sys.argv[1:] = sys.argv[1], sys.argv[2:]
if ":" in place:
    module, name = place.split(":")
    from importlib import import_module
    owner = import_module(module.rpartition(".")[0])
    kind = getattr(owner, module.rpartition(".")[2])
    method = getattr(kind, name)
    def pressed(*arguments, **options):
        setattr(kind, name, method)
        os.kill(os.getpid(), signal.SIGINT)
        return method(*arguments, **options)
    setattr(kind, name, pressed)
entry.main()
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    "place",
    [
        "click.core",
        "numpy",
        pytest.param("pandas.core.frame", marks=pytest.mark.slow),
        pytest.param("plananalysis.cli.program", marks=pytest.mark.slow),
        pytest.param("rjieba", marks=pytest.mark.slow),
        pytest.param("matplotlib.figure", marks=pytest.mark.slow),
        pytest.param("plananalysis.report.figures", marks=pytest.mark.slow),
        "matplotlib.backends.backend_agg.RendererAgg:draw_text",
        pytest.param("matplotlib.backends.backend_agg.FigureCanvasAgg:print_raw", marks=pytest.mark.slow),
        "xlsxwriter.workbook.Workbook:close",
    ],
)
def test_control_c_at_any_moment_ends_with_one_line_and_leaves_nothing(place, plans):
    report = plans.parent / "report"
    (plans / "red\x1b[31m.docx").unlink()
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED, place, "report", plans, "-o", report],
        capture_output=True,
        timeout=300,
    )
    said = done.stderr.decode().splitlines()
    assert (done.returncode, said[-1]) == (130, "plananalysis: stopped")
    assert all(line.startswith("plananalysis: ") for line in said)
    assert [path.name for path in plans.parent.iterdir()] == ["plans"]


@pytest.mark.slow
def test_a_run_that_was_told_to_ignore_control_c_goes_on(plans):
    line = " ".join(f"'{word}'" for word in (*COMMAND, "outline", plans))
    done = subprocess.run(
        ["bash", "-c", f"trap '' INT; {line} & sleep 0.7; kill -INT $!; wait $!"],
        capture_output=True,
        timeout=300,
    )
    assert done.returncode == 0
    assert "学习".encode() in done.stdout


def test_an_interrupt_that_a_library_swallows_ends_the_run_all_the_same():
    swallowed = """
import os, signal
from plananalysis import interrupts
signal.signal(signal.SIGINT, signal.default_int_handler)  # tests that run in the background are told to ignore it
interrupts.while_loading(); interrupts.while_working()
class Tidied:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGINT)
        for _ in range(10_000): pass
Tidied()
print("went on")
"""
    done = subprocess.run([sys.executable, "-c", swallowed], capture_output=True, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"plananalysis: stopped\n")


def test_an_interrupt_says_stopped(monkeypatch, capsys):
    from plananalysis.cli import main, program

    for stop, status, said in (
        (KeyboardInterrupt, 130, "stopped"),
        (MemoryError, 2, "the memory is used up"),
    ):

        def stopped(stop=stop, **_):
            raise stop

        monkeypatch.setattr(program.cli, "main", stopped)
        with pytest.raises(SystemExit) as end:
            main([])
        assert end.value.code == status
        assert said in capsys.readouterr().err
