"""Targets for the year of the plan that sets them, and the one number that a range stands for."""

import pandas as pd


def is_own_year(targets: pd.DataFrame) -> pd.Series:
    """Return which targets are for the year of their plan.

    Examples
    --------
    >>> is_own_year(pd.DataFrame({"year": [2024, 2024], "target_year": [2024, 2027]})).tolist()
    [True, False]
    """
    return (targets["target_year"] == targets["year"]).fillna(False).astype(bool)


def own_year_targets(targets: pd.DataFrame) -> pd.DataFrame:
    """Return the targets for the year of their plan that are given as a number.

    Examples
    --------
    >>> rows = [("number", 2024, 2024), ("number", 2024, 2027), ("relation", 2024, 2024)]
    >>> own_year_targets(pd.DataFrame(rows, columns=["stated", "year", "target_year"])).index.tolist()
    [0]
    """
    return targets[(targets["stated"] == "number") & is_own_year(targets)]


def middle_of(targets: pd.DataFrame) -> pd.Series:
    """Return the values of targets, of ranges the middle.

    Examples
    --------
    >>> middle_of(pd.DataFrame({"value": [5.0, 6.0], "value_high": [5.5, None]})).tolist()
    [5.25, 6.0]
    """
    middle = (targets["value"] + targets["value_high"]) / 2
    return targets["value"].where(targets["value_high"].isna(), middle)
