"""Terms of two and more words: 稀土产业, 民营经济; nouns that stand together more often than their words let expect."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from plananalysis.counts import as_category
from plananalysis.language.nouns import SHORT_HEADS
from plananalysis.language.verbs import ROUTINE_VERBS
from plananalysis.language.word_classes import LOCAL, word_class
from plananalysis.lexicon.genre import genre_terms
from plananalysis.lexicon.taken import Words, as_stopwords
from plananalysis.resources import SHIPPED
from plananalysis.segmentation.cut import tag_of
from plananalysis.tables import LIST_SEPARATOR, check, conform, empty

LONGEST = 4
"""Words of the longest term: of five and more, most are sentences without a verb."""
LEAST_NPMI = 0.15
"""Least normalised pointwise mutual information of the words; below it they meet by chance (工作情况)."""
LEAST_G2 = 10.83
"""Least log-likelihood ratio: that of one chance in a thousand."""
PART = 0.8
"""A term that stands within one longer term so often is a part of that, and no term by itself."""


_COLUMNS = ("doc_id", "passage_id", "start", "end", "token", "kind")


class _Ordered(NamedTuple):
    """The tokens as arrays: word, document, whether the next one follows at once, and what the word may be of a term."""

    word: np.ndarray
    doc: np.ndarray
    follows: np.ndarray
    last: np.ndarray
    inside: np.ndarray
    opens: np.ndarray


class _Grams(NamedTuple):
    """Runs of so many words: by position the number of the run that begins there or -1, and where each first stands."""

    number: np.ndarray
    first: np.ndarray
    n: np.ndarray


def find_terms(
    tokens: pd.DataFrame, *, min_n: int = 3, longest: int = LONGEST, stopwords: Words = SHIPPED
) -> pd.DataFrame:
    """Find the terms of two and more words: what the plans name with several words as one thing.

    A term is a run of words that ends with a noun and holds nouns and attributes before it; its words stand together
    clearly more often than their frequencies let expect, and it is not nearly always a part of one longer term.
    Names, slogans and stopwords are no part of terms.

    Parameters
    ----------
    tokens : DataFrame
        Table of :func:`plananalysis.tokens` or :func:`plananalysis.segment`.
    min_n : int
        Occurrences a term needs.
    longest : int
        Words of the longest term.
    stopwords : table, name, path or words, optional
        Words that no term holds; as in :func:`plananalysis.count_features`.

    Returns
    -------
    DataFrame
        term; words, joined by ｜; n; n_docs; npmi = ln(p / Πpᵢ) / ((k − 1) · −ln p) over its k words, 1 if they
        stand together only; g2 = 2 (n ln(n/e) − n + e) with e = N · Πpᵢ, the occurrences expected. Sorted by falling
        g2.

    References
    ----------
    Bouma, G. (2009). Normalized (pointwise) mutual information in collocation extraction. GSCL 31–40. Frantzi, K.,
    Ananiadou, S. & Mima, H. (2000). Automatic recognition of multi-word terms: the C-value/NC-value method.
    International Journal on Digital Libraries 3, 115–130.

    Examples
    --------
    >>> from plananalysis.examples import spaced_corpus
    >>> _, tokens = spaced_corpus({"甲": "稀土 产业 。 " * 3 + "修路 。 " * 60})
    >>> find_terms(tokens)[["term", "words", "n"]]
       term  words  n
    0  稀土产业  稀土｜产业  3
    """
    check(tokens, "tokens", _COLUMNS)
    if tokens.empty:
        return empty("terms")
    ordered, words, counts = _ordered(tokens, max(2, min_n), as_stopwords(stopwords))
    grams = _grams(ordered, max(2, min_n), longest)
    if not grams:
        return empty("terms")
    parts = [_measured(ordered, counts, size, found) for size, found in grams.items()]
    table = pd.concat(parts, ignore_index=True)
    alone = np.concatenate([_stands_alone(grams, size) for size in grams])
    table = table[(table["npmi"] >= LEAST_NPMI) & (table["g2"] >= LEAST_G2) & alone]
    pieces = [words[ordered.word[at : at + size]] for at, size in table[["first", "size"]].to_numpy()]
    table = table.assign(
        term=["".join(each) for each in pieces], words=[LIST_SEPARATOR.join(each) for each in pieces]
    )
    table = table.drop_duplicates("term")
    order = np.lexsort((table["term"], -table["g2"].round(9)))
    return conform(table.iloc[order], "terms")


def with_terms(tokens: pd.DataFrame, terms: pd.DataFrame) -> pd.DataFrame:
    """Add a token of kind ``term`` at every place of the terms; the words that each is made of stay.

    Counts of words are what they were; counted with ``kinds=("word", "term", "slogan")`` the terms join them, and both
    稀土产业 and 稀土 are counted where 稀土产业 stands.

    Parameters
    ----------
    tokens : DataFrame
        The tokens.
    terms : DataFrame
        Table of :func:`find_terms`.

    Returns
    -------
    DataFrame
        As ``tokens``, in the order of the text; at one place the longer stands first.

    Examples
    --------
    >>> from plananalysis.examples import spaced_corpus
    >>> _, tokens = spaced_corpus({"甲": "稀土 产业 。 " * 3 + "修路 。 " * 60})
    >>> with_terms(tokens, find_terms(tokens))[["start", "end", "token", "kind"]].head(3)
       start  end token  kind
    0      0    4  稀土产业  term
    1      0    2    稀土  word
    2      2    4    产业  word
    """
    check(tokens, "tokens", _COLUMNS)
    check(terms, "terms", ("term", "words"))
    if tokens.empty or terms.empty:
        return tokens
    first, last, number = _places(tokens, terms["words"].tolist())
    token, kind = as_category(tokens["token"]), as_category(tokens["kind"])
    found = tokens.iloc[first].assign(end=tokens["end"].to_numpy()[last])
    names = pd.Index(token.categories).union(pd.Index(terms["term"].unique(), dtype="str"), sort=False)
    sorts = pd.Index(kind.categories).union(pd.Index(["term"], dtype="str"), sort=False)
    added = found.assign(
        token=pd.Categorical(terms["term"].to_numpy()[number], categories=names),
        kind=pd.Categorical(["term"] * len(found), categories=sorts),
    )
    kept = tokens.assign(token=token.set_categories(names), kind=kind.set_categories(sorts))
    order = np.argsort(np.concatenate([first, np.arange(len(tokens)) + 0.5]), kind="stable")
    return conform(pd.concat([added, kept], ignore_index=True).iloc[order], "tokens")


def tokens_and_terms(tokens: pd.DataFrame, kinds: Sequence[str]) -> pd.DataFrame:
    """Return the tokens with their terms of several words, if these are counted and not yet among them.

    Examples
    --------
    >>> from plananalysis.examples import spaced_corpus
    >>> _, tokens = spaced_corpus({"甲": "稀土 产业 。 " * 3 + "修路 。 " * 60})
    >>> len(tokens_and_terms(tokens, ("word",))), len(tokens_and_terms(tokens, ("word", "term")))
    (129, 132)
    """
    if "term" not in kinds or "term" in as_category(tokens["kind"]).categories:
        return tokens
    return with_terms(tokens, find_terms(tokens))


def columns_for(kinds: Sequence[str]) -> tuple[str, ...]:
    """Return the columns of the tokens that counting some kinds takes; terms are found by their places.

    Examples
    --------
    >>> columns_for(("word",))
    ('doc_id', 'token', 'kind')
    """
    return _COLUMNS if "term" in kinds else ("doc_id", "token", "kind")


def several_words(terms: pd.Index, tokens: pd.DataFrame) -> np.ndarray:
    """Return which counted terms are of several words, so that their tokens are counted as words already."""
    token = as_category(tokens["token"])
    added = (tokens["kind"] == "term").to_numpy()
    names = np.asarray(token.categories, dtype=object)
    n_added, n_all = (
        np.bincount(codes[codes >= 0], minlength=len(names)) for codes in (token.codes[added], token.codes)
    )
    only = (n_added > 0) & (n_added == n_all)
    return np.asarray(terms.isin(names[only]))


def _ordered(
    tokens: pd.DataFrame, min_n: int, stop: frozenset[str]
) -> tuple[_Ordered, np.ndarray, np.ndarray]:
    """Return the tokens as arrays, all words by number, and how often each occurs."""
    token = as_category(tokens["token"])
    words = np.asarray(token.categories, dtype=object)
    code, plain = token.codes.astype(np.int64), (tokens["kind"] == "word").to_numpy()
    counts = np.bincount(code[plain], minlength=len(words))
    last, inside, opens = np.zeros((3, len(words)), bool)
    known = genre_terms()
    for number in np.flatnonzero(counts >= min_n).tolist():
        word = words[number]
        if word not in stop:
            tag = tag_of(word)
            kind = LOCAL if tag == LOCAL.tag and word not in known else word_class(tag)
            last[number] = (kind.last and len(word) > 1) or word in SHORT_HEADS
            inside[number] = kind.inside and (len(word) > 1 or kind.short)
            # 建设 as the first word takes what follows for its object; 组织 is a noun in the dictionary.
            opens[number] = inside[number] and not (tag.startswith("v") and word in ROUTINE_VERBS)
    return (
        _Ordered(
            code,
            as_category(tokens["doc_id"]).codes.astype(np.int64),
            _follows(tokens),
            last[code] & plain,
            inside[code] & plain,
            opens[code] & plain,
        ),
        words,
        counts,
    )


def _follows(tokens: pd.DataFrame) -> np.ndarray:
    """Return whether the next token follows without a gap, in the same passage."""
    passage = as_category(tokens["passage_id"]).codes
    start, end = tokens["start"].to_numpy(), tokens["end"].to_numpy()
    return np.append((passage[1:] == passage[:-1]) & (start[1:] == end[:-1]), False)


def _grams(ordered: _Ordered, min_n: int, longest: int) -> dict[int, _Grams]:
    """Return the runs of two, three, ... words that are frequent enough, by their number of words."""
    found: dict[int, _Grams] = {}
    stems = np.where(ordered.opens, ordered.word, -1)
    width = int(ordered.word.max()) + 1
    for size in range(2, longest + 1):
        room = len(ordered.word) - size + 1
        if room < 1:
            break
        end = np.arange(room) + size - 1
        goes_on = (stems[:room] >= 0) & ordered.follows[end - 1]
        grams = _frequent(
            stems, ordered.word, np.flatnonzero(goes_on & ordered.last[end]), size, min_n=min_n, width=width
        )
        if not len(grams.n):
            break
        found[size] = grams
        stems = _frequent(
            stems, ordered.word, np.flatnonzero(goes_on & ordered.inside[end]), size, min_n=min_n, width=width
        ).number
    return found


def _frequent(
    stems: np.ndarray, word: np.ndarray, at: np.ndarray, size: int, *, min_n: int, width: int
) -> _Grams:
    """Give the runs at some positions, each told by its stem and its last word, their numbers."""
    key = stems[at] * width + word[at + size - 1]
    _, first, number, n = np.unique(key, return_index=True, return_inverse=True, return_counts=True)
    kept = n >= min_n
    renumbered = np.where(kept, np.cumsum(kept) - 1, -1)
    places = np.full(len(stems), -1, np.int64)
    places[at] = renumbered[number]
    return _Grams(places, at[first[kept]], n[kept])


def _measured(ordered: _Ordered, counts: np.ndarray, size: int, grams: _Grams) -> pd.DataFrame:
    """Return frequency and cohesion of the runs of so many words."""
    total = counts.sum()
    apart = sum(np.log(counts[ordered.word[grams.first + step]] / total) for step in range(size))
    together = np.log(grams.n / total)
    expected = total * np.exp(apart)
    places = np.flatnonzero(grams.number >= 0)
    pairs = np.unique(grams.number[places] * (int(ordered.doc.max()) + 1) + ordered.doc[places])
    return pd.DataFrame(
        {
            "first": grams.first,
            "size": size,
            "n": grams.n,
            "n_docs": np.bincount(pairs // (int(ordered.doc.max()) + 1), minlength=len(grams.n)),
            "npmi": (together - apart) / ((size - 1) * -together),
            "g2": 2 * (grams.n * np.log(grams.n / expected) - grams.n + expected),
        }
    )


def _stands_alone(grams: dict[int, _Grams], size: int) -> np.ndarray:
    """Return which runs of so many words are not nearly always a part of one and the same longer run."""
    short = grams[size]
    most = np.zeros(len(short.n), np.int64)
    for longer in range(size + 1, max(grams) + 1):
        places = np.flatnonzero(grams[longer].number >= 0)
        whole, width = grams[longer].number[places], len(grams[longer].n)
        for step in range(longer - size + 1):
            part = short.number[places + step]
            pair, n = np.unique((part * width + whole)[part >= 0], return_counts=True)
            np.maximum.at(most, pair // width, n)
    return most < PART * short.n


def _places(tokens: pd.DataFrame, terms: list[str]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return first token, last token and number of the term for every place of some terms, in order."""
    token, plain = as_category(tokens["token"]), (tokens["kind"] == "word").to_numpy()
    words = pd.Index(token.categories)
    follows = np.append(_follows(tokens)[:-1] & plain[1:], False) & plain
    split = [term.split(LIST_SEPARATOR) for term in terms]
    by_size: dict[int, list[int]] = {}
    for number, parts in enumerate(split):
        by_size.setdefault(len(parts), []).append(number)
    where: list[np.ndarray] = []
    for size, numbers in by_size.items():
        codes = words.get_indexer(pd.Index([word for number in numbers for word in split[number]])).reshape(
            -1, size
        )
        where.append(_runs(token.codes.astype(np.int64), follows, codes, np.array(numbers)))
    first, last, number = np.concatenate(where, axis=1)
    order = np.lexsort((-last, first))
    return first[order], last[order], number[order]


def _runs(code: np.ndarray, follows: np.ndarray, wanted: np.ndarray, number: np.ndarray) -> np.ndarray:
    """Return first token, last token and number for every place of runs of one length."""
    size = wanted.shape[1]
    room = len(code) - size + 1
    known = np.zeros(int(code.max(initial=0)) + 1, bool)
    known[wanted[(wanted >= 0).all(axis=1), 0]] = True
    at = np.flatnonzero(known[code[:room]] & follows[:room]) if room > 0 else np.zeros(0, np.int64)
    for step in range(1, size - 1):
        at = at[follows[at + step]]
    runs = code[at[:, None] + np.arange(size)]
    table = pd.MultiIndex.from_arrays(list(wanted.T))
    hit = table.get_indexer(pd.MultiIndex.from_arrays(list(runs.T))) if len(at) else np.zeros(0, np.int64)
    kept = hit >= 0
    return np.stack([at[kept], at[kept] + size - 1, number[hit[kept]]])
