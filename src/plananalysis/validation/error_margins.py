"""How sure shares and coefficients of agreement are: intervals of 95 %."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

SURE = 1.959964
"""Standard errors on either side of a 95 % interval."""


class Interval(NamedTuple):
    """A value with the ends of its 95 % interval; NaN where they cannot be told."""

    value: float
    low: float
    high: float


UNKNOWN = Interval(float("nan"), float("nan"), float("nan"))


def wilson(share: float, n: float) -> Interval:
    """Return a share of n places with its interval.

    Notes
    -----
    Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. Journal of the American
    Statistical Association 22, 209–212. It stays between 0 and 1 and has a width where all agree.

    Examples
    --------
    >>> [round(end, 3) for end in wilson(0.9, 100)]
    [0.9, 0.826, 0.945]
    """
    if not n > 0:
        return UNKNOWN
    square = SURE**2 / n
    middle = (share + square / 2) / (1 + square)
    half = SURE / (1 + square) * np.sqrt(share * (1 - share) / n + square / (4 * n))
    return Interval(share, float(max(0.0, middle - half)), float(min(1.0, middle + half)))


def weighted_share(
    hit: np.ndarray, counted: np.ndarray, weight: np.ndarray, stratum: np.ndarray, *, finite: bool = True
) -> Interval:
    """Return the share of places that are hit, of those counted, in a stratified sample.

    Parameters
    ----------
    hit, counted
        Truth values for each place drawn.
    weight
        What each place stands for.
    stratum
        Number of its stratum.
    finite
        Whether the share is that of the table drawn from, of which each place drawn stands for ``weight``: the more of it
        was drawn, the surer it is, and a table coded whole has no error of sampling.

    Notes
    -----
    The ratio estimator ``p = Σ w·hit / Σ w·counted``; its variance is linearised,
    ``v = Σ (1 − 1/w) n_h/(n_h − 1) (z − z̄_h)²`` with ``z = w·counted·(hit − p) / Σ w·counted`` (Cochran 1977, ch. 6), and the
    interval Wilson's of the effective number of places ``p(1 − p) / v`` (as Korn & Graubard 1998). Where all are hit, or none, that
    number is Kish's ``(Σ w)² / Σ (1 − 1/w) w²``.

    Examples
    --------
    >>> all_ = np.ones(10, dtype=bool)
    >>> [round(end, 3) for end in weighted_share(np.arange(10) < 9, all_, np.full(10, 90.0), np.zeros(10, dtype=int))]
    [0.9, 0.579, 0.983]
    """
    used = weight * counted
    total = used.sum()
    if not total:
        return UNKNOWN
    share = float((used * hit).sum() / total)
    left = np.maximum(1 - 1 / weight, 0) if finite else np.ones(len(weight))
    residual = used * (hit - share) / total
    size = np.bincount(stratum)
    mean = np.bincount(stratum, weights=residual) / np.maximum(size, 1)
    square = left * (residual - mean[stratum]) ** 2 * (size / np.maximum(size - 1, 1))[stratum]
    # What varies where some are hit and some are not; of shares of 0 and 1, what places of like weight would.
    some = 1e-12 < share < 1 - 1e-12
    spread = (
        float(square.sum()) / (share * (1 - share)) if some else float((left * (used / total) ** 2).sum())
    )
    return wilson(share, 1 / spread) if spread > 1e-15 else Interval(share, share, share)


def jackknife(coefficient: Callable[[np.ndarray], np.ndarray], counts: np.ndarray) -> Interval:
    """Return a coefficient of agreement with its interval, from leaving out each place in turn.

    Parameters
    ----------
    coefficient
        From tables of codes by codes to values, as :func:`plananalysis.validation.coefficients.kappa`.
    counts
        The table of each place.

    Notes
    -----
    ``se² = (n − 1) / n · Σ (θ₋ᵢ − θ̄)²`` (Efron & Tibshirani 1993, ch. 11), taken to the scale of Fisher's z, on which the
    distribution is nearly normal: ``tanh(artanh θ ± 1.96 · se / (1 − θ²))``. Where all agree nothing varies: the lower end is
    then that of the raw agreement (Wilson), above chance as θ is, ``1 − (1 − low) / (1 − p_e)``.

    Examples
    --------
    >>> from plananalysis.validation.coefficients import confusions, kappa
    >>> codes = np.arange(40) % 2
    >>> [round(end, 2) for end in jackknife(kappa, confusions(codes, np.where(np.arange(40) < 4, 1, codes), 2))]
    [0.9, 0.64, 0.98]
    """
    n, table = len(counts), counts.sum(axis=0)
    value = float(coefficient(table))
    if n < 2 or np.isnan(value):
        return Interval(value, float("nan"), float("nan"))
    if value > 1 - 1e-12:
        margin = table.sum(axis=1) / table.sum()
        by_chance = float((margin**2).sum())
        return Interval(value, 1 - (1 - wilson(1.0, n).low) / (1 - by_chance), 1.0)
    left = coefficient(table - counts)
    left = left[~np.isnan(left)]
    error = np.sqrt((len(left) - 1) / max(len(left), 1) * ((left - left.mean()) ** 2).sum())
    middle, spread = np.arctanh(max(value, -1 + 1e-12)), SURE * error / (1 - value**2)
    return Interval(value, float(np.tanh(middle - spread)), float(np.tanh(middle + spread)))
