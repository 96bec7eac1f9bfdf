"""Our csv writer against pandas': the same bytes for every kind of column."""

import numpy as np
import pandas as pd
import pytest

from plananalysis.files.csvfile import write_csv

KINDS = pd.DataFrame(
    {
        "text": ["x,y", 'a "b"', "two\nlines", "", None, "一"],
        "float": [1.0, 1e-5, np.nan, np.inf, 1 / 3, 1e22],
        "int": [1, 2, 3, 4, 5, 6],
        "gaps": pd.array([1, None, 3, 4, 5, 6], dtype="Int64"),
        "bool": [True, False] * 3,
        "maybe": pd.array([True, None, False] * 2, dtype="boolean"),
        "mixed": ["x", 1, None, 2.5, "a,b", ["u", "v"]],
        "kind": pd.Categorical(["u", "v,w", None, "u", "u", "v,w"]),
        "day": pd.to_datetime(["2025-01-01"] * 6),
    }
)


@pytest.mark.parametrize("columns", [list(KINDS), [c for c in KINDS if c != "day"], *([c] for c in KINDS)])
@pytest.mark.parametrize("rows", [0, 6])
def test_a_table_has_the_bytes_that_pandas_writes(tmp_path, columns, rows):
    frame = KINDS[columns].head(rows)
    write_csv(frame, tmp_path / "t.csv")
    assert (tmp_path / "t.csv").read_bytes() == frame.to_csv(index=False, lineterminator="\n").encode(
        "utf-8-sig"
    )


def test_a_table_without_columns_is_an_empty_line(tmp_path):
    write_csv(pd.DataFrame(), tmp_path / "t.csv")
    assert (tmp_path / "t.csv").read_bytes() == pd.DataFrame().to_csv(index=False).encode("utf-8-sig")


def test_long_tables_are_written_in_pieces(tmp_path, monkeypatch):
    monkeypatch.setattr("plananalysis.files.csvfile._ROWS_AT_ONCE", 4)
    write_csv(KINDS, tmp_path / "t.csv")
    assert (tmp_path / "t.csv").read_bytes() == KINDS.to_csv(index=False).encode("utf-8-sig")
