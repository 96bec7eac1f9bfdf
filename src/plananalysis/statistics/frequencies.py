"""How often words of one's own stand in the text, whatever a segmenter makes of them."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from plananalysis.common_options import Part, corpus_part
from plananalysis.corpus.lengths import PER, counted_chars
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.errors import InputError, warn
from plananalysis.folding import fold
from plananalysis.groups import document_groups
from plananalysis.statistics.concordance import folded_pattern, spans_within_lines
from plananalysis.tables import conform, empty


def frequencies(
    corpus: Corpus, terms: str | Sequence[str], *, by: str | None = None, part: Part = None
) -> pd.DataFrame:
    """Count words or phrases of one's own in the text of each unit or year.

    What is counted is the text and not the tokens: a word that the segmenter cuts otherwise, or that is part of a longer
    slogan, is still in the text.

    Parameters
    ----------
    corpus
        The corpus; excluded spans do not count.
    terms
        Words or phrases; each is found whatever its quotation marks, width, script, case and commas, as in
        :func:`plananalysis.concordance`, which lists the places. Places of one term do not overlap each other; a term
        that is part of another is counted within it as well.
    by, part
        Grouping, and parts of the plans; as in :func:`plananalysis.count_features`. Groups are ``unit``, ``doc_id``, ``year``
        or a metadata column.

    Returns
    -------
    DataFrame
        One row for every group and term, in the order of the groups and of the terms asked for: group; term; n; n_docs
        (documents of the group that hold it); n_chars (characters of the group's plans that are counted, white space
        aside); rate_chars (n per 10,000 of them). A term that a group does not use has 0.

    Raises
    ------
    InputError
        If a term is empty, no term is given, or the documents cannot be grouped so.

    Warns
    -----
    PlanWarning
        If a term stands nowhere.

    Notes
    -----
    ``rate_chars = 10,000 · n / n_chars``. Characters are the base, not tokens, so that the value depends on no segmenter.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> corpus = corpus_from_texts({"甲": "树牢“四个意识”，四个意识管根本、管长远。", "乙": "加强党建。"})
    >>> frequencies(corpus, ["四个意识", "党建"], by="doc_id").round(1)
      group  term  n  n_docs  n_chars  rate_chars
    0     乙  四个意识  0       0        5         0.0
    1     乙    党建  1       1        5      2000.0
    2     甲  四个意识  2       1       21       952.4
    3     甲    党建  0       0       21         0.0
    """
    check_corpus(corpus)
    asked = list(dict.fromkeys([terms] if isinstance(terms, str) else terms))
    if not asked:
        raise InputError("terms: no term is given; name the words to count")
    wanted = [folded_pattern(term) for term in asked]
    corpus = corpus_part(part, corpus)
    group, labels = document_groups(corpus, by)
    if not len(corpus):
        return empty("frequencies")
    counts = count_in_texts(corpus, wanted)
    total = np.zeros((len(labels), len(asked)), dtype=np.int64)
    np.add.at(total, group, counts)
    holding = np.zeros_like(total)
    np.add.at(holding, group, counts > 0)
    length = np.bincount(group, weights=counted_chars(corpus), minlength=len(labels)).astype(np.int64)
    nowhere = [term for term, n in zip(asked, total.sum(axis=0).tolist(), strict=True) if not n]
    if nowhere:
        warn("frequencies: {nowhere} stands nowhere in the text; try a shorter part of it", nowhere=nowhere)
    table = pd.DataFrame(
        {
            "group": np.repeat(labels.to_numpy(), len(asked)),
            "term": np.tile(np.array(asked, dtype=object), len(labels)),
            "n": total.ravel(),
            "n_docs": holding.ravel(),
            "n_chars": np.repeat(length, len(asked)),
        }
    )
    rate = PER * table["n"] / table["n_chars"].where(table["n_chars"] > 0)
    return conform(table.assign(rate_chars=rate.fillna(0.0)), "frequencies")


def count_in_texts(corpus: Corpus, wanted: Sequence[str]) -> np.ndarray:
    """Return how often each folded term stands in the passages of each document: documents by terms.

    Parameters
    ----------
    corpus
        Documents and their passages.
    wanted
        Terms as :func:`folded_pattern` gives them.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> count_in_texts(corpus_from_texts({"a": "党建 引领党建"}), ["党建", "引领"]).tolist()
    [[2, 1]]
    """
    spans = {str(doc): rows for doc, rows in corpus.passages.groupby("doc_id", sort=False)[["start", "end"]]}
    counts = np.zeros((len(corpus), len(wanted)), dtype=np.int64)
    for row, (doc_id, text) in enumerate(corpus.texts()):
        if doc_id not in spans:
            continue
        here = spans[doc_id].sort_values("start")
        starts, ends = here["start"].to_numpy(), here["end"].to_numpy()
        folded = fold(text)
        for column, term in enumerate(wanted):
            if term not in folded.text:
                continue
            places = np.array(list(spans_within_lines(text, folded, term)), dtype=np.int64).reshape(-1, 2)
            at = np.searchsorted(starts, places[:, 0], side="right") - 1
            counts[row, column] = int(((at >= 0) & (places[:, 1] <= ends[at])).sum())
    return counts
