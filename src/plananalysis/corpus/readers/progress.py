"""How far the pages of a scan are recognised, told to whoever wants to know."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager


class _Listener:
    """Who is told."""

    call: Callable[[int, int], None] | None = None


_LISTENER = _Listener()


@contextmanager
def told(call: Callable[[int, int], None] | None) -> Iterator[None]:
    """Tell a function the pages done and all pages, after each page.

    Examples
    --------
    >>> with told(lambda done, total: print(done, "of", total)):
    ...     tell(1, 3)
    1 of 3
    """
    before = _LISTENER.call
    _LISTENER.call = call
    try:
        yield
    finally:
        _LISTENER.call = before


def tell(done: int, total: int) -> None:
    """Say that so many pages of a file are done."""
    if _LISTENER.call is not None:
        _LISTENER.call(done, total)
