"""In which language the command line speaks: that of --lang, else that of the system."""

import os
import sys
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import click

from plananalysis.messages.message import Message
from plananalysis.messages.template import CHINESE, ENGLISH

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Where the system says its language: the first of these that is not empty."""
_OPTION = "--lang"
_SAMPLE = "中文，。；：“”"
"""What a terminal has to be able to show."""


class _Chosen:
    """The language that was asked for; None where none was."""

    language: str | None = None


def choose(language: str | None) -> None:
    """Speak this language from now on; None stands for that of the system."""
    _Chosen.language = language


def language() -> str:
    """Return ``zh`` or ``en``."""
    return _Chosen.language or of_the_system()


def of_the_system() -> str:
    """Return the language of the locale, as long as the terminal can show it."""
    if not _locale().lower().startswith(CHINESE):
        return ENGLISH
    try:
        _SAMPLE.encode(getattr(sys.stderr, "encoding", None) or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return ENGLISH
    return CHINESE


def _locale() -> str:
    """Return the name of the locale, such as zh_CN.UTF-8."""
    named = next((os.environ[name] for name in _VARIABLES if os.environ.get(name)), "")
    if named or sys.platform != "win32":
        return named
    import ctypes
    import locale

    return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")


def said(message: Any) -> str:
    """Return a message, or an error that has one, in the language that is spoken."""
    message = getattr(message, "message", message)
    return message.said(language()) if isinstance(message, Message) else str(message)


def asked_for(arguments: Sequence[str]) -> str | None:
    """Return the language that arguments ask for, before they are parsed: what is wrong with them is said in it, too.

    Examples
    --------
    >>> asked_for(["slogans", "corpus", "--lang", "zh"]), asked_for(["--lang=en"]), asked_for(["kwic", "--", "--lang", "zh"])
    ('zh', 'en', None)
    """
    words = list(arguments)
    words = words[: words.index("--")] if "--" in words else words
    named = [word.partition("=")[2] for word in words if word.startswith(f"{_OPTION}=")]
    named += [after for word, after in pairwise(words) if word == _OPTION]
    return next((word for word in reversed(named) if word in (CHINESE, ENGLISH)), None)


def lang_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--lang``: the language of errors and warnings, which :func:`asked_for` has found before."""
    return click.option(
        _OPTION,
        type=click.Choice([CHINESE, ENGLISH]),
        expose_value=False,
        help="Language of errors and warnings [that of the system].",
    )(function)
