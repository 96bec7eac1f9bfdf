"""Stopwords, lexicons and registers as users hand them over: a table, a shipped name, a path, or words."""

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, TypeGuard

import pandas as pd

from plananalysis import tables
from plananalysis.errors import InputError
from plananalysis.folding import fold_text, plain
from plananalysis.lexicon.own import combine_lexicons, load_lexicon
from plananalysis.lexicon.register import (
    check_register,
    load_register,
    register_lexicon,
    slogan_register,
    with_shipped,
)
from plananalysis.lexicon.stopwords import DEFAULT_LISTS, load_stopwords
from plananalysis.messages.message import Message
from plananalysis.resources import SHIPPED, resource

Words = pd.DataFrame | str | Path | Iterable[str] | None
"""A table, a shipped name, the path of a file, words, or nothing."""

_UNNAMED = {"kind": "slogan", "lexicon": "own", "source": ""}
"""What a row of the lexicon says where the user says nothing."""
_LIST_SUFFIXES = (".txt", ".csv", ".tsv", ".xlsx", ".dict")


def as_stopwords(given: Words) -> frozenset[str]:
    """Return the words to leave out.

    Parameters
    ----------
    given
        A table with a column ``word`` (or ``term``), as :func:`plananalysis.load_stopwords` gives; ``"shipped"``,
        ``"general"`` or ``"plan"`` for our lists; the path of a list; several names and paths; words; or None.

    Raises
    ------
    InputError
        If it is none of these, or the file cannot be read.

    Examples
    --------
    >>> sorted(as_stopwords(["的", "了"])), as_stopwords(None)
    (['了', '的'], frozenset())
    >>> as_stopwords("shipped") == as_stopwords("general") | as_stopwords("plan")
    True
    """
    wanted = Message(
        "a table with a column 'word', a list of words, 'shipped', 'general', 'plan' or the path of a list"
    )
    if given is None:
        return frozenset()
    if isinstance(given, pd.DataFrame):
        column = next((name for name in ("word", "term") if name in given.columns), None)
        if column is None:
            raise InputError("stopwords: the table lacks the column word; {wanted} is wanted", wanted=wanted)
        return frozenset(map(plain, given[column].dropna().astype(str)))
    if _is_path(given):
        return _of_lists((given,))
    words = _words(given, "stopwords", wanted)
    lists = [word for word in words if _names_a_list(word)]
    if lists and len(lists) == len(words):
        return _of_lists(words)
    if lists:
        raise InputError(
            "stopwords: {name} is a list among words; put them together with load_stopwords and pd.concat",
            name=lists[0],
        )
    return frozenset(map(plain, words))


def _of_lists(names: Sequence[str | Path]) -> frozenset[str]:
    """Return the words of lists; shipped ones, which every count asks for, are read anew only when their files change."""
    if not {str(name) for name in names} <= {SHIPPED, *DEFAULT_LISTS}:
        return frozenset(map(plain, load_stopwords(*names)["word"].tolist()))
    changed = [resource("stopwords", f"{name}.csv").stat().st_mtime_ns for name in DEFAULT_LISTS]
    return _of_shipped_lists(tuple(map(str, names)), *changed)


@lru_cache(maxsize=8)
def _of_shipped_lists(names: tuple[str, ...], *_changed: int) -> frozenset[str]:
    return frozenset(map(plain, load_stopwords(*names)["word"].tolist()))


def as_lexicon(given: Words, *, extend: bool = True) -> pd.DataFrame:
    """Return the phrases to keep whole, as the table ``lexicon``.

    Parameters
    ----------
    given
        A table with a column ``term`` and, if they are not slogans, ``kind``; the path of a file for
        :func:`plananalysis.load_lexicon`; terms; a table of the register; ``"shipped"`` for ours; None for none of
        one's own.
    extend
        Put the shipped register behind the phrases; of terms that are equal when folded the first stands.

    Raises
    ------
    InputError
        If it is none of these, or the file cannot be read.

    Examples
    --------
    >>> as_lexicon(["揭榜挂帅"], extend=False)[["term", "kind", "lexicon"]]
       term    kind lexicon
    0  揭榜挂帅  slogan     own
    """
    if isinstance(given, str) and given == SHIPPED:
        return register_lexicon()
    if given is None:
        return _shipped_lexicon().copy() if extend else tables.empty("lexicon")
    own = _lexicon(given)
    return combine_lexicons(own, register_lexicon()) if extend else own


def as_register(given: Words, *, extend: bool = True) -> pd.DataFrame:
    """Return the known slogans, as the table ``register``.

    Parameters
    ----------
    given
        A table with a column ``term``; the path of a file for :func:`plananalysis.load_register`; terms; ``"shipped"``
        for ours; None for none of one's own.
    extend
        Put the shipped register behind them, less the terms that they hold.

    Raises
    ------
    InputError
        If it is none of these, or the file cannot be read.

    Examples
    --------
    >>> as_register(["三张清单"], extend=False)[["term", "kind"]]
       term     kind
    0  三张清单  numeric
    """
    wanted = Message("a table with a column 'term', a list of terms, 'shipped' or the path of a file")
    if isinstance(given, str) and given == SHIPPED:
        return slogan_register()
    if given is None:
        own = tables.empty("register")
    elif isinstance(given, pd.DataFrame):
        own = check_register(given)
    elif _is_path(given):
        own = load_register(_existing(given, "register", Message("a list of terms")), extend=False)
    else:
        own = check_register(pd.DataFrame({"term": _words(given, "register", wanted)}))
    return with_shipped(own) if extend else own


@cache
def _shipped_lexicon() -> pd.DataFrame:
    """Return what every corpus is cut with that has no lexicon of its own; nobody but :func:`as_lexicon` sees it."""
    return combine_lexicons(register_lexicon())


def _lexicon(given: Any) -> pd.DataFrame:
    """Return the user's own phrases as the table ``lexicon``."""
    wanted = Message("a table with the columns 'term' and 'kind', a list of terms, or the path of a file")
    if isinstance(given, pd.DataFrame):
        if "members" in given.columns and "term" in given.columns:
            return register_lexicon(check_register(given))
        if "slogan" in given.columns:
            raise InputError(
                "lexicon: a table of slogans was given; slogan_lexicon(slogans) makes a lexicon of it"
            )
        if "term" not in given.columns:
            raise InputError("lexicon: the table lacks the column term; {wanted} is wanted", wanted=wanted)
        named = given.reindex(columns=tables.columns("lexicon")).astype(object)
        return _with_terms(tables.conform(named.fillna(_UNNAMED), "lexicon"))
    if _is_path(given):
        return load_lexicon(_existing(given, "lexicon", Message("a list of terms")))
    terms = _words(given, "lexicon", wanted)
    frame = pd.DataFrame({"term": list(dict.fromkeys(terms))}).assign(**_UNNAMED)
    return _with_terms(tables.conform(frame, "lexicon"))


def _with_terms(lexicon: pd.DataFrame) -> pd.DataFrame:
    """Return the lexicon if every row has a term."""
    for number, term in enumerate(lexicon["term"], start=1):
        if pd.isna(term) or not fold_text(term):
            raise InputError("lexicon: row {number} has no term; write one or delete the row", number=number)
    return lexicon


def _is_path(given: object) -> TypeGuard[str | Path]:
    return isinstance(given, str | Path)


def _existing(path: str | Path, what: str, remedy: str) -> str | Path:
    """Return a path to something; what looks like a term and not like a file is told apart in the error."""
    if isinstance(path, str) and not Path(path).exists() and not Path(path).suffix:
        raise InputError(
            "{what}: no file {path!r}; give its path, or {remedy}: [{path!r}]",
            what=what,
            path=path,
            remedy=remedy,
        )
    return path


def _names_a_list(word: str) -> bool:
    """Tell whether a word is a shipped list or a file rather than a word to leave out."""
    if word in (SHIPPED, *DEFAULT_LISTS):
        return True
    return "." in word and Path(word).suffix.lower() in _LIST_SUFFIXES


def _words(given: Any, what: str, wanted: str) -> list[str]:
    """Return words given as a list, set, column or index."""
    if isinstance(given, dict) or not pd.api.types.is_list_like(given):
        raise InputError(
            "{what}: {wanted} is wanted, {kind} was given",
            what=what,
            wanted=wanted,
            kind=type(given).__name__,
        )
    words = [str(word) if isinstance(word, Path) else word for word in given]
    other = next((word for word in words if not isinstance(word, str)), None)
    if other is not None:
        raise InputError(
            "{what}: {wanted} is wanted, a list with {other!r} was given",
            what=what,
            wanted=wanted,
            other=other,
        )
    return words
