"""What a user can mend: an error or a warning of one line, with the reason, the remedy and the names that come near."""

import difflib
import sys
import warnings
from collections.abc import Iterable, Sequence


class InputError(ValueError):
    """Input that cannot be used; the message names the thing, the reason and the remedy.

    Examples
    --------
    >>> from plananalysis import load_corpus
    >>> load_corpus("no-such-folder")
    Traceback (most recent call last):
        ...
    plananalysis.errors.InputError: no-such-folder: ...
    """


class PlanWarning(UserWarning):
    """A result that is empty or says little because of the corpus: the message names the reason and the remedy.

    ``warnings.simplefilter("ignore", PlanWarning)`` silences it, ``"error"`` makes it an exception.

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


def warn(message: str) -> None:
    """Give a :class:`PlanWarning` at the place where the user's own code called the package.

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
    warnings.warn(message, PlanWarning, stacklevel=level)


def first_of(names: Sequence[object], most: int = 3) -> str:
    """Return the first of some names, and how many more there are.

    Examples
    --------
    >>> first_of(["甲", "乙"]), first_of(range(2000, 2010))
    ('甲, 乙', '2000, 2001, 2002 and 7 more')
    """
    more = f" and {len(names) - most:,} more" if len(names) > most else ""
    return ", ".join(map(str, names[:most])) + more


def near(name: str, known: Iterable[str]) -> str:
    """Say which of the known names are like the one asked for, or the first few of them.

    Examples
    --------
    >>> near("财政局", ["市财政局", "市教育局", "县审计局"])
    'near it: 市财政局'
    >>> near("x", ["甲", "乙"])
    'there are: 甲, 乙'
    """
    names = [str(entry) for entry in known]
    inside = [entry for entry in names if name and (name in entry or entry in name)]
    close = list(dict.fromkeys([*inside, *difflib.get_close_matches(name, names, n=5, cutoff=0.4)]))[:5]
    if close:
        return f"near it: {', '.join(close)}"
    return (
        f"there are: {', '.join(names[:8])}{' ...' if len(names) > 8 else ''}" if names else "there are none"
    )
