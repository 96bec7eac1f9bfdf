"""Groups of documents (units, years, any metadata column), and the one verb that counts the rows of a table by them."""

from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd

from plananalysis.common_options import Part, in_part
from plananalysis.corpus.metadata import ORDER
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.errors import InputError, likely, near, warn
from plananalysis.language.levels import LEVEL_RULES
from plananalysis.language.rules import prefilter
from plananalysis.lexicon.divisions import area_code
from plananalysis.messages.message import Message
from plananalysis.tables import check

MISSING = "（未注明）"
"""Label of the group that collects documents whose unit, year or other column is empty."""

_CENTRAL = prefilter([rule for rule in LEVEL_RULES if rule.kind == "national"])
_NOT_GROUPS = frozenset({"text", "sha256", "n_chars", "warning"})
"""Columns of the documents that tell one from the other but group none."""


def document_groups(
    corpus: Corpus, by: str | None, *, also: tuple[str, ...] = ()
) -> tuple[np.ndarray, pd.Index]:
    """Return for every document the number of its group, and the groups' labels.

    Parameters
    ----------
    corpus
        The documents.
    by
        ``doc_id``, ``unit``, ``year`` or any metadata column; None for :func:`default_grouping`.
    also
        What the caller groups by besides; the error names it.

    Returns
    -------
    tuple of array and Index
        A number for each document, in the order of the documents; and the label that each number stands for: units as
        :func:`unit_order` has them, years and other numbers ascending, others in the order of the documents,
        :data:`MISSING` last.

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
    by = grouping(corpus, by)
    if by not in documents.columns or by in _NOT_GROUPS:
        extra = [c for c in documents.columns if c not in _NOT_GROUPS]
        names = list(dict.fromkeys(["doc_id", "unit", "year", *also, *extra]))
        if likely(str(by), names):
            like = near(str(by), names)
            raise InputError(
                "cannot group by {by!r}; {near}; use one of {names}", by=by, near=like, names=names
            )
        raise InputError("cannot group by {by!r}; use one of {names}", by=by, names=names)
    values = documents[by]
    numeric = pd.api.types.is_numeric_dtype(values)
    codes, found = pd.factorize(values.replace("", None) if not numeric else values, sort=numeric)
    if by == "unit" and not numeric:
        codes, found = _in_unit_order(documents, codes, found)
    labels = [f"{value:g}" if isinstance(value, float) else str(value) for value in found]
    if (codes < 0).any():
        codes = np.where(codes < 0, len(labels), codes)
        labels.append(MISSING)
    return codes.astype(np.int64), pd.Index(labels, dtype="str", name=by)


def unit_order(corpus: Corpus) -> list[str]:
    """Return the units in the order in which a reader expects them.

    The user's order comes first: the column ``order`` of the documents, which is that of the metadata, or its rows where
    these are not sorted by file. Without it, units stand by the code of the place that their names begin with (GB/T 2260:
    北京 天津 河北 …, each before what lies in it), central bodies before all, and those that name no place behind, in the
    order of the documents.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> rows = [{"id": unit, "text": "党建", "unit": unit} for unit in ("上海市", "云南省", "市民政局", "北京市")]
    >>> unit_order(corpus_from_texts(rows))
    ['北京市', '上海市', '云南省', '市民政局']
    >>> unit_order(corpus_from_texts([row | {"order": n} for n, row in enumerate(rows)]))
    ['上海市', '云南省', '市民政局', '北京市']
    """
    return document_groups(corpus, "unit")[1].tolist()


def reading_order(names: Iterable[object]) -> list[str]:
    """Return names of groups as a reader expects them where the corpus is not at hand: by place, years in time, else by name.

    Examples
    --------
    >>> reading_order(["上海市", "乙局", "北京市", "上海市"]), reading_order(["2024", "2023"])
    (['北京市', '上海市', '乙局'], ['2023', '2024'])
    """
    return sorted(sorted({str(name) for name in names}), key=_place_rank)


def _in_unit_order(
    documents: pd.DataFrame, codes: np.ndarray, found: pd.Index
) -> tuple[np.ndarray, pd.Index]:
    """Return numbers and names of units in their order; number -1, of documents without a unit, stays."""
    if ORDER in documents.columns and pd.api.types.is_numeric_dtype(documents[ORDER]):
        own = documents[ORDER].groupby(codes).min().reindex(range(len(found)))
        rank = own.fillna(np.inf).to_numpy(dtype=float)
    else:
        rank = np.array([_place_rank(str(unit)) for unit in found], dtype=float)
    order = np.argsort(rank, kind="stable")
    number = np.append(np.argsort(order, kind="stable"), -1)
    return number[codes], found[order]


def _place_rank(unit: str) -> float:
    """Return where a unit stands by its place: central bodies first, those without a place last."""
    if _CENTRAL.search(unit):
        return 0.0
    code = area_code(unit)
    return np.inf if code is None else float(code)


def groups_of(corpus: Corpus, by: str | None = None) -> pd.Series:
    """Return the label of every document's group, indexed by doc_id.

    Parameters
    ----------
    corpus
        The documents.
    by
        ``unit``, ``doc_id``, ``year`` or any metadata column; by default units, of one unit its years, else documents.

    Returns
    -------
    Series
        Labels as in the column ``group`` of every table that is counted by groups.

    Raises
    ------
    InputError
        If the documents have no such column.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> groups_of(corpus_from_texts({"a": "党建"}), "doc_id").to_dict()
    {'a': 'a'}
    """
    check_corpus(corpus)
    codes, labels = document_groups(corpus, by)
    return pd.Series(labels.to_numpy()[codes], index=corpus.documents["doc_id"], dtype="str")


def default_grouping(corpus: Corpus) -> str:
    """Return what is compared unless something else is asked for: units; of one unit its years; else documents.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> texts = {"a": "党建", "b": "普法"}
    >>> def facts(units, years):
    ...     return pd.DataFrame({"doc_id": ["a", "b"], "unit": units, "year": years})
    >>> default_grouping(corpus_from_texts(texts, facts(["甲局", "乙局"], [2023, 2024])))
    'unit'
    >>> default_grouping(corpus_from_texts(texts, facts(["甲局", "甲局"], [2023, 2024])))
    'year'
    >>> default_grouping(corpus_from_texts(texts, facts(["甲局", "甲局"], [2023, 2023])))
    'doc_id'
    """
    documents = corpus.documents
    if len(documents["unit"].unique()) > 1:
        return "unit"
    return "year" if several(documents["year"]) else "doc_id"


def several(values: pd.Series) -> bool:
    """Return whether a column holds more than one value, what is missing aside.

    Examples
    --------
    >>> several(pd.Series([2023, None])), several(pd.Series([2023, 2024]))
    (False, True)
    """
    return len(values.dropna().unique()) > 1


def grouping(corpus: Corpus, by: str | None) -> str:
    """Return the grouping asked for, or the one that the corpus has.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> grouping(corpus_from_texts({"甲": "党建"}), None), grouping(corpus_from_texts({"甲": "党建"}), "year")
    ('doc_id', 'year')
    """
    return default_grouping(corpus) if by is None else by


FEWEST_GROUPS = 5
"""Of fewer units nobody can say what everybody writes: of one it would be nothing, of four what all four write."""


def judging_groups(corpus: Corpus) -> tuple[np.ndarray, str]:
    """Return the groups by which it is judged what everybody writes, and what they are.

    Units, a document without one standing for itself; where there are fewer than five, the years of the only unit, if
    they are five; else the documents.

    Returns
    -------
    tuple of array and str
        A number for each document, in the order of the documents; and ``unit``, ``year`` or ``doc_id``.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> years = range(2020, 2026)
    >>> facts = pd.DataFrame({"doc_id": [str(year) for year in years], "unit": "甲局", "year": years})
    >>> numbers, by = judging_groups(corpus_from_texts(dict.fromkeys(facts["doc_id"], "党建"), facts))
    >>> numbers.tolist(), by
    ([0, 1, 2, 3, 4, 5], 'year')
    """
    documents = corpus.documents
    unit, doc = documents["unit"], documents["doc_id"].astype("str")
    named = unit.fillna("").astype("str").str.strip() != ""
    units = pd.factorize(unit.where(named, " " + doc))[0]
    n_units = int(units.max(initial=-1)) + 1
    year = documents["year"]
    if n_units >= FEWEST_GROUPS or n_units == len(documents):
        return units, "unit"
    if n_units == 1 and year.nunique() >= FEWEST_GROUPS and year.notna().all():
        return pd.factorize(year, sort=True)[0], "year"
    return np.arange(len(documents)), "doc_id"


def runs_in_time(corpus: Corpus, by: str | None) -> bool:
    """Return whether the groups follow each other in time: years, or documents that are the years of one unit.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> facts = pd.DataFrame({"doc_id": ["a", "b"], "unit": "甲局", "year": [2024, 2023]})
    >>> corpus = corpus_from_texts({"a": "党建", "b": "普法"}, facts)
    >>> [runs_in_time(corpus, by) for by in ("unit", "year", "doc_id")]
    [False, True, True]
    """
    by, documents = grouping(corpus, by), corpus.documents
    of_one = len(documents["unit"].unique()) == 1 and several(documents["year"])
    return by == "year" or (by == "doc_id" and of_one)


def documents_in_time(corpus: Corpus) -> list[str]:
    """Return the documents as they are listed where their order is to tell something: unit by unit, then by year.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> facts = pd.DataFrame({"doc_id": ["a", "b", "c"], "unit": ["甲局", "乙局", "甲局"], "year": [2024, 2024, 2023]})
    >>> documents_in_time(corpus_from_texts({"a": "党建", "b": "普法", "c": "党建"}, facts))
    ['c', 'a', 'b']
    """
    listed = corpus.documents[["doc_id", "year"]].assign(unit=document_groups(corpus, "unit")[0])
    return listed.sort_values(["unit", "year", "doc_id"], na_position="last")["doc_id"].astype("str").tolist()


def groups_in_time(corpus: Corpus, by: str | None) -> list[str]:
    """Return the labels of all groups in an order that tells something: years and the documents of a unit in time.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> facts = pd.DataFrame({"doc_id": ["a", "b"], "unit": "甲局", "year": [2024, 2023]})
    >>> groups_in_time(corpus_from_texts({"a": "党建", "b": "普法"}, facts), "doc_id")
    ['b', 'a']
    """
    if grouping(corpus, by) == "doc_id":
        return documents_in_time(corpus)
    return document_groups(corpus, by)[1].tolist()


def year_span(first: int | None, last: int | None, begin: int, end: int) -> str:
    """Say in which of the years from ``begin`` to ``end`` something occurs; nothing where it does from first to last.

    Examples
    --------
    >>> [year_span(*span, 2003, 2012) for span in ((2006, 2006), (2006, 2012), (2003, 2008), (2006, 2008), (2003, 2012))]
    ['only 2006', 'since 2006', 'until 2008', '2006 to 2008', '']
    """
    if first is None or last is None or pd.isna(first) or (first == begin and last == end):
        return ""
    if first == last:
        return f"only {first}"
    if last == end:
        return f"since {first}"
    return f"until {last}" if first == begin else f"{first} to {last}"


def nothing_to_compare(corpus: Corpus, by: str | None) -> Message | None:
    """Say why documents grouped so cannot be compared, and how else to group them; nothing where they can be.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> facts = pd.DataFrame({"doc_id": ["a", "b"], "unit": "甲局", "year": [2023, 2024]})
    >>> nothing_to_compare(corpus_from_texts({"a": "党建", "b": "普法"}, facts), "unit")
    "all documents are of one unit (甲局), so there is nothing to compare; use by='year' or by='doc_id'"
    """
    by = grouping(corpus, by)
    if by not in corpus.documents.columns:  # sections or passages
        return None
    if len(corpus) == 1:
        return Message("the corpus has one document, so there is nothing to compare; add others")
    labels = document_groups(corpus, by)[1]
    if len(labels) != 1:
        return None
    if labels[0] == MISSING:
        why = Message("no document has a {by}", by=by)
    else:
        why = Message("all documents are of one {by} ({label})", by=by, label=labels[0])
    others = [name for name in ("unit", "year", "doc_id") if len(document_groups(corpus, name)[1]) > 1]
    calls = [f"by={name!r}" for name in others]
    return Message("{why}, so there is nothing to compare; use {calls:or}", why=why, calls=calls)


def warn_of_one_group(what: str, corpus: Corpus, by: str | None) -> None:
    """Warn that a comparison has one group only."""
    reason = nothing_to_compare(corpus, by)
    if reason:
        warn("{what}: {reason}", what=what, reason=reason)


def group_labels(table: pd.DataFrame, corpus: Corpus, by: str | None) -> pd.Series:
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
    number, documents = pd.factorize(table["doc_id"])  # each document is looked up once
    labels = groups_of(corpus, by).reindex(pd.Index(documents).astype("str"))
    missing = np.append(labels.isna().to_numpy(), True)[number]  # -1 stands for a row without a document
    if missing.any():
        stray = table["doc_id"][missing].iloc[0]
        raise InputError(
            "the table names the document {stray!r}, which the corpus lacks; use its own corpus", stray=stray
        )
    return pd.Series(labels.array.take(number), index=table.index, name="doc_id", dtype="str")


def count_by(
    table: pd.DataFrame, corpus: Corpus, *, of: str | Sequence[str], by: str | None = None, part: Part = None
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
        ``unit``, ``doc_id``, ``year`` or any metadata column; by default units, of one unit its years, else documents.
    part
        Count only these parts of the plans; as in :func:`plananalysis.count_features`.

    Returns
    -------
    DataFrame
        The first column of ``of``; ``group``; the other columns of ``of``; ``n`` (rows) and ``n_docs`` (documents of
        the group among them). Combinations that occur only: in the order in which the table has the first value
        first, then by group in the order of :func:`document_groups`, then the commonest first.

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
    types = {name: dtype for name, dtype in rows.dtypes.items() if isinstance(dtype, pd.StringDtype)}
    grouped = rows.astype(dict.fromkeys(types, "category")).groupby(
        [first, "group", *others], sort=True, observed=True
    )
    counts = pd.DataFrame({"n": grouped.size(), "n_docs": grouped["_doc"].nunique()}).reset_index()
    counts = counts.astype({name: dtype for name, dtype in types.items() if name != "_doc"})
    rank = {value: place for place, value in enumerate(rows[first].unique())}
    place = {label: number for number, label in enumerate(document_groups(corpus, by)[1])}
    counts = counts.assign(_rank=counts[first].map(rank), _place=counts["group"].map(place))
    order = ["_rank", "_place", "n", *others]
    ascending = [name != "n" for name in order]
    return counts.sort_values(order, ascending=ascending, ignore_index=True).drop(columns=["_rank", "_place"])
