"""Read and write tables by the suffix of the file: .csv .tsv .jsonl .parquet .feather .xlsx .dta."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd

from plananalysis.errors import InputError
from plananalysis.files.network_files import NETWORKS, write_network
from plananalysis.files.refused import cannot_write
from plananalysis.files.replacing import replacing
from plananalysis.tables import check

_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff")


def write_table(frame: pd.DataFrame, path: str | Path) -> Path:
    r"""Write a table in the format that the suffix of its file asks for.

    ``.csv`` and ``.tsv`` are utf-8 with a byte order mark, so that Excel opens them; text that a spreadsheet would take
    for a formula gets an apostrophe in front, which :func:`read_table` takes off. ``.xlsx`` has fitting widths and
    filters. ``.dta`` is for Stata 14 and later, ``.feather`` and ``.parquet`` keep every type as it is, ``.jsonl`` has
    an object a line. A table of edges can be written as ``.graphml``, ``.gexf`` or ``.net`` (:func:`write_network`). The file is written beside its place and moved there when it is whole.

    Parameters
    ----------
    frame
        Any table; its index is not written.
    path
        The file; folders above it are made.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    InputError
        If the suffix is none of these, the file cannot be written, or its format cannot hold the table.

    Examples
    --------
    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp()) / "t.csv"
    >>> table = pd.DataFrame({"slogan": ["三会一课", "=1+1"], "n": [2, 1]})
    >>> read_table(write_table(table, file)).equals(table), file.read_text(encoding="utf-8-sig")
    (True, "slogan,n\n三会一课,2\n'=1+1,1\n")
    """
    check(frame, "frame", ())
    path = _path(path)
    if path.suffix.lower() in NETWORKS:
        return write_network(frame, path)
    write = FORMATS[_suffix(path)][0]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with replacing(path) as new:
            # The bytes of a name that the system cannot decode are no text that a file could hold.
            write(frame, new, path.stem.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))
    except InputError as error:
        raise InputError("{path}: {error}", path=path, error=error) from error
    except OSError as error:
        raise cannot_write(path, error) from error
    return path


def read_table(path: str | Path) -> pd.DataFrame:
    r"""Read a table in the format that the suffix of its file tells.

    Columns of the tables of this package have their types again; in others, whole numbers, numbers and truth values
    are told from the cells, and identifiers such as 007 stay text. An empty cell of text is empty in our tables, and
    missing in others.

    Parameters
    ----------
    path
        A file of :func:`write_table`, or of another program: a ``.csv`` may have semicolons, and is UTF-8, UTF-16 or
        GB18030; of a workbook the first sheet is read.

    Returns
    -------
    DataFrame
        The table.

    Raises
    ------
    InputError
        If there is no such file, its suffix is none of these, or it cannot be read.

    Examples
    --------
    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp()) / "t.csv"
    >>> _ = file.write_text("id;n\n007;1\n008;\n", encoding="gb18030")
    >>> table = read_table(file)
    >>> table["id"].tolist(), table["n"].dropna().tolist()
    (['007', '008'], [1])
    """
    path = _path(path)
    suffix = _suffix(path)
    try:
        return FORMATS[suffix][1](path)
    except FileNotFoundError:
        raise InputError("{path}: no such file", path=path) from None
    except InputError as error:
        raise InputError("{path}: {error}", path=path, error=error) from error
    except Exception as error:  # readers of damaged files raise nearly anything
        reason = next(iter(str(error).splitlines()), "") or type(error).__name__
        raise InputError(
            "{path}: cannot be read as {suffix} ({reason})", path=path, suffix=suffix[1:], reason=reason
        ) from error


def decoded(data: bytes) -> str:
    """Return a text file's text: UTF-16 by its mark, UTF-8, else GB18030."""
    for encoding in ("utf-16",) if data.startswith(_BYTE_ORDER_MARKS) else ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise InputError("neither UTF-8 nor GB18030; save it as UTF-8")


def _path(path: str | Path) -> Path:
    """Return a path that names a file."""
    if not isinstance(path, str | Path):
        raise InputError("the path of a file is wanted, {kind} was given", kind=type(path).__name__)
    if not str(path).strip() or str(path) == ".":
        raise InputError("the name of the file is empty; give one that ends in {formats}", formats=FORMATS)
    return Path(path)


def _suffix(path: Path) -> str:
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        raise InputError(
            "{path}: cannot tell the table format from the suffix; use {formats}", path=path, formats=FORMATS
        )
    return suffix


def _write_csv(frame: pd.DataFrame, path: Path, _: str) -> None:
    from plananalysis.files.csvfile import write_csv

    write_csv(frame, path)


def _write_tsv(frame: pd.DataFrame, path: Path, _: str) -> None:
    from plananalysis.files.csvfile import write_csv

    write_csv(frame, path, separator="\t")


def _read_csv(path: Path) -> pd.DataFrame:
    from plananalysis.files.csvfile import read_csv

    return read_csv(decoded(path.read_bytes()))


def _read_tsv(path: Path) -> pd.DataFrame:
    from plananalysis.files.csvfile import read_csv

    return read_csv(decoded(path.read_bytes()), separator="\t")


def _write_jsonl(frame: pd.DataFrame, path: Path, _: str) -> None:
    from plananalysis.files.jsonl import write_jsonl

    write_jsonl(frame, path)


def _read_jsonl(path: Path) -> pd.DataFrame:
    from plananalysis.files.jsonl import read_jsonl

    return read_jsonl(decoded(path.read_bytes()))


def _write_parquet(frame: pd.DataFrame, path: Path, _: str) -> None:
    with path.open("wb") as file:  # arrow itself knows no name that is not UTF-8
        _for_arrow(frame).to_parquet(file, index=False)


def _write_feather(frame: pd.DataFrame, path: Path, _: str) -> None:
    with path.open("wb") as file:
        _for_arrow(frame).reset_index(drop=True).to_feather(file)


def _read_parquet(path: Path) -> pd.DataFrame:
    with path.open("rb") as file:
        return pd.read_parquet(file)


def _read_feather(path: Path) -> pd.DataFrame:
    with path.open("rb") as file:
        return pd.read_feather(file)


def _for_arrow(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the table with columns of mixed objects, such as numbers and words in one, as text."""
    import pyarrow

    named = frame.set_axis([str(name) for name in frame.columns], axis="columns")
    for name in [name for name in named.columns if named[name].dtype == object]:
        try:
            pyarrow.array(named[name], from_pandas=True)
        except (pyarrow.ArrowInvalid, pyarrow.ArrowTypeError, pyarrow.ArrowNotImplementedError):
            cells = zip(named[name], named[name].isna(), strict=True)
            named[name] = pd.Series(
                [None if missing else str(cell) for cell, missing in cells], index=named.index, dtype="str"
            )
    return named


def _write_xlsx(frame: pd.DataFrame, path: Path, name: str) -> None:
    from plananalysis.files.workbook import write_sheet

    write_sheet(frame, path, name)


def _read_xlsx(path: Path) -> pd.DataFrame:
    from plananalysis.files.workbook import read_workbook

    return read_workbook(path)


def _write_dta(frame: pd.DataFrame, path: Path, _: str) -> None:
    from plananalysis.files.stata import write_stata

    write_stata(frame, path)


def _read_dta(path: Path) -> pd.DataFrame:
    from plananalysis.files.stata import read_stata

    return read_stata(path)


FORMATS: dict[str, tuple[Callable[[pd.DataFrame, Path, str], None], Callable[[Path], pd.DataFrame]]] = {
    ".csv": (_write_csv, _read_csv),
    ".tsv": (_write_tsv, _read_tsv),
    ".jsonl": (_write_jsonl, _read_jsonl),
    ".parquet": (_write_parquet, _read_parquet),
    ".feather": (_write_feather, _read_feather),
    ".xlsx": (_write_xlsx, _read_xlsx),
    ".dta": (_write_dta, _read_dta),
}
"""How a table is written and read, by the suffix of its file."""
