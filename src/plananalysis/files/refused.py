"""What to say of a file that the system refuses to write or to read: no room, open in Excel, or whatever else it is."""

import errno
from pathlib import Path

from plananalysis.errors import InputError
from plananalysis.messages.said_often import reason_of

NO_ROOM = frozenset((errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)))
"""What the system says where there is no more room."""
_HELD = frozenset((errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY))
"""What it says of a file that another program holds."""


def lock_beside(path: Path) -> Path | None:
    """Return the file by which Excel, Word or LibreOffice shows that it has a file open, if there is one.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = (folder / "~$plans.xlsx").write_text("")
    >>> lock_beside(folder / "plans.xlsx").name, lock_beside(folder / "other.xlsx")
    ('~$plans.xlsx', None)
    """
    # Word leaves two letters out of a long name.
    names = (f"~${path.name}", f"~${path.name[2:]}", f".~lock.{path.name}#")
    return next((place for name in names if (place := path.with_name(name)).exists()), None)


def cannot_write(path: Path, error: OSError) -> InputError:
    """Return the error for a file that cannot be written, with what to do about it."""
    reason = reason_of(error)
    if error.errno in NO_ROOM:
        return InputError(
            "{path}: cannot be written ({reason}); make room, or choose another place",
            path=path,
            reason=reason,
        )
    lock = lock_beside(path) if error.errno in _HELD else None
    if lock is not None:
        return InputError(
            "{path}: cannot be written, for it is open in another program ({lock} lies beside it); close it there",
            path=path,
            lock=lock.name,
        )
    return InputError(
        "{path}: cannot be written ({reason}); close it elsewhere or choose another place",
        path=path,
        reason=reason,
    )


def is_held(path: Path, error: OSError) -> bool:
    """Tell whether a file cannot be read because another program has it open."""
    return error.errno in _HELD and lock_beside(path) is not None
