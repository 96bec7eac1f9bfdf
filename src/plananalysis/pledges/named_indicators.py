"""Which of the amounts of a text are of a known indicator, and whether they say a change or a level."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from plananalysis.language import ties
from plananalysis.pledges.indicators import Span
from plananalysis.pledges.known_indicators import known_as

_GROWTH_GOAL = "增长"
_URBAN_RURAL = ("城乡", "城镇", "农村")
_CHANGES = tuple(ties.CHANGES)
_GROWTH = ("涨幅", "增速", "增幅", "增长", "增长速度")


def form_of(verb: str, wording: str) -> str:
    """Return whether an amount is a ``change`` or a ``level``, by its verb and by what is measured.

    Examples
    --------
    >>> form_of("增长", "生产总值"), form_of("", "居民消费价格涨幅"), form_of("控制在", "城镇调查失业率")
    ('change', 'change', 'level')
    """
    changes = verb.endswith(_CHANGES) or wording.endswith(_GROWTH) or _GROWTH_GOAL in wording
    return "change" if changes else "level"


def named(
    own: Sequence[Any], text: str, names: Mapping[str, str], scopes: tuple[str, ...]
) -> list[tuple[Any, str, Span]]:
    """Return the rows whose indicator is known, with its name and the place of its wording."""
    rows = [each for each in own if not pd.isna(each.indicator_start)]
    found: list[tuple[Any, str, Span]] = []
    for i, row in enumerate(rows):
        span = int(row.indicator_start), int(row.indicator_end)
        wording = text[slice(*span)]
        same = [
            other
            for other in rows[max(0, i - 1) : i + 2]
            if other is not row
            and other.start == row.start
            and (other.indicator_start, other.indicator_end) == (row.indicator_start, row.indicator_end)
        ]
        if wording.startswith(_URBAN_RURAL[0]) and same:
            first = row.quantity_start < same[0].quantity_start
            wording = _URBAN_RURAL[1 if first else 2] + wording[len(_URBAN_RURAL[0]) :]
        indicator = (
            known_as(wording, names, scopes)
            or _with_tail(rows, i, text, names)
            or _with_head(rows, i, text, names)
        )
        if indicator:
            found.append((row, indicator, span))
    return found


def _with_tail(rows: list[Any], i: int, text: str, names: Mapping[str, str]) -> str:
    """Return the indicator of the first part of a list whose last part has the noun: 城镇 in 城镇和农村居民收入."""
    row, last = rows[i], rows[i]
    for other in rows[i + 1 :]:
        if (
            other.start != row.start
            or other.indicator_start < last.indicator_end
            or other.indicator_start - last.indicator_end > 2
        ):
            break
        last = other
    if last is row:
        return ""
    first, noun = (text[each.indicator_start : each.indicator_end] for each in (row, last))
    for at in range(len(noun)):
        indicator = known_as(first + noun[at:], names)
        if indicator:
            return indicator
    return ""


def _with_head(rows: list[Any], i: int, text: str, names: Mapping[str, str]) -> str:
    """Return the indicator of a part of a list whose part before it has the noun: 总产 in 粮食面积9万亩、总产4万吨."""
    row, last = rows[i], rows[i - 1] if i else None
    if last is None or last.start != row.start or not 0 <= row.indicator_start - last.quantity_end <= 1:
        return ""
    head, noun = (text[each.indicator_start : each.indicator_end] for each in (last, row))
    whole = (known_as(head[:at] + noun, names) for at in range(2, len(head)))
    return next(filter(None, whole), "")
