"""Which of the shipped theme lexicons fits a corpus, and whether any does."""

import numpy as np

from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.errors import warn
from plananalysis.lexicon.theme_lexicons import SHIPPED
from plananalysis.themes.term_matching import find_terms, matcher

_SAMPLE = 200
"""Documents looked at; which genre a corpus holds shows in a sample."""

_HEAD = 6000
"""Characters of a document looked at, for speed; the genre shows in its beginning."""

MOST_UNCODED, LEAST_COVERED = 0.5, 0.1
"""A lexicon does not fit if more of the text is without a theme, or less of it is terms. Plans of its genre are uncoded for
1 % and covered for a third; the lexicon of the other genre covers 14 to 20 %, a textbook 4 % and a novel 1 %."""


def suggest_lexicon(corpus: Corpus) -> str:
    """Name the shipped theme lexicon that covers the most documents best.

    Parameters
    ----------
    corpus
        Documents; of more than 200, every k-th is looked at, each up to 6,000 characters.

    Returns
    -------
    str
        ``party_building`` or ``government_work``: the one that covers more characters, weighted as terms are, in
        most documents. A tie, or no document, gives ``party_building``.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> suggest_lexicon(corpus_from_texts({"a": "粮食产量增长，高标准农田建成五千亩，新增就业三千人。"}))
    'government_work'
    """
    check_corpus(corpus)
    texts = corpus.documents["text"].tolist()
    step = max(1, -(-len(texts) // _SAMPLE))
    chosen = [text[:_HEAD] for text in texts[::step]]
    if not chosen:
        return SHIPPED[0]
    coverage = np.zeros((len(SHIPPED), len(chosen)))
    for i, name in enumerate(SHIPPED):
        found = matcher(name)
        strongest = np.maximum.reduceat(found.entry_weight, found.first[:-1])
        matches = find_terms(chosen, found)
        covered = (matches.end - matches.start) * strongest[matches.term]
        coverage[i] = np.bincount(matches.text, weights=covered, minlength=len(chosen))
    votes = np.bincount(np.argmax(coverage, axis=0), minlength=len(SHIPPED))
    return SHIPPED[int(np.argmax(votes))]


def warn_if_unfit(lexicon: str, uncoded: float, covered: float) -> None:
    """Warn that a shipped lexicon tells little of a corpus, with the share of the text it leaves without a theme."""
    if uncoded > MOST_UNCODED or covered < LEAST_COVERED:
        warn(
            "code_themes: the lexicon {lexicon} does not fit this corpus: {uncoded:.0%} of the text is "
            "without a theme, and {covered:.0%} of it are terms of the lexicon (of plans of its genre about "
            "a third); give one of your own (lexicon=), or read find_topics",
            lexicon=lexicon,
            uncoded=uncoded,
            covered=covered,
        )
