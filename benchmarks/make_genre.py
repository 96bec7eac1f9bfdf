"""Build ``lexicon/data/genre.csv``: how often and how evenly reports use each word. usage: make_genre.py [--phrases] CORPUS...

The shipped table was measured on the reports of 31 provinces of 2025 and on those of the State Council of 1993 to 2025
that Wikisource has (31 of them, decisions on the reports left out); phrases, with ``--phrases``, on the 31 and those of
the State Council of 2003 to 2012 and 2025. It holds numbers and single terms, no text.
"""

import argparse

import numpy as np
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


def words_and_terms(corpus: pa.Corpus) -> pd.DataFrame:
    """Return the words of jieba and the terms of several words that enough reports hold."""
    tokens = pa.segment(corpus)
    words = pa.count_features(tokens, corpus, by="doc_id", kinds=COUNTED)
    tokens = with_terms(tokens, find_terms(tokens, min_n=LEAST_N))
    terms = pa.count_features(
        tokens, corpus, by="doc_id", kinds=[*COUNTED, "term"], min_chars=2, min_docs=LEAST_DOCS
    )
    # Terms overlap the words they are made of; no part is smaller than what the matrix counts in it.
    sizes = words.matrix.sum(axis=1) + 0
    spread = pa.dispersion(terms, sizes=pd.Series(sizes).clip(lower=terms.matrix.sum(axis=1)).to_numpy())
    return spread.rename(columns={"range": "n_docs"})


def phrases(corpus: pa.Corpus) -> pd.DataFrame:
    """Return the phrases that slogans are mined among: most that enough reports hold are ordinary ones (节能减排, 提质增效)."""
    found = pa.run_steps(corpus, ["occurrences", "tokens"])
    places, tokens = found["occurrences"], found["tokens"]
    documents = corpus.documents["doc_id"]
    size = tokens[tokens["kind"].isin(COUNTED)].groupby("doc_id", observed=True).size().reindex(documents)
    share = (size / size.sum()).to_numpy()
    counts = pd.crosstab(places["slogan"], places["doc_id"])
    counts = counts.reindex(columns=documents, fill_value=0)
    n = counts.sum(axis=1)
    off = np.abs(counts.div(n, axis=0).to_numpy() - share).sum(axis=1)
    table = pd.DataFrame(
        {
            "term": counts.index.astype(str),
            "n": n.to_numpy(),
            "n_docs": (counts > 0).sum(axis=1).to_numpy(),
            "gries_dp_norm": 0.5 * off / (1 - share.min()),
        }
    )
    return table[(table["n"] >= LEAST_N) & (table["n_docs"] >= LEAST_DOCS)]


def main() -> None:
    """Write the table beside the other lexicons; phrases are put to what it has."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--phrases", action="store_true")
    parser.add_argument("corpus", nargs="+")
    args = parser.parse_args()
    read = [pa.load_corpus(path) for path in args.corpus]
    facts = pd.concat([corpus.documents[["doc_id", "unit", "year"]] for corpus in read])
    corpus = pa.corpus_from_texts({doc.doc_id: doc.text for each in read for doc in each}, facts)
    found = phrases(corpus) if args.phrases else words_and_terms(corpus)
    table = pd.concat([pa.genre_frequencies(), found]) if args.phrases else found
    table = table.drop_duplicates("term")[["term", "n", "n_docs", "gries_dp_norm"]]
    table = table.assign(gries_dp_norm=table["gries_dp_norm"].round(3)).sort_values("term")
    table.to_csv(SHIPPED_GENRE, index=False, lineterminator="\n")
    print(len(corpus), "reports,", len(table), "terms")


if __name__ == "__main__":
    main()
