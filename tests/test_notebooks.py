"""Every notebook runs from top to bottom on the sample, and is stored clean."""

import json
import math
import os
import re
import time

import pytest

from plananalysis import load_corpus, sample_path
from shared import ROOT

RUNS_WITHIN = 20
"""Seconds for one notebook on the sample, kernel start included."""

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


def _spent():
    """Seconds of CPU of the kernels that have ended; 0 where the system does not tell."""
    times = os.times()
    return times.children_user + times.children_system


def stored(path):
    """Return the cells of a notebook as the file has them, each with its source as one text."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return [cell | {"source": "".join(cell["source"])} for cell in cells]


def opened(path):
    """Return a notebook to be run; what it takes to check its form is loaded here, for it takes seconds."""
    import nbformat

    return nbformat.read(path, as_version=4)


def run(notebook, folder):
    """Run a notebook in a folder."""
    from nbclient import NotebookClient

    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(folder)}}).execute()


def test_there_are_notebooks_and_they_are_numbered_as_one_story():
    assert [path.name[:2] for path in NOTEBOOKS] == [f"{n:02}" for n in range(1, len(NOTEBOOKS) + 1)]
    assert NOTEBOOKS


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_is_stored_without_outputs_and_short_of_code(path):
    cells = stored(path)
    assert cells[0]["cell_type"] == "markdown"
    assert "?" in cells[0]["source"] or "？" in cells[0]["source"]
    for cell in cells:
        if cell["cell_type"] == "code":
            assert not cell["outputs"]
            assert cell["execution_count"] is None
            assert len(cell["source"].splitlines()) <= 6
            assert not re.search(r"^\s*(def|for|while|if) ", cell["source"], re.MULTILINE)


def test_own_folder_goes_into_the_first_cell_and_nothing_else_names_the_sample():
    for path in NOTEBOOKS:
        code = [cell["source"] for cell in stored(path) if cell["cell_type"] == "code"]
        assert "CORPUS = pa.sample_path()" in code[0]
        names = load_corpus(sample_path()).documents["unit"].unique()
        assert [name for name in names for source in code[1:] if name in source] == []


def test_a_menu_stands_below_what_it_shows_first():
    for path in NOTEBOOKS:
        cells = stored(path)
        menus = [i for i, cell in enumerate(cells) if "pa.choose(" in cell["source"]]
        assert menus
        for i in menus:
            above = [cell["source"] for cell in cells[:i] if cell["cell_type"] == "code"]
            assert "pa.choose(" not in above[-1], "a static view stands between two menus"


@pytest.mark.notebooks
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_runs(path, tmp_path, monkeypatch):
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    notebook = opened(path)
    start, before = time.perf_counter(), _spent()
    run(notebook, path.parent)
    # On a machine that does other things as well, the kernel's own time is what a reader would wait.
    assert min(time.perf_counter() - start, (_spent() - before) or math.inf) < RUNS_WITHIN
    for cell in notebook.cells:
        if "ax = pa.plot_" in cell.source:
            assert any("image/png" in output.get("data", ()) for output in cell.outputs), cell.source
        for output in cell.get("outputs", ()):
            assert output.output_type != "error"
            assert "Glyph" not in output.get("text", "")


OWN = {
    "甲局": "一、抓好理论学习\n坚持“三会一课”，每季度讲一次党课。\n二、改进作风\n纠治“四风”，整改问题十二个，年底前完成。",
    "乙局": "一、加强政治学习\n落实“三会一课”，每月开一次支部会。\n二、服务群众\n办好便民实事八件，由办公室牵头。",
    "丙局": "一、建强支部\n规范“三会一课”，培训书记二十名。\n二、守牢底线\n排查隐患，6月底前整改到位。",
}


@pytest.mark.notebooks
@pytest.mark.parametrize("number", ["05", "06", "07"])
def test_another_folder_needs_no_change_but_its_name(number, tmp_path, monkeypatch):
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    (tmp_path / "plans").mkdir()
    for unit, text in OWN.items():
        (tmp_path / "plans" / f"{unit}.txt").write_text(f"{unit}2024年工作要点\n{text}\n", encoding="utf-8")
    (path,) = (path for path in NOTEBOOKS if path.name.startswith(number))
    notebook = opened(path)
    first = next(cell for cell in notebook.cells if cell.cell_type == "code")
    first.source = first.source.replace("pa.sample_path()", '"plans"')
    run(notebook, tmp_path)


def _said(notebook):
    """Return what the cells printed, warnings included."""
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", ())]
    return "".join(output.text for output in outputs if output.output_type == "stream")


@pytest.mark.notebooks
@pytest.mark.parametrize(
    ("years", "said", "unsaid"),
    [
        ((2024,), ("no unit has plans of two years", "no plan sets a target for a known indicator"), ()),
        ((2023, 2024), ("no plan sets a target for a known indicator",), ("no unit has plans of two years",)),
    ],
)
def test_few_documents_say_why_there_is_nothing(years, said, unsaid, tmp_path, monkeypatch):
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    (tmp_path / "plans").mkdir()
    for year, text in zip(years, OWN.values(), strict=False):
        (tmp_path / "plans" / f"{year}.txt").write_text(f"甲局{year}年工作要点\n{text}\n", encoding="utf-8")
    notebook = opened(next(path for path in NOTEBOOKS if path.name.startswith("07")))
    first = next(cell for cell in notebook.cells if cell.cell_type == "code")
    first.source = first.source.replace("pa.sample_path()", '"plans"')
    run(notebook, tmp_path)
    found = _said(notebook)
    assert [each for each in said if each not in found] == []
    assert [each for each in unsaid if each in found] == []
