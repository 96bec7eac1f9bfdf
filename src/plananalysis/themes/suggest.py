"""Which of the shipped theme lexicons fits a corpus."""

import numpy as np

from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.lexicon.theme_lexicons import SHIPPED
from plananalysis.themes.term_matching import find_terms, matcher

_SAMPLE = 200
"""Documents looked at; which genre a corpus holds shows in a sample."""


def suggest_lexicon(corpus: Corpus) -> str:
    """Name the shipped theme lexicon that covers the most documents best.

    Parameters
    ----------
    corpus
        Documents; of more than 200, every k-th is looked at.

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
    chosen = texts[::step]
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
