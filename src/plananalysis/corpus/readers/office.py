"""Read .doc .wps .rtf .odt through LibreOffice, where it is installed: it turns them into .docx."""

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from plananalysis.corpus.readers import docx
from plananalysis.corpus.readers.limits import more_time
from plananalysis.corpus.readers.reading import Reading, UnreadableError
from plananalysis.messages.message import Message

NAMES = {
    ".doc": Message("a legacy Word or WPS file"),
    ".rtf": Message("a rich text file"),
    ".odt": Message("an OpenDocument file"),
}
REMEDY = Message("save it as .docx, or install LibreOffice, which reads it")
_SECONDS = 90
"""How long a conversion may take; the first one starts LibreOffice, which takes some seconds."""
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
)


def find_converter() -> str | None:
    """Return the program of LibreOffice; None where it is not installed. ``PLANANALYSIS_SOFFICE`` names another."""
    named = os.environ.get("PLANANALYSIS_SOFFICE")
    if named is not None:
        return shutil.which(named)
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _PLACES if Path(place).is_file()), None)


def read(data: bytes) -> Reading:
    """Read a file by its first bytes, whatever its suffix says."""
    suffix = _kind(data)
    converter = find_converter()
    if converter is None:
        raise UnreadableError("{what}; {remedy}", what=NAMES[suffix], remedy=REMEDY)
    more_time(2 * _SECONDS)
    with tempfile.TemporaryDirectory(prefix="plananalysis-") as folder:
        source = Path(folder, f"source{suffix}")
        source.write_bytes(data)
        _convert(converter, source)
        made = source.with_suffix(".docx")
        if not made.is_file():
            raise UnreadableError("{what} that LibreOffice cannot read; save it as .docx", what=NAMES[suffix])
        return docx.read(made.read_bytes())._replace(format=suffix[1:])


def _kind(data: bytes) -> str:
    """Return the suffix that a file's first bytes ask for."""
    if data.startswith(b"{\\rtf"):
        return ".rtf"
    return ".odt" if data.startswith(b"PK") else ".doc"


def _convert(converter: str, source: Path) -> None:
    """Turn a file into .docx beside it, in a profile of its own, so that an open LibreOffice is not disturbed."""
    command = [
        converter,
        f"-env:UserInstallation={(source.parent / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(source.parent),
        str(source),
    ]
    process = subprocess.Popen(  # noqa: S603 - a program that the user has installed, and a file of our own name
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(_SECONDS)
    except subprocess.TimeoutExpired as error:
        # LibreOffice starts a second process, which has to end as well.
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
        process.wait()
        raise UnreadableError(
            "LibreOffice takes more than {seconds} s for it; save it as .docx", seconds=_SECONDS
        ) from error
