"""The documentation holds: its Python runs, its commands parse, its links and columns exist, its tables are current."""

import inspect
import re
import runpy
import shlex
from pathlib import Path
from urllib.parse import unquote

import pytest

import plananalysis as pa
from plananalysis.cli import cli
from plananalysis.tables import TABLES

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
GUIDE = sorted((DOCS / "guide").glob("*.md"))
PAGES = [*GUIDE, *sorted(DOCS.glob("*.md")), ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md"]
READMES = [ROOT / "README.md", ROOT / "README.zh-CN.md"]
KINDS = {"python", "sh", "toml", "mermaid", ""}
"""Python, commands and settings are run or parsed by the tests here, in test_readmes and in test_project_file; drawings and plain lines are none."""


def fenced(page: Path) -> list[tuple[str, str]]:
    """Return the code blocks of a page, each with its language."""
    found: list[tuple[str, str]] = []
    inside = False
    for line in page.read_text(encoding="utf-8").splitlines(keepends=True):
        if line.startswith("```"):
            found += [] if inside else [(line[3:].strip(), "")]
            inside = not inside
        elif inside:
            found[-1] = (found[-1][0], found[-1][1] + line)
    assert not inside, f"{page.name}: a block is not closed"
    return found


def blocks(page: Path, language: str) -> list[str]:
    """Return the code blocks of a page in one language."""
    return [block for kind, block in fenced(page) if kind == language]


@pytest.mark.parametrize("page", [*PAGES, *READMES], ids=lambda page: page.stem)
def test_no_snippet_is_of_a_kind_that_no_test_reads(page: Path) -> None:
    assert {kind for kind, _ in fenced(page)} <= KINDS


@pytest.mark.slow
@pytest.mark.parametrize(
    "page", [page for page in PAGES if blocks(page, "python")], ids=lambda page: page.stem
)
def test_python_of_the_pages_runs(page: Path) -> None:
    from matplotlib import pyplot

    names: dict[str, object] = {}
    try:
        for block in blocks(page, "python"):
            exec(compile(block, page.name, "exec"), names)  # noqa: S102
    finally:
        pyplot.close("all")


@pytest.mark.parametrize("page", [*PAGES, *READMES], ids=lambda page: page.stem)
def test_commands_parse(page: Path) -> None:
    for line in "".join([*blocks(page, "sh"), *blocks(page, "")]).splitlines():
        program, *words = shlex.split(line, comments=True) or [""]
        if program == "plananalysis":
            cli.commands[words[0]].make_context(words[0], words[1:])


def test_guide_shows_every_command() -> None:
    shown = "".join(line for page in GUIDE for line in blocks(page, "sh"))
    assert [name for name in cli.commands if f"plananalysis {name} " not in shown] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8"))
    local = [unquote(link).partition("#")[0] for link in links if not re.match(r"https?:|mailto:|#", link)]
    assert [link for link in local if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", GUIDE, ids=lambda page: page.stem)
def test_columns_in_the_guide_exist(page: Path) -> None:
    known = {column.name for columns in TABLES.values() for column in columns}
    listed = re.findall(
        r"^\| column \|.*\n\|[-|]+\n((?:\|.*\n)+)", page.read_text(encoding="utf-8"), re.MULTILINE
    )
    cells = [row.split("|")[1] for table in listed for row in table.splitlines()]
    assert {name for cell in cells for name in re.findall(r"`(\w+)`", cell)} <= known


def test_data_dictionary_is_current() -> None:
    page = runpy.run_path(str(DOCS / "make_tables.py"))["page"]
    assert (DOCS / "tables.md").read_text(encoding="utf-8") == page(), "run: python docs/make_tables.py"


def test_index_of_files_and_names_is_current() -> None:
    page = runpy.run_path(str(DOCS / "make_modules.py"))["page"]
    assert (DOCS / "modules.md").read_text(encoding="utf-8") == page(), "run: python docs/make_modules.py"


def test_gallery_shows_every_figure() -> None:
    gallery = (DOCS / "gallery.md").read_text(encoding="utf-8")
    assert [name for name in pa.__all__ if name.startswith("plot_") and f"`{name}`" not in gallery] == []


@pytest.mark.parametrize("name", [name for name in pa.__all__ if name != "__version__"])
def test_every_public_name_says_what_it_answers_and_has_an_example(name: str) -> None:
    value = getattr(pa, name)
    text = value.__doc__ or ""
    first, _, rest = text.strip().partition("\n")
    assert first.endswith((".", "?", ":")), "the first line is a sentence"
    assert "Examples\n" in rest, "the doctests run with the tests"
    assert ">>>" in rest.partition("Examples\n")[2]
    if not isinstance(value, type):
        parameters = inspect.signature(value).parameters
        described = set(re.findall(r"\w+", rest.partition("Parameters\n")[2].partition("Returns\n")[0]))
        assert [each for each in parameters if each not in described] == []


def test_reference_covers_every_public_name() -> None:
    modules = runpy.run_path(str(DOCS / "build_api.py"))["modules"]()
    assert {pa._PUBLIC[name] for name in pa._PUBLIC} <= set(modules)


def test_every_test_that_the_page_of_faults_names_is_there() -> None:
    page = (DOCS / "hardening.md").read_text(encoding="utf-8")
    named = re.findall(r"`(test_\w+\.py)(?:::(\w+))?`", page)
    assert len(named) > 20
    files = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py")}
    assert [
        name for name, test in named if name not in files or (test and f"def {test}(" not in files[name])
    ] == []
    assert all(
        (ROOT / path).exists() for path in re.findall(r"`(?:python )?((?:benchmarks|docs|\.ci)/[\w.]+)", page)
    )
