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


def test_letters_stand_out_in_every_cell_of_a_heatmap_on_the_light_page_and_the_dark():
    drawings = (ASSETS / "script" / "drawings.js").read_text(encoding="utf-8")
    full, dark = map(float, re.search(r"\[FULL, DARK\] = \[([\d.]+), ([\d.]+)\]", drawings).groups())
    style = "".join(path.read_text(encoding="utf-8") for path in sorted(ASSETS.glob("*.css")))
    heats = [tuple(map(int, rgb)) for rgb in re.findall(r"--heat: (\d+), (\d+), (\d+)", style)]
    papers = [tuple(bytes.fromhex(rgb)) for rgb in re.findall(r"--paper: #([0-9a-f]{6})", style)]
    for heat, paper, low in ((heats[0], papers[0], 0), (heats[1], papers[1], 255)):
        for percent in range(round(100 * full) + 1):
            depth = percent / 100
            cell = [depth * h + (1 - depth) * p for h, p in zip(heat, paper, strict=True)]
            letters = [255 - low if depth >= dark else low] * 3
            assert contrast(cell, letters) >= 4.5, (heat, depth)


def contrast(one, other):
    """Return the contrast of two colours as WCAG defines it."""
    light, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dim + 0.05)


def luminance(rgb):
    """Return the relative luminance of a colour as WCAG defines it."""
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in rgb)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
