"""The one place where a file's fault is met: whatever a library raises becomes a reason that a researcher understands."""

import logging
from collections.abc import Callable
from typing import TypeVar

from plananalysis.corpus.encoding import UndecodableError
from plananalysis.corpus.readers.limits import time_limit
from plananalysis.corpus.readers.reading import UnreadableError

_log = logging.getLogger(__name__)
_Read = TypeVar("_Read")


def guarded(read: Callable[[], _Read], damaged: str) -> _Read:
    """Call a reader; :class:`UnreadableError` with the reason is all that it can raise.

    Parameters
    ----------
    read
        The reader with its file.
    damaged
        What to say of a file that the reader's libraries cannot make out.

    Examples
    --------
    >>> guarded(lambda: b"".index(b"<"), "a damaged page")
    Traceback (most recent call last):
        ...
    plananalysis.corpus.readers.reading.UnreadableError: a damaged page
    """
    try:
        with time_limit():
            return read()
    except UnreadableError:
        raise
    except UndecodableError as error:
        raise UnreadableError(error.message) from error
    except MemoryError as error:
        raise UnreadableError("too large for the memory of this computer") from error
    except RecursionError as error:
        raise UnreadableError("its elements are nested too deep; it is damaged or no document") from error
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as error:  # parsers of damaged files raise nearly anything; those in Rust panic
        _log.debug("%s", damaged, exc_info=True)
        words = str(error).lower()
        if "password" in words or "encrypted" in words:
            raise UnreadableError("password-protected; save it without a password") from error
        raise UnreadableError(damaged) from error
