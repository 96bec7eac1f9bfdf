"""Read a .zip of a folder, with file names in UTF-8 or GBK whether or not the archive says so."""

import io
import zipfile
from typing import NamedTuple

from plananalysis.corpus.plausible import plausibility
from plananalysis.corpus.readers import UnreadableError

_UTF8_FLAG = 0x800


class Entry(NamedTuple):
    """A file in an archive: its path with ``/`` and where zipfile finds it."""

    path: str
    info: zipfile.ZipInfo


def entries(archive: zipfile.ZipFile) -> list[Entry]:
    """Return the files of an archive by their readable names."""
    return [Entry(_name(info), info) for info in archive.infolist() if not info.is_dir()]


def open_archive(data: bytes) -> zipfile.ZipFile:
    """Open an archive; :class:`UnreadableError` if it is damaged."""
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, EOFError, ValueError) as error:
        raise UnreadableError("not a readable zip archive; make it anew") from error


def read_entry(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """Return the bytes of one file; :class:`UnreadableError` if it is damaged or protected."""
    try:
        return archive.read(info)
    except RuntimeError as error:
        raise UnreadableError("password-protected in the zip; make it without a password") from error
    except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError, ValueError) as error:
        raise UnreadableError("damaged in the zip") from error
    except Exception as error:  # zlib.error and lzma.LZMAError share no base class
        raise UnreadableError("damaged in the zip") from error


def _name(info: zipfile.ZipInfo) -> str:
    """Return the name of an entry, from its bytes if the archive does not say that they are UTF-8."""
    name = info.orig_filename
    if not info.flag_bits & _UTF8_FLAG:
        try:
            raw = name.encode("cp437")
        except UnicodeEncodeError:
            raw = b""
        for codec in ("utf-8", "gb18030", "big5") if raw else ():
            try:
                decoded = raw.decode(codec)
            except UnicodeDecodeError:
                continue
            if plausibility(decoded) > 0.6:
                name = decoded
                break
    return name.replace("\\", "/").lstrip("/")
