"""List the files of a corpus: a folder searched below, a zip of one, or a single file."""

import os
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from plananalysis.corpus.readers import UnreadableError, archive
from plananalysis.errors import InputError

_NOTES = frozenset(("readme", "license", "licence", "copying", "notice", "changelog", "contributing"))
_SYSTEM = frozenset(("thumbs.db", "desktop.ini", "__macosx"))


class Source(NamedTuple):
    """A file of the corpus: its path below the corpus with ``/``, and how to get its bytes."""

    file: str
    read: Callable[[], bytes]


def list_folder(folder: Path) -> list[Source]:
    """Return the files below a folder, sorted by path; hidden, lock and system files are passed over."""
    sources = []
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not _is_passed_over(name))
        for name in sorted(files):
            path = Path(root, name)
            if not _is_passed_over(name):
                sources.append(Source(path.relative_to(folder).as_posix(), _reader_of(path)))
    return sorted(sources, key=lambda source: source.file)


def list_archive(path: Path) -> tuple[list[Source], str]:
    """Return the files in a zip, and the single folder that held them all ("" if there is none).

    A zip is often made of the folder itself; that folder is no part of the paths.
    """
    try:
        opened = archive.open_archive(path.read_bytes())
    except UnreadableError as error:
        raise InputError(f"{path}: {error}") from error
    found = [
        entry
        for entry in archive.entries(opened)
        if not any(_is_passed_over(part) for part in entry.path.split("/"))
    ]
    tops = {entry.path.partition("/")[0] if "/" in entry.path else "" for entry in found}
    top = tops.pop() if len(tops) == 1 else ""
    cut = len(top) + 1 if top else 0

    def reader(info: archive.zipfile.ZipInfo) -> Callable[[], bytes]:
        return lambda: archive.read_entry(opened, info)

    last = {entry.path: entry for entry in found}  # as unpacking would leave it
    sources = [Source(entry.path[cut:], reader(entry.info)) for entry in last.values()]
    sources += [
        Source(entry.path[cut:], _overwritten) for entry in found if last[entry.path].info is not entry.info
    ]
    return sorted(sources, key=lambda source: source.file), top


def _overwritten() -> bytes:
    """Say why an entry of a zip is not read."""
    raise UnreadableError("stands twice in the zip; the last one is read")


def single_file(path: Path) -> Source:
    """Return one file as a corpus of its own."""
    return Source(path.name, _reader_of(path))


def _reader_of(path: Path) -> Callable[[], bytes]:
    """Return a function that reads a file, or says why it cannot be read."""

    def read() -> bytes:
        try:
            return path.read_bytes()
        except OSError as error:
            raise UnreadableError(error.strerror or "cannot be opened") from error

    return read


def _is_passed_over(name: str) -> bool:
    """Tell hidden files, Office lock files, what systems leave behind, and notes about the corpus (README …)."""
    return name.startswith((".", "~$")) or name.lower() in _SYSTEM or name.partition(".")[0].lower() in _NOTES


def is_metadata(file: str) -> bool:
    """Tell whether a file is a metadata table."""
    return file.rpartition("/")[2].lower() in ("metadata.csv", "metadata.xlsx")


def document_ids(files: Iterable[str]) -> dict[str, str]:
    """Return the doc_id of every file: its path without suffix; files that differ by suffix only keep it.

    Examples
    --------
    >>> document_ids(["a/x.txt", "a/x.docx", "a/y.txt"])
    {'a/x.txt': 'a/x.txt', 'a/x.docx': 'a/x.docx', 'a/y.txt': 'a/y'}
    """
    ids = {file: _without_suffix(file) for file in files}
    while True:
        counts = Counter(ids.values())
        clashing = [file for file, doc_id in ids.items() if counts[doc_id] > 1 and doc_id != file]
        if not clashing:
            return ids
        ids |= {file: file for file in clashing}


def _without_suffix(file: str) -> str:
    folder, slash, name = file.rpartition("/")
    stem, dot, _ = name.rpartition(".")
    return folder + slash + (stem if dot and stem else name)
