"""Read a workbook that is itself a plan: sheets with a table of tasks (任务分解表), a row a line, cells parted by tabs."""

from plananalysis.corpus.readers.reading import Drawer, Reading, UnreadableError
from plananalysis.corpus.readers.workbook_sheets import Sheet, read_sheets
from plananalysis.language.task_tables import heading_kinds

_HEADING_ROWS = 10
"""Rows among which the headings of a sheet are looked for, below its title."""


def read(data: bytes) -> Reading:
    """Read the sheets that hold tables of tasks; others are counted as left out.

    Raises
    ------
    UnreadableError
        If no sheet does.
    """
    drawer = Drawer()
    lines: list[str] = []
    for sheet in read_sheets(data, filled=False):
        if _is_plan(sheet):
            lines += [line for row in sheet.rows if (line := _line(row))]
        else:
            drawer.add("further sheet", sheet.name)
    if not lines:
        raise UnreadableError("a table among documents; load it by its own path")
    return Reading("\n".join(lines), "xlsx", "", "", (), drawer.all())


def _is_plan(sheet: Sheet) -> bool:
    """Tell whether a sheet holds a table of tasks."""
    rows = [[_cell(cell) for cell in row] for row in sheet.rows[:_HEADING_ROWS]]
    return any(heading_kinds(row) is not None for row in rows)


def _line(row: list[object]) -> str:
    """Return a row as a line."""
    return "\t".join(_cell(cell) for cell in row).rstrip("\t")


def _cell(cell: object) -> str:
    """Return a cell as text on one line."""
    return "" if cell is None else " ".join(str(cell).split())
