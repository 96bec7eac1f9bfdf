"""Slogans through time: what each unit took up, kept, dropped or passes over in silence, year by year."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from plananalysis import tables
from plananalysis.common_options import Part, in_part
from plananalysis.corpus.lengths import PER
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.corpus.unit_years import has_unit_and_year, plans_of
from plananalysis.errors import InputError, near, warn
from plananalysis.folding import fold_text
from plananalysis.groups import groups_of
from plananalysis.language.temperatures import TEMPERATURES, Temperature
from plananalysis.lexicon.taken import Words, as_register
from plananalysis.slogans.wordings import CHOSEN, commonest, with_wordings

LEAST_OTHERS = 4
"""Other units with a plan of the year that it takes to speak of a unit's silence, or of a degree."""
_KEY = ["slogan", "unit"]


def slogan_signals(
    occurrences: pd.DataFrame,
    corpus: Corpus,
    *,
    part: Part = None,
    silent_share: float = 0.5,
    temperatures: Sequence[Temperature] = TEMPERATURES,
    superior: str | None = None,
    register: Words = None,
    extend: bool = True,
) -> pd.DataFrame:
    """Follow every slogan through the years of every unit.

    Parameters
    ----------
    occurrences
        Table of :func:`slogan_occurrences`.
    corpus
        The corpus it came from; documents without a unit or a year take no part, and several documents of one unit and
        year count as one plan.
    part
        Count only these parts of the plans; as in :func:`plananalysis.count_features`.
    silent_share
        A unit is silent on a slogan that at least this share of the other units with a plan of the year use; it takes four
        others.
    temperatures
        Degrees by the share of the plans of a year that use a slogan, the highest first.
    superior
        A unit of the corpus, such as the central government, behind whose first use each unit's is told.
    register, extend
        Register of one's own, and whether the shipped one takes part; as in :func:`find_slogans`. For the year of a slogan's first public use.

    Returns
    -------
    DataFrame
        One row per slogan, unit and year in which the unit uses it, has dropped it, or is silent: slogan, unit, year; n;
        n_chars (of the unit's plans of that year); rate_chars (per 10,000 of them); rank (of that rate among the slogans
        that the unit uses that year, 1 the highest); change (``entered``: not used in the plan before nor earlier;
        ``returned``: earlier, but not in the plan before; ``kept``; ``left``: used in the plan before, not here; empty in the
        unit's first plan); first_year, last_year (of use by this unit); peak (whether the rate is the unit's highest of several plans, the
        first of equals); wording, frame, sense (the commonest here: wording of it or of a variant, verb before it, members) with
        new_wording, new_frame, new_sense (whether they differ from the unit's last plan that used it; where one wording left
        and another entered, both rows tell the new one); users_share (share of the units with a plan
        of the year that use it); temperature (the degree of that share, in years with plans of five units or more); silent; register_year (first public use);
        lag_register, lag_first and lag_superior (years from there, from the first unit of the corpus, or from the superior, to this unit's first use; empty where the unit's first
        plan in the corpus uses it already, or the superior's does, for then nobody knows since when; below 0 where the unit was first).
        In the order of the occurrences, of the documents' units, and of years.

    Raises
    ------
    InputError
        If ``silent_share`` is not above 0 and at most 1, the superior is no unit of the corpus with a plan, or the corpus lacks a document of the table.

    Warns
    -----
    PlanWarning
        If no unit has plans of two years, or a unit has several documents of one year.

    Examples
    --------
    >>> from plananalysis.corpus import corpus_from_texts
    >>> from plananalysis.slogans import slogan_occurrences
    >>> facts = pd.DataFrame({"doc_id": ["a", "b", "c"], "unit": "甲县", "year": [2022, 2023, 2024]})
    >>> corpus = corpus_from_texts({"a": "增强四个意识。", "b": "改进作风。", "c": "树牢四个意识。"}, facts)
    >>> places = slogan_occurrences(corpus, pd.DataFrame({"slogan": ["四个意识"]}))
    >>> slogan_signals(places, corpus)[["year", "n", "change", "frame", "new_frame", "first_year", "last_year"]]
       year  n    change frame  new_frame  first_year  last_year
    0  2022  1              增强      False        2022       2024
    1  2023  0      left            False        2022       2024
    2  2024  1  returned    树牢       True        2022       2024
    """
    tables.check(occurrences, "occurrences", ("slogan", "doc_id", "start", *CHOSEN))
    check_corpus(corpus)
    if not 0 < silent_share <= 1:
        raise InputError(
            "silent_share is {silent_share}; give a share above 0 and at most 1", silent_share=silent_share
        )
    corpus, occurrences = in_part(part, corpus, occurrences)
    groups_of(corpus)  # a table of another corpus is refused there
    plans = _plans(corpus)
    if plans.empty or occurrences.empty:
        if len(corpus) and plans.empty:
            warn("slogan_signals: no document has a unit and a year; write them into metadata.csv")
        return tables.empty("signals")
    units = plans["unit"].unique()
    if superior is not None and superior not in units:
        raise InputError(
            "superior: {superior!r} is no unit of the corpus with a plan; {near}",
            superior=superior,
            near=near(superior, units),
        )
    places = occurrences.merge(corpus.documents[["doc_id", "unit", "year"]], on="doc_id", how="inner")
    places = places[has_unit_and_year(places)]
    if places.empty:
        return tables.empty("signals")
    used = _used(places)
    frame = _with_gone(used, plans)
    frame = _with_silent(frame, plans, silent_share)
    frame = with_wordings(_with_neighbours(frame, plans), places)
    years = register_years(frame["slogan"].unique(), register, extend=extend)
    frame = _with_lags(frame, plans, years, superior)
    told = frame["users_share"].where(
        frame["others"] >= LEAST_OTHERS, 0.0
    )  # one plan of a year has no degree
    frame = frame.assign(temperature=_degrees(told.to_numpy(dtype=float), temperatures))
    order = {slogan: i for i, slogan in enumerate(occurrences["slogan"].unique())}
    of_unit = {unit: i for i, unit in enumerate(plans["unit"].unique())}
    keys = (frame["year"], frame["unit"].map(of_unit), frame["slogan"].map(order))
    return tables.conform(frame.iloc[np.lexsort(keys)], "signals")


def _plans(corpus: Corpus) -> pd.DataFrame:
    """Return the plans, with the year of the unit's plan before and how many others the year has."""
    plans = plans_of(corpus, "slogan_signals")
    before = plans.groupby("unit", sort=False)["year"].shift(1)
    if len(plans) and before.isna().all():
        warn(
            "slogan_signals: no unit has plans of two years, so nothing entered or left; add plans of another year"
        )
    others = plans.groupby("year")["unit"].transform("size") - 1
    return plans.assign(before=before.astype("Int64"), others=others).drop(columns="n_docs")


def _used(places: pd.DataFrame) -> pd.DataFrame:
    """Return slogan, unit and year with their uses, and the commonest verb and sense."""
    key = [*_KEY, "year"]
    used = places.groupby(key, sort=False).size().rename("n").reset_index()
    for column in CHOSEN:
        used = used.merge(commonest(places, column, key), on=key, how="left")
    return used.fillna(dict.fromkeys(CHOSEN, ""))


def _with_gone(used: pd.DataFrame, plans: pd.DataFrame) -> pd.DataFrame:
    """Return the uses, and a row for each slogan that a unit's next plan does not use."""
    following = plans.dropna(subset=["before"])[["unit", "year", "before"]]
    after = used[[*_KEY, "year"]].merge(
        following.rename(columns={"year": "next", "before": "year"}), on=["unit", "year"]
    )
    after = after[[*_KEY, "next"]].rename(columns={"next": "year"})
    both = pd.concat([used, after.assign(n=0)], ignore_index=True)
    return both.drop_duplicates([*_KEY, "year"]).fillna(dict.fromkeys(CHOSEN, ""))


def _with_silent(frame: pd.DataFrame, plans: pd.DataFrame, least: float) -> pd.DataFrame:
    """Return the rows with the share of users, and a row for each unit that is silent."""
    users = frame[frame["n"] > 0].groupby(["slogan", "year"]).size().rename("users").reset_index()
    known = plans[["unit", "year", "n_chars", "others", "before"]]
    wide = users.merge(
        known[known["others"] >= LEAST_OTHERS][["unit", "year", "others"]], on="year", how="inner"
    )
    wide = wide[wide["users"] >= least * wide["others"]][["slogan", "unit", "year"]]
    both = pd.concat([frame, wide.assign(n=0)], ignore_index=True).drop_duplicates([*_KEY, "year"])
    both = both.fillna(dict.fromkeys(CHOSEN, ""))
    both = both.merge(users, on=["slogan", "year"], how="left").merge(known, on=["unit", "year"], how="inner")
    n_users = both["users"].fillna(0)
    silent = (both["n"] == 0) & (both["others"] >= LEAST_OTHERS) & (n_users >= least * both["others"])
    return both.assign(
        users_share=n_users / (both["others"] + 1),
        silent=silent,
        rate_chars=(PER * both["n"] / both["n_chars"].where(both["n_chars"] > 0)).fillna(0.0),
    )


def _with_neighbours(frame: pd.DataFrame, plans: pd.DataFrame) -> pd.DataFrame:
    """Return the rows with rank, first and last year, peak, change, and what is new beside the plan before."""
    frame = frame.sort_values([*_KEY, "year"], kind="stable", ignore_index=True)
    used = frame["n"] > 0
    span = frame[used].groupby(_KEY)["year"].agg(["min", "max"]).reset_index()
    span = span.rename(columns={"min": "first_year", "max": "last_year"})
    frame = frame.merge(span, on=_KEY, how="left")
    rank = (
        frame["rate_chars"].where(used).groupby([frame["unit"], frame["year"]]).rank("min", ascending=False)
    )
    last = frame["year"].where(used).groupby([frame["slogan"], frame["unit"]]).ffill()
    last = last.groupby([frame["slogan"], frame["unit"]]).shift(1)
    in_last = (last == frame["before"]).fillna(False)
    first_plan = frame["before"].isna()
    change = np.select(
        [first_plan, used & in_last, used & last.notna(), used, ~used & in_last],
        ["", "kept", "returned", "entered", "left"],
        "",
    )
    highest = frame.groupby(_KEY)["rate_chars"].transform("max")
    of_several = frame["unit"].map(plans.groupby("unit").size()) > 1
    top = used & of_several & (frame["rate_chars"] >= highest)
    peak = top & ~top.groupby([frame["slogan"], frame["unit"]]).cumsum().gt(1)
    new = {}
    for name in CHOSEN:
        said = frame[name].where(used & (frame[name] != ""))
        previous = said.groupby([frame["slogan"], frame["unit"]]).ffill()
        previous = previous.groupby([frame["slogan"], frame["unit"]]).shift(1)
        new[f"new_{name}"] = said.notna() & previous.notna() & (said != previous)
    return frame.assign(rank=rank.astype("Int64"), change=change, peak=peak, **new)


def register_years(
    slogans: Sequence[str] | np.ndarray, register: Words = None, *, extend: bool = True
) -> dict[str, int]:
    """Return the year of the first public use of the slogans that the register has, by slogan.

    Examples
    --------
    >>> register_years(["四个意识", "甲乙丙丁"])
    {'四个意识': 2016}
    """
    known = as_register(register, extend=extend).dropna(subset=["first_year"])
    year: dict[str, int] = {}
    for term, synonyms, first in zip(known["term"], known["synonyms"], known["first_year"], strict=True):
        for wording in (term, *filter(None, (synonyms or "").split(tables.LIST_SEPARATOR))):
            folded = fold_text(wording)
            year[folded] = min(int(first), year.get(folded, int(first)))
    found = {slogan: year.get(fold_text(slogan)) for slogan in slogans}
    return {slogan: first for slogan, first in found.items() if first is not None}


def _with_lags(
    frame: pd.DataFrame, plans: pd.DataFrame, years: dict[str, int], superior: str | None
) -> pd.DataFrame:
    """Return the rows with the year of the register, and the years that a unit came after it, the first unit, the superior."""
    first_plan = frame["unit"].map(plans.groupby("unit")["year"].min())
    took_up = frame["first_year"].where((frame["first_year"] > first_plan).fillna(False))
    earliest = frame.groupby("slogan")["first_year"].transform("min")
    register_year = frame["slogan"].map(years).astype("Int64")
    behind = (took_up - register_year).astype("Int64")
    above = took_up[frame["unit"] == superior].groupby(frame["slogan"]).first()
    return frame.assign(
        register_year=register_year,
        lag_register=behind.where((behind >= 0).fillna(False)),
        lag_first=(took_up - earliest).astype("Int64"),
        lag_superior=(took_up - frame["slogan"].map(above)).astype("Int64"),
    )


def _degrees(shares: np.ndarray, temperatures: Sequence[Temperature]) -> list[str]:
    """Return the name of the degree of each share; nobody's use has none."""
    falling = sorted(temperatures, key=lambda each: -each.share)
    return [
        next((each.name for each in falling if share >= each.share), "") if share > 0 else ""
        for share in shares.tolist()
    ]
