"""Term frequency over time, for units with plans of several years."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from plananalysis.common_options import COUNTED_KINDS, Part, in_part
from plananalysis.corpus.lengths import PER
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.counts import count_features, presence
from plananalysis.errors import InputError, warn
from plananalysis.folding import plain
from plananalysis.groups import document_groups
from plananalysis.lexicon.taken import Words
from plananalysis.messages.message import Message
from plananalysis.resources import SHIPPED
from plananalysis.statistics.absent import why_absent
from plananalysis.statistics.concordance import find_places
from plananalysis.tables import check, conform, empty


def term_trend(
    tokens: pd.DataFrame,
    corpus: Corpus,
    terms: str | Sequence[str],
    *,
    by: str | None = None,
    part: Part = None,
    kinds: Sequence[str] = COUNTED_KINDS,
    names: bool = True,
    stopwords: Words = SHIPPED,
) -> pd.DataFrame:
    """Follow terms through the years of each unit.

    Parameters
    ----------
    tokens, corpus : DataFrame, Corpus
        The corpus and its tokens.
    terms : str or sequence of str
        Terms as they are counted.
    by : str, optional
        ``unit`` or any metadata column; ``year`` follows the corpus as a whole (group ``all``). By default units, or the
        corpus as a whole where no unit has plans of two years. Groups with plans of fewer than two years are left out, and
        so are documents without a year.
    kinds, names, stopwords, part
        Tokens that count, terms left out, and parts of the plans; as in :func:`plananalysis.count_features`.

    Returns
    -------
    DataFrame
        group, year, term; n; n_docs: documents that hold it; n_tokens: counted tokens of that year;
        rate: n per 10,000 of them; n_chars: characters of all tokens of that year; rate_chars: n per 10,000 of them. Years in which the group has a plan but the term does not occur have 0.
        Sorted by group (in the order of the documents), term (as asked for) and year.

    Raises
    ------
    InputError
        If a term is no counted token (the reason, and what is near it, are named) or ``by`` does not exist.

    Examples
    --------
    >>> from plananalysis.examples import spaced_corpus
    >>> texts = {"1": "党建 学习", "2": "党建 党建 审计 学习"}
    >>> corpus, tokens = spaced_corpus(texts, unit=["甲", "甲"], year=[2023, 2024])
    >>> term_trend(tokens, corpus, "党建")[["group", "year", "n", "n_tokens", "rate", "rate_chars"]]
      group  year  n  n_tokens    rate  rate_chars
    0     甲  2023  1         2  5000.0      2500.0
    1     甲  2024  2         4  5000.0      2500.0
    """
    check(tokens, "tokens", ("doc_id", "start", "end", "token", "kind"))
    check_corpus(corpus)
    corpus, tokens = in_part(part, corpus, tokens)
    asked = list(dict.fromkeys(map(plain, [terms] if isinstance(terms, str) else terms)))
    documents = count_features(tokens, corpus, by="doc_id", kinds=kinds, names=names, stopwords=stopwords)
    column = documents.features.get_indexer(pd.Index(asked, dtype="str"))
    if len(asked) and column.min() < 0:
        missing = asked[int(np.argmin(column))]
        places = find_places(corpus, missing)
        raise InputError(why_absent(missing, tokens, places, kinds=kinds, stopwords=stopwords))
    by = followed_by(corpus) if by is None else by
    if by == "year":
        group, labels = np.zeros(len(corpus), dtype=np.int64), pd.Index(["all"])
    else:
        group, labels = document_groups(corpus, by)
    year = corpus.documents["year"]
    length = (tokens["end"] - tokens["start"]).groupby(tokens["doc_id"].astype("str")).sum()
    n_chars = corpus.documents["doc_id"].map(length).fillna(0).astype("int64")
    n_tokens = documents.matrix.sum(axis=1)
    facts = pd.DataFrame({"group": group, "year": year, "n_tokens": n_tokens, "n_chars": n_chars})
    held = presence(documents).matrix
    parts = [
        facts.assign(
            term=i, n=documents.matrix[:, [c]].toarray().ravel(), n_docs=held[:, [c]].toarray().ravel()
        )
        for i, c in enumerate(column)
    ]
    if not parts:
        return empty("trend")
    table = pd.concat(parts).dropna(subset=["year"])
    table = table.groupby(["group", "term", "year"], as_index=False, sort=True)[
        ["n", "n_docs", "n_tokens", "n_chars"]
    ].sum()
    years = table.groupby(["group", "term"])["year"].transform("size")
    table = table[years >= 2]
    if table.empty:
        warn("term_trend: {reason}", reason=_why_no_years(corpus, by))
    rate, rate_chars = (
        (PER * table["n"] / table[of].where(table[of] > 0)).fillna(0.0) for of in ("n_tokens", "n_chars")
    )
    wording = dict(enumerate(asked))
    table = table.assign(
        group=labels[table["group"].to_numpy()],
        term=table["term"].map(wording),
        rate=rate,
        rate_chars=rate_chars,
    )
    return conform(table, "trend")


def followed_by(corpus: Corpus) -> str:
    """Return what is followed through the years unless something else is asked for: units, or all as a whole.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> facts = pd.DataFrame({"doc_id": ["a", "b"], "unit": ["甲局", "甲局"], "year": [2023, 2024]})
    >>> followed_by(corpus_from_texts({"a": "党建", "b": "普法"}, facts))
    'unit'
    """
    documents = corpus.documents
    n_years = documents.groupby("unit")["year"].nunique()
    return "unit" if (n_years > 1).any() else "year"


def _why_no_years(corpus: Corpus, by: str) -> Message:
    """Say why no group has plans of two years."""
    known = corpus.documents["year"].dropna()
    if known.empty:
        return Message("no document has a year; write the years into metadata.csv")
    if len(known.unique()) == 1:
        return Message(
            "all documents are of one year ({year}); add plans of another year", year=int(known.iloc[0])
        )
    return Message("no {by} has plans of two years; by='year' follows the corpus as a whole", by=by)
