"""A panel for regression: units by years, a column for each measure of their plans."""

import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
import pandas as pd

from plananalysis import tables
from plananalysis.common_options import Part, corpus_part
from plananalysis.corpus.lengths import PER
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.corpus.unit_years import has_unit_and_year, plans_of
from plananalysis.errors import InputError, PlanWarning, near, warn
from plananalysis.language.parts import PART_NAMES, PARTS
from plananalysis.lexicon.divisions import code_of
from plananalysis.lexicon.theme_lexicons import ThemeLexicon
from plananalysis.messages.said_often import first_of
from plananalysis.pledges.known_indicators import Indicators

PLAN = "_plan"
"""Column of the documents that says which plan, of which unit and year, each belongs to."""
_LABELS = {column.name: (column.en, column.zh) for column in tables.TABLES["panel"]}


class _Asked(NamedTuple):
    """What the measures are made of: the corpus with its plans, and what was asked for."""

    corpus: Corpus
    plans: pd.DataFrame
    terms: Sequence[str]
    lexicon: ThemeLexicon | None
    indicators: Indicators
    superior: str | None
    by_part: bool


_Labels = dict[str, tuple[str, str]]
_Measured = tuple[pd.DataFrame, _Labels]
"""Columns by plan, and what each means in English and Chinese."""


def panel(
    corpus: Corpus,
    *,
    measures: str | Sequence[str] | None = None,
    terms: str | Sequence[str] = (),
    lexicon: ThemeLexicon | None = None,
    indicators: Indicators = None,
    superior: str | None = None,
    by_part: bool = False,
    part: Part = None,
    balance: str = "as_is",
) -> pd.DataFrame:
    r"""Put measures of the plans side by side, a row for each unit and year.

    Parameters
    ----------
    corpus
        The documents; those without a unit or a year take no part, and several of one unit and year count as one plan.
    measures
        Any of ``terms``, ``slogans``, ``parts``, ``themes``, ``targets``, ``commitments``, ``reuse`` and ``similarity``;
        by default all but the last two, which take longest, and ``terms`` only where some are given.
    terms
        Words or phrases of one's own, counted as by :func:`plananalysis.frequencies`.
    lexicon
        Theme lexicon, as for :func:`plananalysis.code_themes`; by default the shipped one that fits better.
    indicators
        Further indicators, as for :func:`plananalysis.find_targets`.
    superior
        A unit of the corpus whose plan of the same year each is compared with, in ``similarity``.
    by_part
        Give the shares of themes in the look-back and in the plan as well.
    part
        Measure only these parts of the plans; as in :func:`plananalysis.count_features`.
    balance
        ``as_is``: a row for each plan there is; ``fill``: all units by all years, what is not there missing; ``drop``: only
        units with a plan of each year.

    Returns
    -------
    DataFrame
        unit, code (of the division that the unit is or governs, GB/T 2260; missing for others), year, n_docs, n_chars, and
        by measure: ``rate_<term>`` (per 10,000 characters); ``rate_slogans`` and ``n_slogans`` (places per 10,000 characters, and number, of slogans that the register
        knows); ``part_<part>`` (share of the characters); ``theme_<theme>`` (share of the coded characters), with ``by_part`` also
        ``theme_<theme>_lookback`` and ``_plan``; ``target_<indicator>`` (the target for the plan's own year, of a range the
        middle; of the form and unit that most plans use); ``rate_commitments`` (binding sentences per 10,000 characters) and
        ``share_commitments`` (of the sentences); ``share_own``, ``share_passage``, ``share_formula`` (of the letters);
        ``similarity_last`` and ``similarity_superior`` (cosine of TF-IDF with the unit's plan of the year before, and with the superior's).
        What a plan does not have is missing, not zero. ``attrs["labels"]`` holds the meaning of each column in English
        (:func:`panel_codebook` in both languages).
        In the order of the documents' units, and of years.

    Raises
    ------
    InputError
        If a measure or ``balance`` is unknown, ``terms`` are asked for and none is given, or the superior is no unit of the corpus.

    Warns
    -----
    PlanWarning
        If units have no code, documents have no unit or year, or several are of one unit and year; some are named.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> facts = pd.DataFrame({"doc_id": ["a", "b"], "unit": ["浙江省人民政府", "浙江省人民政府"], "year": [2023, 2024]})
    >>> corpus = corpus_from_texts({"a": "党建引领。", "b": "抓好党建。党建先行。"}, facts)
    >>> panel(corpus, measures="terms", terms="党建")[["code", "year", "n_chars", "rate_党建"]].values.tolist()
    [[330000, 2023, 5, 2000.0], [330000, 2024, 10, 2000.0]]
    """
    check_corpus(corpus)
    asked = _measures(measures, terms)
    if balance not in ("as_is", "fill", "drop"):
        raise InputError("balance is {balance!r}; give 'as_is', 'fill' or 'drop'", balance=balance)
    corpus = corpus_part(part, corpus)
    corpus, plans = _plans(corpus)
    units = corpus.documents["unit"].dropna().unique()
    if superior is not None and superior not in units:
        raise InputError(
            "superior: {superior!r} is no unit of the corpus; {near}",
            superior=superior,
            near=near(superior, units),
        )
    given = _Asked(
        corpus, plans, [terms] if isinstance(terms, str) else terms, lexicon, indicators, superior, by_part
    )
    frame, labels = plans, dict(_LABELS)
    for name in asked if len(plans) else ():
        columns, meanings = MEASURES[name](given)
        frame = frame.join(columns, how="left")
        labels |= meanings
    frame = _balanced(frame.reset_index(drop=True), balance)
    frame.attrs["labels"] = {column: labels[column][0] for column in frame.columns}
    frame.attrs["labels_zh"] = {column: labels[column][1] for column in frame.columns}
    return frame


def panel_codebook(frame: pd.DataFrame) -> pd.DataFrame:
    """Return what each column of a panel means, and how much of it is there.

    Parameters
    ----------
    frame
        As :func:`panel` gives.

    Returns
    -------
    DataFrame
        column, meaning, meaning_zh, n (rows that have a value), lowest and highest value (of numbers).

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> facts = pd.DataFrame({"doc_id": ["a"], "unit": ["浙江省"], "year": [2024]})
    >>> table = panel(corpus_from_texts({"a": "抓好党建。"}, facts), measures="terms", terms="党建")
    >>> panel_codebook(table)[["column", "n", "highest"]].tail(1)
        column  n  highest
    5  rate_党建  1   2000.0
    """
    tables.check(frame, "panel", ("unit", "year"))
    english, chinese = (frame.attrs.get(name, {}) for name in ("labels", "labels_zh"))
    numbers = {
        name: frame[name]
        for name in frame.columns
        if pd.api.types.is_numeric_dtype(frame[name]) and frame[name].notna().any()
    }
    rows = [
        {
            "column": str(name),
            "meaning": english.get(name, ""),
            "meaning_zh": chinese.get(name, ""),
            "n": int(frame[name].notna().sum()),
            "lowest": float(numbers[name].min()) if name in numbers else np.nan,
            "highest": float(numbers[name].max()) if name in numbers else np.nan,
        }
        for name in frame.columns
    ]
    return tables.conform(pd.DataFrame(rows), "panel_codebook")


def _measures(measures: str | Sequence[str] | None, terms: str | Sequence[str]) -> list[str]:
    """Return the measures asked for, in their order."""
    if measures is None:
        return [name for name in MEASURES if name not in _SLOW and (name != "terms" or len(terms))]
    asked = [measures] if isinstance(measures, str) else list(measures)
    for name in asked:
        if name not in MEASURES:
            raise InputError("measures: there is no {name!r}; {near}", name=name, near=near(name, MEASURES))
    if "terms" in asked and not len(terms):
        raise InputError("measures: terms are asked for and none is given; name them with terms=")
    return [name for name in MEASURES if name in asked]


def _plans(corpus: Corpus) -> tuple[Corpus, pd.DataFrame]:
    """Return the documents with a unit and a year, told which plan they belong to, and the plans."""
    documents = corpus.documents
    whole = has_unit_and_year(documents)
    if not whole.all():
        lacking = documents.loc[~whole, "doc_id"].tolist()
        warn(
            "panel: {n:,} document{n: has|s have} no unit or no year, left out ({some})",
            n=len(lacking),
            some=first_of(lacking),
        )
        corpus = corpus.subset(whole)
    corpus = replace(corpus, documents=corpus.documents.assign(**{PLAN: _keys(corpus.documents)}))
    plans = plans_of(corpus, "panel")
    codes = {unit: code_of(str(unit)) for unit in plans["unit"].unique()}
    without = [unit for unit, code in codes.items() if code is None]
    if without:
        warn(
            "panel: {n:,} unit{n: is|s are} no administrative division, or one of several of its name, and so without code ({some})",
            n=len(without),
            some=first_of(without),
        )
    plans.insert(1, "code", plans["unit"].map(codes).astype("Int64"))
    return corpus, plans.set_index(_keys(plans))


def _keys(frame: pd.DataFrame) -> pd.Series:
    """Return the name of the plan of each row, by which tables of measures are joined."""
    return frame["unit"].astype(str) + " " + frame["year"].astype(str)


def _balanced(frame: pd.DataFrame, balance: str) -> pd.DataFrame:
    """Return the rows as they are, with the missing ones, or of the units with a plan of each year."""
    units, years = frame["unit"].unique(), sorted(frame["year"].unique())
    if balance == "drop":
        whole = frame.groupby("unit")["year"].transform("nunique") == len(years)
        return frame[whole].reset_index(drop=True)
    if balance == "fill":
        code = frame.drop_duplicates("unit").set_index("unit")["code"]
        grid = pd.MultiIndex.from_product([units, years], names=["unit", "year"])
        full = frame.set_index(["unit", "year"]).reindex(grid).reset_index()
        full = full.assign(code=full["unit"].map(code).astype("Int64"), n_docs=full["n_docs"].astype("Int64"))
        return full.astype({"n_chars": "Int64", "year": "Int64"})[list(frame.columns)]
    return frame


def _terms(asked: _Asked) -> _Measured:
    """Return the rates of one's own terms."""
    from plananalysis.statistics.frequencies import frequencies

    table = frequencies(asked.corpus, asked.terms, by=PLAN)
    wide = table.pivot_table(index="group", columns="term", values="rate_chars", aggfunc="first")
    wide = wide[list(dict.fromkeys(asked.terms))]
    return _named(wide, "rate_", "occurrences of {} per 10,000 characters", "{}每万字次数")


def _slogans(asked: _Asked) -> _Measured:
    """Return how often, and how many, slogans of the register are used."""
    from plananalysis.lexicon import slogan_register
    from plananalysis.slogans import slogan_occurrences

    known = slogan_register().drop_duplicates("term").rename(columns={"term": "slogan"})
    places = slogan_occurrences(asked.corpus, known[["slogan"]])
    plan = places["doc_id"].map(asked.corpus.documents.set_index("doc_id")[PLAN])
    whole = places[~places["nested"]].groupby(plan[~places["nested"]]).size()
    used = places.groupby(plan)["slogan"].nunique()
    frame = pd.DataFrame(index=asked.plans.index).assign(
        rate_slogans=PER
        * whole.reindex(asked.plans.index).fillna(0)
        / asked.plans["n_chars"].replace(0, np.nan),
        n_slogans=used.reindex(asked.plans.index).fillna(0).astype("int64"),
    )
    return frame, {
        "rate_slogans": ("places of registered slogans per 10,000 characters", "登记提法每万字处数"),
        "n_slogans": ("registered slogans that are used", "所用登记提法数"),
    }


def _parts(asked: _Asked) -> _Measured:
    """Return the shares of the parts of the plans."""
    from plananalysis.corpus import parts

    table = parts(asked.corpus)
    plan = table["doc_id"].map(asked.corpus.documents.set_index("doc_id")[PLAN])
    chars = table.assign(plan=plan).pivot_table(
        index="plan", columns="part", values="n_chars", aggfunc="sum", fill_value=0
    )
    wide = chars.div(chars.sum(axis=1), axis=0)
    wide = wide[[name for name in PARTS if name in wide.columns]]
    labels = {
        f"part_{name}": (
            f"share of the text that is {PART_NAMES[name][1]}",
            f"{PART_NAMES[name][0]}占全文比例",
        )
        for name in wide.columns
    }
    return wide.add_prefix("part_").rename_axis(index=None, columns=None), labels


def _themes(asked: _Asked) -> _Measured:
    """Return the shares of themes, of the whole and, if asked for, of look-back and plan."""
    from plananalysis.themes import code_themes, theme_emphasis

    coded = code_themes(asked.corpus, lexicon=asked.lexicon)
    frames: list[pd.DataFrame] = []
    labels: _Labels = {}
    for part in (None, "lookback", "plan") if asked.by_part else (None,):
        chosen = coded if part is None else coded[coded["part"] == part]
        if chosen.empty:
            continue
        with warnings.catch_warnings():  # of one plan there is a share, though nothing to compare it with
            warnings.simplefilter("ignore", PlanWarning)
            shares = theme_emphasis(chosen, asked.corpus, by=PLAN, n_boot=0)
        held = shares.groupby("group", observed=True)["n_chars"].transform("sum") > 0
        wide = shares[held].pivot_table(index="group", columns="theme", values="share", observed=True)
        where = (f" in the {PART_NAMES[part][1]}", f"{PART_NAMES[part][0]}部分") if part else ("", "")
        frame, meanings = _named(
            wide,
            "theme_",
            f"share of theme {{}}{where[0]}, of coded text",
            f"{where[1]}主题{{}}占已归类文字的比例",
        )
        if part:
            frame = frame.add_suffix(f"_{part}")
            meanings = {f"{name}_{part}": meaning for name, meaning in meanings.items()}
        frames.append(frame)
        labels |= meanings
    return (pd.concat(frames, axis=1) if frames else pd.DataFrame(index=asked.plans.index)), labels


def _targets(asked: _Asked) -> _Measured:
    """Return the targets of the plan's own year, of the form and unit that most plans use."""
    from plananalysis.pledges import find_targets, target_gaps

    own = target_gaps(find_targets(asked.corpus, indicators=asked.indicators), superior={})
    n = own.groupby(["indicator", "form", "measure"])["unit"].transform("size")
    rows = own.assign(key=_keys(own), n=n)
    rows = rows[rows["n"] == rows.groupby("indicator")["n"].transform("max")]
    kind = rows.drop_duplicates("indicator").set_index("indicator")[["form", "measure"]]
    chosen = rows.merge(kind.reset_index(), on=["indicator", "form", "measure"])
    wide = chosen.pivot_table(index="key", columns="indicator", values="value", aggfunc="first")
    labels = {
        f"target_{name}": (
            f"target for {name} ({form}, {measure or 'no unit'})",
            f"{name}目标（{measure}）",
        )
        for name, form, measure in kind.sort_index().itertuples(name=None)
    }
    return wide.rename(columns=lambda name: f"target_{name}").rename_axis(index=None, columns=None), labels


def _commitments(asked: _Asked) -> _Measured:
    """Return how much of the plans binds."""
    from plananalysis.pledges import commitment_shares, find_commitments

    shares = commitment_shares(find_commitments(asked.corpus), asked.corpus, by=PLAN).set_index("group")
    length = asked.plans["n_chars"].replace(0, np.nan)
    frame = pd.DataFrame(index=asked.plans.index).assign(
        rate_commitments=PER * shares["n_binding"].reindex(asked.plans.index) / length,
        share_commitments=shares["share"].reindex(asked.plans.index),
    )
    return frame, {
        "rate_commitments": ("binding sentences per 10,000 characters", "有约束力句子每万字数"),
        "share_commitments": ("share of the sentences that bind", "有约束力句子占比"),
    }


def _reuse(asked: _Asked) -> _Measured:
    """Return which shares of the letters are formula, shared passage, and own."""
    from plananalysis.reuse import find_reuse, reuse_shares

    shares = reuse_shares(find_reuse(asked.corpus), asked.corpus)
    plan = shares["doc_id"].map(asked.corpus.documents.set_index("doc_id")[PLAN])
    letters = shares[["formula", "passage", "own"]].mul(shares["n_letters"], axis=0).groupby(plan).sum()
    wide = letters.div(shares.groupby(plan)["n_letters"].sum().replace(0, np.nan), axis=0)
    frame = wide.rename(columns=lambda name: f"share_{name}").rename_axis(index=None)
    return frame, {
        "share_formula": ("share of the letters that is formula", "套语占比"),
        "share_passage": ("share of the letters that is shared with other plans", "共有文字占比"),
        "share_own": ("share of the letters that is its own", "自有文字占比"),
    }


def _similarity(asked: _Asked) -> _Measured:
    """Return how like each plan is to the unit's of the year before, and to the superior's of the year."""
    from plananalysis.counts import count_features, tfidf
    from plananalysis.pipeline import tokens
    from plananalysis.statistics.similarity import similarity_matrix

    near_by = similarity_matrix(tfidf(count_features(tokens(asked.corpus), asked.corpus, by=PLAN)))
    found: dict[str, list[float]] = {"similarity_last": []}
    if asked.superior is not None:
        found["similarity_superior"] = []
    for key, unit, year in zip(asked.plans.index, asked.plans["unit"], asked.plans["year"], strict=True):
        others = {
            "similarity_last": f"{unit} {int(year) - 1}",
            "similarity_superior": f"{asked.superior} {year}",
        }
        for name, values in found.items():
            other = others[name]
            there = other in near_by.index and key in near_by.index and other != key
            values.append(float(near_by.loc[key, other]) if there else np.nan)
    return pd.DataFrame(found, index=asked.plans.index), {
        "similarity_last": (
            "cosine of TF-IDF with the unit's plan of the year before",
            "与本单位上年的相似度",
        ),
        "similarity_superior": (
            "cosine of TF-IDF with the superior's plan of the year",
            "与上级当年的相似度",
        ),
    }


def _named(wide: pd.DataFrame, prefix: str, en: str, zh: str) -> _Measured:
    """Return a table with a prefix before its columns, and the meaning of each."""
    labels = {f"{prefix}{name}": (en.format(name), zh.format(name)) for name in wide.columns}
    return wide.rename(columns=lambda name: f"{prefix}{name}").rename_axis(index=None, columns=None), labels


MEASURES: Mapping[str, Callable[[_Asked], _Measured]] = {
    "terms": _terms,
    "slogans": _slogans,
    "parts": _parts,
    "themes": _themes,
    "targets": _targets,
    "commitments": _commitments,
    "reuse": _reuse,
    "similarity": _similarity,
}
"""What gives the columns of each measure, in the order in which they stand."""
_SLOW = ("reuse", "similarity")
