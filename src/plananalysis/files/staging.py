"""A folder of results is the old one or the new one, whole, whatever happens while it is written.

The new one grows in a hidden folder beside it. When it is whole, the files of the old one that are not results of
ours are linked into it, and the two change places.
"""

import json
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from plananalysis.errors import InputError
from plananalysis.files.locking import locked
from plananalysis.files.refused import NO_ROOM
from plananalysis.files.replacing import PARTIAL
from plananalysis.messages.said_often import reason_of

RECORD = "run.json"
"""The file by which a folder of results is known; it lists the files that the run wrote."""
LOCK = ".lock"
"""The file that keeps other runs out of a folder while it grows."""
_LONGEST_NAME = 60
_AT_CWD, _EXCHANGE = -100, 2
"""Arguments of the Linux call renameat2: paths as they are, and both change places."""


@contextmanager
def staging(folder: str | Path, *, overwrite: bool = False) -> Iterator[Path]:
    """Yield an empty folder to write to; at the end it takes the place of ``folder``, after an error it is removed.

    Files of an earlier run in ``folder`` go; all others stay.

    Raises
    ------
    InputError
        If another run writes to the folder, a file of the user's would be replaced and ``overwrite`` is not set, or
        the folder cannot be written.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp()) / "report"
    >>> with staging(folder) as new:
    ...     _ = (new / "index.html").write_text("<p>")
    >>> [path.name for path in folder.iterdir()], [path.name for path in folder.parent.iterdir()]
    (['index.html'], ['report'])
    """
    target = Path(os.path.realpath(folder))
    check_folder(target, ())
    try:
        new, lock = _reserved(target)
    except OSError as error:
        raise _cannot_write(folder, error) from error
    try:
        _restore(target)
        yield new
        keep = _of_the_user(target)
        lost = [name for name in keep if (new / name).exists()]
        if lost and not overwrite:
            raise _refusal(folder, lost[0])
        for name in keep:
            if name not in lost and new.parent != target:
                _link(target / name, new / name)
        _release(lock)
        _swap(new, target)
    except OSError as error:
        raise _cannot_write(folder, error) from error
    finally:
        _release(lock)
        shutil.rmtree(new, ignore_errors=True)


def _cannot_write(folder: str | Path, error: OSError) -> InputError:
    """Return the error for a folder that cannot be written, with what to do about it."""
    if error.errno in NO_ROOM:
        said = "{folder}: cannot be written ({reason}); make room, or choose another folder with -o"
    else:
        said = "{folder}: cannot be written ({reason}); choose another folder with -o"
    return InputError(said, folder=folder, reason=reason_of(error))


def check_folder(folder: str | Path, names: tuple[str, ...], *, overwrite: bool = False) -> None:
    """Raise :class:`InputError` if results named so may not be written to the folder; before hours are spent on them.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = (folder / "index.html").write_text("mine")
    >>> check_folder(folder, ("index.html",))
    Traceback (most recent call last):
        ...
    plananalysis.errors.InputError: ...index.html is not of a report; ...
    """
    path = Path(folder)
    if not str(folder).strip():
        raise InputError("the name of the folder is empty; give one for the results")
    if path.exists() and not path.is_dir():
        raise InputError(
            "{folder}: cannot be written, for it is a file; name a folder for the results", folder=folder
        )
    if overwrite or files_of_a_run(path) is not None:
        return
    mine = next((name for name in names if (path / name).exists()), None)
    if mine is not None:
        raise _refusal(folder, mine)


def files_of_a_run(folder: Path) -> frozenset[str] | None:
    """Return the files that a run wrote to the folder, or None if it is no folder of results."""
    try:
        return named_by_record((folder / RECORD).read_bytes())
    except OSError:
        return None


def named_by_record(data: bytes) -> frozenset[str] | None:
    """Return the files that the record of a run lists, or None if it is no such record.

    Examples
    --------
    >>> named_by_record(b'{"plananalysis": "0.1.0", "files": ["index.html"]}')
    frozenset({'index.html'})
    >>> named_by_record(b"[]") is None
    True
    """
    try:
        record: Any = json.loads(data)
    except ValueError:
        return None
    if (
        not isinstance(record, dict)
        or "plananalysis" not in record
        or not isinstance(record.get("files"), list)
    ):
        return None
    return frozenset(map(str, record["files"]))


def _refusal(folder: str | Path, name: str) -> InputError:
    return InputError(
        "{path} is not of a report; choose another folder with -o, or say --overwrite to replace it",
        path=Path(folder) / name,
    )


def _of_the_user(target: Path) -> list[str]:
    """Return the files in a folder that no run of ours wrote, as paths below it."""
    if not target.is_dir():
        return []
    ours = files_of_a_run(target) or frozenset()
    found = []
    for root, folders, files in os.walk(target):
        folders[:] = [name for name in folders if not (name.startswith(".") and name.endswith(PARTIAL))]
        links = [name for name in folders if Path(root, name).is_symlink()]
        found += [Path(root, name).relative_to(target).as_posix() for name in (*files, *links)]
    return sorted(name for name in found if name not in ours)


def _link(old: Path, new: Path) -> None:
    """Let a file stand in a second place, too: by a link if there can be one, else by a copy."""
    new.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(old, new, follow_symlinks=False)
    except OSError:
        shutil.copy2(old, new, follow_symlinks=False)


def _reserved(target: Path) -> tuple[Path, IO[str]]:
    """Return the empty hidden folder for new results, reserved for this run, and what reserves it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    hidden = f".{target.name[:_LONGEST_NAME]}{PARTIAL}"
    new = target.with_name(hidden)
    if _stays(target) or not os.access(target.parent, os.W_OK):
        new = target / hidden
    new.mkdir(parents=True, exist_ok=True)
    lock = (new / LOCK).open("a")
    if locked(lock) is False:  # where files cannot be locked, nothing is
        lock.close()
        raise InputError(
            "{target}: another run is writing to this folder; wait for it or choose another with -o",
            target=target,
        )
    for left in new.iterdir():  # by a run that was killed
        if left.name != LOCK:
            shutil.rmtree(left) if left.is_dir() and not left.is_symlink() else left.unlink()
    return new, lock


def _release(lock: IO[str]) -> None:
    """Give the lock up, its file with it."""
    if not lock.closed:
        with suppress(OSError):
            Path(lock.name).unlink(missing_ok=True)
        lock.close()


def _stays(target: Path) -> bool:
    """Tell whether a folder must stay where it is: a shell stands in it, or it is a disk of its own."""
    if not target.exists():
        return False
    here = Path.cwd()
    return target == here or target in here.parents or target.is_mount()


def _old(target: Path) -> Path:
    """Return the place of the old results while the new ones take theirs."""
    return target.with_name(f".{target.name[:_LONGEST_NAME]}.old{PARTIAL}")


def _restore(target: Path) -> None:
    """Undo what a run left that was killed while old and new changed places."""
    old = _old(target)
    if old.exists() and not target.exists():
        old.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def _swap(new: Path, target: Path) -> None:
    """Put the new results in the place of the old ones."""
    if new.parent == target:
        _move_into(new, target)
    elif not target.exists():
        new.rename(target)
    elif not _exchanged(new, target):
        old = _old(target)
        target.rename(old)
        try:
            new.rename(target)
        except BaseException:
            old.rename(target)
            raise
        shutil.rmtree(old, ignore_errors=True)


def _exchanged(one: Path, other: Path) -> bool:
    """Let two folders change places in one step, where the system can."""
    if sys.platform != "linux":
        return False
    import ctypes

    library = ctypes.CDLL(None)
    if not hasattr(library, "renameat2"):
        return False
    return library.renameat2(_AT_CWD, os.fsencode(one), _AT_CWD, os.fsencode(other), _EXCHANGE) == 0


def _move_into(new: Path, target: Path) -> None:
    """Move the new results one by one into a folder that must stay, the record last; what is left of a run goes."""
    before = files_of_a_run(target) or frozenset()
    files = [path for path in sorted(new.rglob("*")) if path.is_file() or path.is_symlink()]
    for path in sorted(files, key=lambda path: path == new / RECORD):
        place = target / path.relative_to(new)
        place.parent.mkdir(parents=True, exist_ok=True)
        path.replace(place)
    now = {path.relative_to(new).as_posix() for path in files}
    for name in before - now:
        with suppress(OSError):
            (target / name).unlink()
