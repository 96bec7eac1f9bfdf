"""One run at a time writes to a workspace: a lock that ends with the process that holds it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plananalysis.errors import InputError, warn
from plananalysis.files.locking import locked
from plananalysis.files.refused import cannot_write

LOCK = ".lock"
"""The file that is locked; it stays, for a file that is removed could be locked twice."""


@contextmanager
def only_writer(folder: Path) -> Iterator[None]:
    """Keep other runs from writing to a workspace; where files cannot be locked, that is said.

    Raises
    ------
    InputError
        If another run writes to it, or the folder cannot be written.
    """
    try:
        lock = (folder / LOCK).open("a")
    except OSError as error:
        raise cannot_write(folder, error) from error
    with lock:
        held = locked(lock)
        if held is False:
            raise InputError(
                "{folder}: another run is writing to this workspace; wait for it, or use another folder",
                folder=folder,
            )
        if held is None:
            warn(
                "{folder}: this file system has no locks; see to it that only one run writes to the workspace",
                folder=folder,
            )
        yield
