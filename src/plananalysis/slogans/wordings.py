"""In which words a plan says a slogan: the commonest wording, verb and members, and whether its unit's last plan had others."""

import pandas as pd

from plananalysis.folding import fold_text
from plananalysis.slogans.variants import main_wordings

CHOSEN = ("frame", "sense")
"""Columns of the places of which a plan's commonest value is told."""


def commonest(places: pd.DataFrame, column: str, key: list[str]) -> pd.DataFrame:
    """Return for each key the commonest value of a column that is not empty, folded; of equals the first in order.

    Examples
    --------
    >>> rows = pd.DataFrame({"slogan": ["四风"] * 3, "frame": ["反对", "", "反对"]})
    >>> commonest(rows, "frame", ["slogan"]).values.tolist()
    [['四风', '反对']]
    """
    said = places[key].assign(said=places[column].fillna("").astype(str).map(fold_text))
    counted = said[said["said"] != ""].groupby([*key, "said"], sort=False).size().rename("times")
    ordered = counted.reset_index().sort_values(
        ["times", "said"], ascending=[False, True], kind="stable", ignore_index=True
    )
    return ordered.drop_duplicates(key)[[*key, "said"]].rename(columns={"said": column})


def with_wordings(frame: pd.DataFrame, places: pd.DataFrame) -> pd.DataFrame:
    """Return rows of slogan, unit and year with ``wording`` and ``new_wording``.

    The wording is the commonest in the unit's plan of that year of the slogan and its variants (the same clauses in another order,
    other verbs, other spellings), so that a slogan which left because its unit now says it otherwise is told from one
    that is gone.

    Examples
    --------
    >>> places = pd.DataFrame(
    ...     {"slogan": ["走在前、作表率", "走在前、做表率"], "unit": "甲", "year": [2023, 2024]}
    ... )
    >>> gone = pd.DataFrame({"slogan": "走在前、作表率", "unit": "甲", "year": [2023, 2024]})
    >>> with_wordings(gone, places)[["year", "wording", "new_wording"]].values.tolist()
    [[2023, '走在前、作表率', False], [2024, '走在前、做表率', True]]
    """
    names = pd.DataFrame({"slogan": places["slogan"].astype(object).unique()})
    main = dict(zip(names["slogan"], main_wordings(names), strict=True))
    key = ["main", "unit", "year"]
    counted = (
        places.assign(main=places["slogan"].map(main), wording=_written(places))
        .groupby([*key, "wording"], sort=False)
        .size()
        .rename("times")
    )
    said = counted.reset_index().sort_values(
        ["times", "wording"], ascending=[False, True], kind="stable", ignore_index=True
    )
    said = said.drop_duplicates(key).sort_values(key, kind="stable")
    before = said.groupby(["main", "unit"], sort=False)["wording"].shift(1)
    said = said.assign(new_wording=before.notna() & (said["wording"] != before))[
        [*key, "wording", "new_wording"]
    ]
    found = frame.assign(main=frame["slogan"].map(main)).merge(said, on=key, how="left")
    new = found["new_wording"].astype("boolean").fillna(False).astype(bool)
    return found.assign(wording=found["wording"].fillna(""), new_wording=new).drop(columns="main")


def _written(places: pd.DataFrame) -> list[str]:
    """Return the slogan of each place, or the order of its clauses that stands there instead."""
    if "text" not in places:
        return places["slogan"].tolist()
    folded = {name: fold_text(name) for name in places["slogan"].unique()}
    return [
        name if fold_text(text) == folded[name] else fold_text(text)
        for name, text in zip(places["slogan"], places["text"], strict=True)
    ]
