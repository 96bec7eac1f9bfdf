"""Keyness: which terms a target uses more, or less, than a reference."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy import special

from plananalysis.common_options import COUNTED_KINDS, LISTED_MIN_CHARS, LISTED_MIN_N, Part, in_part
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.counts import (
    DocumentFeatureMatrix,
    count_features,
    group_rows,
    presence,
    row_label,
    with_names,
)
from plananalysis.errors import InputError
from plananalysis.groups import document_groups, nothing_to_compare, warn_of_one_group
from plananalysis.lexicon.genre import Genre
from plananalysis.lexicon.taken import Words
from plananalysis.messages.message import Message
from plananalysis.resources import SHIPPED
from plananalysis.statistics.specificity import apart, specificity_at
from plananalysis.statistics.terms import columns_for, several_words, tokens_and_terms
from plananalysis.tables import LIST_SEPARATOR, check, conform, empty

CORRECTIONS = ("none", "yates", "williams")
"""Corrections for small counts, as quanteda has them."""

FEW_DOCUMENTS = 5
"""With fewer documents on one side, p says next to nothing."""

_SURE = 1.959963984540054  # two-sided 95 % of the normal distribution
_CAUTIONS = ("few documents", "one document", "small expected count")


class _Compared(NamedTuple):
    """What is compared, each as (target, reference).

    ``counts`` and ``ranges`` (documents that hold it) have an entry per term; ``totals`` (tokens) and ``sizes``
    (documents) are one number, or an entry per term.
    """

    counts: tuple[np.ndarray, np.ndarray]
    ranges: tuple[np.ndarray, np.ndarray]
    totals: tuple
    sizes: tuple


def compare_counts(
    n_target: np.ndarray,
    n_reference: np.ndarray,
    *,
    total_target: float | np.ndarray | None = None,
    total_reference: float | np.ndarray | None = None,
    correction: str = "none",
    prior: float | None = None,
) -> pd.DataFrame:
    """Compare how often things occur in a target and in a reference, whatever the things are.

    With a, b the counts in target and reference, N₁, N₂ the totals, E the counts expected if both had one rate:

    - log_ratio = log₂((a/N₁) / (b/N₂)), percent_diff = 100·((a/N₁)/(b/N₂) − 1); a count of 0 is taken as 0.5 in both
    - g2 = 2 Σ O·ln(O/E) and chi2 = Σ (O − E)²/E over the four cells, negative where a < E
    - log_odds δ = ln((a+α)/(N₁+α₀−a−α)) − ln((b+α)/(N₂+α₀−b−α)), α = α₀·(a+b)/(N₁+N₂), variance
      1/(a+α) + 1/(b+α), z = δ / its root

    Parameters
    ----------
    n_target, n_reference : arrays of the same length
        Occurrences of each thing.
    total_target, total_reference : float or array, optional
        Number of all tokens; the sum of the counts by default.
    correction : {"none", "yates", "williams"}
        Correction of g2 and chi2 for small counts, as in quanteda's ``textstat_keyness``: Yates' moves the counts
        by 0.5 where an expected count is below 5; Williams' divides g2 by q (and, as quanteda does,
        multiplies chi2 by it).
    prior : float, optional
        Size α₀ of the Dirichlet prior in tokens; it is distributed like target and reference together. By default as
        many as these have, so that α is the term's count in both. A much smaller prior (hundreds of tokens)
        gives terms that one side lacks an unbounded error and so hides them.

    Returns
    -------
    DataFrame
        log_ratio, percent_diff, g2, chi2, p (of g2, one degree of freedom), log_odds, z,
        min_expected (smallest expected count of the four cells). One row per thing, in the order given.

    Raises
    ------
    InputError
        If the correction does not exist, a total is 0 or the prior is not positive.

    Notes
    -----
    quanteda adds 1e-9 to O/E before it takes the logarithm, so its G² is larger by about 2e-9 · (N₁ + N₂).

    References
    ----------
    Dunning, T. (1993). Accurate methods for the statistics of surprise and coincidence. Computational Linguistics
    19, 61–74. Gabrielatos, C. & Marchi, A. (2011). Keyness: matching metrics to definitions. Hardie, A. (2014). Log
    Ratio: an informal introduction. Monroe, B., Colaresi, M. & Quinn, K. (2008). Fightin' words. Political
    Analysis 16, 372–403 (equations 15, 16, 20 and 22).

    Examples
    --------
    >>> compare_counts([10, 5], [10, 35])[["log_ratio", "percent_diff", "g2", "chi2"]].round(3)
       log_ratio  percent_diff     g2  chi2
    0      1.585       200.000  9.613  10.0
    1     -1.222       -57.143 -9.613 -10.0
    """
    if correction not in CORRECTIONS:
        raise InputError(
            "unknown correction {correction!r}; use {corrections}",
            correction=correction,
            corrections=CORRECTIONS,
        )
    if prior is not None and not prior > 0:
        raise InputError("prior must be above 0, not {prior}", prior=prior)
    a, b = np.asarray(n_target, dtype=np.float64), np.asarray(n_reference, dtype=np.float64)
    n1 = a.sum() if total_target is None else np.asarray(total_target, dtype=np.float64)
    n2 = b.sum() if total_reference is None else np.asarray(total_reference, dtype=np.float64)
    if len(a) and not (np.all(n1 > 0) and np.all(n2 > 0)):
        raise InputError("target and reference must both have tokens")
    with np.errstate(divide="ignore", invalid="ignore"):
        c, d, n = n1 - a, n2 - b, n1 + n2
        sign = np.where(a > (a + b) * n1 / n, 1.0, -1.0)
        least = np.minimum(a + b, c + d) * np.minimum(n1, n2) / n
        delta = _yates(a, b, c, d, least) if correction == "yates" else np.zeros_like(a)
        q = _williams(a, b, c, d) if correction == "williams" else np.ones_like(a)
        ratio = np.where(a > 0, a, 0.5) / n1 / (np.where(b > 0, b, 0.5) / n2)
        g2 = sign * _g2(a, b, c, d, delta) / q
        chi2 = n * (np.abs(a * d - b * c) - n * delta) ** 2 / ((a + b) * (c + d) * n1 * n2)
        size = n if prior is None else prior
        alpha = size * (a + b) / n
        log_odds = np.log((a + alpha) / (c + size - alpha)) - np.log((b + alpha) / (d + size - alpha))
        z = log_odds / np.sqrt(1 / (a + alpha) + 1 / (b + alpha))
    return pd.DataFrame(
        {
            "log_ratio": np.log2(ratio),
            "percent_diff": 100 * (ratio - 1),
            "g2": g2 + 0.0,
            "chi2": np.nan_to_num(sign * chi2 * q, posinf=0, neginf=0) + 0.0,
            "p": special.erfc(np.sqrt(np.abs(g2) / 2)),
            "log_odds": np.nan_to_num(log_odds),
            "z": np.nan_to_num(z),
            "min_expected": least,
        }
    )


def keyness(
    tokens: pd.DataFrame,
    corpus: Corpus,
    target: str | int | Sequence[str],
    reference: str | int | Sequence[str] | None = None,
    *,
    by: str | None = None,
    part: Part = None,
    kinds: Sequence[str] = COUNTED_KINDS,
    names: bool = False,
    stopwords: Words = SHIPPED,
    genre: Genre = SHIPPED,
    min_n: int = LISTED_MIN_N,
    min_chars: int = LISTED_MIN_CHARS,
    correction: str = "none",
    prior: float | None = None,
) -> pd.DataFrame:
    """Find what one unit stresses and what it leaves aside, against the others or against one of them.

    Plans of a unit are few and their words come in bursts, so a p value that takes every token for an independent
    draw is weak evidence; ``caution`` says where. The table is therefore ranked by ``score``, by effect, range and
    specificity: the part of ``log_odds`` that its 95 % interval assures, times the share of documents that hold the
    term, times how little the genre uses it anyway. Terms of several words are tested beside their words; places,
    units and persons are left out.

    Parameters
    ----------
    tokens, corpus : DataFrame, Corpus
        The corpus and its tokens.
    target, reference : str, int or sequence of str
        Labels of ``by``, one or several added up. Without a reference, everything but the target.
    by : str
        ``unit``, ``doc_id``, ``year`` or any metadata column; by default units, of one unit its years, else documents.
    kinds, stopwords, part
        Tokens that count, terms left out, and parts of the plans; as in :func:`plananalysis.count_features`. If the
        tokens hold no terms of several words (:func:`plananalysis.with_terms`), these are found here, unless ``kinds``
        lacks ``term``.
    names : bool
        Test places, units and persons as well.
    genre : table or name, optional
        As in :func:`plananalysis.keywords`.
    min_n : int
        Occurrences a term needs in target and reference together. Totals are not affected.
    min_chars : int
        Characters a term needs to be listed. Totals are not affected.
    correction, prior
        As in :func:`compare_counts`.

    Returns
    -------
    DataFrame
        term; n_target, n_reference; n_docs_target, n_docs_reference: documents that hold it; log_ratio, percent_diff, g2,
        chi2, p, log_odds, z: see :func:`compare_counts`; p_adjusted: after Benjamini and Hochberg over the terms
        listed; specificity, as in :func:`plananalysis.keywords`; score; caution: ``few documents`` (fewer than 5 on one side), ``one document`` (all occurrences on
        the side that stresses it stand in one), ``small expected count`` (below 5), joined by ｜, or empty. What
        the target stresses comes first, what it avoids last.

    Raises
    ------
    InputError
        If a label does not exist (near ones are named), has no tokens, or stands on both sides.

    References
    ----------
    See :func:`compare_counts`. Benjamini, Y. & Hochberg, Y. (1995). Controlling the false discovery rate. Journal
    of the Royal Statistical Society B 57, 289–300.

    Examples
    --------
    >>> from plananalysis.examples import spaced_corpus
    >>> corpus, tokens = spaced_corpus({"甲": "党建 学习 学习 学习", "乙": "党建 审计 审计", "丙": "党建 审计"})
    >>> keyness(tokens, corpus, "甲", genre=None)[["term", "n_target", "n_reference", "n_docs_target", "log_ratio"]].round(2)
      term  n_target  n_reference  n_docs_target  log_ratio
    0   学习         3            0      1       2.91
    1   党建         1            2      1      -0.68
    2   审计         0            3      0      -2.26
    """
    check(tokens, "tokens", columns_for(kinds))
    check_corpus(corpus)
    corpus, tokens = in_part(part, corpus, tokens)
    tokens = tokens_and_terms(tokens, kinds)
    kinds = with_names(kinds, names)
    documents = count_features(tokens, corpus, by="doc_id", kinds=kinds, stopwords=stopwords)
    codes, labels = document_groups(corpus, by)
    chosen = _labels(target, labels, str(labels.name))
    others = (
        [name for name in labels if name not in chosen]
        if reference is None
        else _labels(reference, labels, str(labels.name))
    )
    both = [name for name in chosen if name in others]
    if both:
        raise InputError("{both!r} is in the target and in the reference; leave it out of one", both=both[0])
    sides = [np.isin(codes, labels.get_indexer(pd.Index(side, dtype="str"))) for side in (chosen, others)]
    counts, ranges, totals, sizes = [], [], [], []
    holding, once = presence(documents), ~several_words(documents.features, tokens)
    for side, labelled, role in zip(sides, (chosen, others), ("target", "reference"), strict=True):
        rows = np.flatnonzero(side)
        n = np.asarray(documents.matrix[rows].sum(axis=0)).ravel()
        if not n.sum():
            why = nothing_to_compare(corpus, by) if reference is None else None
            raise InputError(why or _no_tokens(role, labelled))
        counts.append(n)
        ranges.append(np.asarray(holding.matrix[rows].sum(axis=0)).ravel())
        totals.append(n[once].sum())
        sizes.append(np.count_nonzero(np.diff(documents.matrix[rows].indptr)))
    long = documents.features.str.len().to_numpy() >= min_chars
    listed = np.flatnonzero((counts[0] + counts[1] >= max(1, min_n)) & long)
    group = np.zeros(len(listed), dtype=np.int64)
    compared = _Compared(
        counts=(counts[0][listed], counts[1][listed]),
        ranges=(ranges[0][listed], ranges[1][listed]),
        totals=(totals[0], totals[1]),
        sizes=(sizes[0], sizes[1]),
    )
    rate = np.maximum(*(n / total for n, total in zip(compared.counts, totals, strict=True)))
    special = specificity_at(listed, documents.features, tokens, genre, rate=rate)
    table = _measure(compared, group, special, correction=correction, prior=prior)
    table["term"] = documents.features[listed]
    return conform(table.iloc[np.lexsort((listed, *_ranking(table)))], "keyness")


def keyness_by(
    tokens: pd.DataFrame,
    corpus: Corpus,
    *,
    by: str | None = None,
    part: Part = None,
    top: int = 50,
    kinds: Sequence[str] = COUNTED_KINDS,
    names: bool = False,
    stopwords: Words = SHIPPED,
    genre: Genre = SHIPPED,
    min_n: int = LISTED_MIN_N,
    min_chars: int = LISTED_MIN_CHARS,
    correction: str = "none",
    prior: float | None = None,
) -> pd.DataFrame:
    """Find what every unit stresses against all the others, in one go.

    Parameters
    ----------
    tokens, corpus, by, part, kinds, names, stopwords, genre, correction, prior
        As in :func:`keyness`.
    top : int
        Terms per group.
    min_n : int
        Occurrences a term needs in the group.
    min_chars : int
        Characters a term needs to be listed.

    Returns
    -------
    DataFrame
        group, then the columns of :func:`keyness`; only terms that the group uses more than the others, best
        first, and of terms that hold each other one; p_adjusted is over the terms that the group uses. No rows if there is only one group.

    Raises
    ------
    InputError
        If ``by`` or the correction does not exist, or ``top`` is not positive.

    Examples
    --------
    >>> from plananalysis.examples import spaced_corpus
    >>> corpus, tokens = spaced_corpus({"甲": "党建 学习 学习 学习", "乙": "党建 审计 审计", "丙": "党建 审计"})
    >>> keyness_by(tokens, corpus)[["group", "term", "n_target", "n_reference"]]
      group term  n_target  n_reference
    0     乙   审计         2            1
    1     甲   学习         3            0
    """
    check(tokens, "tokens", columns_for(kinds))
    check_corpus(corpus)
    corpus, tokens = in_part(part, corpus, tokens)
    if top < 1:
        raise InputError("top must be 1 or more, not {top}", top=top)
    warn_of_one_group("keyness_by", corpus, by)
    tokens = tokens_and_terms(tokens, kinds)
    kinds = with_names(kinds, names)
    documents = count_features(tokens, corpus, by="doc_id", kinds=kinds, stopwords=stopwords)
    grouped = group_rows(documents, corpus, by=by)
    holding = group_rows(presence(documents), corpus, by=by)
    filled = np.diff(documents.matrix.indptr) > 0
    sizes = np.bincount(document_groups(corpus, by)[0], weights=filled, minlength=len(grouped.rows))
    once = ~several_words(grouped.features, tokens)
    totals = np.asarray(grouped.matrix[:, once].sum(axis=1)).ravel()
    entries = grouped.matrix.tocoo()
    # Entries of one row stand together and in column order, in both matrices alike.
    row, column = entries.coords
    n, held = entries.data, holding.matrix.data
    long = grouped.features.str.len().to_numpy() >= min_chars
    keep = (n >= max(1, min_n)) & (totals[row] < totals.sum()) & long[column]
    row, column, n, held = row[keep], column[keep], n[keep], held[keep]
    if not len(row):
        return empty("keyness_by")
    compared = _Compared(
        counts=(n, _sum(grouped, axis=0)[column] - n),
        ranges=(held, _sum(holding, axis=0)[column] - held),
        totals=(totals[row], totals.sum() - totals[row]),
        sizes=(sizes[row], sizes.sum() - sizes[row]),
    )
    special = specificity_at(column, grouped.features, tokens, genre, rate=n / totals[row])
    table = _measure(compared, row, special, correction=correction, prior=prior)
    order = np.lexsort((column, *_ranking(table), row))
    order = order[(table["z"].to_numpy() * special)[order] > 0]
    order = order[apart(row[order], grouped.features.to_numpy()[column[order]], n[order], top)]
    table = table.iloc[order].assign(group=grouped.rows[row[order]], term=grouped.features[column[order]])
    return conform(table, "keyness_by")


def two_sided(z: np.ndarray) -> np.ndarray:
    """Return the probability of a z as far from zero, by the normal distribution.

    Examples
    --------
    >>> two_sided(np.array([0, 1.959964])).round(3).tolist()
    [1.0, 0.05]
    """
    return 2 * special.ndtr(-np.abs(z))


def adjust_p(p: np.ndarray, group: np.ndarray | None = None) -> np.ndarray:
    """Adjust p values for the number of tests, after Benjamini and Hochberg.

    Parameters
    ----------
    p : array
        p values.
    group : array, optional
        Group of each; every group is a family of tests of its own.

    Returns
    -------
    array
        Adjusted p values in the order given: the least p·m/rank among the values not smaller.

    Examples
    --------
    >>> adjust_p(np.array([0.01, 0.04, 0.03, 0.5])).round(4).tolist()
    [0.04, 0.0533, 0.0533, 0.5]
    """
    family = np.zeros(len(p), dtype=np.int64) if group is None else np.asarray(group)
    order = np.lexsort((-p, family))
    kin = family[order]
    first = np.searchsorted(kin, kin)
    size = np.searchsorted(kin, kin, side="right") - first
    rank = size - (np.arange(len(p)) - first)
    scaled = p[order] * size / rank
    # A running minimum within each family: later families are lifted out of reach of earlier ones.
    _, number = np.unique(kin, return_inverse=True)
    lift = 2.0 * (number.max(initial=0) - number)
    least = np.minimum.accumulate(np.minimum(scaled, 1.0) + lift) - lift
    result = np.empty_like(least)
    result[order] = least
    return result


def _sum(dfm: DocumentFeatureMatrix, *, axis: int) -> np.ndarray:
    """Return the sums over the rows (axis 0) or the terms (axis 1)."""
    return np.asarray(dfm.matrix.sum(axis=axis)).ravel()


def _labels(names: str | int | Sequence[str], labels: pd.Index, by: str) -> list[str]:
    """Return the labels asked for, each once."""
    asked = [names] if isinstance(names, str | int | np.integer) else list(names)
    return list(dict.fromkeys(row_label(labels, name, by) for name in asked))


def _measure(
    compared: _Compared, group: np.ndarray, special: np.ndarray, *, correction: str, prior: float | None
) -> pd.DataFrame:
    """Return all columns of the keyness table but the term."""
    counts, ranges, totals, sizes = compared
    table = compare_counts(
        *counts, total_target=totals[0], total_reference=totals[1], correction=correction, prior=prior
    )
    more = table["log_odds"].to_numpy() > 0
    log_odds, z = table["log_odds"].to_numpy(), table["z"].to_numpy()
    error = np.divide(log_odds, z, out=np.zeros_like(z), where=z != 0)
    assured = np.maximum(np.abs(log_odds) - _SURE * error, 0)
    share = np.where(more, ranges[0] / sizes[0], ranges[1] / sizes[1])
    reasons = np.column_stack(
        (
            np.broadcast_to(np.minimum(*sizes) < FEW_DOCUMENTS, len(group)),
            np.where(more, ranges[0], ranges[1]) == 1,
            table["min_expected"].to_numpy() < FEW_DOCUMENTS,
        )
    )
    texts = [LIST_SEPARATOR.join(c for i, c in enumerate(_CAUTIONS) if code >> i & 1) for code in range(8)]
    return table.assign(
        n_target=counts[0],
        n_reference=counts[1],
        n_docs_target=ranges[0],
        n_docs_reference=ranges[1],
        p_adjusted=adjust_p(table["p"].to_numpy(), group),
        specificity=special,
        score=np.where(more, 1, -1) * assured * share * special,
        caution=np.array(texts, dtype=object)[reasons @ np.array([1, 2, 4])],
    )


def _ranking(table: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Return sort keys, the last the most important: within equal scores z · specificity · (1 − 1/n)², both falling.

    Scores are 0 where the interval assures nothing; there, n tells twice from twenty times.
    """
    n = np.where(table["z"] > 0, table["n_target"], table["n_reference"])
    evidence = table["z"] * table["specificity"] * (1 - 1 / np.maximum(n, 1)) ** 2
    return -np.round(evidence.to_numpy(), 12), -np.round(table["score"].to_numpy(), 12)


def _yates(a: np.ndarray, b: np.ndarray, c: np.ndarray, d: np.ndarray, least: np.ndarray) -> np.ndarray:
    """Return by how much counts are moved: 0.5 where an expected count is below 5 and the step is not too far."""
    return np.where((np.abs(a * d - b * c) >= (a + b + c + d) / 2) & (least < 5), 0.5, 0.0)


def _williams(a: np.ndarray, b: np.ndarray, c: np.ndarray, d: np.ndarray) -> np.ndarray:
    """Return Williams' q; 1 where a cell is empty."""
    n = a + b + c + d
    q = 1 + (n / (a + b) + n / (c + d) - 1) * (n / (a + c) + n / (b + d) - 1) / (6 * n)
    return np.where(a * b * c * d == 0, 1.0, q)


def _g2(a: np.ndarray, b: np.ndarray, c: np.ndarray, d: np.ndarray, delta: np.ndarray) -> np.ndarray:
    """Return 2 Σ O·ln(O/E), the counts moved by ``delta`` towards what is expected."""
    step = np.where(a * d - b * c > 0, -delta, delta)
    n = a + b + c + d
    cells = (a + step, b - step, c - step, d + step)
    rows, columns = (a + b, c + d), (a + c, b + d)
    total = sum(
        special.xlogy(cell, cell * n / (rows[i // 2] * columns[i % 2])) for i, cell in enumerate(cells)
    )
    return np.maximum(2 * np.nan_to_num(total), 0)


def _no_tokens(role: str, labels: Sequence[str]) -> Message:
    """Say that a side of a comparison is empty."""
    rest = Message("(everything else)")
    if role == "target":
        return Message("the target {labels} has no tokens to compare", labels=labels or rest)
    return Message("the reference {labels} has no tokens to compare", labels=labels or rest)
