"""Parquet files that are written once, whole, and known by their checksums: damage is seen, and the file named."""

import hashlib
import os
import secrets
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from plananalysis.errors import InputError
from plananalysis.files.refused import cannot_write

if TYPE_CHECKING:
    import pyarrow
    from pyarrow.parquet import ParquetFile

SUFFIX = ".parquet"
"""Of all files here but the record."""

_MAGIC = b"PAR1"
"""The last bytes of a Parquet file; the length of its footer stands before them."""

_LENGTH_BYTES = 4
"""Bytes of that length."""

_PIECE = 1 << 22
"""Bytes that are read at a time."""


class DamagedFileError(InputError):
    """A file of the workspace is not the one that was written."""


class MissingFileError(DamagedFileError):
    """A file of the workspace is not there."""


class Seal(NamedTuple):
    """A file as it was written.

    Attributes
    ----------
    file : str
        Its name in the folder of the workspace.
    size : int
        Its bytes.
    footer : str
        SHA-256 of its footer, which says where everything stands; the pages have checksums of their own.
    whole : str
        SHA-256 of all of it.
    n_rows : int
        Rows in it.
    firsts : list of int
        The first value of each row group in the column that it is looked up by.
    """

    file: str
    size: int
    footer: str
    whole: str
    n_rows: int
    firsts: list[int]


def new_name(kind: str) -> str:
    """Return a name that no other file has: a file is never written to again.

    Examples
    --------
    >>> new_name("texts")[:6], len(new_name("texts"))
    ('texts-', 26)
    """
    return f"{kind}-{secrets.token_hex(6)}{SUFFIX}"


def write_sealed(
    folder: Path,
    kind: str,
    groups: "Iterable[pyarrow.Table]",
    *,
    encodings: dict[str, str] | None = None,
    lookup: str | None = None,
) -> Seal:
    """Write tables of one schema as the row groups of a new file.

    Parameters
    ----------
    folder
        The workspace.
    kind
        What its name begins with.
    groups
        A table for each row group; at least one.
    encodings
        How columns are encoded, if not as Parquet would by itself.
    lookup
        The rising column that the row groups are found by.

    Raises
    ------
    InputError
        If it cannot be written.
    """
    import pyarrow.parquet as pq

    path = folder / new_name(kind)
    n_rows, firsts, writer = 0, [], None
    try:
        with path.open("xb") as file:
            for table in groups:
                if writer is None:
                    writer = pq.ParquetWriter(
                        file, table.schema, compression="zstd", write_page_checksum=True,
                        use_dictionary=False, column_encoding=encodings,
                    )  # fmt: skip
                writer.write_table(table, row_group_size=max(1, table.num_rows))
                n_rows += table.num_rows
                if lookup is not None and table.num_rows:
                    firsts.append(int(table[lookup][0].as_py()))
            if writer is not None:
                writer.close()
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        path.unlink(missing_ok=True)
        raise cannot_write(folder, error) from error
    return Seal(path.name, path.stat().st_size, _footer_sum(path), _whole_sum(path), n_rows, firsts)


def _whole_sum(path: Path) -> str:
    """Return the SHA-256 of a file."""
    total = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            total.update(piece)
    return total.hexdigest()


def _footer_sum(path: Path) -> str:
    """Return the SHA-256 of the footer of a file, of what there is of it."""
    tail = _LENGTH_BYTES + len(_MAGIC)
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - tail))
        length = int.from_bytes(file.read(_LENGTH_BYTES), "little")
        file.seek(max(0, size - tail - length))
        return hashlib.sha256(file.read()).hexdigest()


def check_sealed(folder: Path, seal: Seal, *, wholly: bool = False) -> None:
    """Raise :class:`DamagedFileError` if a file is not the one that was written; ``wholly`` reads all of it."""
    path = folder / seal.file
    try:
        same = path.stat().st_size == seal.size
        same = same and (_whole_sum(path) == seal.whole if wholly else _footer_sum(path) == seal.footer)
    except FileNotFoundError:
        raise MissingFileError(
            "{path}: a file of the workspace is missing; store the corpus again, which makes it anew",
            path=path,
        ) from None
    except OSError as error:
        raise _damaged(path) from error
    if not same:
        raise _damaged(path)


def open_sealed(folder: Path, seal: Seal) -> "ParquetFile":
    """Return a file to read from, after a look at its size and its footer."""
    import pyarrow
    import pyarrow.parquet as pq

    check_sealed(folder, seal)
    try:
        return pq.ParquetFile(folder / seal.file, page_checksum_verification=True, memory_map=True)
    except (pyarrow.ArrowException, OSError, ValueError) as error:
        raise _damaged(folder / seal.file) from error


def read_sealed(
    folder: Path, seal: Seal, columns: Sequence[str], groups: Sequence[int] | None = None
) -> "pyarrow.Table":
    """Return columns of a file, of some of its row groups or all; each page that is read is checked."""
    import pyarrow

    opened = open_sealed(folder, seal)
    try:
        wanted: Any = range(opened.num_row_groups) if groups is None else groups
        return opened.read_row_groups(list(wanted), columns=list(columns))
    except (pyarrow.ArrowException, OSError, ValueError) as error:
        raise _damaged(folder / seal.file) from error
    finally:
        opened.close()


def _damaged(path: Path) -> DamagedFileError:
    return DamagedFileError(
        "{path}: the file is damaged (it is not as it was written); store the corpus again, which makes it anew",
        path=path,
    )
