"""Read a .zip of a folder, or one part of a packed file; names in UTF-8 or GBK whether or not the archive says so."""

import io
import re
import zipfile
from pathlib import Path
from typing import NamedTuple

from plananalysis.corpus.plausible import plausibility
from plananalysis.corpus.readers.limits import check_bytes, check_ratio
from plananalysis.corpus.readers.reading import UnreadableError
from plananalysis.messages.said_often import reason_of

_UTF8_FLAG = 0x800
_PLAUSIBLE = 0.6
"""How plausible a name has to be in an encoding for it to be read in it."""
_VERSION = re.compile(rb"PK\x01\x02..(.)", re.DOTALL)
"""The version of a central directory's entry that is needed to unpack it."""
_PLAIN_VERSION = b"\x14"
_DAMAGED = "not a readable zip archive; make it anew"
_NAMELESS = "（no name）"


class Entry(NamedTuple):
    """A file in an archive: its path with ``/`` and where zipfile finds it."""

    path: str
    info: zipfile.ZipInfo


def entries(archive: zipfile.ZipFile) -> list[Entry]:
    """Return the files of an archive by their readable names; one without a name is listed as such."""
    return [
        Entry(_name(info) or _NAMELESS, info)
        for info in archive.infolist()
        if not info.filename or not info.is_dir()
    ]


def open_archive(source: bytes | Path, damaged: str = _DAMAGED) -> zipfile.ZipFile:
    """Open an archive; :class:`UnreadableError` with what to say of it if it is damaged."""
    try:
        try:
            return zipfile.ZipFile(io.BytesIO(source) if isinstance(source, bytes) else source)
        except NotImplementedError:  # one entry of a later version closes the whole archive to zipfile
            data = source if isinstance(source, bytes) else source.read_bytes()
            return zipfile.ZipFile(io.BytesIO(_plain_versions(data)))
    except OSError as error:
        raise UnreadableError(reason_of(error)) from error
    except Exception as error:  # zipfile raises IndexError, struct.error and more for damaged directories
        raise UnreadableError(damaged) from error


def read_entry(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int | None = None) -> bytes:
    """Return the bytes of one file; :class:`UnreadableError` if it is damaged, protected or too large."""
    check_bytes(info.file_size, most)
    check_ratio(info.file_size, info.compress_size)
    try:
        return archive.read(info)
    except RuntimeError as error:
        raise UnreadableError("password-protected in the zip; make it without a password") from error
    except Exception as error:  # zlib.error and lzma.LZMAError share no base class
        raise UnreadableError("damaged in the zip") from error


def _plain_versions(data: bytes) -> bytes:
    """Return an archive whose entries all claim to need no more than deflate; those that need more fail alone."""
    return _VERSION.sub(lambda found: found[0][:-1] + _PLAIN_VERSION, data)


def readable_name(raw: bytes) -> str | None:
    """Return a file name from its bytes in UTF-8, GBK or Big5; None where none of them gives a plausible one.

    Examples
    --------
    >>> readable_name("安平市计划.txt".encode("gbk"))
    '安平市计划.txt'
    """
    for codec in ("utf-8", "gb18030", "big5"):
        try:
            decoded = raw.decode(codec)
        except UnicodeDecodeError:
            continue
        if plausibility(decoded) > _PLAUSIBLE:
            return decoded
    return None


def _name(info: zipfile.ZipInfo) -> str:
    """Return the name of an entry, from its bytes if the archive does not say that they are UTF-8."""
    name = info.orig_filename.partition("\0")[0]
    if not info.flag_bits & _UTF8_FLAG:
        try:
            raw = name.encode("cp437")
        except UnicodeEncodeError:
            raw = b""
        name = (readable_name(raw) if raw else None) or name
    return name.replace("\\", "/").lstrip("/")
