"""What a loaded corpus is: four tables that belong together."""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class Corpus:
    """Plan documents with their outline, and what was left out or could not be read.

    Attributes
    ----------
    documents : DataFrame
        One row per document, sorted by ``doc_id``; ``text`` is the decoded file, unaltered. Columns of the
        user's metadata follow the standard ones.
    passages : DataFrame
        The outline: a heading with the text below it up to the next heading. Passages and excluded spans
        together tile every text.
    excluded : DataFrame
        Spans that take no part in any count, with the reason.
    skipped : DataFrame
        Files that could not be read, with the reason.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> corpus = corpus_from_texts({"要点": "一、加强学习。"})
    >>> len(corpus), corpus.text("要点")
    (1, '一、加强学习。')
    >>> corpus.passages[["label", "level"]]
      label  level
    0    一、      1
    """

    documents: pd.DataFrame
    passages: pd.DataFrame
    excluded: pd.DataFrame
    skipped: pd.DataFrame

    def text(self, doc_id: str) -> str:
        """Return the text of one document; ``KeyError`` if there is none of that name."""
        found = self.documents.loc[self.documents["doc_id"] == doc_id, "text"]
        if found.empty:
            raise KeyError(doc_id)
        return str(found.iloc[0])

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield ``(doc_id, text)`` in the order of the documents."""
        yield from zip(self.documents["doc_id"].tolist(), self.documents["text"].tolist(), strict=True)

    def __len__(self) -> int:
        return len(self.documents)
