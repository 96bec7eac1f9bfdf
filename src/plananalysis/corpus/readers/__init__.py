"""Turn the bytes of one file into text, one small reader per format."""

from importlib import import_module

from plananalysis.corpus.readers.guard import guarded
from plananalysis.corpus.readers.limits import check_bytes, check_letters
from plananalysis.corpus.readers.reading import LeftOut, Reading, Span, UnreadableError, suffix_of

__all__ = ["READERS", "TABLE_SUFFIXES", "LeftOut", "Reading", "Span", "UnreadableError", "read_document"]

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
    ".shtml": "html",
    ".mht": "mht",
    ".mhtml": "mht",
}
"""Module of this package that reads a suffix."""

TABLE_SUFFIXES = (".csv", ".jsonl", ".parquet", ".xlsx", ".xls")

_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_DAMAGED = {
    "plain": "not a readable text",
    "docx": "a damaged Word file; open it in Word and save it again",
    "pdf": "a damaged PDF; get it anew or print it to PDF again",
    "html": "a damaged web page; save it anew",
    "mht": "a damaged saved web page; save it anew",
}
"""What to say of a file that a reader cannot make out."""
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
    Reading(text='一、总体要求', format='txt', encoding='utf-8', warning='', spans=(), left_out=(), pages=1)
    """
    suffix = suffix_of(name)
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
    check_bytes(len(data))
    reading: Reading = guarded(lambda: reader.read(data), _DAMAGED[READERS[suffix]])
    check_letters(len(reading.text))
    if not reading.text.strip():
        raise UnreadableError("no text")
    return reading._replace(format="md") if suffix in (".md", ".markdown") else reading


def _why_old_office(data: bytes) -> str:
    """Tell an encrypted .docx from a legacy .doc; both are OLE containers."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "password-protected; save it without a password"
    return _SAVE_AS[".doc"]
