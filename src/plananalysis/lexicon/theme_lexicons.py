"""Theme lexicons: which terms speak for which theme, and how strongly."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from plananalysis.errors import InputError
from plananalysis.files.io import read_table
from plananalysis.lexicon.faulty_rows import refuse_first
from plananalysis.lexicon.own import read_rows

_DATA = Path(__file__).parent / "data"

SHIPPED = ("party_building", "government_work")
"""Names of the theme lexicons that come with the package."""

ThemeLexicon = str | Path | pd.DataFrame | Mapping[str, Any]
"""A shipped name, a path, a table, or a dict from themes to terms (or to terms with their weights)."""

COLUMNS = ["theme", "term", "weight", "source"]


def load_theme_lexicon(lexicon: str | Path = "party_building") -> pd.DataFrame:
    """Load a theme lexicon: a shipped one by its name, or the user's own file.

    Parameters
    ----------
    lexicon
        ``"party_building"`` (机关党建工作要点), ``"government_work"`` (政府工作报告), or a path: a table
        (.csv .tsv .xlsx .jsonl .parquet) with the columns ``theme`` and ``term`` and optionally ``weight`` and
        ``source``, or a .yaml file that maps each theme to a list of terms, or to a map of terms and weights.

    Returns
    -------
    DataFrame
        theme : the theme; term : a word or phrase that speaks for it; weight : from 1 (weak) to 3 (decisive) in
        the shipped lexicons, any positive number in the user's (1 where none is given); source : where the term
        comes from.

    Raises
    ------
    InputError
        If the file cannot be read, a theme has no term, or a weight is not a positive number; the message names
        the row.

    Examples
    --------
    >>> lexicon = load_theme_lexicon("party_building")
    >>> list(lexicon["theme"].unique())[:3]
    ['政治建设', '思想建设', '组织建设']
    """
    if str(lexicon) in SHIPPED:
        path = _DATA / f"{lexicon}.csv"
    else:
        path = Path(lexicon)
        if not path.suffix:
            raise InputError(
                "no theme lexicon {lexicon!r}; shipped ones: {shipped}; or give a file",
                lexicon=lexicon,
                shipped=SHIPPED,
            )
    return check_theme_lexicon(_read(path), name=path.name)


def as_theme_lexicon(given: ThemeLexicon) -> pd.DataFrame:
    """Return the checked table of a theme lexicon.

    Parameters
    ----------
    given
        A shipped name or a path for :func:`load_theme_lexicon`; a table with the columns ``theme`` and ``term``; or
        a dict from each theme to its terms, or to a dict of terms and weights.

    Raises
    ------
    InputError
        If it is none of these, or :func:`load_theme_lexicon` would refuse it.

    Examples
    --------
    >>> as_theme_lexicon({"学习": ["党课"], "廉政": {"警示教育": 2}})[["theme", "term", "weight"]]
      theme  term  weight
    0    学习    党课     1.0
    1    廉政  警示教育     2.0
    """
    if isinstance(given, pd.DataFrame):
        return check_theme_lexicon(given)
    if isinstance(given, str | Path):
        return load_theme_lexicon(given)
    if isinstance(given, Mapping):
        return check_theme_lexicon(_from_mapping(given))
    raise InputError(
        "theme lexicon: {shipped}, the path of a file, a table with the columns theme and term, or a "
        "dict from themes to terms is wanted, {kind} was given",
        shipped=SHIPPED,
        kind=type(given).__name__,
    )


def check_theme_lexicon(frame: pd.DataFrame, *, name: str = "theme lexicon") -> pd.DataFrame:
    """Return the lexicon with its four columns, or raise :class:`InputError` naming the row that is wrong."""
    for column in ("theme", "term"):
        if column not in frame.columns:
            raise InputError(
                "{name}: no column {column!r}; a theme lexicon has the columns {columns}",
                name=name,
                column=column,
                columns=COLUMNS,
            )
    checked = pd.DataFrame(
        {
            "theme": frame["theme"].fillna("").astype(str).str.strip(),
            "term": frame["term"].fillna("").astype(str).str.strip(),
            "weight": pd.to_numeric(frame["weight"], errors="coerce") if "weight" in frame else 1.0,
            "source": frame["source"].fillna("").astype(str) if "source" in frame else name,
        }
    )
    if checked.empty:
        raise InputError("{name}: holds no term", name=name)
    weight = checked["weight"].to_numpy(dtype="float64")
    faults = (
        (checked["theme"] == "", "has no theme"),
        (checked["term"] == "", "the theme {theme} is given without a term"),
        (~((weight > 0) & (weight < float("inf"))), "the weight of {term} is not a positive number"),
        (checked.duplicated(["theme", "term"]), "repeats {term} under {theme}"),
    )
    refuse_first(checked, faults, name, shown=("theme", "term"))
    return checked.astype({"weight": "float64"})


def _read(path: Path) -> pd.DataFrame:
    """Return the rows of a file; delimited ones and workbooks are read in any encoding, as all lists of words are."""
    suffix = path.suffix.lower()
    if suffix in (".yaml", ".yml"):
        return _read_yaml(path)
    if suffix in (".csv", ".tsv", ".xlsx"):
        return pd.DataFrame([row for _, row in read_rows(path)])
    return read_table(path)


def _read_yaml(path: Path) -> pd.DataFrame:
    import yaml

    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise InputError("{path}: no such file", path=path) from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise InputError(
            "{path}: not readable as YAML ({reason})", path=path, reason=str(error).splitlines()[0]
        ) from error
    if not isinstance(content, dict):
        raise InputError("{path}: expected a map from themes to lists of terms", path=path)
    return _from_mapping(content)


def _from_mapping(content: Mapping[Any, Any]) -> pd.DataFrame:
    """Return the rows of a map from themes to lists of terms, or to maps of terms and weights."""
    rows: list[tuple[object, object, object]] = []
    for theme, terms in content.items():
        if isinstance(terms, dict):
            rows += [(theme, term, weight) for term, weight in terms.items()]
        elif isinstance(terms, list | tuple | set | frozenset) and terms:
            rows += [_listed(theme, term) for term in terms]
        else:
            rows.append((theme, "", 1.0))
    return pd.DataFrame(rows, columns=["theme", "term", "weight"])


def _listed(theme: object, term: object) -> tuple[object, object, object]:
    """Return the row of an entry of a list: a term, or one term with its weight (``- 党课: 3``)."""
    if isinstance(term, dict) and len(term) == 1:
        return (theme, *next(iter(term.items())))
    return theme, "" if isinstance(term, (dict, list)) else term, 1.0
