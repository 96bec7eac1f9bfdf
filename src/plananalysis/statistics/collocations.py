"""Collocations: which words stand next to each other, or near a node, more often than chance has it."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from plananalysis.common_options import COUNTED_KINDS, LISTED_MIN_N, Part, in_part
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.counts import as_category, kept_tokens, with_names
from plananalysis.errors import InputError, warn
from plananalysis.folding import plain
from plananalysis.groups import document_groups
from plananalysis.lexicon.taken import Words, as_stopwords
from plananalysis.resources import SHIPPED
from plananalysis.statistics.absent import why_absent
from plananalysis.statistics.concordance import find_places
from plananalysis.statistics.contingency import association
from plananalysis.tables import check, conform, empty

_SENTENCE_ENDS = frozenset("。！？；!?;…")
_PAD = 0  # stands for a token that takes no part: punctuation, stopwords, other kinds


class _Sequence(NamedTuple):
    """The tokens in reading order: code of the word (0: takes no part), document, and what parts them.

    ``doc`` numbers the documents so that those of a unit follow each other; ``unit`` gives the unit of each number.
    """

    word: np.ndarray
    doc: np.ndarray
    unit: np.ndarray
    passage: np.ndarray
    touches_next: np.ndarray
    sentence: np.ndarray
    words: np.ndarray


class _Table(NamedTuple):
    """Counts of pairs: together, in how many documents and units, each alone, and the size of the sample."""

    first: np.ndarray
    second: np.ndarray
    n: np.ndarray
    n_docs: np.ndarray
    n_units: np.ndarray
    row: np.ndarray
    column: np.ndarray
    total: int


def collocations(
    tokens: pd.DataFrame,
    corpus: Corpus,
    *,
    node: str | None = None,
    window: int | tuple[int, int] = 5,
    min_n: int = LISTED_MIN_N,
    kinds: Sequence[str] = COUNTED_KINDS,
    names: bool = True,
    stopwords: Words = SHIPPED,
    across_punctuation: bool = False,
    part: Part = None,
) -> pd.DataFrame:
    """Find word pairs that belong together: all neighbours, or what stands near one node.

    Without a node every two neighbouring tokens of a passage are a pair, in their order; punctuation, stopwords and
    other kinds are no part of a listed pair but hold their place, as padding does in quanteda. With a node
    the collocates are the counted words within ``window`` of it in the same sentence.

    With O₁₁ the pairs, R₁ the pairs with the first word, C₁ those with the second, N all (with a node: R₁ the
    tokens near the node, C₁ the collocate's, N all but the node's):

    - g2 = 2 Σ O·ln(O/E), pmi = log₂(O₁₁·N / (R₁·C₁)), log_dice = 14 + log₂(2·O₁₁ / (f₁ + f₂))
    - lambda = ln(o₁₁·o₂₂ / (o₁₂·o₂₁)) with o = O + 0.5, z = lambda / √(Σ 1/o), as quanteda's
      ``textstat_collocations``

    Parameters
    ----------
    tokens, corpus : DataFrame, Corpus
        The corpus and its tokens; punctuation among them parts sentences.
    node : str, optional
        A token, for instance a slogan.
    window : int or (int, int)
        With a node: tokens to the left and right of it that count; (2, 0) looks to the left only.
    min_n : int
        Occurrences together that a pair needs.
    kinds, names, stopwords, part
        Tokens that count, terms left out, and parts of the plans; as in :func:`plananalysis.count_features`.
    across_punctuation : bool
        Take words on either side of punctuation as neighbours.

    Returns
    -------
    DataFrame
        first, second: the words (the node first); n; n_first, n_second: occurrences in pairs in that place (with
        a node: of the node and of the collocate at all); n_docs, n_units; g2 (negative where they avoid each
        other), log_dice, pmi, lambda, z. Sorted by falling z.

    Raises
    ------
    InputError
        If the node does not occur (near ones are named), or the window is negative.

    References
    ----------
    Blaheta, D. & Johnson, M. (2001). Unsupervised learning of multi-word verbs. Dunning, T. (1993). Accurate methods
    for the statistics of surprise and coincidence. Evert, S. (2008). Corpora and collocations. Rychlý, P. (2008). A
    lexicographer-friendly association score.

    Examples
    --------
    >>> from plananalysis.examples import spaced_corpus
    >>> corpus, tokens = spaced_corpus({"甲": "创新 党建 。 创新 党建 ， 完成 学习", "乙": "创新 党建 学习"})
    >>> collocations(tokens, corpus)[["first", "second", "n", "n_docs", "log_dice"]]
      first second  n  n_docs  log_dice
    0    创新     党建  3       2      14.0
    """
    check(tokens, "tokens")
    check_corpus(corpus)
    corpus, tokens = in_part(part, corpus, tokens)
    node = node if node is None else plain(node)
    # Terms of several words stand in the places of their words, and are no neighbours of these.
    tokens = tokens[(tokens["kind"] != "term").to_numpy()]
    sequence = _sequence(tokens, corpus, with_names(kinds, names), stopwords)
    if node is None:
        table = _neighbours(sequence, across_punctuation, max(1, min_n))
        n_first, n_second = table.row, table.column
    else:
        if not _code(sequence, node):
            why = why_absent(node, tokens, find_places(corpus, node), kinds=kinds, stopwords=stopwords)
            raise InputError("collocations: {reason}", reason=why)
        table, n_node = _around(sequence, node, window, max(1, min_n))
        n_first, n_second = np.full(len(table.n), n_node), table.column
    if not len(table.n):
        warn(
            "collocations: no two words stand together {n} times; lower min_n or widen the window",
            n=max(1, min_n),
        )
        return empty("collocations")
    columns = {
        "first": sequence.words[table.first],
        "second": sequence.words[table.second],
        "n": table.n,
        "n_first": n_first,
        "n_second": n_second,
        "n_docs": table.n_docs,
        "n_units": table.n_units,
        "log_dice": 14 + np.log2(2 * table.n / (n_first + n_second)),
        **association(table.n, table.row, table.column, table.total),
    }
    found = pd.DataFrame(columns)
    # Codes of words are in code point order.
    order = np.lexsort((table.second, table.first, -np.round(columns["z"], 12)))
    return conform(found.iloc[order], "collocations")


def _sequence(
    tokens: pd.DataFrame,
    corpus: Corpus,
    kinds: Sequence[str],
    stopwords: Words,
) -> _Sequence:
    """Put the tokens into reading order as codes; words are numbered from 1 in code point order."""
    term, doc, passage = (as_category(tokens[name]) for name in ("token", "doc_id", "passage_id"))
    stop = as_stopwords(stopwords)
    names = np.asarray(term.categories, dtype=object)
    order = sorted((i for i, name in enumerate(names) if name not in stop), key=names.__getitem__)
    number = np.zeros(len(names) + 1, dtype=np.int64)
    number[order] = np.arange(1, len(order) + 1)
    word = np.where(kept_tokens(tokens, kinds), number[term.codes], _PAD)
    closing = np.array([bool(_SENTENCE_ENDS & set(name)) for name in names] + [False], dtype=bool)
    start, end = tokens["start"].to_numpy(), tokens["end"].to_numpy()
    reading = np.lexsort((start, doc.codes))
    word, start, end = word[reading], start[reading], end[reading]
    number_of, unit = _documents(doc, corpus)
    doc_code, passage_code = number_of[doc.codes[reading]], passage.codes[reading]
    same = passage_code[1:] == passage_code[:-1]
    touches_next = np.append(same & (start[1:] == end[:-1]), False)[: len(word)]
    parted = np.concatenate(([False], ~same))[: len(word)]
    closed = np.concatenate(([False], closing[term.codes[reading]][:-1]))[: len(word)]
    sentence = np.cumsum(parted | closed)
    words = np.concatenate(([""], names[order]))
    return _Sequence(word, doc_code, unit, passage_code, touches_next, sentence, words)


def _documents(doc: pd.Categorical, corpus: Corpus) -> tuple[np.ndarray, np.ndarray]:
    """Return for every category a number that runs unit by unit, and for every number its unit."""
    units, _ = document_groups(corpus, "unit")
    order = np.argsort(units, kind="stable")
    rank = np.full(len(order) + 1, -1, dtype=np.int64)
    rank[order] = np.arange(len(order))
    number = rank[pd.Index(corpus.documents["doc_id"]).get_indexer(doc.categories)]
    if len(doc) and number[np.unique(doc.codes)].min() < 0:
        raise InputError("the tokens name documents that the corpus lacks; segment this corpus first")
    return number, units[order]


def _neighbours(sequence: _Sequence, across_punctuation: bool, min_n: int) -> _Table:
    """Count pairs of neighbours."""
    word, doc = sequence.word, sequence.doc
    if across_punctuation:
        kept = word != _PAD
        word, doc, passage = word[kept], doc[kept], sequence.passage[kept]
        linked = passage[1:] == passage[:-1]
    else:
        linked = sequence.touches_next[:-1]
    first, second, at = word[:-1][linked], word[1:][linked], doc[:-1][linked]
    width = len(sequence.words)
    row, column = (np.bincount(side, minlength=width) for side in (first, second))
    real = (first != _PAD) & (second != _PAD)
    keys, n, n_docs, n_units = _tally(first[real] * width + second[real], at[real], sequence.unit, min_n)
    one, two = keys // width, keys % width
    return _Table(one, two, n, n_docs, n_units, row[one], column[two], len(first))


def _around(sequence: _Sequence, node: str, window: int | tuple[int, int], min_n: int) -> tuple[_Table, int]:
    """Count what stands near the node; a token near two nodes counts once."""
    before, after = (window, window) if isinstance(window, int) else window
    if min(before, after) < 0 or max(before, after) < 1:
        raise InputError("window must reach at least one token to one side, not {window!r}", window=window)
    counted = sequence.word != _PAD
    word, sentence, doc = sequence.word[counted], sequence.sentence[counted], sequence.doc[counted]
    code = _code(sequence, node)
    at = np.flatnonzero(word == code)
    close = np.zeros(len(word), dtype=bool)
    for step in [*range(-before, 0), *range(1, after + 1)]:
        there = at + step
        inside = (there >= 0) & (there < len(word))
        there, origin = there[inside], at[inside]
        close[there[sentence[there] == sentence[origin]]] = True
    close &= word != code
    overall = np.bincount(word[word != code], minlength=len(sequence.words))
    second, n, n_docs, n_units = _tally(word[close], doc[close], sequence.unit, min_n)
    first, row = np.full(len(second), code), np.full(len(second), int(close.sum()))
    return _Table(first, second, n, n_docs, n_units, row, overall[second], int(overall.sum())), len(at)


def _code(sequence: _Sequence, node: str) -> int:
    """Return the code of a word among the tokens that take part, 0 if it is none of them."""
    code = int(np.searchsorted(sequence.words[1:].astype(str), node)) + 1
    known = code < len(sequence.words) and sequence.words[code] == node
    return code if known and (sequence.word == code).any() else 0


def _tally(
    key: np.ndarray, doc: np.ndarray, unit: np.ndarray, min_n: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Count every key: the keys with enough occurrences, their number, documents and units."""
    width = max(1, len(unit))
    joint = np.sort(key * width + doc)
    found, at = joint // width, joint % width
    changed = found[1:] != found[:-1]
    starts = np.concatenate(([0], np.flatnonzero(changed) + 1))[: len(joint)]
    n = np.diff(np.append(starts, len(joint)))
    kept = n >= min_n
    if not len(starts):
        return starts, n, n, n
    # Within a key the documents ascend, and with them the units: count the steps.
    steps = (changed | (joint[1:] != joint[:-1]), changed | (unit[at[1:]] != unit[at[:-1]]))
    n_docs, n_units = (np.add.reduceat(np.append(1, step), starts) for step in steps)
    return found[starts][kept], n[kept], n_docs[kept], n_units[kept]
