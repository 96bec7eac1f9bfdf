"""What a term stands for, where the corpus itself says so: glossary annexes and explanations in the text."""

import re

import pandas as pd

from plananalysis import tables
from plananalysis.common_options import Part, corpus_part
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.folding import QUOTES, fold_text
from plananalysis.language.explanations import (
    AND_SO_ON,
    ANNOUNCING,
    COUNTED_OFF,
    ENTRIES,
    HEADWORDS,
    IN_BRACKETS,
    LED_IN,
    SAID,
    SEPARATORS,
)
from plananalysis.language.numerals import VALUES
from plananalysis.language.rules import compiled, prefilter

_ENTRY, _HEADWORD, _IN_BRACKETS, _SAID = map(prefilter, (ENTRIES, HEADWORDS, IN_BRACKETS, SAID))
_LED_IN, _AND_SO_ON, _COUNTED_OFF = map(prefilter, (LED_IN, AND_SO_ON, COUNTED_OFF))
_IN_FIGURES, _IN_WORDS = (pattern for _, pattern in compiled(ANNOUNCING))
_UNQUOTE = dict.fromkeys(map(ord, QUOTES))
_NUMBER = {"双": 2, "十": 10} | {char: value for char, value in VALUES.items() if value}
_LONGEST_TERM = 45
"""Characters before the colon of an entry; more of them are a sentence."""
_LONGEST_MEMBER = 40
"""Characters of a member; more of them are a sentence too."""


def counted(term: str) -> int:
    """Return how many members the figure in a term announces, 0 if none.

    Examples
    --------
    >>> counted("四个意识"), counted("三会一课"), counted("五个一"), counted("5个专项行动"), counted("数智工厂")
    (4, 4, 5, 5, 0)
    """
    if found := _IN_FIGURES.match(term):
        return int(found["figures"])
    if found := _IN_WORDS.match(term):
        return _NUMBER[found["figure"]]
    return sum(_NUMBER[char] for char in term if char in _NUMBER)


def _listed(term: str, said: str) -> list[str]:
    """Return the members of a term: as many as its figures add up to, or one for each figure (双招双引)."""
    figures = 0 if _IN_WORDS.match(term) else sum(char in _NUMBER for char in term)
    return split_members(said, counted(term)) or split_members(said, figures)


def split_members(text: str, n: int) -> list[str]:
    """Split an explanation into its members; with a number announced, only a split that yields it is taken.

    Examples
    --------
    >>> split_members("政治意识、大局意识、核心意识、看齐意识", 4)
    ['政治意识', '大局意识', '核心意识', '看齐意识']
    >>> split_members("像医生接诊一样接待企业。", 0)
    []
    """
    first = _LED_IN.sub("", re.split(r"[。！？]", text.translate(_UNQUOTE))[0])
    for separator in SEPARATORS:
        pieces = re.split(rf"{separator}(?![^（(]*[）)])", first)
        parts = [_AND_SO_ON.sub("", part.strip(" ，、；")) for part in pieces]
        parts = [_COUNTED_OFF.sub("", part) for part in parts if part]
        if n > 1 and len(parts) == n - 1 and len(halves := re.split("[和及与]", parts[-1], maxsplit=1)) == 2:
            parts = [*parts[:-1], *halves]
        right = len(parts) == n > 1 and max(map(len, parts)) <= _LONGEST_MEMBER
        if right and not re.search("[:：]", "".join(parts)):
            return parts
    return []


_EXPLAINING = ("glossary", "note")
"""Reasons of excluded spans that explain terms."""


def find_glossary(corpus: Corpus, *, part: Part = None) -> pd.DataFrame:
    """Read what the corpus explains itself: its glossary annexes (名词解释), and “四个意识”（政治意识、…） in the text.

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
    texts = dict(corpus.texts())
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
    return tables.from_records(sorted(records, key=lambda row: (row[4], row[5], row[6])), "glossary")


def _annex(doc_id: str, text: str, start: int, end: int) -> list[tuple]:
    """Return the entries of a glossary annex: a line each, with the lines that go on below it."""
    entries: list[list] = []
    at = start
    for line in text[start:end].splitlines(keepends=True):
        body = line.rstrip()
        match = _ENTRY.match(body)
        if (heading := _HEADWORD.match(body)) and not match:
            # The term alone on its line; what it means stands below.
            lead = len(body) - len(body.lstrip())
            entries.append([heading["term"].translate(_UNQUOTE).strip(), "", at + lead, at + len(body)])
        elif match and len(match["term"]) <= _LONGEST_TERM:
            term = match["term"].translate(_UNQUOTE).strip()
            lead = len(body) - len(body.lstrip())
            entries.append([term, match["text"], at + lead, at + len(body)])
        elif entries and body:
            entries[-1][1] += "\n" * bool(entries[-1][1]) + body.strip()
            entries[-1][3] = at + len(body)
        at += len(line)
    return [
        (term, tables.LIST_SEPARATOR.join(_listed(term, said)), said, "annex", doc_id, a, b)
        for term, said, a, b in entries
        if said
    ]


def _in_text(doc_id: str, text: str, hidden: list[tuple[int, int]]) -> list[tuple]:
    """Return the explanations given where a term is used, if they list what the term announces."""
    rows: dict[int, tuple] = {}
    for pattern in (_IN_BRACKETS, _SAID):
        for match in pattern.finditer(text):
            start, end = match.span()
            if start in rows or any(a < end and start < b for a, b in hidden):
                continue
            members = _listed(match["term"], match["text"])
            if members:
                term = match["term"].translate(_UNQUOTE)
                rows[start] = (
                    term,
                    tables.LIST_SEPARATOR.join(members),
                    match["text"],
                    "text",
                    doc_id,
                    start,
                    end,
                )
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
