"""Stopwords as tables: each word with the list it belongs to and where it comes from."""

from pathlib import Path

import pandas as pd

from plananalysis import tables
from plananalysis.errors import InputError
from plananalysis.lexicon.files import read_rows
from plananalysis.resources import resource

_WORD_COLUMNS = ("word", "term", "词")


def load_stopwords(name_or_path: str | Path = "general") -> pd.DataFrame:
    """Return a list of words that carry no theme, to be left out of counts.

    Parameters
    ----------
    name_or_path
        ``"general"`` (the function words of Mandarin), ``"plan"`` (words that every plan document uses whatever
        it is about), or a file of your own: one word a line, or a table with a column ``word``.

    Returns
    -------
    DataFrame
        ``word``; ``lexicon``, the name of the list; ``source``, where the word comes from. Lists can be joined by
        ``pandas.concat``.

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
    path = shipped.get(str(name_or_path), Path(name_or_path))
    if not path.is_file():
        raise InputError(
            f"no stopword list {str(name_or_path)!r}; shipped ones: {', '.join(shipped)}; or give the path of a file"
        )
    rows = []
    for number, row in read_rows(path):
        column = next((name for name in (*_WORD_COLUMNS, "line") if name in row), None)
        if column is None:
            raise InputError(f"{path}: row 1 has no column 'word' (found: {', '.join(row)}); name one so")
        if not row[column]:
            raise InputError(f"{path}: row {number} has no word; write one or delete the row")
        rows.append((row[column], row.get("lexicon") or path.stem, row.get("source") or path.name))
    return tables.from_records(list(dict.fromkeys(rows)), "stopwords")
