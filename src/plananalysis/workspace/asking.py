"""Compare a new plan with all stored ones: those that share most with it, told from the kept grams, are read and compared."""

from pathlib import Path

import numpy as np
import pandas as pd

from plananalysis import tables
from plananalysis.corpus.load import load_corpus
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.errors import InputError, warn
from plananalysis.groups import judging_groups
from plananalysis.lexicon.taken import Words
from plananalysis.reuse.marks import register_terms
from plananalysis.reuse.matching.clusters import TOGETHER
from plananalysis.reuse.search import check_choices, shared_passages, with_query
from plananalysis.reuse.seeds.fingerprint import GRAM, Fingerprint, gram_hashes, whole_grams
from plananalysis.reuse.seeds.whole import Whole, kept_hash
from plananalysis.workspace.document_blocks import KNOWN, read_catalogue, read_documents
from plananalysis.workspace.gram_places import letters_of
from plananalysis.workspace.record import Record, read_record
from plananalysis.workspace.sealed_files import MissingFileError
from plananalysis.workspace.stored_evidence import cap_of, heaviest_clusters, stored_places

MOST_LETTERS = 500_000
"""Letters of stored documents that a query is compared with by default: some hundred plans, about a second's work."""

TRIES = 3
"""How often a query begins anew when a run that stores has meanwhile replaced the files that it was reading."""


def query_reuse(
    query: Corpus | str | Path,
    workspace: str | Path,
    *,
    min_chars: int = 10,
    kind: str | None = None,
    register: Words = None,
    extend: bool = True,
    max_letters: int = MOST_LETTERS,
) -> pd.DataFrame:
    r"""Return every passage that new plans share with the stored ones, most distinctive first.

    Parameters
    ----------
    query
        The new plans: a path for :func:`plananalysis.load_corpus`, or a corpus. They stand as ``doc_a``, and are not stored.
    workspace
        The folder of :func:`plananalysis.store_corpus`.
    min_chars, kind, register, extend
        As :func:`plananalysis.find_reuse` takes them.
    max_letters
        Letters of stored documents that are read and compared, at most. Where more are stored, those that share most
        with the query are chosen by their grams, and a warning says so if others share something as well.

    Returns
    -------
    DataFrame
        The columns of :func:`plananalysis.find_reuse`; ``doc_a`` is of the query, ``doc_b`` is stored.

    Raises
    ------
    InputError
        If there is no workspace in the folder, another version wrote it, a file of it is damaged, or a stored document has the
        ``doc_id`` of one of the query.

    Notes
    -----
    While no more than ``max_letters`` are stored, the rows are those of ``find_reuse(stored, query=new)``, every value of them.

    Where more are stored, a document is chosen by its heaviest cluster of common runs of five letters: letters less ``log2`` of
    half the units that hold the rarest gram, added up over runs that lie within 120 letters of each other on both sides. Grams
    in more documents than may make pairs count only as part of a run of ``min_chars`` letters. Of the places of the
    query's grams half a million are compared; the commonest grams, which stand in nearly every plan, are left out first. Passages
    in the chosen documents are then found as in the whole corpus: what meets by chance is judged by all its letters and units,
    and each gram of the query by all documents that hold it. Measured in the chosen documents alone are the surprisal in
    ``distinctiveness``, the frequency of bigrams by which reordered passages are found, the length from which on a widespread
    wording is formula, and the units of a wording that the query words otherwise. Wording of very many documents is compared
    with those chosen, and not with the earliest of all. A passage whose only common run is one gram may be missed.

    Examples
    --------
    >>> import tempfile
    >>> from plananalysis import corpus_from_texts, store_corpus
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = store_corpus(corpus_from_texts({"甲": "要巩固整治成果，防止反弹回潮。", "乙": "开展走访。"}), folder)
    >>> new = corpus_from_texts({"新": "应巩固集中整治成果，防止反弹回潮。"})
    >>> query_reuse(new, folder)[["doc_a", "text_a", "doc_b", "text_b"]]
      doc_a          text_a doc_b         text_b
    0     新  巩固集中整治成果，防止反弹回潮     甲  巩固整治成果，防止反弹回潮
    """
    check_choices(min_chars, kind)
    if isinstance(max_letters, bool) or not isinstance(max_letters, int) or max_letters < 1:
        raise InputError("max_letters: a whole number above 0 is wanted, not {given!r}", given=max_letters)
    if not isinstance(query, str | Path):
        check_corpus(query, "query")
    terms = register_terms(register, extend=extend)
    folder = Path(workspace)
    opened(folder)
    new = query if isinstance(query, Corpus) else load_corpus(query)
    for left in reversed(range(TRIES)):
        try:
            chosen, whole = _chosen(folder, opened(folder), new, min_chars, max_letters)
            break
        except MissingFileError:
            if not left:
                raise
    both, asked = with_query(chosen, new)
    if not len(chosen) or not len(new):
        return tables.empty("reuse")
    return shared_passages(both, asked, terms, min_chars=min_chars, kind=kind, whole=whole)


def opened(folder: Path) -> Record:
    """Return the record of a workspace.

    Raises
    ------
    InputError
        If there is none.
    """
    record = read_record(folder)
    if record is None:
        raise InputError(
            "{folder}: no workspace; plananalysis store CORPUS --workspace {folder} makes one", folder=folder
        )
    return record


def _chosen(
    folder: Path, record: Record, new: Corpus, min_chars: int, max_letters: int
) -> tuple[Corpus, Whole | None]:
    """Return the stored documents to compare the query with, and what is known of the others if these are not all."""
    catalogue = read_catalogue(folder, record, [*KNOWN, "n_letters"])
    clash = sorted(set(catalogue["doc_id"]) & set(new.documents["doc_id"]))
    if clash:
        raise InputError(
            "{clash}: both the corpus and the query have a document of this name; rename one", clash=clash[0]
        )
    if not len(catalogue) or catalogue["n_letters"].sum() <= max_letters:
        return read_documents(folder, record, catalogue), None
    weight, whole = _evidence(folder, record, catalogue, new, min_chars)
    order = np.lexsort((catalogue["doc"], -weight))
    order = order[weight[order] > 0]
    fits = np.cumsum(catalogue["n_letters"].to_numpy()[order]) <= max_letters
    fits[:1] = True
    n_sharing = int(np.count_nonzero(weight >= TOGETHER[0]))
    n_read = int(np.count_nonzero(weight[order[fits]] >= TOGETHER[0]))
    if n_read < n_sharing:
        warn(
            "query_reuse: {n:,} stored documents share wording with the query; the {n_read:,} that share most were compared "
            "(max_letters={max_letters:,})",
            n=n_sharing,
            n_read=n_read,
            max_letters=max_letters,
        )
    return read_documents(folder, record, catalogue.iloc[np.sort(order[fits])]), whole


def _evidence(
    folder: Path, record: Record, catalogue: pd.DataFrame, new: Corpus, min_chars: int
) -> tuple[np.ndarray, Whole]:
    """Return the weight of what each stored document shares with the query, and what is known of the whole corpus."""
    fp = letters_of(new)
    at = np.flatnonzero(whole_grams(fp.codes, GRAM))
    grams, number = np.unique(kept_hash(gram_hashes(fp.codes, GRAM, at)), return_inverse=True)
    groups = _groups(catalogue, new)
    group_of = np.full(record.next_doc, -1, dtype=np.int64)
    group_of[catalogue["doc"].to_numpy()] = groups[: len(catalogue)]
    found = stored_places(folder, record.generations, grams, group_of)
    cap = cap_of(record.generations)
    weight = heaviest_clusters(found, number, at, cap=cap, min_chars=min_chars, n_docs=record.next_doc)
    own_docs, own_groups = _own(fp, at, number, groups[len(catalogue) :], new)
    whole = Whole(
        n_letters=int(catalogue["n_letters"].sum()) + int(fp.codes.size),
        n_groups=int(groups.max()) + 1,
        cap=cap,
        size=GRAM,
        grams=grams,
        docs=(found.docs + own_docs).astype(np.int32),
        groups=(found.groups + own_groups).astype(np.int32),
    )
    return weight[catalogue["doc"].to_numpy()], whole


def _groups(catalogue: pd.DataFrame, new: Corpus) -> np.ndarray:
    """Return the group of each stored document, then of each of the query, by which it is judged what everybody writes."""
    columns = ["doc_id", "unit", "year"]
    documents = pd.concat([catalogue[columns], new.documents[columns]], ignore_index=True)
    documents = documents.astype({"doc_id": "str", "unit": "str", "year": "Int64"})
    bare = (tables.empty(name) for name in ("passages", "excluded", "skipped"))
    return judging_groups(Corpus(documents.assign(text=""), *bare))[0]


def _own(
    fp: Fingerprint, at: np.ndarray, number: np.ndarray, groups: np.ndarray, new: Corpus
) -> tuple[np.ndarray, np.ndarray]:
    """Return how many documents and groups of the query hold each of its grams."""
    doc = fp.segment_doc[fp.segment[at]].astype(np.int64)
    group_of = dict(zip(new.documents["doc_id"].astype(str), groups.tolist(), strict=True))
    group = np.asarray([group_of[doc_id] for doc_id in fp.doc_ids], dtype=np.int64)[doc]
    size = int(number.max(initial=-1)) + 1
    counts = (np.unique(number.astype(np.int64) << 32 | value) >> 32 for value in (doc, group))
    docs, units = (np.bincount(each, minlength=size) for each in counts)
    return docs, units
