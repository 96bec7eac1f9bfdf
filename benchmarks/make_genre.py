"""Build ``lexicon/data/genre.csv``: how often and how evenly reports use each word. usage: make_genre.py CORPUS...

The shipped table was measured on the reports of 31 provinces of 2025 and on those of the State Council of 1993 to 2025
that Wikisource has (31 of them, decisions on the reports left out). It holds numbers and single terms, no text.
"""

import sys

import pandas as pd

import plananalysis as pa
from plananalysis.counts import KINDS
from plananalysis.lexicon.genre import SHIPPED_GENRE
from plananalysis.statistics.terms import find_terms, with_terms

LEAST_DOCS = 3
"""What fewer reports hold is no property of the genre."""
LEAST_N = 5
"""Occurrences a term of several words needs."""
COUNTED = [kind for kind in KINDS if kind not in ("number", "placeholder", "punctuation")]


def main() -> None:
    """Write the table beside the other lexicons."""
    read = [pa.load_corpus(path) for path in sys.argv[1:]]
    facts = pd.concat([corpus.documents[["doc_id", "unit", "year"]] for corpus in read])
    corpus = pa.corpus_from_texts({doc.doc_id: doc.text for each in read for doc in each}, facts)
    tokens = pa.segment(corpus)
    words = pa.count_features(tokens, corpus, by="doc_id", kinds=COUNTED)
    tokens = with_terms(tokens, find_terms(tokens, min_n=LEAST_N))
    terms = pa.count_features(
        tokens, corpus, by="doc_id", kinds=[*COUNTED, "term"], min_chars=2, min_docs=LEAST_DOCS
    )
    # Terms overlap the words they are made of; no part is smaller than what the matrix counts in it.
    sizes = words.matrix.sum(axis=1) + 0
    spread = pa.dispersion(terms, sizes=pd.Series(sizes).clip(lower=terms.matrix.sum(axis=1)).to_numpy())
    table = spread.rename(columns={"range": "n_docs"})[["term", "n", "n_docs", "gries_dp_norm"]]
    table = table.assign(gries_dp_norm=table["gries_dp_norm"].round(3)).sort_values("term")
    table.to_csv(SHIPPED_GENRE, index=False, lineterminator="\n")
    print(len(corpus), "reports,", len(table), "terms")


if __name__ == "__main__":
    main()
