"""What a user can mend: an error or a warning of one line, with the reason, the remedy and the names that come near."""

import difflib
import sys
import warnings
from collections.abc import Iterable
from typing import Any

from plananalysis.messages.message import Message

_MOST_LISTED = 8
"""Names that are listed where none is like the one asked for."""


class Explained(Exception):  # noqa: N818 - what errors and warnings have in common
    """What has a :class:`Message` for the user: made of a template and its values, said in English or in Chinese."""

    def __init__(self, template: str = "", /, **values: Any) -> None:
        self.message = Message(template, **values)
        super().__init__(self.message)

    def said(self, language: str) -> str:
        """Return the message in a language, ``"en"`` or ``"zh"``.

        Examples
        --------
        >>> InputError("{path}: no such file", path="甲.csv").said("zh")
        '甲.csv：没有这个文件'
        """
        return self.message.said(language)


class InputError(Explained, ValueError):
    """Input that cannot be used; the message names the thing, the reason and the remedy.

    ``error.said("zh")`` gives the message in Chinese.

    Examples
    --------
    >>> from plananalysis import load_corpus
    >>> load_corpus("no-such-folder")
    Traceback (most recent call last):
        ...
    plananalysis.errors.InputError: no-such-folder: ...
    """


class PlanWarning(Explained, UserWarning):
    """A result that is empty or says little because of the corpus: the message names the reason and the remedy.

    ``warnings.simplefilter("ignore", PlanWarning)`` silences it, ``"error"`` makes it an exception; its ``said("zh")``
    is the message in Chinese.

    Examples
    --------
    >>> import warnings
    >>> from plananalysis import keyness_by
    >>> from plananalysis.examples import spaced_corpus
    >>> corpus, tokens = spaced_corpus({"甲": "党建 学习"})
    >>> with warnings.catch_warnings(record=True) as said:
    ...     warnings.simplefilter("always", PlanWarning)
    ...     table = keyness_by(tokens, corpus)
    >>> print(said[0].message)
    keyness_by: the corpus has one document, so there is nothing to compare; add others
    """


def warn(template: str, /, **values: Any) -> None:
    """Give a :class:`PlanWarning` at the place where the user's own code called the package.

    Parameters
    ----------
    template, values
        Of its :class:`Message`.

    Examples
    --------
    >>> import warnings
    >>> with warnings.catch_warnings(record=True) as said:
    ...     warnings.simplefilter("always", PlanWarning)
    ...     warn("similarity: one document; add others")
    >>> said[0].category.__name__
    'PlanWarning'
    """
    package = __name__.partition(".")[0]
    level, frame = 2, sys._getframe().f_back
    while frame is not None and str(frame.f_globals.get("__name__", "")).partition(".")[0] == package:
        level, frame = level + 1, frame.f_back
    warnings.warn(PlanWarning(template, **values), stacklevel=level)


def near(name: str, known: Iterable[str]) -> Message:
    """Say which of the known names are like the one asked for, or the first few of them.

    Examples
    --------
    >>> near("财政局", ["市财政局", "市教育局", "县审计局"])
    'near it: 市财政局'
    >>> near("x", ["甲", "乙"])
    'there are: 甲, 乙'
    """
    names = [str(entry) for entry in known]
    close = likely(name, names)
    if close:
        return Message("near it: {names}", names=close)
    if not names:
        return Message("there are none")
    if len(names) > _MOST_LISTED:
        return Message("there are: {names} ...", names=names[:_MOST_LISTED])
    return Message("there are: {names}", names=names)


def likely(name: str, known: Iterable[str]) -> list[str]:
    """Return the known names that are like the one asked for, those that hold it first.

    Examples
    --------
    >>> likely("unti", ["unit", "year"]), likely("x", ["unit", "year"])
    (['unit'], [])
    """
    names = [str(entry) for entry in known]
    inside = [entry for entry in names if name and (name in entry or entry in name)]
    return list(dict.fromkeys([*inside, *difflib.get_close_matches(name, names, n=5, cutoff=0.4)]))[:5]
