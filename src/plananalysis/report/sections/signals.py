"""Slogans that came and went: what each unit took up, dropped or passes over; over several years, or across five units."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from plananalysis.plots.slogan_calendar import (
    MOST_SLOGANS,
    PANELS,
    calendar_size,
    calendar_slogans,
    units_over_years,
)
from plananalysis.report.analysis import Analysis
from plananalysis.report.context import Page, records, rows_of
from plananalysis.report.group_names import of_one_unit
from plananalysis.report.section import (
    MOST_ROWS,
    Figure,
    Finding,
    Listed,
    Part,
    Section,
    box,
    has,
    has_any,
    heading,
    hint,
    table,
    table_of,
)
from plananalysis.report.text_counts import without_overlaps
from plananalysis.report.words import Pair, filled, group_label
from plananalysis.tables import LIST_SEPARATOR, Column

if TYPE_CHECKING:
    from matplotlib.axes import Axes

EXAMPLES, NAMED = 4, 3
"""Slogans that a finding names of each kind, and units of each slogan."""
MOVES = ("entered", "returned", "left")
_NEWS = {"new_wording": "wording", "new_frame": "frame", "new_sense": "sense"}

WORDS: dict[str, Pair] = {
    "signals": ("提法的进退", "Slogans that came, went or are passed over"),
    "signals_hint": (
        "只看已登记的和明显成型的提法。与本单位上一份计划相比：新出现、重新出现、不再出现，写法、前面的动词、所指各项有没有变；"
        "同年别的单位多半在用、本单位没用的，记为缺席。按字面计数；换了写法的不算真正进退。点击提法看出处。",
        "Slogans that are registered or plainly marked. Beside the unit's plan before: entered, returned, left, and whether wording, "
        "verb or members are others; passed over is what most other units use that year. Counted as written; a slogan that is "
        "only worded otherwise has not truly left. Click one to see its places.",
    ),
    "calendar": ("提法日历", "Calendar of slogans"),
    "calendar_hint": (
        "数字为次数，越深每万字次数越多；＋ 新出现，↻ 重新出现，× 不再出现。",
        "Numbers are occurrences, the darker the more per 10,000 characters; ＋ entered, ↻ returned, × left.",
    ),
    "signals_unit": ("单位", "Unit"),
}
_YEAR: Pair = (
    "跟踪的 {total} 个提法，{year} 年与上一份（{before} 年）相比：{list}。",
    "Of the {total} slogans that are followed, {year} beside the plan of {before}: {list}.",
)
_UNITS: Pair = (
    "{n} 个单位各与自己的上一份计划相比：{list}。",
    "{n} units, each beside its own plan before: {list}.",
)
_SILENT: Pair = (
    "{year} 年 {n} 个单位里多数都用、个别没用的提法：{list}。",
    "Of the {n} units of {year}, {list}.",
)
_OF_SILENT: Pair = ("“{slogan}”只有{units}没用", "all but {units} use “{slogan}”")
_KINDS: dict[str, tuple[Pair, Pair]] = {
    "entered": (("新用 {n} 个", "{n} entered"), ("新用的有", "entered")),
    "left": (("不再用 {n} 个", "{n} left"), ("不再用的有", "left")),
    "returned": (("重新用 {n} 个", "{n} returned"), ("重新用的有", "returned")),
}
_METHODS: Pair = (
    "提法的进退：登记表所列和带引号、带数字而得分足够的提法，逐单位逐份计划按字面（不计引号、顿号与逗号之别）计数，与本单位上一份"
    "计划相比；同年至少有四个其他单位、其中一半以上在用而本单位未用的，记为缺席。",
    "Coming and going: slogans of the register, and sure ones that are quoted or numeric, counted as written in each plan of each unit (quotation "
    "marks and the kind of comma aside) and set beside the unit's plan before; silent is a unit where at least half of four or "
    "more others use one that year.",
)


def _parts(page: Page, data: Mapping[str, Any]) -> list[Part]:
    """Return the calendar where there are several years, and the table."""
    found = [hint(WORDS["signals_hint"])]
    if data["units"]:
        found += [
            heading("calendar", WORDS["calendar"]),
            hint(WORDS["calendar_hint"]),
            box("slogan-calendar"),
        ]
    return [*found, table("signals", "signals")]


def _data(page: Page) -> dict[str, Any]:
    """Return for each unit with several years its most telling slogans, year by year."""
    signals = page.analysis.tables["signals"]
    several = set(units_over_years(signals))
    units = page.in_order(signals.loc[signals["unit"].isin(several), "unit"], "signals") if several else []
    cells: list[tuple[Any, ...]] = []
    for unit, rows in signals[signals["unit"].isin(units)].groupby("unit", sort=False):
        number = {name: i for i, name in enumerate(calendar_slogans(rows))}
        drawn = rows[rows["slogan"].isin(number)]
        for slogan, *told in rows_of(drawn, "slogan", "year", "n", "rate_chars", "change"):
            cells.append((units.index(str(unit)), number[slogan], slogan, *told))
    years = {unit: sorted(set(rows["year"].tolist())) for unit, rows in signals.groupby("unit")}
    fields = ["unit", "row", "slogan", "year", "n", "rate", "change"]
    return {
        "units": units,
        "years": [years[unit] for unit in units],
        "cells": records(fields, cells),
        "places": _further_places(page),
    }


def _further_places(page: Page) -> dict[str, Any]:
    """Return the places of the slogans that are followed and not listed: those of the others the page has anyway."""
    followed, listed = page.analysis.tables["signals"]["slogan"], page.analysis.tables["slogans"]["slogan"]
    occurrences = page.analysis.tables["occurrences"]
    further = occurrences["slogan"].isin(followed) & ~occurrences["slogan"].isin(listed.head(MOST_ROWS))
    found = page.capped(occurrences[further], ["slogan"], "occurrences")
    places = rows_of(found, "slogan", "doc_id", "start", "end")
    return records(
        ["slogan", *page.place.columns],
        ([slogan, *page.place(doc, start, end)] for slogan, doc, start, end in places),
    )


def _rows(page: Page) -> pd.DataFrame:
    """Return what came, went, changed or is passed over, the most telling first."""
    found = page.analysis.tables["signals"]
    news = [np.where(found[new], name, "") for new, name in _NEWS.items()]
    other = [LIST_SEPARATOR.join(filter(None, each)) for each in zip(*news, strict=True)]
    signal = found["change"].where(found["change"].isin(MOVES), "")
    signal = signal.where(
        signal != "", np.where(found["silent"], "silent", np.where(found["n"] > 0, "kept", ""))
    )
    rows = found.assign(signal=signal, news=other)
    rows = rows[rows["change"].isin(MOVES) | found["silent"] | (rows["news"] != "")]
    told = _told(found).reindex(rows["slogan"]).fillna(0).to_numpy()
    order = np.lexsort((rows["year"].to_numpy(dtype=int), rows["slogan"].to_numpy(dtype=object), -told))
    of_many = ("users_share", "lag_first") if of_one_unit(page.analysis) else ()
    names = [name for name in found.columns if name not in ("change", *of_many)]
    names.insert(names.index("n"), "signal")
    names.insert(names.index("frame"), "news")
    return rows.iloc[order][names]


def _told(signals: pd.DataFrame) -> pd.Series:
    """Return for each slogan how much its coming and going tells: its uses times the share of the plans without it."""
    plans = len(signals[["unit", "year"]].drop_duplicates())
    used = signals[signals["n"] > 0].groupby("slogan")["n"]
    return used.sum() * (1 - used.size() / plans)


def _draw(analysis: Analysis, lang: str) -> "tuple[Axes, dict[str, object]] | None":
    """Draw in which years the units use their most telling slogans."""
    from plananalysis.plots.slogan_calendar import plot_slogan_calendar
    from plananalysis.report.canvas import canvas

    signals = table_of(analysis, "signals")
    units = units_over_years(signals) if len(signals) else []
    if not units:
        return None
    rows = signals[signals["unit"].isin(units[:PANELS])]
    slogans = calendar_slogans(rows)
    ax = canvas(calendar_size(len(slogans), min(PANELS, len(units))))
    plot_slogan_calendar(signals, ax, lang=lang)
    whose = ("", "") if of_one_unit(analysis) else _whose(min(PANELS, len(units)), len(units))
    return ax, {"slogans": len(slogans), "whose": whose, "most": MOST_SLOGANS}


def _whose(shown: int, units: int) -> Pair:
    """Return of how many units with several years the figure shows plans."""
    return f"，{units} 个有多年计划的单位中的 {shown} 个", f", {shown} of {units} units with several years"


def _finding(analysis: Analysis) -> Finding | None:
    """Say what entered and left last, or who passes over what all others say."""
    signals = table_of(analysis, "signals")
    if signals.empty:
        return None
    known = signals[signals["slogan"].isin(_known(analysis))]
    units = units_over_years(signals)
    if len(units) == 1:
        return last_year_moved(signals[signals["unit"] == units[0]], known)
    return units_moved(known[known["unit"].isin(units)]) if units else silent_units(known)


def _known(analysis: Analysis) -> pd.Series:
    """Return the slogans of the register."""
    slogans = table_of(analysis, "slogans")
    return slogans.loc[slogans["status"] == "known", "slogan"] if len(slogans) else pd.Series(dtype="str")


def _truly(rows: pd.DataFrame, change: str) -> pd.DataFrame:
    """Return the rows of a change, less what is only worded otherwise, or holds a slogan that is kept (三农工作 holds 三农)."""
    found = rows[(rows["change"] == change) & ~rows["new_wording"]]
    kept = rows[rows["change"] == "kept"].groupby("unit")["slogan"].agg(list)
    pairs = zip(found["unit"], found["slogan"], strict=True)
    return found[[not any(part in slogan for part in kept.get(unit, [])) for unit, slogan in pairs]]


def _first_told(rows: pd.DataFrame, *firsts: np.ndarray) -> pd.DataFrame:
    """Return rows by what is given, then uses, then length of former use; of slogans that hold each other one, as ``term``."""
    span = (rows["last_year"] - rows["first_year"]).fillna(0).to_numpy(dtype=int)
    order = np.lexsort((-span, -rows["n"].to_numpy(), *firsts))
    ordered = rows.iloc[order].drop_duplicates("slogan").rename(columns={"slogan": "term"})
    return without_overlaps(ordered).head(EXAMPLES)


def last_year_moved(rows: pd.DataFrame, known: pd.DataFrame) -> Finding | None:
    """Return the sentence on a unit's last plan beside the one before, made of its rows; registered slogans are named first."""
    years = sorted(set(rows["year"].astype(int)))
    last = rows[rows["year"] == years[-1]]
    told: list[Pair] = []
    used = []
    for change, (counted, _) in _KINDS.items():
        here = _truly(last, change)
        if here.empty:
            continue
        used.append(here)
        named = _first_told(here, ~here["slogan"].isin(known["slogan"]).to_numpy(dtype=bool))["term"]
        told.append(_listed(filled(counted, n=len(here)), [f"“{name}”" for name in named]))
    if not told:
        return None
    pair = filled(_YEAR, total=rows["slogan"].nunique(), year=years[-1], before=years[-2], list=_joined(told))
    return Finding(pair, "signals", "signals", pd.concat(used))


def units_moved(rows: pd.DataFrame) -> Finding | None:
    """Return the sentence on the last plans of several units beside those before, made of their rows."""
    last = rows[rows["year"] == rows.groupby("unit")["year"].transform("max")]
    told: list[Pair] = []
    used = []
    for change, (_, verb) in _KINDS.items():
        here = _truly(last, change)
        if here.empty:
            continue
        n_units = here.groupby("slogan", sort=False)["unit"].transform("size")
        named = _first_told(here, -n_units.to_numpy())["term"].tolist()
        chosen = here[here["slogan"].isin(named)]
        used.append(chosen)
        whose = {name: _units(chosen.loc[chosen["slogan"] == name, "unit"].tolist()) for name in named}
        told.append(
            (
                f"{verb[0]}" + "、".join(f"“{name}”（{whose[name][0]}）" for name in named),
                f"{verb[1]} " + ", ".join(f"“{name}” ({whose[name][1]})" for name in named),
            )
        )
    if not told:
        return None
    pair = filled(_UNITS, n=last["unit"].nunique(), list=_joined(told))
    return Finding(pair, "signals", "signals", pd.concat(used))


def silent_units(rows: pd.DataFrame) -> Finding | None:
    """Return the sentence on who does not use what all others do, made of the rows of those who are silent."""
    silent = rows[rows["silent"]]
    silent = silent[silent["year"] == silent["year"].max()]
    few = silent[silent.groupby("slogan")["unit"].transform("size") <= NAMED]
    ordered = few.sort_values(["users_share", "slogan"], ascending=[False, True], kind="stable")
    first = without_overlaps(ordered.drop_duplicates("slogan").rename(columns={"slogan": "term"}))
    named = first["term"].head(EXAMPLES).tolist()
    if not named:
        return None
    chosen = ordered[ordered["slogan"].isin(named)]
    told = [
        filled(_OF_SILENT, slogan=name, units=_units(chosen.loc[chosen["slogan"] == name, "unit"].tolist()))
        for name in named
    ]
    share = float(chosen["users_share"].iloc[0])
    missing = int((chosen["slogan"] == chosen["slogan"].iloc[0]).sum())
    year = int(chosen["year"].iloc[0])
    pair = filled(_SILENT, year=year, n=round(missing / (1 - share)), list=_joined(told))
    return Finding(pair, "signals", "signals", chosen)


def _listed(head: Pair, names: list[str]) -> Pair:
    """Return how many there are, with some of them."""
    return f"{head[0]}，如{'、'.join(names)}", f"{head[1]}, such as {', '.join(names)}"


def _joined(told: list[Pair]) -> Pair:
    """Return clauses as one."""
    return "；".join(zh for zh, _ in told), "; ".join(en for _, en in told)


def _units(names: list[str]) -> Pair:
    """Return some units by name, or how many there are."""
    labels = [group_label(name) for name in names]
    if len(labels) > NAMED:
        return f"{len(labels)} 个单位", f"{len(labels)} units"
    return "、".join(zh for zh, _ in labels), ", ".join(en for _, en in labels)


def _methods(analysis: Analysis) -> Pair:
    """Say what entering, leaving and silence are."""
    return _METHODS if has(analysis, "signals") else ("", "")


SECTION = Section(
    name="signals",
    title=WORDS["signals"],
    shown=has_any("signals"),
    parts=_parts,
    tables=(
        Listed(
            "signals",
            WORDS["signals"],
            hidden=(
                *("n_chars", "rate_chars", "rank", "peak", "silent", "temperature", "lag_superior"),
                *(column for pair in _NEWS.items() for column in pair),
            ),
            quick=("signal.entered", "signal.left", "signal.returned", "signal.silent"),
            rows=_rows,
        ),
    ),
    data=_data,
    words=WORDS,
    heads={
        "signal": ("进退", "signal"),
        "first_year": ("首用", "first use"),
        "last_year": ("末用", "last use"),
        "news": ("有变化的", "changed"),
        "users_share": ("使用单位", "units using it"),
        "register_year": ("首次提出", "first public use"),
        "lag_register": ("晚于首次提出", "years after it"),
        "lag_first": ("晚于首家", "years after the first unit"),
    },
    looks={"signal": "code", "news": "code", "users_share": "percent"},
    columns=(
        Column(
            "signal",
            "str",
            "entered, returned, left, kept, or silent: most others use it and this unit does not",
            "进退：新出现、重新出现、不再出现、照旧，或多数单位在用而本单位未用（缺席）",
        ),
        Column(
            "news",
            "str",
            "what differs from the unit's last plan that used it: wording, verb before it, members",
            "与本单位上一份使用它的计划相比有变化的：写法、前面的动词、所指各项",
        ),
    ),
    codes={
        "returned": ("重新出现", "returned"),
        "silent": ("缺席", "silent"),
        "wording": ("写法", "wording"),
        "frame": ("动词", "verb"),
        "sense": ("所指", "members"),
    },
    figures=(
        Figure(
            "slogan_calendar",
            (
                "提法的进退：进退最明显的 {slogans} 个提法，每格为一份计划，越深每万字次数越多{whose}。",
                "Slogans that came and went: the {slogans} most telling; a cell is a plan, the darker the more per 10,000 characters{whose}.",
            ),
            _draw,
        ),
    ),
    methods=_methods,
    finding=_finding,
    finding_rank=4,
)
