"""What a text must hold for a pattern to be found in it: the words that a prefilter is made of.

A regular expression with many branches is slow to search for; a few words that every match holds are not. They are
read off the parsed pattern, so that they cannot drift from it. Where nothing can be read off, that is said, and the
pattern itself must be searched for.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib import import_module
from itertools import product
from typing import Any

_MOST_WORDS = 60
"""A part of a pattern that stands for more words than this is not written out."""

_LONGEST_WORD = 4
"""Characters of a word that are looked for; more tell hardly any text from another."""

Words = frozenset[str]


@lru_cache(maxsize=512)
def needed(pattern: str) -> Words | None:
    r"""Return words of which every match of a pattern holds at least one; None if none can be told.

    Examples
    --------
    >>> sorted(needed("[请勿].{0,4}(?:转载|外传)"))
    ['外传', '转载']
    >>> sorted(needed("第[一二]条")), needed(r"\d+|页")
    (['第一条', '第二条'], None)
    """
    try:
        parsed = import_module("re._parser").parse(pattern)
    except ImportError:  # an interpreter that parses elsewhere
        return None
    if parsed.state.flags & re.IGNORECASE:
        return None
    words = _of_sequence(list(parsed))[1]
    return frozenset(word[:_LONGEST_WORD] for word in words) if words else None


def _of_sequence(parts: Sequence[tuple[Any, Any]]) -> tuple[Words | None, Words | None]:
    """Return what some parts in a row stand for, if that is a short list, and the best words that they cannot lack."""
    run: Words | None = frozenset(("",))
    whole, best = True, None
    for part in parts:
        exact, inner = _of_part(part)
        joined = _joined(run, exact) if exact is not None and run is not None else None
        if joined is None:
            whole = False
            best = _better(best, run)
            run = exact if exact is not None else frozenset(("",))
        else:
            run = joined
        best = _better(best, inner)
    best = _better(best, run)
    return (run if whole else None), best


def _of_part(part: tuple[Any, Any]) -> tuple[Words | None, Words | None]:
    """Return the same for one part of a parsed pattern."""
    operator, value = str(part[0]), part[1]
    if operator == "LITERAL":
        return frozenset((chr(value),)), None
    if operator == "IN":
        return _of_set(value), None
    if operator == "SUBPATTERN":
        return _of_sequence(list(value[-1])) if not value[1] & re.IGNORECASE else (None, None)
    if operator == "BRANCH":
        return _of_branches([_of_sequence(list(branch)) for branch in value[1]])
    if operator in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return _of_repeat(value[0], value[1], _of_sequence(list(value[2])))
    if operator in ("ASSERT", "ASSERT_NOT", "AT"):
        return frozenset(("",)), None
    return None, None


def _of_set(members: Iterable[tuple[Any, Any]]) -> Words | None:
    """Return the characters of a class, if they are few."""
    found: set[str] = set()
    for operator, value in members:
        if str(operator) == "LITERAL":
            found.add(chr(value))
        elif str(operator) == "RANGE" and value[1] - value[0] < _MOST_WORDS:
            found.update(map(chr, range(value[0], value[1] + 1)))
        else:
            return None
    return frozenset(found) if len(found) <= _MOST_WORDS else None


def _of_branches(branches: Sequence[tuple[Words | None, Words | None]]) -> tuple[Words | None, Words | None]:
    """Return what alternatives stand for: all that any of them does."""
    exact: Words | None = frozenset()
    inner: Words | None = frozenset()
    for whole, words in branches:
        exact = exact | whole if exact is not None and whole is not None else None
        inner = inner | words if inner is not None and words is not None else None
    if exact is not None and len(exact) > _MOST_WORDS:
        exact = None
    return exact, inner


def _of_repeat(
    least: int, most: int, inner: tuple[Words | None, Words | None]
) -> tuple[Words | None, Words | None]:
    """Return what a repeated part stands for: written out only where it may come once or not at all."""
    exact, words = inner
    if least == most == 1:
        return exact, words
    if (least, most) == (0, 1):
        return (exact | {""} if exact is not None else None), None
    return None, (words if least else None)


def _joined(left: Words, right: Words) -> Words | None:
    """Return every word of one set before every word of another; None if there are too many."""
    if len(left) * len(right) > _MOST_WORDS:
        return None
    return frozenset(a + b for a, b in product(left, right))


def _better(one: Words | None, other: Words | None) -> Words | None:
    """Return the set that tells more: longer words first, then fewer of them."""

    def worth(words: Words | None) -> tuple[int, int]:
        if not words or "" in words:
            return (0, 0)
        return (min(_LONGEST_WORD, *map(len, words)), -len(words))

    return max(one, other, key=worth) if worth(one) > (0, 0) or worth(other) > (0, 0) else None


def needs_figure(pattern: str) -> bool:
    r"""Say whether every match of a pattern holds a figure: then nothing is found in a text without one.

    Examples
    --------
    >>> needs_figure(r"约?\d+个"), needs_figure(r"\d*个"), needs_figure(r"第(?:\d+|一)个")
    (True, False, False)
    """
    try:
        return _holds_figure(list(import_module("re._parser").parse(pattern)))
    except ImportError:  # an interpreter that parses elsewhere
        return False


def _holds_figure(parts: Sequence[tuple[Any, Any]]) -> bool:
    """Say whether some parts in a row cannot do without a figure."""
    return any(_is_figure(str(operator), value) for operator, value in parts)


def _is_figure(operator: str, value: Any) -> bool:
    """Say whether one part of a parsed pattern cannot do without a figure."""
    if operator == "IN":
        return [(str(kind), str(what)) for kind, what in value] == [("CATEGORY", "CATEGORY_DIGIT")]
    if operator == "SUBPATTERN":
        return _holds_figure(list(value[-1]))
    if operator == "BRANCH":
        return all(_holds_figure(list(branch)) for branch in value[1])
    if operator in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return value[0] > 0 and _holds_figure(list(value[2]))
    return False


def trie(words: Iterable[str]) -> tuple[str, dict[str, str]]:
    """Return an expression for any of some words, and for each word what the expression finds in its place.

    Common beginnings stand once. A word that begins with another is found by that other one.

    Examples
    --------
    >>> trie(["转载", "转发", "侵权", "侵权必究"])
    ('侵权|转(?:发|载)', {'侵权': '侵权', '侵权必究': '侵权', '转发': '转发', '转载': '转载'})
    """
    found: dict[str, str] = {}
    last = ""
    for word in sorted(set(words)):
        if not last or not word.startswith(last):
            last = word
        found[word] = last
    return _branches(sorted(set(found.values()))) or "(?!)", found


def _branches(words: Sequence[str]) -> str:
    """Return sorted words, none the beginning of another, as an expression."""
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word[0], []).append(word[1:])
    parts = []
    for first, rests in groups.items():
        rest = _branches(rests) if rests != [""] else ""
        parts.append(re.escape(first) + (f"(?:{rest})" if len(rests) > 1 else rest))
    return "|".join(parts)
