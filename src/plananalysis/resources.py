"""Where the data folders of the project lie: beside the package in a checkout, inside it when installed."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """Return the path of a data file or folder that ships with plananalysis.

    Parameters
    ----------
    *parts
        Path below the project's top level, such as ``"stopwords", "general.csv"``.

    Raises
    ------
    FileNotFoundError
        If neither the installed package nor the checkout holds it.

    Examples
    --------
    >>> resource("stopwords").name
    'stopwords'
    """
    for root in (_PACKAGE / "_data", _PACKAGE.parents[1]):
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError(f"plananalysis ships no {'/'.join(parts)}")


def sample_path() -> Path:
    """Return the folder of the sample corpus: thirteen invented plans of ten units, in two years.

    Examples
    --------
    >>> sample_path().name
    'corpus'
    """
    return resource("corpus")
