"""The steps of the analysis in their order; report, command line and notebooks take their results from these."""

import warnings
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from plananalysis.corpus.model import Corpus
from plananalysis.counts import DocumentFeatureMatrix
from plananalysis.errors import PlanWarning
from plananalysis.groups import groups_in_time, groups_of, nothing_to_compare, runs_in_time
from plananalysis.pipeline.step import Step
from plananalysis.pipeline.term_places import keyword_places
from plananalysis.tables import conform, empty

KEYWORDS_PER_GROUP = 15
KEYNESS_PER_GROUP = 15
NEIGHBOURS = 5
STRONG = 1.0
"""Least score of a slogan that stands as one by itself; it is also the least of those kept whole in segmentation."""
MARKED = ("numeric", "quoted")
"""Kinds of slogans that are marked as such in the text."""
MOST_PAIRED = 600
"""More units or documents than this are compared with their nearest only, and not clustered."""
MOST_COMPARED = 3
"""So many pairs of plans, those of the units most alike, are aligned item by item."""
MOST_CHANGES = 500
"""Terms that changed, the surest."""
FOLLOWED = 24
"""Terms that are followed from year to year, the surest changes."""
MOST_YEARS_COMPARED, LARGE = 9, 200
"""So many times a plan is aligned with that of its unit's year before; in a corpus of more documents than this only three
times, the latest."""
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
    strong = slogans.loc[(slogans["score"] >= STRONG) & ~slogans["kind"].isin(["term", "period"]), "slogan"]
    return occurrences[occurrences["slogan"].isin(strong)].reset_index(drop=True)


def followed(slogans: pd.DataFrame) -> pd.DataFrame:
    """Return the slogans whose coming and going says something: those of the register, and the strong ones that are marked."""
    marked = slogans["kind"].isin(MARKED) & (slogans["score"] >= STRONG)
    return slogans[(slogans["status"] == "known") | marked]


def _signals(
    corpus: Corpus, occurrences: pd.DataFrame, slogans: pd.DataFrame, register: pd.DataFrame
) -> pd.DataFrame:
    """Return the signals of the slogans that are followed; none where no slogan came, went, or is passed over."""
    from plananalysis.slogans import slogan_signals

    places = occurrences[occurrences["slogan"].isin(followed(slogans)["slogan"])]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PlanWarning)
        found = slogan_signals(places, corpus, register=register, extend=False)
    return found if (found["silent"] | (found["change"] != "")).any() else empty("signals")


def _slogan_counts(corpus: Corpus, occurrences: pd.DataFrame, by: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    from plananalysis.slogans import slogan_counts, slogan_frames

    return slogan_counts(occurrences, corpus, by=by), slogan_frames(occurrences, corpus, by=by)


def _citations(corpus: Corpus, by: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    from plananalysis.citations import citation_counts, find_citations

    cited = find_citations(corpus)
    return cited, citation_counts(cited, corpus, by=by)


def _unit_names(corpus: Corpus) -> list[str]:
    from plananalysis.segmentation.proper_names import unit_names

    return unit_names(corpus)


def _tokens(
    corpus: Corpus, slogans: pd.DataFrame, lexicon: pd.DataFrame, unit_names: list[str]
) -> pd.DataFrame:
    """Return the tokens: of terms that are equal when folded, the user's own stand before those found and the shipped."""
    from plananalysis.lexicon import combine_lexicons
    from plananalysis.segmentation import segment
    from plananalysis.slogans import slogan_lexicon

    return segment(corpus, lexicon=combine_lexicons(lexicon, slogan_lexicon(slogans)), units=unit_names)


def _terms(tokens: pd.DataFrame, stopwords: frozenset[str]) -> pd.DataFrame:
    from plananalysis.statistics.terms import find_terms

    return find_terms(tokens, stopwords=stopwords)


def _keywords(
    tokens: pd.DataFrame,
    terms: pd.DataFrame,
    corpus: Corpus,
    by: str,
    *,
    stopwords: frozenset[str],
    names: bool,
    min_chars: int,
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Return keywords, keyness, and every place of their terms."""
    from plananalysis.statistics.keyness import keyness_by
    from plananalysis.statistics.keywords import keywords
    from plananalysis.statistics.terms import with_terms

    tokens = with_terms(tokens, terms)
    listed: dict[str, Any] = {"stopwords": stopwords, "names": names, "min_chars": min_chars}
    typical = keywords(tokens, corpus, by=by, top=KEYWORDS_PER_GROUP, **listed)
    key = keyness_by(tokens, corpus, by=by, top=KEYNESS_PER_GROUP, **listed)
    both = pd.concat([typical, key], ignore_index=True)
    return typical, key, keyword_places(both, tokens, corpus, by=by)


def _name_counts(tokens: pd.DataFrame, corpus: Corpus, by: str) -> pd.DataFrame:
    from plananalysis.statistics.name_counts import name_counts

    return name_counts(tokens, corpus, by=by, min_n=1)


def _counts(
    tokens: pd.DataFrame, corpus: Corpus, by: str, *, stopwords: frozenset[str], names: bool
) -> DocumentFeatureMatrix:
    from plananalysis.counts import count_features

    return count_features(tokens, corpus, by=by, stopwords=stopwords, names=names)


class _Likeness(NamedTuple):
    """Pairs of groups, the nearest of each, and their clustering."""

    similarity: pd.DataFrame
    nearest: pd.DataFrame
    clustered: list[str]
    tree: pd.DataFrame


def _similarity(tokens: pd.DataFrame, counts: DocumentFeatureMatrix, corpus: Corpus, by: str) -> _Likeness:
    """Return how alike the groups are; years stand in their order, and only others are clustered."""
    from plananalysis.counts import tfidf
    from plananalysis.statistics.similarity import (
        Clustering,
        cluster_order,
        nearest,
        similarity_matrix,
        similarity_of,
        with_intervals,
    )

    weights = tfidf(counts)
    near = nearest(weights, n=NEIGHBOURS)
    if len(weights.rows) > MOST_PAIRED:
        return _Likeness(similarity_of(counts, weights, near), near, list(weights.rows), empty("merges"))
    alike = with_intervals(similarity_of(counts, weights, None), tokens, counts, corpus, by=by)
    if runs_in_time(corpus, by):
        clusters = Clustering(groups_in_time(corpus, by), empty("merges"))
    else:
        clusters = cluster_order(similarity_matrix(weights))
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


def _borrowing(
    corpus: Corpus, reuse: pd.DataFrame, by: str
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Return the families of wordings, the shares of every document, and who has how much from whom."""
    from plananalysis.reuse import borrowing_matrix, reuse_families, reuse_shares

    edges = empty("borrowing")
    if not nothing_to_compare(corpus, by):
        matrix = borrowing_matrix(reuse, corpus, by=by)
        letters = matrix.to_numpy()
        row, column = np.nonzero(letters > 0)
        edges = pd.DataFrame(
            {
                "unit": matrix.index.take(row),
                "from_unit": matrix.columns.take(column),
                "n_letters": letters[row, column],
            }
        ).sort_values(["n_letters", "unit", "from_unit"], ascending=[False, True, True], ignore_index=True)
    return (
        reuse_families(reuse.head(MOST_FAMILIES), corpus),
        conform(reuse_shares(reuse, corpus), "reuse_shares"),
        conform(edges, "borrowing"),
    )


def _commitments(corpus: Corpus, by: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    from plananalysis.pledges.shares import commitments_and_shares

    return commitments_and_shares(corpus, by=by)


def _targets(corpus: Corpus, commitments: pd.DataFrame) -> pd.DataFrame:
    """Return the targets; that a corpus has none is plain from the report, which then says nothing of targets."""
    from plananalysis.pledges import find_targets

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PlanWarning)
        return find_targets(corpus, commitments=commitments)


def _fulfilment(corpus: Corpus, commitments: pd.DataFrame, targets: pd.DataFrame) -> pd.DataFrame:
    """Return what look-backs say of the promises of the year before; nothing where no unit has two years."""
    from plananalysis.fulfilment import find_fulfilment

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PlanWarning)
        return find_fulfilment(corpus, commitments=commitments, targets=targets)


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
    spans = reuse[["doc_a", "start_a", "end_a", "doc_b", "start_b", "end_b", "kind"]]
    found = []
    ranked = similarity.sort_values("cosine", ascending=False, kind="stable").head(MOST_COMPARED)
    for a, b in zip(ranked["a"].map(latest), ranked["b"].map(latest), strict=True):
        rows = compare_plans(corpus, a, b, lexicon=theme_lexicon, occurrences=places, reuse=spans)
        found.append(rows.assign(plan_a=a, plan_b=b))
    return conform(pd.concat(found, ignore_index=True), "comparisons") if found else empty("comparisons")


def _changes(
    tokens: pd.DataFrame, corpus: Corpus, *, stopwords: frozenset[str], min_chars: int
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the terms that changed over the years of the same units, and the surest of them year by year."""
    from plananalysis.statistics.changes import term_changes
    from plananalysis.statistics.trends import followed_by, term_trend

    if followed_by(corpus) != "unit":
        return empty("changes"), empty("trend")
    found = term_changes(tokens, corpus, stopwords=stopwords, min_chars=min_chars).head(MOST_CHANGES)
    if found.empty:
        return found, empty("trend")
    terms = found["term"].head(FOLLOWED).tolist()
    return found, term_trend(tokens, corpus, terms, stopwords=stopwords)


def _year_comparisons(corpus: Corpus, theme_lexicon: Any) -> pd.DataFrame:
    """Return what became of the items of units from one year to the next, the latest years first."""
    from plananalysis.compare import compare_years

    most = MOST_COMPARED if len(corpus) > LARGE else MOST_YEARS_COMPARED
    found = []
    for unit, year_a, year_b in neighbouring_years(corpus)[:most]:
        rows = compare_years(corpus, unit, year_a, year_b, lexicon=theme_lexicon)
        found.append(rows.assign(unit=unit, year_a=year_a, year_b=year_b))
    table = pd.concat(found, ignore_index=True) if found else empty("year_comparisons")
    return conform(table, "year_comparisons")


def neighbouring_years(corpus: Corpus) -> list[tuple[str, int, int]]:
    """Return each unit's years with the year before of which it has a plan, one of each, the latest first.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> facts = pd.DataFrame({"doc_id": ["a", "b", "c"], "unit": "甲局", "year": [2022, 2024, 2023]})
    >>> neighbouring_years(corpus_from_texts({"a": "党建", "b": "普法", "c": "普法"}, facts))
    [('甲局', 2023, 2024), ('甲局', 2022, 2023)]
    """
    known = corpus.documents[["unit", "year"]].dropna()
    alone = known[~known.duplicated(keep=False)].sort_values(["unit", "year"])
    before = alone.groupby("unit")["year"].shift()
    pairs = alone.assign(before=before).dropna().sort_values(["year", "unit"], ascending=[False, True])
    return [(str(unit), int(a), int(b)) for unit, b, a in pairs.itertuples(index=False)]


def latest_plans(corpus: Corpus, by: str) -> dict[str, str]:
    """Return the latest document of every unit or other group; of several in one year the first by name.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> latest_plans(corpus_from_texts({"甲": "党建", "乙": "普法"}), "doc_id") == {"甲": "甲", "乙": "乙"}
    True
    """
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
    Step("signals", _signals, ("corpus", "occurrences", "slogans", "register"), ("signals",), False),
    Step("citations", _citations, ("corpus", "by"), ("citations", "citation_counts"), False),
    Step("names of units", _unit_names, ("corpus",), ("unit_names",), False),
    Step("words", _tokens, ("corpus", "slogans", "lexicon", "unit_names"), ("tokens",), True),
    Step("terms", _terms, ("tokens", "stopwords"), ("terms",), False),
    Step("names", _name_counts, ("tokens", "corpus", "by"), ("name_counts",), False),
    Step(
        "keywords",
        _keywords,
        ("tokens", "terms", "corpus", "by", "stopwords", "names", "min_chars"),
        ("keywords", "keyness_by", "keyword_places"),
        False,
    ),
    Step("counts", _counts, ("tokens", "corpus", "by", "stopwords", "names"), ("counts",), False),
    Step(
        "similarity",
        _similarity,
        ("tokens", "counts", "corpus", "by"),
        ("similarity", "nearest", "clustered", "tree"),
        False,
    ),
    Step("theme lexicon", _theme_lexicon, ("corpus",), ("theme_lexicon",), False, "themes"),
    Step("themes", _themes, ("corpus", "theme_lexicon"), ("themes",), True, "themes"),
    Step("emphasis", _emphasis, ("themes", "corpus", "by"), ("emphasis",), False, "themes"),
    Step("theme flow", _theme_flow, ("themes", "corpus"), ("theme_flow",), True, "themes"),
    Step("reuse", _reuse, ("corpus",), ("reuse",), False, "wording"),
    Step(
        "borrowing",
        _borrowing,
        ("corpus", "reuse", "by"),
        ("families", "reuse_shares", "borrowing"),
        False,
        "wording",
    ),
    Step(
        "commitments", _commitments, ("corpus", "by"), ("commitments", "commitment_shares"), False, "promises"
    ),
    Step("targets", _targets, ("corpus", "commitments"), ("targets",), False, "promises"),
    Step("fulfilment", _fulfilment, ("corpus", "commitments", "targets"), ("fulfilment",), False, "promises"),
    Step("changes", _changes, ("tokens", "corpus", "stopwords", "min_chars"), ("changes", "trend"), False),
    Step("years", _year_comparisons, ("corpus", "theme_lexicon"), ("year_comparisons",), False, "themes"),
    Step(
        "comparison",
        _comparisons,
        ("corpus", "similarity", "strong_occurrences", "reuse", "by", "theme_lexicon"),
        ("comparisons",),
        False,
    ),
)
"""All steps, each behind those whose results it needs."""
