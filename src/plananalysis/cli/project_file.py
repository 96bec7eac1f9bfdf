"""Settings of a report beside its corpus: plananalysis.toml, whose names are those of the options."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import click
from click.core import ParameterSource

from plananalysis.cli.terminal import PART
from plananalysis.corpus.choosing import check_parts
from plananalysis.errors import InputError, near

FILE = "plananalysis.toml"


class _Setting(NamedTuple):
    """What a setting may be: its type, whether several may be given, and whether it may name a file."""

    type: type
    several: bool = False
    may_be_file: bool = False


SETTINGS: Mapping[str, _Setting] = {
    "title": _Setting(str),
    "by": _Setting(str),
    "part": _Setting(str, several=True),
    "stopwords": _Setting(str, several=True, may_be_file=True),
    "names": _Setting(bool),
    "min_chars": _Setting(int),
    "lexicon": _Setting(str, may_be_file=True),
    "register": _Setting(str, may_be_file=True),
    "themes": _Setting(str, may_be_file=True),
    "lang": _Setting(str),
    "formats": _Setting(str, several=True),
    "pdf": _Setting(bool),
}
"""The settings of a report that may stand in the file."""


def project_file(corpus: Path) -> Path | None:
    """Return the settings of a corpus: in its folder, or beside its file; None where there are none."""
    file = (corpus if corpus.is_dir() else corpus.parent) / FILE
    return file if file.is_file() else None


def read_project(file: Path) -> dict[str, Any]:
    """Return the settings of a file; names of files in it are relative to it.

    Raises
    ------
    InputError
        If it is no TOML, or a setting is unknown or of another type.
    """
    try:
        found = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError("{path}: no TOML in UTF-8 ({error})", path=file, error=error) from error
    return {name: _checked(file, name, value) for name, value in found.items()}


def _checked(file: Path, name: str, value: Any) -> Any:
    """Return a setting as the option of its name gives it."""
    if name not in SETTINGS:
        raise InputError(
            "{path}: there is no setting {name!r}; {near}", path=file, name=name, near=near(name, SETTINGS)
        )
    setting = SETTINGS[name]
    values = value if setting.several and isinstance(value, list) else [value]
    if not all(type(each) is setting.type for each in values):
        if setting.type is int:
            raise InputError(
                "{path}: {name} is {value!r}; give a whole number", path=file, name=name, value=value
            )
        if setting.type is bool:
            raise InputError(
                "{path}: {name} is {value!r}; give true or false", path=file, name=name, value=value
            )
        if setting.several:
            raise InputError(
                "{path}: {name} is {value!r}; give text, or several in a list",
                path=file,
                name=name,
                value=value,
            )
        raise InputError("{path}: {name} is {value!r}; give text", path=file, name=name, value=value)
    if setting.may_be_file:
        values = [_placed(file, each) for each in values]
    return tuple(values) if setting.several else values[0]


def _placed(file: Path, name: str) -> str:
    """Return the path of a file that is named relative to the settings; any other name as it is."""
    beside = file.parent / name
    return str(beside) if beside.is_file() else name


def settings_of_project(corpus: Path, asked: Mapping[str, Any]) -> dict[str, Any]:
    """Return the options of a command, those that the command line does not name from the settings of the corpus.

    Parts of the plans are kept where :func:`plananalysis.cli.terminal.load` looks for them.
    """
    file, context = project_file(corpus), click.get_current_context()
    settings = read_project(file) if file is not None else {}
    said = {
        name: value
        for name, value in settings.items()
        if context.get_parameter_source(name) != ParameterSource.COMMANDLINE
    }
    if parts := said.pop("part", None):
        context.meta[PART] = check_parts(parts)
    return {**asked, **{name: value for name, value in said.items() if name in asked}}
