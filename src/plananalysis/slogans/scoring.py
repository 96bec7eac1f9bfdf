"""How strong the evidence is that a string is a slogan."""

import re

import numpy as np
import pandas as pd

from plananalysis.slogans.numeric import alternates, is_amount, is_numeric, sets_target
from plananalysis.slogans.phrase import Phrase, read_phrase
from plananalysis.slogans.variants import wording_key

_ONCE = 2.0
"""Score of a numeric abbreviation quoted once."""
_FIGURES = re.compile(r"[0-9a-z+]+")


def _as_names(table: pd.DataFrame, score: np.ndarray, n_documents: int, known: frozenset[str]) -> np.ndarray:
    """Return what the quoted word in it lends to a name.

    Figures say nothing without what they name. A word that many quote, or that is known, stands on its own.
    """
    by_text = dict(zip(table["text"], zip(score, table["n_docs"], strict=True), strict=True))
    lent = np.zeros(len(table))
    alone = max(2, n_documents // 10)
    for i, (bare, docs) in enumerate(zip(table["bare"], table["n_docs"], strict=True)):
        if not bare or bare in known or bare not in by_text:
            continue
        strength, everywhere = by_text[bare]
        figures = _FIGURES.fullmatch(bare) is not None
        numeric = is_numeric(bare)
        counted = numeric and not alternates(bare)
        if everywhere > alone and not (figures or counted):
            continue
        share = 1.0 if figures else 0.6 if counted else 0.72
        # A word of two characters is little by itself, but much with 行动 or 机制 behind it.
        strength = max(strength, _ONCE if figures else 1.5) if figures or len(bare) < 4 else strength
        lent[i] = share * min(strength, _ONCE if numeric else 1.6) * (1 + 0.3 * np.log2(docs))
    return lent


_FIGURE_FIRST = re.compile(r"^[一二两三四五六七八九十双0-9]")
_DATE = re.compile(r"[0-9]{4}年|[0-9]月|[0-9]日|[一二三四五六七八九十]届|[一二三四五六七]中全会|[0-9]{3}人")


def _freedom(table: pd.DataFrame) -> np.ndarray:
    """Return how freely a string stands, 0 to 1: at clause edges, or between ever different neighbours."""
    most = np.log2(np.maximum(table["n"].to_numpy(dtype=float), 2))
    sides = []
    for side in ("left", "right"):
        edge, free, entropy = (table[f"{side}_{name}"].to_numpy() for name in ("edge", "free", "entropy"))
        sides.append(np.maximum(edge, 0.8 * np.maximum(free, entropy / most)))
    return np.maximum(np.sqrt(sides[0] * sides[1]), 0.25)


def _edges(table: pd.DataFrame) -> np.ndarray:
    """Return the share of places where a string begins and ends a clause, the smaller of both sides."""
    return np.minimum(table["left_edge"].to_numpy(), table["right_edge"].to_numpy())


def most_promising(table: pd.DataFrame, *, count: int) -> pd.DataFrame:
    """Return the candidates that could score well by their numbers alone, to spare reading all of a large corpus.

    What is quoted, named, short or without recurrence is judged by its form, and stays.
    """
    if len(table) <= count:
        return table
    docs = table["n_docs"].to_numpy(dtype=float)
    firm = 0.15 + 0.85 * table["cohesion"].to_numpy()
    several = table["text"].str.contains("、").to_numpy()
    promise = (
        np.log2(1 + docs)
        * _freedom(table)
        * firm
        * np.where(several, 0.2 + 0.4 * (table["left_edge"] + table["right_edge"]), 1.0)
    )
    promise[(table["n_quoted"] > 0) | (table["bare"] != "")] = np.inf
    promise[table["text"].str.contains(_FIGURE_FIRST).to_numpy()] *= 3
    kept = np.sort(np.argsort(-promise, kind="stable")[:count])
    return table.iloc[kept]


def _family_documents(table: pd.DataFrame, n_documents: int) -> np.ndarray:
    """Return in how many documents a string stands, other orders and spellings of its clauses included."""
    docs = table["n_docs"].astype(float)
    several = table["text"].str.contains("、").to_numpy()
    keys = table["text"][several].map(wording_key)
    families = docs[several].groupby(keys.to_numpy()).transform("sum").clip(upper=n_documents)
    return docs.where(~several, families.reindex(docs.index)).to_numpy()


def score_candidates(table: pd.DataFrame, n_documents: int, known: frozenset[str]) -> pd.DataFrame:
    """Return the candidates with kind and score; the score adds up four kinds of evidence.

    Quotation (in how many documents, how consistently), numeric shape, parallel form, and recurrence with free
    boundaries; each weighs more the wider the string is spread, and all weigh less where the string reads like a
    fragment, a name or a single word.
    """
    phrases = [read_phrase(text) for text in table["text"]]
    build = pd.DataFrame(phrases, columns=Phrase._fields, index=table.index)
    texts = table["text"]
    size = table["length"].to_numpy()
    clauses = texts.str.count("、").to_numpy() + 1
    numeric = np.fromiter(map(is_numeric, texts), dtype=bool, count=len(texts))
    numeric &= (size > 2) | (table["n_quoted"] > 0).to_numpy() | texts.isin(known).to_numpy()
    alternating = np.fromiter(map(alternates, texts), dtype=bool, count=len(texts))
    listed = texts.isin(known).to_numpy()

    docs = _family_documents(table, n_documents)
    spread = (np.log2(np.maximum(docs, 1)) / np.log2(max(n_documents, 4))) ** 0.7
    repeated = np.log2(np.maximum(table["n"].to_numpy(dtype=float), 1))
    share = table["n_quoted"].to_numpy() / table["n"].to_numpy()
    quoted_docs = table["quoted_docs"].to_numpy(dtype=float)
    freedom, edges = _freedom(table), _edges(table)
    parallel = build["parallel"].to_numpy()
    whole = build["whole"].to_numpy()
    plain = build["plain"].to_numpy()
    routine = build["routine"].to_numpy()

    # A word or two in quotation marks once is as often irony or a shop sign as a slogan; so is half a sentence.
    weight = np.interp(size, [1, 2, 3, 4, 12, 16, 24, 40], [0.1, 0.35, 0.87, 1, 1, 0.9, 0.5, 0.2])
    weight = np.where(numeric | (parallel > 0.5), np.maximum(weight, 0.9), weight)
    quotation = (
        weight
        * np.sqrt(share)
        * np.minimum(1.0 + 0.5 * np.log2(np.maximum(quoted_docs, 1)), 3)
        * (quoted_docs > 0)
    )
    names = np.where(build["verbal"] | numeric | (clauses > 1) | (parallel > 0.5), 1.0, 0.77)
    quotation *= (
        names
        * (1 - 0.2 * np.where(numeric | (size <= 3), 0, plain))
        * np.where(build["organisation"], 0.7, 1.0)
    )
    shape = np.where(numeric, 0.5, 0.0) + np.where(alternating, 0.3, 0.0)
    # Among many authors somebody always balances two clauses; that it recurs says more.
    once = max(0.8, 2.2 - 0.2 * float(np.log2(max(n_documents, 2))))
    seam = 0.3 + 0.35 * (table["left_edge"] + table["right_edge"]).to_numpy()
    form = parallel * np.where(clauses > 2, 0.4 + 0.6 * seam, seam)
    form = np.where((clauses > 1) | (parallel > 0.5), form, 0.0)
    # 抓早抓小: four characters are soon balanced.
    form = np.where((clauses == 1) & (size <= 4), 0.7 * form, form)
    firm = table["cohesion"].to_numpy() * (1 - 0.7 / np.maximum(table["n"].to_numpy(), 1))
    standing = (
        spread
        * freedom
        * (0.15 + 0.85 * firm)
        * np.where(routine, 0.5, 1.0)
        * (1 - 0.9 * plain)
        * np.where(build["verbal"], 1.0, 0.95)
    )
    standing *= np.interp(size, [2, 4, 6, 12, 18, 30], [0.3, 0.95, 1, 1, 0.7, 0.3])
    # A comma inside needs a reason: clauses of one build, or a place of its own between boundaries.
    standing = np.where((clauses > 1) & (parallel < 0.3), standing * edges, standing)
    # The more often it is written and never quoted, the less it is felt to be a slogan.
    unmarked = (quoted_docs == 0) & ~listed & (parallel < 0.5)
    standing /= np.where(unmarked, 1 + 0.2 * np.log2(np.maximum(docs / 8, 1)), 1)
    clausal = (
        edges
        * (build["verbal"] & (size >= 5) & (clauses == 1)).to_numpy()
        * (1 - plain)
        * np.where(routine, 0.3, 1)
    )
    standing += 0.4 * spread * clausal
    standing += np.where(build["pattern"], 0.2 * spread, 0)
    unnamed = np.where(build["organisation"] & (quoted_docs == 0) & ~listed & (form < 0.6), 0.3, 1.0)
    unnamed = np.where(texts.str.contains(_DATE) | texts.str.contains("是指"), 0.05, unnamed)
    unmarked_once = (quoted_docs == 0) & ~listed
    unnamed = np.where(unmarked_once & np.fromiter(map(sets_target, texts), bool, len(texts)), 0.25, unnamed)
    unnamed = np.where(unmarked_once & np.fromiter(map(is_amount, texts), bool, len(texts)), 0.0, unnamed)
    recurring = (parallel > 0.5) & (table["n_docs"] > 1).to_numpy()
    aligned = np.maximum(0.4 + 0.6 * table["aligned"].to_numpy(), np.where(recurring, 0.8, 0))
    aligned = np.where(table["aligned"] > 0.5, aligned, np.minimum(aligned, table["aligned"] + recurring))
    sound = unnamed * np.where((quoted_docs > 0) | listed, np.maximum(whole, 0.8), whole * aligned)
    score = (
        1.6 * quotation
        + (0.8 + 0.8 * spread) * shape * np.where(quoted_docs > 0, 1, 0.35 + 0.65 * freedom)
        + np.where(numeric & (size > 3) & (plain < 1), 0.25 * np.minimum(repeated, 2), 0)
        + (once + spread) * form
        + 0.5 * spread * np.where((clauses > 2) & (form > 0), np.minimum(1.2 * parallel, 1), 0)
        + 2.6 * standing
        + 0.12 * repeated * freedom * (1 - 0.8 * plain)
        + 0.5 * (1 + spread) * listed
    ) * sound
    score = np.maximum(score, _as_names(table, score, n_documents, known))
    kind = np.where(numeric, "numeric", np.where(quoted_docs > 0, "quoted", "recurring"))
    return table.assign(
        kind=kind,
        score=score,
        known=listed,
        parallel=parallel,
        clauses=clauses,
        whole=whole,
        edges=edges,
        freedom=freedom,
    )
