"""Concordance: every place where a phrase occurs, with the text around it (KWIC)."""

import re
from collections.abc import Callable, Iterator

import numpy as np
import pandas as pd

from plananalysis.common_options import Part, corpus_part
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.counts import as_category
from plananalysis.errors import InputError, warn
from plananalysis.folding import Folded, fold, fold_text
from plananalysis.messages.message import Message
from plananalysis.statistics.absent import why_absent
from plananalysis.tables import check, conform, from_records

_SORTS = (None, "left", "right")
_LINE_END = re.compile(r"[\n\r\v\f\x85\u2028\u2029]")


def concordance(
    corpus: Corpus,
    pattern: str,
    *,
    regex: bool = False,
    tokens: pd.DataFrame | None = None,
    width: int = 20,
    sort: str | None = None,
    part: Part = None,
) -> pd.DataFrame:
    """List every place where a phrase occurs, with what stands before and after it.

    Parameters
    ----------
    corpus : Corpus
        The corpus; excluded spans are not searched and not shown.
    pattern : str
        A word, phrase or slogan. It is found whatever its quotation marks, width, case and commas: 两个维护 also finds
        “两个维护”, 不忘初心、牢记使命 also 不忘初心，牢记使命. Never across a line end.
    regex : bool
        Take the pattern as a regular expression over the text as it stands.
    tokens : DataFrame, optional
        List only places where the phrase is a token of its own, so that there are as many as the counts say:
        党建 then finds neither the 党建 in 抓党建促乡村振兴 (a slogan) nor chance neighbours.
    width : int
        Characters shown on either side, at most; not beyond an excluded span.
    sort : {None, "left", "right"}
        Order of the text; or by what stands before, read backwards from the node; or by what stands after.
    part
        Read only these parts of the plans; as in :func:`plananalysis.count_features`.

    Returns
    -------
    DataFrame
        doc_id, unit, year, passage_id; start, end of the place in the document's text; left, node, right: the text
        as it stands, ``text[start:end] == node``.

    Raises
    ------
    InputError
        If the pattern is empty or not a regular expression, or an option does not exist.

    Examples
    --------
    >>> from plananalysis.examples import spaced_corpus
    >>> corpus, tokens = spaced_corpus({"甲": "坚决 做到 “ 两个维护 ” ， 强化 监督 。"})
    >>> concordance(corpus, "两个维护", width=4)[["start", "end", "left", "node", "right"]]
       start  end  left  node right
    0      5    9  决做到“  两个维护  ”，强化
    """
    check_corpus(corpus)
    corpus = corpus_part(part, corpus)
    if tokens is not None:
        check(tokens, "tokens", ("doc_id", "start", "end", "token"))
    if sort not in _SORTS:
        raise InputError("cannot sort by {sort!r}; use 'left', 'right' or None", sort=sort)
    if width < 0:
        raise InputError("width must be 0 or more, not {width}", width=width)
    if tokens is not None and regex:
        raise InputError("a regular expression searches the text; leave out tokens")
    table = find_places(corpus, pattern, regex=regex, tokens=tokens, width=width)
    if table.empty and tokens is not None:
        warn("concordance: {reason}", reason=why_absent(pattern, tokens, find_places(corpus, pattern)))
    elif table.empty and len(corpus):
        warn("concordance: {reason}", reason=_why_nowhere(corpus, pattern, regex))
    if sort == "left":
        table = table.sort_values("left", key=lambda column: column.str[::-1], kind="stable")
    elif sort == "right":
        table = table.sort_values("right", kind="stable")
    return conform(table, "concordance")


def find_places(
    corpus: Corpus,
    pattern: str,
    *,
    regex: bool = False,
    tokens: pd.DataFrame | None = None,
    width: int = 0,
) -> pd.DataFrame:
    """Return the table of :func:`concordance` in the order of the text; where there is none, without a warning.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> find_places(corpus_from_texts({"a": "坚决做到“两个维护”。"}), "火箭").empty
    True
    """
    spans = _token_spans(tokens, pattern) if tokens is not None else None
    find = _finder(pattern, regex=regex)
    passages = dict(iter(corpus.passages.sort_values(["doc_id", "start"]).groupby("doc_id", sort=False)))
    excluded = dict(iter(corpus.excluded.sort_values(["doc_id", "start"]).groupby("doc_id", sort=False)))
    rows: list[tuple] = []
    meta = corpus.documents[["doc_id", "unit", "year", "text"]].itertuples(index=False)
    for doc_id, unit, year, text in meta:
        matches = find(text) if spans is None else iter(spans.get(doc_id, ()))
        found = list(matches)
        if not found or doc_id not in passages:
            continue
        here = passages[doc_id]
        starts, ends = here["start"].to_numpy(), here["end"].to_numpy()
        ids = here["passage_id"].to_numpy()
        floor, ceiling = _limits(excluded.get(doc_id), len(text))
        for start, end in found:
            at = int(np.searchsorted(starts, start, side="right")) - 1
            if at < 0 or end > ends[at]:
                continue
            part = int(np.searchsorted(floor, start, side="right")) - 1
            left = text[max(start - width, floor[part]) : start]
            right = text[end : min(end + width, ceiling[part])]
            rows.append((doc_id, unit, year, ids[at], start, end, left, text[start:end], right))
    return from_records(rows, "concordance")


def _why_nowhere(corpus: Corpus, pattern: str, regex: bool) -> Message:
    """Say where else a pattern stands that the counted text does not hold."""
    find = _finder(pattern, regex=regex)
    n = sum(1 for _, text in corpus.texts() for _ in find(text))
    if n:
        return Message(
            "{pattern!r} stands only in parts that are left out of the counts ({n:,} times); "
            "inspect_corpus(corpus, 'excluded') lists these",
            pattern=pattern,
            n=n,
        )
    return Message(
        "{pattern!r} stands in no document ({n:,} searched); try a shorter part of it",
        pattern=pattern,
        n=len(corpus),
    )


def _finder(pattern: str, *, regex: bool) -> Callable[[str], Iterator[tuple[int, int]]]:
    """Return a function that yields the spans of the pattern in a text."""
    if not regex:
        return _plain_finder(pattern)
    if not pattern:
        folded_pattern(pattern)
    try:
        compiled = re.compile(pattern)
    except re.error as error:
        raise InputError(
            "{pattern!r} is not a regular expression: {error}; leave out regex to search it",
            pattern=pattern,
            error=error,
        ) from None

    def find(text: str) -> Iterator[tuple[int, int]]:
        return (match.span() for match in compiled.finditer(text) if match.end() > match.start())

    return find


def _plain_finder(pattern: str) -> Callable[[str], Iterator[tuple[int, int]]]:
    """Return a function that yields where the folded pattern stands within a line of a text."""
    wanted = folded_pattern(pattern)
    return lambda text: spans_within_lines(text, fold(text), wanted)


def spans_within_lines(text: str, folded: Folded, wanted: str) -> Iterator[tuple[int, int]]:
    r"""Yield where a folded pattern stands in a text, never across a line end.

    Parameters
    ----------
    text, folded
        A text, and the same folded.
    wanted
        As :func:`folded_pattern` gives.

    Examples
    --------
    >>> text = "树牢“四个意识”，四个\n意识"
    >>> list(spans_within_lines(text, fold(text), "四个意识"))
    [(3, 7)]
    """
    at = folded.text.find(wanted)
    while at >= 0:
        start, end = folded.span(at, at + len(wanted))
        within = not _LINE_END.search(text, start, end)
        if within:
            yield start, end
        at = folded.text.find(wanted, at + (len(wanted) if within else 1))


def _token_spans(tokens: pd.DataFrame, pattern: str) -> dict[str, list[tuple[int, int]]]:
    """Return by document the spans of the tokens that are the pattern, folded alike."""
    wanted = folded_pattern(pattern)
    token = as_category(tokens["token"])
    same = np.array([fold_text(term) == wanted for term in token.categories] + [False], dtype=bool)
    found = tokens.loc[same[token.codes], ["doc_id", "start", "end"]].sort_values("start", kind="stable")
    spans: dict[str, list[tuple[int, int]]] = {}
    for doc_id, start, end in found.itertuples(index=False):
        spans.setdefault(doc_id, []).append((int(start), int(end)))
    return spans


def folded_pattern(pattern: str) -> str:
    """Return the folded pattern; refuse one without any character to look for.

    Examples
    --------
    >>> folded_pattern("“四个意识”")
    '四个意识'
    """
    wanted = fold_text(pattern)
    if not wanted:
        raise InputError("the pattern is empty; give a word, a phrase or, with regex, a regular expression")
    return wanted


def _limits(excluded: pd.DataFrame | None, length: int) -> tuple[np.ndarray, np.ndarray]:
    """Return where the stretches between excluded spans begin and end."""
    if excluded is None:
        return np.array([0]), np.array([length])
    starts, ends = excluded["start"].to_numpy(), excluded["end"].to_numpy()
    return np.concatenate(([0], ends)), np.concatenate((starts, [length]))
