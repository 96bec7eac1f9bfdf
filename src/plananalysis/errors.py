"""The one error that a user can mend: bad input or usage, said in one line, with the names that come near."""

import difflib
from collections.abc import Iterable


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
