"""Dispersion: is a term spread over all parts of the corpus, or does it come from a few."""

import numpy as np
import pandas as pd

from plananalysis.corpus.lengths import PER
from plananalysis.counts import DocumentFeatureMatrix, check_matrix
from plananalysis.errors import InputError, warn
from plananalysis.tables import conform, empty


def dispersion(dfm: DocumentFeatureMatrix, *, sizes: np.ndarray | None = None) -> pd.DataFrame:
    """Measure how evenly each term is spread over the rows of a matrix (documents, units, sections).

    For a term with the count vᵢ in part i of size sᵢ (tokens), pᵢ = vᵢ/sᵢ, over k parts:

    - juilland_d = 1 − V/√(k−1), V the standard deviation (over k) of the pᵢ divided by their mean
    - gries_dp = ½ Σ |vᵢ/Σv − sᵢ/Σs|; gries_dp_norm = DP / (1 − min sᵢ/Σs)

    Parameters
    ----------
    dfm : DocumentFeatureMatrix
        Counts; the rows are the parts. Parts without tokens are left out.
    sizes : array of one number per row, optional
        Tokens of each part, where the matrix holds only some of the terms; the row sums by default.

    Returns
    -------
    DataFrame
        term; n; range: parts that hold it; rate: per 10,000 tokens; juilland_d, from 0 to 1, even = 1;
        gries_dp and gries_dp_norm, even = 0. Sorted by falling n. With one part D and normalised DP are missing.

    Raises
    ------
    InputError
        If the matrix holds weights, or a size is smaller than the counts of its part.

    References
    ----------
    Juilland, A., Brodin, D. & Davidovitch, C. (1970). Frequency dictionary of French words. Gries, S. Th. (2008).
    Dispersions and adjusted frequencies in corpora. International Journal of Corpus Linguistics 13, 403–437.
    Lijffijt, J. & Gries, S. Th. (2012). Correction to the above. International Journal of Corpus Linguistics 17,
    147–149.

    Examples
    --------
    >>> from plananalysis.counts import count_features
    >>> from plananalysis.examples import spaced_corpus
    >>> corpus, tokens = spaced_corpus({"甲": "党建 学习", "乙": "党建 审计"})
    >>> dispersion(count_features(tokens, corpus))[["term", "n", "range", "juilland_d", "gries_dp"]]
      term  n  range  juilland_d  gries_dp
    0   党建  2      2         1.0       0.0
    1   学习  1      1         0.0       0.5
    2   审计  1      1         0.0       0.5
    """
    check_matrix(dfm)
    if dfm.weighting != "count":
        raise InputError("dispersion needs counts, not {weighting}", weighting=dfm.weighting)
    counts = dfm.matrix.tocsr().astype(np.float64)
    inside = np.asarray(counts.sum(axis=1)).ravel()
    size = inside if sizes is None else np.asarray(sizes, dtype=np.float64)
    if size.shape != inside.shape or np.any(size < inside):
        raise InputError("sizes must give for every row a number of tokens not below its counts")
    keep = size > 0
    counts, size = counts[keep], size[keep]
    k, total = len(size), size.sum()
    if not k or not counts.shape[1]:
        return empty("dispersion")
    if k == 1:
        warn(
            "dispersion: the matrix has one row, over which nothing is spread; count by documents or sections "
            "(by='doc_id', by='section')"
        )
    n = np.asarray(counts.sum(axis=0)).ravel()
    entries = counts.tocoo()
    row, column = entries.coords
    value, width = entries.data, counts.shape[1]
    found = np.bincount(column[value != 0], minlength=width)
    share = size / total
    with np.errstate(divide="ignore", invalid="ignore"):
        rate = value / size[row]
        mean = np.bincount(column, weights=rate, minlength=width) / k
        # Summed as squared deviations, so that an even spread gives exactly 0: first the parts that hold the
        # term, then the others, which deviate by the mean.
        stored = np.bincount(column, minlength=width)
        held = np.bincount(column, weights=(rate - mean[column]) ** 2, minlength=width)
        squares = held + (k - stored) * mean**2
        juilland = 1 - np.sqrt(squares / k) / mean / np.sqrt(k - 1)
        off = np.abs(value / n[column] - share[row]) - share[row]
        dp = 0.5 * (1 + np.bincount(column, weights=off, minlength=width))
        smallest = share.min()
        normalised = dp / (1 - smallest) if k > 1 else np.full(width, np.nan)
    table = pd.DataFrame(
        {
            "term": dfm.features,
            "n": n.astype(np.int64),
            "range": found,
            "rate": PER * n / total,
            "juilland_d": np.clip(juilland, 0, 1),
            "gries_dp": np.clip(dp, 0, 1),
            "gries_dp_norm": np.clip(normalised, 0, 1),
        }
    )
    order = np.argsort(-n, kind="stable")
    return conform(table.iloc[order], "dispersion")
