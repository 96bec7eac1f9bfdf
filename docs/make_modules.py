"""Write ``docs/modules.md``: every file of the package with its one line, and where each public name is defined."""

import ast
import re
from collections import defaultdict
from functools import cache
from pathlib import Path

from plananalysis import _PUBLIC

PAGE = Path(__file__).with_name("modules.md")
PACKAGE = Path(__file__).parents[1] / "src" / "plananalysis"
HEAD = """# Files and names

> 代码索引：每个文件一句话，每个公开的名字在哪个文件。由程序生成。

What each file holds, folder by folder; [architecture.md](architecture.md) says how they hang together, and which file
to change for what. Word lists are in `language/`, rules about where shared passages begin and end in `reuse/edges/`,
sections of the report in `report/sections/`, commands in `cli/`.

This page is written by `python docs/make_modules.py` from the files themselves.
"""


def page() -> str:
    """Return the text of the page."""
    by_folder: dict[str, list[str]] = defaultdict(list)
    for path in sorted(PACKAGE.rglob("*.py")):
        place = path.relative_to(PACKAGE)
        if place.name not in ("__init__.py", "__main__.py"):
            by_folder[place.parent.as_posix()].append(f"| `{path.stem}` | {_first_line(path)} |")
    parts = [HEAD]
    for folder in sorted(by_folder):
        name = "plananalysis" if folder == "." else folder
        parts.append(
            "\n".join([f"\n## {name}\n", "| file | what it holds |", "|---|---|", *by_folder[folder], ""])
        )
    rows = [f"| `{name}` | `{_file_of(name)}` |" for name in sorted(_PUBLIC)]
    parts.append("\n".join(["\n## Public names\n", "| name | file |", "|---|---|", *rows, ""]))
    return "".join(parts)


@cache
def _tree(path: Path) -> ast.Module:
    """Return a file as its syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"))


def _first_line(path: Path) -> str:
    """Return the first line of what a file says of itself."""
    said = ast.get_docstring(_tree(path)) or ""
    return (
        re.sub(r":\w+:`~?([^`]+)`", r"`\1`", said.partition("\n")[0]).replace("|", "\\|").replace("``", "`")
    )


def _file_of(name: str) -> str:
    """Return the file that defines a public name, through the packages that hand it on."""
    module = _PUBLIC[name]
    while True:
        path = PACKAGE.joinpath(*module.split(".")[1:])
        source = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
        handed_on = [
            node.module
            for node in _tree(source).body
            if isinstance(node, ast.ImportFrom) and name in [alias.name for alias in node.names]
        ]
        if not handed_on or handed_on[0] is None:
            return source.relative_to(PACKAGE).as_posix()
        module = handed_on[0]


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
