"""Small corpora for the examples and tests of the statistics, made from words that are already apart."""

from collections.abc import Sequence

import pandas as pd

from plananalysis.corpus.model import Corpus
from plananalysis.tables import columns, conform, empty


def spaced_corpus(texts: dict[str, str], **metadata: Sequence) -> tuple[Corpus, pd.DataFrame]:
    """Return a corpus and its tokens from space-separated words.

    Parameters
    ----------
    texts : dict of doc_id to str
        Words with a space between any two. Every text becomes one document, one unit and one passage.
    **metadata
        Further columns of the documents (``unit``, ``year``, ...), one value per text.

    Returns
    -------
    tuple of Corpus and DataFrame
        The corpus, whose texts lack the spaces, and its tokens table. A token without any letter, digit or Han
        is of kind punctuation, all others are words.

    Examples
    --------
    >>> corpus, tokens = spaced_corpus({"甲": "加强 建设 。"})
    >>> corpus.text("甲"), tokens["token"].tolist(), tokens["kind"].tolist()
    ('加强建设。', ['加强', '建设', '。'], ['word', 'word', 'punctuation'])
    """
    given: dict[str, Sequence] = {"unit": list(texts), "year": [2024] * len(texts), **metadata}
    documents: list[dict] = []
    passages: list[tuple] = []
    rows: list[tuple] = []
    for i, (doc_id, spaced) in enumerate(texts.items()):
        text = "".join(spaced.split())
        standard = {"doc_id": doc_id, "title": doc_id, "file": f"{doc_id}.txt", "format": "txt"}
        standard |= {"unit_source": "metadata", "year_source": "metadata"}
        more = {"encoding": "utf-8", "n_chars": len(text), "sha256": "", "warning": "", "text": text}
        documents.append(standard | more | {name: values[i] for name, values in given.items()})
        passage_id = f"{doc_id}#0"
        passages.append((passage_id, doc_id, 1, 0, "", "", "", passage_id, "plan", "start", "", 0, len(text)))
        at = 0
        for word in spaced.split():
            kind = "word" if any(char.isalnum() for char in word) else "punctuation"
            rows.append((doc_id, passage_id, at, at + len(word), word, kind))
            at += len(word)
    corpus = Corpus(
        conform(pd.DataFrame(documents).sort_values("doc_id"), "documents", extra=True),
        conform(pd.DataFrame(passages, columns=columns("passages")).sort_values("doc_id"), "passages"),
        empty("excluded"),
        empty("skipped"),
    )
    return corpus, conform(pd.DataFrame(rows, columns=columns("tokens")), "tokens")
