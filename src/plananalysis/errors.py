"""The one error that a user can mend: bad input or usage, said in one line."""


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
