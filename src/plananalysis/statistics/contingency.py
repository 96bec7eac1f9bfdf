"""How strongly two things go together, from how often they meet and how often each occurs."""

import numpy as np


def association(
    n: np.ndarray, row: np.ndarray, column: np.ndarray, total: int | np.ndarray
) -> dict[str, np.ndarray]:
    """Return the measures of association of two-by-two tables.

    Parameters
    ----------
    n
        How often both occur together.
    row, column
        How often the one occurs, and the other.
    total
        Size of the sample.

    Returns
    -------
    dict of str to array
        g2 (negative where they avoid each other), pmi, lambda, and z (lambda by its standard error).

    Notes
    -----
    With O the four cells, E what independence has in them and o = O + 0.5: ``g2 = 2 Σ O·ln(O/E)`` (Dunning 1993),
    ``pmi = log₂(O₁₁/E₁₁)``, ``lambda = ln(o₁₁·o₂₂ / (o₁₂·o₂₁))``, ``z = lambda / √(Σ 1/o)`` (Haldane 1955; Woolf 1955).

    Examples
    --------
    >>> found = association(np.array([8]), np.array([10]), np.array([10]), 100)
    >>> {name: round(float(value[0]), 2) for name, value in found.items()}
    {'g2': 35.83, 'pmi': 3.0, 'lambda': 4.79, 'z': 4.97}
    """
    from scipy.special import xlogy

    cells = np.array([n, row - n, column - n, total - row - column + n], dtype=np.float64)
    rows = np.array([cells[0] + cells[1], cells[2] + cells[3]])
    columns = np.array([cells[0] + cells[2], cells[1] + cells[3]])
    with np.errstate(divide="ignore", invalid="ignore"):
        expected = np.array([rows[i // 2] * columns[i % 2] for i in range(4)]) / total
        g2 = 2 * np.nan_to_num(xlogy(cells, cells / expected)).sum(axis=0)
        pmi = np.log2(cells[0] / expected[0])
    smooth = cells + 0.5
    log = np.log(smooth)
    strength = log[0] + log[3] - log[1] - log[2]
    return {
        "g2": np.where(cells[0] >= expected[0], 1, -1) * np.maximum(g2, 0),
        "pmi": pmi,
        "lambda": strength,
        "z": strength / np.sqrt((1 / smooth).sum(axis=0)),
    }
