"""Code the sentences of a corpus: one row per sentence and code, with the term that says so and its place."""

from collections import defaultdict
from itertools import groupby

import pandas as pd

from plananalysis import tables
from plananalysis.codes.sentence_places import sentence_places
from plananalysis.codes.term_finder import Finder, Found, finder, places
from plananalysis.common_options import Part, corpus_part
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.errors import warn
from plananalysis.folding import plain
from plananalysis.lexicon.code_books import NO_CODE, CodeBook, load_code_book

ENOUGH = 1.0
"""Weight of its terms in a sentence from which on the sentence has a code."""
_ROUNDING = 1e-9


def code_sentences(corpus: Corpus, codebook: CodeBook = "strength", *, part: Part = None) -> pd.DataFrame:
    """Code each sentence by the terms that it holds: how strongly it directs, which policy tools it names, or codes of one's own.

    Parameters
    ----------
    corpus
        The documents, in simplified or traditional characters.
    codebook
        ``"strength"``, ``"tools"``, or a path or table of one's own; as in :func:`plananalysis.load_code_book`.
    part
        Read only these parts of the plans; as in :func:`plananalysis.count_features`.

    Returns
    -------
    DataFrame
        One row per sentence and code, in reading order: doc_id, unit, passage_id, line, start, end, text (the sentence,
        ``documents.text[start:end]``); kind and code; weight (of the different terms, added up); term (the heaviest, of
        several the first), term_start and term_end (its place in the document's text), terms (all, joined by ｜) and
        n_terms. A sentence may have several codes.

    Raises
    ------
    InputError
        If the code book cannot be used.

    Warns
    -----
    PlanWarning
        If no sentence has a code.

    Notes
    -----
    ``weight = Σ w(term)`` over the different terms of a code in the sentence; it has the code from 1 on. Of terms that overlap
    the longest counts (不得不 is no 不得, 要求 no 要). What stands in 《》 or in quotes is not coded, nor a term beside what its row
    names in ``not_after`` and ``not_before`` (得到鼓励). A sentence ends at a full stop, semicolon or line's end; headings are
    coded, titles and dates above the first are not. The classes of the shipped books are the authors'; the terms are ours, and
    sentences are coded where Ang codes whole directives.

    References
    ----------
    Ang, Y. Y. (2023). Ambiguity and clarity in China's adaptive policy communication. The China Quarterly. Published online 20
    July 2023. Rothwell, R. and Zegveld, W. (1985). Reindustrialization and Technology. London: Longman.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> corpus = corpus_from_texts({"甲": "各村必须管好渠道，严禁截流。鼓励农户联营。学习《禁止截流办法》。"})
    >>> code_sentences(corpus)[["code", "term", "text"]].to_numpy().tolist()
    [['红色', '严禁', '各村必须管好渠道，严禁截流'], ['黑色', '必须', '各村必须管好渠道，严禁截流'], ['灰色', '鼓励', '鼓励农户联营']]
    """
    check_corpus(corpus)
    book = load_code_book(codebook)
    corpus = corpus_part(part, corpus)
    kinds = {code: kind for code, kind in zip(book["code"], book["kind"], strict=True) if code != NO_CODE}
    found, units = finder(book), dict(zip(corpus.documents["doc_id"], corpus.documents["unit"], strict=True))
    texts = dict(corpus.texts())
    rows: list[tuple] = []
    for doc_id, sentences in groupby(sentence_places(corpus), key=lambda place: place[0]):
        placed = [place[1:] for place in sentences]
        rows += _document_rows(texts[doc_id], placed, found, kinds, (doc_id, units[doc_id]))
    if not rows and len(corpus):
        warn("code_sentences: no sentence holds a term of the code book; use another, or other parts")
    return tables.from_records(rows, "coded_sentences")


def _document_rows(
    text: str,
    sentences: list[tuple[str, int, int]],
    found: Finder,
    kinds: dict[str, str],
    head: tuple[str, str],
) -> list[tuple]:
    """Return the rows of the sentences of a document."""
    plain_text = plain(text)
    rows: list[tuple] = []
    line, at = 1, 0
    for passage_id, start, end in sentences:
        line, at = line + text.count("\n", at, start), start
        by_code: dict[str, list[Found]] = defaultdict(list)
        for place in places(plain_text[start:end], found):
            by_code[place.entry.code].append(place)
        for code in sorted(by_code, key=list(kinds).index):
            hits = list({place.entry.term: place for place in reversed(by_code[code])}.values())[::-1]
            weight = sum(place.entry.weight for place in hits)
            if weight < ENOUGH - _ROUNDING:
                continue
            best = max(hits, key=lambda place: (place.entry.weight, -place.start))
            where = (start + best.start, start + best.end)
            names = [place.entry.term for place in hits]
            told = (kinds[code], code, weight, best.entry.term, *where, tables.LIST_SEPARATOR.join(names))
            rows.append((*head, passage_id, line, start, end, text[start:end], *told, len(names)))
    return rows
