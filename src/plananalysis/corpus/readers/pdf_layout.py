"""From the pieces of a .pdf page to its lines in reading order: columns one after the other, tables row by row."""

import statistics
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from plananalysis.corpus.readers.pdf_chars import Page, Piece
from plananalysis.corpus.readers.pdf_tables import Table, find_tables, split_at, table_rows

_SAME_LINE = 3.0
"""Points by which pieces of one printed line differ in height."""
_SAME_LINE_GAP = 3.0
"""Character widths that part pieces which pdfium broke apart although they stand on one line."""
_LEAST_LINES = 5
"""Lines that a column has at least."""
_NARROWEST = 8.0
"""Characters that a line of a column has at least: what is narrower is a table."""
_FULL = 0.4
"""Share of a left column's lines that reach the gutter: cells of a table do not."""
_CROSSING = 0.15
"""Share of lines (a title, a heading) that may run across the gutter."""
_BIN = 2.0
_MIDDLE = (0.25, 0.75)
"""Where between the outer edges of the text a gutter may stand."""
_LEAST_ROWS = 3
"""Lines parted at the same places that make a table without ruling lines."""


class Line(NamedTuple):
    """A printed line: wording, place in points, character width, page, column (0 where there is one), and kind."""

    text: str
    left: float
    right: float
    bottom: float
    size: float
    page: int
    column: int
    height: float
    """Place on the page, from 0 at the bottom to 1 at the top."""
    is_row: bool
    """Whether it is a row of a table, which continues no other line."""
    page_width: float


def page_lines(page: Page, number: int) -> list[Line]:
    """Return the lines of a page in reading order."""
    tables = find_tables(page.rules)
    held: dict[int, list[Piece]] = {}
    flow: list[Piece | int] = []
    for piece in page.pieces:
        place = _table_of(piece, tables)
        if place is None:
            flow.append(piece)
            continue
        if place not in held:
            flow.append(place)
        held.setdefault(place, []).extend(split_at(piece, tables[place].xs))
    free = [item for item in flow if isinstance(item, Piece)]
    gutter = find_gutter(free)
    lines: list[Line] = []
    waiting: list[Piece] = []
    for item in [*flow, -1]:
        if isinstance(item, Piece):
            waiting.append(item)
            continue
        lines += _flowing(waiting, gutter, page, number)
        waiting = []
        if item >= 0:
            lines += _rows_of(tables[item], held[item], page, number)
    return lines


def _table_of(piece: Piece, tables: Sequence[Table]) -> int | None:
    """Return which table holds a piece."""
    x, y = (piece.left + piece.right) / 2, (piece.bottom + piece.top) / 2
    return next((i for i, table in enumerate(tables) if table.holds(x, y)), None)


def _rows_of(table: Table, pieces: Sequence[Piece], page: Page, number: int) -> list[Line]:
    """Return the rows of a ruled table as lines."""
    size = statistics.median(piece.size for piece in pieces)
    rows = table_rows(table, pieces)
    step = (table.ys[0] - table.ys[-1]) / max(1, len(rows))
    return [
        Line(
            row,
            table.xs[0],
            table.xs[-1],
            table.ys[0] - (i + 1) * step,
            size,
            number,
            0,
            (table.ys[0] - (i + 0.5) * step) / page.height if page.height else 0.5,
            True,
            page.width,
        )
        for i, row in enumerate(rows)
    ]


def find_gutter(pieces: Sequence[Piece]) -> float | None:
    """Return where the white space between two columns of text stands; None where there is one column.

    Both columns have several lines of some length beside each other, lines of the left one reach the gutter, and
    hardly any line crosses it.
    """
    if len(pieces) < 2 * _LEAST_LINES:
        return None
    outer = min(piece.left for piece in pieces), max(piece.right for piece in pieces)
    width = outer[1] - outer[0]
    n_bins = int(width / _BIN) + 1
    if not 0 < n_bins < 10_000:
        return None
    covered = [0] * (n_bins + 1)
    for piece in pieces:
        covered[int((piece.left - outer[0]) / _BIN)] += 1
        covered[min(n_bins, int((piece.right - outer[0]) / _BIN) + 1)] -= 1
    total, best, run = 0, (0, 0), 0
    for place in range(n_bins):
        total += covered[place]
        inside = _MIDDLE[0] * n_bins < place < _MIDDLE[1] * n_bins
        run = run + 1 if inside and total <= _CROSSING * len(pieces) else 0
        best = max(best, (run, place))
    if not best[0]:
        return None
    gutter = outer[0] + (best[1] - best[0] / 2 + 0.5) * _BIN
    return gutter if _are_columns(pieces, gutter) else None


def _are_columns(pieces: Sequence[Piece], gutter: float) -> bool:
    """Tell whether the pieces left and right of a white stripe are two columns of text."""
    left = [piece for piece in pieces if piece.right <= gutter]
    right = [piece for piece in pieces if piece.left >= gutter]
    if min(len(left), len(right)) < _LEAST_LINES:
        return False
    for side in (left, right):
        size = statistics.median(piece.size for piece in side)
        if statistics.median(piece.right - piece.left for piece in side) < _NARROWEST * size:
            return False
    overlap = min(max(p.bottom for p in left), max(p.bottom for p in right)) - max(
        min(p.bottom for p in left), min(p.bottom for p in right)
    )
    edge = max(piece.right for piece in left)
    reaching = sum(piece.right > edge - 2 * max(piece.size, 1.0) for piece in left)
    return overlap > 0 and reaching >= _FULL * len(left)


def _flowing(pieces: Sequence[Piece], gutter: float | None, page: Page, number: int) -> list[Line]:
    """Return the lines of running text, columns one after the other."""
    if gutter is None:
        return _lines(pieces, 0, page, number)
    lines: list[Line] = []
    left: list[Piece] = []
    right: list[Piece] = []
    for piece in sorted(pieces, key=lambda piece: -piece.bottom):
        if piece.right <= gutter + 1:
            left.append(piece)
        elif piece.left >= gutter - 1:
            right.append(piece)
        else:
            lines += _lines(left, 1, page, number) + _lines(right, 2, page, number)
            left, right = [], []
            lines += _lines([piece], 0, page, number)
    return lines + _lines(left, 1, page, number) + _lines(right, 2, page, number)


def _lines(pieces: Sequence[Piece], column: int, page: Page, number: int) -> list[Line]:
    """Return pieces as lines: those on one printed line are one, cells of a table are joined by tabs."""
    groups: list[list[Piece]] = []
    for piece in pieces:
        last = groups[-1][-1] if groups else None
        if last is not None and _same_line(last, piece):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    rows = _in_rows(groups)
    return [_line(group, i in rows, column, page, number) for i, group in enumerate(groups)]


def _same_line(last: Piece, piece: Piece) -> bool:
    """Tell whether a piece stands on the printed line of the one before it."""
    if abs(last.bottom - piece.bottom) > _SAME_LINE or piece.left < last.right - last.size:
        return False
    return piece.before != "\n" or piece.left - last.right < _SAME_LINE_GAP * max(last.size, 1.0)


def _in_rows(groups: Sequence[Sequence[Piece]]) -> set[int]:
    """Return which lines are rows of a table without ruling lines: several in a row, parted at the same places."""
    found: set[int] = set()
    run: list[int] = []
    for i, group in enumerate([*groups, []]):
        fits = len(group) > 1 and (not run or _aligned(groups[run[-1]], group))
        if not fits:
            found.update(run if len(run) >= _LEAST_ROWS else ())
            run = []
        if len(group) > 1:
            run.append(i)
    return found


def _aligned(above: Sequence[Piece], below: Sequence[Piece]) -> bool:
    """Tell whether two lines are parted at the same places."""
    size = max(above[0].size, below[0].size, 1.0)
    shared = sum(any(abs(a.left - b.left) < size for a in above[1:]) for b in below[1:])
    return shared >= min(len(above), len(below)) - 1


def _line(group: Sequence[Piece], is_row: bool, column: int, page: Page, number: int) -> Line:
    """Return pieces that stand side by side as one line."""
    text = group[0].text
    for last, piece in pairwise(group):
        white = "" if piece.before == "\n" else piece.before
        apart = piece.left - last.right > max(last.size, 1.0)
        text += ("\t" if is_row and apart else white) + piece.text
    bottom = statistics.median(piece.bottom for piece in group)
    longest = max(group, key=lambda piece: len(piece.chars))
    return Line(
        text.strip(),
        min(piece.left for piece in group),
        max(piece.right for piece in group),
        bottom,
        longest.size,
        number,
        column,
        bottom / page.height if page.height else 0.5,
        is_row,
        page.width,
    )
