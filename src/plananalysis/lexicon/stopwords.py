"""Stopwords as tables: each word with the list it belongs to and where it comes from."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pandas as pd

from plananalysis import tables
from plananalysis.errors import InputError
from plananalysis.lexicon.own import read_rows
from plananalysis.resources import SHIPPED, resource

DEFAULT_LISTS = ("general", "plan")
_WORD_COLUMNS = ("word", "term", "词")


def load_stopwords(*lists: str | Path) -> pd.DataFrame:
    """Return words that carry no theme, to be left out of counts.

    Parameters
    ----------
    *lists
        Any of ``"general"`` (the function words of Mandarin), ``"plan"`` (words that every plan document uses
        whatever it is about), ``"shipped"`` (both), and files of your own: one word a line, or a table with a
        column ``word``. By default both shipped lists.

    Returns
    -------
    DataFrame
        ``word``; ``lexicon``, the name of the list; ``source``, where the word comes from.

    Raises
    ------
    InputError
        If there is no list of that name and no file at that path.

    Examples
    --------
    >>> stopwords = load_stopwords("plan")
    >>> "进一步" in set(stopwords["word"]), "党建" in set(stopwords["word"])
    (True, False)
    """
    folder = resource("stopwords")
    shipped = {path.stem: path for path in sorted(folder.glob("*.csv"))}
    rows: dict[tuple[str, str, str], None] = {}
    asked = (DEFAULT_LISTS if name == SHIPPED else (name,) for name in lists or (SHIPPED,))
    for name in chain.from_iterable(asked):
        path = shipped.get(str(name), Path(name))
        if not path.is_file():
            raise InputError(
                "no stopword list {name!r}; shipped ones: {shipped}; or give the path of a file or a list of "
                "words",
                name=str(name),
                shipped=shipped,
            )
        found = list(_rows(path))
        if not found:
            raise InputError(
                "{path}: the stopword list is empty; write a word a line, or leave it out", path=path
            )
        rows.update(dict.fromkeys(found))
    return tables.from_records(list(rows), "stopwords")


def _rows(path: Path) -> Iterator[tuple[str, str, str]]:
    """Yield the rows of one list; an error names file and row."""
    for number, row in read_rows(path):
        column = next((name for name in (*_WORD_COLUMNS, "line") if name in row), None)
        if column is None:
            raise InputError(
                "{path}: row 1 has no column 'word' (found: {columns}); name one so", path=path, columns=row
            )
        if not row[column]:
            raise InputError(
                "{path}: row {number} has no word; write one or delete the row", path=path, number=number
            )
        yield row[column], row.get("lexicon") or path.stem, row.get("source") or path.name
