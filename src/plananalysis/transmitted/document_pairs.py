"""Every two documents of different units, who could have given to whom, and what they share: a table for regression."""

from itertools import combinations

import pandas as pd

from plananalysis import tables
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.reuse.borrowing import borrowing_matrix, reuse_shares
from plananalysis.tables import check
from plananalysis.transmitted.levels_of_units import document_levels, rank


def dyads(reuse: pd.DataFrame, similarity: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """Return every two documents of different units with what they share, directed by date and level.

    Parameters
    ----------
    reuse
        Table of :func:`find_reuse`.
    similarity
        Table of :func:`similarity` by ``doc_id``.
    corpus
        The documents. A column ``level`` of the metadata (国家级, 省级, 市级, 县级, 乡级) says of which level each is; without
        one, or where it is empty, the name of the unit does.

    Returns
    -------
    DataFrame
        One row per pair; a is the earlier document, of the same year that of the higher level, else the first by name: doc_a, unit_a, level_a, year_a,
        doc_b, unit_b, level_b, year_b (level: ``national, province, city, county, township``, empty if unknown); years_apart; direction (``down``: a is of a higher level
        than b, and no later; ``up``: of a lower level, and earlier; ``across``: of the same level, and earlier; ``none``: of the same level and year; empty where a
        level or year is unknown); letters_a, letters_b (that count, as in :func:`reuse_shares`); shared_letters (letters of b in passages shared with a, formula aside);
        shared (as a share of letters_b); cosine and jaccard (as in :func:`similarity`).

    Examples
    --------
    >>> import pandas as pd
    >>> from plananalysis import corpus_from_texts, find_reuse, similarity, tokens
    >>> texts = {"a": "要巩固整治成果，防止反弹回潮。", "b": "应巩固集中整治成果，防止反弹回潮。"}
    >>> facts = pd.DataFrame({"doc_id": ["a", "b"], "unit": ["甲县", "乙市"], "year": [2024, 2024]})
    >>> corpus = corpus_from_texts(texts, metadata=facts)
    >>> pairs = dyads(find_reuse(corpus), similarity(tokens(corpus), corpus, by="doc_id"), corpus)
    >>> pairs[["unit_a", "level_a", "unit_b", "level_b", "direction", "shared_letters", "letters_b"]]
      unit_a level_a unit_b level_b direction  shared_letters  letters_b
    0     乙市    city     甲县  county      down              12         13
    """
    check(reuse, "reuse")
    check(similarity, "similarity", ("a", "b", "cosine", "jaccard"))
    check_corpus(corpus)
    shared = borrowing_matrix(reuse, corpus, by="doc_id") if len(corpus) > 1 else pd.DataFrame()
    letters = reuse_shares(reuse, corpus).set_index("doc_id")["n_letters"].to_dict()
    alike = {
        frozenset((a, b)): (cosine, jaccard)
        for a, b, cosine, jaccard in similarity[["a", "b", "cosine", "jaccard"]].itertuples(index=False)
    }
    rows = []
    for a, b in combinations(_listed(corpus), 2):
        if a[1] and a[1] == b[1]:
            continue
        n = int(shared.loc[b[0], a[0]])
        of_b = letters[b[0]]
        measures = (
            letters[a[0]],
            of_b,
            n,
            n / max(1, of_b),
            *alike.get(frozenset((a[0], b[0])), (None, None)),
        )
        apart = b[3] - a[3] if pd.notna(a[3]) and pd.notna(b[3]) else None
        rows.append((*a, *b, apart, _direction(a[2], b[2], apart), *measures))
    return tables.from_records(rows, "dyads")


def _listed(corpus: Corpus) -> list[tuple]:
    """Return doc_id, unit, level and year of each document: the earlier first, then the higher, unknown ones last."""
    levels = document_levels(corpus)
    documents = corpus.documents
    rows = [
        (doc, unit, levels[doc], year)
        for doc, unit, year in zip(
            documents["doc_id"], documents["unit"].fillna(""), documents["year"].astype(object), strict=True
        )
    ]

    def key(row: tuple) -> tuple:
        doc, _, level, year = row
        return pd.isna(year), 0 if pd.isna(year) else year, not level, rank(level) if level else 0, doc

    return sorted(rows, key=key)


def _direction(level_a: str, level_b: str, apart: int | None) -> str:
    """Return which way something could have gone from the earlier document to the later."""
    if apart is None or not level_a or not level_b:
        return ""
    if level_a == level_b:
        return "across" if apart else "none"
    return "down" if rank(level_a) < rank(level_b) else "up"
