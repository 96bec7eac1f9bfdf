"""Read and write tables by the suffix of the file: .csv .jsonl .parquet .xlsx."""

from pathlib import Path

import pandas as pd

from plananalysis.errors import InputError

SUFFIXES = (".csv", ".jsonl", ".parquet", ".xlsx")


def _suffix(path: Path) -> str:
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise InputError(f"{path}: cannot tell the table format from the suffix; use {', '.join(SUFFIXES)}")
    return suffix


def write_table(frame: pd.DataFrame, path: str | Path) -> Path:
    """Write a table in the format its file name asks for; csv carries a BOM so that Excel opens it.

    Examples
    --------
    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp()) / "t.csv"
    >>> read_table(write_table(pd.DataFrame({"n": [1]}), file))["n"].tolist()
    [1]
    """
    path = Path(path)
    suffix = _suffix(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(frame, path, suffix)
    except OSError as error:
        raise InputError(
            f"{path}: cannot be written ({error.strerror or error}); close it elsewhere or choose another place"
        ) from error
    return path


def _write(frame: pd.DataFrame, path: Path, suffix: str) -> None:
    if suffix == ".csv":
        from plananalysis.csvfile import write_csv

        write_csv(frame, path)
    elif suffix == ".jsonl":
        frame.to_json(path, orient="records", lines=True, force_ascii=False)
    elif suffix == ".parquet":
        frame.to_parquet(path, index=False)
    else:
        from plananalysis.workbook import write_workbook

        write_workbook({path.stem: frame}, path)


def read_table(path: str | Path, *, encoding: str = "utf-8-sig") -> pd.DataFrame:
    """Read a table by its suffix; an unreadable one raises :class:`InputError` naming file and reason."""
    path = Path(path)
    suffix = _suffix(path)
    try:
        if suffix == ".csv":
            return pd.read_csv(path, encoding=encoding)
        if suffix == ".jsonl":
            return pd.read_json(path, lines=True, dtype=False)
        if suffix == ".parquet":
            return pd.read_parquet(path)
        return pd.read_excel(path)
    except FileNotFoundError:
        raise InputError(f"{path}: no such file") from None
    except (ValueError, OSError, KeyError) as error:
        raise InputError(f"{path}: cannot be read as {suffix[1:]} ({str(error).splitlines()[0]})") from error
