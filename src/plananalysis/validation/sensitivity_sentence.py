"""What a table of sensitivity says, in a sentence or two."""

import pandas as pd

from plananalysis import tables
from plananalysis.errors import InputError
from plananalysis.language.choice_names import CHOICE_NAMES, RANKING_NAMES

_WORDS = {
    "zh": {
        "ranking": "“{name}”排序与原排序的 Kendall τ 中位数为 {median:.2f}，最低 {lowest:.2f}（{choice}{scope}），其时{item}由第 {before} 变为第 {after}",
        "out": "：{name}",
        "scope": "，{name}",
        "joint": "；",
        "all": "另作选择后，{list}。",
    },
    "en": {
        "ranking": "the ranking of “{name}” keeps a median Kendall's τ of {median:.2f}, at the lowest {lowest:.2f} ({choice}{scope}), where {item} goes from {before} to {after}",
        "out": ": {name}",
        "scope": ", {name}",
        "joint": "; ",
        "all": "Under other choices {list}.",
    },
}


def describe_sensitivity(found: pd.DataFrame, *, lang: str = "zh") -> str:
    """Say in a sentence how far each ranking stands, and what moves it most.

    Parameters
    ----------
    found
        Table of :func:`plananalysis.sensitivity`.
    lang
        ``zh`` or ``en``.

    Returns
    -------
    str
        The sentence; empty if nothing was compared.

    Raises
    ------
    InputError
        If there is no such language.

    Examples
    --------
    >>> row = {"ranking": "slogan_use", "scope": "", "choice": "tokens", "left_out": "", "n_items": 4, "tau": 0.667}
    >>> table = pd.DataFrame([{**row, "largest_change": 1, "item": "甲县", "rank_base": 2, "rank_other": 3}])
    >>> describe_sensitivity(table)
    '另作选择后，“各组提法使用率”排序与原排序的 Kendall τ 中位数为 0.67，最低 0.67（按词计率），其时甲县由第 2 变为第 3。'
    """
    tables.check(found, "sensitivity")
    if lang not in _WORDS:
        raise InputError("lang is {lang!r}; give 'zh' or 'en'", lang=lang)
    words, at = _WORDS[lang], 0 if lang == "zh" else 1
    told = []
    for ranking, rows in found[found["tau"].notna()].groupby("ranking", sort=False):
        worst = rows.iloc[int(rows["tau"].argmin())]
        choice = CHOICE_NAMES.get(worst["choice"], (worst["choice"],) * 2)[at]
        if worst["left_out"]:
            choice += words["out"].format(name=worst["left_out"])
        told.append(
            words["ranking"].format(
                name=RANKING_NAMES.get(str(ranking), (str(ranking),) * 2)[at],
                median=rows["tau"].median(),
                lowest=worst["tau"],
                choice=choice,
                scope=words["scope"].format(name=worst["scope"]) if worst["scope"] else "",
                item=worst["item"],
                before=worst["rank_base"],
                after=worst["rank_other"],
            )
        )
    return words["all"].format(list=words["joint"].join(told)) if told else ""
