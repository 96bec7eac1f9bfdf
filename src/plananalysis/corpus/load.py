"""Load a corpus: list its files, read them, mark what is not plan text, find title, unit, year and outline."""

import hashlib
import logging
from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
import pandas as pd
from pandas.api.extensions import ExtensionArray

from plananalysis import tables
from plananalysis.corpus.cleaning import find_excluded
from plananalysis.corpus.encoding import unix_lines, whole_characters
from plananalysis.corpus.metadata import fill_from_documents, join_metadata
from plananalysis.corpus.model import Corpus
from plananalysis.corpus.passages import find_passages
from plananalysis.corpus.plausible import find_mojibake
from plananalysis.corpus.readers import READERS, TABLE_SUFFIXES, UnreadableError, read_document
from plananalysis.corpus.readers.table import read_rows
from plananalysis.corpus.sources import (
    Source,
    document_ids,
    is_metadata,
    list_archive,
    list_folder,
    single_file,
)
from plananalysis.errors import InputError
from plananalysis.folding import simplify
from plananalysis.memory import give_back

_log = logging.getLogger(__name__)
Progress = Callable[[int, int], None]


def load_corpus(path: str | Path, *, progress: Progress | None = None) -> Corpus:
    r"""Read plan documents from a folder, a zip of one, a table, or a single file.

    Parameters
    ----------
    path
        A folder (searched below), a ``.zip`` of one, one document (``.txt .md .docx .pdf .html``), or a table
        (``.csv .jsonl .parquet .xlsx``) with a column ``text`` and ``doc_id`` or ``id``. In a folder or zip,
        ``metadata.csv`` or ``metadata.xlsx`` is joined by its column ``file``; its further columns are kept.
        Other tables in a folder are not read: load a table by its own path. Hidden
        files and notes about the corpus (README, LICENSE) are passed over.
    progress
        Called with the number of files read and of all files, after each file.

    Returns
    -------
    Corpus
        ``documents`` sorted by ``doc_id``; ``passages``, ``excluded`` and ``skipped`` as in
        :data:`plananalysis.tables.TABLES`. ``doc_id`` is the path below the corpus without suffix; files that differ
        by suffix only keep it. Where the metadata says nothing, title, unit and year come from the first lines and
        the path; a document that names no unit has the last part of its ``doc_id`` as unit.

    Raises
    ------
    InputError
        If there is no such path, no readable document, no ``text`` column, or a ``doc_id`` twice in a table.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = (folder / "a.txt").write_text("安平市审计局2023年工作要点\n一、总体要求\n坚持依法审计。", encoding="gbk")
    >>> load_corpus(folder).documents[["doc_id", "unit", "year", "title", "encoding"]]
      doc_id    unit  year            title encoding
    0      a  安平市审计局  2023  安平市审计局2023年工作要点   gb2312
    """
    path = Path(path)
    if not path.exists():
        raise InputError(f"{path}: no such file or folder")
    suffix = path.suffix.lower()
    if path.is_dir():
        corpus = _load_sources(path, list_folder(path), path.resolve().name, progress)
    elif suffix == ".zip":
        sources, top = list_archive(path)
        corpus = _load_sources(path, sources, top or path.stem, progress)
    elif suffix in TABLE_SUFFIXES:
        corpus = _load_table(path)
    elif suffix in READERS or suffix == ".doc":
        corpus = _load_sources(path, [single_file(path)], "", progress)
    else:
        raise InputError(
            f"{path}: no reader for {suffix or 'files without suffix'}; use {' '.join([*READERS, *TABLE_SUFFIXES])}"
        )
    give_back()
    return corpus


def corpus_from_texts(texts: Mapping[str, str], metadata: pd.DataFrame | None = None) -> Corpus:
    r"""Make a corpus of texts at hand, as in a notebook.

    Parameters
    ----------
    texts
        Text by ``doc_id``; each is stored as it is, but for half characters (lone surrogates), which become ``�``.
    metadata
        Rows with ``doc_id`` (or ``file``) and any of ``unit``, ``year``, ``title`` and further columns.

    Returns
    -------
    Corpus
        As from :func:`load_corpus`, with format ``text``.

    Raises
    ------
    InputError
        If the metadata has no column to join by, or two different rows for a document, or two keys are one doc_id.

    Examples
    --------
    >>> corpus = corpus_from_texts({"甲": "甲县2024年工作要点\n一、总体要求"})
    >>> corpus.documents[["doc_id", "unit", "year", "title", "n_chars"]]
      doc_id unit  year        title  n_chars
    0      甲   甲县  2024  甲县2024年工作要点       18
    """
    records = []
    if len({str(doc_id) for doc_id in texts}) < len(texts):
        raise InputError("texts: two keys are the same doc_id once written as text; make every doc_id unique")
    for doc_id, text in texts.items():
        whole = whole_characters(text)
        records.append(_record(str(doc_id), str(doc_id), "text", "", "", whole.encode(), whole))
    documents, kept = _documents(records)
    if metadata is not None:
        documents, _ = join_metadata(documents, metadata, name="metadata")
    return _finish(documents, kept, tables.empty("skipped"))


def _record(doc_id: str, file: str, form: str, encoding: str, warning: str, data: bytes, text: str) -> dict:
    """Return a row of the documents table, with what is not known yet left open."""
    return {
        "doc_id": doc_id,
        "unit": None,
        "year": None,
        "title": None,
        "file": file,
        "format": form,
        "encoding": encoding,
        "n_chars": len(text),
        "sha256": hashlib.sha256(data).hexdigest(),
        "warning": warning,
        "text": text,
    }


def _documents(records: list[dict]) -> tuple[pd.DataFrame, dict[str, str]]:
    """Return the documents table, sorted by doc_id, without its texts, and these by doc_id in the same order.

    The texts stay strings of Python until all is found in them: every passage through a column copies them all.
    """
    records.sort(key=lambda row: row["doc_id"])
    texts = {row["doc_id"]: row.pop("text") for row in records}
    frame = tables.from_records([row | {"text": ""} for row in records], "documents")
    return frame.drop(columns="text"), texts


def _load_sources(path: Path, sources: list[Source], top: str, progress: Progress | None) -> Corpus:
    """Load listed files; ``top`` is the name of the folder that holds them, a hint for the unit."""
    records: list[dict] = []
    skipped: list[tuple[str, str]] = []
    metadata: list[tuple[str, pd.DataFrame]] = []
    for done, source in enumerate(sources, start=1):
        try:
            if is_metadata(source.file):
                metadata.append((source.file, read_rows(source.file, source.read())))
            else:
                records.append(_read_source(source))
        except UnreadableError as error:
            skipped.append((source.file, str(error)))
        if progress is not None:
            progress(done, len(sources))
    if not records:
        raise InputError(_nothing_read(path, sources, skipped))
    ids = document_ids([record["file"] for record in records])
    for record in records:
        record["doc_id"] = ids[record["file"]]
    documents, texts = _documents(records)
    for file, table in metadata:
        folder = file[: file.rfind("/") + 1]
        unread = [name for name, _ in skipped]
        documents, missing = join_metadata(documents, table, name=file, folder=folder, skipped=unread)
        skipped += [(name, f"listed in {file}, but there is no such file") for name in missing]
    return _finish(documents, texts, tables.from_records(sorted(skipped), "skipped"), top=top)


def _read_source(source: Source) -> dict:
    """Read one file into a row of the documents table."""
    if source.file.lower().endswith(TABLE_SUFFIXES):
        raise UnreadableError("a table among documents; load it by its own path")
    data = source.read()
    text, form, encoding, warning = read_document(source.file, data)
    return _record("", source.file, form, encoding, warning, data, text)


def _nothing_read(path: Path, sources: list[Source], skipped: list[tuple[str, str]]) -> str:
    """Say in one line why a corpus holds no document."""
    if path.is_file() and skipped and path.suffix.lower() != ".zip":
        return f"{path}: {skipped[0][1]}"
    found = [source.file for source in sources if source.file.lower().endswith(TABLE_SUFFIXES)]
    wanted = f"it needs {' '.join(READERS)} files"
    if not sources:
        return (
            f"{path}: the folder is empty; {wanted}" if path.is_dir() else f"{path}: no files in it; {wanted}"
        )
    if found and not is_metadata(found[0]):
        return f"{path}: no readable document, only tables; load one by its own path, such as {found[0]}"
    first = f" (first: {skipped[0][0]}, {skipped[0][1]})" if skipped else ""
    return f"{path}: no readable document among {len(sources)} files{first}; {wanted}"


def _load_table(path: Path) -> Corpus:
    """Load a table of documents, one row each."""
    try:
        table = read_rows(path.name, single_file(path).read())
    except UnreadableError as error:
        raise InputError(f"{path}: {error}") from error
    if "text" not in table.columns:
        raise InputError(
            f"{path}: no column `text`; it has {', '.join(map(str, table.columns[:10])) or 'none'}"
        )
    key = next((column for column in ("doc_id", "id") if column in table.columns), None)
    rows = pd.Series(range(1, len(table) + 1), index=table.index).astype(str)
    ids = rows if key is None else table[key].map(_plain).where(table[key].notna(), rows)
    twice = ids[ids.duplicated()]
    if len(twice):
        raise InputError(
            f"{path}: {key} {twice.iloc[0]} stands in more than one row; make every {key} unique"
        )
    texts = [text if isinstance(text, str) else "" for text in table.pop("text")]
    full = np.asarray([bool(text) and not text.isspace() for text in texts], dtype=bool)
    skipped = [
        (f"{path.name} row {row}", f"no text ({doc_id})")
        for row, doc_id in zip(rows[~full], ids[~full], strict=True)
    ]
    if not full.any():
        raise InputError(f"{path}: no row has text")
    records = []
    for doc_id, text in zip(ids, texts, strict=True):
        if text and not text.isspace():
            whole = unix_lines(whole_characters(text))
            records.append(_record(doc_id, path.name, "table", "", "", whole.encode(), whole))
    del texts
    documents, kept = _documents(records)
    rest = table.loc[full].drop(columns=[key] if key else []).rename(columns={"file": "metadata_file"})
    documents, _ = join_metadata(documents, rest.assign(doc_id=ids[full]), name=path.name)
    del table, records, rest
    return _finish(documents, kept, tables.from_records(skipped, "skipped"))


def _plain(value: object) -> str:
    """Write an identifier as text; a whole number read from Excel stays whole."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value).strip()


def _finish(
    documents: pd.DataFrame, texts: dict[str, str], skipped: pd.DataFrame, *, top: str = ""
) -> Corpus:
    """Mark mojibake and what is not plan text, fill the metadata, find the outline, and put the texts in their column.

    ``texts`` is left empty, so that no text is held twice for longer than its column takes to be made.
    """
    documents = documents.copy()
    broken = _mark_mojibake(documents, texts)
    simple = {doc_id: simplify(text) for doc_id, text in texts.items()}
    excluded = _merge(find_excluded(simple), broken)
    documents = fill_from_documents(documents, texts, excluded, top=top)
    passages = find_passages(texts, excluded, simple=simple)
    del simple
    documents["text"] = _text_column(texts)
    return Corpus(tables.conform(documents, "documents", extra=True), passages, excluded, skipped)


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


def _mark_mojibake(documents: pd.DataFrame, texts: Mapping[str, str]) -> pd.DataFrame:
    """Return the spans of mojibake, and say in ``warning`` where each document turns."""
    rows: list[tuple[str, int, int, str]] = []
    for row, (doc_id, text) in zip(documents.index, texts.items(), strict=True):
        spans = find_mojibake(text)
        if not spans:
            continue
        rows += [(doc_id, start, end, "mojibake") for start, end in spans]
        first = spans[0][0]
        line = text.count("\n", 0, first) + 1
        column = first - text.rfind("\n", 0, first)
        broken = sum(end - start for start, end in spans)
        warning = (
            f"mojibake from line {line}, character {column} of that line: {broken:,} of {len(text):,} characters "
            "are wrongly decoded and left out; get the file anew"
        )
        documents.loc[row, "warning"] = warning
        _log.warning("%s: %s", documents.loc[row, "file"], warning)
    return tables.from_records(rows, "excluded")


def _merge(found: pd.DataFrame, broken: pd.DataFrame) -> pd.DataFrame:
    """Return both tables of spans as one without overlaps; mojibake comes first."""
    if broken.empty:
        return found
    taken: dict[str, list[tuple[int, int]]] = {}
    for doc_id, start, end, _ in broken.itertuples(index=False, name=None):
        taken.setdefault(doc_id, []).append((start, end))
    rows = list(broken.itertuples(index=False, name=None))
    for doc_id, start, end, reason in found.itertuples(index=False, name=None):
        for a, b in taken.get(doc_id, []):
            if a < end and b > start:
                if start < a:
                    rows.append((doc_id, start, a, reason))
                start = min(b, end)
        if start < end:
            rows.append((doc_id, start, end, reason))
    return tables.from_records(sorted(rows), "excluded")
