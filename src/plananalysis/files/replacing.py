"""A file is the old one or the new one, whole, whatever happens while it is written."""

import errno
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PARTIAL = ".part"
"""What the names of unfinished files have before their suffix; they begin with a dot, so that no corpus reads them."""


@contextmanager
def replacing(path: str | Path) -> Iterator[Path]:
    """Yield a new file beside ``path`` to write to; at the end it takes that place, after an error it is removed.

    A link stays a link to the file that is replaced, and the file's permissions stay. What is no file, such as a pipe
    or ``/dev/stdout``, is written to as it is.

    Raises
    ------
    OSError
        If the file may not be written, is a folder, or has no folder to stand in.

    Examples
    --------
    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp()) / "a.txt"
    >>> _ = file.write_text("old")
    >>> with suppress(ZeroDivisionError), replacing(file) as new:
    ...     _ = new.write_text(f"new {1 / 0}")
    >>> file.read_text(), len(list(file.parent.iterdir()))
    ('old', 1)
    """
    target = Path(os.path.realpath(path))
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if target.exists() and not target.is_file():
        yield target
        return
    if target.exists() and not os.access(target, os.W_OK):
        # Its folder would let it be replaced, but whoever forbade to write to it meant to keep it.
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    beside = target.with_name(f".{secrets.token_hex(6)}{PARTIAL}{target.suffix}")
    try:
        yield beside
        if target.exists():
            shutil.copymode(target, beside)
        beside.replace(target)
    except BaseException:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise
