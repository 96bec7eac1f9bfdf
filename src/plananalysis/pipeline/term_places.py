"""Where the terms of a table stand in the documents of their groups."""

import numpy as np
import pandas as pd

from plananalysis.corpus.model import Corpus
from plananalysis.counts import as_category
from plananalysis.groups import groups_of
from plananalysis.tables import conform, empty


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
