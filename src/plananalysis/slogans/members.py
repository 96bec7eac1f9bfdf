"""What a term stands for, where the corpus itself says so: glossary annexes and explanations in the text."""

import pandas as pd

from plananalysis import tables
from plananalysis.common_options import Part, corpus_part
from plananalysis.corpus.glossary_entries import clean_term, filled_lines, read_entries
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.corpus.plain_text import as_printed
from plananalysis.folding import QUOTES, fold_text, plain
from plananalysis.language.explanations import EXPLAINED_BY_WORD, IN_BRACKETS, SAID
from plananalysis.language.rules import compiled, prefilter
from plananalysis.slogans.listed import listed_members

_IN_BRACKETS, _SAID = map(prefilter, (IN_BRACKETS, SAID))
_BY_WORD = tuple(pattern for _, pattern in compiled(EXPLAINED_BY_WORD))
_UNQUOTE = dict.fromkeys(map(ord, QUOTES))

_EXPLAINING = ("glossary", "note")
"""Reasons of excluded spans that explain terms."""


def find_glossary(corpus: Corpus, *, part: Part = None) -> pd.DataFrame:
    """Read what the corpus explains itself: its glossary annexes (名词解释), and “四个意识”（政治意识、…） in the text.

    An annex may number its terms in any way or not at all, set them in a table, and print the explanation behind the
    term or below it; page references behind a term are dropped. In the text a quoted term counts whose explanation
    lists as many members as it announces, or follows 是指, ，即 or （指.

    Parameters
    ----------
    corpus
        The loaded corpus; annexes are its excluded spans with the reason ``glossary``, and footnotes those with ``note``.
    part
        Read only these parts of the plans; as in :func:`plananalysis.count_features`.

    Returns
    -------
    DataFrame
        One row per explanation, by document and place: ``term`` (without quotation marks), ``members`` (joined by
        ｜; empty unless the explanation lists as many as the term announces), ``explanation`` (as printed),
        ``found_in`` (``annex`` or ``text``), ``doc_id``, ``start``, ``end`` (of the whole entry).

    Examples
    --------
    >>> from plananalysis.corpus import corpus_from_texts
    >>> corpus = corpus_from_texts({"甲": "增强“四个意识”（政治意识、大局意识、核心意识、看齐意识）。"})
    >>> find_glossary(corpus)[["term", "members", "found_in"]]
       term              members  found_in
    0  四个意识  政治意识｜大局意识｜核心意识｜看齐意识  text
    """
    check_corpus(corpus)
    corpus = corpus_part(part, corpus)
    texts = {doc_id: plain(text) for doc_id, text in corpus.texts()}
    records: list[tuple] = []
    annexes = corpus.excluded[corpus.excluded["reason"].isin(_EXPLAINING)]
    for doc_id, start, end in zip(annexes["doc_id"], annexes["start"], annexes["end"], strict=True):
        records += _annex(doc_id, texts[doc_id], int(start), int(end))
    hidden = {
        doc: list(zip(rows["start"], rows["end"], strict=True))
        for doc, rows in corpus.excluded.groupby("doc_id")
    }
    for doc_id, text in texts.items():
        records += _in_text(doc_id, text, hidden.get(doc_id, []))
    rows = sorted(records, key=lambda row: (row[4], row[5], row[6]))
    return as_printed(tables.from_records(rows, "glossary"), corpus, ["explanation"])


def _annex(doc_id: str, text: str, start: int, end: int) -> list[tuple]:
    """Return the entries of a glossary annex."""
    return [
        (
            entry.term,
            tables.LIST_SEPARATOR.join(listed_members(entry.term, entry.said)),
            entry.said,
            "annex",
            doc_id,
            entry.start,
            entry.end,
        )
        for entry in read_entries(filled_lines(text[start:end], start))
    ]


def _in_text(doc_id: str, text: str, hidden: list[tuple[int, int]]) -> list[tuple]:
    """Return the explanations given where a term is used: those that list what it announces, or say that they explain."""
    rows: dict[int, tuple] = {}
    for pattern in (_IN_BRACKETS, _SAID, *_BY_WORD):
        for match in pattern.finditer(text):
            start, end = match.span()
            if start in rows or any(a < end and start < b for a, b in hidden):
                continue
            term, said = match["term"].translate(_UNQUOTE), match["text"].strip()
            members = listed_members(term, said)
            if pattern in _BY_WORD:
                term = clean_term(term + match["kind"])
            if (members or pattern in _BY_WORD) and term:
                joined = tables.LIST_SEPARATOR.join(members)
                rows[start] = (term, joined, said, "text", doc_id, start, end)
    return list(rows.values())


def members_by_term(glossary: pd.DataFrame) -> dict[str, str]:
    """Return the members that most explanations give, by folded term."""
    listed = glossary[glossary["members"] != ""]
    counts = (
        listed.assign(key=[fold_text(term) for term in listed["term"]]).groupby(["key", "members"]).size()
    )
    best: dict[str, str] = {}
    for key, members in sorted(counts.index, key=lambda pair: (-counts[pair], pair)):
        best.setdefault(key, members)
    return best
