"""What a report is asked to take: words, terms and themes of one's own; as the steps take them, and as run.json keeps them."""

from collections.abc import Hashable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from plananalysis.common_options import LISTED_MIN_CHARS
from plananalysis.lexicon.stopwords import DEFAULT_LISTS
from plananalysis.lexicon.taken import Words, as_lexicon, as_register, as_stopwords
from plananalysis.lexicon.theme_lexicons import SHIPPED as SHIPPED_THEMES
from plananalysis.lexicon.theme_lexicons import ThemeLexicon, as_theme_lexicon
from plananalysis.resources import SHIPPED

OWN_THEMES = "own"
"""What a theme lexicon is called that has no name: a table or a dict."""


class Settings(NamedTuple):
    """Words of one's own for a report, each read once; what is not asked for is None or what is shipped.

    Attributes
    ----------
    stopwords : frozenset of str or tuple of str
        Words to leave out, or names of shipped lists.
    lexicon, register : DataFrame or None
        Terms kept whole, known slogans; those that are shipped join the register.
    themes : DataFrame, str or None
        A theme lexicon, the name of a shipped one, or the one that fits better.
    themes_name : str
        What the page calls a theme lexicon of one's own.
    names : bool
        Whether places, units and persons are counted as well.
    min_chars : int
        Characters of a term that is listed.
    """

    stopwords: frozenset[str] | tuple[str, ...] = DEFAULT_LISTS
    lexicon: pd.DataFrame | None = None
    register: pd.DataFrame | None = None
    themes: pd.DataFrame | str | None = None
    themes_name: str = ""
    names: bool = False
    min_chars: int = LISTED_MIN_CHARS


def settings_of(
    *,
    stopwords: Words = SHIPPED,
    lexicon: Words = None,
    register: Words = None,
    themes: ThemeLexicon | None = None,
    names: bool = False,
    min_chars: int = LISTED_MIN_CHARS,
) -> Settings:
    """Read what a report is asked to take.

    Parameters
    ----------
    stopwords, lexicon, register, names, min_chars
        As in :func:`plananalysis.run_steps`.
    themes
        A theme lexicon; as ``lexicon`` in :func:`plananalysis.code_themes`.

    Raises
    ------
    InputError
        If one of them cannot be used.

    Examples
    --------
    >>> asked = settings_of(stopwords=["同志"], lexicon=["渔港夜校"])
    >>> sorted(asked.stopwords), asked.lexicon["term"].tolist(), asked.themes
    (['同志'], ['渔港夜校'], None)
    """
    own_themes = themes is not None and str(themes) not in SHIPPED_THEMES
    return Settings(
        _lists(stopwords) or as_stopwords(stopwords),
        None if lexicon is None else as_lexicon(lexicon, extend=False),
        None if register is None else as_register(register, extend=False),
        as_theme_lexicon(themes) if own_themes and themes is not None else themes,  # type: ignore[arg-type]
        (Path(themes).stem if isinstance(themes, str | Path) else OWN_THEMES) if own_themes else "",
        names,
        min_chars,
    )


def _lists(stopwords: Words) -> tuple[str, ...]:
    """Return the names of shipped lists, () where anything else is asked for."""
    if not isinstance(stopwords, str | list | tuple):
        return ()
    names = [stopwords] if isinstance(stopwords, str) else stopwords
    if not names or not set(names) <= {SHIPPED, *DEFAULT_LISTS}:
        return ()
    return tuple(name for name in DEFAULT_LISTS if name in names or SHIPPED in names)


def recorded(settings: Settings) -> dict[str, object]:
    """Return the settings as ``run.json`` keeps them: lists of one's own as they are, so that no file of theirs is needed.

    Examples
    --------
    >>> recorded(settings_of(stopwords=["同志"]))
    {'stopwords': {'rows': ['同志']}}
    >>> recorded(Settings())
    {'stopwords': ['general', 'plan']}
    """
    names = settings.stopwords
    said: dict[str, object] = {
        "stopwords": list(names) if isinstance(names, tuple) else {"rows": sorted(names)}
    }
    if settings.names:
        said["names"] = True
    if settings.min_chars != LISTED_MIN_CHARS:
        said["min_chars"] = settings.min_chars
    for name, table in (("lexicon", settings.lexicon), ("register", settings.register)):
        if table is not None:
            said[name] = {"rows": _rows(table)}
    if isinstance(settings.themes, pd.DataFrame):
        said["themes"] = {"name": settings.themes_name, "rows": _rows(settings.themes)}
    elif settings.themes is not None:
        said["themes"] = str(settings.themes)
    return said


def _rows(table: pd.DataFrame) -> list[dict[Hashable, Any]]:
    """Return the rows of a table for JSON."""
    plain = table.astype(object)
    return plain.where(plain.notna(), None).to_dict("records")


def settings_from(options: Mapping[str, Any]) -> Settings:
    """Return the settings that a record keeps.

    Examples
    --------
    >>> asked = settings_of(stopwords=["同志"], lexicon=["渔港夜校"], themes={"水利": ["渠道"]})
    >>> again = settings_from(recorded(asked))
    >>> again.stopwords == asked.stopwords, again.lexicon.equals(asked.lexicon), again.themes.equals(asked.themes)
    (True, True, True)
    """
    stopwords, themes = options.get("stopwords", list(DEFAULT_LISTS)), options.get("themes")
    own = {name: pd.DataFrame(options[name]["rows"]) for name in ("lexicon", "register") if options.get(name)}
    asked = settings_of(
        stopwords=stopwords["rows"] if isinstance(stopwords, dict) else stopwords,
        themes=pd.DataFrame(themes["rows"]) if isinstance(themes, dict) else themes,
        names=options.get("names", False),
        min_chars=options.get("min_chars", LISTED_MIN_CHARS),
        **own,
    )
    return asked._replace(themes_name=themes["name"]) if isinstance(themes, dict) else asked


def in_words(value: object) -> object:
    """Return a setting as METHODS.md lists it: of a list of one's own how long it is.

    Examples
    --------
    >>> in_words({"rows": ["同志", "们"]}), in_words("unit")
    ('2 rows of your own, listed in run.json', 'unit')
    """
    if isinstance(value, dict) and "rows" in value:
        return f"{len(value['rows'])} rows of your own, listed in run.json"
    return value
