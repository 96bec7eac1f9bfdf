"""Which regulations and documents does each plan cite? 《titles》, abbreviations resolved."""

import re
import unicodedata

import pandas as pd

from plananalysis import tables
from plananalysis.common_options import Part, corpus_part
from plananalysis.corpus.lines import blanked
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.corpus.plain_text import as_printed
from plananalysis.folding import plain
from plananalysis.groups import count_by
from plananalysis.language.cited import EDITIONS, SHORT_TITLES, TITLES
from plananalysis.language.rules import prefilter

_TITLE = prefilter(TITLES)
_SHORT = prefilter(SHORT_TITLES)
_TRIAL = prefilter(EDITIONS)
_ABBREVIATION = 8
"""A title of so many characters or fewer may be short for a longer one of the same document."""


def canonical_title(printed: str) -> str:
    """Return a title in one spelling: simplified characters, brackets inside as 〈〉, full-width parentheses, no white space.

    Examples
    --------
    >>> canonical_title("贯彻<意见> 的办法(试行)")
    '贯彻〈意见〉的办法（试行）'
    """
    text = re.sub(r"\s+", "", plain(printed))
    for old, new in (
        ("<", "〈"),
        (">", "〉"),
        ("《", "〈"),
        ("》", "〉"),
        ("(", "（"),
        (")", "）"),
        ("＜", "〈"),
        ("＞", "〉"),
    ):
        text = text.replace(old, new)
    return "".join(
        unicodedata.normalize("NFKC", char) if "！" <= char <= "～" and char not in "（），：；！？" else char
        for char in text
    )


def find_citations(corpus: Corpus, *, part: Part = None) -> pd.DataFrame:
    """List every place where a document is cited by its title in 《》.

    A title that its source broke over lines is found whole. Titles that hold titles are one citation
    (《关于贯彻〈条例〉的意见》, also with 《》 or <> inside); （试行） counts as part of the title, wherever the bracket closes. A short title stands for the full one that the document
    introduces it for (（简称《条例》）) or, failing that, for the last title before it in that document that ends with it.

    Parameters
    ----------
    corpus
        The documents.
    part
        Read only these parts of the plans; as in :func:`plananalysis.count_features`.

    Returns
    -------
    DataFrame
        One row per place: ``title`` (in full, one spelling), ``doc_id``, ``start`` and ``end`` (brackets
        included), ``text`` (as printed) and ``abbreviated`` (whether the full title was found elsewhere).

    Examples
    --------
    >>> from plananalysis.corpus import corpus_from_texts
    >>> corpus = corpus_from_texts({"甲": "学习《支部工作条例(试行)》（简称《条例》），落实《条例》。"})
    >>> find_citations(corpus)[["title", "text", "abbreviated"]]
             title          text  abbreviated
    0  支部工作条例（试行）  《支部工作条例(试行)》        False
    1  支部工作条例（试行）          《条例》         True
    """
    check_corpus(corpus)
    corpus = corpus_part(part, corpus)
    spans = corpus.excluded.groupby("doc_id")[["start", "end"]].apply(
        lambda rows: list(rows.itertuples(index=False, name=None))
    )
    records: list[tuple] = []
    for doc_id, text in corpus.texts():
        records += _cited_in(doc_id, plain(text), spans.get(doc_id, []))
    return as_printed(tables.from_records(records, "citations"), corpus, ["text"])


def _cited_in(doc_id: str, text: str, excluded: list[tuple[int, int]]) -> list[tuple]:
    """Return the citations of one document."""
    rows: list[tuple] = []
    full_of: dict[str, str] = {}
    seen: list[str] = []
    introduced = -1
    own = blanked(text, excluded)
    for match in _TITLE.finditer(own):
        start, end = match.span()
        if start < introduced:
            continue
        title = canonical_title(match.group()[1:-1])
        if trial := _TRIAL.match(own[end : end + 12]):
            title += canonical_title(trial.group())
            end += trial.end()
        if not title:
            continue
        full = full_of.get(title) or _longer(title, seen)
        rows.append((full or title, doc_id, start, end, text[start:end], full is not None))
        if full is None:
            seen.append(title)
        if short := _SHORT.match(own[end : end + 40]):
            full_of[canonical_title(short.group(1))] = full or title
            introduced = end + short.end()
    return rows


def _longer(title: str, seen: list[str]) -> str | None:
    """Return the last title seen that a short one stands for."""
    if len(title) > _ABBREVIATION:
        return None
    for longer in reversed(seen):
        bare = re.sub(r"（[^）]*）$", "", longer)
        if bare != title and bare.endswith(title) and len(bare) >= len(title) + 3:
            return longer
    return None


def citation_counts(
    citations: pd.DataFrame, corpus: Corpus, *, by: str | None = None, part: Part = None
) -> pd.DataFrame:
    """Count how often each group cites each title.

    Parameters
    ----------
    citations
        Table of :func:`find_citations`.
    corpus
        The corpus it came from.
    by
        ``unit``, ``doc_id``, ``year`` or any metadata column; by default units, of one unit its years, else documents.
    part
        Count only these parts of the plans; as in :func:`plananalysis.count_features`.

    Returns
    -------
    DataFrame
        ``title``, ``group``, ``n``, ``n_docs``; the title that most groups cite first. As a list of edges it is
        the network of groups and titles.

    Examples
    --------
    >>> from plananalysis.corpus import corpus_from_texts
    >>> corpus = corpus_from_texts({"甲": "学习《党章》。", "乙": "学习《党章》，遵守《党章》。"})
    >>> citation_counts(find_citations(corpus), corpus, by="doc_id")
      title group  n  n_docs
    0    党章     乙  2       1
    1    党章     甲  1       1
    """
    tables.check(citations, "citations", ("doc_id", "title"))
    counts = count_by(citations, corpus, of="title", by=by, part=part)
    counts["groups"] = counts.groupby("title")["group"].transform("size")
    counts["total"] = counts.groupby("title")["n"].transform("sum")
    counts = counts.sort_values(["groups", "total", "title", "group"], ascending=[False, False, True, True])
    return tables.conform(counts, "citation_counts")


def citation_matrix(
    citations: pd.DataFrame, corpus: Corpus, *, by: str | None = None, part: Part = None
) -> pd.DataFrame:
    """Return how often each group (rows) cites each title (columns, the most widely cited first).

    Parameters
    ----------
    citations, corpus, by
        As for :func:`citation_counts`.
    part
        Count only these parts of the plans; as in :func:`plananalysis.count_features`.

    Returns
    -------
    DataFrame
        Groups by titles, int64; 0 where a group does not cite a title.

    Examples
    --------
    >>> from plananalysis.corpus import corpus_from_texts
    >>> corpus = corpus_from_texts({"甲": "学习《党章》。", "乙": "学习《准则》。"})
    >>> citation_matrix(find_citations(corpus), corpus, by="doc_id").to_numpy().tolist()
    [[0, 1], [1, 0]]
    """
    counts = citation_counts(citations, corpus, by=by, part=part)
    wide = counts.pivot_table(index="group", columns="title", values="n", aggfunc="sum", fill_value=0)
    return wide.reindex(columns=list(dict.fromkeys(counts["title"]))).astype("int64")
