"""The command line in any surroundings: one line or clean work, and the right exit code."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

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
