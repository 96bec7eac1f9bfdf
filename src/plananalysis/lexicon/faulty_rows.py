"""Rows of a list of words that cannot be used: the first is named, with the reason."""

from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd

from plananalysis.errors import InputError
from plananalysis.messages.message import Message


def refuse_first(
    table: pd.DataFrame,
    faults: Iterable[tuple[np.ndarray | pd.Series, str]],
    name: str,
    *,
    shown: Sequence[str],
    numbers: Sequence[int] | None = None,
) -> None:
    """Raise for the first row that has a fault; the faults are looked for in their order.

    Parameters
    ----------
    table
        The list.
    faults
        Which rows have it, and the reason: a template of a message.
    name
        What the list is called.
    shown
        Columns whose values the reasons may name.
    numbers
        Rows of the file; by default the first is the second, below the heads.

    Raises
    ------
    InputError
        If a row has one of the faults.

    Examples
    --------
    >>> table = pd.DataFrame({"term": ["渠道", ""]})
    >>> refuse_first(table, [(table["term"] == "", "has no theme")], "my.csv", shown=["term"])
    Traceback (most recent call last):
        ...
    plananalysis.errors.InputError: my.csv: row 3: has no theme
    """
    for wrong, reason in faults:
        if wrong.any():
            at = int(np.asarray(wrong).argmax())
            raise InputError(
                "{name}: row {row}: {reason}",
                name=name,
                row=numbers[at] if numbers else at + 2,
                reason=Message(reason, **{column: table[column].iloc[at] for column in shown}),
            )
