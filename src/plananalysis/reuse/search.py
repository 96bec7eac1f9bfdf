"""Find every passage that two documents share."""

import math
from collections.abc import Sequence

import numpy as np
import pandas as pd

from plananalysis import tables
from plananalysis.common_options import Part, corpus_part
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.corpus.plain_text import as_printed, plain_corpus
from plananalysis.errors import InputError, near, warn
from plananalysis.lexicon.taken import Words
from plananalysis.memory import give_back
from plananalysis.reuse.columns import joined
from plananalysis.reuse.edges import EdgeContext, set_edges
from plananalysis.reuse.formula_phrases import with_phrases
from plananalysis.reuse.in_a_row import share_a_wording
from plananalysis.reuse.marks import Marks, mark, register_terms
from plananalysis.reuse.matches import Matches, merged, widen
from plananalysis.reuse.matching.choose import CLAUSE, choose, covered_by_piece, hangs_together
from plananalysis.reuse.matching.clauses import agreed, follow_clauses
from plananalysis.reuse.matching.clusters import covered_letters, windows
from plananalysis.reuse.matching.complete import complete
from plananalysis.reuse.matching.extend import chain_runs
from plananalysis.reuse.matching.log_odds import weigh
from plananalysis.reuse.matching.match_candidates import Candidates, find_candidates
from plananalysis.reuse.passage_kinds import KINDS, everyday
from plananalysis.reuse.passage_measures import Measures
from plananalysis.reuse.rows import reuse_table
from plananalysis.reuse.seeds.bigrams import Bigrams, bigrams_of
from plananalysis.reuse.seeds.fingerprint import Fingerprint, fingerprint
from plananalysis.reuse.seeds.whole import Whole
from plananalysis.reuse.surprisal import letter_model

FIRST_LOOK = 60
"""Letters to either side of a cluster in which a reordered passage may end, at the first look, which sorts out most clusters."""

WIDE_LOOK = 250
"""The same at the second look: a passage of some sentences of which only one end left common runs."""

SHORTEST_WIDE = 40
"""Letters of the shortest passage that is looked for without regard to the order of its clauses: in fewer there are hardly two
clauses to reorder, and the bigrams of a topic are soon found."""

SHORTER_SIDE = 0.6
"""Share of these letters that the shorter side of a reordered passage has, at least: a rewording may shorten."""

SHORTEST_COPY = 0.75
"""Share of these letters that both sides of a passage between two copies of one source have, at least."""

RUN_SHARE = 0.4
"""Share of the shortest passage that common runs cover before edges are looked for."""

ROUNDING = 0.5
"""What the score of an aligned piece may lack of the letters of the shortest passage: one inserted letter, or numbers of other
length."""

FIRST_SHARE = 0.5
"""Share of the log-odds that the first look must find."""

WIDE_SHARE = 0.2
"""Share of the bigrams of either side that the other must hold after the second look."""

NATS_PER_BIT = 0.9
"""Log-odds that a reordered passage needs for each doubling of the letters of the corpus. By Bayes' rule 1.4 (2 ln 2) would keep the
number of chance pairs constant; the agreement of clauses, which is looked at next, lets less do."""

NATS_PER_LETTER = 0.5
"""Log-odds that it needs for each letter of the shortest passage, besides."""


def find_reuse(
    corpus: Corpus,
    *,
    min_chars: int = 10,
    query: str | Sequence[str] | Corpus | None = None,
    between: Sequence[str] | None = None,
    within: bool = False,
    kind: str | None = None,
    register: Words = None,
    extend: bool = True,
    part: Part = None,
) -> pd.DataFrame:
    """Return every passage that two documents share, verbatim or reworded, most distinctive first.

    Parameters
    ----------
    corpus
        Documents to compare. Excluded spans take no part.
    min_chars
        Letters, digits and Han characters that a shared passage has at least; punctuation is not counted.
    query
        Compare only these documents (``doc_id`` or several) with all others, or the documents of another corpus with
        this one. They stand as ``doc_a``.
    between
        Two units: only what the plans of the first share with those of the second. The first stands as ``doc_a``, and what
        everybody writes is judged by the whole corpus, as without it.
    within
        Also report passages that one document repeats.
    kind
        ``"passage"``, ``"formula"`` or ``"term"`` to return only these.
    register
        Slogans whose wording is formula: a table with ``term`` and any ``synonyms``, the path of a file for
        :func:`plananalysis.load_register`, or wordings.
    extend
        Take the terms of the shipped register as well.
    part
        Read only these parts of the plans; as in :func:`plananalysis.count_features`.

    Returns
    -------
    DataFrame
        ``doc_a, start_a, end_a, text_a, doc_b, start_b, end_b, text_b``: the two places, offsets into the texts as
        they stand; ``n_letters``: letters of the longer side; ``similarity``: share of the letters that agree, 0 to 1;
        ``distinctiveness``: surprisal of the shared wording in bits, times similarity, discounted by the units that
        use it; ``kind``: passage; formula, what everybody writes; or term, where figures and names of programmes and honours
        are all that is shared, which is no shared wording; ``family``: number of the family it belongs to. What everybody
        writes is judged by units; in a corpus of fewer than five by the years of the only one, or else by documents.

    Raises
    ------
    InputError
        If ``min_chars`` is below 1, ``kind`` is unknown, ``query`` names no document, or ``between`` no two units of the
        corpus.

    Notes
    -----
    Seeds are runs of five letters (four in a small corpus) that two documents share; they are found by sorting hashes, and
    weighed by how much their surroundings are alike. A banded alignment extends them to passages; reordered passages are found
    by the log-odds of their bigrams. See the modules of :mod:`plananalysis.reuse`.

    A reordered or heavily reworded passage is one if its clauses agree: the mean, by letters, of ``max_d 2 lcs(c, d) /
    (len(c) + len(d))`` over the clauses ``c`` of a side and ``d`` of the other, the smaller of the two sides', must
    reach 0.52 in 40 letters and 0.42 in 80 and more. Between two copies of one source 0.06 less is enough; a passage found
    in this way replaces a part of it that was found before.

    Only wording of five letters in a row on both sides counts for ``distinctiveness``; shorter agreement is a term of the
    topic. Neither do figures with what they measure, and names: of a row that is no term at least ten letters are left without
    them, or four tenths of all. A passage has 0.75 bits for each doubling of the letters of the corpus; what has less is
    foreseeable, and formula. Long rows of formulae are cut into their phrases, and short rows of unlike sides need eight
    letters in a row. The edges of a passage do not take in what a neighbouring clause or sentence shares by chance, a part of a
    title or of a word, words at the end that call for more, or the number of a heading; each side has at least ``min_chars``
    letters without these.

    Spans that share 0.8 of the longer are one place of a document; places joined by passages are a family.

    The work is bounded by the text. Candidates are at most 0.008 per letter (never fewer than 20,000), about forty to a
    plan of five thousand letters. Where documents share more, wording of ``min_chars`` letters that few documents hold
    is compared pair by pair; a document with wording that more of them hold is paired with the earliest of these only,
    which keeps the family whole; and the least distinctive candidates (short wording of very many documents) are dropped.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> corpus = corpus_from_texts({"a": "要巩固整治成果，防止反弹回潮。", "b": "应巩固集中整治成果，防止反弹回潮。"})
    >>> find_reuse(corpus)[["doc_a", "text_a", "text_b", "kind"]]
      doc_a          text_a           text_b     kind
    0     a  巩固整治成果，防止反弹回潮  巩固集中整治成果，防止反弹回潮  passage
    """
    check_corpus(corpus)
    corpus = corpus_part(part, corpus)
    query = corpus_part(part, query) if isinstance(query, Corpus) else query
    check_choices(min_chars, kind)
    terms = register_terms(register, extend=extend)
    if between is not None:
        first, second = _documents_of_both(corpus, between, query)
        found = shared_passages(corpus, first, terms, min_chars=min_chars, kind=kind)
        return found[found["doc_b"].isin(second)].reset_index(drop=True)
    corpus, asked = with_query(corpus, query)
    if len(corpus) == 1 and not within:
        warn(
            "find_reuse: the corpus has one document; add others, or use within=True for what it repeats itself"
        )
    return shared_passages(corpus, asked, terms, min_chars=min_chars, within=within, kind=kind)


def check_choices(min_chars: int, kind: str | None) -> None:
    """Raise :class:`InputError` if these are no choices of :func:`find_reuse`."""
    if min_chars < 1:
        raise InputError("min_chars is {min_chars}; give 1 or more", min_chars=min_chars)
    if kind not in (None, *KINDS):
        raise InputError("kind is {kind!r}; give 'passage', 'formula' or 'term'", kind=kind)


def shared_passages(
    corpus: Corpus,
    asked: set[str] | None,
    terms: list[str],
    *,
    min_chars: int,
    within: bool = False,
    kind: str | None = None,
    whole: Whole | None = None,
) -> pd.DataFrame:
    """Return the table of :func:`find_reuse` for options that have been checked.

    Parameters
    ----------
    corpus
        Documents to compare.
    asked
        Those to compare with all others; None for all.
    terms
        Wordings that are formula, folded.
    min_chars, within, kind
        As :func:`find_reuse` takes them.
    whole
        What is known of the corpus of which these documents are a part.
    """
    fp = fingerprint(plain_corpus(corpus))._replace(whole=whole)
    give_back()
    side = None
    if asked is not None:
        side = np.asarray([fp.doc_ids[doc] in asked for doc in fp.segment_doc.tolist()], dtype=bool)
    bigrams = bigrams_of(fp.codes)
    candidates = find_candidates(fp, bigrams, min_chars=min_chars, within=within, side=side)
    give_back()
    found = _passages(fp, bigrams, candidates, min_chars=min_chars, within=within, side=side)
    give_back()
    found, marks = _with_last_edges(fp, found, terms, min_chars)
    if not found.a0.size:
        return tables.empty("reuse")
    usual = everyday(fp, candidates.spread)
    found, measured = with_phrases(fp, letter_model(fp.codes), usual, found, marks, min_chars)
    found, measured = _wordings(fp, found, measured)
    del marks
    give_back()
    if not found.a0.size:
        return tables.empty("reuse")
    table = reuse_table(fp, found, measured, asked=asked)
    for letter in "ab":
        at = (f"doc_{letter}", f"start_{letter}", f"end_{letter}")
        table = as_printed(table, corpus, [f"text_{letter}"], at=at)
    return table[table["kind"] == kind].reset_index(drop=True) if kind else table


def _documents_of_both(corpus: Corpus, between: Sequence[str], query: object) -> tuple[set[str], set[str]]:
    """Return the documents of either of two units."""
    units = corpus.documents.groupby("unit")["doc_id"].agg(set)
    named = [between] if isinstance(between, str) else list(between)
    if query is not None or len(set(named)) != 2:
        raise InputError(
            'between is {between!r}; give two units, such as ("甲市", "乙市"), and no query', between=between
        )
    for unit in named:
        if unit not in units.index:
            raise InputError("no unit {unit!r}; {near}", unit=unit, near=near(str(unit), units.index))
    return units[named[0]], units[named[1]]


def with_query(corpus: Corpus, query: str | Sequence[str] | Corpus | None) -> tuple[Corpus, set[str] | None]:
    """Return the corpus to compare and the documents to compare it with."""
    if query is None:
        return corpus, None
    known = set(corpus.documents["doc_id"])
    if isinstance(query, Corpus):
        clash = sorted(known & set(query.documents["doc_id"]))
        if clash:
            raise InputError(
                "{clash}: both the corpus and the query have a document of this name; rename one",
                clash=clash[0],
            )
        parts = (
            pd.concat([getattr(corpus, name), getattr(query, name)], ignore_index=True)
            for name in ("documents", "passages", "excluded", "skipped")
        )
        return Corpus(*parts), set(query.documents["doc_id"])
    asked = {query} if isinstance(query, str) else set(query)
    missing = sorted(asked - known)
    if missing:
        raise InputError(
            "{missing}: no document of this name in the corpus; see its doc_id column", missing=missing[0]
        )
    return corpus, asked


def _passages(
    fp: Fingerprint,
    bigrams: Bigrams,
    candidates: Candidates,
    *,
    min_chars: int,
    within: bool,
    side: np.ndarray | None,
) -> Matches:
    """Return the shared passages as ranges of letters."""
    near, label, common, hints, _ = candidates
    rich = (covered_letters(near, label) >= RUN_SHARE * min_chars)[label]
    runs = joined(near.take(rich), common)
    number = np.arange(common.a.size) + int(label.max(initial=-1)) + 1
    labels = np.concatenate([label[rich], number])
    pieces, scores, _ = chain_runs(fp, runs, labels, RUN_SHARE * min_chars)
    pieces = set_edges(EdgeContext(fp, min_chars), pieces, "aligned")
    long_enough = (scores >= min_chars - ROUNDING) & (
        np.maximum(pieces.a1 - pieces.a0, pieces.b1 - pieces.b0) >= min_chars
    )
    pieces, scores = pieces.take(long_enough), scores[long_enough]
    wide = _wide(fp, bigrams, joined(windows(near, label), hints), pieces, min_chars)
    wide = wide.take(hangs_together(fp, bigrams, wide, pieces))
    keep, keep_wide = choose(fp, pieces, scores, wide)
    pieces = pieces.take(keep)
    long = pieces.a1 - pieces.a0 >= CLAUSE
    found = joined(pieces.take(~long), merged(fp, joined(pieces.take(long), wide.take(keep_wide))))
    for _ in range(2):
        found = complete(
            fp,
            bigrams,
            found,
            shortest=int(SHORTEST_COPY * max(SHORTEST_WIDE, min_chars)),
            within=within,
            side=side,
        )
    return set_edges(EdgeContext(fp, min_chars), found, "own copies")


def _with_last_edges(
    fp: Fingerprint, found: Matches, terms: list[str], min_chars: int
) -> tuple[Matches, Marks]:
    """Return the passages with the edges that they have in the table, and the marks around them; short ones are dropped."""
    found = found.take(np.maximum(found.a1 - found.a0, found.b1 - found.b0) >= min_chars)
    marks = mark(fp, found, terms)
    found = set_edges(EdgeContext(fp, min_chars, marks.title, marks.within), found, "chosen")
    give_back()
    return found.take(np.minimum(found.a1 - found.a0, found.b1 - found.b0) >= min_chars), marks


def _wordings(fp: Fingerprint, found: Matches, measured: Measures) -> tuple[Matches, Measures]:
    """Return the passages whose sides share a wording, and not some words of a topic only."""
    keep = share_a_wording(fp.codes, found, measured.similarity)
    return found.take(keep), Measures(*(column[keep] for column in measured))


def _wide(fp: Fingerprint, bigrams: Bigrams, found: Matches, pieces: Matches, min_chars: int) -> Matches:
    """Return the passages whose clauses were moved or heavily reworded, but for those that an aligned piece covers."""
    least = max(SHORTEST_WIDE, min_chars)
    enough = NATS_PER_LETTER * least + NATS_PER_BIT * math.log2(fp.n_letters)
    first = weigh(bigrams, widen(fp, found, FIRST_LOOK), rounds=1)
    covered = covered_by_piece(fp, pieces, Matches(first.a0, first.a1, first.b0, first.b1))
    found = found.take((first.score >= FIRST_SHARE * enough) & ~covered)
    seen = weigh(bigrams, widen(fp, found, WIDE_LOOK))
    size_a, size_b = seen.a1 - seen.a0, seen.b1 - seen.b0
    good = (
        (seen.score >= enough)
        & (np.minimum(size_a, size_b) >= SHORTER_SIDE * least)
        & (np.maximum(size_a, size_b) >= least)
        & (np.minimum(seen.kept_a / np.maximum(1, size_a), seen.kept_b / np.maximum(1, size_b)) >= WIDE_SHARE)
    )
    seen = seen.take(good)
    wide = merged(fp, Matches(seen.a0, seen.a1, seen.b0, seen.b1))
    wide = set_edges(EdgeContext(fp, min_chars), wide, "reordered")
    wide, agreement = follow_clauses(fp, wide)
    size = np.minimum(wide.a1 - wide.a0, wide.b1 - wide.b0)
    return wide.take(
        (agreement >= agreed(size)) & (np.maximum(wide.a1 - wide.a0, wide.b1 - wide.b0) >= least)
    )
