"""How far two or more coders agree with each other, and the program with them."""

from itertools import combinations
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from plananalysis import tables
from plananalysis.errors import InputError, warn
from plananalysis.validation.coefficients import LEVELS, alpha, coincidences, confusions, kappa, raw_agreement
from plananalysis.validation.error_margins import UNKNOWN, jackknife, weighted_share, wilson

AGREED = "（一致）agreed"
"""Stands for the coders where they agree: the places that all of them gave one category."""
_BETWEEN = "–"
FEW = 30
"""Of fewer places an interval tells little."""


class _Codes(NamedTuple):
    """Who gave which place which category."""

    codes: np.ndarray
    """Places by coders: numbers of categories, -1 where there is none."""
    coders: list[str]
    categories: list[str]
    places: pd.DataFrame


def agreement(codings: pd.DataFrame, *, level: str = "nominal") -> pd.DataFrame:
    """Measure how far coders agree with each other, and how far the program is right by them.

    Parameters
    ----------
    codings
        Table of :func:`read_coding`, or your own with ``sample_id``, ``coder`` and ``category``.
    level
        What the categories are: ``nominal`` names; ``ordinal`` ranks, in the order of their definitions; ``interval`` numbers a
        step apart.

    Returns
    -------
    DataFrame
        One row per measure: measure, coders, category, n (places that it is of), value, low, high (95 % interval).

        - ``raw_agreement`` and ``kappa`` of every two coders, in the order of their names; ``weighted_kappa`` (by squared steps) where
          the categories have an order;
        - ``alpha`` of all coders, Krippendorff's at the level asked for; places that one coder alone coded do not count;
        - ``precision`` and ``recall`` of the program by each coder and by what they agree on, of every category. If the program
          gave none (the coders judged whether it is right) there is only the precision, the share of the first category. Recall
          is that among the places of the table drawn from: what the table lacks, no sample of it can show.

        Where a value cannot be told (all gave one category, no place of it) it is missing.

    Raises
    ------
    InputError
        If ``level`` is none of these, or a place has two categories of one coder.

    Warns
    -----
    PlanWarning
        If a coefficient cannot be told, or places are too few for an interval to say much.

    Notes
    -----
    ``κ = (p_o − p_e) / (1 − p_e)``; ``α = 1 − D_o / D_e`` from the table of coincidences, with δ² of the level. Raw agreement has
    Wilson's interval, κ and α that of the jackknife over places on Fisher's z scale. Precision and recall weigh each place by
    what it stands for (``stands_for``), with Wilson's interval of the effective number of places, less of it the more of the table was
    drawn. The guide has the formulas.

    References
    ----------
    Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and Psychological Measurement 20, 37–46.
    Cohen, J. (1968). Weighted kappa. Psychological Bulletin 70, 213–220. Krippendorff, K. (2011). Computing Krippendorff's
    alpha-reliability. Wilson, E. B. (1927). Probable inference. JASA 22, 209–212.

    Examples
    --------
    >>> codings = pd.DataFrame({"sample_id": [*range(40)] * 2, "coder": ["甲"] * 40 + ["乙"] * 40})
    >>> codings["category"] = ["yes"] * 30 + ["no"] * 10 + ["yes"] * 28 + ["no"] * 12
    >>> agreement(codings)[["measure", "coders", "category", "n", "value"]].round(3).to_numpy().tolist()[:3]
    [['raw_agreement', '乙–甲', '', 40, 0.95], ['kappa', '乙–甲', '', 40, 0.875], ['alpha', '乙–甲', '', 40, 0.876]]
    """
    tables.check(codings, "codings", ("sample_id", "coder", "category"))
    if level not in LEVELS:
        raise InputError("level is {level!r}; give one of {levels}", level=level, levels=LEVELS)
    if codings.empty:
        return tables.empty("agreement")
    given = _codes(codings)
    rows = [*_between_coders(given, level), *_of_program(given)]
    found = tables.from_records(rows, "agreement")
    untold = found[found["measure"].isin(["kappa", "alpha"]) & found["value"].isna()]
    if len(untold):
        what = ", ".join(dict.fromkeys(untold["measure"]))
        warn(
            "agreement: {what} cannot be told: no two coders share places, or all gave one category; code "
            "more places",
            what=what,
        )
    elif 0 < found["n"].iloc[0] < FEW:
        warn("agreement: {n} places are few; code {few} or more", n=found["n"].iloc[0], few=FEW)
    return found


def _codes(codings: pd.DataFrame) -> _Codes:
    """Return the categories as numbers, places by coders."""
    category = codings["category"]
    if isinstance(category.dtype, pd.CategoricalDtype):
        categories = [str(name) for name in category.cat.categories]
    else:
        categories = sorted({str(name) for name in category.dropna()} - {""})
    coded = codings.assign(
        category=pd.Index(categories).get_indexer(
            pd.Index(category.astype("str").where(category.notna(), ""))
        )
    )
    twice = coded[coded.duplicated(["sample_id", "coder"])]
    if len(twice):
        row = twice.iloc[0]
        raise InputError(
            "codings: the coder {coder!r} has the place {place} twice; give each once",
            coder=row["coder"],
            place=row["sample_id"],
        )
    wide = coded.pivot_table(index="sample_id", columns="coder", values="category", observed=True)
    places = coded.drop_duplicates("sample_id").set_index("sample_id").reindex(wide.index)
    return _Codes(
        wide.fillna(-1).to_numpy(np.int64), [str(name) for name in wide.columns], categories, places
    )


def _between_coders(given: _Codes, level: str) -> list[tuple]:
    """Return raw agreement and kappa of every two coders, and alpha of all."""
    n_codes, rows = len(given.categories), []
    for one, other in combinations(range(len(given.coders)), 2):
        tables_ = confusions(given.codes[:, one], given.codes[:, other], n_codes)
        name, n = _BETWEEN.join((given.coders[one], given.coders[other])), len(tables_)
        raw = wilson(float(raw_agreement(tables_.sum(axis=0))), n) if n else UNKNOWN
        rows.append(("raw_agreement", name, "", n, *raw))
        rows.append(("kappa", name, "", n, *jackknife(kappa, tables_)))
        if level != "nominal":
            rows.append(
                ("weighted_kappa", name, "", n, *jackknife(lambda of: kappa(of, weighted=True), tables_))
            )
    if len(given.coders) > 1:
        pairs = coincidences(given.codes, n_codes)
        found = jackknife(lambda of: alpha(of, level), pairs)
        rows.append(("alpha", _BETWEEN.join(given.coders), "", len(pairs), *found))
    return rows


def _of_program(given: _Codes) -> list[tuple]:
    """Return precision and recall of the program, by each coder and by what all coders agree on."""
    by = [(name, given.codes[:, at]) for at, name in enumerate(given.coders)]
    if len(by) > 1:
        first = given.codes[:, 0]
        by.append((AGREED, np.where((given.codes == first[:, None]).all(axis=1), first, -1)))
    places = given.places
    finite = "stands_for" in places
    weight = places["stands_for"].to_numpy(np.float64) if finite else np.ones(len(places))
    stratum = (
        pd.factorize(places["stratum"])[0] if "stratum" in places else np.zeros(len(places), dtype=np.int64)
    )
    said = (
        places["predicted"].fillna("").astype("str") if "predicted" in places else pd.Series("", places.index)
    )
    if not (said != "").any():
        right = given.categories[:1]
        return [
            (
                "precision",
                name,
                right[0],
                int((codes >= 0).sum()),
                *weighted_share(codes == 0, codes >= 0, weight, stratum, finite=finite),
            )
            for name, codes in by
            if right
        ]
    predicted = pd.Index(given.categories).get_indexer(pd.Index(said))
    rows = []
    for name, codes in by:
        coded = codes >= 0
        for number, category in enumerate(given.categories):
            hit = (codes == number) & (predicted == number)
            for measure, counted in (("precision", predicted == number), ("recall", codes == number)):
                of = counted & coded
                rows.append(
                    (
                        measure,
                        name,
                        category,
                        int(of.sum()),
                        *weighted_share(hit, of, weight, stratum, finite=finite),
                    )
                )
    return rows


def describe_agreement(found: pd.DataFrame, *, lang: str = "zh") -> str:
    """Say in a sentence or two, for the section on methods, how far the coders agree and the program is right.

    Parameters
    ----------
    found
        Table of :func:`agreement`.
    lang
        ``zh`` or ``en``.

    Returns
    -------
    str
        The sentences; empty if nothing was coded.

    Raises
    ------
    InputError
        If there is no such language.

    Examples
    --------
    >>> codings = pd.DataFrame({"sample_id": [*range(40)] * 2, "coder": ["A"] * 40 + ["B"] * 40})
    >>> codings["category"] = ["yes"] * 30 + ["no"] * 10 + ["yes"] * 28 + ["no"] * 12
    >>> print(describe_agreement(agreement(codings), lang="en")[:79])
    Coders A and B coded 40 places independently; they agree on 95.0 % (95 % interv
    """
    tables.check(found, "agreement")
    if lang not in ("zh", "en"):
        raise InputError("lang is {lang!r}; give 'zh' or 'en'", lang=lang)
    if found.empty:
        return ""
    words = _WORDS[lang]
    told = []
    raw = found[found["measure"] == "raw_agreement"]
    for row in _rows(raw):
        same = found[(found["coders"] == row.coders) & found["measure"].isin(["kappa", "weighted_kappa"])]
        rest = words["joint"].join(words[each.measure].format(of=_number(each)) for each in _rows(same))
        names = words["and"].join(row.coders.split(_BETWEEN))
        told.append(words["pair"].format(names=names, n=row.n, raw=_percent(row), rest=rest))
    told += [words["alpha"].format(of=_number(row)) for row in _rows(found[found["measure"] == "alpha"])]
    by = AGREED if (found["coders"] == AGREED).any() else found["coders"].iloc[-1]
    rows = found[
        (found["coders"] == by) & found["measure"].isin(["precision", "recall"]) & found["value"].notna()
    ]
    shares = [
        words[row.measure].format(category=row.category, n=row.n, of=_percent(row)) for row in _rows(rows)
    ]
    if shares:
        told.append(words["program"].format(list=words["joint"].join(shares)))
    return words["gap"].join(told)


_WORDS = {
    "zh": {
        "pair": "编码者{names}各自独立编码 {n} 处，一致率 {raw}，{rest}。",
        "kappa": "Cohen κ = {of}",
        "weighted_kappa": "加权 κ（平方权重）= {of}",
        "alpha": "Krippendorff α = {of}。",
        "program": "以编码者一致的结果为准，程序的{list}（括号内为 95% 置信区间，按分层抽样加权）。",
        "precision": "“{category}”精确率 {of}（n = {n}）",
        "recall": "“{category}”召回率 {of}（n = {n}，限于抽样所用的表）",
        "and": "与",
        "joint": "，",
        "gap": "",
    },
    "en": {
        "pair": "Coders {names} coded {n} places independently; they agree on {raw}, {rest}.",
        "kappa": "Cohen's κ = {of}",
        "weighted_kappa": "κ weighted by squared steps = {of}",
        "alpha": "Krippendorff's α = {of}.",
        "program": "By what the coders agree on, the program has {list} (95 % intervals, weighted by strata).",
        "precision": "a precision of {of} for “{category}” (n = {n})",
        "recall": "a recall of {of} for “{category}” (n = {n}, among the places of the table drawn from)",
        "and": " and ",
        "joint": ", ",
        "gap": " ",
    },
}


def _rows(table: pd.DataFrame) -> list[Any]:
    return list(table.itertuples(index=False))


def _number(row: Any) -> str:
    value, low, high = (getattr(row, name) for name in ("value", "low", "high"))
    return "–" if pd.isna(value) else f"{value:.3f} (95 % {low:.3f}–{high:.3f})"


def _percent(row: Any) -> str:
    value, low, high = (getattr(row, name) for name in ("value", "low", "high"))
    return (
        "–"
        if pd.isna(value)
        else f"{value:.1%} (95 % interval {low:.1%}–{high:.1%})".replace("%", " %").replace("  %", " %")
    )
