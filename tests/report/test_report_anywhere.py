"""A report says the same, byte for byte, in whatever surroundings it is made."""

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import plananalysis
from shared import ROOT

SOURCE = Path(plananalysis.__file__).parents[1]
SHUFFLED = """
import os, random

_listed, _chance = os.scandir, random.Random(7)


class _Shuffled(list):
    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def close(self):
        pass


def scandir(path="."):
    with _listed(path) as entries:
        found = _Shuffled(entries)
    _chance.shuffle(found)
    return _Iterated(found)


class _Iterated(_Shuffled):
    def __init__(self, found):
        super().__init__(found)
        self._left = iter(found)

    def __next__(self):
        return next(self._left)


os.scandir = scandir
_names = os.listdir


def listdir(path="."):
    found = _names(path)
    _chance.shuffle(found)
    return found


os.listdir = listdir
"""
"""Read before everything else: files are listed in an order that no system promises."""
SURROUNDINGS = {
    "hash seed, ascii locale, Shanghai, files listed in another order, another folder": {
        "PYTHONHASHSEED": "1",
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "TZ": "Asia/Shanghai",
    },
    "hash seed, Chinese locale, New York, three threads, files written in another order": {
        "PYTHONHASHSEED": "20261",
        "LC_ALL": "zh_CN.UTF-8",
        "LANG": "zh_CN.UTF-8",
        "TZ": "America/New_York",
        "OMP_NUM_THREADS": "3",
        "OPENBLAS_NUM_THREADS": "3",
    },
}
PLAIN = {
    "PYTHONHASHSEED": "0",
    "LC_ALL": "C.UTF-8",
    "TZ": "UTC",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
}


def copied(place: Path, chance: random.Random | None = None) -> Path:
    """Copy every second file of the sample corpus, in their order or in another."""
    files = sorted(path.relative_to(ROOT / "corpus") for path in (ROOT / "corpus").rglob("*.*"))[::2]
    if chance is not None:
        chance.shuffle(files)
    for file in files:
        (place / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "corpus" / file, place / file)
    return place


def written(
    corpus: Path, output: Path, variables: dict[str, str], cwd: Path, before: Path | None = None
) -> dict[str, bytes]:
    """Write a report in some surroundings; return its files but the record, which names the run."""
    path = os.pathsep.join([*([str(before)] if before else []), str(SOURCE)])
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "0", "PYTHONPATH": path, **PLAIN, **variables}
    command = [sys.executable, "-m", "plananalysis", "report", str(corpus), "-o", str(output)]
    done = subprocess.run(command, env=environment, cwd=cwd, capture_output=True, timeout=600)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    files = (path for path in (cwd / output).rglob("*") if path.is_file() and path.name != "run.json")
    return {path.relative_to(cwd / output).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    folder = tmp_path_factory.mktemp("plain")
    copied(folder / "corpus")
    return written(Path("corpus"), Path("report"), {}, folder)


@pytest.mark.slow
@pytest.mark.parametrize("name", SURROUNDINGS)
def test_a_report_is_the_same_bytes(name, plain, tmp_path):
    corpus = copied(tmp_path / "corpus", random.Random(name) if "written" in name else None)
    before = None
    if "listed" in name:
        before = tmp_path / "before"
        before.mkdir()
        (before / "sitecustomize.py").write_text(SHUFFLED, encoding="utf-8")
    elsewhere = tmp_path / "elsewhere" / "deeper"
    elsewhere.mkdir(parents=True)
    found = written(corpus, tmp_path / "here", SURROUNDINGS[name], elsewhere, before)
    assert sum(file.startswith("tables/") for file in plain) > 20
    assert sorted(found) == sorted(plain)
    assert [file for file in plain if found[file] != plain[file]] == []
