"""What Ctrl-C does on the command line: it ends the run with one line, whatever is being done.

This module is loaded before everything else and loads next to nothing, for most of a short run is spent on loading
libraries, which leave a page of their insides on the screen when they are interrupted.
"""

import os
import signal
import sys
from contextlib import suppress
from typing import Any, NoReturn

STATUS = 130
"""What a program returns that Ctrl-C has ended: 128 and the number of the signal."""
_SAID = b"plananalysis: stopped\n"
_ERROR_STREAM = 2


class Stopped(BaseException):
    """Ctrl-C was pressed; what is half written is removed on its way out, and no library takes it for its own."""


def while_loading() -> None:
    """Let Ctrl-C end the program at once: nothing is written yet. A program that was told to ignore it goes on doing so."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _end)


def while_working() -> None:
    """Let Ctrl-C raise :class:`Stopped`, and end the program at once if it is pressed again or gets lost."""
    if signal.getsignal(signal.SIGINT) is _end:
        signal.signal(signal.SIGINT, _raise)
        sys.unraisablehook = _unraisable


def no_longer() -> None:
    """Ignore Ctrl-C: all is done but for Python's own tidying, which complains of it."""
    if signal.getsignal(signal.SIGINT) in (_end, _raise):
        signal.signal(signal.SIGINT, signal.SIG_IGN)


def _raise(*_: Any) -> NoReturn:
    signal.signal(signal.SIGINT, _end)
    raise Stopped


def _end(*_: Any) -> NoReturn:
    with suppress(OSError):
        os.write(_ERROR_STREAM, _SAID)
    os._exit(STATUS)


def _unraisable(lost: Any) -> None:
    """End the program where Python would lose a :class:`Stopped`: in what a library calls back, or in tidying an object."""
    if isinstance(lost.exc_value, Stopped):
        _end()
    sys.__unraisablehook__(lost)
