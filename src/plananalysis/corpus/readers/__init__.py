"""Turn the bytes of one file into text, one small reader per format."""

from importlib import import_module
from typing import NamedTuple

from plananalysis.corpus.encoding import UndecodableError

READERS = {
    ".txt": "plain",
    ".text": "plain",
    ".md": "plain",
    ".markdown": "plain",
    ".docx": "docx",
    ".docm": "docx",
    ".pdf": "pdf",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}
"""Module of this package that reads a suffix."""

TABLE_SUFFIXES = (".csv", ".jsonl", ".parquet", ".xlsx")

_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_SAVE_AS = {
    ".doc": "a legacy Word file; save it as .docx",
    ".wps": "a WPS file; save it as .docx",
    ".rtf": "a rich text file; save it as .docx",
    ".odt": "an OpenDocument file; save it as .docx",
    ".ofd": "an OFD file; save it as .pdf or .docx",
    ".ppt": "slides, not a document",
    ".pptx": "slides, not a document",
    ".zip": "a zip inside the corpus; unpack it",
    ".rar": "an archive; unpack it",
    ".7z": "an archive; unpack it",
}


class UnreadableError(ValueError):
    """A file that cannot be read as a document; the message is the reason."""


class Reading(NamedTuple):
    """What a reader made of a file."""

    text: str
    format: str
    encoding: str
    warning: str


def read_document(name: str, data: bytes) -> Reading:
    """Read one file by its suffix, checked against its first bytes.

    Parameters
    ----------
    name
        File name or path; only the suffix matters.
    data
        The file's bytes.

    Raises
    ------
    UnreadableError
        If there is no reader for it, it is damaged or protected, or holds no text; the message says why.

    Examples
    --------
    >>> read_document("a.txt", "一、总体要求".encode())
    Reading(text='一、总体要求', format='txt', encoding='utf-8', warning='')
    """
    suffix = _suffix(name)
    if not data:
        raise UnreadableError("empty file")
    if suffix == ".doc" and data.lstrip()[:1] == b"<":
        suffix = ".html"  # many government sites serve pages under the suffix of Word
    if suffix not in READERS:
        raise UnreadableError(_SAVE_AS.get(suffix, f"no reader for {suffix or 'files without suffix'}"))
    if data.startswith(_OLD_OFFICE):
        raise UnreadableError(_why_old_office(data))
    if suffix in (".txt", ".text", ".md") and data.startswith((b"%PDF-", b"PK\x03\x04", b"{\\rtf")):
        raise UnreadableError(f"not a text file, whatever its suffix {suffix} says")
    reader = import_module(f"{__name__}.{READERS[suffix]}")
    try:
        reading: Reading = reader.read(data)
    except UndecodableError as error:
        raise UnreadableError(str(error)) from error
    if not reading.text.strip():
        raise UnreadableError("no text")
    return reading._replace(format="md") if suffix in (".md", ".markdown") else reading


def _suffix(name: str) -> str:
    """Return the suffix in lower case; a name that is all suffix has none."""
    stem, dot, suffix = name.rpartition("/")[2].rpartition(".")
    return f".{suffix.lower()}" if dot and stem else ""


def _why_old_office(data: bytes) -> str:
    """Tell an encrypted .docx from a legacy .doc; both are OLE containers."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "password-protected; save it without a password"
    return _SAVE_AS[".doc"]
