"""What a section of the report is made of.

One file of ``sections`` holds one :class:`Section`: the tables it brings, what the page says and its script needs, the
figures, the sentence for the methods and what stands out. Page, payload, workbook, figures, findings and methods loop
over ``sections.SECTIONS`` and know no section by its name. The data flow:

``analysis`` (finished tables) → ``Listed.rows`` (a table as the page lists it) and ``Section.data`` (what the script
draws, which may look up places and say what it leaves out) → ``Section.parts`` (headings, hints, boxes and tables in the
order of the page) → ``assets/sections/<name>.js`` fills the boxes.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from plananalysis.report.analysis import Analysis
from plananalysis.report.context import Page
from plananalysis.report.words import Pair
from plananalysis.tables import Column

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MOST_ROWS = 2_500
"""Rows of a table that the page lists, unless its section says fewer."""


class Listed(NamedTuple):
    """A table that a section brings.

    Attributes
    ----------
    name : str
        As in ``tables.TABLES``.
    label : (Chinese, English) or None
        What the page calls it where it says that rows were left out; None if it never does.
    on_page : bool
        Whether the page lists its rows; the others are files only.
    in_workbook : bool
        Whether people read it: tables of places, read by programs, are csv and parquet only.
    hidden : tuple of str
        Columns that the page does not list.
    unseen : tuple of str
        Columns that the page does not list either, but that the script reads.
    most : int
        Rows that the page lists at most.
    quick : tuple of str
        Codes that a button filters by, as ``column.code``; the one with a star before it is chosen at the start.
    rows : callable or None
        Makes the rows as a reader wants them; None for the table as it is.
    """

    name: str
    label: Pair | None = None
    on_page: bool = True
    in_workbook: bool = True
    hidden: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()
    most: int = MOST_ROWS
    quick: tuple[str, ...] = ()
    rows: Callable[[Page], pd.DataFrame] | None = None


class Part(NamedTuple):
    """A piece of a section in the order of the page; ``kind`` says which macro of the template writes it."""

    kind: str
    name: str = ""
    text: Pair = ("", "")
    label: str = ""
    counts: tuple[tuple[Pair, str], ...] = ()


def hint(text: Pair) -> Part:
    """Return a line that says how to read what follows."""
    return Part("hint", text=text)


def heading(name: str, text: Pair) -> Part:
    """Return a heading; its id is ``h-`` and the name."""
    return Part("heading", name, text)


def box(name: str, look: str = "") -> Part:
    """Return an empty box of this id, and of this class, that the script fills."""
    return Part("box", name, label=look)


def table(name: str, label: str) -> Part:
    """Return a table under the heading of this name."""
    return Part("table", name, label=label)


def folded(name: str, heading: str, text: Pair) -> Part:
    """Return a table that is folded away under its heading."""
    return Part("folded", name, text, heading)


def numbers(items: tuple[tuple[Pair, str], ...]) -> Part:
    """Return what is counted, each with its number."""
    return Part("numbers", counts=items)


def text(words: Pair) -> Part:
    """Return a plain paragraph."""
    return Part("text", text=words)


class Finding(NamedTuple):
    """A sentence, and what it was made of.

    Attributes
    ----------
    pair : (Chinese, English)
        The sentence.
    link : str
        The section of the page that shows why.
    table : str
        The table that holds the evidence.
    rows : DataFrame
        The rows of it that the sentence was made from; the sentence says nothing that does not follow from them.
    """

    pair: Pair
    link: str
    table: str
    rows: pd.DataFrame


class Figure(NamedTuple):
    """A figure of a section.

    Attributes
    ----------
    name : str
        Of its files.
    caption : (Chinese, English)
        Without its number, which follows from the order; ``{values}`` are filled in.
    draw : callable
        Takes the analysis and the language; returns the axes and the values for the caption, or None if there is
        nothing to draw.
    """

    name: str
    caption: Pair
    draw: "Callable[[Analysis, str], tuple[Axes, dict[str, object]] | None]"


@dataclass(frozen=True, kw_only=True)
class Section:
    """One section of the report; see the module.

    Attributes
    ----------
    name : str
        The id on the page, the name of the file, and of its script.
    title : (Chinese, English)
        The heading.
    shown : callable
        Whether the page has the section.
    parts : callable
        Takes the page and the data of this section, and returns what stands in it.
    tables : tuple of Listed
        The tables that it brings.
    data : callable
        Makes what the script needs, in what JSON can say.
    words, heads, codes : dict of str to (Chinese, English)
        What the script says; heads of columns (``column`` or ``table.column``); codes in tables (``code`` or
        ``table.code``).
    more_codes : callable or None
        Further codes that depend on the corpus, such as those that name a year.
    looks : dict of str to str
        How cells of its columns are shown: ``code`` (in words), ``share`` (per cent with one digit), ``percent``
        (without), ``chance`` (a p value).
    columns : tuple of Column
        Columns that only the page has.
    figures : tuple of Figure
        Its figures, in order.
    methods : callable or None
        The sentences for the methods.
    finding : callable or None
        What stands out.
    finding_rank : int
        Findings are told in this order.
    """

    name: str
    title: Pair
    shown: Callable[[Analysis], bool] = lambda analysis: True
    parts: Callable[[Page, Mapping[str, Any]], list[Part]]
    tables: tuple[Listed, ...] = ()
    data: Callable[[Page], dict[str, Any]] = lambda page: {}
    words: Mapping[str, Pair] = field(default_factory=dict)
    heads: Mapping[str, Pair] = field(default_factory=dict)
    codes: Mapping[str, Pair] = field(default_factory=dict)
    more_codes: Callable[[Analysis], Mapping[str, Pair]] | None = None
    looks: Mapping[str, str] = field(default_factory=dict)
    columns: tuple[Column, ...] = ()
    figures: tuple[Figure, ...] = ()
    methods: Callable[[Analysis], Pair] | None = None
    finding: Callable[[Analysis], Finding | None] | None = None
    finding_rank: int = 0


def has(analysis: Analysis, name: str) -> bool:
    """Return whether a table was made and has rows."""
    return name in analysis.tables and not analysis.tables[name].empty


def has_any(*names: str) -> Callable[[Analysis], bool]:
    """Return a function that says whether one of these tables has rows."""
    return lambda analysis: any(has(analysis, name) for name in names)


def table_of(analysis: Analysis, name: str) -> pd.DataFrame:
    """Return a table, or one without rows where it was not made."""
    return analysis.tables.get(name, pd.DataFrame())
