"""What a workspace holds, in one small file: whoever replaces it changes the whole workspace in one step."""

import hashlib
import json
import os
from pathlib import Path
from typing import Any, NamedTuple

from plananalysis import __version__
from plananalysis.errors import InputError
from plananalysis.files.refused import cannot_write
from plananalysis.files.replacing import replacing
from plananalysis.messages.said_often import reason_of
from plananalysis.workspace.sealed_files import SUFFIX, Seal

RECORD_FILE = "workspace.json"
"""The name of the record."""

FORMAT = 1
"""Number of the way in which a workspace is laid out; it rises with every change of it."""

KINDS = ("catalogue", "texts", "grams")
"""What the names of our files begin with."""


class Block(NamedTuple):
    """Documents that were stored together.

    Attributes
    ----------
    first : int
        Number of the first of them.
    catalogue, texts : Seal
        The files with what is known of each document, and with the texts.
    dead : list of int
        Numbers of the documents that were replaced or removed since.
    """

    first: int
    catalogue: Seal
    texts: Seal
    dead: list[int]


class Generation(NamedTuple):
    """The grams of some blocks, sorted.

    Attributes
    ----------
    parts : list of Seal
        The files, in the order of the grams.
    blocks : list of str
        The blocks that they are of, by the files of their texts.
    n_letters : int
        Letters of these.
    pairs : list of float
        Pairs of places by the number of documents that hold the gram.
    """

    parts: list[Seal]
    blocks: list[str]
    n_letters: int
    pairs: list[float]

    @property
    def n_rows(self) -> int:
        """Places of grams in it."""
        return sum(part.n_rows for part in self.parts)


class Record(NamedTuple):
    """What a workspace holds: blocks of documents, their grams, and the number of the next document."""

    next_doc: int
    blocks: list[Block]
    generations: list[Generation]

    def seals(self) -> list[Seal]:
        """Return all files."""
        of_blocks = [seal for block in self.blocks for seal in (block.catalogue, block.texts)]
        return [*of_blocks, *(part for generation in self.generations for part in generation.parts)]


EMPTY = Record(0, [], [])
"""A workspace in which nothing is stored."""


def written_by() -> str:
    """Return the version that a record names; what another one read and cut may differ."""
    return f"{__version__}/{FORMAT}"


def read_record(folder: Path) -> Record | None:
    """Return the record of a workspace, or None if the folder holds none.

    Raises
    ------
    InputError
        If it is damaged, or another version wrote it.
    """
    path = folder / RECORD_FILE
    try:
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise InputError("{path}: cannot be read ({reason})", path=path, reason=reason_of(error)) from error
    try:
        outer = json.loads(data)
        version, body, total = outer["plananalysis"], outer["workspace"], outer["sha256"]
    except (ValueError, KeyError, TypeError):
        raise _damaged(path) from None
    if version != written_by():
        raise InputError(
            "{folder}: the workspace is of another version ({found}, this is {own}); clear it with "
            "plananalysis workspace {folder} --clear and store the corpus again",
            folder=folder,
            found=str(version),
            own=written_by(),
        )
    if total != _sum_of(body):
        raise _damaged(path)
    return _taken(body)


def write_record(folder: Path, record: Record) -> None:
    """Replace the record of a workspace, in one step."""
    body = json.loads(json.dumps(record))
    data = {"plananalysis": written_by(), "sha256": _sum_of(body), "workspace": body}
    try:
        with replacing(folder / RECORD_FILE) as new, new.open("w", encoding="utf-8") as file:
            json.dump(data, file)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise cannot_write(folder, error) from error


def drop_unnamed(folder: Path, record: Record) -> None:
    """Remove our files that the record does not name: those it named before, and those of a run that was killed."""
    named = {seal.file for seal in record.seals()}
    for path in ours(folder):
        if path.name not in named and path.name != RECORD_FILE:
            path.unlink(missing_ok=True)


def ours(folder: Path) -> list[Path]:
    """Return the files in a folder that have the names of ours; what is unfinished is among them."""
    if not folder.is_dir():
        return []
    return sorted(
        path
        for path in folder.iterdir()
        if path.name == RECORD_FILE
        or (path.suffix == SUFFIX and path.name.partition("-")[0] in KINDS)
        or (path.name.startswith(".") and path.name.endswith(".part.json"))
    )


def _sum_of(body: Any) -> str:
    """Return the checksum of what a record says."""
    return hashlib.sha256(json.dumps(body).encode()).hexdigest()


def _damaged(path: Path) -> InputError:
    return InputError(
        "{path}: the record of the workspace is damaged; clear it with plananalysis workspace {folder} --clear "
        "and store the corpus again",
        path=path,
        folder=path.parent,
    )


def _taken(body: Any) -> Record:
    """Return a record from what JSON made of it."""
    next_doc, blocks, generations = body
    return Record(
        next_doc,
        [Block(first, Seal(*catalogue), Seal(*texts), dead) for first, catalogue, texts, dead in blocks],
        [Generation([Seal(*part) for part in parts], *rest) for parts, *rest in generations],
    )
