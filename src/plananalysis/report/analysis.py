"""Run every step once and collect the finished tables; the page, the workbook and the figures show these."""

from collections.abc import Callable
from typing import NamedTuple

import pandas as pd

from plananalysis.corpus.model import Corpus
from plananalysis.tables import conform, empty

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many steps are done, and how many there are."""

KEYWORDS_PER_UNIT = 15
NEIGHBOURS = 5
STOPWORDS = ("general", "plan")
MOST_PAIRED = 600
"""More units or documents than this are compared with their nearest only, and not clustered."""


class Analysis(NamedTuple):
    """The finished tables of one corpus.

    Attributes
    ----------
    corpus : Corpus
        What was analysed.
    tables : dict of str to DataFrame
        All tables by name, in the order in which the report lists them; columns as in ``tables.TABLES``.
    order : list of str
        Units (documents, if there is only one unit) in the order of the clustering.
    tree : DataFrame
        The merges of the clustering: left, right, height, size.
    by : str
        What the similarity table compares: ``unit`` or ``doc_id``.
    options : dict
        The settings of the steps.
    """

    corpus: Corpus
    tables: dict[str, pd.DataFrame]
    order: list[str]
    tree: pd.DataFrame
    by: str
    options: dict[str, object]


def analyse(corpus: Corpus, *, progress: Progress | None = None) -> Analysis:
    """Compute every table of the report.

    Parameters
    ----------
    corpus
        A loaded corpus.
    progress
        Called with (what, done, total) before each step.

    Returns
    -------
    Analysis
    """
    from plananalysis.corpus import outline
    from plananalysis.counts import count_features, tfidf
    from plananalysis.lexicon import combine_lexicons, load_stopwords, register_lexicon
    from plananalysis.segmentation import segment
    from plananalysis.slogans import find_slogans, slogan_lexicon, slogan_occurrences
    from plananalysis.statistics.keywords import keywords
    from plananalysis.statistics.similarity import (
        Clustering,
        cluster_order,
        nearest,
        similarity,
        similarity_matrix,
    )

    tell = progress or (lambda what, done, total: None)
    steps = ("outline", "slogans", "segmentation", "keywords", "similarity")
    tell(steps[0], 0, len(steps))
    headings = outline(corpus)
    tell(steps[1], 1, len(steps))
    slogans = find_slogans(corpus)
    occurrences = slogan_occurrences(corpus, slogans)
    tell(steps[2], 2, len(steps))
    lexicon = combine_lexicons(slogan_lexicon(slogans), register_lexicon())
    tokens = segment(corpus, lexicon=lexicon)
    tell(steps[3], 3, len(steps))
    stopwords = sorted({word for name in STOPWORDS for word in load_stopwords(name)["word"]})
    by = "unit" if len(corpus.documents["unit"].unique()) > 1 else "doc_id"
    typical = keywords(tokens, corpus, by=by, stopwords=stopwords, top=KEYWORDS_PER_UNIT)
    tell(steps[4], 4, len(steps))
    weights = tfidf(count_features(tokens, corpus, by=by, stopwords=stopwords))
    large = len(weights.rows) > MOST_PAIRED
    alike = similarity(tokens, corpus, by=by, stopwords=stopwords, top=NEIGHBOURS if large else None)
    clusters = (
        cluster_order(similarity_matrix(weights))
        if not large
        else Clustering(sorted(weights.rows), pd.DataFrame())
    )
    tables = {
        "documents": corpus.documents.drop(columns="text"),
        "skipped": corpus.skipped,
        "excluded": excluded_text(corpus),
        "outline": headings,
        "passages": corpus.passages,
        "slogans": slogans,
        "slogan_counts": counts_by_unit(occurrences, corpus),
        "occurrences": occurrences,
        "keywords": typical,
        "keyword_places": keyword_places(typical, tokens, corpus, by=by),
        "similarity": alike,
        "nearest": nearest(weights, n=NEIGHBOURS),
    }
    tell(steps[-1], len(steps), len(steps))
    options: dict[str, object] = {
        "by": by,
        "keywords_per_unit": KEYWORDS_PER_UNIT,
        "neighbours": NEIGHBOURS,
        "stopwords": list(STOPWORDS),
    }
    return Analysis(corpus, tables, clusters.order, clusters.tree, by, options)


def groups_of(corpus: Corpus, by: str) -> pd.Series:
    """Return the group of every document, indexed by doc_id; the label of documents without one as in ``counts``."""
    from plananalysis.counts import document_groups

    codes, labels = document_groups(corpus, by)
    return pd.Series(labels.to_numpy()[codes], index=corpus.documents["doc_id"], dtype="str")


def excluded_text(corpus: Corpus) -> pd.DataFrame:
    """Return the excluded spans with the text that stands there.

    Examples
    --------
    >>> from plananalysis.examples import spaced_corpus
    >>> list(excluded_text(spaced_corpus({"甲": "坚持"})[0]))
    ['doc_id', 'start', 'end', 'reason', 'text']
    """
    texts = dict(corpus.texts())
    rows = corpus.excluded.copy()
    spans = zip(rows["doc_id"], rows["start"], rows["end"], strict=True)
    rows["text"] = pd.Series(
        [texts[doc][start:end] for doc, start, end in spans], index=rows.index, dtype="str"
    )
    return rows


def counts_by_unit(occurrences: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """Return how often each unit uses each slogan: slogan, unit, n, n_docs; pairs that occur only."""
    from plananalysis.slogans import slogan_counts

    return conform(slogan_counts(occurrences, corpus).rename(columns={"group": "unit"}), "slogan_counts")


def keyword_places(typical: pd.DataFrame, tokens: pd.DataFrame, corpus: Corpus, *, by: str) -> pd.DataFrame:
    """Find every place of every keyword within its group.

    Returns
    -------
    DataFrame
        group, term, doc_id, start, end; in the order of the keywords, then of the text.
    """
    if typical.empty:
        return empty("keyword_places")
    rows = tokens.loc[tokens["token"].isin(typical["term"].unique()), ["doc_id", "start", "end", "token"]]
    rows = rows.astype({"doc_id": "str", "token": "str"}).rename(columns={"token": "term"})
    rows["group"] = rows["doc_id"].map(groups_of(corpus, by))
    found = typical[["group", "term"]].merge(rows, on=["group", "term"], how="inner")
    return conform(found, "keyword_places")
