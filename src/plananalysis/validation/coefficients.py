"""How far coders agree: raw agreement, Cohen's kappa and Krippendorff's alpha, each of counts that can be resampled."""

import numpy as np

LEVELS = ("nominal", "ordinal", "interval")
"""What the codes are: names, ranks, or numbers a step apart."""


def confusions(first: np.ndarray, second: np.ndarray, n_codes: int) -> np.ndarray:
    """Return a table for each place that two coders coded: 1 where the code of the first meets that of the second.

    Parameters
    ----------
    first, second
        Numbers of codes, -1 where there is none.
    n_codes
        How many codes there are.

    Examples
    --------
    >>> confusions(np.array([0, 1, -1]), np.array([0, 0, 1]), 2).sum(axis=0).tolist()
    [[1.0, 0.0], [1.0, 0.0]]
    """
    both = (first >= 0) & (second >= 0)
    one, other = first[both], second[both]
    counts = np.zeros((len(one), n_codes, n_codes))
    counts[np.arange(len(one)), one, other] = 1.0
    return counts


def coincidences(codes: np.ndarray, n_codes: int) -> np.ndarray:
    """Return the pairs of codes of each place that two or more coders coded, as a table of codes by codes.

    Every ordered pair of codes given to a place weighs 1 / (codes given to it − 1).

    Parameters
    ----------
    codes
        Places by coders: numbers of codes, -1 where there is none.
    n_codes
        How many codes there are.

    Examples
    --------
    >>> coincidences(np.array([[0, 0, 1], [1, -1, -1]]), 2).tolist()
    [[[1.0, 1.0], [1.0, 0.0]]]
    """
    held = np.stack([(codes == code).sum(axis=1) for code in range(n_codes)], axis=1).astype(np.float64)
    n = held.sum(axis=1)
    held, n = held[n > 1], n[n > 1]
    pairs = held[:, :, None] * held[:, None, :]
    at = np.arange(n_codes)
    pairs[:, at, at] -= held
    return pairs / (n - 1)[:, None, None]


def distances(level: str, margin: np.ndarray) -> np.ndarray:
    """Return how far every two codes are apart, squared.

    Parameters
    ----------
    level
        One of :data:`LEVELS`.
    margin
        How often each code was given, in the order of the codes; the distance of ranks depends on it. More than one row
        gives a table for each.

    Notes
    -----
    Krippendorff (2011): nominal 1 between different codes; ordinal ``(Σ n_g from c to k − (n_c + n_k) / 2)²``; interval
    ``(c − k)²``, codes being a step apart.

    Examples
    --------
    >>> distances("ordinal", np.array([2.0, 1.0, 1.0])).round(2).tolist()
    [[0.0, 2.25, 6.25], [2.25, 0.0, 1.0], [6.25, 1.0, 0.0]]
    """
    n_codes = margin.shape[-1]
    step = np.arange(n_codes, dtype=np.float64)
    if level == "nominal":
        return np.broadcast_to(1.0 - np.eye(n_codes), (*margin.shape[:-1], n_codes, n_codes))
    if level == "ordinal":
        # The middle of each code's ranks: between two of them lie the codes in between, and half of both.
        step = np.cumsum(margin, axis=-1) - margin / 2
    return (step[..., :, None] - step[..., None, :]) ** 2


def raw_agreement(table: np.ndarray) -> np.ndarray:
    """Return the share of places that got the same code, of one table of codes by codes or of several.

    Examples
    --------
    >>> float(raw_agreement(np.array([[3.0, 1.0], [0.0, 4.0]])))
    0.875
    """
    total = table.sum(axis=(-2, -1))
    return _ratio(np.trace(table, axis1=-2, axis2=-1), total)


def kappa(table: np.ndarray, *, weighted: bool = False) -> np.ndarray:
    """Return Cohen's kappa of two coders' tables; NaN where both gave one code throughout.

    Parameters
    ----------
    table
        Codes of the first coder by codes of the second; further axes in front give a value each.
    weighted
        Take a disagreement by the square of the steps between the codes.

    Notes
    -----
    ``κ = 1 − Σ w·o / Σ w·e`` with the observed shares o, those expected from the margins e, and w = 1 off the diagonal
    (Cohen 1960) or (c − k)² (Cohen 1968).

    Examples
    --------
    >>> round(float(kappa(np.array([[20.0, 5.0], [10.0, 15.0]]))), 3)
    0.4
    """
    total = table.sum(axis=(-2, -1), keepdims=True)
    expected = table.sum(axis=-1, keepdims=True) * table.sum(axis=-2, keepdims=True)
    weight = distances("interval" if weighted else "nominal", np.ones(table.shape[-1]))
    observed = (weight * table * total).sum(axis=(-2, -1))
    return 1.0 - _ratio(observed, (weight * expected).sum(axis=(-2, -1)))


def alpha(table: np.ndarray, level: str = "nominal") -> np.ndarray:
    """Return Krippendorff's alpha of a table of coincidences; NaN where all codes are one.

    Parameters
    ----------
    table
        Sum of :func:`coincidences` over the places; further axes in front give a value each.
    level
        One of :data:`LEVELS`.

    Notes
    -----
    ``α = 1 − (n − 1) Σ o·δ² / Σ n_c·n_k·δ²`` (Krippendorff 2011, Computing Krippendorff's alpha-reliability).

    Examples
    --------
    >>> round(float(alpha(np.array([[4.0, 1.0], [1.0, 4.0]]))), 2)
    0.64
    """
    margin = table.sum(axis=-1)
    apart = distances(level, margin)
    observed = (table * apart).sum(axis=(-2, -1))
    expected = (margin[..., :, None] * margin[..., None, :] * apart).sum(axis=(-2, -1))
    return 1.0 - _ratio((margin.sum(axis=-1) - 1) * observed, expected)


def _ratio(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    """Return a quotient, NaN where there is nothing to divide by."""
    nothing = np.full(np.shape(whole), np.nan)
    return np.divide(part, whole, out=nothing, where=np.asarray(whole) > 0)
