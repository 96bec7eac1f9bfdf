"""The corpus as its rules read it (simplified characters, half-width letters), and the way back to what is printed."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from plananalysis.corpus.model import Corpus
from plananalysis.folding import plain


def plain_corpus(corpus: Corpus) -> Corpus:
    """Return the corpus with its texts, titles and headings as :func:`plananalysis.folding.plain` writes them.

    Every offset stays. A corpus in which nothing changes is returned as it is.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> plain_corpus(corpus_from_texts({"a": "檔案工作１２條"})).text("a")
    '档案工作12条'
    """
    texts = corpus.documents["text"].tolist()
    written = [plain(text) for text in texts]
    if all(new is old for new, old in zip(written, texts, strict=True)):
        return corpus
    documents = _in_plain(corpus.documents.assign(text=written), ("title",))
    return replace(corpus, documents=documents, passages=_in_plain(corpus.passages, ("heading", "lead")))


def _in_plain(table: pd.DataFrame, columns: Sequence[str]) -> pd.DataFrame:
    """Return a table with some columns, where it has them, in plain characters."""
    there = [name for name in columns if name in table.columns]
    return table.assign(**{name: table[name].map(plain, na_action="ignore") for name in there})


PLACE = ("doc_id", "start", "end")
"""The columns that say where a row stands."""


def as_printed(
    table: pd.DataFrame, corpus: Corpus, columns: Sequence[str], *, at: Sequence[str] = PLACE
) -> pd.DataFrame:
    """Return a table of places, made of the plain corpus, with the wording of some columns as the text prints it.

    Parameters
    ----------
    table
        Rows that say where they stand.
    corpus
        The corpus as it was loaded.
    columns
        Columns that quote the text between ``start`` and ``end``, or a part of it.
    at
        The columns that say where: document, start and end.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> corpus = corpus_from_texts({"a": "檔案工作"})
    >>> found = pd.DataFrame({"doc_id": ["a"], "start": [0], "end": [2], "text": ["档案"]})
    >>> as_printed(found, corpus, ["text"])["text"].tolist()
    ['檔案']
    """
    altered = {doc_id: text for doc_id, text in corpus.texts() if plain(text) is not text}
    rows = table[at[0]].isin(altered).to_numpy().nonzero()[0].tolist()
    if not rows:
        return table
    places = table.iloc[rows][list(at)].itertuples(index=False, name=None)
    printed = [altered[str(doc_id)][start:end] for doc_id, start, end in places]
    quoted = {name: table[name].astype(object).tolist() for name in columns}
    for cells in quoted.values():
        for row, text in zip(rows, printed, strict=True):
            first = plain(text).find(cells[row]) if isinstance(cells[row], str) else -1
            if first >= 0:
                cells[row] = text[first : first + len(cells[row])]
    types = {name: table[name].dtype for name in columns}
    return table.assign(**quoted).astype(types)


def headings_as_printed(table: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    r"""Return a table of passages, made of the plain corpus, with its headings as the texts print them.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> corpus = corpus_from_texts({"a": "一、檔案工作\n查檔。"})
    >>> table = pd.DataFrame({"passage_id": ["a#0"], "heading": ["档案工作"]})
    >>> headings_as_printed(table, corpus)["heading"].tolist()
    ['檔案工作']
    """
    printed = corpus.passages[["passage_id", "heading"]]
    every = "\n".join(printed["heading"].tolist())
    if plain(every) is every:
        return table
    altered = printed[printed["heading"].map(plain) != printed["heading"]]
    if altered.empty:
        return table
    names = table["passage_id"].map(altered.set_index("passage_id")["heading"])
    return table.assign(heading=names.where(names.notna(), table["heading"]))
