"""What the methods cite, as a list of references, and how the program itself is cited."""

from collections.abc import Iterable
from typing import NamedTuple

import plananalysis

RELEASED = "2026-11-30"
"""Day of the version, as CITATION.cff has it."""


class Work(NamedTuple):
    """A work by the names and the year with which the methods cite it."""

    names: str
    year: int
    reference: str


WORKS = (
    Work(
        "de Leeuw",
        1977,
        "de Leeuw, J. (1977). Applications of convex analysis to multidimensional scaling. In J. R. Barra et al. (eds.), "
        "Recent Developments in Statistics, 133–145. Amsterdam: North-Holland.",
    ),
    Work(
        "Dunning",
        1993,
        "Dunning, T. (1993). Accurate methods for the statistics of surprise and coincidence. Computational Linguistics "
        "19(1), 61–74.",
    ),
    Work(
        "Künsch",
        1989,
        "Künsch, H. R. (1989). The jackknife and the bootstrap for general stationary observations. Annals of Statistics "
        "17(3), 1217–1241.",
    ),
    Work(
        "Liang and Zeger",
        1986,
        "Liang, K.-Y. & Zeger, S. L. (1986). Longitudinal data analysis using generalized linear models. Biometrika "
        "73(1), 13–22.",
    ),
    Work(
        "Mantel",
        1963,
        "Mantel, N. (1963). Chi-square tests with one degree of freedom; extensions of the Mantel–Haenszel procedure. "
        "Journal of the American Statistical Association 58(303), 690–700.",
    ),
    Work(
        "Monroe, Colaresi and Quinn",
        2008,
        "Monroe, B. L., Colaresi, M. P. & Quinn, K. M. (2008). Fightin’ words: lexical feature selection and evaluation "
        "for identifying the content of political conflict. Political Analysis 16(4), 372–403.",
    ),
)
"""What the methods cite, in the order of a list of references."""


def references(paragraphs: Iterable[str]) -> list[str]:
    """Return the references of the works that English paragraphs cite.

    Examples
    --------
    >>> references(["Terms by the log-likelihood ratio (Dunning 1993)."])
    ['Dunning, T. (1993). Accurate methods for the statistics of surprise and coincidence. Computational Linguistics 19(1), 61–74.']
    """
    text = "\n".join(paragraphs)
    return [work.reference for work in WORKS if f"{work.names} {work.year}" in text]


def citation() -> str:
    """Return how to cite plananalysis, with the version that is installed, as a BibTeX entry.

    Examples
    --------
    >>> print(citation())
    @software{plananalysis,
      title = {plananalysis: compare Chinese plan documents},
      author = {{The plananalysis authors}},
      version = {0.1.0},
      date = {2026-11-30},
      license = {MIT}
    }
    """
    fields = {
        "title": "plananalysis: compare Chinese plan documents",
        "author": "{The plananalysis authors}",
        "version": plananalysis.__version__,
        "date": RELEASED,
        "license": "MIT",
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
    return f"@software{{plananalysis,\n{lines}\n}}"
