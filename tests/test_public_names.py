"""Public functions keep their names, whatever the modules that hold them are called."""

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import plananalysis as pa

NAMES = [name for name in pa.__all__ if name != "__version__"]


@pytest.mark.parametrize("name", NAMES)
def test_every_public_name_resolves_and_says_what_it_answers(name):
    assert (getattr(pa, name).__doc__ or "").strip()


def test_no_module_of_the_package_hides_a_public_name():
    folder = Path(pa.__file__).parent
    modules = {
        path.stem for path in folder.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    assert not modules & set(NAMES)


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="nonsense"):
        import_module("plananalysis").nonsense  # noqa: B018


def test_editors_are_told_the_same_names_as_python():
    tree = ast.parse(Path(pa.__file__).read_text(encoding="utf-8"))
    (block,) = [node for node in tree.body if isinstance(node, ast.If)]
    told = {alias.asname: node.module for node in block.body for alias in node.names}
    assert told == pa._PUBLIC


def test_the_import_loads_no_module_but_its_own():
    code = (
        "import sys, plananalysis; print([name for name in sys.modules if name.startswith('plananalysis.')])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
