"""Where the data folders of the project lie: beside the package in a checkout, inside it when installed."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from plananalysis.errors import InputError

_PACKAGE = Path(__file__).resolve().parent
SHIPPED = "shipped"
"""Means all of its kind that ships with the package: both lists of stopwords, or the register."""


def resource(*parts: str) -> Path:
    """Return the path of a data file or folder that ships with plananalysis.

    Parameters
    ----------
    *parts
        Path below the project's top level, such as ``"stopwords", "general.csv"``.

    Raises
    ------
    FileNotFoundError
        If neither the installed package nor the checkout holds it.

    Examples
    --------
    >>> resource("stopwords").name
    'stopwords'
    """
    for root in (_PACKAGE / "_data", _PACKAGE.parents[1]):
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError(f"plananalysis ships no {'/'.join(parts)}")


def sample_path() -> Path:
    """Return the folder of the sample corpus: fourteen invented plans of ten units, in three years.

    Examples
    --------
    >>> sample_path().name
    'corpus'
    """
    return resource("corpus")


def copy_sample(directory: str | Path) -> list[Path]:
    """Copy the sample corpus to a folder of the user's, and return where its files are.

    Parameters
    ----------
    directory
        Folder to copy to; it is made if need be. Files that are already there are never overwritten.

    Raises
    ------
    InputError
        If one of the files stands there already; then none is copied.

    Examples
    --------
    >>> import tempfile
    >>> sorted(path.suffix for path in copy_sample(tempfile.mkdtemp()))[:3]
    ['.csv', '.docx', '.html']
    """
    return _copied(sorted(path for path in sample_path().iterdir() if path.is_file()), Path(directory))


def copy_notebooks(directory: str | Path) -> list[Path]:
    """Copy the notebooks to a folder of the user's, and return where they are.

    Parameters
    ----------
    directory
        Folder to copy to; it is made if need be. Notebooks that are already there are never overwritten.

    Raises
    ------
    InputError
        If one of the notebooks stands there already; then none is copied.

    Examples
    --------
    >>> import tempfile
    >>> copy_notebooks(tempfile.mkdtemp())[0].name
    '01-corpus.ipynb'
    """
    return _copied(sorted(resource("notebooks").glob("*.ipynb")), Path(directory))


def _copied(sources: Sequence[Path], folder: Path) -> list[Path]:
    """Copy files to a folder in which none of them stands yet."""
    for source in sources:
        if (folder / source.name).exists():
            raise InputError("{path} is there already; name another folder", path=folder / source.name)
    folder.mkdir(parents=True, exist_ok=True)
    return [Path(shutil.copyfile(source, folder / source.name)) for source in sources]
