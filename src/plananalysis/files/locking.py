"""A lock on an open file that ends with the process that holds it."""

from typing import IO


def locked(lock: IO[str]) -> bool | None:
    """Lock a file until this process ends; return whether it could be, None where files cannot be locked."""
    try:
        import fcntl
    except ImportError:  # on Windows
        return None
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True
