"""What a loaded corpus is: four tables that belong together, and what one can do with them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, fields
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from plananalysis.errors import InputError, near, warn
from plananalysis.messages.message import Message
from plananalysis.tables import columns, empty, given, listed

REQUIRED = {
    "documents": ("doc_id", "text"),
    "passages": ("doc_id", "passage_id", "start", "end"),
    "excluded": ("doc_id", "start", "end"),
    "skipped": ("file", "reason"),
    "left_out": ("doc_id", "kind"),
}
"""The columns without which a table cannot be told from another; further ones are checked where they are used."""


class Document(NamedTuple):
    """One document of a corpus, as iteration over the corpus gives it.

    Attributes
    ----------
    doc_id, unit, title, text : str
        As in the table ``documents``; an empty text where the table says nothing.
    year : int or None
        The year of the plan, None where it is not known.
    metadata : dict
        The user's columns by name; None where a cell is empty.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> (document,) = corpus_from_texts({"要点": "甲县2024年工作要点"})
    >>> document.unit, document.year, document.metadata
    ('甲县', 2024, {})
    """

    doc_id: str
    unit: str
    year: int | None
    title: str
    text: str
    metadata: dict[str, Any]


@dataclass(frozen=True, eq=False, repr=False)
class Corpus:
    r"""Plan documents with their outline, and what was left out or could not be read.

    ``len`` counts the documents, iteration gives them as :class:`Document` in the order of the table, and
    ``doc_id in corpus`` says whether there is one of that name. :meth:`subset` chooses some of them.

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
    left_out : DataFrame
        What the readers could not or should not bring into a text, by document and kind, with a sample.

    Raises
    ------
    InputError
        If a table is none or lacks its columns, a ``doc_id`` stands twice, or passages or excluded spans belong to a
        document that is not there.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> corpus = corpus_from_texts({"要点": "甲县2024年工作要点\n一、加强学习。"})
    >>> corpus
    <Corpus: 1 document, 1 unit, 2024, 19 characters; 0 excluded spans, 0 skipped files>
    >>> len(corpus), corpus.text("要点")[-7:]
    (1, '一、加强学习。')
    >>> [(document.unit, document.year) for document in corpus]
    [('甲县', 2024)]
    >>> corpus.passages[["label", "level"]]
      label  level
    0            0
    1    一、      1
    """

    documents: pd.DataFrame
    passages: pd.DataFrame
    excluded: pd.DataFrame
    skipped: pd.DataFrame
    left_out: pd.DataFrame = field(default_factory=lambda: empty("left_out"))

    def __post_init__(self) -> None:
        for table in fields(self):
            _check_table(getattr(self, table.name), table.name)
        ids = self.documents["doc_id"]
        if not ids.is_unique:
            raise InputError(
                "documents: the doc_id {doc_id} stands twice", doc_id=ids[ids.duplicated()].iloc[0]
            )
        known = set(ids.tolist())
        for name in self._by_document():
            named = getattr(self, name)["doc_id"].unique().tolist()
            stray = next((doc_id for doc_id in named if doc_id not in known), None)
            if stray is not None:
                raise InputError(
                    "{name}: they name the document {stray}, which is not among the documents; choose documents with "
                    "corpus.subset, which keeps the tables together",
                    name=name,
                    stray=stray,
                )

    def text(self, doc_id: str) -> str:
        """Return the text of one document; :class:`InputError` with the near names if there is none of that name."""
        found = self.documents.loc[self.documents["doc_id"] == doc_id, "text"]
        if found.empty:
            raise InputError(
                "no document {doc_id!r}; {near}",
                doc_id=doc_id,
                near=near(str(doc_id), self.documents["doc_id"]),
            )
        return str(found.iloc[0])

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield ``(doc_id, text)`` in the order of the documents."""
        yield from zip(self.documents["doc_id"].tolist(), self.documents["text"].tolist(), strict=True)

    def subset(
        self,
        mask: "pd.Series | list[bool] | Callable[[pd.DataFrame], Any] | None" = None,
        /,
        *,
        query: str | None = None,
        part: str | Iterable[str] | None = None,
        **metadata: Any,
    ) -> "Corpus":
        r"""Return the corpus of some of the documents, with all that belongs to them, in the same order.

        A document is taken if it meets every condition. ``passage_id`` and offsets stay as they are, so that tables
        made of the whole corpus fit; ``skipped`` stays whole, as it speaks of files and not of documents.

        Parameters
        ----------
        mask
            One truth value for each document, or a function of the table ``documents`` that returns them.
        query
            A condition in words of the columns, as :meth:`pandas.DataFrame.query` reads it: ``"year >= 2023"``.
        part
            The part of every plan to keep, or several: ``"plan"`` leaves look-backs, targets and the rest out of all
            that is counted (they become excluded spans with the reason ``other part``). A document that has no such
            part stays, with no passage.
        **metadata
            A column of the documents and the value, or list of values, to keep: ``unit="市财政局"``,
            ``year=[2023, 2024]``, ``region="东部"``. Of a ``range`` those that are there; ``None`` takes the
            documents where the column is empty.

        Returns
        -------
        Corpus
            The chosen documents; none, with a :class:`PlanWarning`, if no document meets all the conditions.

        Raises
        ------
        InputError
            If there is no such column or part, or no document has the value (the message names the near ones), the mask is
            not as long as the documents, or the query cannot be read.

        Examples
        --------
        >>> from plananalysis import corpus_from_texts
        >>> texts = {"a": "甲县2023年工作要点", "b": "甲县2024年工作要点", "c": "乙县2024年工作要点"}
        >>> corpus = corpus_from_texts(texts)
        >>> [document.doc_id for document in corpus.subset(unit="甲县", year=2024)]
        ['b']
        >>> corpus.subset(part="targets").passages.empty
        True
        >>> corpus.subset(unit="丙县")
        Traceback (most recent call last):
            ...
        plananalysis.errors.InputError: no document has the unit '丙县'; near it: 甲县, 乙县
        """
        from plananalysis.corpus.choosing import chosen_documents, without_other_parts

        keep = chosen_documents(self.documents, mask, query, metadata)
        if len(keep) and not keep.any():
            asked = (
                Message("the query {query!r}", query=query)
                if query is not None and mask is None and not metadata
                else Message("all that is asked for")
            )
            warn("subset: no document meets {asked}; corpus.documents shows what there is", asked=asked)
        documents = self.documents[keep].reset_index(drop=True)
        parts, ids = {"documents": documents}, documents["doc_id"].to_numpy(dtype=object)
        for name in self._by_document():
            table = getattr(self, name)
            parts[name] = table[table["doc_id"].isin(ids)].reset_index(drop=True)
        if part is not None:
            parts["passages"], parts["excluded"] = without_other_parts(
                parts["passages"], parts["excluded"], part
            )
        rest = {table.name: getattr(self, table.name) for table in fields(self)}
        return Corpus(**(rest | parts))

    def _by_document(self) -> list[str]:
        """Return the names of the tables, but the documents, whose rows belong to documents."""
        return [table.name for table in fields(self) if "doc_id" in REQUIRED[table.name]][1:]

    def __len__(self) -> int:
        return len(self.documents)

    def __contains__(self, doc_id: object) -> bool:
        return bool((self.documents["doc_id"] == doc_id).any())

    def __iter__(self) -> Iterator[Document]:
        shown = self.documents.reindex(columns=list(Document._fields[:-1]))
        own = [name for name in self.documents.columns if name not in columns("documents")]
        cells = zip(*(_plain(self.documents[name]) for name in own), strict=True) if own else None
        for doc_id, unit, year, title, text in zip(*(_plain(shown[name]) for name in shown), strict=True):
            metadata = dict(zip(own, next(cells), strict=True)) if cells else {}
            known = None if year is None else int(year)
            yield Document(doc_id, unit or "", known, title or "", text or "", metadata)

    def __repr__(self) -> str:
        return f"<Corpus: {self._summary()}>"

    def _repr_html_(self) -> str:
        return f"<p><b>Corpus</b>: {escape(self._summary())}</p>"

    def _summary(self) -> str:
        """Say in a line what the corpus holds."""
        shown = self.documents.reindex(columns=["unit", "year", "n_chars"])
        years = shown["year"].dropna()
        parts = [_counted(len(self), "document"), _counted(shown["unit"].nunique(), "unit")]
        if len(years):
            first, last = int(years.min()), int(years.max())
            parts.append(str(first) if first == last else f"{first}–{last}")
        parts.append(_counted(int(shown["n_chars"].sum()), "character"))
        rest = (_counted(len(self.excluded), "excluded span"), _counted(len(self.skipped), "skipped file"))
        return f"{', '.join(parts)}; {', '.join(rest)}"


def check_corpus(corpus: object, name: str = "corpus") -> None:
    """Refuse what is not a corpus: every public function calls this first for each corpus it is given.

    Parameters
    ----------
    corpus
        What was handed over.
    name
        The argument's name, for the message.

    Raises
    ------
    InputError
        In one line: what is wanted, what came, and how to get there.

    Examples
    --------
    >>> check_corpus("plans")
    Traceback (most recent call last):
        ...
    plananalysis.errors.InputError: corpus: a Corpus is wanted, the text 'plans' was given; load_corpus('plans') ...
    """
    if isinstance(corpus, Corpus):
        return
    if isinstance(corpus, str | Path):
        remedy = Message(
            "load_corpus({path!r}) reads a folder or file, corpus_from_texts takes texts", path=str(corpus)
        )
    elif isinstance(corpus, pd.DataFrame) and "text" in corpus.columns and "start" not in corpus.columns:
        remedy = Message("load_corpus(table) makes one of it")
    elif isinstance(corpus, pd.DataFrame):
        remedy = Message("are two arguments in each other's place? load_corpus(path) makes a corpus")
    else:
        remedy = Message("load_corpus(path) or corpus_from_texts(texts) makes one")
    raise InputError(
        "{name}: a Corpus is wanted, {given} was given; {remedy}",
        name=name,
        given=given(corpus),
        remedy=remedy,
    )


def _check_table(table: object, name: str) -> None:
    """Raise an error that says what is wanted and what came."""
    if not isinstance(table, pd.DataFrame):
        raise InputError(
            "{name}: a table (DataFrame) is wanted, {kind} was given", name=name, kind=type(table).__name__
        )
    missing = [column for column in REQUIRED[name] if column not in table.columns]
    if missing:
        raise InputError(
            "{name}: the table lacks the column {missing}; it has {columns}",
            name=name,
            missing=missing[0],
            columns=listed(table.columns),
        )


def _plain(values: pd.Series) -> list[Any]:
    """Return the cells as Python's own values, None where they are empty."""
    return [None if missing else value for value, missing in zip(values.tolist(), values.isna(), strict=True)]


def _counted(n: int, what: str) -> str:
    return f"{n:,} {what}{'' if n == 1 else 's'}"
