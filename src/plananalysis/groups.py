"""Groups of documents (units, years, any metadata column), and the one verb that counts the rows of a table by them."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from plananalysis.common_options import Part, in_part
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.errors import InputError, warn
from plananalysis.tables import check

MISSING = "（未注明）"
"""Label of the group that collects documents whose unit, year or other column is empty."""

_NOT_GROUPS = frozenset({"text", "sha256", "n_chars", "warning"})
"""Columns of the documents that tell one from the other but group none."""


def document_groups(corpus: Corpus, by: str, *, also: tuple[str, ...] = ()) -> tuple[np.ndarray, pd.Index]:
    """Return for every document the number of its group, and the groups' labels.

    Parameters
    ----------
    corpus
        The documents.
    by
        ``doc_id``, ``unit``, ``year`` or any metadata column.
    also
        What the caller groups by besides; the error names it.

    Returns
    -------
    tuple of array and Index
        A number for each document, in the order of the documents; and the label that each number stands for, in the
        order of the documents, years and other numbers ascending, :data:`MISSING` last.

    Raises
    ------
    InputError
        If the documents have no such column.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> numbers, labels = document_groups(corpus_from_texts({"甲": "党建", "乙": "普法"}), "year")
    >>> numbers.tolist(), labels.tolist()
    ([0, 0], ['（未注明）'])
    """
    documents = corpus.documents
    if by not in documents.columns or by in _NOT_GROUPS:
        extra = [c for c in documents.columns if c not in _NOT_GROUPS]
        names = list(dict.fromkeys(["doc_id", "unit", "year", *also, *extra]))
        raise InputError(f"cannot group by {by!r}; use one of {', '.join(names)}")
    values = documents[by]
    numeric = pd.api.types.is_numeric_dtype(values)
    codes, found = pd.factorize(values.replace("", None) if not numeric else values, sort=numeric)
    labels = [f"{value:g}" if isinstance(value, float) else str(value) for value in found]
    if (codes < 0).any():
        codes = np.where(codes < 0, len(labels), codes)
        labels.append(MISSING)
    return codes.astype(np.int64), pd.Index(labels, dtype="str", name=by)


def groups_of(corpus: Corpus, by: str) -> pd.Series:
    """Return the label of every document's group, indexed by doc_id.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> groups_of(corpus_from_texts({"a": "党建"}), "doc_id").to_dict()
    {'a': 'a'}
    """
    codes, labels = document_groups(corpus, by)
    return pd.Series(labels.to_numpy()[codes], index=corpus.documents["doc_id"], dtype="str")


def default_grouping(corpus: Corpus) -> str:
    """Return what is compared unless something else is asked for: units, or documents where there is one unit.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> default_grouping(corpus_from_texts({"甲": "党建", "乙": "普法"}))
    'unit'
    >>> default_grouping(corpus_from_texts({"甲": "党建"}))
    'doc_id'
    """
    return "unit" if len(corpus.documents["unit"].unique()) > 1 else "doc_id"


def nothing_to_compare(corpus: Corpus, by: str) -> str:
    """Say why documents grouped so cannot be compared, and how else to group them; nothing where they can be.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> facts = pd.DataFrame({"doc_id": ["a", "b"], "unit": "甲局", "year": [2023, 2024]})
    >>> nothing_to_compare(corpus_from_texts({"a": "党建", "b": "普法"}, facts), "unit")
    "all documents are of one unit (甲局), so there is nothing to compare; use by='year' or by='doc_id'"
    """
    if by not in corpus.documents.columns:  # sections or passages
        return ""
    if len(corpus) == 1:
        return "the corpus has one document, so there is nothing to compare; add others"
    labels = document_groups(corpus, by)[1]
    if len(labels) != 1:
        return ""
    why = (
        f"no document has a {by}" if labels[0] == MISSING else f"all documents are of one {by} ({labels[0]})"
    )
    others = [name for name in ("unit", "year", "doc_id") if len(document_groups(corpus, name)[1]) > 1]
    remedy = " or ".join(f"by={name!r}" for name in others)
    return f"{why}, so there is nothing to compare; use {remedy}"


def warn_of_one_group(what: str, corpus: Corpus, by: str) -> None:
    """Warn that a comparison has one group only."""
    reason = nothing_to_compare(corpus, by)
    if reason:
        warn(f"{what}: {reason}")


def group_labels(table: pd.DataFrame, corpus: Corpus, by: str) -> pd.Series:
    """Return for every row of a table with ``doc_id`` the label of its document's group.

    Raises
    ------
    InputError
        If the corpus cannot be grouped so, or lacks a document of the table.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> places = pd.DataFrame({"doc_id": ["a", "a"]})
    >>> group_labels(places, corpus_from_texts({"a": "党建"}), "doc_id").tolist()
    ['a', 'a']
    """
    labels = table["doc_id"].astype("str").map(groups_of(corpus, by))
    if labels.isna().any():
        stray = table["doc_id"][labels.isna().to_numpy()].iloc[0]
        raise InputError(
            f"the table names the document {stray!r}, which the corpus lacks; use its own corpus"
        )
    return labels.astype("str")


def count_by(
    table: pd.DataFrame, corpus: Corpus, *, of: str | Sequence[str], by: str = "unit", part: Part = None
) -> pd.DataFrame:
    """Count the rows of a table by what they name and by the group of their document.

    Any table with ``doc_id`` can be counted so: places of slogans, citations, commitments, tokens, themes.

    Parameters
    ----------
    table
        One row per place; it needs ``doc_id``.
    corpus
        The corpus it came from.
    of
        The column whose values are counted, or several columns, whose combinations are.
    by
        ``unit``, ``doc_id``, ``year`` or any metadata column.
    part
        Count only these parts of the plans; as in :func:`plananalysis.count_features`.

    Returns
    -------
    DataFrame
        The first column of ``of``; ``group``; the other columns of ``of``; ``n`` (rows) and ``n_docs`` (documents of
        the group among them). Combinations that occur only: in the order in which the table has the first value
        first, then by group, then the commonest first.

    Raises
    ------
    InputError
        If the table lacks a column, the documents cannot be grouped so, or the corpus lacks a document of the table.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts, slogan_occurrences
    >>> corpus = corpus_from_texts({"甲": "增强“四个意识”。树牢四个意识。", "乙": "树牢“四个意识”。"})
    >>> places = slogan_occurrences(corpus, pd.DataFrame({"slogan": ["四个意识"]}))
    >>> count_by(places, corpus, of="slogan", by="doc_id")
      slogan group  n  n_docs
    0   四个意识     乙  1       1
    1   四个意识     甲  2       1
    >>> count_by(places, corpus, of=["slogan", "frame"], by="doc_id")
      slogan group frame  n  n_docs
    0   四个意识     乙    树牢  1       1
    1   四个意识     甲    增强  1       1
    2   四个意识     甲    树牢  1       1
    """
    first, *others = [of] if isinstance(of, str) else of
    check(table, "table", ("doc_id", first, *others))
    check_corpus(corpus)
    corpus, table = in_part(part, corpus, table)
    rows = table[[first, *others]].assign(group=group_labels(table, corpus, by), _doc=table["doc_id"])
    grouped = rows.groupby([first, "group", *others], sort=True, observed=True)
    counts = pd.DataFrame({"n": grouped.size(), "n_docs": grouped["_doc"].nunique()}).reset_index()
    rank = {value: place for place, value in enumerate(rows[first].unique())}
    counts = counts.assign(_rank=counts[first].map(rank))
    order = ["_rank", "group", "n", *others]
    ascending = [name != "n" for name in order]
    return counts.sort_values(order, ascending=ascending, ignore_index=True).drop(columns="_rank")
