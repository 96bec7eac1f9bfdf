"""How much of what a group of documents, or a theme, writes binds to something checkable."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from plananalysis import tables
from plananalysis.common_options import Part, in_part
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.groups import document_groups, group_labels, groups_in_time, runs_in_time
from plananalysis.lexicon.theme_lexicons import ThemeLexicon
from plananalysis.pledges.binding_sentences import Placed, binding, corpus_sentences
from plananalysis.themes import UNCODED, code_themes


def commitment_shares(
    commitments: pd.DataFrame,
    corpus: Corpus,
    *,
    by: str | None = None,
    part: Part = None,
    lexicon: ThemeLexicon | None = None,
) -> pd.DataFrame:
    r"""Say what share of the sentences, and of their characters, binds, for each group or theme.

    Parameters
    ----------
    commitments
        Table of :func:`find_commitments`.
    corpus
        The documents that it was made of.
    by
        ``"theme"``, or ``"unit"``, ``"doc_id"``, ``"year"`` or any metadata column; by default units, of one unit its
        years, else documents.
    lexicon
        Theme lexicon for ``by="theme"``, as for :func:`plananalysis.code_themes`; without it the shipped one that
        fits the corpus better (:func:`plananalysis.suggest_lexicon`).
    part
        Count only these parts of the plans; as in :func:`plananalysis.count_features`.

    Returns
    -------
    DataFrame
        The highest share first, passages without a theme (``未归类``) last, years and the years of one unit in time:
        group; n_sentences, n_binding and share of sentences; n_chars, n_chars_binding and share_chars of characters in
        sentences. By theme each sentence counts for the themes of its passage by their
        weights, so counts are fractions and sum to those of the corpus. Groups without sentences are left out.

    Raises
    ------
    InputError
        If the documents cannot be grouped so.

    Notes
    -----
    Sentences end at 。！？； or with their line; headings are none. In a report the review of the past year counts
    as well, so a long review lowers the share.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts, find_commitments
    >>> corpus = corpus_from_texts({"a": "2024年工作要点\n一、抓好培训。全年举办培训15期。全面提高干部的能力。"})
    >>> commitment_shares(find_commitments(corpus), corpus, by="doc_id")[["group", "n_sentences", "n_binding", "share"]]
      group  n_sentences  n_binding  share
    0     a          2.0        1.0    0.5
    """
    tables.check(commitments, "commitments", ("doc_id", "start"))
    check_corpus(corpus)
    corpus, commitments = in_part(part, corpus, commitments)
    if by != "theme":
        document_groups(corpus, by, also=("theme",))  # says what else there is before the text is read
    return _shares(commitments, corpus_sentences(corpus), corpus, by, lexicon)


def commitments_and_shares(corpus: Corpus, *, by: str | None) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the tables of :func:`find_commitments` and :func:`commitment_shares`, every document read once."""
    sentences = list(corpus_sentences(corpus))
    found = binding(sentences)
    return found, _shares(found, sentences, corpus, by, None)


def _shares(
    commitments: pd.DataFrame,
    sentences: Iterable[tuple[Any, list[Placed]]],
    corpus: Corpus,
    by: str | None,
    lexicon: ThemeLexicon | None,
) -> pd.DataFrame:
    """Return the shares among some sentences of those in the table of commitments."""
    binding_places = set(zip(commitments["doc_id"].tolist(), commitments["start"].tolist(), strict=True))
    rows = [
        (doc_id, passage.passage_id, end - start, (doc_id, start) in binding_places)
        for doc_id, placed in ((str(document.doc_id), placed) for document, placed in sentences)
        for passage, _, start, end in placed
    ]
    columns = zip(*rows, strict=True) if rows else ((),) * 4
    frame = pd.DataFrame(dict(zip(("doc_id", "passage_id", "n_chars", "binding"), columns, strict=True)))
    frame = frame.astype({"doc_id": "str", "passage_id": "str", "n_chars": "float64", "binding": "bool"})
    frame = frame.assign(weight=1.0)
    if by == "theme":
        coded = code_themes(corpus, lexicon=lexicon)[["passage_id", "theme", "weight"]]
        frame = frame.drop(columns="weight").merge(coded, on="passage_id", how="left")
        frame = frame.assign(group=frame["theme"].fillna(UNCODED), weight=frame["weight"].fillna(1.0))
        return _summed(frame)
    summed = _summed(frame.assign(group=group_labels(frame, corpus, by)))
    if not runs_in_time(corpus, by):
        return summed
    rank = {group: place for place, group in enumerate(groups_in_time(corpus, by))}
    return summed.sort_values("group", key=lambda groups: groups.map(rank), ignore_index=True)


def _summed(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the shares of each group of weighted sentences."""
    weight, chars, binds = frame["weight"], frame["n_chars"], frame["binding"].astype("float64")
    summed = (
        pd.DataFrame(
            {
                "group": frame["group"].astype("str"),
                "n_sentences": weight,
                "n_binding": weight * binds,
                "n_chars": weight * chars,
                "n_chars_binding": weight * chars * binds,
            }
        )
        .groupby("group", as_index=False)
        .sum()
    )
    summed = summed.assign(
        share=summed["n_binding"] / summed["n_sentences"],
        share_chars=summed["n_chars_binding"] / summed["n_chars"],
    )
    uncoded = summed["group"] == UNCODED
    summed = summed.assign(uncoded=uncoded).sort_values(
        ["uncoded", "share", "group"], ascending=[True, False, True]
    )
    return tables.conform(summed, "commitment_shares")
