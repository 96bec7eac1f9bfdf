"""What a corpus offers to be stored: its documents by the checksum of their content, read a block at a time."""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from plananalysis import tables
from plananalysis.corpus.load import list_sources, load_corpus, load_sources
from plananalysis.corpus.metadata import rows_by_file
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.corpus.readers import UnreadableError
from plananalysis.corpus.readers.table import read_rows
from plananalysis.corpus.sources import Source, document_ids, is_metadata
from plananalysis.errors import InputError

BLOCK_FILES = 500
"""Files of a block, at most: some two million letters, so that a block and its grams take some 300 MB while they are stored."""

BLOCK_BYTES = 32_000_000
"""Bytes of its files, at most, but for a single larger one."""

_FURTHER_PAGE = re.compile(r"(?P<first>.+)_\d+(?P<suffix>\.(?:html?|mht|mhtml))$", re.IGNORECASE)
"""The name of a file that may be a further page of another, with which it is read."""


class Offer(NamedTuple):
    """Documents that can be stored.

    Attributes
    ----------
    corpus : str
        Where they are from; "" for a corpus in memory. What was stored from there before and is offered no more is removed.
    keys : dict of str
        The checksum of what each document is made of, by its file (for texts in memory, by its ``doc_id``).
    sizes : dict of int
        Bytes of each.
    read : function
        Returns the documents of some files.
    """

    corpus: str
    keys: dict[str, str]
    sizes: dict[str, int]
    read: Callable[[list[str]], Corpus]

    def blocks(self, files: Iterable[str]) -> Iterator[list[str]]:
        """Yield some files a block at a time."""
        block: list[str] = []
        size = 0
        for file in files:
            if block and (len(block) == BLOCK_FILES or size + self.sizes[file] > BLOCK_BYTES):
                yield block
                block, size = [], 0
            block.append(file)
            size += self.sizes[file]
        if block:
            yield block


def offered(plans: Corpus | str | Path) -> Offer:
    """Return what a corpus, or the path of one, offers."""
    if isinstance(plans, str | Path):
        path = Path(plans)
        if path.is_dir() or (path.suffix.lower() == ".zip" and path.exists()):
            return _of_files(path)
        return _of_corpus(load_corpus(path), str(path.resolve()))
    check_corpus(plans, "plans")
    return _of_corpus(plans, "")


def _of_corpus(corpus: Corpus, name: str) -> Offer:
    """Return what a loaded corpus offers."""
    spans: dict[str, list[tuple]] = {}
    for doc_id, *span in corpus.excluded[["doc_id", "start", "end", "reason"]].itertuples(index=False):
        spans.setdefault(doc_id, []).append(tuple(span))
    keys, sizes = {}, {}
    for document in corpus:
        known = (document.unit, document.year, document.title, spans.get(document.doc_id, []))
        keys[document.doc_id] = _sum_of(document.text.encode(), repr(known))
        sizes[document.doc_id] = len(document.text)

    def read(files: list[str]) -> Corpus:
        some = corpus.subset(corpus.documents["doc_id"].isin(files))
        return Corpus(
            some.documents.assign(file=some.documents["doc_id"]),
            tables.empty("passages"),
            some.excluded,
            tables.empty("skipped"),
        )

    return Offer(name, keys, sizes, read)


def _of_files(path: Path) -> Offer:
    """Return what the files of a folder or a zip offer."""
    sources, top = list_sources(path)
    plans = [source for source in sources if not is_metadata(source.file)]
    beside = [source for source in sources if is_metadata(source.file)]
    first = _first_pages([source.file for source in plans])
    said = _said_of(beside, first)
    sums = {source.file: _content(source) for source in plans}
    together: dict[str, list[Source]] = {}
    for source in plans:
        together.setdefault(first[source.file], []).append(source)
    keys = {
        file: _sum_of(*(sums[each.file][0].encode() + said[each.file].encode() for each in group))
        for file, group in together.items()
    }
    sizes = {file: sum(sums[each.file][1] for each in group) for file, group in together.items()}
    ids = document_ids([source.file for source in plans])

    def read(files: list[str]) -> Corpus:
        some = [_unchanged(path, each, sums[each.file][0]) for file in files for each in together[file]]
        loaded = load_sources(path, [*some, *beside], top, None, elsewhere=list(sums))
        return _named(loaded, ids, first)

    return Offer(str(path.resolve()), keys, sizes, read)


def _first_pages(files: list[str]) -> dict[str, str]:
    """Return for each file that with which it is read: another, if by its name it may be a further page of that.

    Examples
    --------
    >>> _first_pages(["a.html", "a_1.html", "b_1.html"])
    {'a.html': 'a.html', 'a_1.html': 'a.html', 'b_1.html': 'b_1.html'}
    """
    known = set(files)
    pages = {file: _FURTHER_PAGE.match(file) for file in files}
    named = {file: f"{page['first']}{page['suffix']}" for file, page in pages.items() if page}
    return {file: named[file] if named.get(file) in known else file for file in files}


def _said_of(beside: list[Source], files: Iterable[str]) -> dict[str, str]:
    """Return what the metadata say of each file, as text."""
    said = dict.fromkeys(files, "")
    for source in beside:
        folder = source.file[: source.file.rfind("/") + 1]
        try:
            table = read_rows(source.file, source.read()).frame
        except UnreadableError:
            continue  # it is named among what was skipped when the block is read
        for file, rows in rows_by_file(
            table, [file for file in said if file.startswith(folder)], folder
        ).items():
            said[file] += rows
    return said


def _content(source: Source) -> tuple[str, int]:
    """Return the checksum and the size of a file; of one that cannot be read neither."""
    try:
        data = source.read()
    except UnreadableError:
        return "", 0
    return _sum_of(data), len(data)


def _sum_of(*parts: bytes | str) -> str:
    """Return the SHA-256 of some parts."""
    total = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        total.update(len(data).to_bytes(8, "little") + data)
    return total.hexdigest()


def _unchanged(path: Path, source: Source, total: str) -> Source:
    """Return a file that is refused if it is another one by the time it is read."""

    def read() -> bytes:
        data = source.read()
        if _sum_of(data) != total:
            raise InputError(
                "{path}: {file} changed while it was read; store the corpus again when nothing writes to it",
                path=path,
                file=source.file,
            )
        return data

    return Source(source.file, read)


def _named(corpus: Corpus, ids: dict[str, str], first: dict[str, str]) -> Corpus:
    """Return documents with the ids that they have in the whole corpus, by the files that they are found by."""
    files = corpus.documents["file"]
    names = dict(zip(corpus.documents["doc_id"], files.map(ids), strict=True))
    documents = corpus.documents.assign(doc_id=files.map(ids), file=files.map(first))
    excluded = corpus.excluded.assign(doc_id=corpus.excluded["doc_id"].map(names).astype("str"))
    return Corpus(documents, tables.empty("passages"), excluded, corpus.skipped)
