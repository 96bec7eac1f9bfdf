"""Ruled tables of a .pdf page: which lines make a grid, and what stands in its cells."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from plananalysis.corpus.readers.pdf_chars import Piece, Rule

_NEAR = 3.0
"""Points within which two lines are one, and a line reaches another."""
_MOST_RULES = 600
"""Lines of a page that are put together to tables; a page of forms has some 200."""
_COVERED = 0.6
"""Share of a cell's edge that a line has to cover to part it from its neighbour."""


class Table(NamedTuple):
    """A ruled table: the places of its upright and level lines, and which cells open into which."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    """From the top downwards."""
    rules: tuple[Rule, ...]

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point lies in the table."""
        return self.xs[0] < x < self.xs[-1] and self.ys[-1] < y < self.ys[0]


def find_tables(rules: Sequence[Rule]) -> list[Table]:
    """Return the tables whose lines these are: grids of two columns or more.

    Examples
    --------
    >>> levels = [Rule(False, y, 0, 100) for y in (0, 20, 40)]
    >>> uprights = [Rule(True, x, 0, 40) for x in (0, 50, 100)]
    >>> [(table.xs, table.ys) for table in find_tables(levels + uprights)]
    [((0.0, 50.0, 100.0), (40.0, 20.0, 0.0))]
    """
    merged = _merged(rules)
    if len(merged) > _MOST_RULES:
        return []
    tables = []
    for group in _touching(merged):
        xs = _places(rule.at for rule in group if rule.upright)
        ys = _places(rule.at for rule in group if not rule.upright)[::-1]
        if len(xs) > 2 and len(ys) > 1:
            tables.append(Table(tuple(xs), tuple(ys), tuple(group)))
    return tables


def _merged(rules: Sequence[Rule]) -> list[Rule]:
    """Return the lines with those that continue or double each other as one."""
    out: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (rule.upright, round(rule.at / _NEAR), rule.start)):
        last = out[-1] if out else None
        if (
            last is not None
            and last.upright == rule.upright
            and abs(last.at - rule.at) <= _NEAR
            and rule.start <= last.end + _NEAR
        ):
            out[-1] = last._replace(end=max(last.end, rule.end))
        else:
            out.append(rule)
    return out


def _touching(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Return the groups of lines that cross or reach each other."""
    group = list(range(len(rules)))

    def root(i: int) -> int:
        while group[i] != i:
            group[i] = group[group[i]]
            i = group[i]
        return i

    levels = [i for i, rule in enumerate(rules) if not rule.upright]
    for i, upright in enumerate(rules):
        for j in levels if upright.upright else ():
            level = rules[j]
            if (
                upright.start - _NEAR <= level.at <= upright.end + _NEAR
                and level.start - _NEAR <= upright.at <= level.end + _NEAR
            ):
                group[root(i)] = root(j)
    found: dict[int, list[Rule]] = {}
    for i, rule in enumerate(rules):
        found.setdefault(root(i), []).append(rule)
    return list(found.values())


def _places(values: Iterable[float]) -> list[float]:
    """Return where lines stand, those that are one taken once."""
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > _NEAR:
            places.append(float(value))
    return places


def split_at(piece: Piece, xs: Sequence[float]) -> list[Piece]:
    """Return a piece of a line cut where upright lines part it."""
    parts: list[list] = [[]]
    for char in piece.chars:
        middle = (char.left + char.right) / 2
        last = parts[-1][-1] if parts[-1] else None
        if last is not None and any((last.left + last.right) / 2 < x <= middle for x in xs):
            parts.append([])
        parts[-1].append(char)
    cut = [Piece(tuple(part), piece.before if i == 0 else "\t") for i, part in enumerate(parts)]
    return [part for part in cut if part.text.strip()]


def table_rows(table: Table, pieces: Sequence[Piece]) -> list[str]:
    """Return the rows of a table as lines, cells joined by tabs; what spans cells stands in the first of them."""
    n_rows, n_columns = len(table.ys) - 1, len(table.xs) - 1
    anchors = _anchors(table)
    cells: dict[tuple[int, int], list[Piece]] = {}
    for piece in pieces:
        x, y = (piece.left + piece.right) / 2, (piece.bottom + piece.top) / 2
        row = max((i for i in range(n_rows) if table.ys[i] > y), default=0)
        column = max((j for j in range(n_columns) if table.xs[j] < x), default=0)
        cells.setdefault(anchors[row, column], []).append(piece)
    lines = []
    for i in range(n_rows):
        texts = [_cell(cells.get((i, j), [])) for j in range(n_columns)]
        if any(texts):
            lines.append("\t".join(texts).rstrip("\t"))
    return lines


def _anchors(table: Table) -> dict[tuple[int, int], tuple[int, int]]:
    """Return for every cell of the grid the upper left cell of those that no line parts from it."""
    anchors: dict[tuple[int, int], tuple[int, int]] = {}
    uprights = [rule for rule in table.rules if rule.upright]
    levels = [rule for rule in table.rules if not rule.upright]
    for i, (top, bottom) in enumerate(pairwise(table.ys)):
        for j, (left, right) in enumerate(pairwise(table.xs)):
            anchors[i, j] = (i, j)
            if i and not _parts(levels, top, left, right):
                anchors[i, j] = anchors[i - 1, j]
            elif j and not _parts(uprights, left, bottom, top):
                anchors[i, j] = anchors[i, j - 1]
    return anchors


def _parts(rules: Sequence[Rule], at: float, start: float, end: float) -> bool:
    """Tell whether lines cover an edge between two cells."""
    covered = sum(
        max(0.0, min(rule.end, end) - max(rule.start, start)) for rule in rules if abs(rule.at - at) <= _NEAR
    )
    return covered >= _COVERED * (end - start)


def _cell(pieces: Sequence[Piece]) -> str:
    """Return the wording of a cell as one line."""
    out = ""
    ordered = sorted(pieces, key=lambda piece: (-round(piece.bottom / max(piece.size, 1.0)), piece.left))
    for piece in ordered:
        text = " ".join(piece.text.split())
        latin = out[-1:].isascii() and out[-1:].isalnum() and text[:1].isascii() and text[:1].isalnum()
        out += (" " if latin else "") + text
    return out
