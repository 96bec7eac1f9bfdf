"""What the figures of themes read from their tables, and their words."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from plananalysis.errors import InputError

WORDS = {
    "zh": {
        "none": "没有可画的数据",
        "share": "占比（%）",
        "difference": "与各组平均之差（百分点）",
        "position": "在文中的位置（%）",
        "mean": "各组平均",
    },
    "en": {
        "none": "nothing to draw",
        "share": "share (%)",
        "difference": "difference from the mean of all groups (points)",
        "position": "position in the document (%)",
        "mean": "mean of all groups",
    },
}


def groups_shown(emphasis: pd.DataFrame, order: Sequence[str] | None) -> list[str]:
    """Return the groups in the order asked for, or as they come."""
    present = list(dict.fromkeys(emphasis["group"].astype(str)))
    if order is None:
        return present
    if set(order) != set(present):
        raise InputError("order must name every group of the emphasis table once")
    return list(order)


def themes_shown(table: pd.DataFrame) -> list[str]:
    """Return the themes that occur, in the order of the column's categories, or as they come."""
    present = set(table["theme"].astype(str))
    column = table["theme"]
    known = column.cat.categories if isinstance(column.dtype, pd.CategoricalDtype) else column.unique()
    return [str(name) for name in known if str(name) in present]


def cells_of(table: pd.DataFrame, value: str, groups: list[str], themes: list[str]) -> np.ndarray:
    """Return a column as a matrix of groups by themes, NaN where there is no row."""
    matrix = np.full((len(groups), len(themes)), np.nan)
    row = pd.Index(groups).get_indexer(pd.Index(table["group"].astype(str)))
    column = pd.Index(themes).get_indexer(pd.Index(table["theme"].astype(str)))
    matrix[row, column] = table[value].to_numpy(dtype=float)
    return matrix
