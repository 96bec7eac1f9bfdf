"""Whether what a report leads with would stand if other choices had been made."""

import warnings
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from plananalysis import tables
from plananalysis.common_options import Part, corpus_part
from plananalysis.corpus.lengths import counted_chars
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.errors import InputError, PlanWarning, near, warn
from plananalysis.groups import grouping, groups_of
from plananalysis.lexicon.taken import Words, as_stopwords
from plananalysis.pipeline import run_steps
from plananalysis.pipeline.step import Progress
from plananalysis.resources import SHIPPED
from plananalysis.validation.other_choices import CHOICES, TOUCHED, Made
from plananalysis.validation.rankings import MOST, RANKINGS, Choices, Ranking

FEWEST_RANKED = 3
"""Of two things there is no order to speak of."""
_NEEDED = ("tokens", "terms", "strong_occurrences", "themes")


class Comparison(NamedTuple):
    """How far two rankings of the same things agree."""

    n_items: int
    tau: float
    largest_change: int
    item: str
    rank_base: int
    rank_other: int


def sensitivity(
    corpus: Corpus,
    *,
    rankings: str | Sequence[str] | None = None,
    choices: str | Sequence[str] | None = None,
    by: str | None = None,
    part: Part = None,
    stopwords: Words = SHIPPED,
    given: Mapping[str, Any] | None = None,
    progress: Progress | None = None,
) -> pd.DataFrame:
    """Say how far the rankings that a report leads with would stand under other choices.

    Parameters
    ----------
    corpus
        The documents.
    rankings
        Any of ``slogan_use`` (groups by places of slogans per 10,000 characters), ``slogans`` (the 50 with most places), ``themes``
        (groups by their share of each theme), ``keywords`` (the 15 of each group), ``neighbours`` (for each group the others by
        cosine of TF-IDF); by default all.
    choices
        Any of ``characters``, ``tokens``, ``occurrences`` (what rates and shares are of), ``plan_part`` (only what lies ahead),
        ``without_formula`` (without the wording that :func:`plananalysis.find_reuse` calls formula), ``no_stopwords``, ``with_names``
        (places, units and persons count as well), ``without_group`` and ``without_document`` (each left out in turn, of more than 60 the
        longest); by default all. Each is told of the rankings that it can move.
    by, part, stopwords
        Grouping, parts of the plans and stopwords of the report; as in :func:`plananalysis.count_features`.
    given
        Results of :func:`plananalysis.run_steps` at hand, such as ``reuse``, which takes longest.
    progress
        Called with (what, done, total).

    Returns
    -------
    DataFrame
        One row per ranking, scope and choice: ranking; scope (the theme, or the group; empty for the whole corpus); choice; left_out
        (of leaving one out the one that moves the ranking most); n_items (things ranked in both, three at least); tau (Kendall's
        τ-b of their scores); largest_change (of rank among them; 1 is the highest); item (whom it concerns, of several the one ranked
        highest before); rank_base, rank_other. What a list does not hold any more stands last. Slogans and
        terms are those found in the whole corpus, and formula is formula there, whoever is left out.

    Raises
    ------
    InputError
        If there is no such ranking or choice, or the documents cannot be grouped so.

    Warns
    -----
    PlanWarning
        If there are fewer than three things to rank, or documents lack the part ``plan``.

    References
    ----------
    Kendall, M. G. (1945). The treatment of ties in ranking problems. Biometrika 33, 239–251.

    Examples
    --------
    >>> from plananalysis import load_corpus, sample_path
    >>> corpus = load_corpus(sample_path()).subset(year=2024)
    >>> found = sensitivity(corpus, rankings="slogan_use", choices="tokens")
    >>> found[["ranking", "choice"]].to_numpy().tolist(), bool(found["tau"].between(0, 1).all())
    ([['slogan_use', 'tokens']], True)
    """
    check_corpus(corpus)
    ranked, chosen = _asked(rankings, RANKINGS, "ranking"), _asked(choices, CHOICES, "choice")
    corpus = corpus_part(part, corpus)
    by = grouping(corpus, by)
    if not len(corpus):
        return tables.empty("sensitivity")
    n_groups = groups_of(corpus, by).nunique()
    if n_groups < FEWEST_RANKED:
        others = [
            f"by={name!r}"
            for name in ("unit", "year", "doc_id")
            if groups_of(corpus, name).nunique() >= FEWEST_RANKED
        ]
        if others:
            warn(
                "sensitivity: {n_groups} groups by {by} have no order to speak of; use {others:or}",
                n_groups=n_groups,
                by=by,
                others=others,
            )
        else:
            warn(
                "sensitivity: {n_groups} groups by {by} have no order to speak of; add other documents",
                n_groups=n_groups,
                by=by,
            )
    base, reuse = _base(corpus, by, stopwords, given or {}, chosen, progress)
    first = {name: _first(name, _ranked(name, base)) for name in ranked}
    rows: list[tuple] = []
    for number, choice in enumerate(chosen):
        touched = [name for name in ranked if choice in TOUCHED[name]]
        if progress:
            progress(choice, number, len(chosen))
        if touched:
            for made in CHOICES[choice](base, reuse):
                rows += _compared(first, touched, choice, made)
    found = tables.from_records(rows, "sensitivity")
    return _worst(found, ranked, chosen)


def _asked(names: str | Sequence[str] | None, known: Mapping[str, Any], what: str) -> list[str]:
    """Return the names asked for, each once."""
    asked = (
        list(known) if names is None else [names] if isinstance(names, str) else list(dict.fromkeys(names))
    )
    for name in asked:
        if name not in known:
            raise InputError(
                "there is no {what} {name!r}; {near}", what=what, name=name, near=near(str(name), known)
            )
    if not asked:
        raise InputError("no {what} is asked for; use {known}", what=what, known=known)
    return asked


def _base(
    corpus: Corpus,
    by: str,
    stopwords: Words,
    given: Mapping[str, Any],
    chosen: Sequence[str],
    progress: Progress | None,
) -> tuple[Choices, pd.DataFrame]:
    """Return what the report itself is made of, and its shared passages where they are needed."""
    from plananalysis.statistics.terms import with_terms

    shared = "without_formula" in chosen and len(corpus) > 1
    needed = [*_NEEDED, *(["reuse"] if shared else [])]
    found = run_steps(corpus, needed, by=by, stopwords=stopwords, given=given, progress=progress)
    base = Choices(
        corpus=corpus,
        by=by,
        tokens=with_terms(found["tokens"], found["terms"]),
        places=found["strong_occurrences"],
        themes=found["themes"],
        n_chars=counted_chars(corpus),
        stopwords=as_stopwords(stopwords),
    )
    return base, found.get("reuse", tables.empty("reuse"))


def _ranked(name: str, choices: Choices) -> Ranking:
    """Return a ranking; that under some choice little is left to rank is plain from the table."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PlanWarning)
        return RANKINGS[name](choices)


def _first(name: str, ranking: Ranking) -> Ranking:
    """Return each scope's scores from the highest on, so many of them as are compared."""
    return {
        scope: scores.sort_values(ascending=False, kind="stable").head(MOST.get(name, len(scores)))
        for scope, scores in ranking.items()
    }


def _compared(first: Mapping[str, Ranking], touched: Sequence[str], choice: str, made: Made) -> list[tuple]:
    """Return a row for every scope of every ranking that a choice touches."""
    rows = []
    for name in touched:
        other = _ranked(name, made.choices)
        for scope, before in first[name].items():
            if scope not in other:
                continue
            found = compare_scores(before, other[scope], absent_last=name in MOST)
            if found is not None:
                rows.append((name, scope, choice, made.left_out, *found))
    return rows


def compare_scores(before: pd.Series, after: pd.Series, *, absent_last: bool = False) -> Comparison | None:
    """Compare two rankings of the same things, the highest score first.

    Parameters
    ----------
    before, after
        Scores by what is ranked.
    absent_last
        Take what the second lacks as ranked last; else it is left out of both.

    Returns
    -------
    Comparison or None
        Kendall's τ-b and the largest change of rank; nothing if fewer than three things are ranked in both.

    Examples
    --------
    >>> compare_scores(pd.Series({"a": 3.0, "b": 2.0, "c": 1.0}), pd.Series({"a": 1.0, "b": 2.0, "c": 3.0}))
    Comparison(n_items=3, tau=-1.0, largest_change=2, item='a', rank_base=1, rank_other=3)
    """
    from scipy.stats import kendalltau, rankdata

    one = before.to_numpy(np.float64)
    other = after.reindex(before.index).to_numpy(np.float64)
    if absent_last:
        other = np.where(np.isnan(other), -np.inf, other)
    both = ~(np.isnan(one) | np.isnan(other))
    if both.sum() < FEWEST_RANKED:
        return None
    names = before.index.to_numpy()[both]
    first, then = (rankdata(-np.round(scores[both], 12), method="min").astype(int) for scores in (one, other))
    tau = float(
        kendalltau(-first, -then).statistic
    )  # of ranks, as it takes no infinity; the same as of scores
    change = np.abs(then - first)
    at = min(np.flatnonzero(change == change.max()), key=lambda number: (first[number], str(names[number])))
    return Comparison(len(names), tau, int(change[at]), str(names[at]), int(first[at]), int(then[at]))


def _worst(found: pd.DataFrame, ranked: Sequence[str], chosen: Sequence[str]) -> pd.DataFrame:
    """Return of leaving out one by one the case that moves a ranking most, and all rows in the order asked for."""
    if found.empty:
        return found
    scopes = {scope: number for number, scope in enumerate(dict.fromkeys(found["scope"]))}
    keyed = found.assign(
        _ranking=found["ranking"].map({name: number for number, name in enumerate(ranked)}),
        _choice=found["choice"].map({name: number for number, name in enumerate(chosen)}),
        _scope=found["scope"].map(scopes),
        _tau=found["tau"].fillna(2.0).round(12),
        _change=-found["largest_change"],
    )
    keyed = keyed.sort_values(["_ranking", "_choice", "_scope", "_tau", "_change", "left_out"], kind="stable")
    return tables.conform(keyed.drop_duplicates(["_ranking", "_choice", "_scope"]), "sensitivity")
