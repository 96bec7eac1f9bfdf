"""What is in a workspace, whether it is whole, and how to empty it."""

from pathlib import Path

import pandas as pd

from plananalysis import tables
from plananalysis.errors import InputError
from plananalysis.files.refused import cannot_write
from plananalysis.messages.message import Message
from plananalysis.workspace.asking import opened
from plananalysis.workspace.document_blocks import read_catalogue
from plananalysis.workspace.record import RECORD_FILE, ours, written_by
from plananalysis.workspace.sealed_files import DamagedFileError, MissingFileError, Seal, check_sealed
from plananalysis.workspace.writer_lock import only_writer

MEGABYTE = 1_000_000


def workspace_contents(workspace: str | Path) -> pd.DataFrame:
    """Return the files of a workspace: what each holds, how large it is, and whether it is as it was written.

    Parameters
    ----------
    workspace
        The folder of :func:`plananalysis.store_corpus`.

    Returns
    -------
    DataFrame
        ``file``; ``kind``: catalogue (a row per document), texts, grams (a row per place), record or left over; ``n_rows``;
        ``n_bytes``; ``status``: whole, damaged, missing, or not needed any more.

    Raises
    ------
    InputError
        If there is no workspace in the folder, or another version wrote it.

    Notes
    -----
    Every file is read and its SHA-256 compared. All but the record are Parquet files, which pandas, DuckDB and R open.

    Examples
    --------
    >>> import tempfile
    >>> from plananalysis import corpus_from_texts, store_corpus
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = store_corpus(corpus_from_texts({"甲": "防止反弹回潮。"}), folder)
    >>> workspace_contents(folder)[["kind", "n_rows", "status"]]
            kind  n_rows status
    0  catalogue       1  whole
    1      texts       1  whole
    2      grams       2  whole
    3     record       1  whole
    """
    folder = Path(workspace)
    record = opened(folder)
    rows = [
        (seal.file, _kind(seal.file), seal.n_rows, seal.size, _status(folder, seal))
        for seal in record.seals()
    ]
    rows.append((RECORD_FILE, "record", 1, (folder / RECORD_FILE).stat().st_size, "whole"))
    known = {file for file, *_ in rows}
    rest = [path for path in ours(folder) if path.name not in known]
    rows += [(path.name, "left over", 0, path.stat().st_size, "not needed any more") for path in rest]
    return tables.from_records(rows, "workspace")


def _kind(file: str) -> str:
    """Return what a file holds, which its name begins with."""
    return file.partition("-")[0]


def _status(folder: Path, seal: Seal) -> str:
    """Tell whether a file is as it was written."""
    try:
        check_sealed(folder, seal, wholly=True)
    except MissingFileError:
        return "missing"
    except DamagedFileError:
        return "damaged"
    return "whole"


def summary_of(workspace: str | Path) -> Message:
    """Say in a line what a workspace holds."""
    folder = Path(workspace)
    record = opened(folder)
    documents = read_catalogue(folder, record, ["unit", "n_letters"])
    size = sum(seal.size for seal in record.seals()) + (folder / RECORD_FILE).stat().st_size
    return Message(
        "{folder}: {n_docs:,} documents of {n_units:,} units, {n_letters:,} letters; {size:,.1f} MB, version {version}",
        folder=folder,
        n_docs=len(documents),
        n_units=documents["unit"].nunique(),
        n_letters=int(documents["n_letters"].sum()),
        size=size / MEGABYTE,
        version=written_by(),
    )


def clear_workspace(workspace: str | Path) -> int:
    """Remove what is stored in a workspace, of whatever version, and return how many files that were.

    Parameters
    ----------
    workspace
        The folder of :func:`plananalysis.store_corpus`; it stays, and so does every file that is not of a workspace.

    Raises
    ------
    InputError
        If the folder holds no workspace, another run writes to it, or a file cannot be removed.

    Examples
    --------
    >>> import tempfile
    >>> from plananalysis import corpus_from_texts, store_corpus
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = store_corpus(corpus_from_texts({"甲": "防止反弹回潮。"}), folder)
    >>> clear_workspace(folder)
    4
    """
    folder = Path(workspace)
    if not ours(folder):
        raise InputError(
            "{folder}: no workspace; plananalysis store CORPUS --workspace {folder} makes one", folder=folder
        )
    with only_writer(folder):
        files = sorted(
            ours(folder), key=lambda path: path.name != RECORD_FILE
        )  # without it the others are nothing
        try:
            for path in files:
                path.unlink(missing_ok=True)
        except OSError as error:
            raise cannot_write(folder, error) from error
    return len(files)
