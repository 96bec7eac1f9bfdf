"""The plans of a corpus: one of each unit and year, however many documents it has."""

import numpy as np
import pandas as pd

from plananalysis.corpus.lengths import counted_chars
from plananalysis.corpus.model import Corpus
from plananalysis.errors import warn
from plananalysis.messages.said_often import first_of


def has_unit_and_year(documents: pd.DataFrame) -> pd.Series:
    """Return which documents have a unit and a year.

    Examples
    --------
    >>> has_unit_and_year(pd.DataFrame({"unit": ["甲县", "", None], "year": [2024, 2024, 2024]})).tolist()
    [True, False, False]
    """
    return (documents["unit"].fillna("") != "") & documents["year"].notna()


def plans_of(corpus: Corpus, what: str) -> pd.DataFrame:
    """Return the plans of the documents that have a unit and a year.

    Parameters
    ----------
    corpus
        The documents.
    what
        Name of the function that asks; it begins the warning.

    Returns
    -------
    DataFrame
        unit, year, n_docs, and n_chars (counted characters of these documents); in the order of the documents' units,
        and of years.

    Warns
    -----
    PlanWarning
        If a plan has several documents.

    Examples
    --------
    >>> from plananalysis.corpus import corpus_from_texts
    >>> facts = pd.DataFrame({"doc_id": ["a", "b"], "unit": "甲县", "year": [2024, 2023]})
    >>> plans_of(corpus_from_texts({"a": "抓好党建。", "b": "普法。"}, facts), "panel")
      unit  year  n_docs  n_chars
    0   甲县  2023       1        3
    1   甲县  2024       1        5
    """
    documents = corpus.documents[["doc_id", "unit", "year"]].assign(n_chars=counted_chars(corpus).to_numpy())
    grouped = documents[has_unit_and_year(documents)].groupby(["unit", "year"], sort=False)
    plans = grouped.agg(n_docs=("doc_id", "size"), n_chars=("n_chars", "sum")).reset_index()
    several = plans[plans["n_docs"] > 1]
    if len(several):
        named = several[["unit", "year", "n_docs"]].itertuples(index=False, name=None)
        warn(
            "{what}: {n:,} plan{n: has|s have} several documents, which count as one ({some})",
            what=what,
            n=len(several),
            some=first_of([f"{unit} {year}: {n}" for unit, year, n in named]),
        )
    order = np.lexsort((plans["year"].to_numpy(dtype=int), pd.factorize(plans["unit"])[0]))
    return plans.iloc[order].reset_index(drop=True)
