"""How long the counted text of each document is."""

import pandas as pd

from plananalysis.corpus.model import Corpus

PER = 10_000
"""Characters, or tokens, that a rate is given for."""


def counted_chars(corpus: Corpus) -> pd.Series:
    r"""Return the characters of the passages of every document, white space aside, in the order of the documents.

    Rates of texts are per characters and not per tokens, so that they depend on no segmenter.

    Examples
    --------
    >>> from plananalysis.corpus import corpus_from_texts
    >>> counted_chars(corpus_from_texts({"a": "一、党建\n抓 好。", "b": ""})).to_dict()
    {'a': 7, 'b': 0}
    """
    texts = dict(corpus.texts())
    length = dict.fromkeys(texts, 0)
    places = corpus.passages[["doc_id", "start", "end"]].itertuples(index=False, name=None)
    for doc_id, start, end in places:
        length[doc_id] += sum(map(len, texts[doc_id][start:end].split()))
    return pd.Series(length, dtype="int64").rename_axis("doc_id")
