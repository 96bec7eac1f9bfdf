"""List the files of a corpus: a folder searched below, a zip of one, or a single file."""

import errno
import os
import stat
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from plananalysis.corpus.encoding import whole_characters
from plananalysis.corpus.readers import READERS, UnreadableError, archive, suffix_of
from plananalysis.corpus.readers.limits import check_bytes, most_bytes
from plananalysis.errors import InputError
from plananalysis.files.refused import is_held
from plananalysis.files.staging import RECORD, files_of_a_run, named_by_record
from plananalysis.messages.message import Message
from plananalysis.messages.said_often import reason_of

_NOTES = frozenset(("readme", "license", "licence", "copying", "notice", "changelog", "contributing"))
_SYSTEM = frozenset(("thumbs.db", "desktop.ini", "__macosx", "plananalysis.toml"))

_KINDS: dict[str, Callable[[int], bool]] = {
    "a folder": stat.S_ISDIR,
    "a pipe": stat.S_ISFIFO,
    "a socket": stat.S_ISSOCK,
    "a device": stat.S_ISCHR,
    "a disk": stat.S_ISBLK,
}
"""What a name may stand for that is no file."""
_A_REPORT = "{path}: holds a report of plananalysis and no plans; name the folder of the plans"


class Source(NamedTuple):
    """A file of the corpus: its path below the corpus with ``/``, and how to get its bytes."""

    file: str
    read: Callable[[], bytes]


def list_folder(folder: Path) -> list[Source]:
    """Return the files below a folder, sorted by path; hidden, lock and system files are passed over.

    A folder that cannot be searched, and an empty one that is named like a document, stand as files that cannot be read.
    So are the files of a report of ours.
    """
    sources: list[Source] = []
    ours: set[Path] = set()

    def closed(error: OSError) -> None:
        path = Path(str(error.filename))
        sources.append(Source(_below(path, folder), _refusal(_said(error))))

    for root, folders, files in os.walk(folder, onerror=closed):
        folders[:] = sorted(name for name in folders if not _is_passed_over(name))
        if RECORD in files:
            ours |= {Path(root, *name.split("/")) for name in files_of_a_run(Path(root)) or ()}
        for name in sorted(files):
            path = Path(root, name)
            if path not in ours and not _is_passed_over(name):
                sources.append(Source(_below(path, folder), _reader_of(path)))
        if not folders and not files and suffix_of(Path(root).name) in READERS and Path(root) != folder:
            sources.append(Source(_below(Path(root), folder), _refusal("a folder, not a file")))
    of_a_report = {path for path in _reports_above(folder) if path.is_relative_to(folder.resolve())}
    sources = [source for source in sources if folder.resolve() / source.file not in of_a_report]
    if (ours or of_a_report) and not sources:
        raise InputError(_A_REPORT, path=folder)
    return sorted(sources, key=lambda source: source.file)


def _reports_above(folder: Path) -> set[Path]:
    """Return the files of the reports in whose folders this one lies: its tables are no plans."""
    return {
        above.joinpath(*name.split("/"))
        for above in folder.resolve().parents
        for name in files_of_a_run(above) or ()
    }


def _below(path: Path, folder: Path) -> str:
    """Return a path below the corpus as text; names in GBK, as an old zip leaves them, are decoded."""
    return "/".join(readable(name) for name in path.relative_to(folder).parts)


def readable(name: str) -> str:
    """Return a file name whose bytes the system could not decode as the text it stands for.

    Examples
    --------
    >>> readable("计划.txt".encode("gbk").decode("utf-8", "surrogateescape"))
    '计划.txt'
    """
    try:
        name.encode()
    except UnicodeEncodeError:
        return archive.readable_name(name.encode("utf-8", "surrogateescape")) or whole_characters(name)
    return name


def _refusal(reason: str) -> Callable[[], bytes]:
    """Return a function that says why something is no readable file."""

    def read() -> bytes:
        raise UnreadableError(reason)

    return read


def list_archive(path: Path) -> tuple[list[Source], str]:
    """Return the files in a zip, and the single folder that held them all ("" if there is none).

    A zip is often made of the folder itself; that folder is no part of the paths.
    """
    try:
        _check_regular(path)
        opened = archive.open_archive(path)
    except UnreadableError as error:
        raise InputError("{path}: {error}", path=path, error=error) from error
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
    ours = _of_reports({path: reader(entry.info) for path, entry in last.items()})
    sources = [Source(path[cut:], reader(entry.info)) for path, entry in last.items() if path not in ours]
    if ours and not sources:
        raise InputError(_A_REPORT, path=path)
    sources += [
        Source(entry.path[cut:], _refusal("stands twice in the zip; the last one is read"))
        for entry in found
        if last[entry.path].info is not entry.info
    ]
    return sorted(sources, key=lambda source: source.file), top


def _of_reports(files: dict[str, Callable[[], bytes]]) -> set[str]:
    """Return the paths that the records of our reports name, their own with them."""
    ours: set[str] = set()
    for path, read in files.items():
        folder, slash, name = path.rpartition("/")
        if name == RECORD:
            with suppress(UnreadableError):
                ours |= {f"{folder}{slash}{file}" for file in named_by_record(read()) or ()}
    return ours


def single_file(path: Path) -> Source:
    """Return one file as a corpus of its own."""
    return Source(readable(path.name), _reader_of(path))


def _reader_of(path: Path) -> Callable[[], bytes]:
    """Return a function that reads a file, or says why it cannot be read."""

    def read() -> bytes:
        try:
            size = _check_regular(path)
            with path.open("rb") as file:
                data = file.read(size + 1)
                if len(data) > size:  # some files of the system have more than they say
                    data += file.read(most_bytes() + 1 - len(data))
        except OSError as error:
            raise UnreadableError(_said(error, path)) from error
        check_bytes(len(data))
        return data

    return read


def _check_regular(path: Path) -> int:
    """Return the size of a file; :class:`UnreadableError` for what is none on a disk: reading it may never end."""
    try:
        status = path.stat()
    except OSError as error:
        raise UnreadableError(_said(error, path)) from error
    for kind, is_kind in _KINDS.items():
        if is_kind(status.st_mode):
            raise UnreadableError("{kind}, not a file", kind=Message(kind))
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableError("not a file")
    if path.suffix.lower() != ".zip":
        check_bytes(status.st_size)
    return status.st_size


def _said(error: OSError, path: Path | None = None) -> Message:
    """Say why a file cannot be opened."""
    if path is not None and path.is_symlink() and error.errno in (errno.ENOENT, errno.ELOOP):
        return Message("a link that leads nowhere")
    if path is not None and is_held(path, error):
        return Message("open in another program; close it there")
    return reason_of(error)


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
