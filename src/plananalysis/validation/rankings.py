"""The rankings that a report leads with, each as scores of what is ranked, under whatever choices it is made."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

import numpy as np
import pandas as pd

from plananalysis.corpus.lengths import PER
from plananalysis.corpus.model import Corpus
from plananalysis.counts import count_features, tfidf
from plananalysis.groups import document_groups

MOST_SLOGANS = 50
"""Slogans of the whole corpus whose order is compared: as many as a reader looks at."""
KEYWORDS = 15
"""Keywords of each group whose order is compared: those that the report lists."""
LOOKED_THROUGH = 4 * KEYWORDS
"""Keywords of each group among which these are looked for under other choices; what is not there stands last."""
NOT_COUNTED = ("punctuation",)
"""Kinds of token that are no word of the text, where tokens are the denominator."""


class Choices(NamedTuple):
    """Everything that a ranking is made of, and by which choices.

    Attributes
    ----------
    corpus, by
        The documents and what is ranked or grouped.
    tokens, places, themes
        Tables of the steps ``tokens`` (with terms), ``strong_occurrences`` and ``themes``.
    n_chars
        Counted characters of each document.
    stopwords, names
        As in :func:`plananalysis.count_features`.
    denominator
        ``characters``, ``tokens``, ``occurrences``, or empty for what the ranking takes by itself.
    """

    corpus: Corpus
    by: str
    tokens: pd.DataFrame
    places: pd.DataFrame
    themes: pd.DataFrame
    n_chars: pd.Series
    stopwords: frozenset[str] | None
    names: bool = False
    denominator: str = ""


Ranking = Mapping[str, pd.Series]
"""Scores by what is ranked, highest first, for each scope: a theme, a group, or the whole corpus (an empty name)."""


def slogan_use(of: Choices) -> Ranking:
    """Rank the groups by places of slogans per 10,000 characters, those inside longer slogans aside."""
    group, labels = document_groups(of.corpus, of.by)
    n = _by_group(_slogans_by_document(of).sum(axis=1).to_numpy(), group, len(labels))
    return {"": pd.Series(PER * n / _denominator(of, group, len(labels), "characters"), index=labels)}


def slogans(of: Choices) -> Ranking:
    """Rank the slogans by their places in the whole corpus; with a denominator by the mean of the groups' rates."""
    group, labels = document_groups(of.corpus, of.by)
    counts = _slogans_by_document(of)
    if not of.denominator:
        return {"": counts.sum(axis=0).astype(float)}
    grouped = np.zeros((len(labels), counts.shape[1]))
    np.add.at(grouped, group, counts.to_numpy())
    length = _denominator(of, group, len(labels), "characters")
    return {"": pd.Series((PER * grouped / length[:, None]).mean(axis=0), index=counts.columns)}


def themes(of: Choices) -> Ranking:
    """Rank the groups by their share of each theme."""
    from plananalysis.themes import theme_emphasis

    coded = of.themes
    if of.denominator == "tokens":
        n = _words(of)["passage_id"].value_counts()
        coded = coded.assign(n_chars=coded["passage_id"].map(n).fillna(0).to_numpy())
    shares = theme_emphasis(coded, of.corpus, by=of.by, n_boot=0)
    rows = shares.assign(theme=shares["theme"].astype("str")).groupby("theme", sort=False)
    return {str(theme): each.set_index("group")["share"] for theme, each in rows}


def keywords(of: Choices) -> Ranking:
    """Rank the terms of each group as :func:`plananalysis.keywords` does."""
    from plananalysis.statistics.keywords import keywords as listed

    found = listed(of.tokens, of.corpus, by=of.by, names=of.names, stopwords=of.stopwords, top=LOOKED_THROUGH)
    return {str(group): rows.set_index("term")["score"] for group, rows in found.groupby("group", sort=False)}


def neighbours(of: Choices) -> Ranking:
    """Rank, for each group, the others by the cosine of their TF-IDF weights."""
    from plananalysis.statistics.similarity import similarity_matrix

    counts = count_features(of.tokens, of.corpus, by=of.by, names=of.names, stopwords=of.stopwords)
    alike = similarity_matrix(tfidf(counts))
    return {str(group): alike.loc[group].drop(group) for group in alike.index}


RANKINGS: Mapping[str, Callable[[Choices], Ranking]] = {
    "slogan_use": slogan_use,
    "slogans": slogans,
    "themes": themes,
    "keywords": keywords,
    "neighbours": neighbours,
}
"""The rankings by name."""
MOST: Mapping[str, int] = {"slogans": MOST_SLOGANS, "keywords": KEYWORDS}
"""Of what can be long only so many, the first under the report's own choices, are compared."""


def _slogans_by_document(of: Choices) -> pd.DataFrame:
    """Return the places of each slogan in each document, in the order of the documents."""
    whole = of.places[~of.places["nested"].to_numpy()]
    documents = pd.Index(of.corpus.documents["doc_id"])
    row = documents.get_indexer(pd.Index(whole["doc_id"].astype("str")))
    column, names = pd.factorize(whole["slogan"].astype("str"), sort=True)
    flat = np.bincount(row * len(names) + column, minlength=len(documents) * len(names))
    return pd.DataFrame(flat.reshape(len(documents), len(names)), index=documents, columns=names)


def _words(of: Choices) -> pd.DataFrame:
    """Return the tokens that are words of the text: no punctuation, and no term of several words beside its words."""
    return of.tokens[~of.tokens["kind"].isin([*NOT_COUNTED, "term"])]


def _by_group(values: np.ndarray, group: np.ndarray, n_groups: int) -> np.ndarray:
    return np.bincount(group, weights=values, minlength=n_groups)


def _denominator(of: Choices, group: np.ndarray, n_groups: int, default: str) -> np.ndarray:
    """Return what the occurrences of each group are divided by; NaN where a group has nothing."""
    kind = of.denominator or default
    documents = of.corpus.documents["doc_id"]
    if kind == "occurrences":
        return np.full(n_groups, float(PER))
    if kind == "tokens":
        length = _words(of)["doc_id"].astype("str").value_counts().reindex(documents, fill_value=0)
    else:
        length = of.n_chars.reindex(documents, fill_value=0)
    total = _by_group(length.to_numpy(), group, n_groups)
    return np.where(total > 0, total, np.nan)
