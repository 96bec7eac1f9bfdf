"""Mine recurring slogans: gather, weigh, select."""

import logging
import re
from collections import Counter

import numpy as np
import pandas as pd

from plananalysis import tables
from plananalysis.common_options import Part, corpus_part
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.folding import QUOTES, fold_text
from plananalysis.groups import default_grouping, year_span
from plananalysis.lexicon.taken import Words, as_register
from plananalysis.slogans.gathering import LARGE, gather
from plananalysis.slogans.held_parts import held_parts
from plananalysis.slogans.longer_numbers import part_of_longer
from plananalysis.slogans.members import find_glossary, members_by_term
from plananalysis.slogans.orders import main_lists, other_orders
from plananalysis.slogans.scoring import most_promising, score_candidates
from plananalysis.slogans.selection import drop_pieces
from plananalysis.slogans.shared_phrases import lift_phrases
from plananalysis.slogans.stream import Stream, fold_corpus
from plananalysis.slogans.suffixes import Suffixes, sort_suffixes
from plananalysis.slogans.variants import main_wordings
from plananalysis.slogans.word_starts import find_words

logger = logging.getLogger(__name__)

_UNQUOTED = dict.fromkeys(map(ord, QUOTES))
_QUOTED = re.compile(f"[{re.escape(''.join(sorted(QUOTES)))}]")
_READ_PER_ROW = 6
"""Candidates whose wording is read for every row wanted."""
_READ_PER_ROW_OF_MANY = 3
"""The same in a large corpus, where the numbers alone tell more."""
_LOOKED_AT = 100
"""Places of a slogan whose wording is looked at; more of them do not change which is the commonest."""
_HAN = re.compile("[\u3400-\u9fff]")
"""A Han character; as characters, not as escapes, which Arrow's engine refuses in pandas 3.0."""


def find_slogans(
    corpus: Corpus,
    *,
    register: Words = None,
    extend: bool = True,
    min_docs: int = 1,
    limit: int = 5000,
    part: Part = None,
) -> pd.DataFrame:
    """Find the slogans (提法) and set phrases of a corpus, best first, without a list to start from.

    Four kinds of evidence are added up: quotation marks (in how many documents, how consistently), the shape of a
    numeric abbreviation (三会一课, 1+10+N), parallel form (讲政治、守纪律、负责任), and recurrence across documents
    between free boundaries (share of clause edges, branching entropy on both sides) of words that hold together
    (the better of both conditional probabilities at the weakest cut). Candidates are what is quoted, what has the
    shape, and maximal repeats from a suffix array. Pieces of better candidates that share their places, names of
    organisations, dates, 《titles》 and excluded spans are left out.
    Phrases that nobody marks are ranked by themselves: by spread, free boundaries, firm words, and how much oftener they
    occur than general Chinese lets expect; their place among the others follows from that. A string that goes on with the
    same letter, or one of few, at nearly all of its places on either side (accessor variety), or that always stands beside a
    conjunction, is a piece of a longer one and has no row. A list stands once, whatever the order of its clauses.

    Parameters
    ----------
    corpus
        The loaded corpus.
    register
        Known slogans of your own, which gain some score and their members: a table with ``term`` and any of
        ``members`` and ``synonyms``, the path of a file for :func:`plananalysis.load_register`, or terms.
    extend
        Put the shipped register (:func:`plananalysis.slogan_register`) behind them.
    min_docs
        Leave out what fewer documents use.
    limit
        Most rows wanted.
    part
        Read only these parts of the plans; as in :func:`plananalysis.count_features`.

    Returns
    -------
    DataFrame
        ``slogan`` (commonest wording, in simplified characters, without quotation marks); ``kind``: ``numeric`` by its shape, else ``quoted``
        if it is quoted anywhere, else ``recurring``; ``term`` if nothing speaks for it but that many documents share
        the phrase (低空经济, and 营商环境); ``period`` if it names a five-year plan (十四五规划); ``n``, ``n_docs``, ``n_units`` (every occurrence, quoted or not,
        also inside longer slogans; quotation marks, width and ，or 、 make no difference); ``quoted_share``;
        ``first_year``, ``last_year`` (of the documents that use it);
        ``score``; ``status``: ``known`` (in the register); of several units ``local`` (one unit only), of one unit with
        several years ``only 2012``, ``since 2006`` (to the last year), ``until 2008`` (never again), ``2006 to 2008``;
        ``unknown`` (a numeric one that the register lacks), else empty; ``members`` (from the register, else from glossaries and
        explanations in the corpus); ``variants`` (other wordings counted with it, lists in
        other orders and written without 、 among them, and shorter ones that stand nowhere else: the numbers of the row are theirs, give
        or take one place); ``wording_of`` (the slogan of
        which it is another wording: other verbs, 作 for 做; each has its own row).

    References
    ----------
    Maximal repeats: Abouelhoda, Kurtz and Ohlebusch 2004; branching entropy: Jin and Tanaka-Ishii 2006; accessor variety: Feng,
    Chen, Deng and Zheng 2004.

    Examples
    --------
    >>> from plananalysis.corpus import corpus_from_texts
    >>> corpus = corpus_from_texts({"甲": "落实“三会一课”。", "乙": "用好三会一课制度。"})
    >>> find_slogans(corpus)[["slogan", "kind", "n", "n_docs", "quoted_share", "status"]].head(1)
      slogan     kind  n  n_docs  quoted_share status
    0   三会一课  numeric  2       2           0.5  known
    """
    check_corpus(corpus)
    corpus = corpus_part(part, corpus)
    known = as_register(register, extend=extend)
    return mine(fold_corpus(corpus), corpus, register=known, min_docs=min_docs, limit=limit)


def mine(
    stream: Stream, corpus: Corpus, *, register: pd.DataFrame, min_docs: int = 1, limit: int = 5000
) -> pd.DataFrame:
    """Return the table of :func:`find_slogans` for a corpus that is folded already."""
    if not _HAN.search(stream.text):
        return tables.empty("slogans")
    units = pd.factorize(
        corpus.documents["unit"].fillna("").where(lambda u: u != "", corpus.documents["doc_id"])
    )[0]
    words = find_words(stream)
    suffixes = sort_suffixes(stream.codes)
    known = _known(register)
    candidates = gather(stream, suffixes, words, units, sorted(known))
    if candidates.empty:
        return tables.empty("slogans")
    spoken = candidates["text"].str.contains(_HAN) | (candidates["n_quoted"] > 0)
    spoken &= candidates["text"].str.len() > 1  # a quoted character is a pun on a word, no set phrase
    candidates = candidates[spoken & (candidates["n_docs"] >= min_docs)]
    if candidates.empty:
        return tables.empty("slogans")
    per_row = _READ_PER_ROW if len(corpus) < LARGE else _READ_PER_ROW_OF_MANY
    candidates = most_promising(candidates, count=per_row * limit)
    scored = score_candidates(candidates, len(corpus), frozenset(known))
    n_words = int(np.count_nonzero(words.starts))
    scored = lift_phrases(scored, stream, suffixes, corpus, n_words=n_words, limit=limit)
    best = drop_pieces(scored, limit=limit)
    listed = known | {
        term: members
        for term, members in members_by_term(find_glossary(corpus)).items()
        if not known.get(term)
    }
    held = held_parts(best, scored)
    orders = [label for label in other_orders(best["text"], scored["text"]) if label not in best.index]
    best = pd.concat([best, scored.loc[orders]])
    main = np.array(main_lists(best["text"].tolist()), dtype=np.int64)
    own = [
        [] if i == first else [label] for i, (label, first) in enumerate(zip(best.index, main, strict=True))
    ]
    others = _named(scored, [a + b for a, b in zip(own, held + [[] for _ in orders], strict=True)], stream)
    return _finish(best, stream, suffixes, listed, corpus, main=main, others=others, units=units)


def _known(register: pd.DataFrame) -> dict[str, str]:
    """Return the members of every register entry, by folded wording, with and without the commas between its clauses.

    Two sets of members are both given.
    """
    known: dict[str, str] = {}
    texts = register.reindex(columns=["term", "members", "synonyms"]).astype("object").fillna("")
    for row in texts.to_dict("records"):
        for term in [row["term"], *str(row["synonyms"]).split(tables.LIST_SEPARATOR)]:
            folded = fold_text(term.strip())
            if len(folded) > 1:
                members = [text for text in (known.get(folded, ""), row["members"]) if text]
                known[folded] = "；".join(dict.fromkeys(members))
    return {wording.replace("、", ""): members for wording, members in known.items()} | known


def _named(scored: pd.DataFrame, rows: list[list[int]], stream: Stream) -> list[list[str]]:
    """Return the wording of some candidates, row by row."""
    begins, sizes = scored["place"], scored["length"]
    return [
        [
            _unquoted(stream.plain[stream.raw[begins[i]] : stream.raw[begins[i] + sizes[i] - 1] + 1])
            for i in row
        ]
        for row in rows
    ]


def _finish(
    best: pd.DataFrame,
    stream: Stream,
    suffixes: Suffixes,
    listed: dict[str, str],
    corpus: Corpus,
    *,
    main: np.ndarray,
    others: list[list[str]],
    units: np.ndarray,
) -> pd.DataFrame:
    """Return the rows in the form of the slogans table; lists stand on the row of their main order."""
    places = [
        _places(stream, suffixes.order[low:high], text)
        for low, high, text in zip(
            *(best[column].tolist() for column in ("low", "high", "text")), strict=True
        )
    ]
    wordings = [
        _wordings(stream, each, length) if len(each) else []
        for each, length in zip(places, best["length"].tolist(), strict=True)
    ]
    for i in np.flatnonzero(main != np.arange(len(main))).tolist():
        places[main[i]] = np.concatenate([places[main[i]], places[i]])
        others[main[i]] += others[i]
    best = best.assign(n_quoted=best["n_quoted"].groupby(main).transform("sum"))
    there = [i for i in range(len(best)) if main[i] == i and len(places[i])]
    best = _recounted(best, places, stream, units).iloc[there]
    places = [places[i] for i in there]
    wordings, others = [wordings[i] for i in there], [others[i] for i in there]
    years = _years_of(places, stream, corpus)
    unknown = np.where(best["kind"] == "numeric", "unknown", "")
    spread = _spread(best, years, corpus)
    frame = pd.DataFrame(
        {
            "slogan": [wording[0] for wording in wordings],
            "kind": best["kind"].array,
            "n": best["n"].array,
            "n_docs": best["n_docs"].array,
            "n_units": best["n_units"].array,
            **years,
            "quoted_share": (best["n_quoted"] / best["n"]).clip(upper=1).array,
            "score": best["score"].array,
            "status": np.where(best["known"], "known", np.where(spread != "", spread, unknown)),
            "members": [listed.get(text, "") for text in best["text"]],
            "variants": [
                tables.LIST_SEPARATOR.join([*wording[1:], *held])
                for wording, held in zip(wordings, others, strict=True)
            ],
        }
    )
    return tables.conform(frame.assign(wording_of=main_wordings(frame)), "slogans")


def _places(stream: Stream, places: np.ndarray, text: str) -> np.ndarray:
    """Return where a string stands, less where a number beside it makes it a part of a longer one."""
    part = part_of_longer(stream, text, places)
    return places[~part] if part.any() else places


def _recounted(
    best: pd.DataFrame, places: list[np.ndarray], stream: Stream, units: np.ndarray
) -> pd.DataFrame:
    """Return the rows with the numbers of those that are found at fewer or more places than they were weighed by."""
    counts = best[["n", "n_docs", "n_units"]].to_numpy().copy()
    every = (best["high"] - best["low"]).to_numpy()
    for i in np.flatnonzero(np.array([len(each) for each in places]) != every).tolist():
        docs = np.unique(stream.doc[places[i]])
        counts[i] = len(places[i]), len(docs), len(np.unique(units[docs]))
    return best.assign(n=counts[:, 0], n_docs=counts[:, 1], n_units=counts[:, 2])


def _years_of(places: list[np.ndarray], stream: Stream, corpus: Corpus) -> dict[str, pd.Series]:
    """Return the earliest and the latest year of the documents that hold each string."""
    if not places:
        return {name: pd.Series(dtype="Int64") for name in ("first_year", "last_year")}
    year = corpus.documents["year"].astype("Float64").to_numpy(dtype=float, na_value=np.nan)
    bounds = np.concatenate([[0], np.cumsum([len(each) for each in places])])
    here = year[stream.doc[np.concatenate(places)]]
    first = np.minimum.reduceat(np.where(np.isnan(here), np.inf, here), bounds[:-1])
    last = np.maximum.reduceat(np.where(np.isnan(here), -np.inf, here), bounds[:-1])
    return {
        name: pd.Series(np.where(np.isfinite(values), values, np.nan)).astype("Int64")
        for name, values in (("first_year", first), ("last_year", last))
    }


def _spread(best: pd.DataFrame, years: dict[str, pd.Series], corpus: Corpus) -> np.ndarray:
    """Say of each string whether one unit alone uses it; of one unit, in which of its years; else nothing."""
    by = default_grouping(corpus)
    if by == "unit":
        return np.where(best["n_units"] == 1, "local", "")
    if by != "year":
        return np.full(len(best), "", dtype=object)
    known = corpus.documents["year"].dropna()
    spans = zip(years["first_year"].tolist(), years["last_year"].tolist(), strict=True)
    return np.array(
        [year_span(first, last, int(known.min()), int(known.max())) for first, last in spans], dtype=object
    )


def _wordings(stream: Stream, places: np.ndarray, length: int) -> list[str]:
    """Return the commonest wording at some places in plain characters, then all others as printed, without quotes."""
    places = places[:: -(-len(places) // _LOOKED_AT)]
    begins = stream.raw[places]
    spans = list(zip(begins.tolist(), (stream.raw[places + length - 1] + 1).tolist(), strict=True))
    printed = [_unquoted(stream.joined[a:b]) for a, b in spans]
    counts = Counter(printed)
    ranked = sorted(counts, key=lambda wording: (-counts[wording], wording))
    a, b = spans[printed.index(ranked[0])]
    name = _unquoted(stream.plain[a:b])
    return [name, *(wording for wording in ranked if wording != name)]


def _unquoted(wording: str) -> str:
    return (wording.translate(_UNQUOTED) if _QUOTED.search(wording) else wording).strip()
