"""Connect shared passages across documents into families of one wording.

Spans of one document that share most of the longer are one place; places that a detection joins, directly or through
others, are a family.
"""

import numpy as np
import pandas as pd

from plananalysis import tables
from plananalysis.common_options import Part, in_part
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.reuse.collation import differences
from plananalysis.reuse.passage_kinds import shared_wording

SAME_PLACE = 0.8
"""Two spans of a document are one place if they share this part of the longer."""

_CELL = 32
"""Characters of a cell, by which spans near each other are found: a matter of speed alone."""

_PLACED = ("doc_a", "start_a", "end_a", "doc_b", "start_b", "end_b", "kind", "family")
"""The columns of the reuse table that families are counted from."""


def _places(reuse: pd.DataFrame) -> tuple[pd.DataFrame, np.ndarray]:
    """Return the places (document, start, end) that detections touch, and the place of each side of each row.

    The longest span of a place comes first and decides: a span that shares enough with it, and with no other place more,
    is the same place. So a slogan within a shared paragraph is a place of its own.
    """
    doc, known = pd.factorize(pd.concat([reuse["doc_a"], reuse["doc_b"]], ignore_index=True), sort=True)
    names = np.asarray(known, dtype=object)
    first = np.r_[reuse["start_a"].to_numpy(), reuse["start_b"].to_numpy()]
    last = np.r_[reuse["end_a"].to_numpy(), reuse["end_b"].to_numpy()]
    spans, row = np.unique(np.stack([doc, first, last]), axis=1, return_inverse=True)
    number = np.empty(spans.shape[1], dtype=np.int64)
    nearby: dict[tuple[int, int], list[int]] = {}
    leaders: list[tuple[int, int, int]] = []
    order = np.lexsort((spans[1], -(spans[2] - spans[1]), spans[0]))
    columns = [side[order].tolist() for side in spans]
    for i, here, start, end in zip(order.tolist(), *columns, strict=True):
        best, most = -1, 0
        for place in nearby.get((here, (start + end) // 2 // _CELL), ()):
            _, low, high = leaders[place]
            common = min(end, high) - max(start, low)
            if common > most and common >= SAME_PLACE * (high - low):
                best, most = place, common
        if best < 0:
            best = len(leaders)
            leaders.append((here, start, end))
            for cell in range(start // _CELL, end // _CELL + 1):
                nearby.setdefault((here, cell), []).append(best)
        number[i] = best
    doc_of, start_of, end_of = np.asarray(leaders, dtype=np.int64).reshape(-1, len(spans)).T
    return pd.DataFrame({"doc_id": names[doc_of], "start": start_of, "end": end_of}), number[row.ravel()]


def number_families(reuse: pd.DataFrame) -> pd.DataFrame:
    """Return the reuse table with its rows' families, numbered from 0 in the order of the table; terms join terms only."""
    if reuse.empty:
        return reuse
    label = np.zeros(len(reuse), dtype=np.int64)
    term = (reuse["kind"] == "term").to_numpy()
    label[~term] = _connected(reuse[~term])
    label[term] = [-1 - root for root in _connected(reuse[term])]
    return reuse.assign(family=pd.factorize(label)[0].astype("int64"))


def _connected(reuse: pd.DataFrame) -> list[int]:
    """Return for each row the number of a place that stands for all places joined with its own."""
    if reuse.empty:
        return []
    places, place = _places(reuse)
    n = len(reuse)
    parent = list(range(len(places)))

    def root(x: int) -> int:
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    for left, right in zip(place[:n].tolist(), place[n:].tolist(), strict=True):
        left, right = root(left), root(right)
        parent[max(left, right)] = min(left, right)
    return [root(x) for x in place[:n].tolist()]


def reuse_families(reuse: pd.DataFrame, corpus: Corpus, *, part: Part = None) -> pd.DataFrame:
    """Return one row per family of shared passages.

    Parameters
    ----------
    reuse
        Table of :func:`find_reuse`.
    corpus
        The documents, with unit and year.
    part
        Count only these parts of the plans; as in :func:`plananalysis.count_features`.

    Returns
    -------
    DataFrame
        ``family``, ``n_docs``, ``n_units``, ``earliest`` (doc_id of the member that is earlier by year than all others;
        empty where there is none, as where all are of one year) and ``text`` (the commonest wording, the longest of
        equals). Rows of kind ``term`` are no wording and left out.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts, find_reuse
    >>> corpus = corpus_from_texts(
    ...     {"a": "要巩固整治成果，防止反弹回潮。", "b": "应巩固集中整治成果，防止反弹回潮。"},
    ...     metadata=pd.DataFrame({"doc_id": ["a", "b"], "year": [2023, 2024]}))
    >>> reuse_families(find_reuse(corpus), corpus)[["n_docs", "earliest", "text"]]
       n_docs earliest             text
    0       2        a  巩固集中整治成果，防止反弹回潮
    """
    tables.check(reuse, "reuse", _PLACED)
    check_corpus(corpus)
    corpus, reuse = in_part(part, corpus, shared_wording(reuse))
    if reuse.empty:
        return tables.empty("families")
    members = _members(reuse, corpus)
    rows = members[members["representative"]].set_index("family")[["text"]]
    grouped = members.groupby("family")
    rows = rows.assign(
        n_docs=grouped["doc_id"].nunique(),
        n_units=grouped["unit"].nunique(),
        earliest=_earliest(members),
    )
    rows = rows.assign(earliest=rows["earliest"].fillna(""))
    return tables.conform(rows.sort_index().reset_index(), "families")


def _earliest(members: pd.DataFrame) -> pd.Series:
    """Return by family the document that is earlier than all others; none where several share the year or one has none."""
    documents = members.drop_duplicates(["family", "doc_id"])
    unknown = documents.loc[documents["year"].isna(), "family"]
    first = documents.groupby("family")["year"].transform("min")
    oldest = documents[(documents["year"] == first) & ~documents["family"].isin(unknown)]
    alone = ~oldest["family"].duplicated(keep=False)
    return oldest[alone].set_index("family")["doc_id"]


def _members(reuse: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """Return every place of every family, and whether it is the representative of the family."""
    places, place = _places(reuse)
    families = np.empty(len(places), dtype=np.int64)
    families[place] = np.r_[reuse["family"].to_numpy(), reuse["family"].to_numpy()]
    members = places.assign(family=families)
    info = corpus.documents.set_index("doc_id")[["unit", "year"]]
    members = members.join(info, on="doc_id")
    whole = dict(corpus.texts())
    spans = zip(*(members[name].tolist() for name in ("doc_id", "start", "end")), strict=True)
    members["text"] = pd.Series(
        [whole[doc][start:end] for doc, start, end in spans], index=members.index, dtype="str"
    )
    members["unit"] = members["unit"].where(members["unit"].fillna("") != "", members["doc_id"])
    common = members.groupby(["family", "text"])["doc_id"].transform("size")
    ranked = members.assign(_n=-common, _m=-members["text"].str.len())
    best = ranked.sort_values(["family", "_n", "_m", "doc_id", "start"]).drop_duplicates("family").index
    members["representative"] = members.index.isin(best)
    return members


def family_members(reuse: pd.DataFrame, corpus: Corpus, *, part: Part = None) -> pd.DataFrame:
    """Return every place of every family: all wordings of one passage, and how each differs from the usual one.

    Parameters
    ----------
    reuse
        Table of :func:`find_reuse`.
    corpus
        The documents, with unit and year.
    part
        Count only these parts of the plans; as in :func:`plananalysis.count_features`.

    Returns
    -------
    DataFrame
        ``family, doc_id, unit, year, start, end, text``; ``representative``: whether its wording is that of the family;
        ``inserted, deleted, replaced``: how it differs from the representative, entries joined by ｜, replacements as
        ``old→new``. Rows of kind ``term`` are left out.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts, find_reuse
    >>> corpus = corpus_from_texts({"a": "要巩固整治成果，防止反弹回潮。", "b": "应巩固集中整治成果，防止反弹回潮。"})
    >>> family_members(find_reuse(corpus), corpus)[["doc_id", "representative", "deleted"]]
      doc_id  representative deleted
    0      a           False      集中
    1      b            True
    """
    tables.check(reuse, "reuse", _PLACED)
    check_corpus(corpus)
    corpus, reuse = in_part(part, corpus, shared_wording(reuse))
    if reuse.empty:
        return tables.empty("family_members")
    members = _members(reuse, corpus)
    standard = members.loc[members["representative"]].set_index("family")["text"]
    changes = [
        differences(text, whole) if text != whole else ("", "", "")
        for text, whole in zip(members["text"], members["family"].map(standard), strict=True)
    ]
    members[["inserted", "deleted", "replaced"]] = pd.DataFrame(changes, index=members.index, dtype="str")
    return tables.conform(members.sort_values(["family", "doc_id", "start"]), "family_members")
