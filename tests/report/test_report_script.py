"""The page's script: one global, one file for each section, lines that can be read."""

import re
from importlib.resources import files
from pathlib import Path

import pytest

from plananalysis.report.page import FRAME_SCRIPTS
from plananalysis.report.sections import SECTIONS

ASSETS = Path(str(files("plananalysis.report"))) / "assets"
SCRIPTS = sorted(ASSETS.rglob("*.js"))
LONGEST_LINE = 120


def name_of(file):
    return file.relative_to(ASSETS).as_posix()


@pytest.mark.parametrize("file", SCRIPTS, ids=name_of)
def test_a_file_declares_no_global(file):
    declared = re.findall(
        r"^(?:const|let|var|class|function|async function) (\w+)", file.read_text("utf-8"), flags=re.M
    )
    assert declared == (["Report"] if file.name == "base.js" else [])


@pytest.mark.parametrize("file", SCRIPTS, ids=name_of)
def test_lines_can_be_read(file):
    lines = file.read_text(encoding="utf-8").splitlines()
    assert [i for i, line in enumerate(lines, 1) if len(line) > LONGEST_LINE] == []


def test_the_script_of_a_section_registers_it_under_its_name():
    scripts = {file.stem: file.read_text("utf-8") for file in SCRIPTS if file.parent.name == "sections"}
    assert scripts.keys() <= {section.name for section in SECTIONS}
    for name, script in scripts.items():
        assert re.findall(r'^Report\.section\("(\w+)"', script, flags=re.M) == [name]


def test_every_file_of_the_frame_is_used():
    frame = {file.stem for file in SCRIPTS if file.parent.name == "script"}
    assert frame == {*FRAME_SCRIPTS, "start"}


def test_the_frame_names_no_section():
    names = "|".join(section.name for section in SECTIONS)
    for file in [*(ASSETS / "script").glob("*.js"), ASSETS / "page.html.j2"]:
        found = re.findall(rf"sections\.(?:{names})\b|[#\"'](?:{names})[\"']", file.read_text("utf-8"))
        assert found == [], file.name
