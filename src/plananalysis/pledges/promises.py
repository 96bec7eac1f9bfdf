"""What a sentence promises: each target with the deadline, the frequency and the bodies that hold for it."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Any, NamedTuple

from plananalysis import tables
from plananalysis.pledges.bodies import Body, find_bodies
from plananalysis.pledges.deadlines import Deadline, find_deadlines, find_frequencies, find_whole_year
from plananalysis.pledges.indicators import Span
from plananalysis.pledges.targets import Target, find_targets_of
from plananalysis.pledges.tasks import TaskRow, bodies_of

_STOP = re.compile("[，。；：！？,;:\n]")
_ALONE = 3
"""Characters beside a deadline in its clause with which it still says when all that follows is due."""
_BRIEF = 12
"""The same behind a target: 新建学校3所，9月底前投入使用."""


class Promise(NamedTuple):
    """A target, or a deadline, a frequency or a body without one; places are those in the sentence."""

    target: Target | None
    deadline: Deadline | None
    frequency: Span | None
    bodies: tuple[Body, ...]
    cells: dict[str, tuple[str, int]]
    """Wording and place, in the document, of the cells of a table of tasks that say more than the sentence."""


def promises_of(sentence: str, year: int | None, *, lead: str = "") -> list[Promise]:
    """Return what a masked sentence promises, one for each target; none if it binds to nothing.

    Examples
    --------
    >>> found = promises_of("6月底前新建学校2所，每季度通报一次。", 2025)
    >>> [(p.target.quantity.text, p.deadline and p.deadline.date, p.frequency) for p in found]
    [('2所', '2025-06-30', None), ('一次', None, (11, 14))]
    """
    targets = find_targets_of(sentence, lead)
    deadlines = find_deadlines(sentence, year)
    frequencies = find_frequencies(sentence)
    bodies = tuple(find_bodies(sentence))
    if not (targets or deadlines or frequencies or any(body.charged for body in bodies)):
        return []
    stops = [match.start() for match in _STOP.finditer(sentence)]
    found: list[Promise] = []
    dated: set[Deadline] = set()
    told: set[Span] = set()
    years = find_whole_year(sentence, year) if targets else []
    for target in targets:
        often = _how_often(target, frequencies, stops, len(sentence))
        when = _when(target, deadlines, targets, stops, len(sentence), near=bool(often)) or _when(
            target, years, targets, stops, len(sentence)
        )
        found.append(Promise(target, when, often, bodies, {}))
        dated |= {when} if when else set()
        told |= {often} if often else set()
    rest = _alone(
        [each for each in deadlines if each not in dated],
        [each for each in frequencies if each not in told],
        stops,
    )
    found += [Promise(None, when, often, bodies, {}) for when, often in rest]
    if not found:
        found.append(Promise(None, None, None, bodies, {}))
    return sorted(found, key=_place)


def _place(promise: Promise) -> int:
    """Return where a promise begins."""
    if promise.target:
        return promise.target.quantity.start
    places = [each[0] for each in (promise.deadline, promise.frequency) if each]
    return min(places, default=0)


def _clause(at: int, stops: Sequence[int], end: int) -> Span:
    """Return the clause that holds a place; the stops are in order."""
    behind = bisect_left(stops, at)
    return (stops[behind - 1] + 1 if behind else 0), (stops[behind] if behind < len(stops) else end)


def _when(
    target: Target,
    deadlines: Sequence[Deadline],
    targets: Sequence[Target],
    stops: Sequence[int],
    end: int,
    *,
    near: bool = False,
) -> Deadline | None:
    """Return the deadline that holds for a target: of its clause, of what leads to it, or right behind it.

    Only one of its clause does (``near``) where it is done again and again.
    """
    low, high = _clause(target.quantity.number, stops, end)
    inside = [each for each in deadlines if low <= each.start < high and not _within(each, target)]
    if inside:
        return next((each for each in reversed(inside) if each.end <= target.quantity.start), inside[0])
    if near:
        return None
    for each in reversed([each for each in deadlines if each.start < low]):
        clause = _clause(each.start, stops, end)
        alone = clause[1] - clause[0] - (each.end - each.start) <= _ALONE
        if alone or any(each.end <= other.quantity.start < clause[1] for other in targets):
            return each
    for each in deadlines:
        clause = _clause(each.start, stops, end)
        next_to_it = clause[0] == high + 1 and each.start - clause[0] <= 2 and clause[1] - each.end <= _BRIEF
        if next_to_it and not any(clause[0] <= other.quantity.start < clause[1] for other in targets):
            return each
    return None


def _within(deadline: Deadline, target: Target) -> bool:
    """Say whether a deadline is part of the wording of an amount."""
    return target.quantity.start <= deadline.start < target.quantity.end


def _how_often(target: Target, frequencies: Sequence[Span], stops: Sequence[int], end: int) -> Span | None:
    """Return the frequency in the clause of a target, or alone before it."""
    low, high = _clause(target.quantity.number, stops, end)
    inside = [each for each in frequencies if low <= each[0] < high]
    if inside:
        return next((each for each in reversed(inside) if each[0] <= target.quantity.start), inside[0])
    for each in reversed([each for each in frequencies if each[0] < low]):
        clause = _clause(each[0], stops, end)
        if clause[1] - clause[0] - (each[1] - each[0]) <= _ALONE:
            return each
    return None


def _alone(
    deadlines: Sequence[Deadline], frequencies: Sequence[Span], stops: Sequence[int]
) -> list[tuple[Deadline | None, Span | None]]:
    """Return the deadlines and frequencies without a target, those of one clause together."""
    by_clause: dict[int, tuple[Deadline | None, Span | None]] = {}
    for each in deadlines:
        by_clause.setdefault(_clause(each.start, stops, 0)[0], (each, None))
    for span in frequencies:
        clause = _clause(span[0], stops, 0)[0]
        when, often = by_clause.get(clause, (None, None))
        by_clause[clause] = (when, often or span)
    return [by_clause[clause] for clause in sorted(by_clause)]


def with_cells(promises: list[Promise], row: TaskRow, year: int | None) -> list[Promise]:
    """Return what a row of a table of tasks promises: its own numbers, and the bodies and the day in its cells."""
    cells = {}
    if row.cells["deadline"]:
        cells["deadline"] = row.cells["deadline"], row.places.get("deadline", -1)
    kinds = [kind for kind in ("lead_body", "body") if row.cells[kind]]
    if kinds:
        names = tables.LIST_SEPARATOR.join([bodies_of(row.cells[kind]) for kind in kinds])
        cells["body"] = names, min([row.places[kind] for kind in kinds if kind in row.places], default=-1)
    if not cells:
        return promises
    if "deadline" in cells:  # the cell says by when; a day named elsewhere in the row makes no row of its own
        dated = next((each for each in find_deadlines(cells["deadline"][0], year) if each.date), None)
        promises = [each._replace(deadline=dated) for each in promises if each.target or each.frequency]
    promises = promises or [Promise(None, None, None, (), {})]
    return [each._replace(cells=cells) for each in promises]


def cells_of(promise: Promise, text: str, start: int) -> tuple[Any, ...]:
    """Return the cells of a promise in the column order of the table, for a sentence that starts at a place."""
    target, deadline = promise.target, promise.deadline
    quantity = target.quantity if target else None
    bodies = promise.bodies
    spans: list[Span | None] = [
        target.indicator if target else None,
        (quantity.start, quantity.end) if quantity else None,
        target.starting and (target.starting.start, target.starting.end) if target else None,
        target.stretch and (target.stretch.start, target.stretch.end) if target else None,
        (deadline.start, deadline.end) if deadline else None,
        promise.frequency,
        (bodies[0].start, bodies[0].end) if bodies else None,
    ]
    places = [(start + span[0], start + span[1]) if span else None for span in spans]
    written = [text[slice(*place)] if place else "" for place in places]
    body = tables.LIST_SEPARATOR.join(
        dict.fromkeys(text[start + each.start : start + each.end] for each in bodies)
    )
    if "deadline" in promise.cells:
        written[4], at = promise.cells["deadline"]
        places[4] = (at, at + len(written[4])) if at >= 0 else None
    if "body" in promise.cells:
        body, at = promise.cells["body"]
        first = body.split(tables.LIST_SEPARATOR)[0]
        places[6] = (at, at + len(first)) if at >= 0 else None
    numbers = (
        (
            quantity.value,
            quantity.high,
            target.starting and target.starting.value,
            target.stretch and target.stretch.value,
        )
        if quantity and target
        else (None,) * 4
    )
    return (
        written[0],
        text[slice(*_moved(target.verb, start))] if target and target.verb else "",
        written[1],
        *numbers,
        quantity.measure if quantity else "",
        quantity.bound if quantity else "",
        target.force if target else "",
        written[4],
        deadline.year if deadline else None,
        deadline.date if deadline else "",
        written[5],
        body,
        *(each for place in places for each in (place or (None, None))),
    )


def _moved(span: Span, start: int) -> Span:
    """Return a place in the sentence as one in the text."""
    return start + span[0], start + span[1]
