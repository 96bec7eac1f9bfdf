"""Templates of messages: names in braces, filled with values, read back from a text, the same in both languages."""

import re
import string
from collections.abc import Iterable
from functools import cache
from typing import Any

ENGLISH, CHINESE = "en", "zh"
_BETWEEN = {
    ENGLISH: {"": ", ", "or": " or ", "and": " and "},
    CHINESE: {"": "、", "or": "或", "and": "和"},
}
"""What stands between the entries of a list, by what the template says behind the colon."""


_SHAPES = {"numbers": r"[\d–, ]+"}
"""What a value looks like that is no free text, by its name."""
_NUMBER = r"[\d,.]+"
"""What a value with a format looks like."""


class _Filling(string.Formatter):
    """Puts values into a template: messages in its language, lists with what parts them there, words by number."""

    def __init__(self, language: str) -> None:
        self.language = language

    def format_field(self, value: Any, format_spec: str) -> str:
        """Return a value as it stands in the text."""
        if "|" in format_spec:
            one, several = format_spec.split("|")
            return one if value == 1 else several
        said = getattr(getattr(value, "message", value), "said", None)
        if said is not None:
            return str(said(self.language))
        if isinstance(value, Iterable) and not isinstance(value, str | bytes):
            between = _BETWEEN[self.language].get(format_spec, format_spec)
            return between.join(self.format_field(entry, "") for entry in value)
        return format(value, format_spec) if format_spec else str(value)


_FILLING = {language: _Filling(language) for language in _BETWEEN}


def filled(template: str, values: dict[str, Any], language: str) -> str:
    """Return a template with its values.

    Parameters
    ----------
    template
        ``{name}`` stands for a value, ``{name!r}`` for its repr, ``{n:,}`` for a number; ``{n:row|rows}`` for the word
        that goes with the number; a list is joined by commas, ``{names:or}`` by "or".
    values
        The values by name; messages and errors among them are put into the same language.
    language
        ``en`` or ``zh``.

    Examples
    --------
    >>> filled("{n:,} {n:row|rows}: {names}", {"n": 1200, "names": ["甲", "乙"]}, "en")
    '1,200 rows: 甲, 乙'
    >>> filled("{n} 行：{names:or}", {"n": 1, "names": ["甲", "乙"]}, "zh")
    '1 行：甲或乙'
    """
    return _FILLING[language].vformat(template, (), values)


@cache
def placeholders(template: str) -> frozenset[str]:
    """Return the names of the values that a template takes.

    Examples
    --------
    >>> sorted(placeholders("{n:,} {n:row|rows} in {path}"))
    ['n', 'path']
    """
    return frozenset(name for _, name, _, _ in string.Formatter().parse(template) if name)


@cache
def pattern(template: str) -> "re.Pattern[str] | None":
    """Return what reads the values back from a filled template; None for one that has no words of its own.

    Examples
    --------
    >>> pattern("{n:,} {n:row|rows} of {path}").fullmatch("12 rows of a.csv").groupdict()
    {'n': '12', 'path': 'a.csv'}
    """
    pieces, words, met = [], "", set()
    for literal, name, spec, _ in string.Formatter().parse(template):
        pieces.append(re.escape(literal))
        words += literal
        if not name:
            continue
        if spec and "|" in spec:
            pieces.append(f"(?:{'|'.join(map(re.escape, spec.split('|')))})")
        else:
            shape = _SHAPES.get(
                name, _NUMBER if spec and spec not in _BETWEEN[ENGLISH] and spec != " " else ".+?"
            )
            pieces.append(f"(?P={name})" if name in met else f"(?P<{name}>{shape})")
            met.add(name)
    if not any(char.isalpha() for char in words):
        return None
    return re.compile("".join(pieces), re.DOTALL)
