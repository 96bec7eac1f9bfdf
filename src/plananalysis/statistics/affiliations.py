"""Who uses or cites what: a network of two kinds of nodes, groups on one side, slogans or documents on the other."""

import pandas as pd

from plananalysis.common_options import Part, corpus_part
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.errors import InputError, near, warn
from plananalysis.groups import group_labels
from plananalysis.lexicon.taken import Words
from plananalysis.tables import conform, empty

KINDS_OF = {"slogans": "slogan", "citations": "title"}
"""What the groups can be linked with, and what a node of it is."""


def affiliations(
    corpus: Corpus, of: str = "slogans", *, by: str | None = None, register: Words = None, part: Part = None
) -> pd.DataFrame:
    """Link units, years or other groups with the slogans that they use, or the documents that they cite.

    Parameters
    ----------
    corpus
        The documents.
    of
        ``slogans`` (those that stay in one piece, :func:`plananalysis.slogan_lexicon`; inside longer ones they do not count) or
        ``citations`` (《documents》, :func:`plananalysis.find_citations`).
    by, part
        Grouping and parts of the plans; as in :func:`plananalysis.count_features`. Groups are ``unit``, ``doc_id``, ``year`` or
        a metadata column.
    register
        Known slogans; as in :func:`plananalysis.find_slogans`.

    Returns
    -------
    DataFrame
        One row per edge: group; term (the slogan, or the title); kind (``slogan`` or ``title``); n (places); n_docs (documents of the group
        that hold it); first_year, last_year (of these documents). What most groups have first, then by group.
        :func:`plananalysis.write_table` writes them as ``.graphml``, ``.gexf`` or ``.net``.

    Raises
    ------
    InputError
        If ``of`` is neither, or the documents cannot be grouped so.

    Warns
    -----
    PlanWarning
        If there is no edge.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> corpus = corpus_from_texts({"甲": "学习《党章》。", "乙": "学习《党章》，遵守《党章》《准则》。"})
    >>> affiliations(corpus, "citations", by="doc_id")[["group", "term", "kind", "n"]].to_numpy().tolist()
    [['乙', '党章', 'title', 2], ['甲', '党章', 'title', 1], ['乙', '准则', 'title', 1]]
    """
    check_corpus(corpus)
    if of not in KINDS_OF:
        raise InputError("affiliations: of is {of!r}; {near}", of=of, near=near(str(of), KINDS_OF))
    corpus = corpus_part(part, corpus)
    places = _places(corpus, of, register)
    labels = group_labels(places, corpus, by)
    if places.empty:
        if len(corpus):
            warn(
                "affiliations: the plans have no {of}; link them with the other, {others:or}",
                of=of,
                others=sorted(set(KINDS_OF) - {of}),
            )
        return empty("affiliations")
    year = corpus.documents.set_index("doc_id")["year"]
    rows = places.assign(group=labels, year=year.reindex(places["doc_id"].astype("str")).array)
    found = rows.groupby(["term", "group"], sort=True).agg(
        n=("doc_id", "size"),
        n_docs=("doc_id", "nunique"),
        first_year=("year", "min"),
        last_year=("year", "max"),
    )
    found = found.reset_index().assign(kind=KINDS_OF[of])
    found["_groups"] = found.groupby("term")["group"].transform("size")
    found["_total"] = found.groupby("term")["n"].transform("sum")
    order = ["_groups", "_total", "term", "group"]
    return conform(found.sort_values(order, ascending=[False, False, True, True]), "affiliations")


def _places(corpus: Corpus, of: str, register: Words) -> pd.DataFrame:
    """Return every place with what stands there: doc_id, term."""
    if of == "citations":
        from plananalysis.citations import find_citations

        return find_citations(corpus)[["doc_id", "title"]].rename(columns={"title": "term"})
    from plananalysis.slogans import find_slogans, slogan_lexicon, slogan_occurrences

    names = slogan_lexicon(find_slogans(corpus, register=register))["term"]
    found = slogan_occurrences(corpus, pd.DataFrame({"slogan": names}), register=register)
    whole = found[~found["nested"].to_numpy()]
    return whole[["doc_id", "slogan"]].rename(columns={"slogan": "term"}).reset_index(drop=True)
