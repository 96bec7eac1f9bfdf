"""The steps of the analysis in their order; report, command line and notebooks take their results from these."""

from typing import Any, NamedTuple

import pandas as pd

from plananalysis.corpus.model import Corpus
from plananalysis.counts import DocumentFeatureMatrix
from plananalysis.pipeline.step import Step
from plananalysis.pipeline.term_places import keyword_places
from plananalysis.tables import conform, empty

KEYWORDS_PER_GROUP = 15
KEYNESS_PER_GROUP = 15
NEIGHBOURS = 5
STRONG = 1.0
"""Least score of a slogan that stands as one by itself; it is also the least of those kept whole in segmentation."""
MOST_PAIRED = 600
"""More units or documents than this are compared with their nearest only, and not clustered."""
MOST_COMPARED = 3
"""So many pairs of plans, those of the units most alike, are aligned item by item."""
MOST_FAMILIES = 20_000
"""Of more shared passages than this, only the most distinctive are connected into families."""


def _outline(corpus: Corpus) -> pd.DataFrame:
    from plananalysis.corpus import outline

    return outline(corpus)


def _parts(corpus: Corpus) -> pd.DataFrame:
    from plananalysis.corpus import parts

    return parts(corpus)


def _slogans(corpus: Corpus, register: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the slogans and all their places, the texts folded once."""
    from plananalysis.slogans.discovery import mine
    from plananalysis.slogans.occurrences import places_of
    from plananalysis.slogans.stream import fold_corpus

    stream = fold_corpus(corpus)
    slogans = mine(stream, corpus, register=register)
    return slogans, places_of(slogans, stream, corpus)


def _strong(occurrences: pd.DataFrame, slogans: pd.DataFrame) -> pd.DataFrame:
    """Return the places of the slogans whose evidence is strong; others are mostly ordinary turns of phrase."""
    strong = slogans.loc[slogans["score"] >= STRONG, "slogan"]
    return occurrences[occurrences["slogan"].isin(strong)].reset_index(drop=True)


def _slogan_counts(corpus: Corpus, occurrences: pd.DataFrame, by: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    from plananalysis.slogans import slogan_counts, slogan_frames

    return slogan_counts(occurrences, corpus), slogan_frames(occurrences, corpus, by=by)


def _citations(corpus: Corpus, by: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    from plananalysis.citations import citation_counts, find_citations

    cited = find_citations(corpus)
    return cited, citation_counts(cited, corpus, by=by)


def _tokens(corpus: Corpus, slogans: pd.DataFrame, lexicon: pd.DataFrame) -> pd.DataFrame:
    """Return the tokens: of terms that are equal when folded, the user's own stand before those found and the shipped."""
    from plananalysis.lexicon import combine_lexicons
    from plananalysis.segmentation import segment
    from plananalysis.slogans import slogan_lexicon

    return segment(corpus, lexicon=combine_lexicons(lexicon, slogan_lexicon(slogans)))


def _keywords(
    tokens: pd.DataFrame, corpus: Corpus, by: str, stopwords: frozenset[str]
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Return keywords, keyness, and every place of their terms."""
    from plananalysis.statistics.keyness import keyness_by
    from plananalysis.statistics.keywords import keywords

    typical = keywords(tokens, corpus, by=by, stopwords=stopwords, top=KEYWORDS_PER_GROUP)
    key = keyness_by(tokens, corpus, by=by, stopwords=stopwords, top=KEYNESS_PER_GROUP)
    terms = pd.concat([typical, key], ignore_index=True)
    return typical, key, keyword_places(terms, tokens, corpus, by=by)


def _counts(
    tokens: pd.DataFrame, corpus: Corpus, by: str, stopwords: frozenset[str]
) -> DocumentFeatureMatrix:
    from plananalysis.counts import count_features

    return count_features(tokens, corpus, by=by, stopwords=stopwords)


class _Likeness(NamedTuple):
    """Pairs of groups, the nearest of each, and their clustering."""

    similarity: pd.DataFrame
    nearest: pd.DataFrame
    order: list[str]
    tree: pd.DataFrame


def _similarity(counts: DocumentFeatureMatrix) -> _Likeness:
    from plananalysis.counts import tfidf
    from plananalysis.statistics.similarity import (
        Clustering,
        cluster_order,
        nearest,
        similarity_matrix,
        similarity_of,
    )

    weights = tfidf(counts)
    near = nearest(weights, n=NEIGHBOURS)
    if len(weights.rows) > MOST_PAIRED:
        alike, clusters = (
            similarity_of(counts, weights, near),
            Clustering(sorted(weights.rows), pd.DataFrame()),
        )
    else:
        alike, clusters = similarity_of(counts, weights, None), cluster_order(similarity_matrix(weights))
    return _Likeness(alike, near, clusters.order, clusters.tree)


def _theme_lexicon(corpus: Corpus) -> str:
    from plananalysis.themes import suggest_lexicon

    return suggest_lexicon(corpus)


def _themes(corpus: Corpus, theme_lexicon: Any) -> pd.DataFrame:
    from plananalysis.themes import code_themes

    return code_themes(corpus, lexicon=theme_lexicon)


def _emphasis(themes: pd.DataFrame, corpus: Corpus, by: str) -> pd.DataFrame:
    from plananalysis.themes import theme_emphasis

    return theme_emphasis(themes, corpus, by=by)


def _theme_flow(themes: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    from plananalysis.themes import theme_flow

    return theme_flow(themes, corpus)


def _reuse(corpus: Corpus) -> pd.DataFrame:
    from plananalysis.reuse import find_reuse

    return find_reuse(corpus)


def _borrowing(corpus: Corpus, reuse: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Return the families of wordings, the shares of every document, and who has how much from whom."""
    from plananalysis.reuse import borrowing_matrix, reuse_families, reuse_shares

    edges = empty("borrowing")
    if len(corpus.documents["unit"].unique()) > 1:
        matrix = borrowing_matrix(reuse, corpus).rename_axis(index="unit", columns="from_unit").reset_index()
        edges = matrix.melt("unit", var_name="from_unit", value_name="n_letters")
        edges = edges[edges["n_letters"] > 0].sort_values(
            ["n_letters", "unit", "from_unit"], ascending=[False, True, True], ignore_index=True
        )
    return (
        reuse_families(reuse.head(MOST_FAMILIES), corpus),
        conform(reuse_shares(reuse, corpus), "reuse_shares"),
        conform(edges, "borrowing"),
    )


def _commitments(corpus: Corpus, by: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    from plananalysis.pledges.shares import commitments_and_shares

    return commitments_and_shares(corpus, by=by)


def _comparisons(
    corpus: Corpus,
    similarity: pd.DataFrame,
    strong_occurrences: pd.DataFrame,
    reuse: pd.DataFrame,
    *,
    by: str,
    theme_lexicon: Any,
) -> pd.DataFrame:
    """Return the latest plans of the groups most alike, aligned item by item; the nearest pair first."""
    from plananalysis.compare import compare_plans

    latest = latest_plans(corpus, by)
    # The comparison looks places up again and again; slim tables make that several times as fast.
    places = strong_occurrences[["doc_id", "slogan", "start", "end"]].astype(
        {"doc_id": object, "slogan": object}
    )
    spans = reuse[["doc_a", "start_a", "end_a", "doc_b", "start_b", "end_b"]]
    found = []
    ranked = similarity.sort_values("cosine", ascending=False, kind="stable").head(MOST_COMPARED)
    for a, b in zip(ranked["a"].map(latest), ranked["b"].map(latest), strict=True):
        rows = compare_plans(corpus, a, b, lexicon=theme_lexicon, occurrences=places, reuse=spans)
        found.append(rows.assign(plan_a=a, plan_b=b))
    return conform(pd.concat(found, ignore_index=True), "comparisons") if found else empty("comparisons")


def latest_plans(corpus: Corpus, by: str) -> dict[str, str]:
    """Return the latest document of every unit or other group; of several in one year the first by name.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> latest_plans(corpus_from_texts({"甲": "党建", "乙": "普法"}), "doc_id") == {"甲": "甲", "乙": "乙"}
    True
    """
    from plananalysis.groups import groups_of

    documents = corpus.documents[["doc_id", "year"]].assign(group=groups_of(corpus, by).to_numpy())
    ordered = documents.sort_values(["year", "doc_id"], ascending=[False, True], na_position="last")
    first = ordered.drop_duplicates("group")
    return dict(zip(first["group"], first["doc_id"], strict=True))


STEPS = (
    Step("outline", _outline, ("corpus",), ("outline",), True),
    Step("parts", _parts, ("corpus",), ("parts",), True),
    Step("slogans", _slogans, ("corpus", "register"), ("slogans", "occurrences"), False),
    Step("strong slogans", _strong, ("occurrences", "slogans"), ("strong_occurrences",), False),
    Step(
        "slogan counts",
        _slogan_counts,
        ("corpus", "occurrences", "by"),
        ("slogan_counts", "frames"),
        False,
    ),
    Step("citations", _citations, ("corpus", "by"), ("citations", "citation_counts"), False),
    Step("words", _tokens, ("corpus", "slogans", "lexicon"), ("tokens",), True),
    Step(
        "keywords",
        _keywords,
        ("tokens", "corpus", "by", "stopwords"),
        ("keywords", "keyness_by", "keyword_places"),
        False,
    ),
    Step("counts", _counts, ("tokens", "corpus", "by", "stopwords"), ("counts",), False),
    Step("similarity", _similarity, ("counts",), ("similarity", "nearest", "order", "tree"), False),
    Step("theme lexicon", _theme_lexicon, ("corpus",), ("theme_lexicon",), False),
    Step("themes", _themes, ("corpus", "theme_lexicon"), ("themes",), True),
    Step("emphasis", _emphasis, ("themes", "corpus", "by"), ("emphasis",), False),
    Step("theme flow", _theme_flow, ("themes", "corpus"), ("theme_flow",), True),
    Step("reuse", _reuse, ("corpus",), ("reuse",), False),
    Step("borrowing", _borrowing, ("corpus", "reuse"), ("families", "reuse_shares", "borrowing"), False),
    Step("commitments", _commitments, ("corpus", "by"), ("commitments", "commitment_shares"), False),
    Step(
        "comparison",
        _comparisons,
        ("corpus", "similarity", "strong_occurrences", "reuse", "by", "theme_lexicon"),
        ("comparisons",),
        False,
    ),
)
"""All steps, each behind those whose results it needs."""
