"""Store documents in a workspace: only what is new or was changed is read, and what was stored stays whole."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd

from plananalysis import tables
from plananalysis.corpus.load import NothingReadError
from plananalysis.corpus.model import Corpus
from plananalysis.errors import InputError, warn
from plananalysis.files.refused import cannot_write
from plananalysis.memory import give_back
from plananalysis.reuse.seeds.fingerprint import Fingerprint
from plananalysis.workspace.document_blocks import read_catalogue, read_documents, write_block
from plananalysis.workspace.gram_places import (
    letters_of,
    letters_per_document,
    merged,
    places_of,
    to_merge,
    write_generation,
)
from plananalysis.workspace.offered import Offer, offered
from plananalysis.workspace.record import (
    EMPTY,
    Block,
    Generation,
    Record,
    drop_unnamed,
    ours,
    read_record,
    write_record,
)
from plananalysis.workspace.sealed_files import DamagedFileError, check_sealed
from plananalysis.workspace.writer_lock import LOCK, only_writer

Progress = Callable[[int, int], None]


def store_corpus(
    plans: Corpus | str | Path, workspace: str | Path, *, progress: Progress | None = None
) -> pd.DataFrame:
    r"""Store documents in a workspace, so that :func:`query_reuse` compares new plans with them in seconds.

    Of what is stored already only what changed is read again: a file by its bytes and its row of the metadata, a text in memory
    by itself, its metadata and its excluded spans. The files of a folder, a zip or a table that are there no more are removed;
    documents of another place stay. A document takes the place of one of the same ``doc_id``.

    Parameters
    ----------
    plans
        The path of a corpus, which is read some hundred files at a time, so that the memory it takes does not grow with the
        corpus; or a corpus that is loaded. What is told by comparing documents (a heading of a web page that many repeat, a
        unit named in two ways) is told within these hundreds.
    workspace
        The folder; it is made if there is none.
    progress
        Called with the number of files read and of all files to be read.

    Returns
    -------
    DataFrame
        A row per document or file: ``doc_id``; ``file`` it is from; ``status``: new, changed, unchanged, removed or skipped;
        ``n_letters``: letters, digits and Han that take part; ``reason`` why it was skipped.

    Raises
    ------
    InputError
        If the folder holds something else, another run writes to it, another version wrote it, or it cannot be written; if a
        file changes while it is read.

    Notes
    -----
    Each block of documents is whole in the workspace as soon as it is written: a run that is stopped goes on there. Files are
    written once; one small record names them, and is replaced in one step. A damaged file is told by its checksum, and what was
    in it is stored anew. Memory is that of a block of five hundred files.

    Examples
    --------
    >>> import tempfile
    >>> from plananalysis import corpus_from_texts
    >>> folder = Path(tempfile.mkdtemp())
    >>> corpus = corpus_from_texts({"甲": "要巩固整治成果，防止反弹回潮。", "乙": "开展走访。"})
    >>> store_corpus(corpus, folder)[["doc_id", "status", "n_letters"]]
      doc_id status  n_letters
    0      乙    new          5
    1      甲    new         14
    >>> store_corpus(corpus, folder)["status"].tolist()
    ['unchanged', 'unchanged']
    """
    offer = offered(plans)
    folder = _prepared(workspace)
    with only_writer(folder):
        record, lost = _mended(folder, read_record(folder) or EMPTY)
        record, status = _stored(folder, record, offer, progress)
        missing = sorted(set(lost) - set(status["doc_id"]))
        if missing:
            warn(
                "{workspace}: a damaged file held {n:a document that is|documents that are} not in this corpus: {missing}; store "
                "their corpus again",
                workspace=workspace,
                n=len(missing),
                missing=missing,
            )
    return status


def _prepared(workspace: str | Path) -> Path:
    """Return the folder of a workspace, made if there is none; one that holds something else is refused."""
    folder = Path(workspace)
    if not str(workspace).strip():
        raise InputError("the name of the folder is empty; give one for the workspace")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        own = {*(path.name for path in ours(folder)), LOCK}
        other = next((path for path in sorted(folder.iterdir()) if path.name not in own), None)
    except FileExistsError:
        raise InputError("{folder}: is a file; name a folder for the workspace", folder=folder) from None
    except OSError as error:
        raise cannot_write(folder, error) from error
    if other is not None:
        raise InputError(
            "{folder}: holds {other}, which is of no workspace; name a new folder or an empty one",
            folder=folder,
            other=other.name,
        )
    return folder


def _mended(folder: Path, record: Record) -> tuple[Record, list[str]]:
    """Return the record without what is damaged, its grams made anew, and the documents that were lost."""
    drop_unnamed(folder, record)
    sound = [block for block in record.blocks if _is_sound(folder, block.texts, block.catalogue)]
    generations = [each for each in record.generations if _is_sound(folder, *each.parts)]
    if len(sound) == len(record.blocks) and len(generations) == len(record.generations):
        return record, []
    lost = _lost(folder, record, sound)
    kept = Record(record.next_doc, sound, generations)
    known = {name for generation in generations for name in generation.blocks}
    for block in sound:
        if block.texts.file not in known:
            catalogue = read_catalogue(folder, Record(0, [block], []))
            one = _generation(
                folder, block, catalogue, read_documents(folder, Record(0, [block], []), catalogue)
            )
            kept = kept._replace(generations=[*kept.generations, one])
    write_record(folder, kept)
    drop_unnamed(folder, kept)
    return kept, lost


def _is_sound(folder: Path, *seals) -> bool:
    """Tell whether files are as they were written."""
    try:
        for seal in seals:
            check_sealed(folder, seal, wholly=True)
    except DamagedFileError:
        return False
    return True


def _lost(folder: Path, record: Record, sound: list[Block]) -> list[str]:
    """Return the documents of the damaged blocks, as far as their catalogues can be read."""
    lost: list[str] = []
    for block in record.blocks:
        if block not in sound and _is_sound(folder, block.catalogue):
            lost += read_catalogue(folder, Record(0, [block], []), ["doc_id"])["doc_id"].tolist()
    return lost


def _stored(
    folder: Path, record: Record, offer: Offer, progress: Progress | None
) -> tuple[Record, pd.DataFrame]:
    """Store what is offered and not yet there; return the record and what became of each document."""
    before = read_catalogue(folder, record)
    ours = before[before["corpus"] == offer.corpus] if offer.corpus else before
    known = dict(zip(ours["file"], ours["key"], strict=True))
    wanted = [file for file, key in offer.keys.items() if known.get(file) != key]
    gone = ours[~ours["file"].isin(list(offer.keys))] if offer.corpus else ours.iloc[:0]
    stays = ours[ours["file"].isin(list(offer.keys)) & ~ours["file"].isin(wanted)]
    rows = [_rows(stays, "unchanged"), _rows(gone, "removed")]
    if len(gone):
        record = _without(record, gone["doc"].tolist())
        write_record(folder, record)
    seen = set(before["doc_id"])
    before = before[
        ["doc", "doc_id", "corpus", "file"]
    ]  # with those that are replaced meanwhile, which changes nothing
    for done, block in enumerate(blocks := list(offer.blocks(wanted))):
        record, catalogue, skipped = _with_block(folder, record, offer, block, before)
        before = pd.concat([before, catalogue[before.columns]], ignore_index=True)
        changed = catalogue["doc_id"].isin(seen)
        rows += [_rows(catalogue[changed], "changed"), _rows(catalogue[~changed], "new"), skipped]
        if progress is not None:
            progress(sum(map(len, blocks[: done + 1])), len(wanted))
        give_back()
    record = _with_merged(folder, record)
    status = pd.concat(rows, ignore_index=True).sort_values(["doc_id", "file"], ignore_index=True)
    if status.empty or set(status["status"]) == {"skipped"}:
        _refuse_nothing(offer, status)
    return record, tables.conform(status, "stored")


def _refuse_nothing(offer: Offer, status: pd.DataFrame) -> None:
    """Say why nothing was stored."""
    if len(status):
        raise InputError(
            "{corpus}: no readable document (first: {file}, {reason})",
            corpus=offer.corpus,
            file=status["file"].iloc[0],
            reason=status["reason"].iloc[0],
        )
    if offer.corpus:
        raise InputError("{corpus}: no readable document", corpus=offer.corpus)


def _rows(catalogue: pd.DataFrame, status: str, reason: str = "") -> pd.DataFrame:
    """Return what became of documents."""
    shown = catalogue.reindex(columns=["doc_id", "file", "n_letters"])
    return shown.assign(status=status, reason=reason).astype({"n_letters": "int64"})


def _skipped(skipped: pd.DataFrame) -> pd.DataFrame:
    """Return the files that could not be read as what became of them."""
    shown = skipped.assign(doc_id="", n_letters=0, status="skipped")
    return shown[["doc_id", "file", "n_letters", "status", "reason"]]


def _with_block(
    folder: Path, record: Record, offer: Offer, files: list[str], old: pd.DataFrame
) -> tuple[Record, pd.DataFrame, pd.DataFrame]:
    """Store one block; return the record with it, what is known of its documents, and what could not be read."""
    replaced = old["file"].isin(files) & (old["corpus"] == offer.corpus)
    corpus, skipped = _read(offer, files)
    if corpus is None or not len(corpus):
        record = _without(record, old.loc[replaced, "doc"].tolist())
        write_record(folder, record)
        return record, read_catalogue(folder, EMPTY), skipped
    fp = letters_of(corpus)
    catalogue = _catalogue(corpus, fp, record.next_doc, offer)
    block = write_block(folder, _in_order(corpus, catalogue), catalogue)
    one = _generation(folder, block, catalogue, corpus, fp)
    replaced |= old["doc_id"].isin(catalogue["doc_id"])
    record = _without(record, old.loc[replaced, "doc"].tolist())
    record = Record(record.next_doc + len(catalogue), [*record.blocks, block], [*record.generations, one])
    write_record(folder, record)
    return record, catalogue, skipped


def _read(offer: Offer, files: list[str]) -> tuple[Corpus | None, pd.DataFrame]:
    """Return the documents of some files, and the files that could not be read; no documents if none could."""
    try:
        corpus = offer.read(files)
    except NothingReadError as error:
        return None, _skipped(tables.from_records(error.skipped, "skipped"))
    return corpus, _skipped(corpus.skipped)


def _catalogue(corpus: Corpus, fp: Fingerprint, first: int, offer: Offer) -> pd.DataFrame:
    """Return what is known of documents, numbered in the order of their letters."""
    documents = corpus.documents.set_index("doc_id").loc[fp.doc_ids].reset_index()
    return pd.DataFrame(
        {
            "doc": np.arange(first, first + len(documents), dtype=np.int32),
            "doc_id": documents["doc_id"].astype("str"),
            "corpus": offer.corpus,
            "file": documents["file"].astype("str"),
            "key": documents["file"].map(offer.keys).astype("str"),
            "unit": documents["unit"].astype("str"),
            "year": documents["year"].astype("Int64"),
            "title": documents["title"].astype("str"),
            "n_letters": letters_per_document(fp),
        }
    )


def _in_order(corpus: Corpus, catalogue: pd.DataFrame) -> Corpus:
    """Return a corpus with its documents in the order of their numbers."""
    documents = corpus.documents.set_index("doc_id").loc[catalogue["doc_id"]].reset_index()
    return Corpus(documents, corpus.passages, corpus.excluded, corpus.skipped)


def _generation(
    folder: Path, block: Block, catalogue: pd.DataFrame, corpus: Corpus, fp: Fingerprint | None = None
) -> Generation:
    """Write the grams of a block."""
    fp = fp or letters_of(corpus)
    numbers = catalogue.set_index("doc_id")["doc"].loc[fp.doc_ids].to_numpy()
    return write_generation(folder, iter([places_of(fp, numbers)]), [block.texts.file], int(fp.codes.size))


def _without(record: Record, dead: list[int]) -> Record:
    """Return the record in which some documents count no more; a block without any other goes."""
    if not dead:
        return record
    gone = set(dead)
    blocks = []
    for block in record.blocks:
        own = range(block.first, block.first + block.catalogue.n_rows)
        gone_here = sorted({*block.dead, *(doc for doc in gone if doc in own)})
        if len(gone_here) < len(own):
            blocks.append(block._replace(dead=gone_here))
    return record._replace(blocks=blocks)


def _with_merged(folder: Path, record: Record) -> Record:
    """Return the record with its younger generations merged, if there is reason to."""
    n = to_merge(record.generations)
    if n > 1:
        live = np.zeros(record.next_doc, dtype=bool)
        live[read_catalogue(folder, record, ["doc"])["doc"].to_numpy()] = True
        one = merged(folder, record.generations[-n:], live)
        record = record._replace(generations=[*record.generations[:-n], one])
        write_record(folder, record)
    drop_unnamed(folder, record)
    return record
