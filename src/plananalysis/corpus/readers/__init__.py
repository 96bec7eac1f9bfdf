"""Turn the bytes of one file into text, one small reader per format."""

from importlib import import_module

from plananalysis.corpus.readers.guard import guarded
from plananalysis.corpus.readers.limits import check_bytes, check_letters
from plananalysis.corpus.readers.reading import LeftOut, Reading, Span, UnreadableError, suffix_of
from plananalysis.messages.message import Message

__all__ = [
    "READERS",
    "TABLE_SUFFIXES",
    "WORKBOOK_SUFFIXES",
    "LeftOut",
    "Reading",
    "Span",
    "UnreadableError",
    "read_document",
    "read_plan_workbook",
    "suffix_of",
]

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
    ".doc": "office",
    ".wps": "office",
    ".rtf": "office",
    ".odt": "office",
    ".ofd": "ofd",
    ".png": "picture",
    ".jpg": "picture",
    ".jpeg": "picture",
    ".tif": "picture",
    ".tiff": "picture",
    ".bmp": "picture",
}
"""Module of this package that reads a suffix."""

TABLE_SUFFIXES = (".csv", ".jsonl", ".parquet", ".xlsx", ".xls")

WORKBOOK_SUFFIXES = (".xlsx", ".xls")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""Old Word files and encrypted new ones are the same kind of container; this is in the latter."""
_DAMAGED = {
    "plain": "not a readable text",
    "docx": "a damaged Word file; open it in Word and save it again",
    "pdf": "a damaged PDF; get it anew or print it to PDF again",
    "html": "a damaged web page; save it anew",
    "mht": "a damaged saved web page; save it anew",
    "picture": "a damaged picture; scan it anew",
    "office": "a damaged file; open it in Word or WPS and save it as .docx",
    "ofd": "a damaged OFD file; get it anew or save it as .pdf",
}
"""What to say of a file that a reader cannot make out."""
_SAVE_AS = {
    ".ppt": "slides, not a document",
    ".pptx": "slides, not a document",
    ".zip": "a zip inside the corpus; unpack it",
    ".rar": "an archive; unpack it",
    ".7z": "an archive; unpack it",
}


def read_plan_workbook(data: bytes) -> Reading:
    """Read a workbook whose sheets are tables of tasks; :class:`UnreadableError` if it is another kind of table."""
    from plananalysis.corpus.readers import plan_workbook, workbook_sheets

    check_bytes(len(data))
    return guarded(lambda: plan_workbook.read(data), workbook_sheets.DAMAGED)


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
    Reading(text='一、总体要求', format='txt', encoding='utf-8', warning='', spans=(), left_out=(), pages=1, bold=())
    """
    suffix = _kind(suffix_of(name), data)
    if not data:
        raise UnreadableError("empty file")
    if suffix not in READERS:
        raise UnreadableError(
            _SAVE_AS.get(
                suffix, Message("no reader for {suffix}", suffix=suffix or Message("files without suffix"))
            )
        )
    if data.startswith(_OLD_OFFICE) and _ENCRYPTED in data:
        raise UnreadableError("password-protected; save it without a password")
    if suffix in (".txt", ".text", ".md") and data.startswith((b"%PDF-", b"PK\x03\x04", b"{\\rtf")):
        raise UnreadableError("not a text file, whatever its suffix {suffix} says", suffix=suffix)
    reader = import_module(f"{__name__}.{READERS[suffix]}")
    check_bytes(len(data))
    reading: Reading = guarded(lambda: reader.read(data), _DAMAGED[READERS[suffix]])
    check_letters(len(reading.text))
    if not reading.text.strip():
        raise UnreadableError("no text")
    return reading._replace(format="md") if suffix in (".md", ".markdown") else reading


def _kind(suffix: str, data: bytes) -> str:
    """Return the suffix by which a file is read: what its first bytes say goes before its own."""
    is_word = suffix in (".doc", ".docx", ".docm", ".wps", ".rtf")
    if is_word and data.lstrip()[:1] == b"<":
        return ".html"  # many government sites serve pages under the suffix of Word
    if is_word and data.startswith(b"PK"):
        return ".docx"
    if is_word and data.startswith((_OLD_OFFICE, b"{\\rtf")):
        return ".doc"
    return suffix
