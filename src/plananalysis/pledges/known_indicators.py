"""The indicators that plans set targets for: their names, how plans word them, and the user's own."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

import pandas as pd

from plananalysis import tables
from plananalysis.errors import InputError
from plananalysis.folding import fold_text
from plananalysis.language import indicator_names
from plananalysis.lexicon.own import read_rows

_SHIPPED = Path(__file__).parent / "data" / "indicators.csv"
_COLUMNS = ("indicator", "names", "group", "source")
_REWRITES = tuple((re.compile(pattern), written) for pattern, written in indicator_names.REWRITES)

Indicators = pd.DataFrame | str | Path | None
"""A table of indicators, the path of one, or the shipped one."""


def load_indicators(path: Indicators = None, *, extend: bool = True) -> pd.DataFrame:
    """Return the indicators that targets are looked up by, one's own before the shipped ones.

    Parameters
    ----------
    path
        A ``.csv`` or ``.xlsx`` table, or a DataFrame, with the column ``indicator`` (the name to use) and any of
        ``names`` (other wordings, joined by ｜), ``group`` and ``source``. None for the shipped table alone.
    extend
        Append the shipped indicators that the own table does not have.

    Returns
    -------
    DataFrame
        indicator; names (other wordings, joined by ｜); group (产出, 需求, 民生 …); source (who defines it).

    Raises
    ------
    InputError
        If the file cannot be read, a column is unknown, an indicator is empty, or one wording stands for two.

    Examples
    --------
    >>> load_indicators().head(3)["indicator"].tolist()
    ['地区生产总值', '人均地区生产总值', '第一产业增加值']
    """
    if path is None:
        return _shipped().copy()
    own = path if isinstance(path, pd.DataFrame) else pd.DataFrame([row for _, row in read_rows(Path(path))])
    own = _checked(own, "the table" if isinstance(path, pd.DataFrame) else str(path))
    if not extend:
        return own
    rest = _shipped()
    return pd.concat([own, rest[~rest["indicator"].isin(own["indicator"])]], ignore_index=True)


@lru_cache(maxsize=1)
def _shipped() -> pd.DataFrame:
    """Return the shipped table."""
    return _checked(pd.DataFrame([row for _, row in read_rows(_SHIPPED)]), _SHIPPED.name)


def _checked(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    """Return a table of indicators with all of its columns, or say what is wrong with it."""
    unknown = [str(column) for column in frame.columns if column not in _COLUMNS]
    if unknown or "indicator" not in frame.columns:
        if unknown:
            said = "{name} has the unknown column {unknown}; its columns are {columns}"
        else:
            said = "{name} lacks the column indicator; its columns are {columns}"
        raise InputError(said, name=name, unknown=unknown[:1], columns=_COLUMNS)
    full = frame.reindex(columns=list(_COLUMNS)).astype(object).fillna("").astype(str)
    if (full["indicator"].str.strip() == "").any():
        raise InputError("{name}: a row has no indicator; name it, or delete the row", name=name)
    names_of(full, name)
    return tables.conform(full, "indicators")


def names_of(indicators: pd.DataFrame, name: str = "indicators") -> dict[str, str]:
    """Return the indicator that each wording stands for, the wordings in plain form.

    Raises
    ------
    InputError
        If one wording stands for two indicators.
    """
    found: dict[str, str] = {}
    for indicator, others in zip(indicators["indicator"], indicators["names"], strict=True):
        for wording in (indicator, *filter(None, others.split(tables.LIST_SEPARATOR))):
            known = found.setdefault(plain(wording), indicator)
            if known != indicator:
                raise InputError(
                    "{name}: {wording} stands for {known} and for {indicator}; delete it from one",
                    name=name,
                    wording=wording,
                    known=known,
                    indicator=indicator,
                )
    return found


@lru_cache(maxsize=4096)
def plain(wording: str) -> str:
    """Return a wording without what plans vary: folded, without scope, with one word for one thing.

    Examples
    --------
    >>> plain("全省地区生产总值增速"), plain("研究与试验发展经费投入强度")
    ('生产总值', '研发经费投入强度')
    """
    said = fold_text(wording).replace("、", "、")
    for pattern, written in _REWRITES:
        rest = pattern.sub(written, said)
        said = rest or said
    return said


def known_as(wording: str, names: Mapping[str, str], scopes: Iterable[str] = ()) -> str:
    """Return the indicator that a wording stands for, empty if it is none of the known ones.

    Parameters
    ----------
    wording
        What is measured, in a plan's words.
    names
        As :func:`names_of` gives.
    scopes
        Names of the unit, which may stand before it (青山省地区生产总值).

    Examples
    --------
    >>> known = names_of(load_indicators())
    >>> known_as("全市规上工业增加值", known), known_as("茶叶产量", known)
    ('规模以上工业增加值', '')
    """
    said = plain(wording)
    if said in names:
        return names[said]
    for scope in scopes:
        if scope and said.startswith(scope) and said[len(scope) :] in names:
            return names[said[len(scope) :]]
    return ""
