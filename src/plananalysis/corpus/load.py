"""Load a corpus: list its files, read them, mark what is not plan text, find title, unit, year and outline."""

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from itertools import islice
from pathlib import Path

import numpy as np
import pandas as pd
from pandas.api.extensions import ExtensionArray

from plananalysis import tables
from plananalysis.corpus.belonging import ReadFile, join_pages, note_twins
from plananalysis.corpus.cleaning import find_excluded
from plananalysis.corpus.given import Given, given_table
from plananalysis.corpus.lines import blanked
from plananalysis.corpus.metadata import fill_from_documents, join_metadata
from plananalysis.corpus.model import Corpus
from plananalysis.corpus.mojibake import mark_mojibake, merge_spans
from plananalysis.corpus.passages import find_passages
from plananalysis.corpus.read_sources import Progress, nothing_read, read_sources
from plananalysis.corpus.readers import (
    READERS,
    TABLE_SUFFIXES,
    WORKBOOK_SUFFIXES,
    LeftOut,
    UnreadableError,
    read_plan_workbook,
)
from plananalysis.corpus.readers.limits import in_force
from plananalysis.corpus.readers.progress import told
from plananalysis.corpus.readers.table import read_rows
from plananalysis.corpus.records import given_record, table_documents
from plananalysis.corpus.sources import (
    Source,
    document_ids,
    list_archive,
    list_folder,
    single_file,
)
from plananalysis.errors import InputError, likely, near
from plananalysis.folding import simplify
from plananalysis.memory import give_back
from plananalysis.messages.message import Message

_MOST_BESIDE = 10_000
"""Names of a folder that are looked at for one like that which was asked for."""


class NothingReadError(InputError):
    """None of some files could be read; ``skipped`` has each with its reason."""

    def __init__(self, message: Message, skipped: list[tuple[str, str]]) -> None:
        super().__init__(message)
        self.skipped = skipped


def load_corpus(
    path: str | Path | pd.DataFrame,
    *,
    progress: Progress | None = None,
    page_progress: Progress | None = None,
    limits: Mapping[str, float] | None = None,
) -> Corpus:
    r"""Read plan documents from a folder, a zip of one, a table, or a single file.

    Parameters
    ----------
    path
        A folder (searched below), a ``.zip`` of one, one document (``.txt .md .docx .pdf .html .mht``), or a table
        (``.csv .jsonl .parquet .xlsx .xls``) with a column ``text`` and ``doc_id`` or ``id``. In a folder or zip,
        ``metadata.csv`` or ``metadata.xlsx`` is joined by its column ``file``; its further columns are kept.
        Other tables in a folder are not read: load a table by its own path. Hidden
        files and notes about the corpus (README, LICENSE) are passed over. A DataFrame of such rows does as well; for
        other texts at hand see :func:`corpus_from_texts`.
    progress
        Called with the number of files read and of all files, after each file.
    page_progress
        Called with the number of pages recognised and of all to be recognised in a file, after each page of a scan.
    limits
        How much is read of one file at most, where that is to differ from the defaults, which no honest plan meets:
        ``{"pages": 20_000, "seconds": 300}``. The names: ``mb`` and ``mb_unpacked`` (megabytes), ``ratio``,
        ``elements``, ``attributes``, ``depth``, ``parts``, ``sheets``, ``cells``, ``pages``, ``pixels``,
        ``characters``, ``list_number``, ``seconds``. The variable ``PLANANALYSIS_LIMITS`` of the environment
        (``pages=20000 seconds=300``) sets them for every run. A file beyond them is listed in ``skipped``.

    Returns
    -------
    Corpus
        ``documents`` sorted by ``doc_id``; ``passages``, ``excluded``, ``skipped`` and ``left_out`` as in
        :data:`plananalysis.tables.TABLES`. ``doc_id`` is the path below the corpus without suffix; files that differ
        by suffix only keep it. Where the metadata says nothing, title, unit and year come from the first lines and
        the path; a document that names no unit has the last part of its ``doc_id`` as unit.

    Raises
    ------
    InputError
        If there is no such path, no readable document, no ``text`` column, a ``doc_id`` twice in a table, or no
        limit of that name.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = (folder / "a.txt").write_text("安平市审计局2023年工作要点\n一、总体要求\n坚持依法审计。", encoding="gbk")
    >>> load_corpus(folder).documents[["doc_id", "unit", "year", "title", "encoding"]]
      doc_id    unit  year            title encoding
    0      a  安平市审计局  2023  安平市审计局2023年工作要点   gb2312
    """
    if isinstance(path, pd.DataFrame):
        with in_force(limits):
            return corpus_from_texts(path)
    if not isinstance(path, str | Path):
        raise InputError(
            "a path or a DataFrame is wanted, {kind} was given; corpus_from_texts takes texts at hand",
            kind=type(path).__name__,
        )
    path = Path(path)
    if not path.exists():
        raise _not_there(path)
    with told(page_progress), in_force(limits):
        corpus = _load_path(path, progress)
    give_back()
    return corpus


def _not_there(path: Path) -> InputError:
    """Return the error for a path that does not exist, with names beside it that are like its own."""
    beside: list[str] = []
    with suppress(OSError):
        beside = [entry.name for entry in islice(os.scandir(path.parent), _MOST_BESIDE)]
    if likely(path.name, sorted(beside)):
        names = near(path.name, sorted(beside))
        return InputError("{path}: no such file or folder; {near}", path=path, near=names)
    return InputError("{path}: no such file or folder", path=path)


def _load_path(path: Path, progress: Progress | None) -> Corpus:
    """Load a folder, a zip, a table or a single file."""
    suffix = path.suffix.lower()
    if path.is_dir() or suffix == ".zip":
        sources, top = list_sources(path)
        return load_sources(path, sources, top, progress)
    if suffix in TABLE_SUFFIXES:
        return _load_table(path)
    if suffix in READERS:
        return load_sources(path, [single_file(path)], "", progress)
    raise InputError(
        "{path}: no reader for {suffix}; use {suffixes: }",
        path=path,
        suffix=suffix or Message("files without suffix"),
        suffixes=[*READERS, *TABLE_SUFFIXES],
    )


def list_sources(path: Path) -> tuple[list[Source], str]:
    """Return the files of a folder or a zip, and the name of the folder that holds them, a hint for the unit."""
    if path.is_dir():
        return list_folder(path), path.resolve().name
    sources, top = list_archive(path)
    return sources, top or path.stem


def corpus_from_texts(texts: Given, metadata: pd.DataFrame | None = None) -> Corpus:
    r"""Make a corpus of texts at hand, as in a notebook.

    Parameters
    ----------
    texts
        Texts by ``doc_id`` (a dict, or a column of a table with its index); a list of texts, which are numbered; or
        rows as a csv may have them, with ``text``, ``doc_id`` or ``id``, and any of ``unit``, ``year``, ``title`` and
        further columns: a DataFrame, a list of dicts, a dict of dicts by ``doc_id``, or a dict of columns. Each text
        is stored as it is, but for half characters (lone surrogates), which become ``�``. Rows without text are
        listed in ``skipped``.
    metadata
        Rows with ``doc_id`` (or ``file``) and any of ``unit``, ``year``, ``title`` and further columns.

    Returns
    -------
    Corpus
        As from :func:`load_corpus`, with format ``text``.

    Raises
    ------
    InputError
        If ``texts`` is none of these or has no column ``text``, the metadata has no column to join by or two
        different rows for a document, or two documents have one ``doc_id``.

    Examples
    --------
    >>> corpus = corpus_from_texts({"甲": "甲县2024年工作要点\n一、总体要求"})
    >>> corpus.documents[["doc_id", "unit", "year", "title", "n_chars"]]
      doc_id unit  year        title  n_chars
    0      甲   甲县  2024  甲县2024年工作要点       18
    >>> rows = [{"id": "乙", "text": "工作要点", "unit": "乙县", "year": 2025, "region": "东部"}]
    >>> corpus_from_texts(rows).documents[["doc_id", "unit", "year", "region"]]
      doc_id unit  year region
    0      乙   乙县  2025     东部
    """
    if metadata is not None:
        tables.check(metadata, "metadata", ())
    if isinstance(texts, Mapping) and all(isinstance(text, str) for text in texts.values()):
        if len({str(doc_id) for doc_id in texts}) < len(texts):
            raise InputError(
                "texts: two keys are the same doc_id once written as text; make every doc_id unique"
            )
        documents, kept = _documents([given_record(str(doc_id), text) for doc_id, text in texts.items()])
        corpus = _finish(documents, kept, tables.empty("skipped"), metadata=metadata)
    else:
        corpus = _from_table(given_table(texts, "texts"), name="texts", metadata=metadata)
    return corpus


def _documents(records: list[dict]) -> tuple[pd.DataFrame, dict[str, str]]:
    """Return the documents table, sorted by doc_id, without its texts, and these by doc_id in the same order.

    The texts stay strings of Python until all is found in them: every passage through a column copies them all.
    """
    records.sort(key=lambda row: row["doc_id"])
    texts = {row["doc_id"]: row.pop("text") for row in records}
    frame = tables.from_records([row | {"text": ""} for row in records], "documents")
    return frame.drop(columns="text"), texts


def load_sources(
    path: Path, sources: list[Source], top: str, progress: Progress | None, *, elsewhere: Iterable[str] = ()
) -> Corpus:
    """Load listed files.

    Parameters
    ----------
    path
        What they are of, for messages.
    sources
        The files, metadata among them.
    top
        Name of the folder that holds them, a hint for the unit.
    progress
        As for :func:`load_corpus`.
    elsewhere
        Further files that the metadata may speak of, which are loaded apart.
    """
    files, skipped, metadata = read_sources(sources, progress)
    if not files:
        raise NothingReadError(nothing_read(path, sources, skipped), skipped)
    files, pages = join_pages(files)
    ids = document_ids([file.record["file"] for file in files])
    beside: dict[str, ReadFile] = {}
    for file in files:
        doc_id = file.record["doc_id"] = ids[file.record["file"]]
        if file.spans or file.left_out or file.bold:
            beside[doc_id] = file._replace(record={})
    documents, texts = _documents([file.record for file in files])
    del files
    for name, table in metadata:
        folder = name[: name.rfind("/") + 1]
        unread = [*elsewhere, *(file for file, _ in (*skipped, *pages))]
        documents, missing = join_metadata(documents, table, name=name, folder=folder, skipped=unread)
        skipped += [
            (row, Message("listed in {name}, but there is no such file", name=name)) for row in missing
        ]
    unread_files = tables.from_records(sorted([*skipped, *pages]), "skipped")
    return _finish(documents, texts, unread_files, top=top, beside=beside)


def _load_table(path: Path) -> Corpus:
    """Load a table of documents, one row each."""
    try:
        table, left_out = read_rows(path.name, single_file(path).read())
    except UnreadableError as error:
        raise InputError("{path}: {error}", path=path, error=error) from error
    if "text" not in table.columns and path.suffix.lower() in WORKBOOK_SUFFIXES:
        try:
            read_plan_workbook(single_file(path).read())
        except UnreadableError:
            pass  # what is wanted of a table is said below
        else:
            return load_sources(path, [single_file(path)], "", None)
    return _from_table(table, name=str(path), file=path.name, left_out=left_out)


def _from_table(
    table: pd.DataFrame,
    *,
    name: str,
    file: str | None = None,
    metadata: pd.DataFrame | None = None,
    left_out: tuple[LeftOut, ...] = (),
) -> Corpus:
    """Make a corpus of a table that has a document in each row; what it leaves out is the first document's."""
    records, own, skipped = table_documents(table, name=name, file=file)
    if not records and (file is not None or len(table)):
        raise InputError("{name}: no row has text", name=name)
    documents, texts = _documents(records)
    if records:
        documents, _ = join_metadata(documents, own, name=file or name, ordered=False)
    del table, records, own
    beside = {next(iter(texts)): ReadFile({}, (), left_out)} if texts and left_out else None
    unread = tables.from_records(skipped, "skipped")
    return _finish(documents, texts, unread, metadata=metadata, beside=beside)


def _finish(
    documents: pd.DataFrame,
    texts: dict[str, str],
    skipped: pd.DataFrame,
    *,
    top: str = "",
    metadata: pd.DataFrame | None = None,
    beside: Mapping[str, ReadFile] | None = None,
) -> Corpus:
    """Mark mojibake and what is not plan text, fill the metadata, find the outline, and put the texts in their column.

    ``beside`` holds what the readers found beside the texts, by doc_id. ``texts`` is left empty, so that no text is
    held twice for longer than its column takes to be made.
    """
    beside = beside or {}
    if metadata is not None:
        documents, _ = join_metadata(documents, metadata, name="metadata")
    documents = documents.copy()
    broken = mark_mojibake(documents, texts)
    own = [(doc_id, *span) for doc_id in sorted(beside) for span in beside[doc_id].spans]
    simple = {doc_id: simplify(_counted_text(text, beside.get(doc_id))) for doc_id, text in texts.items()}
    excluded = merge_spans(find_excluded(simple), tables.from_records(own, "excluded"))
    excluded = merge_spans(excluded, broken)
    documents = fill_from_documents(documents, texts, excluded, top=top)
    documents = note_twins(documents, texts)
    bold = {doc_id: frozenset(map(simplify, file.bold)) for doc_id, file in beside.items() if file.bold}
    passages = find_passages(texts, excluded, simple=simple, bold=bold)
    del simple
    documents["text"] = _text_column(texts)
    left_out = tables.from_records(
        [(doc_id, *entry) for doc_id in sorted(beside) for entry in beside[doc_id].left_out], "left_out"
    )
    return Corpus(
        tables.conform(documents, "documents", extra=True), passages, excluded, skipped, left_out=left_out
    )


def _counted_text(text: str, beside: ReadFile | None) -> str:
    """Return a text with what its reader set apart blanked."""
    return blanked(text, [span[:2] for span in beside.spans]) if beside and beside.spans else text


def _text_column(texts: dict[str, str]) -> ExtensionArray:
    """Return the texts as a column, taking each out of ``texts``: what pandas does needs thrice the room."""
    import pyarrow

    data = bytearray()
    ends = [0]
    for doc_id in list(texts):
        data += texts.pop(doc_id).encode()
        ends.append(len(data))
    offsets = pyarrow.py_buffer(np.array(ends, dtype=np.int64))
    column = pyarrow.LargeStringArray.from_buffers(len(ends) - 1, offsets, pyarrow.py_buffer(data))
    return pd.array(column, dtype="str")
