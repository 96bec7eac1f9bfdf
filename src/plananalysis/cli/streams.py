"""Standard output and error in any surroundings: closed, full, in GBK, or a terminal that obeys what it is sent."""

import os
import re
import sys
from contextlib import suppress
from typing import Any

import click

from plananalysis.cli.spoken import said

_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters, which a terminal obeys, and marks that turn the direction of what follows."""

_LONGEST_NAME = 255


def say(text: str, *, err: bool = False) -> None:
    """Print a line, without what a terminal would take for a command: texts and file names are other people's.

    A message is said in the language of the user.
    """
    click.echo(harmless(said(text)), err=err)


def harmless(text: str) -> str:
    r"""Return text without control characters but line ends and tabs.

    Examples
    --------
    >>> harmless("计划\x1b[31m.txt")
    '计划�[31m.txt'
    """
    with suppress(UnicodeEncodeError):
        text = text.encode("utf-8", "surrogateescape").decode(
            "utf-8", "replace"
        )  # names that are not decoded
    return _OBEYED.sub("\ufffd", text)


def as_typed(value: Any) -> Any:
    r"""Return an argument as the text that was typed, where the system's encoding knows ASCII alone; paths stay bytes.

    Examples
    --------
    >>> as_typed("学习".encode().decode("ascii", "surrogateescape"))
    '学习'
    """
    if (
        not isinstance(value, str)
        or value.isascii()
        or not any("\udc80" <= char <= "\udcff" for char in value)
    ):
        return value
    if len(value.encode("utf-8", "surrogateescape")) <= _LONGEST_NAME and os.path.lexists(value):
        return value
    return value.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def be_lenient() -> None:
    """Print a question mark for a character that the terminal's encoding lacks, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def flush() -> None:
    """Write what is still to be printed; an OSError says that it cannot be."""
    if sys.stdout is not None:
        sys.stdout.flush()


def give_up() -> None:
    """Let nothing more be printed, so that Python does not complain of the same stream again when it ends."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            with suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
