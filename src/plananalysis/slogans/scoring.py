"""How strong the evidence is that a string is a slogan: signals times weights, less what is no slogan."""

import re

import numpy as np
import pandas as pd

from plananalysis.language.abbreviations import DATES, FIGURE_FIRST, PLAN_PERIODS
from plananalysis.language.explanations import EXPLAINING
from plananalysis.language.rules import prefilter
from plananalysis.slogans.closure import FEW, closed, closed_side
from plananalysis.slogans.numeric import alternates, is_numeric
from plananalysis.slogans.signals import FIRM, LOOSE, soundness
from plananalysis.slogans.traits import Traits, freedom, read_traits
from plananalysis.slogans.weights import weighed

_FIGURES = re.compile(r"[0-9a-z+]+")
_FIRST = re.compile(FIGURE_FIRST)
_DATED = prefilter((*DATES, *EXPLAINING))
_PERIOD = prefilter(PLAN_PERIODS)

_FIGURE_PROMISE = 3
"""What a figure at the beginning is worth before anything is read: few strings have one, and many of them are slogans."""
_OPEN_PROMISE = 0.5
"""What is left of a string that goes on behind its end: it is but a part of a row."""
_LIST_PROMISE, _LIST_EDGES = 0.2, 0.4
"""What a string of several clauses is worth before it is read, and what each free side adds."""


def most_promising(table: pd.DataFrame, *, count: int) -> pd.DataFrame:
    """Return the candidates that could score well by their numbers alone, to spare reading all of a large corpus.

    What is quoted, named, short or without recurrence is judged by its form, and stays.
    """
    if len(table) <= count:
        return table
    docs = table["n_docs"].to_numpy(dtype=float)
    firm = LOOSE + FIRM * table["cohesion"].to_numpy()
    several = table["text"].str.contains("、").to_numpy()
    promise = (
        np.log2(1 + docs)
        * freedom(table)
        * firm
        * np.where(several, _LIST_PROMISE + _LIST_EDGES * (table["left_edge"] + table["right_edge"]), 1.0)
    )
    promise[~closed(table)] *= _OPEN_PROMISE
    promise[(table["n_quoted"] > 0) | (table["bare"] != "")] = np.inf
    promise[table["text"].str.contains(_FIRST).to_numpy()] *= _FIGURE_PROMISE
    kept = np.sort(np.argsort(-promise, kind="stable")[:count])
    return table.iloc[kept]


def score_candidates(table: pd.DataFrame, n_documents: int, known: frozenset[str]) -> pd.DataFrame:
    """Return the candidates with kind and score: the signals times their weights, times how sound the wording is.

    A quoted word lends its strength to the name it stands in.
    """
    traits = read_traits(table, n_documents, known)
    dated = traits.texts.str.contains(_DATED).to_numpy()
    score = weighed(traits) * soundness(traits, dated)
    score = np.maximum(score, _lent_to_names(table, score, n_documents, known))
    piece = _is_piece(table, traits)
    score = np.where(piece | (score < LEAST_SCORE), 0.0, score)
    return table.assign(
        kind=np.select(
            [traits.texts.str.contains(_PERIOD).to_numpy(), traits.numeric, traits.quoted],
            ["period", "numeric", "quoted"],
            "recurring",
        ),
        score=score,
        known=traits.known,
        piece=piece,
        parallel=traits.parallel,
        built=traits.pattern | (traits.built & (traits.clauses == 1)),
        clauses=traits.clauses,
        whole=traits.whole,
        edges=traits.edges,
        freedom=traits.freedom,
    )


LIST_OF_ITS_OWN, PAIR_WRITTEN_ONCE, ALIGNED = 0.5, 0.6, 0.5
"""Clauses so parallel, cut between words, are a list wherever the first of them begins, as long as the last ends where a clause
does: 青年职工听党话、跟党走. A pair written once must be the second and begin with no noun, which may be the end of a longer one, as
two clauses of one length soon meet."""
GOES_ON = 0.1
"""A verb and what follows it are half a sentence where they end a clause in a smaller share of the places."""
_SEVERAL = 3
"""Clauses that are more than a pair."""
LEAST_SCORE = 0.1
"""With less than this nothing speaks for a string."""


def _is_piece(table: pd.DataFrame, traits: Traits) -> np.ndarray:
    """Tell which strings are pieces of longer ones: nobody marks them, and they are open on one side or the other."""
    marked = traits.quoted | traits.known | (table["bare"] != "").to_numpy()
    marked |= traits.numeric & (traits.n == 1)
    once = (traits.docs == 1) & (traits.clauses < _SEVERAL)
    parallel = np.where(once, PAIR_WRITTEN_ONCE, LIST_OF_ITS_OWN)
    listed = (
        (traits.parallel >= parallel) & (traits.aligned > ALIGNED) & closed_side(table, "right", half=True)
    )
    listed &= ~(once & traits.nominal)
    half_sentence = (
        traits.predicate
        & (traits.clauses == 1)
        & (table["right_edge"].to_numpy() < GOES_ON)
        & (traits.n >= FEW)
    )
    return ~((closed(table) & ~half_sentence) | listed | marked)


_ONCE = 2.0
"""Score of a numeric abbreviation quoted once."""
_MOST_LENT = 1.6
"""Score of a word of four characters quoted once."""
_LEAST_LENT = 1.5
"""A word of two or three characters is little by itself, but much with 行动 or 机制 behind it."""
_LENT_BY_FIGURES, _LENT_BY_COUNTED, _LENT_BY_WORD = 1.0, 0.6, 0.72
"""Figures say nothing without what they name, and lend all they have; the others are said without the name too."""
_STANDS_ALONE = 10
"""A word that one document in so many quotes stands on its own."""
_LENT_PER_DOUBLING = 0.3
"""What each doubling of the documents that write the name adds."""


def _lent_to_names(
    table: pd.DataFrame, score: np.ndarray, n_documents: int, known: frozenset[str]
) -> np.ndarray:
    """Return what the quoted word in it lends to a name.

    Figures say nothing without what they name. A word that many quote, or that is known, stands on its own.
    """
    by_text = dict(zip(table["text"], zip(score, table["n_docs"], strict=True), strict=True))
    lent = np.zeros(len(table))
    alone = max(2, n_documents // _STANDS_ALONE)
    for i, (bare, docs) in enumerate(zip(table["bare"], table["n_docs"], strict=True)):
        if not bare or bare in known or bare not in by_text:
            continue
        strength, everywhere = by_text[bare]
        figures = _FIGURES.fullmatch(bare) is not None
        numeric = is_numeric(bare)
        counted = numeric and not alternates(bare)
        if everywhere > alone and not (figures or counted):
            continue
        share = _LENT_BY_FIGURES if figures else _LENT_BY_COUNTED if counted else _LENT_BY_WORD
        if figures or len(bare) < 4:
            strength = max(strength, _ONCE if figures else _LEAST_LENT)
        lent[i] = (
            share * min(strength, _ONCE if numeric else _MOST_LENT) * (1 + _LENT_PER_DOUBLING * np.log2(docs))
        )
    return lent
