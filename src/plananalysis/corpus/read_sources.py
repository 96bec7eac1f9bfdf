"""Read the listed files of a corpus one by one; what cannot be read is named with its reason."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd

from plananalysis.corpus.belonging import ReadFile
from plananalysis.corpus.readers import (
    READERS,
    TABLE_SUFFIXES,
    WORKBOOK_SUFFIXES,
    UnreadableError,
    read_document,
    read_plan_workbook,
    recognisers,
)
from plananalysis.corpus.readers.table import read_rows
from plananalysis.corpus.records import document_record
from plananalysis.corpus.sources import Source, is_metadata
from plananalysis.messages.message import Message

_ONLY_A_ZIP = "{path}: holds only the zip {file}; name {inner} itself, or unpack it"
_ZIPPED_TWICE = "{path}: is zipped twice; unpack it once, and name the {file} in it"
Progress = Callable[[int, int], None]


def read_sources(
    sources: list[Source], progress: Progress | None
) -> tuple[list[ReadFile], list[tuple[str, str]], list[tuple[str, pd.DataFrame]]]:
    """Read listed files; return the documents, the files that could not be read and why, and the metadata."""
    files: list[ReadFile] = []
    skipped: list[tuple[str, str]] = []
    metadata: list[tuple[str, pd.DataFrame]] = []
    try:
        for done, source in enumerate(sources, start=1):
            try:
                if is_metadata(source.file):
                    metadata.append((source.file, read_rows(source.file, source.read()).frame))
                else:
                    files.append(_read_source(source))
            except UnreadableError as error:
                skipped.append((source.file, error.message))
            if progress is not None:
                progress(done, len(sources))
    finally:
        recognisers.close()
    return files, skipped, metadata


def _read_source(source: Source) -> ReadFile:
    """Read one file into a row of the documents table, and what its reader says besides."""
    is_table = source.file.lower().endswith(TABLE_SUFFIXES)
    if is_table and not source.file.lower().endswith(WORKBOOK_SUFFIXES):
        raise UnreadableError("a table among documents; load it by its own path")
    data = source.read()
    found = read_plan_workbook(data) if is_table else read_document(source.file, data)
    record = document_record(
        "",
        found.text,
        file=source.file,
        form=found.format,
        data=data,
        encoding=found.encoding,
        warning=found.warning,
    )
    return ReadFile(record, found.spans, found.left_out, found.pages, found.bold)


def nothing_read(path: Path, sources: list[Source], skipped: list[tuple[str, str]]) -> Message:
    """Say in one line why a corpus holds no document."""
    if path.is_file() and skipped and path.suffix.lower() != ".zip":
        return Message("{path}: {reason}", path=path, reason=skipped[0][1])
    wanted = Message("it needs {suffixes: } files", suffixes=READERS)
    if not sources:
        empty = (
            "{path}: the folder is empty; {wanted}" if path.is_dir() else "{path}: no files in it; {wanted}"
        )
        return Message(empty, path=path, wanted=wanted)
    tables = [source.file for source in sources if source.file.lower().endswith(TABLE_SUFFIXES)]
    if tables and not is_metadata(tables[0]):
        return Message(
            "{path}: no readable document, only tables; load one by its own path, such as {file}",
            path=path,
            file=tables[0],
        )
    if len(sources) == 1 and sources[0].file.lower().endswith(".zip"):
        only = _ONLY_A_ZIP if path.is_dir() else _ZIPPED_TWICE
        return Message(only, path=path, file=sources[0].file, inner=path / sources[0].file)
    if not skipped:
        return Message(
            "{path}: no readable document among {n} files; {wanted}", path=path, n=len(sources), wanted=wanted
        )
    file, reason = skipped[0]
    return Message(
        "{path}: no readable document among {n} files (first: {file}, {reason}); {wanted}",
        path=path,
        n=len(sources),
        file=file,
        reason=reason,
        wanted=wanted,
    )
