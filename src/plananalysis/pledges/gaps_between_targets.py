"""Targets set beside those of the year before and of the superior, and the table of all units by indicator."""

from collections.abc import Mapping

import pandas as pd

from plananalysis import tables
from plananalysis.errors import InputError, near, warn
from plananalysis.pledges.known_indicators import load_indicators
from plananalysis.pledges.own_year import is_own_year, middle_of, own_year_targets

_SAME = ["unit", "year", "indicator", "form", "measure"]
ABSENT = "—"
"""What the wide table holds where a plan does not name an indicator that others do."""


def target_gaps(targets: pd.DataFrame, *, superior: str | Mapping[str, str] | None = None) -> pd.DataFrame:
    r"""Set each target beside the unit's own of the year before and the superior's of the same year.

    Parameters
    ----------
    targets
        Table of :func:`plananalysis.find_targets`; targets for the plan's own year with a number are compared.
    superior
        The superior of all units, or of each unit by name; its plans stand in the same table. None for none.

    Returns
    -------
    DataFrame
        One row per unit, year, indicator, form and measure: value (the middle of a range); last_value and change
        (value less last_value) where the unit's plan of the year before has the same; superior, superior_value and
        amplification (value less superior_value; above 0 the unit asks more than its superior, 层层加码).

    Raises
    ------
    InputError
        If a superior is no unit of the table.

    Warns
    -----
    PlanWarning
        If the table holds one year per unit and no superior was named, so that there is nothing to compare with.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts, find_targets
    >>> text = "2024年政府工作报告\n一、2024年主要目标\n主要预期目标是：生产总值增长{}%。"
    >>> corpus = corpus_from_texts({"a": "甲省" + text.format(5), "b": "乙市" + text.format(6.5)})
    >>> target_gaps(find_targets(corpus), superior="甲省")[["unit", "value", "superior_value", "amplification"]].values.tolist()
    [['乙市', 6.5, 5.0, 1.5], ['甲省', 5.0, nan, nan]]
    """
    tables.check(targets, "targets", (*_SAME, "stated", "value", "value_high", "target_year", "headline"))
    own = own_year_targets(targets)
    own = own.sort_values("headline", ascending=False, kind="stable").drop_duplicates(_SAME)
    frame = own[_SAME].assign(value=middle_of(own))
    last = frame.assign(year=frame["year"] + 1).rename(columns={"value": "last_value"})
    frame = frame.merge(last, on=_SAME, how="left")
    above = _superiors(frame, targets, superior)
    named = frame[[*_SAME, "value"]].rename(columns={"unit": "superior", "value": "superior_value"})
    frame = frame.assign(superior=above).merge(named, on=["superior", *_SAME[1:]], how="left")
    if len(frame) and superior is None and frame["last_value"].isna().all():
        warn(
            "target_gaps: no unit has plans of two successive years; name the superior=, or add the plans of the year before"
        )
    frame = frame.assign(
        change=frame["value"] - frame["last_value"], amplification=frame["value"] - frame["superior_value"]
    )
    return tables.conform(frame.sort_values(_SAME, kind="stable"), "target_gaps")


def _superiors(
    frame: pd.DataFrame, targets: pd.DataFrame, superior: str | Mapping[str, str] | None
) -> pd.Series:
    """Return the superior of the unit of each row, empty where it has none."""
    given = superior if isinstance(superior, Mapping) else dict.fromkeys(frame["unit"], superior or "")
    known = set(targets["unit"].dropna())
    for name in sorted({each for each in given.values() if each}):
        if name not in known:
            raise InputError(
                "superior: {name!r} is no unit of the targets; {near}", name=name, near=near(name, known)
            )
    above = frame["unit"].map(dict(given)).astype("object").fillna("")
    return above.where(above != frame["unit"], "").astype("str")


def targets_wide(targets: pd.DataFrame) -> pd.DataFrame:
    r"""Give the targets of the plans' own year as a table to read: a row per unit and year, a column per indicator.

    Parameters
    ----------
    targets
        Table of :func:`plananalysis.find_targets`.

    Returns
    -------
    DataFrame
        Indexed by unit and year, a column per indicator that a plan names in its paragraph of targets, own ones first, then in the order
        of :func:`plananalysis.load_indicators`; the cells hold the wording (``5%左右``, ``与经济增长同步``), ``—`` where the plan does not name it.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts, find_targets
    >>> text = "甲县2024年工作要点\n一、主要目标\n主要预期目标是：生产总值增长5%左右，居民收入与经济增长同步。"
    >>> targets_wide(find_targets(corpus_from_texts({"a": text}))).iloc[0].tolist()
    ['5%左右', '与经济增长同步']
    """
    tables.check(
        targets,
        "targets",
        ("unit", "year", "indicator", "stated", "quantity", "relation", "headline", "target_year"),
    )
    ahead = is_own_year(targets) | targets["target_year"].isna()
    rows = targets[ahead | (targets["stated"] == "absent")]
    written = rows["quantity"].where(rows["quantity"].fillna("") != "", rows["relation"]).fillna("")
    rows = rows.assign(cell=written.where(rows["stated"] != "absent", ABSENT))
    ordered = load_indicators()["indicator"].tolist()
    named = list(dict.fromkeys(rows.loc[rows["headline"], "indicator"]))
    wanted = [each for each in named if each not in ordered] + [each for each in ordered if each in named]
    rows = rows[rows["indicator"].isin(wanted)]
    wide = rows.pivot_table(
        index=["unit", "year"],
        columns="indicator",
        values="cell",
        aggfunc="first",
        dropna=False,
        observed=True,
    )
    # It pairs all units with all years: a plan that is not there is no plan without targets.
    wide = wide[wide.index.isin(pd.MultiIndex.from_frame(rows[["unit", "year"]].drop_duplicates()))]
    return wide.reindex(columns=pd.Index(wanted, name="indicator", dtype="str")).fillna(ABSENT)
