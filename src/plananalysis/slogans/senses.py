"""What a slogan of several senses stands for at a place: by what is said near it, by year and by scope, else open."""

import re
from functools import lru_cache

import numpy as np
import pandas as pd

from plananalysis import tables
from plananalysis.corpus.model import Corpus
from plananalysis.folding import fold_text
from plananalysis.language.slogan_senses import GENERAL_HEADS
from plananalysis.slogans.stream import Stream

NEAR = 150
"""Letters to either side of a place in which members speak for a sense, within the document."""

SAID = 0.6
"""Share of the pairs of letters of a member, less those of the term, that are found near if the member is said."""

CLOSE = 20
"""Letters to either side in which the common head of the members speaks for a sense."""

FEWEST_SAID = 2
"""Members that are said near, at least, as one may be spoken of for its own sake."""

_GENERAL = re.compile(GENERAL_HEADS)


def add_senses(
    found: pd.DataFrame,
    places: np.ndarray,
    stream: Stream,
    corpus: Corpus,
    register: pd.DataFrame,
) -> pd.DataFrame:
    """Return the places with ``sense`` and ``candidates``.

    Parameters
    ----------
    found
        Places with ``slogan`` and ``doc_id``.
    places
        Where each begins and ends in the stream, two rows.
    stream, corpus
        The folded corpus, and the documents with unit and year.
    register
        Terms with their members; a term of several senses has several rows.
    """
    known = _by_term(register)
    number, names = pd.factorize(found["slogan"])
    terms = [fold_text(str(name)) for name in names]
    spoken = np.asarray([term in known for term in terms], dtype=bool)
    rows = np.flatnonzero(spoken[number])
    start, end = places[:, rows]
    doc = stream.doc[start]
    edges = np.concatenate([[0], np.flatnonzero(np.diff(stream.doc)) + 1, [len(stream.doc)]])
    at = np.searchsorted(edges, start, side="right")
    low, high = np.maximum(start - NEAR, edges[at - 1]), np.minimum(end + NEAR, edges[at])
    year = corpus.documents["year"].astype("Float64").tolist()
    unit = corpus.documents["unit"].fillna("").astype(str).tolist()
    sense, several = [""] * len(found), [""] * len(found)
    text = stream.text
    for row, which, document, *span in zip(
        rows.tolist(),
        number[rows].tolist(),
        doc.tolist(),
        *(each.tolist() for each in (low, start, end, high)),
        strict=True,
    ):
        near = text[span[0] : span[1]] + "\n" + text[span[2] : span[3]]
        term = terms[which]
        one, left = choose_sense(term, near, known[term], year=year[document], unit=unit[document])
        sense[row] = one
        several[row] = "" if one else "；".join(left)
    return found.assign(sense=sense, candidates=several)


def _by_term(register: pd.DataFrame) -> dict[str, list[dict]]:
    """Return the senses of each folded term and synonym, those with members only."""
    known: dict[str, list[dict]] = {}
    for row in register[register["members"].fillna("") != ""].to_dict("records"):
        for wording in {row["term"], *str(row["synonyms"] or "").split(tables.LIST_SEPARATOR)}:
            if fold_text(wording):
                known.setdefault(fold_text(wording), []).append(row)
    return known


def choose_sense(
    term: str, near: str, candidates: list[dict], *, year: float | None, unit: str
) -> tuple[str, list[str]]:
    """Return the sense meant, empty where it is open, and the members of all senses that are possible.

    A sense is possible if it is no younger than the document. Of these the one is meant whose members are said near, more of
    them than of any other, or whose members share a head that is (合作 of 生产合作 and 供销合作). If none is, it is the only sense of central scope, or of the unit's own, unless the term's head is
    one that everybody counts (三大工程) or it has several.

    Examples
    --------
    >>> old = {"members": "修渠｜筑坝", "first_year": 1990, "scope": "central", "source": ""}
    >>> new = {"members": "查堤｜守堰", "first_year": 2020, "scope": "central", "source": ""}
    >>> choose_sense("两件事", "", [old, new], year=2005, unit="")
    ('修渠｜筑坝', ['修渠｜筑坝'])
    >>> choose_sense("两件事", "", [old, new], year=2023, unit="")
    ('', ['修渠｜筑坝', '查堤｜守堰'])
    >>> choose_sense("两件事", "查堤和守堰", [old, new], year=2023, unit="")[0]
    '查堤｜守堰'
    """
    possible = [each for each in candidates if not _later(each["first_year"], year)]
    if not possible:
        return "", []
    said = np.asarray([_said(term, near, each["members"]) for each in possible])
    listed = [each["members"] for each in possible]
    if said.max() > 0 and (said == said.max()).sum() == 1:
        return listed[int(said.argmax())], listed
    about = [_head(term, near, each["members"]) for each in possible]
    if said.max() == 0 and sum(about) == 1:
        return listed[about.index(True)], listed
    if said.max() > 0:
        possible = [each for each, n in zip(possible, said, strict=True) if n == said.max()]
    fitting = [each for each in possible if each["scope"] == "central" or _own(unit, each["source"])]
    own = [each for each in fitting if each["scope"] == "local"]
    fitting = own or fitting
    alone = len(listed) == 1 and not _GENERAL.search(term)
    sure = len(fitting) == 1 and (own or said.max() > 0 or alone)
    return (fitting[0]["members"] if sure else ""), listed


def _later(first_year: float | None, year: float | None) -> bool:
    """Say whether a sense is younger than the document."""
    return bool(pd.notna(first_year) and pd.notna(year) and first_year > year)


def _own(unit: str, source: object) -> bool:
    """Say whether a source is of the unit: it names the first two characters of it."""
    return len(unit) > 1 and unit[:2] in str(source)


def _said(term: str, near: str, members: str) -> float:
    """Return which share of the members is said near."""
    held, shared = _words(term, members)
    own = [pairs - shared for pairs in held]
    found = [bool(pairs) and sum(pair in near for pair in pairs) >= SAID * len(pairs) for pairs in own]
    return sum(found) / len(found) if sum(found) >= min(FEWEST_SAID, len(found)) else 0.0


def _head(term: str, near: str, members: str) -> bool:
    """Say whether what all members have in common is said in the clause before or behind the place."""
    before, _, after = near.partition("\n")
    close = before[-CLOSE:] + "\n" + after[:CLOSE]
    return any(pair in close for pair in _words(term, members)[1])


@lru_cache(maxsize=4096)
def _words(term: str, members: str) -> tuple[list[set[str]], set[str]]:
    """Return the pairs of letters of each member that the term lacks, and those that all members have."""
    parts = [fold_text(part) for part in members.split(tables.LIST_SEPARATOR)]
    held = [_pairs(part) - _pairs(term) for part in parts]
    return held, set.intersection(*held) if len(held) > 1 else set()


def _pairs(text: str) -> set[str]:
    """Return the pairs of letters of a text."""
    return {text[i : i + 2] for i in range(len(text) - 1)}
