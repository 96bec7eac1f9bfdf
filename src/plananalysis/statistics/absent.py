"""Why a term is not among the tokens that are counted, and what to ask instead."""

from collections.abc import Sequence

import pandas as pd

from plananalysis.errors import near
from plananalysis.lexicon.taken import Words, as_stopwords
from plananalysis.messages.message import Message
from plananalysis.messages.said_often import first_of

_SHOWN = 3
"""Tokens named that hold the term."""


def why_absent(
    term: str,
    tokens: pd.DataFrame,
    places: pd.DataFrame,
    *,
    kinds: Sequence[str] | None = None,
    stopwords: Words = None,
) -> Message:
    """Say why a term is no counted token: left out, part of longer tokens, cut into several, or nowhere in the text.

    Parameters
    ----------
    term
        What was asked for.
    tokens
        All tokens of the corpus.
    places
        Where the term stands in the text, as :func:`plananalysis.concordance` lists it.
    kinds, stopwords
        What is counted; by default every kind of token.

    Returns
    -------
    Message
        The reason and the remedy, to stand behind the term.

    Examples
    --------
    >>> from plananalysis import concordance, corpus_from_texts, segment
    >>> corpus = corpus_from_texts({"a": "落实三会一课，开好三会一课。"})
    >>> why_absent("会一课", segment(corpus), concordance(corpus, "会一课"))
    "'会一课' stands 2 times in the text but is no token of its own: 三会一课 (2) holds it; concordance lists the places"
    >>> why_absent("开好三会", segment(corpus), concordance(corpus, "开好三会"))
    "'开好三会' stands 1 time in the text but is no token of its own: it is cut into several words;
    segment(corpus, lexicon=['开好三会']) keeps it whole"
    """
    named = tokens.loc[tokens["token"] == term, "kind"].astype("str").unique()
    if len(named):
        if term in as_stopwords(stopwords):
            return Message("{term!r} is a stopword; stopwords=None counts it", term=term)
        more = [*(kinds or ()), str(named[0])]
        return Message(
            "{term!r} is a token of kind {kind}; kinds={kinds!r} counts it",
            term=term,
            kind=named[0],
            kinds=more,
        )
    if places.empty:
        known = tokens["token"].astype("str").unique()
        return Message("{term!r} occurs nowhere; {near}", term=term, near=near(term, known))
    return Message(
        "{term!r} stands {n:,} {n:time|times} in the text but is no token of its own: {how}",
        term=term,
        n=len(places),
        how=_how_cut(term, _holders(places, tokens)),
    )


def _how_cut(term: str, holders: pd.Series) -> Message:
    """Say what became of a term that the text has and the tokens have not."""
    if holders.empty:
        return Message(
            "it is cut into several words; segment(corpus, lexicon=[{term!r}]) keeps it whole", term=term
        )
    return Message(
        "{tokens} {n:holds|hold} it; concordance lists the places",
        tokens=first_of([f"{name} ({n:,})" for name, n in holders.items()], _SHOWN),
        n=len(holders),
    )


def _holders(places: pd.DataFrame, tokens: pd.DataFrame) -> pd.Series:
    """Return the tokens that hold a place whole, the commonest first, with how often."""
    found = places[["doc_id", "start", "end"]].astype({"doc_id": "str"})
    rows = tokens.loc[tokens["doc_id"].isin(found["doc_id"].unique()), ["doc_id", "start", "end", "token"]]
    rows = rows.astype({"doc_id": "str", "start": "int64", "end": "int64", "token": "str"})
    joined = pd.merge_asof(
        found.sort_values("start"),
        rows.sort_values("start").rename(columns={"end": "end_of_token"}),
        on="start",
        by="doc_id",
    )
    return joined.loc[joined["end_of_token"] >= joined["end"], "token"].value_counts()
