"""What reports on the work of governments say anyway: how often and how evenly they use each word and term."""

from functools import lru_cache
from pathlib import Path

import pandas as pd

from plananalysis import tables
from plananalysis.errors import InputError
from plananalysis.resources import SHIPPED

SHIPPED_GENRE = Path(__file__).parent / "data" / "genre.csv"
"""Made by ``benchmarks/make_genre.py``; frequencies only, without any text."""

Genre = str | pd.DataFrame | None
"""``"shipped"``, a table of one's own, or nothing."""


def genre_frequencies() -> pd.DataFrame:
    """Return how often, and how evenly, reports on the work of governments use words and terms.

    Measured once on 62 reports: those of 31 provinces of 2025, and 31 of the State Council from 1993 to 2025; phrases
    (节能减排, 提质增效) on 42 of them. What all of them use alike (管理, 启动, 需求) says little of any one of them.

    Returns
    -------
    DataFrame
        ``term``, a word of jieba, a term of several words or a phrase; ``n``; ``n_docs``, of 62 (phrases: of 42); ``gries_dp_norm``, 0 if all
        reports use it alike. Terms that fewer than three reports hold are left out.

    References
    ----------
    Gries, S. Th. (2008). Dispersions and adjusted frequencies in corpora. International Journal of Corpus Linguistics
    13, 403–437.

    Examples
    --------
    >>> genre = genre_frequencies().set_index("term")
    >>> bool(genre.loc["管理", "gries_dp_norm"] < 0.3 < 0.6 < genre.loc["冰雪", "gries_dp_norm"])
    True
    """
    return _shipped().copy()


def as_genre(given: Genre) -> pd.DataFrame:
    """Return the table of a genre: the shipped one by name, one's own, or an empty one for None.

    Raises
    ------
    InputError
        If it is none of these.

    Examples
    --------
    >>> len(as_genre(None)), len(as_genre("shipped")) > 5000
    (0, True)
    """
    if given is None:
        return tables.empty("genre")
    if isinstance(given, str) and given == SHIPPED:
        return _shipped()
    if isinstance(given, pd.DataFrame):
        tables.check(given, "genre", ("term", "gries_dp_norm"))
        return given
    raise InputError(
        "genre: 'shipped', a table as genre_frequencies() gives or None is wanted, {given} was given",
        given=tables.given(given),
    )


@lru_cache(maxsize=1)
def genre_terms() -> frozenset[str]:
    """Return the terms of the shipped table.

    Examples
    --------
    >>> "营商环境" in genre_terms(), "南港" in genre_terms()
    (True, False)
    """
    return frozenset(_shipped()["term"].tolist())


@lru_cache(maxsize=1)
def _shipped() -> pd.DataFrame:
    return tables.conform(pd.read_csv(SHIPPED_GENRE, dtype={"term": "str"}, keep_default_na=False), "genre")
