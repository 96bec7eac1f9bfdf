"""Steps of the report that join several functions: themes, shared wording, and plans side by side."""

import pandas as pd

from plananalysis.corpus.model import Corpus
from plananalysis.tables import conform, empty

MOST_COMPARED = 3
"""So many pairs of plans, those of the units most alike, are aligned item by item."""
MOST_FAMILIES = 20_000
"""Of more shared passages than this, only the most distinctive are connected into families."""


def slogans_and_places(corpus: Corpus) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the slogans and all their places, the texts folded once."""
    from plananalysis.lexicon import slogan_register
    from plananalysis.slogans.discovery import mine
    from plananalysis.slogans.occurrences import places_of
    from plananalysis.slogans.stream import fold_corpus

    stream = fold_corpus(corpus)
    slogans = mine(stream, corpus, register=slogan_register())
    return slogans, places_of(slogans, stream, corpus)


def theme_tables(corpus: Corpus, by: str) -> tuple[str, dict[str, pd.DataFrame]]:
    r"""Return the theme lexicon that fits the corpus, and the tables made with it.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> name, found = theme_tables(corpus_from_texts({"甲": "一、抓好党课\n上好党课。"}), "doc_id")
    >>> name, list(found)
    ('party_building', ['emphasis', 'themes', 'theme_flow'])
    """
    from plananalysis.themes import code_themes, suggest_lexicon, theme_emphasis, theme_flow

    name = suggest_lexicon(corpus)
    coded = code_themes(corpus, lexicon=name)
    emphasis = theme_emphasis(coded, corpus, by=by)
    return name, {"emphasis": emphasis, "themes": coded, "theme_flow": theme_flow(coded, corpus)}


def shared_wording(corpus: Corpus) -> dict[str, pd.DataFrame]:
    """Return the shared passages, their families, the shares of every document, and who has how much from whom."""
    from plananalysis.reuse import borrowing_matrix, find_reuse, reuse_families, reuse_shares

    reuse = find_reuse(corpus)
    matrix = borrowing_matrix(reuse, corpus)
    edges = matrix.rename_axis(index="unit", columns="source").reset_index()
    edges = edges.melt("unit", var_name="source", value_name="n_chars")
    edges = edges[edges["n_chars"] > 0].sort_values(
        ["n_chars", "unit", "source"], ascending=[False, True, True], ignore_index=True
    )
    return {
        "reuse": reuse,
        "families": reuse_families(reuse.head(MOST_FAMILIES), corpus),
        "reuse_shares": conform(reuse_shares(reuse, corpus), "reuse_shares"),
        "borrowing": conform(edges, "borrowing"),
    }


def compare_nearest(
    corpus: Corpus,
    alike: pd.DataFrame,
    occurrences: pd.DataFrame,
    reuse: pd.DataFrame,
    *,
    by: str,
    lexicon: str,
) -> pd.DataFrame:
    """Align the latest plans of the units most alike.

    Returns
    -------
    DataFrame
        plan_a and plan_b (doc_id), then the columns of :func:`plananalysis.compare_plans`; the nearest pair first.
    """
    from plananalysis.compare import compare_plans

    latest = latest_plans(corpus, by)
    # The comparison looks places up again and again; slim tables make that several times as fast.
    places = occurrences[["doc_id", "slogan", "start", "end"]].astype({"doc_id": object, "slogan": object})
    spans = reuse[["doc_a", "start_a", "end_a", "doc_b", "start_b", "end_b"]]
    found = []
    ranked = alike.sort_values("cosine", ascending=False, kind="stable").head(MOST_COMPARED)
    for a, b in zip(ranked["a"].map(latest), ranked["b"].map(latest), strict=True):
        rows = compare_plans(corpus, a, b, lexicon=lexicon, occurrences=places, reuse=spans)
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
