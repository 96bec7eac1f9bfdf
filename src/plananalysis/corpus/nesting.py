"""Decide how deep each heading lies: the nesting a document shows, not the kind of its mark.

Two kinds of mark are compared by what the document does with them. Where a whole numbering ``1. 2. 3.`` lies between
（一） and （二）, the first is inside the second, whatever custom says; where the document does not decide, custom does
(一、 above （一） above 1.). A stack of open kinds then gives every heading its level.

Sentences and dashes count nothing. Where they lie between two members of a numbering they are inside it; else they
stand beside it, as a list does that follows its last item.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Sequence

from plananalysis.corpus.labels import RANK
from plananalysis.corpus.set_apart import DASH, SENTENCE

BARE = "bare"
"""Kind of a heading without numbering; markdown headings are ``#1``, ``#2`` by their depth."""

_UNCOUNTED = frozenset((SENTENCE, DASH))


def _is_bare(kind: str) -> bool:
    return kind == BARE or kind[0] == "#"


def runs(kinds: Sequence[str], numbers: Sequence[int]) -> dict[str, list[list[int]]]:
    """Split the headings of each kind into numberings that count on (gaps of up to three are misprints).

    Returns
    -------
    dict
        For every kind, its numberings, each the positions of its headings in reading order.

    Examples
    --------
    >>> runs(["han", "digit", "digit", "han", "digit"], [1, 1, 2, 2, 1])
    {'han': [[0, 3]], 'digit': [[1, 2], [4]]}
    """
    found: dict[str, list[list[int]]] = defaultdict(list)
    last: dict[str, int] = {}
    for position, (kind, value) in enumerate(zip(kinds, numbers, strict=True)):
        before = last.get(kind)
        if before is not None and before <= value <= before + 3 and value > 1:
            found[kind][-1].append(position)
        else:
            found[kind].append([position])
        last[kind] = value
    return dict(found)


def _inside(inner: list[list[int]], outer: list[list[int]], numbers: Sequence[int]) -> int:
    """Count the numberings of one kind that lie whole between two members of the other's numbering."""
    count = 0
    for run in outer:
        for part in inner:
            if len(part) > 1 and numbers[part[0]] == 1 and run[0] < part[0] < run[-1]:
                count += part[-1] < run[bisect_left(run, part[0])]
    return count


def _between(kind: str, kinds: Sequence[str], outer: list[list[int]]) -> bool:
    """Say whether headings of an uncounted kind lie between two members of a numbering."""
    places = [position for position, here in enumerate(kinds) if here == kind]
    return any(run[0] < place < run[-1] for run in outer for place in places)


def _uncounted_order(a: str, b: str, kinds: Sequence[str], outer: list[list[int]]) -> tuple[bool, bool]:
    """Return whether a kind stands above an uncounted one, ``b``, and the other way round: never, at most beside."""
    if a in _UNCOUNTED:
        return False, False
    return _is_bare(a) or _between(b, kinds, outer), False


def _bare_above(
    bare: str, kind: str, kinds: Sequence[str], numbers: Sequence[int], bodiless: Sequence[bool]
) -> bool:
    """Say whether unnumbered headings stand above a numbered kind.

    They do where its numbering starts anew after them, or where they stand directly on top of it; they stand
    below where its numbering counts on past them.
    """
    above = below = 0
    last = 0
    open_bare: list[int] = []
    for position, here in enumerate(kinds):
        if here == bare:
            open_bare.append(position)
        elif here == kind:
            for place in open_bare:
                directly = bodiless[place] and place + 1 == position
                if numbers[position] == 1 or directly:
                    above += 1
                else:
                    below += 1
            open_bare.clear()
            last = position
    # Headings after the last numbered one tell nothing; with no other evidence, what comes first stands above.
    if above == below:
        return kinds.index(bare) < kinds.index(kind) or last == 0
    return above > below


def _ordering(
    kinds: Sequence[str], numbers: Sequence[int], bodiless: Sequence[bool]
) -> Callable[[str, str], bool]:
    """Return ``above(a, b)``: whether headings of kind ``a`` stand above those of kind ``b`` in this document."""
    numbering = runs(kinds, numbers)
    present = sorted(numbering, key=lambda kind: (RANK.get(kind.rstrip("、"), -1), kind))
    order: dict[tuple[str, str], bool] = {}
    for i, a in enumerate(present):
        for b in present[i + 1 :]:
            if a in _UNCOUNTED or b in _UNCOUNTED:
                upper, lower = (b, a) if a in _UNCOUNTED else (a, b)
                order[upper, lower], order[lower, upper] = _uncounted_order(
                    upper, lower, kinds, numbering[upper]
                )
                continue
            if _is_bare(a) and _is_bare(b):
                decided = a < b
            elif _is_bare(a):
                decided = b != "annex" and _bare_above(a, b, kinds, numbers, bodiless)
            else:
                first, second = numbering[a], numbering[b]
                decided = _inside(second, first, numbers) >= _inside(first, second, numbers)
            order[a, b], order[b, a] = decided, not decided
    return lambda a, b: order[a, b]


def _split_styles(kinds: Sequence[str], styles: Sequence[str], numbers: Sequence[int]) -> list[str]:
    """Tell ``1、`` from ``1.`` only where one numbering lies inside the other; otherwise they are one list."""
    split = [kind + style.strip() for kind, style in zip(kinds, styles, strict=True)]
    if "digit" in split and "digit、" in split:
        numbering = runs(split, numbers)
        comma, point = numbering["digit、"], numbering["digit"]
        if _inside(comma, point, numbers) or _inside(point, comma, numbers):
            return split
    return list(kinds)


def levels(
    kinds: Sequence[str], styles: Sequence[str], numbers: Sequence[int], bodiless: Sequence[bool] = ()
) -> list[int]:
    """Return the level of every heading, 1 at the top.

    Parameters
    ----------
    kinds, styles, numbers
        Kind of mark, style of its punctuation (``、`` after a digit, else empty) and number of every heading, in
        reading order.
    bodiless
        Whether the next heading follows directly, without text between.

    Examples
    --------
    >>> levels(["han", "digit", "digit", "han", "digit"], [""] * 5, [1, 1, 2, 2, 3])
    [1, 2, 2, 1, 2]
    """
    kinds = _split_styles(kinds, styles, numbers)
    above = _ordering(kinds, numbers, bodiless or [False] * len(kinds))
    stack: list[str] = []
    result = []
    for kind in kinds:
        if kind in stack:
            del stack[stack.index(kind) :]
        else:
            least = 1 if kind in _UNCOUNTED else 0
            while len(stack) > least and not above(stack[-1], kind):
                stack.pop()
        stack.append(kind)
        result.append(len(stack))
    return result
