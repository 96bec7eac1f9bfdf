"""Every message that the source raises stands in the tables of messages in Chinese, with the same values, and none besides."""

import ast
import errno
import os
import string
from pathlib import Path

import pytest

import plananalysis
from plananalysis.corpus import readers
from plananalysis.corpus.readers import docx_package, ofd, workbook_sheets
from plananalysis.messages import said_often, zh_command_line
from plananalysis.messages.catalogue import chinese_templates, tables_of_messages
from plananalysis.messages.template import placeholders

SOURCE = Path(plananalysis.__file__).parent
RAISED = {
    "InputError", "UnreadableError", "UndecodableError", "UnrecognisedError", "PlanWarning", "Message", "warn",
    "DamagedFileError", "MissingFileError",
}  # fmt: skip
BY_NAME = {
    "guard.py": set(readers._DAMAGED.values()),
    "__init__.py": set(readers._SAVE_AS.values()),
    "workbook_sheets.py": {*workbook_sheets._OTHER_PACKAGES.values(), workbook_sheets.DAMAGED},
    "docx_package.py": {docx_package.DAMAGED},
    "ofd.py": {ofd.DAMAGED},
    "sources.py": {"a folder", "a pipe", "a socket", "a device", "a disk"},
    "said_often.py": {os.strerror(code) for code in said_often._KNOWN},
}
"""Messages that are taken from a table of the source when they are raised."""


def texts(node):
    """Return the templates that an expression may be: a literal, either of two, or a constant of the module."""
    if isinstance(node, ast.Constant):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return texts(node.body) + texts(node.orelse)
    return []


def constants(tree):
    """Return the texts that names of a module stand for, of several assignments all of them."""
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            found.setdefault(node.targets[0].id, []).extend(
                t for t in texts(node.value) if isinstance(t, str)
            )
    return found


def raised():
    """Yield where a message is raised, its first argument and the texts that it may be."""
    for path in sorted(SOURCE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        named = constants(tree)
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in RAISED
                and node.args
            ):
                first = node.args[0]
                said = named.get(first.id, []) if isinstance(first, ast.Name) else texts(first)
                place = f"{path.relative_to(SOURCE).as_posix()}:{node.lineno}"
                yield place, first, [text for text in said if isinstance(text, str)]


SITES = list(raised())
TEMPLATES = {text: place for place, _, said in SITES for text in said} | {
    text: name for name, said in BY_NAME.items() for text in said
}


def fields(template):
    """Return the values that a template puts into the text; those that only choose a word are none."""
    return {
        name for _, name, spec, _ in string.Formatter().parse(template) if name and "|" not in (spec or "")
    }


@pytest.mark.parametrize("template", sorted(TEMPLATES))
def test_it_stands_in_the_tables_with_the_same_values(template):
    chinese = chinese_templates().get(template)
    assert chinese, f"{TEMPLATES[template]}: give its Chinese in messages/zh_….py"
    assert fields(template) <= placeholders(chinese) <= placeholders(template)


def test_no_message_is_put_together_before_it_is_raised():
    """An f-string has lost its values: it cannot be said in Chinese."""
    joined = [place for place, first, _ in SITES if isinstance(first, ast.JoinedStr | ast.BinOp)]
    assert not joined


def test_the_tables_have_no_message_that_nothing_raises():
    said = {text for path in SOURCE.rglob("*.py") for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if not path.name.startswith("zh_") and isinstance(node, ast.Constant) and isinstance(text := node.value, str)}  # fmt: skip
    left = {*chinese_templates()} - said - {*TEMPLATES} - {*zh_command_line.USAGE}
    assert not left


def test_none_stands_in_two_tables():
    every = [template for table in tables_of_messages() for template in table]
    assert not {template for template in every if every.count(template) > 1}


def test_the_names_of_constants_are_those_of_the_source():
    """The words for kinds of files, and what the system refuses, are looked up where they are."""
    from plananalysis.corpus import sources

    assert set(sources._KINDS) == BY_NAME["sources.py"]
    assert errno.ENOSPC in said_often._KNOWN
