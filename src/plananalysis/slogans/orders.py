"""Lists that are one list: the same clauses in another order, or written without 、 between them."""

from collections.abc import Hashable, Iterable, Sequence

import pandas as pd

LONG_CLAUSE, MANY_CLAUSES = 3, 3
"""Two clauses of fewer characters are two words, and written together they are a third one (渠道、沟渠 and 渠道沟渠)."""


def list_keys(text: str) -> list[str]:
    """Return what a folded list has in common with its other orders, and with its clauses written together.

    Examples
    --------
    >>> list_keys("清淤、护坡、修渠")[0] == list_keys("修渠、清淤、护坡")[0]
    True
    >>> list_keys("清淤、护坡、修渠")[1] == list_keys("清淤护坡修渠")[0]
    True
    """
    clauses = text.split("、")
    keys = ["、".join(sorted(clauses))]
    if len(clauses) >= MANY_CLAUSES or (len(clauses) > 1 and min(map(len, clauses)) >= LONG_CLAUSE):
        keys.append("".join(clauses))
    return keys


def same_list(one: str, other: str) -> bool:
    """Tell whether two folded lists are the same list in another order or writing.

    Examples
    --------
    >>> same_list("清淤、护坡、修渠", "修渠、清淤、护坡"), same_list("清淤、护坡、修渠", "清淤、护坡")
    (True, False)
    """
    return not set(list_keys(one)).isdisjoint(list_keys(other))


def main_lists(texts: Sequence[str]) -> list[int]:
    """Return for each of some folded strings, best first, the number of the first one that is the same list; or its own.

    Examples
    --------
    >>> main_lists(["修渠、护坡、清淤", "清淤、护坡", "清淤、修渠、护坡", "清淤修渠护坡"])
    [0, 1, 0, 0]
    """
    lists = {key for text in texts if "、" in text for key in list_keys(text)}
    first: dict[str, int] = {}
    main = []
    for i, text in enumerate(texts):
        keys = [key for key in list_keys(text) if key in lists]
        head = next((first[key] for key in keys if key in first), i)
        for key in keys:
            first.setdefault(key, head)
        main.append(head)
    return main


def other_orders(chosen: Iterable[str], texts: pd.Series) -> list[Hashable]:
    """Return the labels of the strings that are one of some lists, in whatever order and writing.

    Examples
    --------
    >>> other_orders(["清淤、护坡、修渠"], pd.Series(["修渠、护坡、清淤", "修渠、护坡", "清淤护坡修渠"]))
    [0, 2]
    """
    keys = {key for text in chosen if "、" in text for key in list_keys(text)}
    return [label for label, text in texts.items() if not keys.isdisjoint(list_keys(text))]
