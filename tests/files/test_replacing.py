"""Files and folders of results are the old ones or the new ones, whole."""

import errno
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pytest

import plananalysis as pa
from plananalysis.errors import InputError
from plananalysis.files.io import FORMATS
from plananalysis.files.replacing import replacing
from plananalysis.files.staging import check_folder, files_of_a_run, staging

OLD, NEW = pd.DataFrame({"n": [1]}), pd.DataFrame({"n": [2, 3]})


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def record(folder: Path, *files: str) -> None:
    """Write what makes a folder one of results."""
    (folder / "run.json").write_text(json.dumps({"plananalysis": "0", "files": ["run.json", *files]}))


@pytest.mark.parametrize("suffix", FORMATS)
def test_an_error_while_writing_leaves_the_old_table_and_nothing_else(suffix, tmp_path, monkeypatch):
    path = pa.write_table(OLD, tmp_path / f"t{suffix}")
    before = path.read_bytes()
    write = FORMATS[suffix][0]

    def full(frame, new, name):
        write(frame, new, name)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setitem(FORMATS, suffix, (full, FORMATS[suffix][1]))
    with pytest.raises(InputError, match="No space left") as error:
        pa.write_table(NEW, path)
    assert "\n" not in str(error.value)
    assert path.read_bytes() == before
    assert names(tmp_path) == [path.name]


@pytest.mark.parametrize("stop", [KeyboardInterrupt, MemoryError, ZeroDivisionError])
def test_whatever_stops_the_writing_the_old_file_stays(stop, tmp_path):
    (tmp_path / "a").write_text("old")
    with pytest.raises(stop), replacing(tmp_path / "a") as new:
        new.write_text("half")
        raise stop
    assert (tmp_path / "a").read_text() == "old"
    assert names(tmp_path) == ["a"]


def test_a_link_stays_a_link_and_permissions_stay(tmp_path):
    (tmp_path / "real.csv").write_text("old")
    (tmp_path / "real.csv").chmod(0o640)
    (tmp_path / "link.csv").symlink_to("real.csv")
    pa.write_table(NEW, tmp_path / "link.csv")
    assert (tmp_path / "link.csv").is_symlink()
    assert pa.read_table(tmp_path / "real.csv").equals(NEW)
    assert (tmp_path / "real.csv").stat().st_mode & 0o777 == 0o640


def test_a_new_file_has_the_permissions_that_the_user_gives_new_files(tmp_path):
    (tmp_path / "plain").write_text("x")
    pa.write_table(NEW, tmp_path / "t.csv")
    assert (tmp_path / "t.csv").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_pipe_is_written_to_as_it_is(tmp_path):
    os.mkfifo(tmp_path / "t.csv")
    reader = subprocess.Popen(["cat", tmp_path / "t.csv"], stdout=subprocess.PIPE)
    pa.write_table(NEW, tmp_path / "t.csv")
    assert reader.communicate(timeout=20)[0].decode("utf-8-sig") == "n\n2\n3\n"


def test_a_folder_or_a_file_that_may_not_be_written_is_said(tmp_path, monkeypatch):
    (tmp_path / "t.csv").mkdir()
    with pytest.raises(InputError, match="directory"):
        pa.write_table(NEW, tmp_path / "t.csv")
    (tmp_path / "kept.csv").write_text("kept")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(InputError, match="ermission"):
        pa.write_table(NEW, tmp_path / "kept.csv")
    assert (tmp_path / "kept.csv").read_text() == "kept"


@pytest.mark.parametrize(
    "name", ["两个 维护.csv", "a" * 250 + ".csv", "-o.csv", "a.b.csv", "'q\".csv", "𠮷.csv"]
)
def test_odd_names_are_names(name, tmp_path):
    if len(os.fsencode(name)) > 255:
        pytest.skip("no such name on this system")
    assert pa.read_table(pa.write_table(NEW, tmp_path / name)).equals(NEW)
    assert names(tmp_path) == [name]


def test_a_folder_of_results_is_replaced_whole_and_the_users_files_stay(tmp_path):
    folder = tmp_path / "report"
    (folder / "tables").mkdir(parents=True)
    record(folder, "index.html", "tables/old.csv")
    for name in ("index.html", "tables/old.csv", "notes.txt", "tables/mine.xlsx"):
        (folder / name).write_text(f"old {name}")
    (folder / "link").symlink_to("notes.txt")
    with staging(folder) as new:
        (new / "index.html").write_text("new")
        record(new, "index.html")
        assert (folder / "index.html").read_text() == "old index.html", "until it is whole"
    assert names(folder) == ["index.html", "link", "notes.txt", "run.json", "tables", "tables/mine.xlsx"]
    assert (folder / "index.html").read_text() == "new"
    assert (folder / "notes.txt").read_text() == "old notes.txt"
    assert (folder / "link").is_symlink()
    assert names(tmp_path) == ["report", *(f"report/{name}" for name in names(folder))]


@pytest.mark.parametrize("where", ["beside", "inside"])
def test_an_error_leaves_the_old_folder_as_it_was(where, tmp_path, monkeypatch):
    folder = tmp_path / "report"
    folder.mkdir()
    record(folder, "a")
    (folder / "a").write_text("old")
    if where == "inside":
        monkeypatch.chdir(folder)
    with pytest.raises(InputError, match=r"cannot be written \(No space"), staging(folder) as new:
        assert (new.parent == folder) == (where == "inside")
        (new / "a").write_text("new")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert (folder / "a").read_text() == "old"
    assert names(tmp_path) == ["report", "report/a", "report/run.json"]


def test_the_folder_in_which_the_user_stands_stays_the_same_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    record(tmp_path, "gone", "a")
    for name in ("gone", "a", "mine"):
        (tmp_path / name).write_text("old")
    before = tmp_path.stat().st_ino
    with staging(".") as new:
        (new / "a").write_text("new")
        (new / "tables").mkdir()
        (new / "tables" / "b").write_text("new")
        record(new, "a", "tables/b")
    assert tmp_path.stat().st_ino == before
    assert names(tmp_path) == ["a", "mine", "run.json", "tables", "tables/b"]
    assert (tmp_path / "a").read_text() == "new"
    assert (tmp_path / "mine").read_text() == "old"


def test_files_of_the_user_are_never_replaced_unless_he_says_so(tmp_path):
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "index.html").write_text("mine")
    with pytest.raises(InputError, match=r"index\.html is not of a report; .*--overwrite"):
        check_folder(folder, ("index.html",))
    with pytest.raises(InputError, match=r"index\.html is not of a report"), staging(folder) as new:
        (new / "index.html").write_text("new")
    assert (folder / "index.html").read_text() == "mine"
    check_folder(folder, ("index.html",), overwrite=True)
    with staging(folder, overwrite=True) as new:
        (new / "index.html").write_text("new")
    assert (folder / "index.html").read_text() == "new"
    (tmp_path / "file").write_text("")
    for path, said in ((tmp_path / "file", "it is a file"), ("", "empty")):
        with pytest.raises(InputError, match=said):
            check_folder(path, ())
    with pytest.raises(InputError, match="it is a file"), staging(tmp_path / "file"):
        pass
    assert (tmp_path / "file").is_file()


def test_a_folder_in_use_by_another_run_is_said(tmp_path):
    with staging(tmp_path / "report") as new:
        (new / "a").write_text("first")
        with pytest.raises(InputError, match="another run is writing"), staging(tmp_path / "report"):
            pass
        assert (new / "a").exists(), "the first goes on"
    assert names(tmp_path / "report") == ["a"]


def test_what_a_killed_run_left_is_cleared_by_the_next(tmp_path):
    folder, hidden, old = tmp_path / "report", tmp_path / ".report.part", tmp_path / ".report.old.part"
    for path in (hidden / "tables", old):
        path.mkdir(parents=True)
    (hidden / "tables" / "half.csv").write_text("half")
    record(old, "a")
    (old / "a").write_text("old")  # killed between the two steps: the old results had lost their place
    with staging(folder) as new:
        assert (folder / "a").read_text() == "old"
        assert names(new) == [".lock"]
        (new / "a").write_text("new")
        record(new, "a")
    assert names(tmp_path) == ["report", "report/a", "report/run.json"]
    assert (folder / "a").read_text() == "new"
    assert files_of_a_run(folder) == {"a", "run.json"}


def test_where_places_cannot_be_exchanged_in_one_step_they_are_in_two(tmp_path, monkeypatch):
    monkeypatch.setattr("plananalysis.files.staging._exchanged", lambda *_: False)
    test_a_folder_of_results_is_replaced_whole_and_the_users_files_stay(tmp_path)


WRITE = """
import sys
from pathlib import Path
from plananalysis.files.staging import staging
folder = Path(sys.argv[1])
for version in range(10_000):
    with staging(folder) as new:
        for name in "abcdefgh":
            (new / name).write_text(str(version))
        (new / "run.json").write_text('{"plananalysis": "0", "files": ["run.json", ' + ", ".join(f'"{n}"' for n in "abcdefgh") + "]}")
    print(version, flush=True)
"""


@pytest.mark.parametrize("kills", [5, pytest.param(60, marks=pytest.mark.slow)])
def test_a_run_killed_at_any_moment_leaves_the_old_folder_or_the_new_one(kills, tmp_path):
    folder = tmp_path / "report"
    for kill in range(kills):
        run = subprocess.Popen([sys.executable, "-c", WRITE, str(folder)], stdout=subprocess.PIPE, text=True)
        run.stdout.readline()  # the first version stands
        time.sleep(0.0137 * (kill % 17) + 0.001 * kill % 0.007)
        run.kill()
        run.communicate(timeout=20)
        versions = {(folder / name).read_text() for name in "abcdefgh"}
        assert len(versions) == 1
        assert names(folder) == [*"abcdefgh", "run.json"]
