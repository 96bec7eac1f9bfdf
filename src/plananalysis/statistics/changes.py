"""What rose, fell, entered and left from year to year, in the plans of the same units."""

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy import sparse

from plananalysis.common_options import COUNTED_KINDS, LISTED_MIN_CHARS, Part, in_part
from plananalysis.corpus.lengths import PER
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.counts import as_category, kept_tokens, usable_terms
from plananalysis.errors import InputError, warn
from plananalysis.groups import document_groups
from plananalysis.language.punctuation import SENTENCE_MARKS
from plananalysis.lexicon.genre import Genre
from plananalysis.lexicon.taken import Words
from plananalysis.resources import SHIPPED
from plananalysis.statistics.keyness import adjust_p, two_sided
from plananalysis.statistics.specificity import specificity
from plananalysis.statistics.trends import followed_by
from plananalysis.tables import check, conform, empty

SURE = 0.05
"""Adjusted p from which on nothing is said to have changed, whatever is listed."""
PART_OF_YEARS = 5
"""A term that is new, or gone, is absent from one year in so many: one plan without it may be a short one."""


def term_changes(
    tokens: pd.DataFrame,
    corpus: Corpus,
    *,
    by: str | None = None,
    part: Part = None,
    kinds: Sequence[str] = COUNTED_KINDS,
    stopwords: Words = SHIPPED,
    genre: Genre = SHIPPED,
    min_n: int = 10,
    min_chars: int = LISTED_MIN_CHARS,
    level: float = 0.05,
) -> pd.DataFrame:
    """Find the terms that rose, fell, entered or left over the years, each unit compared with itself.

    Only units with plans of two years or more take part, so that it makes no difference which units are there in which
    year.

    Parameters
    ----------
    tokens, corpus : DataFrame, Corpus
        The corpus and its tokens.
    by
        What is followed through the years: ``unit`` or a metadata column; ``year`` follows the corpus as a whole. By
        default units, or the corpus as a whole where no unit has plans of two years.
    kinds, stopwords, part
        Tokens that count, terms left out, and parts of the plans; as in :func:`plananalysis.count_features`.
    genre
        What a whole genre uses evenly says little and stands further down; as in :func:`plananalysis.keywords`. None takes
        all terms alike.
    min_n, min_chars
        Occurrences, and characters, that a term needs.
    level
        Terms whose adjusted p is not below it are not listed, nor those that rose and fell again; 1 lists all.

    Returns
    -------
    DataFrame
        term; change (``rose``, ``fell``; ``entered``: rose, and stands in no unit's first year nor in the first fifth of
        all years; ``left``: fell, and the same at the end); first_year, last_year (in which it occurs); n; n_docs; n_groups (units that use it); rate_first,
        rate_last (per 10,000 characters in the first and the last year of each unit, all units together); z, p,
        p_adjusted; score: absolute z times how little the genre uses the term anyway, which sorts the table.

    Raises
    ------
    InputError
        If ``by`` does not exist or ``level`` is not above 0 and at most 1.

    Notes
    -----
    A trend test stratified by unit (Mantel 1963), on counts with the length of the sentences as exposure:
    ``T = Σ (x − x̄) · c`` over sentences, with the year ``x``, its mean ``x̄`` over the characters of the unit, and ``c``
    occurrences. Words come in bursts, so the variance is not Poisson's but that of the sentences:
    ``Σ (x − x̄)² · (c − λe)² · n / (n − 1)``, with ``e`` the sentence's characters, ``λ`` the rate of the unit in that year
    and ``n`` its sentences then (a cluster-robust variance; Liang and Zeger 1986), but no less than Poisson's. ``z = T / √variance``; p values are adjusted after Benjamini and Hochberg.

    References
    ----------
    Mantel, N. (1963). Chi-square tests with one degree of freedom; extensions of the Mantel-Haenszel procedure. Journal
    of the American Statistical Association 58, 690–700. Liang, K.-Y. & Zeger, S. (1986). Longitudinal data analysis using
    generalized linear models. Biometrika 73, 13–22.

    Examples
    --------
    >>> from plananalysis.examples import spaced_corpus
    >>> texts = {"1": "党建 学习 。 " * 30, "2": "党建 审计 。 " * 30}
    >>> corpus, tokens = spaced_corpus(texts, unit=["甲", "甲"], year=[2023, 2024])
    >>> term_changes(tokens, corpus)[["term", "change", "first_year", "last_year", "n"]]
      term   change  first_year  last_year   n
    0   学习     left        2023       2023  30
    1   审计  entered        2024       2024  30
    """
    check(tokens, "tokens", ("doc_id", "passage_id", "start", "end", "token", "kind"))
    check_corpus(corpus)
    if not 0 < level <= 1:
        raise InputError("level is {level}; give a share above 0 and at most 1", level=level)
    corpus, tokens = in_part(part, corpus, tokens)
    by = followed_by(corpus) if by is None else by
    followed = _followed(tokens, corpus, by)
    if not len(followed.year):
        warn("term_changes: no {by} has plans of two years; add plans of another year", by=by)
        return empty("changes")
    counts, terms = _counts(tokens, followed, kinds, stopwords, min_chars)
    used = np.flatnonzero(np.asarray(counts.sum(axis=0)).ravel() >= max(1, min_n))
    if not len(used):
        return empty("changes")
    special = specificity(pd.Index(terms[used], dtype="str"), tokens, genre)
    return _table(counts[:, used].tocsr(), terms[used], followed, special, level)


class _Followed(NamedTuple):
    """The sentences that are followed through time.

    Attributes
    ----------
    of_token : int array
        Sentence of every token; -1 where it is not followed.
    group, document, year, length : arrays
        Of each sentence; the length in characters.
    """

    of_token: np.ndarray
    group: np.ndarray
    document: np.ndarray
    year: np.ndarray
    length: np.ndarray


def _followed(tokens: pd.DataFrame, corpus: Corpus, by: str) -> _Followed:
    """Return the sentences of groups with plans of several years."""
    group = np.zeros(len(corpus), dtype=np.int64) if by == "year" else document_groups(corpus, by)[0]
    years = corpus.documents["year"].astype("Float64").to_numpy(dtype=float, na_value=np.nan)
    several = pd.Series(years).groupby(group).transform("nunique").to_numpy() > 1
    several &= ~np.isnan(years)
    names = as_category(tokens["doc_id"])
    document = pd.Index(corpus.documents["doc_id"]).get_indexer(names.categories)[names.codes]
    token = as_category(tokens["token"])
    ends = np.array([name[0] in SENTENCE_MARKS for name in token.categories] or [False])[token.codes]
    passage = as_category(tokens["passage_id"]).codes
    new = np.ones(len(tokens), dtype=bool)
    new[1:] = ends[:-1] | (passage[1:] != passage[:-1])
    sentence = np.cumsum(new) - 1
    taken = several[document]
    numbers, of_token = np.unique(sentence[taken], return_inverse=True)
    number = np.full(len(tokens), -1, dtype=np.int64)
    number[taken] = of_token
    length = np.bincount(of_token, weights=(tokens["end"] - tokens["start"]).to_numpy()[taken])
    here = document[np.flatnonzero(new)[numbers]]
    return _Followed(number, group[here], here, years[here], length)


def _counts(
    tokens: pd.DataFrame, followed: _Followed, kinds: Sequence[str], stopwords: Words, min_chars: int
) -> tuple[sparse.csr_array, np.ndarray]:
    """Return sentences by terms, and the terms."""
    token = as_category(tokens["token"])
    terms, column_of = usable_terms(token.categories, stopwords, min_chars)
    column = column_of[token.codes]
    mask = kept_tokens(tokens, kinds) & (column >= 0) & (followed.of_token >= 0)
    shape = (len(followed.year), len(terms))
    entries = (np.ones(int(mask.sum())), (followed.of_token[mask], column[mask]))
    return sparse.coo_array(entries, shape=shape).tocsr(), np.asarray(terms, dtype=object)


def _table(
    counts: sparse.csr_array, terms: np.ndarray, followed: _Followed, special: np.ndarray, level: float
) -> pd.DataFrame:
    """Return the table of changes, with the rows that pass."""
    _, group, document, year, length = followed
    z = _trend(counts, group, year, length)
    p = two_sided(z)
    adjusted = adjust_p(p)
    first, last = _spans(counts, year)
    by_document = _summed(counts, document)
    by_group = _summed(counts, group)
    before, after = (_rate(counts, followed, earliest) for earliest in (True, False))
    years = np.unique(year)
    away = math.ceil(len(years) / PART_OF_YEARS)
    new = (before == 0) & (first > years[min(away, len(years) - 1) - 1])
    gone = (after == 0) & (last < years[-min(away, len(years) - 1)])
    change = np.where(z > 0, np.where(new, "entered", "rose"), np.where(gone, "left", "fell"))
    # What went up and came down again has no direction that a sentence could name.
    sure = (adjusted < min(level, SURE)) & ((after - before) * z > 0)
    table = pd.DataFrame(
        {
            "term": terms,
            "change": np.where(sure, change, ""),
            "first_year": first,
            "last_year": last,
            "n": np.asarray(counts.sum(axis=0)).ravel(),
            "n_docs": np.diff(by_document.tocsc().indptr),
            "n_groups": np.diff(by_group.tocsc().indptr),
            "rate_first": before,
            "rate_last": after,
            "z": z,
            "p": p,
            "p_adjusted": adjusted,
            "score": np.abs(z) * special,
        }
    )
    table = table[(sure & (adjusted < level)) | (level == 1)]
    if table.empty:
        warn(
            "term_changes: no change of {n_terms:,} terms is sure at level={level}; level=1 lists all of "
            "them",
            n_terms=len(terms),
            level=level,
        )
    order = np.lexsort(
        (
            table["term"].to_numpy(dtype=object).astype(str),
            -np.round(np.abs(table["z"]), 12),
            -np.round(table["score"], 12),
        )
    )
    return conform(table.iloc[order], "changes")


def _summed(counts: sparse.csr_array, of: np.ndarray) -> sparse.csr_array:
    """Return the sums over the sentences of each group."""
    n = int(of.max(initial=-1)) + 1
    member = sparse.csr_array((np.ones(len(of)), (of, np.arange(len(of)))), shape=(n, len(of)))
    return (member @ counts).tocsr()


def _trend(counts: sparse.csr_array, group: np.ndarray, year: np.ndarray, length: np.ndarray) -> np.ndarray:
    """Return z of the trend of every term: score and robust variance, summed over the groups."""
    total = np.bincount(group, weights=length)
    apart = year - (np.bincount(group, weights=length * year) / np.maximum(total, 1e-12))[group]
    score = counts.T @ apart
    cell = np.unique(np.stack([group, year]), axis=1, return_inverse=True)[1].ravel()
    n = np.bincount(cell)
    scale = np.divide(n, n - 1, out=np.full(len(n), 2.0), where=n > 1)  # as for any sample variance
    weight = apart**2 * scale[cell]
    squared = counts.copy()
    squared.data = squared.data**2
    letters = np.bincount(cell, weights=length)
    rate = sparse.diags_array(1 / letters).tocsr() @ _summed(counts, cell)
    crossed = _summed(sparse.diags_array(weight * length).tocsr() @ counts, cell)
    spread = np.bincount(cell, weights=weight * length**2)
    variance = squared.T @ weight
    variance -= 2 * np.asarray(crossed.multiply(rate).sum(axis=0)).ravel()
    variance += rate.multiply(rate).tocsr().T @ spread
    share = np.bincount(group, weights=apart**2 * length) / np.maximum(total, 1e-12)
    variance = np.maximum(variance, _summed(counts, group).T @ share)
    return np.divide(
        score, np.sqrt(np.maximum(variance, 0)), out=np.zeros_like(score), where=variance > 1e-12
    )


def _spans(counts: sparse.csr_array, year: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the first and the last year in which each term occurs."""
    columns = counts.tocsc()
    years = year[columns.indices].astype(np.int64)
    return np.minimum.reduceat(years, columns.indptr[:-1]), np.maximum.reduceat(years, columns.indptr[:-1])


def _rate(counts: sparse.csr_array, followed: _Followed, earliest: bool) -> np.ndarray:
    """Return the rate per 10,000 characters in the first, or the last, year of each group, all groups together."""
    grouped = pd.Series(followed.year).groupby(followed.group)
    edge = grouped.transform("min" if earliest else "max").to_numpy()
    here = followed.year == edge
    return PER * (counts.T @ here.astype(float)) / max(1.0, float(followed.length[here].sum()))
