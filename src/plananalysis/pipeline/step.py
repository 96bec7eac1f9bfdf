"""What a step of the analysis is: a function with a name, and the names of what it takes and gives."""

from collections.abc import Callable
from typing import Any, NamedTuple

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many steps are done, and how many there are."""


class Step(NamedTuple):
    """One step of the analysis.

    Attributes
    ----------
    name : str
        What it is called in a progress bar and in an error.
    function : callable
        Called with what it needs, by name; it returns what it gives: the result itself if that is one, else a tuple.
    needs : tuple of str
        Results of earlier steps, settings (``by``, ``lexicon``, ...) and ``corpus``.
    gives : tuple of str
        Names of the results; a table carries its name in ``tables.TABLES``.
    by_document : bool
        Whether each document's rows depend on that document alone, all else that the step needs being equal: such a
        step can work on the documents in blocks, and its rows for all are the rows of the blocks in turn.
    strand : str
        Steps of one strand need nothing but each other's results and the settings, so that a strand can run in a process
        of its own; empty for those that run in the calling process.

    Examples
    --------
    >>> double = Step("double", lambda count: 2 * count, ("count",), ("twice",), True)
    >>> double.function(count=2), double.gives
    (4, ('twice',))
    """

    name: str
    function: Callable[..., Any]
    needs: tuple[str, ...]
    gives: tuple[str, ...]
    by_document: bool
    strand: str = ""
