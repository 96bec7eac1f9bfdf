"""Draw places of any table for coding by hand: stratified, seeded, with the text around them."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from plananalysis import tables
from plananalysis.common_options import Part, in_part
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.errors import InputError, near, warn
from plananalysis.in_context import with_context

_PLACE = ("doc_id", "start", "end")
_OF_DOCUMENTS = ("unit", "year")
"""Columns that every place has from its document."""
ALLOCATIONS = ("proportional", "equal")
_JOINT = " / "
"""Joins the values of several columns to the name of a stratum."""
_MOST_NAMED = 3


def draw_sample(
    table: pd.DataFrame,
    corpus: Corpus,
    n: int = 100,
    *,
    strata: str | Sequence[str] = (),
    allocation: str = "proportional",
    predicted: str | None = None,
    show: str | Sequence[str] = (),
    seed: int = 0,
    width: int = 60,
    part: Part = None,
) -> pd.DataFrame:
    r"""Draw places of a table at random, so that people can code them and say how far the table is right.

    Parameters
    ----------
    table
        Any table with ``doc_id``, ``start`` and ``end``: slogans' places, citations, commitments, coded paragraphs. Rows of one
        place that coders could not tell apart (the targets of one sentence) count as one.
    corpus
        The corpus it came from.
    n
        Places to draw, without putting any back; all if the table has fewer.
    strata
        ``unit``, ``year`` or columns of the table (``kind``, ``theme`` …): each value, or combination of values, is drawn from
        by itself.
    allocation
        ``proportional``: as many from each stratum as its size asks for (largest remainders), one at least where ``n``
        allows; ``equal``: the same number from each, which gives small strata a say.
    predicted
        Column of the table with the category that the program gave, which the coders do not see; :func:`plananalysis.agreement` then gives
        precision and recall of each category. Without it the coders judge whether each place is rightly in the table.
    show
        Columns of the table that the coders see, such as ``slogan``.
    seed
        The same seed draws the same places, in whatever order the table stands.
    width
        Characters shown on either side, at most.
    part
        Draw from these parts of the plans only; as in :func:`plananalysis.count_features`.

    Returns
    -------
    DataFrame
        One row per place, in random order: sample_id (from 1); stratum; stands_for (places of the table that it stands for: those
        of its stratum by those drawn from it); predicted (empty if none was named); doc_id, start, end; unit, year, heading, left, text,
        right as in :func:`plananalysis.with_context`; and the columns shown.

    Raises
    ------
    InputError
        If a column does not exist, ``n`` is less than 1, or a place is not of the corpus.

    Warns
    -----
    PlanWarning
        If there are more strata than places to draw, so that some have none.

    Notes
    -----
    Proportional shares are ``n · N_h / N``, rounded by the method of largest remainders (Cochran 1977, Sampling Techniques, ch. 5).

    Examples
    --------
    >>> from plananalysis import corpus_from_texts, find_citations
    >>> corpus = corpus_from_texts({"甲": "学习《党章》，落实《信访条例》。", "乙": "学习《党章》《准则》。"})
    >>> found = draw_sample(find_citations(corpus), corpus, 2, strata="unit", show="title")
    >>> found[["sample_id", "stratum", "stands_for", "text"]].sort_values("stratum").to_numpy().tolist()
    [[1, '乙', 2.0, '《准则》'], [2, '甲', 2.0, '《信访条例》']]
    """
    tables.check(table, "table", _PLACE)
    check_corpus(corpus)
    corpus, table = in_part(part, corpus, table)
    by, shown = _names(strata), _names(show)
    if n < 1:
        raise InputError("draw_sample: n must be 1 or more, not {n}", n=n)
    if allocation not in ALLOCATIONS:
        raise InputError(
            "allocation is {allocation!r}; give 'proportional' or 'equal'", allocation=allocation
        )
    placed = _placed(table, corpus)
    for name in (*by, *shown, *([predicted] if predicted else [])):
        if name not in placed.columns:
            raise InputError(
                "draw_sample: the table has no column {name!r}; {near}",
                name=name,
                near=near(name, placed.columns),
            )
    told = [*_PLACE, *by, *shown, *([predicted] if predicted else [])]
    placed = placed.drop_duplicates(list(dict.fromkeys(told)))
    stratum = _strata(placed, by)
    take, weight = _drawn(stratum, n, allocation, seed)
    drawn = placed.iloc[take].reset_index(drop=True)
    own = drawn[[name for name in shown if name not in _PLACE and name not in _OF_DOCUMENTS]]
    frame = with_context(drawn[list(_PLACE)], corpus, width=width).assign(
        sample_id=np.arange(1, len(drawn) + 1),
        stratum=stratum.to_numpy()[take],
        stands_for=weight,
        predicted=drawn[predicted].astype("str").to_numpy() if predicted else "",
    )
    taken = [name for name in own.columns if name not in frame.columns]
    return tables.conform(pd.concat([frame, own[taken]], axis=1), "sample", extra=True)


def _names(given: str | Sequence[str]) -> list[str]:
    return [given] if isinstance(given, str) else list(given)


def _placed(table: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """Return the rows in an order of their own, with the unit and year of their documents."""
    facts = corpus.documents.set_index("doc_id")[list(_OF_DOCUMENTS)]
    doc_ids = table["doc_id"].astype("str")
    stray = doc_ids[~doc_ids.isin(facts.index)]
    if len(stray):
        raise InputError(
            "draw_sample: the corpus lacks the document {doc_id!r}; use its own corpus", doc_id=stray.iloc[0]
        )
    own = facts.reindex(doc_ids)
    placed = table.reset_index(drop=True).assign(
        doc_id=doc_ids.to_numpy(), unit=own["unit"].to_numpy(), year=own["year"].array
    )
    rest = [placed[name].astype("str") for name in placed.columns if name not in _PLACE]
    keys = [placed["doc_id"], placed["start"], placed["end"], *rest]
    names = [f"key_{number}" for number in range(len(keys))]
    ordered = pd.concat(keys, axis=1).set_axis(names, axis=1).sort_values(names)
    return placed.loc[ordered.index]


def _strata(placed: pd.DataFrame, by: list[str]) -> pd.Series:
    """Return the stratum of every row; one and empty if nothing was asked for."""
    if not by:
        return pd.Series("", index=placed.index, dtype="str")
    values = [placed[name].astype("str").where(placed[name].notna(), "") for name in by]
    joined = values[0]
    for more in values[1:]:
        joined = joined + _JOINT + more
    return joined.astype("str")


def _drawn(stratum: pd.Series, n: int, allocation: str, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the numbers of the rows that are drawn, in random order, and what each stands for."""
    names = sorted(stratum.unique())
    codes = pd.Index(names).get_indexer(pd.Index(stratum))
    sizes = np.bincount(codes, minlength=len(names)) if len(names) else np.zeros(0, dtype=np.int64)
    shares = allocate(sizes, n, allocation)
    without = [name for name, share in zip(names, shares.tolist(), strict=True) if not share]
    if without:
        some = ", ".join(without[:_MOST_NAMED]) + (" ..." if len(without) > _MOST_NAMED else "")
        warn(
            "draw_sample: no place is drawn from {n:,} strata ({some}); draw more places or use fewer strata",
            n=len(without),
            some=some,
        )
    random = np.random.default_rng(seed)
    chosen = [
        random.choice(np.flatnonzero(codes == code), size=share, replace=False)
        for code, share in enumerate(shares.tolist())
    ]
    rows = np.concatenate([np.zeros(0, dtype=np.int64), *chosen])
    rows = rows[random.permutation(len(rows))]
    return rows, (sizes / np.maximum(shares, 1))[codes[rows]] if len(rows) else np.zeros(0)


def allocate(sizes: np.ndarray, n: int, allocation: str) -> np.ndarray:
    """Return how many places to draw from strata of these sizes.

    Examples
    --------
    >>> allocate(np.array([70, 25, 5]), 10, "proportional").tolist()
    [7, 2, 1]
    >>> allocate(np.array([70, 25, 1]), 10, "equal").tolist()
    [5, 4, 1]
    """
    n = min(n, int(sizes.sum()))
    if not n:
        return np.zeros(len(sizes), dtype=np.int64)
    if allocation == "equal":
        return _even(sizes, n)
    least = np.minimum(sizes, 1) if n >= len(sizes) else np.zeros(len(sizes), dtype=np.int64)
    exact = n * sizes / sizes.sum()
    shares = np.maximum(np.floor(exact).astype(np.int64), least)
    # What one place at least has brought too many is taken from those that have most above their share.
    while shares.sum() > n:
        over = np.where(shares > least, shares - exact, -np.inf)
        shares[int(np.argmax(over))] -= 1
    while shares.sum() < n:
        short = np.where(shares < sizes, exact - shares, -np.inf)
        shares[int(np.argmax(np.round(short, 9)))] += 1
    return shares


def _even(sizes: np.ndarray, n: int) -> np.ndarray:
    """Return the same number for each stratum; what small ones lack goes to the others, the first by name first."""
    shares = np.zeros(len(sizes), dtype=np.int64)
    while n > 0:
        open_ = np.flatnonzero(shares < sizes)
        step = max(1, n // len(open_))
        for stratum in open_:
            more = min(step, int(sizes[stratum] - shares[stratum]), n)
            shares[stratum] += more
            n -= more
    return shares
