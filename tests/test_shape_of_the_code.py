"""The code keeps its shape: small functions, few arguments by place, imports that point one way, names that tell apart.

The layers are read from the module table of docs/architecture.md, so that the page cannot tell something else.
"""

import ast
import re
from collections import defaultdict
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from shared import ROOT

SOURCE = ROOT / "src"
PACKAGE = SOURCE / "plananalysis"
FILES = sorted(PACKAGE.rglob("*.py"))
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in FILES}

MOST_LINES = 60
"""What a screen shows at once."""

MOST_BY_PLACE = 6
"""More arguments nobody keeps in order; options have names."""

SECTIONS = PACKAGE / "report" / "sections"
"""A section of the page has the name of what it shows, which is also the name of the package that counts it."""


@cache
def functions() -> list[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    """Return every function of the package with its place, ``folder/file.py:name``."""
    return [
        (f"{path.relative_to(PACKAGE).as_posix()}:{node.name}", node)
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return how many lines the body of a function takes, without its docstring."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def by_place(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return how many arguments can be given by place, without ``self``."""
    names = [argument.arg for argument in (*function.args.posonlyargs, *function.args.args)]
    return len(names) - (names[:1] in (["self"], ["cls"]))


@cache
def imports(path: Path) -> frozenset[str]:
    """Return the modules of the package that a file imports, wherever in it, but for type checkers alone."""
    tree = TREES[path]
    told = {id(node) for block in tree.body if isinstance(block, ast.If) for node in ast.walk(block)}
    found: set[str] = set()
    for node in ast.walk(tree):
        if id(node) in told:
            continue
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names if alias.name.startswith("plananalysis.")}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "plananalysis":
            found |= {
                whole if is_module(whole := f"{node.module}.{alias.name}") else str(node.module)
                for alias in node.names
            }
    return frozenset(found - {"plananalysis"})


@cache
def is_module(name: str) -> bool:
    place = SOURCE.joinpath(*name.split("."))
    return place.with_suffix(".py").exists() or (place / "__init__.py").exists()


def module(path: Path) -> str:
    """Return the name by which a file is imported."""
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def layers() -> dict[str, int]:
    """Return the row of the module table that each module or package stands in."""
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`[^|]+) \|", page.partition("\n## Modules\n")[2], re.MULTILINE)
    return {name: row for row, cell in enumerate(rows) for name in re.findall(r"`(\w+)/?`", cell)}


def test_no_body_of_a_function_is_longer_than_a_screen() -> None:
    long = {place: lines(node) for place, node in functions() if lines(node) > MOST_LINES}
    assert not long


def test_no_function_takes_more_than_six_arguments_by_place() -> None:
    many = {place: by_place(node) for place, node in functions() if by_place(node) > MOST_BY_PLACE}
    assert not many


def test_no_two_files_or_folders_of_the_package_have_one_name() -> None:
    found = defaultdict(list)
    for path in [*FILES, *{path.parent for path in FILES}]:
        if path.stem != "__init__" and path.parent != SECTIONS:
            found[path.stem].append(path.relative_to(SOURCE).as_posix())
    twice = {name: paths for name, paths in found.items() if len(paths) > 1}
    assert not twice


def test_every_module_has_its_row_in_the_module_table() -> None:
    top = {path.relative_to(PACKAGE).parts[0].removesuffix(".py") for path in FILES} - {
        "__init__",
        "__main__",
    }
    assert top - {"examples"} == set(layers()), "see Modules in docs/architecture.md"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_point_down_the_module_table(path: Path) -> None:
    row = layers()
    own = row.get(path.relative_to(PACKAGE).parts[0].removesuffix(".py"))
    if own is None:
        pytest.skip("the package itself, and what makes small examples, may use everything")
    up = [name for name in imports(path) if row.get(name.split(".")[1], 0) > own]
    assert up == []


def test_no_imports_go_in_a_circle() -> None:
    graph = {module(path): imports(path) for path in FILES}
    for name in graph:
        graph[name] = {each for each in graph[name] if each != name}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" imports ".join(error.args[1]))
