"""What a term stands for at a place by the corpus's own explanations, where these differ from plan to plan."""

import numpy as np
import pandas as pd

from plananalysis.corpus.model import Corpus
from plananalysis.folding import fold_text
from plananalysis.slogans.members import find_glossary, members_by_term


def differing_explanations(corpus: Corpus) -> pd.DataFrame:
    """Return the explanations of terms that the corpus explains in several ways: key, members, doc_id, unit, year.

    Examples
    --------
    >>> from plananalysis.corpus import corpus_from_texts
    >>> said = "深化“两个服务”（服务{}、服务{}）。"
    >>> corpus = corpus_from_texts({"甲": said.format("企业", "群众"), "乙": said.format("基层", "群众")})
    >>> differing_explanations(corpus)[["key", "members", "doc_id"]].values.tolist()
    [['两个服务', '服务基层｜服务群众', '乙'], ['两个服务', '服务企业｜服务群众', '甲']]
    """
    glossary = find_glossary(corpus)
    listed = glossary[glossary["members"] != ""]
    listed = listed.assign(key=[fold_text(term) for term in listed["term"]])
    several = listed[listed.groupby("key")["members"].transform("nunique") > 1]
    facts = corpus.documents[["doc_id", "unit", "year"]]
    return several[["key", "members", "doc_id", "term"]].merge(facts, on="doc_id", how="left")


def members_here(explained: pd.DataFrame, doc_id: str, unit: str, year: float) -> str:
    """Return what one term stands for in a document: as it explains it, else as its unit does, else as all others do.

    Of explanations of the unit the one of the latest plan before counts, or of the first after; where none is left, or
    others differ, it is open.

    Examples
    --------
    >>> columns = ["key", "term", "members", "doc_id", "unit", "year"]
    >>> rows = [("双创", "双创", "创新｜创业", "a", "甲", 2022), ("双创", "双创", "创优｜创先", "b", "甲", 2024)]
    >>> [members_here(pd.DataFrame(rows, columns=columns), "c", "甲", year) for year in (2021, 2023, 2025)]
    ['创新｜创业', '创新｜创业', '创优｜创先']
    """
    own = explained[explained["doc_id"] == doc_id]
    if own.empty and unit:
        own = explained[explained["unit"].fillna("") == unit]
        if pd.notna(year) and own["year"].notna().any():
            away = (own["year"].astype("Float64") - year).to_numpy(dtype=float, na_value=np.nan)
            before = np.where(away <= 0, away, -np.inf)
            nearest = before == before.max() if np.isfinite(before.max()) else away == np.nanmin(away)
            own = own[nearest]
    return _agreed(own) if len(own) else _agreed(explained)


def _agreed(explained: pd.DataFrame) -> str:
    """Return the members that most of some explanations give; of one document or unit only, if they all do."""
    if len(explained["members"].unique()) == 1:
        return str(explained["members"].iloc[0])
    if len(explained["doc_id"].unique()) > 1:
        return ""
    return next(iter(members_by_term(explained).values()), "")


def with_explained(frame: pd.DataFrame, free: np.ndarray, corpus: Corpus) -> pd.DataFrame:
    """Return places with ``sense`` as the plan means it, and ``candidates`` where that is open, of free ones only."""
    explained = differing_explanations(corpus)
    if explained.empty:
        return frame
    number, names = pd.factorize(frame["slogan"])
    keys = np.array([fold_text(str(name)) for name in names], dtype=object)[number]
    rows = np.flatnonzero(free & np.isin(keys, explained["key"].unique()))
    facts = corpus.documents.set_index("doc_id")[["unit", "year"]]
    sense, candidates = frame["sense"].tolist(), frame["candidates"].tolist()
    by_key = dict(list(explained.groupby("key")))
    for row in rows.tolist():
        doc_id, of_term = frame["doc_id"].iloc[row], by_key[keys[row]]
        unit, year = facts.loc[doc_id]
        sense[row] = members_here(of_term, doc_id, "" if pd.isna(unit) else str(unit), year)
        candidates[row] = "" if sense[row] else "；".join(dict.fromkeys(of_term["members"]))
    return frame.assign(sense=sense, candidates=candidates)
