"""Documents in blocks: a file that says what each is, and a file with the texts and what takes no part in them."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from plananalysis import tables
from plananalysis.corpus.model import Corpus
from plananalysis.workspace.record import Block, Record
from plananalysis.workspace.sealed_files import read_sealed, write_sealed

if TYPE_CHECKING:
    import pyarrow

TEXTS_TOGETHER = 16
"""Texts in a row group, the least that is read for one of them."""

CATALOGUE = ("doc", "doc_id", "corpus", "file", "key", "unit", "year", "title", "n_letters")
"""What is known of each document: its number, where it is from, the checksum of its content and settings, its metadata, its letters."""

KNOWN = ("doc_id", "unit", "year", "title")
"""What of this a corpus has as well."""


def write_block(folder: Path, corpus: Corpus, catalogue: pd.DataFrame) -> Block:
    """Write the documents of a corpus as a block.

    Parameters
    ----------
    folder
        The workspace.
    corpus
        The documents.
    catalogue
        The columns of :data:`CATALOGUE`, in their order.
    """
    import pyarrow

    known = pyarrow.Table.from_pandas(catalogue[list(CATALOGUE)], preserve_index=False)
    return Block(
        int(catalogue["doc"].iloc[0]),
        write_sealed(folder, "catalogue", [known]),
        write_sealed(folder, "texts", _texts(corpus, catalogue["doc"].tolist())),
        [],
    )


def _texts(corpus: Corpus, numbers: list[int]) -> "Iterator[pyarrow.Table]":
    """Yield the texts with their excluded spans, some at a time."""
    import pyarrow

    spans: dict[str, list[tuple[int, int, str]]] = {}
    columns = (corpus.excluded[name].tolist() for name in ("doc_id", "start", "end", "reason"))
    for doc_id, *span in zip(*columns, strict=True):
        spans.setdefault(doc_id, []).append(tuple(span))
    rows = list(zip(numbers, corpus.texts(), strict=True))
    whole, words = pyarrow.list_(pyarrow.int64()), pyarrow.list_(pyarrow.string())
    for start in range(0, len(rows), TEXTS_TOGETHER):
        some = rows[start : start + TEXTS_TOGETHER]
        out = [spans.get(doc_id, []) for _, (doc_id, _) in some]
        yield pyarrow.table(
            {
                "doc": pyarrow.array([doc for doc, _ in some], pyarrow.int32()),
                "doc_id": pyarrow.array([doc_id for _, (doc_id, _) in some], pyarrow.string()),
                "text": pyarrow.array([text for _, (_, text) in some], pyarrow.large_string()),
                "excluded_start": pyarrow.array([[s for s, _, _ in one] for one in out], whole),
                "excluded_end": pyarrow.array([[e for _, e, _ in one] for one in out], whole),
                "excluded_reason": pyarrow.array([[r for _, _, r in one] for one in out], words),
            }
        )


def read_catalogue(folder: Path, record: Record, columns: Iterable[str] = CATALOGUE) -> pd.DataFrame:
    """Return what is known of the documents that are live, in the order of their numbers, a row each."""
    import pyarrow

    wanted = list(dict.fromkeys(["doc", *columns]))
    dead = [doc for block in record.blocks for doc in block.dead]
    if not record.blocks:
        return pd.DataFrame({name: pd.Series(dtype="object") for name in wanted})
    found = pyarrow.concat_tables(read_sealed(folder, block.catalogue, wanted) for block in record.blocks)
    frame = found.to_pandas()
    return frame[~frame["doc"].isin(dead)].sort_values("doc").reset_index(drop=True)


def read_documents(folder: Path, record: Record, chosen: pd.DataFrame) -> Corpus:
    """Return some documents as a corpus that has their texts and excluded spans, and no outline.

    Parameters
    ----------
    folder, record
        The workspace.
    chosen
        Rows of its catalogue, with the columns of :data:`KNOWN`.
    """
    texts: dict[int, str] = {}
    out: list[tuple[str, int, int, str]] = []
    wanted = chosen["doc"].to_numpy()
    for block in record.blocks:
        for row in _rows(folder, block, wanted):
            texts[row["doc"]] = row["text"]
            spans = zip(*(row[f"excluded_{part}"] for part in ("start", "end", "reason")), strict=True)
            out += [(row["doc_id"], *span) for span in spans]
    documents = chosen[list(KNOWN)].assign(text=[texts[doc] for doc in wanted.tolist()])
    documents = documents.astype(
        {"doc_id": "str", "unit": "str", "title": "str", "text": "str", "year": "Int64"}
    )
    excluded = tables.from_records(sorted(out), "excluded")
    return Corpus(
        documents.sort_values("doc_id").reset_index(drop=True),
        tables.empty("passages"),
        excluded,
        tables.empty("skipped"),
    )


def _rows(folder: Path, block: Block, wanted: np.ndarray) -> Iterator[dict]:
    """Yield the rows of a block that have these numbers."""
    numbers = read_sealed(folder, block.texts, ["doc"])["doc"].to_numpy()
    there = np.flatnonzero(np.isin(numbers, wanted))
    if not there.size:
        return
    groups = np.unique(there // TEXTS_TOGETHER)
    columns = ["doc", "doc_id", "text", "excluded_start", "excluded_end", "excluded_reason"]
    found = read_sealed(folder, block.texts, columns, groups.tolist())
    keep = np.flatnonzero(np.isin(found["doc"].to_numpy(), wanted))
    yield from found.take(keep).to_pylist()
