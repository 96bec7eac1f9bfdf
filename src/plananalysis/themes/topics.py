"""Topics without a lexicon: non-negative matrix factorisation of the passages, beside the coded themes.

The lexicon says how much of what is known to matter a plan holds; topics show what it holds besides.
"""

import warnings
from collections.abc import Sequence

import numpy as np
import pandas as pd

from plananalysis import tables
from plananalysis.common_options import Part, in_part
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.counts import DocumentFeatureMatrix, count_features, tfidf
from plananalysis.errors import InputError
from plananalysis.groups import document_groups
from plananalysis.lexicon.taken import Words
from plananalysis.resources import SHIPPED

_LABEL_TERMS, _LISTED_TERMS = 3, 12
_ROUNDS = 400


def find_topics(
    tokens: pd.DataFrame,
    corpus: Corpus,
    *,
    n_topics: int = 8,
    seeds: Sequence[int] = (0, 1, 2, 3, 4),
    stopwords: Words = SHIPPED,
    min_docs: int = 2,
    part: Part = None,
) -> pd.DataFrame:
    """Find groups of words that stand together in the passages, and say which of them can be relied on.

    Parameters
    ----------
    tokens, corpus
        The corpus and its tokens; slogans count as one word each.
    n_topics
        How many topics to look for; fewer are found where the passages do not allow as many.
    seeds
        Seeds of the further runs, from random starts, that stability is measured with.
    stopwords, part
        Terms left out, and parts of the plans; as in :func:`plananalysis.count_features`.
    min_docs
        Documents a term must stand in (1 in a corpus of one document).

    Returns
    -------
    DataFrame
        topic (number, the largest share first); label (its three strongest terms, none contained in another);
        terms (the strongest first, joined by ｜); share (of all topic weight; the shares sum to 1); stability
        (mean over the seeds of the cosine between the topic's term weights and those of its counterpart in the
        other run, one to one; 1: always found again, below about 0.7: do not build on it).

    Raises
    ------
    InputError
        If ``n_topics`` is less than 1, or the tokens come from another corpus.

    Notes
    -----
    X ≈ WH with W, H ≥ 0, where X holds TF-IDF weights of passages by terms (rows of length 1); the run reported
    starts from a singular value decomposition (NNDSVDa) and is the same every time.

    References
    ----------
    Lee, D. & Seung, S. (1999). Learning the parts of objects by non-negative matrix factorization. Nature 401,
    788–791. Boutsidis, C. & Gallopoulos, E. (2008). SVD based initialization. Pattern Recognition 41, 1350–1362.
    Greene, D., O'Callaghan, D. & Cunningham, P. (2014). How many topics? ECML PKDD 2014 (stability).

    Examples
    --------
    >>> from plananalysis.examples import spaced_corpus
    >>> words = ["党课 学习 研讨", "学习 党课", "四风 减负 作风", "减负 四风"]
    >>> corpus, tokens = spaced_corpus({str(i): text for i, text in enumerate(words)})
    >>> find_topics(tokens, corpus, n_topics=2)[["label", "share"]].round(2).values.tolist()
    [['党课·学习', 0.5], ['减负·四风', 0.5]]
    """
    tables.check(tokens, "tokens", ("passage_id", "token", "kind"))
    check_corpus(corpus)
    corpus, tokens = in_part(part, corpus, tokens)
    dfm = _passage_terms(tokens, corpus, stopwords, min_docs)
    weights, terms = _factorise(dfm, n_topics, None)
    if not len(terms):
        return tables.empty("topics")
    runs = [_factorise(dfm, n_topics, seed)[1] for seed in dict.fromkeys(seeds)]
    stability = np.mean([_found_again(terms, other) for other in runs], axis=0) if runs else np.nan
    ranked = [_ranked(row, dfm.features) for row in terms]
    return tables.conform(
        pd.DataFrame(
            {
                "topic": np.arange(1, len(terms) + 1),
                "label": [_label(names) for names in ranked],
                "terms": [tables.LIST_SEPARATOR.join(names[:_LISTED_TERMS]) for names in ranked],
                "share": weights.sum(axis=0) / weights.sum(),
                "stability": stability,
            }
        ),
        "topics",
    )


def topic_shares(
    tokens: pd.DataFrame,
    corpus: Corpus,
    *,
    by: str | None = None,
    part: Part = None,
    n_topics: int = 8,
    stopwords: Words = SHIPPED,
    min_docs: int = 2,
) -> pd.DataFrame:
    """Measure how much of each unit's text goes to each topic of :func:`find_topics`.

    Parameters
    ----------
    tokens, corpus, n_topics, stopwords, min_docs, part
        As given to :func:`find_topics`; the topics are then the same.
    by
        ``unit``, ``doc_id``, ``year`` or any metadata column; by default units, of one unit its years, else documents.

    Returns
    -------
    DataFrame
        group, topic, label, share (of the group's topic weight, passages counting by their number of terms; the
        shares of a group sum to 1).

    Raises
    ------
    InputError
        If ``by`` does not exist, ``n_topics`` is less than 1, or the tokens come from another corpus.

    Examples
    --------
    >>> from plananalysis.examples import spaced_corpus
    >>> words = ["党课 学习 研讨", "学习 党课", "四风 减负 作风", "减负 四风"]
    >>> corpus, tokens = spaced_corpus({str(i): text for i, text in enumerate(words)}, unit=["甲", "甲", "甲", "乙"])
    >>> topic_shares(tokens, corpus, n_topics=2).round(2)[["group", "label", "share"]].values.tolist()
    [['甲', '党课·学习', 0.67], ['甲', '减负·四风', 0.33], ['乙', '党课·学习', 0.0], ['乙', '减负·四风', 1.0]]
    """
    tables.check(tokens, "tokens", ("passage_id", "token", "kind"))
    check_corpus(corpus)
    corpus, tokens = in_part(part, corpus, tokens)
    codes, groups = document_groups(corpus, by)
    dfm = _passage_terms(tokens, corpus, stopwords, min_docs)
    weights, terms = _factorise(dfm, n_topics, None)
    if not len(terms):
        return tables.empty("topic_shares")
    labels = [_label(_ranked(row, dfm.features)) for row in terms]
    # A passage's own mixture, counted by its number of different terms.
    total = weights.sum(axis=1, keepdims=True)
    mixture = np.divide(weights, total, out=np.zeros_like(weights), where=total > 0)
    mixture *= np.diff(dfm.matrix.indptr)[:, None]
    passages = corpus.passages.set_index("passage_id")["doc_id"].loc[dfm.rows]
    group = codes[pd.Index(corpus.documents["doc_id"]).get_indexer(pd.Index(passages))]
    sums = np.zeros((len(groups), len(terms)))
    np.add.at(sums, group, mixture)
    sums = sums / np.where(sums.sum(axis=1, keepdims=True) > 0, sums.sum(axis=1, keepdims=True), 1)
    return tables.conform(
        pd.DataFrame(
            {
                "group": np.repeat(np.asarray(groups, dtype=object), len(terms)),
                "topic": np.tile(np.arange(1, len(terms) + 1), len(groups)),
                "label": np.tile(np.array(labels, dtype=object), len(groups)),
                "share": sums.ravel(),
            }
        ),
        "topic_shares",
    )


def _passage_terms(
    tokens: pd.DataFrame,
    corpus: Corpus,
    stopwords: Words,
    min_docs: int,
) -> DocumentFeatureMatrix:
    """Return the TF-IDF weights of the passages."""
    least = min(min_docs, max(1, len(corpus)))
    counts = count_features(
        tokens, corpus, by="passage", stopwords=stopwords, min_docs=least, min_n=2, min_chars=2
    )
    return tfidf(counts)


def _factorise(dfm: DocumentFeatureMatrix, n_topics: int, seed: int | None) -> tuple[np.ndarray, np.ndarray]:
    """Return passages by topics and topics by terms (rows of length 1), the largest topic first."""
    from sklearn.decomposition import NMF
    from sklearn.exceptions import ConvergenceWarning

    if n_topics < 1:
        raise InputError("n_topics must be 1 or more, not {n_topics}", n_topics=n_topics)
    filled = int(np.count_nonzero(np.diff(dfm.matrix.indptr)))
    rank = min(n_topics, filled, len(dfm.features))
    if rank < 1:
        return np.zeros((len(dfm.rows), 0)), np.zeros((0, len(dfm.features)))
    start = "nndsvda" if seed is None else "random"
    model = NMF(rank, init=start, random_state=0 if seed is None else seed, max_iter=_ROUNDS, tol=1e-4)
    # An exact factorisation leaves an error of 0, which rounding can make a square root of less than 0.
    with warnings.catch_warnings(), np.errstate(invalid="ignore"):
        warnings.simplefilter("ignore", ConvergenceWarning)
        weights = model.fit_transform(dfm.matrix)
    lengths = np.linalg.norm(model.components_, axis=1)
    alive = lengths > 0
    terms = model.components_[alive] / lengths[alive, None]
    weights = weights[:, alive] * lengths[alive]
    order = np.argsort(-np.round(weights.sum(axis=0), 9), kind="stable")
    return weights[:, order], terms[order]


def _found_again(terms: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Return the cosine of every topic with its counterpart in another run, 0 where it has none."""
    from scipy.optimize import linear_sum_assignment

    cosine = terms @ other.T
    rows, columns = linear_sum_assignment(-cosine)
    found = np.zeros(len(terms))
    found[rows] = cosine[rows, columns]
    return found


def _ranked(row: np.ndarray, features: pd.Index) -> list[str]:
    """Return the terms of a topic, the strongest first."""
    order = np.lexsort((np.arange(len(row)), -np.round(row, 9)))[:40]
    return [str(features[i]) for i in order if row[i] > 1e-6]


def _label(names: list[str]) -> str:
    """Join the strongest terms that say different things."""
    chosen: list[str] = []
    for name in names:
        if len(chosen) == _LABEL_TERMS:
            break
        if not any(name in other or other in name for other in chosen):
            chosen.append(name)
    return "·".join(chosen)
