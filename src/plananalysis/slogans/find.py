"""Mine recurring slogans: gather, weigh, select."""

import logging
import re
from collections import Counter

import numpy as np
import pandas as pd

from plananalysis import tables
from plananalysis.corpus.model import Corpus
from plananalysis.folding import QUOTES, fold
from plananalysis.slogans.candidates import gather
from plananalysis.slogans.scoring import most_promising, score_candidates
from plananalysis.slogans.families import slogan_families
from plananalysis.slogans.members import glossary_entries, members_by_term
from plananalysis.slogans.selection import drop_pieces
from plananalysis.slogans.stream import Stream, fold_corpus
from plananalysis.slogans.suffixes import Suffixes, sort_suffixes
from plananalysis.slogans.words import find_words

logger = logging.getLogger(__name__)

_UNQUOTED = dict.fromkeys(map(ord, QUOTES))
_READ_PER_ROW = 6
"""Candidates whose wording is read for every row wanted."""
_LOOKED_AT = 100
"""Places of a slogan whose wording is looked at; more of them do not change which is the commonest."""
_HAN = re.compile(r"[\u3400-\u9fff]")


def find_slogans(
    corpus: Corpus, *, register: pd.DataFrame | None = None, min_docs: int = 1, limit: int = 5000
) -> pd.DataFrame:
    """Find the slogans (提法) of a corpus, best first."""
    if register is None:
        from plananalysis.lexicon import slogan_register

        register = slogan_register()
    stream = fold_corpus(corpus)
    if not _HAN.search(stream.text):
        return tables.empty("slogans")
    units = pd.factorize(corpus.documents["unit"].fillna("").where(lambda u: u != "", corpus.documents["doc_id"]))[0]
    words = find_words(stream)
    suffixes = sort_suffixes(stream.codes)
    known = _known(register)
    candidates = gather(stream, suffixes, words, units, sorted(known))
    candidates = candidates[(candidates["n_docs"] >= min_docs) & candidates["text"].str.contains(_HAN) | candidates["n_quoted"] > 0]
    candidates = most_promising(candidates, count=_READ_PER_ROW * limit)
    scored = score_candidates(candidates, len(corpus), frozenset(known))
    best = drop_pieces(scored, limit=limit)
    listed = known | {term: members for term, members in members_by_term(glossary_entries(corpus)).items() if not known.get(term)}
    return _finish(best, stream, suffixes, listed)


def _known(register: pd.DataFrame) -> dict[str, str]:
    """Return the members of every register entry, by folded wording; two sets of members are both given."""
    known: dict[str, str] = {}
    texts = register.reindex(columns=["term", "members", "synonyms"]).astype("object").fillna("")
    for row in texts.to_dict("records"):
        for term in [row["term"], *str(row["synonyms"]).split(tables.LIST_SEPARATOR)]:
            folded = fold(term.strip()).text
            if len(folded) > 1:
                members = [text for text in (known.get(folded, ""), row["members"]) if text]
                known[folded] = "；".join(dict.fromkeys(members))
    return known


def _finish(best: pd.DataFrame, stream: Stream, suffixes: Suffixes, known: dict[str, str]) -> pd.DataFrame:
    """Return the rows in the form of the slogans table."""
    rows = []
    for row in best.itertuples(index=False):
        wordings = _wordings(stream, suffixes.order[row.low : row.high], row.length)
        if row.known:
            status = "known"
        else:
            status = "local" if row.n_units == 1 else "unknown" if row.kind == "numeric" else ""
        variants = tables.LIST_SEPARATOR.join(wordings[1:])
        share = row.n_quoted / row.n
        members = known.get(row.text, "")
        rows.append(
            (wordings[0], row.kind, row.n, row.n_docs, row.n_units, share, row.score, status, members, variants)
        )
    frame = pd.DataFrame(rows, columns=tables.columns("slogans")[:-1])
    return tables.conform(frame.assign(family=slogan_families(frame)), "slogans")


def _wordings(stream: Stream, places: np.ndarray, length: int) -> list[str]:
    """Return the wordings at some places, commonest first, without quotation marks."""
    places = places[:: -(-len(places) // _LOOKED_AT)]
    begins = stream.raw[places]
    ends = stream.raw[places + length - 1] + 1
    counts = Counter(
        stream.joined[a:b].translate(_UNQUOTED).strip() for a, b in zip(begins.tolist(), ends.tolist(), strict=True)
    )
    return sorted(counts, key=lambda wording: (-counts[wording], wording))
