"""What each unit stresses: shares of its coded text with their uncertainty, against the others."""

import itertools
from typing import NamedTuple

import numpy as np
import pandas as pd

from plananalysis import tables
from plananalysis.common_options import Part, in_part
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.errors import InputError
from plananalysis.groups import document_groups, warn_of_one_group
from plananalysis.statistics.keyness import compare_counts
from plananalysis.themes.coding import UNCODED

_LEVELS = (0.025, 0.975)
_BLOCK = 4_000_000

_PRIOR = 10.0
"""Passages that the prior of the log-odds weighs, distributed like the whole corpus: about one per theme."""


def theme_emphasis(
    themes: pd.DataFrame,
    corpus: Corpus,
    *,
    by: str | None = None,
    part: Part = None,
    n_boot: int = 500,
    seed: int = 0,
) -> pd.DataFrame:
    """Measure how much each unit writes on each theme, how sure that is, and how it differs from the others.

    Parameters
    ----------
    themes
        Table of :func:`code_themes`.
    corpus
        The corpus it was coded from.
    by
        ``unit``, ``doc_id``, ``year`` or any metadata column; by default units, of one unit its years, else documents.
    n_boot
        Bootstrap samples; 0 leaves ``share_low`` and ``share_high`` empty.
    seed
        Seed of the bootstrap; the same seed gives the same numbers.
    part
        Count only these parts of the plans; as in :func:`plananalysis.count_features`.

    Returns
    -------
    DataFrame
        One row per group and theme, in the order of the documents and of the lexicon, zeros included: group; theme;
        n_passages (passages of which it is the main theme); n_chars (characters, those of a passage divided among
        its themes by weight); share (of the group's coded characters; the shares of a group sum to 1); share_low,
        share_high (95 % percentile interval over resampled passages); mean_share (of all groups, each counting
        once); difference (share minus mean_share); log_odds, z (of the theme in the group against all other
        groups; empty if there are none); uncoded_share (of the group's characters that lie in passages without any
        theme; these take no part in the shares).

    Raises
    ------
    InputError
        If ``by`` does not exist, ``n_boot`` is negative, or the table comes from another corpus.

    Notes
    -----
    The interval resamples passages, each with the number of its characters, from the group's own coded passages. It
    says how much the share hangs on single passages; a group of one passage has an interval without width.
    Passages, and not characters, are what ``log_odds`` counts: each gives its weights, which sum to 1. The prior
    weighs 10 passages, distributed like the whole corpus (:func:`plananalysis.compare_counts`). z beyond ±1.96
    would be more than chance at 95 % if passages were independent; a single plan rarely gets there.

    References
    ----------
    Efron, B. & Tibshirani, R. (1993). An Introduction to the Bootstrap, chapter 13. Monroe, B., Colaresi, M. &
    Quinn, K. (2008). Fightin' words. Political Analysis 16, 372–403.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> from plananalysis.themes import code_themes
    >>> corpus = corpus_from_texts({"甲": "纠治“四风”。", "乙": "办好党课。"})
    >>> theme_emphasis(code_themes(corpus), corpus)[["group", "theme", "share", "difference"]]
      group theme  share  difference
    0     乙  思想建设    1.0         0.5
    1     乙  作风建设    0.0        -0.5
    2     甲  思想建设    0.0        -0.5
    3     甲  作风建设    1.0         0.5
    """
    tables.check(themes, "themes", ("doc_id", "passage_id", "theme", "weight", "n_chars"))
    check_corpus(corpus)
    corpus, themes = in_part(part, corpus, themes)
    if n_boot < 0:
        raise InputError("n_boot must be 0 or more, not {n_boot}", n_boot=n_boot)
    group_of, groups = document_groups(corpus, by)
    document = pd.Index(corpus.documents["doc_id"]).get_indexer(pd.Index(themes["doc_id"]))
    if (document < 0).any():
        raise InputError("the themes table was coded from another corpus")
    if themes.empty:
        return tables.empty("emphasis")
    warn_of_one_group("theme_emphasis", corpus, by)
    group = group_of[document]
    theme = themes["theme"].astype("str").to_numpy()
    names = theme_order(themes["theme"])
    coded = theme != UNCODED
    column = pd.Index(names).get_indexer(pd.Index(theme))
    main = ~themes.duplicated("passage_id").to_numpy() & coded
    shape = (len(groups), len(names))
    n_chars = themes["n_chars"].to_numpy(dtype=np.float64)
    weight = themes["weight"].to_numpy(dtype=np.float64)
    chars = _table(group[coded], column[coded], weight[coded] * n_chars[coded], shape)
    passages = _table(group[coded], column[coded], weight[coded], shape)
    n_main = _table(group[main], column[main], np.ones(main.sum()), shape)
    uncoded = np.bincount(group[~coded], weights=(weight * n_chars)[~coded], minlength=len(groups))
    total = chars.sum(axis=1, keepdims=True)
    share = np.divide(chars, total, out=np.zeros(shape), where=total > 0)
    row = pd.factorize(themes["passage_id"])[0]
    cells = _Cells(group[coded], row[coded], column[coded], (weight * n_chars)[coded])
    low, high = _bootstrap(cells, shape, n_boot, seed)
    log_odds, z = _odds(passages)
    present = total[:, 0] > 0
    mean = share[present].mean(axis=0) if present.any() else np.zeros(len(names))
    both = total[:, 0] + uncoded
    frame = pd.DataFrame(
        {
            "group": np.repeat(np.asarray(groups, dtype=object), len(names)),
            "theme": pd.Categorical(np.tile(np.array(names, dtype=object), len(groups)), categories=names),
            "n_passages": n_main.ravel().astype(np.int64),
            "n_chars": chars.ravel(),
            "share": share.ravel(),
            "share_low": low.ravel(),
            "share_high": high.ravel(),
            "mean_share": np.tile(mean, len(groups)),
            "difference": (share - mean).ravel(),
            "log_odds": log_odds.ravel(),
            "z": z.ravel(),
            "uncoded_share": np.repeat(
                np.divide(uncoded, both, out=np.zeros(len(groups)), where=both > 0), len(names)
            ),
        }
    )
    return tables.conform(frame[np.repeat(both > 0, len(names))], "emphasis")


def theme_order(themes: pd.Series) -> list[str]:
    """Return the themes that occur: in the order of the lexicon where the column knows it, else by frequency."""
    occurring = themes.astype("str").value_counts()
    if isinstance(themes.dtype, pd.CategoricalDtype):
        known = [str(name) for name in themes.cat.categories]
    else:
        known = sorted(occurring.index, key=lambda name: (-int(occurring[name]), name))
    return [name for name in known if name in occurring.index and name != UNCODED]


def _table(row: np.ndarray, column: np.ndarray, value: np.ndarray, shape: tuple[int, int]) -> np.ndarray:
    """Add values up into a matrix."""
    flat = np.bincount(row * shape[1] + column, weights=value, minlength=shape[0] * shape[1])
    return flat.reshape(shape)


class _Cells(NamedTuple):
    """Characters of each passage for each of its themes."""

    group: np.ndarray
    row: np.ndarray
    column: np.ndarray
    chars: np.ndarray


def _bootstrap(
    cells: _Cells, shape: tuple[int, int], n_boot: int, seed: int
) -> tuple[np.ndarray, np.ndarray]:
    """Return the 95 % interval of the shares; every group has a random stream of its own."""
    low, high = np.full(shape, np.nan), np.full(shape, np.nan)
    if not n_boot:
        return low, high
    streams = np.random.SeedSequence(seed).spawn(shape[0])
    order = np.argsort(cells.group, kind="stable")
    row, column, chars = cells.row[order], cells.column[order], cells.chars[order]
    bounds = np.searchsorted(cells.group[order], np.arange(shape[0] + 1))
    for group, (first, last) in enumerate(itertools.pairwise(bounds)):
        if first == last:
            continue
        numbers = np.unique(row[first:last], return_inverse=True)[1]
        n = int(numbers.max()) + 1
        matrix = _table(numbers, column[first:last], chars[first:last], (n, shape[1]))
        draw = np.random.default_rng(streams[group])
        step = max(1, _BLOCK // n)
        sums = np.concatenate(
            [_resample(draw, n, min(step, n_boot - done)) @ matrix for done in range(0, n_boot, step)]
        )
        low[group], high[group] = _interval(sums / sums.sum(axis=1, keepdims=True))
    return low, high


def _interval(samples: np.ndarray) -> np.ndarray:
    """Return the 2.5 and 97.5 percentiles of every column, interpolated as numpy's quantile does."""
    ordered = np.sort(samples, axis=0)
    at = np.array(_LEVELS) * (len(ordered) - 1)
    below = np.floor(at).astype(np.int64)
    above = np.minimum(below + 1, len(ordered) - 1)
    return ordered[below] + (at - below)[:, None] * (ordered[above] - ordered[below])


def _resample(draw: np.random.Generator, n: int, samples: int) -> np.ndarray:
    """Return how often each of n passages is drawn in each sample of n: multinomial counts."""
    drawn = draw.integers(0, n, size=(samples, n))
    drawn += n * np.arange(samples)[:, None]
    return np.bincount(drawn.ravel(), minlength=samples * n).reshape(samples, n).astype(np.float64)


def _odds(passages: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return log-odds and z of every group against all the others, NaN where one side is empty."""
    log_odds, z = np.full(passages.shape, np.nan), np.full(passages.shape, np.nan)
    rest = np.maximum(passages.sum(axis=0) - passages, 0)
    n, n_rest = passages.sum(axis=1), rest.sum(axis=1)
    usable = np.flatnonzero((n > 0) & (n_rest > 1e-9))
    if len(usable):
        totals = [np.repeat(total[usable], passages.shape[1]) for total in (n, n_rest)]
        found = compare_counts(
            passages[usable].ravel(),
            rest[usable].ravel(),
            total_target=totals[0],
            total_reference=totals[1],
            prior=_PRIOR,
        )
        shape = (len(usable), passages.shape[1])
        log_odds[usable] = found["log_odds"].to_numpy().reshape(shape)
        z[usable] = found["z"].to_numpy().reshape(shape)
    return log_odds, z
