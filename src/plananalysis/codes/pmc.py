"""The PMC index of policies: which variables of a list a text covers, with the sentence behind every 1."""

import numpy as np
import pandas as pd

from plananalysis import tables
from plananalysis.codes.coded_sentences import code_sentences
from plananalysis.common_options import Part, corpus_part
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.errors import InputError
from plananalysis.groups import group_labels, groups_in_time
from plananalysis.lexicon.code_books import NO_CODE, CodeBook, load_code_book

FULL = 10
"""Main variables of Estrada's index, so that it runs from 0 to 10; the grades are for that scale."""
GRADES = (
    (9.0, "完美", "perfect"),
    (7.0, "优秀", "good"),
    (5.0, "可接受", "acceptable"),
    (0.0, "不良", "low"),
)
"""From which index on a grade is given (Estrada 2011), its name in Chinese studies and in English."""
_ROUNDING = 1e-9


def pmc_items(
    corpus: Corpus, codebook: CodeBook = "tools", *, by: str | None = None, part: Part = None
) -> pd.DataFrame:
    """Make the table of 0 and 1 that a PMC index is computed of, with the sentence behind every 1.

    Parameters
    ----------
    corpus
        The documents.
    codebook
        Kinds are the main variables, codes their sub-variables; as in :func:`plananalysis.load_code_book`.
    by, part
        What a policy is and which parts of it are read; as in :func:`plananalysis.count_features`.

    Returns
    -------
    DataFrame
        One row per policy and sub-variable: group; variable (main variable); item (sub-variable); value (1 if a sentence has
        the code, else 0); n (such sentences); and of the heaviest of them, the first if several are: term, doc_id, passage_id, start, end and text,
        empty where the value is 0. Correct values by hand, and put rows behind it for variables that no wording tells, such as
        who issued it.

    Raises
    ------
    InputError
        If the code book cannot be used, or the documents cannot be grouped so.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> book = pd.DataFrame({"kind": ["X1", "X1"], "code": ["目标", "期限"], "term": ["目标", "年底前"]})
    >>> items = pmc_items(corpus_from_texts({"甲": "年底前修好水渠。按季公布。"}), book)
    >>> items[["group", "variable", "item", "value", "text"]].to_numpy().tolist()
    [['甲', 'X1', '目标', 0, ''], ['甲', 'X1', '期限', 1, '年底前修好水渠']]
    """
    check_corpus(corpus)
    book = load_code_book(codebook)
    corpus = corpus_part(part, corpus)
    groups = groups_in_time(corpus, by)
    if not len(corpus):
        return tables.empty("pmc_items")
    codes = code_sentences(corpus, book)
    rows = codes.assign(group=group_labels(codes, corpus, by))
    rows = rows.sort_values("weight", ascending=False, kind="stable")
    told = rows.groupby(["group", "code"], sort=False)
    best = told[["term", "doc_id", "passage_id", "start", "end", "text"]].first()
    counts = told.size()
    listed = book[book["code"] != NO_CODE].drop_duplicates("code")
    at = pd.MultiIndex.from_product([groups, listed["code"]], names=["group", "code"])
    n = counts.reindex(at).fillna(0).astype("int64").to_numpy()
    shown = best.reindex(at).reset_index(drop=True)
    blank = dict.fromkeys(("term", "doc_id", "passage_id", "text"), "")
    table = shown.fillna(blank).assign(
        group=at.get_level_values(0),
        variable=np.tile(listed["kind"].to_numpy(dtype=object), len(groups)),
        item=at.get_level_values(1),
        value=(n > 0).astype("int64"),
        n=n,
    )
    return tables.conform(table, "pmc_items")


def pmc_index(items: pd.DataFrame) -> pd.DataFrame:
    """Compute the PMC index of each policy from a table of 0 and 1, with a grade.

    Parameters
    ----------
    items
        Table of :func:`pmc_items`, as it is, corrected, or made by hand: a row for every policy (group) and sub-variable (item) of
        a main variable, with a value of 0 or 1.

    Returns
    -------
    DataFrame
        One row per policy and main variable: group; variable; n_items and n_ones (sub-variables, and those of value 1);
        score (their mean); and of the policy, the same in each of its rows: pmc (sum of the scores), n_variables, pmc_10 (pmc on the scale of ten
        variables), grade and rank (by pmc; equal ones share the better). In the order of the table.

    Raises
    ------
    InputError
        If a value is neither 0 nor 1, or a policy has a sub-variable twice; the message names the row.

    Notes
    -----
    ``PMC = Σᵢ (Σⱼ x_ij / n_i)`` over the main variables i with their n_i sub-variables j, each 0 or 1. Estrada has ten main variables; with m of them
    ``pmc_10 = 10 · PMC / m``, which the grades are for: 完美 (perfect) from 9, 优秀 (good) from 7, 可接受 (acceptable) from 5, else 不良 (low).
    Other studies cut elsewhere: state these.

    References
    ----------
    Ruiz Estrada, M. A. (2011). Policy modeling: Definition, classification and evaluation. Journal of Policy Modeling 33,
    523–536.

    Examples
    --------
    >>> items = pd.DataFrame({"group": "甲", "variable": ["X1", "X1", "X2"], "item": ["a", "b", "c"], "value": [1, 0, 1]})
    >>> pmc_index(items)[["variable", "score", "pmc", "pmc_10", "grade"]].to_numpy().tolist()
    [['X1', 0.5, 1.5, 7.5, '优秀'], ['X2', 1.0, 1.5, 7.5, '优秀']]
    """
    tables.check(items, "pmc_items", ("group", "variable", "item", "value"))
    if items.empty:
        return tables.empty("pmc")
    rows = items[["group", "variable", "item"]].astype("str").assign(value=_zeros_and_ones(items))
    twice = rows.duplicated(["group", "variable", "item"]).to_numpy()
    if twice.any():
        at = int(twice.argmax())
        row = rows.iloc[at]
        raise InputError(
            "pmc_index: row {row}: {group} has {item} twice; keep one of them",
            row=at + 1,
            group=row["group"],
            item=row["item"],
        )
    found = rows.groupby(["group", "variable"], sort=False)["value"].agg(["size", "sum"]).reset_index()
    found = found.rename(columns={"size": "n_items", "sum": "n_ones"})
    found["score"] = found["n_ones"] / found["n_items"]
    by_group = found.groupby("group", sort=False)["score"]
    found["pmc"], found["n_variables"] = by_group.transform("sum"), by_group.transform("size")
    found["pmc_10"] = FULL * found["pmc"] / found["n_variables"]
    found["grade"] = found["pmc_10"].map(_grade)
    each = found.drop_duplicates("group").set_index("group")["pmc_10"].round(12)
    found["rank"] = found["group"].map(each.rank(ascending=False, method="min")).astype("int64")
    found["_at"] = pd.Index(dict.fromkeys(rows["group"])).get_indexer(found["group"])
    return tables.conform(found.sort_values("_at", kind="stable"), "pmc")


def _zeros_and_ones(items: pd.DataFrame) -> pd.Series:
    """Return the values, each 0 or 1, or say in which row another stands."""
    values = pd.to_numeric(items["value"], errors="coerce").to_numpy(dtype="float64", na_value=np.nan)
    wrong = ~np.isin(values, (0.0, 1.0))
    if wrong.any():
        at = int(wrong.argmax())
        row = items.iloc[at]
        raise InputError(
            "pmc_index: row {row}: the value of {item} of {group} is {value!r}; it must be 0 or 1",
            row=at + 1,
            item=row["item"],
            group=row["group"],
            value=str(row["value"]),
        )
    return pd.Series(values.astype("int64"), index=items.index)


def _grade(index: float) -> str:
    """Return the grade of an index on the scale of ten variables."""
    return next(name for low, name, _ in GRADES if index >= low - _ROUNDING)
