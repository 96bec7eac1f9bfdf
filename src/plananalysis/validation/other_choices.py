"""The choices that a researcher could have made as well: other denominators, words, parts, texts."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

import numpy as np
import pandas as pd

from plananalysis.common_options import asked_parts, in_part
from plananalysis.corpus.lengths import counted_chars
from plananalysis.errors import warn
from plananalysis.groups import groups_of
from plananalysis.validation.rankings import Choices

MOST_LEFT_OUT = 60
"""Groups, or documents, that are left out one by one: of more the longest, for each takes all counts anew."""


class Made(NamedTuple):
    """Choices, and what was left out of the corpus, if anything."""

    choices: Choices
    left_out: str


def _denominator(kind: str) -> Callable[[Choices, pd.DataFrame], Iterator[Made]]:
    def made(of: Choices, _: pd.DataFrame) -> Iterator[Made]:
        yield Made(of._replace(denominator=kind), "")

    return made


def _no_stopwords(of: Choices, _: pd.DataFrame) -> Iterator[Made]:
    yield Made(of._replace(stopwords=None), "")


def _with_names(of: Choices, _: pd.DataFrame) -> Iterator[Made]:
    yield Made(of._replace(names=True), "")


def _plan_part(of: Choices, _: pd.DataFrame) -> Iterator[Made]:
    """Count only what lies ahead; nothing where that was asked for already, or hardly a document has such a part."""
    if asked_parts(of.corpus):
        return
    corpus = of.corpus.subset(part="plan")
    held = corpus.passages["doc_id"].unique()
    if not len(held):
        return
    without = len(of.corpus) - len(held)
    if without:
        warn(
            "sensitivity: {without:,} documents have no part 'plan', so that this choice is told of the "
            "others",
            without=without,
        )
        corpus = corpus.subset(corpus.documents["doc_id"].isin(held))
    tokens, places, themes = (
        in_part("plan", of.corpus, table)[1] for table in (of.tokens, of.places, of.themes)
    )
    kept = of._replace(corpus=corpus, tokens=tokens, places=places, themes=themes)
    yield Made(kept._replace(n_chars=counted_chars(corpus)), "")


def _without_formula(of: Choices, reuse: pd.DataFrame) -> Iterator[Made]:
    """Leave out what :func:`plananalysis.find_reuse` calls formula, wherever it stands."""
    spans = formula_spans(reuse)
    if spans.empty:
        return
    passages = of.corpus.passages
    lost = _overlap(passages, spans)
    at = pd.Series(lost, index=passages["passage_id"])
    themes = of.themes.assign(
        n_chars=np.maximum(of.themes["n_chars"] - of.themes["passage_id"].map(at).fillna(0).to_numpy(), 0)
    )
    gone = pd.Series(lost).groupby(passages["doc_id"].to_numpy()).sum()
    kept = of._replace(
        tokens=of.tokens[~_inside(of.tokens, spans)],
        places=of.places[~_inside(of.places, spans)],
        themes=themes,
        n_chars=(of.n_chars - gone.reindex(of.n_chars.index).fillna(0)).clip(lower=0),
    )
    yield Made(kept, "")


def _without_each(by_document: bool) -> Callable[[Choices, pd.DataFrame], Iterator[Made]]:
    def made(of: Choices, _: pd.DataFrame) -> Iterator[Made]:
        """Leave out one group, or one document of groups that have several."""
        groups = groups_of(of.corpus, of.by)
        if by_document:
            several = groups.map(groups.value_counts()) > 1
            names = pd.Series(groups.index, index=groups.index)[several.to_numpy()]
        else:
            names = groups
        length = of.n_chars.reindex(names.index).groupby(names).sum()
        longest = length.sort_values(ascending=False, kind="stable").index[:MOST_LEFT_OUT]
        for name in sorted(longest) if len(length) > 1 else []:
            gone = set(names.index[names == name])
            yield Made(_without(of, gone), str(name))

    return made


def _without(of: Choices, gone: set[str]) -> Choices:
    """Return the choices without some documents."""
    documents = of.corpus.documents["doc_id"]
    tokens, places, themes = (
        table[~table["doc_id"].isin(gone)] for table in (of.tokens, of.places, of.themes)
    )
    corpus = of.corpus.subset(~documents.isin(gone))
    return of._replace(corpus=corpus, tokens=tokens, places=places, themes=themes)


CHOICES: Mapping[str, Callable[[Choices, pd.DataFrame], Iterator[Made]]] = {
    "characters": _denominator("characters"),
    "tokens": _denominator("tokens"),
    "occurrences": _denominator("occurrences"),
    "plan_part": _plan_part,
    "without_formula": _without_formula,
    "no_stopwords": _no_stopwords,
    "with_names": _with_names,
    "without_group": _without_each(False),
    "without_document": _without_each(True),
}
"""Other choices by name, each from the report's own and the table of shared passages."""
TOUCHED: Mapping[str, tuple[str, ...]] = {
    "slogan_use": ("tokens", "occurrences", "plan_part", "without_formula", "without_document"),
    "slogans": (
        "characters",
        "tokens",
        "plan_part",
        "without_formula",
        "without_group",
        "without_document",
    ),
    "themes": ("tokens", "plan_part", "without_formula", "without_document"),
    "keywords": (
        "plan_part",
        "without_formula",
        "no_stopwords",
        "with_names",
        "without_group",
        "without_document",
    ),
    "neighbours": (
        "plan_part",
        "without_formula",
        "no_stopwords",
        "with_names",
        "without_group",
        "without_document",
    ),
}
"""Choices that can move a ranking at all; to list the others would only make it look sound."""


def formula_spans(reuse: pd.DataFrame) -> pd.DataFrame:
    """Return where formulae stand, in order, those that overlap or touch as one: doc_id, start, end.

    Examples
    --------
    >>> row = {"kind": "formula", "doc_a": "a", "start_a": 3, "end_a": 9, "doc_b": "b", "start_b": 0, "end_b": 6}
    >>> other = {**row, "start_a": 5, "end_a": 12}
    >>> formula_spans(pd.DataFrame([row, other])).to_numpy().tolist()
    [['a', 3, 12], ['b', 0, 6]]
    """
    found = reuse[reuse["kind"] == "formula"]
    sides = [
        found[[f"doc_{side}", f"start_{side}", f"end_{side}"]].set_axis(["doc_id", "start", "end"], axis=1)
        for side in ("a", "b")
    ]
    spans = pd.concat(sides, ignore_index=True)
    spans = spans.assign(doc_id=spans["doc_id"].astype("str")).sort_values(["doc_id", "start", "end"])
    before = spans.groupby("doc_id")["end"].cummax().groupby(spans["doc_id"]).shift()
    number = (~(spans["start"] <= before)).cumsum()
    joined = spans.groupby(number, sort=False).agg(
        doc_id=("doc_id", "first"), start=("start", "min"), end=("end", "max")
    )
    return joined.reset_index(drop=True)


def _inside(table: pd.DataFrame, spans: pd.DataFrame) -> np.ndarray:
    """Return which places begin in one of some spans that do not overlap."""
    inside = np.zeros(len(table), dtype=bool)
    starts, of_document = table["start"].to_numpy(), dict(list(spans.groupby("doc_id")))
    for name, rows in table["doc_id"].astype("str").groupby(table["doc_id"].astype("str")).indices.items():
        here = of_document.get(str(name))
        if here is not None:
            at = np.searchsorted(here["start"].to_numpy(), starts[rows], side="right") - 1
            inside[rows] = (at >= 0) & (starts[rows] < here["end"].to_numpy()[at])
    return inside


def _overlap(passages: pd.DataFrame, spans: pd.DataFrame) -> np.ndarray:
    """Return how many characters of each passage lie in one of some spans that do not overlap."""
    lost = np.zeros(len(passages))
    starts, ends = passages["start"].to_numpy(), passages["end"].to_numpy()
    of_document = dict(list(spans.groupby("doc_id")))
    for name, rows in (
        passages["doc_id"].astype("str").groupby(passages["doc_id"].astype("str")).indices.items()
    ):
        here = of_document.get(str(name), spans.head(0))
        for first, last in zip(here["start"], here["end"], strict=True):
            lost[rows] += np.maximum(np.minimum(ends[rows], last) - np.maximum(starts[rows], first), 0)
    return lost
