"""Run every step once and collect the finished tables; the page, the workbook and the figures show these."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import pandas as pd

from plananalysis.corpus.inspection import inspect_corpus
from plananalysis.corpus.model import Corpus
from plananalysis.counts import as_category
from plananalysis.groups import groups_of
from plananalysis.memory import give_back
from plananalysis.tables import conform, empty

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many steps are done, and how many there are."""

KEYWORDS_PER_UNIT = 15
KEYNESS_PER_UNIT = 15
NEIGHBOURS = 5
STOPWORDS = ("general", "plan")
N_STEPS = 9
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
    from plananalysis.pledges.shares import commitments_and_shares
    from plananalysis.report.steps import (
        MOST_COMPARED,
        compare_nearest,
        shared_wording,
        slogans_and_places,
        theme_tables,
    )
    from plananalysis.segmentation import segment
    from plananalysis.slogans import (
        citation_counts,
        find_citations,
        slogan_frames,
        slogan_lexicon,
    )
    from plananalysis.statistics.keyness import keyness_by
    from plananalysis.statistics.keywords import keywords
    from plananalysis.statistics.similarity import (
        Clustering,
        cluster_order,
        nearest,
        similarity_matrix,
        similarity_of,
    )

    tell = _steps(progress)
    by = "unit" if len(corpus.documents["unit"].unique()) > 1 else "doc_id"
    tell("outline")
    headings = outline(corpus)
    tell("slogans")
    slogans, occurrences = slogans_and_places(corpus)
    cited = find_citations(corpus)
    tell("segmentation")
    lexicon = combine_lexicons(slogan_lexicon(slogans), register_lexicon())
    tokens = segment(corpus, lexicon=lexicon)
    tell("keywords")
    stopwords = load_stopwords(*STOPWORDS)
    typical = keywords(tokens, corpus, by=by, stopwords=stopwords, top=KEYWORDS_PER_UNIT)
    key = keyness_by(tokens, corpus, by=by, stopwords=stopwords, top=KEYNESS_PER_UNIT, min_chars=2)
    tell("similarity")
    counts = count_features(tokens, corpus, by=by, stopwords=stopwords)
    weights = tfidf(counts)
    large = len(weights.rows) > MOST_PAIRED
    near = nearest(weights, n=NEIGHBOURS)
    alike = similarity_of(counts, weights, near if large else None)
    clusters = (
        cluster_order(similarity_matrix(weights))
        if not large
        else Clustering(sorted(weights.rows), pd.DataFrame())
    )
    places = keyword_places(pd.concat([typical, key], ignore_index=True), tokens, corpus, by=by)
    tell("themes")
    lexicon_name, themes = theme_tables(corpus, by)
    tell("reuse")
    reuse = shared_wording(corpus)
    tell("commitments")
    pledges, pledge_shares = commitments_and_shares(corpus, by=by)
    tell("comparison")
    compared = compare_nearest(corpus, alike, occurrences, reuse["reuse"], by=by, lexicon=lexicon_name)
    tables = {
        "documents": corpus.documents.drop(columns="text"),
        "skipped": corpus.skipped,
        "excluded": inspect_corpus(corpus, "excluded").drop(columns="line"),
        "left_out": corpus.left_out,
        "outline": headings,
        "passages": corpus.passages,
        "slogans": slogans,
        "slogan_counts": counts_by_unit(occurrences, corpus),
        "frames": slogan_frames(occurrences, corpus, by=by),
        "occurrences": occurrences,
        **themes,
        "keywords": typical,
        "keyness_by": key,
        "keyword_places": places,
        "similarity": alike,
        "nearest": near,
        **reuse,
        "comparisons": compared,
        "citations": cited,
        "citation_counts": citation_counts(cited, corpus, by=by),
        "commitments": pledges,
        "commitment_shares": pledge_shares,
    }
    tell("")
    options: dict[str, object] = {
        "by": by,
        "keywords_per_unit": KEYWORDS_PER_UNIT,
        "keyness_per_unit": KEYNESS_PER_UNIT,
        "neighbours": NEIGHBOURS,
        "stopwords": list(STOPWORDS),
        "theme_lexicon": lexicon_name,
        "compared_pairs": MOST_COMPARED,
    }
    return Analysis(corpus, tables, clusters.order, clusters.tree, by, options)


def _steps(progress: Progress | None) -> Callable[[str], None]:
    """Return a function that reports the next step by its name; the empty name ends the last."""
    seen: list[str] = []

    def tell(step: str) -> None:
        give_back()  # what the step before has freed, so that the steps' peaks do not add up
        if progress:
            progress(step or seen[-1], len(seen), N_STEPS)
        seen.append(step)

    return tell


def counts_by_unit(occurrences: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """Return how often each unit uses each slogan; pairs that occur only."""
    from plananalysis.slogans import slogan_counts

    return slogan_counts(occurrences, corpus)


def keyword_places(typical: pd.DataFrame, tokens: pd.DataFrame, corpus: Corpus, *, by: str) -> pd.DataFrame:
    """Find every place of every term within its group.

    Returns
    -------
    DataFrame
        group, term, doc_id, start, end; in the order of the terms, then of the text.
    """
    if typical.empty:
        return empty("keyword_places")
    pairs = typical[["group", "term"]].drop_duplicates(ignore_index=True)
    groups, terms = groups_of(corpus, by), pd.Index(pairs["term"].unique())
    names = pd.Index(groups.unique())
    token, doc = as_category(tokens["token"]), as_category(tokens["doc_id"])
    # Tokens are looked up by numbers: the terms' are few, and so are the documents'.
    term = terms.get_indexer(token.categories)[token.codes]
    rows = np.flatnonzero(term >= 0)
    group = names.get_indexer(groups.reindex(doc.categories))[doc.codes[rows]]
    wanted = names.get_indexer(pairs["group"]) * len(terms) + terms.get_indexer(pairs["term"])
    pair = pd.Index(wanted).get_indexer(group * len(terms) + term[rows])
    order = np.argsort(pair, kind="stable")
    order = order[pair[order] >= 0]
    found = tokens.iloc[rows[order]][["doc_id", "start", "end"]].reset_index(drop=True)
    chosen = pairs.take(pair[order]).reset_index(drop=True)
    return conform(pd.concat([chosen, found], axis=1), "keyword_places")
